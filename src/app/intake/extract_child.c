/*
 * extract_child.c - one child a document: fork, wall it in, let it read, take its
 * answer, forget it.
 *
 * A child that one file has taken over can therefore say nothing about the next.
 * The child inherits the bytes and the open libraries; it opens nothing. It is started
 * early and heard late, so that it works while others do. It must never be given a
 * descriptor beside its pipes.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* pipe2 */
#endif
#include "app/intake/extract_child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/intake/docx_pictures.h"
#include "app/intake/extract_child_priv.h"
#include "app/intake/pdf_pictures.h"
#include "app/intake/pdf_tables.h"
#include "app/intake/sandbox.h"
#include "app/ticks.h"
#include "base/ahead.h"
#include "base/file.h"
#include "reading/extract/limits.h"
#include "reading/extract/pdf.h"

enum {
	CHUNK = 1 << 16,
	EXIT_WALLS = 97, /* a wall does not stand */
	EXIT_MUTE = 98,  /* the answer could not be written */
	WAIT_MS = LIMIT_CHILD_SECONDS * 1500,
	READER_AHEAD = 1 << 18, /* a PDF of two pages needs as much */
	READING_AHEAD = 1 << 18,
};

/* More of the answer; false when it has ended, *ret_why when it must. */
static bool listen_on(int fd, int64_t until, strbuf *to, msg_id *ret_why)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};
	int64_t left = until - ticks_ms();
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

/* All of what comes from fd within ms; MSG_NONE, or why it ends before. Once `enough`,
 * where not NULL, is content, nobody waits for the end. Closes fd. */
static msg_id listen(int fd, int64_t ms, bool (*enough)(slice), strbuf *ret)
{
	int64_t until = ticks_ms() + ms;
	msg_id why = MSG_NONE;

	while (listen_on(fd, until, ret, &why))
		if (enough != NULL && enough(strbuf_slice(ret)))
			break;
	(void)close(fd);
	return why;
}

