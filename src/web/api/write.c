/*
 * write.c - what is done through the API: each a use-case on one row, in one transaction,
 * answered with the thing as it is now.
 */
#include "model/roles.h"
#include "register/duty/obligation.h"
#include "register/entry/decide.h"
#include "register/hand/propose.h"
#include "register/links/replies.h"
#include "register/people/nouns.h"
#include "register/steps/steps.h"
#include "web/api/api.h"
#include "web/pages/pages.h"

static rc show_again(visit *p, err *e)
{
	strbuf_clear(&p->to->body);
	return api_show(p, api_noun(p), p->args[0], e);
}

static rc do_on(visit *p, db_work *on, rc (*how)(api_doing *x, int64_t id, err *e), err *e)
{
	api_doing x = {.p = p, .how = how};
	rc code = db_write(p->r->d, on, &x, e);

	return code == RC_OK ? show_again(p, e) : code;
}

static rc on_row(db *d, void *ctx, err *e)
{
	api_doing *x = ctx;
	int64_t id = 0, version = 0;
	rc code = api_row(x->p, &id, &version, e);

	(void)d;
	if (code == RC_OK)
		code = api_match(x->p, version, e);
	return code == RC_OK ? x->how(x, id, e) : code;
}

rc api_do(visit *p, rc (*how)(api_doing *x, int64_t id, err *e), err *e)
{
	return do_on(p, on_row, how, e);
}

/* --- obligations --- */

static rc on_obligation(db *d, void *ctx, err *e)
{
	api_doing *x = ctx;
	sql_obligation_by_pub_row row;
	obligation o;
	rc code = sql_obligation_by_pub(d, &x->p->r->who, (sql_obligation_by_pub_in){x->p->args[0]},
	                                x->p->a, &row, NULL, e);

	if (code == RC_OK)
		code = obligation_load(x->p->r, row.id, x->p->a, &o, e);
	if (code == RC_OK)
		code = api_match(x->p, o.version, e);
	return code == RC_OK ? x->how(x, row.id, e) : code;
}

static rc do_obligation(visit *p, rc (*how)(api_doing *x, int64_t id, err *e), err *e)
{
	return do_on(p, on_obligation, how, e);
}

/* A document that the asker may see, as evidence. */
static rc evidence_of(visit *p, int64_t *ret, err *e)
{
	slice pub = api_of_form(p, S("document"));
	sql_document_one_row row;
	rc code = RC_OK;

	*ret = 0;
	if (pub.n == 0)
		return RC_OK;
	code = sql_document_one(p->r->d, &p->r->who, (sql_document_one_in){pub}, p->a, &row, NULL,
	                        e);
	if (code == RC_OK)
		*ret = row.id;
	return code;
}

static rc take(api_doing *x, int64_t id, err *e)
{
	visit *p = x->p;
	step_in in = {.note = slice_trim(http_form(p->q, S("note"))),
	              .reason = http_form(p->q, S("reason")),
	              .decider = http_form(p->q, S("decider"))};
	enum step s = step_of(api_verb(p));
	rc code = evidence_of(p, &in.document, e);

	if (code == RC_OK && s == STEP_COUNT)
		code = err_set(e, RC_INPUT, MSG_PAGE_UNKNOWN, "step");
	return code == RC_OK ? step_take(p->r, id, s, &in, e) : code;
}

rc api_step(visit *p, err *e)
{
	return do_obligation(p, take, e);
}

static rc undo(api_doing *x, int64_t id, err *e)
{
	return step_undo(x->p->r, id, !page_may(x->p, RIGHT_DECIDE), e);
}

rc api_undo(visit *p, err *e)
{
	return do_obligation(p, undo, e);
}

static rc comment(api_doing *x, int64_t id, err *e)
{
	return step_comment(x->p->r, id, http_form(x->p->q, S("words")), e);
}

rc api_comment(visit *p, err *e)
{
	return do_obligation(p, comment, e);
}

