/*
 * rungs.h - where to look in a list that stands in the order of the text.
 *
 * Passes ask at many places which block, date or citation stands there. Halving the
 * whole list each time costs ten jumps that nobody can foretell; a rung every few bytes
 * or tokens says between which two elements to look, which are mostly neighbours. It
 * must never be needed: a list without rungs is halved as before.
 */
#ifndef DONDOC_READING_RUNGS_H
#define DONDOC_READING_RUNGS_H

#include "base/arena.h"
#include "base/ordered.h"

enum { RUNG_BITS = 6 }; /* keys from one rung to the next: 64 */

typedef struct rungs {
	const uint32_t *p; /* of each rung: the first element whose key is not below it */
	const uint32_t *keys; /* of the elements, side by side, and UINT32_MAX behind */
	uint32_t n; /* of the rungs; 0: not made */
} rungs;

/* rungs_of() - once the list is whole. O(elements + keys / 64), on `a`. */
rungs rungs_of(ordered list, arena *a);

/* rungs_find() - index of the first element whose key is at least `key`; list.n when
 * there is none. r may be empty. Mostly one or two comparisons; rungs_between() is its
 * second half. */
uint32_t rungs_between(const rungs *r, uint32_t key, uint32_t lo);
static inline uint32_t rungs_find(const rungs *r, ordered list, uint32_t key)
{
	uint32_t rung = key >> RUNG_BITS, k;

	if (r->n == 0)
		return ordered_find(list, key);
	k = r->p[rung < r->n ? rung : r->n - 1];
	if (r->keys[k] >= key)
		return k;
	return r->keys[k + 1] >= key ? k + 1 : rungs_between(r, key, k + 2);
}

#endif
