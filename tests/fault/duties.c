/*
 * duties.c - clerks who take steps at random while the clock moves, for test_tally.py.
 *
 *	duties prepare URL          an office with duties to work on
 *	duties work URL SEED COUNT  COUNT changes by the register's own use-cases, some to a
 *	                            transaction; what a state forbids is not counted
 *	duties check URL            the tally against a full count, at many minutes; rounds
 *	                            against their members; the log
 */
#include <stdio.h>
#include <stdlib.h>

#include "lib/builtin.h"
#include "reading/reading.h"
#include "register/duty/recount.h"
#include "register/duty/tally.h"
#include "register/entry/decide.h"
#include "register/event.h"
#include "register/hand/propose.h"
#include "register/look/lists.h"
#include "register/people/bodies.h"
#include "register/steps/steps.h"

enum { DAY = 86400, BEGIN = 1775000000, DAYS = 200, DUTIES = 24, BATCH = 40, AGENCIES = 40 };

typedef struct worker {
	reg r;
	uint64_t seed;
	int64_t last_id, wanted, done, in_batch;
	arena a;
} worker;

static _Noreturn void give_up(const char *what, const err *e)
{
	(void)fprintf(stderr, "duties: %s: %s: %s\n", what, msg_code(e->id), e->detail);
	exit(3);
}

static uint32_t chance(worker *w, uint32_t n)
{
	w->seed = w->seed * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(w->seed >> 33) % n;
}

static void set_clock(worker *w, int64_t now)
{
	w->r.now = now;
	w->r.minute = (now + 7 * 3600) / 60;
}

/* --- an office --- */

static rc prepare(db *d, void *ctx, err *e)
{
	static const char *const leads[] = {"UBNDXA", "SOBANNGANH", "SNV", "STC,SYT", "SXD"};
	worker *w = ctx;
	rc code = RC_OK;

	(void)d;
	for (uint32_t i = 0; code == RC_OK && i < DUTIES; i++) {
		int64_t made;
		duty_new in = {.duty = {.action = S("việc"),
		                        .lead = slice_c(leads[i % ARRAY_LEN(leads)]),
		                        .receiver = i % 3 == 0 ? S("VPUBND") : (slice){0},
		                        .last = DB_NULL},
		               .basis = S("thử"),
		               .as = DISPOSAL_TRACK};

		if (i % 5 != 4)
			in.duty.last = BEGIN / 60 / CMIN_DAY * CMIN_DAY +
			               (int64_t)(i * 7 + 2) * CMIN_DAY - 1;
		code = propose_new(&w->r, &in, &made, e);
	}
	return code;
}

/* --- one change --- */

static rc ask_and_answer(worker *w, const obligation *o, err *e)
{
	request_in in = {.reason = S("thử")};
	bool extends = chance(w, 2) == 0, grant = chance(w, 3) > 0;
	rc code;

	in.new_last = (o->last == DB_NULL ? w->r.minute : o->last) +
	              (int64_t)(1 + chance(w, 20)) * CMIN_DAY;
	in.to_agency = 1 + chance(w, AGENCIES);
	code = extends ? request_extension(&w->r, o->id, &in, e)
	               : request_transfer(&w->r, o->id, &in, e);
	if (code == RC_OK && chance(w, 4) > 0)
		code = request_answer(&w->r, o->id, extends ? S("extend") : S("transfer"), grant,
		                      S("thử"), e);
	return code;
}

static rc one_change(worker *w, err *e)
{
	int64_t id = 1 + chance(w, (uint32_t)w->last_id);
	step_in in = {S("xong"), 0, S("thử"), S("Chủ tịch"), 0};
	uint32_t dice = chance(w, 20);
	obligation o;
	rc code;

	if (dice == 0)
		return step_undo(&w->r, id, false, e);
	if (dice < 3) {
		code = obligation_load(&w->r, id, &w->a, &o, e);
		return code == RC_OK ? ask_and_answer(w, &o, e) : code;
	}
	/* Few stop or are suspended, or nothing would be left to do. */
	if (dice == 3)
		return step_take(&w->r, id, chance(w, 8) == 0 ? STEP_STOP : STEP_SUSPEND, &in, e);
	if (dice == 4)
		return step_take(&w->r, id, STEP_RESUME, &in, e);
	return step_take(&w->r, id, (enum step)chance(w, STEP_SUSPEND), &in, e);
}

static rc some_changes(db *d, void *ctx, err *e)
{
	worker *w = ctx;

	(void)d;
	w->in_batch = 0;
	for (int i = 0; i < BATCH * 8 && w->in_batch < BATCH && w->done + w->in_batch < w->wanted;
	     i++) {
		err why = {0};
		rc code = one_change(w, &why);

		if (code == RC_OK)
			w->in_batch++;
		else if (code != RC_INPUT)
			return e != NULL ? (*e = why), code : code;
	}
	return RC_OK;
}

