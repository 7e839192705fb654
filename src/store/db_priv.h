/*
 * db_priv.h - between the statement layer, its two drivers and the generated tables.
 */
#ifndef DONDOC_STORE_DB_PRIV_H
#define DONDOC_STORE_DB_PRIV_H

#include "base/strbuf.h"
#include "store/db.h"

enum db_kind { DB_SQLITE, DB_PGSQL };
enum db_type { DB_I64, DB_TEXT, DB_BLOB, DB_BOOL };

/* Tables of thousands of rows hold no pointers: each page of those would be written to
 * before main() of every run.
 * Where a parameter or column stands in its struct; or which part of the viewer it is. */
typedef struct db_field {
	uint16_t at;
	uint8_t type;
	bool null;
	char name[24];
} db_field;
#define DB_VIEWER_ALL UINT16_MAX
#define DB_VIEWER_AGENCY (UINT16_MAX - 1)

typedef struct db_piece {
	uint32_t text[2]; /* where in db_piece_texts, by db_kind */
	int16_t opt;      /* stands only when this parameter is given; -1: always */
	int16_t sort;     /* stands only for this order; -1: always */
} db_piece;
extern const char db_piece_texts[]; /* each ends with a NUL */

struct db_stmt {
	const char *name;
	uint32_t number; /* index into sql_statements */
	const db_piece *pieces;
	uint32_t npieces;
	const db_field *in;
	uint32_t nin;
	const db_field *out;
	uint32_t nout;
	size_t row_size;
	size_t sort_at; /* of the int in the struct of parameters */
	uint32_t nsorts;
	bool gives_id; /* its one column is the id of each row that it puts in */
	size_t in_size;
};

typedef struct db_migration {
	int number;
	const char *text[2];
} db_migration;
extern const db_migration db_migrations[];
extern const size_t db_nmigrations;

/* A table as it is copied: `read` takes the keys after which to go on, and how many rows;
 * a row of it is what `write` takes. counted: the database gives out its ids. */
typedef struct db_table {
	const char *name;
	const db_stmt *read, *write;
	uint32_t nkeys;
	bool counted;
} db_table;
extern const db_table db_tables[];
extern const size_t db_ntables;

typedef struct db_value {
	bool null;
	uint8_t type;
	int64_t i;
	slice s;
} db_value;

/* A statement as one text, made once for each set of optional lines and order. */
typedef struct db_text {
	struct db_text *next; /* of the same statement */
	uint64_t given;
	int sort;
	const char *sql; /* NUL-terminated, on the db's arena */
	const db_stmt *stmt;
	void *handle; /* the driver's own; NULL: not prepared yet */
	bool once;    /* not worth preparing */
} db_text;
enum { DB_PARAMS_MAX = 256 };

/* A row of columns in the order of the statement; good until it returns. */
typedef rc db_take(void *ctx, const db_value *columns, err *e);

typedef struct db_driver {
	rc (*open)(db *d, const char *where, unsigned flags, err *e);
	void (*close)(db *d);
	rc (*begin)(db *d, bool write, err *e);
	rc (*commit)(db *d, err *e);
	void (*rollback)(db *d);
	/* several statements without parameters or rows */
	rc (*script)(db *d, const char *sql, err *e);
	rc (*run)(db *d, db_text *t, const db_value *in, db_take *take, void *ctx,
	          int64_t *ret_changed, err *e);
	/* the number the migrations left, 0 for an empty database */
	rc (*schema)(db *d, int *ret, err *e);
	/* many rows of one INSERT: begun, each row, ended; NULL: run() for each */
	rc (*load_begin)(db *d, const char *table, const db_stmt *s, err *e);
	rc (*load_row)(db *d, const db_stmt *s, const db_value *in, err *e);
	rc (*load_end)(db *d, bool keep, err *e);
	/* around the transaction that puts a whole register in: nobody else is there meanwhile;
	 * ended even where it could not begin. NULL: nothing to do */
	rc (*alone)(db *d, bool begins, err *e);
	/* in it, before rows come in any order, and after all of them are there: indexes are set
	 * aside and made again, references are checked at the end */
	rc (*loading)(db *d, err *e);
	rc (*loaded)(db *d, err *e);
	const char *explain; /* what goes before a statement */
	/* the ids that the database gives out begin after the greatest; NULL: they do so */
	rc (*counted)(db *d, const char *table, const char *key, err *e);
	/* one state of all of it as a new file; NULL: row by row (copy.h) */
	rc (*snapshot)(db *d, const char *path, err *e);
	/* two equal heads of DB_WORD numbers, written anew with each commit of anybody; they differ
	 * while that is being done. NULL: there are none */
	const uint64_t *(*heads)(db *d);
	/* MSG_DB_DAMAGED when what is stored does not fit together; NULL: not asked */
	rc (*check)(db *d, err *e);
} db_driver;
extern const db_driver db_sqlite, db_pgsql;

/* Originals that a transaction wrote beside an SQLite register (vault_files.c). */
typedef struct vault_file {
	const char *path;
	bool made; /* by this transaction: it was not there before */
} vault_file;
typedef struct vault_pending {
	arena a;
	VEC(vault_file) files;
} vault_pending;

/* A thread that empties the log of a file (db_log.c). */
typedef struct db_log db_log;

enum db_state { DB_IDLE, DB_READING, DB_WRITING };

struct db {
	enum db_kind kind;
	const db_driver *driver;
	void *handle; /* sqlite3 * or the driver's own struct */
	const char *path;
	enum db_state state;
	bool lost; /* the connection broke: open it again before the next transaction */
	arena a;
	db_text **texts; /* by number of the statement */
	uint32_t nstatements;
	bool vault_in_pieces; /* originals are rows; else files */
	vault_pending vault;
	db_work *begun; /* db_on_begin(); NULL: nothing */
	void *begun_ctx;
	db_work *ending; /* db_on_end() */
	void *ending_ctx;
	db_log *log; /* db_log_begin(); NULL: none */
};

/* db_text_of() - the text with these optional lines and this order. */
db_text *db_text_of(db *d, const db_stmt *s, uint64_t given, int sort);

/* db_load_begin() - put rows of `s`, one INSERT into all columns of `table`, as quickly as
 * the database can. Until db_load_end() nothing else may be asked of it; what one row did
 * wrong may be told only there. With keep false the transaction is to be rolled back. */
MUST_CHECK rc db_load_begin(db *d, const char *table, const db_stmt *s, err *e);
MUST_CHECK rc db_load_row(db *d, const db_stmt *s, const void *in, err *e);
MUST_CHECK rc db_load_end(db *d, bool keep, err *e);

/* db_is_optional() - do lines of the statement hang on this parameter? */
bool db_is_optional(const db_stmt *s, uint32_t param);

/* vault_settle() - what this transaction wrote beside the database is on disk.
 * vault_forget() - the transaction is over; `undo`: take away what it wrote. */
MUST_CHECK rc vault_settle(db *d, err *e);
void vault_forget(db *d, bool undo);

/* db_log_committed() - a transaction is in the log; db_log_end() - no more will come. Both do
 * nothing where db_log_begin() did nothing. */
void db_log_committed(db *d);
void db_log_end(db *d);

/* db_migrate() - compare the schema, take it forward when it is older. */
MUST_CHECK rc db_migrate(db *d, unsigned flags, err *e);

#endif
