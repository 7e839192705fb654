/*
 * tsv_priv.h - the words of one page of a scan, between the picture and the lines.
 */
#ifndef DONDOC_READING_EXTRACT_TSV_PRIV_H
#define DONDOC_READING_EXTRACT_TSV_PRIV_H

#include "reading/extract/pdf_priv.h"

/* The longer side of every page, A4's, in tenths of a point: a picture's own measure
 * is not believed. */
enum { PAGE_TENTHS = 8420 };

typedef struct tsv_line {
	uint32_t first, n; /* words */
	uint32_t grid;     /* of the table it stands in, counted from 1; 0: none */
} tsv_line;

/* Boxes are in pixels; a word that is no writing gets chars 0. */
typedef struct tsv_page {
	VEC(pdf_word) words;
	VEC(tsv_line) lines;
	int32_t width, height;
} tsv_page;

/* Where the rules of a table stood, ascending, in pixels of the page. */
typedef VEC(int32_t) tsv_rules;

typedef struct tsv_grid {
	uint32_t page;
	int32_t top, foot; /* tenths of a point */
	tsv_rules across, down;
	uint32_t table; /* filled when they are merged */
	int32_t first_row;
} tsv_grid;

typedef struct tsv_cell_word {
	pdf_word word;
	uint32_t grid, order;
	uint16_t row, column;
	bool item; /* a bullet at the beginning of a line of the cell */
} tsv_cell_word;

/* The tables of all pages. */
typedef struct tsv_cells {
	VEC(tsv_grid) grids;
	VEC(tsv_cell_word) words;
} tsv_cells;

/* tsv_cells_take() - the words of a line of a table, from the page to their cells. */
void tsv_cells_take(tsv_cells *c, tsv_page *p, const tsv_line *l, arena *a);

/* tsv_cells_merge() - the cells as lines of doc, where their tables stood; positions
 * are counted anew. n log n in the words. */
void tsv_cells_merge(tsv_cells *c, rawdoc *doc, arena *a);

/* tsv_again() - lines that were read surely the second time, and the first time not or less
 * surely, among the page's own; what they lie over is no writing. Linear: at most forty lines. */
void tsv_again(tsv_page *p, const tsv_page *again, arena *a);

/* tsv_clean() - mark what is no writing: rules, frames, seals, signatures. Linear. */
void tsv_clean(tsv_page *p, arena *a);

/* tsv_blank() - take away figures of numbers and days that were not read surely.
 * Linear. */
void tsv_blank(tsv_page *p, bool first_page, arena *a);

/* tsv_straighten() - turn the words so that their lines are level, and give all words
 * of a line one top and one bottom. n log n. */
void tsv_straighten(tsv_page *p, arena *a);

#endif
