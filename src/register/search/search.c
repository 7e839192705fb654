/*
 * search.c - what has the number, what has the words in its title, what has them at all;
 * each the newest first.
 *
 * SQLite's index of terms is walked from its newest end and left when enough is found. A
 * GIN index gives all or nothing, so on PostgreSQL it is asked for the newest documents
 * alone, then for sixteen times as many, at last for all: a word that is common fills the
 * page from the first, and one that is rare costs little.
 */
#include "register/search/search_priv.h"

enum {
	NUMBERED_MOST = 20,
	LOOK_MOST = 2000, /* documents whose phrase is not there before we give up */
	MARKED_PAGE = 200,
};

typedef struct finding {
	reg *r;
	arena *a;
	const search_query *q;
	question asked;
	const search_keys *keys;
	asked_runs runs; /* some: documents are told by their marks before they are shown */
	search_windows windows;
	search_hits *ret;
} finding;

static bool is_full(const finding *f)
{
	return f->ret->n >= f->q->most;
}

/* By its number or its title: a page at most. */
static bool is_shown(const finding *f, int64_t document)
{
	for (uint32_t i = 0; i < f->ret->n; i++)
		if (f->ret->p[i].doc.id == document)
			return true;
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
		*VEC_PUSH(f->a, &found) = rows.p[i].id;
	return code == RC_OK ? take(f, &found, true, false, e) : code;
}

/* Where the walk of one query stands. */
typedef struct walk {
	slice query;
	int64_t below;
	uint32_t window, pages; /* pages: asked so far */
	bool ended;
} walk;

/* Each page twice as large as the one before: GIN finds all of a window again for each. */
static rc next_hits(finding *f, walk *w, sql_search_hits_rows *ret, err *e)
{
	sql_search_hits_in in = {.query = w->query,
	                         .below = w->below,
	                         .marked = f->runs.n > 0,
	                         .most = (f->runs.n > 0 ? MARKED_PAGE : f->q->most)
	                                 << (w->pages < 3 ? w->pages : 3)};
	rc code = search_window(&f->windows, w->window, f->a, &in.least, e);

	in.blocks = search_blocks(&f->windows, in.least, w->below, f->a);
	if (code == RC_OK)
		code = sql_search_hits(f->r->d, &f->r->who, in, f->a, ret, e);
	if (code != RC_OK)
		return code;
	w->pages++;
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
			if (terms_may_hold(rows.p[i].marks, &f->runs) &&
			    !is_shown(f, rows.p[i].document))
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

	f->ret->n = f->windows.ends.n = 0; /* run again after a lost connection */
	if (code == RC_OK)
		code = find_numbered(f, e);
	if (code == RC_OK && !is_full(f))
		code = find_worded(f, true, e);
	return code == RC_OK && !is_full(f) ? find_worded(f, false, e) : code;
}

rc search_find(reg *r, const search_query *q, arena *a, search_hits *ret, err *e)
{
	finding f = {
		.r = r, .a = a, .q = q, .ret = ret, .windows = {.d = r->d, .below = INT64_MAX}};

	*ret = (search_hits){0};
	f.asked = terms_ask(a, q->words);
	f.keys = search_keys_of(a, &f.asked);
	f.runs = terms_runs(a, &f.asked);
	if (q->from_day != INT32_MIN)
		f.windows.least = search_key_of(0, q->from_day);
	if (q->to_day != INT32_MAX)
		f.windows.below = search_key_of(0, (int64_t)q->to_day + 1);
	return f.asked.pieces.n == 0 ? RC_OK : db_read(r->d, find_all, &f, e);
}
