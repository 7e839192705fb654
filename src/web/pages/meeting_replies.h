/*
 * meeting_replies.h - who has answered an invitation, group by group.
 */
#ifndef DONDOC_WEB_PAGES_MEETING_REPLIES_H
#define DONDOC_WEB_PAGES_MEETING_REPLIES_H

#include "web/pages/show_meeting.h"

/* meeting_fill_replies() - for who sees all, the groups with their counts, those first who have
 * still to answer; for a body, its own answer and whether it may give one (v->ended is set). */
MUST_CHECK rc meeting_fill_replies(visit *p, int64_t of, meeting_view *v, err *e);

#endif
