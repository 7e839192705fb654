/*
 * ordered.h - a place in a list whose elements stand in ascending order. It must never be asked of
 * one that is still being filled out of order: nothing here notices.
 */
#ifndef DONDOC_BASE_ORDERED_H
#define DONDOC_BASE_ORDERED_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* A list of n elements, `size` bytes each; `first` is the key of the first: a number that
 * each has at the same place. Keys ascend. */
typedef struct ordered {
	const uint32_t *first;
	size_t size;
	uint32_t n;
} ordered;

/* ORDERED(v, key) - a VEC and the name of the key in its elements. */
#define ORDERED(v, key) ((ordered){(v)->n ? &(v)->p->key : NULL, sizeof *(v)->p, (v)->n})

static inline uint32_t ordered_key(ordered list, uint32_t i)
{
	uint32_t key;

	memcpy(&key, (const char *)list.first + list.size * i, sizeof key);
	return key;
}

/* ordered_find() - index of the first element whose key is at least `key`; list.n when there is
 * none. ordered_between(): from lo on, below hi, which it is when there is none; O(log). */
uint32_t ordered_between(ordered list, uint32_t key, uint32_t lo, uint32_t hi);
static inline uint32_t ordered_find(ordered list, uint32_t key)
{
	return ordered_between(list, key, 0, list.n);
}

/* ordered_last() - how many elements have a key of at most `key`: the last of them stands before
 * that place. O(log). */
static inline uint32_t ordered_last(ordered list, uint32_t key)
{
	return key == UINT32_MAX ? list.n : ordered_find(list, key + 1);
}

#endif
