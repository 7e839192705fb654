/*
 * backup.h - a register with its originals as one file, made while others write.
 *
 * The file is the same for both databases: an SQLite file with every table, the originals
 * in pieces, and a list of what each table must count and sum (docs/adr/0008). It can be
 * restored into either. It is not a register: opening it as one is refused.
 */
#ifndef DONDOC_STORE_BACKUP_H
#define DONDOC_STORE_BACKUP_H

#include "store/copy.h"

/* backup_make() - write all of `from`, as it is at one moment, to the new file `path`:
 * complete and on disk, or not there (MSG_FILE_EXISTS, MSG_DB_FULL …). `at`: seconds since
 * 1970, remembered in it. *ret: what is in it, on `a`. */
MUST_CHECK rc backup_make(db *from, const char *path, int64_t at, arena *a, copy_sums *ret, err *e);

/* backup_prove() - prove one that db_open() opened with DB_BACKUP: its structure, the counts
 * and sums of all tables, every original by its hash. MSG_BACKUP_DAMAGED. *ret_at: when it
 * was made; *ret_sums: what is in it, on `a`. */
MUST_CHECK rc backup_prove(db *d, arena *a, int64_t *ret_at, copy_sums *ret_sums, err *e);

#endif
