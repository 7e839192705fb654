/*
 * test_pdf.c - words with boxes become the lines that a reader of the page sees.
 *
 * A page is given as pieces of text at a place; the height of a letter is 10
 * points, its width 5.
 */
#include "reading/extract/pdf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "base/utf8.h"

typedef struct drawn {
	int x, y; /* points, from the top left */
	const char *text;
	int height; /* 0: the usual */
} drawn;

static void put_format(strbuf *b, const char *format, ...)
{
	char room[256];
	va_list args;
	int n;

	va_start(args, format);
	n = vsnprintf(room, sizeof room, format, args);
	va_end(args);
	assert_in_range(n, 0, sizeof room - 1);
	strbuf_put(b, (slice){room, (size_t)n});
}

static void put_piece(strbuf *b, const drawn *d)
{
	slice rest = slice_c(d->text), word;
	int x = d->x, tall = d->height ? d->height : 10;

	while (slice_next(&rest, ' ', &word)) {
		int wide = (int)utf8_length(word) * tall / 2;

		put_format(b, "<%s xMin=\"%d.0\" yMin=\"%d.0\" xMax=\"%d.0\" yMax=\"%d.0\">",
		           "word", x, d->y, x + wide, d->y + tall);
		strbuf_put(b, word);
		put_format(b, "</%s>", "word");
		x += wide + tall / 3;
	}
}

static void put_page(strbuf *b, const drawn *d, size_t n)
{
	put_format(b, "<%s width=\"595.0\" height=\"842.0\">", "page");
	for (size_t i = 0; i < n; i++)
		put_piece(b, &d[i]);
	put_format(b, "</%s>", "page");
}

static rc read_page(const drawn *d, size_t n, arena *a, rawdoc *ret, err *e)
{
	strbuf b;
	rc code;

	strbuf_init(&b, NULL, (size_t)1 << 20);
	strbuf_put(&b, S("<!DOCTYPE html><html\n><title\n>&broken;</title\n><doc\n>"));
	put_page(&b, d, n);
	put_format(&b, "</%s></html\n>", "doc");
	code = rawdoc_from_words(arena_copy(a, strbuf_slice(&b)), a, ret, e);
	strbuf_done(&b);
	return code;
}

/* A page that must be read; the arena is new, and the caller's to end. */
static void lay_out(const drawn *d, size_t n, arena *a, rawdoc *ret)
{
	err e = {0};

	*ret = (rawdoc){0};
	arena_init(a, NULL, 0);
	assert_int_equal(read_page(d, n, a, ret, &e), RC_OK);
}

/* So that the page is no scan, and has a usual height. */
#define BODY                                                                                       \
	{50, 400, "Ủy ban nhân dân tỉnh giao các sở, ban, ngành và các xã thực hiện như sau", 0},  \
		{50, 412, "và báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 27 tháng 5.", 0}

static void expect_line(const rawdoc *doc, uint32_t i, const char *want)
{
	slice got = i < doc->lines.n ? doc->lines.p[i].text : S("(none)");

	if (!slice_eq(got, slice_c(want)))
		fail_msg("line %u: got \"%.*s\", want \"%s\"", i, (int)got.n, got.p, want);
}

static void a_stamped_number_stands_in_its_line(void **state)
{
	static const drawn page[] = {
		{50, 100, "Số:", 0}, {110, 100, "/GM-UBND", 0}, BODY, {80, 101, "125", 9}};
	rawdoc doc;
	arena a;

	(void)state;
	lay_out(page, ARRAY_LEN(page), &a, &doc);
	assert_true(slice_starts(doc.lines.p[0].text, S("Số:")));
	assert_true(slice_has(doc.lines.p[0].text, S("125")));
	arena_done(&a);
}

static void columns_stay_apart_and_below_one_another(void **state)
{
	static const drawn page[] = {{50, 100, "SỞ TÀI CHÍNH", 0},
	                             {300, 100, "CỘNG HÒA XÃ HỘI", 0},
	                             {50, 112, "Số: 5/STC", 0},
	                             {300, 112, "Độc lập", 0},
	                             BODY};
	rawdoc doc;
	arena a;

	(void)state;
	lay_out(page, ARRAY_LEN(page), &a, &doc);
	expect_line(&doc, 0, "SỞ TÀI CHÍNH                                      CỘNG HÒA XÃ HỘI");
	expect_line(&doc, 1, "Số: 5/STC                                         Độc lập");
	arena_done(&a);
}

/* Where two fonts share a word its parts touch; a footnote's mark touches too, but stands higher. */
static void parts_that_touch_are_one_word(void **state)
{
	static const drawn page[] = {{50, 100, "th", 0}, {60, 100, "ự", 0},  {65, 100, "c", 0},
	                             {74, 100, "hi", 0}, {84, 100, "ệ", 0},  {89, 100, "n", 0},
	                             {94, 101, "2", 6},  {103, 100, "ở", 0}, BODY};
	rawdoc doc;
	arena a;

	(void)state;
	lay_out(page, ARRAY_LEN(page), &a, &doc);
	expect_line(&doc, 0, "thực hiện² ở");
	assert_int_equal(doc.origins.p[0].box[2], 700);
	arena_done(&a);
}

