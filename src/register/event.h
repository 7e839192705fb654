/*
 * event.h - the log: who did what to which row, each line bound to the one before.
 *
 * Audit, undo and the stamp of caches are this one list. Its hash is SHA-256 over the
 * hash of the line before and the line itself, so nobody changes the past unseen.
 */
#ifndef DONDOC_REGISTER_EVENT_H
#define DONDOC_REGISTER_EVENT_H

#include "register/reg.h"

/* event_add() - the last statement of every transaction that writes. `detail` is a JSON
 * object; `verb` and `noun` are words of ours. Inside db_write() only. */
MUST_CHECK rc event_add(reg *r, const char *verb, const char *noun, int64_t id, slice detail,
                        err *e);

/* event_verify() - walk the whole log and compute it again. *ret_bad is the first line
 * that does not fit, 0 when all do; *ret_lines how many there are; *ret_cut: the last of
 * them is not the one that was written last. Inside db_read(), or alone. Linear. */
MUST_CHECK rc event_verify(reg *r, int64_t *ret_lines, int64_t *ret_bad, bool *ret_cut, err *e);

/* event_stamp() - the number of the newest line: changes with every change. */
MUST_CHECK rc event_stamp(reg *r, int64_t *ret, err *e);

#endif
