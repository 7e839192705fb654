/*
 * known_priv.h - words by their bytes: what a run of letters was when it was cut before.
 *
 * A slot fills half a line of the cache; a run is compared as one vector. Shared by the
 * tokeniser, which asks at every word, and known.c, which keeps the words of phrases.
 */
#ifndef DONDOC_READING_KNOWN_PRIV_H
#define DONDOC_READING_KNOWN_PRIV_H

#include "reading/lex/token.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum {
	KNOWN_BYTES = 16,
	LEARNT_BITS = 13,
};

typedef unsigned char v16 __attribute__((vector_size(KNOWN_BYTES)));

/* A run of letters as it was cut before, and what it was; a slot fills half a cache line. */
typedef struct known_word {
	unsigned char bytes[KNOWN_BYTES]; /* zeros behind */
	token is;
} known_word;

/* What each of sixteen bytes is: a bit, that of the first is the lowest. Bytes that are not
 * ASCII count as letters. What follows a run of letters is told by them too, so that the
 * place of the next one does not wait for another load. */
typedef struct run_bits {
	uint32_t letters, spaces, marks;
} run_bits;

#ifdef __SSE2__
static inline uint32_t bits_between(__m128i s, int first, int last)
{
	return (uint32_t)_mm_movemask_epi8(
		_mm_and_si128(_mm_cmpgt_epi8(s, _mm_set1_epi8((char)(first - 1))),
	                      _mm_cmplt_epi8(s, _mm_set1_epi8((char)(last + 1)))));
}
#endif

static inline run_bits run_bits_of(v16 v)
{
	run_bits b = {0};
#ifdef __SSE2__
	/* Signed, what is not ASCII is negative. */
	__m128i s = (__m128i)v, low = _mm_or_si128(s, _mm_set1_epi8(0x20));

	b.letters = bits_between(low, 'a', 'z') | (uint32_t)_mm_movemask_epi8(s);
	b.spaces = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(s, _mm_set1_epi8(' ')));
	b.marks = bits_between(s, '!', '~') & ~b.letters & ~bits_between(s, '0', '9');
#else
	for (unsigned i = 0; i < KNOWN_BYTES; i++) {
		unsigned char c = v[i];
		bool letter = c >= 0x80 || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');

		b.letters |= (uint32_t)letter << i;
		b.spaces |= (uint32_t)(c == ' ') << i;
		b.marks |= (uint32_t)(c > ' ' && c < 0x7f && !letter && !(c >= '0' && c <= '9'))
		           << i;
	}
#endif
	return b;
}

/* How many of the bytes, from the first on, are letters. */
static inline unsigned run_length(run_bits b)
{
	return (unsigned)__builtin_ctz(~b.letters);
}

static inline uint64_t hash_of(v16 bytes)
{
	uint64_t half[2];

	memcpy(half, &bytes, KNOWN_BYTES);
	return (half[0] ^ half[1] * 0xff51afd7ed558ccdu) * 0x9e3779b97f4a7c15u;
}

static inline bool same(v16 a, const unsigned char *bytes)
{
	v16 b;

	memcpy(&b, bytes, KNOWN_BYTES);
#ifdef __SSE2__
	return _mm_movemask_epi8((__m128i)(a == b)) == 0xffff;
#else
	return memcmp(&a, &b, KNOWN_BYTES) == 0;
#endif
}

/* known_slot() - where a word of the lexicon is, if it is: one of two slots of a line of the
 * cache, told without a jump. */
static inline const known_word *known_slot(const known_word *table, v16 run, uint64_t hash)
{
	size_t i = hash >> (64 - LEARNT_BITS);

	return &table[i ^ !same(run, table[i].bytes)];
}

#endif
