/*
 * shape.h - mend what conversion broke: raw lines → normalised text, its
 * blocks, and the map back to the source.
 *
 * The text that comes out: NFC UTF-8, one paragraph a line ('\n' after each),
 * single spaces, no page numbers, no running heads, no Markdown marks; the cells
 * of a table row and of two merged columns are paragraphs of their own.
 * Footnotes stand at the end. Spelling is kept as written: tone placement
 * (`oà`/`òa`) is met at look-up (lex/word.h), never rewritten.
 */
#ifndef DONDOC_READING_SHAPE_H
#define DONDOC_READING_SHAPE_H

#include "model/reading.h"
#include "reading/extract/rawdoc.h"

/* shape_run() - fill r->text, r->origin, r->blocks (flat: at, marker, bold,
 * italic, centred, table/row/column, page; no tree, no zones, no tokens),
 * r->footnotes, r->pages. All on `a`. Linear in the input; allocation at most a
 * small multiple of it. Never fails on valid UTF-8. */
void shape_run(const rawdoc *in, arena *a, reading *r);

#endif
