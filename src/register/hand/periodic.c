/*
 * periodic.c - one open duty a report at a time; the next comes when that one is confirmed.
 */
#include "register/hand/periodic.h"

#include <assert.h>

#include "base/hash.h"
#include "register/event.h"
#include "register/hand/hand_priv.h"
#include "register/hand/propose.h"
#include "register/hand/rule_words.h"
#include "register/look/due.h"

typedef sql_hand_periodic_get_row report;

unsigned periodic_days(slice rule, int32_t day, int32_t *ret, unsigned n)
{
	unsigned k = 0;

	while (k < n && (day = due_next(rule, day)) != DUE_NO_DAY)
		ret[k++] = day++;
	return k;
}

static int64_t last_minute(int32_t day)
{
	return (int64_t)day * CMIN_DAY + CMIN_DAY - 1;
}

/* The duty of a report that was written by hand. */
static rc make_duty(reg *r, int64_t id, report *x, int64_t last, err *e)
{
	duty_new in = {.duty = {.action = x->title,
	                        .lead = x->agency.n > 0 ? x->agency : S(""),
	                        .deliverable = x->title,
	                        .last = last},
	               .document = x->document_id != DB_NULL ? x->document_id : 0,
	               .basis = S("Báo cáo định kỳ"),
	               .as = DISPOSAL_TRACK};
	rc code = propose_new(r, &in, &x->assignment, e);

	if (code == RC_OK)
		code = sql_hand_periodic_set(
			r->d,
			(sql_hand_periodic_set_in){id, x->title, x->agency_id, x->rule, x->receiver,
		                                   x->active, x->document_id, x->assignment},
			NULL, e);
	return code;
}

static rc next_one(reg *r, const report *x, int64_t last, err *e)
{
	int64_t id;
	rc code = obligation_new(r, x->assignment, DB_NULL, x->agency_id, last, &id, e);

	if (code == RC_OK)
		code = sql_party_live_set(r->d, (sql_party_live_set_in){x->assignment}, NULL, e);
	return code == RC_OK ? event_add(r, "next", "obligation", id, (slice){0}, e) : code;
}

/* The next duty of a report, unless one is open, or it has no rule that says a day. The first time
 * the duty itself is made. */
static rc periodic_begin(reg *r, int64_t periodic, err *e)
{
	int32_t from = (int32_t)(r->minute / CMIN_DAY), day;
	sql_periodic_open_row open = {0, DB_NULL};
	report x = {0};
	bool found = false;
	arena a;
	rc code;

	assert(db_in_write(r->d));
	arena_init(&a, NULL, 0);
	code = sql_hand_periodic_get(r->d, (sql_hand_periodic_get_in){periodic}, &a, &x, &found, e);
	if (code == RC_OK && found && x.assignment != DB_NULL)
		code = sql_periodic_open(r->d, (sql_periodic_open_in){x.assignment, x.agency_id},
		                         &a, &open, &found, e);
	/* Never the period twice: what was done early is not asked for again. */
	if (open.last != DB_NULL && open.last / CMIN_DAY >= from)
		from = (int32_t)(open.last / CMIN_DAY) + 1;
	day = code == RC_OK && found && x.active && open.n == 0 ? due_next(x.rule, from)
	                                                        : DUE_NO_DAY;
	if (code == RC_OK && day != DUE_NO_DAY)
		code = x.assignment == DB_NULL ? make_duty(r, periodic, &x, last_minute(day), e)
		                               : next_one(r, &x, last_minute(day), e);
	arena_done(&a);
	return code;
}

rc periodic_follow(reg *r, int64_t assignment, int64_t agency, err *e)
{
	sql_periodic_of_rows rows = {0};
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = sql_periodic_of(r->d, (sql_periodic_of_in){assignment}, &a, &rows, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		if (rows.p[i].agency == agency)
			code = periodic_begin(r, rows.p[i].id, e);
	arena_done(&a);
	return code;
}

/* --- by hand --- */

rc hand_load_periodic(hand_saving *x, err *e)
{
	report p = {0};
	rc code = sql_hand_periodic_get(x->r->d, (sql_hand_periodic_get_in){x->id}, x->a, &p, NULL,
	                                e);

	if (code != RC_OK)
		return code;
	hand_show(x, S("title"), p.title);
	hand_show(x, S("agency"), p.agency);
	hand_show(x, S("rule"), p.rule);
	hand_show(x, S("receiver"), p.receiver);
	hand_show(x, S("active"), p.active ? S("1") : S("0"));
	hand_show(x, S("document"), p.document);
	return RC_OK;
}

static rc put_report(hand_saving *x, slice title, err *e)
{
	sql_hand_periodic_put_row row;
	rc code = sql_hand_periodic_put(x->r->d,
	                                (sql_hand_periodic_put_in){hash_public_id(x->a), title},
	                                x->a, &row, NULL, e);

	x->id = code == RC_OK ? row.id : 0;
	return code;
}

rc hand_save_periodic(hand_saving *x, err *e)
{
	sql_hand_periodic_set_in in = {.receiver = hand_text(x, S("receiver")),
	                               .active = !slice_eq(hand_text(x, S("active")), S("0"))};
	report was = {.assignment = DB_NULL};
	bool found;
	rc code = hand_needs(x, S("title"), &in.title, e);

	if (code == RC_OK)
		code = hand_needs(x, S("rule"), &in.rule, e);
	if (code == RC_OK)
		in.rule = rule_of(x->a, in.rule);
	if (code == RC_OK && due_next(in.rule, (int32_t)(x->r->minute / CMIN_DAY)) == DUE_NO_DAY)
		code = err_set(e, RC_INPUT, MSG_RULE_BAD, "%zu bytes", in.rule.n);
	if (code == RC_OK)
		code = hand_agency(x, hand_text(x, S("agency")), &in.agency, e);
	if (code == RC_OK)
		code = hand_document(x, hand_text(x, S("document")), &in.document, e);
	if (code == RC_OK && x->id == 0)
		code = put_report(x, in.title, e);
	if (code == RC_OK)
		code = sql_hand_periodic_get(x->r->d, (sql_hand_periodic_get_in){x->id}, x->a, &was,
		                             &found, e);
	in.id = x->id;
	in.assignment = was.assignment;
	/* Another body has another duty; the one before ends by its steps. */
	if (was.agency_id != in.agency)
		in.assignment = DB_NULL;
	if (code == RC_OK)
		code = sql_hand_periodic_set(x->r->d, in, NULL, e);
	return code == RC_OK ? periodic_begin(x->r, x->id, e) : code;
}
