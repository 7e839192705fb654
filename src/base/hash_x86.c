/*
 * hash_x86.c - SHA-256 (FIPS 180-4) by the instructions that processors have for it.
 *
 * The vault, the log and copies hash all that comes in: by libsodium that was a tenth of
 * an import. Must give what libsodium gives (tests/unit/test_hash.c compares).
 */
#include "base/hash_priv.h"

#include <assert.h>

enum { BLOCK = 64, LENGTH_AT = 56, GROUPS = 16 };

#if defined(__x86_64__)
#include <immintrin.h>

static const uint32_t constants[GROUPS * 4] = {
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
	0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
	0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
	0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
	0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
	0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
	0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
	0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
	0xc67178f2,
};

/* The eight words of the state as the instructions want them: a b e f, c d g h. */
typedef struct state {
	__m128i abef, cdgh;
} state;

#define WITH_SHA __attribute__((target("sha,sse4.1,ssse3")))

static inline __m128i four(const void *p)
{
	return _mm_loadu_si128((const __m128i_u *)p);
}

WITH_SHA static void add_blocks(state *st, const unsigned char *p, size_t n)
{
	const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);

	for (; n > 0; n--, p += BLOCK) {
		__m128i abef = st->abef, cdgh = st->cdgh, w[4];

		for (int i = 0; i < 4; i++)
			w[i] = _mm_shuffle_epi8(four(p + 16 * i), swap);
		for (int i = 0; i < GROUPS; i++) {
			__m128i *now = &w[i & 3], late = w[(i + 3) & 3];
			__m128i k = _mm_add_epi32(*now, four(constants + 4 * i));

			cdgh = _mm_sha256rnds2_epu32(cdgh, abef, k);
			k = _mm_shuffle_epi32(k, 0x0e);
			abef = _mm_sha256rnds2_epu32(abef, cdgh, k);
			/* of the words sixteen rounds on */
			*now = _mm_add_epi32(_mm_sha256msg1_epu32(*now, w[(i + 1) & 3]),
			                     _mm_alignr_epi8(late, w[(i + 2) & 3], 4));
			*now = _mm_sha256msg2_epu32(*now, late);
		}
		st->abef = _mm_add_epi32(st->abef, abef);
		st->cdgh = _mm_add_epi32(st->cdgh, cdgh);
	}
}

static state begin(void)
{
	return (state){_mm_set_epi32(0x6a09e667, (int)0xbb67ae85, 0x510e527f, (int)0x9b05688c),
	               _mm_set_epi32(0x3c6ef372, (int)0xa54ff53a, 0x1f83d9ab, 0x5be0cd19)};
}

static void end(const state *st, unsigned char ret[HASH_BYTES])
{
	/* Where each word of the state stands in the two fours, from a to h. */
	static const uint8_t places[8] = {3, 2, 7, 6, 1, 0, 5, 4};
	uint32_t words[8];

	memcpy(words, &st->abef, sizeof st->abef);
	memcpy(words + 4, &st->cdgh, sizeof st->cdgh);
	for (int i = 0; i < 8; i++) {
		uint32_t big = __builtin_bswap32(words[places[i]]);

		memcpy(ret + 4 * i, &big, sizeof big);
	}
}

void sha256_by_processor(const slice *parts, size_t n, unsigned char ret[HASH_BYTES])
{
	unsigned char block[BLOCK * 2] = {0};
	uint64_t all = 0, bits;
	size_t have = 0, tail;
	state st = begin();

	for (size_t i = 0; i < n; i++) {
		const unsigned char *p = (const unsigned char *)parts[i].p;
		size_t rest = parts[i].n, first = BLOCK - have < rest ? BLOCK - have : rest;

		all += rest;
		if (rest == 0)
			continue;
		if (have > 0) {
			memcpy(block + have, p, first);
			have += first;
			p += first;
			rest -= first;
			if (have < BLOCK)
				continue;
			add_blocks(&st, block, 1);
		}
		add_blocks(&st, p, rest / BLOCK);
		have = rest % BLOCK;
		memcpy(block, p + rest - have, have);
	}
	tail = have < LENGTH_AT ? BLOCK : BLOCK * 2;
	memset(block + have, 0, sizeof block - have);
	block[have] = 0x80;
	bits = __builtin_bswap64(all * 8);
	memcpy(block + tail - sizeof bits, &bits, sizeof bits);
	add_blocks(&st, block, tail / BLOCK);
	end(&st, ret);
}
#else
void sha256_by_processor(const slice *parts, size_t n, unsigned char ret[HASH_BYTES])
{
	(void)parts, (void)n, (void)ret;
	assert(!"not on this processor");
}
#endif
