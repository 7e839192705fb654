/*
 * sheets.h - between the pages of spreadsheets, and for the API that does the same.
 */
#ifndef DONDOC_WEB_PAGES_SHEETS_H
#define DONDOC_WEB_PAGES_SHEETS_H

#include "web/page.h"

/* One of the two places where lists come in; `kinds`: which lists, a bit each. */
typedef struct sheet_way {
	slice base, back, back_words, begin, begin_words;
	unsigned kinds;
} sheet_way;

/* sheets_way() - the one that this address belongs to; the Office's elsewhere. */
const sheet_way *sheets_way(const visit *p);
bool sheets_may(const sheet_way *way, sheet_kind k);

/* sheets_allowed() - is every sheet that would enter a list that may come in this way? */
bool sheets_allowed(const sheet_way *way, const sheet_look *got);

/* sheets_hold() - keep a spreadsheet until its sender has seen what it would bring in; its token
 * on p->a. A transaction of its own. MSG_SHEET_TOO_LARGE. */
MUST_CHECK rc sheets_hold(visit *p, slice name, slice bytes, slice *ret_token, err *e);

/* sheets_specs() - its sheets with their columns as sheet_choices_parse() takes them, on p->a: what
 * enters by it is what was shown. */
slice sheets_specs(visit *p, const sheet_look *got);

#endif
