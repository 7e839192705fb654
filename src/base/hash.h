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

#endif
