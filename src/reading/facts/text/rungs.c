/*
 * rungs.c - a coarse index, and halving between two of its entries.
 */
#include "reading/facts/text/rungs.h"

rungs rungs_of(ordered list, arena *a)
{
	uint32_t n = list.n ? (ordered_key(list, list.n - 1) >> RUNG_BITS) + 2 : 1;
	uint32_t *p = arena_room(a, sizeof *p * n), next = list.n;
	uint32_t *keys = arena_room(a, sizeof *keys * ((size_t)list.n + 1));

	/* The first of those on each rung; where there is none, the first above. */
	memset(p, 0xff, sizeof *p * n);
	keys[list.n] = UINT32_MAX;
	for (uint32_t i = list.n; i-- > 0;) {
		uint32_t rung;

		keys[i] = ordered_key(list, i);
		rung = keys[i] >> RUNG_BITS;
		p[rung < n ? rung : n - 1] = i;
	}
	p[n - 1] = list.n;
	for (uint32_t k = n; k-- > 0; p[k] = next)
		next = p[k] < next ? p[k] : next;
	return (rungs){p, keys, n};
}

uint32_t rungs_between(const rungs *r, uint32_t key, uint32_t lo)
{
	uint32_t rung = key >> RUNG_BITS, hi = r->p[rung + 1 < r->n ? rung + 1 : r->n - 1];

	return ordered_between((ordered){r->keys, sizeof *r->keys, hi}, key, lo, hi);
}
