/*
 * due_weeks.c - weeks in which much meets, and days on which something comes again.
 */
#include <stdlib.h>

#include "register/look/due.h"

enum { WEEK = 7, WEEKS_AHEAD = 10, COLLISION = 3, MEETINGS_MOST = 400 };

static int32_t monday_of(int32_t day)
{
	return day - civil_weekday(day);
}

static void add_thing(arena *a, due_report *ret, due_thing t)
{
	int32_t monday = monday_of((int32_t)(t.minute / CMIN_DAY));
	due_week *w = NULL;

	for (uint32_t i = 0; i < ret->collisions.n && w == NULL; i++)
		if (ret->collisions.p[i].monday == monday)
			w = &ret->collisions.p[i];
	if (w == NULL) {
		w = VEC_PUSH(a, &ret->collisions);
		w->monday = monday;
	}
	*VEC_PUSH(a, &w->things) = t;
}

static int by_minute(const void *pa, const void *pb)
{
	const due_thing *a = pa, *b = pb;

	return a->minute < b->minute ? -1 : a->minute > b->minute;
}

static int by_monday(const void *pa, const void *pb)
{
	const due_week *a = pa, *b = pb;

	return a->monday < b->monday ? -1 : a->monday > b->monday;
}

/* Only weeks that are full stay. */
static void settle(due_report *ret)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < ret->collisions.n; i++) {
		due_week *w = &ret->collisions.p[i];

		if (w->things.n < COLLISION)
			continue;
		qsort(w->things.p, w->things.n, sizeof *w->things.p, by_minute);
		ret->collisions.p[n++] = *w;
	}
	ret->collisions.n = n;
	if (n > 1)
		qsort(ret->collisions.p, n, sizeof *ret->collisions.p, by_monday);
}

/* A meeting and the notice of its conclusion are one meeting. */
static bool same_meeting(const sql_due_meetings_row *a, const sql_due_meetings_row *b)
{
	return a->start_minute == b->start_minute ||
	       (a->start_minute / CMIN_DAY == b->start_minute / CMIN_DAY &&
	        (slice_eq(a->status, S("held")) || slice_eq(b->status, S("held"))));
}

static rc add_meetings(reg *r, const due_ask *ask, int32_t from, int32_t to, arena *a,
                       due_report *ret, err *e)
{
	sql_due_meetings_rows rows = {0};
	sql_due_meetings_in in = {ask->agency, (int64_t)from * CMIN_DAY,
	                          (int64_t)to * CMIN_DAY + CMIN_DAY - 1, r->minute / CMIN_DAY,
	                          MEETINGS_MOST};
	rc code = sql_due_meetings(r->d, &r->who, in, a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_due_meetings_row *m = &rows.p[i];

		if (i == 0 || !same_meeting(m - 1, m))
			add_thing(a, ret,
			          (due_thing){"meeting", m->pub, m->title, m->start_minute});
	}
	return code;
}

rc due_collisions(reg *r, const due_ask *ask, arena *a, due_report *ret, err *e)
{
	int32_t from = monday_of(ask->from != DUE_NO_DAY ? ask->from
	                                                 : (int32_t)(r->minute / CMIN_DAY));
	int32_t to = ask->to != DUE_NO_DAY ? ask->to : from + WEEKS_AHEAD * WEEK - 1;
	int64_t since = (int64_t)from * CMIN_DAY, until = (int64_t)to * CMIN_DAY + CMIN_DAY - 1;
	rc code;

	for (uint32_t i = 0; i < ret->mine.rows.n; i++) {
		const sql_obligation_list_row *o = &ret->mine.rows.p[i];

		if (o->due >= since && o->due <= until)
			add_thing(a, ret, (due_thing){"mine", o->pub, o->action, o->due});
	}
	for (uint32_t i = 0; i < ret->awaited.n; i++) {
		const sql_due_rounds_row *c = &ret->awaited.p[i];

		if (c->due != DB_NULL && c->due >= since && c->due <= until)
			add_thing(a, ret, (due_thing){"awaited", c->pub, c->title, c->due});
	}
	code = add_meetings(r, ask, from, to, a, ret, e);
	settle(ret);
	return code;
}

/* --- rules --- */

static int number_of(slice s)
{
	return (int)slice_number(s, 9999);
}

static int32_t month_end(int32_t y, int mo)
{
	return civil_days(y, mo, civil_month_days(y, mo));
}

static int32_t next_monthly(slice day, int32_t from)
{
	civil c = civil_of_days(from);
	int d = slice_eq(day, S("-1")) ? 31 : number_of(day);

	for (int i = 0; d > 0 && i < 2; i++) {
		int most = civil_month_days(c.y, c.mo);
		int32_t at = civil_days(c.y, c.mo, d < most ? d : most);

		if (at >= from)
			return at;
		c.mo = (int8_t)(c.mo == 12 ? 1 : c.mo + 1);
		c.y += c.mo == 1;
	}
	return DUE_NO_DAY;
}

static int32_t next_weekly(slice day, int32_t from)
{
	static const char *const days[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

	for (int i = 0; i < WEEK; i++)
		if (slice_starts(day, slice_c(days[i])))
			return from + (i - civil_weekday(from) + WEEK) % WEEK;
	return DUE_NO_DAY;
}

static int32_t next_yearly(slice day, int32_t from)
{
	civil c = civil_of_days(from);
	slice month;
	int mo = 12, d = 31;

	if (day.n > 0) {
		if (!slice_cut(&day, '-', &month))
			return DUE_NO_DAY;
		mo = number_of(month);
		d = number_of(day);
	}
	for (int i = 0; i < 2; i++)
		if (civil_exists(c.y + i, mo, d) && civil_days(c.y + i, mo, d) >= from)
			return civil_days(c.y + i, mo, d);
	return DUE_NO_DAY;
}

int32_t due_next(slice rule, int32_t day)
{
	civil c = civil_of_days(day);
	slice kind;

	if (!slice_starts(rule, S("R:")))
		return DUE_NO_DAY;
	rule = (slice){rule.p + 2, rule.n - 2};
	if (!slice_next(&rule, ':', &kind))
		return DUE_NO_DAY;
	if (slice_eq(kind, S("monthly")))
		return next_monthly(rule.n > 0 ? rule : S("-1"), day);
	if (slice_eq(kind, S("weekly")))
		return next_weekly(rule.n > 0 ? rule : S("fri"), day);
	if (slice_eq(kind, S("yearly")))
		return next_yearly(rule, day);
	if (slice_eq(kind, S("quarterly")))
		return month_end(c.y, (c.mo + 2) / 3 * 3);
	return DUE_NO_DAY;
}
