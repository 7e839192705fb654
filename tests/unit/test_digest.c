/*
 * test_digest.c - the processor's SHA-256 is libsodium's, at every length around a block.
 */
#include "app/digest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>
#include <sodium.h>

static void every_length_hashes_as_libsodium_does(void **st)
{
	unsigned char ours[DIGEST_BYTES], theirs[DIGEST_BYTES];

	(void)st;
	for (size_t n = 0; n < 400; n++) {
		char *p = malloc(n + 1);

		assert_non_null(p);
		for (size_t i = 0; i < n; i++)
			p[i] = (char)(i * 7 + n);
		digest_sha256((slice){p, n}, ours);
		(void)crypto_hash_sha256(theirs, (const unsigned char *)p, n);
		assert_memory_equal(ours, theirs, DIGEST_BYTES);
		free(p);
	}
}

static void nothing_hashes_to_what_the_standard_says(void **st)
{
	unsigned char ours[DIGEST_BYTES];
	char hex[DIGEST_HEX + 1];

	(void)st;
	digest_sha256(S("abc"), ours);
	digest_hex(hex, ours, DIGEST_BYTES);
	assert_string_equal(hex,
	                    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_length_hashes_as_libsodium_does),
		cmocka_unit_test(nothing_hashes_to_what_the_standard_says),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
