/*
 * dates_list.c - ranges ("từ 14h00 đến 17h00") and lists ("ngày 14, 15 và 16/11/2012"):
 * their members lend each other month, year and hour.
 *
 * Looks at LIST_MAX members at most. Members that follow each other in what somebody must do
 * ("trong quý II và quý III/2026") are one stretch of time; else each is a date of its own.
 */
#include "reading/facts/dates/dates_priv.h"

enum { LIST_MAX = 16, ANY_YEAR = 2023 };

/* Of two members, what one has and the other lacks. */
static void lend(when *to, const when *from)
{
	if (!(to->has & HAS_DAY) && (from->has & HAS_DAY) && (to->has & HAS_CLOCK)) {
		to->d = from->d;
		to->has |= HAS_DAY;
	}
	if (!(to->has & HAS_MONTH) && (from->has & HAS_MONTH) && (to->has & HAS_DAY)) {
		to->mo = from->mo;
		to->has |= HAS_MONTH;
	}
	if (!(to->has & HAS_YEAR) && (from->has & HAS_YEAR)) {
		to->y = from->y;
		to->has |= HAS_YEAR | HAS_YEAR_LENT;
	}
	if (from->each && !(to->has & HAS_CLOCK) && (to->has & HAS_DAY)) {
		to->h = from->h;
		to->mi = from->mi;
		to->each = true;
		to->has |= from->has & (HAS_CLOCK | HAS_MINUTE);
	}
}

static uint16_t family(const when *w)
{
	if (w->has & (HAS_DAY | HAS_CLOCK | HAS_WEEKDAY))
		return HAS_DAY;
	if (w->has & HAS_QUARTER)
		return HAS_QUARTER;
	return w->has & HAS_MONTH ? HAS_MONTH : HAS_YEAR;
}

/* "từ ngày 07/02 (tức ngày 26 tháng Chạp) đến": behind the same day by another calendar, at token p */
static uint32_t gloss_skip(const dscan *c, uint32_t p)
{
	enum { GLOSS = 16 };

	if (!dmark(c, p, '(') || !(dis(c, p + 1, W_TUWC_1) || dis(c, p + 1, W_NHAM)))
		return p;
	for (uint32_t q = p + 2; q < p + GLOSS && dtok(c, q)->kind != TOK_END; q++)
		if (dmark(c, q, ')'))
			return q + 1;
	return p;
}

/* "từ ngày 14-7 đến 14-8", "từ ngày 25 đến 29-3": the month of a bare day that ends a stretch */
static uint32_t month_behind_dash(const dscan *c, uint32_t q, when *w)
{
	const token *m = dtok(c, q + 1);

	if ((w->has & ~HAS_NAME) != HAS_DAY || !dmark(c, q, '-') || !dtight(c, q) ||
	    !dtight(c, q + 1) || m->kind != TOK_NUM || m->len > 2 || m->num == 0 || m->num > 12 ||
	    dis(c, q + 2, W_THANG) || dmark(c, q + 2, '/') || dmark(c, q + 2, '-'))
		return q;
	w->mo = (int8_t)m->num;
	w->has |= HAS_MONTH;
	return q + 2;
}

/* "đến 17h00 ngày 12/9/2017", "- 27/12/2017", "đến hết năm 2025", "cho đến ngày 15/3" */
uint32_t range_read(const dscan *c, uint32_t e, find *f)
{
	uint32_t p = gloss_skip(c, e), q;
	bool dash = dmark(c, e, '-');
	when b = {0};

	p += dmark(c, p, ',');
	p += dis(c, p, W_CHO);
	if (f->a.has & (HAS_MONTHS | HAS_WEEK))
		return e;
	if (dash)
		p = e + 1;
	else if (dis(c, p, W_DEN) || dis(c, p, W_TOWI_1))
		p += 1 + dis(c, p + 1, W_HET);
	else
		return e;
	q = item_read(c, p, &f->a, &b);
	if (!dash && q != p)
		q = month_behind_dash(c, q, &b);
	if (q == p || family(&f->a) != family(&b) || (b.has & (HAS_MONTHS | HAS_WEEK)))
		return e;
	/* A dash binds only what lacks its year or day: "14h00 - 17h00", "25-27/12/2017"; and
	 * hours of one day: "ngày 20/5/2026, từ 8h00 - 11h30". */
	if (dash && (f->a.has & HAS_YEAR) && family(&f->a) != HAS_YEAR && !(b.has & HAS_YEAR) &&
	    !((f->a.has & b.has & HAS_CLOCK) && !(b.has & HAS_DAY)))
		return e;
	lend(&f->a, &b);
	lend(&b, &f->a);
	if (!(b.has & HAS_CLOCK) != !(f->a.has & HAS_CLOCK) && dash)
		return e;
	/* but "từ ngày 1 đến ngày 5 hằng tháng" */
	if ((f->a.has & HAS_DAY) && !(f->a.has & HAS_MONTH) && !comes_monthly(c, q))
		return e;
	f->b = b;
	f->range = true;
	return q;
}

