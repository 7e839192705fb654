/*
 * bench_run.h - measuring: times of several runs, other programs as peers.
 */
#ifndef DONDOC_APP_BENCH_RUN_H
#define DONDOC_APP_BENCH_RUN_H

#include "base/arena.h"

#define BENCH_RUNS_MAX 64

/* Times of one thing done several times, in seconds. */
typedef struct bench_times {
	double s[BENCH_RUNS_MAX];
	unsigned n;
} bench_times;

/* bench_now() - seconds of the monotonic clock. */
double bench_now(void);

/* bench_worked() - seconds of processor time that this process has taken. */
double bench_worked(void);

/* bench_busy() - seconds of it that this thread has taken. */
double bench_busy(void);

/* bench_worked_by() - the same of another process, by the scheduler's book; 0 where there is
 * none, or it is not of this machine. */
double bench_worked_by(int64_t pid);

void bench_times_add(bench_times *t, double s); /* beyond the room: dropped */
double bench_best(const bench_times *t);
double bench_median(const bench_times *t);

/* What a child took. */
typedef struct bench_child {
	double seconds;  /* from before it was spawned until it was reaped */
	double worked;  /* processor time, its own and the system's for it */
	int64_t peak;    /* most memory resident, bytes */
	int status;      /* exit code; -1: not run, or killed */
	slice out;       /* the first bytes of its output, where asked for */
} bench_child;

/* bench_spawn() - run argv[0] (looked for in PATH) with LC_ALL=C.UTF-8, standard
 * input from fd `in` (from its beginning; -1: none), output into nothing, or into
 * `out` where a is given. */
bench_child bench_spawn(const char *const argv[], int in, arena *a);

/* bench_bytes() - a file of no name that holds these bytes; -1 on failure. */
int bench_bytes(slice bytes);

#endif
