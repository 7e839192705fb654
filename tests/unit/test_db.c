/*
 * test_db.c - the statement layer on both databases: every statement fits the schema, a
 * transaction is all or nothing, a register is not made by looking for one.
 */
#include "store/db.h"

#include <sys/stat.h>

#include "sql.h"

#include "db_both.h"

static void every_statement_fits_the_schema(void **st)
{
	db *d = both_open(st);
	err e = {0};

	if (db_prepare_all(d, &e) != RC_OK)
		(void)printf("# %s\n", e.detail);
	assert_int_equal(e.rc, RC_OK);
	db_close(d);
}

static rc put_and_fail(db *d, void *ctx, err *e)
{
	int64_t changed;
	rc code = sql_setting_put(d, (sql_setting_put_in){S("k"), S("v")}, &changed, e);

	assert_int_equal(code, RC_OK);
	return ctx != NULL ? err_set(e, RC_INPUT, MSG_NO_SUCH, "on purpose") : RC_OK;
}

static bool has_key(db *d)
{
	sql_setting_get_row row;
	bool found;
	arena a;

	arena_init(&a, NULL, 0);
	assert_int_equal(sql_setting_get(d, (sql_setting_get_in){S("k")}, &a, &row, &found, NULL),
	                 RC_OK);
	arena_done(&a);
	return found;
}

static void a_failed_transaction_leaves_nothing(void **st)
{
	db *d = both_open(st);
	int fail = 1;
	err e = {0};

	assert_int_equal(db_write(d, put_and_fail, &fail, &e), RC_INPUT);
	assert_int_equal(e.id, MSG_NO_SUCH);
	assert_false(has_key(d));
	assert_int_equal(db_write(d, put_and_fail, NULL, NULL), RC_OK);
	assert_true(has_key(d));
	db_close(d);
}

enum { ROWS = 21 }; /* two statements of eight, and five */

static rc put_rows(db *d, void *ctx, err *e)
{
	static char pubs[ROWS][2];
	sql_assignment_put_in rows[ROWS];
	sql_party_put_in parties[ROWS];
	const int64_t *unknown = ctx;
	int64_t ids[ROWS];
	rc code;

	for (uint32_t i = 0; i < ROWS; i++) {
		memcpy(pubs[i], (char[]){'p', (char)('a' + i)}, 2);
		rows[i] = (sql_assignment_put_in){.pub = {pubs[i], 2},
		                                  .document = DB_NULL,
		                                  .reading = DB_NULL,
		                                  .position = i,
		                                  .action = {pubs[i], 2},
		                                  .at = DB_NULL,
		                                  .len = DB_NULL,
		                                  .due = DB_NULL};
	}
	code = sql_assignment_put_rows(d, rows, ROWS, ids, e);
	for (uint32_t i = 0; code == RC_OK && i < ROWS; i++) {
		sql_assignment_get_row got;
		bool found = false;
		arena a;

		parties[i] = (sql_party_put_in){.assignment = ids[i],
		                                .agency = DB_NULL,
		                                .group_id = DB_NULL,
		                                .at = DB_NULL,
		                                .len = DB_NULL};
		arena_init(&a, NULL, 0);
		code = sql_assignment_get(d, (sql_assignment_get_in){ids[i]}, &a, &got, &found, e);
		assert_true(code == RC_OK && found && slice_eq(got.pub, rows[i].pub));
		arena_done(&a);
	}
	if (code == RC_OK && unknown != NULL)
		parties[ROWS / 2].assignment = *unknown;
	return code == RC_OK ? sql_party_put_rows(d, parties, ROWS, NULL, e) : code;
}

static void rows_come_in_together_or_not_at_all(void **st)
{
	db *d = both_open(st);
	int64_t unknown = 1000000;

	assert_int_not_equal(db_write(d, put_rows, &unknown, NULL), RC_OK);
	/* had one of them stayed, its id would be there twice */
	assert_int_equal(db_write(d, put_rows, NULL, NULL), RC_OK);
	assert_int_not_equal(db_write(d, put_rows, NULL, NULL), RC_OK);
	db_close(d);
}

