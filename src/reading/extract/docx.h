/*
 * docx.h - a Word file as lines: what its reader sees, in reading order.
 */
#ifndef DONDOC_READING_EXTRACT_DOCX_H
#define DONDOC_READING_EXTRACT_DOCX_H

#include "reading/extract/rawdoc.h"

/* rawdoc_from_docx() - paragraphs with their automatic numbers, cells, footnotes;
 * without headers, footers, deleted and hidden words. A line of the result is a
 * whole paragraph, except where tabs part columns. The text lies on `a`, not in
 * `bytes`. MSG_DAMAGED, MSG_ENCRYPTED, MSG_HOSTILE, MSG_EMPTY, MSG_NEEDS_LIBZIP.
 * Linear in the unpacked size. */
MUST_CHECK rc rawdoc_from_docx(slice bytes, arena *a, rawdoc *ret, err *e);

#endif
