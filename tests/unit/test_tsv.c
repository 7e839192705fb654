/*
 * test_tsv.c - what tesseract saw becomes the lines that a reader of the page sees.
 *
 * A page is given as words at a place, in pixels; a letter is 20 wide and 40 high.
 */
#include "reading/extract/tsv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "app/intake/ocr_priv.h"
#include "base/utf8.h"
#include "reading/mend.h"

enum { WIDTH = 2480, HEIGHT = 3508 };

static arena memory;
static strbuf tsv;

static int start(void **st)
{
	(void)st;
	arena_init(&memory, NULL, 0);
	strbuf_init(&tsv, NULL, 64 << 20);
	return 0;
}

static int done(void **st)
{
	(void)st;
	arena_done(&memory);
	strbuf_done(&tsv);
	return 0;
}

static void row(int level, int x, int y, int w, int h, int sure, slice text)
{
	char room[128];
	int n = snprintf(room, sizeof room, "%c\t1\t0\t0\t0\t0\t%d\t%d\t%d\t%d\t%d.5\t",
	                 '0' + level, x, y, w, h, sure);

	assert_in_range(n, 0, sizeof room - 1);
	strbuf_put(&tsv, (slice){room, (size_t)n});
	strbuf_put(&tsv, text);
	strbuf_putc(&tsv, '\n');
}

static void new_page(void)
{
	strbuf_put(&tsv, S("level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\t"
	                   "width\theight\tconf\ttext\n"));
	row(1, 0, 0, WIDTH, HEIGHT, -1, S(""));
}

/* A line of words; `fall`: how many pixels it falls over its width. A word "W@N" is
 * only N percent sure. */
static void line(int x, int y, int fall, const char *text)
{
	slice rest = slice_c(text), word;

	row(4, x, y, 10, 40, -1, S(""));
	while (slice_next(&rest, ' ', &word)) {
		slice sure = word, bare = word;
		int percent = 95, wide;

		if (slice_cut(&sure, '@', &bare))
			percent = (int)strtol(sure.p, NULL, 10);
		wide = (int)utf8_length(bare) * 20;
		row(5, x, y + fall * x / WIDTH, wide, 40, percent, bare);
		x += wide + 15;
	}
}

static rawdoc read_all(void)
{
	rawdoc doc = {0};
	err e = {0};

	if (rawdoc_from_tsv(strbuf_slice(&tsv), &memory, &doc, &e) != RC_OK)
		fail_msg("%s", e.detail);
	return doc;
}

static bool has(const rawdoc *doc, const char *words)
{
	slice w = slice_c(words);

	for (uint32_t i = 0; i < doc->lines.n; i++)
		if (doc->lines.p[i].text.n >= w.n && slice_has(doc->lines.p[i].text, w))
			return true;
	return false;
}

static void assert_has(const rawdoc *doc, const char *words)
{
	if (!has(doc, words))
		fail_msg("not read: %s", words);
}

static void text_lines(int from, int n)
{
	for (int i = 0; i < n; i++)
		line(200, from + 70 * i, 0, "Văn bản này có nhiều dòng chữ để đo cỡ chữ của trang");
}

static void a_scan_says_so_and_how_sure(void **st)
{
	rawdoc doc;

	(void)st;
	new_page();
	line(200, 200, 0, "một hai ba@55");
	doc = read_all();
	assert_true(doc.ocr);
	assert_in_range((int)(doc.confidence * 100), 75, 90);
	assert_int_equal(doc.origins.n, 3);
	assert_int_equal(doc.origins.p[2].place, 55);
}

/* People are shown a page as it lay on the glass: so do the boxes lie. */
static void boxes_of_a_turned_page_are_turned_back(void **st)
{
	int32_t upright[4] = {0}, wide = 0, tall = 0;

	(void)st;
	for (int quarters = 0; quarters < 4; quarters++) {
		rawdoc doc;
		const int32_t *b;

		strbuf_clear(&tsv);
		new_page();
		line(200, 300, 0, "một");
		strbuf_put(&tsv, S("T\t0\t0\t0\t0\t0\t"));
		strbuf_int(&tsv, quarters);
		strbuf_put(&tsv, S("\t0\t0\t0\t-1\t\n"));
		doc = read_all();
		b = doc.origins.p[0].box;
		if (quarters == 0) {
			memcpy(upright, b, sizeof upright);
			wide = doc.leaves.p[0].width;
			tall = doc.leaves.p[0].height;
		}
		assert_int_equal(doc.leaves.p[0].width, quarters % 2 ? tall : wide);
		assert_int_equal(b[0], quarters == 0   ? upright[0]
		                       : quarters == 1 ? upright[1]
		                       : quarters == 2 ? wide - upright[2]
		                                       : tall - upright[3]);
		assert_int_equal(b[1], quarters == 0   ? upright[1]
		                       : quarters == 1 ? wide - upright[2]
		                       : quarters == 2 ? tall - upright[3]
		                                       : upright[0]);
		assert_true(b[2] > b[0] && b[3] > b[1]);
	}
}

