/*
 * totp.h - codes of six figures that change every 30 seconds (RFC 6238), by liboath, which is
 * opened at first use. The secret is 160 random bits, kept and shown in base 32.
 */
#ifndef DONDOC_BASE_TOTP_H
#define DONDOC_BASE_TOTP_H

#include "base/arena.h"
#include "base/err.h"

/* totp_secret() - a new one, on `a`: 32 letters and figures. */
slice totp_secret(arena *a);

/* totp_check() - is `code` that of `now`, or of the steps before and after? *ret_step says of
 * which: a step is good once, so the caller keeps it and asks for a later one next time.
 * MSG_CODE_WRONG, also for a step that is not after `last`; MSG_NEEDS_LIBOATH. */
MUST_CHECK rc totp_check(slice secret, slice code, int64_t now, int64_t last, int64_t *ret_step,
                         err *e);

#endif
