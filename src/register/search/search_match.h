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

/* match_open() - the parts of the index, on `a`. Inside db_read().
 * match_find() - those of its documents that hold all these terms, which are some. One statement,
 * that reads a page for each term and part.
 * match_next() - the rows of the next newest of them, so many or some more, on `a`; none: there are no more. */
MUST_CHECK rc match_open(db *d, arena *a, search_bounds within, match_set **ret, err *e);
MUST_CHECK rc match_find(match_set *m, const found_by *terms, err *e);
MUST_CHECK rc match_next(match_set *m, uint32_t most, arena *a, search_rows *ret, err *e);

#endif