/* Gaps of the height of a letter part no words where all are so, gaps twice as wide do. */
static void a_line_set_to_full_width_is_one(void **state)
{
	static const drawn page[] = {{50, 100, "giao", 0}, {80, 100, "các", 0},
	                             {105, 100, "sở", 0},  {125, 100, "làm", 0},
	                             {50, 112, "Nơi", 0},  {85, 112, "Lưu", 0},
	                             {120, 112, "VT", 0},  BODY};
	rawdoc doc;
	arena a;

	(void)state;
	lay_out(page, ARRAY_LEN(page), &a, &doc);
	expect_line(&doc, 0, "giao các sở làm");
	expect_line(&doc, 1, "Nơi    Lưu    VT");
	arena_done(&a);
}

static void a_small_raised_figure_is_a_mark(void **state)
{
	static const drawn page[] = {{50, 100, "theo Luật số 5/2024", 0}, {140, 101, "3", 6}, BODY};
	rawdoc doc;
	arena a;

	(void)state;
	lay_out(page, ARRAY_LEN(page), &a, &doc);
	assert_true(slice_has(doc.lines.p[0].text, S("³")));
	arena_done(&a);
}

static void the_stamp_of_a_signature_is_marked(void **state)
{
	static const drawn page[] = {{400, 20, "Ký bởi: Sở A", 5}, BODY};
	rawdoc doc;
	arena a;

	(void)state;
	lay_out(page, ARRAY_LEN(page), &a, &doc);
	assert_true(doc.lines.p[0].flags & RAW_STAMP);
	assert_false(doc.lines.p[doc.lines.n - 1].flags & RAW_STAMP);
	arena_done(&a);
}

/* Columns counted below their headings are no part of the first row, whose number stands in
 * its middle. */
static void a_row_that_counts_the_columns_is_one_of_its_own(void **state)
{
	static const drawn page[] = {
		{40, 100, "TT", 0},
		{80, 100, "Tên nhiệm vụ", 0},
		{300, 100, "Cơ quan chủ trì", 0},
		{460, 100, "Thời hạn", 0},
		{120, 115, "(1)", 0},
		{330, 115, "(2)", 0},
		{480, 115, "(3)", 0},
		{80, 130, "Quán triệt Chỉ thị về", 0},
		{44, 145, "1", 0},
		{80, 145, "địa chất khoáng sản tới", 0},
		{300, 145, "Các sở", 0},
		{460, 145, "Quý II", 0},
		{80, 160, "cán bộ và nhân dân", 0},
		{80, 175, "Rà soát các khó khăn", 0},
		{44, 190, "2", 0},
		{80, 190, "trong quy hoạch khoáng sản", 0},
		{300, 190, "Sở Xây dựng", 0},
		{460, 190, "Quý III", 0},
		{80, 205, "nhóm một và nhóm hai", 0},
	};
	rawdoc doc = {0};
	arena a;
	err e = {0};
	static const slice words[] = {S("Quán triệt"), S("cán bộ và nhân dân"), S("Các sở"),
	                              S("Rà soát"),    S("nhóm hai"),           S("Quý III")};
	int32_t row[ARRAY_LEN(words)] = {0};

	(void)state;
	arena_init(&a, NULL, 0);
	assert_int_equal(read_page(page, ARRAY_LEN(page), &a, &doc, &e), RC_OK);
	for (uint32_t i = 0; i < doc.lines.n; i++)
		for (size_t k = 0; k < ARRAY_LEN(words); k++)
			if (slice_has(doc.lines.p[i].text, words[k]))
				row[k] = doc.lines.p[i].row;
	assert_true(row[0] > 0 && row[1] == row[0] && row[2] == row[0]);
	assert_true(row[3] == row[0] + 1 && row[4] == row[3] && row[5] == row[3]);
	arena_done(&a);
}

static void pages_of_pictures_are_called_a_scan(void **state)
{
	static const drawn page[] = {{400, 20, "Ký bởi: Sở A", 5}};
	rawdoc doc = {0};
	err e = {0};
	arena a;

	(void)state;
	arena_init(&a, NULL, 0);
	assert_int_not_equal(read_page(page, ARRAY_LEN(page), &a, &doc, &e), RC_OK);
	assert_int_equal(e.id, MSG_NO_TEXT_LAYER);
	arena_done(&a);
}

static void bytes_that_xml_forbids_cost_only_themselves(void **state)
{
	static const drawn page[] = {{50, 100, "Sở\x01 Tài \xff\xef\xbf\xbf chính", 0}, BODY};
	rawdoc doc;
	arena a;

	(void)state;
	lay_out(page, ARRAY_LEN(page), &a, &doc);
	for (uint32_t i = 0; i < doc.lines.n; i++)
		assert_int_equal(utf8_invalid_at(doc.lines.p[i].text), doc.lines.p[i].text.n);
	arena_done(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_stamped_number_stands_in_its_line),
		cmocka_unit_test(columns_stay_apart_and_below_one_another),
		cmocka_unit_test(parts_that_touch_are_one_word),
		cmocka_unit_test(a_line_set_to_full_width_is_one),
		cmocka_unit_test(a_small_raised_figure_is_a_mark),
		cmocka_unit_test(the_stamp_of_a_signature_is_marked),
		cmocka_unit_test(a_row_that_counts_the_columns_is_one_of_its_own),
		cmocka_unit_test(pages_of_pictures_are_called_a_scan),
		cmocka_unit_test(bytes_that_xml_forbids_cost_only_themselves),
	};

	return cmocka_run_group_tests_name("pdf", tests, NULL, NULL);
}
