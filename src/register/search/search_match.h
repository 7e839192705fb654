/*
 * search_match.h - which documents hold some terms, the newest first.
 */
#ifndef DONDOC_REGISTER_SEARCH_MATCH_H
#define DONDOC_REGISTER_SEARCH_MATCH_H

#include "register/search/search_priv.h"

/* Keys that may be found. */
typedef struct search_bounds {
	int64_t least, below;
} search_bounds;

typedef struct match_set match_set;

/* match_open() - which documents hold all these terms, and which of them all those of `title` too;
 * on `a`. One statement, that reads a page for each term and part. Inside db_read().
 * match_begin() - at the newest of them, of the latter with in_title.
 * match_next() - the rows of the next newest, so many, on `a`; fewer: there are no more. */
MUST_CHECK rc match_open(db *d, arena *a, search_bounds within, const found_by *terms,
                         const found_by *title, match_set **ret, err *e);
void match_begin(match_set *m, bool in_title);
MUST_CHECK rc match_next(match_set *m, uint32_t most, arena *a, search_rows *ret, err *e);

#endif
