/*
 * bench_read.h - the measurements of the reading.
 */
#ifndef DONDOC_APP_BENCH_READ_H
#define DONDOC_APP_BENCH_READ_H

#include "base/err.h"

typedef struct bench_options {
	size_t bytes;  /* of text in the large measurements */
	unsigned runs; /* of each; best and median are printed */
	uint64_t seed;
	const char *db;       /* register: where; NULL: a file of its own, taken away again */
	const char
		*from; /* register on PostgreSQL: the SQLite one it is moved from; NULL: the same */
	uint64_t obligations; /* register: how many, at least */
	uint64_t documents; /* register: how many are searched */
	const char *file; /* docx: which */
	char *const *papers; /* read, text: whose sentences; none: the samples' */
	size_t npapers;
} bench_options;

/* bench_read() - one JSON line a figure on stdout. ret_pass: every figure that has
 * a bar reached it. */
MUST_CHECK rc bench_read(const bench_options *o, bool *ret_pass, err *e);

/* bench_print_text() - the text that is measured, on stdout: to look at, or for
 * another program to be measured with. */
MUST_CHECK rc bench_print_text(const bench_options *o, bool *ret_pass, err *e);

#endif
