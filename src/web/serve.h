/*
 * serve.h - the web application: who asks, what for, may they; then a page answers.
 */
#ifndef DONDOC_WEB_SERVE_H
#define DONDOC_WEB_SERVE_H

#include "model/sheet_kinds.h"
#include "web/http.h"
#include "web/limits.h"
#include "web/metrics.h"

#define API_SCHEMA "1" /* of /api/v1: what --version and openapi.json say */

/* A file that came in: to be read and entered as proposals. *ret_document: its row.
 * *ret_why: for the clerk, when there is none. */
typedef bool serve_intake(void *ctx, slice name, slice bytes, slice login, arena *a,
                          int64_t *ret_document, slice *ret_why);

/* A spreadsheet that waits for a person's word (register/hand/sheet_held.h). `columns`: what the
 * person says of them (sheet_choices_parse()), empty: as recognised; `changed`: rows about the
 * same as one that came in before enter too. */
typedef struct sheet_ask {
	slice name, bytes, login, columns;
	bool changed;
} sheet_ask;

/* What would come in: a sheet with its columns, its first rows as they will enter, its bad
 * cells; cells of a row stand in the order of the columns that have a field. Rows that differ from
 * one that came before stand first. */
typedef struct look_column {
	slice name, heading; /* "A" */
	sheet_field field;
} look_column;
typedef struct look_row {
	int64_t row;
	slice seen, of; /* "new" "same" "changed"; public id of what it is or differs from */
	VEC(slice) cells;
} look_row;
typedef struct look_bad {
	slice cell, value, why;
} look_bad;
typedef struct look_sheet {
	slice name;
	bool hidden;
	sheet_kind kind;
	int64_t nrows, again, changed, nbad;
	VEC(look_column) columns;
	VEC(look_row) rows;
	VEC(look_bad) bad;
} look_sheet;
typedef struct sheet_look {
	slice name; /* of the file */
	VEC(look_sheet) sheets;
} sheet_look;

/* serve_look() - look at it, nothing is entered. serve_enter() - enter it as the import `pub`.
 * False, and *ret_why for the clerk: it cannot be read. */
typedef bool serve_look(void *ctx, const sheet_ask *ask, arena *a, sheet_look *ret, slice *ret_why);
typedef bool serve_enter(void *ctx, const sheet_ask *ask, slice pub, arena *a, slice *ret_why);

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
	const char *
		key_file; /* of sealed secrets; NULL: beside the register (register/people/second.h) */
	http_options http;
	slice proxy; /* the address of a trusted proxy with TLS; empty: none */
	int64_t (*now)(void *ctx); /* seconds since 1970, UTC */
	int64_t (*micros)(void *ctx); /* of a clock that only goes on; NULL: times are 0 */
	limit_options limits;
	void (*log)(void *ctx, slice line);
	void (*ready)(void *ctx);
	serve_intake *intake;
	serve_look *look;
	serve_enter *enter;
	serve_sheet *sheet;
	serve_leaf *leaf;
	slice (*leaf_lacks)(slice media); /* the package without which it cannot be drawn */
	void *ctx;
} serve_options;

/* serve() - until SIGINT or SIGTERM. MSG_LISTEN, MSG_LISTEN_OPEN (an address that others
 * reach, without a trusted proxy), MSG_NEEDS_LIBMHD; errors of opening the register. */
MUST_CHECK rc serve(const serve_options *o, err *e);

#endif
