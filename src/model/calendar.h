/*
 * calendar.h - days off and working Saturdays, and what they do to a deadline.
 *
 * Monday to Friday are working days unless the calendar says otherwise. The
 * calendar is data that an office edits (data/calendar/README.md), so nothing
 * computed from it is ever stored in a reading. Read-only once made.
 */
#ifndef DONDOC_MODEL_CALENDAR_H
#define DONDOC_MODEL_CALENDAR_H

#include "base/arena.h"
#include "model/civil.h"

typedef struct calendar_day {
	int32_t day;
	int32_t shift; /* working days up to and with this one, beyond Monday to Friday */
} calendar_day;

typedef struct calendar {
	VEC(calendar_day) days; /* ascending */
	uint32_t unconfirmed;   /* rows that were left out */
} calendar;

/* calendar_load() - read the table: date, kind (off | work), reason, source,
 * confirmed (yes | no). Rows that are not confirmed count only when `all`.
 * MSG_CALENDAR_BAD with the line in the detail; *ret is then untouched. A
 * calendar of zero bytes knows weekends only. Lives on `a`; linear. */
MUST_CHECK rc calendar_load(slice tsv, bool all, arena *a, calendar *ret, err *e);

/* calendar_covers() - does the calendar say anything of that year? Where it does
 * not, the functions below count weekends only. O(log rows). */
bool calendar_covers(const calendar *c, int32_t year);

/* calendar_is_working() - is that day worked? O(log rows), as all below. */
bool calendar_is_working(const calendar *c, int32_t day);

/* calendar_safe() - the last working day, or instant, in which a duty due by
 * `last` can still be done in time: `last` itself when it is an instant
 * (has_time) of a working day, else the last minute of the last working day up
 * to then. CMIN_NONE stays so. */
cmin calendar_safe(const calendar *c, cmin last, bool has_time);

/* calendar_rolled() - the end as Civil Code Art. 148.5 has it: when the last day
 * is off, the last minute of the next working day; else `last`. Whether the
 * article moves a fixed date in an order is not settled: an office chooses. */
cmin calendar_rolled(const calendar *c, cmin last);

/* calendar_add_working_days() - the n-th working day after `day`, which is itself
 * not counted (Art. 147.2); n < 0: before it. n 0: the day itself. n beyond a
 * million either way is cut to a million. */
int32_t calendar_add_working_days(const calendar *c, int32_t day, int32_t n);

/* calendar_working_days() - how many working days lie after `from`, up to and
 * with `to`; negative when `to` is earlier. */
int32_t calendar_working_days(const calendar *c, int32_t from, int32_t to);

#endif
