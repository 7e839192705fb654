/*
 * serve_import.h - a file that was sent to the web application goes through `dondoc import`.
 *
 * A process of its own, this program's: what a hostile file does to it harms nobody here, and
 * its reader is behind walls besides.
 */
#ifndef DONDOC_APP_SERVE_IMPORT_H
#define DONDOC_APP_SERVE_IMPORT_H

#include "base/arena.h"
#include "base/slice.h"

typedef struct import_office {
	const char *url, *today; /* today NULL: by the clock */
} import_office;

typedef struct import_run {
	slice name, bytes, login;
	slice columns, pub; /* of a spreadsheet, as the options have it; empty: none */
	bool look;          /* only look: what it would enter, as JSON */
	bool changed; /* rows about the same as one that came before, too */
} import_run;

/* import_file() - true when it went well. *ret_said (may be NULL): what it said on stdout, on
 * `a`. *ret_why: else, for the clerk. As slow as reading the file. */
bool import_file(const import_office *o, const import_run *run, arena *a, slice *ret_said,
                 slice *ret_why);

#endif
