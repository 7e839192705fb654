/*
 * db.c - statements and transactions, the same for both databases.
 *
 * A statement's text is put together once for each set of optional lines and kept with
 * what the driver prepared of it. Nothing here knows a table's name but the schema
 * number's.
 */
#include "store/db.h"

#include <assert.h>
#include <time.h>

#include "sql.h"
#include "store/db_priv.h"

enum { TRIES = 60, PAUSE_FIRST_MS = 2, PAUSE_MOST_MS = 250 };

static void texts_new(db *d)
{
	d->texts = arena_array(&d->a, db_text *, SQL_STATEMENTS);
	d->nstatements = SQL_STATEMENTS;
}

rc db_open(const char *url, unsigned flags, db **ret, err *e)
{
	static const struct {
		const char *scheme;
		enum db_kind kind;
		const db_driver *driver;
	} kinds[] = {
		{"sqlite:", DB_SQLITE, &db_sqlite},
		{"postgresql:", DB_PGSQL, &db_pgsql},
		{"postgres:", DB_PGSQL, &db_pgsql},
	};
	arena a;
	db *d;
	rc code;

	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		slice scheme = slice_c(kinds[i].scheme);

		if (!slice_starts(slice_c(url), scheme))
			continue;
		arena_init(&a, NULL, 0);
		d = arena_new(&a, db); /* it stands on its own arena */
		*d = (db){.kind = kinds[i].kind, .driver = kinds[i].driver, .a = a};
		texts_new(d);
		arena_init(&d->vault.a, NULL, 0);
		d->vault_in_pieces = d->kind == DB_PGSQL;
		code = d->driver->open(d, d->kind == DB_SQLITE ? url + scheme.n : url, flags, e);
		if (code == RC_OK && !(flags & DB_ANY_SCHEMA))
			code = db_migrate(d, flags, e);
		if (code == RC_OK)
			*ret = d;
		else
			db_close(d);
		return code;
	}
	return err_set(e, RC_USAGE, MSG_DB_URL, "no scheme known");
}

void db_close(db *d)
{
	arena a;

	if (d == NULL)
		return;
	db_log_end(d);
	d->driver->close(d);
	arena_done(&d->vault.a);
	a = d->a;
	arena_done(&a);
}

bool db_is_pgsql(const db *d)
{
	return d->kind == DB_PGSQL;
}

const char *db_path(const db *d)
{
	return d->path;
}

const db_watch *db_watch_of(db *d)
{
	return d->driver->heads != NULL ? (const db_watch *)d->driver->heads(d) : NULL;
}

/* The second head is written first: two equal ones, read in this order, are of one commit. */
bool db_word(const db_watch *w, uint64_t ret[DB_WORD])
{
	const uint64_t *heads = (const uint64_t *)w;
	uint64_t second[DB_WORD];

	for (int i = 0; i < DB_WORD; i++)
		ret[i] = __atomic_load_n(&heads[i], __ATOMIC_ACQUIRE);
	for (int i = 0; i < DB_WORD; i++)
		second[i] = __atomic_load_n(&heads[DB_WORD + i], __ATOMIC_ACQUIRE);
	return memcmp(ret, second, sizeof second) == 0;
}

bool db_in_write(const db *d)
{
	return d->state == DB_WRITING;
}

static void pause_for(unsigned ms)
{
	struct timespec t = {ms / 1000, (long)(ms % 1000) * 1000000};

	(void)nanosleep(&t, NULL);
}

/* The end of a transaction: with `code` RC_OK it commits, else nothing of it remains. */
static rc finish(db *d, rc code, err *e)
{
	bool tried = false;

	if (code == RC_OK && d->state == DB_WRITING && d->ending != NULL)
		code = d->ending(d, d->ending_ctx, e);
	if (code == RC_OK)
		code = vault_settle(d, e);
	if (code == RC_OK) {
		tried = true;
		code = d->driver->commit(d, e);
	}
	if (!tried)
		vault_forget(d, true); /* before another one may write */
	if (code != RC_OK)
		d->driver->rollback(d);
	if (tried)
		vault_forget(d, false);
	if (code == RC_OK && d->state == DB_WRITING)
		db_log_committed(d);
	d->state = DB_IDLE;
	return code;
}

