/*
 * xlsx_grid.c - which rows of a sheet are its table, and what is around them.
 *
 * Judged by how many cells of a row are filled, never by their words. It must never
 * drop a cell.
 */
#include "reading/extract/xlsx_grid.h"

#include <stdlib.h>

#include "reading/extract/limits.h"

enum {
	DENSE_LEAST =
		3, /* filled cells of the first row of a table, at least: two is a letterhead */
	ROW_LEAST = 3,   /* of its last */
};

bool grid_add(grid *g, int32_t row, int32_t column, slice text, bool bold)
{
	if (slice_trim(text).n == 0)
		return true;
	if (g->cells.n >= LIMIT_SHEET_CELLS || text.n > LIMIT_SHEET_TEXT - g->bytes)
		return false;
	g->bytes += text.n;
	*VEC_PUSH(g->a, &g->cells) = (grid_cell){text, row, column, bold};
	return true;
}

static int by_place(const void *pa, const void *pb)
{
	const grid_cell *a = pa, *b = pb;

	if (a->row != b->row)
		return a->row < b->row ? -1 : 1;
	return (a->column > b->column) - (a->column < b->column);
}

static int by_corner(const void *pa, const void *pb)
{
	const grid_area *a = pa, *b = pb;

	if (a->row != b->row)
		return a->row < b->row ? -1 : 1;
	return (a->column > b->column) - (a->column < b->column);
}

static void sort(grid *g)
{
	uint32_t i = 1;

	while (i < g->cells.n && by_place(&g->cells.p[i - 1], &g->cells.p[i]) <= 0)
		i++;
	if (i < g->cells.n)
		qsort(g->cells.p, g->cells.n, sizeof *g->cells.p, by_place);
	if (g->merges.n > 1)
		qsort(g->merges.p, g->merges.n, sizeof *g->merges.p, by_corner);
}

/* The cell after the row that begins with cell i. */
static uint32_t row_end(const grid *g, uint32_t i)
{
	uint32_t k = i;

	while (k < g->cells.n && g->cells.p[k].row == g->cells.p[i].row)
		k++;
	return k;
}

static bool is_ordinal(slice s)
{
	if (s.n == 0 || s.n > 6)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if ((s.p[i] < '0' || s.p[i] > '9') && s.p[i] != '.')
			return false;
	return true;
}

/* May the short row that begins with cell i, right below the table of which the first cell is
 * `first`, be a row of it? A signature stands further down, or further in. */
static bool goes_on(const grid *g, uint32_t first, uint32_t i, uint32_t end)
{
	const grid_cell *c = &g->cells.p[i];

	if (end - i < 2 || i == 0)
		return false;
	return is_ordinal(c->text) ||
	       (c->row == c[-1].row + 1 && c->column == g->cells.p[first].column);
}

/* The cells [*ret, *ret_end) of the rows that are the table. */
static void find_table(const grid *g, uint32_t *ret, uint32_t *ret_end)
{
	uint32_t widest = 0, least, last = 0;

	for (uint32_t i = 0, k; i < g->cells.n; i = k) {
		k = row_end(g, i);
		widest = k - i > widest ? k - i : widest;
	}
	*ret = *ret_end = g->cells.n;
	least = (2 * widest + 4) / 5;
	least = least < DENSE_LEAST ? DENSE_LEAST : least;
	least = widest == 2 ? 2 : least; /* one column is no table */
	for (uint32_t i = 0, k; i < g->cells.n; i = k) {
		k = row_end(g, i);
		if (*ret == g->cells.n && k - i >= least)
			*ret = i;
		if (*ret == g->cells.n)
			continue;
		if (k - i >= (widest < ROW_LEAST ? widest : ROW_LEAST) || i == *ret ||
		    (last == i && goes_on(g, *ret, i, k)))
			*ret_end = last = k;
	}
}

