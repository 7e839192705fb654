/*
 * xlsx_grid.h - the cells of one sheet, and how they become lines of a document.
 *
 * Shared by every kind of spreadsheet. What stands above and below the table of a
 * sheet (letterhead, title, signature) is made paragraphs, left column first; the
 * rest one table a sheet, whose rows and columns are those of the sheet.
 */
#ifndef DONDOC_READING_EXTRACT_XLSX_GRID_H
#define DONDOC_READING_EXTRACT_XLSX_GRID_H

#include "reading/extract/rawdoc.h"

enum { GRID_ROWS = 1 << 20, GRID_COLUMNS = 1 << 14 };

typedef struct grid_cell {
	slice text; /* never blank */
	int32_t row, column; /* 0.. */
	bool bold;
} grid_cell;

typedef struct grid_area {
	int32_t row, column, row_end, column_end; /* the last of each, within */
} grid_area;

typedef struct grid {
	arena *a;
	slice name;
	bool hidden; /* its cells are not read */
	VEC(grid_cell) cells;
	VEC(grid_area) merges;
	size_t bytes; /* of all cells so far */
} grid;

/* What all the sheets of a file have come to. */
typedef struct grid_out {
	arena *a;
	rawdoc *doc;
	int32_t sheet;     /* the next one's number, 0.. */
	uint32_t position; /* of the next word (rawline.source) */
	size_t bytes;
} grid_out;

/* grid_add() - one more cell; blank ones are left out. False when the sheet holds more
 * than limits.def allows; the cell is then not kept. */
bool grid_add(grid *g, int32_t row, int32_t column, slice text, bool bold);

/* grid_put() - the sheet's name (RAW_SHEET) and its lines, appended to o->doc. A value merged
 * over rows below the heading stands in each of them. MSG_SHEET_TOO_LARGE. O(n) for cells in
 * their order, else O(n log n). */
MUST_CHECK rc grid_put(grid_out *o, grid *g, err *e);

#endif
