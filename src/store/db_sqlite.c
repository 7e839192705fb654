/*
 * db_sqlite.c - the driver for SQLite: one file, write-ahead log, every commit on disk.
 * The library is opened at first use: a run that only reads documents has no register, and
 * loading it takes a third of the start of the program.
 *
 * Only this file and the bench's peer see sqlite3.h.
 */
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/lib.h"
#include "store/db_priv.h"

/* BACKUP_ID: in the head of a file that is a backup ("DDBK"). */
enum { STEP_MS = 20, BUSY_MS = 10000, BACKUP_ID = 0x4444424b };

/* Every page is a transaction: its first and last statement are prepared once too. */
enum { BEGIN_READ, BEGIN_WRITE, COMMIT, ENDS };
static const char *const ends[ENDS] = {"BEGIN", "BEGIN IMMEDIATE", "COMMIT"};

typedef struct lite {
#define SQLITE(name) __typeof__(&name) name;
#include "store/sqlite.def"
#undef SQLITE
	sqlite3 *db;
	sqlite3_stmt *ends[ENDS]; /* of transactions; NULL: not prepared yet */
	VEC(const char *) aside; /* what makes the indexes that were set aside */
} lite;

static const char *const functions[] = {
#define SQLITE(name) #name,
#include "store/sqlite.def"
#undef SQLITE
};

/* What an error of SQLite means to us. */
static rc failed(db *d, int code, const char *what, err *e)
{
	lite *l = d->handle;

	switch (code & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return err_set(e, RC_BUSY, MSG_DB_BUSY, "sqlite %d in %s", code, what);
	case SQLITE_FULL:
		return err_set(e, RC_IO, MSG_DB_FULL, "sqlite %d in %s", code, what);
	case SQLITE_NOTADB:
		return err_set(e, RC_IO, MSG_DB_FOREIGN, "sqlite %d in %s", code, what);
	case SQLITE_CORRUPT:
		return err_set(e, RC_IO, MSG_DB_DAMAGED, "sqlite %d in %s", code, what);
	case SQLITE_READONLY:
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
		return err_set(e, RC_IO, MSG_DB_OPEN, "sqlite %d in %s", code, what);
	case SQLITE_NOMEM:
		return err_set(e, RC_NOMEM, MSG_NO_MEMORY, "sqlite in %s", what);
	default:
		return err_set(e, RC_IO, MSG_DB_FAILED, "%s: %s", what, l->sqlite3_errmsg(l->db));
	}
}

static rc script(db *d, const char *sql, err *e)
{
	lite *l = d->handle;
	int code = l->sqlite3_exec(l->db, sql, NULL, NULL, NULL);

	return code == SQLITE_OK ? RC_OK : failed(d, code, "script", e);
}

/* The folder of a new register is made, its parents are not. */
static void make_folder(db *d, const char *path)
{
	const char *slash = strrchr(path, '/');
	slice folder;

	if (slash == NULL || slash == path)
		return;
	folder = arena_printf(&d->a, "%.*s%c", (int)(slash - path), path, 0);
	(void)mkdir(folder.p, 0750);
}

/* A new register is its owner's alone, and so are its log and its shared memory: SQLite makes them
 * as the file is. Only a new one is opened here: closing another would end SQLite's own locks. */
static void make_own(const char *path)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	if (fd >= 0)
		(void)close(fd);
}

static rc number_of(db *d, const char *pragma, int *ret, err *e)
{
	lite *l = d->handle;
	sqlite3_stmt *st;
	int code = l->sqlite3_prepare_v2(l->db, pragma, -1, &st, NULL);

	if (code != SQLITE_OK)
		return failed(d, code, "open", e);
	code = l->sqlite3_step(st);
	if (code == SQLITE_ROW)
		*ret = l->sqlite3_column_int(st, 0);
	(void)l->sqlite3_finalize(st);
	return code == SQLITE_ROW ? RC_OK : failed(d, code, "open", e);
}

