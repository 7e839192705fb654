/*
 * feed.h - what changed, for whoever may see the row that it changed: the log without its
 * details, read on from a number.
 */
#ifndef DONDOC_REGISTER_FEED_H
#define DONDOC_REGISTER_FEED_H

#include "register/reg.h"

typedef sql_feed_obligation_row feed_row;
typedef VEC(feed_row) feed_rows;

/* feed_after() - at most `most` changes after the line `after` of the log, in order, on `a`.
 * *ret_last: the number to go on from; it moves on past lines that the viewer may not see.
 * Costs what lines there are after `after`, for one who sees little. */
MUST_CHECK rc feed_after(reg *r, int64_t after, int64_t most, arena *a, feed_rows *ret,
                         int64_t *ret_last, err *e);

#endif
