/*
 * pdf_columns.c - the columns of a table while its lines are read: intervals from left to
 * right that grow and never touch. It must never let two headings share a column.
 */
#include "reading/extract/pdf_priv.h"

unsigned pdf_columns_under(const pdf_table *t, int32_t x0, int32_t x1, unsigned *ret_first)
{
	unsigned n = 0;

	for (unsigned c = 0; c < t->columns; c++)
		if (x0 < t->x1[c] && x1 > t->x0[c]) {
			if (n == 0)
				*ret_first = c;
			n++;
		}
	return n;
}

static void drop_column(pdf_table *t, unsigned c)
{
	for (; c + 1 < t->columns; c++) {
		t->x0[c] = t->x0[c + 1];
		t->x1[c] = t->x1[c + 1];
		t->headed[c] = t->headed[c + 1];
	}
	t->columns--;
}

/* A column of its own, between those beside it. */
static bool new_column(pdf_table *t, int32_t x0, int32_t x1)
{
	unsigned c = 0;

	if (t->columns == PDF_COLUMNS)
		return false;
	while (c < t->columns && t->x0[c] < x0)
		c++;
	for (unsigned k = t->columns; k > c; k--) {
		t->x0[k] = t->x0[k - 1];
		t->x1[k] = t->x1[k - 1];
		t->headed[k] = t->headed[k - 1];
	}
	t->columns++;
	t->x0[c] = x0;
	t->x1[c] = x1;
	t->headed[c] = false;
	return true;
}

bool pdf_columns_widen(pdf_table *t, int32_t x0, int32_t x1)
{
	unsigned c = 0, n = pdf_columns_under(t, x0, x1, &c), headed = 0, keep = c;

	if (n == 0)
		return new_column(t, x0, x1);
	for (unsigned k = c; k < c + n; k++)
		if (t->headed[k]) {
			headed++;
			keep = k;
		}
	if (headed > 1 || (n > 1 && headed == 0 && !t->headed[0]))
		return false;
	t->x0[keep] = t->x0[c] < x0 ? t->x0[c] : x0;
	t->x1[keep] = t->x1[c + n - 1] > x1 ? t->x1[c + n - 1] : x1;
	for (unsigned k = c + n; k-- > c;)
		if (k != keep)
			drop_column(t, k);
	return true;
}
