/*
 * test_backups.c - a register goes into a file and out of it into either database, and is
 * the same; originals are handed out to those who may see their document.
 */
#include "register/backups.h"

#include "base/hash.h"
#include "register/entry/decide.h"
#include "register/entry/enter.h"
#include "register/entry/original.h"
#include "register/search/search.h"

#include "db_both.h"
#include "read_text.h"

enum { NOW = 1776733200 };

static const char letter[] =
	"UBND TỈNH LẠNG SƠN\nSố: 12/UBND-TH\nLạng Sơn, ngày 20 tháng 4 năm 2026\n\n"
	"Kính gửi: Sở Nội vụ.\n\n1. Giao Sở Nội vụ chủ trì rà soát, báo cáo "
	"UBND tỉnh trước ngày 27/5/2026.\n2. Giao UBND các xã, phường gửi Sở "
	"Tài chính kết quả trước ngày 10/6/2026.\n";

typedef struct work {
	reg r;
	entered got;
} work;

/* What PostgreSQL's COPY reads otherwise than it stands. */
static const slice odd = S("\\N \\. a\tb\\n\r\n\x01 \"đ\" \\");

static rc enter(db *d, void *ctx, err *e)
{
	char hash[HASH_HEX + 1];
	work *w = ctx;
	entry in = {.r = read_text(letter),
	            .name = S("cv.txt"),
	            .original = slice_c(letter),
	            .json = S("{\"a\":\"\"}"),
	            .reader = S(""), /* there, and empty: not the same as absent */
	            .data = S("-"),
	            .direction = S("in")};
	int64_t changed;
	uint32_t n;
	rc code;

	hash_sha256(&in.original, 1, hash);
	in.sha256 = slice_c(hash);
	in.bytes = (int64_t)in.original.n;
	code = sql_setting_put(d, (sql_setting_put_in){S("odd"), odd}, &changed, e);
	if (code == RC_OK)
		code = document_enter(&w->r, &in, &w->got, e);
	return code == RC_OK ? decide_document(&w->r, w->got.document, true, false, &n, e) : code;
}

static void assert_odd_is_there(reg *r)
{
	sql_setting_get_row row;
	bool found;
	err e = {0};

	assert_int_equal(
		sql_setting_get(r->d, (sql_setting_get_in){S("odd")}, &r->a, &row, &found, &e),
		RC_OK);
	assert_true(found && slice_eq(row.value, odd));
}

static void open_office(work *w, const char *url)
{
	err e = {0};

	if (reg_open(&w->r, url, DB_CREATE, viewer_operator(), NOW, read_with.reg, (slice){0},
	             &e) != RC_OK)
		fail_msg("%s %s", msg_code(e.id), e.detail);
	if (db_write(w->r.d, enter, w, &e) != RC_OK)
		fail_msg("%s %s", msg_code(e.id), e.detail);
}

static void file_in(void **st, const char *name, char *to, size_t n)
{
	(void)snprintf(to, n, "%s/%s", ((both_place *)*st)->folder, name);
}

static void make_backup(void **st, work *w, char *path, size_t n, copy_sums *sums)
{
	err e = {0};

	file_in(st, "a.backup", path, n);
	if (backup_make(w->r.d, path, NOW, &w->r.a, sums, &e) != RC_OK)
		fail_msg("%s %s", msg_code(e.id), e.detail);
}

