/*
 * parts.h - the documents in one file: a letter that was scanned with the letter it passes on.
 */
#ifndef DONDOC_READING_PARTS_H
#define DONDOC_READING_PARTS_H

#include "reading/reading.h"

/* A document of a file, and the lines that are its own. */
typedef struct doc_part {
	rawdoc lines;
	reading r;
} doc_part;
typedef VEC(doc_part) doc_parts;

/* reading_run_parts() - as reading_run_raw(), but what stands behind the header of another
 * document is read as a document of its own, with its own words and the pages and origins of
 * the file. One part at least; of a spreadsheet, or where a part cannot be had, the first
 * alone, which says what was not read (reading.other). Linear: each line is read twice at
 * most. */
MUST_CHECK rc reading_run_parts(const reader *rd, const rawdoc *doc, arena *a, doc_parts *ret,
                                err *e);

#endif
