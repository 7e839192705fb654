/*
 * calendar_clash.h - which meetings of a calendar cannot both be.
 */
#ifndef DONDOC_WEB_PAGES_CALENDAR_CLASH_H
#define DONDOC_WEB_PAGES_CALENDAR_CLASH_H

#include "web/pages/show.h"

/* calendar_minutes() - "PT3H", "P0.5D", "P2D" as minutes; 0 when it says nothing. */
int64_t calendar_minutes(slice duration);

/* calendar_mark() - say in to[i], the row of `shown`, which other meeting of `all` has its room
 * or its chair at the same time; how many are so marked. A meeting whose end nobody wrote is
 * taken to last two hours for this, and for nothing else. `all` by their beginnings. */
int64_t calendar_mark(visit *p, const sql_meeting_list_rows *all,
                      const sql_meeting_list_rows *shown, meeting_rows *to);

#endif
