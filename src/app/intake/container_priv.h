/*
 * container_priv.h - a child that takes a file apart.
 */
#ifndef DONDOC_APP_CONTAINER_PRIV_H
#define DONDOC_APP_CONTAINER_PRIV_H

#include <sys/types.h>

#include "app/intake/container.h"
#include "base/strbuf.h"
#include "reading/extract/archive.h"

/* Embedded; unfolder_done() when finished. */
typedef struct unfolder {
	pid_t pid;
	int fd;
	strbuf room; /* the member at hand: name, then bytes */
} unfolder;

/* unfolder_open() - start a child over the archive or mail `bytes`. MSG_NO_MEMORY. */
MUST_CHECK rc unfolder_open(unfolder *ret, file_kind k, slice bytes, err *e);

/* unfolder_next() - the next member into ret, valid until the next call. ret_why has
 * rc RC_OK unless this member was refused. False at the end; then *e says whether the
 * child came to it well. */
bool unfolder_next(unfolder *u, member *ret, err *ret_why, err *e);

void unfolder_done(unfolder *u);

#endif
