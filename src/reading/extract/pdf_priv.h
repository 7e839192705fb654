/*
 * pdf_priv.h - words with boxes, on their way to lines.
 */
#ifndef DONDOC_READING_EXTRACT_PDF_PRIV_H
#define DONDOC_READING_EXTRACT_PDF_PRIV_H

#include "reading/extract/rawdoc.h"

/* All measures in tenths of a point, from the top left corner of the page. */
typedef struct pdf_box {
	int32_t x0, y0, x1, y1;
} pdf_box;

typedef struct pdf_word {
	pdf_box box;
	slice text;
	uint32_t chars;
	uint32_t sure; /* of a scan, in percent; else 0 */
} pdf_word;

/* Words that are neighbours on one line. */
typedef struct pdf_piece {
	pdf_box box;
	uint32_t first, n; /* words */
} pdf_piece;

typedef struct pdf_page {
	uint32_t first, n; /* pieces */
	int32_t width, height;
} pdf_page;

typedef struct pdf_doc {
	arena *a;
	VEC(pdf_word) words;
	VEC(pdf_piece) pieces;
	VEC(pdf_page) pages;
	int32_t tall;   /* usual height of a word's box */
	int32_t wide10; /* usual width of a character, times ten */
	int32_t left;   /* where the text begins */
} pdf_doc;

/* Pieces at one height of the page, from left to right. */
typedef struct pdf_row {
	uint32_t first, n; /* pieces */
	pdf_box box;
	bool small;
} pdf_row;

enum { PDF_COLUMNS = 24 };

/* A word of a table, and its cell. */
typedef struct pdf_cell_word {
	uint32_t word, page, line, order;
	int32_t row, column;
	bool breaks; /* a paragraph of the cell begins with it */
} pdf_cell_word;

/* A table, as far as it has been read: columns from left to right. */
typedef struct pdf_table {
	unsigned columns;
	uint32_t page; /* at hand */
	int32_t x0[PDF_COLUMNS], x1[PDF_COLUMNS];
	bool headed[PDF_COLUMNS];
	bool middle; /* numbers of rows stand in their middle */
	bool open;   /* the page ended before it did */
	int32_t next_row;
	uint32_t ready; /* words whose rows are whole; those behind may go on over the page */
	VEC(pdf_cell_word) words; /* cell by cell */
} pdf_table;

/* pdf_table_find() - the table whose heading begins with row `at` of the page; returns
 * the row after it, or `at` when none begins there. usual: distance of rows.
 * pdf_table_go_on() - the same of one that was open at the end of the page before; its
 * last row is ready then, whatever comes.
 * Linear in its words. */
uint32_t pdf_table_find(pdf_doc *d, const pdf_row *rows, uint32_t nrows, uint32_t at, int32_t usual,
                        pdf_table *t);
uint32_t pdf_table_go_on(pdf_doc *d, const pdf_row *rows, uint32_t nrows, uint32_t at,
                         int32_t usual, pdf_table *t);

/* pdf_columns_under() - how many columns lie under x0..x1; *ret_first the first of them. */
unsigned pdf_columns_under(const pdf_table *t, int32_t x0, int32_t x1, unsigned *ret_first);

/* pdf_columns_widen() - make room for x0..x1: widen a column, or put a new one between two.
 * False when it lies over two that have headings; those without are joined to it. */
bool pdf_columns_widen(pdf_table *t, int32_t x0, int32_t x1);

/* pdf_measure() - fill tall, wide10 and left. Linear, with a sorted sample. */
void pdf_measure(pdf_doc *d);

/* pdf_lines() - the lines of all pages into `ret`, as they stand on the page: gaps
 * become blanks, so that columns stay below one another. */
void pdf_lines(pdf_doc *d, rawdoc *ret);

#endif
