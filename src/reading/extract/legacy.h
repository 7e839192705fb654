/*
 * legacy.h - text of the old Vietnamese fonts (TCVN3 "ABC", VNI) made Unicode.
 *
 * Such text looks like Western European letters ("ñeà nghò", "®Ò nghÞ") whether
 * it comes as single bytes or, through Word, as UTF-8. It is recognised by what
 * it is full of and Unicode Vietnamese never has; nothing else is touched.
 */
#ifndef DONDOC_READING_LEGACY_H
#define DONDOC_READING_LEGACY_H

#include "base/arena.h"
#include "reading/extract/rawdoc.h"

typedef enum legacy_code {
	LEGACY_NONE,
	LEGACY_TCVN3,
	LEGACY_VNI,
} legacy_code;

/* legacy_of_bytes() - which old code single-byte text is in; LEGACY_NONE when it
 * does not plainly look like one. Reads at most the first 64 KiB. */
legacy_code legacy_of_bytes(slice bytes);

/* legacy_of_doc() - the same for lines that are already UTF-8. */
legacy_code legacy_of_doc(const rawdoc *doc);

/* legacy_from_bytes() - one line of single-byte text of that code as UTF-8, on `a`.
 * Linear. */
slice legacy_from_bytes(slice bytes, legacy_code code, arena *a);

/* legacy_mend() - when the lines are in an old code, doc gets a copy of them with text
 * and markers in Unicode; a line's `source` stays that of its first byte. Linear; one look when
 * there is nothing to do. */
void legacy_mend(rawdoc *doc, arena *a);

#endif
