/*
 * import_sheet.h - spreadsheets among the files of `dondoc import`.
 */
#ifndef DONDOC_APP_IMPORT_SHEET_H
#define DONDOC_APP_IMPORT_SHEET_H

#include "app/intake/job_read.h"
#include "register/hand/sheet_in.h"

typedef struct sheet_tally {
	uint32_t sheets, entered, again, kept, bad, changed;
} sheet_tally;

/* What is done with them. */
typedef struct sheet_asked {
	bool look; /* nothing is entered: only what would be, and sheets of no known kind too */
	bool json; /* told as dondoc.sheet/1 */
	bool changed; /* rows about the same as one that came before enter too */
	const sheet_choices *chosen; /* what a person says of kinds and columns; NULL: nothing */
	slice pub; /* of the import, where the caller needs to know it; empty: a new one */
} sheet_asked;

/* import_sheets() - is `doc` a spreadsheet with a sheet whose kind is known? Then its rows
 * are entered in one transaction, its mapping and its bad cells told on `out`, *ret_taken
 * is true, and `tally` grows. No transaction may be open. */
MUST_CHECK rc import_sheets(reg *r, const job_reader *jr, const job_doc *doc,
                            const sheet_asked *ask, bool *ret_taken, sheet_tally *tally, err *e);

#endif
