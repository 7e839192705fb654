/*
 * mixed.h - a PDF of pages of text and of pages that are pictures.
 */
#ifndef DONDOC_READING_EXTRACT_MIXED_H
#define DONDOC_READING_EXTRACT_MIXED_H

#include "reading/extract/rawdoc.h"

/* mixed_covered() - of the bare pages keep those that a picture covers, by the list that
 * pdfimages makes of their pictures. Linear. */
void mixed_covered(rawdoc *doc, slice list);

/* mixed_put() - put the lines of one page behind those of the pages before it and of its own
 * stamps, with positions of their own; doc is a scan from then on, whose printed words are
 * sure. `a` is guarded. Linear in doc. */
void mixed_put(rawdoc *doc, uint32_t number, const rawdoc *page, arena *a);

#endif
