/*
 * test_slice.c - looking for a few bytes, against looking at each place.
 */
#include "base/slice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const char *by_each_place(slice s, slice what)
{
	for (size_t i = 0; i + what.n <= s.n; i++)
		if (memcmp(s.p + i, what.p, what.n) == 0)
			return s.p + i;
	return NULL;
}

/* Every part of a text is found where it first stands, in every end of the text, and nowhere behind it. */
static void every_part_is_found(void **st)
{
	static const slice text = S(
		"abababababcabcabcabcabdabababababababcabababababababababababababac"
		"abababababababababababababababababababababababababababababababababd");

	(void)st;
	for (size_t from = 0; from < text.n; from += 3)
		for (size_t n = 1; from + n <= text.n; n += n < 70 ? 1 : 16)
			for (size_t end = 1; end <= text.n; end += 5) {
				slice s = {text.p, end}, what = {text.p + from, n};

				assert_ptr_equal(slice_find(s, what), by_each_place(s, what));
			}
}

static void nothing_is_found_in_nothing(void **st)
{
	(void)st;
	assert_null(slice_find((slice){NULL, 0}, S("a")));
	assert_null(slice_find((slice){NULL, 0}, S("")));
	assert_null(slice_find(S("a"), S("ab")));
	assert_non_null(slice_find(S("a"), S("")));
	assert_true(slice_has(S("đến hết"), S("hết")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_part_is_found),
		cmocka_unit_test(nothing_is_found_in_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
