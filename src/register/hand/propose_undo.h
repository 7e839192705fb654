/*
 * propose_undo.h - what a person said of a proposal, taken back while nobody has built on it.
 */
#ifndef DONDOC_REGISTER_PROPOSE_UNDO_H
#define DONDOC_REGISTER_PROPOSE_UNDO_H

#include "register/hand/hand.h"

/* propose_undo() - take the newest decision of a duty back: it was accepted, dropped, split,
 * changed, or others were merged into it. Only the newest line of its history; what was
 * accepted only while none of its bodies has done anything. MSG_NOTHING_TO_UNDO,
 * MSG_STATE_FORBIDS. The log keeps both. Inside db_write(); the Office alone. */
MUST_CHECK rc propose_undo(reg *r, int64_t assignment, err *e);

/* propose_untrack() - an accepted duty waits again as a proposal: its obligations, its round and
 * its periodic reports go, whatever became of them; the caller has looked. No event. */
MUST_CHECK rc propose_untrack(reg *r, int64_t assignment, err *e);

/* propose_fields() - all of a duty that changing or merging it may touch, on `a`: what the log
 * keeps of it. */
MUST_CHECK rc propose_fields(reg *r, int64_t assignment, arena *a, hand_fields *ret, err *e);

#endif
