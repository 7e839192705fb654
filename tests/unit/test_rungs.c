/*
 * test_rungs.c - looking between two rungs, against looking at each element.
 */
#include "reading/facts/text/rungs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

enum { ELEMENTS = 300, KEYS_BEHIND = 200 };

typedef struct element {
	char other[12];
	uint32_t key;
} element;

typedef VEC(element) elements;

static uint32_t one_by_one(const elements *v, uint32_t key)
{
	uint32_t i = 0;

	while (i < v->n && v->p[i].key < key)
		i++;
	return i;
}

/* Elements close together, equal ones, and gaps of many rungs; of every length. */
static elements elements_new(uint32_t n, arena *a)
{
	static const uint32_t steps[] = {0, 1, 63, 64, 5, 0, 1000, 65, 2, 128};
	elements v = {0};

	for (uint32_t i = 0, key = 3; i < n; i++) {
		key += steps[i % ARRAY_LEN(steps)];
		VEC_PUSH(a, &v)->key = key;
	}
	return v;
}

static void every_key_is_found_with_rungs_and_without(void **st)
{
	static const uint32_t lengths[] = {0, 1, 2, 7, ELEMENTS};
	arena a;

	(void)st;
	arena_init(&a, NULL, 0);
	for (size_t k = 0; k < ARRAY_LEN(lengths); k++) {
		elements v = elements_new(lengths[k], &a);
		rungs none = {0}, r = rungs_of(ORDERED(&v, key), &a);
		uint32_t last = v.n ? v.p[v.n - 1].key : 0;

		for (uint32_t key = 0; key < last + KEYS_BEHIND; key++) {
			assert_int_equal(rungs_find(&r, ORDERED(&v, key), key),
			                 one_by_one(&v, key));
			assert_int_equal(rungs_find(&none, ORDERED(&v, key), key),
			                 one_by_one(&v, key));
		}
		assert_int_equal(rungs_find(&r, ORDERED(&v, key), UINT32_MAX), v.n);
	}
	arena_done(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_key_is_found_with_rungs_and_without),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
