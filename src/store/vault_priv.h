/*
 * vault_priv.h - originals as files beside an SQLite register.
 */
#ifndef DONDOC_STORE_VAULT_PRIV_H
#define DONDOC_STORE_VAULT_PRIV_H

#include "store/db_priv.h"

/* vault_has_pieces() - is an original there as rows of the register? */
MUST_CHECK rc vault_has_pieces(db *d, slice sha256, bool *ret, err *e);

/* vault_put_pieces() - the rows of an original that `original` lists. */
MUST_CHECK rc vault_put_pieces(db *d, slice sha256, slice bytes, err *e);

/* vault_file_put() - write the file unless it is there with these very bytes (a crash may
 * have left one that is empty). It is not on disk yet: vault_settle(). */
MUST_CHECK rc vault_file_put(db *d, slice sha256, slice bytes, err *e);
MUST_CHECK rc vault_file_read(db *d, slice sha256, arena *a, slice *ret, err *e);

#endif
