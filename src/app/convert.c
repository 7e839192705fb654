/*
 * convert.c - LibreOffice, once for each file.
 *
 * A profile lives as long as one file: what a file did to the program cannot reach
 * the next. The first start in a fresh profile ends with a wish to be started again.
 * The file lies in its folder under a name of ours; its own is never used. Nothing
 * must be left behind, however the program ended.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* O_TMPFILE, nftw */
#endif
#include "app/convert.h"

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

#include "app/convert_priv.h"
#include "base/file.h"
#include "embed.h"
#include "reading/extract/limits.h"

enum {
	EXIT_WALLS = 97,
	EXIT_NO_PROGRAM = 98,
	EXIT_AGAIN = 81, /* LibreOffice's own */
	STARTS_MAX = 3,
	PATH_BYTES = 512,
	OPEN_FOLDERS = 16,
};

#define PROFILE "profile/user/registrymodifications.xcu"

/* How a kind is handed over, and what is asked for. */
typedef struct order {
	const char *in, *to, *out;
	file_kind kind; /* what comes back */
} order;

static const order word = {"in.doc", "docx:MS Word 2007 XML", "in.docx", FILE_DOCX};
static const order sheet = {"in.xls", "xlsx:Calc MS Excel 2007 XML", "in.xlsx", FILE_XLSX};
static const order odt = {"in.odt", "docx:MS Word 2007 XML", "in.docx", FILE_DOCX};
static const order rtf = {"in.rtf", "docx:MS Word 2007 XML", "in.docx", FILE_DOCX};
static const order ods = {"in.ods", "xlsx:Calc MS Excel 2007 XML", "in.xlsx", FILE_XLSX};

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

static rc put_all(const char *folder, const order *o, slice bytes, err *e)
{
	static const char *const folders[] = {"profile", "profile/user", "out"};
	slice profile = {"", 0};
	char path[PATH_BYTES];
	rc code = RC_OK;

	(void)embed_find("data/office/profile.xcu", &profile);
	for (size_t i = 0; i < ARRAY_LEN(folders); i++) {
		int n = snprintf(path, sizeof path, "%s/%s", folder, folders[i]);

		if (n <= 0 || n >= PATH_BYTES || mkdir(path, 0700) != 0)
			return err_set(e, RC_IO, MSG_WRITE_FAILED, "a temporary folder: errno %d",
			               errno);
	}
	code = put_file(folder, PROFILE, profile, e);
	return code == RC_OK ? put_file(folder, o->in, bytes, e) : code;
}

static _Noreturn void be_office(const char *path, const char *folder, const order *o)
{
	char home[PATH_BYTES], temporary[PATH_BYTES], profile[PATH_BYTES];
	/* execve() wants without const what it will not change. */
	const char *argv[] = {path,           "--headless",  "--invisible",   "--norestore",
	                      "--nologo",     "--nodefault", "--nolockcheck", profile,
	                      "--convert-to", o->to,         "--outdir",      "out",
	                      o->in,          NULL};
	const char *envp[] = {
		home, temporary, "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "SAL_USE_VCLPLUGIN=svp",
		NULL};
	int null = open("/dev/null", O_RDWR);

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

static rc run(const char *path, const char *folder, const order *o, err *e)
{
	int status = 0;

	for (unsigned starts = 0; starts < STARTS_MAX; starts++) {
		pid_t pid = fork();

		if (pid == 0)
			be_office(path, folder, o);
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

static rc take_result(const char *folder, const order *o, arena *a, slice *ret, err *e)
{
	char path[PATH_BYTES];
	struct stat st;
	rc code;

	(void)snprintf(path, sizeof path, "%s/out/%s", folder, o->out);
	if (lstat(path, &st) != 0 || !S_ISREG(st.st_mode) || st.st_size == 0)
		return err_set(e, RC_INPUT, MSG_DAMAGED, "LibreOffice made nothing of it");
	if (arena_guard(a) != 0)
		return err_set(e, a->failed, MSG_NO_MEMORY, "a converted file");
	code = file_read(path, LIMIT_ZIP_PART, a, ret, e);
	a->guarded = false;
	return code;
}

rc convert_office(file_kind *kind, slice *bytes, arena *a, err *e)
{
	const char *where = getenv("TMPDIR"), *path = program();
	const order *o = order_of(*kind, *bytes);
	char folder[PATH_BYTES - 64];
	slice made = {"", 0};
	rc code;
	int n;

	if (o == NULL)
		return err_set(e, RC_INPUT, MSG_UNSUPPORTED, "neither text nor sheet");
	if (path == NULL)
		return err_set(e, RC_IO, MSG_NEEDS_OFFICE, "no soffice.bin");
	n = snprintf(folder, sizeof folder, "%s/dondoc-XXXXXX",
	             where != NULL && where[0] == '/' ? where : "/tmp");
	if (n <= 0 || (size_t)n >= sizeof folder || mkdtemp(folder) == NULL)
		return err_set(e, RC_IO, MSG_WRITE_FAILED, "mkdtemp: errno %d", errno);
	code = put_all(folder, o, *bytes, e);
	if (code == RC_OK)
		code = run(path, folder, o, e);
	if (code == RC_OK)
		code = take_result(folder, o, a, &made, e);
	remove_all(folder);
	if (code != RC_OK)
		return code;
	*kind = o->kind;
	*bytes = made;
	return RC_OK;
}
