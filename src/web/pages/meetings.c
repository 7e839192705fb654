/*
 * meetings.c - Cuộc họp: the list, one of them with who takes part, and the answer of a body.
 */
#include "base/fold.h"
#include "model/roles.h"
#include "model/vi_format.h"
#include "register/links/replies.h"
#include "views.h"
#include "web/pages/meeting_parts.h"
#include "web/pages/meeting_replies.h"
#include "web/pages/meeting_twice.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"

enum { ROWS = 25, SHEET_ROWS = 1000 };

static rc find_meetings(visit *p, int64_t most, int64_t skip, sql_meeting_list_rows *ret, err *e)
{
	bool past = slice_eq(http_query(p->q, S("loc")), S("da-qua"));
	int64_t today = p->r->minute / CMIN_DAY;

	return sql_meeting_list(
		p->r->d, &p->r->who,
		(sql_meeting_list_in){.since = past ? DB_NULL : today * CMIN_DAY,
	                              .until = past ? today * CMIN_DAY - 1 : DB_NULL,
	                              .agency = p->r->who.all ? DB_NULL : p->r->who.agency,
	                              .day = today,
	                              .down = past,
	                              .most = most,
	                              .skip = skip},
		p->a, ret, e);
}

rc page_meetings(visit *p, err *e)
{
	int64_t at = page_number(http_query(p->q, S("trang")), 1, TABLES_PAGES);
	bool past = slice_eq(http_query(p->q, S("loc")), S("da-qua"));
	meetings_view v = {.frame = page_frame(p, S("Cuộc họp"), S("/cuoc-hop"))};
	sql_meeting_list_rows rows = {0};
	int64_t most = rows_whole(p) ? ROWS_PAPER : ROWS;
	slice here = past ? S("/cuoc-hop?loc=da-qua&") : S("/cuoc-hop?");
	rc code = find_meetings(p, most + 1, rows_whole(p) ? 0 : (at - 1) * ROWS, &rows, e);
	bool more = rows.n > most;

	if (code != RC_OK)
		return code;
	v.can_edit = page_may(p, RIGHT_EDIT);
	rows.n -= more;
	code = rows_meetings(p, &rows, &v.rows, e);
	if (code != RC_OK)
		return code;
	*VEC_PUSH(p->a, &v.tabs) = (option){S("/cuoc-hop"), S("Sắp tới"), !past};
	*VEC_PUSH(p->a, &v.tabs) = (option){S("/cuoc-hop?loc=da-qua"), S("Đã qua"), past};
	if (page_may(p, RIGHT_REPORT))
		*VEC_PUSH(p->a, &v.tabs) = (option){S("/chuong-trinh"),
		                                    S("Chương trình công tác tháng"), false};
	v.sheet = past ? S("/cuoc-hop/tai-excel?loc=da-qua") : S("/cuoc-hop/tai-excel");
	v.tab = past ? S("da-qua") : S("");
	v.paper = rows_paper(p, here);
	v.pager = rows_pager(p, here, at, more && !rows_whole(p),
	                     page_link(p, "Trang %lld", (long long)at));
	view_meetings(&p->to->body, &v);
	return RC_OK;
}

static const serve_column columns[] = {
	{S("STT"), 6},       {S("Thời gian"), 17},  {S("Nội dung"), 42},
	{S("Địa điểm"), 22}, {S("Hình thức"), 12},  {S("Người chủ trì họp"), 22},
	{S("Văn bản"), 14},  {S("Tình trạng"), 13}, {S("Trả lời"), 15}};

/* An hour that nobody wrote is not made one by a sheet: then the day is words. */
rc page_meetings_sheet(visit *p, err *e)
{
	serve_table t = {
		.title = S("Cuộc họp"), .columns = columns, .ncolumns = ARRAY_LEN(columns)};
	sql_meeting_list_rows rows = {0};
	meeting_rows shown = {0};
	rc code = find_meetings(p, SHEET_ROWS, 0, &rows, e);

	if (code == RC_OK)
		code = rows_meetings(p, &rows, &shown, e);
	for (uint32_t i = 0; code == RC_OK && i < shown.n; i++) {
		const meeting_row *m = &shown.p[i];
		const slice cells[] = {fold_capital(p->a, m->title),
		                       fold_capital(p->a, m->place),
		                       m->mode,
		                       fold_capital(p->a, m->chair),
		                       m->number,
		                       m->status_word,
		                       m->answered};

		*VEC_PUSH(p->a, &t.cells) = (serve_cell){.n = i + 1, .number = true};
		*VEC_PUSH(p->a, &t.cells) = (serve_cell){
			.text = m->day, .n = rows.p[i].start_minute, .minute = m->clock.n > 0};
		for (size_t k = 0; k < ARRAY_LEN(cells); k++)
			*VEC_PUSH(p->a, &t.cells) = (serve_cell){.text = cells[k]};
	}
	return code == RC_OK ? page_sheet(p, &t, "cuoc-hop", e) : code;
}

