/*
 * qr.h - a QR code as the path of an SVG, one unit a square, by libqrencode at first use.
 */
#ifndef DONDOC_BASE_QR_H
#define DONDOC_BASE_QR_H

#include "base/arena.h"
#include "base/err.h"

/* qr_path() - of at most 400 bytes of text, which end with a NUL; *ret_side squares a side.
 * On `a`. MSG_NEEDS_LIBQR. */
MUST_CHECK rc qr_path(slice text, arena *a, slice *ret_path, int64_t *ret_side, err *e);

#endif
