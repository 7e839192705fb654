/*
 * ocr_priv.h - the steps of reading a scan, and the picture between them.
 */
#ifndef DONDOC_APP_OCR_PRIV_H
#define DONDOC_APP_OCR_PRIV_H

#include "app/intake/ocr.h"
#include "app/intake/tool.h"

/* A page made ready: level, and of the size that tesseract reads best. */
enum { OCR_TABLES = 8 };
typedef struct ocr_page {
	strbuf room;     /* the picture as PGM; its owner calls strbuf_done() */
	size_t pixels;   /* where they begin in it */
	uint32_t width, height;
	unsigned ink_below; /* darker may be a rule */
	struct {
		uint32_t top, end; /* rows */
	} tables[OCR_TABLES];      /* where ruled tables stood, from top to bottom */
	unsigned ntables;
} ocr_page;

/* ocr_plain() - any loose picture as a plain one, "pgm" or "ppm", appended to `out`, by unpaper;
 * false when it cannot be had so. */
bool ocr_plain(slice picture, const char *kind, strbuf *out);

/* picture_prepare() - a grey picture (PGM) made ready. False when it is none. Linear in
 * the pixels. */
bool picture_prepare(slice pgm, ocr_page *ret);

/* A plain picture: PGM, a byte a pixel, or PPM, three. They stay its owner's. */
typedef struct pixels {
	const unsigned char *p;
	uint32_t width, height, depth;
} pixels;

/* picture_pixels() - look into a plain picture; false when it is none. */
bool picture_pixels(slice plain, pixels *ret);

/* picture_turned() - a plain picture turned to the right by quarters, 1 to 3, appended to `to`.
 * False when it is none. Linear in the pixels. */
bool picture_turned(slice picture, unsigned quarters, strbuf *to);

/* png_write() - a plain picture as a PNG, appended to `to`; false when there is no memory,
 * or no zlib.
 * Linear. */
bool png_write(const pixels *from, strbuf *to);

/* ocr_hardly_read() - does the picture show writing of which the rows have next to no sure word?
 * ocr_sure_letters(): how much of the rows is sure. */
bool ocr_hardly_read(slice pgm, slice rows);
uint64_t ocr_sure_letters(slice rows);

/* A part of a page, in its pixels. */
typedef struct ocr_part {
	uint32_t left, top, width, height;
} ocr_part;

/* ocr_signature() - the part of a page where its signature is to be looked for, by the rows of
 * the page's words: right of "Nơi nhận". False when it has none. Linear in the rows. */
bool ocr_signature(slice rows, const ocr_page *page, ocr_part *ret);

/* picture_part() - a part of the page as a PGM, appended to `to`. */
void picture_part(const ocr_page *page, const ocr_part *part, strbuf *to);

/* The inks that a stamp is looked for in: red; red without frames; of a grey scan, ink paler
 * than the writing and as broad as a stamp's, without frames; all of it. */
typedef enum stamp_ink { INK_RED, INK_RED_BARE, INK_PALE, INK_ALL } stamp_ink;

/* picture_stamps() - the head of a coloured page in one ink as a PGM, appended to `to`, its
 * right side `slant` percent of its length higher than it lay (a stamp may be pressed so crooked
 * that its line is seen as none). False when it is no picture or has none of that ink. Linear. */
bool picture_stamps(slice ppm, stamp_ink ink, int slant, strbuf *to);

/* picture_as_drawn() - the same of a page that a program drew: neither turned nor made larger. */
bool picture_as_drawn(slice pgm, ocr_page *ret);

/* picture_head() - what a PGM (depth 1) or PPM (3) of that size begins with. */
void picture_head(strbuf *to, uint32_t width, uint32_t height, uint32_t depth);

/* picture_tables() - note where the page's tables are; picture_prepare() does so. */
void picture_tables(ocr_page *page);

/* A table that was cut out of its page, its rules wiped away. */
enum { OCR_RULES = 64 };
typedef struct ocr_table {
	strbuf pixels; /* its owner calls strbuf_done() */
	uint32_t top, width, height;
	uint32_t down[OCR_RULES], across[OCR_RULES]; /* where its rules stood, from its corner */
	unsigned ndown, nacross;
} ocr_table;

/* picture_cut() - take a table out of the page: its place there is blank afterwards. */
void picture_cut(ocr_page *page, unsigned table, ocr_table *ret);

/* picture_strip() - the table between two columns of pixels as a PGM, appended to `to`. */
void picture_strip(const ocr_table *t, uint32_t left, uint32_t right, strbuf *to);

#endif
