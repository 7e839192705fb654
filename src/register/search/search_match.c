/*
 * search_match.c - bits of documents, part by part, laid over one another.
 *
 * Only then are keys read, and of those as few pages as tell which documents are the newest: the
 * fences of a part say between which keys each of its pages lies.
 */
#include "register/search/search_match.h"

#include <stdlib.h>

#include "register/search/search_part.h"

/* Some documents of one part whose keys stand in one page. */
typedef struct candidates {
	uint32_t part, page;
	int64_t newest, oldest;
	uint32_t n;
} candidates;

typedef struct found_part {
	uint32_t terms; /* asked for, and found so far */
	uint64_t bits[PART_WORDS];
} found_part;

struct match_set {
	db *d;
	arena *a;
	search_bounds within;
	search_parts parts;
	found_part *found;
	VEC(candidates) pages; /* the newest first */
	uint32_t page;         /* whose keys are not read yet */
	VEC(int64_t) keys;     /* read, the oldest first */
	int64_t last;          /* given last */
};

rc match_open(db *d, arena *a, search_bounds within, match_set **ret, err *e)
{
	match_set *m = arena_new(a, match_set);
	rc code;

	*m = (match_set){.d = d, .a = a, .within = within};
	code = parts_load(d, a, &m->parts, e);
	m->found = arena_array(a, found_part, m->parts.n + 1);
	*ret = m;
	return code;
}

static uint32_t pages_of(const search_part *p)
{
	return (p->documents + PAGE_KEYS - 1) / PAGE_KEYS;
}

static bool may_have(const match_set *m, const search_part *p)
{
	return parts_fence(p, 0) >= m->within.least &&
	       parts_fence(p, pages_of(p)) < m->within.below;
}

/* --- terms --- */

static void put_place(strbuf *b, int64_t part, uint32_t term)
{
	if (b->n > 0)
		strbuf_putc(b, ',');
	strbuf_int(b, place_of(part, term));
}

