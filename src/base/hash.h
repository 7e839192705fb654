/*
 * hash.h - SHA-256 and ids that nobody can guess.
 */
#ifndef DONDOC_BASE_HASH_H
#define DONDOC_BASE_HASH_H

#include "base/arena.h"

#define HASH_HEX 64
#define HASH_BYTES 32

/* hash_sha256_bytes() - SHA-256 of the parts one after the other. */
void hash_sha256_bytes(const slice *parts, size_t n, unsigned char ret[HASH_BYTES]);

/* hash_sha256() - the same in 64 lower-case hex digits, and a NUL. */
void hash_sha256(const slice *parts, size_t n, char ret[HASH_HEX + 1]);

/* hash_public_id() - a new random id of 16 letters and digits (80 bits), on `a`: what
 * stands for a row outside the register. */
slice hash_public_id(arena *a);

/* hash_public_ids() - n of them for rows that come in together, in one call of the system: they
 * share their first letters, so that in an index of all they are neighbours, and what follows
 * (54 bits) is each one's own. */
NEVER_NULL slice *hash_public_ids(arena *a, uint32_t n);

#endif
