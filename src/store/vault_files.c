/*
 * vault_files.c - originals as files, FILE.vault/ab/cdef…, and how they reach the disk.
 *
 * A file is written under another name and renamed, so no name ever stands for half of
 * its bytes while the machine runs; before the transaction commits, files and folders are
 * flushed (many at once: the whole file system in one call, which is much quicker than
 * file by file). What a failed transaction wrote is taken away again, unless its commit
 * was tried: then the database alone knows, and a file too many harms nobody.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "store/vault.h"
#include "store/vault_priv.h"

enum { ONE_BY_ONE = 4 };

static rc failed(const char *what, err *e)
{
	int no = errno;
	bool full = no == ENOSPC || no == EDQUOT || no == EFBIG;

	return err_set(e, RC_IO, full ? MSG_DB_FULL : MSG_DB_FAILED, "vault %s: errno %d", what,
	               no);
}

static const char *folder_of(db *d, arena *a)
{
	return arena_printf(a, "%s.vault%c", d->path, 0).p;
}

/* What stands before the last '/'. */
static const char *above(arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return ".";
	return slash == path ? "/" : arena_printf(a, "%.*s%c", (int)(slash - path), path, 0).p;
}

static const char *name_of(db *d, slice sha256, arena *a)
{
	return arena_printf(a, "%s/%.2s/%.62s%c", folder_of(d, a), sha256.p, sha256.p + 2, 0).p;
}

static rc make_folder(const char *path, err *e)
{
	return mkdir(path, 0750) == 0 || errno == EEXIST ? RC_OK : failed("mkdir", e);
}

static rc write_file(const char *path, slice bytes, err *e)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0640);
	rc code = RC_OK;

	if (fd < 0)
		return failed("open", e);
	while (code == RC_OK && bytes.n > 0) {
		ssize_t put = write(fd, bytes.p, bytes.n);

		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			code = failed("write", e);
		else
			bytes = (slice){bytes.p + put, bytes.n - (size_t)put};
	}
	if (close(fd) != 0 && code == RC_OK)
		code = failed("close", e);
	return code;
}

static bool is_there(const char *path, slice bytes)
{
	struct stat st;
	slice have = {0};
	bool same;
	arena a;

	if (lstat(path, &st) != 0 || !S_ISREG(st.st_mode) || (uint64_t)st.st_size != bytes.n)
		return false;
	arena_init(&a, NULL, 0);
	same = file_read(path, VAULT_BYTES_MAX, &a, &have, NULL) == RC_OK && slice_eq(have, bytes);
	arena_done(&a);
	return same;
}

static rc put_new(db *d, const char *path, slice bytes, arena *a, err *e)
{
	const char *part = arena_printf(a, "%s.%d%c", path, (int)getpid(), 0).p;
	rc code = make_folder(folder_of(d, a), e);

	if (code == RC_OK)
		code = make_folder(above(a, path), e);
	if (code == RC_OK)
		code = write_file(part, bytes, e);
	if (code == RC_OK && rename(part, path) != 0)
		code = failed("rename", e);
	if (code != RC_OK)
		(void)unlink(part);
	return code;
}

rc vault_file_put(db *d, slice sha256, slice bytes, err *e)
{
	const char *path = name_of(d, sha256, &d->vault.a);
	bool there = is_there(path, bytes);
	rc code = there ? RC_OK : put_new(d, path, bytes, &d->vault.a, e);

	if (code == RC_OK)
		*VEC_PUSH(&d->vault.a, &d->vault.files) = (vault_file){path, !there};
	return code;
}

static rc flush(const char *path, err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	rc code = RC_OK;

	if (fd < 0)
		return failed("open", e);
	if (fsync(fd) != 0)
		code = failed("fsync", e);
	(void)close(fd);
	return code;
}

static rc flush_all(db *d, err *e)
{
	int fd = open(folder_of(d, &d->vault.a), O_RDONLY | O_CLOEXEC | O_DIRECTORY);
	rc code = RC_OK;

	if (fd < 0)
		return failed("open", e);
	if (syncfs(fd) != 0)
		code = failed("syncfs", e);
	(void)close(fd);
	return code;
}

rc vault_settle(db *d, err *e)
{
	rc code = RC_OK;

	if (d->vault.files.n > ONE_BY_ONE)
		return flush_all(d, e);
	for (uint32_t i = 0; code == RC_OK && i < d->vault.files.n; i++) {
		const char *path = d->vault.files.p[i].path;

		/* The file, the two folders above it, and the one that holds the register. */
		code = flush(path, e);
		for (int up = 0; code == RC_OK && up < 3; up++) {
			path = above(&d->vault.a, path);
			code = flush(path, e);
		}
	}
	return code;
}

void vault_forget(db *d, bool undo)
{
	for (uint32_t i = 0; undo && i < d->vault.files.n; i++)
		if (d->vault.files.p[i].made)
			(void)unlink(d->vault.files.p[i].path);
	arena_done(&d->vault.a);
	d->vault = (vault_pending){0};
	arena_init(&d->vault.a, NULL, 0);
}

rc vault_file_read(db *d, slice sha256, arena *a, slice *ret, err *e)
{
	err why = {0};
	rc code = file_read(name_of(d, sha256, a), VAULT_BYTES_MAX, a, ret, &why);

	return code == RC_OK ? code : err_set(e, RC_IO, MSG_ORIGINAL_DAMAGED, "%s", why.detail);
}
