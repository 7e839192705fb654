/*
 * search_enter.c - how a document becomes findable, and all of them again.
 *
 * What a transaction makes findable waits until it ends, and is written as one part of the index.
 */
#include <stdlib.h>

#include "base/strbuf.h"
#include "model/civil.h"
#include "register/search/search_part.h"
#include "register/search/search_priv.h"

/* More than this does not wait; parts of less are laid together when they are written. */
enum { WAIT_MOST = 1 << 22, SMALL = 1 << 16, SMALL_TOGETHER = 1 << 21 };

/* words, seers: what of it is not written yet. */
typedef struct held {
	int64_t key, document;
	found_by words, seers;
	VEC(uint32_t) bodies; /* in any order: seers */
} held;

struct search_kept {
	arena a;
	VEC(held) list;
	VEC(int64_t) again; /* documents that one more may see */
	uint64_t terms;     /* of the list */
};

static struct search_kept *kept(reg *r)
{
	if (r->kept == NULL) {
		r->kept = arena_new(&r->a, struct search_kept);
		arena_init(&r->kept->a, NULL, 0);
	}
	return r->kept;
}

static void empty(struct search_kept *k)
{
	arena_done(&k->a);
	k->list.p = NULL;
	k->list.n = k->list.cap = 0;
	k->again.p = NULL;
	k->again.n = k->again.cap = 0;
	k->terms = 0;
}

void search_drop(reg *r)
{
	if (r->kept != NULL)
		empty(r->kept);
}

static int newest_first(const void *a, const void *b)
{
	const held *x = a, *y = b;

	return (x->key < y->key) - (x->key > y->key);
}

/* --- a part --- */

/* What waits, the newest first, and its terms of one slice. */
typedef struct gathered {
	held *list;
	uint32_t n;
	uint32_t documents;
	int64_t *keys;
	arena *a;
	VEC(posting) found;
	posting *tmp;
	uint32_t room; /* of tmp */
} gathered;

/* A document that is there twice counts once. */
static void count_documents(gathered *g)
{
	g->keys = arena_array(g->a, int64_t, g->n);
	for (uint32_t i = 0; i < g->n; i++) {
		held *h = &g->list[i];

		if (i == 0 || h->key != g->list[i - 1].key)
			g->keys[g->documents++] = h->key;
		h->seers = (found_by){h->bodies.p, h->bodies.n};
		terms_sort(&h->seers, g->a);
	}
}

static void take_terms(gathered *g, found_by *from, uint64_t end, uint32_t document)
{
	uint32_t n = 0, have = g->found.n;
	posting *p;

	while (n < from->n && from->p[n] < end)
		n++;
	if (have + n > g->found.cap)
		g->found.p = arena_grow(g->a, g->found.p, have, (size_t)have + n, sizeof *p,
		                        &g->found.cap);
	p = g->found.p + have;
	for (uint32_t i = 0; i < n; i++)
		p[i] = posting_of(from->p[i], document);
	g->found.n += n;
	*from = (found_by){from->p + n, from->n - n};
}

static void take_slice(gathered *g, uint64_t end)
{
	uint32_t document = 0;

	g->found.n = 0;
	for (uint32_t i = 0; i < g->n; i++) {
		held *h = &g->list[i];

		document += i > 0 && h->key != g->list[i - 1].key;
		take_terms(g, &h->words, end, document);
		take_terms(g, &h->seers, end, document);
	}
	if (g->found.n > g->room)
		g->tmp = arena_room(g->a, sizeof *g->tmp * (g->room = g->found.cap));
}

static rc write_part(db *d, gathered *g, uint64_t terms, err *e)
{
	part_maker *to;
	rc code;

	count_documents(g);
	code = part_begin(d, g->a, g->keys, g->documents, (int64_t)terms, &to, e);
	for (uint32_t s = 0; code == RC_OK && s < PART_SLICES; s++) {
		take_slice(g, part_slice_end(s));
		postings_sort(g->found.p, g->tmp, g->found.n);
		code = pages_add(&to->w, g->found.p, g->found.n, e);
	}
	return code == RC_OK ? part_end(to, e) : code;
}

