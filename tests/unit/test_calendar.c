/*
 * test_calendar.c - working days of 2025 and 2026, and what they do to deadlines.
 *
 * Reads data/calendar/vietnam.tsv of the tree: the figures asserted here are those
 * that the office would count on a wall calendar.
 */
#include "model/calendar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/file.h"

#ifndef DONDOC_DATA
#define DONDOC_DATA "data"
#endif

static arena memory;
static calendar vietnam;

static int load(void **state)
{
	slice tsv;

	(void)state;
	arena_init(&memory, NULL, 0);
	assert_int_equal(
		file_read(DONDOC_DATA "/calendar/vietnam.tsv", 1 << 20, &memory, &tsv, NULL),
		RC_OK);
	assert_int_equal(calendar_load(tsv, false, &memory, &vietnam, NULL), RC_OK);
	return 0;
}

static int unload(void **state)
{
	(void)state;
	arena_done(&memory);
	return 0;
}

static int32_t day(const char *iso)
{
	civil c;

	assert_int_equal(civil_parse((slice){iso, 10}, &c, NULL), RC_OK);
	return civil_days(c.y, c.mo, c.d);
}

static cmin minute(const char *iso)
{
	civil c;

	assert_int_equal(civil_parse((slice){iso, 16}, &c, NULL), RC_OK);
	return civil_minutes(c);
}

static void what_civil_writes_it_reads(void **state)
{
	static const char *const shown[] = {"2026-05-29", "0999-01-09", "2026-11-02T07:05"};
	civil c;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(shown); i++) {
		char room[20];
		strbuf b;

		strbuf_over(&b, room, sizeof room);
		assert_int_equal(civil_parse(slice_c(shown[i]), &c, NULL), RC_OK);
		civil_put(&b, c, slice_c(shown[i]).n == 16);
		assert_true(slice_eq(strbuf_slice(&b), slice_c(shown[i])));
	}
}

