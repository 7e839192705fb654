/*
 * convert.c - LibreOffice, once for each file or for a few of one run.
 *
 * A profile lives as long as one run: what a file did to the program cannot reach
 * another run. Files that are converted together could reach one another, so only files
 * that one person gave at once are. The first start in a fresh profile ends with a wish to be started again.
 * The file lies in its folder under a name of ours; its own is never used. Nothing
 * must be left behind, however the program ended.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* O_TMPFILE, nftw */
#endif
#include "app/intake/convert.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/intake/convert_priv.h"
#include "base/file.h"
#include "embed.h"
#include "reading/extract/limits.h"

enum {
	EXIT_WALLS = 97,
	EXIT_NO_PROGRAM = 98,
	EXIT_AGAIN = 81, /* LibreOffice's own */
	STARTS_MAX = 3,
	PATH_BYTES = 512,
	NAME_BYTES = 16,
	ARGS_BEFORE = 12,
	OPEN_FOLDERS = 16,
};

#define PROFILE "profile/user/registrymodifications.xcu"

/* How a kind is handed over, and what is asked for. */
typedef struct order {
	const char *in, *to, *out; /* endings, and LibreOffice's name of the filter */
	file_kind kind;            /* what comes back */
} order;

#define TO_WORD "docx:MS Word 2007 XML", "docx", FILE_DOCX
#define TO_SHEET "xlsx:Calc MS Excel 2007 XML", "xlsx", FILE_XLSX

static const order word = {"doc", TO_WORD};
static const order sheet = {"xls", TO_SHEET};
static const order odt = {"odt", TO_WORD};
static const order rtf = {"rtf", TO_WORD};
static const order ods = {"ods", TO_SHEET};

/* One run: files of ours in one folder, all to be made into the same. */
typedef struct batch {
	const char *to;
	char in[CONVERT_MANY][NAME_BYTES];
	unsigned n;
} batch;

bool convert_wanted(file_kind k)
{
	return k == FILE_OLE || k == FILE_ODT || k == FILE_ODS || k == FILE_RTF;
}

static const order *order_of(file_kind k, slice bytes)
{
	switch (k) {
	case FILE_OLE:
		if (ole_holds(bytes, S("WordDocument")))
			return &word;
		return ole_holds(bytes, S("Workbook")) || ole_holds(bytes, S("Book")) ? &sheet
		                                                                      : NULL;
	case FILE_ODT:
		return &odt;
	case FILE_RTF:
		return &rtf;
	default:
		return k == FILE_ODS ? &ods : NULL;
	}
}

slice convert_media(file_kind k, slice bytes)
{
	const order *o = k == FILE_OLE ? order_of(k, bytes) : NULL;

	if (o == NULL)
		return sniff_media(k);
	return o->kind == FILE_DOCX ? S("application/msword") : S("application/vnd.ms-excel");
}

static const char *program(void)
{
	static const char *const places[] = {
		"/usr/lib/libreoffice/program/soffice.bin",
		"/usr/lib64/libreoffice/program/soffice.bin",
		"/opt/libreoffice/program/soffice.bin",
	};

	for (size_t i = 0; i < ARRAY_LEN(places); i++)
		if (access(places[i], X_OK) == 0)
			return places[i];
	return NULL;
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	(void)st;
	(void)kind;
	(void)at;
	(void)remove(path);
	return 0;
}

static void remove_all(const char *folder)
{
	(void)nftw(folder, remove_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
}

static rc put_file(const char *folder, const char *name, slice bytes, err *e)
{
	char path[PATH_BYTES];
	int n = snprintf(path, sizeof path, "%s/%s", folder, name);
	int fd = n > 0 && n < PATH_BYTES
	                 ? open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600)
	                 : -1;
	rc code;

	if (fd < 0)
		return err_set(e, RC_IO, MSG_WRITE_FAILED, "a temporary file: errno %d", errno);
	code = file_write_fd(fd, bytes, e);
	if (close(fd) != 0 && code == RC_OK)
		return err_set(e, RC_IO, MSG_WRITE_FAILED, "close: errno %d", errno);
	return code;
}

