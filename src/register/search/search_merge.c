/*
 * search_merge.c - parts laid together: a question looks into each of them.
 *
 * Several small parts of about one size become one, so that a document's terms are written again
 * some three or four times in all, and no step takes more than a part may hold. Pages are read as
 * they are needed and terms are sorted a slice at a time: some megabytes at once.
 */
#include <stdlib.h>

#include "register/search/search_part.h"
#include "register/search/search_terms.h"
#include "sql.h"

/* Parts of less than 2^13, 2^16, 2^19 postings, and larger ones, are of a size. */
enum { FIRST_SIZE = 13, SIZE_BITS = 3, SIZES = 4, TOGETHER = 8, TOGETHER_MOST = 64 };
enum { PAGES_AHEAD = 32 };
#define PART_POSTINGS 20000000

/* Where the walk of one part stands. */
typedef struct cursor {
	const search_part *part;
	uint16_t *to;  /* its documents as they are counted in the new part */
	uint32_t keys; /* taken so far */
	int64_t *key;
	int64_t next; /* place of the next page */
	arena a;
	sql_search_pages_from_rows rows;
	uint32_t row;
	page_reader r;
	page_entry one;
	bool ended;
} cursor;

typedef struct merging {
	db *d;
	arena *a;
	uint32_t n;
	cursor *all;
	VEC(int64_t) keys;
	VEC(posting) found;
} merging;

/* --- documents --- */

static rc load_keys(const merging *m, cursor *c, err *e)
{
	sql_search_pages_from_rows rows;
	sql_search_pages_from_in in = {place_of(c->part->id, TERMS_END),
	                               place_of(c->part->id + 1, 0), PART_DOCUMENTS};
	uint32_t n = 0;
	rc code = sql_search_pages_from(m->d, in, m->a, &rows, e);

	c->key = arena_array(m->a, int64_t, c->part->documents);
	c->to = arena_array(m->a, uint16_t, c->part->documents);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		while (n < c->part->documents &&
		       page_key(rows.p[i].bytes, n - i * PAGE_KEYS, &c->key[n]))
			n++;
	return code == RC_OK && n < c->part->documents ? parts_damaged(c->part->id, e) : code;
}

/* The newest key that is not taken yet; false when all are. */
static bool newest(const merging *m, int64_t *ret)
{
	bool found = false;

	for (uint32_t i = 0; i < m->n; i++) {
		const cursor *c = &m->all[i];

		if (c->keys < c->part->documents && (!found || c->key[c->keys] > *ret)) {
			*ret = c->key[c->keys];
			found = true;
		}
	}
	return found;
}

/* All keys in their order; a document of several parts once. */
static void count_documents(merging *m)
{
	int64_t key = 0;

	while (newest(m, &key)) {
		for (uint32_t i = 0; i < m->n; i++) {
			cursor *c = &m->all[i];

			while (c->keys < c->part->documents && c->key[c->keys] == key)
				c->to[c->keys++] = (uint16_t)m->keys.n;
		}
		*VEC_PUSH(m->a, &m->keys) = key;
	}
}

/* --- terms --- */

static rc next_pages(const merging *m, cursor *c, err *e)
{
	sql_search_pages_from_in in = {c->next, place_of(c->part->id, TERMS_END), PAGES_AHEAD};
	rc code;

	arena_done(&c->a);
	c->row = 0;
	c->rows = (sql_search_pages_from_rows){0};
	code = sql_search_pages_from(m->d, in, &c->a, &c->rows, e);
	if (code == RC_OK && c->rows.n > 0)
		c->next = c->rows.p[c->rows.n - 1].place + 1;
	c->ended = c->rows.n == 0;
	return code;
}

static rc next_entry(const merging *m, cursor *c, err *e)
{
	rc code = RC_OK;

	while (code == RC_OK && !c->ended && !page_next(&c->r, &c->one)) {
		if (c->r.damaged)
			return parts_damaged(c->part->id, e);
		if (c->row == c->rows.n)
			code = next_pages(m, c, e);
		if (code == RC_OK && !c->ended) {
			const sql_search_pages_from_row *row = &c->rows.p[c->row++];

			c->r = page_open(row->bytes, (uint32_t)row->place, c->part->documents);
		}
	}
	return code;
}

/* What a part has of a slice of the terms. */
static rc take_slice(merging *m, cursor *c, uint64_t end, err *e)
{
	uint16_t list[PART_DOCUMENTS];
	rc code = RC_OK;

	while (code == RC_OK && !c->ended && c->one.term < end) {
		uint32_t n = page_list(&c->one, c->part->documents, list);

		if (n == 0)
			return parts_damaged(c->part->id, e);
		for (uint32_t i = 0; i < n; i++)
			*VEC_PUSH(m->a, &m->found) = posting_of(c->one.term, c->to[list[i]]);
		code = next_entry(m, c, e);
	}
	return code;
}

