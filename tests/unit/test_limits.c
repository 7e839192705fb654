/*
 * test_limits.c - how often one may, by a clock of the test's own.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "web/limits.h"

enum { NOON = 12 * 3600 };

static limits *fresh(arena *a)
{
	arena_init(a, NULL, 0);
	return limits_new(a);
}

static void so_many_in_a_minute_and_no_more(void **st)
{
	arena a;
	limits *l = fresh(&a);

	(void)st;
	for (int i = 0; i < 5; i++)
		assert_true(limits_pass(l, 'w', S("1"), 5, NOON + i));
	assert_false(limits_pass(l, 'w', S("1"), 5, NOON + 5));
	assert_false(limits_pass(l, 'w', S("1"), 5, NOON + 59));
	assert_true(limits_pass(l, 'w', S("1"), 5, NOON + 60));
	arena_done(&a);
}

static void others_and_other_things_are_counted_apart(void **st)
{
	arena a;
	limits *l = fresh(&a);

	(void)st;
	assert_true(limits_pass(l, 'w', S("1"), 1, NOON));
	assert_false(limits_pass(l, 'w', S("1"), 1, NOON));
	assert_true(limits_pass(l, 'w', S("2"), 1, NOON));
	assert_true(limits_pass(l, 's', S("1"), 1, NOON));
	arena_done(&a);
}

static void nought_is_no_limit(void **st)
{
	arena a;
	limits *l = fresh(&a);

	(void)st;
	for (int i = 0; i < 1000; i++)
		assert_true(limits_pass(l, 'w', S("1"), 0, NOON));
	arena_done(&a);
}

static void a_full_table_keeps_nobody_out(void **st)
{
	arena a;
	limits *l = fresh(&a);
	unsigned refused = 0;

	(void)st;
	for (int i = 0; i < 20000; i++)
		refused += !limits_pass(l, 'w', arena_printf(&a, "%d", i), 1, NOON);
	assert_int_equal(refused, 0);
	arena_done(&a);
}

static void so_many_at_once(void **st)
{
	arena a;
	limits *l = fresh(&a);

	(void)st;
	assert_true(limits_enter(l, 2));
	assert_true(limits_enter(l, 2));
	assert_false(limits_enter(l, 2));
	limits_leave(l);
	assert_true(limits_enter(l, 2));
	arena_done(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(so_many_in_a_minute_and_no_more),
		cmocka_unit_test(others_and_other_things_are_counted_apart),
		cmocka_unit_test(nought_is_no_limit),
		cmocka_unit_test(a_full_table_keeps_nobody_out),
		cmocka_unit_test(so_many_at_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
