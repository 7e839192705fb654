/*
 * export_lists.h - every list of the register as a table of columns.
 */
#ifndef DONDOC_APP_EXPORT_LISTS_H
#define DONDOC_APP_EXPORT_LISTS_H

#include "app/out/table_out.h"
#include "register/reg.h"

enum export_list {
#define LIST(name, noun, title) EXPORT_##name,
#define COLUMN(name, field, kind, width, heading)
#define END_LIST(name)
#include "app/cmd/export_lists.def"
#undef LIST
#undef COLUMN
#undef END_LIST
	EXPORT_COUNT
};

/* export_of() - by its noun; EXPORT_COUNT for none. */
enum export_list export_of(slice noun);

/* What of a list: DB_NULL leaves it out. `row`: an agency, or of EXPORT_round the round. */
typedef struct export_ask {
	int64_t row, since, until; /* civil minutes */
} export_ask;

/* export_write() - the list into a new table at `path`, as the viewer of `r` may see it;
 * *ret_rows: how many. Errors of table_open(). Memory does not grow with the list. */
MUST_CHECK rc export_write(reg *r, enum export_list l, const export_ask *ask, const char *path,
                           int64_t *ret_rows, err *e);

#endif
