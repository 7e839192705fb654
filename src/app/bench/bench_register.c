/*
 * bench_register.c - how quickly documents come into a register, and how quickly it answers
 * when it is full.
 *
 * Documents go the whole way of `dondoc import`: read, written as JSON, entered with their
 * links, findable, on disk. Obligations are made by the register's own use-cases. All of it
 * is made in an SQLite file; asked for PostgreSQL it is moved there before it is asked. The
 * peer is a plain C program over that SQLite file, run turn by turn with ours.
 */
#include "app/bench/bench_register.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/bench/bench_fill.h"
#include "app/bench/bench_import.h"
#include "app/bench/bench_register_priv.h"
#include "app/bench/bench_report.h"
#include "app/bench/bench_run.h"
#include "lib/builtin.h"
#include "register/backups.h"
#include "register/duty/tally.h"
#include "register/look/due.h"
#include "register/steps/steps.h"

enum {
	INVITATION = 3000,
	LARGE_LEAST = 20 << 10,
	LARGE_MOST = 46 << 10,
	SMALL_SAMPLE = 4000, /* documents whose coming in is timed */
	PAGE = 200,
	WRITES = 200,
};
#define MB 1e6
#define TODAY 20600 /* 2026-05-27, as bench_text.c's samples have it */

static rc measure_import(bench *b, err *e)
{
	uint32_t few = b->o->documents < SMALL_SAMPLE ? (uint32_t)b->o->documents : SMALL_SAMPLE;
	bench_importing x = {&b->jr, &b->to, b->pool, &b->seed, b->folder};
	bench_rate small, large;
	rc code;

	if (b->documents >= b->o->documents)
		return RC_OK; /* a register of an earlier run */
	code = bench_import(&x, few, INVITATION, INVITATION, &small, e);

	if (code == RC_OK)
		code = bench_import(&x, few / 10 + 1, LARGE_LEAST, LARGE_MOST, &large, e);
	b->documents += few + few / 10 + 1;
	if (code == RC_OK && b->documents < b->o->documents) {
		code = bench_enter(&x, b->o->documents - b->documents, INVITATION / 2,
		                   INVITATION * 2, e);
		b->documents = b->o->documents;
	}
	if (code == RC_OK)
		code = batch_tidy(&b->to, e);
	if (code != RC_OK)
		return code;
	bench_report(&(measure){.name = "import-invitations",
	                        .unit = "documents/s",
	                        .best = small.documents / small.seconds,
	                        .worked = small.documents / small.worked,
	                        .busiest = small.documents / small.busy,
	                        .at_least = 1000,
	                        .bytes = (size_t)small.bytes,
	                        .note = "3 KB each, into SQLite: read, entered, linked, findable, "
	                                "on disk; by_processor: of all threads"},
	             &b->pass);
	bench_report(&(measure){.name = "import-text",
	                        .unit = "MB/s",
	                        .best = large.bytes / MB / large.seconds,
	                        .worked = large.bytes / MB / large.worked,
	                        .busiest = large.bytes / MB / large.busy,
	                        .at_least = 10,
	                        .bytes = (size_t)large.bytes,
	                        .note = "documents of 20 to 46 KB; the same"},
	             &b->pass);
	return RC_OK;
}

/* --- obligations --- */

static rc ask_page(bench *b, int64_t agency, arena *a, bool *ret_any, err *e)
{
	viewer who = viewer_of_agency(agency);
	sql_obligation_list_rows rows;
	rc code = sql_obligation_list(b->r.d, &who,
	                              (sql_obligation_list_in){.agency = agency,
	                                                       .nobody = DB_NULL,
	                                                       .dated = 1,
	                                                       .undated = DB_NULL,
	                                                       .open = 1,
	                                                       .since = DB_NULL,
	                                                       .until = DB_NULL,
	                                                       .soon = DB_NULL,
	                                                       .assignment = DB_NULL,
	                                                       .document = DB_NULL,
	                                                       .only = DB_NULL,
	                                                       .most = PAGE},
	                              a, &rows, e);

	*ret_any = code == RC_OK && rows.n > 0;
	return code;
}