/* How a child ended that said nothing more, for the reason `why`. */
static rc child_end(pid_t pid, msg_id why, int *ret_status, err *e)
{
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

rc child_wait_for(pid_t pid, int fd, int64_t ms, strbuf *ret, int *ret_status, err *e)
{
	msg_id why = listen(fd, ms, NULL, ret);

	return child_end(pid, why, ret_status, e);
}

/* Where the child finds its pipes, whatever they were before. */
enum child_fd { ANSWER_FD = 3, WORDS_FD };

/* First out of each other's way, then to their places. */
static bool take_places(int answer, int words)
{
	if (answer == WORDS_FD)
		answer = fcntl(answer, F_DUPFD, WORDS_FD + 1);
	if (words < 0)
		return dup2(answer, ANSWER_FD) == ANSWER_FD;
	return answer >= 0 && dup2(words, WORDS_FD) == WORDS_FD &&
	       dup2(answer, ANSWER_FD) == ANSWER_FD;
}

/* Who signed, until pdftotext begins; then what it says, while it says it. */
static rc read_pdf(slice pdf, arena *a, rawdoc *ret, err *e)
{
	pdf_intake *in = pdf_intake_new(a);
	char *room = arena_room(a, CHUNK);
	rawdoc of_bytes = {.figures = pdf_figures(pdf)};
	ssize_t n;
	rc code;

	pdf_signers(pdf, a, &of_bytes);
	memory_ahead(READER_AHEAD);
	while ((n = read(WORDS_FD, room, CHUNK)) > 0 || (n < 0 && errno == EINTR))
		if (n > 0 && !pdf_intake_feed(in, (slice){room, (size_t)n}))
			break;
	code = pdf_intake_end(in, ret, e);
	if (code != RC_OK)
		return code;
	for (uint32_t i = 0; i < of_bytes.lines.n; i++)
		*VEC_PUSH(a, &ret->lines) = of_bytes.lines.p[i];
	ret->figures = of_bytes.figures;
	return RC_OK;
}

/* The child: never returns. */
static _Noreturn void be_child(const extraction *x, int answer)
{
	rawdoc doc = {0};
	arena a;
	err e = {0};
	bool sent;
	rc code;

	if (!take_places(answer, x->tool.out))
		_exit(EXIT_MUTE);
	if (!sandbox_enter(SANDBOX_READER, x->tool.out < 0 ? ANSWER_FD : WORDS_FD) &&
	    !sandbox_may_lack())
		_exit(EXIT_WALLS);
	arena_init(&a, NULL, LIMIT_READER_MEMORY);
	if (arena_guard(&a) != 0) {
		(void)err_set(&e, a.failed, a.failed == RC_LIMIT ? MSG_OVER_BUDGET : MSG_NO_MEMORY,
		              "a child's memory");
		code = e.rc;
	} else if (x->kind == FILE_PDF) {
		code = read_pdf(x->bytes, &a, &doc, &e);
	} else {
		code = extract_run(x->kind, x->bytes, &a, &doc, &e);
	}
	a.guarded = false;
	sent = wire_send(ANSWER_FD, &doc, code == RC_OK ? NULL : &e);
	/* The end of a process takes a while: let nobody wait for it. */
	(void)close(ANSWER_FD);
	(void)sched_yield();
	_exit(sent ? 0 : EXIT_MUTE);
}

static rc start_reader(extraction *x, err *e)
{
	int ends[2];

	if (pipe2(ends, O_CLOEXEC) != 0)
		return err_set(e, RC_IO, MSG_READER_DIED, "pipe: errno %d", errno);
	x->reader = fork();
	if (x->reader == 0)
		be_child(x, ends[1]);
	(void)close(ends[1]);
	if (x->reader < 0) {
		(void)close(ends[0]);
		return err_set(e, RC_IO, MSG_NO_MEMORY, "fork: errno %d", errno);
	}
	x->answer = ends[0];
	return RC_OK;
}

void extract_start(extraction *x, file_kind k, slice bytes)
{
	rc code;

	*x = (extraction){k, bytes, -1, -1, TOOL_IDLE, {0}};
	if (!extract_foreign(k) || ocr_is_picture(k))
		return;
	code = extract_prepare(k, &x->failed);
	if (code == RC_OK && k == FILE_PDF)
		code = pdf_tool_start(&x->tool, bytes, &x->failed);
	if (code == RC_OK)
		code = start_reader(x, &x->failed);
	pdf_tool_read(&x->tool);
	if (code != RC_OK)
		extract_drop(x);
}

void extract_stop(extraction *x)
{
	if (x->answer >= 0)
		(void)close(x->answer);
	x->answer = -1;
	if (x->reader > 0)
		(void)kill(x->reader, SIGKILL);
	tool_stop(&x->tool);
}

void extract_drop(extraction *x)
{
	extract_stop(x);
	while (x->reader > 0 && waitpid(x->reader, NULL, 0) < 0 && errno == EINTR)
		;
	x->reader = -1;
	tool_drop(&x->tool);
}

/* What the reader answers, and, unless that is whole, how it ended. */
static rc hear(extraction *x, strbuf *ret, err *e)
{
	msg_id why = listen(x->answer, WAIT_MS, wire_is_whole, ret);
	int status = 0;
	rc code;

	x->answer = -1;
	if (why == MSG_NONE && wire_is_whole(strbuf_slice(ret)))
		return RC_OK;
	code = child_end(x->reader, why, &status, e);
	x->reader = -1;
	if (code != RC_OK)
		return code;
	if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_WALLS)
		return err_set(e, RC_IO, MSG_NO_SANDBOX, "seccomp or limits");
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		return err_set(e, RC_INPUT, MSG_READER_DIED, "child status %d", status);
	return RC_OK;
}

static void free_answer(void *p)
{
	strbuf_done(p);
}

