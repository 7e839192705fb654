/*
 * tsv_priv.h - the words of one page of a scan, between the picture and the lines.
 */
#ifndef DONDOC_READING_EXTRACT_TSV_PRIV_H
#define DONDOC_READING_EXTRACT_TSV_PRIV_H

#include "reading/extract/pdf_priv.h"

typedef struct tsv_line {
	uint32_t first, n; /* words */
} tsv_line;

/* Boxes are in pixels; a word that is no writing gets chars 0. */
typedef struct tsv_page {
	VEC(pdf_word) words;
	VEC(tsv_line) lines;
	int32_t width, height;
} tsv_page;

/* tsv_clean() - mark what is no writing: rules, frames, seals, signatures. Linear. */
void tsv_clean(tsv_page *p, arena *a);

/* tsv_blank() - take away figures of numbers and days that were not read surely.
 * Linear. */
void tsv_blank(tsv_page *p, bool first_page, arena *a);

/* tsv_straighten() - turn the words so that their lines are level, and give all words
 * of a line one top and one bottom. n log n. */
void tsv_straighten(tsv_page *p, arena *a);

#endif
