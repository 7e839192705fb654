/*
 * test_hash.c - SHA-256 of known texts, however the text is cut.
 */
#include "base/hash.h"

#include <setjmp.h>
#include <sodium.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

enum { LONGEST = 300 };

static void expect_same(const slice *parts, size_t n, slice whole)
{
	unsigned char want[HASH_BYTES], got[HASH_BYTES];

	assert_int_equal(crypto_hash_sha256(want, (const unsigned char *)whole.p, whole.n), 0);
	hash_sha256_bytes(parts, n, got);
	if (memcmp(got, want, sizeof want) != 0)
		(void)printf("# of %zu bytes in %zu parts\n", whole.n, n);
	assert_memory_equal(got, want, sizeof want);
}

static void a_known_text_has_its_known_hash(void **st)
{
	static const slice abc = S("abc");
	char hash[HASH_HEX + 1];

	(void)st;
	hash_sha256(&abc, 1, hash);
	assert_string_equal(hash,
	                    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	hash_sha256(NULL, 0, hash);
	assert_string_equal(hash,
	                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void every_length_is_the_same_however_cut(void **st)
{
	char text[LONGEST];

	(void)st;
	for (size_t i = 0; i < sizeof text; i++)
		text[i] = (char)(i * 37 + 11);
	for (size_t n = 0; n <= sizeof text; n++) {
		slice whole = {text, n};

		expect_same(&whole, 1, whole);
		for (size_t cut = 0; cut <= n; cut += 7) {
			slice parts[] = {{text, cut},
			                 {NULL, 0},
			                 {text + cut, (n - cut) / 2},
			                 {text + cut + (n - cut) / 2, n - cut - (n - cut) / 2}};

			expect_same(parts, ARRAY_LEN(parts), whole);
		}
	}
}

static void ids_that_come_together_begin_alike_and_differ(void **st)
{
	enum { N = 500, HEAD = 5 };
	arena a;
	slice *ids, other;

	(void)st;
	arena_init(&a, NULL, 0);
	ids = hash_public_ids(&a, N);
	other = hash_public_id(&a);
	for (int i = 0; i < N; i++) {
		assert_int_equal(ids[i].n, other.n);
		assert_memory_equal(ids[i].p, ids[0].p, HEAD);
		for (size_t k = 0; k < ids[i].n; k++)
			assert_true(slice_has(S("0123456789bcdfghjkmnpqrstvwxyz"),
			                      (slice){ids[i].p + k, 1}));
		for (int k = 0; k < i; k++)
			assert_false(slice_eq(ids[i], ids[k]));
	}
	assert_false(slice_eq(other, ids[0]));
	arena_done(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_known_text_has_its_known_hash),
		cmocka_unit_test(every_length_is_the_same_however_cut),
		cmocka_unit_test(ids_that_come_together_begin_alike_and_differ),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