static rc ask_extend(api_doing *x, int64_t id, err *e)
{
	visit *p = x->p;
	request_in in = {.reason = http_form(p->q, S("reason")),
	                 .letter = slice_trim(http_form(p->q, S("letter")))};
	rc code = api_limit_of(p, http_form(p->q, S("until")), &in.new_last, e);

	if (code == RC_OK && in.new_last == DB_NULL)
		code = err_set(e, RC_INPUT, MSG_DAY_BAD, "no day");
	return code == RC_OK ? request_extension(p->r, id, &in, e) : code;
}

rc api_ask_extend(visit *p, err *e)
{
	return do_obligation(p, ask_extend, e);
}

static rc ask_transfer(api_doing *x, int64_t id, err *e)
{
	visit *p = x->p;
	request_in in = {.reason = http_form(p->q, S("reason")),
	                 .letter = slice_trim(http_form(p->q, S("letter")))};
	slice name;
	rc code = page_agency_of(p, http_form(p->q, S("agency")), &in.to_agency, &name, e);

	if (code == RC_OK && in.to_agency == DB_NULL)
		code = err_set(e, RC_INPUT, MSG_AGENCY_UNKNOWN, "agency");
	return code == RC_OK ? request_transfer(p->r, id, &in, e) : code;
}

rc api_ask_transfer(visit *p, err *e)
{
	return do_obligation(p, ask_transfer, e);
}

static rc answer(api_doing *x, int64_t id, err *e)
{
	visit *p = x->p;

	return request_answer(p->r, id, http_form(p->q, S("kind")),
	                      slice_eq(api_verb(p), S("grant")), http_form(p->q, S("words")), e);
}

rc api_answer(visit *p, err *e)
{
	return do_obligation(p, answer, e);
}

/* --- proposals --- */

static rc on_assignment(db *d, void *ctx, err *e)
{
	api_doing *x = ctx;
	sql_assignment_get_row row;
	int64_t id;
	rc code = noun_of(x->p->r, x->p->args[0], NOUN_ASSIGNMENT, &id, e);

	if (code == RC_OK)
		code = sql_assignment_get(d, (sql_assignment_get_in){id}, x->p->a, &row, NULL, e);
	if (code == RC_OK)
		code = api_match(x->p, row.version, e);
	return code == RC_OK ? x->how(x, id, e) : code;
}

static rc do_assignment(visit *p, rc (*how)(api_doing *x, int64_t id, err *e), err *e)
{
	return do_on(p, on_assignment, how, e);
}

static rc decide(api_doing *x, int64_t id, err *e)
{
	static const struct {
		slice word;
		enum disposal as;
	} words[] = {
		{S(""), DISPOSAL_PROPOSED},
		{S("track"), DISPOSAL_TRACK},
		{S("standing"), DISPOSAL_STANDING},
		{S("keep"), DISPOSAL_KEEP},
	};
	slice as = http_form(x->p->q, S("as"));

	if (slice_eq(api_verb(x->p), S("drop")))
		return decide_drop(x->p->r, id, e);
	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (slice_eq(words[i].word, as))
			return decide_accept(x->p->r, id, words[i].as, e);
	return err_set(e, RC_INPUT, MSG_STATE_FORBIDS, "no such disposal");
}

rc api_decide(visit *p, err *e)
{
	return do_assignment(p, decide, e);
}

static rc duty_of(visit *p, duty_in *ret, err *e)
{
	*ret = (duty_in){.action = api_of_form(p, S("action")),
	                 .deliverable = api_of_form(p, S("deliverable")),
	                 .monitor = api_of_form(p, S("monitor")),
	                 .assigner = api_of_form(p, S("assigner")),
	                 .field = api_of_form(p, S("field")),
	                 .lead = api_of_form(p, S("lead")),
	                 .with = api_of_form(p, S("with")),
	                 .receiver = api_of_form(p, S("receiver")),
	                 .watchers = api_of_form(p, S("watchers"))};
	return api_limit_of(p, http_form(p->q, S("until")), &ret->last, e);
}

static rc change(api_doing *x, int64_t id, err *e)
{
	duty_in in;
	rc code = duty_of(x->p, &in, e);

	return code == RC_OK ? propose_change(x->p->r, id, &in, e) : code;
}

rc api_change(visit *p, err *e)
{
	return do_assignment(p, change, e);
}

enum { PIECES = 50 };

