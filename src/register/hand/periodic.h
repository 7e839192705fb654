/*
 * periodic.h - a report that is due again and again: the next one is a duty like any other.
 */
#ifndef DONDOC_REGISTER_PERIODIC_H
#define DONDOC_REGISTER_PERIODIC_H

#include "register/reg.h"

/* periodic_days() - the next `n` days on which a rule falls due, from `day` on; how many. */
unsigned periodic_days(slice rule, int32_t day, int32_t *ret, unsigned n);

/* periodic_follow() - a duty of `assignment` was confirmed for `agency`: is it a report that is
 * due again, then the next one comes to be. Inside db_write(). */
MUST_CHECK rc periodic_follow(reg *r, int64_t assignment, int64_t agency, err *e);

#endif
