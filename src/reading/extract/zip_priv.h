/*
 * zip_priv.h - an archive while it is open, for those who read parts and those who walk it.
 */
#ifndef DONDOC_READING_EXTRACT_ZIP_PRIV_H
#define DONDOC_READING_EXTRACT_ZIP_PRIV_H

#include "base/arena.h"
#include "base/err.h"

typedef struct zip_archive zip_archive;

/* zip_archive_open() - open the archive in `bytes`, which must live as long; it is closed with
 * the arena at the latest. *ret_count: of its entries, as it says; to be held against a limit.
 * MSG_NEEDS_LIBZIP, MSG_DAMAGED. Linear in the entries. */
MUST_CHECK rc zip_archive_open(slice bytes, arena *a, zip_archive **ret, int64_t *ret_count,
                               err *e);
void zip_archive_close(zip_archive *z);

/* zip_archive_name() - of an entry, as a label; p NULL when it has none. Lives as the archive. */
slice zip_archive_name(const zip_archive *z, uint64_t at);

/* zip_archive_is_link() - whether an entry says that it is anything but a file or a folder. */
bool zip_archive_is_link(const zip_archive *z, uint64_t at);

/* zip_archive_measure() - how long an entry says it is. MSG_DAMAGED, MSG_ENCRYPTED, MSG_HOSTILE
 * for one packed too densely, `too_large` for one over the limit. */
MUST_CHECK rc zip_archive_measure(const zip_archive *z, uint64_t at, msg_id too_large, size_t *ret,
                                  err *e);

/* zip_archive_read() - its n bytes, its checksum held against them. MSG_DAMAGED. Linear. */
MUST_CHECK rc zip_archive_read(const zip_archive *z, uint64_t at, char *to, size_t n, err *e);

#endif
