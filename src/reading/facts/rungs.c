/*
 * rungs.c - a coarse index, and halving between two of its entries.
 */
#include "reading/facts/rungs.h"

rungs rungs_of(ordered list, arena *a)
{
	uint32_t n = list.n ? (ordered_key(list, list.n - 1) >> RUNG_BITS) + 2 : 0, k = 0;
	uint32_t *p = arena_room(a, sizeof *p * n);

	for (uint32_t i = 0; i < list.n; i++)
		for (uint32_t rung = ordered_key(list, i) >> RUNG_BITS; k <= rung && k < n; k++)
			p[k] = i;
	if (n != 0)
		p[n - 1] = list.n;
	return (rungs){p, n};
}

uint32_t rungs_find(const rungs *r, ordered list, uint32_t key)
{
	uint32_t rung = key >> RUNG_BITS;

	if (r->n == 0)
		return ordered_find(list, key);
	return ordered_between(list, key, r->p[rung < r->n ? rung : r->n - 1],
	                       rung + 1 < r->n ? r->p[rung + 1] : list.n);
}
