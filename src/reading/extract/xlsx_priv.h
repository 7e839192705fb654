/*
 * xlsx_priv.h - the steps of reading a workbook.
 *
 *   xlsx.c         which parts there are, and their order
 *   xlsx_book.c    shared strings, cell styles
 *   xlsx_cells.c   the cells of one sheet
 *   xlsx_scan.c    the same for sheets as programs write them, without a parser
 *   xlsx_format.c  numbers as the sheet shows them
 *   xlsx_grid.c    cells to lines
 */
#ifndef DONDOC_READING_EXTRACT_XLSX_PRIV_H
#define DONDOC_READING_EXTRACT_XLSX_PRIV_H

#include "reading/extract/xlsx.h"
#include "reading/extract/xlsx_grid.h"
#include "reading/extract/xml.h"

/* What a number format shows. */
enum format_flag {
	FORMAT_DAY = 1 << 0,
	FORMAT_MONTH = 1 << 1,
	FORMAT_YEAR = 1 << 2,
	FORMAT_TIME = 1 << 3,
	FORMAT_PERCENT = 1 << 4,
	FORMAT_THOUSANDS = 1 << 5,
	FORMAT_BOLD = 1 << 6, /* of a cell style: its font is bold */
	FORMAT_DATE = FORMAT_DAY | FORMAT_MONTH | FORMAT_YEAR,
};

typedef struct number_format {
	uint8_t flags;
	int8_t decimals; /* -1: as many as the number has */
	uint8_t digits;  /* figures before the comma, at least */
} number_format;

/* format_builtin() - the formats that a file need not spell out. */
number_format format_builtin(int32_t id);

/* format_of_code() - what "dd/mm/yyyy" or "#,##0.0%" shows. Linear. */
number_format format_of_code(slice code);

/* format_number() - the number that the file writes as `raw`, as the sheet shows it; raw
 * itself where it is no number, or no date of the calendar. On `a`. */
slice format_number(slice raw, number_format f, bool since_1904, arena *a);

/* format_iso() - "2026-05-31T00:00:00" as "31/05/2026"; raw where it is something else. */
slice format_iso(slice raw, arena *a);

typedef struct workbook {
	arena *a;
	bool since_1904;
	VEC(slice) strings;
	VEC(number_format) styles; /* by the number that a cell names */
} workbook;

/* book_strings(), book_styles() - the parts that sheets refer to; an absent part (p NULL)
 * is an empty one. MSG_SHEET_TOO_LARGE. */
MUST_CHECK rc book_strings(workbook *b, slice part, err *e);
MUST_CHECK rc book_styles(workbook *b, slice part, err *e);

/* cells_read() - the cells of a sheet's part into g. MSG_SHEET_TOO_LARGE, and as xml.h. */
MUST_CHECK rc cells_read(const workbook *b, slice part, grid *g, err *e);

enum cell_type { CELL_NUMBER, CELL_SHARED, CELL_TEXT, CELL_BOOL, CELL_ISO };

/* A cell at hand: what its attributes say. */
typedef struct cell_seen {
	int32_t row, column;
	uint32_t style;
	uint8_t type; /* enum cell_type */
} cell_seen;

/* cell_next() - the cell after c, before its attributes are known. */
void cell_next(cell_seen *c);

/* cell_attr() - the attribute called by one letter: r, s or t. */
void cell_attr(cell_seen *c, char name, slice value);

/* cell_row() - the row whose number is written so; empty: the one after. */
void cell_row(cell_seen *c, slice number);

/* cell_put() - the cell with what the file writes as its value, on the arena or in the
 * part. RC_INPUT for a place outside any sheet, RC_LIMIT for one cell too many. */
MUST_CHECK rc cell_put(const workbook *b, grid *g, const cell_seen *c, slice raw);

/* merge_put() - "A1:C2". */
void merge_put(grid *g, slice ref);

/* cells_scan() - as cells_read(), many times as fast; false, with g as it was, for a part
 * that is written in any unusual way, or is no good. *ret as cell_put(). */
bool cells_scan(const workbook *b, slice part, grid *g, rc *ret);

/* Words that come in pieces. */
typedef struct gather {
	arena *a;
	char *p;
	uint32_t n, cap;
} gather;

/* gather_put() - one more piece. Amortised linear. */
void gather_put(gather *t, slice piece);

/* gather_take() - the words so far, on the arena, with Excel's "_x000D_" read; t is empty
 * again. */
slice gather_take(gather *t);

/* text_unescape() - in place; *n never grows. */
void text_unescape(char *p, size_t *n);

#endif
