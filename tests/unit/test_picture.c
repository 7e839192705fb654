/*
 * test_picture.c - a page as a picture: turned straight, its tables cut out, its red ink
 * by itself.
 */
#include "app/intake/ocr_priv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

enum { WIDTH = 2480, HEIGHT = 3508 };

static void draw(strbuf *to, int width, int height, int percent)
{
	char head[64];
	int n = snprintf(head, sizeof head, "P5\n%d %d\n255\n", width, height);

	strbuf_put(to, (slice){head, (size_t)n});
	for (int y = 0; y < height; y++)
		for (int x = 0; x < width; x++) {
			int at = y - x * percent / 100;
			bool ink = at % 60 > 10 && at % 60 < 35 && x % 40 < 25 && at > 200 &&
			           at < height - 200 && x > 100 && x < width - 100;

			strbuf_putc(to, (char)(ink ? 20 : 250));
		}
}

/* Rows of the picture that are paper from side to side: many, when lines are level. */
static int empty_rows(slice pgm, int width, int height)
{
	const unsigned char *p = (const unsigned char *)pgm.p + pgm.n - (size_t)width * height;
	int n = 0;

	for (int y = 0; y < height; y++) {
		int dark = 0;

		for (int x = width / 10; x < width * 9 / 10; x++)
			dark += p[(size_t)y * width + x] < 128;
		n += dark == 0;
	}
	return n;
}

static void a_crooked_picture_is_turned(void **st)
{
	ocr_page ready;
	strbuf picture;

	(void)st;
	strbuf_init(&picture, NULL, 64 << 20);
	draw(&picture, WIDTH, HEIGHT, 3);
	assert_true(picture_prepare(strbuf_slice(&picture), &ready));
	assert_true(empty_rows(strbuf_slice(&picture), WIDTH, HEIGHT) < 700);
	assert_true(empty_rows(strbuf_slice(&ready.room), WIDTH, HEIGHT) > 1500);
	strbuf_done(&picture);
	strbuf_done(&ready.room);
}

static void a_drawn_table_is_found_and_cut_out(void **st)
{
	ocr_page ready;
	ocr_table table;
	strbuf picture;
	char *p;

	(void)st;
	strbuf_init(&picture, NULL, 64 << 20);
	strbuf_put(&picture, S("P5\n2480 3508\n255\n"));
	p = strbuf_room(&picture, (size_t)WIDTH * HEIGHT);
	memset(p, 0xff, (size_t)WIDTH * HEIGHT);
	picture.n += (size_t)WIDTH * HEIGHT;
	for (int y = 1000; y <= 1600; y += 200)
		for (int x = 300; x < 2100; x++)
			memset(p + (size_t)y * WIDTH + x, 90, 3);
	for (int x = 300; x <= 2100; x += 600)
		for (int y = 1000; y < 1600; y++)
			memset(p + (size_t)y * WIDTH + x, 90, 3);
	for (int y = 1080; y < 1120; y++) /* a word */
		memset(p + (size_t)y * WIDTH + 400, 0, 60);
	assert_true(picture_prepare(strbuf_slice(&picture), &ready));
	assert_int_equal(ready.ntables, 1);
	picture_cut(&ready, 0, &table);
	assert_int_equal(table.ndown, 4);
	assert_int_equal(table.nacross, 4);
	p = table.pixels.p;
	assert_int_equal((unsigned char)p[(size_t)(1100 - table.top) * WIDTH + 420], 0);
	for (int x = 600; x < 800; x++)
		assert_true((unsigned char)p[(size_t)(1200 - table.top) * WIDTH + x] > 200);
	strbuf_done(&table.pixels);
	strbuf_done(&ready.room);
	strbuf_done(&picture);
}

static void what_is_no_picture_is_refused(void **st)
{
	static const char *const bad[] = {"",
	                                  "P5",
	                                  "P5\n",
	                                  "P5 20 20 255\nabc",
	                                  "P5 99999999 2 255\n",
	                                  "P6 20 20 255\n",
	                                  "P5 20 20 65535\n",
	                                  "P5 -1 20 255\n"};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		ocr_page made;

		assert_false(picture_prepare(slice_c(bad[i]), &made));
		strbuf_done(&made.room);
	}
}

static void red_ink_is_looked_at_alone(void **st)
{
	strbuf coloured, head;
	unsigned char *p;
	size_t n = 600 * 800, dark = 0;

	(void)st;
	strbuf_init(&coloured, NULL, 64 << 20);
	strbuf_init(&head, NULL, 64 << 20);
	strbuf_put(&coloured, S("P6\n600 800\n255\n"));
	p = (unsigned char *)strbuf_room(&coloured, 3 * n);
	memset(p, 0xff, 3 * n);
	for (size_t i = 600 * 100; i < 600 * 104; i++) /* black, then red */
		memset(p + 3 * i, 0, 3);
	for (size_t i = 600 * 200; i < 600 * 202; i++)
		memset(p + 3 * i + 1, 40, 2);
	coloured.n += 3 * n;
	assert_true(picture_stamps(strbuf_slice(&coloured), INK_RED, 0, &head));
	for (size_t i = 15; i < head.n; i++)
		dark += (unsigned char)head.p[i] < 128;
	assert_int_equal(dark, 1200);
	assert_false(picture_stamps(S("P6\n600 800\n255\n"), INK_ALL, 0, &head));
	assert_false(picture_stamps(S("P5\n20 20\n255\n"), INK_ALL, 0, &head));
	strbuf_done(&coloured);
	strbuf_done(&head);
}

