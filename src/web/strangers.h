/*
 * strangers.h - names that no account has, and how often each was tried.
 *
 * They wait and are locked as accounts are (people.h), or the sixth wrong password would tell
 * which names there are. A table of fixed size in memory; who was tried longest ago goes.
 */
#ifndef DONDOC_WEB_STRANGERS_H
#define DONDOC_WEB_STRANGERS_H

#include "register/reg.h"

typedef struct strangers strangers;

strangers *strangers_new(arena *a);

/* strangers_may() - MSG_LOGIN_WAIT, MSG_LOGIN_LOCKED. strangers_tried() - once more. */
MUST_CHECK rc strangers_may(strangers *s, const reg *r, slice login, err *e);
void strangers_tried(strangers *s, const reg *r, slice login);

#endif
