/*
 * second.h - the second step of signing in: a code of base/totp.h, or one of ten recovery
 * codes, each good once. A wrong code counts like a wrong password.
 */
#ifndef DONDOC_REGISTER_SECOND_H
#define DONDOC_REGISTER_SECOND_H

#include "register/people/people.h"

/* Secrets are sealed (base/seal.h) with the key of second_key(): r->key_file where it is set,
 * FILE.key beside an SQLite register, else var/dondoc.key. On `a`. */
const char *second_key(const reg *r, arena *a);

/* second_seal() - seal what an older program left plain; *ret_lost: of how many accounts the
 * second step is on and cannot be asked for, because the key is gone: recovery codes still work,
 * and people_reset(). In a transaction of its own. MSG_KEY_BAD: what was plain still is. */
MUST_CHECK rc second_seal(reg *r, int64_t *ret_lost, err *e);

enum { SECOND_CODES = 10 };

/* second_is_on() - of r->who. second_waits() - does this cookie belong to somebody who gave the
 * password and has the code still to give? */
MUST_CHECK rc second_is_on(reg *r, bool *ret, err *e);
MUST_CHECK rc second_waits(reg *r, slice cookie, bool *ret, err *e);

/* second_begin() - a new secret for r->who, on `a`, which counts only after second_confirm()
 * with a code of it; that gives the recovery codes, shown once. MSG_SECOND_ON, MSG_CODE_WRONG.
 * second_pending() - the secret that waits for its first code. MSG_SECOND_ON, MSG_NO_SUCH.
 * second_off() - the password must be right: MSG_LOGIN_WRONG. */
MUST_CHECK rc second_begin(reg *r, arena *a, slice *ret_secret, err *e);
MUST_CHECK rc second_pending(reg *r, arena *a, slice *ret_secret, err *e);
MUST_CHECK rc second_confirm(reg *r, slice figures, arena *a, slice ret_codes[SECOND_CODES],
                             err *e);
MUST_CHECK rc second_off(reg *r, slice login, slice password, err *e);

/* second_pass() - the code is right: *ret_cookie, on `a`, of a whole session; the half one is
 * over. MSG_CODE_WRONG, MSG_LOGIN_LOCKED, MSG_LOGIN_WAIT, MSG_SESSION_OVER. */
MUST_CHECK rc second_pass(reg *r, slice cookie, slice figures, slice device, arena *a,
                          slice *ret_cookie, err *e);

#endif
