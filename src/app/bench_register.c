/*
 * bench_register.c - how quickly documents come into a register, and how quickly it answers
 * when it is full.
 *
 * Documents go the whole way of `dondoc import`: read, written as JSON, entered with their
 * links, findable, on disk. Obligations are made by the register's own use-cases. The peer
 * is a plain C program over the same SQLite file, run turn by turn with ours; against
 * PostgreSQL there is none. Rates are by the clock, disk included.
 */
#include "app/bench_register.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/batch.h"
#include "app/bench_fill.h"
#include "app/bench_peer.h"
#include "app/bench_report.h"
#include "app/bench_run.h"
#include "app/bench_text.h"
#include "base/fold.h"
#include "base/hash.h"
#include "lib/builtin.h"
#include "register/due.h"
#include "register/search.h"
#include "register/steps.h"
#include "register/tally.h"

enum {
	INVITATION = 3000,
	LARGE_LEAST = 20 << 10,
	LARGE_MOST = 46 << 10,
	SMALL_SAMPLE = 4000, /* documents whose coming in is timed */
	ASKED_EACH = 60,     /* questions of each sort, for each run */
	ASKED_MOST = 60 * BENCH_RUNS_MAX,
	PAGE = 200,
	WRITES = 200,
};
#define MB 1e6
#define TODAY 20600 /* 2026-05-27, as bench_text.c's samples have it */

typedef struct bench {
	const bench_options *o;
	arena a;
	job_reader jr;
	const bench_pool *pool;
	uint64_t seed;
	reg r;
	batch to;
	strbuf text;
	uint64_t documents;
	char folder[64];
	char url[96];
	peer *peer;
	bool pass;
} bench;

static uint64_t draw(bench *b, uint64_t n)
{
	b->seed = b->seed * 6364136223846793005u + 1442695040888963407u;
	return (b->seed >> 33) % n;
}

typedef struct rate {
	double seconds, worked, documents, bytes; /* the making of texts left out */
} rate;

/* One document, whole way in. */
static rc enter_one(bench *b, size_t size, rate *took, err *e)
{
	double began, worked;
	char hash[HASH_HEX + 1];
	json_source source = {.name = S("bench.txt"), .confidence = 1};
	reading r = {0};
	entered got;
	slice text;
	arena a;
	rc code;

	strbuf_clear(&b->text);
	bench_document(b->pool, size, &b->seed, &b->text);
	text = strbuf_slice(&b->text);
	began = bench_now();
	worked = bench_worked();
	hash_sha256(&text, 1, hash);
	source.sha256 = slice_c(hash);
	source.bytes = (int64_t)text.n;
	arena_init(&a, NULL, 0);
	code = reading_run(&b->jr.rd, text, &a, &r, e);
	if (code == RC_OK)
		code = batch_enter(&b->to, &r, &source, text, &got, e);
	if (code == RC_OK && batch_is_full(&b->to))
		code = batch_end(&b->to, true, e);
	arena_done(&a);
	b->documents++;
	took->seconds += bench_now() - began;
	took->worked += bench_worked() - worked;
	return code;
}

static rc enter_some(bench *b, uint64_t n, size_t least, size_t most, rate *ret, err *e)
{
	double began, worked;
	rc code = RC_OK, ended;

	*ret = (rate){0};
	for (uint64_t i = 0; code == RC_OK && i < n; i++) {
		code = enter_one(b, least + (most > least ? draw(b, most - least) : 0), ret, e);
		ret->documents++;
		ret->bytes += (double)b->text.n;
	}
	began = bench_now();
	worked = bench_worked();
	ended = batch_end(&b->to, code == RC_OK, code == RC_OK ? e : NULL);
	ret->seconds += bench_now() - began;
	ret->worked += bench_worked() - worked;
	return code == RC_OK ? ended : code;
}

static rc measure_import(bench *b, err *e)
{
	uint64_t few = b->o->documents < SMALL_SAMPLE ? b->o->documents : SMALL_SAMPLE;
	bool lite = !db_is_pgsql(b->r.d);
	rate small, large, rest;
	rc code = enter_some(b, few, INVITATION, INVITATION, &small, e);

	if (code == RC_OK)
		code = enter_some(b, few / 10 + 1, LARGE_LEAST, LARGE_MOST, &large, e);
	if (code == RC_OK && b->documents < b->o->documents)
		code = enter_some(b, b->o->documents - b->documents, INVITATION / 2, INVITATION * 2,
		                  &rest, e);
	if (code != RC_OK)
		return code;
	bench_report(&(measure){.name = "import-invitations",
	                        .unit = "documents/s",
	                        .best = small.documents / small.worked,
	                        .median = small.documents / small.seconds,
	                        .at_least = lite ? 1000 : 0,
	                        .bytes = (size_t)small.bytes,
	                        .note = "3 KB each: read, entered, linked, findable, on disk; by "
	                                "processor time, median: by the clock"},
	             &b->pass);
	bench_report(&(measure){.name = "import-text",
	                        .unit = "MB/s",
	                        .best = large.bytes / MB / large.worked,
	                        .median = large.bytes / MB / large.seconds,
	                        .at_least = lite ? 10 : 0,
	                        .bytes = (size_t)large.bytes,
	                        .note = "documents of 20 to 46 KB; the same"},
	             &b->pass);
	return RC_OK;
}

