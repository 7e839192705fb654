/*
 * follow.h - who looks after a duty that is followed: its specialist, the leader who gave
 * it, its field. Said when it is accepted, or any time later.
 */
#ifndef DONDOC_REGISTER_FOLLOW_H
#define DONDOC_REGISTER_FOLLOW_H

#include "register/reg.h"

typedef struct follow_in {
	slice monitor, assigner, field; /* p NULL: as it is; empty: nobody */
} follow_in;

enum { FOLLOW_MOST = 400 };

/* follow_set() - the Office alone. MSG_NO_SUCH, MSG_FORBIDDEN, MSG_TEXT_TOO_LONG. Inside
 * db_write(); logs. */
MUST_CHECK rc follow_set(reg *r, int64_t assignment, const follow_in *in, err *e);

#endif
