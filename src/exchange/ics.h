/*
 * ics.h - meetings and limits as iCalendar, for calendars that people already use.
 *
 * Pure: the moment of writing is an argument. Escapes, folded lines and their order are
 * libical's; what is in an event is the caller's.
 */
#ifndef DONDOC_EXCHANGE_ICS_H
#define DONDOC_EXCHANGE_ICS_H

#include "base/strbuf.h"

typedef struct ics_event {
	slice uid; /* the same for the same thing, always */
	slice title, place, words, url;
	int64_t from,
		to; /* civil minutes at UTC+7; of a whole day: its first minute, `to` not used */
	bool whole_day, cancelled;
	bool alarm; /* a day before */
	int64_t version;
} ics_event;

typedef struct ics_head {
	slice name;
	int64_t now; /* seconds since 1970 */
} ics_head;

/* ics_write() - a calendar of n events, appended to `to`. MSG_NEEDS_LIBICAL. Linear. */
MUST_CHECK rc ics_write(const ics_head *head, const ics_event *events, size_t n, strbuf *to,
                        err *e);

#endif
