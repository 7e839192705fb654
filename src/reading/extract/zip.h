/*
 * zip.h - parts of an archive, unpacked in memory.
 */
#ifndef DONDOC_READING_EXTRACT_ZIP_H
#define DONDOC_READING_EXTRACT_ZIP_H

#include "base/arena.h"

/* zip_parts() - unpack the parts called names[i] into ret[i]; one that is not there
 * gives p NULL. All on `a`. Nothing is unpacked before the sizes, the ratios and
 * the count have been held against limits.def; a part longer than it says is
 * refused. MSG_DAMAGED, MSG_ENCRYPTED, MSG_HOSTILE, MSG_NEEDS_LIBZIP. */
MUST_CHECK rc zip_parts(slice archive, const slice *names, slice *ret, size_t n, arena *a, err *e);

/* zip_ready() - open the library now: a sandboxed child no longer can. */
MUST_CHECK rc zip_ready(err *e);

#endif