static void two_columns_of_a_header_stay_apart(void **st)
{
	rawdoc doc;

	(void)st;
	new_page();
	line(200, 200, 0, "UBND TỈNH X");
	line(1200, 202, 0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
	text_lines(600, 6);
	doc = read_all();
	assert_has(&doc, "UBND TỈNH X   ");
	assert_has(&doc, "   CỘNG HÒA XÃ HỘI");
}

static void a_crooked_page_has_straight_lines(void **st)
{
	rawdoc doc;

	(void)st;
	new_page();
	line(200, 200, 120, "UBND TỈNH X");
	line(1500, 200, 120, "Số liệu bên phải");
	for (int i = 0; i < 8; i++)
		line(200, 600 + 70 * i, 120,
		     "Văn bản này có nhiều dòng chữ để đo độ nghiêng của trang giấy");
	doc = read_all();
	assert_has(&doc, "UBND TỈNH X   ");
	for (uint32_t i = 0; i < doc.lines.n; i++)
		if (slice_starts(slice_trim(doc.lines.p[i].text), S("UBND")))
			assert_true(slice_has(doc.lines.p[i].text, S("Số")));
}

static void rules_and_seals_are_no_words(void **st)
{
	rawdoc doc;

	(void)st;
	new_page();
	line(200, 200, 0, "| Kính gửi: | các sở");
	line(200, 300, 0, "ƒ@12 )ÿ§@20 Œ@8");
	text_lines(600, 4);
	doc = read_all();
	assert_has(&doc, "Kính gửi: ");
	assert_false(has(&doc, "|"));
	assert_false(has(&doc, "§"));
}

static void a_doubtful_number_is_blank(void **st)
{
	rawdoc doc;

	(void)st;
	new_page();
	line(200, 400, 0, "Số: 34@53 /VP-TH");
	line(1200, 400, 0, "Lạng Sơn, ngày 8Ÿ@40 tháng 4 năm 2026");
	text_lines(700, 4);
	doc = read_all();
	assert_has(&doc, "Số: ");
	assert_has(&doc, " /VP-TH");
	assert_false(has(&doc, "34"));
	assert_has(&doc, "ngày");
	assert_false(has(&doc, "8Ÿ"));
	assert_has(&doc, "tháng 4 năm 2026");
}

static void a_sure_number_stays(void **st)
{
	rawdoc doc;

	(void)st;
	new_page();
	line(200, 400, 0, "Số: 34/VP-TH");
	line(1200, 400, 0, "Lạng Sơn, ngày 28 tháng 4 năm 2026");
	text_lines(700, 4);
	line(200, 1500, 0, "trước ngày 20 cùng@70 tháng và ngày 5 hằng tháng");
	line(200, 1600, 0, "công bố giá trước ngày 10 hằng@45 tháng");
	doc = read_all();
	assert_has(&doc, "ngày 10 hằng tháng");
	assert_has(&doc, "Số: 34/VP-TH");
	assert_has(&doc, "ngày 28 tháng 4");
	assert_has(&doc, "ngày 5 hằng tháng");
}

static void a_speck_between_the_columns_is_dirt(void **st)
{
	rawdoc doc;

	(void)st;
	new_page();
	line(200, 400, 0, "Số: 34/VP-TH");
	row(5, 1000, 420, 2, 2, 48, S(":"));
	line(1200, 400, 0, "Lạng Sơn, ngày 28 tháng 4 năm 2026");
	text_lines(700, 4);
	doc = read_all();
	assert_has(&doc, "Số: 34/VP-TH   ");
	assert_true(!has(&doc, " :"));
}

static void marks_that_a_scan_loses_are_put_back(void **st)
{
	rawdoc doc;

	(void)st;
	new_page();
	line(200, 700, 0, "GIÁY MỜI tô chức đên hêt ngày 15/7 câp trên ƯBND QĐÐ-TTg");
	line(200, 800, 0, "Ông Tô Văn Cân đi về bên Tây");
	text_lines(900, 4);
	doc = read_all();
	mend_scan(&doc, &memory);
	assert_has(&doc, "GIẤY MỜI tổ chức đến hết ngày 15/7 cấp trên UBND QĐ-TTg");
	assert_has(&doc, "Ông Tô Văn Cân đi về bên Tây");
	/* The places of words go along. */
	for (uint32_t i = 1; i < doc.origins.n; i++)
		assert_true(doc.origins.p[i].at > doc.origins.p[i - 1].at);
	assert_int_equal(doc.lines.p[1].source - doc.lines.p[0].source, doc.lines.p[0].text.n + 1);
}

static void stamps_stand_beside_the_text(void **st)
{
	rawdoc doc;

	(void)st;
	new_page();
	text_lines(700, 4);
	row(6, 0, 0, 0, 0, -1, S(""));
	row(1, 0, 0, WIDTH, HEIGHT / 2, -1, S(""));
	line(300, 400, 0, "TỐI MẬT");
	doc = read_all();
	assert_int_equal(doc.lines.p[doc.lines.n - 1].flags, RAW_STAMP);
	assert_true(slice_eq(doc.lines.p[doc.lines.n - 1].text, S("TỐI MẬT")));
	assert_int_equal(doc.lines.p[doc.lines.n - 1].page, 1);
}

static void own_row(int level, int left, int top)
{
	row(level, left, top, 0, 0, -1, S(""));
}

static void a_ruled_table_keeps_its_cells(void **st)
{
	static const struct {
		int32_t row, column;
		const char *text;
	} want[] = {{0, 0, "Nhiệm vụ"},
	            {0, 1, "Thời hạn"},
	            {1, 0, "Rà soát hồ sơ"},
	            {1, 1, "Trước ngày 02/12/2026"}};
	uint32_t n = 0, after = 0;
	rawdoc doc;

	(void)st;
	new_page();
	text_lines(300, 4);
	text_lines(1300, 4);
	own_row(0, 0, 900);
	for (int x = 300; x <= 1500; x += 600)
		own_row(7, x, 0);
	for (int y = 900; y <= 1100; y += 100)
		own_row(8, 0, y);
	for (int strip = 0; strip < 2; strip++) {
		own_row(9, 300 + 600 * strip, 900);
		row(1, 0, 0, 600, 200, -1, S(""));
		line(20, 30, 0, strip ? "Thời hạn" : "Nhiệm vụ");
		line(20, 110, 0, strip ? "Trước ngày" : "Rà soát");
		line(20, 150, 0, strip ? "02/12/2026" : "hồ sơ");
	}
	doc = read_all();
	for (uint32_t i = 0; i < doc.lines.n; i++) {
		const rawline *l = &doc.lines.p[i];

		if (l->table < 0) {
			after += n > 0 && l->text.n > 0;
			continue;
		}
		assert_true(n < ARRAY_LEN(want));
		assert_int_equal(l->row, want[n].row);
		assert_int_equal(l->column, want[n].column);
		assert_true(slice_eq(l->text, slice_c(want[n++].text)));
	}
	assert_int_equal(n, ARRAY_LEN(want));
	assert_int_equal(after, 4); /* the table stands where it stood */
}

static void nonsense_is_refused_or_read_without_harm(void **st)
{
	static const char *const bad[] = {
		"",
		"x",
		"1\t1",
		"5\t1\t1\t1\t1\t1\t5\t5\t5\t5\t90\tword\n",
		"1\t1\t0\t0\t0\t0\t0\t0\t0\t0\t-1\t\n",
		"1\t1\t0\t0\t0\t0\t0\t0\t99999999999999999999\t7\t-1\t\n5\t1\t1\t1\t1\t1\t99999999999\t-5\t"
		"2\t2\t90\tw\n",
		"1\t1\t0\t0\t0\t0\t0\t0\t10\t10\t-1\t\n5\t1\t1\t1\t1\t1\t1\t1\t2\t2\t90\t\xff\xfe\xc3\n",
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		rawdoc doc = {0};
		err e = {0};

		if (rawdoc_from_tsv(slice_c(bad[i]), &memory, &doc, &e) == RC_OK)
			mend_scan(&doc, &memory);
		else
			assert_true(e.id == MSG_DAMAGED || e.id == MSG_NO_WORDS);
	}
}

static void every_prefix_is_read_without_harm(void **st)
{
	slice all;

	(void)st;
	new_page();
	line(200, 400, 30, "Số: 34@53 /VP-TH ngày 8Ÿ@40 tháng 4");
	line(200, 500, 30, "- đên hêt |");
	all = strbuf_slice(&tsv);
	for (size_t n = 0; n <= all.n; n++) {
		char *exact = malloc(n + 1);
		rawdoc doc = {0};
		err e = {0};

		assert_non_null(exact);
		memcpy(exact, all.p, n);
		exact = realloc(exact, n > 0 ? n : 1);
		if (rawdoc_from_tsv((slice){exact, n}, &memory, &doc, &e) == RC_OK)
			mend_scan(&doc, &memory);
		free(exact);
	}
}

/* A second look at the part of the page that begins at x, y. */
static void again(int x, int y)
{
	row('A' - '0', x, y, 0, 0, -1, S(""));
	row(1, 0, 0, 1000, 1000, -1, S(""));
}

static void a_second_look_finds_the_name_under_a_seal(void **st)
{
	rawdoc doc;

	(void)st;
	new_page();
	text_lines(300, 8);
	line(1500, 1400, 0, "GIÁM ĐỐC");
	line(1500, 1700, 0, "lÊ@20 ng@30 nh@10");
	again(1400, 1300);
	line(100, 100, 0, "GIAM DOC TOT"); /* it was read surely before */
	line(150, 250, 0, "SỐ YTE");       /* the rim of a seal */
	line(100, 400, 0, "Vũ");           /* one line, taken for two */
	line(155, 400, 0, "Thị Mây");
	doc = read_all();
	assert_has(&doc, "GIÁM ĐỐC");
	assert_has(&doc, "Vũ Thị Mây");
	assert_false(has(&doc, "TOT"));
	assert_false(has(&doc, "YTE"));
	assert_false(has(&doc, "lÊ"));
}

static void half_a_name_is_none(void **st)
{
	rawdoc doc;

	(void)st;
	new_page();
	text_lines(300, 8);
	again(1400, 1300);
	line(40, 400, 0, "x7@37"); /* a stroke where the surname stands */
	line(100, 400, 0, "Hoàng Thị Mây");
	line(100, 700, 0, "Hoàng Mây");
	doc = read_all();
	assert_false(has(&doc, "Hoàng"));
}

static void a_signature_stands_right_of_its_recipients(void **st)
{
	ocr_page drawn = {.width = WIDTH, .height = HEIGHT};
	ocr_part part;

	(void)st;
	assert_false(ocr_signature(S(""), &drawn, &part));
	line(1500, 500, 0, "Nơi nhận:"); /* not at the left: somebody writes of recipients */
	assert_false(ocr_signature(strbuf_slice(&tsv), &drawn, &part));
	line(200, 2000, 0, "Nơi nhận:");
	assert_true(ocr_signature(strbuf_slice(&tsv), &drawn, &part));
	assert_in_range(part.top, 1700, 2000);
	assert_in_range(part.left, 900, 1200);
	assert_int_equal(part.left + part.width, WIDTH);
	line(200, HEIGHT - 50, 0, "Nơi nhận");
	assert_true(ocr_signature(strbuf_slice(&tsv), &drawn, &part));
	assert_int_equal(part.top + part.height, HEIGHT);
	line(200, HEIGHT + 5000, 0, "Nơi nhận");
	assert_false(ocr_signature(strbuf_slice(&tsv), &drawn, &part));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_scan_says_so_and_how_sure, start, done),
		cmocka_unit_test_setup_teardown(boxes_of_a_turned_page_are_turned_back, start,
	                                        done),
		cmocka_unit_test_setup_teardown(two_columns_of_a_header_stay_apart, start, done),
		cmocka_unit_test_setup_teardown(a_crooked_page_has_straight_lines, start, done),
		cmocka_unit_test_setup_teardown(rules_and_seals_are_no_words, start, done),
		cmocka_unit_test_setup_teardown(a_doubtful_number_is_blank, start, done),
		cmocka_unit_test_setup_teardown(a_sure_number_stays, start, done),
		cmocka_unit_test_setup_teardown(stamps_stand_beside_the_text, start, done),
		cmocka_unit_test_setup_teardown(a_speck_between_the_columns_is_dirt, start, done),
		cmocka_unit_test_setup_teardown(marks_that_a_scan_loses_are_put_back, start, done),
		cmocka_unit_test_setup_teardown(a_second_look_finds_the_name_under_a_seal, start,
	                                        done),
		cmocka_unit_test_setup_teardown(half_a_name_is_none, start, done),
		cmocka_unit_test_setup_teardown(a_signature_stands_right_of_its_recipients, start,
	                                        done),
		cmocka_unit_test_setup_teardown(a_ruled_table_keeps_its_cells, start, done),
		cmocka_unit_test_setup_teardown(nonsense_is_refused_or_read_without_harm, start,
	                                        done),
		cmocka_unit_test_setup_teardown(every_prefix_is_read_without_harm, start, done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
