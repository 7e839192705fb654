/*
 * digest.c - SHA-256 by the instructions that processors have for it.
 *
 * Only speed is ours here: what cannot do it in hardware asks libsodium. It must
 * never be used for secrets: nothing is wiped.
 */
#include "app/digest.h"

#include <sodium.h>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

#define HARDWARE __attribute__((target("sha,sse4.1")))

enum { BLOCK = 64, CPUID_SHA = 1 << 29 };

static const uint32_t rounds[64] = {
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
	0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
	0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
	0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
	0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
	0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
	0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
	0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
	0xc67178f2};

static bool has_hardware(void)
{
	unsigned a, b = 0, c, d;

	return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & CPUID_SHA) != 0;
}

/* The state as the instructions want it: letters a b e f, and c d g h. */
typedef struct state {
	__m128i abef, cdgh;
} state;

HARDWARE static state run_blocks(state s, const char *p, size_t blocks)
{
	const __m128i turn = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);

	for (; blocks > 0; blocks--, p += BLOCK) {
		state was = s;
		__m128i w[4];

		for (int i = 0; i < 4; i++)
			w[i] = _mm_shuffle_epi8(
				_mm_loadu_si128((const __m128i *)(const void *)(p + 16 * i)), turn);
#pragma GCC unroll 16
		for (int i = 0; i < 16; i++) {
			__m128i k = _mm_loadu_si128((const __m128i *)(const void *)&rounds[4 * i]);
			__m128i m = _mm_add_epi32(w[i & 3], k);

			s.cdgh = _mm_sha256rnds2_epu32(s.cdgh, s.abef, m);
			s.abef = _mm_sha256rnds2_epu32(s.abef, s.cdgh, _mm_shuffle_epi32(m, 0x0e));
			if (i < 12) {
				__m128i late = w[(i + 3) & 3];
				__m128i x = _mm_sha256msg1_epu32(w[i & 3], w[(i + 1) & 3]);

				x = _mm_add_epi32(x, _mm_alignr_epi8(late, w[(i + 2) & 3], 4));
				w[i & 3] = _mm_sha256msg2_epu32(x, late);
			}
		}
		s.abef = _mm_add_epi32(s.abef, was.abef);
		s.cdgh = _mm_add_epi32(s.cdgh, was.cdgh);
	}
	return s;
}

HARDWARE static void by_hardware(slice s, unsigned char ret[DIGEST_BYTES])
{
	state st = {_mm_set_epi32(0x6a09e667, (int)0xbb67ae85, 0x510e527f, (int)0x9b05688c),
	            _mm_set_epi32(0x3c6ef372, (int)0xa54ff53a, 0x1f83d9ab, 0x5be0cd19)};
	size_t whole = s.n / BLOCK, rest = s.n % BLOCK, tail = rest + 9 <= BLOCK ? 1 : 2;
	char last[2 * BLOCK] = {0};
	uint64_t bits = (uint64_t)s.n * 8;
	uint32_t out[8];

	st = run_blocks(st, s.p, whole);
	if (rest > 0)
		memcpy(last, s.p + whole * BLOCK, rest);
	last[rest] = (char)0x80;
	for (unsigned i = 0; i < 8; i++)
		last[tail * BLOCK - 1 - i] = (char)(bits >> (8 * i));
	st = run_blocks(st, last, tail);
	out[0] = (uint32_t)_mm_extract_epi32(st.abef, 3);
	out[1] = (uint32_t)_mm_extract_epi32(st.abef, 2);
	out[2] = (uint32_t)_mm_extract_epi32(st.cdgh, 3);
	out[3] = (uint32_t)_mm_extract_epi32(st.cdgh, 2);
	out[4] = (uint32_t)_mm_extract_epi32(st.abef, 1);
	out[5] = (uint32_t)_mm_extract_epi32(st.abef, 0);
	out[6] = (uint32_t)_mm_extract_epi32(st.cdgh, 1);
	out[7] = (uint32_t)_mm_extract_epi32(st.cdgh, 0);
	for (unsigned i = 0; i < DIGEST_BYTES; i++)
		ret[i] = (unsigned char)(out[i / 4] >> (24 - 8 * (i % 4)));
}
#else
static bool has_hardware(void)
{
	return false;
}

static void by_hardware(slice s, unsigned char ret[DIGEST_BYTES])
{
	(void)s;
	(void)ret;
}
#endif

void digest_sha256(slice s, unsigned char ret[DIGEST_BYTES])
{
	if (has_hardware())
		by_hardware(s, ret);
	else
		(void)crypto_hash_sha256(ret, (const unsigned char *)s.p, s.n);
}

void digest_hex(char *out, const unsigned char *bytes, size_t n)
{
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < n; i++) {
		out[2 * i] = digits[bytes[i] >> 4];
		out[2 * i + 1] = digits[bytes[i] & 15];
	}
	out[2 * n] = '\0';
}
