/*
 * utf8.c - the one check at the door, so that everything behind it may trust.
 */
#include "base/utf8.h"

/*
 * A machine of nine states walks the bytes. A state is a shift: the row of a byte
 * holds, six bits a state, the state that follows, so a step is one load that
 * does not wait for the one before, and one shift.
 */
enum {
	OK = 0,       /* between characters */
	BAD = 6,      /* never left */
	TAIL1 = 12,   /* one more byte 80..bf */
	TAIL2 = 18,   /* two */
	TAIL3 = 24,   /* three */
	AFTER_E0 = 30, /* a0..bf, then one: nothing overlong */
	AFTER_ED = 36, /* 80..9f, then one: no surrogates */
	AFTER_F0 = 42, /* 90..bf, then two */
	AFTER_F4 = 48, /* 80..8f, then two: nothing over U+10FFFF */
};

#define TO(from, to) ((uint64_t)(to) << (from))
#define REST(from) TO(from, BAD)
#define HEAD(to)                                                                                   \
	(TO(OK, to) | REST(BAD) | REST(TAIL1) | REST(TAIL2) | REST(TAIL3) | REST(AFTER_E0) |       \
	 REST(AFTER_ED) | REST(AFTER_F0) | REST(AFTER_F4))
#define TAIL(e0, ed, f0, f4)                                                                       \
	(REST(OK) | REST(BAD) | TO(TAIL1, OK) | TO(TAIL2, TAIL1) | TO(TAIL3, TAIL2) |              \
	 TO(AFTER_E0, e0) | TO(AFTER_ED, ed) | TO(AFTER_F0, f0) | TO(AFTER_F4, f4))

static const uint64_t rows[256] = {
	[0x00 ... 0x7f] = HEAD(OK),
	[0x80 ... 0x8f] = TAIL(BAD, TAIL1, BAD, TAIL2),
	[0x90 ... 0x9f] = TAIL(BAD, TAIL1, TAIL2, BAD),
	[0xa0 ... 0xbf] = TAIL(TAIL1, BAD, TAIL2, BAD),
	[0xc0 ... 0xc1] = HEAD(BAD),
	[0xc2 ... 0xdf] = HEAD(TAIL1),
	[0xe0] = HEAD(AFTER_E0),
	[0xe1 ... 0xec] = HEAD(TAIL2),
	[0xed] = HEAD(AFTER_ED),
	[0xee ... 0xef] = HEAD(TAIL2),
	[0xf0] = HEAD(AFTER_F0),
	[0xf1 ... 0xf3] = HEAD(TAIL3),
	[0xf4] = HEAD(AFTER_F4),
	[0xf5 ... 0xff] = HEAD(BAD),
};

static inline uint64_t step(uint64_t state, unsigned char c)
{
	return rows[c] >> (state & 63);
}

/* Where the character that goes wrong in s begins; the state was OK at `from`. */
static size_t first_bad(const unsigned char *p, size_t from, size_t n)
{
	uint64_t state = OK;
	size_t start = from;

	for (size_t i = from; i < n; i++) {
		state = step(state, p[i]) & 63;
		if (state == BAD)
			return start;
		if (state == OK)
			start = i + 1;
	}
	return start;
}

size_t utf8_invalid_at(slice s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	uint64_t state = OK;
	size_t i = 0, sound = 0; /* all is well up to `sound`, and a character ends there */

	while (i + 64 <= s.n) {
		for (size_t end = i + 64; i < end; i++)
			state = step(state, p[i]);
		if ((state & 63) == BAD)
			return first_bad(p, sound, s.n);
		if ((state & 63) == OK)
			sound = i;
	}
	for (; i < s.n; i++)
		state = step(state, p[i]);
	return (state & 63) == OK ? s.n : first_bad(p, sound, s.n);
}

size_t utf8_length(slice s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xc0) != 0x80;
	return n;
}