/* A line of words: position and origin as rawdoc.h wants them. */
static rc put_line(grid_out *o, const grid_cell *c, slice text, int32_t table, err *e)
{
	rawdoc *d = o->doc;

	if (d->lines.n >= LIMIT_SHEET_CELLS || text.n > LIMIT_SHEET_TEXT - o->bytes)
		return err_set(e, RC_LIMIT, MSG_SHEET_TOO_LARGE, "%u lines, %zu bytes", d->lines.n,
		               o->bytes);
	*VEC_PUSH(o->a, &d->lines) = (rawline){
		.text = text,
		.source = o->position,
		.table = table,
		.row = table < 0 ? -1 : c->row,
		.column = table < 0 ? -1 : c->column,
		.flags = (uint16_t)(RAW_WHOLE | (c->bold ? RAW_BOLD : 0)),
	};
	*VEC_PUSH(o->a, &d->origins) = (raworigin){
		.at = o->position,
		.part = (uint32_t)o->sheet,
		.place = (uint32_t)c->row + 1,
		.box = {c->column, c->row, c->column, c->row},
	};
	o->position += (uint32_t)text.n + 1;
	o->bytes += text.n;
	return RC_OK;
}

/* The lines of a cell that are not blank. */
static rc put_cell(grid_out *o, const grid_cell *c, int32_t table, err *e)
{
	const char *p = c->text.p, *end = c->text.p + c->text.n;
	rc code = RC_OK;

	while (p < end && code == RC_OK) {
		const char *from = p;

		while (p < end && *p != '\n' && *p != '\r')
			p++;
		if (slice_trim((slice){from, (size_t)(p - from)}).n > 0)
			code = put_line(o, c, (slice){from, (size_t)(p - from)}, table, e);
		p++;
	}
	return code;
}

/* The same as one line: a heading broken to fit its column. */
static rc put_heading(grid_out *o, const grid_cell *c, int32_t table, err *e)
{
	char *p = arena_alloc(o->a, c->text.n);
	size_t n = 0;

	for (size_t i = 0; i < c->text.n; i++)
		if ((unsigned char)c->text.p[i] > ' ')
			p[n++] = c->text.p[i];
		else if (n > 0 && p[n - 1] != ' ')
			p[n++] = ' ';
	return put_line(o, c, (slice){p, n}, table, e);
}

static rc put_name(grid_out *o, const grid *g, err *e)
{
	const grid_cell c = {.row = 0};
	rc code = put_line(o, &c, g->name, -1, e);

	if (code != RC_OK)
		return code;
	o->doc->lines.p[o->doc->lines.n - 1].flags = RAW_SHEET;
	if (g->hidden)
		o->doc->lines.p[o->doc->lines.n - 1].marker = S("-");
	return RC_OK;
}

/* Rows outside the table: where some of them have two columns, the left one first. `last`:
 * the columns run to the end. */
static rc put_around(grid_out *o, const grid *g, uint32_t from, uint32_t to, bool last, err *e)
{
	int32_t split = GRID_COLUMNS;
	uint32_t first = to, end = from;
	rc code = RC_OK;

	for (uint32_t i = from, k; i < to; i = k) {
		k = row_end(g, i);
		if (k - i < 2)
			continue;
		first = first == to ? i : first;
		end = last ? to : k;
		split = g->cells.p[i + 1].column < split ? g->cells.p[i + 1].column : split;
	}
	for (uint32_t i = from; i < first && code == RC_OK; i++)
		code = put_cell(o, &g->cells.p[i], -1, e);
	for (int side = 0; side < 2; side++)
		for (uint32_t i = first; i < end && code == RC_OK; i++)
			if ((g->cells.p[i].column >= split) == side)
				code = put_cell(o, &g->cells.p[i], -1, e);
	for (uint32_t i = first == to ? to : end; i < to && code == RC_OK; i++)
		code = put_cell(o, &g->cells.p[i], -1, e);
	return code;
}

/* A merged value that still stands for rows below the one being written. */
typedef struct hanging {
	grid_cell cell;
	int32_t row_end;
} hanging;

