/*
 * sheet.h - the sheets of a workbook as typed rows: duties, petitions, agencies, persons.
 *
 * Not a pass: made when it is asked for, from the reading of the workbook. What its cells
 * say is read by the same code that reads tables of duties.
 */
#ifndef DONDOC_READING_FACTS_SHEET_H
#define DONDOC_READING_FACTS_SHEET_H

#include "model/sheets.h"
#include "reading/facts/text/scan.h"

/* sheets_read() - `chosen` as for sheets_run(). Fill the sheets of `all`, of which the names are known; the cells of the
 * n-th are those of table n of s->r, whose passes have run. Linear. */
void sheets_read(scan *s, const sheet_choices *chosen, sheets *all);

#endif