static void a_missing_register_is_not_made_by_looking(void **st)
{
	db *d = NULL;

	for (int i = 0; i < 2; i++) {
		err e = {0};

		assert_int_equal(db_open(both_url(st), 0, &d, &e), RC_INPUT);
		assert_int_equal(e.id, MSG_DB_MISSING);
	}
	assert_int_equal(db_open("mysql:x", 0, &d, NULL), RC_USAGE);
}

static rc put_letter(db *d, void *ctx, err *e)
{
	return sql_setting_put(d, (sql_setting_put_in){S("k"), {ctx, 1}}, NULL, e);
}

/* Each commit, by this connection, by another one, after the log went into the file. */
static void every_commit_changes_the_word(void **st)
{
	enum { COMMITS = 12 };
	db *d = both_open(st), *other = NULL;
	const db_watch *w = db_watch_of(d);
	uint64_t seen[COMMITS][DB_WORD], now[DB_WORD];
	char letter = 'a';

	assert_int_equal(db_open(both_url(st), 0, &other, NULL), RC_OK);
	assert_int_equal(w == NULL, db_is_pgsql(d));
	for (int i = 0; w != NULL && i < COMMITS; i++) {
		db *by = i % 2 ? other : d;

		assert_true(db_word(w, seen[i]));
		assert_true(has_key(by) == (i > 0));
		assert_true(db_word(w, now));
		assert_memory_equal(seen[i], now, sizeof now);
		for (int k = 0; k < i; k++)
			assert_memory_not_equal(now, seen[k], sizeof now);
		letter++;
		assert_int_equal(db_write(by, put_letter, &letter, NULL), RC_OK);
		if (i % 4 == 3) /* the next one begins the log anew */
			both_script(st, "PRAGMA wal_checkpoint(RESTART)");
	}
	db_close(other);
	db_close(d);
}

/* With the thread that empties the log, begun twice: all that was committed is there, by another
 * connection and after a new beginning. */
static void many_transactions_go_into_the_file(void **st)
{
	enum { MANY = 200 };
	db *d = both_open(st), *other = NULL;

	db_log_begin(d);
	db_log_begin(d);
	for (int i = 0; i < MANY; i++)
		assert_int_equal(db_write(d, put_and_fail, NULL, NULL), RC_OK);
	assert_int_equal(db_open(both_url(st), 0, &other, NULL), RC_OK);
	assert_true(has_key(other));
	db_close(other);
	db_close(d);
	assert_int_equal(db_open(both_url(st), 0, &d, NULL), RC_OK);
	assert_true(has_key(d));
	db_close(d);
}

static rc put_large(db *d, void *ctx, err *e)
{
	int64_t changed;

	return sql_setting_put(d, (sql_setting_put_in){S("large"), *(const slice *)ctx}, &changed,
	                       e);
}

/* Another connection is there, so closing moves nothing, and the writer itself would only at
 * 256 MB: what is in the file was moved by the thread, while we go on. */
static void the_log_is_emptied_beside_the_writer(void **st)
{
	enum { LARGE = 1 << 20, TRIES = 20000 };
	db *d = both_open(st), *other = both_open(st);
	struct stat file = {0};
	arena a;
	slice large;

	arena_init(&a, NULL, 0);
	large = (slice){arena_array(&a, char, LARGE), LARGE};
	memset((char *)large.p, 'x', LARGE);
	db_log_begin(d);
	assert_int_equal(db_write(d, put_large, &large, NULL), RC_OK);
	for (int i = 0; file.st_size < LARGE && i < TRIES; i++) {
		assert_int_equal(db_write(d, put_and_fail, NULL, NULL), RC_OK);
		assert_int_equal(stat(db_path(d), &file), 0);
	}
	assert_true(file.st_size >= LARGE);
	db_close(d);
	db_close(other);
	arena_done(&a);
}

static const both_test tests[] = {
	ON_SQLITE(the_log_is_emptied_beside_the_writer), BOTH(every_commit_changes_the_word),
	BOTH(many_transactions_go_into_the_file),        BOTH(every_statement_fits_the_schema),
	BOTH(a_failed_transaction_leaves_nothing),       BOTH(rows_come_in_together_or_not_at_all),
	BOTH(a_missing_register_is_not_made_by_looking),
};

int main(void)
{
	return both_run("db", tests, ARRAY_LEN(tests));
}
