/*
 * test_arena.c - lists that grow, arrays that are given back early.
 */
#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* An allocator that knows how many blocks are out. */
static void *counted_alloc(void *ctx, size_t n)
{
	++*(int *)ctx;
	return malloc(n);
}

static void counted_free(void *ctx, void *p)
{
	--*(int *)ctx;
	free(p);
}

static void a_list_keeps_its_elements_and_gets_zeroed_ones(void **st)
{
	VEC(uint64_t) one = {0}, other = {0};
	arena a;

	(void)st;
	arena_init(&a, NULL, 0);
	/* The second list ends the first one's growing in place now and then. */
	for (uint64_t i = 0; i < 5000; i++) {
		uint64_t *p = VEC_PUSH(&a, &one);

		assert_int_equal(*p, 0);
		*p = i + 1;
		if (i % 700 == 0)
			*VEC_PUSH(&a, &other) = i;
	}
	for (uint64_t i = 0; i < 5000; i++)
		assert_int_equal(one.p[i], i + 1);
	for (uint64_t i = 0; i < other.n; i++)
		assert_int_equal(other.p[i], i * 700);
	arena_done(&a);
}

static void a_copy_of_a_list_keeps_what_it_had(void **st)
{
	VEC(int) list = {0};
	arena a;

	(void)st;
	arena_init(&a, NULL, 0);
	for (int i = 0; i < 8; i++)
		*VEC_PUSH(&a, &list) = i;
	{
		__typeof__(list) copy = list;

		*VEC_PUSH(&a, &list) = 100;
		*VEC_PUSH(&a, &copy) = 200;
		assert_int_equal(list.p[8], 100);
		assert_int_equal(copy.p[8], 200);
		for (int i = 0; i < 8; i++)
			assert_int_equal(copy.p[i], i);
	}
	arena_done(&a);
}

static void a_large_array_can_be_given_back_early(void **st)
{
	int out = 0;
	const allocator counted = {counted_alloc, counted_free, &out};
	enum { LARGE = 3 << 20 };
	char *small, *large, *after;
	size_t taken;
	arena a;

	(void)st;
	arena_init(&a, &counted, 0);
	small = arena_alloc(&a, 100);
	large = arena_room(&a, LARGE);
	memset(large, 1, LARGE);
	after = arena_alloc(&a, 100);
	memset(small, 2, 100);
	memset(after, 3, 100);
	taken = a.taken;
	arena_drop(&a, large);
	assert_int_equal(a.taken, taken - LARGE);
	assert_int_equal(small[99], 2);
	assert_int_equal(after[99], 3);
	arena_drop(&a, NULL); /* nothing */
	assert_int_equal(a.taken, taken - LARGE);
	arena_done(&a);
	assert_int_equal(out, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_keeps_its_elements_and_gets_zeroed_ones),
		cmocka_unit_test(a_copy_of_a_list_keeps_what_it_had),
		cmocka_unit_test(a_large_array_can_be_given_back_early),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
