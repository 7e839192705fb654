/*
 * extract_child_pdf.c - pdftotext, walled in, with a PDF in and a word list out.
 *
 * The PDF goes in as a memory file, so that nothing of it ever has a name. The
 * program may read what is installed and nothing else. It must never be run
 * through a shell.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* memfd_create, pipe2 */
#endif
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/extract_child_priv.h"
#include "app/sandbox.h"
#include "base/file.h"
#include "reading/extract/limits.h"

enum { EXIT_WALLS = 97, EXIT_NO_PROGRAM = 98, SAID_BYTES = 2000 };

#define TEXT_OF(n) #n
#define TEXT(n) TEXT_OF(n)
#define PAGES_MAX 5000 /* LIMIT_PDF_PAGES; the argument is a word */
_Static_assert(PAGES_MAX == LIMIT_PDF_PAGES, "one limit");

static const char *program(void)
{
	static const char *const places[] = {"/usr/bin/pdftotext", "/usr/local/bin/pdftotext"};

	for (size_t i = 0; i < ARRAY_LEN(places); i++)
		if (access(places[i], X_OK) == 0)
			return places[i];
	return NULL;
}

typedef struct pipes {
	int in, said; /* memory files */
	int ends[2];
} pipes;

static void close_one(int *fd)
{
	if (*fd >= 0)
		(void)close(*fd);
	*fd = -1;
}

static void pipes_done(pipes *p)
{
	close_one(&p->in);
	close_one(&p->said);
	close_one(&p->ends[0]);
	close_one(&p->ends[1]);
}

static rc pipes_open(pipes *p, slice pdf, err *e)
{
	rc code;

	*p = (pipes){memfd_create("in", MFD_CLOEXEC), memfd_create("said", MFD_CLOEXEC), {-1, -1}};
	if (p->in < 0 || p->said < 0 || pipe2(p->ends, O_CLOEXEC) != 0)
		return err_set(e, RC_IO, MSG_READER_DIED, "memory files: errno %d", errno);
	code = file_write_fd(p->in, pdf, e);
	if (code == RC_OK && lseek(p->in, 0, SEEK_SET) != 0)
		return err_set(e, RC_IO, MSG_READER_DIED, "lseek: errno %d", errno);
	return code;
}

static _Noreturn void be_program(const char *path, const pipes *p)
{
	/* execve() wants what it will not change without const. */
	static char name[] = "pdftotext", quiet[] = "-bbox-layout", last[] = "-l",
		    pages[] = TEXT(PAGES_MAX), dash[] = "-", locale[] = "LC_ALL=C.UTF-8",
		    home[] = "HOME=/nonexistent";
	char *argv[] = {name, quiet, last, pages, dash, dash, NULL};
	char *envp[] = {locale, home, NULL};

	if (dup2(p->in, 0) != 0 || dup2(p->ends[1], 1) != 1 || dup2(p->said, 2) != 2 ||
	    !sandbox_enter(SANDBOX_TOOL, 2))
		_exit(EXIT_WALLS);
	(void)execve(path, argv, envp);
	_exit(EXIT_NO_PROGRAM);
}

/* Why the program gave up, from what it said. */
static rc refused(const pipes *p, int status, err *e)
{
	char said[SAID_BYTES];
	ssize_t n = pread(p->said, said, sizeof said - 1, 0);

	said[n > 0 ? n : 0] = '\0';
	if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_WALLS)
		return err_set(e, RC_IO, MSG_NO_SANDBOX, "seccomp or limits");
	if (strstr(said, "Incorrect password") != NULL)
		return err_set(e, RC_INPUT, MSG_ENCRYPTED, "pdftotext wants a password");
	return err_set(e, RC_INPUT, MSG_DAMAGED, "pdftotext status %d", status);
}

rc child_words(slice pdf, strbuf *ret, err *e)
{
	const char *path = program();
	int status = 0;
	pipes p;
	pid_t pid;
	rc code;

	if (path == NULL)
		return err_set(e, RC_IO, MSG_NEEDS_POPPLER, "no pdftotext");
	code = pipes_open(&p, pdf, e);
	pid = code == RC_OK ? fork() : -1;
	if (pid == 0)
		be_program(path, &p);
	if (pid > 0) {
		int out = p.ends[0];

		p.ends[0] = -1;
		close_one(&p.ends[1]);
		code = child_wait(pid, out, ret, &status, e);
		if (code == RC_OK && status != 0)
			code = refused(&p, status, e);
	} else if (code == RC_OK) {
		code = err_set(e, RC_IO, MSG_NO_MEMORY, "fork: errno %d", errno);
	}
	pipes_done(&p);
	return code;
}
