/*
 * bench_run.c - clocks and children. It must never be generous: the time of a
 * child is the whole of it, spawning and reaping included, for us and for peers.
 */
#include "app/bench/bench_run.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"

#define OUT_MAX ((size_t)1 << 20)

static double seconds_of(clockid_t clock)
{
	struct timespec t;

	(void)clock_gettime(clock, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

double bench_now(void)
{
	return seconds_of(CLOCK_MONOTONIC);
}

double bench_worked(void)
{
	return seconds_of(CLOCK_PROCESS_CPUTIME_ID);
}

double bench_busy(void)
{
	return seconds_of(CLOCK_THREAD_CPUTIME_ID);
}

double bench_worked_by(int64_t pid)
{
	char path[64], room[128];
	ssize_t n;
	int fd;

	if (pid <= 0)
		return 0;
	(void)snprintf(path, sizeof path, "/proc/%lld/schedstat", (long long)pid);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	n = fd >= 0 ? read(fd, room, sizeof room - 1) : -1;
	if (fd >= 0)
		(void)close(fd);
	room[n > 0 ? n : 0] = 0;
	return (double)strtoll(room, NULL, 10) * 1e-9; /* nanoseconds first */
}

static double seconds_in(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec * 1e-6;
}

void bench_times_add(bench_times *t, double s)
{
	if (t->n < BENCH_RUNS_MAX)
		t->s[t->n++] = s;
}

static int time_order(const void *px, const void *py)
{
	const double *x = px;
	const double *y = py;

	return (*x > *y) - (*x < *y);
}

double bench_best(const bench_times *t)
{
	double best = t->n ? t->s[0] : 0;

	for (unsigned i = 1; i < t->n; i++)
		best = t->s[i] < best ? t->s[i] : best;
	return best;
}

double bench_median(const bench_times *t)
{
	bench_times x = *t;

	if (x.n == 0)
		return 0;
	qsort(x.s, x.n, sizeof x.s[0], time_order);
	return x.n % 2 ? x.s[x.n / 2] : (x.s[x.n / 2 - 1] + x.s[x.n / 2]) / 2;
}

int bench_bytes(slice bytes)
{
	int fd = memfd_create("bench", MFD_CLOEXEC);

	if (fd >= 0 && file_write_fd(fd, bytes, NULL) != RC_OK) {
		(void)close(fd);
		return -1;
	}
	return fd;
}

static int spawn(const char *const argv[], int in, int out, pid_t *ret)
{
	static const char *const env[] = {"LC_ALL=C.UTF-8", "PATH=/usr/local/bin:/usr/bin:/bin",
	                                  NULL};
	posix_spawn_file_actions_t actions;
	int failed = posix_spawn_file_actions_init(&actions);

	if (in >= 0)
		failed |= posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
	if (out >= 0)
		failed |= posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
	else
		failed |= posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null",
		                                           O_WRONLY, 0);
	if (failed == 0)
		failed = posix_spawnp(ret, argv[0], &actions, NULL,
		                      (char *const *)(uintptr_t)argv, /* not written to: */
		                      (char *const *)(uintptr_t)env); /* POSIX's own word */
	(void)posix_spawn_file_actions_destroy(&actions);
	return failed;
}

bench_child bench_spawn(const char *const argv[], int in, arena *a)
{
	bench_child c = {.status = -1};
	struct rusage used;
	int ends[2] = {-1, -1};
	int status;
	pid_t pid;
	double start;

	if ((in >= 0 && lseek(in, 0, SEEK_SET) != 0) || (a != NULL && pipe2(ends, O_CLOEXEC) != 0))
		return c;
	start = bench_now();
	if (spawn(argv, in, ends[1], &pid) == 0) {
		if (a != NULL) {
			(void)close(ends[1]);
			ends[1] = -1;
			if (file_read_fd(ends[0], OUT_MAX, a, &c.out, NULL) != RC_OK)
				c.out = (slice){NULL, 0};
		}
		while (wait4(pid, &status, 0, &used) < 0 && errno == EINTR)
			continue;
		c.seconds = bench_now() - start;
		c.worked = seconds_in(used.ru_utime) + seconds_in(used.ru_stime);
		c.peak = (int64_t)used.ru_maxrss * 1024;
		c.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
	}
	for (int i = 0; i < 2; i++)
		if (ends[i] >= 0)
			(void)close(ends[i]);
	return c;
}
