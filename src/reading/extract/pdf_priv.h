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

/* Words that pdftotext takes for neighbours on one line. */
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

/* pdf_measure() - fill tall, wide10 and left. Linear, with a sorted sample. */
void pdf_measure(pdf_doc *d);

/* pdf_lines() - the lines of all pages into `ret`, as they stand on the page: gaps
 * become blanks, so that columns stay below one another. */
void pdf_lines(pdf_doc *d, rawdoc *ret);

#endif
