/*
 * docx_cells.c - the cells of a Word table, and those that are one with those below them.
 *
 * Of a merged cell only short words are said again (a name, a limit): a duty merged over the rows of its
 * agencies would become several. A number alone is none: it counts what it was merged
 * for. It must never say again what a row has words of its own for.
 */
#include "reading/extract/docx_priv.h"

enum { SHORT_BYTES = 250, LINES_MAX = 4, ORDINAL_BYTES = 5 };

/* "1", "2.1", "IV", "a": what counts the rows. */
static bool is_ordinal(slice s)
{
	if (s.n > ORDINAL_BYTES)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80 || s.p[i] == '/')
			return false;
	return true;
}

/* Words of this table alone, few, and more than a number. */
static bool worth_it(const rawlines *lines, const table *t)
{
	size_t bytes = 0;

	if (lines->n <= t->cell_first || lines->n - t->cell_first > LINES_MAX)
		return false;
	for (uint32_t i = t->cell_first; i < lines->n; i++) {
		if (lines->p[i].table != t->id)
			return false;
		bytes += lines->p[i].text.n + lines->p[i].marker.n;
	}
	return bytes <= SHORT_BYTES &&
	       !(lines->n - t->cell_first == 1 && is_ordinal(lines->p[t->cell_first].text));
}

static table *table_of(docx *d)
{
	return d->depth > 0 ? &d->tables[d->depth - 1] : NULL;
}

void docx_table_style(docx *d, xml *x, const char *const *attrs)
{
	(void)x;
	(void)attrs;
	if (d->depth > 0)
		d->tables[d->depth - 1].styled = true;
}

void docx_cell_start(docx *d, xml *x, const char *const *attrs)
{
	table *t = table_of(d);

	(void)x;
	(void)attrs;
	if (t == NULL)
		return;
	t->column = t->next_column++;
	t->cell_first = docx_lines(d)->n;
	t->merge_begins = t->merge_goes_on = false;
}

void docx_cell_span(docx *d, xml *x, const char *const *attrs)
{
	int32_t columns = xml_int(attrs, S("val"), 1);
	table *t = table_of(d);

	(void)x;
	if (t != NULL && columns > 1 && columns < 1000)
		t->next_column += columns - 1;
}

void docx_cell_merge(docx *d, xml *x, const char *const *attrs)
{
	table *t = table_of(d);

	(void)x;
	if (t == NULL)
		return;
	t->merge_begins = slice_eq(xml_attr(attrs, S("val")), S("restart"));
	t->merge_goes_on = !t->merge_begins;
}

void docx_cell_end(docx *d)
{
	rawlines *lines = docx_lines(d);
	table *t = table_of(d);
	merged *m;

	if (t == NULL || t->column < 0 || t->column >= MERGE_COLUMNS)
		return;
	m = &t->merged[t->column];
	if (!t->merge_goes_on) {
		m->n = 0;
		if (t->merge_begins && worth_it(lines, t))
			*m = (merged){t->cell_first, lines->n - t->cell_first};
		return;
	}
	if (lines->n != t->cell_first || m->n == 0 || m->from + m->n > lines->n)
		return;
	for (uint32_t i = 0; i < m->n; i++) {
		rawline again = lines->p[m->from + i];

		again.row = t->row;
		again.column = t->column;
		*VEC_PUSH(d->a, lines) = again;
	}
}
