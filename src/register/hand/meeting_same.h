/*
 * meeting_same.h - two papers call one meeting (the month's programme and the invitation): a
 * person says so, one entry stays with what both know of it, and the other is laid aside.
 *
 * The program only proposes (links.h, "same-meeting"). Which of two hours holds is never guessed.
 */
#ifndef DONDOC_REGISTER_MEETING_SAME_H
#define DONDOC_REGISTER_MEETING_SAME_H

#include "register/reg.h"

/* meeting_same() - `one` and `other` are the same meeting: the one that others were merged into,
 * that bodies answered or that calls more of them stays, *ret_kept (may be NULL), and takes over
 * what it does not say itself; the other is dropped, found by its link. `timed`: whose time holds,
 * needed where both say one and they differ: MSG_TIMES_DIFFER; else 0. MSG_STATE_FORBIDS for one that is
 * dropped. */
MUST_CHECK rc meeting_same(reg *r, int64_t one, int64_t other, int64_t timed, int64_t *ret_kept,
                           err *e);

/* meeting_apart() - they are not, or were merged by mistake: the other is in the calendar again, and
 * what the one that stayed took over goes, unless it was changed since. */
MUST_CHECK rc meeting_apart(reg *r, int64_t one, int64_t other, err *e);

/* meeting_link_decide() - link_decide(), and for a link of this kind what is above. All inside
 * db_write(); for the Office alone. */
MUST_CHECK rc meeting_link_decide(reg *r, int64_t link, bool confirm, err *e);

#endif
