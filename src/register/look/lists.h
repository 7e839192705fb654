/*
 * lists.h - lists of every noun in one shape, and the four official buckets by anything.
 */
#ifndef DONDOC_REGISTER_LISTS_H
#define DONDOC_REGISTER_LISTS_H

#include "register/reg.h"

/* A row of any list: which columns mean something is for the noun to say. */
typedef sql_list_documents_row list_row;
typedef VEC(list_row) list_rows;

enum list_noun {
	LIST_OBLIGATIONS,
	LIST_ASSIGNMENTS,
	LIST_DOCUMENTS,
	LIST_MEETINGS,
	LIST_COLLECTIONS,
	LIST_PETITIONS,
	LIST_COUNT,
};
extern const char *const list_nouns[LIST_COUNT + 1];

typedef struct list_ask {
	int64_t agency, document; /* DB_NULL: any */
	slice state, text;        /* p NULL: any; text is compared without marks */
	int64_t most;
} list_ask;

/* list_of() - rows that the viewer may see, on `a`. With a text every row is looked at. */
MUST_CHECK rc list_of(reg *r, enum list_noun noun, const list_ask *ask, arena *a, list_rows *ret,
                      err *e);

typedef sql_stats_agency_row stats_row;
typedef VEC(stats_row) stats_rows;
enum stats_by { STATS_AGENCY, STATS_DOCUMENT, STATS_LEADER };

/* stats_of() - the buckets as of r->minute; since, until: due minutes, DB_NULL: none. Of all
 * agencies without a period it costs what there are agencies; else it looks at every
 * obligation. */
MUST_CHECK rc stats_of(reg *r, enum stats_by by, int64_t since, int64_t until, arena *a,
                       stats_rows *ret, err *e);

#endif
