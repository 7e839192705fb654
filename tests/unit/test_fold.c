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

static void a_line_begins_with_a_capital(void **st)
{
	(void)st;
	expect(fold_capital(&memory, S("rà soát")), S("Rà soát"));
	expect(fold_capital(&memory, S("đôn đốc")), S("Đôn đốc"));
	expect(fold_capital(&memory, S("ủy ban")), S("Ủy ban"));
	expect(fold_capital(&memory, S("12 bộ")), S("12 bộ"));
	expect(fold_capital(&memory, S("")), S(""));
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

/* Walking a text gives the words that folding it gives, each where it stands. */
static void words_have_the_keys_of_folded_words(void **st)
{
	static const slice texts[] = {
		S("  “Kế hoạch” số 0130/KH-UBND – ƯU TIÊN ﬁ ½ hoa\xcc\x80 "),
		S("Sở Văn hóa,  Thể thao\nvà Du lịch; ĐÔN ĐỐC 007 x"),
		S("\xff\xfe a\xc3"),
		S(""),
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		slice rest = fold_text(&memory, texts[i]), one;
		fold_walk walk = {texts[i], 0};
		fold_word word;

		while (slice_next(&rest, ' ', &one) && one.n > 0) {
			assert_true(fold_next(&walk, &word));
			assert_true(word.key == fold_key(one));
			expect(fold_text(&memory, slice_at(texts[i], word.from)), one);
		}
		assert_false(fold_next(&walk, &word));
	}
}

static void noughts_before_a_number_are_no_part_of_its_key(void **st)
{
	(void)st;
	assert_true(fold_key(S("007")) == fold_key(S("7")));
	assert_true(fold_key(S("70")) != fold_key(S("7")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_and_capitals_go),
		cmocka_unit_test(a_line_begins_with_a_capital),
		cmocka_unit_test(folding_twice_changes_nothing),
		cmocka_unit_test(a_number_is_a_key),
		cmocka_unit_test(any_bytes_end),
		cmocka_unit_test(words_have_the_keys_of_folded_words),
		cmocka_unit_test(noughts_before_a_number_are_no_part_of_its_key),
	};
	int failed;

	arena_init(&memory, NULL, 0);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_done(&memory);
	return failed;
}
