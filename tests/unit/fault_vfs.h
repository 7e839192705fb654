/*
 * fault_vfs.h - a disk for SQLite that fails when it is told to.
 *
 * Lies over the system's own and counts what changes the disk: writes, flushes, truncations,
 * deletions, growth of the shared index. The N-th of them fails, alone or with all after it.
 */
#ifndef DONDOC_TEST_FAULT_VFS_H
#define DONDOC_TEST_FAULT_VFS_H

#include <sqlite3.h>
#include <stdbool.h>

typedef struct fault_disk {
	int left;    /* this many more go well; below 0: all do */
	bool for_ever;
	bool full;   /* the disk is full; else it is broken */
	int struck;  /* how many failed */
} fault_disk;
static fault_disk fault = {.left = -1};

typedef struct fault_file {
	sqlite3_file base;
	sqlite3_file *real;
} fault_file;

static sqlite3_vfs fault_vfs;

static bool strikes(void)
{
	bool now = fault.left == 0;

	if (fault.left > 0)
		fault.left--;
	else if (now && !fault.for_ever)
		fault.left = -1;
	fault.struck += now;
	return now;
}

static int broken(int otherwise)
{
	return fault.full ? SQLITE_FULL : otherwise;
}

static sqlite3_file *real_of(sqlite3_file *f)
{
	return ((fault_file *)(void *)f)->real;
}

#define REAL(f, call, ...) real_of(f)->pMethods->call(real_of(f), ##__VA_ARGS__)

static int fault_close(sqlite3_file *f)
{
	int code = REAL(f, xClose);

	sqlite3_free(real_of(f));
	return code;
}

static int fault_read(sqlite3_file *f, void *to, int n, sqlite3_int64 at)
{
	return REAL(f, xRead, to, n, at);
}

static int fault_write(sqlite3_file *f, const void *from, int n, sqlite3_int64 at)
{
	if (!strikes())
		return REAL(f, xWrite, from, n, at);
	(void)REAL(f, xWrite, from, n / 2, at); /* half of it may have arrived */
	return broken(SQLITE_IOERR_WRITE);
}

static int fault_truncate(sqlite3_file *f, sqlite3_int64 n)
{
	return strikes() ? SQLITE_IOERR_TRUNCATE : REAL(f, xTruncate, n);
}

static int fault_sync(sqlite3_file *f, int flags)
{
	(void)f;
	(void)flags; /* nobody pulls the plug here: no need to wait for a real disk */
	return strikes() ? broken(SQLITE_IOERR_FSYNC) : SQLITE_OK;
}

static int fault_size(sqlite3_file *f, sqlite3_int64 *n)
{
	return REAL(f, xFileSize, n);
}

static int fault_lock(sqlite3_file *f, int how)
{
	return REAL(f, xLock, how);
}

static int fault_unlock(sqlite3_file *f, int how)
{
	return REAL(f, xUnlock, how);
}

static int fault_reserved(sqlite3_file *f, int *ret)
{
	return REAL(f, xCheckReservedLock, ret);
}

static int fault_control(sqlite3_file *f, int what, void *arg)
{
	return REAL(f, xFileControl, what, arg);
}

static int fault_sector(sqlite3_file *f)
{
	return REAL(f, xSectorSize);
}

static int fault_traits(sqlite3_file *f)
{
	return REAL(f, xDeviceCharacteristics);
}

static int fault_shm_map(sqlite3_file *f, int page, int size, int grow, void volatile **to)
{
	if (grow && strikes())
		return broken(SQLITE_IOERR_SHMSIZE);
	return REAL(f, xShmMap, page, size, grow, to);
}

static int fault_shm_lock(sqlite3_file *f, int at, int n, int flags)
{
	return REAL(f, xShmLock, at, n, flags);
}

static void fault_shm_barrier(sqlite3_file *f)
{
	REAL(f, xShmBarrier);
}

static int fault_shm_unmap(sqlite3_file *f, int delete)
{
	return REAL(f, xShmUnmap, delete);
}

static const sqlite3_io_methods fault_methods = {
	2,
	fault_close,
	fault_read,
	fault_write,
	fault_truncate,
	fault_sync,
	fault_size,
	fault_lock,
	fault_unlock,
	fault_reserved,
	fault_control,
	fault_sector,
	fault_traits,
	fault_shm_map,
	fault_shm_lock,
	fault_shm_barrier,
	fault_shm_unmap,
	NULL,
	NULL,
};

static int fault_open(sqlite3_vfs *v, const char *name, sqlite3_file *f, int flags, int *ret_flags)
{
	sqlite3_vfs *under = v->pAppData;
	sqlite3_file *real = sqlite3_malloc(under->szOsFile);
	int code;

	f->pMethods = NULL;
	if (real == NULL)
		return SQLITE_NOMEM;
	memset(real, 0, (size_t)under->szOsFile);
	code = under->xOpen(under, name, real, flags, ret_flags);
	if (code != SQLITE_OK) {
		sqlite3_free(real);
		return code;
	}
	((fault_file *)(void *)f)->real = real;
	f->pMethods = &fault_methods;
	return SQLITE_OK;
}

static int fault_delete(sqlite3_vfs *v, const char *name, int sync)
{
	sqlite3_vfs *under = v->pAppData;

	return strikes() ? SQLITE_IOERR_DELETE : under->xDelete(under, name, sync);
}

/* fault_install() - from now on SQLite works on this disk. */
static inline void fault_install(void)
{
	sqlite3_vfs *under = sqlite3_vfs_find(NULL);

	fault_vfs = *under;
	fault_vfs.zName = "fault";
	fault_vfs.pAppData = under;
	fault_vfs.szOsFile = (int)sizeof(fault_file);
	fault_vfs.xOpen = fault_open;
	fault_vfs.xDelete = fault_delete;
	(void)sqlite3_vfs_register(&fault_vfs, 1);
}

#endif
