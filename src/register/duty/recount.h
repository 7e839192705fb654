/*
 * recount.h - what is counted by changes: a day off, or limits that move past days off.
 *
 * Limits themselves never move: `due` and `safe` are computed from `last` again, and the
 * counts with them. Each change says in the log how many obligations it moved.
 */
#ifndef DONDOC_REGISTER_RECOUNT_H
#define DONDOC_REGISTER_RECOUNT_H

#include "register/reg.h"

/* recount_day() - add or change a day, or confirm it; recount_drop_day() takes it out.
 * `kind` is "off" or "work". *ret_moved: obligations whose limit moved. The Office alone:
 * MSG_FORBIDDEN; MSG_NO_SUCH for a day that is not there. Inside db_write(). */
typedef struct recount_day_in {
	int32_t day;
	slice kind, reason, source;
	bool confirmed;
} recount_day_in;
MUST_CHECK rc recount_day(reg *r, const recount_day_in *in, int64_t *ret_moved, err *e);
MUST_CHECK rc recount_confirm_day(reg *r, int32_t day, int64_t *ret_moved, err *e);
MUST_CHECK rc recount_drop_day(reg *r, int32_t day, int64_t *ret_moved, err *e);

/* recount_rolled() - count by limits moved past days off, or by limits as they stand.
 * recount_soon() - how many working days before `safe` are "due soon". */
MUST_CHECK rc recount_rolled(reg *r, bool rolled, int64_t *ret_moved, err *e);
MUST_CHECK rc recount_soon(reg *r, int days, err *e);

#endif
