/*
 * xlsx_cells.c - the cells of one sheet, in one walk.
 *
 * Of a formula only the value that the file keeps of it is read; nothing is ever
 * computed, and nothing outside the part is looked at.
 */
#include "reading/extract/limits.h"
#include "reading/extract/xlsx_priv.h"

enum cell_name { C_OTHER, C_ROW, C_C, C_V, C_T, C_RPH, C_F, C_MERGE, C_COUNT };

typedef struct walk {
	const workbook *b;
	grid *g;
	gather words;
	cell_seen cell;
	bool on; /* inside a value */
} walk;

/* A number of at most nine figures; -1 for what is none. */
static int32_t figures(slice s)
{
	return (int32_t)slice_number(s, 999999999);
}

/* "AB12" at the front of *s, which is cut; false when it is none. */
static bool place_cut(slice *s, int32_t *ret_row, int32_t *ret_column)
{
	int32_t column = 0, row = 0;
	size_t i = 0, n;

	for (; i < s->n && i < 3 && s->p[i] >= 'A' && s->p[i] <= 'Z'; i++)
		column = column * 26 + (s->p[i] - 'A' + 1);
	for (n = 0; i < s->n && n < 7 && s->p[i] >= '0' && s->p[i] <= '9'; i++, n++)
		row = row * 10 + (s->p[i] - '0');
	if (column < 1 || column > GRID_COLUMNS || row < 1 || row > GRID_ROWS)
		return false;
	*s = (slice){s->p + i, s->n - i};
	*ret_row = row - 1;
	*ret_column = column - 1;
	return true;
}

void cell_next(cell_seen *c)
{
	c->column++;
	c->style = 0;
	c->type = CELL_NUMBER;
}

void cell_attr(cell_seen *c, char name, slice v)
{
	int32_t row, column;

	switch (name) {
	case 'r':
		if (place_cut(&v, &row, &column) && v.n == 0) {
			c->row = row;
			c->column = column;
		}
		break;
	case 's':
		c->style = (uint32_t)figures(v);
		break;
	case 't':
		c->type = slice_eq(v, S("s"))               ? CELL_SHARED
		          : slice_eq(v, S("b"))             ? CELL_BOOL
		          : slice_eq(v, S("d"))             ? CELL_ISO
		          : v.n == 0 || slice_eq(v, S("n")) ? CELL_NUMBER
		                                            : CELL_TEXT;
		break;
	default:
		break;
	}
}

void cell_row(cell_seen *c, slice number)
{
	int32_t row = figures(number) - 1;

	if (number.n == 0)
		row = c->row + 1;
	c->row = row >= 0 && row < GRID_ROWS ? row : c->row;
	c->column = -1;
}

void merge_put(grid *g, slice ref)
{
	grid_area m;

	if (g->merges.n >= LIMIT_SHEET_MERGES || !place_cut(&ref, &m.row, &m.column) ||
	    ref.n == 0 || ref.p[0] != ':')
		return;
	ref = (slice){ref.p + 1, ref.n - 1};
	if (!place_cut(&ref, &m.row_end, &m.column_end))
		return;
	if (m.row_end > m.row || m.column_end > m.column)
		*VEC_PUSH(g->a, &g->merges) = m;
}

/* What a cell shows, from what the file writes. */
static slice value(const workbook *b, const cell_seen *c, number_format f, slice raw, arena *a)
{
	int32_t v;

	switch (c->type) {
	case CELL_SHARED:
		v = figures(slice_trim(raw));
		return v >= 0 && (uint32_t)v < b->strings.n ? b->strings.p[v] : (slice){0};
	case CELL_BOOL:
		return slice_eq(slice_trim(raw), S("1")) ? S("TRUE") : S("FALSE");
	case CELL_ISO:
		return format_iso(raw, a);
	case CELL_TEXT:
		return raw;
	default:
		return format_number(raw, f, b->since_1904, a);
	}
}

rc cell_put(const workbook *b, grid *g, const cell_seen *c, slice raw)
{
	number_format f = {0, -1, 0};

	if (raw.n == 0)
		return RC_OK;
	if (c->style < b->styles.n)
		f = b->styles.p[c->style];
	if (c->row < 0 || c->row >= GRID_ROWS || c->column < 0 || c->column >= GRID_COLUMNS)
		return RC_INPUT;
	return grid_add(g, c->row, c->column, value(b, c, f, raw, g->a),
	                (f.flags & FORMAT_BOLD) != 0)
	               ? RC_OK
	               : RC_LIMIT;
}

static void on_start(xml *x, void *ctx, uint32_t id, const char *const *attrs)
{
	walk *w = ctx;

	switch (id) {
	case C_ROW:
		cell_row(&w->cell, xml_attr(attrs, S("r")));
		break;
	case C_C:
		cell_next(&w->cell);
		for (; attrs[0] != NULL; attrs += 2)
			if (attrs[0][0] != '\0' && attrs[0][1] == '\0')
				cell_attr(&w->cell, attrs[0][0], slice_c(attrs[1]));
		break;
	case C_V:
	case C_T:
		w->on = true;
		break;
	case C_RPH:
	case C_F:
		xml_skip(x);
		break;
	case C_MERGE:
		merge_put(w->g, xml_attr(attrs, S("ref")));
		break;
	default:
		break;
	}
}

static void on_end(xml *x, void *ctx, uint32_t id)
{
	walk *w = ctx;
	rc code;

	w->on &= id != C_V && id != C_T;
	if (id != C_C)
		return;
	code = cell_put(w->b, w->g, &w->cell, gather_take(&w->words));
	if (code != RC_OK)
		xml_stop(x, code, code == RC_LIMIT ? MSG_SHEET_TOO_LARGE : MSG_DAMAGED);
}

static void on_text(xml *x, void *ctx, slice piece)
{
	walk *w = ctx;

	(void)x;
	if (w->on)
		gather_put(&w->words, piece);
}

rc cells_read(const workbook *b, slice part, grid *g, err *e)
{
	static const slice names[C_COUNT] = {
		[C_ROW] = S("row"),         [C_C] = S("c"),     [C_V] = S("v"), [C_T] = S("t"),
		[C_MERGE] = S("mergeCell"), [C_RPH] = S("rPh"), [C_F] = S("f"),
	};
	static const xml_handler h = {on_start, on_end, on_text, names, C_COUNT, NULL, 0};
	walk w = {.b = b, .g = g, .words.a = b->a, .cell = {.row = -1, .column = -1}};
	rc code;

	if (cells_scan(b, part, g, &code))
		return code == RC_OK ? code
		                     : err_set(e, code,
		                               code == RC_LIMIT ? MSG_SHEET_TOO_LARGE : MSG_DAMAGED,
		                               "row %d", w.cell.row);
	return xml_parse(part, &h, &w, b->a, e);
}
