/*
 * bench_import.h - how quickly files become documents of a register.
 *
 * The whole way of `dondoc import`: files are opened, read, written as JSON, entered with
 * their links, findable, on disk.
 */
#ifndef DONDOC_APP_BENCH_IMPORT_H
#define DONDOC_APP_BENCH_IMPORT_H

#include "app/batch.h"
#include "app/bench/bench_text.h"

typedef struct bench_importing {
	const job_reader *jr;
	batch *to;
	const bench_pool *pool;
	uint64_t *seed;
	const char *folder; /* where the files stand meanwhile */
} bench_importing;

/* By the clock; by the processor: all threads, and the system for them; by that of the thread
 * that enters. */
typedef struct bench_rate {
	double seconds, worked, busy, documents, bytes;
} bench_rate;

/* bench_import() - make n texts of `least` to `most` bytes in the folder, import them, take
 * the files away. Only the importing is timed. */
MUST_CHECK rc bench_import(const bench_importing *x, uint32_t n, size_t least, size_t most,
                           bench_rate *ret, err *e);

/* bench_enter() - enter n such documents without files and without timing: to fill. */
MUST_CHECK rc bench_enter(const bench_importing *x, uint64_t n, size_t least, size_t most, err *e);

#endif
