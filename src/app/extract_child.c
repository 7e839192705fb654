/*
 * extract_child.c - one child a document: fork, wall it in, let it read, take its
 * answer, forget it.
 *
 * A child that one file has taken over can therefore say nothing about the next.
 * The child inherits the bytes and the open libraries; it opens nothing. It must
 * never be given a descriptor beside its pipe.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* pipe2 */
#endif
#include "app/extract_child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "app/extract_child_priv.h"
#include "app/ocr.h"
#include "app/pdf_tables.h"
#include "app/sandbox.h"
#include "base/file.h"
#include "reading/extract/limits.h"

enum {
	CHUNK = 1 << 16,
	ANSWER_FD = 3,
	EXIT_WALLS = 97, /* a wall does not stand */
	EXIT_MUTE = 98,  /* the answer could not be written */
	WAIT_MS = LIMIT_CHILD_SECONDS * 1500,
};

static int64_t now_ms(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* More of the answer; false when it has ended, *ret_why when it must. */
static bool listen_on(int fd, int64_t until, strbuf *to, msg_id *ret_why)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};
	int64_t left = until - now_ms();
	ssize_t got;
	char *room;
	int n = left > 0 ? poll(&p, 1, (int)left) : 0;

	if (n < 0 && errno == EINTR)
		return true;
	*ret_why = n == 0 ? MSG_TOO_SLOW : MSG_READER_DIED;
	if (n <= 0)
		return false;
	room = strbuf_room(to, CHUNK);
	if (room == NULL) {
		*ret_why = to->failed == RC_LIMIT ? MSG_OVER_BUDGET : MSG_NO_MEMORY;
		return false;
	}
	got = read(fd, room, CHUNK);
	if (got < 0 && errno == EINTR)
		return true;
	*ret_why = got < 0 ? MSG_READER_DIED : MSG_NONE;
	if (got <= 0)
		return false;
	to->n += (size_t)got;
	return true;
}

rc child_wait(pid_t pid, int fd, strbuf *ret, int *ret_status, err *e)
{
	return child_wait_for(pid, fd, WAIT_MS, ret, ret_status, e);
}

rc child_wait_for(pid_t pid, int fd, int64_t ms, strbuf *ret, int *ret_status, err *e)
{
	int64_t until = now_ms() + ms;
	msg_id why = MSG_NONE;

	while (listen_on(fd, until, ret, &why))
		;
	(void)close(fd);
	if (why != MSG_NONE)
		(void)kill(pid, SIGKILL);
	while (waitpid(pid, ret_status, 0) < 0 && errno == EINTR)
		;
	if (why != MSG_NONE)
		return err_set(e, RC_LIMIT, why, "a child was ended");
	/* Where both of its limits are one, the kernel says SIGKILL. */
	if (WIFSIGNALED(*ret_status) &&
	    (WTERMSIG(*ret_status) == SIGXCPU || WTERMSIG(*ret_status) == SIGKILL))
		return err_set(e, RC_LIMIT, MSG_TOO_SLOW, "a child used up its time");
	return RC_OK;
}

/* The setting of a machine whose kernel has no walls. */
static bool unwalled_allowed(void)
{
	return slice_eq(slice_c(getenv("DONDOC_UNSAFE_READING")), S("1"));
}

/* The child: never returns. */
static _Noreturn void be_child(file_kind k, slice bytes, int fd)
{
	rawdoc doc = {0};
	strbuf answer;
	arena a;
	err e = {0};
	rc code;

	if (fd != ANSWER_FD && dup2(fd, ANSWER_FD) != ANSWER_FD)
		_exit(EXIT_MUTE);
	if (!sandbox_enter(SANDBOX_READER, ANSWER_FD) && !unwalled_allowed())
		_exit(EXIT_WALLS);
	arena_init(&a, NULL, LIMIT_CHILD_MEMORY / 2);
	if (arena_guard(&a) != 0) {
		(void)err_set(&e, a.failed, a.failed == RC_LIMIT ? MSG_OVER_BUDGET : MSG_NO_MEMORY,
		              "a child's memory");
		code = e.rc;
	} else {
		code = extract_run(k, bytes, &a, &doc, &e);
	}
	a.guarded = false;
	strbuf_init(&answer, NULL, LIMIT_CHILD_ANSWER);
	wire_put(&answer, &doc, code == RC_OK ? NULL : &e);
	if (answer.failed != RC_OK) {
		err over = {.rc = answer.failed, .id = MSG_OVER_BUDGET};

		strbuf_done(&answer);
		wire_put(&answer, NULL, &over);
	}
	_exit(file_write_fd(ANSWER_FD, strbuf_slice(&answer), &e) == RC_OK ? 0 : EXIT_MUTE);
}

