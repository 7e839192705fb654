/*
 * hash_priv.h - between hash.c and the processor's own SHA-256.
 */
#ifndef DONDOC_BASE_HASH_PRIV_H
#define DONDOC_BASE_HASH_PRIV_H

#include "base/hash.h"

/* sha256_is_there() - does this processor have the instructions? Calls nothing: it is asked
 * while the program is being loaded. Slow under virtual machines, so ask once. */
#if defined(__x86_64__)
#include <cpuid.h>

enum { CPU_SHA = 1 << 29, CPU_SSE41 = 1 << 19 };

static inline __attribute__((always_inline)) bool sha256_is_there(void)
{
	unsigned a, b, c, d;

	if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & CPU_SSE41))
		return false;
	return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & CPU_SHA);
}
#else
static inline bool sha256_is_there(void)
{
	return false;
}
#endif

/* sha256_by_processor() - only where sha256_is_there(). */
void sha256_by_processor(const slice *parts, size_t n, unsigned char ret[HASH_BYTES]);

#endif
