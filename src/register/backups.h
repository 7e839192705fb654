/*
 * backups.h - a register kept in a file, proved, brought back, moved to another database.
 */
#ifndef DONDOC_REGISTER_BACKUPS_H
#define DONDOC_REGISTER_BACKUPS_H

#include "register/proof.h"
#include "store/backup.h"

typedef struct backup_facts {
	int64_t made_at;
	copy_sums sums;
	proof proof;
} backup_facts;

/* backups_open() - open the backup `path` as a register that can only be read, and prove
 * all of it: structure, counts, sums, log, tally, originals. MSG_BACKUP_DAMAGED,
 * MSG_NOT_A_BACKUP, MSG_BACKUP_OLDER. reg_close() is due after it in any case. */
MUST_CHECK rc backups_open(reg *ret, const char *path, int64_t now, arena *a, backup_facts *facts,
                           err *e);

/* backups_noted() - a backup was made and is good: its age is shown to the administrator. In a
 * transaction of its own. */
MUST_CHECK rc backups_noted(reg *r, err *e);

/* backups_move() - everything of `from` into the empty register `to`; search is built anew,
 * and the log of `to` goes on with `verb`. Errors of copy_register(). */
MUST_CHECK rc backups_move(reg *from, reg *to, const char *verb, const copy_told *told, arena *a,
                           copy_sums *ret, err *e);

#endif
