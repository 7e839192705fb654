/*
 * bench_report.h - one figure as one JSON line, with its bar and its peer.
 */
#ifndef DONDOC_APP_BENCH_REPORT_H
#define DONDOC_APP_BENCH_REPORT_H

#include <stdbool.h>
#include <stddef.h>

/* One figure. Bars: at_least or at_most, 0: none. */
typedef struct measure {
	const char *name, *unit, *peer, *note;
	double best, median, peer_best, ratio;
	double worked; /* the same by processor time */
	double busiest; /* by that of the one thread for which the others wait */
	double first;  /* when it was done the first time */
	double at_least, at_most, ratio_at_least;
	size_t bytes;
	unsigned runs;
} measure;

/* bench_report() - print it; *pass becomes false when it did not reach its bar. */
void bench_report(const measure *f, bool *pass);

#endif
