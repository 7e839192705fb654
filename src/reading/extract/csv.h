/*
 * csv.h - cells parted by commas, semicolons or tabs.
 */
#ifndef DONDOC_READING_EXTRACT_CSV_H
#define DONDOC_READING_EXTRACT_CSV_H

#include "reading/extract/rawdoc.h"

/* csv_separator() - ',' ';' or '\t' when the text is a table of cells and nothing else:
 * quotes that close, and as many cells in (nearly) every row. '\0' for any other text:
 * prose has spaces after its commas. Reads at most the first 64 KiB. */
char csv_separator(slice text);

/* rawdoc_from_csv() - one sheet without a name, rows and columns as written. Takes UTF-8
 * with or without BOM, or the old codes of legacy.h. The text lies on `a` or in `bytes`.
 * MSG_EMPTY, MSG_NOT_UTF8, MSG_BINARY, MSG_SHEET_TOO_LARGE. Linear. */
MUST_CHECK rc rawdoc_from_csv(slice bytes, arena *a, rawdoc *ret, err *e);

#endif
