/*
 * office.h - a small office for tests of the register: bodies of the built-in registry, a
 * clock that is set, documents of our own, viewers by code.
 *
 *	office o;
 *	office_begin(&o, st, "2026-04-21");     on the database of db_both.h
 *	office_enter(&o, "Giao Sở Nội vụ …");   read, entered, accepted as proposed
 *	office_as(&o, "STC");  office_as(&o, NULL);
 *	office_end(&o);
 */
#ifndef DONDOC_TEST_OFFICE_H
#define DONDOC_TEST_OFFICE_H

#include "db_both.h"

#include "base/hash.h"
#include "lib/builtin.h"
#include "reading/reading.h"
#include "register/duty/obligation.h"
#include "register/duty/tally.h"
#include "register/entry/decide.h"
#include "register/entry/enter.h"
#include "register/hand/propose.h"
#include "register/people/bodies.h"
#include "register/steps/steps.h"

typedef struct office {
	reg r;
	arena a;
	err e;
} office;

/* The tables are read once: they are large, and the same for every test. */
static reader office_reader;
static arena office_tables;

static inline int office_open_tables(void)
{
	registry_tables t[2];

	arena_init(&office_tables, NULL, 0);
	return builtin_registry(S("langson"), &t[0], NULL) == RC_OK &&
	                       builtin_registry(S("vietnam"), &t[1], NULL) == RC_OK &&
	                       reader_init(t, 2, builtin_cues(), &office_tables, &office_reader,
	                                   NULL) == RC_OK
	               ? 0
	               : 1;
}

static inline int64_t office_seconds(const char *day)
{
	civil c;

	assert_int_equal(civil_parse(slice_c(day), &c, NULL), RC_OK);
	return (int64_t)civil_days(c.y, c.mo, c.d) * 86400 + c.h * 3600 + c.mi * 60 - 7 * 3600;
}

/* office_set_day() - "YYYY-MM-DD" or with "THH:MM". */
static inline void office_set_day(office *o, const char *day)
{
	o->r.now = office_seconds(day);
	o->r.minute = (o->r.now + 7 * 3600) / 60;
}

static inline void office_begin(office *o, void **st, const char *day)
{
	*o = (office){0};
	arena_init(&o->a, NULL, 0);
	if (reg_open(&o->r, both_url(st), DB_CREATE, viewer_operator(), office_seconds(day),
	             office_reader.reg, builtin_calendar(), &o->e) != RC_OK)
		(void)printf("# %s\n", o->e.detail);
	assert_int_equal(o->e.rc, RC_OK);
}

static inline void office_end(office *o)
{
	reg_close(&o->r);
	arena_done(&o->a);
}

static inline int64_t office_body(office *o, const char *code)
{
	int64_t id = DB_NULL;

	assert_int_equal(bodies_agency(&o->r, slice_c(code), &id, &o->e), RC_OK);
	assert_true(id != DB_NULL);
	return id;
}

/* office_as() - look as a body; NULL: the Office. */
static inline void office_as(office *o, const char *code)
{
	o->r.who = code != NULL ? viewer_of_agency(office_body(o, code)) : viewer_operator();
}

/* --- one thing at a time, each in its own transaction --- */

typedef struct office_act {
	office *o;
	rc (*work)(office *o, void *ctx, err *e);
	void *ctx;
} office_act;

static inline rc office_inside(db *d, void *ctx, err *e)
{
	office_act *x = ctx;

	(void)d;
	return x->work(x->o, x->ctx, e);
}

/* office_do() - what came of it; o->e says why not. */
static inline msg_id office_do(office *o, rc (*work)(office *, void *, err *), void *ctx)
{
	office_act x = {o, work, ctx};

	o->e = (err){0};
	if (db_write(o->r.d, office_inside, &x, &o->e) == RC_OK)
		return MSG_NONE;
	return o->e.id;
}

/* A text read and entered as proposals. */
static inline rc office_read_in(office *o, slice text, entered *ret, err *e)
{
	reading *r = arena_new(&o->a, reading);
	char hash[HASH_HEX + 1];
	entry in = {.r = r,
	            .name = S("cv.txt"),
	            .original = text,
	            .bytes = (int64_t)text.n,
	            .json = S("{}"),
	            .reader = S("test"),
	            .data = S("-"),
	            .direction = S("in")};
	rc code = reading_run(&office_reader, text, &o->a, r, e);

	hash_sha256(&text, 1, hash);
	in.sha256 = slice_c(hash);
	return code == RC_OK ? document_enter(&o->r, &in, ret, e) : code;
}