/* The answer as lines; it lives as long as the arena. */
static rc take(file_kind k, slice bytes, strbuf *answer, arena *a, rawdoc *ret, err *e)
{
	rc code;

	if (arena_guard(a) != 0) {
		a->guarded = false;
		return err_set(e, a->failed,
		               a->failed == RC_LIMIT ? MSG_OVER_BUDGET : MSG_NO_MEMORY,
		               "a document's lines");
	}
	if (extract_foreign(k)) {
		strbuf *kept = arena_new(a, strbuf);
		arena_hook *hook = arena_on_free(a, free_answer);

		*kept = *answer;
		hook->p = kept;
		strbuf_init(answer, NULL, LIMIT_CHILD_ANSWER);
		code = wire_get(strbuf_slice(kept), a, ret, e);
	} else {
		code = extract_run(k, bytes, a, ret, e);
	}
	a->guarded = false;
	return code;
}

/* The lines of tesseract's word lists. */
static rc read_words(slice words, arena *a, rawdoc *ret, err *e)
{
	extraction x = {FILE_TIFF, words, -1, -1, TOOL_IDLE, {0}};
	strbuf answer;
	rc code;

	strbuf_init(&answer, NULL, LIMIT_CHILD_ANSWER);
	code = start_reader(&x, e);
	if (code == RC_OK)
		code = hear(&x, &answer, e);
	extract_drop(&x);
	if (code == RC_OK)
		code = take(FILE_TIFF, (slice){"", 0}, &answer, a, ret, e);
	strbuf_done(&answer);
	return code;
}

rc extract_scans(const scan_file *scans, uint32_t n, arena *a, rawdoc *ret, err *e)
{
	strbuf words;
	rc code = RC_OK;

	strbuf_init(&words, NULL, LIMIT_OCR_WORDS);
	for (uint32_t i = 0; code == RC_OK && i < n; i++)
		code = ocr_words(&scans[i], &words, e);
	if (code == RC_OK)
		code = read_words(strbuf_slice(&words), a, ret, e);
	strbuf_done(&words);
	return code;
}

rc extract_finish(extraction *x, arena *a, rawdoc *ret, err *e)
{
	err why = {0}, told = {0};
	strbuf answer;
	rc code = RC_OK;

	if (x->failed.rc != RC_OK) {
		*e = x->failed;
		return e->rc;
	}
	if (ocr_is_picture(x->kind))
		return extract_scans(&(scan_file){x->kind, x->bytes, 0}, 1, a, ret, e);
	strbuf_init(&answer, NULL, LIMIT_CHILD_ANSWER);
	if (x->kind == FILE_PDF)
		memory_ahead(READING_AHEAD);
	if (extract_foreign(x->kind))
		code = hear(x, &answer, &why);
	if (code == RC_OK)
		code = take(x->kind, x->bytes, &answer, a, ret, &why);
	strbuf_done(&answer);
	/* pdftotext knows better why there are no pages. */
	if (why.id == MSG_DAMAGED && pdf_tool_why(&x->tool, &told) != RC_OK) {
		code = told.rc;
		why = told;
	}
	if (why.id == MSG_EMPTY && x->kind == FILE_DOCX &&
	    docx_pictures(x->bytes, a, ret, &told) == RC_OK)
		return RC_OK;
	if (why.id == MSG_NO_TEXT_LAYER)
		return extract_scans(&(scan_file){FILE_PDF, x->bytes, 0}, 1, a, ret, e);
	if (code == RC_OK && x->kind == FILE_PDF)
		code = pdf_tables(x->bytes, a, ret, &why);
	if (code == RC_OK && x->kind == FILE_PDF)
		code = pdf_pictures(x->bytes, a, ret, &why);
	return code == RC_OK ? code : err_set(e, code, why.id, "%s", why.detail);
}

rc extract_in_child(file_kind k, slice bytes, arena *a, rawdoc *ret, err *e)
{
	extraction x;
	rc code;

	extract_start(&x, k, bytes);
	code = extract_finish(&x, a, ret, e);
	extract_drop(&x);
	return code;
}
