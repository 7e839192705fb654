/*
 * bench_fill.c - duties made by the register's own functions, some thousand at a time.
 */
#include "app/bench/bench_fill.h"

#include "base/hash.h"
#include "register/duty/obligation.h"
#include "register/duty/tally.h"

enum { OPEN_OF = 10, SPREAD_DAYS = 60, YEARS_DAYS = 1500, TOGETHER = 200, BESIDE_OF = 10 };

typedef struct filling {
	reg *r;
	arena a;
	sql_agency_all_rows all;
	VEC(int64_t) communes, others;
	int64_t busiest;
	uint64_t made, duties, want;
} filling;

/* Of the obligations in the order of their making, every tenth is open. */
static bool is_open(uint64_t n)
{
	return n % OPEN_OF == 0;
}

static rc confirm(filling *f, int64_t row, int64_t agency, int64_t due, err *e)
{
	sql_obligation_state_set_in in = {.id = row,
	                                  .agency = agency,
	                                  .due = due,
	                                  .last = due,
	                                  .safe = due,
	                                  .work = S("confirmed"),
	                                  .in_time = f->made % 5 != 0,
	                                  .reported_at = f->r->now,
	                                  .done_at = f->r->now,
	                                  .at = f->r->now,
	                                  .version = 1};
	rc code = sql_obligation_state_set(f->r->d, in, NULL, e);

	return code == RC_OK ? tally_move(f->r, (tally_of){agency, due, S("not_started"), false},
	                                  (tally_of){agency, due, S("confirmed"), in.in_time}, e)
	                     : code;
}

static rc put_one(filling *f, int64_t duty, int64_t agency, err *e)
{
	bool open = is_open(f->made);
	int64_t days = open ? (int64_t)(f->duties % SPREAD_DAYS) - SPREAD_DAYS / 4
	                    : -(int64_t)(f->duties % YEARS_DAYS);
	int64_t due = f->r->minute - f->r->minute % CMIN_DAY + (days + 1) * CMIN_DAY - 1;
	int64_t row;
	rc code = obligation_new(f->r, duty, DB_NULL, agency, due, &row, e);

	if (code == RC_OK && !open)
		code = confirm(f, row, agency, due, e);
	f->made++;
	return code;
}

/* The busiest body works with others too. */
static rc put_beside(filling *f, int64_t duty, err *e)
{
	rc code = sql_party_put(f->r->d,
	                        (sql_party_put_in){.assignment = duty,
	                                           .role = S("with"),
	                                           .agency = f->busiest,
	                                           .group_id = DB_NULL,
	                                           .words = S("Sở Nội vụ"),
	                                           .at = DB_NULL,
	                                           .len = DB_NULL},
	                        NULL, e);

	return code == RC_OK ? sql_party_live_set(f->r->d, (sql_party_live_set_in){duty}, NULL, e)
	                     : code;
}

/* As if a person had taken it on. */
static rc accept(filling *f, int64_t duty, err *e)
{
	return sql_assignment_decide(f->r->d,
	                             (sql_assignment_decide_in){duty, S("accepted"), S("track"),
	                                                        f->r->now, f->r->who.user, 1},
	                             NULL, e);
}

static rc put_duty(filling *f, err *e)
{
	bool shared = f->duties % 3 == 0;
	sql_assignment_put_row row;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = sql_assignment_put(
		f->r->d,
		(sql_assignment_put_in){
			.pub = hash_public_id(&a),
			.document = DB_NULL,
			.reading = DB_NULL,
			.proposed = S("track"),
			.origin = S("hand"),
			.nature = S("task"),
			.action = arena_printf(&a, "rà soát, tổng hợp, báo cáo kết quả lần %llu",
	                                       (unsigned long long)f->duties),
			.quote = S(""),
			.at = DB_NULL,
			.len = DB_NULL,
			.due = DB_NULL,
			.basis_kind = S("oral"),
			.doubt = S(""),
			.flags = S(""),
			.confidence = 100,
			.expands = 1,
		},
		&a, &row, NULL, e);
	if (code == RC_OK)
		code = accept(f, row.id, e);
	for (uint32_t i = 0; code == RC_OK && shared && i < f->communes.n; i++)
		code = put_one(f, row.id, f->communes.p[i], e);
	if (code == RC_OK && !shared)
		code = put_one(
			f, row.id,
			f->duties % 3 == 1 ? f->busiest : f->others.p[f->duties % f->others.n], e);
	if (code == RC_OK && f->duties % BESIDE_OF == 0)
		code = put_beside(f, row.id, e);
	f->duties++;
	arena_done(&a);
	return code;
}

/* The bodies to fill with, and those that are asked about. */
static rc find_bodies(filling *f, err *e)
{
	rc code = sql_agency_all(f->r->d, &f->a, &f->all, e);

	for (uint32_t i = 0; code == RC_OK && i < f->all.n; i++) {
		bool commune = slice_eq(f->all.p[i].class, S("commune"));

		if (commune)
			*VEC_PUSH(&f->a, &f->communes) = f->all.p[i].id;
		else
			*VEC_PUSH(&f->a, &f->others) = f->all.p[i].id;
		if (slice_eq(f->all.p[i].code, S("SNV")))
			f->busiest = f->all.p[i].id;
	}
	return code;
}

rc bench_fill(reg *r, uint64_t n, bench_filled *ret, err *e)
{
	filling f = {.r = r, .want = n};
	sql_obligation_newest_row newest = {0};
	bool found;
	rc code;

	arena_init(&f.a, NULL, 0);
	code = find_bodies(&f, e);
	if (code == RC_OK)
		code = sql_obligation_newest(r->d, &f.a, &newest, &found, e);
	f.made = (uint64_t)newest.id;
	while (code == RC_OK && f.made < n) {
		code = db_begin_batch(r->d, e);
		for (int i = 0; code == RC_OK && i < TOGETHER && f.made < n; i++)
			code = put_duty(&f, e);
		if (db_in_write(r->d)) {
			rc ended = db_end_batch(r->d, code == RC_OK, code == RC_OK ? e : NULL);

			code = code == RC_OK ? ended : code;
		}
	}
	*ret = (bench_filled){f.made - (uint64_t)newest.id, f.communes.n > 0 ? f.communes.p[0] : 0,
	                      f.busiest};
	arena_done(&f.a);
	return code;
}
