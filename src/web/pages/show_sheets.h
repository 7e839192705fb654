/*
 * show_sheets.h - what the pages of spreadsheets show: where one is chosen, what one would bring
 * in, what came in.
 */
#ifndef DONDOC_WEB_PAGES_SHOW_SHEETS_H
#define DONDOC_WEB_PAGES_SHOW_SHEETS_H

#include "web/pages/show_hand.h"

typedef struct sheet_begin_view {
	frame frame;
	VEC(upload_line) lines;
	slice base, back, back_words;
	bool model; /* of duties */
	plain_rows recent;
} sheet_begin_view;

/* A column with what it may be taken for; a row, a cell, a fault of the sheet. */
typedef struct sheet_head {
	slice name, heading, field;
	options fields;
} sheet_head;
typedef struct sheet_cell {
	slice words, head; /* head: the field, for a narrow screen */
} sheet_cell;
typedef struct sheet_line {
	slice row; /* its number, as the spreadsheet writes it */
	slice seen, mood, href; /* what the register has of it */
	VEC(sheet_cell) cells;
} sheet_line;
typedef struct sheet_fault_row {
	slice cell, value, why;
} sheet_fault_row;
typedef struct sheet_block {
	int64_t number, nrows, again, changed, fresh, nbad, more_rows, more_bad;
	slice title, kind, problem;
	bool known, doubles; /* doubles: what is changed would be there twice */
	options kinds;
	VEC(sheet_head) heads, used;
	VEC(sheet_line) rows;
	VEC(sheet_fault_row) bad;
} sheet_block;
typedef struct sheet_look_view {
	frame frame;
	slice name, action, columns, problem, back;
	int64_t fresh, changed;
	VEC(sheet_block) sheets;
} sheet_look_view;
typedef struct sheet_done_view {
	frame frame;
	slice name, when, who, undone, undo, back, back_words;
	int64_t entered, again, kept, changed, bad, more;
	plain_rows rows;
} sheet_done_view;

#endif
