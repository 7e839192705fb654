/*
 * db.h - the statement layer: named statements, run on SQLite or on PostgreSQL.
 *
 * Statements stand in store/sql; tools/sqlc.py makes from each a typed function
 * sql_NAME() in "sql.h", and those are what the register calls. Here is what they stand
 * on: opening, transactions, rows. SQL in any other C file fails the build's tests.
 *
 * A register is one SQLite file or one PostgreSQL schema. Both behave alike: one
 * transaction writes at a time (SQLite's own rule; on PostgreSQL the head of the log is
 * locked first, docs/adr/0007), so what a transaction reads stays true until it ends.
 * Not for several threads: each opens its own.
 */
#ifndef DONDOC_STORE_DB_H
#define DONDOC_STORE_DB_H

#include "base/arena.h"
#include "base/err.h"
#include "model/viewer.h"

typedef struct db db;
typedef struct db_stmt db_stmt;

/* "not there" for an i64 that may be null; a text that is null has p NULL. */
#define DB_NULL INT64_MIN

/* The shape of every VEC of rows. */
typedef struct db_rows {
	void *p;
	uint32_t n, cap;
} db_rows;

enum db_open_flag {
	DB_CREATE = 1, /* make an empty register when there is none */
	DB_ANY_SCHEMA = 2, /* neither compare the schema nor migrate */
	DB_BACKUP = 4,     /* a backup (backup.h), only to be read */
	DB_BACKUP_MAKE = 8, /* a backup that is being made; an SQLite file only */
	DB_SMALL = 16,      /* one connection of many in a process: it keeps few pages */
};

/* db_open() - "sqlite:PATH" or "postgresql://…". An older schema is migrated forward,
 * in one transaction. MSG_DB_URL, MSG_DB_MISSING (without DB_CREATE), MSG_DB_OPEN,
 * MSG_DB_NEWER: the register is of a newer program; nothing was changed. MSG_DB_IS_BACKUP,
 * MSG_NOT_A_BACKUP: what is there is the other thing.
 * db_close() gives everything back, NULL is fine. */
MUST_CHECK rc db_open(const char *url, unsigned flags, db **ret, err *e);
void db_close(db *d);

/* db_schema_newest() - the schema that this program makes and knows. */
int db_schema_newest(void);

/* db_is_pgsql() - which of the two it is. */
bool db_is_pgsql(const db *d);

/* db_path() - the file of an SQLite register; NULL for PostgreSQL. */
const char *db_path(const db *d);

/* db_write() - run `work` as one transaction: all of it or nothing. When the database
 * was busy, `work` is run again from its beginning (RC_BUSY never reaches the caller
 * before ten seconds have gone), so it must not keep what an earlier run made. When
 * this returns RC_OK the change is on disk. */
typedef rc db_work(db *d, void *ctx, err *e);
MUST_CHECK rc db_write(db *d, db_work *work, void *ctx, err *e);

/* db_read() - run `work` on one unchanging state of the register, writing nothing. Inside
 * another one, or inside db_write(), it is part of that. */
MUST_CHECK rc db_read(db *d, db_work *work, void *ctx, err *e);

/* db_begin_batch() - the same as a span of calls, for importing: many documents reach the
 * disk together. db_end_batch() ends it; with keep false nothing of it remains. */
MUST_CHECK rc db_begin_batch(db *d, err *e);
MUST_CHECK rc db_end_batch(db *d, bool keep, err *e);

/* db_log_begin() - many large transactions will follow one another: until db_close() a thread of
 * its own moves what they committed from SQLite's log into the file. Nothing is less safe. Again,
 * or on PostgreSQL: nothing. */
void db_log_begin(db *d);

/* db_on_begin() - run `work` first in every transaction that writes, from now on: for what is
 * kept in memory and another process may have changed. It must cost next to nothing. */
void db_on_begin(db *d, db_work *work, void *ctx);

/* db_on_end() - run `work` last in every transaction that writes and is to be kept, from now on:
 * for what is written together. When it fails, nothing of the transaction remains. */
void db_on_end(db *d, db_work *work, void *ctx);

/* db_watch_of() - what tells of every commit of every process, good until db_close(); NULL on
 * PostgreSQL, which has nothing that costs nothing. db_word() - the state of the register in
 * DB_WORD numbers: after a commit they are others. What is read later shows that state or a
 * newer one. From any thread, a tenth of a microsecond. False: somebody commits just now. */
enum { DB_WORD = 6 };
typedef struct db_watch db_watch;
const db_watch *db_watch_of(db *d);
bool db_word(const db_watch *w, uint64_t ret[DB_WORD]);

/* db_in_write() - are we inside db_write()? For asserts. */
bool db_in_write(const db *d);

/* db_exec(), db_one(), db_many(), db_each() - what the functions of sql.h call. Texts
 * and rows live on `a`. ret_changed: how many rows, NULL where nobody asks. ret_found: is there
 * a row; NULL where there must be one: MSG_NO_SUCH if not. db_each() calls `each` a row at a
 * time; what the row points to is good until it returns; an error of `each` ends the walk and
 * is returned. */
MUST_CHECK rc db_exec(db *d, const db_stmt *s, const viewer *v, const void *in,
                      int64_t *ret_changed, err *e);
MUST_CHECK rc db_one(db *d, const db_stmt *s, const viewer *v, const void *in, arena *a, void *ret,
                     bool *ret_found, err *e);
MUST_CHECK rc db_many(db *d, const db_stmt *s, const viewer *v, const void *in, arena *a,
                      db_rows *ret, err *e);

/* db_put_rows() - put n rows in by `one`, as many at once as `many` takes: what sql_NAME_rows() calls.
 * `rows` are n structs of `one`. ret_ids: the id of each; NULL where it has none, or nobody asks. */
MUST_CHECK rc db_put_rows(db *d, const db_stmt *one, const db_stmt *many, const void *rows,
                          uint32_t n, int64_t *ret_ids, err *e);
typedef rc db_each_row(void *ctx, const void *row, err *e);
MUST_CHECK rc db_each(db *d, const db_stmt *s, const viewer *v, const void *in, db_each_row *each,
                      void *ctx, err *e);

/* db_column_at() - the i-th column of a statement's rows; false at the end. db_row_size() - how
 * many bytes a row has; db_stmt_name() - "duty_table". For what shows any row: the API and its description. */
typedef struct db_column {
	const char *name;
	size_t at;
	enum { DB_COLUMN_I64, DB_COLUMN_TEXT, DB_COLUMN_BLOB, DB_COLUMN_BOOL } type;
	bool null;
} db_column;
bool db_column_at(const db_stmt *s, uint32_t i, db_column *ret);
size_t db_row_size(const db_stmt *s);
slice db_stmt_name(const db_stmt *s);

/* db_prepare_all() - prepare every statement of the program, with every optional line:
 * one that does not fit the schema fails here. For tests. */
MUST_CHECK rc db_prepare_all(db *d, err *e);

/* db_explain() - the plan of a statement with these optional lines and this order, on `a`. */
MUST_CHECK rc db_explain(db *d, const db_stmt *s, uint64_t given, int sort, arena *a, slice *ret,
                         err *e);

#endif
