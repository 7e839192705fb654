/*
 * tables_look.c - a page of duties by what no index knows: words, people, other orders.
 *
 * A walk over all rows of what is asked otherwise, which mostly an index alone tells; a duty is
 * read once for its bodies. In the order of limits it ends when the page is full and
 * TABLES_COUNTED fit; else all that fit are put in order, 40 bytes each. What is shown is then
 * read by its number. So no row is left out, however many there are.
 */
#include <stdlib.h>

#include "base/fold.h"
#include "register/duty/obligation.h"
#include "register/look/tables_priv.h"
#include "register/look/tables_words.h"

enum { AT_ONCE = 4000 };

bool tables_looks(const duty_ask *ask)
{
	return ask->text.n > 0 || ask->number.n > 0 || ask->leader.n > 0 || ask->monitor.n > 0 ||
	       ask->field.n > 0 || ask->mine.n > 0 || ask->order != DUTY_BY_LIMIT;
}

/* A row that fits, and by what it is put in order. */
typedef struct fitting_row {
	int64_t id, open, due;
	int64_t rank;
	slice key;
} fitting_row;

/* A body: its place in lists, and the words of the text that its name has. */
typedef struct lead {
	int64_t id;
	int64_t place;
	uint32_t words;
} lead;

typedef struct looking {
	reg *r;
	const duty_ask *ask;
	sought *x;
	arena *a;
	VEC(lead) bodies; /* by id */
	VEC(fitting_row) hits;
	int64_t fitting;
	int64_t open; /* of the part that is walked */
	bool full;    /* nothing more needs to be looked at */
} looking;

static int by_id(const void *a_, const void *b_)
{
	const lead *a = a_, *b = b_;

	return (a->id > b->id) - (a->id < b->id);
}

