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

/* Of longer texts the beginning is looked at for words to show. */
enum { SEARCH_TEXT_MOST = 200000 };

/* Keys of documents, of which the newest are looked at first: a window of a few hundred, one
 * of some thousand, all. On SQLite one window holds all. */
typedef struct search_windows {
	db *d;
	int64_t least, below; /* all that may be found at all */
	int64_t newest;       /* key there is; known with the first window */
	VEC(int64_t) ends;    /* of the windows that were asked for */
} search_windows;

/* search_window() - the least key of a window, counted from 0. Asks the database once for each. */
MUST_CHECK rc search_window(search_windows *w, uint32_t which, arena *a, int64_t *ret, err *e);

/* search_blocks() - the blocks in which the keys of a window stand, for search_hits; they reach a
 * little further. Nothing where the window has no end. On `a`. */
slice search_blocks(const search_windows *w, int64_t least, int64_t below, arena *a);

/* search_keys_of() - a question as search_show() compares it, on `a`. */
typedef struct search_keys search_keys;
search_keys *search_keys_of(arena *a, const question *q);

/* search_show() - marks and snippet of a hit whose `doc` is filled, on `a`. False when the
 * text is whole and a phrase of the question does not stand in it nor in the title: its
 * term lied. Reads the text up to the end of the snippet, all of it at most. */
bool search_show(arena *a, const search_keys *keys, search_hit *h);

#endif
