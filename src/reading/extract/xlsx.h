/*
 * xlsx.h - an Excel workbook as lines: what stands in its cells.
 */
#ifndef DONDOC_READING_EXTRACT_XLSX_H
#define DONDOC_READING_EXTRACT_XLSX_H

#include "reading/extract/rawdoc.h"

/* rawdoc_from_xlsx() - every sheet in its order, a RAW_SHEET line in front of each, then its
 * rows (hidden rows too; hidden sheets by name only). Formulas give the value that the file
 * keeps; dates are written "31/05/2026". Links, macros and drawings are never opened. The
 * text lies on `a`. MSG_DAMAGED, MSG_ENCRYPTED, MSG_HOSTILE, MSG_EMPTY,
 * MSG_SHEET_TOO_LARGE, MSG_NEEDS_LIBZIP. Linear in the unpacked size. */
MUST_CHECK rc rawdoc_from_xlsx(slice bytes, arena *a, rawdoc *ret, err *e);

#endif
