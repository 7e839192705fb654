/*
 * bench_search.c - how long a page of found documents takes, by the sort of question.
 *
 * Words and phrases are drawn from texts of the same sort as those that were entered, so
 * that common and rare ones come as they come there.
 */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/bench/bench_register_priv.h"
#include "app/bench/bench_run.h"
#include "base/fold.h"
#include "register/search/search.h"

enum {
	SAMPLE = 3000, /* bytes of a text from which words are drawn */
	ASKED_EACH = 60, /* questions of each sort, for each run */
	ASKED_MOST = 60 * BENCH_RUNS_MAX,
	ASK_AGAIN = 5,
};

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
	bench_document(b->pool, SAMPLE, &b->seed, &b->text);
	text = fold_text(&b->a, strbuf_slice(&b->text));
	skip = bench_draw(b, text.n > 400 ? text.n - 200 : 1);
	rest = (slice){text.p + skip, text.n - skip};
	n = 1 + bench_draw(b, most) + quoted;
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
	return arena_copy(&b->a, strbuf_slice(&out));
}

typedef struct asking {
	const char *name;
	uint64_t words; /* 0: a number */
	bool quoted, as_agency;
} asking;

/* How long one question took. */
typedef struct answer_times {
	double best, worked; /* of some times, so that what else the machine does is left out */
	double first;
} answer_times;

static rc ask(bench *b, const asking *q, int64_t agency, answer_times *ret, err *e)
{
	search_query query = {
		.agency = DB_NULL, .from_day = INT32_MIN, .to_day = INT32_MAX, .most = 20};
	viewer who = b->r.who;
	rc code = RC_OK;

	query.words = q->words > 0 ? draw_words(b, q->words, q->quoted)
	                           : arena_printf(&b->a, "%d/UBND-TH", (int)bench_draw(b, 900));
	if (q->as_agency)
		b->r.who = viewer_of_agency(agency);
	for (int i = 0; code == RC_OK && i < ASK_AGAIN; i++) {
		search_hits found;
		double began = bench_now(), worked = bench_cost(b), took;
		arena a;

		arena_init(&a, NULL, 0);
		code = search_find(&b->r, &query, &a, &found, e);
		took = bench_now() - began;
		worked = bench_cost(b) - worked;
		arena_done(&a);
		ret->best = i == 0 || took < ret->best ? took : ret->best;
		ret->worked = i == 0 || worked < ret->worked ? worked : ret->worked;
		if (i == 0)
			ret->first = took;
	}
	if (getenv("DONDOC_BENCH_SLOW") != NULL && ret->best > 0.005)
		(void)fprintf(stderr, "%.1f ms: %.*s\n", ret->best * 1e3, (int)query.words.n,
		              query.words.p);
	b->r.who = who;
	return code;
}

/* One of the times of all questions, in ms: the one that so many percent do not pass. */
static double percentile(const answer_times *all, uint32_t n, size_t at, unsigned percent)
{
	double times[ASKED_MOST];

	for (uint32_t i = 0; i < n; i++)
		memcpy(&times[i], (const char *)&all[i] + at, sizeof times[i]);
	qsort(times, n, sizeof *times, by_size);
	return times[n * percent / 100] * 1e3;
}

static void report_search(bench *b, const asking *q, const answer_times *all, uint32_t n)
{
	bool whole = q->words == 1 && !q->as_agency;
	slice like = S("%chương trình công tác%");

	bench_report(
		&(measure){.name = q->name,
	                   .unit = "ms at p99",
	                   .best = percentile(all, n, offsetof(answer_times, best), 99),
	                   .worked = percentile(all, n, offsetof(answer_times, worked), 99),
	                   .median = percentile(all, n, offsetof(answer_times, best), 50),
	                   .first = percentile(all, n, offsetof(answer_times, first), 99),
	                   .peer = whole ? "LIKE over the texts, C and SQLite" : NULL,
	                   .peer_best = whole ? peer_run(b->peer, PEER_SEARCH, 0, like) * 1e3 : 0,
	                   .at_most = 10,
	                   .bytes = (size_t)b->documents,
	                   .runs = n,
	                   .note = "top 20, with snippets; p99 over the questions, of each "
	                           "the best of five; first: of the first time; "
	                           "by_processor: with the server's; bytes: documents"},
		&b->pass);
}

rc bench_search(bench *b, err *e)
{
	static const asking askings[] = {
		{"search-word", 1, false, false},       {"search-words", 4, false, false},
		{"search-phrase", 3, true, false},      {"search-number", 0, false, false},
		{"search-word-agency", 1, false, true}, {"search-words-agency", 4, false, true},
	};
	sql_agency_all_rows all;
	answer_times times[ASKED_MOST];
	uint32_t n = b->o->runs * ASKED_EACH;
	rc code = sql_agency_all(b->r.d, &b->a, &all, e);

	for (size_t k = 0; code == RC_OK && k < ARRAY_LEN(askings); k++) {
		for (uint32_t i = 0; code == RC_OK && i < n; i++)
			code = ask(b, &askings[k], all.p[bench_draw(b, all.n)].id, &times[i], e);
		if (code == RC_OK)
			report_search(b, &askings[k], times, n);
	}
	return code;
}
