/*
 * people_priv.h - between the two steps of signing in.
 */
#ifndef DONDOC_REGISTER_PEOPLE_PRIV_H
#define DONDOC_REGISTER_PEOPLE_PRIV_H

#include "base/hash.h"
#include "register/people/people.h"

enum { PEOPLE_HALF_SECONDS = 10 * 60 };

/* people_hash() - of a cookie or code, in room. */
slice people_hash(slice what, char room[HASH_HEX + 1]);

/* people_may_try() - MSG_LOGIN_LOCKED, MSG_LOGIN_WAIT after so many failures. */
MUST_CHECK rc people_may_try(const reg *r, int64_t account, int64_t failures, int64_t failed_at,
                             err *e);

/* people_failed() - count a wrong password or code. people_enter() - a session, whole or half;
 * both log. Inside db_write(). */
MUST_CHECK rc people_failed(reg *r, int64_t account, int64_t failures, err *e);
MUST_CHECK rc people_enter(reg *r, int64_t account, slice cookie, slice device, bool half, err *e);

#endif
