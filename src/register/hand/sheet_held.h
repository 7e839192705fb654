/*
 * sheet_held.h - spreadsheets that somebody sent and has not said yes to.
 *
 * Kept in the register, so that what was shown may still enter when the program was started
 * again: seven days, and of each account the last twenty. What opens one is its token and the
 * account that sent it.
 */
#ifndef DONDOC_REGISTER_SHEET_HELD_H
#define DONDOC_REGISTER_SHEET_HELD_H

#include "register/reg.h"

#define SHEET_HELD_BYTES ((size_t)52 << 20)

/* sheet_held_put() - keep the file `name`; *ret_token on `a`, 64 hex digits. The same file of the
 * same account again is one. MSG_SHEET_TOO_LARGE. Inside db_write(). Linear in its bytes. */
MUST_CHECK rc sheet_held_put(reg *r, slice name, slice bytes, arena *a, slice *ret_token, err *e);

/* sheet_held_get() - name and bytes, on `a`, of one that the viewer's account sent.
 * MSG_SHEET_GONE. */
MUST_CHECK rc sheet_held_get(reg *r, slice held, arena *a, slice *ret_name, slice *ret_bytes,
                             err *e);

#endif
