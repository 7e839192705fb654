/*
 * read.c - the lists of the API, and what is no list of one noun: who asks, search, figures.
 */
#include "base/pack.h"
#include "model/model_json.h"
#include "model/roles.h"
#include "register/look/due.h"
#include "register/look/lists.h"
#include "register/look/tables.h"
#include "register/people/tokens.h"
#include "register/search/search.h"
#include "web/api/api.h"
#include "web/pages/pages.h"

enum { CALENDAR_DAYS = 400, CALENDAR_MOST = 2000, JSON_MOST = 1 << 30 };

static slice asked(const visit *p, slice name)
{
	slice s = http_query(p->q, name);

	return s.n > 0 ? s : (slice){0};
}

rc api_me(visit *p, err *e)
{
	json_out j = jout_to(&p->to->body);
	slice word;

	(void)e;
	jout_object(&j);
	member_text(&j, S("login"), p->who.login);
	member_text(&j, S("name"), p->who.name);
	member_text(&j, S("role"), p->who.role);
	member_text(&j, S("agency"), p->who.agency_code);
	member_text(&j, S("agency_name"), p->who.agency_name);
	member_bool(&j, S("sees_all"), p->r->who.all);
	jout_key(&j, S("rights"));
	jout_array(&j);
	for (unsigned i = 0; (word = right_word(i)).n > 0; i++)
		if (page_may(p, 1U << i))
			jout_string(&j, word);
	jout_array_end(&j);
	jout_object_end(&j);
	return RC_OK;
}

rc api_documents(visit *p, err *e)
{
	api_page at = api_page_of(p);
	sql_api_documents_rows rows = {0};
	bool waiting = slice_eq(http_query(p->q, S("waiting")), S("1")) ||
	               slice_eq(http_query(p->q, S("waiting")), S("true"));
	rc code = sql_api_documents(p->r->d, &p->r->who,
	                            (sql_api_documents_in){asked(p, S("purpose")),
	                                                   waiting ? 1 : DB_NULL, at.most, at.skip},
	                            p->a, &rows, e);

	if (code == RC_OK)
		api_list_of(p, api_documents, &rows, &at);
	return code;
}

rc api_assignments(visit *p, err *e)
{
	api_page at = api_page_of(p);
	sql_api_assignments_rows rows = {0};
	rc code = sql_api_assignments(p->r->d, &p->r->who,
	                              (sql_api_assignments_in){asked(p, S("document")),
	                                                       asked(p, S("state")), at.most,
	                                                       at.skip},
	                              p->a, &rows, e);

	if (code == RC_OK)
		api_list_of(p, api_assignments, &rows, &at);
	return code;
}

/* The views of the table of duties by the words of the API. */
static const struct {
	slice word;
	enum duty_view view;
} views[] = {
	{S("open"), DUTY_OPEN},       {S("overdue"), DUTY_OVERDUE},
	{S("week"), DUTY_WEEK},       {S("in_time"), DUTY_IN_TIME},
	{S("undated"), DUTY_UNDATED}, {S("reported"), DUTY_REPORTED},
	{S("new"), DUTY_NEW},         {S("returned"), DUTY_RETURNED},
	{S("asked"), DUTY_ASKED},     {S("done"), DUTY_DONE},
	{S("all"), DUTY_ALL},
};

static enum duty_view view_of(slice word)
{
	for (size_t i = 0; i < ARRAY_LEN(views); i++)
		if (slice_eq(views[i].word, word))
			return views[i].view;
	return DUTY_OPEN;
}

static rc agency_of(visit *p, int64_t *ret, err *e)
{
	slice code = http_query(p->q, S("agency")), name;
	rc done = page_agency_of(p, code, ret, &name, e);

	if (done == RC_OK && code.n > 0 && *ret == DB_NULL)
		done = err_set(e, RC_INPUT, MSG_AGENCY_UNKNOWN, "agency");
	return done;
}

rc api_obligations(visit *p, err *e)
{
	api_page at = api_page_of(p);
	duty_ask ask = {.view = view_of(http_query(p->q, S("view"))),
	                .agency = DB_NULL,
	                .document = http_query(p->q, S("document")),
	                .class = http_query(p->q, S("class")),
	                .skip = at.skip,
	                .most = at.per};
	duty_page rows = {0};
	rc code = agency_of(p, &ask.agency, e);

	if (code == RC_OK)
		code = tables_duties(p->r, &ask, p->a, &rows, e);
	if (code != RC_OK)
		return code;
	api_list(p, &sql_duty_table_stmt, (const db_rows *)(const void *)&rows.rows, &at, rows.more,
	         rows.total);
	return RC_OK;
}

