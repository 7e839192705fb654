/*
 * test_csv.c - cells of text files: what is a table, and what only looks like one.
 */
#include "reading/extract/csv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "reading/extract/sniff.h"

static void gives(slice file, const char *wanted)
{
	rawdoc doc = {0};
	char room[4096];
	strbuf b;
	err e = {0};
	arena a;

	arena_init(&a, NULL, 0);
	strbuf_over(&b, room, sizeof room - 1);
	if (rawdoc_from_csv(file, &a, &doc, &e) != RC_OK)
		fail_msg("%s", e.detail);
	assert_true(doc.lines.p[0].flags & RAW_SHEET);
	for (uint32_t i = 1; i < doc.lines.n; i++) {
		strbuf_int(&b, doc.lines.p[i].row + 1);
		strbuf_putc(&b, '.');
		strbuf_int(&b, doc.lines.p[i].column + 1);
		strbuf_putc(&b, ' ');
		strbuf_put(&b, doc.lines.p[i].text);
		strbuf_putc(&b, '|');
	}
	room[b.n] = '\0';
	assert_string_equal(room, wanted);
	arena_done(&a);
}

static void refuses(slice file, msg_id why)
{
	rawdoc doc = {0};
	err e = {0};
	arena a;

	arena_init(&a, NULL, 0);
	assert_int_not_equal(rawdoc_from_csv(file, &a, &doc, &e), RC_OK);
	assert_string_equal(msg_code(e.id), msg_code(why));
	arena_done(&a);
}

static void the_separator_is_found(void **st)
{
	(void)st;
	assert_int_equal(csv_separator(S("TT,Việc,Hạn\n1,a,b\n2,c,d\n")), ',');
	assert_int_equal(csv_separator(S("\xef\xbb\xbfTT;Việc;Hạn\r\n1;a, b;c\r\n")), ';');
	assert_int_equal(csv_separator(S("TT\tViệc\tHạn\n1\ta, b; c\t\n")), '\t');
	assert_int_equal(csv_separator(S("BẢNG,,\nTT,Việc,Hạn\n1,\"a, b\n c\",d\n")), ',');
	assert_int_equal(sniff(S("Mã,Tên\nSTC,Sở Tài chính\nSNV,Sở Nội vụ\n")), FILE_CSV);
}

static void prose_is_no_table(void **st)
{
	(void)st;
	assert_int_equal(csv_separator(S("Giao Sở A, Sở B, Sở C.\nGiao Sở D, Sở E, Sở G.\n")),
	                 '\0');
	assert_int_equal(csv_separator(S("Kính gửi: Sở A; Sở B\nNơi nhận: Sở C; Sở D\n")), '\0');
	assert_int_equal(csv_separator(S("Số: 12\tNgày\nKính gửi\n1\t2\t3\n")), '\0');
	assert_int_equal(csv_separator(S("a,b\nc,d\n")), '\0');
	assert_int_equal(csv_separator(S("")), '\0');
}

static void cells_keep_their_place(void **st)
{
	(void)st;
	gives(S("TT,Việc,Hạn\n1,,b\n\n2,c,d\n"),
	      "1.1 TT|1.2 Việc|1.3 Hạn|2.1 1|2.3 b|4.1 2|4.2 c|4.3 d|");
	gives(S("TT;\"Việc; \"\"lớn\"\"\";Hạn\r\n1;\"a\r\nb\";c\r\n"),
	      "1.1 TT|1.2 Việc; \"lớn\"|1.3 Hạn|2.1 1|2.2 a|2.2 b|2.3 c|");
}

static void a_quote_that_never_closes_is_a_letter(void **st)
{
	(void)st;
	gives(S("TT,Việc,Hạn\n1,\"a,b\n2,c,d\n"), "1.1 TT|1.2 Việc|1.3 Hạn|2.1 1|2.2 \"a|2.3 b|"
	                                          "3.1 2|3.2 c|3.3 d|");
}

static void old_codes_are_read(void **st)
{
	(void)st;
	/* TCVN3 */
	gives(S("TT;Vi\326c;\247\254n v\336\n1;\256\322 ngh\336 c\270c s\353 b\270o c\270o k\325t qu\266 "
	        "th\371c hi\326n nhi\326m v\364 \256\255\356c giao;S\353 T\265i ch\335nh\n"),
	      "1.1 TT|1.2 Việc|1.3 Đơn vị|2.1 1|2.2 đề nghị các sở báo cáo kết quả thực hiện nhiệm vụ được "
	      "giao|2.3 Sở Tài chính|");
}

static void what_is_no_text_is_refused(void **st)
{
	(void)st;
	refuses(S("a,b,c\nd,\xff,f\n"), MSG_NOT_UTF8);
	refuses(S("a,b,c\nd,\0,f\n"), MSG_BINARY);
	refuses(S(",,\n,,\n"), MSG_EMPTY);
	refuses(S(""), MSG_EMPTY);
}

/* Every beginning of a file, in a block of its very size. */
static void any_beginning_is_safe(void **st)
{
	static const char all[] = "TT,\"Việc \"\"x\"\"\",Hạn\r\n1,\"a\nb\",\"c\"d,e\r\n\"2";

	(void)st;
	for (size_t n = 0; n < sizeof all; n++) {
		char *copy = malloc(n + (n == 0));
		rawdoc doc = {0};
		err e = {0};
		arena a;

		assert_non_null(copy);
		memcpy(copy, all, n);
		arena_init(&a, NULL, 0);
		(void)csv_separator((slice){copy, n});
		if (rawdoc_from_csv((slice){copy, n}, &a, &doc, &e) != RC_OK)
			assert_int_not_equal(e.id, MSG_NONE);
		arena_done(&a);
		free(copy);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_separator_is_found),
		cmocka_unit_test(prose_is_no_table),
		cmocka_unit_test(cells_keep_their_place),
		cmocka_unit_test(a_quote_that_never_closes_is_a_letter),
		cmocka_unit_test(old_codes_are_read),
		cmocka_unit_test(what_is_no_text_is_refused),
		cmocka_unit_test(any_beginning_is_safe),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
