/*
 * sorted.h - tables whose headings are links that put their rows in order.
 *
 * The order stands in the address ("sap-xep=qua-han", with - before it the largest first), so a
 * table is sorted without scripts and an address can be sent. Rows that are equal stay in the order
 * in which they came, and what says nothing stands last.
 */
#ifndef DONDOC_WEB_PAGES_SORTED_H
#define DONDOC_WEB_PAGES_SORTED_H

#include "web/pages/show.h"

typedef struct sort_column {
	slice word, words; /* in the address, empty: it does not sort; on the page */
	bool names;        /* else figures: of these people want the largest first */
	bool bar;          /* a column of bars stands behind it */
} sort_column;

typedef struct sort_ask {
	const sort_column *columns;
	uint32_t n, by; /* by: n when nothing is asked for */
	bool down;
} sort_ask;

/* What a row is put in order by, in the column that is asked for. */
typedef struct sort_key {
	slice name;
	int64_t n; /* DB_NULL: says nothing */
} sort_key;
typedef VEC(sort_key) sort_keys;

/* sorted_read() - what the query asks for. sorted_word() - the same as it stands in an address. */
sort_ask sorted_read(visit *p, const sort_column *columns, uint32_t n);
slice sorted_word(visit *p, const sort_ask *ask);

/* sorted_heads() - of each column the link of its heading: a second press turns the order, a third
 * leaves it. `path` ends with '?' or '&'; `at`: the part of the page, "#bang". */
void sorted_heads(visit *p, const sort_ask *ask, slice path, const char *at, sort_heads *to);

/* The columns of figures by agency, leader or field, the last of which some tables leave out;
 * sorted_sum() - the key of such a row, of its buckets in the order of the columns. */
enum { SORTED_SUMS = 7 };
extern const sort_column sorted_sums[SORTED_SUMS];
sort_key sorted_sum(const sort_ask *ask, slice name, const int64_t buckets[SORTED_SUMS - 2]);

/* sorted_order() - the places of the rows in that order, on p->a. O(n log n). */
uint32_t *sorted_order(visit *p, const sort_ask *ask, const sort_keys *keys);

#endif
