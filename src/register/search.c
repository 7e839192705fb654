/*
 * search.c - what has the number, what has the words in its title, what has them at all;
 * each the newest first.
 *
 * SQLite's index of terms is walked from its newest end and left when enough is found. A
 * GIN index gives all or nothing, so on PostgreSQL it is asked for the newest documents
 * alone, then for sixteen times as many, at last for all: a word that is common fills the
 * page from the first, and one that is rare costs little.
 */
#include "register/search_priv.h"

#include <stdlib.h>

enum {
	ROW_BITS = 36,
	DAY_ZERO = 1 << 20,
	NUMBERED_MOST = 20,
	UTC_PLUS_7 = 7 * 3600,
	DAY_SECONDS = 86400,
	LOOK_MOST = 2000, /* documents whose phrase is not there before we give up */
	MARKED_PAGE = 200,
};

static int64_t key_of(int64_t document, int64_t day)
{
	return ((day + DAY_ZERO) << ROW_BITS) | document;
}

typedef struct finding {
	reg *r;
	arena *a;
	const search_query *q;
	question asked;
	const search_keys *keys;
	bool by_marks; /* documents are told by their marks before they are shown */
	search_windows windows;
	search_hits *ret;
	VEC(int64_t) seen;
} finding;

static bool is_full(const finding *f)
{
	return f->ret->n >= f->q->most;
}

static bool was_seen(finding *f, int64_t document)
{
	for (uint32_t i = 0; i < f->seen.n; i++)
		if (f->seen.p[i] == document)
			return true;
	*VEC_PUSH(f->a, &f->seen) = document;
	return false;
}

/* "3,17", on the arena. */
static slice list_of(finding *f, const int64_t *p, uint32_t n)
{
	size_t room = (size_t)n * (STRBUF_INT_MAX + 1) + 2;
	strbuf b;

	strbuf_over(&b, arena_room(f->a, room), room);
	for (uint32_t i = 0; i < n; i++) {
		if (i > 0)
			strbuf_putc(&b, ',');
		strbuf_int(&b, p[i]);
	}
	return strbuf_slice(&b);
}

/* Show some of what was found, in its order, fetched by one statement. */
static rc take_some(finding *f, const int64_t *p, uint32_t n, search_hit as, err *e)
{
	sql_search_show_rows shown;
	rc code = sql_search_show(f->r->d, &f->r->who,
	                          (sql_search_show_in){list_of(f, p, n), SEARCH_TEXT_MOST}, f->a,
	                          &shown, e);

	for (uint32_t i = 0; code == RC_OK && i < n && !is_full(f); i++)
		for (uint32_t k = 0; k < shown.n; k++) {
			search_hit h = as;

			if (shown.p[k].id != p[i])
				continue;
			h.doc = shown.p[k];
			if (search_show(f->a, f->keys, &h) || as.by_number)
				*VEC_PUSH(f->a, f->ret) = h;
		}
	return code;
}

/* As many at a time as the page may still take. */
static rc take(finding *f, const search_rows *found, bool by_number, bool by_title, err *e)
{
	search_hit as = {.by_number = by_number, .by_title = by_title};
	rc code = RC_OK;
	uint32_t n;

	for (uint32_t i = 0; code == RC_OK && i < found->n && !is_full(f); i += n) {
		n = f->q->most - f->ret->n;
		n = n < found->n - i ? n : found->n - i;
		code = take_some(f, found->p + i, n, as, e);
	}
	return code;
}

static int64_t day_or_null(int32_t day, int32_t open)
{
	return day == open ? DB_NULL : day;
}

