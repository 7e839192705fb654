/*
 * search.h - documents found by their words, with and without marks, on both databases.
 */
#ifndef DONDOC_REGISTER_SEARCH_H
#define DONDOC_REGISTER_SEARCH_H

#include "register/reg.h"

/* search_enter() - make a document findable: its title, number and text, folded
 * (base/fold.h). Inside db_write(). Newer days come first in results. */
MUST_CHECK rc search_enter(reg *r, int64_t document, int32_t day, slice title, slice number,
                           slice text, err *e);

#endif
