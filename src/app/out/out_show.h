/*
 * out_show.h - one thing of the register with everything that belongs to it.
 */
#ifndef DONDOC_APP_OUT_SHOW_H
#define DONDOC_APP_OUT_SHOW_H

#include "app/out/out.h"
#include "register/people/nouns.h"

/* out_show() - what the viewer of `r` may see of a row. MSG_NO_SUCH when that is nothing. */
MUST_CHECK rc out_show(strbuf *b, reg *r, enum noun noun, int64_t id, bool json, arena *a, err *e);

#endif
