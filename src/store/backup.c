/*
 * backup.c - making and proving the file that a register is kept in for bad days.
 *
 * From SQLite all pages are taken at once, then the originals are added; from PostgreSQL
 * rows are copied in one unchanging state. Written under another name, flushed, renamed:
 * whoever finds a file of the right name finds a whole one.
 */
#include "store/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "sql.h"
#include "store/db_priv.h"
#include "store/vault.h"
#include "store/vault_priv.h"

static const char made_at[] = "backup.at", sum_prefix[] = "backup.sum.";

static rc failed(const char *what, err *e)
{
	return err_set(e, RC_IO,
	               errno == ENOSPC || errno == EDQUOT ? MSG_DB_FULL : MSG_WRITE_FAILED,
	               "%s of the backup: errno %d", what, errno);
}

/* --- the list of what is in it --- */

static slice key_of(arena *a, const char *table)
{
	return arena_printf(a, "%s%s", sum_prefix, table);
}

static slice text_of(arena *a, const copy_sum *s)
{
	return arena_printf(a, "%lld %s", (long long)s->rows, s->sum);
}

typedef struct listing {
	const copy_sums *sums;
	int64_t at;
	arena *a;
} listing;

static rc write_list(db *to, void *ctx, err *e)
{
	const listing *l = ctx;
	int64_t changed;
	rc code = sql_meta_put(
		to, (sql_meta_put_in){S("backup.at"), arena_printf(l->a, "%lld", (long long)l->at)},
		&changed, e);

	for (uint32_t i = 0; code == RC_OK && i < l->sums->n; i++)
		code = sql_meta_put(to,
		                    (sql_meta_put_in){key_of(l->a, l->sums->p[i].table),
		                                      text_of(l->a, &l->sums->p[i])},
		                    &changed, e);
	return code;
}

static rc check_list(db *d, arena *a, const copy_sums *sums, int64_t *ret_at, err *e)
{
	sql_meta_get_row row;
	bool found = false;
	rc code = sql_meta_get(d, (sql_meta_get_in){slice_c(made_at)}, a, &row, &found, e);

	if (code == RC_OK && (!found || row.value.n > 18))
		return err_set(e, RC_IO, MSG_BACKUP_DAMAGED, "no time in it");
	if (code == RC_OK)
		*ret_at = strtoll(arena_printf(a, "%.*s%c", (int)row.value.n, row.value.p, 0).p,
		                  NULL, 10);
	for (uint32_t i = 0; code == RC_OK && i < sums->n; i++) {
		code = sql_meta_get(d, (sql_meta_get_in){key_of(a, sums->p[i].table)}, a, &row,
		                    &found, e);
		if (code == RC_OK && (!found || !slice_eq(row.value, text_of(a, &sums->p[i]))))
			code = err_set(e, RC_IO, MSG_BACKUP_DAMAGED, "table %s", sums->p[i].table);
	}
	return code;
}

/* --- making --- */

typedef struct filling {
	db *from, *to;
} filling;

/* Some came with the pages. */
static rc put_pieces(void *ctx, slice sha256, int64_t bytes, err *e)
{
	filling *f = ctx;
	bool there = false;
	slice original;
	arena a;
	rc code = vault_has_pieces(f->to, sha256, &there, e);

	(void)bytes;
	if (code != RC_OK || there)
		return code;
	arena_init(&a, NULL, 0);
	code = vault_read(f->from, sha256, &a, &original, e);
	if (code == RC_OK)
		code = vault_put_pieces(f->to, sha256, original, e);
	arena_done(&a);
	return code;
}

static rc put_originals(db *to, void *ctx, err *e)
{
	return vault_each(to, put_pieces, ctx, e);
}

static rc take_pages(db *from, const char *part, const char *url, arena *a, db **ret,
                     copy_sums *sums, err *e)
{
	filling f = {.from = from};
	rc code = from->driver->snapshot(from, part, e);

	if (code == RC_OK)
		code = db_open(url, DB_BACKUP_MAKE | DB_ANY_SCHEMA, ret, e);
	if (code != RC_OK)
		return code;
	f.to = *ret;
	code = db_write(*ret, put_originals, &f, e);
	return code == RC_OK ? copy_sums_of(*ret, a, sums, e) : code;
}

static rc take_rows(db *from, const char *url, arena *a, db **ret, copy_sums *sums, err *e)
{
	rc code = db_open(url, DB_BACKUP_MAKE | DB_CREATE, ret, e);

	return code == RC_OK ? copy_register(from, *ret, NULL, NULL, NULL, a, sums, e) : code;
}

static rc flush(const char *path, err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	rc code = RC_OK;

	if (fd < 0 || fsync(fd) != 0)
		code = failed("fsync", e);
	if (fd >= 0)
		(void)close(fd);
	return code;
}

static rc write_part(db *from, const char *part, int64_t at, arena *a, copy_sums *ret, err *e)
{
	const char *url = arena_printf(a, "sqlite:%s%c", part, 0).p;
	listing l = {.sums = ret, .at = at, .a = a};
	db *to = NULL;
	rc code = from->driver->snapshot != NULL ? take_pages(from, part, url, a, &to, ret, e)
	                                         : take_rows(from, url, a, &to, ret, e);

	if (code == RC_OK)
		code = db_write(to, write_list, &l, e);
	db_close(to);
	return code == RC_OK ? flush(part, e) : code;
}

/* No O_TMPFILE: SQLite opens by name. Nobody else may read it: it is made empty first. */
static rc make_empty(const char *part, err *e)
{
	int fd;

	(void)unlink(part);
	fd = open(part, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0)
		return failed("open", e);
	(void)close(fd);
	return RC_OK;
}

static const char *folder_of(arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? "." : arena_printf(a, "%.*s%c", (int)(slash - path) + 1, path, 0).p;
}

rc backup_make(db *from, const char *path, int64_t at, arena *a, copy_sums *ret, err *e)
{
	const char *part = arena_printf(a, "%s.part%c", path, 0).p;
	rc code;

	if (access(path, F_OK) == 0)
		return err_set(e, RC_INPUT, MSG_FILE_EXISTS, "the backup");
	code = make_empty(part, e);
	if (code == RC_OK)
		code = write_part(from, part, at, a, ret, e);
	/* A link and no rename: it never stands in the place of another file. */
	if (code == RC_OK && link(part, path) != 0)
		code = errno == EEXIST ? err_set(e, RC_INPUT, MSG_FILE_EXISTS, "the backup")
		                       : failed("link", e);
	(void)unlink(part);
	return code == RC_OK ? flush(folder_of(a, path), e) : code;
}

/* --- proving --- */

rc backup_prove(db *d, arena *a, int64_t *ret_at, copy_sums *ret_sums, err *e)
{
	rc code = d->driver->check != NULL ? d->driver->check(d, e) : RC_OK;

	if (code == RC_OK)
		code = copy_sums_of(d, a, ret_sums, e);
	return code == RC_OK ? check_list(d, a, ret_sums, ret_at, e) : code;
}
