/*
 * extract_child_pdf.c - pdftotext, walled in, beside the reader of what it says.
 *
 * The PDF goes in as a memory file under the name of a descriptor, so that nothing of
 * it ever has a name on a disk, and the program can read it from anywhere. It may read
 * what is installed and nothing else. It must never be run through a shell, nor be
 * waited for while there is other work: whoever starts it reads on meanwhile.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* memfd_create, pipe2 */
#endif
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/intake/extract_child_priv.h"
#include "app/intake/sandbox.h"
#include "base/file.h"
#include "reading/extract/limits.h"

enum { EXIT_WALLS = 97, EXIT_NO_PROGRAM = 98, SAID_BYTES = 2000, ENDING_MS = 2000 };

#define TEXT_OF(n) #n
#define TEXT(n) TEXT_OF(n)
#define PAGES_MAX 5000 /* LIMIT_PDF_PAGES; the argument is a word */
_Static_assert(PAGES_MAX == LIMIT_PDF_PAGES, "one limit");

/* Standard input under a name: unlike a pipe it can be read from anywhere. */
#define IN "/proc/self/fd/0"

static const char *program(void)
{
	static const char *const places[] = {"/usr/bin/pdftotext", "/usr/local/bin/pdftotext"};

	for (size_t i = 0; i < ARRAY_LEN(places); i++)
		if (access(places[i], X_OK) == 0)
			return places[i];
	return NULL;
}

static void close_one(int *fd)
{
	if (*fd >= 0)
		(void)close(*fd);
	*fd = -1;
}

static _Noreturn void be_program(const char *path, int in, int out, int said)
{
	/* execve() wants what it will not change without const. */
	static const char *const argv[] = {
		"pdftotext", "-bbox-layout", "-l", TEXT(PAGES_MAX), IN, "-", NULL};
	static const char *const envp[] = {"LC_ALL=C.UTF-8", "HOME=/nonexistent", NULL};

	if (dup2(in, 0) != 0 || dup2(out, 1) != 1 || dup2(said, 2) != 2 ||
	    !sandbox_enter(SANDBOX_TOOL, 2))
		_exit(EXIT_WALLS);
	(void)execve(path, (char *const *)(uintptr_t)argv, (char *const *)(uintptr_t)envp);
	_exit(EXIT_NO_PROGRAM);
}

static rc start(pdf_tool *t, const char *path, slice pdf, int in, err *e)
{
	rc code = file_write_fd(in, pdf, e);
	int ends[2];

	if (code != RC_OK)
		return code;
	if (lseek(in, 0, SEEK_SET) != 0 || pipe2(ends, O_CLOEXEC) != 0)
		return err_set(e, RC_IO, MSG_READER_DIED, "pipe: errno %d", errno);
	(void)fcntl(ends[1], F_SETPIPE_SZ, 1 << 20); /* neither waits for the other */
	t->pid = fork();
	if (t->pid == 0)
		be_program(path, in, ends[1], t->said);
	(void)close(ends[1]);
	t->words = ends[0];
	return t->pid < 0 ? err_set(e, RC_IO, MSG_NO_MEMORY, "fork: errno %d", errno) : RC_OK;
}

rc pdf_tool_start(pdf_tool *t, slice pdf, err *e)
{
	const char *path = program();
	int in;
	rc code;

	*t = PDF_TOOL_NONE;
	if (path == NULL)
		return err_set(e, RC_IO, MSG_NEEDS_POPPLER, "no pdftotext");
	in = memfd_create("in", MFD_CLOEXEC);
	t->said = memfd_create("said", MFD_CLOEXEC);
	if (in < 0 || t->said < 0)
		code = err_set(e, RC_IO, MSG_READER_DIED, "memory files: errno %d", errno);
	else
		code = start(t, path, pdf, in, e);
	close_one(&in);
	return code;
}

void pdf_tool_read(pdf_tool *t)
{
	close_one(&t->words);
}

/* How it ended; ended now unless it may take its moment. */
static int end_of(pid_t *pid, bool patient)
{
	int status = -1;

	if (*pid <= 0)
		return 0;
	if (patient) {
		struct pollfd p = {.fd = (int)syscall(__NR_pidfd_open, *pid, 0), .events = POLLIN};

		(void)poll(&p, p.fd >= 0, ENDING_MS);
		if (p.fd >= 0)
			(void)close(p.fd);
	}
	(void)kill(*pid, SIGKILL);
	while (waitpid(*pid, &status, 0) < 0 && errno == EINTR)
		;
	*pid = -1;
	return status;
}

/* Why the program gave up, from what it said. */
static rc refused(const pdf_tool *t, int status, err *e)
{
	char said[SAID_BYTES];
	ssize_t n = pread(t->said, said, sizeof said - 1, 0);

	said[n > 0 ? n : 0] = '\0';
	if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_WALLS)
		return err_set(e, RC_IO, MSG_NO_SANDBOX, "seccomp or limits");
	if (strstr(said, "Incorrect password") != NULL)
		return err_set(e, RC_INPUT, MSG_ENCRYPTED, "pdftotext wants a password");
	/* Where both of its limits are one, the kernel says SIGKILL. */
	if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL))
		return err_set(e, RC_LIMIT, MSG_TOO_SLOW, "pdftotext used up its time");
	return err_set(e, RC_INPUT, MSG_DAMAGED, "pdftotext status %d", status);
}

rc pdf_tool_why(pdf_tool *t, err *e)
{
	int status;

	pdf_tool_read(t);
	status = end_of(&t->pid, true);
	return status != 0 ? refused(t, status, e) : RC_OK;
}

void pdf_tool_stop(pdf_tool *t)
{
	pdf_tool_read(t);
	if (t->pid > 0)
		(void)kill(t->pid, SIGKILL);
}

void pdf_tool_end(pdf_tool *t)
{
	pdf_tool_read(t);
	(void)end_of(&t->pid, false);
	close_one(&t->said);
}
