/*
 * search.c - what has the number, what has the words in its title, what has them at all;
 * each the newest first.
 *
 * Which documents may be hits is known at once (search_match.h). They are fetched by the page, and
 * those whose text does not hold what was asked are left out, until the page is full.
 */
#include "register/search/search.h"
#include "register/search/search_match.h"

enum {
	NUMBERED_MOST = 20,
	LOOK_MOST = 2000, /* documents whose phrase is not there before we give up */
};

typedef struct finding {
	reg *r;
	arena *a;
	const search_query *q;
	question asked;
	const search_keys *keys;
	match_set *all;
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

			if (shown.p[k].id != p[i] || is_shown(f, p[i]))
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

/* The terms that a document must hold, with those of the bodies that must see it, on the arena. */
static found_by wanted(const finding *f, bool in_title)
{
	found_by words = terms_wanted(f->a, &f->asked, in_title);
	uint32_t *p = arena_array(f->a, uint32_t, words.n + 2);
	uint32_t n = 0;

	if (!f->r->who.all)
		p[n++] = terms_body(f->r->who.agency);
	if (f->q->agency != DB_NULL)
		p[n++] = terms_body(f->q->agency);
	memcpy(p + n, words.p, sizeof *p * words.n);
	return (found_by){p, n + words.n};
}

static rc find_worded(finding *f, bool in_title, err *e)
{
	found_by terms = wanted(f, in_title);
	uint32_t looked = 0;
	rc code = match_find(f->all, &terms, e);

	while (code == RC_OK && !is_full(f) && looked < LOOK_MOST) {
		search_rows found = {0};

		code = match_next(f->all, f->q->most - f->ret->n, f->a, &found, e);
		looked += found.n;
		if (code != RC_OK || found.n == 0)
			break;
		code = take(f, &found, false, in_title, e);
	}
	return code;
}

static rc find_all(db *d, void *ctx, err *e)
{
	finding *f = ctx;
	search_bounds within = {INT64_MIN, INT64_MAX};
	rc code;

	f->ret->n = 0; /* run again after a lost connection */
	if (f->q->from_day != INT32_MIN)
		within.least = search_key_of(0, f->q->from_day);
	if (f->q->to_day != INT32_MAX)
		within.below = search_key_of(0, (int64_t)f->q->to_day + 1);
	code = find_numbered(f, e);
	if (code == RC_OK && !is_full(f))
		code = match_open(d, f->a, within, &f->all, e);
	if (code == RC_OK && !is_full(f))
		code = find_worded(f, true, e);
	return code == RC_OK && !is_full(f) ? find_worded(f, false, e) : code;
}

rc search_find(reg *r, const search_query *q, arena *a, search_hits *ret, err *e)
{
	finding f = {.r = r, .a = a, .q = q, .ret = ret};

	*ret = (search_hits){0};
	f.asked = terms_ask(a, q->words);
	f.keys = search_keys_of(a, &f.asked);
	return f.asked.pieces.n == 0 ? RC_OK : db_read(r->d, find_all, &f, e);
}