static uint32_t texts_of(const visit *p, slice name, slice to[PIECES])
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < p->q->form.n && n < PIECES; i++)
		if (slice_eq(p->q->form.p[i].name, name))
			to[n++] = p->q->form.p[i].value;
	return n;
}

static rc split(api_doing *x, int64_t id, err *e)
{
	slice actions[PIECES];
	int64_t made[PIECES];
	uint32_t n = texts_of(x->p, S("actions"), actions);

	if (n < 2)
		return err_set(e, RC_INPUT, MSG_WORDS_NEEDED, "%u parts", n);
	return propose_split(x->p->r, id, actions, n, made, e);
}

rc api_split(visit *p, err *e)
{
	return do_assignment(p, split, e);
}

static rc merge(api_doing *x, int64_t id, err *e)
{
	slice others[PIECES];
	int64_t ids[PIECES + 1] = {id};
	uint32_t n = texts_of(x->p, S("others"), others);
	rc code = RC_OK;

	for (uint32_t i = 0; code == RC_OK && i < n; i++)
		code = noun_of(x->p->r, others[i], NOUN_ASSIGNMENT, &ids[i + 1], e);
	return code == RC_OK ? propose_merge(x->p->r, ids, n + 1, e) : code;
}

rc api_merge(visit *p, err *e)
{
	return do_assignment(p, merge, e);
}

/* --- documents --- */

static rc accept_sure(api_doing *x, int64_t id, err *e)
{
	uint32_t n;

	return decide_document(x->p->r, id, true, true, &n, e);
}

rc api_accept_sure(visit *p, err *e)
{
	return api_do(p, accept_sure, e);
}

static rc duty_new_of(api_doing *x, int64_t id, err *e)
{
	duty_new in = {
		.document = id, .words = api_of_form(x->p, S("words")), .as = DISPOSAL_TRACK};
	int64_t made;
	rc code = duty_of(x->p, &in.duty, e);

	return code == RC_OK ? propose_new(x->p->r, &in, &made, e) : code;
}

rc api_duty_new(visit *p, err *e)
{
	return api_do(p, duty_new_of, e);
}

/* A file of a form, or the body itself with ?name=. What holds several documents is answered with
 * the list of documents, newest first. */
rc api_upload(visit *p, err *e)
{
	slice name = http_query(p->q, S("name")), bytes = p->q->body, why = {0};
	sql_document_pub_row row;
	int64_t document = DB_NULL;
	rc code;

	if (p->q->files.n > 0) {
		name = p->q->files.p[0].name;
		bytes = p->q->files.p[0].bytes;
	}
	if (bytes.n == 0 || name.n == 0)
		return err_set(e, RC_INPUT, MSG_EMPTY_UPLOAD, "no file or no name");
	if (!p->o->intake(p->o->ctx, name, bytes, p->who.login, p->a, &document, &why)) {
		page_fail(p, 422, (slice){0}, why, (slice){0});
		return RC_OK;
	}
	if (document == DB_NULL) { /* an archive, a mail: each of its files is a document */
		p->to->status = 202;
		return api_documents(p, e);
	}
	code = sql_document_pub(p->r->d, &p->r->who, (sql_document_pub_in){document}, p->a, &row,
	                        NULL, e);
	return code == RC_OK ? api_show(p, S("documents"), row.pub, e) : code;
}

/* --- meetings --- */

static rc meeting_decide(api_doing *x, int64_t id, err *e)
{
	return propose_meeting(x->p->r, id, slice_eq(api_verb(x->p), S("accept")), e);
}

rc api_meeting_decide(visit *p, err *e)
{
	return api_do(p, meeting_decide, e);
}

static rc reply(api_doing *x, int64_t id, err *e)
{
	const http_request *q = x->p->q;

	return reply_give(x->p->r,
	                  &(reply_in){.meeting = id,
	                              .agency = x->p->r->who.agency,
	                              .answer = http_form(q, S("answer")),
	                              .person = http_form(q, S("person")),
	                              .reason = http_form(q, S("reason"))},
	                  e);
}

rc api_reply(visit *p, err *e)
{
	return api_do(p, reply, e);
}
