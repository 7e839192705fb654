/*
 * container_child.c - one child takes one file apart and hands over what it finds
 * through a pipe, one member at a time.
 *
 * The child waits while the parent reads a member, so memory holds one at a time;
 * only the time between two members is measured. Both ends are the same program, so
 * numbers go as they lie in memory; the parent must never trust one.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* pipe2 */
#endif
#include "app/intake/container_priv.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/intake/sandbox.h"
#include "app/ticks.h"
#include "base/file.h"
#include "base/utf8.h"
#include "reading/extract/limits.h"
#include "reading/extract/mail.h"
#include "reading/extract/zip.h"

enum {
	MAGIC = 0x6d656d31,
	ANSWER_FD = 3,
	WAIT_MS = LIMIT_CHILD_SECONDS * 1500,
	NAME_MAX_BYTES = LIMIT_MEMBER_NAME + 8,
};

/* In front of each member; the last one is the end. */
typedef struct wire {
	uint32_t magic, end, rc, msg;
	uint32_t name, bytes; /* lengths of what follows */
	uint32_t self, typed, kind;
	char detail[160];
} wire;

static bool put(slice s)
{
	return file_write_fd(ANSWER_FD, s, NULL) == RC_OK;
}

static void wire_error(wire *w, const err *why)
{
	w->rc = (uint32_t)why->rc;
	w->msg = (uint32_t)why->id;
	memcpy(w->detail, why->detail, sizeof w->detail);
}

static bool tell(void *ctx, const member *m, const err *why)
{
	wire w = {.magic = MAGIC,
	          .name = (uint32_t)m->name.n,
	          .bytes = why == NULL ? (uint32_t)m->bytes.n : 0,
	          .self = m->self,
	          .typed = m->typed,
	          .kind = (uint32_t)m->kind};

	(void)ctx;
	if (why != NULL)
		wire_error(&w, why);
	return put((slice){(const char *)&w, sizeof w}) && put(m->name) &&
	       (why != NULL || put(m->bytes));
}

static rc unfold(file_kind k, slice bytes, arena *a, err *e)
{
	member_sink to = {tell, NULL};
	rc code;

	if (arena_guard(a) != 0)
		return err_set(e, a->failed,
		               a->failed == RC_LIMIT ? MSG_OVER_BUDGET : MSG_NO_MEMORY,
		               "a child's memory");
	code = k == FILE_MAIL ? mail_unfold(bytes, a, &to, e) : archive_unfold(bytes, a, &to, e);
	a->guarded = false;
	return code;
}

/* The child: never returns. Libraries are opened before the walls stand, the file
 * after. */
static _Noreturn void be_child(file_kind k, slice bytes, int fd)
{
	wire w = {.magic = MAGIC, .end = 1};
	err e = {0};
	arena a;
	rc code;

	if (fd != ANSWER_FD && dup2(fd, ANSWER_FD) != ANSWER_FD)
		_exit(1);
	code = k == FILE_MAIL ? mail_ready(&e) : zip_ready(&e);
	if (code == RC_OK && !sandbox_enter(SANDBOX_READER, ANSWER_FD) && !sandbox_may_lack())
		code = err_set(&e, RC_IO, MSG_NO_SANDBOX, "seccomp or limits");
	arena_init(&a, NULL, LIMIT_CHILD_MEMORY / 2);
	if (code == RC_OK)
		code = unfold(k, bytes, &a, &e);
	if (code != RC_OK)
		wire_error(&w, &e);
	_exit(put((slice){(const char *)&w, sizeof w}) ? 0 : 1);
}

rc unfolder_open(unfolder *ret, file_kind k, slice bytes, err *e)
{
	int ends[2];

	*ret = (unfolder){.pid = -1, .fd = -1};
	strbuf_init(&ret->room, NULL, LIMIT_ZIP_PART + NAME_MAX_BYTES + 64);
	if (pipe2(ends, O_CLOEXEC) != 0)
		return err_set(e, RC_IO, MSG_READER_DIED, "pipe: errno %d", errno);
	ret->pid = fork();
	if (ret->pid == 0)
		be_child(k, bytes, ends[1]);
	(void)close(ends[1]);
	ret->fd = ends[0];
	if (ret->pid < 0)
		return err_set(e, RC_IO, MSG_NO_MEMORY, "fork: errno %d", errno);
	return RC_OK;
}