/* "Giám đốc: A, B" is read as what it says and as each of A and B, whose answers are counted:
 * on a page the words are said once. They follow one another, so the last line tells it. */
static bool is_said(const participant_rows *shown, slice words)
{
	return shown->n > 0 && words.n < shown->p[shown->n - 1].words.n &&
	       slice_has(shown->p[shown->n - 1].words, words);
}

static rc fill_people(visit *p, int64_t of, meeting_view *v, err *e)
{
	sql_meeting_guests_rows rows = {0};
	rc code = sql_meeting_guests(p->r->d, &p->r->who, (sql_meeting_guests_in){of}, p->a, &rows,
	                             e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		if (is_said(&v->people, rows.p[i].words))
			continue;
		*VEC_PUSH(p->a, &v->people) = (participant_row){
			.words = rows.p[i].words,
			.post = rows.p[i].post,
			.person = rows.p[i].person,
			.site = rows.p[i].site,
			.note = slice_has(rows.p[i].words, rows.p[i].note) ? (slice){0}
		                                                           : rows.p[i].note};
	}
	return code;
}

static rc load(visit *p, sql_meeting_one_row *ret, err *e)
{
	return sql_meeting_one(p->r->d, &p->r->who, (sql_meeting_one_in){p->args[0]}, p->a, ret,
	                       NULL, e);
}

static slice duration_words(visit *p, slice value)
{
	enum { ROOM = 120 };
	strbuf b;

	strbuf_over(&b, arena_room(p->a, ROOM), ROOM);
	vi_value(&b, value);
	return strbuf_slice(&b);
}

rc page_meeting(visit *p, err *e)
{
	meeting_view v = {.frame = page_frame(p, S("Cuộc họp"), S("/cuoc-hop"))};
	sql_meeting_one_row m;
	rc code = load(p, &m, e);

	if (code != RC_OK)
		return code;
	v.pub = m.pub;
	v.title = m.title.n > 0 ? m.title : S("Cuộc họp");
	v.frame.title = v.title;
	v.when = page_begin(p, m.starts, m.start_minute);
	v.place = m.place;
	v.chair = m.chair;
	v.mode = rows_mode(m.mode);
	v.duration = duration_words(p, m.duration);
	v.can_edit = page_may(p, RIGHT_EDIT);
	v.may_change = v.can_edit && !slice_eq(m.state, S("dropped"));
	v.status = rows_status(m.status);
	v.quote = m.quote;
	v.document = m.document;
	v.number = rows_numbered(m.number);
	v.conclusion = m.conclusion;
	v.conclusion_number = rows_numbered(m.conclusion_number);
	v.ended = slice_eq(m.status, S("held")) || slice_eq(m.status, S("cancelled")) ||
	          /* who comes late still says so: until the day is over */
	          (m.start_minute != DB_NULL &&
	           m.start_minute / CMIN_DAY < p->r->minute / CMIN_DAY);
	code = fill_people(p, m.id, &v, e);
	if (code == RC_OK)
		code = meeting_fill_replies(p, m.id, &v, e);
	if (code == RC_OK)
		code = meeting_fill_work(p, &m, &v, e);
	if (code == RC_OK)
		code = meeting_fill_twice(p, &m, &v, e);
	if (code == RC_OK)
		view_meeting(&p->to->body, &v);
	return code;
}

/* An answer, of the body that is named where the Office wrote down what it was told. */
static rc give(db *d, void *ctx, err *e)
{
	visit *p = ctx;
	sql_meeting_one_row m;
	int64_t agency = p->r->who.agency;
	slice name;
	rc code = load(p, &m, e);

	(void)d;
	if (code == RC_OK && p->r->who.all)
		code = page_agency_of(p, http_form(p->q, S("agency")), &agency, &name, e);
	if (code != RC_OK)
		return code;
	return reply_give(p->r,
	                  &(reply_in){.meeting = m.id,
	                              .agency = agency,
	                              .answer = http_form(p->q, S("answer")),
	                              .person = http_form(p->q, S("person")),
	                              .reason = http_form(p->q, S("reason"))},
	                  e);
}

rc page_reply(visit *p, err *e)
{
	rc code = db_write(p->r->d, give, p, e);

	if (code == RC_OK)
		page_done(p, page_link(p, "/cuoc-hop/%.*s", (int)p->args[0].n, p->args[0].p),
		          p->r->who.all ? "saved" : "answered");
	return code;
}
