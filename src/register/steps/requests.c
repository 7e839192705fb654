/*
 * requests.c - extension and transfer: asked by the body, granted or refused by the Office.
 *
 * An extension moves `last` and what is computed from it; `given`, the limit as the
 * document has it, stays. A transfer gives the obligation to another body, which starts
 * anew. Neither is done by asking.
 */
#include <assert.h>

#include "register/event.h"
#include "register/people/audience.h"
#include "register/steps/steps.h"

static rc check_ask(reg *r, const obligation *o, slice kind, const request_in *in, arena *a, err *e)
{
	sql_request_open_row waits;
	bool found = false;
	rc code = obligation_may(r, o, WHO_OFFICE | WHO_OWN, e);

	if (code != RC_OK)
		return code;
	if (!work_is_open(o->work) || slice_eq(o->work, work_word(WORK_REPORTED_DONE)))
		return err_set(e, RC_INPUT, MSG_STATE_FORBIDS, "a request while %.*s",
		               (int)o->work.n, o->work.p);
	if (slice_trim(in->reason).n == 0)
		return err_set(e, RC_INPUT, MSG_REASON_NEEDED, "no reason");
	code = sql_request_open(r->d, (sql_request_open_in){o->id, kind}, a, &waits, &found, e);
	if (code == RC_OK && found)
		return err_set(e, RC_INPUT, MSG_REQUEST_WAITS, "request %lld", (long long)waits.id);
	return code;
}

/* A body that has some of the duty already cannot be given another part of it. */
static rc check_taker(reg *r, const obligation *o, int64_t agency, arena *a, err *e)
{
	sql_obligation_of_row has;
	bool found = false;
	rc code = sql_obligation_of(r->d, (sql_obligation_of_in){o->assignment, agency}, a, &has,
	                            &found, e);

	if (code == RC_OK && found)
		return err_set(e, RC_INPUT, MSG_HAS_IT_ALREADY, "agency %lld", (long long)agency);
	return code;
}

static rc ask(reg *r, int64_t id, slice kind, const request_in *in, err *e)
{
	bool extends = slice_eq(kind, S("extend"));
	sql_request_put_row row;
	obligation o;
	arena a;
	rc code;

	assert(db_in_write(r->d));
	arena_init(&a, NULL, 0);
	code = obligation_load(r, id, &a, &o, e);
	if (code == RC_OK)
		code = check_ask(r, &o, kind, in, &a, e);
	if (code == RC_OK && extends && o.last != DB_NULL && in->new_last <= o.last)
		code = err_set(e, RC_INPUT, MSG_DATE_NOT_LATER, "%lld", (long long)in->new_last);
	if (code == RC_OK && !extends)
		code = check_taker(r, &o, in->to_agency, &a, e);
	if (code == RC_OK)
		code = sql_request_put(
			r->d,
			(sql_request_put_in){id, kind, in->reason, extends ? in->new_last : DB_NULL,
		                             extends ? DB_NULL : in->to_agency,
		                             in->letter.n > 0 ? in->letter : (slice){0}, r->now,
		                             r->who.user},
			&a, &row, NULL, e);
	if (code == RC_OK)
		code = event_add(r, extends ? "ask-extend" : "ask-transfer", "obligation", id,
		                 arena_printf(&a, "{\"request\":%lld}", (long long)row.id), e);
	arena_done(&a);
	return code;
}

rc request_extension(reg *r, int64_t id, const request_in *in, err *e)
{
	return ask(r, id, S("extend"), in, e);
}

rc request_transfer(reg *r, int64_t id, const request_in *in, err *e)
{
	return ask(r, id, S("transfer"), in, e);
}

/* The new body must see what it is asked to do. */
static rc show_document(reg *r, const obligation *o, int64_t agency, arena *a, err *e)
{
	sql_assignment_get_row x;
	bool found;
	rc code = sql_assignment_get(r->d, (sql_assignment_get_in){o->assignment}, a, &x, &found,
	                             e);

	if (code != RC_OK || x.document == DB_NULL)
		return code;
	return audience_add(r, x.document, agency, "transfer", e);
}

static rc grant(reg *r, const obligation *o, const sql_request_open_row *q, slice words, arena *a,
                err *e)
{
	obligation to = *o;
	rc code = RC_OK;

	if (slice_eq(q->kind, S("extend"))) {
		to.last = q->new_due;
		to.due = reg_counted(r, to.last);
		to.safe = reg_safe(r, to.last);
		return obligation_change(r, o, &to, "extend", words, e);
	}
	to.agency = q->to_agency;
	to.work = work_word(WORK_NOT_STARTED);
	to.before = to.reason = (slice){0};
	code = show_document(r, o, q->to_agency, a, e);
	return code == RC_OK ? obligation_change(r, o, &to, "transfer", words, e) : code;
}

