/*
 * tool.c - start a program of others within its walls, and end it.
 *
 * What goes in is a memory file and what comes out a pipe: no document ever has a name
 * on a disk. The program is started in our own memory (vfork), which waits meanwhile: a
 * copy of it would take longer than all else here. Until it is executed the child must
 * therefore only make system calls. It must never go through a shell, hand on our
 * environment, or be waited for while there is other work.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* memfd_create, pipe2 */
#endif
#include "app/intake/tool.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/intake/extract_child_priv.h"
#include "base/file.h"
#include "reading/extract/limits.h"

enum { EXIT_WALLS = 97, EXIT_NO_PROGRAM = 98, PATH_BYTES = 64, WAIT_MS = LIMIT_OCR_SECONDS * 2000 };

/* What it is executed with. */
typedef struct start {
	char path[PATH_BYTES];
	const char *argv[TOOL_ARGS + 2];
	sandbox_kind walls;
	int in, out, said;
} start;

static bool find_program(const tool *t, char path[PATH_BYTES])
{
	static const char *const folders[] = {"/usr/bin", "/usr/local/bin"};

	for (size_t i = 0; i < ARRAY_LEN(folders); i++) {
		int n = snprintf(path, PATH_BYTES, "%s/%s", folders[i], t->name);

		if (n > 0 && n < PATH_BYTES && access(path, X_OK) == 0)
			return true;
	}
	return false;
}

bool tool_installed(const tool *t)
{
	char path[PATH_BYTES];

	return find_program(t, path);
}

static void close_one(int *fd)
{
	if (*fd >= 0)
		(void)close(*fd);
	*fd = -1;
}

/* The child, in its parent's memory: changes nothing of it. One thread: scans are read
 * beside the work of others. */
static _Noreturn void be_program(const start *s)
{
	bool writer = s->walls == SANDBOX_WRITER;
	static const char *const envp[] = {"LC_ALL=C.UTF-8", "HOME=/nonexistent",
	                                   "OMP_THREAD_LIMIT=1", NULL};

	if (dup2(writer ? s->out : s->in, 0) != 0 || dup2(writer ? s->in : s->out, 1) != 1 ||
	    dup2(s->said, 2) != 2 || !sandbox_enter(s->walls, 2))
		_exit(EXIT_WALLS);
	/* execve() wants what it will not change without const. */
	(void)execve(s->path, (char *const *)(uintptr_t)s->argv, (char *const *)(uintptr_t)envp);
	_exit(EXIT_NO_PROGRAM);
}

static pid_t spawn(const start *s)
{
	pid_t pid = vfork(); /* NOLINT: the head says why, and what that forbids */

	if (pid == 0)
		be_program(s); /* NOLINT */
	return pid;
}

static rc begin(start *s, slice in, tool_work *ret, err *e)
{
	rc code = file_write_fd(s->in, in, e);
	int ends[2];

	if (code != RC_OK)
		return code;
	if (lseek(s->in, 0, SEEK_SET) != 0 || pipe2(ends, O_CLOEXEC) != 0)
		return err_set(e, RC_IO, MSG_READER_DIED, "pipe: errno %d", errno);
	s->out = ends[1];
	s->said = ret->said;
	ret->pid = spawn(s);
	(void)close(ends[1]);
	ret->out = ends[0];
	return ret->pid < 0 ? err_set(e, RC_IO, MSG_NO_MEMORY, "vfork: errno %d", errno) : RC_OK;
}

rc tool_start(const tool *t, slice in, tool_work *ret, err *e)
{
	start s = {.walls = t->walls, .argv = {t->name}};
	rc code;

	*ret = TOOL_IDLE;
	if (!find_program(t, s.path))
		return err_set(e, RC_IO, t->missing, "no %s", t->name);
	for (size_t i = 0; i < TOOL_ARGS && t->args[i] != NULL; i++)
		s.argv[i + 1] = t->args[i];
	s.in = memfd_create("in", MFD_CLOEXEC);
	ret->said = memfd_create("said", MFD_CLOEXEC);
	if (s.in < 0 || ret->said < 0)
		code = err_set(e, RC_IO, MSG_READER_DIED, "memory files: errno %d", errno);
	else
		code = begin(&s, in, ret, e);
	close_one(&s.in);
	return code;
}

int tool_wait(tool_work *w, int ms)
{
	int status = -1;

	if (w->pid <= 0)
		return 0;
	if (ms > 0) {
		struct pollfd p = {.fd = (int)syscall(__NR_pidfd_open, w->pid, 0),
		                   .events = POLLIN};

		(void)poll(&p, p.fd >= 0, ms);
		close_one(&p.fd);
	}
	(void)kill(w->pid, SIGKILL);
	while (waitpid(w->pid, &status, 0) < 0 && errno == EINTR)
		;
	w->pid = -1;
	return status;
}

void tool_complaint(const tool_work *w, char *room, size_t n)
{
	ssize_t got = pread(w->said, room, n - 1, 0);

	room[got > 0 ? got : 0] = '\0';
}

bool tool_walled_out(int status)
{
	return WIFEXITED(status) && WEXITSTATUS(status) == EXIT_WALLS;
}

void tool_stop(tool_work *w)
{
	close_one(&w->out);
	if (w->pid > 0)
		(void)kill(w->pid, SIGKILL);
}

void tool_drop(tool_work *w)
{
	close_one(&w->out);
	(void)tool_wait(w, 0);
	close_one(&w->said);
}

static rc take_all(tool_work *w, strbuf *out, tool_end *ret, err *e)
{
	int from = w->out;
	pid_t pid = w->pid;
	rc code;

	w->out = -1;
	w->pid = -1;
	code = child_wait_for(pid, from, WAIT_MS, out, &ret->status, e);
	if (code != RC_OK)
		return code;
	if (tool_walled_out(ret->status))
		return err_set(e, RC_IO, MSG_NO_SANDBOX, "seccomp, landlock or limits");
	tool_complaint(w, ret->said, sizeof ret->said);
	return RC_OK;
}

rc tool_run(const tool *t, slice in, strbuf *out, tool_end *ret, err *e)
{
	tool_work w;
	rc code = tool_start(t, in, &w, e);

	if (code == RC_OK)
		code = take_all(&w, out, ret, e);
	tool_drop(&w);
	return code;
}
