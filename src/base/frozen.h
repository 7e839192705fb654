/*
 * frozen.h - arrays carried over from the build: one after the other in constant bytes, used
 * where they lie.
 *
 * What costs a start some milliseconds to make, and is the same at every start, is made
 * once, when the program is built. Nothing in the arrays may be a pointer. They come from
 * our own build and not from strangers: what cannot be is only said, not explained.
 */
#ifndef DONDOC_BASE_FROZEN_H
#define DONDOC_BASE_FROZEN_H

#include "base/strbuf.h"

enum { FROZEN_ALIGN = 64 }; /* of each array, in the whole: a line of the cache */

/* frozen_put() - n elements of `size` bytes behind what is there. `to` starts empty. */
void frozen_put(strbuf *to, const void *p, size_t size, uint32_t n);
#define FROZEN_PUT(to, p, n) frozen_put((to), (p), sizeof *(p), (n))

/* frozen_take() - the next array of elements of that size, in place; NULL, with rest
 * untouched, when there is none such. */
const void *frozen_take(slice *rest, size_t size, uint32_t *ret_n);

#endif
