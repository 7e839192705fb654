/*
 * archive.h - the files inside an archive, one after the other, in memory.
 */
#ifndef DONDOC_READING_EXTRACT_ARCHIVE_H
#define DONDOC_READING_EXTRACT_ARCHIVE_H

#include "base/arena.h"
#include "reading/extract/sniff.h"

/* A file found inside another. */
typedef struct member {
	slice name;  /* valid UTF-8 without control characters; '/' parts folders */
	slice bytes; /* good until the sink returns */
	bool self;   /* the words of a mail itself, not a file that hangs on it */
	bool typed;  /* kind is known; else the bytes say it */
	file_kind kind;
} member;

/* Where members go. why: it was refused, and its bytes are empty; else NULL. False:
 * no more are wanted. */
typedef struct member_sink {
	bool (*take)(void *ctx, const member *m, const err *why);
	void *ctx;
} member_sink;

/* archive_unfold() - give each file of a ZIP archive to `to`, in the archive's order;
 * folders and what systems leave there are passed over. One whose name leads
 * elsewhere, stands there twice, is a link, has a password or swells beyond
 * limits.def is refused alone. MSG_DAMAGED, MSG_TOO_MANY, MSG_EMPTY, MSG_NEEDS_LIBZIP.
 * Memory: the largest file; linear in what is unpacked, n log n in the names. */
MUST_CHECK rc archive_unfold(slice bytes, arena *a, const member_sink *to, err *e);

/* member_label() - the name as it may be shown and kept: valid UTF-8, no control
 * characters, at most LIMIT_MEMBER_NAME bytes. On `a`, or the same bytes. */
slice member_label(slice name, arena *a);

#endif
