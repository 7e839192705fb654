/*
 * test_lines.c - what one look over a line tells, whatever its length and wherever the thing stands.
 */
#include "reading/shape/shape_priv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

enum { LONGEST = 67 }; /* four vectors and a bit */

/* `what` at each place of lines of each length is told, and the width is that of its letters. */
static void is_told(slice what, uint32_t width, uint16_t flag)
{
	for (size_t n = what.n; n <= LONGEST; n++)
		for (size_t at = 0; at + what.n <= n; at++) {
			char *line = malloc(n); /* so that a byte too many is seen */
			uint32_t got;

			assert_non_null(line);
			memset(line, 'n', n);
			memcpy(line + at, what.p, what.n);
			assert_int_equal(line_scan((slice){line, n}, &got), flag);
			assert_int_equal(got, n - what.n + width);
			free(line);
		}
}

static void what_stands_anywhere_in_a_line_is_told(void **st)
{
	(void)st;
	is_told(S("n"), 1, 0);
	is_told(S("ộ"), 1, 0);
	is_told(S("ươ"), 2, 0);
	is_told(S("ƣ"), 1, LN_DIRTY);
	is_told(S("a\xcc\x81"), 2, LN_DIRTY);
	is_told(S("  "), 2, LN_GAPS);
	is_told(S("\t"), 1, LN_GAPS);
	is_told(S("*"), 1, LN_MARKS);
	is_told(S("|"), 1, LN_PIPES);
}

static void a_letter_by_itself_is_told_in_nearly_all_places(void **st)
{
	unsigned told = 0, all = 0;

	(void)st;
	for (size_t at = 0; at + 3 <= LONGEST; at++, all++) {
		char line[LONGEST];
		uint32_t width;

		memset(line, 'n', sizeof line);
		memcpy(line + at, " b ", 3);
		told += line_scan((slice){line, sizeof line}, &width) == LN_LONE;
	}
	assert_in_range(told, all - 4, all); /* where two vectors meet it is not seen */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_stands_anywhere_in_a_line_is_told),
		cmocka_unit_test(a_letter_by_itself_is_told_in_nearly_all_places),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
