/*
 * ordered.c - halving.
 */
#include "base/ordered.h"

uint32_t ordered_between(ordered list, uint32_t key, uint32_t lo, uint32_t hi)
{
	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (ordered_key(list, mid) < key)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}
