/*
 * test_vault.c - originals by their hash: kept once, gone with a failed transaction, read
 * back as they came, and never handed out when they are not.
 */
#include "store/vault.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/hash.h"

#include "db_both.h"

typedef struct original {
	slice bytes;
	char hash[HASH_HEX + 1];
	bool fail; /* the transaction, after it was kept */
} original;

static original original_of(slice bytes)
{
	original o = {.bytes = bytes};

	hash_sha256(&bytes, 1, o.hash);
	return o;
}

/* So long that beside SQLite it is a file. */
static slice as_file(slice head)
{
	static char room[2][70000];
	static int turn;
	char *p = room[turn++ % 2];

	memset(p, 'x', sizeof room[0]);
	slice_copy(p, head);
	return (slice){p, sizeof room[0]};
}

static rc put(db *d, void *ctx, err *e)
{
	original *o = ctx;
	rc code = vault_put(d, slice_c(o->hash), o->bytes, e);

	return code == RC_OK && o->fail ? err_set(e, RC_INPUT, MSG_NO_SUCH, "on purpose") : code;
}

static rc read_back(db *d, const original *o, arena *a, slice *ret, err *e)
{
	return vault_read(d, slice_c(o->hash), a, ret, e);
}

static void assert_same(db *d, const original *o)
{
	slice got = {0};
	arena a;

	arena_init(&a, NULL, 0);
	assert_int_equal(read_back(d, o, &a, &got, NULL), RC_OK);
	assert_true(slice_eq(got, o->bytes));
	arena_done(&a);
}

static msg_id error_of_reading(db *d, const original *o)
{
	slice got;
	err e = {0};
	arena a;

	arena_init(&a, NULL, 0);
	assert_int_not_equal(read_back(d, o, &a, &got, &e), RC_OK);
	arena_done(&a);
	return e.id;
}

static void file_of(const db *d, const original *o, char *to, size_t n)
{
	(void)snprintf(to, n, "%s.vault/%.2s/%s", db_path(d), o->hash, o->hash + 2);
}

static void what_was_kept_is_read_back(void **st)
{
	static char large[2 * 1024 * 1024 + 3]; /* two pieces and a bit */
	db *d = both_open(st);
	original few[] = {
		original_of(S("")),
		original_of(S("Kính gửi: Sở Nội vụ")),
		original_of((slice){"\0\x01\xff'\\x", 6}),
		original_of((slice){large, sizeof large}),
	};

	for (size_t i = 0; i < ARRAY_LEN(few); i++)
		assert_int_equal(db_write(d, put, &few[i], NULL), RC_OK);
	for (size_t i = 0; i < ARRAY_LEN(few); i++)
		assert_int_equal(db_write(d, put, &few[i], NULL), RC_OK); /* again: nothing new */
	for (size_t i = 0; i < ARRAY_LEN(few); i++)
		assert_same(d, &few[i]);
	db_close(d);
}

static void what_was_never_kept_is_missing(void **st)
{
	db *d = both_open(st);
	original o = original_of(S("x"));

	assert_int_equal(error_of_reading(d, &o), MSG_ORIGINAL_MISSING);
	(void)snprintf(o.hash, sizeof o.hash, "../../etc/passwd");
	assert_int_equal(error_of_reading(d, &o), MSG_ORIGINAL_MISSING);
	db_close(d);
}

static void a_failed_transaction_keeps_none(void **st)
{
	db *d = both_open(st);
	original o = original_of(as_file(S("một văn bản")));
	char path[200];

	o.fail = true;
	assert_int_equal(db_write(d, put, &o, NULL), RC_INPUT);
	assert_int_equal(error_of_reading(d, &o), MSG_ORIGINAL_MISSING);
	if (!both_is_pgsql(st)) {
		file_of(d, &o, path, sizeof path);
		assert_int_equal(access(path, F_OK), -1);
	}
	o.fail = false;
	assert_int_equal(db_write(d, put, &o, NULL), RC_OK);
	o.fail = true; /* what an earlier one kept stays */
	assert_int_equal(db_write(d, put, &o, NULL), RC_INPUT);
	assert_same(d, &o);
	db_close(d);
}

static void put_in_file(const char *path, slice bytes)
{
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes.p, 1, bytes.n, f), bytes.n);
	assert_int_equal(fclose(f), 0);
}