/* A folder for one run, with a profile of its own. */
static rc folder_make(char folder[PATH_BYTES - 64], err *e)
{
	static const char *const folders[] = {"profile", "profile/user", "out"};
	const char *where = getenv("TMPDIR");
	slice profile = {"", 0};
	char path[PATH_BYTES];
	int n = snprintf(folder, PATH_BYTES - 64, "%s/dondoc-XXXXXX",
	                 where != NULL && where[0] == '/' ? where : "/tmp");

	if (n <= 0 || n >= PATH_BYTES - 64 || mkdtemp(folder) == NULL) {
		folder[0] = '\0';
		return err_set(e, RC_IO, MSG_WRITE_FAILED, "mkdtemp: errno %d", errno);
	}
	(void)embed_find("data/office/profile.xcu", &profile);
	for (size_t i = 0; i < ARRAY_LEN(folders); i++) {
		n = snprintf(path, sizeof path, "%s/%s", folder, folders[i]);
		if (n <= 0 || n >= PATH_BYTES || mkdir(path, 0700) != 0)
			return err_set(e, RC_IO, MSG_WRITE_FAILED, "a temporary folder: errno %d",
			               errno);
	}
	return put_file(folder, PROFILE, profile, e);
}

static _Noreturn void be_office(const char *path, const char *folder, const batch *b)
{
	char home[PATH_BYTES], temporary[PATH_BYTES], profile[PATH_BYTES];
	/* execve() wants without const what it will not change. */
	const char *argv[ARGS_BEFORE + CONVERT_MANY + 1] = {
		path,           "--headless",  "--invisible",   "--norestore",
		"--nologo",     "--nodefault", "--nolockcheck", profile,
		"--convert-to", b->to,         "--outdir",      "out"};
	const char *envp[] = {
		home, temporary, "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "SAL_USE_VCLPLUGIN=svp",
		NULL};
	int null = open("/dev/null", O_RDWR);

	for (unsigned i = 0; i < b->n; i++)
		argv[ARGS_BEFORE + i] = b->in[i];
	if (setpgid(0, 0) != 0 || null < 0 || dup2(null, 0) != 0 || dup2(null, 1) != 1 ||
	    dup2(null, 2) != 2 || !office_walls(folder, &folder))
		_exit(EXIT_WALLS);
	(void)snprintf(home, sizeof home, "HOME=%s", folder);
	(void)snprintf(temporary, sizeof temporary, "TMPDIR=%s", folder);
	(void)snprintf(profile, sizeof profile, "-env:UserInstallation=file://%s/profile", folder);
	(void)execve(path, (char *const *)(uintptr_t)argv, (char *const *)(uintptr_t)envp);
	_exit(EXIT_NO_PROGRAM);
}

/* Wait at most so long; the whole group is ended then. */
static bool wait_for(pid_t pid, int *ret_status)
{
	struct pollfd p = {.fd = (int)syscall(__NR_pidfd_open, pid, 0), .events = POLLIN};
	bool done = p.fd < 0 || poll(&p, 1, LIMIT_OFFICE_SECONDS * 1000) > 0;

	if (p.fd >= 0)
		(void)close(p.fd);
	(void)kill(-pid, SIGKILL);
	if (!done)
		(void)kill(pid, SIGKILL);
	while (waitpid(pid, ret_status, 0) < 0 && errno == EINTR)
		;
	return done;
}

static rc run(const char *path, const char *folder, const batch *b, err *e)
{
	int status = 0;

	for (unsigned starts = 0; starts < STARTS_MAX; starts++) {
		pid_t pid = fork();

		if (pid == 0)
			be_office(path, folder, b);
		if (pid < 0)
			return err_set(e, RC_IO, MSG_NO_MEMORY, "fork: errno %d", errno);
		if (!wait_for(pid, &status))
			return err_set(e, RC_LIMIT, MSG_TOO_SLOW, "LibreOffice was ended");
		if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
			return err_set(e, RC_LIMIT, MSG_TOO_SLOW, "LibreOffice used up its time");
		if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_WALLS)
			return err_set(e, RC_IO, MSG_NO_SANDBOX,
			               "LibreOffice: landlock or seccomp");
		if (!WIFEXITED(status) || WEXITSTATUS(status) != EXIT_AGAIN)
			break;
	}
	return RC_OK; /* whether it worked, its file will tell */
}

