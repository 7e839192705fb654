/*
 * test_fault.c - disks that fail, disks that are full, connections that break: the error is
 * clear, what was acknowledged is there, what was not is there whole or not at all, and the
 * register goes on when the trouble is over.
 */
#include <string.h>

#include "fault_vfs.h"

#include "base/hash.h"
#include "register/event.h"
#include "register/proof.h"
#include "store/vault.h"

#include "db_both.h"

enum { NOW = 1776733200, CHANGES = 6, TEXT = 9000 };

typedef struct scene {
	reg r;
	int n;           /* of the change that is made */
	int acked;       /* changes that were acknowledged */
	const char *url; /* to break the connection by another one */
	void **st;
} scene;

/* A change of several rows and a file: some kilobytes, so that several pages are written. */
static rc change(db *d, void *ctx, err *e)
{
	static char text[TEXT];
	scene *s = ctx;
	char key[16], hash[HASH_HEX + 1];
	slice bytes = {text, sizeof text};
	int64_t changed;
	rc code;

	memset(text, 'a' + s->n % 26, sizeof text);
	(void)snprintf(key, sizeof key, "key-%d", s->n);
	hash_sha256(&bytes, 1, hash);
	code = sql_setting_put(d, (sql_setting_put_in){slice_c(key), bytes}, &changed, e);
	if (code == RC_OK && s->n == 2)
		code = vault_put(d, slice_c(hash), bytes, e);
	return code == RC_OK ? event_add(&s->r, "change", "setting", s->n, (slice){0}, e) : code;
}

static rc open_at(scene *s, err *e)
{
	return reg_open(&s->r, s->url, DB_CREATE, viewer_operator(), NOW, NULL, (slice){0}, e);
}

/* Open a new register and change it until something fails. */
static rc play(scene *s, err *e)
{
	rc code = open_at(s, e);

	for (s->n = 1; code == RC_OK && s->n <= CHANGES; s->n++) {
		code = db_write(s->r.d, change, s, e);
		if (code == RC_OK)
			s->acked = s->n;
	}
	reg_close(&s->r);
	return code;
}

static bool has(reg *r, int n)
{
	char key[16];
	sql_setting_get_row row;
	bool found;
	arena a;

	arena_init(&a, NULL, 0);
	(void)snprintf(key, sizeof key, "key-%d", n);
	assert_int_equal(
		sql_setting_get(r->d, (sql_setting_get_in){slice_c(key)}, &a, &row, &found, NULL),
		RC_OK);
	assert_true(!found || row.value.n == TEXT);
	arena_done(&a);
	return found;
}

static void assert_whole(scene *s, err *e)
{
	arena a;
	proof p;

	arena_init(&a, NULL, 0);
	if (proof_of(&s->r, (slice){0}, &a, &p, e) != RC_OK)
		fail_msg("%s: %s", msg_code(e->id), e->detail);
	arena_done(&a);
}

/* The trouble is over: what is there, and does it go on? */
static void assert_nothing_lost(scene *s)
{
	err e = {0};

	if (open_at(s, &e) != RC_OK)
		fail_msg("does not open: %s %s", msg_code(e.id), e.detail);
	assert_whole(s, &e);
	for (int n = 1; n <= CHANGES; n++) {
		if (n <= s->acked)
			assert_true(has(&s->r, n));
		else if (n > s->acked + 1) /* the one that failed may have got there */
			assert_false(has(&s->r, n));
	}
	s->n = CHANGES + 1;
	if (db_write(s->r.d, change, s, &e) != RC_OK)
		fail_msg("does not go on: %s %s", msg_code(e.id), e.detail);
	assert_whole(s, &e);
	reg_close(&s->r);
}

static void assert_clear(const err *e)
{
	static const msg_id clear[] = {MSG_DB_FAILED, MSG_DB_FULL, MSG_DB_OPEN, MSG_DB_BUSY};

	for (size_t i = 0; i < ARRAY_LEN(clear); i++)
		if (e->id == clear[i] && (!fault.full || e->id == MSG_DB_FULL ||
		                          e->id == MSG_DB_OPEN || e->id == MSG_DB_FAILED))
			return;
	fail_msg("unclear: %s: %s", msg_code(e->id), e->detail);
}

static void forget_register(const char *url)
{
	char command[200];

	for (const char *const *end = (const char *const[]){"", "-wal", "-shm", NULL}; *end;
	     end++) {
		(void)snprintf(command, sizeof command, "%s%s", url + sizeof "sqlite:" - 1, *end);
		(void)unlink(command);
	}
}

/* The first, second, third … call that changes the disk fails, until none does; later ones
 * are tried less often, or it would take minutes. */
static void strike_everywhere(void **st, bool full, bool for_ever)
{
	int n = 0;

	for (;; n += 1 + n / 24) {
		scene s = {.url = both_url(st)};
		err e = {0};
		rc code;

		forget_register(s.url);
		fault = (fault_disk){.left = n, .full = full, .for_ever = for_ever};
		code = play(&s, &e);
		if (fault.struck == 0) {
			assert_int_equal(code, RC_OK);
			fault.left = -1;
			break;
		}
		if (code != RC_OK)
			assert_clear(&e);
		fault = (fault_disk){.left = -1};
		assert_nothing_lost(&s);
	}
	assert_true(n > 30);
}