static void what_goes_in_comes_out(void **st)
{
	char path[200], url[220];
	backup_facts facts;
	copy_sums sums, back, again;
	reg from, to;
	work w;
	err e = {0};

	open_office(&w, both_url(st));
	make_backup(st, &w, path, sizeof path, &sums);
	assert_int_equal(backup_make(w.r.d, path, NOW, &w.r.a, &again, &e), RC_INPUT);
	assert_int_equal(e.id, MSG_FILE_EXISTS);
	memset(&e, 0, sizeof e);
	assert_int_equal(backups_open(&from, path, NOW, &w.r.a, &facts, &e), RC_OK);
	assert_int_equal(facts.made_at, NOW);
	assert_int_equal(facts.proof.originals, 1);
	assert_null(copy_differs(&sums, &facts.sums));
	file_in(st, "other.db", path, sizeof path);
	(void)snprintf(url, sizeof url, "sqlite:%s", path);
	assert_int_equal(
		reg_open(&to, url, DB_CREATE, viewer_operator(), NOW, NULL, (slice){0}, &e), RC_OK);
	if (backups_move(&from, &to, "restore", NULL, &w.r.a, &back, &e) != RC_OK)
		fail_msg("%s %s", msg_code(e.id), e.detail);
	assert_null(copy_differs(&sums, &back));
	assert_odd_is_there(&to);
	assert_int_equal(backups_move(&from, &to, "restore", NULL, &w.r.a, &back, &e), RC_INPUT);
	assert_int_equal(e.id, MSG_COPY_NOT_EMPTY);
	reg_close(&to);
	reg_close(&from);
	reg_close(&w.r);
}

static void a_restored_register_goes_on(void **st)
{
	char path[200];
	backup_facts facts;
	copy_sums sums, back;
	search_hits found_now;
	search_query q = {S("rà soát"), DB_NULL, INT32_MIN, INT32_MAX, 10};
	reg from;
	work w, two;
	err e = {0};
	proof p;

	(void)snprintf(path, sizeof path, "sqlite:%s/first.db", ((both_place *)*st)->folder);
	open_office(&w, path);
	make_backup(st, &w, path, sizeof path, &sums);
	reg_close(&w.r);
	assert_int_equal(reg_open(&two.r, both_url(st), DB_CREATE, viewer_operator(), NOW, NULL,
	                          (slice){0}, &e),
	                 RC_OK);
	assert_int_equal(backups_open(&from, path, NOW, &two.r.a, &facts, &e), RC_OK);
	if (backups_move(&from, &two.r, "restore", NULL, &two.r.a, &back, &e) != RC_OK)
		fail_msg("%s %s", msg_code(e.id), e.detail);
	reg_close(&from);
	assert_int_equal(search_find(&two.r, &q, &two.r.a, &found_now, &e), RC_OK);
	assert_int_equal(found_now.n, 1);
	assert_int_equal(db_write(two.r.d, enter, &two, &e), RC_OK);
	assert_true(two.got.again); /* the same file is the same document */
	assert_odd_is_there(&two.r);
	assert_int_equal(proof_of(&two.r, (slice){0}, &two.r.a, &p, &e), RC_OK);
	reg_close(&two.r);
}

static void an_original_is_for_those_who_may_see_the_document(void **st)
{
	original got;
	int64_t snv, far;
	work w;
	err e = {0};
	sql_agency_by_code_row row;
	bool found;

	open_office(&w, both_url(st));
	assert_int_equal(original_read(&w.r, w.got.document, &w.r.a, &got, &e), RC_OK);
	assert_true(slice_eq(got.bytes, slice_c(letter)));
	assert_int_equal(sql_agency_by_code(w.r.d, (sql_agency_by_code_in){S("SNV")}, &w.r.a, &row,
	                                    &found, &e),
	                 RC_OK);
	snv = row.id;
	assert_int_equal(sql_agency_by_code(w.r.d, (sql_agency_by_code_in){S("STP")}, &w.r.a, &row,
	                                    &found, &e),
	                 RC_OK);
	far = row.id;
	w.r.who = viewer_of_agency(snv);
	assert_int_equal(original_read(&w.r, w.got.document, &w.r.a, &got, &e), RC_OK);
	w.r.who = viewer_of_agency(far);
	assert_int_equal(original_read(&w.r, w.got.document, &w.r.a, &got, &e), RC_INPUT);
	assert_int_equal(e.id, MSG_NO_SUCH);
	reg_close(&w.r);
}

static const both_test tests[] = {
	BOTH(what_goes_in_comes_out),
	BOTH(a_restored_register_goes_on),
	BOTH(an_original_is_for_those_who_may_see_the_document),
};

int main(void)
{
	int failed;

	(void)read_start(NULL);
	failed = both_run("backups", tests, ARRAY_LEN(tests));
	(void)read_done(NULL);
	return failed;
}
