/*
 * test_ruled.c - the lines of a page and the rules of a table become cells.
 *
 * A letter is 5 points wide and 10 high; places are points from the top left.
 */
#include "reading/extract/ruled.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/utf8.h"

static arena memory;
static rawdoc doc;
static uint32_t place;

static int start(void **st)
{
	(void)st;
	arena_init(&memory, NULL, 0);
	doc = (rawdoc){.confidence = 1};
	place = 0;
	return 0;
}

static int done(void **st)
{
	(void)st;
	arena_done(&memory);
	return 0;
}

/* A line of a page as pdf_lines() makes it: gaps are blanks, words know their boxes. */
static void line(uint32_t page, int y, const char *text)
{
	slice s = slice_c(text);
	int x = 70;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != ' ' && (i == 0 || s.p[i - 1] == ' '))
			*VEC_PUSH(&memory, &doc.origins) = (raworigin){
				.at = place + (uint32_t)i,
				.part = page,
				.box = {x * 10, y * 10, x * 10 + 50, y * 10 + 100}};
		x += ((unsigned char)s.p[i] & 0xc0) != 0x80 ? 5 : 0;
	}
	*VEC_PUSH(&memory, &doc.lines) = (rawline){
		.text = s, .source = place, .page = page, .table = -1, .row = -1, .column = -1};
	place += (uint32_t)s.n + 1;
}

static void rules(ruled_table *t, const int *across, size_t nacross, const int *down, size_t ndown)
{
	for (size_t i = 0; i < nacross; i++)
		*VEC_PUSH(&memory, &t->across) = across[i] * 10;
	for (size_t i = 0; i < ndown; i++)
		*VEC_PUSH(&memory, &t->down) = down[i] * 10;
}

static void write_page(void)
{
	line(1, 80, "Phân công như sau:");
	line(1, 100, "TT     Nhiệm vụ          Cơ quan");
	line(1, 120, "1      Rà soát           Sở Tài");
	line(1, 135, "       hồ sơ             chính");
	line(1, 160, "2      Lập dự toán       Sở Y tế");
	line(1, 190, "Nơi nhận: như trên");
}

static void words_go_into_their_cells(void **st)
{
	static const int across[] = {95, 115, 150, 175}, down[] = {65, 95, 190, 260};
	static const struct {
		int32_t row, column;
		const char *text;
	} want[] = {{0, 0, "TT"}, {0, 1, "Nhiệm vụ"},      {0, 2, "Cơ quan"},
	            {1, 0, "1"},  {1, 1, "Rà soát hồ sơ"}, {1, 2, "Sở Tài chính"},
	            {2, 0, "2"},  {2, 1, "Lập dự toán"},   {2, 2, "Sở Y tế"}};
	ruled_tables tables = {0};
	page_numbers pages = {0};
	ruled_table *t = VEC_PUSH(&memory, &tables);

	(void)st;
	write_page();
	ruled_pages(&doc, &memory, &pages);
	assert_int_equal(pages.n, 1);
	assert_int_equal(pages.p[0], 1);
	t->page = 1;
	rules(t, across, ARRAY_LEN(across), down, ARRAY_LEN(down));
	ruled_cells(&doc, &tables, &memory);
	assert_int_equal(doc.lines.n, ARRAY_LEN(want) + 2);
	assert_true(slice_eq(doc.lines.p[0].text, S("Phân công như sau:")));
	for (size_t i = 0; i < ARRAY_LEN(want); i++) {
		const rawline *l = &doc.lines.p[i + 1];

		assert_true(slice_eq(l->text, slice_c(want[i].text)));
		assert_int_equal(l->row, want[i].row);
		assert_int_equal(l->column, want[i].column);
	}
	assert_int_equal(doc.lines.p[ARRAY_LEN(want) + 1].table, -1);
	for (uint32_t i = 1; i < doc.origins.n; i++) /* places go along */
		assert_true(doc.origins.p[i].at > doc.origins.p[i - 1].at);
}

static void a_frame_is_no_table(void **st)
{
	static const int across[] = {95, 175}, down[] = {65, 260};
	ruled_tables tables = {0};
	ruled_table *t = VEC_PUSH(&memory, &tables);

	(void)st;
	write_page();
	t->page = 1;
	rules(t, across, ARRAY_LEN(across), down, ARRAY_LEN(down));
	ruled_cells(&doc, &tables, &memory);
	assert_int_equal(doc.lines.n, 6);
	assert_int_equal(doc.lines.p[2].table, -1);
}

static void a_header_in_two_columns_is_not_drawn(void **st)
{
	page_numbers pages = {0};

	(void)st;
	line(1, 80, "UBND TỈNH LẠNG SƠN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
	line(1, 95, "Số:      /TB-UBND           Lạng Sơn, ngày     tháng 3 năm 2026");
	line(2, 80, "Nơi nhận:                   GIÁM ĐỐC");
	ruled_pages(&doc, &memory, &pages);
	assert_int_equal(pages.n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(words_go_into_their_cells, start, done),
		cmocka_unit_test_setup_teardown(a_frame_is_no_table, start, done),
		cmocka_unit_test_setup_teardown(a_header_in_two_columns_is_not_drawn, start, done),
	};

	return cmocka_run_group_tests_name("ruled", tests, NULL, NULL);
}
