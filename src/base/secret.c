/*
 * secret.c - libsodium's argon2id and random bytes, in our types.
 */
#include "base/secret.h"

#include <sodium.h>

enum { PASSES = 2, TOKEN_BYTES = 32 };
#define MEMORY ((size_t)19 << 20)

rc secret_hash(slice password, arena *a, slice *ret, err *e)
{
	char *to = arena_alloc(a, crypto_pwhash_STRBYTES);

	if (crypto_pwhash_str_alg(to, password.p != NULL ? password.p : "", password.n, PASSES,
	                          MEMORY, crypto_pwhash_ALG_ARGON2ID13) != 0)
		return err_set(e, RC_NOMEM, MSG_NO_MEMORY, "argon2id");
	*ret = slice_c(to);
	return RC_OK;
}

bool secret_is(slice hash, slice password)
{
	/* Of no password: what an unknown name is compared with. */
	static const char nobody[] = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$"
				     "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
	char text[crypto_pwhash_STRBYTES] = "";
	bool known = hash.n > 0 && hash.n < sizeof text;

	memcpy(text, known ? hash.p : nobody, known ? hash.n : sizeof nobody);
	return crypto_pwhash_str_verify(text, password.p != NULL ? password.p : "", password.n) ==
	               0 &&
	       known;
}

slice secret_token(arena *a)
{
	unsigned char random[TOKEN_BYTES];
	char *to = arena_alloc(a, 2 * TOKEN_BYTES + 1);

	randombytes_buf(random, sizeof random);
	(void)sodium_bin2hex(to, 2 * TOKEN_BYTES + 1, random, sizeof random);
	return (slice){to, 2 * (size_t)TOKEN_BYTES};
}

bool secret_same(slice a, slice b)
{
	return a.n == b.n && (a.n == 0 || sodium_memcmp(a.p, b.p, a.n) == 0);
}