static rc stretch_of(const visit *p, int64_t *since, int64_t *until, err *e)
{
	rc code = api_day_of(p, http_query(p->q, S("since")), since, e);

	if (code == RC_OK && *since != DB_NULL)
		*since *= CMIN_DAY;
	return code == RC_OK ? api_limit_of(p, http_query(p->q, S("until")), until, e) : code;
}

rc api_meetings(visit *p, err *e)
{
	api_page at = api_page_of(p);
	sql_api_meetings_rows rows = {0};
	sql_api_meetings_in in = {.most = at.most, .skip = at.skip};
	rc code = stretch_of(p, &in.since, &in.until, e);

	if (code == RC_OK)
		code = sql_api_meetings(p->r->d, &p->r->who, in, p->a, &rows, e);
	if (code == RC_OK)
		api_list_of(p, api_meetings, &rows, &at);
	return code;
}

rc api_petitions(visit *p, err *e)
{
	api_page at = api_page_of(p);
	sql_api_petitions_rows rows = {0};
	rc code = sql_api_petitions(p->r->d, &p->r->who,
	                            (sql_api_petitions_in){asked(p, S("state")), at.most, at.skip},
	                            p->a, &rows, e);

	if (code == RC_OK)
		api_list_of(p, api_petitions, &rows, &at);
	return code;
}

rc api_collections(visit *p, err *e)
{
	api_page at = api_page_of(p);
	sql_api_collections_rows rows = {0};
	rc code = sql_api_collections(
		p->r->d, &p->r->who,
		(sql_api_collections_in){asked(p, S("state")), at.most, at.skip}, p->a, &rows, e);

	if (code == RC_OK)
		api_list_of(p, api_collections, &rows, &at);
	return code;
}

rc api_agencies(visit *p, err *e)
{
	api_page at = api_page_of(p);
	sql_api_agencies_rows rows = {0};
	rc code = sql_api_agencies(p->r->d,
	                           (sql_api_agencies_in){asked(p, S("class")), at.most, at.skip},
	                           p->a, &rows, e);

	if (code == RC_OK)
		api_list_of(p, api_agencies, &rows, &at);
	return code;
}

rc api_reading(visit *p, err *e)
{
	sql_api_reading_row row;
	rc code = sql_api_reading(p->r->d, &p->r->who, (sql_api_reading_in){p->args[0]}, p->a, &row,
	                          NULL, e);

	if (code == RC_OK && row.packed.n > 0)
		code = unpack(row.packed, JSON_MOST, p->a, &row.json, e);
	if (code == RC_OK)
		model_json_whole(&p->to->body, row.json, row.words);
	return code;
}

static void put_marks(json_out *j, const search_marks *marks)
{
	jout_key(j, S("marks"));
	jout_array(j);
	for (uint32_t i = 0; i < marks->n; i++)
		jout_span(j, marks->p[i].at, marks->p[i].len);
	jout_array_end(j);
}

rc api_search(visit *p, err *e)
{
	api_page at = api_page_of(p);
	search_query q = {.words = slice_trim(http_query(p->q, S("q"))),
	                  .agency = DB_NULL,
	                  .from_day = INT32_MIN,
	                  .to_day = INT32_MAX,
	                  .most = at.per < SEARCH_MOST ? (uint32_t)at.per : SEARCH_MOST};
	json_out j = jout_to(&p->to->body);
	search_hits found = {0};
	rc code = RC_OK;

	if (q.words.n > 0 && q.words.n < 1000)
		code = search_find(p->r, &q, p->a, &found, e);
	jout_object(&j);
	member_text(&j, S("schema"), S("dondoc.search/1"));
	jout_key(&j, S("rows"));
	jout_array(&j);
	for (uint32_t i = 0; code == RC_OK && i < found.n; i++) {
		const search_hit *h = &found.p[i];

		jout_object(&j);
		member_text(&j, S("id"), h->doc.pub);
		member_text(&j, S("number"), h->doc.number);
		member_text(&j, S("title"), h->doc.title);
		member_text(&j, S("issuer"), h->doc.issuer);
		member_text(&j, S("issued"), h->doc.issued);
		member_text(&j, S("snippet"), h->snippet);
		put_marks(&j, &h->marks);
		jout_object_end(&j);
	}
	jout_array_end(&j);
	jout_object_end(&j);
	return code;
}

static enum stats_by by_of(slice word)
{
	return slice_eq(word, S("document")) ? STATS_DOCUMENT
	       : slice_eq(word, S("leader")) ? STATS_LEADER
	                                     : STATS_AGENCY;
}