static void conclusion_notices_are_due_in_five_working_days(void **state)
{
	static const struct {
		const char *met, *due;
	} rows[] = {
		{"2026-04-20", "2026-04-28"}, /* 27/4 is off for Giỗ Tổ */
		{"2026-05-29", "2026-06-05"},
		{"2026-05-20", "2026-05-27"},
		{"2025-09-29", "2025-10-06"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		assert_int_equal(calendar_add_working_days(&vietnam, day(rows[i].met), 5),
		                 day(rows[i].due));
}

static void invitations_leave_three_working_days_before(void **state)
{
	static const struct {
		const char *meets, *sent;
	} rows[] = {
		{"2026-04-20", "2026-04-15"},
		{"2025-09-29", "2025-09-24"},
		{"2026-05-29", "2026-05-26"},
		{"2026-05-20", "2026-05-15"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		assert_int_equal(calendar_add_working_days(&vietnam, day(rows[i].meets), -3),
		                 day(rows[i].sent));
}

static void a_limit_on_a_holiday_is_safe_before_and_rolls_after(void **state)
{
	cmin last = minute("2026-04-30T23:59");

	(void)state;
	assert_int_equal(calendar_safe(&vietnam, last, false), minute("2026-04-29T23:59"));
	assert_int_equal(calendar_rolled(&vietnam, last), minute("2026-05-04T23:59"));
	/* "trong tháng 5/2026" ends on a Sunday. */
	last = minute("2026-05-31T23:59");
	assert_int_equal(calendar_safe(&vietnam, last, false), minute("2026-05-29T23:59"));
	assert_int_equal(calendar_rolled(&vietnam, last), minute("2026-06-01T23:59"));
}

static void a_limit_on_a_working_day_stays(void **state)
{
	(void)state;
	assert_int_equal(calendar_safe(&vietnam, minute("2025-09-29T10:00"), true),
	                 minute("2025-09-29T10:00"));
	assert_int_equal(calendar_rolled(&vietnam, minute("2025-09-29T10:00")),
	                 minute("2025-09-29T10:00"));
	assert_int_equal(calendar_safe(&vietnam, minute("2026-05-26T23:59"), false),
	                 minute("2026-05-26T23:59"));
}

static void an_instant_on_a_day_off_is_safe_the_working_day_before(void **state)
{
	(void)state;
	assert_int_equal(calendar_safe(&vietnam, minute("2026-05-01T10:00"), true),
	                 minute("2026-04-29T23:59"));
	assert_int_equal(calendar_rolled(&vietnam, minute("2026-05-01T10:00")),
	                 minute("2026-05-04T23:59"));
}

static void twelve_working_days_lie_between_25_may_and_10_june(void **state)
{
	(void)state;
	assert_int_equal(calendar_working_days(&vietnam, day("2026-05-25"), day("2026-06-10")), 12);
	assert_int_equal(calendar_working_days(&vietnam, day("2026-06-10"), day("2026-05-25")),
	                 -12);
	assert_int_equal(calendar_working_days(&vietnam, day("2026-05-25"), day("2026-05-25")), 0);
}

static void swapped_days_are_worked_and_not(void **state)
{
	(void)state;
	assert_true(calendar_is_working(&vietnam, day("2026-01-10")));  /* a Saturday */
	assert_false(calendar_is_working(&vietnam, day("2026-01-02"))); /* a Friday */
	assert_false(calendar_is_working(&vietnam, day("2026-02-16")));
	assert_false(calendar_is_working(&vietnam, day("2026-02-14"))); /* a Saturday off twice */
	assert_true(calendar_is_working(&vietnam, day("2026-02-23")));
	assert_true(calendar_is_working(&vietnam, day("2026-04-28")));
}

static void unconfirmed_days_are_worked_until_somebody_confirms_them(void **state)
{
	const slice tsv = S("date\tkind\treason\tsource\tconfirmed\n"
	                    "2026-08-31\toff\tx\ty\tno\n"
	                    "2026-11-24\toff\tx\ty\tno\n");
	calendar strict, all;

	(void)state;
	assert_true(calendar_is_working(&vietnam, day("2026-08-31")));
	assert_true(calendar_is_working(&vietnam, day("2026-11-24")));
	assert_true(vietnam.unconfirmed > 0);
	assert_int_equal(calendar_load(tsv, false, &memory, &strict, NULL), RC_OK);
	assert_int_equal(strict.unconfirmed, 2);
	assert_false(calendar_covers(&strict, 2026));
	assert_int_equal(calendar_load(tsv, true, &memory, &all, NULL), RC_OK);
	assert_false(calendar_is_working(&all, day("2026-11-24")));
	assert_true(calendar_covers(&all, 2026));
}

static void a_calendar_knows_which_years_it_covers(void **state)
{
	(void)state;
	assert_false(calendar_covers(&vietnam, 2023));
	for (int32_t y = 2024; y <= 2027; y++)
		assert_true(calendar_covers(&vietnam, y));
	assert_false(calendar_covers(&vietnam, 2028));
	assert_false(calendar_covers(&vietnam, INT32_MAX));
}

/* The slow way, day by day. */
static int32_t walk(const calendar *c, int32_t from, int n)
{
	for (; n > 0; n -= calendar_is_working(c, from))
		from++;
	for (; n < 0; n += calendar_is_working(c, from))
		from--;
	return from;
}

static void counting_agrees_with_walking(void **state)
{
	(void)state;
	for (int32_t d = day("2023-12-20"); d < day("2028-01-10"); d += 3)
		for (int n = -30; n <= 30; n++)
			assert_int_equal(calendar_add_working_days(&vietnam, d, n),
			                 walk(&vietnam, d, n));
}

static void without_rows_there_are_only_weekends(void **state)
{
	calendar empty;

	(void)state;
	assert_int_equal(calendar_load((slice){NULL, 0}, false, &memory, &empty, NULL), RC_OK);
	assert_true(calendar_is_working(&empty, day("2026-04-30")));
	assert_false(calendar_is_working(&empty, day("2026-05-02")));
	assert_int_equal(calendar_add_working_days(&empty, day("1969-12-26"), 1),
	                 day("1969-12-29"));
	assert_int_equal(calendar_add_working_days(&empty, day("1970-01-05"), -3),
	                 day("1969-12-31"));
}

static void limits_outside_all_years_are_left_alone(void **state)
{
	static const cmin odd[] = {CMIN_NONE, INT64_MAX, INT64_MIN + 1};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(odd); i++) {
		assert_true(calendar_safe(&vietnam, odd[i], true) == odd[i]);
		assert_true(calendar_rolled(&vietnam, odd[i]) == odd[i]);
	}
	(void)calendar_add_working_days(&vietnam, INT32_MAX, INT32_MAX);
	(void)calendar_add_working_days(&vietnam, INT32_MIN, INT32_MIN);
	(void)calendar_working_days(&vietnam, INT32_MIN, INT32_MAX);
	(void)calendar_is_working(&vietnam, INT32_MIN);
}

static void a_bad_table_is_refused_with_its_line(void **state)
{
	static const struct {
		const char *tsv, *detail;
	} rows[] = {
		{"date\tkind\n", "line 1: not the header line"},
		{"date\tkind\treason\tsource\tconfirmed\n2026-02-30\toff\tx\ty\tyes",
	         "line 2: not a date"},
		{"date\tkind\treason\tsource\tconfirmed\n2026-02-20\trest\tx\ty\tyes",
	         "line 2: kind is neither off nor work"},
		{"date\tkind\treason\tsource\tconfirmed\n#\n2026-02-20\toff\tx\ty\tmaybe",
	         "line 3: confirmed is neither yes nor no"},
		{"date\tkind\treason\tsource\tconfirmed\n2026-02-20\toff\tx\ty",
	         "line 2: fewer than five columns"},
		{"date\tkind\treason\tsource\tconfirmed\n2026-02-20\toff\tx\ty\tyes\tz",
	         "line 2: more than five columns"},
		{"date\tkind\treason\tsource\tconfirmed\n2026-02-20\toff\tx\ty\tyes\n"
	         "2026-02-20\toff\tx\ty\tyes\n",
	         "line 3: dates must ascend"},
		{"\xff", "line 0: too long, or not UTF-8"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		calendar untouched = {.unconfirmed = 77};
		err e = {0};

		assert_int_equal(calendar_load((slice){rows[i].tsv, strnlen(rows[i].tsv, 1 << 16)},
		                               false, &memory, &untouched, &e),
		                 RC_INPUT);
		assert_int_equal(e.id, MSG_CALENDAR_BAD);
		assert_string_equal(e.detail, rows[i].detail);
		assert_int_equal(untouched.unconfirmed, 77);
	}
}

static void every_prefix_is_read_without_overrun(void **state)
{
	static const char tsv[] = "\n#\ndate\tkind\treason\tsource\tconfirmed\r\n"
				  "2026-02-20\toff\tnghỉ\ty\tyes\r\n2026-02-21\twork\tx\ty\tno";

	(void)state;
	for (size_t n = 0; n < sizeof tsv; n++) {
		char *exact = malloc(n ? n : 1);
		calendar c;

		assert_non_null(exact);
		memcpy(exact, tsv, n);
		(void)!calendar_load((slice){exact, n}, false, &memory, &c, NULL);
		free(exact);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(conclusion_notices_are_due_in_five_working_days),
		cmocka_unit_test(invitations_leave_three_working_days_before),
		cmocka_unit_test(a_limit_on_a_holiday_is_safe_before_and_rolls_after),
		cmocka_unit_test(a_limit_on_a_working_day_stays),
		cmocka_unit_test(an_instant_on_a_day_off_is_safe_the_working_day_before),
		cmocka_unit_test(twelve_working_days_lie_between_25_may_and_10_june),
		cmocka_unit_test(swapped_days_are_worked_and_not),
		cmocka_unit_test(unconfirmed_days_are_worked_until_somebody_confirms_them),
		cmocka_unit_test(a_calendar_knows_which_years_it_covers),
		cmocka_unit_test(counting_agrees_with_walking),
		cmocka_unit_test(without_rows_there_are_only_weekends),
		cmocka_unit_test(what_civil_writes_it_reads),
		cmocka_unit_test(limits_outside_all_years_are_left_alone),
		cmocka_unit_test(a_bad_table_is_refused_with_its_line),
		cmocka_unit_test(every_prefix_is_read_without_overrun),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
