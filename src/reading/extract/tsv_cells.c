/*
 * tsv_cells.c - the words of a ruled table, cell by cell.
 *
 * Where the rules stood was noted before they were wiped away, so a word's cell is
 * known from where it stands and nothing is guessed from gaps. A table's lines are put
 * among those of its page at the height where it stood. It must never lose a word.
 */
#include <stdlib.h>

#include "reading/extract/tsv_priv.h"

enum { NEAR_EDGE = 1700 /* tenths of a point: the upper and lower fifth of a page */ };

static bool is_bullet(slice s)
{
	return slice_eq(s, S("-")) || slice_eq(s, S("+")) || slice_eq(s, S("–")) ||
	       slice_eq(s, S("•"));
}

/* Between which two of the rules v stands: 0 before the second. */
static uint16_t between(const tsv_rules *r, int32_t v)
{
	uint32_t i = 0;

	while (i + 2 < r->n && v >= r->p[i + 1])
		i++;
	return (uint16_t)i;
}

void tsv_cells_take(tsv_cells *c, tsv_page *p, const tsv_line *l, arena *a)
{
	uint16_t last = UINT16_MAX;

	for (uint32_t i = l->first; i < l->first + l->n; i++) {
		pdf_word *w = &p->words.p[i];
		const tsv_grid *g = &c->grids.p[l->grid - 1];
		tsv_cell_word *one;

		if (w->chars == 0 || w->text.n == 0)
			continue;
		one = VEC_PUSH(a, &c->words);
		*one = (tsv_cell_word){.word = *w,
		                       .grid = l->grid - 1,
		                       .row = between(&g->across, (w->box.y0 + w->box.y1) / 2),
		                       .column = between(&g->down, (w->box.x0 + w->box.x1) / 2),
		                       .order = c->words.n};
		one->item = one->column != last && is_bullet(w->text);
		last = one->column;
		w->chars = 0;
	}
}

/* Does the table go on from the foot of the page before? */
static bool goes_on(const tsv_grid *before, const tsv_grid *g)
{
	return g->page == before->page + 1 && g->down.n == before->down.n &&
	       before->foot > PAGE_TENTHS - NEAR_EDGE && g->top < NEAR_EDGE;
}

/* Number the tables; one that goes on over pages is one, its rows counted on. */
static void tables_number(tsv_cells *c)
{
	for (uint32_t i = 0; i < c->grids.n; i++) {
		tsv_grid *g = &c->grids.p[i];

		g->table = i;
		if (i == 0 || !goes_on(g - 1, g))
			continue;
		g->table = g[-1].table;
		g->first_row = g[-1].first_row + (int32_t)g[-1].across.n;
	}
}

static int by_cell(const void *a, const void *b)
{
	const tsv_cell_word *x = a, *y = b;

	if (x->grid != y->grid)
		return x->grid < y->grid ? -1 : 1;
	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	if (x->column != y->column)
		return x->column < y->column ? -1 : 1;
	return (x->order > y->order) - (x->order < y->order);
}

typedef struct merger {
	tsv_cells *c;
	rawdoc *from;
	rawdoc to;
	arena *a;
	uint32_t at;     /* the next word of a cell */
	uint32_t origin; /* the next of from */
	uint32_t place;  /* the next free position */
} merger;

/* The words of one cell, up to the next bullet in it, as a line. */
static void cell_put(merger *m)
{
	const tsv_cell_word *first = &m->c->words.p[m->at], *one = first;
	const tsv_cell_word *end = m->c->words.p + m->c->words.n;
	size_t room = 0, n = 0;
	char *text;

	for (; one < end && one->grid == first->grid && one->row == first->row &&
	       one->column == first->column && (one == first || !one->item);
	     one++)
		room += one->word.text.n + 1;
	text = arena_alloc(m->a, room);
	for (const tsv_cell_word *w = first; w < one; w++) {
		*VEC_PUSH(m->a, &m->to.origins) = (raworigin){
			.at = m->place + (uint32_t)n,
			.part = m->c->grids.p[first->grid].page,
			.place = w->word.sure,
			.box = {w->word.box.x0, w->word.box.y0, w->word.box.x1, w->word.box.y1}};
		slice_copy(text + n, w->word.text);
		n += w->word.text.n;
		text[n++] = ' ';
	}
	*VEC_PUSH(m->a, &m->to.lines) = (rawline){
		.text = {text, n - 1},
		.source = m->place,
		.page = m->c->grids.p[first->grid].page,
		.table = (int32_t)m->c->grids.p[first->grid].table,
		.row = m->c->grids.p[first->grid].first_row + first->row,
		.column = first->column,
		.flags = RAW_WHOLE};
	m->place += (uint32_t)n;
	m->at = (uint32_t)(one - m->c->words.p);
}

static void grid_put(merger *m, uint32_t grid)
{
	while (m->at < m->c->words.n && m->c->words.p[m->at].grid == grid)
		cell_put(m);
}

/* A line of the page with its words' places. */
static void line_put(merger *m, const rawline *l)
{
	const raworigin *o = m->from->origins.p;
	rawline *to = VEC_PUSH(m->a, &m->to.lines);

	*to = *l;
	to->source = m->place;
	for (; m->origin < m->from->origins.n && o[m->origin].at < l->source + l->text.n;
	     m->origin++) {
		raworigin *one = VEC_PUSH(m->a, &m->to.origins);

		*one = o[m->origin];
		one->at = m->place + (one->at - l->source);
	}
	m->place += (uint32_t)l->text.n + 1;
}

/* How high the line stands; of one without words, above everything. */
static int32_t line_top(const merger *m, const rawline *l)
{
	const raworigin *o = m->from->origins.p;

	return m->origin < m->from->origins.n && o[m->origin].at < l->source + l->text.n
	               ? o[m->origin].box[1]
	               : INT32_MIN;
}

void tsv_cells_merge(tsv_cells *c, rawdoc *doc, arena *a)
{
	merger m = {.c = c, .from = doc, .to = *doc, .a = a};
	uint32_t grid = 0;

	if (c->words.n == 0)
		return;
	memset(&m.to.lines, 0, sizeof m.to.lines);
	memset(&m.to.origins, 0, sizeof m.to.origins);
	tables_number(c);
	qsort(c->words.p, c->words.n, sizeof *c->words.p, by_cell);
	for (uint32_t i = 0; i < doc->lines.n; i++) {
		const rawline *l = &doc->lines.p[i];

		while (grid < c->grids.n && (c->grids.p[grid].page < l->page ||
		                             (c->grids.p[grid].page == l->page &&
		                              c->grids.p[grid].top <= line_top(&m, l))))
			grid_put(&m, grid++);
		line_put(&m, l);
	}
	while (grid < c->grids.n)
		grid_put(&m, grid++);
	*doc = m.to;
}
