/*
 * hash.c - what libsodium gives us, in our types.
 */
#include "base/hash.h"

#include <sodium.h>

enum { PUBLIC_ID = 16, PUBLIC_HEAD = 5 };

static const char hex[] = "0123456789abcdef";

_Static_assert(crypto_hash_sha256_BYTES == HASH_BYTES, "SHA-256 is 32 bytes");

void hash_sha256_bytes(const slice *parts, size_t n, unsigned char ret[HASH_BYTES])
{
	crypto_hash_sha256_state st;

	crypto_hash_sha256_init(&st);
	for (size_t i = 0; i < n; i++)
		crypto_hash_sha256_update(&st, (const unsigned char *)parts[i].p, parts[i].n);
	crypto_hash_sha256_final(&st, ret);
}

void hash_sha256(const slice *parts, size_t n, char ret[HASH_HEX + 1])
{
	unsigned char digest[HASH_BYTES];

	hash_sha256_bytes(parts, n, digest);
	for (size_t i = 0; i < sizeof digest; i++) {
		ret[2 * i] = hex[digest[i] >> 4];
		ret[2 * i + 1] = hex[digest[i] & 15];
	}
	ret[HASH_HEX] = 0;
}

/* No vowels and nothing that looks like another: an id is read aloud on the telephone. */
static void spell(char *id, const char *head)
{
	static const char letters[32] = "0123456789bcdfghjkmnpqrstvwxyz_-";

	for (size_t i = 0; i < PUBLIC_ID; i++)
		id[i] = i < PUBLIC_HEAD && head != id ? head[i]
		                                      : letters[(unsigned char)id[i] % 30];
}

slice *hash_public_ids(arena *a, uint32_t n)
{
	slice *ids = arena_array(a, slice, (size_t)n + 1);
	char *p = arena_room(a, (size_t)n * PUBLIC_ID + 1);

	randombytes_buf(p, (size_t)n * PUBLIC_ID);
	for (uint32_t i = 0; i < n; i++) {
		ids[i] = (slice){p + (size_t)i * PUBLIC_ID, PUBLIC_ID};
		spell(p + (size_t)i * PUBLIC_ID, p);
	}
	return ids;
}

slice hash_public_id(arena *a)
{
	return *hash_public_ids(a, 1);
}