static void a_write_that_fails_once_loses_nothing(void **st)
{
	strike_everywhere(st, false, false);
}

static void a_disk_that_stays_broken_loses_nothing(void **st)
{
	strike_everywhere(st, false, true);
}

static void a_disk_that_is_full_loses_nothing(void **st)
{
	strike_everywhere(st, true, true);
}

static void a_file_that_may_not_grow_is_full(void **st)
{
	scene s = {.url = both_url(st)};
	err e = {0};
	rc code = RC_OK;

	assert_int_equal(open_at(&s, &e), RC_OK);
	assert_int_equal(s.r.d->driver->script(s.r.d, "PRAGMA max_page_count = 180", &e), RC_OK);
	for (s.n = 1; code == RC_OK && s.n < 200; s.n++) {
		code = db_write(s.r.d, change, &s, &e);
		s.acked += code == RC_OK;
	}
	assert_int_equal(e.id, MSG_DB_FULL);
	assert_true(s.acked > 0);
	for (int n = 1; n <= s.acked; n++)
		assert_true(has(&s.r, n));
	assert_false(has(&s.r, s.acked + 1));
	memset(&e, 0, sizeof e);
	assert_whole(&s, &e);
	assert_int_equal(s.r.d->driver->script(s.r.d, "PRAGMA max_page_count = 100000", &e), RC_OK);
	s.n = s.acked + 1;
	assert_int_equal(db_write(s.r.d, change, &s, &e), RC_OK);
	reg_close(&s.r);
}

/* --- PostgreSQL --- */

static rc note_who_i_am(db *d, void *ctx, err *e)
{
	(void)ctx;
	return d->driver->script(d, "CREATE TABLE me AS SELECT pg_backend_pid() AS pid", e);
}

static void break_connection(void **st)
{
	both_script(st, "SELECT pg_terminate_backend(pid, 5000) FROM me");
}

static rc change_and_lose(db *d, void *ctx, err *e)
{
	scene *s = ctx;
	rc code = change(d, s, e);

	break_connection(s->st);
	return code;
}

static rc lose_and_change(db *d, void *ctx, err *e)
{
	scene *s = ctx;

	break_connection(s->st);
	return change(d, s, e);
}

static void lose(void **st, db_work *how)
{
	scene s = {.url = both_url(st), .st = st, .n = 1};
	err e = {0}, none = {0};

	assert_int_equal(open_at(&s, &e), RC_OK);
	assert_int_equal(db_write(s.r.d, note_who_i_am, NULL, &e), RC_OK);
	assert_int_equal(db_write(s.r.d, change, &s, &e), RC_OK);
	s.n = 2;
	assert_int_equal(db_write(s.r.d, how, &s, &e), RC_IO);
	assert_int_equal(e.id, MSG_DB_LOST);
	assert_false(has(&s.r, 2)); /* the connection comes back by itself */
	assert_int_equal(db_write(s.r.d, change, &s, &none), RC_OK);
	assert_true(has(&s.r, 1));
	assert_true(has(&s.r, 2));
	assert_whole(&s, &none);
	reg_close(&s.r);
}

static void a_connection_lost_at_work_is_told(void **st)
{
	lose(st, lose_and_change);
}

static void a_connection_lost_before_commit_is_told(void **st)
{
	lose(st, change_and_lose);
}

static void a_connection_lost_at_rest_is_not_noticed(void **st)
{
	scene s = {.url = both_url(st), .st = st, .n = 1};
	err e = {0};

	assert_int_equal(open_at(&s, &e), RC_OK);
	assert_int_equal(db_write(s.r.d, note_who_i_am, NULL, &e), RC_OK);
	break_connection(st);
	assert_int_equal(db_write(s.r.d, change, &s, &e), RC_OK);
	assert_whole(&s, &e);
	reg_close(&s.r);
}

static void a_server_without_room_is_full(void **st)
{
	scene s = {.url = both_url(st), .n = 1};
	err e = {0};

	assert_int_equal(open_at(&s, &e), RC_OK);
	both_script(st, "CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
	                "RAISE EXCEPTION USING ERRCODE = '53100'; END $$;"
	                "CREATE TRIGGER no_room BEFORE INSERT ON event EXECUTE FUNCTION no_room()");
	assert_int_equal(db_write(s.r.d, change, &s, &e), RC_IO);
	assert_int_equal(e.id, MSG_DB_FULL);
	assert_false(has(&s.r, 1));
	both_script(st, "DROP TRIGGER no_room ON event");
	memset(&e, 0, sizeof e);
	assert_int_equal(db_write(s.r.d, change, &s, &e), RC_OK);
	assert_whole(&s, &e);
	reg_close(&s.r);
}

static const both_test tests[] = {
	ON_SQLITE(a_write_that_fails_once_loses_nothing),
	ON_SQLITE(a_disk_that_stays_broken_loses_nothing),
	ON_SQLITE(a_disk_that_is_full_loses_nothing),
	ON_SQLITE(a_file_that_may_not_grow_is_full),
	ON_PGSQL(a_connection_lost_at_work_is_told),
	ON_PGSQL(a_connection_lost_before_commit_is_told),
	ON_PGSQL(a_connection_lost_at_rest_is_not_noticed),
	ON_PGSQL(a_server_without_room_is_full),
};

int main(void)
{
	fault_install();
	return both_run("fault", tests, ARRAY_LEN(tests));
}
