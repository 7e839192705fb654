/*
 * layout.h - what the words of the text look like, and the pages they are set for.
 */
#ifndef DONDOC_READING_LAYOUT_H
#define DONDOC_READING_LAYOUT_H

#include "model/reading.h"
#include "reading/extract/rawdoc.h"

/* layout_find() - fill r->layout from what the extractor saw, for the text as it was
 * shaped. Nothing of a source that says nothing of looks. Linear, with a search in the
 * origins wherever words were moved. */
void layout_find(const rawdoc *doc, arena *a, reading *r);

#endif
