/*
 * rungs.c - a coarse index, and halving between two of its entries.
 */
#include "reading/facts/rungs.h"

rungs rungs_of(ordered list, arena *a)
{
	uint32_t n = list.n ? (ordered_key(list, list.n - 1) >> RUNG_BITS) + 2 : 0;
	uint32_t *p = arena_room(a, sizeof *p * n), next = list.n;

	/* The first of those on each rung; where there is none, the first above. */
	memset(p, 0xff, sizeof *p * n);
	for (uint32_t i = list.n; i-- > 0;) {
		uint32_t rung = ordered_key(list, i) >> RUNG_BITS;

		p[rung < n ? rung : n - 1] = i;
	}
	if (n != 0)
		p[n - 1] = list.n;
	for (uint32_t k = n; k-- > 0; p[k] = next)
		next = p[k] < next ? p[k] : next;
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