static void what_was_changed_is_not_handed_out(void **st)
{
	db *d = both_open(st);
	original o = original_of(S("trước ngày 27/5"));

	assert_int_equal(db_write(d, put, &o, NULL), RC_OK);
	both_script(st, both_is_pgsql(st)
	                        ? "UPDATE vault_piece SET bytes = 'trước ngày 28/5'::bytea"
	                        : "UPDATE vault_piece SET bytes = CAST('trước ngày 28/5' AS BLOB)");
	assert_int_equal(error_of_reading(d, &o), MSG_ORIGINAL_DAMAGED);
	both_script(st, "DELETE FROM vault_piece");
	assert_int_equal(error_of_reading(d, &o), MSG_ORIGINAL_DAMAGED);
	db_close(d);
}

static void nor_is_a_file_that_was_changed(void **st)
{
	db *d = both_open(st);
	original o = original_of(as_file(S("trước ngày 27/5")));
	char path[200];

	assert_int_equal(db_write(d, put, &o, NULL), RC_OK);
	file_of(d, &o, path, sizeof path);
	put_in_file(path, as_file(S("trước ngày 28/5")));
	assert_int_equal(error_of_reading(d, &o), MSG_ORIGINAL_DAMAGED);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(error_of_reading(d, &o), MSG_ORIGINAL_DAMAGED);
	db_close(d);
}

static void half_a_file_of_a_crash_is_written_again(void **st)
{
	db *d = both_open(st);
	original o = original_of(as_file(S("một văn bản")));
	char path[200], *slash;

	file_of(d, &o, path, sizeof path);
	for (slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		*slash = 0;
		(void)mkdir(path, 0700);
		*slash = '/';
	}
	put_in_file(path, S(""));
	assert_int_equal(db_write(d, put, &o, NULL), RC_OK);
	assert_same(d, &o);
	db_close(d);
}

static rc put_many(db *d, void *ctx, err *e)
{
	rc code = RC_OK;

	(void)ctx;
	for (int i = 0; code == RC_OK && i < 40; i++) {
		char text[40];
		original o;

		(void)snprintf(text, sizeof text, "văn bản số %d", i);
		o = original_of(i % 2 ? as_file(slice_c(text)) : slice_c(text));
		code = put(d, &o, e);
	}
	return code;
}

static rc count(void *ctx, slice sha256, int64_t bytes, err *e)
{
	(void)e;
	assert_int_equal(sha256.n, HASH_HEX);
	assert_true(bytes > 0);
	++*(int *)ctx;
	return RC_OK;
}

static void many_go_to_disk_together(void **st)
{
	db *d = both_open(st);
	int n = 0;

	assert_int_equal(db_write(d, put_many, NULL, NULL), RC_OK);
	assert_int_equal(vault_each(d, count, &n, NULL), RC_OK);
	assert_int_equal(n, 40);
	db_close(d);
}

/* What a full disk looks like to one file: the limit of this process. */
static void a_file_that_cannot_be_written_stops_the_transaction(void **st)
{
	static char large[3 << 20];
	struct rlimit before, small;
	db *d = both_open(st);
	original o = original_of((slice){large, sizeof large});
	err e = {0};

	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	small = before;
	small.rlim_cur = 2 << 20;
	(void)signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	assert_int_equal(db_write(d, put, &o, &e), RC_IO);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_int_equal(e.id, MSG_DB_FULL);
	assert_int_equal(error_of_reading(d, &o), MSG_ORIGINAL_MISSING);
	assert_int_equal(db_write(d, put, &o, NULL), RC_OK);
	assert_same(d, &o);
	db_close(d);
}

static const both_test tests[] = {
	BOTH(what_was_kept_is_read_back),
	BOTH(what_was_never_kept_is_missing),
	BOTH(a_failed_transaction_keeps_none),
	BOTH(what_was_changed_is_not_handed_out),
	ON_SQLITE(nor_is_a_file_that_was_changed),
	ON_SQLITE(half_a_file_of_a_crash_is_written_again),
	BOTH(many_go_to_disk_together),
	ON_SQLITE(a_file_that_cannot_be_written_stops_the_transaction),
};

int main(void)
{
	return both_run("vault", tests, ARRAY_LEN(tests));
}
