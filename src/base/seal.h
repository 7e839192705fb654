/*
 * seal.h - short secrets that the register keeps and must read again, sealed with a key that
 * does not lie in the register: XChaCha20-Poly1305 of libsodium.
 *
 * The key is 32 random bytes in a file of its own, 64 hexadecimal digits, for its owner alone
 * (0600). Who has the register, or a backup of it, without that file can read no secret. The
 * key never leaves this module, is never logged, and is wiped from memory after each use.
 */
#ifndef DONDOC_BASE_SEAL_H
#define DONDOC_BASE_SEAL_H

#include "base/arena.h"
#include "base/err.h"

/* seal_is() - is it sealed, or plain words? */
bool seal_is(slice words);

/* seal_close() - `plain` sealed for `about` (what opens nothing else), on `a`, with the key in
 * the file `path`; one is made when there is none. MSG_KEY_BAD. */
MUST_CHECK rc seal_close(const char *path, slice about, slice plain, arena *a, slice *ret, err *e);

/* seal_open() - what was sealed for `about`, on `a`. MSG_KEY_MISSING: there is no such file, or
 * its key is not the one; MSG_KEY_BAD: the file is no key. */
MUST_CHECK rc seal_open(const char *path, slice about, slice sealed, arena *a, slice *ret, err *e);

/* seal_has_key() - is there such a file? */
bool seal_has_key(const char *path);

#endif
