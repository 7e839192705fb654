/*
 * search_show.c - the words asked for, marked in the source's own words.
 */
#include "register/search_priv.h"

enum { MARKS_MOST = 400, BEFORE_WORDS = 8, SHOWN_WORDS = 44, PIECES_MOST = 64 };

typedef struct match {
	uint32_t piece, first, n; /* words of the text */
} match;
typedef VEC(match) matches;

static bool stands_at(slice folded, const fold_words *w, uint32_t at, const piece *p)
{
	if (at + p->words.n > w->n)
		return false;
	for (uint32_t i = 0; i < p->words.n; i++) {
		const fold_word *x = &w->p[at + i];

		if (!slice_eq(terms_word((slice){folded.p + x->at, x->len}), p->words.p[i]))
			return false;
	}
	return true;
}

static void find(arena *a, const question *q, slice folded, const fold_words *w, matches *ret)
{
	uint32_t pieces = q->pieces.n < PIECES_MOST ? q->pieces.n : PIECES_MOST;

	for (uint32_t at = 0; at < w->n && ret->n < MARKS_MOST; at++)
		for (uint32_t i = 0; i < pieces; i++)
			if (stands_at(folded, w, at, &q->pieces.p[i])) {
				*VEC_PUSH(a, ret) = (match){i, at, q->pieces.p[i].words.n};
				at += q->pieces.p[i].words.n - 1;
				break;
			}
}

static span span_of(const fold_words *w, const match *m)
{
	span from = w->p[m->first].from, to = w->p[m->first + m->n - 1].from;

	return (span){from.at, span_end(to) - from.at};
}

/* Which match to begin at: the one after which most different pieces follow soon. */
static uint32_t best_start(const matches *m)
{
	uint32_t best = 0, most = 0;

	for (uint32_t i = 0; i < m->n; i++) {
		uint64_t seen = 0;
		uint32_t n = 0;

		for (uint32_t k = i;
		     k < m->n && m->p[k].first < m->p[i].first + SHOWN_WORDS - BEFORE_WORDS; k++) {
			n += !(seen >> m->p[k].piece & 1);
			seen |= (uint64_t)1 << m->p[k].piece;
		}
		if (n > most) {
			most = n;
			best = i;
		}
	}
	return best;
}

static void cut_snippet(arena *a, slice text, const fold_words *w, const matches *m, search_hit *h)
{
	uint32_t start = m->p[best_start(m)].first, end;
	span from, to;
	char *p;

	start = start > BEFORE_WORDS ? start - BEFORE_WORDS : 0;
	end = start + SHOWN_WORDS < w->n ? start + SHOWN_WORDS : w->n;
	from = w->p[start].from;
	to = w->p[end - 1].from;
	h->snippet = arena_copy(a, (slice){text.p + from.at, span_end(to) - from.at});
	p = (char *)(uintptr_t)h->snippet.p;
	for (size_t i = 0; i < h->snippet.n; i++)
		if ((unsigned char)p[i] < ' ')
			p[i] = ' ';
	h->cut_before = start > 0;
	h->cut_after = end < w->n;
	for (uint32_t i = 0; i < m->n; i++) {
		span s = span_of(w, &m->p[i]);

		if (m->p[i].first >= start && m->p[i].first + m->p[i].n <= end)
			*VEC_PUSH(a, &h->marks) = (span){s.at - from.at, s.len};
	}
}

/* Every phrase that three words or more make must be there. */
static bool holds_phrases(const question *q, const matches *text, const matches *title)
{
	for (uint32_t i = 0; i < q->pieces.n && i < PIECES_MOST; i++) {
		bool there = q->pieces.p[i].words.n < 3;

		for (uint32_t k = 0; !there && k < text->n; k++)
			there = text->p[k].piece == i;
		for (uint32_t k = 0; !there && k < title->n; k++)
			there = title->p[k].piece == i;
		if (!there)
			return false;
	}
	return true;
}

bool search_show(arena *a, const question *q, search_hit *h)
{
	fold_words in_text, in_title;
	matches text = {0}, title = {0};
	slice folded = fold_text_words(a, h->doc.title, &in_title);

	find(a, q, folded, &in_title, &title);
	for (uint32_t i = 0; i < title.n; i++)
		*VEC_PUSH(a, &h->title_marks) = span_of(&in_title, &title.p[i]);
	folded = fold_text_words(a, h->doc.words, &in_text);
	find(a, q, folded, &in_text, &text);
	if (text.n > 0)
		cut_snippet(a, h->doc.words, &in_text, &text, h);
	return text.n == MARKS_MOST || h->doc.words.n >= SEARCH_TEXT_MOST ||
	       holds_phrases(q, &text, &title);
}