typedef struct tabler {
	grid_out *o;
	const grid *g;
	uint32_t merge;   /* those before it have begun */
	int32_t head_end; /* the last row of the heading, as its merged cells show */
	VEC(hanging) hang;
} tabler;

/* Kept in the order of columns. */
static void hang(tabler *t, const grid_cell *c, int32_t row_end)
{
	uint32_t k = t->hang.n;

	(void)VEC_PUSH(t->o->a, &t->hang);
	for (; k > 0 && t->hang.p[k - 1].cell.column > c->column; k--)
		t->hang.p[k] = t->hang.p[k - 1];
	t->hang.p[k] = (hanging){*c, row_end};
}

/* The merged values of the row [i, end); those that have ended are let go. */
static void hang_row(tabler *t, uint32_t i, uint32_t end)
{
	const grid_cell *cells = t->g->cells.p;
	const int32_t row = cells[i].row;
	uint32_t kept = 0;

	for (uint32_t k = 0; k < t->hang.n; k++)
		if (t->hang.p[k].row_end >= row)
			t->hang.p[kept++] = t->hang.p[k];
	t->hang.n = kept;
	for (; t->merge < t->g->merges.n && t->g->merges.p[t->merge].row <= row; t->merge++) {
		const grid_area *m = &t->g->merges.p[t->merge];

		if (m->row != row || m->row_end <= row || row <= t->head_end)
			continue;
		while (i < end && cells[i].column < m->column)
			i++;
		if (i < end && cells[i].column == m->column && t->hang.n < LIMIT_SHEET_HANGING)
			hang(t, &cells[i], m->row_end);
	}
}

/* The merged values from above that stand between two columns of this row. */
static rc put_hanging(tabler *t, int32_t row, int32_t after, int32_t before, err *e)
{
	rc code = RC_OK;

	for (uint32_t k = 0; k < t->hang.n && code == RC_OK; k++) {
		grid_cell copy = t->hang.p[k].cell;

		if (copy.row == row || copy.column <= after || copy.column >= before)
			continue;
		copy.row = row;
		code = put_cell(t->o, &copy, t->o->sheet, e);
	}
	return code;
}

static rc put_row(tabler *t, uint32_t i, uint32_t end, err *e)
{
	const int32_t row = t->g->cells.p[i].row;
	int32_t column = -1;
	rc code = RC_OK;

	hang_row(t, i, end);
	for (; i < end && code == RC_OK; i++) {
		const grid_cell *c = &t->g->cells.p[i];

		code = put_hanging(t, row, column, c->column, e);
		column = c->column;
		if (code == RC_OK)
			code = row <= t->head_end ? put_heading(t->o, c, t->o->sheet, e)
			                          : put_cell(t->o, c, t->o->sheet, e);
	}
	return code != RC_OK ? code : put_hanging(t, row, column, GRID_COLUMNS, e);
}

/* The last row that a value merged with the first row of the table covers. */
static int32_t heading_end(const grid *g, uint32_t from)
{
	const int32_t row = g->cells.p[from].row;
	int32_t last = row;

	for (uint32_t i = 0; i < g->merges.n && g->merges.p[i].row <= row; i++)
		if (g->merges.p[i].row == row && g->merges.p[i].row_end > last)
			last = g->merges.p[i].row_end;
	return last;
}

rc grid_put(grid_out *o, grid *g, err *e)
{
	tabler t = {.o = o, .g = g};
	uint32_t from, end;
	rc code = put_name(o, g, e);

	if (code != RC_OK)
		return code;
	sort(g);
	find_table(g, &from, &end);
	code = put_around(o, g, 0, from, false, e);
	if (from < end)
		t.head_end = heading_end(g, from);
	for (uint32_t i = from, k; i < end && code == RC_OK; i = k) {
		k = row_end(g, i);
		code = put_row(&t, i, k, e);
	}
	if (code == RC_OK)
		code = put_around(o, g, end, g->cells.n, true, e);
	o->sheet++;
	return code;
}
