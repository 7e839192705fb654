/*
 * bench_fill.h - a register filled with obligations, as years of work leave it.
 */
#ifndef DONDOC_APP_BENCH_FILL_H
#define DONDOC_APP_BENCH_FILL_H

#include "register/reg.h"

typedef struct bench_filled {
	uint64_t n;               /* made now */
	int64_t commune, busiest; /* a commune; the department that has most */
} bench_filled;

/* bench_fill() - at least `n` obligations, with those that are there: duties of one body and duties of all communes,
 * half of the single ones SNV's, each tenth with SNV beside it; nine of ten
 * confirmed, the others open and due around r->minute. */
MUST_CHECK rc bench_fill(reg *r, uint64_t n, bench_filled *ret, err *e);

#endif