typedef struct due_figures {
	const char *page, *whole; /* names */
	int64_t agency;
} due_figures;

static void report_due(bench *b, const char *name, const char *note, const bench_times *t,
                       const bench_times *worked, double peer_best)
{
	bench_report(&(measure){.name = name,
	                        .unit = "ms",
	                        .best = bench_best(t) * 1e3,
	                        .median = bench_median(t) * 1e3,
	                        .worked = bench_best(worked) * 1e3,
	                        .first = t->s[0] * 1e3,
	                        .peer = "a page of it, C and SQLite",
	                        .peer_best = peer_best * 1e3,
	                        .at_most = db_is_pgsql(b->r.d) ? 10 : 5,
	                        .runs = t->n,
	                        .note = note},
	             &b->pass);
}

static rc measure_due(bench *b, const due_figures *f, err *e)
{
	bench_times ours = {0}, whole = {0}, theirs = {0}, worked[2] = {0};
	bool any = true;
	rc code = RC_OK;

	for (unsigned i = 0; code == RC_OK && any && i < b->o->runs * 4; i++) {
		due_ask asked = {f->agency, DUE_NO_DAY, DUE_NO_DAY, S(""), PAGE};
		due_report report;
		double began = bench_now(), from = bench_cost(b);
		arena a;

		arena_init(&a, NULL, 0);
		code = due_ask_all(&b->r, &asked, &a, &report, e);
		bench_times_add(&whole, bench_now() - began);
		bench_times_add(&worked[0], bench_cost(b) - from);
		began = bench_now();
		from = bench_cost(b);
		if (code == RC_OK)
			code = ask_page(b, f->agency, &a, &any, e);
		bench_times_add(&ours, bench_now() - began);
		bench_times_add(&worked[1], bench_cost(b) - from);
		bench_times_add(&theirs, peer_run(b->peer, PEER_DUE, f->agency, (slice){0}));
		arena_done(&a);
	}
	if (code != RC_OK)
		return code;
	if (!any) { /* a page of nothing is quick, and no figure */
		bench_report(&(measure){.name = f->page,
		                        .note = "not measured: of so few obligations none of "
		                                "this agency is due"},
		             &b->pass);
		return RC_OK;
	}
	report_due(b, f->page, "first 200 of one agency, as that agency", &ours, &worked[1],
	           bench_best(&theirs));
	report_due(b, f->whole, "all that `dondoc due --agency` shows; first: the first time asked",
	           &whole, &worked[0], bench_best(&theirs));
	return RC_OK;
}

typedef struct one_step {
	reg *r;
	int64_t obligation;
	enum step step;
} one_step;

static rc take_step(db *d, void *ctx, err *e)
{
	const one_step *x = ctx;

	(void)d;
	return step_take(x->r, x->obligation, x->step, &(step_in){0}, e);
}

/* Some that nobody has taken up yet. */
static rc not_started(bench *b, sql_obligation_list_rows *ret, err *e)
{
	return sql_obligation_list(b->r.d, &b->r.who,
	                           (sql_obligation_list_in){.agency = DB_NULL,
	                                                    .nobody = DB_NULL,
	                                                    .dated = DB_NULL,
	                                                    .undated = DB_NULL,
	                                                    .open = 1,
	                                                    .work = S("not_started"),
	                                                    .since = DB_NULL,
	                                                    .until = DB_NULL,
	                                                    .soon = DB_NULL,
	                                                    .assignment = DB_NULL,
	                                                    .document = DB_NULL,
	                                                    .only = DB_NULL,
	                                                    .most = WRITES / 2},
	                           &b->a, ret, e);
}

