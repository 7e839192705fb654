/*
 * pdf.h - the words of a PDF, with where they stand on the page, as lines.
 *
 * The PDF itself is opened by pdftotext (poppler-utils), a program of its own;
 * what it writes with -bbox-layout is read here.
 */
#ifndef DONDOC_READING_EXTRACT_PDF_H
#define DONDOC_READING_EXTRACT_PDF_H

#include "reading/extract/rawdoc.h"

/* rawdoc_from_words() - lines in reading order: the columns of a header and of a
 * signature apart, cells of tables, stamps joined to the line they lie on. The text
 * lies on `a`. MSG_NO_TEXT_LAYER when there are no words, MSG_DAMAGED, MSG_HOSTILE.
 * n log n in the words of a page. */
MUST_CHECK rc rawdoc_from_words(slice xhtml, arena *a, rawdoc *ret, err *e);

#endif