/* Which part has this id: parts are listed by it. */
static uint32_t part_of(const match_set *m, int64_t place)
{
	uint32_t low = 0, high = m->parts.n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (m->parts.p[mid].id < place >> 32)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* One statement for all of them. */
static rc ask_pages(match_set *m, const strbuf *places, db_each_row *each, err *e)
{
	sql_search_pages_at_in in = {strbuf_slice(places)};

	if (places->failed != RC_OK)
		return err_set(e, places->failed, MSG_NO_MEMORY, "places of search");
	return db_each(m->d, &sql_search_pages_at_stmt, NULL, &in, each, m, e);
}

static rc lay_over(void *ctx, const void *given, err *e)
{
	const sql_search_pages_at_row *row = given;
	match_set *m = ctx;
	uint32_t at = part_of(m, row->asked);
	const search_part *p = &m->parts.p[at];
	found_part *f = &m->found[at];
	uint64_t bits[PART_WORDS] = {0};

	if (at == m->parts.n || p->id != row->asked >> 32)
		return parts_damaged(row->asked >> 32, e);
	if (row->place >> 32 != p->id)
		return RC_OK; /* all terms of the part are greater */
	if (!page_find(row->bytes, (uint32_t)row->place, (uint32_t)row->asked, p->documents, bits))
		return parts_damaged(p->id, e);
	for (uint32_t i = 0; i < PART_WORDS; i++)
		f->bits[i] = f->terms == 0 ? bits[i] : f->bits[i] & bits[i];
	f->terms++;
	return RC_OK;
}

static int newest_page(const void *a, const void *b)
{
	const candidates *x = a, *y = b;

	return (x->newest < y->newest) - (x->newest > y->newest);
}

/* How many bits are set from `first` on to `end`. */
static uint32_t count(const uint64_t *bits, uint32_t first, uint32_t end)
{
	uint32_t n = 0;

	for (uint32_t at = first, next; at < end; at = next) {
		uint64_t word = bits[at / 64] >> at % 64;

		next = at - at % 64 + 64;
		if (next > end) {
			word <<= next - end + at % 64;
			next = end;
		}
		n += (uint32_t)__builtin_popcountll(word);
	}
	return n;
}

static void list_pages(match_set *m, uint32_t part)
{
	const search_part *p = &m->parts.p[part];

	for (uint32_t i = 0; i < pages_of(p); i++) {
		uint32_t end = (i + 1) * PAGE_KEYS;
		candidates c = {.part = part,
		                .page = i,
		                .newest = parts_fence(p, i),
		                .oldest = parts_fence(p, i + 1)};

		if (c.newest < m->within.least || c.oldest >= m->within.below)
			continue;
		c.n = count(m->found[part].bits, i * PAGE_KEYS,
		            end < p->documents ? end : p->documents);
		if (c.n > 0)
			*VEC_PUSH(m->a, &m->pages) = c;
	}
}

rc match_find(match_set *m, const found_by *terms, err *e)
{
	strbuf places;
	rc code = RC_OK;

	m->page = m->pages.n = m->keys.n = 0;
	m->last = INT64_MAX;
	strbuf_init(&places, NULL, (size_t)1 << 28);
	for (uint32_t i = 0; i < m->parts.n; i++) {
		m->found[i].terms = 0;
		for (uint32_t k = 0; k < terms->n && may_have(m, &m->parts.p[i]); k++)
			put_place(&places, m->parts.p[i].id, terms->p[k]);
	}
	if (places.n > 0)
		code = ask_pages(m, &places, lay_over, e);
	strbuf_done(&places);
	for (uint32_t i = 0; code == RC_OK && i < m->parts.n; i++)
		if (terms->n > 0 && m->found[i].terms == terms->n)
			list_pages(m, i);
	if (m->pages.n > 1)
		qsort(m->pages.p, m->pages.n, sizeof *m->pages.p, newest_page);
	return code;
}

/* --- keys --- */

static rc take_keys(void *ctx, const void *given, err *e)
{
	const sql_search_pages_at_row *row = given;
	match_set *m = ctx;
	uint32_t at = part_of(m, row->asked);
	uint32_t first = ((uint32_t)row->asked - TERMS_END) * PAGE_KEYS;
	const uint64_t *bits = m->found[at].bits;
	int64_t key;

	if (row->place != row->asked || at == m->parts.n)
		return parts_damaged(row->asked >> 32, e);
	for (uint32_t i = first; i < first + PAGE_KEYS && i < m->parts.p[at].documents; i++) {
		if (!(bits[i / 64] >> i % 64 & 1))
			continue;
		if (!page_key(row->bytes, i - first, &key))
			return parts_damaged(row->asked >> 32, e);
		if (key >= m->within.least && key < m->within.below)
			*VEC_PUSH(m->a, &m->keys) = key;
	}
	return RC_OK;
}

static int oldest_first(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Read the keys of as many pages as hold the next newest, so many at least if there are. */
static rc read_keys(match_set *m, uint32_t least, err *e)
{
	int64_t oldest = INT64_MAX;
	uint32_t n = 0;
	strbuf places;
	rc code;

	strbuf_init(&places, NULL, (size_t)1 << 28);
	while (m->page < m->pages.n && (n < least || m->pages.p[m->page].newest >= oldest)) {
		const candidates *c = &m->pages.p[m->page++];

		put_place(&places, m->parts.p[c->part].id, TERMS_END + c->page);
		if (n < least && c->oldest < oldest)
			oldest = c->oldest;
		n += c->n;
	}
	code = ask_pages(m, &places, take_keys, e);
	strbuf_done(&places);
	if (m->keys.n > 1)
		qsort(m->keys.p, m->keys.n, sizeof *m->keys.p, oldest_first);
	return code;
}

/* The newest key that no page which is not read yet may precede; once each. */
static bool pop(match_set *m, int64_t *ret)
{
	while (m->keys.n > 0 && m->keys.p[m->keys.n - 1] == m->last)
		m->keys.n--;
	if (m->keys.n == 0 ||
	    (m->page < m->pages.n && m->pages.p[m->page].newest >= m->keys.p[m->keys.n - 1]))
		return false;
	*ret = m->last = m->keys.p[--m->keys.n];
	return true;
}

rc match_next(match_set *m, uint32_t most, arena *a, search_rows *ret, err *e)
{
	rc code = RC_OK;
	int64_t key;

	while (code == RC_OK && ret->n < most) {
		if (pop(m, &key))
			*VEC_PUSH(a, ret) = search_row_of(key);
		else if (m->page < m->pages.n)
			code = read_keys(m, most, e);
		else
			break;
	}
	return code;
}
