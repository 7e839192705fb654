/*
 * meeting_parts.h - what a meeting is made of besides its people.
 */
#ifndef DONDOC_WEB_PAGES_MEETING_PARTS_H
#define DONDOC_WEB_PAGES_MEETING_PARTS_H

#include "web/pages/show_meeting.h"

/* meeting_fill_work() - parts, sites, speakers, line checks; papers and preparation as far as
 * the viewer may see them; its item of the programme; the day of its conclusion. */
MUST_CHECK rc meeting_fill_work(visit *p, const sql_meeting_one_row *m, meeting_view *v, err *e);

#endif
