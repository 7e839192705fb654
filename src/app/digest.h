/*
 * digest.h - what a file is known by.
 */
#ifndef DONDOC_APP_DIGEST_H
#define DONDOC_APP_DIGEST_H

#include "base/slice.h"

#define DIGEST_BYTES 32
#define DIGEST_HEX 64

/* digest_sha256() - SHA-256 of s. With the processor's own instructions where it has
 * them (a signed PDF of 3 MB costs 2 ms and not 18), else libsodium. Linear. */
void digest_sha256(slice s, unsigned char ret[DIGEST_BYTES]);

/* digest_hex() - n bytes as 2n small hexadecimal digits and a NUL. */
void digest_hex(char *out, const unsigned char *bytes, size_t n);

#endif
