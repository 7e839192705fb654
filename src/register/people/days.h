/*
 * days.h - the register's own calendar of days off and working Saturdays.
 */
#ifndef DONDOC_REGISTER_DAYS_H
#define DONDOC_REGISTER_DAYS_H

#include "register/reg.h"

/* days_enter_first() - a register without any day gets those of the table
 * (data/calendar/README.md), unconfirmed ones too, off. MSG_CALENDAR_BAD. */
MUST_CHECK rc days_enter_first(reg *r, slice tsv, err *e);

/* days_load() - the confirmed days as a calendar, on `a`. */
MUST_CHECK rc days_load(db *d, arena *a, calendar *ret, err *e);

#endif
