/*
 * serve.h - the web application: who asks, what for, may they; then a page answers.
 */
#ifndef DONDOC_WEB_SERVE_H
#define DONDOC_WEB_SERVE_H

#include "web/http.h"
#include "web/limits.h"
#include "web/metrics.h"

/* A file that came in: to be read and entered as proposals. *ret_document: its row.
 * *ret_why: for the clerk, when there is none. */
typedef bool serve_intake(void *ctx, slice name, slice bytes, slice login, arena *a,
                          int64_t *ret_document, slice *ret_why);

/* A list as a page has it, row after row. A cell is a number when `number` says so. */
typedef struct serve_cell {
	slice text;
	int64_t n;
	bool number;
	bool minute; /* n is a civil minute, the last of a day for the day alone; DB_NULL: as text says */
} serve_cell;
typedef struct serve_column {
	slice heading;
	unsigned width; /* letters */
} serve_column;
typedef struct serve_table {
	slice title;
	const serve_column *columns;
	uint32_t ncolumns;
	VEC(serve_cell) cells; /* a multiple of ncolumns */
} serve_table;

/* Such a list as an XLSX file, on `a`. MSG_NEEDS_LIBXLSX and errors of files. */
typedef rc serve_sheet(void *ctx, const serve_table *t, arena *a, slice *ret, err *e);

/* A page of a document's file as a picture. `bytes`: the file; empty: only when it is kept. */
typedef struct leaf_ask {
	slice sha256, bytes;
	uint32_t page;
	bool scan; /* its words were read by sight */
} leaf_ask;

/* As PNG, on `a`; *ret empty: not kept, ask with the file. MSG_NO_SUCH: it cannot be drawn. */
typedef rc serve_leaf(void *ctx, const leaf_ask *ask, arena *a, slice *ret, err *e);

typedef struct serve_options {
	const char *db;
	const char *key_file; /* of sealed secrets; NULL: beside the register (register/second.h) */
	http_options http;
	slice proxy; /* the address of a trusted proxy with TLS; empty: none */
	int64_t (*now)(void *ctx); /* seconds since 1970, UTC */
	int64_t (*micros)(void *ctx); /* of a clock that only goes on; NULL: times are 0 */
	limit_options limits;
	void (*log)(void *ctx, slice line);
	void (*ready)(void *ctx);
	serve_intake *intake;
	serve_sheet *sheet;
	serve_leaf *leaf;
	slice (*leaf_lacks)(slice media); /* the package without which it cannot be drawn */
	void *ctx;
} serve_options;

/* serve() - until SIGINT or SIGTERM. MSG_LISTEN, MSG_LISTEN_OPEN (an address that others
 * reach, without a trusted proxy), MSG_NEEDS_LIBMHD; errors of opening the register. */
MUST_CHECK rc serve(const serve_options *o, err *e);

#endif
