/*
 * desk.c - Bàn làm việc: what waits for its reader first, then what happens around.
 */
#include "model/civil.h"
#include "model/roles.h"
#include "model/vi_format.h"
#include "register/duty/tally.h"
#include "register/event.h"
#include "register/event_words.h"
#include "views.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"

/* WIDE_LIST: of so many parts those of one duty are one row. */
enum { SHORT_LIST = 6, WIDE_LIST = 200, NEXT_DAYS = 7, NEXT_DAYS_OWN = 30, LOG_LINES = 1000 };

static slice today_words(visit *p)
{
	strbuf b;

	strbuf_over(&b, arena_room(p->a, 96), 96);
	vi_day(&b, (int32_t)(p->r->minute / CMIN_DAY));
	return strbuf_slice(&b);
}

static rc count(visit *p, enum duty_view view, int64_t agency, int64_t *ret, err *e)
{
	return tables_count(p->r, &(duty_ask){.view = view, .agency = agency}, ret, e);
}

static rc list(visit *p, enum duty_view view, int64_t agency, duty_rows *to, err *e)
{
	duty_ask ask = {.view = view, .agency = agency, .uncounted = true, .most = SHORT_LIST};
	duty_page found;

	return rows_find(p, &ask, to, &found, e);
}

/* A duty of all communes is one row, the most urgent of its parts: it would be the whole list.
 * What comes last of so many may have more than were looked at. */
static rc list_duties(visit *p, enum duty_view view, duty_rows *to, err *e)
{
	duty_ask ask = {.view = view, .agency = DB_NULL, .most = SHORT_LIST};
	duty_heads found;
	rc code = tables_heads(p->r, &ask, WIDE_LIST, p->a, &found, e);

	if (code != RC_OK)
		return code;
	rows_duties(p, &found.rows, to);
	for (uint32_t i = 0; i < to->n; i++)
		if (found.others.p[i] > 0)
			to->p[i].others = found.looked < WIDE_LIST
			                          ? page_link(p, "và %lld đơn vị khác",
			                                      (long long)found.others.p[i])
			                          : S("và nhiều đơn vị khác");
	return RC_OK;
}

static rc fill_meetings(visit *p, int64_t agency, desk_view *v, err *e)
{
	int64_t today = p->r->minute / CMIN_DAY, end = (today + 1) * CMIN_DAY - 1;
	sql_meeting_list_rows now = {0}, next = {0};
	sql_meeting_list_in in = {.since = today * CMIN_DAY,
	                          .until = end,
	                          .agency = agency,
	                          .day = today,
	                          .down = 0,
	                          .most = 12};
	rc code = sql_meeting_list(p->r->d, &p->r->who, in, p->a, &now, e);

	in.since = end + 1;
	in.until = end + (v->office ? NEXT_DAYS : NEXT_DAYS_OWN) * CMIN_DAY;
	in.most = SHORT_LIST;
	if (code == RC_OK)
		code = sql_meeting_list(p->r->d, &p->r->who, in, p->a, &next, e);
	if (code == RC_OK)
		code = rows_meetings(p, &now, &v->today, e);
	return code == RC_OK ? rows_meetings(p, &next, &v->next, e) : code;
}

static rc fill_counts(visit *p, int64_t agency, desk_view *v, err *e)
{
	sql_tally_buckets_row sums;
	rc code = tally_get(p->r, agency == DB_NULL ? TALLY_PROVINCE : agency, &sums, e);

	v->done_in_time = sums.done_in_time;
	v->done_late = sums.done_late;
	v->open_in_time = sums.open_in_time;
	v->open_late = sums.open_late;
	v->undated = sums.undated;
	v->total = sums.done_in_time + sums.done_late + sums.open_in_time + sums.open_late;
	v->open = sums.open_in_time + sums.open_late + sums.undated;
	v->bar = page_bar(sums.done_in_time, sums.done_late, sums.open_in_time, sums.open_late);
	if (code == RC_OK)
		code = count(p, DUTY_OVERDUE, agency, &v->overdue, e);
	if (code == RC_OK)
		code = count(p, DUTY_WEEK, agency, &v->week, e);
	if (code == RC_OK)
		code = count(p, DUTY_REPORTED, agency, &v->reported, e);
	if (code == RC_OK && !v->office)
		return count(p, DUTY_RETURNED, agency, &v->returned, e);
	return code == RC_OK ? count(p, DUTY_ASKED, agency, &v->asked, e) : code;
}

