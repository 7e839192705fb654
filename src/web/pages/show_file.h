/*
 * show_file.h - what templates show of a file: the documents in it, what became of it.
 */
#ifndef DONDOC_WEB_PAGES_SHOW_FILE_H
#define DONDOC_WEB_PAGES_SHOW_FILE_H

#include "web/page.h"

/* A document of a file that holds several; no href: it is the one that is shown, or missing. */
typedef struct beside_row {
	int64_t part, waiting; /* waiting: proposals of it */
	slice number, title, href;
	bool here, missing;
} beside_row;
typedef VEC(beside_row) beside_rows;

/* What became of one uploaded file. */
typedef struct upload_line {
	slice name, href, why;
	bool read, held; /* held: a spreadsheet, to be looked at before it enters */
	bool reviews;    /* href is where it is reviewed */
	bool known;      /* it stood in the register before */
	int64_t proposed, doubtful, meetings; /* that wait in it */
	int64_t parts;   /* documents in it; 0: one */
	beside_rows more; /* those behind the first */
} upload_line;
typedef struct upload_view {
	frame frame;
	VEC(upload_line) lines;
	int64_t nlines, nread;
} upload_view;

#endif
