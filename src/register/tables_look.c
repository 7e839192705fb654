/*
 * tables_look.c - a page of duties by what no index knows: words, people, other orders.
 *
 * Rows are compared as a person reads them, without marks. It must never look at more than
 * TABLES_COUNTED rows: who filters a register of a million by a word names a state, an
 * agency or a period as well.
 */
#include <stdlib.h>

#include "base/fold.h"
#include "register/tables_priv.h"

bool tables_looks(const duty_ask *ask)
{
	return ask->text.n > 0 || ask->number.n > 0 || ask->leader.n > 0 || ask->monitor.n > 0 ||
	       ask->field.n > 0 || ask->mine.n > 0 || ask->order != DUTY_BY_LIMIT;
}

/* What is sought, folded once. */
typedef struct sought {
	slice text, number, leader, monitor, field, mine;
	int64_t account;
	arena once; /* of the row at hand */
} sought;

static slice folded(arena *a, slice s)
{
	return s.n > 0 ? fold_text(a, s) : (slice){0};
}

static bool has(sought *x, slice in, slice what)
{
	return what.n == 0 || (in.n > 0 && slice_has(fold_text(&x->once, in), what));
}

/* Every word somewhere in the row. */
static bool has_words(sought *x, const sql_duty_table_row *o)
{
	const slice texts[] = {o->action, o->agency_name, o->number, o->title, o->words, o->field};
	slice rest = x->text, word;

	while (slice_next(&rest, ' ', &word)) {
		bool there = word.n == 0;

		for (size_t i = 0; !there && i < ARRAY_LEN(texts); i++)
			there = texts[i].n > 0 && slice_has(fold_text(&x->once, texts[i]), word);
		if (!there)
			return false;
	}
	return true;
}

static bool is_mine(sought *x, const sql_duty_table_row *o)
{
	if (x->mine.n == 0)
		return true;
	if (o->handler.n > 0)
		return has(x, o->handler, x->mine);
	if (o->monitor.n > 0)
		return has(x, o->monitor, x->mine);
	return o->decided_by != DB_NULL && o->decided_by == x->account;
}

static bool fits(sought *x, const sql_duty_table_row *o)
{
	bool yes;

	arena_init(&x->once, NULL, 0);
	yes = has(x, o->number, x->number) && has(x, o->assigner, x->leader) &&
	      has(x, o->monitor, x->monitor) && has(x, o->field, x->field) && is_mine(x, o) &&
	      (x->text.n == 0 || has_words(x, o));
	arena_done(&x->once);
	return yes;
}

static int by_slice(slice a, slice b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int d = n > 0 ? memcmp(a.p, b.p, n) : 0;

	return d != 0 ? d : (a.n > b.n) - (a.n < b.n);
}

/* A limit that is not there comes after those that are. */
static int by_due(const sql_duty_table_row *a, const sql_duty_table_row *b)
{
	uint64_t x = a->due == DB_NULL ? UINT64_MAX : (uint64_t)a->due;
	uint64_t y = b->due == DB_NULL ? UINT64_MAX : (uint64_t)b->due;

	return x != y ? (x < y ? -1 : 1) : by_slice(a->pub, b->pub);
}

#define ORDER(name, first)                                                                         \
	static int name(const void *a_, const void *b_)                                            \
	{                                                                                          \
		const sql_duty_table_row *a = a_, *b = b_;                                         \
		int d = first;                                                                     \
                                                                                                   \
		return d != 0 ? d : by_due(a, b);                                                  \
	}
ORDER(order_agency, by_slice(a->agency, b->agency))
ORDER(order_document, by_slice(a->number, b->number))
ORDER(order_state, by_slice(a->work, b->work))
ORDER(order_latest, (a->due == DB_NULL) - (b->due == DB_NULL) != 0
                            ? (a->due == DB_NULL) - (b->due == DB_NULL)
                            : -by_due(a, b))
#undef ORDER

static void sort(enum duty_order order, sql_duty_table_rows *rows)
{
	static int (*const by[DUTY_ORDERS])(const void *, const void *) = {
		[DUTY_BY_AGENCY] = order_agency,
		[DUTY_BY_DOCUMENT] = order_document,
		[DUTY_BY_STATE] = order_state,
		[DUTY_BY_LATEST] = order_latest,
	};

	if (by[order] != NULL && rows->n > 1)
		qsort(rows->p, rows->n, sizeof *rows->p, by[order]);
}

/* Keep of the rows those that fit. */
static void sift(const reg *r, const duty_ask *ask, arena *a, sql_duty_table_rows *rows)
{
	sought x = {.text = folded(a, ask->text),
	            .number = folded(a, ask->number),
	            .leader = folded(a, ask->leader),
	            .monitor = folded(a, ask->monitor),
	            .field = folded(a, ask->field),
	            .mine = folded(a, ask->mine),
	            .account = r->who.user};
	uint32_t n = 0;

	for (uint32_t i = 0; i < rows->n; i++)
		if (fits(&x, &rows->p[i]))
			rows->p[n++] = rows->p[i];
	rows->n = n;
}

rc tables_looked(reg *r, const duty_ask *ask, arena *a, duty_page *ret, err *e)
{
	duty_ask wide = *ask;
	sql_duty_table_rows *rows = &ret->rows;
	uint32_t skip = ask->skip < TABLES_COUNTED ? (uint32_t)ask->skip : TABLES_COUNTED;
	rc code;

	wide.skip = 0;
	wide.most = TABLES_COUNTED;
	code = tables_walk(r, &wide, a, ret, e);
	if (code != RC_OK)
		return code;
	sift(r, ask, a, rows);
	sort(ask->order, rows);
	ret->total = rows->n;
	skip = skip < rows->n ? skip : rows->n;
	ret->more = rows->n - skip > ask->most;
	rows->p += skip;
	rows->n = ret->more ? (uint32_t)ask->most : rows->n - skip;
	return RC_OK;
}
