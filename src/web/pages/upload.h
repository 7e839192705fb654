/*
 * upload.h - files that came in with a form: each is read by itself, and each has its line.
 */
#ifndef DONDOC_WEB_PAGES_UPLOAD_H
#define DONDOC_WEB_PAGES_UPLOAD_H

#include "web/pages/show.h"

/* upload_name() - the last part of what a browser calls a file: never a path. */
slice upload_name(slice name);

/* upload_take() - hand every file to the reader; one line for each to v->lines, whether it
 * was read or why not. MSG_EMPTY_UPLOAD without any. */
MUST_CHECK rc upload_take(visit *p, upload_view *v, err *e);

/* upload_one() - the file of that field, when there is one: its row, or DB_NULL without.
 * *ret_why: for the person who sent it, when it could not be read. */
MUST_CHECK rc upload_one(visit *p, slice field, int64_t *ret, slice *ret_why, err *e);

#endif
