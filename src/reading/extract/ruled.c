/*
 * ruled.c - words into the cells that rules draw around them.
 *
 * Works on lines that are ready, because their origins still say where each word stands.
 * A line is taken whole or not at all: what stands beside a table at its height is in
 * its outermost cell, and no word is ever lost.
 */
#include "reading/extract/ruled.h"

#include "base/utf8.h"
#include "reading/extract/tsv_priv.h"

enum {
	GAP = 3,        /* blanks that part columns */
	GAPS_MIN = 2,   /* of a line, */
	LINES_MIN = 2,  /* and such lines of a page: perhaps a table */
	RULES_MIN = 3,  /* two rows, two columns */
};

static bool in_columns(slice s)
{
	unsigned gaps = 0;
	size_t blanks = 0;

	s = slice_trim(s);
	for (size_t i = 0; i < s.n; i++) {
		gaps += s.p[i] != ' ' && blanks >= GAP;
		blanks = s.p[i] == ' ' ? blanks + 1 : 0;
	}
	return gaps >= GAPS_MIN;
}

void ruled_pages(const rawdoc *doc, arena *a, page_numbers *ret)
{
	uint32_t page = 0, lines = 0;

	for (uint32_t i = 0; i < doc->lines.n; i++) {
		const rawline *l = &doc->lines.p[i];

		if (l->page != page)
			lines = 0;
		page = l->page;
		if (!in_columns(l->text) || ++lines != LINES_MIN)
			continue;
		if (ret->n == 0 || ret->p[ret->n - 1] < page)
			*VEC_PUSH(a, ret) = page;
	}
}

typedef struct taker {
	const rawdoc *from;
	rawdoc to;
	tsv_cells cells;
	arena *a;
	uint32_t origin; /* the next of from */
} taker;

/* The word of an origin: up to the next one or the end of its line. */
static slice word_at(const taker *t, const rawline *l, uint32_t origin)
{
	const raworigin *o = &t->from->origins.p[origin];
	size_t at = o->at - l->source, end = l->text.n;

	if (origin + 1 < t->from->origins.n && o[1].at >= o->at && o[1].at - l->source < end)
		end = o[1].at - l->source;
	return slice_trim((slice){l->text.p + at, end - at});
}

/* The table that a height of the page lies in; UINT32_MAX: none. */
static uint32_t table_at(const taker *t, uint32_t page, int32_t y)
{
	for (uint32_t i = 0; i < t->cells.grids.n; i++) {
		const tsv_grid *g = &t->cells.grids.p[i];

		if (g->page == page && y >= g->top && y <= g->foot)
			return i;
	}
	return UINT32_MAX;
}

static bool holds(const rawline *l, const raworigin *o)
{
	return o->at >= l->source && o->at < l->source + l->text.n;
}

/* The table that the line stands in, by its first word. */
static uint32_t table_of(const taker *t, const rawline *l)
{
	const raworigin *o = t->from->origins.p;

	if (t->origin >= t->from->origins.n || !holds(l, &o[t->origin]))
		return UINT32_MAX;
	o += t->origin;
	return table_at(t, l->page, o->box[1] + (o->box[3] - o->box[1]) / 2);
}

/* The line's words as one row of a page for tsv_cells_take(). */
static void line_take(taker *t, const rawline *l, uint32_t grid)
{
	tsv_page page = {.width = 0};
	tsv_line row = {0, 0, grid + 1};

	for (; t->origin < t->from->origins.n && holds(l, &t->from->origins.p[t->origin]);
	     t->origin++) {
		const raworigin *o = &t->from->origins.p[t->origin];
		slice text = word_at(t, l, t->origin);

		*VEC_PUSH(t->a, &page.words) = (pdf_word){
			.box = {o->box[0], o->box[1], o->box[2], o->box[3]},
			.text = text,
			.chars = (uint32_t)utf8_length(text),
			.sure = o->place};
		row.n++;
	}
	tsv_cells_take(&t->cells, &page, &row, t->a);
}

static void line_keep(taker *t, const rawline *l)
{
	*VEC_PUSH(t->a, &t->to.lines) = *l;
	for (; t->origin < t->from->origins.n && holds(l, &t->from->origins.p[t->origin]);
	     t->origin++)
		*VEC_PUSH(t->a, &t->to.origins) = t->from->origins.p[t->origin];
}

static void grids_take(taker *t, const ruled_tables *tables)
{
	for (uint32_t i = 0; i < tables->n; i++) {
		const ruled_table *from = &tables->p[i];
		tsv_grid *g;

		if (from->across.n < RULES_MIN || from->down.n < RULES_MIN)
			continue;
		g = VEC_PUSH(t->a, &t->cells.grids);
		*g = (tsv_grid){.page = from->page,
		                .top = from->across.p[0],
		                .foot = from->across.p[from->across.n - 1]};
		for (uint32_t k = 0; k < from->across.n; k++)
			*VEC_PUSH(t->a, &g->across) = from->across.p[k];
		for (uint32_t k = 0; k < from->down.n; k++)
			*VEC_PUSH(t->a, &g->down) = from->down.p[k];
	}
}

void ruled_cells(rawdoc *doc, const ruled_tables *tables, arena *a)
{
	taker t = {.from = doc, .to = *doc, .a = a};

	grids_take(&t, tables);
	if (t.cells.grids.n == 0)
		return;
	memset(&t.to.lines, 0, sizeof t.to.lines);
	memset(&t.to.origins, 0, sizeof t.to.origins);
	for (uint32_t i = 0; i < doc->lines.n; i++) {
		const rawline *l = &doc->lines.p[i];
		uint32_t grid = l->flags & RAW_STAMP ? UINT32_MAX : table_of(&t, l);

		if (grid == UINT32_MAX)
			line_keep(&t, l);
		else
			line_take(&t, l, grid);
	}
	*doc = t.to;
	tsv_cells_merge(&t.cells, doc, a);
}