static rc ask_child(file_kind k, slice bytes, strbuf *ret, err *e)
{
	int ends[2], status = 0;
	pid_t pid;
	rc code;

	if (pipe2(ends, O_CLOEXEC) != 0)
		return err_set(e, RC_IO, MSG_READER_DIED, "pipe: errno %d", errno);
	pid = fork();
	if (pid == 0)
		be_child(k, bytes, ends[1]);
	(void)close(ends[1]);
	if (pid < 0) {
		(void)close(ends[0]);
		return err_set(e, RC_IO, MSG_NO_MEMORY, "fork: errno %d", errno);
	}
	code = child_wait(pid, ends[0], ret, &status, e);
	if (code != RC_OK)
		return code;
	if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_WALLS)
		return err_set(e, RC_IO, MSG_NO_SANDBOX, "seccomp or limits");
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		return err_set(e, RC_INPUT, MSG_READER_DIED, "child status %d", status);
	return RC_OK;
}

/* Everything that is held here is given back before the arena is asked. */
static rc read_apart(file_kind k, slice bytes, strbuf *words, strbuf *answer, err *e)
{
	rc code = extract_prepare(k, e);

	if (code == RC_OK && k == FILE_PDF) {
		code = child_words(bytes, words, e);
		bytes = strbuf_slice(words);
	} else if (code == RC_OK && ocr_is_picture(k)) {
		code = ocr_words(k, bytes, words, e);
		bytes = strbuf_slice(words);
	}
	return code != RC_OK ? code : ask_child(k, bytes, answer, e);
}

static rc take(file_kind k, slice bytes, const strbuf *answer, arena *a, rawdoc *ret, err *e)
{
	rc code;

	if (arena_guard(a) != 0) {
		a->guarded = false;
		return err_set(e, a->failed,
		               a->failed == RC_LIMIT ? MSG_OVER_BUDGET : MSG_NO_MEMORY,
		               "a document's lines");
	}
	code = extract_foreign(k) ? wire_get(arena_copy(a, strbuf_slice(answer)), a, ret, e)
	                          : extract_run(k, bytes, a, ret, e);
	a->guarded = false;
	return code;
}

static rc read_once(file_kind k, slice bytes, arena *a, rawdoc *ret, err *e)
{
	strbuf words, answer;
	rc code = RC_OK;

	strbuf_init(&words, NULL, LIMIT_PDF_TEXT);
	strbuf_init(&answer, NULL, LIMIT_CHILD_ANSWER);
	if (extract_foreign(k))
		code = read_apart(k, bytes, &words, &answer, e);
	strbuf_done(&words);
	if (code == RC_OK)
		code = take(k, bytes, &answer, a, ret, e);
	strbuf_done(&answer);
	return code;
}

/* A PDF whose pages are pictures. */
static rc read_scan(slice pdf, arena *a, rawdoc *ret, err *e)
{
	strbuf words, answer;
	rc code;

	strbuf_init(&words, NULL, LIMIT_OCR_WORDS);
	strbuf_init(&answer, NULL, LIMIT_CHILD_ANSWER);
	code = ocr_words(FILE_PDF, pdf, &words, e);
	if (code == RC_OK)
		code = ask_child(FILE_TIFF, strbuf_slice(&words), &answer, e);
	strbuf_done(&words);
	if (code == RC_OK)
		code = take(FILE_TIFF, (slice){0}, &answer, a, ret, e);
	strbuf_done(&answer);
	return code;
}

rc extract_in_child(file_kind k, slice bytes, arena *a, rawdoc *ret, err *e)
{
	err why = {0};
	rc code = read_once(k, bytes, a, ret, &why);

	if (code != RC_OK && k == FILE_PDF && why.id == MSG_NO_TEXT_LAYER)
		return read_scan(bytes, a, ret, e);
	if (code == RC_OK && k == FILE_PDF)
		return pdf_tables(bytes, a, ret, e);
	return code == RC_OK ? code : err_set(e, code, why.id, "%s", why.detail);
}