/* A rectangle of one shade on a page of 600 pixels a row. */
static void block(unsigned char *p, int x, int y, int width, int height, int shade)
{
	for (int k = 0; k < height; k++)
		memset(p + 3 * ((y + k) * 600 + x), shade, 3 * (size_t)width);
}

static size_t dark_in(const strbuf *b, size_t left, size_t top, size_t right, size_t bottom)
{
	size_t dark = 0, head = b->n - (size_t)600 * 384;

	for (size_t y = top; y < bottom; y++)
		for (size_t x = left; x < right; x++)
			dark += (unsigned char)b->p[head + y * 600 + x] < 128;
	return dark;
}

/* Writing is black with pale edges; the stamp over it is pale, framed, and broad. */
static void of_a_grey_scan_the_pale_strokes_stay(void **st)
{
	strbuf grey, head;
	unsigned char *p;
	size_t n = 600 * 800;

	(void)st;
	strbuf_init(&grey, NULL, 64 << 20);
	strbuf_init(&head, NULL, 64 << 20);
	strbuf_put(&grey, S("P6\n600 800\n255\n"));
	p = (unsigned char *)strbuf_room(&grey, 3 * n);
	memset(p, 0xff, 3 * n);
	grey.n += 3 * n;
	block(p, 100, 100, 200, 6, 100); /* the frame */
	block(p, 100, 194, 200, 6, 100);
	block(p, 100, 100, 6, 100, 100);
	block(p, 294, 100, 6, 100, 100);
	block(p, 190, 130, 8, 40, 100); /* a letter */
	block(p, 400, 300, 80, 1, 120); /* writing, and across the letter too */
	block(p, 400, 301, 80, 3, 10);
	block(p, 180, 148, 60, 3, 10);
	assert_false(picture_stamps(strbuf_slice(&grey), INK_RED, 0, &head));
	strbuf_clear(&head);
	assert_true(picture_stamps(strbuf_slice(&grey), INK_PALE, 0, &head));
	assert_int_equal(dark_in(&head, 95, 95, 185, 205), 0);
	assert_in_range(dark_in(&head, 185, 125, 205, 175), 8 * 36, 10 * 42);
	assert_int_equal(dark_in(&head, 380, 280, 500, 320), 0);
	block(p, 0, 0, 600, 290, 255); /* nothing but writing */
	strbuf_clear(&head);
	assert_false(picture_stamps(strbuf_slice(&grey), INK_PALE, 0, &head));
	strbuf_done(&grey);
	strbuf_done(&head);
}

static void a_turned_picture_comes_round(void **st)
{
	static const char small[] = "P5\n16 17\n255\n";
	strbuf a, b, c;

	(void)st;
	strbuf_init(&a, NULL, 1 << 16);
	strbuf_init(&b, NULL, 1 << 16);
	strbuf_init(&c, NULL, 1 << 16);
	strbuf_put(&a, slice_c(small));
	for (int i = 0; i < 16 * 17; i++)
		strbuf_putc(&a, (char)(i % 251));
	for (unsigned quarters = 1; quarters <= 3; quarters++) {
		b.n = c.n = 0;
		assert_true(picture_turned(strbuf_slice(&a), quarters, &b));
		assert_true(slice_starts(strbuf_slice(&b),
		                         quarters == 2 ? S("P5\n16 17\n") : S("P5\n17 16\n")));
		assert_true(picture_turned(strbuf_slice(&b), 4 - quarters, &c));
		assert_true(slice_eq(strbuf_slice(&a), strbuf_slice(&c)));
	}
	b.n = 0; /* to the right: what was below on the left is above on the left */
	assert_true(picture_turned(strbuf_slice(&a), 1, &b));
	assert_int_equal((unsigned char)b.p[sizeof small - 1], 16 * 16 % 251);
	assert_false(picture_turned(S("P5\n16 17\n255\n"), 1, &b));
	strbuf_done(&a);
	strbuf_done(&b);
	strbuf_done(&c);
}

static void a_page_of_doubtful_words_is_hardly_read(void **st)
{
	static const char sure[] = "5\t1\t1\t1\t1\t1\t10\t10\t90\t40\t96.5\tphòng\n";
	static const char doubtful[] = "5\t1\t1\t1\t1\t1\t10\t10\t90\t40\t31.5\tuẹyd\n";
	char inked[4000], blank[4000];
	slice dark = {inked, sizeof inked}, white = {blank, sizeof blank};

	(void)st;
	memset(inked, 0, sizeof inked);
	memset(blank, -1, sizeof blank);
	assert_true(ocr_hardly_read(dark, slice_c(doubtful)));
	assert_true(ocr_hardly_read(dark, S("")));
	assert_false(ocr_hardly_read(white, S("")));
	assert_false(ocr_hardly_read(dark, slice_c(sure)));
	assert_int_equal(ocr_sure_letters(slice_c(sure)), sizeof "phòng" - 1);
	assert_int_equal(ocr_sure_letters(S("5\t1\t96.5\tx\n\n5\t")), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(red_ink_is_looked_at_alone),
		cmocka_unit_test(a_crooked_picture_is_turned),
		cmocka_unit_test(a_drawn_table_is_found_and_cut_out),
		cmocka_unit_test(what_is_no_picture_is_refused),
		cmocka_unit_test(of_a_grey_scan_the_pale_strokes_stay),
		cmocka_unit_test(a_turned_picture_comes_round),
		cmocka_unit_test(a_page_of_doubtful_words_is_hardly_read),
	};

	return cmocka_run_group_tests_name("picture", tests, NULL, NULL);
}
