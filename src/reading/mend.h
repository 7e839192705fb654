/*
 * mend.h - words of a scan whose marks were misread, put right where there is no doubt.
 */
#ifndef DONDOC_READING_MEND_H
#define DONDOC_READING_MEND_H

#include "reading/extract/rawdoc.h"
#include "reading/reading.h"

/* mend_scan() - doc gets a copy of its lines in which syllables that Vietnamese does
 * not have, and misread syllables of mend_pairs.def, carry the marks they must have.
 * Letters stay letters and figures figures, but for mend_dates(); positions and origins go along.
 * Linear. */
void mend_scan(rawdoc *doc, arena *a);

/* mend_wanted() - does the head of a text that no scan of ours gave show that it came from one? */
bool mend_wanted(const rawdoc *doc, arena *a);

/* mend_dates() - the line with figures for the letters O and l that stand among those of a date or
 * a count ("3O/6/2026"); the line itself when there are none. As long as before. Linear. */
slice mend_dates(slice line, arena *a);

/* mend_signs() - the line with a blank for the stroke of a page that stands right behind a letter ("trước
 * ngày| 15/10"), a full stop for the comma after an item's number; the line itself when there is neither. As
 * long as before. */
slice mend_signs(slice line, arena *a);

/* sure_words() - fill r->sure from how surely the words of doc were read. n log n.
 * sure_lower() - lower the confidence of dates and assignments by it. */
void sure_words(reading *r, const rawdoc *doc, arena *a);
void sure_lower(reading *r);

#endif
