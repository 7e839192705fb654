/*
 * test_db.c - the statement layer on SQLite: every statement fits the schema, a
 * transaction is all or nothing, a newer register is left alone.
 */
#include "store/db.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "sql.h"

static char url[64];

static db *fresh(void)
{
	db *d = NULL;
	err e = {0};

	(void)unlink(url + 7);
	if (db_open(url, DB_CREATE, &d, &e) != RC_OK)
		(void)printf("# %s\n", e.detail);
	assert_non_null(d);
	return d;
}

static void every_statement_fits_the_schema(void **st)
{
	db *d = fresh();
	err e = {0};

	(void)st;
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
	db *d = fresh();
	int fail = 1;
	err e = {0};

	(void)st;
	assert_int_equal(db_write(d, put_and_fail, &fail, &e), RC_INPUT);
	assert_int_equal(e.id, MSG_NO_SUCH);
	assert_false(has_key(d));
	assert_int_equal(db_write(d, put_and_fail, NULL, NULL), RC_OK);
	assert_true(has_key(d));
	db_close(d);
}

static void a_missing_register_is_not_made_by_looking(void **st)
{
	db *d = NULL;
	err e = {0};

	(void)st;
	(void)unlink(url + 7);
	assert_int_equal(db_open(url, 0, &d, &e), RC_INPUT);
	assert_int_equal(e.id, MSG_DB_MISSING);
	assert_int_equal(access(url + 7, F_OK), -1);
	assert_int_equal(db_open("mysql:x", 0, &d, NULL), RC_USAGE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_statement_fits_the_schema),
		cmocka_unit_test(a_failed_transaction_leaves_nothing),
		cmocka_unit_test(a_missing_register_is_not_made_by_looking),
	};
	char folder[] = "/tmp/dondoc-db-XXXXXX";
	int failed;

	if (mkdtemp(folder) == NULL)
		return 1;
	(void)snprintf(url, sizeof url, "sqlite:%s/a.db", folder);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	(void)unlink(url + 7);
	(void)rmdir(folder);
	return failed;
}