static rc measure_buckets(bench *b, err *e)
{
	static const enum step steps[] = {STEP_RECEIVE, STEP_START};
	bench_times asked = {0}, written = {0}, theirs = {0};
	sql_obligation_list_rows open = {0};
	rc code = not_started(b, &open, e);

	for (uint32_t i = 0; code == RC_OK && i < 2 * open.n; i++) {
		one_step x = {&b->r, open.p[i / 2].id, steps[i % 2]};
		sql_tally_buckets_row row;
		double began = bench_now();

		code = db_write(b->r.d, take_step, &x, e);
		bench_times_add(&written, bench_now() - began);
		began = bench_now();
		if (code == RC_OK)
			code = tally_get(&b->r, TALLY_PROVINCE, &row, e);
		bench_times_add(&asked, bench_now() - began);
	}
	for (int i = 0; code == RC_OK && i < 3; i++)
		bench_times_add(&theirs, peer_run(b->peer, PEER_BUCKETS, b->r.minute, (slice){0}));
	if (code != RC_OK)
		return code;
	bench_report(&(measure){.name = "buckets-after-write",
	                        .unit = "ms",
	                        .best = bench_best(&asked) * 1e3,
	                        .median = bench_median(&asked) * 1e3,
	                        .peer = "counting them, C and SQLite",
	                        .peer_best = bench_best(&theirs) * 1e3,
	                        .at_most = 1,
	                        .runs = asked.n,
	                        .note = "four buckets of the province, right after a write"},
	             &b->pass);
	bench_report(&(measure){.name = "step",
	                        .unit = "ms",
	                        .best = bench_best(&written) * 1e3,
	                        .median = bench_median(&written) * 1e3,
	                        .runs = written.n,
	                        .note = "one step of an obligation, logged, on disk"},
	             &b->pass);
	return RC_OK;
}

static rc make_obligations(bench *b, err *e)
{
	double began = bench_now();
	rc code = bench_fill(&b->r, b->o->obligations, &b->filled, e);

	if (code == RC_OK && b->filled.n > 0)
		bench_report(
			&(measure){.name = "obligations-made",
		                   .unit = "obligations/s",
		                   .best = (double)b->filled.n / (bench_now() - began),
		                   .bytes = (size_t)b->filled.n,
		                   .note = "bytes: how many; nine of ten are done and counted"},
			&b->pass);
	return code;
}

static rc measure_obligations(bench *b, err *e)
{
	const due_figures figures[] = {
		{"due-page", "due-whole", b->filled.commune},
		{"due-page-busiest", "due-whole-busiest", b->filled.busiest},
	};
	rc code = RC_OK;

	for (size_t i = 0; code == RC_OK && i < ARRAY_LEN(figures); i++)
		code = measure_due(b, &figures[i], e);
	return code;
}

/* --- the register itself --- */

static bool is_lite(const char *url)
{
	return url == NULL || slice_starts(slice_c(url), S("sqlite:"));
}

static rc open_at(bench *b, const char *url, reg *ret, err *e)
{
	return reg_open(ret, url, DB_CREATE, viewer_operator(), (int64_t)TODAY * 86400,
	                b->jr.rd.reg, builtin_calendar(), e);
}

static rc count_documents(bench *b, uint64_t *ret, err *e)
{
	sql_admin_counts_row counts = {0};
	bool found;
	rc code = sql_admin_counts(b->r.d, &b->r.who, &b->a, &counts, &found, e);

	*ret = (uint64_t)counts.documents;
	return code;
}

/* Everything is made in an SQLite file, which the peer reads too. One of an earlier run that
 * holds enough is asked as it is. */
