/*
 * test_template.c - the little language of the sample documents' dates.
 */
#include "app/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static slice render(arena *a, slice text, const char *day)
{
	slice out = S("(refused)");
	civil today;
	err e = {0};

	assert_int_equal(civil_parse((slice){day, 10}, &today, NULL), RC_OK);
	if (template_render(text, civil_days(today.y, today.mo, today.d), a, &out, &e) != RC_OK)
		assert_int_equal(e.id, MSG_TEMPLATE_BAD);
	return out;
}

static void expect_slice(slice text, const char *day, slice want)
{
	arena a;
	slice got;

	arena_init(&a, NULL, 0);
	got = render(&a, text, day);
	if (!slice_eq(got, want))
		fail_msg("%.*s on %s: got \"%.*s\", want \"%.*s\"", (int)text.n, text.p, day,
		         (int)got.n, got.p, (int)want.n, want.p);
	arena_done(&a);
}

#define expect(text, day, want) expect_slice(S(text), day, S(want))

static void text_without_fields_is_untouched(void **state)
{
	(void)state;
	expect("Số: 12/TB-UBND {một} }} {", "2026-11-23", "Số: 12/TB-UBND {một} }} {");
	expect("", "2026-11-23", "");
}

static void days_are_counted_and_padded_as_decree_30_wants(void **state)
{
	(void)state;
	expect("{{+0}}", "2026-11-23", "23/11/2026");
	expect("ngày {{+4}}.", "2026-11-23", "ngày 27/11/2026.");
	expect("{{+10}}", "2026-12-24", "03/01/2027");
	expect("{{+5}}", "2026-02-27", "04/3/2026");
	expect("{{+5 dài}}", "2026-02-23", "28 tháng 02 năm 2026");
	expect("{{-23 dài}}", "2026-11-23", "31 tháng 10 năm 2026");
	expect("{{+4 ngày-tháng}}", "2026-11-23", "27/11");
	expect("{{+6 thứ}} {{thứ}}", "2026-11-23", "Chủ nhật thứ Hai");
}

static void working_days_skip_saturday_and_sunday(void **state)
{
	(void)state;
	expect("{{w+0}} {{w+4}} {{w+5}}", "2026-11-23", "23/11/2026 27/11/2026 30/11/2026");
	expect("{{w-1}} {{w-5}} {{w-6}}", "2026-11-23", "20/11/2026 16/11/2026 13/11/2026");
	expect("{{w+0 thứ}} {{w+1 thứ}} {{w-1 thứ}}", "2026-11-21", "thứ Hai thứ Ba thứ Sáu");
	expect("{{w+12}}", "2026-11-25", "11/12/2026");
}

static void no_working_day_is_ever_a_weekend(void **state)
{
	(void)state;
	for (int day = 1; day <= 14; day++) {
		for (int n = -30; n <= 30; n++) {
			char today[16];
			arena a;
			slice got;

			(void)snprintf(today, sizeof today, "2026-11-%02d", day);
			arena_init(&a, NULL, 0);
			got = render(&a, arena_printf(&a, "{{w%+d thứ}}", n), today);
			assert_false(slice_eq(got, S("Chủ nhật")));
			assert_false(slice_eq(got, S("thứ Bảy")));
			arena_done(&a);
		}
	}
}

static void months_quarters_and_years_may_be_shifted(void **state)
{
	(void)state;
	expect("{{tháng}} {{tháng +0}}", "2026-11-23", "11/2026 11/2026");
	expect("{{tháng +2}} {{tháng -1}}", "2026-11-23", "01/2027 10/2026");
	expect("tháng {{tháng dài +1}}", "2026-11-30", "tháng 12 năm 2026");
	expect("quý {{quý}} {{quý +1}}", "2026-11-23", "quý IV/2026 I/2027");
	expect("{{quý dài -1}}", "2026-11-23", "III năm 2026");
	expect("{{năm}} {{năm +1}}", "2026-11-23", "2026 2027");
	expect("{{w+28 tháng}} {{w+28 năm}}", "2026-11-23", "12/2026 2026");
	expect("{{+40 quý}} {{+40 năm -1}}", "2026-11-23", "I/2027 2026");
}

static void what_is_no_field_is_refused_with_its_line(void **state)
{
	const slice bad[] = {
		S("{{"),          S("{{}}"),      S("{{+}}"),         S("{{5}}"),
		S("{{+5"),        S("{{+5\n}}"),  S("{{+12345}}"),    S("{{+5 dai}}"),
		S("{{+5  dài}}"), S("{{x+5}}"),   S("{{ +5}}"),       S("{{+5 dài +1}}"),
		S("{{thứ +1}}"),  S("{{+1 +1}}"), S("{{năm -3000}}"),
	};
	err e = {0};
	slice out = S("untouched");
	arena a;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(bad); i++)
		expect_slice(bad[i], "2026-11-23", S("(refused)"));
	arena_init(&a, NULL, 0);
	assert_int_equal(template_render(S("một\nhai {{+1}}\nba {{mai}}"), 20000, &a, &out, &e),
	                 RC_INPUT);
	assert_string_equal(e.detail, "line 3");
	assert_true(slice_eq(out, S("untouched")));
	arena_done(&a);
}

static void every_prefix_is_read_without_overrun(void **state)
{
	static const char text[] = "a {{w+5 tháng dài +1}} b {{+5 dài}} {{{{";

	(void)state;
	for (size_t n = 0; n < sizeof text; n++) {
		char *exact = malloc(n ? n : 1);
		arena a;

		assert_non_null(exact);
		memcpy(exact, text, n);
		arena_init(&a, NULL, 0);
		(void)render(&a, (slice){exact, n}, "2026-11-23");
		arena_done(&a);
		free(exact);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_without_fields_is_untouched),
		cmocka_unit_test(days_are_counted_and_padded_as_decree_30_wants),
		cmocka_unit_test(working_days_skip_saturday_and_sunday),
		cmocka_unit_test(no_working_day_is_ever_a_weekend),
		cmocka_unit_test(months_quarters_and_years_may_be_shifted),
		cmocka_unit_test(what_is_no_field_is_refused_with_its_line),
		cmocka_unit_test(every_prefix_is_read_without_overrun),
	};

	return cmocka_run_group_tests_name("template", tests, NULL, NULL);
}