/* n bytes; short only when the child has ended or said nothing for too long. */
static rc take(int fd, int64_t until, char *to, size_t n, err *e)
{
	while (n > 0) {
		struct pollfd p = {.fd = fd, .events = POLLIN};
		int64_t left = until - ticks_ms();
		int ready = left > 0 ? poll(&p, 1, (int)left) : 0;
		ssize_t got;

		if (ready < 0 && errno == EINTR)
			continue;
		if (ready == 0)
			return err_set(e, RC_LIMIT, MSG_TOO_SLOW, "a child says nothing");
		got = ready < 0 ? -1 : read(fd, to, n);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return err_set(e, RC_INPUT, MSG_READER_DIED, "a child ended early");
		to += got;
		n -= (size_t)got;
	}
	return RC_OK;
}

/* What the child reports as an error. */
static rc reported(const wire *w, err *e)
{
	char detail[sizeof w->detail];
	size_t n = 0;

	if (w->rc > RC_USAGE || w->msg == MSG_NONE || w->msg >= MSG_COUNT)
		return err_set(e, RC_INPUT, MSG_READER_DIED, "a child's error makes no sense");
	for (; n < sizeof detail - 1 && w->detail[n] != '\0'; n++)
		detail[n] = w->detail[n] >= ' ' && w->detail[n] <= '~' ? w->detail[n] : '?';
	return err_set(e, (rc)w->rc, (msg_id)w->msg, "%.*s", (int)n, detail);
}

static bool makes_sense(const wire *w)
{
	return w->magic == MAGIC && w->end <= 1 && w->name <= NAME_MAX_BYTES &&
	       w->bytes <= LIMIT_ZIP_PART && w->kind < FILE_KIND_COUNT && w->self <= 1 &&
	       w->typed <= 1;
}

/* It was taken over: it is ended, and no word of it is believed. */
static rc nonsense(unfolder *u, err *e)
{
	(void)kill(u->pid, SIGKILL);
	return err_set(e, RC_INPUT, MSG_HOSTILE, "a child makes no sense");
}

static rc next(unfolder *u, wire *w, member *ret, err *e)
{
	int64_t until = ticks_ms() + WAIT_MS;
	rc code = take(u->fd, until, (char *)w, sizeof *w, e);
	char *to;

	if (code != RC_OK)
		return code;
	if (!makes_sense(w))
		return nonsense(u, e);
	strbuf_clear(&u->room);
	to = strbuf_room(&u->room, w->name + (size_t)w->bytes + 1);
	if (to == NULL)
		return err_set(e, RC_NOMEM, MSG_NO_MEMORY, "a member");
	code = take(u->fd, until, to, w->name + (size_t)w->bytes, e);
	if (code != RC_OK)
		return code;
	*ret = (member){.name = {to, w->name},
	                .bytes = {to + w->name, w->bytes},
	                .self = w->self == 1,
	                .typed = w->typed == 1,
	                .kind = (file_kind)w->kind};
	if (utf8_invalid_at(ret->name) < ret->name.n ||
	    (ret->name.n > 0 && memchr(ret->name.p, '\0', ret->name.n) != NULL))
		return nonsense(u, e);
	return RC_OK;
}

/* How the child ended, when that is the reason for its silence. */
static void ended(unfolder *u, err *e)
{
	int status = 0;

	if (e->id != MSG_READER_DIED) /* else it is gone already */
		(void)kill(u->pid, SIGKILL);
	while (waitpid(u->pid, &status, 0) < 0 && errno == EINTR)
		;
	u->pid = -1;
	/* Where both of its limits are one, the kernel says SIGKILL. */
	if (e->id == MSG_READER_DIED && WIFSIGNALED(status) &&
	    (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL))
		*e = (err){.rc = RC_LIMIT, .id = MSG_TOO_SLOW};
}

bool unfolder_next(unfolder *u, member *ret, err *ret_why, err *e)
{
	wire w;

	*ret_why = (err){0};
	if (next(u, &w, ret, e) != RC_OK) {
		ended(u, e);
		return false;
	}
	if (w.rc != RC_OK)
		(void)reported(&w, w.end ? e : ret_why);
	return !w.end;
}

void unfolder_done(unfolder *u)
{
	if (u->fd >= 0)
		(void)close(u->fd);
	u->fd = -1;
	if (u->pid > 0) {
		(void)kill(u->pid, SIGKILL);
		while (waitpid(u->pid, NULL, 0) < 0 && errno == EINTR)
			;
	}
	u->pid = -1;
	strbuf_done(&u->room);
}
