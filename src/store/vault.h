/*
 * vault.h - the originals: the bytes of every file that was entered, by their SHA-256.
 *
 * Beside an SQLite register stands a folder (FILE.vault/ab/cdef…) with those of more than
 * 64 KiB. Smaller ones, and all of them on PostgreSQL and in a backup, are pieces of 1 MiB in
 * a table. The table `original` lists them everywhere.
 * What the register says is there, is there: bytes reach the disk before the transaction
 * that names them. Nothing is ever changed or taken out. Who may see an original is asked
 * before, by the register.
 */
#ifndef DONDOC_STORE_VAULT_H
#define DONDOC_STORE_VAULT_H

#include "store/db.h"

#define VAULT_BYTES_MAX ((size_t)1 << 30)

/* vault_put() - keep `bytes` under their SHA-256 (64 hex digits); once, however often it
 * is called. Inside db_write(): with a transaction that fails they are gone again.
 * MSG_DB_FULL, MSG_DB_FAILED, RC_LIMIT over VAULT_BYTES_MAX. Linear. That the hash is theirs
 * is the caller's word; vault_read() does not believe it. */
MUST_CHECK rc vault_put(db *d, slice sha256, slice bytes, err *e);

/* vault_read() - the bytes, on `a`, compared with their hash. MSG_ORIGINAL_MISSING when
 * there are none of this hash, MSG_ORIGINAL_DAMAGED when they are not what they were. */
MUST_CHECK rc vault_read(db *d, slice sha256, arena *a, slice *ret, err *e);

/* vault_each() - call `each` for every original that the register lists, in the order of
 * their hashes; an error of `each` ends the walk. */
typedef rc vault_original(void *ctx, slice sha256, int64_t bytes, err *e);
MUST_CHECK rc vault_each(db *d, vault_original *each, void *ctx, err *e);

#endif
