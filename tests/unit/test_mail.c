/*
 * test_mail.c - mails and archives taken apart: what is in them, and under what name.
 *
 * Expected is one line a member: "kind name: bytes", kind "self", "mail" or "file";
 * a refused one ends in "!" and the code of its error.
 */
#include "reading/extract/mail.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "zip_make.h"

#define TOP "From: a@x.vn\nTo: b@x.vn\nMIME-Version: 1.0\n"
#define MIXED(inside) TOP "Content-Type: multipart/mixed; boundary=B\n\n" inside "\n--B--\n"
#define PLAIN(text) "--B\nContent-Type: text/plain; charset=utf-8\n\n" text "\n"
#define FILE_AS(disposition) "--B\nContent-Type: application/pdf\n" disposition "\n\nbytes\n"

typedef struct found {
	arena *a;
	slice all;
	unsigned wanted; /* members; 0: all */
} found;

static bool take(void *ctx, const member *m, const err *why)
{
	found *f = ctx;
	const char *kind = m->self ? "self" : m->typed && m->kind == FILE_MAIL ? "mail" : "file";
	slice head = {m->bytes.p, m->bytes.n < 40 ? m->bytes.n : 40};

	head = slice_trim(head);
	if (why != NULL)
		head = slice_c(msg_code(why->id));
	f->all = arena_printf(f->a, "%.*s%s %.*s%s%.*s\n", (int)f->all.n, f->all.p, kind,
	                      (int)m->name.n, m->name.p, why != NULL ? "! " : ": ", (int)head.n,
	                      head.p);
	return --f->wanted != 0;
}

static rc unfold(bool mail, slice bytes, found *f, err *e)
{
	member_sink to = {take, f};

	return mail ? mail_unfold(bytes, f->a, &to, e) : archive_unfold(bytes, f->a, &to, e);
}

static void expect_members(bool mail, slice bytes, const char *want)
{
	found f = {.all = S("")};
	err e = {0};
	arena a;

	arena_init(&a, NULL, 0);
	f.a = &a;
	if (unfold(mail, bytes, &f, &e) != RC_OK)
		fail_msg("%s: %s after %.*s", msg_code(e.id), e.detail, (int)f.all.n, f.all.p);
	if (!slice_eq(f.all, slice_c(want)))
		fail_msg("got\n%.*swant\n%s", (int)f.all.n, f.all.p, want);
	arena_done(&a);
}
#define expect_mail(bytes, want) expect_members(true, S(bytes), want)

static void expect_error(bool mail, slice bytes, msg_id want)
{
	found f = {.all = S("")};
	err e = {0};
	arena a;

	arena_init(&a, NULL, 0);
	f.a = &a;
	assert_int_not_equal(unfold(mail, bytes, &f, &e), RC_OK);
	assert_string_equal(msg_code(e.id), msg_code(want));
	arena_done(&a);
}

static void a_mail_is_its_words(void **state)
{
	(void)state;
	expect_mail(TOP "\nKính gửi\n", "self : Kính gửi\n");
	expect_mail(TOP "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: "
	                "quoted-printable\n\nK=C3=ADnh g=E1=BB=ADi\n",
	            "self : Kính gửi\n");
	expect_mail(TOP "Content-Type: text/plain; charset=iso-8859-1\n\ncaf\xe9\n",
	            "self : café\n");
}

static void plain_words_come_before_the_page(void **state)
{
	(void)state;
	expect_mail(TOP "Content-Type: multipart/alternative; boundary=B\n\n" PLAIN(
			    "chữ") "--B\nContent-Type: text/html\n\npage\n--B--\n",
	            "self : chữ\n");
	expect_mail(TOP "Content-Type: multipart/alternative; boundary=B\n\n" PLAIN(
			    " ") "--B\nContent-Type: text/html\n\npage\n--B--\n",
	            "self : page\n");
}

static void files_have_their_names(void **state)
{
	(void)state;
	expect_mail(MIXED(PLAIN("Xin gửi") FILE_AS("Content-Disposition: attachment; "
	                                           "filename=\"moi-hop.pdf\"")),
	            "self : Xin gửi\nfile moi-hop.pdf: bytes\n");
	expect_mail(MIXED(FILE_AS("Content-Disposition: attachment; "
	                          "filename=\"=?utf-8?B?R2nhuqV5IG3hu51pLnBkZg==?=\"")),
	            "file Giấy mời.pdf: bytes\n");
	expect_mail(MIXED(FILE_AS("Content-Disposition: attachment; "
	                          "filename*=utf-8''Gi%E1%BA%A5y%20m%E1%BB%9Di.pdf")),
	            "file Giấy mời.pdf: bytes\n");
	expect_mail(
		MIXED(FILE_AS("Content-Disposition: attachment;\n filename*0*=utf-8''Gi%E1%BA%A5y;"
	                      "\n filename*1*=%20m%E1%BB%9Di.pdf")),
		"file Giấy mời.pdf: bytes\n");
	expect_mail(MIXED(FILE_AS("Content-Disposition: attachment; filename=\"../../etc/a.pdf\"")),
	            "file a.pdf: bytes\n");
	expect_mail(MIXED(FILE_AS("Content-Disposition: attachment")), "file tep-1: bytes\n");
}

