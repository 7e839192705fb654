/*
 * original.h - the file that a document came as, for whoever may see the document.
 */
#ifndef DONDOC_REGISTER_ORIGINAL_H
#define DONDOC_REGISTER_ORIGINAL_H

#include "register/reg.h"

typedef struct original {
	slice name, media, bytes;
} original;

/* original_read() - all of it on `a`. MSG_NO_SUCH: no document of this number that this
 * viewer may see; else the errors of vault_read(). */
MUST_CHECK rc original_read(reg *r, int64_t document, arena *a, original *ret, err *e);

#endif