static rc open_register(bench *b, err *e)
{
	const char *tmp = getenv("TMPDIR");
	const char *at = is_lite(b->o->db) ? b->o->db : b->o->from;
	rc code;

	(void)snprintf(b->folder, sizeof b->folder, "%.30s/dondoc-bench-XXXXXX",
	               tmp != NULL ? tmp : "/tmp");
	if (mkdtemp(b->folder) == NULL)
		return err_set(e, RC_IO, MSG_WRITE_FAILED, "mkdtemp");
	(void)snprintf(b->url, sizeof b->url, "sqlite:%s/bench.db", b->folder);
	code = job_reader_open(&b->jr, NULL, NULL, e);
	if (code == RC_OK)
		code = open_at(b, at != NULL ? at : b->url, &b->r, e);
	b->jr.prepare = batch_prepare;
	batch_init(&b->to, &b->r);
	if (code == RC_OK)
		code = count_documents(b, &b->documents, e);
	if (code == RC_OK)
		b->peer = peer_open(db_path(b->r.d));
	return code == RC_OK && b->peer == NULL ? err_set(e, RC_IO, MSG_FILE_UNREADABLE, "no peer")
	                                        : code;
}

static rc move(bench *b, reg *from, err *e)
{
	double began = bench_now();
	copy_sums sums = {0};
	int64_t rows = 0;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = backups_move(from, &b->r, "migrate", NULL, &a, &sums, e);
	for (uint32_t i = 0; code == RC_OK && i < sums.n; i++)
		rows += sums.p[i].rows;
	if (code == RC_OK)
		bench_report(&(measure){.name = "migrate",
		                        .unit = "rows/s",
		                        .best = (double)rows / (bench_now() - began),
		                        .bytes = (size_t)rows,
		                        .note = "from SQLite, counted and compared, search built "
		                                "anew; bytes: rows"},
		             &b->pass);
	arena_done(&a);
	return code;
}

/* Asked for another database: what was made goes there, as `dondoc migrate` has it, unless an
 * earlier run brought it there. */
static rc move_register(bench *b, err *e)
{
	reg from = b->r;
	sql_server_process_row server = {0};
	uint64_t there = 0;
	bool found;
	rc code;

	if (is_lite(b->o->db))
		return RC_OK;
	b->r = (reg){0};
	code = reg_open(&b->r, b->o->db, DB_CREATE, viewer_operator(), (int64_t)TODAY * 86400, NULL,
	                (slice){0}, e);
	if (code == RC_OK)
		code = count_documents(b, &there, e);
	if (code == RC_OK && there < b->documents)
		code = move(b, &from, e);
	reg_close(&from);
	reg_close(&b->r);
	if (code == RC_OK)
		code = open_at(b, b->o->db, &b->r, e);
	if (code == RC_OK)
		code = sql_server_process(b->r.d, &b->a, &server, &found, e);
	b->server = server.pid;
	return code;
}

/* Only what we made ourselves is taken away. */
static void remove_register(bench *b)
{
	const char *argv[] = {"rm", "-rf", "--", b->folder, NULL};

	if (b->folder[0] != 0)
		(void)bench_spawn(argv, -1, NULL);
}

rc bench_register(const bench_options *o, bool *ret_pass, err *e)
{
	static rc (*const parts[])(bench *, err *) = {
		measure_import, make_obligations,    move_register,
		bench_search,   measure_obligations, measure_buckets,
	};
	bench b = {.o = o, .seed = o->seed, .pass = true};
	rc code;

	arena_init(&b.a, NULL, 0);
	strbuf_init(&b.text, NULL, (size_t)1 << 30);
	code = open_register(&b, e);
	b.pool = bench_pool_new(&b.a);
	if (code == RC_OK && b.pool == NULL)
		code = err_set(e, RC_IO, MSG_FILE_UNREADABLE, "no samples on board");
	for (size_t i = 0; i < ARRAY_LEN(parts) && code == RC_OK; i++)
		code = parts[i](&b, e);
	peer_close(b.peer);
	reg_close(&b.r);
	job_reader_done(&b.jr);
	remove_register(&b);
	strbuf_done(&b.text);
	arena_done(&b.a);
	*ret_pass = b.pass;
	return code;
}
