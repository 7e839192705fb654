/*
 * dates.h - every expression of time: what was written and what it means.
 */
#ifndef DONDOC_READING_DATES_H
#define DONDOC_READING_DATES_H

#include "reading/facts/text/scan.h"

/* How much of the day that everything is relative to is known. */
enum anchor_precision { ANCHOR_UNKNOWN, ANCHOR_YEAR, ANCHOR_MONTH, ANCHOR_DAY, ANCHOR_TIME };

/* What an expression is relative to. */
typedef struct date_anchor {
	civil ref;         /* "now" for dondoc dates; the issue date for a document */
	uint8_t precision; /* enum anchor_precision; unknown: a missing year stays missing */
	bool everyday; /* also read what a person types into a form ("ngày mai", "3 giờ chiều") */
} date_anchor;

/* dates_scan() - append to `out` every temporal expression among the tokens
 * [from, to), ascending, not overlapping. Roles are ROLE_NONE: what an
 * expression is for follows from its context, roles.h. `tk` must have been cut
 * with a lexicon holding words.def. Pure. Linear: each token is looked at a
 * bounded number of times. Of a list ("ngày 14, 15 và 16/11/2012") each day is
 * one expression; of a range ("từ 14h00 đến 17h00") both ends are one. */
void dates_scan(const tokens *tk, uint32_t from, uint32_t to, const date_anchor *anchor, arena *a,
                datexes *out);

/* dates_find() - the pass: all dates of the document into s->r->dates, anchored
 * at s->r->issued. A missing year is the document's (flag no-year): for a limit
 * the next occurrence after its date. A document without a date of its own lends
 * the year that it names most often. Linear. */
void dates_find(scan *s);

#endif