/* --- search --- */

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Some words that follow one another in a text of the same sort. */
static slice draw_words(bench *b, uint64_t most, bool quoted)
{
	slice text, rest, word;
	strbuf out;
	uint64_t skip, n;
	char room[200];

	strbuf_clear(&b->text);
	bench_document(b->pool, INVITATION, &b->seed, &b->text);
	text = fold_text(&b->r.a, strbuf_slice(&b->text));
	skip = draw(b, text.n > 400 ? text.n - 200 : 1);
	rest = (slice){text.p + skip, text.n - skip};
	n = 1 + draw(b, most) + quoted;
	strbuf_over(&out, room, sizeof room);
	(void)slice_next(&rest, ' ', &word);
	if (quoted)
		strbuf_putc(&out, '"');
	for (uint64_t i = 0; i < n && slice_next(&rest, ' ', &word); i++) {
		if (i > 0)
			strbuf_putc(&out, ' ');
		strbuf_put(&out, word);
	}
	if (quoted)
		strbuf_putc(&out, '"');
	return arena_copy(&b->r.a, strbuf_slice(&out));
}

typedef struct asking {
	const char *name;
	uint64_t words; /* 0: a number */
	bool quoted, as_agency;
} asking;

static rc ask(bench *b, const asking *q, int64_t agency, double *ret, err *e)
{
	search_query query = {
		.agency = DB_NULL, .from_day = INT32_MIN, .to_day = INT32_MAX, .most = 20};
	viewer who = b->r.who;
	search_hits found;
	double began;
	arena a;
	rc code;

	query.words = q->words > 0 ? draw_words(b, q->words, q->quoted)
	                           : arena_printf(&b->r.a, "%d/UBND-TH", (int)draw(b, 900));
	if (q->as_agency)
		b->r.who = viewer_of_agency(agency);
	arena_init(&a, NULL, 0);
	began = bench_now();
	code = search_find(&b->r, &query, &a, &found, e);
	*ret = bench_now() - began;
	if (getenv("DONDOC_BENCH_SLOW") != NULL && *ret > 0.008)
		(void)fprintf(stderr, "%.1f ms: %.*s (%u)\n", *ret * 1e3, (int)query.words.n,
		              query.words.p, found.n);
	arena_done(&a);
	b->r.who = who;
	return code;
}

static rc measure_search(bench *b, err *e)
{
	static const asking askings[] = {
		{"search-word", 1, false, false},       {"search-words", 4, false, false},
		{"search-phrase", 3, true, false},      {"search-number", 0, false, false},
		{"search-word-agency", 1, false, true}, {"search-words-agency", 4, false, true},
	};
	sql_agency_all_rows all;
	double took[ASKED_MOST];
	uint32_t asked = b->o->runs * ASKED_EACH;
	rc code = sql_agency_all(b->r.d, &b->a, &all, e);

	for (size_t k = 0; code == RC_OK && k < ARRAY_LEN(askings); k++) {
		for (uint32_t i = 0; code == RC_OK && i < asked + 20; i++) {
			double *at = &took[i < 20 ? 0 : i - 20]; /* the first ones warm up */

			code = ask(b, &askings[k], all.p[draw(b, all.n)].id, at, e);
		}
		if (code != RC_OK)
			break;
		qsort(took, asked, sizeof *took, by_size);
		bench_report(
			&(measure){.name = askings[k].name,
		                   .unit = "ms at p99",
		                   .best = took[asked * 99 / 100] * 1e3,
		                   .median = took[asked / 2] * 1e3,
		                   .peer = b->peer ? "LIKE over the texts, C and SQLite" : NULL,
		                   .peer_best = b->peer && k == 0
		                                        ? peer_run(b->peer, PEER_SEARCH, 0,
		                                                   S("%chương trình công tác%")) *
		                                                  1e3
		                                        : 0,
		                   .at_most = 10,
		                   .bytes = (size_t)b->documents,
		                   .runs = asked,
		                   .note = "top 20, with snippets; bytes: documents"},
			&b->pass);
	}
	return code;
}

/* --- obligations --- */

