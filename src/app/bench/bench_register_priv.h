/*
 * bench_register_priv.h - between the measurements of one register.
 */
#ifndef DONDOC_APP_BENCH_REGISTER_PRIV_H
#define DONDOC_APP_BENCH_REGISTER_PRIV_H

#include "app/batch.h"
#include "app/bench/bench_fill.h"
#include "app/bench/bench_peer.h"
#include "app/bench/bench_read.h"
#include "app/bench/bench_report.h"
#include "app/bench/bench_run.h"
#include "app/bench/bench_text.h"

typedef struct bench {
	const bench_options *o;
	arena a;
	job_reader jr;
	const bench_pool *pool;
	uint64_t seed;
	reg r;
	batch to;
	strbuf text;
	bench_filled filled;
	uint64_t documents;
	char folder[64];
	char url[96];
	peer *peer;
	int64_t server; /* process of the database; 0: it is ours */
	bool pass;
} bench;

/* bench_draw() - below n; the same from the same seed. */
static inline uint64_t bench_draw(bench *b, uint64_t n)
{
	b->seed = b->seed * 6364136223846793005u + 1442695040888963407u;
	return (b->seed >> 33) % n;
}

/* bench_cost() - processor time so far, ours and the server's. */
static inline double bench_cost(const bench *b)
{
	return bench_worked() + bench_worked_by(b->server);
}

/* bench_search() - questions of every sort, asked of the documents that are there. */
MUST_CHECK rc bench_search(bench *b, err *e);

#endif