static rc take_result(const char *folder, const char *name, arena *a, slice *ret, err *e)
{
	char path[PATH_BYTES];
	struct stat st;
	rc code;

	(void)snprintf(path, sizeof path, "%s/out/%s", folder, name);
	if (lstat(path, &st) != 0 || !S_ISREG(st.st_mode) || st.st_size == 0)
		return err_set(e, RC_INPUT, MSG_DAMAGED, "LibreOffice made nothing of it");
	if (arena_guard(a) != 0) {
		a->guarded = false;
		return err_set(e, a->failed, MSG_NO_MEMORY, "a converted file");
	}
	code = file_read(path, LIMIT_ZIP_PART, a, ret, e);
	a->guarded = false;
	return code;
}

/* Those of `f` that are to be made into `to`, in one run. What did not come back is left
 * undone: its own run will tell why. */
static void run_batch(const char *path, const char *to, convert_file *f, unsigned n, arena *a)
{
	char folder[PATH_BYTES - 64], out[NAME_BYTES];
	const order *orders[CONVERT_MANY] = {NULL};
	batch b = {.to = to};
	err e = {0};
	rc code = folder_make(folder, &e);

	for (unsigned i = 0; i < n && code == RC_OK; i++) {
		const order *o = order_of(f[i].kind, f[i].bytes);

		if (o == NULL || strcmp(o->to, to) != 0)
			continue;
		orders[i] = o;
		(void)snprintf(b.in[b.n], NAME_BYTES, "in%u.%s", i, o->in);
		code = put_file(folder, b.in[b.n++], f[i].bytes, &e);
	}
	if (code == RC_OK && b.n > 0)
		(void)run(path, folder, &b, &e); /* some may be done even so */
	for (unsigned i = 0; i < n; i++) {
		if (orders[i] == NULL)
			continue;
		(void)snprintf(out, NAME_BYTES, "in%u.%s", i, orders[i]->out);
		f[i].done = take_result(folder, out, a, &f[i].made, &e) == RC_OK;
		f[i].as = orders[i]->kind;
	}
	if (folder[0] != '\0')
		remove_all(folder);
}

void convert_many(convert_file *f, unsigned n, arena *a)
{
	const char *path = program();

	if (path == NULL || n > CONVERT_MANY)
		return;
	run_batch(path, word.to, f, n, a);
	run_batch(path, sheet.to, f, n, a);
}

rc convert_office(file_kind *kind, slice *bytes, arena *a, err *e)
{
	const char *path = program();
	const order *o = order_of(*kind, *bytes);
	char folder[PATH_BYTES - 64], out[NAME_BYTES];
	slice made = {"", 0};
	batch b = {.n = 1};
	rc code;

	if (o == NULL)
		return err_set(e, RC_INPUT, MSG_UNSUPPORTED, "neither text nor sheet");
	if (path == NULL)
		return err_set(e, RC_IO, MSG_NEEDS_OFFICE, "no soffice.bin");
	b.to = o->to;
	(void)snprintf(b.in[0], NAME_BYTES, "in.%s", o->in);
	(void)snprintf(out, NAME_BYTES, "in.%s", o->out);
	code = folder_make(folder, e);
	if (code == RC_OK)
		code = put_file(folder, b.in[0], *bytes, e);
	if (code == RC_OK)
		code = run(path, folder, &b, e);
	if (code == RC_OK)
		code = take_result(folder, out, a, &made, e);
	if (folder[0] != '\0')
		remove_all(folder);
	if (code != RC_OK)
		return code;
	*kind = o->kind;
	*bytes = made;
	return RC_OK;
}
