/*
 * ocr_priv.h - the programs that read scans, and the picture between them.
 */
#ifndef DONDOC_APP_OCR_PRIV_H
#define DONDOC_APP_OCR_PRIV_H

#include "app/ocr.h"
#include "app/sandbox.h"

enum { OCR_ARGS = 16 };

typedef struct ocr_tool {
	const char *name; /* found in /usr/bin or /usr/local/bin */
	sandbox_kind walls;
	msg_id missing;
	const char *args[OCR_ARGS]; /* from argv[1]; NULL at the end */
} ocr_tool;

/* What became of a program: how it ended, and the first of what it complained. */
typedef struct ocr_end {
	int status;
	char said[400];
} ocr_end;

/* ocr_installed() - may the program be run? */
bool ocr_installed(const ocr_tool *t);

/* ocr_run() - run it walled in, `in` as its standard input; what it writes is appended
 * to `out`. RC_OK however it ended, unless it never ran, was too slow or said too
 * much. */
MUST_CHECK rc ocr_run(const ocr_tool *t, slice in, strbuf *out, ocr_end *ret, err *e);

/* A page made ready: level, of the size that tesseract reads best, without rules. */
enum { OCR_TABLES = 8 };
typedef struct ocr_page {
	strbuf room;     /* the picture as PGM; its owner calls strbuf_done() */
	size_t pixels;   /* where they begin in it */
	uint32_t width, height;
	struct {
		uint32_t top, end; /* rows */
	} tables[OCR_TABLES];      /* where ruled tables stood, from top to bottom */
	unsigned ntables;
} ocr_page;

/* picture_prepare() - a grey picture (PGM) made ready. False when it is none. Linear in
 * the pixels. */
bool picture_prepare(slice pgm, ocr_page *ret);

/* picture_rules() - wipe the rules of tables from the page's pixels and note where
 * the tables are; picture_prepare() does so. */
void picture_rules(ocr_page *page, unsigned ink_below);

/* picture_cut() - rows top to end of the page as a picture of their own, appended to
 * `to`; they are blank in the page afterwards. */
void picture_cut(ocr_page *page, uint32_t top, uint32_t end, strbuf *to);

#endif
