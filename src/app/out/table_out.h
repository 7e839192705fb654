/*
 * table_out.h - a table that leaves the register, row by row: CSV, or XLSX.
 *
 * Nothing of a document may become a formula: in XLSX texts are written as texts, in CSV a
 * cell that a spreadsheet would compute is quoted with '. Rows are written as they come;
 * memory does not grow with their number. The file appears whole under its name, or not.
 */
#ifndef DONDOC_APP_TABLE_OUT_H
#define DONDOC_APP_TABLE_OUT_H

#include "base/arena.h"
#include "base/strbuf.h"
#include "model/civil.h"

typedef struct table_out table_out;

typedef struct table_heading {
	slice text;
	unsigned width; /* letters, for XLSX */
} table_heading;

/* table_open() - `path` ends in .csv or .xlsx, or is "-" or "-.xlsx": on standard output. `title`
 * names the sheet. MSG_EXPORT_NAME, MSG_NEEDS_LIBXLSX, MSG_WRITE_FAILED. Lives on `a`;
 * table_close() is due after RC_OK. */
MUST_CHECK rc table_open(const char *path, slice title, const table_heading *headings, uint32_t n,
                         arena *a, table_out **ret, err *e);

/* table_text(), table_number(), table_minute() - the next cell, of a civil minute as a date that
 * can be sorted and counted with (the last minute of a day is that day);
 * table_row() - the row is full. */
void table_text(table_out *t, slice s);
void table_number(table_out *t, int64_t n);
void table_minute(table_out *t, cmin at);
MUST_CHECK rc table_row(table_out *t, err *e);

/* table_close() - with `keep` the file stands under its name when this returns RC_OK; else
 * nothing is left of it. */
MUST_CHECK rc table_close(table_out *t, bool keep, err *e);

#endif
