/*
 * blocks.h - the paragraphs as a tree, and which part of the letter each is.
 */
#ifndef DONDOC_READING_BLOCKS_H
#define DONDOC_READING_BLOCKS_H

#include "reading/facts/text/scan.h"

/* The parts of a document, top to bottom (Decree 30/2020 Annex I). */
enum zone {
	ZONE_NONE,
	ZONE_HEADER,     /* issuer, quốc hiệu, number, V/v, place and date */
	ZONE_KIND,       /* the line with the kind: GIẤY MỜI */
	ZONE_TITLE,      /* trích yếu under the kind; V/v of a letter stays in the header */
	ZONE_ADDRESSEE,  /* Kính gửi and its lines */
	ZONE_BODY,
	ZONE_RECIPIENTS, /* Nơi nhận and its lines */
	ZONE_SIGNATURE,
	ZONE_ANNEX,      /* after the signature */
	ZONE_FOOTNOTE,
};

enum marker_class {
	MARKER_NONE,
	MARKER_ROMAN,    /* I. II. */
	MARKER_ARABIC,   /* 1. 2- 3) */
	MARKER_SECTION,  /* 1.1 1.1.2 */
	MARKER_LETTER,   /* a) b. */
	MARKER_BULLET,   /* - + * • */
	MARKER_PAREN,    /* (1) (i) (a) */
};

/* blocks_find() - the first pass: tokens of each block (tok, ntok cover the
 * words without the marker), its marker class, zone, level, parent, first_child
 * and next sibling. Linear; nesting deeper than 32 is flattened. */
void blocks_find(scan *s);

/* block_of_tok() - index of the block in which token i stands; -1 outside all. */
int32_t block_of_tok(const scan *s, uint32_t i);

/* block_soon() - the words of block k, if there is one, are looked at soon (scan_soon()). */
void block_soon(const scan *s, uint32_t k);

/* block_text_upper() - are all letters of the block capitals (and is there one)? */
bool block_text_upper(const scan *s, const block *b);

#endif