static rc take_terms(merging *m, page_writer *w, err *e)
{
	posting *tmp = NULL;
	uint32_t room = 0;
	rc code = RC_OK;

	for (uint32_t i = 0; code == RC_OK && i < m->n; i++)
		code = next_entry(m, &m->all[i], e);
	for (uint32_t s = 0; code == RC_OK && s < PART_SLICES; s++) {
		m->found.n = 0;
		for (uint32_t i = 0; code == RC_OK && i < m->n; i++)
			code = take_slice(m, &m->all[i], part_slice_end(s), e);
		if (code == RC_OK && m->found.n > room)
			tmp = arena_room(m->a, sizeof *tmp * (room = m->found.cap));
		if (code == RC_OK)
			postings_sort(m->found.p, tmp, m->found.n);
		if (code == RC_OK)
			code = pages_add(w, m->found.p, m->found.n, e);
	}
	return code;
}

/* --- parts --- */

static rc drop(db *d, int64_t part, err *e)
{
	rc code = sql_search_part_drop(d, (sql_search_part_drop_in){part}, NULL, e);

	return code == RC_OK
	               ? sql_search_pages_drop(d,
	                                       (sql_search_pages_drop_in){place_of(part, 0),
	                                                                  place_of(part + 1, 0)},
	                                       NULL, e)
	               : code;
}

static rc write_merged(merging *m, err *e)
{
	int64_t postings = 0;
	part_maker *to;
	rc code;

	count_documents(m);
	for (uint32_t i = 0; i < m->n; i++)
		postings += m->all[i].part->postings;
	code = part_begin(m->d, m->a, m->keys.p, m->keys.n, postings, &to, e);
	if (code == RC_OK)
		code = take_terms(m, &to->w, e);
	if (code == RC_OK)
		code = part_end(to, e);
	for (uint32_t i = 0; code == RC_OK && i < m->n; i++)
		code = drop(m->d, m->all[i].part->id, e);
	return code;
}

static rc merge(db *d, const search_part *parts, uint32_t n, err *e)
{
	merging m = {.d = d, .n = n};
	rc code = RC_OK;
	arena a;

	arena_init(&a, NULL, 0);
	m.a = &a;
	m.all = arena_array(&a, cursor, n);
	for (uint32_t i = 0; i < n; i++) {
		arena_init(&m.all[i].a, NULL, 0);
		m.all[i].part = &parts[i];
		m.all[i].next = place_of(parts[i].id, 0);
	}
	for (uint32_t i = 0; code == RC_OK && i < n; i++)
		code = load_keys(&m, &m.all[i], e);
	if (code == RC_OK)
		code = write_merged(&m, e);
	for (uint32_t i = 0; i < n; i++)
		arena_done(&m.all[i].a);
	arena_done(&a);
	return code;
}

/* --- which --- */

static int by_postings(const void *a, const void *b)
{
	const search_part *x = a, *y = b;

	if (x->postings != y->postings)
		return x->postings < y->postings ? -1 : 1;
	return (x->id > y->id) - (x->id < y->id);
}

static uint32_t size_of(const search_part *p)
{
	uint32_t size = 0;

	while (size + 1 < SIZES && p->postings >> (FIRST_SIZE + SIZE_BITS * size) > 0)
		size++;
	return size;
}

/* How many from p on fit into one part, of one size unless `all`. */
static uint32_t that_fit(const search_part *p, uint32_t n, int64_t most, bool all)
{
	int64_t postings = 0;
	uint32_t documents = 0, i;

	for (i = 0; i < n && i < TOGETHER_MOST; i++) {
		postings += p[i].postings;
		documents += p[i].documents;
		if (postings > most || documents > PART_DOCUMENTS ||
		    (!all && size_of(&p[i]) != size_of(p)))
			break;
	}
	return i;
}

/* Those that are to be laid together, from *ret_at on: the first of a size that are enough. */
static uint32_t choose(const search_part *p, uint32_t n, int64_t most, bool all, uint32_t *ret_at)
{
	uint32_t at = 0, fit;

	while (at < n) {
		fit = that_fit(p + at, n - at, most, all);
		*ret_at = at;
		if (fit >= (all ? 2 : TOGETHER))
			return fit;
		if (all)
			return 0;
		do
			at++;
		while (at < n && size_of(&p[at]) == size_of(&p[at - 1]));
	}
	return 0;
}

rc parts_tidy(db *d, int64_t most, bool all, bool *ret_more, err *e)
{
	search_parts parts = {0};
	uint32_t at = 0, n = 0;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = parts_load(d, &a, &parts, e);
	if (code == RC_OK && parts.n > 0) {
		qsort(parts.p, parts.n, sizeof *parts.p, by_postings);
		n = choose(parts.p, parts.n, most < PART_POSTINGS ? most : PART_POSTINGS, all, &at);
	}
	if (n > 0)
		code = merge(d, parts.p + at, n, e);
	*ret_more = n > 0;
	arena_done(&a);
	return code;
}
