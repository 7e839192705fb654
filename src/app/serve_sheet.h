/*
 * serve_sheet.h - a list of a page as a spreadsheet to take away.
 */
#ifndef DONDOC_APP_SERVE_SHEET_H
#define DONDOC_APP_SERVE_SHEET_H

#include "web/serve.h"

/* A serve_sheet: written to a file of its own that is gone before this returns. */
MUST_CHECK rc serve_sheet_write(void *ctx, const serve_table *t, arena *a, slice *ret, err *e);

#endif
