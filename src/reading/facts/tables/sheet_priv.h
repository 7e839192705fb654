/*
 * sheet_priv.h - the steps of reading a sheet.
 *
 *   sheet_heading.c  what kind of sheet, and which column holds what
 *   sheet_cell.c     one cell, by its field's type
 *   sheet.c          the rows
 */
#ifndef DONDOC_READING_FACTS_SHEET_PRIV_H
#define DONDOC_READING_FACTS_SHEET_PRIV_H

#include "reading/facts/tables/sheet.h"
#include "reading/facts/tables/table_row.h"

typedef struct heading {
	sheet_kind kind;               /* SHEET_UNKNOWN: not recognised */
	uint8_t of[TABLE_COLUMNS_MAX]; /* sheet_field of each column; a field at most once */
	uint8_t cls[TABLE_COLUMNS_MAX]; /* enum column, for duties */
	span words[TABLE_COLUMNS_MAX]; /* of the headings; len 0: none */
	int32_t first, last;           /* its rows */
} heading;

/* heading_find() - the heading of the table whose blocks are [k, end). Looks at its first
 * rows. */
heading heading_find(const scan *s, uint32_t k, uint32_t end);

/* heading_chosen() - the same, as a person has it: of the kind `by` says, with its columns
 * where it names them. A table whose heading nobody knows is headed by its first row; `by`
 * NULL: of no kind then. */
heading heading_chosen(const scan *s, uint32_t k, uint32_t end, const sheet_choice *by);

/* cell_text() - the words of the blocks [k, end) of one cell, markers too. */
slice cell_text(const scan *s, uint32_t k, uint32_t end);

/* cell_read() - the blocks [k, end) of a cell as a value of v->field; bodies are not read
 * here. Linear. */
sheet_fault cell_read(const scan *s, uint32_t k, uint32_t end, sheet_value *v);

/* cell_state() - the state that the blocks say from their first word on; `whole`: with all
 * of their words. Absent when they say none. */
slice cell_state(const scan *s, uint32_t k, uint32_t end, bool whole);

#endif
