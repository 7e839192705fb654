/*
 * test_vi_format.c - counts as people read them.
 */
#include "model/vi_format.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static void thousands_have_points(void **st)
{
	static const struct {
		int64_t n;
		slice words;
	} all[] = {
		{0, S("0")},
		{999, S("999")},
		{1000, S("1.000")},
		{1235, S("1.235")},
		{-1005, S("-1.005")},
		{12003004, S("12.003.004")},
		{INT64_MIN, S("-9.223.372.036.854.775.808")},
		{INT64_MAX, S("9.223.372.036.854.775.807")},
	};
	char room[64];
	strbuf b;

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(all); i++) {
		strbuf_over(&b, room, sizeof room);
		vi_count(&b, all[i].n);
		assert_int_equal(b.n, all[i].words.n);
		assert_memory_equal(b.p, all[i].words.p, b.n);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(thousands_have_points)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
