/*
 * search_part.h - parts of the index in the database: what a transaction made findable, or several
 * of those laid together.
 *
 * A part never changes. Pages stand under part << 32 | first term, so a statement that asks for the
 * greatest place not above a part and a term has the one page that can hold it.
 */
#ifndef DONDOC_REGISTER_SEARCH_PART_H
#define DONDOC_REGISTER_SEARCH_PART_H

#include "register/search/search_page.h"
#include "store/db.h"

/* fences: the first key of each page of keys, then the last key of all. */
typedef struct search_part {
	int64_t id, postings;
	uint32_t documents;
	slice fences;
} search_part;
typedef VEC(search_part) search_parts;

static inline int64_t place_of(int64_t part, uint32_t term)
{
	return (int64_t)((uint64_t)part << 32 | term);
}

/* parts_load() - all of them, by age, on `a`. MSG_DB_DAMAGED. parts_fence() - the i-th fence. */
MUST_CHECK rc parts_load(db *d, arena *a, search_parts *ret, err *e);
int64_t parts_fence(const search_part *p, uint32_t i);
rc parts_damaged(int64_t part, err *e);

/* Terms are sorted, and laid together, a slice of them after the other: what is at hand at once
 * stays small. part_slice_end() - the first term after one of them. */
enum { PART_SLICES = 142 };
uint64_t part_slice_end(uint32_t which);

/* part_begin() - a new part with these documents, by their keys, the newest first, each once;
 * `postings` there will be about so many. Then pages_add(); part_end() writes what is left, the
 * keys too. Inside db_write(). The keys must live as long. */
typedef struct part_maker {
	db *d;
	int64_t id;
	const int64_t *keys;
	page_writer w;
} part_maker;
MUST_CHECK rc part_begin(db *d, arena *a, const int64_t *keys, uint32_t n, int64_t postings,
                         part_maker **ret, err *e);
MUST_CHECK rc part_end(part_maker *m, err *e);

/* parts_tidy() - lay parts together: eight that are alike in size, of no more than `most` postings
 * in all; with `all` as many as fit into one. One step of it; ret_more: there may be another.
 * Inside db_write(). Linear in what is laid together; holds some megabytes at once. */
MUST_CHECK rc parts_tidy(db *d, int64_t most, bool all, bool *ret_more, err *e);

#endif
