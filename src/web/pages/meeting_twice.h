/*
 * meeting_twice.h - a meeting that two papers call: what may be the same, what was merged.
 */
#ifndef DONDOC_WEB_PAGES_MEETING_TWICE_H
#define DONDOC_WEB_PAGES_MEETING_TWICE_H

#include "web/pages/show_meeting.h"

/* meeting_fill_twice() - the papers that were merged into this meeting, as far as the viewer may see
 * them; for who may merge, what may be the same too. v->can_edit is set. */
MUST_CHECK rc meeting_fill_twice(visit *p, const sql_meeting_one_row *m, meeting_view *v, err *e);

/* meeting_ask_twice() - the same of the meetings that wait in a document, for its review: of the first
 * MEETING_ASKED of them. */
enum { MEETING_ASKED = 30 };
MUST_CHECK rc meeting_ask_twice(visit *p, meeting_rows *io, err *e);

/* meeting_mark_twice() - which of these rows may be the same as another; for who may merge. */
MUST_CHECK rc meeting_mark_twice(visit *p, const sql_meeting_list_rows *from, meeting_rows *to,
                                 err *e);

#endif
