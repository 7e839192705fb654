/*
 * test_pack.c - what was packed comes back, and nothing that was changed does.
 */
#include "base/pack.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/strbuf.h"

static slice sample(arena *a, uint32_t lines)
{
	strbuf b;

	strbuf_init(&b, NULL, (size_t)1 << 24);
	for (uint32_t i = 0; i < lines; i++)
		strbuf_put(&b, arena_printf(a, "{\"id\":\"a%u\",\"track\":true,\"at\":[%u,%u]},", i,
		                            i * 37, i % 91));
	{
		slice s = arena_copy(a, strbuf_slice(&b));

		strbuf_done(&b);
		return s;
	}
}

static void what_was_packed_comes_back(void **st)
{
	static const uint32_t lines[] = {40, 1000, 50000};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
		slice whole, packed, back = {0};
		arena a;

		arena_init(&a, NULL, 0);
		whole = sample(&a, lines[i]);
		packed = pack(&a, whole);
		assert_in_range(packed.n, 1, whole.n / 2);
		assert_int_equal(unpack(packed, whole.n, &a, &back, NULL), RC_OK);
		assert_true(slice_eq(back, whole));
		assert_int_equal(unpack(packed, whole.n - 1, &a, &back, NULL), RC_IO);
		arena_done(&a);
	}
}

static void what_would_not_become_smaller_is_left(void **st)
{
	enum { N = 5000 };
	char noise[N];
	uint32_t seed = 1;
	arena a;

	(void)st;
	arena_init(&a, NULL, 0);
	for (int i = 0; i < N; i++) {
		seed = seed * 1664525u + 1013904223u;
		noise[i] = (char)(seed >> 24);
	}
	assert_int_equal(pack(&a, (slice){noise, N}).n, 0);
	assert_int_equal(pack(&a, (slice){noise, 10}).n, 0);
	assert_int_equal(pack(&a, (slice){0}).n, 0);
	arena_done(&a);
}

static void what_was_cut_or_changed_is_refused(void **st)
{
	slice whole, packed, back = {0};
	size_t refused = 0;
	arena a;

	(void)st;
	arena_init(&a, NULL, 0);
	whole = sample(&a, 60);
	packed = pack(&a, whole);
	for (size_t n = 0; n < packed.n; n++) {
		slice cut = arena_copy(&a, (slice){packed.p, n});

		assert_int_equal(unpack(cut, whole.n, &a, &back, NULL), RC_IO);
	}
	for (size_t i = 0; i < packed.n; i++) {
		slice changed = arena_copy(&a, packed);

		((char *)(uintptr_t)changed.p)[i] ^= 0x11;
		/* Some bits say nothing: the time, the last byte's unused ones. */
		if (unpack(changed, whole.n, &a, &back, NULL) == RC_OK)
			assert_true(slice_eq(back, whole));
		else
			refused++;
	}
	assert_in_range(refused, packed.n * 9 / 10, packed.n);
	arena_done(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_packed_comes_back),
		cmocka_unit_test(what_would_not_become_smaller_is_left),
		cmocka_unit_test(what_was_cut_or_changed_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