void db_on_begin(db *d, db_work *work, void *ctx)
{
	d->begun = work;
	d->begun_ctx = ctx;
}

void db_on_end(db *d, db_work *work, void *ctx)
{
	d->ending = work;
	d->ending_ctx = ctx;
}

static rc begun(db *d, err *e)
{
	return d->begun != NULL ? d->begun(d, d->begun_ctx, e) : RC_OK;
}

static rc once(db *d, db_work *work, void *ctx, bool write, err *e)
{
	rc code = d->driver->begin(d, write, e);

	if (code != RC_OK)
		return code;
	d->state = write ? DB_WRITING : DB_READING;
	code = write ? begun(d, e) : RC_OK;
	if (code == RC_OK)
		code = work(d, ctx, e);
	return finish(d, code, e);
}

static rc transact(db *d, db_work *work, void *ctx, bool write, err *e)
{
	unsigned ms = PAUSE_FIRST_MS;
	rc code = RC_OK;

	assert(d->state == DB_IDLE);
	for (int i = 0; i < TRIES; i++) {
		err why = {0};

		code = once(d, work, ctx, write, &why);
		if (code != RC_BUSY || i + 1 == TRIES) {
			if (code != RC_OK && e != NULL && e->rc == RC_OK)
				*e = why;
			return code;
		}
		pause_for(ms);
		ms = ms * 2 < PAUSE_MOST_MS ? ms * 2 : PAUSE_MOST_MS;
	}
	return code;
}

rc db_write(db *d, db_work *work, void *ctx, err *e)
{
	return transact(d, work, ctx, true, e);
}

rc db_read(db *d, db_work *work, void *ctx, err *e)
{
	return d->state != DB_IDLE ? work(d, ctx, e) : transact(d, work, ctx, false, e);
}

rc db_begin_batch(db *d, err *e)
{
	rc code;

	assert(d->state == DB_IDLE);
	code = d->driver->begin(d, true, e); /* waits until it may write */
	if (code != RC_OK) {
		d->driver->rollback(d);
		return code;
	}
	d->state = DB_WRITING;
	code = begun(d, e);
	return code == RC_OK ? RC_OK : finish(d, code, e);
}

rc db_end_batch(db *d, bool keep, err *e)
{
	rc code = finish(d, keep ? RC_OK : RC_BUSY, e);

	return keep ? code : RC_OK;
}

/* --- texts --- */

static slice text_of(const db *d, const db_piece *p)
{
	return slice_c(db_piece_texts + p->text[d->kind]);
}

db_text *db_text_of(db *d, const db_stmt *s, uint64_t given, int sort)
{
	db_text **list = &d->texts[s->number], *t = *list;
	strbuf b;
	size_t room = 1;

	for (; t != NULL; t = t->next)
		if (t->given == given && t->sort == sort)
			return t;
	for (uint32_t i = 0; i < s->npieces; i++)
		room += text_of(d, &s->pieces[i]).n;
	strbuf_over(&b, arena_alloc(&d->a, room), room);
	for (uint32_t i = 0; i < s->npieces; i++) {
		const db_piece *p = &s->pieces[i];

		if ((p->opt < 0 || (given >> p->opt & 1)) && (p->sort < 0 || p->sort == sort))
			strbuf_put(&b, text_of(d, p));
	}
	t = arena_new(&d->a, db_text);
	*t = (db_text){.given = given, .sort = sort, .sql = b.p, .stmt = s, .next = *list};
	*list = t;
	return t;
}

bool db_is_optional(const db_stmt *s, uint32_t param)
{
	for (uint32_t i = 0; i < s->npieces; i++)
		if (s->pieces[i].opt == (int)param)
			return true;
	return false;
}

