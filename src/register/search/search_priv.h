/*
 * search_priv.h - between finding documents and showing why they were found.
 */
#ifndef DONDOC_REGISTER_SEARCH_PRIV_H
#define DONDOC_REGISTER_SEARCH_PRIV_H

#include "register/search/search.h"
#include "register/search/search_terms.h"

/* search_key_of() - by which documents are in order: the newest day, of a day the greatest row. */
enum { SEARCH_ROW_BITS = 36, SEARCH_DAY_ZERO = 1 << 20 };
static inline int64_t search_key_of(int64_t document, int64_t day)
{
	return ((day + SEARCH_DAY_ZERO) << SEARCH_ROW_BITS) | document;
}

static inline int64_t search_row_of(int64_t key)
{
	return key & (((int64_t)1 << SEARCH_ROW_BITS) - 1);
}

/* Of longer texts the beginning is looked at for words to show. */
enum { SEARCH_TEXT_MOST = 200000 };

/* search_keys_of() - a question as search_show() compares it, on `a`. */
typedef struct search_keys search_keys;
search_keys *search_keys_of(arena *a, const question *q);

/* search_show() - marks and snippet of a hit whose `doc` is filled, on `a`. False when the
 * text is whole and a piece of the question stands neither in it nor in title or number: its
 * term lied. Reads the text up to the end of the snippet, all of it at most. */
bool search_show(arena *a, const search_keys *keys, search_hit *h);

#endif
