/*
 * stamps.h - what is stamped on a scan: marks of secrecy and urgency.
 */
#ifndef DONDOC_READING_STAMPS_H
#define DONDOC_READING_STAMPS_H

#include "model/reading.h"

/* stamps_settle() - of what was found stamped on a scan keep what is a mark, and let
 * the document bear it. Errs on the side of secrecy: "ẬT", "TÓI MAT" are marks. */
void stamps_settle(reading *r);

#endif
