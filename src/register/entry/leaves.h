/*
 * leaves.h - where on its pages each word of a document stands, as the register keeps it.
 *
 * Kept apart from the reading's JSON, because only a page that shows the drawn leaf asks for
 * it: numbers in a text, "p page width height" and "at len page left top right bottom", all
 * in tenths of a point but `at` and `len`.
 */
#ifndef DONDOC_REGISTER_LEAVES_H
#define DONDOC_REGISTER_LEAVES_H

#include "model/reading.h"

typedef struct leaf {
	uint32_t page;
	int32_t width, height;
} leaf;
typedef struct leaves {
	VEC(leaf) pages;
	VEC(word_box) words; /* in the order of the text */
} leaves;

/* leaves_pack() - of a reading with boxes, on `a`; empty when it has none. Linear. */
slice leaves_pack(const reading *r, arena *a);

/* leaves_unpack() - on `a`; lines that make no sense are passed over, so every page has a
 * size and every word lies in a text of `length` bytes. Linear. */
void leaves_unpack(slice packed, size_t length, arena *a, leaves *ret);

#endif