/* Turning to the write-ahead log is the one thing for which SQLite does not wait by itself:
 * several processes may meet at a register that is just being made. */
static rc use_log(db *d, err *e)
{
	lite *l = d->handle;

	for (int waited = 0;; waited += STEP_MS) {
		err why = {0};
		rc code = script(d, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;", &why);

		if (code != RC_BUSY || waited >= BUSY_MS) {
			if (code != RC_OK && e != NULL && e->rc == RC_OK)
				*e = why;
			return code;
		}
		(void)l->sqlite3_sleep(STEP_MS);
	}
}

/* A backup may come from anywhere: a view for a table could count for ever, and a virtual table
 * runs code of its choice. */
#define COUNT "SELECT count(*) FROM sqlite_schema WHERE "
static const char not_plain[] = COUNT
	"type NOT IN ('table', 'index') OR sql LIKE 'CREATE VIRTUAL%'";

/* A register is entered into an empty file or our own: not beside tables of another program. */
static const char of_others[] = COUNT "(" COUNT "name = 'obligation') = 0";

static rc has_none(db *d, bool backup, err *e)
{
	msg_id why = backup ? MSG_BACKUP_DAMAGED : MSG_DB_FOREIGN;
	int n = 0;
	rc code = number_of(d, backup ? not_plain : of_others, &n, e);

	return code != RC_OK || n == 0 ? code : err_set(e, RC_INPUT, why, "%d tables", n);
}

/* FAST: what was deleted is overwritten where its page is written anyway. */
#define ALWAYS                                                                                     \
	"PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA wal_autocheckpoint=4000;"       \
	"PRAGMA secure_delete=FAST; PRAGMA cache_size="
#define UNSAFELY "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF;"

/* A register is worked on in WAL with every commit on disk; a backup is one file, made by
 * one program and flushed at its end (backup.c). */
static rc prepare_file(db *d, unsigned flags, err *e)
{
	bool making = flags & DB_BACKUP_MAKE, backup = flags & (DB_BACKUP | DB_BACKUP_MAKE);
	int id = 0;
	rc code = number_of(d, "PRAGMA application_id", &id, e);

	if (code == RC_OK && flags & DB_CREATE) /* what is written costs a call a page, twice */
		code = script(d, "PRAGMA page_size=8192", e);
	if (code == RC_OK && making)
		code = script(d, UNSAFELY "PRAGMA application_id=0x4444424b", e);
	if (code == RC_OK && !making && backup != (id == BACKUP_ID))
		code = err_set(e, RC_INPUT, backup ? MSG_NOT_A_BACKUP : MSG_DB_IS_BACKUP, "id %d",
		               id);
	if (code == RC_OK && !making)
		code = has_none(d, backup, e);
	if (code == RC_OK && !making && !backup)
		code = use_log(d, e);
	d->vault_in_pieces = backup;
	return code != RC_OK ? code
	                     : script(d, flags & DB_SMALL ? ALWAYS "-6000" : ALWAYS "-32000", e);
}

static int open_how(unsigned flags)
{
	if (flags & DB_BACKUP)
		return SQLITE_OPEN_READONLY;
	return SQLITE_OPEN_READWRITE |
	       (flags & (DB_CREATE | DB_BACKUP_MAKE) ? SQLITE_OPEN_CREATE : 0);
}

static rc open_file(db *d, const char *path, unsigned flags, err *e)
{
	lite *l = arena_new(&d->a, lite);
	rc loaded = lib_load(LIB_SQLITE, functions, (void **)l, ARRAY_LEN(functions), e);
	int code;

	if (loaded != RC_OK)
		return loaded;
	if (path[0] == 0)
		return err_set(e, RC_USAGE, MSG_DB_URL, "no path");
	if (flags & DB_CREATE)
		make_folder(d, path);
	if (open_how(flags) & SQLITE_OPEN_CREATE)
		make_own(path);
	/* Nobody asks how much it has, and counting takes a lock at each block. Too late, and so
	 * refused, for all but the first register of the process. */
	(void)l->sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	code = l->sqlite3_open_v2(path, &l->db, open_how(flags) | SQLITE_OPEN_NOMUTEX, NULL);
	d->handle = l;
	d->path = arena_printf(&d->a, "%s%c", path, 0).p;
	if (code == SQLITE_CANTOPEN && !(flags & DB_CREATE))
		return err_set(e, RC_INPUT, MSG_DB_MISSING, "no file");
	if (code != SQLITE_OK)
		return failed(d, code, "open", e);
	(void)l->sqlite3_extended_result_codes(l->db, 1);
	(void)l->sqlite3_busy_timeout(l->db, BUSY_MS);
	return prepare_file(d, flags, e);
}

static void close_file(db *d)
{
	lite *l = d->handle;

	if (l == NULL)
		return;
	/* Only ours: the search tables hold statements of their own. */
	for (uint32_t i = 0; i < d->nstatements; i++)
		for (db_text *t = d->texts[i]; t != NULL; t = t->next)
			(void)l->sqlite3_finalize(t->handle);
	for (int i = 0; i < ENDS; i++)
		(void)l->sqlite3_finalize(l->ends[i]);
	(void)l->sqlite3_close(l->db);
}

static rc run_end(db *d, int which, err *e)
{
	lite *l = d->handle;
	sqlite3_stmt **st = &l->ends[which];
	int code = SQLITE_OK;

	if (*st == NULL)
		code = l->sqlite3_prepare_v3(l->db, ends[which], -1, SQLITE_PREPARE_PERSISTENT, st,
		                             NULL);
	if (code == SQLITE_OK)
		code = l->sqlite3_step(*st);
	if (*st != NULL)
		(void)l->sqlite3_reset(*st);
	return code == SQLITE_DONE ? RC_OK : failed(d, code, ends[which], e);
}

static rc begin(db *d, bool write, err *e)
{
	return run_end(d, write ? BEGIN_WRITE : BEGIN_READ, e);
}

static rc commit(db *d, err *e)
{
	return run_end(d, COMMIT, e);
}

static void rollback(db *d)
{
	lite *l = d->handle;

	/* SQLite may have rolled back by itself: a full disk, for one. */
	if (!l->sqlite3_get_autocommit(l->db))
		(void)l->sqlite3_exec(l->db, "ROLLBACK", NULL, NULL, NULL);
}

static int bind(const lite *l, sqlite3_stmt *st, int at, const db_value *x)
{
	if (x->null)
		return l->sqlite3_bind_null(st, at);
	switch (x->type) {
	case DB_TEXT:
		return l->sqlite3_bind_text64(st, at, x->s.p ? x->s.p : "", x->s.n, SQLITE_STATIC,
		                              SQLITE_UTF8);
	case DB_BLOB:
		return l->sqlite3_bind_blob64(st, at, x->s.p ? x->s.p : "", x->s.n, SQLITE_STATIC);
	default:
		return l->sqlite3_bind_int64(st, at, x->i);
	}
}

static rc walk(db *d, const db_stmt *s, sqlite3_stmt *st, db_take *take, void *ctx, err *e)
{
	lite *l = d->handle;
	db_value columns[DB_PARAMS_MAX];
	int code;

	while ((code = l->sqlite3_step(st)) == SQLITE_ROW) {
		rc taken;

		for (uint32_t i = 0; i < s->nout; i++) {
			db_value *x = &columns[i];
			int at = (int)i;

			*x = (db_value){.type = s->out[i].type};
			x->null = l->sqlite3_column_type(st, at) == SQLITE_NULL;
			if (x->type == DB_I64 || x->type == DB_BOOL)
				x->i = l->sqlite3_column_int64(st, at);
			else
				x->s = (slice){l->sqlite3_column_blob(st, at),
				               (size_t)l->sqlite3_column_bytes(st, at)};
		}
		taken = take != NULL ? take(ctx, columns, e) : RC_OK;
		if (taken != RC_OK)
			return taken;
	}
	return code == SQLITE_DONE ? RC_OK : failed(d, code, s->name, e);
}

/* What RETURNING would have said: of several rows each has the next id, as nobody else writes. */
static rc give_ids(db *d, int64_t n, db_take *take, void *ctx, err *e)
{
	lite *l = d->handle;
	db_value id = {.type = DB_I64, .i = l->sqlite3_last_insert_rowid(l->db) - n};
	rc code = RC_OK;

	for (int64_t k = 0; code == RC_OK && k < n; k++) {
		id.i++;
		code = take(ctx, &id, e);
	}
	return code;
}

static rc run(db *d, db_text *t, const db_value *in, db_take *take, void *ctx, int64_t *ret_changed,
              err *e)
{
	lite *l = d->handle;
	sqlite3_stmt *st = t->handle;
	int64_t before = l->sqlite3_total_changes64(l->db);
	int code = SQLITE_OK;
	rc done;

	if (st == NULL)
		code = l->sqlite3_prepare_v3(l->db, t->sql, -1,
		                             t->once ? 0 : SQLITE_PREPARE_PERSISTENT, &st, NULL);
	if (code != SQLITE_OK)
		return failed(d, code, t->stmt->name, e);
	/* Lines that were left out leave their numbers out. */
	for (uint32_t i = 0; code == SQLITE_OK && i < t->stmt->nin; i++)
		if ((int)i < l->sqlite3_bind_parameter_count(st))
			code = bind(l, st, (int)i + 1, &in[i]);
	done = code == SQLITE_OK ? walk(d, t->stmt, st, take, ctx, e)
	                         : failed(d, code, t->stmt->name, e);
	*ret_changed = l->sqlite3_total_changes64(l->db) - before;
	if (done == RC_OK && t->stmt->gives_id && take != NULL && !t->once)
		done = give_ids(d, *ret_changed, take, ctx, e);
	(void)l->sqlite3_reset(st);
	if (t->once)
		(void)l->sqlite3_finalize(st);
	else
		t->handle = st;
	return done;
}

static rc schema(db *d, int *ret, err *e)
{
	return number_of(d, "PRAGMA user_version", ret, e);
}

/* The index of the write-ahead log begins with its head, twice (WAL file format, 2.1); its first
 * piece is in memory as long as this connection is open, and never moves. */
static const uint64_t *heads(db *d)
{
	enum { PIECE = 32768 };
	lite *l = d->handle;
	sqlite3_file *file = NULL;
	void volatile *piece = NULL;

	if (l->sqlite3_file_control(l->db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK ||
	    file == NULL || file->pMethods == NULL || file->pMethods->iVersion < 2 ||
	    file->pMethods->xShmMap(file, 0, PIECE, 0, &piece) != SQLITE_OK)
		return NULL;
	return (const uint64_t *)(uintptr_t)piece;
}

/* The whole state of this moment: in WAL nobody waits for it. */
static rc snapshot(db *d, const char *path, err *e)
{
	lite *l = d->handle;
	sqlite3 *to = NULL;
	sqlite3_backup *b;
	int code = l->sqlite3_open_v2(path, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

	b = code == SQLITE_OK ? l->sqlite3_backup_init(to, "main", l->db, "main") : NULL;
	if (b != NULL) {
		do
			code = l->sqlite3_backup_step(b, -1);
		while (code == SQLITE_OK);
		(void)l->sqlite3_backup_finish(b);
	} else if (code == SQLITE_OK) {
		code = l->sqlite3_errcode(to);
	}
	if (code == SQLITE_DONE)
		code = l->sqlite3_exec(to, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
	(void)l->sqlite3_close(to);
	return code == SQLITE_OK ? RC_OK : failed(d, code, "snapshot", e);
}

static rc check(db *d, err *e)
{
	lite *l = d->handle;
	sqlite3_stmt *st;
	int code = l->sqlite3_prepare_v2(l->db, "PRAGMA integrity_check(1)", -1, &st, NULL);
	bool fine = false;

	if (code != SQLITE_OK)
		return failed(d, code, "check", e);
	code = l->sqlite3_step(st);
	if (code == SQLITE_ROW)
		fine = slice_eq(slice_c((const char *)l->sqlite3_column_text(st, 0)), S("ok"));
	(void)l->sqlite3_finalize(st);
	return fine ? RC_OK : err_set(e, RC_IO, MSG_DB_DAMAGED, "integrity check, sqlite %d", code);
}

/* --- a whole register at once --- */

/* In the write-ahead log one huge transaction would look for each page that it wrote before in
 * the log's whole length. A file that holds next to nothing has nothing to take back either, so
 * the old journal costs nothing; after a failure, or a crash, the file is as it was. */
static rc alone(db *d, bool begins, err *e)
{
	bool backup = d->vault_in_pieces;
	rc code = RC_OK;

	if (!backup)
		code = begins ? script(d, "PRAGMA journal_mode=DELETE", e) : use_log(d, e);
	if (code != RC_OK)
		return code;
	return script(d,
	              begins ? "PRAGMA foreign_keys=OFF; PRAGMA threads=1"
	                     : "PRAGMA foreign_keys=ON; PRAGMA threads=0",
	              e);
}

/* An index that is made at the end is sorted first; one that grows row by row, in the order of
 * another key, goes to a page of its own for each. What is unique stays. */
static rc loading(db *d, err *e)
{
	static const char ask[] = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' "
				  "AND sql LIKE 'CREATE INDEX %'";
	lite *l = d->handle;
	sqlite3_stmt *st;
	VEC(const char *) drops = {0};
	int code = l->sqlite3_prepare_v2(l->db, ask, -1, &st, NULL);
	rc done = RC_OK;

	if (code != SQLITE_OK)
		return failed(d, code, "loading", e);
	l->aside.n = 0; /* run again when it was busy */
	while ((code = l->sqlite3_step(st)) == SQLITE_ROW) {
		*VEC_PUSH(&d->a, &drops) =
			arena_printf(&d->a, "DROP INDEX %s%c", l->sqlite3_column_text(st, 0), 0).p;
		*VEC_PUSH(&d->a, &l->aside) =
			arena_printf(&d->a, "%s%c", l->sqlite3_column_text(st, 1), 0).p;
	}
	(void)l->sqlite3_finalize(st);
	if (code != SQLITE_DONE)
		return failed(d, code, "loading", e);
	for (uint32_t i = 0; done == RC_OK && i < drops.n; i++)
		done = script(d, drops.p[i], e);
	return done;
}

static rc loaded(db *d, err *e)
{
	lite *l = d->handle;
	sqlite3_stmt *st;
	rc done = RC_OK;
	int code;

	for (uint32_t i = 0; done == RC_OK && i < l->aside.n; i++)
		done = script(d, l->aside.p[i], e);
	if (done != RC_OK)
		return done;
	code = l->sqlite3_prepare_v2(l->db, "PRAGMA foreign_key_check", -1, &st, NULL);
	if (code != SQLITE_OK)
		return failed(d, code, "references", e);
	code = l->sqlite3_step(st);
	if (code == SQLITE_ROW)
		done = err_set(e, RC_IO, MSG_DB_DAMAGED, "a row of %s names none that is there",
		               l->sqlite3_column_text(st, 0));
	else if (code != SQLITE_DONE)
		done = failed(d, code, "references", e);
	(void)l->sqlite3_finalize(st);
	return done;
}

const db_driver db_sqlite = {
	.open = open_file,
	.close = close_file,
	.begin = begin,
	.commit = commit,
	.rollback = rollback,
	.script = script,
	.run = run,
	.schema = schema,
	.explain = "EXPLAIN QUERY PLAN ",
	.alone = alone,
	.loading = loading,
	.loaded = loaded,
	.snapshot = snapshot,
	.heads = heads,
	.check = check,
};
