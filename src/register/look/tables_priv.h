/*
 * tables_priv.h - the two ways to a page of duties: by index, and by a look at the rows.
 */
#ifndef DONDOC_REGISTER_TABLES_PRIV_H
#define DONDOC_REGISTER_TABLES_PRIV_H

#include "register/look/tables.h"

/* The statements of a table, of its count and of a walk through it narrow by the same members:
 * those of x, or nothing at all. */
#define DUTY_NARROWED(x)                                                                           \
	.agency = (x)->agency, .nobody = (x)->nobody, .dated = (x)->dated,                         \
	.undated = (x)->undated, .open = (x)->open, .work = (x)->work, .work_of = (x)->work_of,    \
	.done = (x)->done, .done_of = (x)->done_of, .active = (x)->active, .since = (x)->since,    \
	.until = (x)->until, .asked = (x)->asked, .document = (x)->document, .class = (x)->class
#define DUTY_UNNARROWED                                                                            \
	.agency = DB_NULL, .nobody = DB_NULL, .dated = DB_NULL, .undated = DB_NULL,                \
	.since = DB_NULL, .until = DB_NULL, .asked = DB_NULL, .done = DB_NULL, .done_of = DB_NULL, \
	.active = DB_NULL, .only = DB_NULL

/* A table is up to four lists, one after the other: open ones before what is done, those
 * with a limit before those without. */
enum { DUTY_PARTS = 4 };
typedef struct duty_parts {
	sql_duty_table_in in[DUTY_PARTS];
	int64_t n[DUTY_PARTS];
	unsigned used;
} duty_parts;
duty_parts tables_parts(const reg *r, const duty_ask *ask);

/* tables_row() - the row of this number, open or not, is added to `to`, if the viewer may see it. */
MUST_CHECK rc tables_row(reg *r, int64_t id, int64_t open, arena *a, sql_duty_table_rows *to,
                         err *e);

/* tables_looked() - those that fit by words, people and fields too, in the order asked for. */
MUST_CHECK rc tables_looked(reg *r, const duty_ask *ask, arena *a, duty_page *ret, err *e);

#endif
