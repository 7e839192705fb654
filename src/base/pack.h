/*
 * pack.h - a text made small, as gzip has it.
 */
#ifndef DONDOC_BASE_PACK_H
#define DONDOC_BASE_PACK_H

#include "base/arena.h"
#include "base/err.h"

/* pack() - `from` as gzip, on `a`; empty when it does not become smaller, or the library that
 * is quick enough is not there: then it is kept as it is. Linear, 1 ms for each MB. */
slice pack(arena *a, slice from);

/* The same, smaller and half as quick, for what goes over a wire: with 230 KB of room, made once
 * for a worker. packer_open(): on `a`; NULL without the library (MSG_NEEDS_LIBISAL).
 * pack_small(): as pack(). One packer is for one thread. */
typedef struct packer packer;
packer *packer_open(arena *a, err *e);
slice pack_small(packer *p, arena *a, slice from);

/* unpack() - what was packed, on `a`. RC_IO with MSG_DB_DAMAGED when it is not whole, or more
 * than `most` bytes. Linear. */
MUST_CHECK rc unpack(slice packed, size_t most, arena *a, slice *ret, err *e);

#endif
