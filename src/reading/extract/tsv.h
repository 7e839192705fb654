/*
 * tsv.h - the words that tesseract saw on the pages of a scan, as lines.
 *
 * The pictures themselves are opened by programs of their own; what tesseract
 * writes with its configuration "tsv" is read here, page after page.
 */
#ifndef DONDOC_READING_EXTRACT_TSV_H
#define DONDOC_READING_EXTRACT_TSV_H

#include "reading/extract/rawdoc.h"

/* rawdoc_from_tsv() - lines in reading order, columns apart, pages turned straight,
 * dirt left out; ocr and confidence are set, and the place of each origin is how sure its word
 * is, in percent. The text lies on `a`. MSG_NO_WORDS when the pages hold no writing,
 * MSG_DAMAGED, MSG_HOSTILE. n log n in the words of a page. */
MUST_CHECK rc rawdoc_from_tsv(slice tsv, arena *a, rawdoc *ret, err *e);

#endif
