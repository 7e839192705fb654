/*
 * test_sayings.c - every phrase of every table stands where it is written.
 */
#include "reading/facts/text/phrase.h"

#include "read_text.h"

static scan scan_of(slice text)
{
	scan s = {.rd = &read_with, .a = &read_memory};
	hits found[LAYER_COUNT];

	s.tk = tokens_of(text, read_with.lex, &read_memory);
	lexicon_match(read_with.lex, &s.tk, &read_memory, found);
	return s;
}

/* Compared word by word or byte by byte, alone or in a table: it is the same. */
static void every_phrase_stands_where_it_is_written(void **st)
{
	size_t phrases = 0;

	(void)st;
	assert_true(sayings_end - sayings_first > 40);
	for (const saying_table *t = sayings_first; t < sayings_end; t++)
		for (size_t k = 0; k < t->n; k++, phrases++) {
			scan s = scan_of(arena_printf(&read_memory, "x; %.*s, x", (int)t->p[k].n,
			                              t->p[k].p));
			uint32_t n = says(&s, 2, t->p[k]), longest;
			size_t which = SIZE_MAX;

			assert_true(n > 0);
			longest = says_any(&s, 2, t, &which);
			assert_true(longest >= n && which < t->n);
			assert_int_equal(says(&s, 2, t->p[which]), longest);
			assert_int_equal(says_any_in(&s, 0, s.tk.n, t), 2);
			assert_int_equal(says_any(&s, 0, t, NULL), 0);
		}
	assert_true(phrases > 400);
}

static void case_and_the_place_of_a_tone_do_not_matter(void **st)
{
	static const slice words[] = {S("lũy kế"), S("hoà giải")};
	SAYINGS(words);
	scan s = scan_of(S("Luỹ KẾ và Hòa giải"));
	size_t which;

	(void)st;
	assert_int_equal(says_any(&s, 0, &said_words, &which), 2);
	assert_int_equal(which, 0);
	assert_int_equal(says_any_in(&s, 1, s.tk.n, &said_words), 3);
	assert_int_equal(said_before(&s, 5, &said_words), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_phrase_stands_where_it_is_written),
		cmocka_unit_test(case_and_the_place_of_a_tone_do_not_matter),
	};

	return cmocka_run_group_tests(tests, read_start, read_done);
}
