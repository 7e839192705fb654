/*
 * audience.h - one more body that may see a document.
 *
 * Lists and counts ask the table, search asks its own terms: both are told here, so that a
 * body finds what it may open.
 */
#ifndef DONDOC_REGISTER_AUDIENCE_H
#define DONDOC_REGISTER_AUDIENCE_H

#include "register/reg.h"

/* audience_add() - the body in row `agency` may see it from now on; nothing when it may
 * already, the first `why` stays. Inside db_write(). */
MUST_CHECK rc audience_add(reg *r, int64_t document, int64_t agency, const char *why, err *e);

#endif
