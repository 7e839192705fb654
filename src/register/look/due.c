/*
 * due.c - the lists of `due`, each one statement that walks an index from its first row.
 */
#include "register/look/due.h"

#include <stdlib.h>

enum { NOTICE_DAYS = 5 }; /* QĐ 45/2018/QĐ-TTg: working days after the meeting */

/* A state as bounds on `due` and `safe`. */
typedef struct limits {
	int64_t since, until, soon; /* DB_NULL: none */
	slice work;                 /* empty: any that is open */
	bool closed, undated_only, none_undated;
} limits;

static const struct {
	slice word, wording;
} times[] = {
	{S("overdue"), S("Quá hạn")},           {S("due_today"), S("Đến hạn hôm nay")},
	{S("due_soon"), S("Sắp đến hạn")},      {S("in_time"), S("Trong hạn")},
	{S("no_date"), S("Không có thời hạn")},
};
enum { OVERDUE, TODAY, SOON, IN_TIME, NO_DATE, TIMES };

bool due_state_known(slice state)
{
	for (size_t i = 0; i < TIMES; i++)
		if (slice_eq(state, times[i].word))
			return true;
	return state.n == 0 || slice_eq(state, S("open")) || work_of(state) < WORK_COUNT;
}

slice due_time_wording(slice state)
{
	for (size_t i = 0; i < TIMES; i++)
		if (slice_eq(state, times[i].word))
			return times[i].wording;
	return state;
}

static int32_t today_of(const reg *r)
{
	return (int32_t)(r->minute / CMIN_DAY);
}

/* The last minute of the day up to which "due soon" reaches. */
static int64_t soon_until(const reg *r)
{
	int32_t day = calendar_add_working_days(&r->cal, today_of(r), r->soon_days);

	return (int64_t)day * CMIN_DAY + CMIN_DAY - 1;
}

slice due_time_state(const reg *r, const sql_obligation_list_row *o)
{
	if (!work_is_open(o->work))
		return times[o->in_time ? IN_TIME : OVERDUE].word;
	if (o->due == DB_NULL)
		return times[NO_DATE].word;
	if (o->due < r->minute)
		return times[OVERDUE].word;
	if (o->due / CMIN_DAY == today_of(r))
		return times[TODAY].word;
	return times[o->safe <= soon_until(r) ? SOON : IN_TIME].word;
}

static int64_t later(int64_t a, int64_t b)
{
	return a == DB_NULL || b > a ? b : a;
}

static int64_t earlier(int64_t a, int64_t b)
{
	return a == DB_NULL || b < a ? b : a;
}

static limits limits_of(const reg *r, const due_ask *ask)
{
	limits l = {.since = DB_NULL, .until = DB_NULL, .soon = DB_NULL};
	int64_t tonight = (int64_t)today_of(r) * CMIN_DAY + CMIN_DAY - 1;
	slice s = ask->state;

	if (ask->from != DUE_NO_DAY)
		l.since = (int64_t)ask->from * CMIN_DAY;
	if (ask->to != DUE_NO_DAY)
		l.until = (int64_t)ask->to * CMIN_DAY + CMIN_DAY - 1;
	l.none_undated = l.since != DB_NULL || l.until != DB_NULL;
	if (work_of(s) < WORK_COUNT) {
		l.work = s;
		l.closed = !work_is_open(s);
	} else if (slice_eq(s, times[NO_DATE].word)) {
		l.undated_only = true;
	} else if (slice_eq(s, times[OVERDUE].word)) {
		l.until = earlier(l.until, r->minute - 1);
	} else if (s.n > 0 && !slice_eq(s, S("open"))) {
		l.since = later(l.since, r->minute);
		if (slice_eq(s, times[TODAY].word))
			l.until = earlier(l.until, tonight);
		if (slice_eq(s, times[SOON].word))
			l.soon = soon_until(r);
		l.none_undated = true;
	}
	l.none_undated |= slice_eq(s, times[OVERDUE].word);
	return l;
}

/* --- obligations --- */

enum part { DATED, UNDATED, NOBODY };

static rc page(reg *r, const due_ask *ask, const limits *l, enum part part, arena *a, due_page *ret,
               err *e)
{
	sql_obligation_list_in in = {
		.agency = part == NOBODY ? DB_NULL : ask->agency,
		.nobody = part == NOBODY ? 1 : DB_NULL,
		.dated = part == DATED ? 1 : DB_NULL,
		.undated = part == UNDATED ? 1 : DB_NULL,
		.open = !l->closed,
		.work = l->work,
		.since = part == UNDATED ? DB_NULL : l->since,
		.until = part == UNDATED ? DB_NULL : l->until,
		.soon = l->soon,
		.assignment = DB_NULL,
		.document = DB_NULL,
		.only = DB_NULL,
		.most = ask->most,
	};
	sql_obligation_count_row count = {0};
	rc code = sql_obligation_list(r->d, &r->who, in, a, &ret->rows, e);

	ret->total = code == RC_OK ? ret->rows.n : 0;
	if (code != RC_OK || ret->rows.n < ask->most)
		return code;
	code = sql_obligation_count(r->d, &r->who,
	                            (sql_obligation_count_in){in.agency, in.nobody, in.dated,
	                                                      in.undated, in.open, in.work,
	                                                      in.since, in.until, in.soon},
	                            a, &count, NULL, e);
	ret->total = count.n;
	return code;
}

