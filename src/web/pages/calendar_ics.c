/*
 * calendar_ics.c - the address that somebody's calendar asks: /lich/TOKEN.ics. The token is all
 * that it brings; it is good for this and nothing else, and the log shows only its route.
 */
#include "exchange/ics.h"
#include "model/roles.h"
#include "register/look/tables.h"
#include "register/people/tokens.h"
#include "web/pages/calendar_clash.h"
#include "web/pages/pages.h"

enum { BEFORE_DAYS = 60, AFTER_DAYS = 400, MOST = 2000, DUTIES = 500 };

typedef VEC(ics_event) ics_events;

static bool has_hour(slice starts)
{
	return starts.n > 0 && memchr(starts.p, 'T', starts.n) != NULL;
}

static void add_meeting(visit *p, const sql_meeting_list_row *m, ics_events *to)
{
	int64_t lasts = calendar_minutes(m->duration);

	*VEC_PUSH(p->a, to) = (ics_event){
		.uid = page_link(p, "%.*s@dondoc", (int)m->pub.n, m->pub.p),
		.title = m->title.n > 0 ? m->title : S("Cuộc họp"),
		.place = m->place,
		.words = m->chair.n > 0 ? page_link(p, "Người chủ trì họp: %.*s", (int)m->chair.n,
	                                            m->chair.p)
	                                : (slice){0},
		.from = m->start_minute,
		.to = m->start_minute + lasts,
		.whole_day = !has_hour(m->starts),
		.cancelled = slice_eq(m->status, S("cancelled")),
		.alarm = true};
}

static rc add_meetings(visit *p, int32_t today, ics_events *to, err *e)
{
	sql_meeting_list_rows rows = {0};
	rc code = sql_meeting_list(
		p->r->d, &p->r->who,
		(sql_meeting_list_in){.since = (int64_t)(today - BEFORE_DAYS) * CMIN_DAY,
	                              .until = (int64_t)(today + AFTER_DAYS) * CMIN_DAY,
	                              .agency = p->r->who.all ? DB_NULL : p->r->who.agency,
	                              .day = today,
	                              .down = DB_NULL,
	                              .most = MOST},
		p->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		if (!slice_eq(rows.p[i].state, S("proposed")))
			add_meeting(p, &rows.p[i], to);
	return code;
}

/* What a body has to do, each with its limit. */
static rc add_duties(visit *p, ics_events *to, err *e)
{
	duty_ask ask = {.view = DUTY_OPEN, .agency = p->r->who.agency, .most = DUTIES};
	duty_page page = {0};
	rc code = tables_duties(p->r, &ask, p->a, &page, e);

	for (uint32_t i = 0; code == RC_OK && i < page.rows.n; i++) {
		const sql_duty_table_row *o = &page.rows.p[i];

		if (o->due == DB_NULL)
			continue;
		*VEC_PUSH(p->a, to) = (ics_event){
			.uid = page_link(p, "%.*s@dondoc", (int)o->pub.n, o->pub.p),
			.title = page_link(p, "Đến hạn: %.*s", (int)o->action.n, o->action.p),
			.words = o->number,
			.from = o->due / CMIN_DAY * CMIN_DAY,
			.whole_day = true,
			.alarm = true};
	}
	return code;
}

/* The Office sees everybody's: a day says how many fall due. */
static rc add_days(visit *p, int32_t today, ics_events *to, err *e)
{
	sql_calendar_limits_rows rows = {0};
	int64_t day, n;
	rc code = sql_calendar_limits(
		p->r->d, &p->r->who,
		(sql_calendar_limits_in){(int64_t)today * CMIN_DAY,
	                                 (int64_t)(today + AFTER_DAYS) * CMIN_DAY, DB_NULL},
		p->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n;) {
		day = rows.p[i].due / CMIN_DAY;
		for (n = 0; i < rows.n && rows.p[i].due / CMIN_DAY == day; i++)
			n += rows.p[i].n;
		*VEC_PUSH(p->a,
		          to) = (ics_event){.uid = page_link(p, "han-%lld@dondoc", (long long)day),
		                            .title = page_count(p, n, " phần việc đến hạn"),
		                            .from = day * CMIN_DAY,
		                            .whole_day = true};
	}
	return code;
}

static rc who_asks(visit *p, err *e)
{
	slice shown = p->args[0], scopes = {0};
	bool found = false;
	rc code = RC_OK;

	if (shown.n > 4 && slice_eq((slice){shown.p + shown.n - 4, 4}, S(".ics")))
		code = tokens_who(p->r, (slice){shown.p, shown.n - 4}, p->a, &p->who, &scopes,
		                  &found, e);
	if (code == RC_OK && (!found || !scope_has(scopes, SCOPE_CALENDAR)))
		code = err_set(e, RC_INPUT, MSG_NO_SUCH, "no such calendar");
	if (code == RC_OK)
		p->r->who = people_viewer(&p->who);
	return code;
}

rc page_calendar_ics(visit *p, err *e)
{
	int32_t today = (int32_t)(p->r->minute / CMIN_DAY);
	ics_head head = {S("Lịch công tác"), p->r->now};
	ics_events all = {0};
	rc code = who_asks(p, e);

	if (code != RC_OK)
		return code;
	code = add_meetings(p, today, &all, e);
	if (code == RC_OK && p->r->who.all)
		code = add_days(p, today, &all, e);
	else if (code == RC_OK && p->r->who.agency != 0)
		code = add_duties(p, &all, e);
	if (code != RC_OK)
		return code;
	p->to->type = S("text/calendar; charset=utf-8");
	http_header(p->q, p->to, S("Content-Disposition"), S("inline; filename=lich.ics"));
	return ics_write(&head, all.p, all.n, &p->to->body, e);
}