static rc answer(reg *r, const obligation *o, slice kind, bool granted, slice words, arena *a,
                 err *e)
{
	sql_request_open_row q;
	bool found = false;
	rc code = obligation_may(r, o, WHO_OFFICE, e);

	if (code == RC_OK)
		code = sql_request_open(
			r->d, (sql_request_open_in){o->id, kind.n > 0 ? kind : (slice){0}}, a, &q,
			&found, e);
	if (code != RC_OK)
		return code;
	if (!found)
		return err_set(e, RC_INPUT, MSG_NO_REQUEST, "obligation %lld", (long long)o->id);
	if (!granted && slice_trim(words).n == 0)
		return err_set(e, RC_INPUT, MSG_REASON_NEEDED, "refused without a reason");
	if (granted && !work_is_open(o->work))
		return err_set(e, RC_INPUT, MSG_STATE_FORBIDS, "granted when closed");
	if (granted && slice_eq(q.kind, S("transfer")))
		code = check_taker(r, o, q.to_agency, a, e);
	if (code != RC_OK)
		return code;
	code = sql_request_decide(
		r->d,
		(sql_request_decide_in){q.id, granted ? S("granted") : S("refused"),
	                                words.n > 0 ? words : (slice){0}, r->now, r->who.user},
		NULL, e);
	if (code == RC_OK && granted)
		return grant(r, o, &q, words, a, e);
	return code == RC_OK ? event_add(r, "refuse", "obligation", o->id,
	                                 arena_printf(a, "{\"request\":%lld}", (long long)q.id), e)
	                     : code;
}

rc request_answer(reg *r, int64_t id, slice kind, bool granted, slice words, err *e)
{
	obligation o;
	arena a;
	rc code;

	assert(db_in_write(r->d));
	arena_init(&a, NULL, 0);
	code = obligation_load(r, id, &a, &o, e);
	if (code == RC_OK)
		code = answer(r, &o, kind, granted, words, &a, e);
	arena_done(&a);
	return code;
}

/* --- taking back --- */

static rc withdraw(reg *r, const obligation *o, slice kind, arena *a, err *e)
{
	sql_request_open_row q;
	unsigned who = 0;
	int64_t changed;
	bool found = false;
	rc code = obligation_may(r, o, WHO_OFFICE | WHO_OWN, e);

	if (code == RC_OK)
		code = sql_request_open(r->d, (sql_request_open_in){o->id, kind}, a, &q, &found, e);
	if (code == RC_OK && !found)
		code = err_set(e, RC_INPUT, MSG_NO_REQUEST, "obligation %lld", (long long)o->id);
	if (code == RC_OK)
		code = obligation_who(r, o, &who, e);
	if (code == RC_OK && q.asked_by != r->who.user && !(who & WHO_OWN))
		code = err_set(e, RC_INPUT, MSG_FORBIDDEN, "asked by another");
	if (code == RC_OK)
		code = sql_request_decide(r->d,
		                          (sql_request_decide_in){q.id, S("withdrawn"), (slice){0},
		                                                  r->now, r->who.user},
		                          &changed, e);
	return code == RC_OK ? event_add(r, "withdraw", "obligation", o->id,
	                                 arena_printf(a, "{\"request\":%lld}", (long long)q.id), e)
	                     : code;
}

rc request_withdraw(reg *r, int64_t id, slice kind, err *e)
{
	obligation o;
	arena a;
	rc code;

	assert(db_in_write(r->d));
	arena_init(&a, NULL, 0);
	code = obligation_load(r, id, &a, &o, e);
	if (code == RC_OK)
		code = withdraw(r, &o, kind, &a, e);
	arena_done(&a);
	return code;
}

/* Which lines of the log answer a request, and what the request is then. */
static const struct {
	const char *verb, *state;
} answers[] = {
	{"extend", "granted"},
	{"transfer", "granted"},
	{"refuse", "refused"},
};

static size_t answer_at(slice verb)
{
	size_t i = 0;

	while (i < ARRAY_LEN(answers) && !slice_eq(verb, slice_c(answers[i].verb)))
		i++;
	return i;
}

bool request_is_answer(slice verb)
{
	return answer_at(verb) < ARRAY_LEN(answers);
}

static rc reopen(reg *r, const obligation *from, bool own, arena *a, err *e)
{
	sql_event_newest_row last = {0};
	sql_request_answered_row q = {0};
	obligation to = *from;
	int64_t changed;
	bool logged = false, found = false;
	size_t at;
	rc code = sql_event_newest(r->d, (sql_event_newest_in){S("obligation"), from->id}, a, &last,
	                           &logged, e);

	at = code == RC_OK && logged ? answer_at(last.verb) : ARRAY_LEN(answers);
	if (code == RC_OK && at < ARRAY_LEN(answers))
		code = sql_request_answered(
			r->d, (sql_request_answered_in){from->id, slice_c(answers[at].state)}, a,
			&q, &found, e);
	if (code == RC_OK && !found)
		code = err_set(e, RC_INPUT, MSG_NOTHING_TO_UNDO, "the last line is no answer");
	if (code == RC_OK)
		code = obligation_may(r, from, WHO_OFFICE, e);
	if (code == RC_OK && own && last.account != r->who.user)
		code = err_set(e, RC_INPUT, MSG_FORBIDDEN, "an answer of account %lld",
		               (long long)last.account);
	if (code == RC_OK)
		code = sql_request_reopen(r->d, (sql_request_reopen_in){q.id}, &changed, e);
	if (code != RC_OK)
		return code;
	if (!obligation_was(last.detail, a, &to)) /* refused: nothing of the duty had changed */
		return event_add(r, "undo", "obligation", from->id, S("{\"note\":\"refuse\"}"), e);
	return obligation_change(r, from, &to, "undo", last.verb, e);
}

rc request_undo(reg *r, int64_t id, bool own, err *e)
{
	obligation o;
	arena a;
	rc code;

	assert(db_in_write(r->d));
	arena_init(&a, NULL, 0);
	code = obligation_load(r, id, &a, &o, e);
	if (code == RC_OK)
		code = reopen(r, &o, own, &a, e);
	arena_done(&a);
	return code;
}
