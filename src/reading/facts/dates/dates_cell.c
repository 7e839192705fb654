/*
 * dates_cell.c - what is a date only where it fills its cell or line, or a bound word stands
 * right before it: "6/2026", "T6/2026", "30/6/26".
 *
 * The same figures inside a sentence are numbers of documents, fractions, marks.
 */
#include "reading/facts/dates/dates_priv.h"

/* Does a cell, a line or a bracket begin at token i? */
static bool opens(const dscan *c, uint32_t i)
{
	return i <= c->from || dtok(c, i - 1)->kind == TOK_END;
}

static bool closes(const dscan *c, uint32_t i)
{
	return dtok(c, i)->kind == TOK_END;
}

static bool bound_before(const dscan *c, uint32_t i)
{
	switch (i > c->from ? dword(c, i - 1) : 0) {
	case W_TRUOC:
	case W_TRONG:
	case W_HET:
	case W_DEN:
	case W_XONG:
	case W_THANH:
	case W_NHAT_1:
		return true;
	default:
		return false;
	}
}

uint32_t cell_month_read(const dscan *c, uint32_t i, when *w)
{
	uint32_t p = i + (dis(c, i, W_T) && dtight(c, i + 1));
	const token *m = dtok(c, p), *next = dtok(c, p + 3);

	if (m->kind != TOK_NUM || m->len > 2 || m->num < 1 || m->num > 12 ||
	    !dmark(c, p + 1, '/') || !dtight(c, p + 1) || !year_number(c, p + 2) ||
	    !dtight(c, p + 2))
		return i;
	if (!(opens(c, i) && closes(c, p + 3)) &&
	    !(bound_before(c, i) && next->kind != TOK_NUM &&
	      (next->kind != TOK_WORD || (next->flags & TF_SPACE)) && !dmark(c, p + 3, '/') &&
	      !dmark(c, p + 3, '-')))
		return i;
	w->mo = (int8_t)m->num;
	w->y = (int32_t)dtok(c, p + 2)->num;
	w->has |= HAS_MONTH | HAS_YEAR | HAS_NAME;
	return p + 3;
}

/* "20/6", "05/6" alone in a cell: no page, part or mark is written so ("2/5", "5/12"). */
static bool no_fraction(const dscan *c, uint32_t i)
{
	const token *t = dtok(c, i);

	return dmark(c, i + 1, '/') && (t->num > 12 || (t->len == 2 && t->num < 10));
}

uint32_t cell_day_read(const dscan *c, uint32_t i, when *w)
{
	when out = *w;
	uint32_t p;

	if (!opens(c, i) || dtok(c, i)->kind != TOK_NUM)
		return i;
	p = day_read(c, i, &out, true);
	if (p == i || !closes(c, p) || !((out.has & HAS_YEAR) || no_fraction(c, i)))
		return i;
	*w = out;
	return p;
}
