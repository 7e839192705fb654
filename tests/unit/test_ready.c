/*
 * test_ready.c - the reader that the build made is the one that the tables make.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "lib/builtin.h"
#include "reading/reading.h"

enum { IMAGE_MAX = 64 << 20, STEP = 1999 };

static arena memory;
static strbuf from_build, from_tables;

static void read_tables(reader *ret)
{
	slice names = S(BUILTIN_REGISTRIES), name;
	VEC(registry_tables) tables = {0};
	err e = {0};

	while (slice_next(&names, ',', &name))
		assert_int_equal(builtin_registry(name, VEC_PUSH(&memory, &tables), &e), RC_OK);
	assert_int_equal(reader_init(tables.p, tables.n, builtin_cues(), &memory, ret, &e), RC_OK);
}

static int make_both(void **state)
{
	reader rd;

	(void)state;
	arena_init(&memory, NULL, 0);
	strbuf_init(&from_build, NULL, IMAGE_MAX);
	strbuf_init(&from_tables, NULL, IMAGE_MAX);
	assert_true(builtin_reader((slice){0}, &memory, &rd));
	reader_freeze(&rd, &memory, &from_build);
	read_tables(&rd);
	reader_freeze(&rd, &memory, &from_tables);
	return 0;
}

static int drop_both(void **state)
{
	(void)state;
	strbuf_done(&from_build);
	strbuf_done(&from_tables);
	arena_done(&memory);
	return 0;
}

static void the_reader_of_the_build_is_that_of_the_tables(void **state)
{
	(void)state;
	assert_int_equal(from_build.failed, RC_OK);
	assert_int_equal(from_tables.failed, RC_OK);
	assert_true(slice_eq(strbuf_slice(&from_build), strbuf_slice(&from_tables)));
}

static void other_registries_have_none(void **state)
{
	reader rd;

	(void)state;
	assert_true(builtin_reader(S(BUILTIN_REGISTRIES), &memory, &rd));
	assert_false(builtin_reader(S("vietnam"), &memory, &rd));
}

/* Each in a block of its own size: one byte too far and the sanitizer says so. */
static void what_is_cut_short_is_no_reader(void **state)
{
	slice whole = strbuf_slice(&from_build);

	(void)state;
	for (size_t n = 0; n < whole.n; n += STEP) {
		arena a;
		reader rd;
		char *room = malloc(n + 1);

		assert_non_null(room);
		if (n != 0)
			memcpy(room, whole.p, n);
		arena_init(&a, NULL, 0);
		assert_false(reader_thaw((slice){room, n}, &a, &rd));
		arena_done(&a);
		free(room);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_reader_of_the_build_is_that_of_the_tables),
		cmocka_unit_test(other_registries_have_none),
		cmocka_unit_test(what_is_cut_short_is_no_reader),
	};

	return cmocka_run_group_tests(tests, make_both, drop_both);
}