static inline rc office_propose_work(office *o, void *ctx, err *e)
{
	entered got = {0};

	return office_read_in(o, *(const slice *)ctx, &got, e);
}

/* office_propose() - a whole document, nothing of it decided. */
static inline void office_propose(office *o, const char *text)
{
	slice whole = slice_c(text);

	assert_int_equal(office_do(o, office_propose_work, &whole), MSG_NONE);
}

static inline rc office_enter_work(office *o, void *ctx, err *e)
{
	entered got = {0};
	uint32_t n;
	rc code = office_read_in(o, slice_c(ctx), &got, e);

	return code == RC_OK ? decide_document(&o->r, got.document, true, false, &n, e) : code;
}

/* office_enter() - a document with the frame of one around `orders`; accepted. */
static inline void office_enter(office *o, const char *orders)
{
	char *text = arena_alloc(&o->a, 8192);

	(void)snprintf(text, 8192,
	               "UBND TỈNH LẠNG SƠN\nSố: 12/UBND-TH\nLạng Sơn, ngày 20 tháng 4 năm 2026\n\n"
	               "Kính gửi: Sở Nội vụ; Sở Tài chính.\n\n%s\n",
	               orders);
	if (office_do(o, office_enter_work, text) != MSG_NONE)
		(void)printf("# %s: %s\n", msg_code(o->e.id), o->e.detail);
	assert_int_equal(o->e.rc, RC_OK);
}

static inline rc office_add_work(office *o, void *ctx, err *e)
{
	int64_t made;

	return propose_new(&o->r, ctx, &made, e);
}

/* office_add() - a duty by hand: lead and receiver by code, due "YYYY-MM-DD" or NULL. */
static inline void office_add(office *o, const char *action, const char *lead, const char *receiver,
                              const char *due)
{
	duty_new in = {.duty = {.action = slice_c(action),
	                        .lead = slice_c(lead),
	                        .receiver = slice_c(receiver),
	                        .last = DB_NULL},
	               .basis = S("giao ban"),
	               .as = DISPOSAL_TRACK};

	if (due != NULL)
		in.duty.last = (office_seconds(due) + 7 * 3600) / 60 + CMIN_DAY - 1;
	assert_int_equal(office_do(o, office_add_work, &in), MSG_NONE);
}

typedef struct office_step {
	int64_t id;
	enum step s;
	step_in in;
} office_step;

static inline rc office_step_work(office *o, void *ctx, err *e)
{
	const office_step *x = ctx;

	return step_take(&o->r, x->id, x->s, &x->in, e);
}

/* office_take() - a step with everything that any step needs. */
static inline msg_id office_take(office *o, int64_t id, enum step s)
{
	office_step x = {id, s, {S("đã xong"), 0, S("lý do"), S("Chủ tịch"), 0}};

	return office_do(o, office_step_work, &x);
}

static inline obligation office_obligation(office *o, int64_t id)
{
	obligation x = {0};

	assert_int_equal(obligation_load(&o->r, id, &o->a, &x, &o->e), RC_OK);
	return x;
}

/* office_adds_up() - the tally says what counting every obligation says. */
static inline void office_adds_up(office *o)
{
	sql_obligation_buckets_row all = {0};
	sql_tally_buckets_row kept = {0};
	viewer everybody = viewer_operator(), who = o->r.who;
	bool found;

	o->r.who = everybody;
	assert_int_equal(tally_get(&o->r, TALLY_PROVINCE, &kept, &o->e), RC_OK);
	assert_int_equal(sql_obligation_buckets(o->r.d, &everybody,
	                                        (sql_obligation_buckets_in){o->r.minute}, &o->a,
	                                        &all, &found, &o->e),
	                 RC_OK);
	o->r.who = who;
	assert_int_equal(kept.done_in_time, all.done_in_time);
	assert_int_equal(kept.done_late, all.done_late);
	assert_int_equal(kept.open_in_time, all.open_in_time);
	assert_int_equal(kept.open_late, all.open_late);
	assert_int_equal(kept.undated, all.undated);
}

#endif
