/*
 * secret.h - passwords and tokens: made, hashed, compared.
 *
 * A password is kept only as its argon2id hash; a token leaves us once, in a cookie, and
 * is kept as its SHA-256. Nothing here is ever logged.
 */
#ifndef DONDOC_BASE_SECRET_H
#define DONDOC_BASE_SECRET_H

#include "base/arena.h"
#include "base/err.h"

/* secret_hash() - argon2id of a password with a salt of its own, on `a`: 19 MiB and two
 * passes (OWASP's least), some 30 ms. RC_NOMEM when the memory is not to be had. */
MUST_CHECK rc secret_hash(slice password, arena *a, slice *ret, err *e);

/* secret_is() - is it the password of this hash? As costly as making one, also for an
 * empty hash: an unknown name answers as late as a known one. */
bool secret_is(slice hash, slice password);

/* secret_token() - 256 random bits in 64 hex digits, on `a`. */
slice secret_token(arena *a);

/* secret_same() - equal? In a time that depends on the lengths alone. */
bool secret_same(slice a, slice b);

#endif
