/*
 * test_rule_words.c - when a report falls due again, read in the words of an office.
 */
#include "register/hand/rule_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void same(slice have, const char *want)
{
	if (!slice_eq(have, slice_c(want)))
		fail_msg("%.*s is not %s", (int)have.n, have.p, want);
}

static void a_rule_is_read_in_the_words_of_an_office(void **st)
{
	static const struct {
		const char *words, *rule;
	} cases[] = {
		{"hằng tháng, ngày 15", "R:monthly:15"},
		{"Hàng tháng vào ngày 5", "R:monthly:05"},
		{"hằng tháng, ngày cuối tháng", "R:monthly:-1"},
		{"hang thang", "R:monthly"},
		{"hằng quý", "R:quarterly"},
		{"hằng năm, ngày 15/12", "R:yearly:12-15"},
		{"hằng năm, ngày 01 tháng 3", "R:yearly:03-01"},
		{"mỗi tuần, thứ Sáu", "R:weekly:fri"},
		{"hằng tuần, Chủ nhật", "R:weekly:sun"},
		{"R:monthly:15", "R:monthly:15"},
		{"hằng tháng, khi cần", "hằng tháng, khi cần"},
		{"hằng tháng, ngày", "hằng tháng, ngày"},
		{"trước ngày 15 hằng tháng", "trước ngày 15 hằng tháng"},
		{"hằng", "hằng"},
		{"", ""},
	};
	static const char *const kept[] = {"R:monthly:15", "R:monthly:05",      "R:monthly:-1",
	                                   "R:quarterly",  "R:yearly:12-15",    "R:weekly:wed",
	                                   "R:monthly",    "R:weekly:friT16:00"};
	arena a;

	(void)st;
	arena_init(&a, NULL, 0);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		same(rule_of(&a, slice_c(cases[i].words)), cases[i].rule);
	for (size_t i = 0; i < ARRAY_LEN(kept); i++)
		same(rule_of(&a, rule_said(&a, slice_c(kept[i]))), kept[i]);
	same(rule_said(&a, S("R:weekly:friT16:00")), "R:weekly:friT16:00");
	arena_done(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_rule_is_read_in_the_words_of_an_office),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
