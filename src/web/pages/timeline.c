/*
 * timeline.c - what one body has before it, week by week: duties by their limit, meetings by
 * their hour; days on which several things meet are said.
 *
 * Shows WEEKS weeks from this one, with what is overdue before them. Costs the rows it shows.
 */
#include <stdlib.h>

#include "model/vi_format.h"
#include "views.h"
#include "web/pages/filter.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"

enum { WEEKS = 10, MOST = 400, MANY = 3 };

/* The Monday of the week of a day. */
static int32_t monday(int32_t day)
{
	return day - civil_weekday(day);
}

static slice week_words(visit *p, int32_t from, int32_t today)
{
	strbuf b;

	strbuf_over(&b, arena_room(p->a, 96), 96);
	if (monday(today) == from)
		strbuf_put(&b, S("Tuần này, "));
	strbuf_put(&b, S("từ "));
	vi_date(&b, from);
	strbuf_put(&b, S(" đến "));
	vi_date(&b, from + 6);
	return strbuf_slice(&b);
}

static slice day_words(visit *p, int32_t day)
{
	strbuf b;

	strbuf_over(&b, arena_room(p->a, 96), 96);
	vi_day(&b, day);
	return strbuf_slice(&b);
}

static void begin_weeks(visit *p, int32_t today, timeline_view *v)
{
	*VEC_PUSH(p->a, &v->weeks) = (timeline_week){.words = S("Đã quá hạn"), .late = true};
	for (int32_t i = 0; i < WEEKS; i++)
		*VEC_PUSH(p->a, &v->weeks) = (timeline_week){
			.words = week_words(p, monday(today) + i * 7, today)};
}

/* The week a minute falls in; NULL beyond the last. What is overdue comes before them. */
static timeline_week *week_of(timeline_view *v, int32_t today, int64_t minute, bool late)
{
	int32_t day = (int32_t)(minute / CMIN_DAY), i = (day - monday(today)) / 7 + 1;

	if (late)
		return &v->weeks.p[0];
	return day >= monday(today) && i <= WEEKS ? &v->weeks.p[i] : NULL;
}

static void add_item(visit *p, timeline_week *w, timeline_item item)
{
	if (w == NULL)
		return;
	*VEC_PUSH(p->a, &w->items) = item;
	w->n++;
}

static rc add_duties(visit *p, int64_t agency, int32_t today, timeline_view *v, err *e)
{
	duty_ask ask = {.view = DUTY_OPEN,
	                .agency = agency,
	                .until = (int64_t)(monday(today) + WEEKS * 7) * CMIN_DAY - 1,
	                .most = MOST};
	duty_page found = {0};
	duty_rows rows = {0};
	rc code = rows_find(p, &ask, &rows, &found, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		int64_t due = found.rows.p[i].due;
		bool late = due < p->r->minute;

		add_item(p, week_of(v, today, due, late),
		         (timeline_item){.minute = due,
		                         .href = page_link(p, "/phan-viec/%.*s",
		                                           (int)rows.p[i].pub.n, rows.p[i].pub.p),
		                         .words = rows.p[i].action,
		                         .kind = S("duty"),
		                         .mood = rows.p[i].mood,
		                         .meta = page_link(p, "Hạn %.*s", (int)rows.p[i].limit.n,
		                                           rows.p[i].limit.p)});
	}
	v->more = found.more;
	return code;
}

static rc add_meetings(visit *p, int64_t agency, int32_t today, timeline_view *v, err *e)
{
	sql_meeting_list_rows rows = {0};
	rc code = sql_meeting_list(
		p->r->d, &p->r->who,
		(sql_meeting_list_in){.since = p->r->minute,
	                              .until = (int64_t)(monday(today) + WEEKS * 7) * CMIN_DAY - 1,
	                              .agency = agency,
	                              .day = today,
	                              .most = MOST},
		p->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		add_item(p, week_of(v, today, rows.p[i].start_minute, false),
		         (timeline_item){
				 .minute = rows.p[i].start_minute,
				 .href = page_link(p, "/cuoc-hop/%.*s", (int)rows.p[i].pub.n,
		                                   rows.p[i].pub.p),
				 .words = rows.p[i].title,
				 .kind = S("meeting"),
				 .mood = S("none"),
				 .meta = page_begin(p, rows.p[i].starts, rows.p[i].start_minute)});
	return code;
}

static int by_minute(const void *a_, const void *b_)
{
	const timeline_item *a = a_, *b = b_;

	return (a->minute > b->minute) - (a->minute < b->minute);
}

/* In the order of time; a day with MANY things, or a duty due on the day of a meeting, is said
 * at its first. */
static void order_week(visit *p, timeline_week *w)
{
	if (w->items.n > 1)
		qsort(w->items.p, w->items.n, sizeof *w->items.p, by_minute);
	for (uint32_t i = 0; i < w->items.n && !w->late;) {
		int64_t day = w->items.p[i].minute / CMIN_DAY;
		uint32_t n = 0, meetings = 0, first = i;

		for (; i < w->items.n && w->items.p[i].minute / CMIN_DAY == day; i++, n++)
			meetings += slice_eq(w->items.p[i].kind, S("meeting"));
		w->items.p[first].day = day_words(p, (int32_t)day);
		if (n >= MANY || (n > 1 && meetings > 0))
			w->items.p[first].clash = page_count(p, n, " việc cùng ngày");
		w->clash |= n >= MANY || (n > 1 && meetings > 0);
	}
}

rc page_timeline(visit *p, err *e)
{
	timeline_view v = {.frame = page_frame(p, S("Theo thời gian"), S("/nhiem-vu"))};
	int32_t today = (int32_t)(p->r->minute / CMIN_DAY);
	duty_filter f = filter_read(p);
	duty_ask ask = {0};
	rc code = filter_ask(p, &f, &ask, &v.name, e);

	if (code == RC_OK && ask.agency == DB_NULL) {
		/* Of whom? The table is where one is chosen. */
		http_redirect(p->q, p->to, S("/nhiem-vu"));
		return RC_OK;
	}
	if (!p->r->who.all)
		v.name = p->who.agency_name;
	v.code = f.agency;
	begin_weeks(p, today, &v);
	if (code == RC_OK)
		code = add_duties(p, ask.agency, today, &v, e);
	if (code == RC_OK)
		code = add_meetings(p, ask.agency, today, &v, e);
	for (uint32_t i = 0; i < v.weeks.n; i++)
		order_week(p, &v.weeks.p[i]);
	if (code == RC_OK)
		view_timeline(&p->to->body, &v);
	return code;
}