/* Since yesterday began; of the last lines of the log alone, so that a busy log costs no more. */
static rc fill_changes(visit *p, desk_view *v, err *e)
{
	int64_t yesterday = clock_of_day(p->r->minute / CMIN_DAY - 1), stamp = 0;
	sql_duty_changes_rows rows = {0};
	rc code = event_stamp(p->r, &stamp, e);

	if (code == RC_OK)
		code = sql_duty_changes(
			p->r->d, &p->r->who,
			(sql_duty_changes_in){stamp - LOG_LINES, yesterday, SHORT_LIST}, p->a,
			&rows, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		*VEC_PUSH(p->a, &v->changes) = (change_row){
			rows.p[i].pub, event_wording(rows.p[i].verb), rows.p[i].action,
			rows.p[i].agency_name, page_time(p, rows.p[i].at)};
	return code;
}

static rc fill_reviews(visit *p, desk_view *v, err *e)
{
	sql_review_waiting_rows rows = {0};
	rc code = sql_review_waiting(p->r->d, &p->r->who, (sql_review_waiting_in){SHORT_LIST}, p->a,
	                             &rows, e);

	for (uint32_t i = 0; i < rows.n; i++)
		*VEC_PUSH(p->a, &v->to_review) = (review_row){
			rows.p[i].pub,      rows_numbered(rows.p[i].number),
			rows.p[i].title,    rows_purpose(rows.p[i].purpose),
			rows.p[i].proposed, rows.p[i].doubtful,
			rows.p[i].meetings};
	v->waiting = v->to_review.n;
	return code;
}

static rc fill_office(visit *p, desk_view *v, err *e)
{
	rc code = fill_reviews(p, v, e);

	v->reviews = page_may(p, RIGHT_REVIEW);
	v->reports = page_may(p, RIGHT_REPORT);
	v->uploads = page_may(p, RIGHT_UPLOAD);
	v->grants = page_may(p, RIGHT_GRANT);
	v->decides = page_may(p, RIGHT_DECIDE);
	if (code == RC_OK)
		code = tables_followed(p->r, &v->tracked, e);
	if (code == RC_OK)
		code = list(p, DUTY_REPORTED, DB_NULL, &v->to_confirm, e);
	if (code == RC_OK)
		code = list(p, DUTY_ASKED, DB_NULL, &v->asking, e);
	return code == RC_OK ? rows_board(p, false, &v->agencies, &v->districts, e) : code;
}

static rc fill_documents(visit *p, desk_view *v, err *e)
{
	sql_document_list_rows rows = {0};
	rc code = sql_document_list(p->r->d, &p->r->who,
	                            (sql_document_list_in){.waiting = DB_NULL,
	                                                   .reviewed = DB_NULL,
	                                                   .agency = DB_NULL,
	                                                   .since = DB_NULL,
	                                                   .until = DB_NULL,
	                                                   .only = DB_NULL,
	                                                   .most = SHORT_LIST},
	                            p->a, &rows, e);

	for (uint32_t i = 0; i < rows.n; i++)
		*VEC_PUSH(p->a,
		          &v->documents) = (review_row){.pub = rows.p[i].pub,
		                                        .number = rows_numbered(rows.p[i].number),
		                                        .title = rows.p[i].title,
		                                        .purpose = rows_purpose(rows.p[i].purpose)};
	return code;
}

/* What the body has to answer. */
static rc fill_petitions(visit *p, int64_t agency, desk_view *v, err *e)
{
	sql_petition_page_rows rows = {0};
	rc code = sql_petition_page(p->r->d, &p->r->who,
	                            (sql_petition_page_in){.open = 1,
	                                                   .answered = DB_NULL,
	                                                   .late = DB_NULL,
	                                                   .owner = agency,
	                                                   .most = SHORT_LIST},
	                            p->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		*VEC_PUSH(p->a,
		          &v->petitions) = (petition_row){.pub = rows.p[i].pub,
		                                          .words = rows.p[i].words,
		                                          .petitioner = rows.p[i].petitioner,
		                                          .left = page_left(p, rows.p[i].due),
		                                          .mood = page_mood(p, rows.p[i].due)};
	return code;
}

static rc fill_body(visit *p, int64_t agency, desk_view *v, err *e)
{
	rc code = fill_documents(p, v, e);

	if (code == RC_OK)
		code = fill_petitions(p, agency, v, e);
	if (code == RC_OK)
		code = list(p, DUTY_RETURNED, agency, &v->back, e);
	return code == RC_OK ? list(p, DUTY_NEW, agency, &v->fresh, e) : code;
}

rc page_desk(visit *p, err *e)
{
	int64_t agency = p->r->who.all ? DB_NULL : p->r->who.agency;
	desk_view v = {.frame = page_frame(p, S("Bàn làm việc"), S("/")),
	               .day = today_words(p),
	               .name = p->who.name,
	               .office = p->r->who.all};
	rc code = fill_counts(p, agency, &v, e);

	if (code == RC_OK)
		code = fill_meetings(p, agency, &v, e);
	if (code == RC_OK)
		code = v.office ? list_duties(p, DUTY_OVERDUE, &v.late, e)
		                : list(p, DUTY_OVERDUE, agency, &v.late, e);
	if (code == RC_OK)
		code = v.office ? list_duties(p, DUTY_WEEK, &v.soon, e)
		                : list(p, DUTY_WEEK, agency, &v.soon, e);
	if (code == RC_OK)
		code = fill_changes(p, &v, e);
	if (code == RC_OK)
		code = v.office ? fill_office(p, &v, e) : fill_body(p, agency, &v, e);
	if (code == RC_OK)
		view_desk(&p->to->body, &v);
	p->keep = code == RC_OK;
	return code;
}
