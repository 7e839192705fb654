/*
 * meeting_work.h - papers of a meeting that come in, preparation that is followed as a duty.
 *
 * Rows are named by their number among those of the kind, as hand_read() has them.
 */
#ifndef DONDOC_REGISTER_MEETING_WORK_H
#define DONDOC_REGISTER_MEETING_WORK_H

#include "register/hand/hand.h"

/* meeting_received() - the `at`-th paper came in today, as file or on paper; again: it did not.
 * `seen` as for hand_change(). MSG_NO_SUCH. Inside db_write(); the Office alone. */
MUST_CHECK rc meeting_received(reg *r, int64_t meeting, uint32_t at, bool on_paper, int64_t seen,
                               err *e);

/* meeting_track() - the `at`-th preparation becomes a duty that is followed. MSG_STATE_FORBIDS
 * when it is one already. Inside db_write(); the Office alone. */
MUST_CHECK rc meeting_track(reg *r, int64_t meeting, uint32_t at, int64_t seen, err *e);

#endif