static void a_mail_inside_is_a_file(void **state)
{
	(void)state;
	expect_mail(
		MIXED(PLAIN("Chuyển") "--B\nContent-Type: message/rfc822\n\nSubject: x\n\ntrong\n"),
		"self : Chuyển\nmail thu-1.eml: Subject: x\n\ntrong\n");
}

static void pictures_of_the_page_are_left_out(void **state)
{
	(void)state;
	expect_mail(TOP
	            "Content-Type: multipart/related; boundary=B\n\n--B\nContent-Type: "
	            "text/html\n\npage\n--B\nContent-Type: image/png; name=logo.png\nContent-ID: "
	            "<x>\n\nPNG\n--B--\n",
	            "self : page\n");
	expect_mail(
		TOP "Content-Type: multipart/signed; boundary=B\n\n" PLAIN(
			"chữ") "--B\nContent-Type: application/pgp-signature; name=a.asc\n\nxx\n--B--\n",
		"self : chữ\n");
}

static void bad_mails_are_refused(void **state)
{
	(void)state;
	expect_error(true, S(TOP "\n \n"), MSG_EMPTY);
	expect_error(true,
	             S(TOP "Content-Type: multipart/encrypted; boundary=B\n\n--B\n\nx\n--B--\n"),
	             MSG_ENCRYPTED);
}

static void archives_give_their_files(void **state)
{
	zip_make z;

	(void)state;
	zm_begin(&z);
	zm_add(&z, S("a/"), S(""));
	zm_add(&z, S("a/moi.txt"), S("một"));
	zm_add(&z, S("__MACOSX/a"), S("x"));
	zm_add(&z, S("a/Thumbs.db"), S("x"));
	zm_add(&z, S("../b.txt"), S("x"));
	zm_add(&z, S("/b.txt"), S("x"));
	zm_add(&z, S("a/moi.txt"), S("hai"));
	zm_add(&z, S("b..txt"), S("ba"));
	expect_members(false, zm_end(&z),
	               "file a/moi.txt: một\nfile ../b.txt! member-name\nfile /b.txt! member-name\n"
	               "file a/moi.txt! member-name\nfile b..txt: ba\n");
	zm_done(&z);
	zm_begin(&z);
	zm_add(&z, S("a/"), S(""));
	expect_error(false, zm_end(&z), MSG_EMPTY);
	zm_done(&z);
	expect_error(false, S("PK\x03\x04 nothing"), MSG_DAMAGED);
}

static void a_lie_about_size_is_found(void **state)
{
	zip_make z;

	(void)state;
	zm_begin(&z);
	z.lie = 50 << 20;
	zm_add(&z, S("a.txt"), S("x"));
	z.lie = 0;
	zm_add(&z, S("b.txt"), S("x"));
	expect_members(false, zm_end(&z), "file a.txt! hostile\nfile b.txt: x\n");
	zm_done(&z);
}

static void the_sink_may_have_enough(void **state)
{
	found f = {.all = S(""), .wanted = 1};
	err e = {0};
	arena a;

	(void)state;
	arena_init(&a, NULL, 0);
	f.a = &a;
	assert_int_equal(unfold(true, S(MIXED(PLAIN("một") FILE_AS(""))), &f, &e), RC_OK);
	assert_true(slice_eq(f.all, S("self : một\n")));
	arena_done(&a);
}

/* What nobody reads is cut out of a long head, wherever it stands; folded lines too. */
static void a_head_of_any_length_says_how_its_words_are_written(void **state)
{
	strbuf b;

	(void)state;
	strbuf_init(&b, NULL, (size_t)1 << 20);
	strbuf_put(&b,
	           S(TOP "content-TYPE: text/plain;\n charset=iso-8859-1\nX-Not-Content-Type: x\n"
	                 "\tContent-Type: text/html\n"));
	for (unsigned i = 0; i < 5000; i++)
		strbuf_put(&b, S("X-Long: a\n and more\n"));
	strbuf_put(&b, S("Content-Transfer-Encoding: quoted-printable\n\ncaf=E9\n\nX-A: b\n"));
	expect_members(true, strbuf_slice(&b), "self : caf\xc3\xa9\n\nX-A: b\n");
	strbuf_done(&b);
}

static void labels_are_clean(void **state)
{
	arena a;

	(void)state;
	arena_init(&a, NULL, 0);
	assert_true(slice_eq(member_label(S("a\nb\x1b[1m\xff.txt"), &a), S("a?b?[1m?.txt")));
	assert_true(slice_eq(member_label(S("Giấy mời.docx"), &a), S("Giấy mời.docx")));
	arena_done(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_mail_is_its_words),
		cmocka_unit_test(plain_words_come_before_the_page),
		cmocka_unit_test(files_have_their_names),
		cmocka_unit_test(a_mail_inside_is_a_file),
		cmocka_unit_test(pictures_of_the_page_are_left_out),
		cmocka_unit_test(bad_mails_are_refused),
		cmocka_unit_test(archives_give_their_files),
		cmocka_unit_test(a_lie_about_size_is_found),
		cmocka_unit_test(the_sink_may_have_enough),
		cmocka_unit_test(a_head_of_any_length_says_how_its_words_are_written),
		cmocka_unit_test(labels_are_clean),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
