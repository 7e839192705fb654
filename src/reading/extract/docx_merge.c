/*
 * docx_merge.c - cells of a Word table that are one with those below them.
 *
 * Only short words are said again (a name, a limit): a duty merged over the rows of its
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

void docx_merge(docx *d, table *t)
{
	rawlines *lines = docx_lines(d);
	merged *m;

	if (t->column < 0 || t->column >= MERGE_COLUMNS)
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
