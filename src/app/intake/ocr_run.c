/*
 * ocr_run.c - one program of others, walled in, bytes in and bytes out.
 *
 * What goes in is a memory file and what comes out a pipe: no scan ever has a name
 * on a disk. It must never go through a shell, and never hand on our environment.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* memfd_create, pipe2 */
#endif
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/intake/extract_child_priv.h"
#include "app/intake/ocr_priv.h"
#include "base/file.h"
#include "reading/extract/limits.h"

enum { EXIT_WALLS = 97, EXIT_NO_PROGRAM = 98, PATH_BYTES = 64, WAIT_MS = LIMIT_OCR_SECONDS * 2000 };

static bool find_program(const ocr_tool *t, char path[PATH_BYTES])
{
	static const char *const folders[] = {"/usr/bin", "/usr/local/bin"};

	for (size_t i = 0; i < ARRAY_LEN(folders); i++) {
		int n = snprintf(path, PATH_BYTES, "%s/%s", folders[i], t->name);

		if (n > 0 && n < PATH_BYTES && access(path, X_OK) == 0)
			return true;
	}
	return false;
}

bool ocr_installed(const ocr_tool *t)
{
	char path[PATH_BYTES];

	return find_program(t, path);
}

typedef struct ends {
	int in, said; /* memory files */
	int out[2];
} ends;

static void ends_done(ends *p)
{
	int *all[] = {&p->in, &p->said, &p->out[0], &p->out[1]};

	for (size_t i = 0; i < ARRAY_LEN(all); i++) {
		if (*all[i] >= 0)
			(void)close(*all[i]);
		*all[i] = -1;
	}
}

static rc ends_open(ends *p, slice in, err *e)
{
	rc code;

	*p = (ends){memfd_create("in", MFD_CLOEXEC), memfd_create("said", MFD_CLOEXEC), {-1, -1}};
	if (p->in < 0 || p->said < 0 || pipe2(p->out, O_CLOEXEC) != 0)
		return err_set(e, RC_IO, MSG_READER_DIED, "memory files: errno %d", errno);
	code = file_write_fd(p->in, in, e);
	if (code == RC_OK && lseek(p->in, 0, SEEK_SET) != 0)
		return err_set(e, RC_IO, MSG_READER_DIED, "lseek: errno %d", errno);
	return code;
}

static _Noreturn void be_program(const ocr_tool *t, const char *path, const ends *p)
{
	/* execve() wants without const what it will not change. One thread: scans are read
	 * beside the work of others. */
	static char locale[] = "LC_ALL=C.UTF-8", home[] = "HOME=/nonexistent",
		    threads[] = "OMP_THREAD_LIMIT=1";
	char *envp[] = {locale, home, threads, NULL};
	char *argv[OCR_ARGS + 2] = {(char *)(uintptr_t)t->name};

	for (size_t i = 0; i < OCR_ARGS && t->args[i] != NULL; i++)
		argv[i + 1] = (char *)(uintptr_t)t->args[i];
	if (dup2(p->in, 0) != 0 || dup2(p->out[1], 1) != 1 || dup2(p->said, 2) != 2 ||
	    !sandbox_enter(t->walls, 2))
		_exit(EXIT_WALLS);
	(void)execve(path, argv, envp);
	_exit(EXIT_NO_PROGRAM);
}

static rc wait_for(pid_t pid, ends *p, strbuf *out, ocr_end *ret, err *e)
{
	int from = p->out[0];
	ssize_t n;
	rc code;

	p->out[0] = -1;
	(void)close(p->out[1]);
	p->out[1] = -1;
	code = child_wait_for(pid, from, WAIT_MS, out, &ret->status, e);
	if (code != RC_OK)
		return code;
	if (WIFEXITED(ret->status) && WEXITSTATUS(ret->status) == EXIT_WALLS)
		return err_set(e, RC_IO, MSG_NO_SANDBOX, "seccomp, landlock or limits");
	n = pread(p->said, ret->said, sizeof ret->said - 1, 0);
	ret->said[n > 0 ? n : 0] = '\0';
	return RC_OK;
}

rc ocr_run(const ocr_tool *t, slice in, strbuf *out, ocr_end *ret, err *e)
{
	char path[PATH_BYTES];
	ends p;
	pid_t pid = -1;
	rc code;

	if (!find_program(t, path))
		return err_set(e, RC_IO, t->missing, "no %s", t->name);
	code = ends_open(&p, in, e);
	if (code == RC_OK && (pid = fork()) < 0)
		code = err_set(e, RC_IO, MSG_NO_MEMORY, "fork: errno %d", errno);
	if (pid == 0)
		be_program(t, path, &p);
	if (pid > 0)
		code = wait_for(pid, &p, out, ret, e);
	ends_done(&p);
	return code;
}
