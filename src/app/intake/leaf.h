/*
 * leaf.h - a page of a PDF or a scan as a picture that a browser shows.
 */
#ifndef DONDOC_APP_INTAKE_LEAF_H
#define DONDOC_APP_INTAKE_LEAF_H

#include "base/strbuf.h"

/* leaf_lacks() - the package without which files of this media type cannot be drawn; empty:
 * nothing is missing, or it is no file with pages. */
slice leaf_lacks(slice media);

/* leaf_draw() - page 1.. of `bytes` as PNG, appended to `to`. `scan`: made straight as it was
 * for reading, in grey, so that the boxes of its words fit. Programs of others run walled in.
 * MSG_NEEDS_POPPLER, MSG_NOT_A_PAGE (no such page, or no such file), MSG_DAMAGED,
 * MSG_TOO_SLOW. A tenth of a second; a scan, one. */
MUST_CHECK rc leaf_draw(slice bytes, unsigned page, bool scan, strbuf *to, err *e);

#endif
