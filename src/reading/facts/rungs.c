/*
 * rungs.c - a coarse index, and halving between two of its entries.
 */
#include "reading/facts/rungs.h"

static inline uint32_t key_of(ordered list, uint32_t i)
{
	uint32_t key;

	memcpy(&key, (const char *)list.first + list.size * i, sizeof key);
	return key;
}

rungs rungs_of(ordered list, arena *a)
{
	uint32_t n = list.n ? (key_of(list, list.n - 1) >> RUNG_BITS) + 2 : 0, k = 0;
	uint32_t *p = arena_room(a, sizeof *p * n);

	for (uint32_t i = 0; i < list.n; i++)
		for (uint32_t rung = key_of(list, i) >> RUNG_BITS; k <= rung && k < n; k++)
			p[k] = i;
	if (n != 0)
		p[n - 1] = list.n;
	return (rungs){p, n};
}

/* The first element from lo on, below hi, whose key is not below `key`; else hi. */
static uint32_t halve(ordered list, uint32_t key, uint32_t lo, uint32_t hi)
{
	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (key_of(list, mid) < key)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

uint32_t rungs_find(const rungs *r, ordered list, uint32_t key)
{
	uint32_t rung = key >> RUNG_BITS;

	if (r->n == 0)
		return ordered_find(list, key);
	return halve(list, key, r->p[rung < r->n ? rung : r->n - 1],
	             rung + 1 < r->n ? r->p[rung + 1] : list.n);
}

uint32_t ordered_find(ordered list, uint32_t key)
{
	return halve(list, key, 0, list.n);
}
