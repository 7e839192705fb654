/*
 * test_text.c - what a text file may hold, and that no file, however made, is slow
 * to shape or leads outside itself.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "reading/shape/shape.h"

static arena memory;
static reading r;

static int begin(void **st)
{
	(void)st;
	arena_init(&memory, NULL, 0);
	r = (reading){0};
	return 0;
}

static int end(void **st)
{
	(void)st;
	arena_done(&memory);
	return 0;
}

static void shape(slice text)
{
	rawdoc doc;

	r = (reading){0};
	assert_int_equal(rawdoc_from_text(text, &memory, &doc, NULL), RC_OK);
	shape_run(&doc, &memory, &r);
}

static void what_is_no_text_is_refused(void **st)
{
	static const struct {
		slice bytes;
		msg_id id;
	} bad[] = {
		{S(""), MSG_EMPTY},
		{S(" \n\t\n"), MSG_EMPTY},
		{S("\x89PNG\r\n"), MSG_BINARY},
		{S("PK\x03\x04"), MSG_BINARY},
		{S("a\0b"), MSG_BINARY},
		{S("a\xff"), MSG_NOT_UTF8},
		{S("a\xe1\xba"), MSG_NOT_UTF8},
		{S("\xc0\xaf"), MSG_NOT_UTF8},
		{S("\xed\xa0\x80"), MSG_NOT_UTF8},
		{S("\xff\xfe\0\xd8"
	           "a\0"),
	         MSG_NOT_UTF8},
		{S("\xff\xfe"
	           "a\0\0\0"),
	         MSG_BINARY},
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		rawdoc doc;
		err e = {0};

		assert_int_not_equal(rawdoc_from_text(bad[i].bytes, &memory, &doc, &e), RC_OK);
		assert_int_equal(e.id, bad[i].id);
	}
}

/* "Unicode Text" of Windows; a line says at which byte of the file it began. */
static void both_orders_of_utf16_are_read(void **st)
{
	static const slice ways[] = {S("\xff\xfe\x3d\xd8\x00\xde"
	                               "a\0\n\0\x01\x1e"
	                               "b\0"),
	                             S("\xfe\xff\xd8\x3d\xde\x00\0a\0\n\x1e\x01\0b")};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
		rawdoc doc;

		assert_int_equal(rawdoc_from_text(ways[i], &memory, &doc, NULL), RC_OK);
		assert_int_equal(doc.lines.n, 2);
		assert_true(slice_eq(doc.lines.p[0].text, S("\xf0\x9f\x98\x80"
		                                            "a")));
		assert_true(slice_eq(doc.lines.p[1].text, S("\xe1\xb8\x81"
		                                            "b")));
		assert_int_equal(doc.lines.p[0].source, 2);
		assert_int_equal(doc.lines.p[1].source, 10);
	}
}

/* The text is UTF-8, blocks cover it in order, nothing lies outside. */
static void check_whole(void)
{
	uint32_t last = 0;

	assert_int_equal(utf8_invalid_at(r.text), r.text.n);
	for (uint32_t i = 0; i < r.blocks.n; i++) {
		const block *b = &r.blocks.p[i];

		assert_true(b->marker.len == 0 || b->marker.at >= last);
		assert_true(b->at.at >= last && span_end(b->at) < r.text.n);
		assert_int_equal(r.text.p[span_end(b->at)], '\n');
		last = span_end(b->at) + 1;
	}
	assert_int_equal(last, r.text.n);
}

/* Repeat `piece` to about `size` bytes, shape it, and look at what comes. */
static void survives(slice piece, size_t size)
{
	size_t n = size / piece.n * piece.n;
	char *p = malloc(n);

	assert_non_null(p);
	for (size_t i = 0; i < n; i += piece.n)
		memcpy(p + i, piece.p, piece.n);
	shape((slice){p, n});
	check_whole();
	free(p);
	arena_done(&memory);
}