static rc load_bodies(looking *l, err *e)
{
	sql_agency_all_rows rows = {0};
	rc code = sql_agency_all(l->r->d, l->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		*VEC_PUSH(l->a, &l->bodies) = (lead){
			rows.p[i].id, i + 1, sought_words(l->x, fold_text(l->a, rows.p[i].name))};
	if (l->bodies.n > 1)
		qsort(l->bodies.p, l->bodies.n, sizeof *l->bodies.p, by_id);
	return code;
}

/* Of nobody: the last. */
static lead body_of(const looking *l, int64_t id)
{
	const lead *found = l->bodies.n > 0 ? bsearch(&(lead){.id = id}, l->bodies.p, l->bodies.n,
	                                              sizeof *l->bodies.p, by_id)
	                                    : NULL;

	return found != NULL ? *found : (lead){.id = id, .place = INT64_MAX};
}

static bool is_mine(looking *l, const sql_duty_walk_row *o, const known_duty *k)
{
	return l->ask->mine.n == 0 || (o->handler.n > 0 ? sought_mine(l->x, o->handler) : k->mine);
}

static fitting_row hit_of(const sql_duty_walk_row *o, const known_duty *k, const lead *b,
                          enum duty_order by)
{
	fitting_row h = {.id = o->id, .due = o->due == DB_NULL ? INT64_MAX : o->due};

	switch (by) {
	case DUTY_BY_AGENCY:
		h.rank = b->place;
		break;
	case DUTY_BY_STATE:
		h.rank = (int64_t)work_of(o->work);
		break;
	case DUTY_BY_LATEST:
		h.rank = o->due == DB_NULL ? INT64_MAX : -o->due;
		break;
	case DUTY_BY_DOCUMENT:
		h.key = k->number;
		break;
	default:
		break;
	}
	return h;
}

/* In the order of limits only the rows of the page, and one more, are kept. */
static void take(looking *l, fitting_row h)
{
	const duty_ask *ask = l->ask;
	bool sorted = ask->order != DUTY_BY_LIMIT;

	h.open = l->open;
	if (sorted || (l->fitting >= ask->skip && l->hits.n <= ask->most))
		*VEC_PUSH(l->a, &l->hits) = h;
	l->fitting++;
	l->full = !sorted && l->fitting >= TABLES_COUNTED && l->hits.n > ask->most;
}

static rc look(looking *l, const sql_duty_walk_row *o, err *e)
{
	lead b = body_of(l, o->agency);
	const known_duty *k;
	rc code = sought_duty(l->x, o->assignment, &k, e);

	if (code == RC_OK && k->fits && (k->words | b.words) == sought_all(l->x) &&
	    is_mine(l, o, k))
		take(l, hit_of(o, k, &b, l->ask->order));
	return code;
}

static sql_duty_walk_in walk_of(const looking *l, const sql_duty_table_in *x)
{
	return (sql_duty_walk_in){DUTY_NARROWED(x),
	                          .worked = l->ask->order == DUTY_BY_STATE,
	                          .handled = l->ask->mine.n > 0,
	                          .after_due = DB_NULL,
	                          .after_id = DB_NULL,
	                          .most = AT_ONCE};
}

static rc walk_part(looking *l, const sql_duty_table_in *part, err *e)
{
	sql_duty_walk_in in = walk_of(l, part);
	bool more = true;
	rc code = RC_OK;

	l->open = part->open;
	while (code == RC_OK && more && !l->full) {
		sql_duty_walk_rows rows = {0};
		arena some;

		arena_init(&some, NULL, 0);
		code = sql_duty_walk(l->r->d, &l->r->who, in, &some, &rows, e);
		more = code == RC_OK && rows.n == AT_ONCE;
		for (uint32_t i = 0; code == RC_OK && !l->full && i < rows.n; i++)
			code = look(l, &rows.p[i], e);
		if (more) {
			bool dated = part->undated == DB_NULL;

			in.after_due = dated ? rows.p[rows.n - 1].due : DB_NULL;
			in.after = rows.p[rows.n - 1].id;
			in.after_id = dated ? DB_NULL : in.after;
		}
		arena_done(&some);
	}
	return code;
}

static int by_order(const void *a_, const void *b_)
{
	const fitting_row *a = a_, *b = b_;
	size_t n = a->key.n < b->key.n ? a->key.n : b->key.n;
	int d = n > 0 ? memcmp(a->key.p, b->key.p, n) : 0;

	if (d != 0 || a->key.n != b->key.n)
		return d != 0 ? d : a->key.n < b->key.n ? -1 : 1;
	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	if (a->due != b->due)
		return a->due < b->due ? -1 : 1;
	return (a->id > b->id) - (a->id < b->id);
}

static rc show(looking *l, uint32_t from, duty_page *ret, err *e)
{
	uint32_t n = l->hits.n - from;
	rc code = RC_OK;

	ret->more = n > l->ask->most;
	n = ret->more ? (uint32_t)l->ask->most : n;
	for (uint32_t i = 0; code == RC_OK && i < n; i++)
		code = tables_row(l->r, l->hits.p[from + i].id, l->hits.p[from + i].open, l->a,
		                  &ret->rows, e);
	return code;
}

rc tables_looked(reg *r, const duty_ask *ask, arena *a, duty_page *ret, err *e)
{
	duty_parts p = tables_parts(r, ask);
	looking l = {.r = r, .ask = ask, .x = sought_new(r, ask, a), .a = a};
	bool sorted = ask->order != DUTY_BY_LIMIT;
	uint32_t from = 0;
	rc code = load_bodies(&l, e);

	*ret = (duty_page){0};
	for (unsigned i = 0; code == RC_OK && i < p.used && !l.full; i++)
		code = walk_part(&l, &p.in[i], e);
	if (code != RC_OK)
		return code;
	ret->total = l.fitting;
	if (sorted && l.hits.n > 1)
		qsort(l.hits.p, l.hits.n, sizeof *l.hits.p, by_order);
	if (sorted)
		from = ask->skip < l.hits.n ? (uint32_t)ask->skip : l.hits.n;
	return show(&l, from, ret, e);
}