static rc measure_due(bench *b, int64_t agency, err *e)
{
	bool lite = !db_is_pgsql(b->r.d);
	bench_times ours = {0}, whole = {0}, theirs = {0};
	viewer who = viewer_of_agency(agency);
	rc code = RC_OK;

	for (unsigned i = 0; code == RC_OK && i < b->o->runs * 4; i++) {
		due_ask asked = {agency, DUE_NO_DAY, DUE_NO_DAY, S(""), PAGE};
		sql_obligation_list_rows rows;
		due_report report;
		double began = bench_now();
		arena a;

		arena_init(&a, NULL, 0);
		code = sql_obligation_list(b->r.d, &who,
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
		                                                    .most = PAGE},
		                           &a, &rows, e);
		bench_times_add(&ours, bench_now() - began);
		if (b->peer != NULL)
			bench_times_add(&theirs, peer_run(b->peer, PEER_DUE, agency, (slice){0}));
		began = bench_now();
		if (code == RC_OK)
			code = due_ask_all(&b->r, &asked, &a, &report, e);
		bench_times_add(&whole, bench_now() - began);
		arena_done(&a);
	}
	if (code != RC_OK)
		return code;
	bench_report(&(measure){.name = "due-page",
	                        .unit = "ms",
	                        .best = bench_best(&ours) * 1e3,
	                        .median = bench_median(&ours) * 1e3,
	                        .peer = b->peer ? "the same page, C and SQLite" : NULL,
	                        .peer_best = b->peer ? bench_best(&theirs) * 1e3 : 0,
	                        .at_most = lite ? 5 : 10,
	                        .runs = ours.n,
	                        .note = "first 200 of one agency, as that agency"},
	             &b->pass);
	bench_report(&(measure){.name = "due-whole",
	                        .unit = "ms",
	                        .best = bench_best(&whole) * 1e3,
	                        .median = bench_median(&whole) * 1e3,
	                        .peer = b->peer ? "one page of four, C and SQLite" : NULL,
	                        .peer_best = b->peer ? bench_best(&theirs) * 1e3 : 0,
	                        .at_most = lite ? 5 : 10,
	                        .runs = whole.n,
	                        .note = "all that `dondoc due --agency` shows"},
	             &b->pass);
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

static rc measure_buckets(bench *b, err *e)
{
	static const enum step steps[] = {STEP_RECEIVE, STEP_START};
	bench_times asked = {0}, written = {0}, theirs = {0};
	rc code = RC_OK;

	for (int i = 0; code == RC_OK && i < WRITES; i++) {
		one_step x = {&b->r, bench_fill_open(i / 2), steps[i % 2]};
		sql_tally_buckets_row row;
		double began = bench_now();

		code = db_write(b->r.d, take_step, &x, e);
		bench_times_add(&written, bench_now() - began);
		began = bench_now();
		if (code == RC_OK)
			code = tally_get(&b->r, TALLY_PROVINCE, &row, e);
		bench_times_add(&asked, bench_now() - began);
	}
	for (int i = 0; code == RC_OK && b->peer != NULL && i < 3; i++)
		bench_times_add(&theirs, peer_run(b->peer, PEER_BUCKETS, b->r.minute, (slice){0}));
	if (code != RC_OK)
		return code;
	bench_report(&(measure){.name = "buckets-after-write",
	                        .unit = "ms",
	                        .best = bench_best(&asked) * 1e3,
	                        .median = bench_median(&asked) * 1e3,
	                        .peer = b->peer ? "counting them, C and SQLite" : NULL,
	                        .peer_best = b->peer ? bench_best(&theirs) * 1e3 : 0,
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

static rc measure_obligations(bench *b, err *e)
{
	bench_filled filled;
	double began = bench_now();
	rc code = bench_fill(&b->r, b->o->obligations, &filled, e);

	if (code != RC_OK)
		return code;
	bench_report(&(measure){.name = "obligations-made",
	                        .unit = "obligations/s",
	                        .best = (double)filled.n / (bench_now() - began),
	                        .bytes = (size_t)filled.n,
	                        .note = "bytes: how many; nine of ten are done and counted"},
	             &b->pass);
	code = measure_due(b, filled.agency, e);
	return code == RC_OK ? measure_buckets(b, e) : code;
}

/* --- the register itself --- */

static rc open_register(bench *b, err *e)
{
	const char *tmp = getenv("TMPDIR");
	const char *url = b->o->db;
	int64_t now = (int64_t)TODAY * 86400;
	rc code;

	if (url == NULL) {
		(void)snprintf(b->folder, sizeof b->folder, "%.30s/dondoc-bench-XXXXXX",
		               tmp != NULL ? tmp : "/tmp");
		if (mkdtemp(b->folder) == NULL)
			return err_set(e, RC_IO, MSG_WRITE_FAILED, "mkdtemp");
		(void)snprintf(b->url, sizeof b->url, "sqlite:%s/bench.db", b->folder);
		url = b->url;
	}
	code = job_reader_open(&b->jr, NULL, NULL, e);
	if (code == RC_OK)
		code = reg_open(&b->r, url, DB_CREATE, viewer_operator(), now, b->jr.rd.reg,
		                builtin_calendar(), e);
	batch_init(&b->to, &b->r, &b->jr.ident);
	if (code == RC_OK && !db_is_pgsql(b->r.d))
		b->peer = peer_open(db_path(b->r.d));
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
		measure_import,
		measure_search,
		measure_obligations,
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
	batch_done(&b.to);
	reg_close(&b.r);
	job_reader_done(&b.jr);
	remove_register(&b);
	strbuf_done(&b.text);
	arena_done(&b.a);
	*ret_pass = b.pass;
	return code;
}