rc api_stats(visit *p, err *e)
{
	json_out j = jout_to(&p->to->body);
	slice by = http_query(p->q, S("by"));
	stats_rows rows = {0};
	int64_t since, until;
	rc code = stretch_of(p, &since, &until, e);

	if (code == RC_OK)
		code = stats_of(p->r, by_of(by), since, until, p->a, &rows, e);
	jout_object(&j);
	member_text(&j, S("schema"), S("dondoc.stats/1"));
	member_text(&j, S("by"), by.n > 0 ? by : S("agency"));
	member_day(&j, S("today"), p->r->minute / CMIN_DAY);
	jout_key(&j, S("rows"));
	api_rows(p, &j, &sql_stats_agency_stmt, (const db_rows *)(const void *)&rows, UINT32_MAX);
	jout_object_end(&j);
	return code;
}

static rc put_days(visit *p, json_out *j, int64_t since, int64_t until, err *e)
{
	sql_calendar_limits_rows dues = {0};
	rc code = sql_calendar_limits(
		p->r->d, &p->r->who,
		(sql_calendar_limits_in){.since = since,
	                                 .until = until,
	                                 .agency = p->r->who.all ? DB_NULL : p->r->who.agency},
		p->a, &dues, e);
	uint32_t at = 0;

	jout_key(j, S("days"));
	jout_array(j);
	for (int64_t day = since / CMIN_DAY; code == RC_OK && day <= until / CMIN_DAY; day++) {
		int64_t n = 0;

		for (; at < dues.n && dues.p[at].due / CMIN_DAY == day; at++)
			n += dues.p[at].n;
		jout_object(j);
		member_day(j, S("day"), day);
		member_bool(j, S("working"), calendar_is_working(&p->r->cal, (int32_t)day));
		member_int(j, S("due"), n);
		jout_object_end(j);
	}
	jout_array_end(j);
	return code;
}

rc api_calendar(visit *p, err *e)
{
	json_out j = jout_to(&p->to->body);
	int64_t since, until, today = p->r->minute / CMIN_DAY * CMIN_DAY;
	sql_api_meetings_rows rows = {0};
	rc code = stretch_of(p, &since, &until, e);

	if (code != RC_OK)
		return code;
	since = since != DB_NULL ? since : today;
	if (until == DB_NULL || until < since || until - since > (int64_t)CALENDAR_DAYS * CMIN_DAY)
		until = since + (int64_t)31 * CMIN_DAY - 1;
	jout_object(&j);
	member_text(&j, S("schema"), S("dondoc.calendar/1"));
	code = put_days(p, &j, since, until, e);
	if (code == RC_OK)
		code = sql_api_meetings(p->r->d, &p->r->who,
		                        (sql_api_meetings_in){since, until, CALENDAR_MOST, 0}, p->a,
		                        &rows, e);
	jout_key(&j, S("meetings"));
	api_rows(p, &j, &sql_api_meetings_stmt, (const db_rows *)(const void *)&rows, UINT32_MAX);
	jout_object_end(&j);
	return code;
}

rc api_due(visit *p, err *e)
{
	json_out j = jout_to(&p->to->body);
	due_ask ask = {.from = DUE_NO_DAY, .to = DUE_NO_DAY, .most = api_page_of(p).per};
	due_report x = {0};
	rc code = agency_of(p, &ask.agency, e);

	if (code == RC_OK)
		code = due_ask_all(p->r, &ask, p->a, &x, e);
	if (code != RC_OK)
		return code;
	jout_object(&j);
	member_text(&j, S("schema"), S("dondoc.due/1"));
	member_day(&j, S("today"), p->r->minute / CMIN_DAY);
	member_text(&j, S("counted_by"), p->r->rolled ? S("rolled") : S("last"));
	const struct {
		slice key;
		const db_stmt *stmt;
		const void *rows;
	} groups[] = {
		{S("mine"), &sql_obligation_list_stmt, &x.mine.rows},
		{S("undated"), &sql_obligation_list_stmt, &x.undated.rows},
		{S("unnamed"), &sql_obligation_list_stmt, &x.unnamed.rows},
		{S("awaited"), &sql_due_rounds_stmt, &x.awaited},
		{S("coordinating"), &sql_due_named_stmt, &x.coordinating},
		{S("all"), &sql_due_named_stmt, &x.all},
		{S("standing"), &sql_due_named_stmt, &x.standing},
	};
	for (size_t i = 0; i < ARRAY_LEN(groups); i++) {
		jout_key(&j, groups[i].key);
		api_rows(p, &j, groups[i].stmt, groups[i].rows, UINT32_MAX);
	}
	jout_key(&j, S("totals"));
	jout_object(&j);
	member_int(&j, S("mine"), x.mine.total);
	member_int(&j, S("undated"), x.undated.total);
	member_int(&j, S("unnamed"), x.unnamed.total);
	jout_object_end(&j);
	jout_object_end(&j);
	return RC_OK;
}
