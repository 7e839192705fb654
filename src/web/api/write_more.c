/*
 * write_more.c - petitions and collections through the API, and the list of what changed.
 */
#include "model/roles.h"
#include "register/look/feed.h"
#include "register/people/nouns.h"
#include "register/steps/rounds.h"
#include "web/api/api.h"
#include "web/pages/pages.h"

static rc agency_in(visit *p, slice field, bool needed, int64_t *ret, err *e)
{
	slice code = http_form(p->q, field), name;
	rc done = page_agency_of(p, code, ret, &name, e);

	if (done == RC_OK && *ret == DB_NULL && (needed || code.n > 0))
		return err_set(e, RC_INPUT, MSG_AGENCY_UNKNOWN, "agency");
	if (done == RC_OK && *ret == DB_NULL)
		*ret = 0;
	return done;
}

/* --- petitions --- */

typedef struct adding {
	visit *p;
	slice pub;
} adding;

static rc add(db *d, void *ctx, err *e)
{
	adding *x = ctx;
	visit *p = x->p;
	petition_in in = {.words = http_form(p->q, S("words"))};
	sql_petition_get_row row;
	int64_t id;
	bool found;
	rc code = agency_in(p, S("petitioner"), false, &in.petitioner, e);

	if (code == RC_OK)
		code = agency_in(p, S("owner"), false, &in.owner, e);
	if (code == RC_OK)
		code = api_limit_of(p, http_form(p->q, S("until")), &in.due, e);
	if (code == RC_OK)
		code = petition_add(p->r, &in, &id, e);
	if (code == RC_OK)
		code = sql_petition_get(d, (sql_petition_get_in){id}, p->a, &row, &found, e);
	if (code == RC_OK)
		x->pub = row.pub;
	return code;
}

rc api_petition_new(visit *p, err *e)
{
	adding x = {.p = p};
	rc code = db_write(p->r->d, add, &x, e);

	return code == RC_OK ? api_show(p, S("petitions"), x.pub, e) : code;
}

static rc answer(api_doing *x, int64_t id, err *e)
{
	static const slice states[] = {S("answered_orally"), S("answered_in_writing"),
	                               S("escalated")};
	visit *p = x->p;
	slice state = http_form(p->q, S("state")), pub = api_of_form(p, S("document"));
	sql_document_one_row row = {0};
	bool found = false, known = false;
	rc code = RC_OK;

	for (size_t i = 0; i < ARRAY_LEN(states); i++)
		known |= slice_eq(states[i], state);
	if (!known)
		return err_set(e, RC_INPUT, MSG_STATE_FORBIDS, "no such state");
	if (pub.n > 0)
		code = sql_document_one(p->r->d, &p->r->who, (sql_document_one_in){pub}, p->a, &row,
		                        &found, e);
	if (code == RC_OK && pub.n > 0 && !found)
		code = err_set(e, RC_INPUT, MSG_NO_SUCH, "document");
	return code == RC_OK
	               ? petition_reply(p->r, id, state, http_form(p->q, S("words")), row.id, e)
	               : code;
}

rc api_petition_reply(visit *p, err *e)
{
	return api_do(p, answer, e);
}

static rc assign(api_doing *x, int64_t id, err *e)
{
	int64_t owner, due;
	rc code = agency_in(x->p, S("owner"), true, &owner, e);

	if (code == RC_OK)
		code = api_limit_of(x->p, http_form(x->p->q, S("until")), &due, e);
	return code == RC_OK ? petition_assign(x->p->r, id, owner, due, e) : code;
}

rc api_petition_assign(visit *p, err *e)
{
	return api_do(p, assign, e);
}

/* --- collections --- */

static rc mark(api_doing *x, int64_t id, err *e)
{
	static const struct {
		slice word;
		enum round_mark mark;
	} marks[] = {
		{S("sent"), ROUND_SENT},
		{S("late"), ROUND_LATE},
		{S("more"), ROUND_MORE},
		{S("not_sent"), ROUND_NOT_SENT},
	};
	visit *p = x->p;
	slice word = http_form(p->q, S("mark"));
	int64_t agency;
	rc code = agency_in(p, S("agency"), true, &agency, e);

	for (size_t i = 0; code == RC_OK && i < ARRAY_LEN(marks); i++)
		if (slice_eq(marks[i].word, word))
			return round_mark(p->r, id, agency, marks[i].mark,
			                  http_form(p->q, S("note")), 0, e);
	return code == RC_OK ? err_set(e, RC_INPUT, MSG_STATE_FORBIDS, "no such mark") : code;
}

rc api_collection_mark(visit *p, err *e)
{
	return api_do(p, mark, e);
}

static rc close_it(api_doing *x, int64_t id, err *e)
{
	return round_close(x->p->r, id, !slice_eq(http_form(x->p->q, S("open")), S("1")), e);
}

rc api_collection_close(visit *p, err *e)
{
	return api_do(p, close_it, e);
}

/* --- changes --- */

rc api_changes(visit *p, err *e)
{
	json_out j = jout_to(&p->to->body);
	int64_t after = page_number(http_query(p->q, S("after")), 0, INT64_C(999999999999));
	int64_t last = after;
	feed_rows rows = {0};
	rc code = feed_after(p->r, after, api_page_of(p).per, p->a, &rows, &last, e);

	jout_object(&j);
	member_text(&j, S("schema"), S("dondoc.changes/1"));
	member_int(&j, S("last"), last);
	jout_key(&j, S("rows"));
	api_rows(p, &j, &sql_feed_obligation_stmt, (const db_rows *)(const void *)&rows,
	         UINT32_MAX);
	jout_object_end(&j);
	return code;
}
