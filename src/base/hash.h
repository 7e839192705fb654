/*
 * hash.h - SHA-256 and ids that nobody can guess.
 */
#ifndef DONDOC_BASE_HASH_H
#define DONDOC_BASE_HASH_H

#include "base/arena.h"

#define HASH_HEX 64

/* hash_sha256() - 64 lower-case hex digits of the parts one after the other, and a NUL. */
void hash_sha256(const slice *parts, size_t n, char ret[HASH_HEX + 1]);

/* hash_public_id() - a new random id of 16 letters and digits (80 bits), on `a`: what
 * stands for a row outside the register. */
slice hash_public_id(arena *a);

#endif
