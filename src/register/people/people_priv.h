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

/* people_failed() - count a wrong password or code. people_enter() - a session, whole or half;
 * both log. Inside db_write(). */
MUST_CHECK rc people_failed(reg *r, int64_t account, int64_t failures, err *e);
MUST_CHECK rc people_enter(reg *r, int64_t account, slice cookie, slice device, bool half, err *e);

/* people_prove() - r->who says its password again: counted, and locked, as signing in is.
 * MSG_LOGIN_WRONG and those of people_may_try(). */
MUST_CHECK rc people_prove(reg *r, slice login, slice password, err *e);

#endif
