/*
 * marks.h - a text cut into pieces where something was found in it.
 *
 * Spans of duties and of details (who, until when, which meeting) may nest and overlap in
 * any way, also after a hostile reading: every piece knows the duty it is of and the
 * detail that it is. Costs the text and the marks, sorted once.
 */
#ifndef DONDOC_WEB_PAGES_MARKS_H
#define DONDOC_WEB_PAGES_MARKS_H

#include "web/pages/show.h"

enum mark_kind { MARK_DUTY, MARK_DETAIL, MARK_KINDS };

typedef struct text_mark {
	uint32_t at, end, order;
	enum mark_kind kind;
	slice duty, name;
} text_mark;
typedef VEC(text_mark) marks;

/* marks_add() - one that says nothing of where it stands (DB_NULL), or nothing of length,
 * is left out. */
void marks_add(arena *a, marks *to, int64_t at, int64_t len, enum mark_kind kind, slice duty,
               slice name);

/* marks_cut() - the pieces of `text`, all of its bytes once, appended. `m` is sorted. */
void marks_cut(arena *a, slice text, marks *m, pieces *to);

#endif
