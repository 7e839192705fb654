/*
 * sheets.h - a workbook, once it is read, as typed rows.
 */
#ifndef DONDOC_READING_SHEETS_H
#define DONDOC_READING_SHEETS_H

#include "model/sheets.h"
#include "reading/extract/rawdoc.h"
#include "reading/reader.h"

/* sheets_run() - what the sheets of `doc` hold; r is the reading of the same lines, with the
 * same reader. `chosen`: what a person says of kinds and columns; then the columns of sheets
 * that are of no known kind are told too. NULL: as recognised. Everything lives on `a`. MSG_NOT_A_SHEET when doc came from no spreadsheet.
 * On failure ret is unspecified. Linear. */
MUST_CHECK rc sheets_run(const reader *rd, const rawdoc *doc, const sheet_choices *chosen,
                         reading *r, arena *a, sheets *ret, err *e);

#endif
