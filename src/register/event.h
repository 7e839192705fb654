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

/* event_verify() - walk the whole log and compute it again. `noted`: the hash of a line as
 * somebody wrote it down elsewhere, or empty. Inside db_read(), or alone. Linear. */
typedef struct event_proof {
	int64_t lines; /* how many there are */
	int64_t bad;   /* the first that does not fit; 0: all do */
	int64_t noted; /* the line of that hash; 0: there is none */
	bool cut;      /* the last of them is not the one that was written last */
} event_proof;
MUST_CHECK rc event_verify(reg *r, slice noted, event_proof *ret, err *e);

/* event_stamp() - the number of the newest line: changes with every change. */
MUST_CHECK rc event_stamp(reg *r, int64_t *ret, err *e);

#endif