static db_value value_of(const db_field *f, const viewer *v, const char *in)
{
	db_value x = {.type = f->type};

	if (f->at == DB_VIEWER_ALL)
		x.i = v->all;
	else if (f->at == DB_VIEWER_AGENCY)
		x.i = v->agency;
	else if (f->type == DB_I64)
		memcpy(&x.i, in + f->at, sizeof x.i);
	else if (f->type == DB_BOOL)
		x.i = *(const bool *)(in + f->at);
	else
		memcpy(&x.s, in + f->at, sizeof x.s);
	x.null = f->type == DB_I64 ? x.i == DB_NULL : f->type != DB_BOOL && x.s.p == NULL;
	/* A text that must be there may be empty without pointing anywhere. */
	if (x.null && !f->null && f->type != DB_I64) {
		x.s = S("");
		x.null = false;
	}
	return x;
}

static rc run(db *d, const db_stmt *s, const viewer *v, const void *in, db_take *take, void *ctx,
              int64_t *ret_changed, err *e)
{
	db_value values[DB_PARAMS_MAX];
	uint64_t given = 0;
	int sort = 0;
	int64_t changed = 0;
	rc code;

	assert(s->nin <= DB_PARAMS_MAX);
	for (uint32_t i = 0; i < s->nin; i++) {
		values[i] = value_of(&s->in[i], v, in);
		if (!values[i].null && db_is_optional(s, i))
			given |= (uint64_t)1 << i;
	}
	if (s->nsorts > 0) {
		memcpy(&sort, (const char *)in + s->sort_at, sizeof sort);
		assert(sort >= 0 && (uint32_t)sort < s->nsorts);
	}
	code = d->driver->run(d, db_text_of(d, s, given, sort), values, take, ctx, &changed, e);
	if (code == RC_OK && ret_changed != NULL)
		*ret_changed = changed;
	return code;
}

/* --- many rows at once --- */

rc db_load_begin(db *d, const char *table, const db_stmt *s, err *e)
{
	return d->driver->load_begin != NULL ? d->driver->load_begin(d, table, s, e) : RC_OK;
}

rc db_load_row(db *d, const db_stmt *s, const void *in, err *e)
{
	db_value values[DB_PARAMS_MAX];

	if (d->driver->load_row == NULL)
		return db_exec(d, s, NULL, in, NULL, e);
	for (uint32_t i = 0; i < s->nin; i++)
		values[i] = value_of(&s->in[i], NULL, in);
	return d->driver->load_row(d, s, values, e);
}

rc db_load_end(db *d, bool keep, err *e)
{
	return d->driver->load_end != NULL ? d->driver->load_end(d, keep, e) : RC_OK;
}

/* --- rows --- */

typedef struct taker {
	const db_stmt *stmt;
	arena *a;       /* NULL: texts stay where they are */
	char *row;      /* of one row */
	db_rows *rows;  /* or all of them */
	db_each_row *each;
	void *ctx;
	bool found;
} taker;

static void fill(const db_stmt *s, const db_value *columns, arena *a, char *row)
{
	for (uint32_t i = 0; i < s->nout; i++) {
		const db_field *f = &s->out[i];
		const db_value *x = &columns[i];
		int64_t n = x->null ? DB_NULL : x->i;
		slice text = x->null ? (slice){0} : x->s;

		if (f->type == DB_I64) {
			memcpy(row + f->at, &n, sizeof n);
		} else if (f->type == DB_BOOL) {
			*(bool *)(row + f->at) = !x->null && x->i != 0;
		} else {
			if (!x->null && text.n == 0)
				text = S(""); /* there, and empty */
			else if (!x->null && a != NULL)
				text = arena_copy(a, text);
			memcpy(row + f->at, &text, sizeof text);
		}
	}
}