static rc write_list(reg *r, err *e)
{
	struct search_kept *k = r->kept;
	arena a;
	gathered g = {.list = k->list.p, .n = k->list.n, .a = &a};
	rc code;

	if (k->list.n == 0)
		return RC_OK;
	qsort(k->list.p, k->list.n, sizeof *k->list.p, newest_first);
	arena_init(&a, NULL, 0);
	code = write_part(r->d, &g, k->terms, e);
	arena_done(&a);
	k->list.n = 0;
	k->terms = 0;
	return code;
}

/* --- what a document is found by --- */

static slice head_of(arena *a, slice title, slice number)
{
	size_t room = title.n + number.n + 1;
	strbuf b;

	strbuf_over(&b, arena_room(a, room), room);
	strbuf_put(&b, title);
	strbuf_putc(&b, ' ');
	strbuf_put(&b, number);
	return fold_text(a, strbuf_slice(&b));
}

found_by search_words(arena *a, slice title, slice number, slice folded)
{
	return terms_of(a, head_of(a, title, number), folded);
}

/* Another one waits, when there is room: else those before it are written. */
static rc new_held(reg *r, uint64_t terms, held **ret, err *e)
{
	struct search_kept *k = kept(r);
	rc code = RC_OK;

	if (k->list.n >= PART_DOCUMENTS || (k->list.n > 0 && k->terms + terms > WAIT_MOST))
		code = write_list(r, e);
	if (code != RC_OK)
		return code;
	if (k->list.n == 0 && k->again.n == 0)
		empty(k);
	k->terms += terms;
	*ret = VEC_PUSH(&k->a, &k->list);
	return RC_OK;
}

rc search_enter(reg *r, int64_t document, int64_t day, const found_by *words,
                const int64_t *agencies, uint32_t nagencies, err *e)
{
	held *h = NULL;
	rc code = new_held(r, (uint64_t)words->n + nagencies, &h, e);
	arena *a;

	if (code != RC_OK)
		return code;
	a = &r->kept->a;
	h->document = document;
	h->key = search_key_of(document, day);
	h->words = (found_by){arena_room(a, sizeof *words->p * (words->n + 1)), words->n};
	if (words->n > 0)
		memcpy(h->words.p, words->p, sizeof *words->p * words->n);
	for (uint32_t i = 0; i < nagencies; i++)
		*VEC_PUSH(a, &h->bodies) = terms_body(agencies[i]);
	return RC_OK;
}

int64_t search_day(slice issued, int64_t entered_at)
{
	char whole[] = "0000-01-01";
	civil c;

	if (issued.n >= 4 && issued.n <= 10)
		slice_copy(whole, issued);
	if (issued.n >= 4 && civil_parse((slice){whole, 10}, &c, NULL) == RC_OK)
		return civil_days(c.y, c.mo, c.d);
	return day_of_clock(entered_at);
}

/* not_yet: a draft, which nobody finds; whoever may see it is told when it is issued. */
static rc day_of(reg *r, int64_t document, int64_t *ret, bool *ret_not_yet, err *e)
{
	sql_search_key_row row;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = sql_search_key(r->d, (sql_search_key_in){document}, &a, &row, NULL, e);
	if (code == RC_OK) {
		*ret = search_day(row.issued, row.entered_at);
		*ret_not_yet = slice_eq(row.status, S("draft")) ||
		               slice_eq(row.status, S("signed"));
	}
	arena_done(&a);
	return code;
}

rc search_seen_by(reg *r, int64_t document, int64_t agency, err *e)
{
	struct search_kept *k = kept(r);
	held *last = k->list.n > 0 ? &k->list.p[k->list.n - 1] : NULL;

	(void)e;
	if (last != NULL && last->document == document)
		*VEC_PUSH(&k->a, &last->bodies) = terms_body(agency);
	else if (k->again.n == 0 || k->again.p[k->again.n - 1] != document)
		*VEC_PUSH(&k->a, &k->again) = document;
	return RC_OK;
}

rc search_bodies(reg *r, int64_t document, arena *a, search_rows *ret, err *e)
{
	sql_search_audience_rows seen;
	rc code = sql_search_audience(r->d, (sql_search_audience_in){document}, a, &seen, e);

	for (uint32_t i = 0; code == RC_OK && i < seen.n; i++)
		*VEC_PUSH(a, ret) = seen.p[i].agency;
	return code;
}