static rc find_numbered(finding *f, err *e)
{
	sql_search_numbered_rows rows = {0};
	search_rows found = {0};
	rc code = RC_OK;

	if (f->asked.number.n > 0)
		code = sql_search_numbered(
			f->r->d, &f->r->who,
			(sql_search_numbered_in){
				f->asked.number, day_or_null(f->q->from_day, INT32_MIN),
				day_or_null(f->q->to_day, INT32_MAX), f->q->agency, NUMBERED_MOST},
			f->a, &rows, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		if (!was_seen(f, rows.p[i].id))
			*VEC_PUSH(f->a, &found) = rows.p[i].id;
	return code == RC_OK ? take(f, &found, true, false, e) : code;
}

/* Where the walk of one query stands. */
typedef struct walk {
	slice query;
	int64_t below;
	uint32_t window;
	bool ended;
} walk;

static rc next_hits(finding *f, walk *w, sql_search_hits_rows *ret, err *e)
{
	sql_search_hits_in in = {.query = w->query,
	                         .below = w->below,
	                         .marked = f->by_marks,
	                         .most = f->by_marks ? MARKED_PAGE : f->q->most};
	rc code = search_window(&f->windows, w->window, f->a, &in.least, e);

	in.blocks = search_blocks(&f->windows, in.least, w->below, f->a);
	if (code == RC_OK)
		code = sql_search_hits(f->r->d, &f->r->who, in, f->a, ret, e);
	if (code != RC_OK)
		return code;
	if (ret->n == in.most) {
		w->below = ret->p[ret->n - 1].key;
		return RC_OK;
	}
	w->ended = in.least <= f->windows.least;
	w->below = in.least;
	w->window++;
	return RC_OK;
}

static rc find_worded(finding *f, bool in_title, err *e)
{
	int64_t agencies[2];
	uint32_t n = 0, looked = 0;
	search_rows found = {0};
	walk w = {.below = f->windows.below};
	rc code = RC_OK;

	if (!f->r->who.all)
		agencies[n++] = f->r->who.agency;
	if (f->q->agency != DB_NULL)
		agencies[n++] = f->q->agency;
	w.query = terms_query(f->a, &f->asked, in_title, agencies, n);
	w.ended = w.query.n == 0;
	while (code == RC_OK && !w.ended && !is_full(f) && looked < LOOK_MOST) {
		sql_search_hits_rows rows = {0};

		code = next_hits(f, &w, &rows, e);
		found.n = 0;
		for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
			if ((!f->by_marks || terms_may_hold(f->a, rows.p[i].marks, &f->asked)) &&
			    !was_seen(f, rows.p[i].document))
				*VEC_PUSH(f->a, &found) = rows.p[i].document;
		looked += rows.n;
		if (code == RC_OK)
			code = take(f, &found, false, in_title, e);
	}
	return code;
}

static rc find_all(db *d, void *ctx, err *e)
{
	finding *f = ctx;
	int64_t changed;
	rc code = sql_search_prepare(d, &changed, e);

	f->ret->n = f->seen.n = f->windows.ends.n = 0; /* run again after a lost connection */
	if (code == RC_OK)
		code = find_numbered(f, e);
	if (code == RC_OK && !is_full(f))
		code = find_worded(f, true, e);
	return code == RC_OK && !is_full(f) ? find_worded(f, false, e) : code;
}

rc search_find(reg *r, const search_query *q, arena *a, search_hits *ret, err *e)
{
	finding f = {.r = r, .a = a, .q = q, .ret = ret, .windows = {r->d, 0, INT64_MAX}};

	*ret = (search_hits){0};
	f.asked = terms_ask(a, q->words);
	f.keys = search_keys_of(a, &f.asked);
	f.by_marks = terms_want_marks(&f.asked);
	if (q->from_day != INT32_MIN)
		f.windows.least = key_of(0, q->from_day);
	if (q->to_day != INT32_MAX)
		f.windows.below = key_of(0, (int64_t)q->to_day + 1);
	return f.asked.pieces.n == 0 ? RC_OK : db_read(r->d, find_all, &f, e);
}

/* --- entering --- */

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

static int by_key(const void *a, const void *b)
{
	const held *x = a, *y = b;

	return (x->key > y->key) - (x->key < y->key);
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
	qsort(k->list.p, k->list.n, sizeof *k->list.p, by_key);
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
	held h = {.key = key_of(document, day)};
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
			(sql_search_put_in){key_of(document, day),
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
