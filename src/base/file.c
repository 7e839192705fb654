/*
 * file.c - open, read to the end, close. Read and not mapped: a mapped file
 * that another program shortens kills the reader.
 */
#include "base/file.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK ((size_t)64 << 10)

/* Up to n bytes; fewer only at the end of the file. -1 with errno. */
static ssize_t read_full(int fd, char *to, size_t n)
{
	size_t have = 0;

	while (have < n) {
		ssize_t got = read(fd, to + have, n - have);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		if (got == 0)
			break;
		have += (size_t)got;
	}
	return (ssize_t)have;
}

static rc check_file(const struct stat *st, size_t max, err *e)
{
	if (!S_ISREG(st->st_mode))
		return err_set(e, RC_INPUT, MSG_NOT_A_FILE, "not a regular file");
	if ((uint64_t)st->st_size > max)
		return err_set(e, RC_LIMIT, MSG_TOO_LARGE, "%lld bytes", (long long)st->st_size);
	return RC_OK;
}

rc file_read(const char *path, size_t max, arena *a, slice *ret, err *e)
{
	struct stat st;
	ssize_t got;
	char *p;
	int fd;
	rc r;

	if (stat(path, &st) != 0)
		return err_set(e, RC_IO, MSG_FILE_UNREADABLE, "stat: errno %d", errno);
	r = check_file(&st, max, e);
	if (r != RC_OK)
		return r;
	/* Before the file is open: a spent arena would leave it so. */
	p = arena_alloc(a, (size_t)st.st_size + 1);
	/* O_NONBLOCK: if it became a pipe meanwhile, that must not hang the reader. */
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0)
		return err_set(e, RC_IO, MSG_FILE_UNREADABLE, "open: errno %d", errno);
	got = read_full(fd, p, (size_t)st.st_size);
	(void)close(fd);
	if (got < 0)
		return err_set(e, RC_IO, MSG_FILE_UNREADABLE, "read: errno %d", errno);
	*ret = (slice){p, (size_t)got};
	return RC_OK;
}

bool file_starts(const char *path, slice head)
{
	char have[16];
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	bool same = fd >= 0 && head.n <= sizeof have && fstat(fd, &st) == 0 &&
	            S_ISREG(st.st_mode) && read_full(fd, have, head.n) == (ssize_t)head.n &&
	            memcmp(have, head.p, head.n) == 0;

	if (fd >= 0)
		(void)close(fd);
	return same;
}

rc file_read_fd(int fd, size_t max, arena *a, slice *ret, err *e)
{
	VEC(char) all = {0};

	assert(max < UINT32_MAX / 2);
	for (;;) {
		size_t want = all.n < CHUNK ? CHUNK : all.n;
		ssize_t got;

		if (want > max - all.n)
			want = max - all.n + 1; /* one more shows that there is more */
		if (want > all.cap - all.n)
			all.p = arena_grow(a, all.p, all.n, all.n + want, 1, &all.cap);
		got = read_full(fd, all.p + all.n, want);
		if (got < 0)
			return err_set(e, RC_IO, MSG_FILE_UNREADABLE, "read: errno %d", errno);
		all.n += (uint32_t)got;
		if (all.n > max)
			return err_set(e, RC_LIMIT, MSG_TOO_LARGE, "over %zu bytes", max);
		if ((size_t)got < want)
			break;
	}
	*ret = (slice){all.p, all.n};
	return RC_OK;
}

rc file_write_fd(int fd, slice s, err *e)
{
	while (s.n > 0) {
		ssize_t put = write(fd, s.p, s.n);

		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return err_set(e, RC_IO, MSG_WRITE_FAILED, "write: errno %d", errno);
		s = (slice){s.p + put, s.n - (size_t)put};
	}
	return RC_OK;
}