/* How many days, months or quarters b begins after a; 0 for none of these, or with an hour. */
static int32_t steps_between(const when *a, const when *b)
{
	if ((a->has | b->has) & (HAS_CLOCK | HAS_WEEKDAY | HAS_DAYPART | HAS_MONTHS | HAS_WEEK))
		return 0;
	if (a->has & b->has & HAS_DAY) {
		int32_t y = a->has & HAS_YEAR ? a->y : ANY_YEAR, z = b->has & HAS_YEAR ? b->y : y;

		if (!civil_exists(y, a->mo, a->d) || !civil_exists(z, b->mo, b->d))
			return 0;
		return civil_days(z, b->mo, b->d) - civil_days(y, a->mo, a->d);
	}
	if (a->has & b->has & HAS_QUARTER)
		return 4 * (b->y - a->y) + b->q - a->q;
	return a->has & b->has & HAS_MONTH ? 12 * (b->y - a->y) + b->mo - a->mo : 0;
}

/* "trong các ngày 21 và 22/7/2026", "quý II và quý III/2026": one stretch of time. False,
 * and nothing written, when the members are not next to each other or each is a day of its
 * own. */
static bool stretch_emit(dscan *c, const find *items, uint32_t n)
{
	find f = items[0];

	for (uint32_t k = 1; k < n; k++)
		if (steps_between(&items[k - 1].a, &items[k].a) != 1)
			return false;
	f.to = items[n - 1].to;
	bound_read(c, c->done, &f);
	if (f.bound != BOUND_WITHIN)
		return false;
	f.b = items[n - 1].a;
	f.range = true;
	dates_emit(c, &f);
	return true;
}

/* The members of "ngày 14, 15 và 16/11/2012" after the first. Each lends from the
 * next; the list ends with the last member that brings a month or a year. */
uint32_t list_read(dscan *c, uint32_t e, find *first)
{
	find items[LIST_MAX];
	uint32_t n = 1, whole = 0, p = e, end;
	const when *a = &first->a;
	bool plural = dis(c, first->from - 1, W_CAC);

	if ((a->has & HAS_YEAR) && family(a) != HAS_YEAR)
		return e;
	items[0] = *first;
	items[0].to = e;
	while (n < LIST_MAX && (dmark(c, p, ',') || dis(c, p, W_VA) || dmark(c, p, ';'))) {
		find *f = &items[n];
		uint32_t q = p + 1;

		*f = (find){.from = q, .inclusive = first->inclusive};
		p = item_read(c, q, a, &f->a);
		if (p == q || family(&f->a) != family(a))
			break;
		/* A bare figure counts only until a figure with more stands behind it. */
		f->to = p;
		n++;
		if ((f->a.has & HAS_YEAR) ||
		    ((f->a.has & HAS_DAY) && (f->a.has & HAS_MONTH) && !(a->has & HAS_MONTH)) ||
		    (family(a) != HAS_DAY && ((f->a.has & HAS_NAME) || plural)))
			whole = n;
		if ((f->a.has & HAS_YEAR) && family(a) != HAS_YEAR)
			break;
	}
	end = items[n - 1].to;
	if (n > 1 && recurring_suffix(c, end, &items[n - 1]) != end) {
		whole = n;
		items[n - 1].to = recurring_suffix(c, end, &items[n - 1]);
		for (uint32_t k = 0; k + 1 < n; k++) {
			items[k].rec = items[n - 1].rec;
			items[k].rec_count = items[n - 1].rec_count;
		}
	}
	if (whole < 2)
		return e;
	for (uint32_t k = whole - 1; k > 0; k--)
		lend(&items[k - 1].a, &items[k].a);
	for (uint32_t k = 1; k < whole && items[0].a.each; k++)
		lend(&items[k].a, &items[k - 1].a);
	if (items[0].rec == REC_NONE && stretch_emit(c, items, whole))
		return items[whole - 1].to;
	for (uint32_t k = 0; k < whole; k++) {
		if (k == 0) {
			bound_read(c, c->done, &items[0]);
		} else {
			items[k].bound = items[0].bound;
			items[k].inclusive = items[0].inclusive;
			items[k].flags = items[0].flags & DF_CONTRADICTORY_BOUND;
		}
		if (dates_whole(c, &items[k]))
			dates_emit(c, &items[k]);
	}
	return items[whole - 1].to;
}
