/*
 * test_second.c - secrets of the second step are sealed with a key outside of the register:
 * what was plain is sealed once, without the key nothing opens, another's opens nothing.
 */
#include "office.h"

#include <sys/stat.h>

#include "base/seal.h"
#include "register/people/people.h"
#include "register/people/second.h"

/* "12345678901234567890" in base 32, and its code at 1111111109. */
static const slice plain = S("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
static char key_path[64];

static void begin(office *o, void **st)
{
	(void)snprintf(key_path, sizeof key_path, "/tmp/dondoc-test-key-%d", (int)getpid());
	(void)unlink(key_path);
	office_begin(o, st, "2026-04-25");
	o->r.key_file = key_path;
}

static void end(office *o)
{
	(void)unlink(key_path);
	office_end(o);
}

static int64_t add_person(office *o, slice login)
{
	sql_account_by_login_row row = {0};
	bool found = false;

	assert_int_equal(people_add(&o->r,
	                            &(person_new){.login = login,
	                                          .name = S("Người Mẫu"),
	                                          .role = S("admin"),
	                                          .password = S("mat-khau-dai-12"),
	                                          .agency = DB_NULL},
	                            &o->e),
	                 RC_OK);
	assert_int_equal(sql_account_by_login(o->r.d, (sql_account_by_login_in){login}, &o->a, &row,
	                                      &found, &o->e),
	                 RC_OK);
	assert_true(found);
	return row.id;
}

static sql_second_get_row kept(office *o, int64_t account)
{
	sql_second_get_row row = {0};
	bool found = false;

	assert_int_equal(
		sql_second_get(o->r.d, (sql_second_get_in){account}, &o->a, &row, &found, &o->e),
		RC_OK);
	assert_true(found);
	return row;
}

typedef struct plain_row {
	int64_t account;
} plain_row;

static rc put_plain(db *d, void *ctx, err *e)
{
	int64_t changed;

	return sql_second_put(d, (sql_second_put_in){((plain_row *)ctx)->account, plain, true, 0},
	                      &changed, e);
}

static void what_was_plain_is_sealed_once(void **st)
{
	office o;
	plain_row x;
	slice once, open = {0};
	int64_t lost = 9;
	struct stat seen;

	begin(&o, st);
	x.account = add_person(&o, S("quantri"));
	assert_int_equal(db_write(o.r.d, put_plain, &x, &o.e), RC_OK);
	assert_int_equal(second_seal(&o.r, &lost, &o.e), RC_OK);
	assert_int_equal(lost, 0);
	once = kept(&o, x.account).secret;
	assert_true(seal_is(once) && !slice_has(once, plain));
	assert_int_equal(stat(key_path, &seen), 0);
	assert_int_equal(seen.st_mode & 0777, 0600);
	assert_int_equal(second_seal(&o.r, &lost, &o.e), RC_OK);
	assert_true(slice_eq(kept(&o, x.account).secret, once));
	assert_int_equal(seal_open(key_path,
	                           arena_printf(&o.a, "second-step:%lld", (long long)x.account),
	                           once, &o.a, &open, &o.e),
	                 RC_OK);
	assert_true(slice_eq(open, plain));
	end(&o);
}

static void without_its_key_nothing_opens(void **st)
{
	slice other = S("second-step:77"), sealed = {0}, open = {0};
	office o;
	plain_row x;
	int64_t lost = 0;

	begin(&o, st);
	x.account = add_person(&o, S("quantri"));
	assert_int_equal(db_write(o.r.d, put_plain, &x, &o.e), RC_OK);
	assert_int_equal(second_seal(&o.r, &lost, &o.e), RC_OK);
	sealed = kept(&o, x.account).secret;
	assert_int_equal(seal_open(key_path, other, sealed, &o.a, &open, &o.e), RC_INPUT);
	assert_int_equal(o.e.id, MSG_KEY_MISSING);
	assert_int_equal(unlink(key_path), 0);
	assert_int_equal(second_seal(&o.r, &lost, &o.e), RC_OK);
	assert_int_equal(lost, 1);
	assert_false(seal_has_key(key_path)); /* looking makes none */
	/* Another key is no better. */
	assert_int_equal(seal_close(key_path, other, plain, &o.a, &open, &o.e), RC_OK);
	assert_int_equal(second_seal(&o.r, &lost, &o.e), RC_OK);
	assert_int_equal(lost, 1);
	end(&o);
}

static void a_file_that_is_no_key_is_said(void **st)
{
	slice sealed;
	office o;
	FILE *f;

	begin(&o, st);
	f = fopen(key_path, "w");
	assert_non_null(f);
	(void)fputs("không phải khóa\n", f);
	(void)fclose(f);
	o.e = (err){0};
	assert_int_equal(seal_close(key_path, S("x"), plain, &o.a, &sealed, &o.e), RC_IO);
	assert_int_equal(o.e.id, MSG_KEY_BAD);
	end(&o);
}

static const both_test tests[] = {
	BOTH(what_was_plain_is_sealed_once),
	BOTH(without_its_key_nothing_opens),
	BOTH(a_file_that_is_no_key_is_said),
};

int main(void)
{
	if (office_open_tables() != 0)
		return 1;
	return both_run("second", tests, ARRAY_LEN(tests));
}
