/*
 * calendar.c - Lịch công tác: a month of weeks with its meetings and limits, and as a list.
 */
#include "views.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"

enum { MOST = 400 };

/* "2026-11" of the query, else the month of today: its first day. */
static int32_t month_of(visit *p)
{
	slice s = http_query(p->q, S("thang")), year;
	civil now = civil_of_days((int32_t)(p->r->minute / CMIN_DAY));

	if (slice_cut(&s, '-', &year)) {
		int64_t y = page_number(year, 0, 2999), m = page_number(s, 0, 12);

		if (y >= 1990 && m >= 1)
			return civil_days((int32_t)y, (int)m, 1);
	}
	return civil_days(now.y, now.mo, 1);
}

static slice month_link(visit *p, int32_t day)
{
	civil c = civil_of_days(day);

	return page_link(p, "/lich?thang=%d-%02d", c.y, c.mo);
}

static void add_weeks(visit *p, int32_t first, int days, calendar_view *v)
{
	int32_t from = first - civil_weekday(first), today = (int32_t)(p->r->minute / CMIN_DAY);
	int32_t last = first + days - 1, end = last + 6 - civil_weekday(last);

	for (int32_t day = from; day <= end; day++) {
		if (civil_weekday(day) == 0)
			*VEC_PUSH(p->a, &v->weeks) = (week_row){{0}};
		*VEC_PUSH(p->a, &v->weeks.p[v->weeks.n - 1].days) = (day_cell){
			.number = page_link(p, "%d", civil_of_days(day).d),
			.kind = day < first || day > last              ? S("out")
		                : day == today                         ? S("today")
		                : calendar_is_working(&p->r->cal, day) ? S("work")
		                                                       : S("off"),
		};
	}
}

static day_cell *cell_of(calendar_view *v, int32_t from, int64_t minute)
{
	int64_t at = minute / CMIN_DAY - from;

	if (at < 0 || at >= (int64_t)v->weeks.n * 7)
		return NULL;
	return &v->weeks.p[at / 7].days.p[at % 7];
}

static rc fill_limits(visit *p, int32_t from, int64_t until, calendar_view *v, err *e)
{
	sql_calendar_limits_rows rows = {0};
	rc code = sql_calendar_limits(
		p->r->d, &p->r->who,
		(sql_calendar_limits_in){.since = (int64_t)from * CMIN_DAY,
	                                 .until = until,
	                                 .agency = p->r->who.all ? DB_NULL : p->r->who.agency},
		p->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		day_cell *cell = cell_of(v, from, rows.p[i].due);

		if (cell == NULL)
			continue;
		cell->due += rows.p[i].n;
		if (rows.p[i].due < p->r->minute)
			cell->late += rows.p[i].n;
	}
	return code;
}

static slice month_words(visit *p, int32_t first)
{
	civil c = civil_of_days(first);

	return page_link(p, "Tháng %d/%d", c.mo, c.y);
}

rc page_calendar(visit *p, err *e)
{
	int32_t first = month_of(p), from = first - civil_weekday(first);
	civil c = civil_of_days(first);
	int days = civil_month_days(c.y, c.mo);
	int64_t until;
	calendar_view v = {.frame = page_frame(p, S("Lịch công tác"), S("/lich"))};
	sql_meeting_list_rows rows = {0};
	rc code;

	v.month = month_words(p, first);
	v.before = month_link(p, first - 1);
	v.after = month_link(p, first + days);
	add_weeks(p, first, days, &v);
	until = ((int64_t)from + (int64_t)v.weeks.n * 7) * CMIN_DAY - 1;
	code = sql_meeting_list(
		p->r->d, &p->r->who,
		(sql_meeting_list_in){.since = (int64_t)from * CMIN_DAY,
	                              .until = until,
	                              .agency = p->r->who.all ? DB_NULL : p->r->who.agency,
	                              .day = first,
	                              .most = MOST},
		p->a, &rows, e);
	if (code == RC_OK)
		code = fill_limits(p, from, until, &v, e);
	if (code != RC_OK)
		return code;
	rows_meetings(p, &rows, &v.list);
	for (uint32_t i = 0; i < rows.n; i++) {
		day_cell *cell = cell_of(&v, from, rows.p[i].start_minute);

		if (cell != NULL)
			*VEC_PUSH(p->a, &cell->meetings) = v.list.p[i];
	}
	view_calendar(&p->to->body, &v);
	return RC_OK;
}
