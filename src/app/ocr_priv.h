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

/* picture_straighten() - a grey picture (PGM) turned so that its lines are level, and
 * brought to the size that tesseract reads best. *ret is `pgm` itself when it is
 * straight already, else the bytes of `room`. False when it is no such picture. Linear
 * in the pixels. */
bool picture_straighten(slice pgm, strbuf *room, slice *ret);

#endif
