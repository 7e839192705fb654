/*
 * wrapping.c - how the document was wrapped: where its lines end, what stands between paragraphs.
 *
 * Told from pairs of lines of which one surely goes on in the next; a document without enough
 * of them has no right edge, and nothing is joined for its width.
 */
#include "reading/shape/edge.h"

enum {
	SAMPLE = 4000, /* lines that are looked at */
	WRAPPED_MIN = 3,
	RAGGED_MIN = 8,
	RAGGED_PERCENT = 65, /* short lines of the usual right edge */
};

static bool is_plain(const sline *l)
{
	return l->zone == ZONE_BODY && l->table < 0 && !(l->flags & LN_WHOLE);
}

/* The width below which `share` of the counted widths lie. */
static uint16_t percentile(const uint32_t *count, uint32_t total, unsigned percent)
{
	uint64_t left = (uint64_t)total * percent / 100;

	for (unsigned w = 0; w < EDGE_MAX; w++) {
		if (count[w] > left)
			return (uint16_t)w;
		left -= count[w];
	}
	return EDGE_MAX;
}

typedef struct tally {
	uint32_t wrapped[3][EDGE_MAX + 1], n[3]; /* without and with a blank line between; likely */
	uint32_t close, blank; /* pairs of lines */
	uint32_t ended_close, ended_blank; /* the same, after the end of a sentence */
	uint32_t stepped, flat; /* first lines, indented or not */
} tally;

static void tally_pair(const shaper *sh, uint32_t i, const edge *a, const edge *b, tally *t)
{
	const sline *l = &sh->lines.p[i - 1], *m = &sh->lines.p[i];
	int k = m->blanks > 0;

	if (!is_plain(l) || !is_plain(m) || m->flags & LN_PAGE)
		return;
	*(k ? &t->blank : &t->close) += 1;
	if (b->marker == 0 && b->first == LETTER_LOWER && a->end <= END_COMMA &&
	    right_edge(l) < EDGE_MAX && l->width >= 30 && m->blanks < 2) {
		t->wrapped[k][right_edge(l)]++;
		t->n[k]++;
	}
	if (a->end == END_OPEN && b->marker == 0 && !a->upper && !b->upper && k == 0 &&
	    l->width >= 55 && right_edge(l) < EDGE_MAX) {
		t->wrapped[2][right_edge(l)]++;
		t->n[2]++;
	}
	if (b->first == LETTER_UPPER && a->end > END_COMMA && a->end != END_GLUE && k == 0)
		*(edge_indented(sh, i) ? &t->stepped : &t->flat) += 1;
	if (b->first == LETTER_UPPER && (b->marker == 0 || k) && a->end > END_COLON &&
	    a->end != END_GLUE)
		*(k ? &t->ended_blank : &t->ended_close) += 1;
}

void wrapping_measure(shaper *sh)
{
	tally *t = arena_new(sh->a, tally);
	wrapping *w = &sh->wrap;
	int k;

	sh->nedges = sh->lines.n < SAMPLE ? sh->lines.n : SAMPLE;
	sh->edges = arena_room(sh->a, sizeof(edge) * sh->nedges);
	for (uint32_t i = 0; i < sh->nedges; i++) {
		sh->edges[i] = edge_of(&sh->lines.p[i]);
		if (i > 0)
			tally_pair(sh, i, &sh->edges[i - 1], &sh->edges[i], t);
	}
	w->every = t->n[1] >= WRAPPED_MIN && t->n[1] > 2 * t->n[0] && t->blank > 4 * t->close &&
	           t->n[1] * 5 > t->blank;
	k = w->every;
	w->blank = !w->every && t->ended_blank >= 3 && t->ended_blank > 2 * t->ended_close;
	w->indented = t->stepped >= 3 && t->stepped > t->flat;
	if (t->n[k] < WRAPPED_MIN)
		k = 2;
	if (t->n[k] < WRAPPED_MIN - 1)
		return;
	w->low = percentile(t->wrapped[k], t->n[k], 10);
	w->high = percentile(t->wrapped[k], t->n[k], 95);
	w->ragged = k == 0 && t->n[0] >= RAGGED_MIN && w->low * 100 < w->high * RAGGED_PERCENT;
}