static void work(worker *w, int64_t count)
{
	err e = {0};

	w->wanted = count;
	for (int64_t turn = 0; w->done < count; turn++) {
		set_clock(w, BEGIN + (int64_t)chance(w, DAYS * DAY));
		if (db_write(w->r.d, some_changes, w, &e) != RC_OK)
			give_up("work", &e);
		w->done += w->in_batch;
		arena_done(&w->a);
		if (turn > count)
			give_up("nothing left to do", &e);
	}
	(void)printf("%lld\n", (long long)w->done);
}

/* --- checking --- */

static bool same_buckets(worker *w, err *e)
{
	viewer all = viewer_operator();
	sql_obligation_buckets_row full = {0};
	sql_tally_buckets_row kept = {0};
	stats_rows by_tally, by_count;
	bool found;

	if (tally_get(&w->r, TALLY_PROVINCE, &kept, e) != RC_OK ||
	    sql_obligation_buckets(w->r.d, &all, (sql_obligation_buckets_in){w->r.minute}, &w->a,
	                           &full, &found, e) != RC_OK ||
	    stats_of(&w->r, STATS_AGENCY, DB_NULL, DB_NULL, &w->a, &by_tally, e) != RC_OK ||
	    stats_of(&w->r, STATS_AGENCY, INT64_MIN + 1, DB_NULL, &w->a, &by_count, e) != RC_OK)
		give_up("check", e);
	for (uint32_t i = 0, k = 0; i < by_count.n; i++, k++) {
		const stats_row *a = &by_count.p[i], *b;

		while (k < by_tally.n && !slice_eq(by_tally.p[k].code, a->code))
			k++;
		b = k < by_tally.n ? &by_tally.p[k] : NULL;
		/* a period leaves out what has no date */
		if (b == NULL || a->open_in_time != b->open_in_time || a->open_late != b->open_late)
			return false;
	}
	return kept.done_in_time == full.done_in_time && kept.done_late == full.done_late &&
	       kept.open_in_time == full.open_in_time && kept.open_late == full.open_late &&
	       kept.undated == full.undated;
}

static void check_rounds(worker *w, err *e)
{
	viewer all = viewer_operator();
	sql_due_rounds_rows rounds;

	if (sql_due_rounds(w->r.d, &all, (sql_due_rounds_in){DB_NULL, DB_NULL, DB_NULL, 1000},
	                   &w->a, &rounds, e) != RC_OK)
		give_up("rounds", e);
	for (uint32_t i = 0; i < rounds.n; i++) {
		sql_collection_items_rows items;
		int64_t in = 0;

		if (sql_collection_items(w->r.d, &all, (sql_collection_items_in){rounds.p[i].id},
		                         &w->a, &items, e) != RC_OK)
			give_up("items", e);
		for (uint32_t k = 0; k < items.n; k++)
			in += slice_starts(items.p[k].state, S("sent"));
		if (in != rounds.p[i].arrived || items.n != rounds.p[i].members)
			give_up("a round and its members differ", e);
	}
}

static void check(worker *w)
{
	event_proof log;
	err e = {0};

	for (int day = 0; day < DAYS; day += 9) {
		set_clock(w, BEGIN + (int64_t)day * DAY);
		if (!same_buckets(w, &e))
			give_up("the tally and a full count differ", &e);
	}
	check_rounds(w, &e);
	if (event_verify(&w->r, (slice){0}, &log, &e) != RC_OK || log.bad != 0)
		give_up("the log", &e);
	(void)printf("%lld\n", (long long)log.lines);
}

static void open_office(worker *w, const char *url, bool make)
{
	registry_tables t[2];
	reader rd;
	arena a;
	err e = {0};
	sql_obligation_newest_row newest = {0};
	bool found;

	arena_init(&a, NULL, 0);
	arena_init(&w->a, NULL, 0);
	if (make && (builtin_registry(S("langson"), &t[0], &e) != RC_OK ||
	             builtin_registry(S("vietnam"), &t[1], &e) != RC_OK ||
	             reader_init(t, 2, builtin_cues(), &a, &rd, &e) != RC_OK))
		give_up("reader", &e);
	if (reg_open(&w->r, url, make ? DB_CREATE : 0, viewer_operator(), BEGIN,
	             make ? rd.reg : NULL, make ? builtin_calendar() : (slice){0}, &e) != RC_OK)
		give_up("open", &e);
	if (sql_obligation_newest(w->r.d, &w->a, &newest, &found, &e) != RC_OK)
		give_up("newest", &e);
	w->last_id = newest.id;
	arena_done(&a);
}

int main(int argc, char **argv)
{
	worker w = {0};
	slice what = slice_c(argc > 2 ? argv[1] : NULL);
	err e = {0};

	if (what.n == 0)
		return 2;
	open_office(&w, argv[2], slice_eq(what, S("prepare")));
	if (slice_eq(what, S("prepare")) && db_write(w.r.d, prepare, &w, &e) != RC_OK)
		give_up("prepare", &e);
	if (slice_eq(what, S("work")) && argc > 4) {
		w.seed = strtoull(argv[3], NULL, 10);
		work(&w, strtoll(argv[4], NULL, 10));
	}
	if (slice_eq(what, S("check")))
		check(&w);
	reg_close(&w.r);
	arena_done(&w.a);
	return 0;
}
