/*
 * lib.h - libraries that are opened when they are first needed.
 *
 * Linking all of them would cost every start of the program dozens of shared
 * objects; most runs need none. The names stand in one table, lib.c.
 */
#ifndef DONDOC_BASE_LIB_H
#define DONDOC_BASE_LIB_H

#include "base/err.h"

typedef enum lib_id {
	LIB_ZIP,
	LIB_GUMBO,
	LIB_GMIME,
	LIB_SQLITE,
	LIB_PQ,
	LIB_XLSX,
	LIB_MHD,
	LIB_ICAL,
	LIB_OATH,
	LIB_QR,
	LIB_ISAL,
	LIB_EXPAT,
	LIB_Z,
	LIB_COUNT
} lib_id;

/* lib_load() - the functions names[0 .. n-1] of a library, in that order, into
 * ret. It stays open for the life of the program. An error naming the package
 * when the library or one of the functions is not there; ret is then untouched. */
MUST_CHECK rc lib_load(lib_id id, const char *const *names, void **ret, size_t n, err *e);

#endif