static rc pages(reg *r, const due_ask *ask, const limits *l, arena *a, due_report *ret, err *e)
{
	rc code = RC_OK;

	if (!l->undated_only)
		code = page(r, ask, l, DATED, a, &ret->mine, e);
	if (code == RC_OK && !l->none_undated)
		code = page(r, ask, l, UNDATED, a, &ret->undated, e);
	if (code == RC_OK && r->who.all && ask->agency == DB_NULL && !l->undated_only)
		code = page(r, ask, l, NOBODY, a, &ret->unnamed, e);
	return code;
}

/* --- duties that name it --- */

/* A duty may name a body twice. */
static void keep(arena *a, due_duties *to, const due_duty *duty)
{
	for (uint32_t k = 0; k < to->n; k++)
		if (to->p[k].id == duty->id)
			return;
	*VEC_PUSH(a, to) = *duty;
}

/* Dated first, by date; then the newest. */
static int by_due(const void *pa, const void *pb)
{
	const due_duty *a = pa, *b = pb;

	if ((a->due == DB_NULL) != (b->due == DB_NULL))
		return a->due == DB_NULL ? 1 : -1;
	if (a->due != b->due)
		return a->due < b->due ? -1 : 1;
	return a->id > b->id ? -1 : a->id < b->id;
}

static void settle(due_duties *list, const limits *l, int64_t most)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < list->n; i++) {
		const due_duty *x = &list->p[i];

		if (x->due == DB_NULL
		            ? !l->none_undated
		            : !l->undated_only && (l->since == DB_NULL || x->due >= l->since) &&
		                      (l->until == DB_NULL || x->due <= l->until))
			list->p[n++] = *x;
	}
	list->n = n;
	if (n > 1)
		qsort(list->p, n, sizeof *list->p, by_due);
	if (list->n > most)
		list->n = (uint32_t)most;
}

/* Two statements for all of them: on PostgreSQL each is a message there and back. */
static rc duties(reg *r, const due_ask *ask, const limits *l, arena *a, due_report *ret, err *e)
{
	sql_due_named_rows own = {0};
	sql_due_grouped_rows groups = {0};
	rc code = sql_due_named(r->d, &r->who, (sql_due_named_in){ask->agency, ask->most}, a, &own,
	                        e);

	if (code == RC_OK)
		code = sql_due_grouped(r->d, &r->who,
		                       (sql_due_grouped_in){ask->agency, today_of(r), ask->most}, a,
		                       &groups, e);
	for (uint32_t i = 0; code == RC_OK && i < own.n; i++)
		keep(a, slice_eq(own.p[i].role, S("lead")) ? &ret->standing : &ret->coordinating,
		     &own.p[i]);
	for (uint32_t i = 0; code == RC_OK && i < groups.n; i++) {
		const sql_due_grouped_row *x = &groups.p[i];
		due_duty duty = {
			x->id,       x->pub,    x->action,        x->disposal,    x->nature,
			x->due,      x->words,  x->vague,         x->lead_source, x->leads,
			x->document, x->number, x->document_name, x->title,       x->role};

		keep(a, slice_eq(x->role, S("lead")) ? &ret->all : &ret->coordinating, &duty);
	}
	settle(&ret->coordinating, l, ask->most);
	settle(&ret->all, l, ask->most);
	settle(&ret->standing, l, ask->most);
	return code;
}

/* --- meetings and reports --- */

int32_t due_notice_day(const reg *r, int64_t start_minute)
{
	return calendar_add_working_days(&r->cal, (int32_t)(start_minute / CMIN_DAY), NOTICE_DAYS);
}

static rc unconcluded(reg *r, const limits *l, int64_t most, arena *a, due_report *ret, err *e)
{
	sql_meeting_unconcluded_rows rows = {0};
	rc code = sql_meeting_unconcluded(
		r->d, &r->who, (sql_meeting_unconcluded_in){r->minute, l->since, l->until, most}, a,
		&rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		due_missing *m = VEC_PUSH(a, &ret->unconcluded);

		m->meeting = rows.p[i];
		m->limit = due_notice_day(r, rows.p[i].start_minute);
		m->late = today_of(r) > m->limit;
	}
	return code;
}

static rc periodic(reg *r, const due_ask *ask, arena *a, due_report *ret, err *e)
{
	sql_periodic_list_rows rows = {0};
	rc code = sql_periodic_list(r->d, &r->who, (sql_periodic_list_in){ask->agency, ask->most},
	                            a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		due_periodic p = {rows.p[i], due_next(rows.p[i].rule, today_of(r))};

		if (p.next == DUE_NO_DAY || ask->to == DUE_NO_DAY || p.next <= ask->to)
			*VEC_PUSH(a, &ret->periodic) = p;
	}
	return code;
}

rc due_ask_all(reg *r, const due_ask *ask, arena *a, due_report *ret, err *e)
{
	limits l = limits_of(r, ask);
	rc code;

	*ret = (due_report){0};
	code = pages(r, ask, &l, a, ret, e);
	if (code == RC_OK && l.work.n == 0 && !l.undated_only)
		code = sql_due_rounds(r->d, &r->who,
		                      (sql_due_rounds_in){ask->agency, l.since, l.until, ask->most},
		                      a, &ret->awaited, e);
	if (code == RC_OK && ask->agency != DB_NULL && l.work.n == 0)
		code = duties(r, ask, &l, a, ret, e);
	if (code == RC_OK && ask->agency != DB_NULL && l.work.n == 0)
		code = due_collisions(r, ask, a, ret, e);
	if (code == RC_OK && r->who.all && ask->agency == DB_NULL && ask->state.n == 0)
		code = unconcluded(r, &l, ask->most, a, ret, e);
	return code == RC_OK && l.work.n == 0 ? periodic(r, ask, a, ret, e) : code;
}
