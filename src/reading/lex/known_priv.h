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
	LEARNT_BITS = 12,
};

typedef unsigned char v16 __attribute__((vector_size(KNOWN_BYTES)));

/* A run of letters as it was cut before, and what it was; a slot fills half a cache line. */
typedef struct known_word {
	unsigned char bytes[KNOWN_BYTES]; /* zeros behind */
	token is;
} known_word;

/* How many of the sixteen bytes at p, from the first on, are letters or not ASCII. */
static inline unsigned run_length(v16 v)
{
#ifdef __SSE2__
	/* Signed, what is not ASCII is negative. */
	__m128i s = (__m128i)v, low = _mm_or_si128(s, _mm_set1_epi8(0x20));
	__m128i letter = _mm_and_si128(_mm_cmpgt_epi8(low, _mm_set1_epi8('a' - 1)),
	                               _mm_cmplt_epi8(low, _mm_set1_epi8('z' + 1)));
	unsigned is = (unsigned)_mm_movemask_epi8(_mm_or_si128(letter, s));

	return (unsigned)__builtin_ctz(~is);
#else
	v16 letter = (v16)((v16)((v | 0x20) - 'a') < 26) | (v16)(v >= 0x80);
	unsigned n = 0;

	while (n < KNOWN_BYTES && letter[n] != 0)
		n++;
	return n;
#endif
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
