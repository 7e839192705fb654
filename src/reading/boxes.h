/*
 * boxes.h - where on its page each word of the text stands.
 */
#ifndef DONDOC_READING_BOXES_H
#define DONDOC_READING_BOXES_H

#include "model/reading.h"
#include "reading/extract/rawdoc.h"

/* boxes_find() - fill r->boxes, in the order of the text, from the words' places in doc;
 * nothing where it has none. n log n in the words. */
void boxes_find(const rawdoc *doc, arena *a, reading *r);

#endif
