/*
 * rounds.c - marks of a round are steps of its members' obligations.
 */
#include "register/steps/rounds.h"

#include <assert.h>

#include "register/event.h"
#include "register/people/audience.h"
#include "register/steps/steps.h"

static rc load_round(reg *r, int64_t id, arena *a, sql_collection_get_row *ret, err *e)
{
	rc code = sql_collection_get(r->d, (sql_collection_get_in){id}, a, ret, NULL, e);

	if (code == RC_OK && !r->who.all && (r->who.agency == 0 || ret->compiler != r->who.agency))
		return err_set(e, RC_INPUT, MSG_NO_SUCH, "not its compiler");
	return code;
}

static rc take_mark(reg *r, int64_t id, enum round_mark m, const step_in *in, err *e)
{
	if (m == ROUND_NOT_SENT)
		return step_undo(r, id, false, e);
	return step_take(r, id, m == ROUND_MORE ? STEP_RETURN : STEP_REPORT_DONE, in, e);
}

static rc check_late(reg *r, int64_t id, enum round_mark m, arena *a, err *e)
{
	obligation o;
	rc code;

	if (m != ROUND_LATE)
		return RC_OK;
	code = obligation_load(r, id, a, &o, e);
	if (code == RC_OK && o.in_time)
		return err_set(e, RC_INPUT, MSG_STATE_FORBIDS, "it came in time");
	return code;
}

rc round_mark(reg *r, int64_t collection, int64_t agency, enum round_mark m, slice note, int64_t at,
              err *e)
{
	step_in in = {.note = note.n > 0 ? note : S("Đã gửi"), .reason = note, .at = at};
	sql_collection_get_row c;
	sql_obligation_of_row o = {0};
	arena a;
	rc code;

	assert(db_in_write(r->d));
	arena_init(&a, NULL, 0);
	code = load_round(r, collection, &a, &c, e);
	if (code == RC_OK)
		code = sql_obligation_of(r->d, (sql_obligation_of_in){c.assignment, agency}, &a, &o,
		                         NULL, e);
	if (m != ROUND_MORE)
		in.reason = (slice){0};
	if (code == RC_OK)
		code = take_mark(r, o.id, m, &in, e);
	if (code == RC_OK)
		code = check_late(r, o.id, m, &a, e);
	arena_done(&a);
	return code;
}

rc round_close(reg *r, int64_t collection, bool close, err *e)
{
	sql_collection_get_row c;
	int64_t changed;
	arena a;
	rc code;

	assert(db_in_write(r->d));
	arena_init(&a, NULL, 0);
	code = load_round(r, collection, &a, &c, e);
	if (code == RC_OK && slice_eq(c.state, close ? S("closed") : S("open")))
		code = err_set(e, RC_INPUT, MSG_STATE_FORBIDS, "it is so already");
	if (code == RC_OK)
		code = sql_collection_state_set(
			r->d,
			(sql_collection_state_set_in){collection, close ? S("closed") : S("open"),
		                                      c.version},
			&changed, e);
	if (code == RC_OK && changed == 0)
		code = err_set(e, RC_BUSY, MSG_CHANGED_MEANWHILE, "collection %lld",
		               (long long)collection);
	if (code == RC_OK)
		code = event_add(r, close ? "close" : "open", "collection", collection, (slice){0},
		                 e);
	arena_done(&a);
	return code;
}

/* --- naming --- */

typedef struct naming {
	reg *r;
	arena *a;
	obligation o;
	int64_t deadline, collection, document; /* DB_NULL: none */
} naming;

static rc invite(naming *x, int64_t agency, err *e)
{
	rc code = RC_OK;

	if (x->document != DB_NULL)
		code = audience_add(x->r, x->document, agency, "lead", e);
	if (code == RC_OK && x->collection != DB_NULL)
		code = sql_collection_item_put(
			x->r->d, (sql_collection_item_put_in){x->collection, agency}, NULL, e);
	return code;
}

static rc load_naming(naming *x, int64_t id, err *e)
{
	sql_obligation_deadline_row limit = {DB_NULL};
	sql_collection_of_row round = {0};
	sql_assignment_get_row duty = {0};
	bool found = false;
	rc code = obligation_load(x->r, id, x->a, &x->o, e);

	if (code == RC_OK && !x->r->who.all)
		code = err_set(e, RC_INPUT, MSG_NO_SUCH, "the Office alone");
	if (code == RC_OK && (x->o.agency != DB_NULL || !work_is_open(x->o.work)))
		code = err_set(e, RC_INPUT, MSG_STATE_FORBIDS, "it has a body");
	if (code == RC_OK)
		code = sql_obligation_deadline(x->r->d, (sql_obligation_deadline_in){id}, x->a,
		                               &limit, &found, e);
	x->deadline = limit.deadline;
	if (code == RC_OK)
		code = sql_collection_of(x->r->d, (sql_collection_of_in){x->o.assignment}, x->a,
		                         &round, &found, e);
	x->collection = found ? round.id : DB_NULL;
	if (code == RC_OK)
		code = sql_assignment_get(x->r->d, (sql_assignment_get_in){x->o.assignment}, x->a,
		                          &duty, &found, e);
	x->document = duty.document;
	return code;
}

static rc name_one(naming *x, int64_t agency, bool first, err *e)
{
	sql_obligation_of_row same;
	obligation to = x->o;
	int64_t id = 0;
	bool found = false;
	rc code = sql_obligation_of(x->r->d, (sql_obligation_of_in){x->o.assignment, agency}, x->a,
	                            &same, &found, e);

	if (code == RC_OK && found)
		return err_set(e, RC_INPUT, MSG_HAS_IT_ALREADY, "agency %lld", (long long)agency);
	if (code == RC_OK)
		code = invite(x, agency, e);
	if (code != RC_OK)
		return code;
	to.agency = agency;
	if (first)
		return obligation_change(x->r, &x->o, &to, "name", (slice){0}, e);
	code = obligation_new(x->r, x->o.assignment, x->deadline, agency, x->o.last, &id, e);
	return code == RC_OK ? event_add(x->r, "name", "obligation", id, (slice){0}, e) : code;
}

rc obligation_name(reg *r, int64_t id, const int64_t *agencies, uint32_t n, err *e)
{
	naming x = {.r = r};
	arena a;
	rc code;

	assert(db_in_write(r->d));
	arena_init(&a, NULL, 0);
	x.a = &a;
	code = load_naming(&x, id, e);
	for (uint32_t i = 0; code == RC_OK && i < n; i++)
		code = name_one(&x, agencies[i], i == 0, e);
	if (code == RC_OK && x.collection != DB_NULL)
		code = sql_collection_recount(r->d, (sql_collection_recount_in){x.o.assignment},
		                              NULL, e);
	arena_done(&a);
	return code;
}
