/*
 * sheet.h - readings for people: one sheet a document, on which a clerk checks
 * each duty against its words, and one calendar of the duties of many.
 *
 * Words of the source stand in “ ”; what the program made of them stands beside.
 * Nothing is shown that is not in the reading; what is doubtful says "Cần xem
 * lại". No English, no percentages (docs/glossary.md).
 */
#ifndef DONDOC_APP_SHEET_H
#define DONDOC_APP_SHEET_H

#include "app/intake/job_read.h"
#include "app/paper.h"

/* sheet_document() - the sheet of one document. Linear in the reading. */
void sheet_document(paper *p, const job_reader *jr, const job_doc *doc);

/* sheet_error() - what stands in the place of one that could not be read. */
void sheet_error(paper *p, slice name, const err *e);

/* What the calendar keeps of one duty after its document is gone. */
typedef struct duty {
	cmin last;         /* CMIN_NONE: no day */
	bool exclusive;    /* "trước 11 giờ" */
	bool doubtful;
	uint32_t order;    /* as found: keeps the sort stable */
	slice agency, action, words, document;
} duty;

typedef struct duties {
	arena *a;          /* keeps their words */
	VEC(duty) list;
	uint32_t documents, undated, vague;
} duties;

/* duties_add() - the duties of a document that are proposed for follow-up; a duty
 * with two limits stands twice. Their words are copied onto d->a. */
void duties_add(duties *d, const job_reader *jr, const job_doc *doc);

/* sheet_calendar() - all of them ordered by day, a heading a day, seen from `today`
 * (a day number). Sorts the list. O(n log n). */
void sheet_calendar(paper *p, duties *d, int32_t today);

#endif
