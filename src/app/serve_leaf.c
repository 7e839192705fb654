/*
 * serve_leaf.c - a picture is drawn once, while others may be read; the one that was not asked
 * for the longest goes.
 *
 * Files without a name hold them: memory is not for pictures, and nothing is left behind
 * however the program ends.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* memfd_create, O_TMPFILE */
#endif
#include "app/serve_leaf.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"

enum { KEPT_BYTES = 64 << 20, PICTURE_BYTES = 8 << 20, PAGE_MOST = 100000 };

void leaf_store_init(leaf_store *s)
{
	*s = (leaf_store){.clock = 0};
	(void)pthread_mutex_init(&s->lock, NULL);
}

static void drop(leaf_store *s, leaf_slot *x)
{
	if (x->used == 0)
		return;
	if (x->fd >= 0)
		(void)close(x->fd);
	s->bytes -= x->bytes;
	x->used = 0;
	x->bytes = 0;
}

void leaf_store_done(leaf_store *s)
{
	for (size_t i = 0; i < LEAF_SLOTS; i++)
		drop(s, &s->slots[i]);
	(void)pthread_mutex_destroy(&s->lock);
}

static leaf_slot *find(leaf_store *s, const leaf_ask *ask)
{
	for (size_t i = 0; i < LEAF_SLOTS; i++) {
		leaf_slot *x = &s->slots[i];

		if (x->used > 0 && x->page == ask->page &&
		    slice_eq((slice){x->key, HASH_HEX}, ask->sha256))
			return x;
	}
	return NULL;
}

static leaf_slot *oldest(leaf_store *s)
{
	leaf_slot *found = &s->slots[0];

	for (size_t i = 1; i < LEAF_SLOTS; i++)
		if (s->slots[i].used < found->used)
			found = &s->slots[i];
	return found;
}

/* The lock is held. */
static void keep(leaf_store *s, const leaf_ask *ask, int fd, size_t bytes)
{
	leaf_slot *x = find(s, ask);

	if (x == NULL)
		x = oldest(s);
	drop(s, x);
	while (s->bytes + bytes > KEPT_BYTES) {
		leaf_slot *old = NULL;

		for (size_t i = 0; i < LEAF_SLOTS; i++)
			if (s->slots[i].bytes > 0 && (old == NULL || s->slots[i].used < old->used))
				old = &s->slots[i];
		if (old == NULL)
			break;
		drop(s, old);
	}
	*x = (leaf_slot){.page = ask->page, .fd = fd, .bytes = bytes, .used = ++s->clock};
	memcpy(x->key, ask->sha256.p, HASH_HEX);
	s->bytes += bytes;
}

static bool look(leaf_store *s, const leaf_ask *ask, arena *a, slice *ret, rc *ret_code, err *e)
{
	bool known;
	leaf_slot *x;

	(void)pthread_mutex_lock(&s->lock);
	x = find(s, ask);
	known = x != NULL;
	if (known)
		x->used = ++s->clock;
	if (known && x->fd < 0)
		*ret_code = err_set(e, RC_INPUT, MSG_NO_SUCH, "a page that cannot be drawn");
	else if (known) {
		char *to = arena_room(a, x->bytes);
		ssize_t n = pread(x->fd, to, x->bytes, 0);

		*ret = (slice){to, n > 0 ? (size_t)n : 0};
	}
	(void)pthread_mutex_unlock(&s->lock);
	return known;
}

/* `dondoc page - <in >out`: did it end well? */
static bool run_page(const leaf_ask *ask, int in, int out)
{
	char page[40];
	char *argv[] = {(char *)(uintptr_t)"dondoc",
	                (char *)(uintptr_t)"page",
	                page,
	                (char *)(uintptr_t)(ask->scan ? "--scan" : "-"),
	                (char *)(uintptr_t)(ask->scan ? "-" : NULL),
	                NULL};
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attr;
	sigset_t none;
	pid_t child;
	int status = -1;

	(void)snprintf(page, sizeof page, "--page=%u", ask->page);
	(void)sigemptyset(&none);
	(void)posix_spawnattr_init(&attr);
	(void)posix_spawnattr_setsigmask(&attr, &none);
	(void)posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGMASK);
	(void)posix_spawn_file_actions_init(&files);
	(void)posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO);
	(void)posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO);
	(void)posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	if (posix_spawn(&child, "/proc/self/exe", &files, &attr, argv, environ) == 0)
		while (waitpid(child, &status, 0) < 0 && errno == EINTR)
			;
	(void)posix_spawn_file_actions_destroy(&files);
	(void)posix_spawnattr_destroy(&attr);
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* An open file with the picture, or -1. */
static int draw(const leaf_ask *ask, size_t *ret_bytes)
{
	int in = memfd_create("leaf", MFD_CLOEXEC);
	int out = open("/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	struct stat st;
	bool ok = in >= 0 && out >= 0 && file_write_fd(in, ask->bytes, NULL) == RC_OK &&
	          lseek(in, 0, SEEK_SET) == 0 && run_page(ask, in, out) && fstat(out, &st) == 0 &&
	          st.st_size > 0 && st.st_size <= PICTURE_BYTES;

	if (in >= 0)
		(void)close(in);
	if (!ok && out >= 0)
		(void)close(out);
	*ret_bytes = ok ? (size_t)st.st_size : 0;
	return ok ? out : -1;
}

rc leaf_store_get(leaf_store *s, const leaf_ask *ask, arena *a, slice *ret, err *e)
{
	rc code = RC_OK;
	size_t bytes;
	int fd;

	*ret = (slice){0};
	if (ask->sha256.n != HASH_HEX || ask->page < 1 || ask->page > PAGE_MOST)
		return err_set(e, RC_INPUT, MSG_NO_SUCH, "page %u", ask->page);
	if (look(s, ask, a, ret, &code, e) || ask->bytes.n == 0)
		return code;
	fd = draw(ask, &bytes);
	(void)pthread_mutex_lock(&s->lock);
	keep(s, ask, fd, bytes);
	(void)pthread_mutex_unlock(&s->lock);
	(void)look(s, ask, a, ret, &code, e);
	return code;
}
