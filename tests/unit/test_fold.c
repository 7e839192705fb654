/*
 * test_fold.c - text as it is searched.
 */
#include "base/fold.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static arena memory;

static void expect(slice got, slice want)
{
	if (!slice_eq(got, want))
		(void)printf("# got '%.*s', want '%.*s'\n", (int)got.n, got.p, (int)want.n, want.p);
	assert_true(slice_eq(got, want));
}

static void marks_and_capitals_go(void **st)
{
	(void)st;
	expect(fold_text(&memory, S("Sở Văn hóa,  Thể thao và Du lịch")),
	       S("so van hoa the thao va du lich"));
	expect(fold_text(&memory, S("ĐÔN ĐỐC đôn đốc")), S("don doc don doc"));
	expect(fold_text(&memory, S("hoa\xcc\x80 e\xcc\x82\xcc\x81")), S("hoa e"));
}

static void folding_twice_changes_nothing(void **st)
{
	slice once = fold_text(&memory, S("  “Kế hoạch” số 130/KH-UBND – ƯU TIÊN ﬁ ½ "));

	(void)st;
	expect(fold_text(&memory, once), once);
}

static void a_number_is_a_key(void **st)
{
	(void)st;
	expect(fold_number(&memory, S("310 /UBND-KTCN")), S("310/ubnd-ktcn"));
	expect(fold_number(&memory, S("02/2026/NĐ-CP")), S("2/2026/nd-cp"));
	expect(fold_number(&memory, S("")), S(""));
}

static void any_bytes_end(void **st)
{
	(void)st;
	expect(fold_text(&memory, S("\xff\xfe a\xc3")), S("a"));
	expect(fold_text(&memory, (slice){NULL, 0}), S(""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_and_capitals_go),
		cmocka_unit_test(folding_twice_changes_nothing),
		cmocka_unit_test(a_number_is_a_key),
		cmocka_unit_test(any_bytes_end),
	};
	int failed;

	arena_init(&memory, NULL, 0);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_done(&memory);
	return failed;
}
