/*
 * search_part.c - parts listed and written.
 */
#include "register/search/search_part.h"

#include "base/strbuf.h"
#include "register/search/search_terms.h"
#include "sql.h"

enum { GRAM_SHIFT = 22, GRAM_SLICES = 128, WORD_SHIFT = 28 };

rc parts_damaged(int64_t part, err *e)
{
	return err_set(e, RC_IO, MSG_DB_DAMAGED, "part %lld of search", (long long)part);
}

static uint32_t key_pages(uint32_t documents)
{
	return (documents + PAGE_KEYS - 1) / PAGE_KEYS;
}

int64_t parts_fence(const search_part *p, uint32_t i)
{
	int64_t key = 0;

	(void)page_key(p->fences, i, &key);
	return key;
}

rc parts_load(db *d, arena *a, search_parts *ret, err *e)
{
	sql_search_parts_rows rows = {0};
	rc code = sql_search_parts(d, a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_search_parts_row *row = &rows.p[i];
		bool fine = row->id >= 0 && row->id <= INT32_MAX && row->documents > 0 &&
		            row->documents <= PART_DOCUMENTS && row->postings >= 0;

		if (!fine || row->fences.n != 8 * ((size_t)key_pages((uint32_t)row->documents) + 1))
			return parts_damaged(row->id, e);
		*VEC_PUSH(a, ret) = (search_part){row->id, row->postings, (uint32_t)row->documents,
		                                  row->fences};
	}
	return code;
}

uint64_t part_slice_end(uint32_t which)
{
	return which < GRAM_SLICES ? ((uint64_t)which + 1) << GRAM_SHIFT
	                           : ((uint64_t)which - GRAM_SLICES + 3) << WORD_SHIFT;
}

static rc put_pages(void *ctx, const uint32_t *firsts, uint32_t n, slice bytes, err *e)
{
	char room[PAGES_TOGETHER * (STRBUF_INT_MAX + 1)];
	part_maker *m = ctx;
	strbuf places;

	strbuf_over(&places, room, sizeof room);
	for (uint32_t i = 0; i < n; i++) {
		if (i > 0)
			strbuf_putc(&places, ',');
		strbuf_int(&places, place_of(m->id, firsts[i]));
	}
	return sql_search_pages_put(
		m->d, (sql_search_pages_put_in){strbuf_slice(&places), bytes, PAGE_BYTES}, NULL, e);
}

static slice fences_of(arena *a, const int64_t *keys, uint32_t n)
{
	uint32_t pages = key_pages(n);
	unsigned char *p = arena_alloc(a, 8 * ((size_t)pages + 1));

	for (uint32_t i = 0; i < pages; i++)
		page_put_key(p + (size_t)i * 8, keys[i * PAGE_KEYS]);
	page_put_key(p + (size_t)pages * 8, keys[n - 1]);
	return (slice){(const char *)p, 8 * ((size_t)pages + 1)};
}

rc part_begin(db *d, arena *a, const int64_t *keys, uint32_t n, int64_t postings, part_maker **ret,
              err *e)
{
	part_maker *m = arena_room(a, sizeof *m);
	sql_search_part_put_row row;
	rc code = sql_search_part_put(
		d, (sql_search_part_put_in){n, postings, fences_of(a, keys, n)}, a, &row, NULL, e);

	if (code != RC_OK)
		return code;
	m->d = d;
	m->id = row.id;
	m->keys = keys;
	m->w.documents = n;
	m->w.take = put_pages;
	m->w.ctx = m;
	m->w.npages = m->w.used = m->w.term = 0;
	*ret = m;
	return RC_OK;
}

rc part_end(part_maker *m, err *e)
{
	rc code = pages_keys(&m->w, m->keys, e);

	return code == RC_OK ? pages_end(&m->w, e) : code;
}