/* A document as it is in the register; a draft is not found. */
static rc enter_one(reg *r, int64_t document, err *e)
{
	sql_search_source_row row;
	search_rows seen = {0};
	int64_t day;
	bool found, not_yet;
	arena a;
	rc code = day_of(r, document, &day, &not_yet, e);

	arena_init(&a, NULL, 0);
	if (code == RC_OK && !not_yet)
		code = sql_search_source(r->d, (sql_search_source_in){document}, &a, &row, &found,
		                         e);
	if (code == RC_OK && !not_yet)
		code = search_bodies(r, document, &a, &seen, e);
	if (code == RC_OK && !not_yet) {
		found_by words = search_words(&a, row.title, row.number, fold_text(&a, row.words));

		code = search_enter(r, document, day, &words, seen.p, seen.n, e);
	}
	arena_done(&a);
	return code;
}

static int by_row(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Those that one more may see come in with all that they had: a document of several parts is found
 * by the newest of them. */
static rc enter_again(reg *r, err *e)
{
	struct search_kept *k = r->kept;
	uint32_t n = k->again.n;
	int64_t *rows;
	arena a;
	rc code = RC_OK;

	if (n == 0)
		return RC_OK;
	arena_init(&a, NULL, 0);
	rows = arena_array(&a, int64_t, n);
	memcpy(rows, k->again.p, sizeof *rows * n);
	k->again.n = 0;
	qsort(rows, n, sizeof *rows, by_row);
	for (uint32_t i = 0; code == RC_OK && i < n; i++)
		if (i == 0 || rows[i] != rows[i - 1])
			code = enter_one(r, rows[i], e);
	arena_done(&a);
	return code;
}

rc search_settle(reg *r, err *e)
{
	struct search_kept *k = r->kept;
	bool small, more = true;
	rc code;

	if (k == NULL || (k->list.n == 0 && k->again.n == 0))
		return RC_OK;
	code = enter_again(r, e);
	small = k->terms < SMALL;
	if (code == RC_OK)
		code = write_list(r, e);
	empty(k);
	while (code == RC_OK && small && more)
		code = parts_tidy(r->d, SMALL_TOGETHER, false, &more, e);
	return code;
}

rc search_rebuild(reg *r, err *e)
{
	enum { SOME = 500 };
	sql_search_documents_rows rows = {.n = SOME};
	int64_t after = 0;
	rc code = sql_search_empty(r->d, NULL, e);

	if (code == RC_OK)
		code = sql_search_pages_drop(r->d, (sql_search_pages_drop_in){0, INT64_MAX}, NULL,
		                             e);
	search_drop(r);
	while (code == RC_OK && rows.n == SOME) {
		arena a;

		arena_init(&a, NULL, 0);
		rows.n = 0;
		code = sql_search_documents(r->d, (sql_search_documents_in){after, SOME}, &a, &rows,
		                            e);
		for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
			after = rows.p[i].id;
			code = enter_one(r, after, e);
		}
		arena_done(&a);
	}
	return code;
}

typedef struct tidying {
	bool all, more;
} tidying;

static rc tidy(db *d, void *ctx, err *e)
{
	tidying *t = ctx;

	return parts_tidy(d, INT64_MAX, t->all, &t->more, e);
}

rc search_tidy(reg *r, bool all, err *e)
{
	tidying t = {all, true};
	rc code = RC_OK;

	while (code == RC_OK && t.more)
		code = db_write(r->d, tidy, &t, e);
	return code;
}

static rc renew(db *d, void *ctx, err *e)
{
	rc code = search_rebuild(ctx, e);

	if (code == RC_OK)
		code = search_settle(ctx, e);
	return code == RC_OK ? sql_search_renewed(d, NULL, e) : code;
}

rc search_renew(reg *r, err *e)
{
	sql_search_is_stale_row row;
	bool stale = false;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = sql_search_is_stale(r->d, &a, &row, &stale, e);
	arena_done(&a);
	if (code == RC_OK && stale)
		code = db_write(r->d, renew, r, e);
	return code == RC_OK && stale ? search_tidy(r, true, e) : code;
}
