/*
 * test_sniff.c - what a file is, from its bytes alone.
 */
#include "reading/extract/sniff.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "zip_make.h"

static void signatures_are_known(void **state)
{
	(void)state;
	assert_int_equal(sniff(S("%PDF-1.7\n")), FILE_PDF);
	assert_int_equal(sniff(S("\n\n%PDF-1.4\n1 0 obj\nstartxref\n9\n%%EOF")), FILE_PDF);
	assert_int_equal(sniff(S("{\\rtf1\\ansi")), FILE_RTF);
	assert_int_equal(sniff(S("\x89PNG\r\n\x1a\n....")), FILE_PNG);
	assert_int_equal(sniff(S("\xff\xd8\xff\xe0")), FILE_JPEG);
	assert_int_equal(sniff(S("II*\0....")), FILE_TIFF);
	assert_int_equal(sniff(S("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....")), FILE_OLE);
	assert_int_equal(sniff(S("")), FILE_OTHER);
}

static void text_that_speaks_of_a_format_is_text(void **state)
{
	(void)state;
	assert_int_equal(sniff(S("Tệp %PDF-1.7 là tệp PDF.")), FILE_TEXT);
	assert_int_equal(sniff(S("From: đây là một câu\nSubject: cũng vậy\n")), FILE_TEXT);
	assert_int_equal(sniff(S("Kính gửi: <html\n>")), FILE_TEXT);
}

static void pages_and_mails_are_known(void **state)
{
	(void)state;
	assert_int_equal(sniff(S("\xef\xbb\xbf\n<!DOCTYPE html>")), FILE_HTML);
	assert_int_equal(sniff(S("<HTML><BODY>")), FILE_HTML);
	assert_int_equal(sniff(S("Received: from a\nMIME-Version: 1.0\nSubject: x\n\nhi")),
	                 FILE_MAIL);
}

static file_kind kind_with(slice name, slice bytes)
{
	zip_make z;
	file_kind k;

	zm_begin(&z);
	zm_add(&z, name, bytes);
	zm_add(&z, S("other.txt"), S("x"));
	k = sniff(zm_end(&z));
	zm_done(&z);
	return k;
}

static void archives_are_known_by_what_is_in_them(void **state)
{
	(void)state;
	assert_int_equal(kind_with(S("word/document.xml"), S("x")), FILE_DOCX);
	assert_int_equal(kind_with(S("word/document2.xml"), S("x")), FILE_DOCX);
	assert_int_equal(kind_with(S("xl/workbook.xml"), S("x")), FILE_XLSX);
	assert_int_equal(kind_with(S("mimetype"), S("application/vnd.oasis.opendocument.text")),
	                 FILE_ODT);
	assert_int_equal(kind_with(S("thu/moi.docx"), S("x")), FILE_ZIP);
}

/* Every prefix, in a heap block of its own size. */
static void a_cut_archive_is_still_looked_at_safely(void **state)
{
	zip_make z;
	slice all;

	(void)state;
	zm_begin(&z);
	zm_add(&z, S("word/document.xml"), S("x"));
	all = zm_end(&z);
	for (size_t n = 0; n <= all.n; n++) {
		arena a;
		slice cut;

		arena_init(&a, NULL, 0);
		cut = (slice){memcpy(arena_alloc(&a, n ? n : 1), all.p, n), n};
		assert_true(sniff(cut) < FILE_KIND_COUNT);
		arena_done(&a);
	}
	zm_done(&z);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(signatures_are_known),
		cmocka_unit_test(text_that_speaks_of_a_format_is_text),
		cmocka_unit_test(pages_and_mails_are_known),
		cmocka_unit_test(archives_are_known_by_what_is_in_them),
		cmocka_unit_test(a_cut_archive_is_still_looked_at_safely),
	};

	return cmocka_run_group_tests_name("sniff", tests, NULL, NULL);
}
