/*
 * ordered.c - halving.
 */
#include "base/ordered.h"

uint32_t ordered_between(ordered list, uint32_t key, uint32_t lo, uint32_t hi)
{
	uint32_t n = hi > lo ? hi - lo : 0;

	/* Which half it is, is as good as random: told without a jump. */
	while (n > 1) {
		uint32_t half = n / 2;
		uint32_t upper = -(uint32_t)(ordered_key(list, lo + half - 1) < key);

		lo += half & upper; /* all bits or none */
		n -= half;
	}
	return n != 0 ? lo + (ordered_key(list, lo) < key) : lo;
}
