/*
 * pdf_tables.h - the ruled tables of a PDF that has text.
 */
#ifndef DONDOC_APP_PDF_TABLES_H
#define DONDOC_APP_PDF_TABLES_H

#include "reading/extract/rawdoc.h"

/* pdf_tables() - on pages whose lines stand in columns, look for the rules of a table
 * and part its cells. `a` must not be guarded. Where a page cannot be drawn, doc stays as
 * it is: its words are read either way. Fails only when memory does. Costs a drawing of each
 * such page. */
MUST_CHECK rc pdf_tables(slice pdf, arena *a, rawdoc *doc, err *e);

#endif
