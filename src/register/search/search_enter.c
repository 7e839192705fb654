/*
 * search_enter.c - how a document becomes findable, and all of them again.
 */
#include <stdlib.h>

#include "register/search/search_priv.h"

enum { UTC_PLUS_7 = 7 * 3600, DAY_SECONDS = 86400 };

typedef struct held {
	int64_t key;
	found_by by;
} held;

struct search_kept {
	arena a;
	VEC(held) list;
};

void search_hold(reg *r)
{
	if (r->kept != NULL)
		return;
	r->kept = arena_new(&r->a, struct search_kept);
	arena_init(&r->kept->a, NULL, 0);
}

static void empty(struct search_kept *k)
{
	arena_done(&k->a);
	k->list.p = NULL;
	k->list.n = k->list.cap = 0;
}

void search_drop(reg *r)
{
	if (r->kept != NULL)
		empty(r->kept);
}

/* In the order in which FTS5 keeps them (search_put). */
static int newest_first(const void *a, const void *b)
{
	const held *x = a, *y = b;

	return (x->key < y->key) - (x->key > y->key);
}

static rc put(reg *r, const held *h, err *e)
{
	int64_t changed;
	rc code = sql_search_put(r->d, (sql_search_put_in){h->key, h->by.terms}, &changed, e);

	return code == RC_OK
	               ? sql_search_mark_put(r->d, (sql_search_mark_put_in){h->key, h->by.marks},
	                                     &changed, e)
	               : code;
}

rc search_release(reg *r, err *e)
{
	struct search_kept *k = r->kept;
	rc code = RC_OK;

	if (k == NULL || k->list.n == 0)
		return RC_OK;
	qsort(k->list.p, k->list.n, sizeof *k->list.p, newest_first);
	for (uint32_t i = 0; code == RC_OK && i < k->list.n; i++)
		code = put(r, &k->list.p[i], e);
	empty(k);
	return code;
}

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

/* "a b", on the arena. */
static slice joined(arena *a, slice one, slice two)
{
	size_t room = one.n + two.n + 2;
	strbuf b;

	strbuf_over(&b, arena_room(a, room), room);
	strbuf_put(&b, one);
	if (one.n > 0 && two.n > 0)
		strbuf_putc(&b, ' ');
	strbuf_put(&b, two);
	return strbuf_slice(&b);
}

rc search_enter(reg *r, int64_t document, int64_t day, const found_by *words,
                const int64_t *agencies, uint32_t nagencies, err *e)
{
	held h = {.key = search_key_of(document, day)};
	struct search_kept *k = r->kept;
	rc code = RC_OK;
	arena own;
	arena *a = k != NULL ? &k->a : &own;

	arena_init(&own, NULL, 0);
	h.by.terms = joined(a, terms_bodies(&own, agencies, nagencies), words->terms);
	h.by.marks = k != NULL ? arena_copy(a, words->marks) : words->marks;
	if (k != NULL)
		*VEC_PUSH(a, &k->list) = h;
	else
		code = put(r, &h, e);
	arena_done(&own);
	return code;
}

int64_t search_day(slice issued, int64_t entered_at)
{
	char whole[] = "0000-01-01";
	civil c;

	if (issued.n >= 4 && issued.n <= 10)
		slice_copy(whole, issued);
	if (issued.n >= 4 && civil_parse((slice){whole, 10}, &c, NULL) == RC_OK)
		return civil_days(c.y, c.mo, c.d);
	return (entered_at + UTC_PLUS_7) / DAY_SECONDS;
}

/* not_yet: a draft, which nobody finds; whoever may see it is told when it is issued. */
static rc day_of(reg *r, int64_t document, int64_t *ret, bool *ret_not_yet, err *e)
{
	sql_search_key_row row;
	bool found = false;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = sql_search_key(r->d, (sql_search_key_in){document}, &a, &row, &found, e);
	if (code == RC_OK && !found)
		code = err_set(e, RC_INPUT, MSG_NO_SUCH, "document %lld", (long long)document);
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
	int64_t day, changed;
	bool not_yet = false;
	arena a;
	rc code = day_of(r, document, &day, &not_yet, e);

	arena_init(&a, NULL, 0);
	if (code == RC_OK && !not_yet)
		code = sql_search_put(
			r->d,
			(sql_search_put_in){search_key_of(document, day),
		                            arena_printf(&a, "#%lld", (long long)agency)},
			&changed, e);
	arena_done(&a);
	return code;
}

rc search_bodies(reg *r, int64_t document, arena *a, search_rows *ret, err *e)
{
	sql_search_audience_rows seen;
	rc code = sql_search_audience(r->d, (sql_search_audience_in){document}, a, &seen, e);

	for (uint32_t i = 0; code == RC_OK && i < seen.n; i++)
		*VEC_PUSH(a, ret) = seen.p[i].agency;
	return code;
}

static rc rebuild_one(reg *r, int64_t document, err *e)
{
	sql_search_source_row row;
	search_rows seen = {0};
	int64_t day;
	bool found, not_yet;
	arena a;
	rc code = day_of(r, document, &day, &not_yet, e);

	arena_init(&a, NULL, 0);
	if (code == RC_OK)
		code = sql_search_source(r->d, (sql_search_source_in){document}, &a, &row, &found,
		                         e);
	if (code == RC_OK)
		code = search_bodies(r, document, &a, &seen, e);
	if (code == RC_OK) {
		found_by words = search_words(&a, row.title, row.number, fold_text(&a, row.words));

		code = search_enter(r, document, day, &words, seen.p, seen.n, e);
	}
	arena_done(&a);
	return code;
}

rc search_rebuild(reg *r, err *e)
{
	enum { SOME = 500 };
	sql_search_documents_rows rows = {.n = SOME};
	int64_t after = 0;
	rc code = RC_OK;

	while (code == RC_OK && rows.n == SOME) {
		arena a;

		arena_init(&a, NULL, 0);
		rows.n = 0;
		code = sql_search_documents(r->d, (sql_search_documents_in){after, SOME}, &a, &rows,
		                            e);
		search_hold(r);
		for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
			after = rows.p[i].id;
			code = rebuild_one(r, after, e);
		}
		if (code == RC_OK)
			code = search_release(r, e);
		arena_done(&a);
	}
	return code;
}

typedef struct tidying {
	int64_t pages, changed;
} tidying;

static rc merge(db *d, void *ctx, err *e)
{
	tidying *t = ctx;

	return sql_search_merge(d, (sql_search_merge_in){t->pages}, &t->changed, e);
}

rc search_tidy(reg *r, bool all, err *e)
{
	enum { PAGES = 1000, NOTHING = 1 /* the order itself */ };
	tidying t = {all ? -PAGES : PAGES, PAGES};
	rc code = RC_OK;

	while (code == RC_OK && t.changed > NOTHING)
		code = db_write(r->d, merge, &t, e);
	return code;
}

static rc renew(db *d, void *ctx, err *e)
{
	int64_t changed;
	rc code = search_rebuild(ctx, e);

	return code == RC_OK ? sql_search_renewed(d, &changed, e) : code;
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
