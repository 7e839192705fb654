/*
 * serve_import.c - the file is written into a folder of its own, under a name that means
 * nothing to a path, and is gone with the folder when the child has ended.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* O_TMPFILE */
#endif
#include "app/serve_import.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/config.h"
#include "base/file.h"

enum { WHY_MAX = 600, NAME_MAX_ = 200 };
#define SAID_MAX ((size_t)256 << 20)

/* The name of an upload as the name of a file here: no sign that means anything to a path. */
static void tame_name(slice name, char to[NAME_MAX_ + 1])
{
	size_t n = 0, from = name.n > NAME_MAX_ ? name.n - NAME_MAX_ : 0;

	while (from < name.n && ((unsigned char)name.p[from] & 0xC0) == 0x80)
		from++;
	for (size_t i = from; i < name.n; i++) {
		unsigned char c = (unsigned char)name.p[i];

		to[n++] = c < ' ' || c == '/' || c == '\\' || c == 0x7f ? '_' : (char)c;
	}
	if (n == 0 || to[0] == '.' || to[0] == '-')
		to[0] = '_', n = n > 0 ? n : 1;
	to[n] = 0;
}

static bool write_upload(const char *path, slice bytes)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	bool ok = fd >= 0 && file_write_fd(fd, bytes, NULL) == RC_OK;

	if (fd >= 0)
		ok = close(fd) == 0 && ok;
	return ok;
}

/* What it said on stderr is why: "dondoc: NAME: words". */
static slice reason_of(int fd, arena *a)
{
	char room[WHY_MAX];
	ssize_t n = pread(fd, room, sizeof room, 0);
	slice s = {room, n > 0 ? (size_t)n : 0}, line;
	const char *at;

	if (!slice_cut(&s, '\n', &line))
		line = s;
	at = slice_find(line, S(": "));
	if (at != NULL)
		at = slice_find((slice){at + 2, line.n - (size_t)(at + 2 - line.p)}, S(": "));
	if (at != NULL)
		line = (slice){at + 2, line.n - (size_t)(at + 2 - line.p)};
	return arena_copy(a, line);
}

static char *word(arena *a, const char *option, slice value)
{
	slice head = arena_printf(a, "--%s=", option);
	char *to = arena_alloc(a, head.n + value.n + 1);

	memcpy(to, head.p, head.n);
	if (value.n > 0)
		memcpy(to + head.n, value.p, value.n);
	return to;
}

/* Our own variables, and where the register is: not among the words that it is started with, which
 * everybody on the machine may read. */
static char **variables(const import_office *o, arena *a)
{
	size_t n = 0, k = 0;
	char **all;

	while (environ[n] != NULL)
		n++;
	all = arena_array(a, char *, n + 2);
	for (size_t i = 0; i < n; i++)
		if (!slice_starts(slice_c(environ[i]), S(CONFIG_DB "=")))
			all[k++] = environ[i];
	all[k++] = (char *)(uintptr_t)arena_printf(a, CONFIG_DB "=%s%c", o->url, 0).p;
	all[k] = NULL;
	return all;
}

/* What it says goes to `said`; -1: nowhere. What it complains of goes to `out`. */
static int spawn_import(const import_office *o, const import_run *run, const char *path, int said,
                        int out, arena *a)
{
	char *argv[16];
	int n = 0, status = -1;
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attr;
	sigset_t none;
	pid_t child;

	argv[n++] = (char *)(uintptr_t)"dondoc";
	argv[n++] = (char *)(uintptr_t)"import";
	argv[n++] = word(a, "by", run->login);
	if (o->today != NULL)
		argv[n++] = word(a, "today", slice_c(o->today));
	argv[n++] = (char *)(uintptr_t)"--clock";
	if (run->look)
		argv[n++] = (char *)(uintptr_t)"--look";
	if (run->look)
		argv[n++] = word(a, "format", S("json"));
	if (run->columns.n > 0)
		argv[n++] = word(a, "columns", run->columns);
	if (run->changed)
		argv[n++] = (char *)(uintptr_t)"--changed";
	if (run->pub.n > 0)
		argv[n++] = word(a, "import-id", run->pub);
	argv[n++] = (char *)(uintptr_t)path;
	argv[n] = NULL;
	(void)sigemptyset(&none);
	(void)posix_spawnattr_init(&attr);
	(void)posix_spawnattr_setsigmask(&attr, &none);
	(void)posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGMASK);
	(void)posix_spawn_file_actions_init(&files);
	(void)posix_spawn_file_actions_adddup2(&files, out, STDERR_FILENO);
	if (said >= 0)
		(void)posix_spawn_file_actions_adddup2(&files, said, STDOUT_FILENO);
	else
		(void)posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY,
		                                       0);
	(void)posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	if (posix_spawn(&child, "/proc/self/exe", &files, &attr, argv, variables(o, a)) == 0)
		while (waitpid(child, &status, 0) < 0 && errno == EINTR)
			;
	(void)posix_spawn_file_actions_destroy(&files);
	(void)posix_spawnattr_destroy(&attr);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool import_file(const import_office *o, const import_run *run, arena *a, slice *ret_said,
                 slice *ret_why)
{
	char folder[] = "/tmp/dondoc-upload-XXXXXX", tame[NAME_MAX_ + 1];
	slice path;
	int out, said = -1, code = -1;

	*ret_why = S("Máy chủ chưa nhận được tệp. Thử lại sau ít phút.");
	if (mkdtemp(folder) == NULL)
		return false;
	tame_name(run->name, tame);
	path = arena_printf(a, "%s/%s%c", folder, tame, 0);
	out = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (ret_said != NULL)
		said = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (out >= 0 && (ret_said == NULL || said >= 0) && write_upload(path.p, run->bytes)) {
		code = spawn_import(o, run, path.p, said, out, a);
		if (code != 0)
			*ret_why = reason_of(out, a);
	}
	if (code == 0 && ret_said != NULL &&
	    (lseek(said, 0, SEEK_SET) != 0 ||
	     file_read_fd(said, SAID_MAX, a, ret_said, NULL) != RC_OK))
		code = -1;
	(void)unlink(path.p);
	(void)rmdir(folder);
	if (out >= 0)
		(void)close(out);
	if (said >= 0)
		(void)close(said);
	return code == 0;
}
