/*
 * utf8.h - walking UTF-8 that may be anything.
 */
#ifndef DONDOC_BASE_UTF8_H
#define DONDOC_BASE_UTF8_H

#include "base/slice.h"

/* utf8_invalid_at() - byte offset of the first thing that is not UTF-8
 * (RFC 3629: no surrogates, no overlong forms, nothing over U+10FFFF), or s.n
 * when all is well. A step a byte, whatever the bytes. */
size_t utf8_invalid_at(slice s);

/* utf8_next() - the code point at p and its length in bytes (1..4).
 * p < end; the bytes must be valid UTF-8 (checked once, at the door). */
static inline uint32_t utf8_next(const unsigned char *p, unsigned *ret_len)
{
	if (p[0] < 0x80) {
		*ret_len = 1;
		return p[0];
	}
	if (p[0] < 0xe0) {
		*ret_len = 2;
		return (uint32_t)(p[0] & 0x1f) << 6 | (p[1] & 0x3f);
	}
	if (p[0] < 0xf0) {
		*ret_len = 3;
		return (uint32_t)(p[0] & 0x0f) << 12 | (uint32_t)(p[1] & 0x3f) << 6 | (p[2] & 0x3f);
	}
	*ret_len = 4;
	return (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3f) << 12 |
	       (uint32_t)(p[2] & 0x3f) << 6 | (p[3] & 0x3f);
}

/* utf8_put() - write cp to out (room for 4 bytes); returns the length. */
static inline unsigned utf8_put(uint32_t cp, char *out)
{
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800) {
		out[0] = (char)(0xc0 | cp >> 6);
		out[1] = (char)(0x80 | (cp & 0x3f));
		return 2;
	}
	if (cp < 0x10000) {
		out[0] = (char)(0xe0 | cp >> 12);
		out[1] = (char)(0x80 | (cp >> 6 & 0x3f));
		out[2] = (char)(0x80 | (cp & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | cp >> 18);
	out[1] = (char)(0x80 | (cp >> 12 & 0x3f));
	out[2] = (char)(0x80 | (cp >> 6 & 0x3f));
	out[3] = (char)(0x80 | (cp & 0x3f));
	return 4;
}

/* utf8_length() - how many code points; linear. */
size_t utf8_length(slice s);

#endif
