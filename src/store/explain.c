/*
 * explain.c - how a database means to carry out our statements. For tests: a statement
 * that does not fit the schema, or walks a large table, is found before a user finds it.
 */
#include "sql.h"
#include "store/db_priv.h"

typedef struct plan {
	strbuf text;
	uint32_t columns;
} plan;

static rc take_line(void *ctx, const db_value *columns, err *e)
{
	plan *p = ctx;

	(void)e;
	strbuf_put(&p->text, columns[p->columns - 1].s);
	strbuf_putc(&p->text, '\n');
	return RC_OK;
}

rc db_explain(db *d, const db_stmt *s, uint64_t given, int sort, arena *a, slice *ret, err *e)
{
	/* SQLite answers in four columns, the plan in the last; PostgreSQL in one. */
	static const db_field columns[4] = {
		{.type = DB_I64}, {.type = DB_I64}, {.type = DB_I64}, {.type = DB_TEXT}};
	db_value values[DB_PARAMS_MAX];
	uint32_t n = d->kind == DB_SQLITE ? 4 : 1;
	db_stmt what = *s;
	slice sql = slice_c(db_text_of(d, s, given, sort)->sql), head = slice_c(d->driver->explain);
	db_text asked = {.stmt = &what, .once = true};
	plan p = {.columns = n};
	int64_t changed;
	strbuf b;
	rc code;

	what.out = columns + 4 - n;
	what.nout = n;
	strbuf_over(&b, arena_alloc(a, head.n + sql.n + 1), head.n + sql.n + 1);
	strbuf_put(&b, head);
	strbuf_put(&b, sql);
	asked.sql = b.p;
	for (uint32_t i = 0; i < s->nin; i++)
		values[i] = (db_value){.type = s->in[i].type, .s = S("")};
	strbuf_init(&p.text, NULL, (size_t)1 << 20);
	code = d->driver->run(d, &asked, values, take_line, &p, &changed, e);
	if (code == RC_OK)
		*ret = arena_copy(a, strbuf_slice(&p.text));
	strbuf_done(&p.text);
	return code;
}

/* A statement with all its optional lines and with none, in one order. */
static rc prepare(db *d, const db_stmt *s, int sort, err *e)
{
	uint64_t all = 0;
	arena a;
	slice text;
	rc code;

	for (uint32_t p = 0; p < s->nin; p++)
		if (db_is_optional(s, p))
			all |= (uint64_t)1 << p;
	arena_init(&a, NULL, 0);
	code = db_explain(d, s, all, sort, &a, &text, e);
	if (code == RC_OK && all != 0)
		code = db_explain(d, s, 0, sort, &a, &text, e);
	arena_done(&a);
	return code;
}

rc db_prepare_all(db *d, err *e)
{
	for (size_t i = 0; i < SQL_STATEMENTS; i++) {
		const db_stmt *s = sql_statements[i];

		for (int sort = 0; sort < (int)(s->nsorts > 0 ? s->nsorts : 1); sort++) {
			rc code = prepare(d, s, sort, e);

			if (code != RC_OK)
				return code;
		}
	}
	return RC_OK;
}
