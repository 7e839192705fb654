/*
 * tables_heads.c - the beginning of a list of duties, each duty once, by its most urgent part.
 *
 * A duty of all communes would be the whole list. Which parts come first an index tells; only those
 * that stand for their duty are read whole.
 */
#include "register/look/tables_priv.h"

typedef struct head {
	int64_t part, duty, open;
} head;

typedef struct heads {
	reg *r;
	const duty_ask *ask;
	arena *a;
	VEC(head) of;
	duty_heads *to;
} heads;

static void take(heads *h, const sql_duty_walk_row *o, int64_t open)
{
	h->to->looked++;
	for (uint32_t i = 0; i < h->of.n; i++)
		if (h->of.p[i].duty == o->assignment) {
			h->to->others.p[i]++;
			return;
		}
	if (h->of.n == h->ask->most)
		return;
	*VEC_PUSH(h->a, &h->of) = (head){o->id, o->assignment, open};
	*VEC_PUSH(h->a, &h->to->others) = 0;
}

static rc look(heads *h, const sql_duty_table_in *part, int64_t most, err *e)
{
	sql_duty_walk_rows rows = {0};
	sql_duty_walk_in in = {DUTY_NARROWED(part), .after_due = DB_NULL, .after_id = DB_NULL,
	                       .most = most};
	arena some;
	rc code;

	arena_init(&some, NULL, 0);
	code = sql_duty_walk(h->r->d, &h->r->who, in, &some, &rows, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		take(h, &rows.p[i], part->open);
	arena_done(&some);
	return code;
}

rc tables_heads(reg *r, const duty_ask *ask, int64_t look_at, arena *a, duty_heads *ret, err *e)
{
	duty_parts p = tables_parts(r, ask);
	heads h = {.r = r, .ask = ask, .a = a, .to = ret};
	rc code = RC_OK;

	*ret = (duty_heads){0};
	for (unsigned i = 0; code == RC_OK && i < p.used && ret->looked < look_at; i++)
		code = look(&h, &p.in[i], look_at - ret->looked, e);
	for (uint32_t i = 0; code == RC_OK && i < h.of.n; i++)
		code = tables_row(r, h.of.p[i].part, h.of.p[i].open, a, &ret->rows, e);
	return code;
}
