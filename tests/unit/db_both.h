/*
 * db_both.h - run a test of the register on SQLite and on PostgreSQL.
 *
 *	static void a_duty_is_entered(void **st)
 *	{
 *		const char *url = both_url(st);     an empty register, made by DB_CREATE
 *		…
 *	}
 *	static const both_test tests[] = {BOTH(a_duty_is_entered)};
 *	int main(void) { return both_run("duty", tests, ARRAY_LEN(tests)); }
 *
 * ON_SQLITE(f), ON_PGSQL(f): of one database alone. Each test gets a folder or a PostgreSQL schema of its own, taken away after it; it may
 * open the URL as often as it likes, and closes what it opened. The server is that of
 * DONDOC_TEST_PGSQL (tests/pgsql.py); without one, that half is named as not run.
 */
#ifndef DONDOC_TEST_DB_BOTH_H
#define DONDOC_TEST_DB_BOTH_H

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/db_priv.h"

#define BOTH_VARIABLE "DONDOC_TEST_PGSQL"
enum { BOTH_MAX = 128 };

typedef struct both_test {
	const char *name;
	CMUnitTestFunction test;
	int only; /* 0: both; 1: SQLite; 2: PostgreSQL */
} both_test;
#define BOTH(f) {#f, f, 0}
#define ON_SQLITE(f) {#f, f, 1}
#define ON_PGSQL(f) {#f, f, 2}

typedef struct both_place {
	bool pgsql;
	char name[160]; /* in the summary */
	char folder[64], schema[64];
	char url[512];
} both_place;

/* both_url(), both_is_pgsql() - where this test's register is to be. */
static inline const char *both_url(void **st)
{
	return ((const both_place *)*st)->url;
}

static inline bool both_is_pgsql(void **st)
{
	return ((const both_place *)*st)->pgsql;
}

/* both_open() - the test's register with the empty schema, made when it is not there. */
static inline db *both_open(void **st)
{
	err e = {0};
	db *d = NULL;

	if (db_open(both_url(st), DB_CREATE, &d, &e) != RC_OK)
		(void)printf("# %s: %s\n", both_url(st), e.detail);
	assert_non_null(d);
	return d;
}

/* both_script() - SQL that no statement of ours would hold: to damage, to look behind. */
static inline void both_script(void **st, const char *sql)
{
	err e = {0};
	db *d = NULL;

	assert_int_equal(db_open(both_url(st), DB_ANY_SCHEMA, &d, &e), RC_OK);
	if (d->driver->script(d, sql, &e) != RC_OK)
		(void)printf("# %s\n", e.detail);
	assert_int_equal(e.rc, RC_OK);
	db_close(d);
}

static int both_setup(void **st)
{
	static unsigned count;
	both_place *p = *st;
	const char *server = getenv(BOTH_VARIABLE);

	(void)snprintf(p->folder, sizeof p->folder, "/tmp/dondoc-unit-XXXXXX");
	if (mkdtemp(p->folder) == NULL)
		return -1;
	(void)snprintf(p->schema, sizeof p->schema, "t%d_%u", (int)getpid(), ++count);
	if (p->pgsql)
		(void)snprintf(p->url, sizeof p->url, "%s%coptions=-csearch_path%%3D%s", server,
		               strchr(server, '?') != NULL ? '&' : '?', p->schema);
	else
		(void)snprintf(p->url, sizeof p->url, "sqlite:%s/a.db", p->folder);
	return 0;
}

static int both_remove(const char *path, const struct stat *s, int kind, struct FTW *at)
{
	(void)s;
	(void)kind;
	(void)at;
	return remove(path);
}

static int both_teardown(void **st)
{
	both_place *p = *st;
	char command[128];
	db *d = NULL;
	int failed = 0;

	if (p->pgsql && db_open(p->url, DB_ANY_SCHEMA, &d, NULL) == RC_OK) {
		(void)snprintf(command, sizeof command,
		               "SET lock_timeout = '5s'; DROP SCHEMA IF EXISTS %s CASCADE",
		               p->schema);
		failed = d->driver->script(d, command, NULL) != RC_OK;
		db_close(d);
	}
	return nftw(p->folder, both_remove, 8, FTW_DEPTH | FTW_PHYS) != 0 || failed ? -1 : 0;
}

/* both_run() - all tests on SQLite, then all on PostgreSQL where there is one. */
static inline int both_run(const char *group, const both_test *tests, size_t n)
{
	static struct CMUnitTest all[2 * BOTH_MAX];
	static both_place places[2 * BOTH_MAX];
	int rounds = getenv(BOTH_VARIABLE) != NULL ? 2 : 1;
	size_t k = 0;

	assert_true(n <= BOTH_MAX);
	for (int round = 1; round <= rounds; round++)
		for (size_t i = 0; i < n; i++) {
			both_place *p = &places[k];

			if (tests[i].only != 0 && tests[i].only != round)
				continue;
			p->pgsql = round == 2;
			(void)snprintf(p->name, sizeof p->name, "%s, on %s", tests[i].name,
			               p->pgsql ? "PostgreSQL" : "SQLite");
			all[k++] = (struct CMUnitTest){p->name, tests[i].test, both_setup,
			                               both_teardown, p};
		}
	if (rounds == 1)
		(void)printf("# not run: %s on PostgreSQL: no server (tests/pgsql.py run …)\n",
		             group);
	return _cmocka_run_group_tests(group, all, k, NULL, NULL);
}

#endif