static rc take_one(void *ctx, const db_value *columns, err *e)
{
	taker *t = ctx;

	(void)e;
	if (!t->found)
		fill(t->stmt, columns, t->a, t->row);
	t->found = true;
	return RC_OK;
}

static rc take_many(void *ctx, const db_value *columns, err *e)
{
	taker *t = ctx;
	db_rows *all = t->rows;

	(void)e;
	if (all->n == all->cap)
		all->p = arena_grow(t->a, all->p, all->n, (size_t)all->n + 1, t->stmt->row_size,
		                    &all->cap);
	fill(t->stmt, columns, t->a, (char *)all->p + t->stmt->row_size * all->n);
	all->n++;
	return RC_OK;
}

static rc take_each(void *ctx, const db_value *columns, err *e)
{
	taker *t = ctx;

	fill(t->stmt, columns, NULL, t->row);
	return t->each(t->ctx, t->row, e);
}

rc db_exec(db *d, const db_stmt *s, const viewer *v, const void *in, int64_t *ret_changed, err *e)
{
	return run(d, s, v, in, NULL, NULL, ret_changed, e);
}

rc db_one(db *d, const db_stmt *s, const viewer *v, const void *in, arena *a, void *ret,
          bool *ret_found, err *e)
{
	taker t = {.stmt = s, .a = a, .row = arena_alloc(a, s->row_size)};
	rc code = run(d, s, v, in, take_one, &t, NULL, e);

	if (code != RC_OK)
		return code;
	if (t.found)
		memcpy(ret, t.row, s->row_size);
	if (ret_found != NULL)
		*ret_found = t.found;
	else if (!t.found)
		return err_set(e, RC_INPUT, MSG_NO_SUCH, "%s", s->name);
	return RC_OK;
}

rc db_many(db *d, const db_stmt *s, const viewer *v, const void *in, arena *a, db_rows *ret, err *e)
{
	db_rows all = {0};
	taker t = {.stmt = s, .a = a, .rows = &all};
	rc code = run(d, s, v, in, take_many, &t, NULL, e);

	if (code == RC_OK)
		*ret = all;
	return code;
}

rc db_each(db *d, const db_stmt *s, const viewer *v, const void *in, db_each_row *each, void *ctx,
           err *e)
{
	taker t = {.stmt = s, .each = each, .ctx = ctx};
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	t.row = arena_alloc(&a, s->row_size);
	code = run(d, s, v, in, take_each, &t, NULL, e);
	arena_done(&a);
	return code;
}

static rc take_id(void *ctx, const db_value *columns, err *e)
{
	int64_t **at = ctx;

	(void)e;
	*(*at)++ = columns[0].i;
	return RC_OK;
}

rc db_put_rows(db *d, const db_stmt *one, const db_stmt *many, const void *rows, uint32_t n,
               int64_t *ret_ids, err *e)
{
	uint32_t together = many->nin / one->nin, i = 0;
	const char *at = rows;
	rc code = RC_OK;

	while (code == RC_OK && i < n) {
		bool enough = n - i >= together;

		code = run(d, enough ? many : one, NULL, at + one->in_size * i,
		           ret_ids != NULL ? take_id : NULL, &ret_ids, NULL, e);
		i += enough ? together : 1;
	}
	return code;
}

/* --- columns --- */

bool db_column_at(const db_stmt *s, uint32_t i, db_column *ret)
{
	const db_field *f;

	if (i >= s->nout)
		return false;
	f = &s->out[i];
	*ret = (db_column){.name = f->name,
	                   .at = f->at,
	                   .type = f->type == DB_I64    ? DB_COLUMN_I64
	                           : f->type == DB_TEXT ? DB_COLUMN_TEXT
	                           : f->type == DB_BLOB ? DB_COLUMN_BLOB
	                                                : DB_COLUMN_BOOL,
	                   .null = f->null};
	return true;
}

size_t db_row_size(const db_stmt *s)
{
	return s->row_size;
}

slice db_stmt_name(const db_stmt *s)
{
	return slice_c(s->name);
}