static void hostile_shapes_are_survived_in_linear_time(void **st)
{
	static const slice pieces[] = {
		S("Yêu cầu Sở Tài chính báo cáo "),
		S("- a\n"),
		S("1. "),
		S("9"),
		S("1\n"),
		S("*a"),
		S("**a_"),
		S("*a\n"),
		S("|a"),
		S("|a|b|\n"),
		S("a\tb\tc\n"),
		S("A    "),
		S("¹"),
		S("[1] A\n"),
		S("a1\n1 A\n"),
		S("Nơi nhận:    CHỦ TỊCH\n"),
		S("Nơi nhận: - "),
		S("a\f"),
		S("1\f2\f"),
		S("KT. CHỦ TỊCH, PHÓ A   A   "),
		S("| PHÓ CHỦ TỊCH "),
		S("+--+\n|a|b|\n"),
		S("((((("),
		S("a\xcc\x81\xcc\xa3"),
		S("\xe2\x80\x8b"),
		S("\xc2\xa0"),
		S("Số:    /"),
		S("-\n\n"),
		S("\\*\\"),
		S("GIẤY MỜI\n"),
		S("ngày 5,\n"),
		S("Độc lập "),
		S("\xf0\x9f\x98\x80"),
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(pieces); i++) {
		clock_t t = clock();
		double short_run, long_run;

		survives(pieces[i], 20000);
		short_run = (double)(clock() - t);
		t = clock();
		survives(pieces[i], 400000);
		long_run = (double)(clock() - t);
		/* twenty times the text: far from four hundred times the time */
		assert_true(long_run < 120 * (short_run + 2000));
	}
}

static void ten_megabytes_on_one_line_are_one_paragraph(void **st)
{
	(void)st;
	survives(S("Yêu cầu Sở Tài chính báo cáo "), 10 << 20);
	assert_int_equal(r.blocks.n, 1);
}

static void a_hundred_thousand_markers_are_as_many_items(void **st)
{
	(void)st;
	survives(S("- Sở A;\n"), 1000000);
	assert_int_equal(r.blocks.n, 100000);
}

static void every_prefix_of_a_document_is_shaped(void **st)
{
	static const char text[] =
		"BỘ A      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n| a | **b** |\n| --- |\n¹ *c*\n\f2\n"
		"Số: /A\tHà Nội, ngày 1 tháng 2\nNơi nhận:    KT. A\n- B;\xc2\xa0x\xcc\x81 [1]\n";

	(void)st;
	for (size_t n = 1; n < sizeof text; n++) {
		char *p = malloc(n); /* the exact size, so that a step beyond is seen */
		rawdoc doc;

		assert_non_null(p);
		memcpy(p, text, n);
		r = (reading){0};
		if (rawdoc_from_text((slice){p, n}, &memory, &doc, NULL) == RC_OK) {
			shape_run(&doc, &memory, &r);
			check_whole();
		}
		free(p);
	}
}

static void invalid_utf8_is_found_at_its_byte(void **st)
{
	char long_text[200];

	(void)st;
	memset(long_text, 'a', sizeof long_text);
	assert_int_equal(utf8_invalid_at((slice){long_text, sizeof long_text}), sizeof long_text);
	for (size_t i = 0; i < sizeof long_text; i++) {
		long_text[i] = (char)0xe1; /* the head of three bytes, which do not follow */
		assert_int_equal(utf8_invalid_at((slice){long_text, sizeof long_text}), i);
		long_text[i] = 'a';
	}
	assert_int_equal(utf8_invalid_at(S("ổ\xf4\x8f\xbf\xbf")), 7);
	assert_int_equal(utf8_invalid_at(S("ổ\xf4\x90\x80\x80")), 3);
	assert_int_equal(utf8_invalid_at(S("\xe0\x9f\xbf")), 0);
}

#define T(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(what_is_no_text_is_refused),
		T(both_orders_of_utf16_are_read),
		T(hostile_shapes_are_survived_in_linear_time),
		T(ten_megabytes_on_one_line_are_one_paragraph),
		T(a_hundred_thousand_markers_are_as_many_items),
		T(every_prefix_of_a_document_is_shaped),
		T(invalid_utf8_is_found_at_its_byte),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
