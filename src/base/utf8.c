/*
 * utf8.c - the one check at the door, so that everything behind it may trust.
 */
#include "base/utf8.h"

#ifdef __SSSE3__
#include <tmmintrin.h>
#endif

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

static size_t invalid_by_steps(slice s)
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

#ifdef __SSSE3__
/*
 * Sixteen bytes at a time. What two neighbours can do wrong is a bit each; a row for
 * the high half of the first, one for its low half and one for the high half of the
 * second say which they allow, and what all three allow is wrong. A third and fourth
 * byte are looked for where a head two or three bytes before asks for them: there, and
 * only there, two tails in a row are right.
 */
enum {
	SHORT = 1,      /* a head without its tail */
	LONG = 2,       /* a tail after ASCII */
	OVER2 = 4,      /* c0, c1 */
	OVER3 = 8,      /* e0 80..9f */
	SURROGATE = 16, /* ed a0..bf */
	OVER4 = 32,     /* f0 80..8f, and f5..ff 80..8f */
	BEYOND = 64,    /* f4 90..bf, f5..ff 90..bf */
	TAILS = 128,    /* a tail after a tail */
	ANY_LOW = SHORT | LONG | TAILS,
	LOOK_EVERY = 1024, /* bytes */
};

static inline __m128i wrong(__m128i v, __m128i before)
{
	const __m128i first_high = _mm_setr_epi8(LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG,
	                                         (char)TAILS, (char)TAILS, (char)TAILS, (char)TAILS,
	                                         SHORT | OVER2, SHORT, SHORT | OVER3 | SURROGATE,
	                                         SHORT | OVER4 | BEYOND);
	const __m128i first_low = _mm_setr_epi8(
		(char)(ANY_LOW | OVER2 | OVER3 | OVER4), (char)(ANY_LOW | OVER2), (char)ANY_LOW,
		(char)ANY_LOW, (char)(ANY_LOW | BEYOND), (char)(ANY_LOW | BEYOND | OVER4),
		(char)(ANY_LOW | BEYOND | OVER4), (char)(ANY_LOW | BEYOND | OVER4),
		(char)(ANY_LOW | BEYOND | OVER4), (char)(ANY_LOW | BEYOND | OVER4),
		(char)(ANY_LOW | BEYOND | OVER4), (char)(ANY_LOW | BEYOND | OVER4),
		(char)(ANY_LOW | BEYOND | OVER4), (char)(ANY_LOW | BEYOND | OVER4 | SURROGATE),
		(char)(ANY_LOW | BEYOND | OVER4), (char)(ANY_LOW | BEYOND | OVER4));
	const __m128i second_high = _mm_setr_epi8(
		SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT,
		(char)(LONG | TAILS | OVER2 | OVER3 | OVER4),
		(char)(LONG | TAILS | OVER2 | OVER3 | BEYOND),
		(char)(LONG | TAILS | OVER2 | SURROGATE | BEYOND),
		(char)(LONG | TAILS | OVER2 | SURROGATE | BEYOND), SHORT, SHORT, SHORT, SHORT);
	const __m128i low = _mm_set1_epi8(15);
	__m128i one = _mm_alignr_epi8(v, before, 15), two = _mm_alignr_epi8(v, before, 14);
	__m128i three = _mm_alignr_epi8(v, before, 13), pair, more;

	pair = _mm_shuffle_epi8(first_high, _mm_and_si128(_mm_srli_epi16(one, 4), low));
	pair = _mm_and_si128(pair, _mm_shuffle_epi8(first_low, _mm_and_si128(one, low)));
	pair = _mm_and_si128(
		pair, _mm_shuffle_epi8(second_high, _mm_and_si128(_mm_srli_epi16(v, 4), low)));
	/* The high bit stays where two before stands e0..ff, or three before f0..ff. */
	more = _mm_or_si128(_mm_subs_epu8(two, _mm_set1_epi8(0x60)),
	                    _mm_subs_epu8(three, _mm_set1_epi8(0x70)));
	return _mm_xor_si128(pair, _mm_and_si128(more, _mm_set1_epi8((char)TAILS)));
}

static inline bool none(__m128i bad)
{
	return _mm_movemask_epi8(_mm_cmpeq_epi8(bad, _mm_setzero_si128())) == 0xffff;
}

size_t utf8_invalid_at(slice s)
{
	__m128i before = _mm_setzero_si128(), bad = before;
	char tail[32] = {0}; /* zeros behind the last bytes: a head there lacks its tail */
	size_t i = 0;

	for (; i + 16 <= s.n; i += 16) {
		__m128i v = _mm_loadu_si128((const void *)(s.p + i));

		bad = _mm_or_si128(bad, wrong(v, before));
		before = v;
		if (i % LOOK_EVERY == 0 && !none(bad))
			break; /* whoever asks again behind what is wrong shall not pay twice */
	}
	if (i + 16 <= s.n)
		return invalid_by_steps(s);
	if (i < s.n)
		memcpy(tail, s.p + i, s.n - i);
	for (i = 0; i < sizeof tail; i += 16) {
		__m128i v = _mm_loadu_si128((const void *)(tail + i));

		bad = _mm_or_si128(bad, wrong(v, before));
		before = v;
	}
	return none(bad) ? s.n : invalid_by_steps(s);
}
#else
size_t utf8_invalid_at(slice s)
{
	return invalid_by_steps(s);
}
#endif

size_t utf8_length(slice s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xc0) != 0x80;
	return n;
}
