/*
 * hash.h - what a file is known by.
 */
#ifndef DONDOC_APP_HASH_H
#define DONDOC_APP_HASH_H

#include "base/slice.h"

#define HASH_BYTES 32
#define HASH_HEX 64

/* hash_sha256() - SHA-256 of s. With the processor's own instructions where it has
 * them (a signed PDF of 3 MB costs 2 ms and not 18), else libsodium. Linear. */
void hash_sha256(slice s, unsigned char ret[HASH_BYTES]);

/* hash_hex() - n bytes as 2n small hexadecimal digits and a NUL. */
void hash_hex(char *out, const unsigned char *bytes, size_t n);

#endif
