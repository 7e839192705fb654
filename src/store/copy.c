/*
 * copy.c - table by table, some rows at a time, in the order of their keys.
 *
 * Rows go from the struct of the reading statement into that of the writing one: they have
 * the same fields. References may point to later rows, so they are checked at the end.
 */
#include "store/copy.h"

#include <assert.h>

#include "base/strbuf.h"
#include "sql.h"
#include "store/db_priv.h"
#include "store/vault.h"

enum { ROWS_FIRST = 8, ROWS_MOST = 4096, PAGE_BYTES = 4 << 20, LANES = 4 };
static const char originals[] = "original";

typedef struct sum {
	int64_t rows;
	uint64_t lanes[LANES];
} sum;

/* A row as text in which nothing runs together, by its hash. */
static void add_row(sum *to, const db_stmt *s, const char *row, strbuf *b)
{
	unsigned char hash[HASH_BYTES];
	uint64_t part;
	slice text;

	strbuf_clear(b);
	for (uint32_t i = 0; i < s->nout; i++) {
		const db_field *f = &s->out[i];
		int64_t n = 0;

		if (f->type == DB_I64) {
			memcpy(&n, row + f->at, sizeof n);
			strbuf_putc(b, n == DB_NULL ? '-' : 'i');
			if (n != DB_NULL)
				strbuf_int(b, n);
			continue;
		}
		memcpy(&text, row + f->at, sizeof text);
		strbuf_putc(b, text.p == NULL ? '-' : 't');
		strbuf_int(b, (int64_t)text.n);
		strbuf_putc(b, ':');
		strbuf_put(b, text);
	}
	text = strbuf_slice(b);
	hash_sha256_bytes(&text, 1, hash);
	for (int i = 0; i < LANES; i++) {
		memcpy(&part, hash + sizeof part * i, sizeof part);
		to->lanes[i] += part;
	}
	to->rows++;
}

static void show(const char *table, const sum *s, copy_sum *ret)
{
	static const char hex[] = "0123456789abcdef";

	*ret = (copy_sum){.table = table, .rows = s->rows};
	for (int i = 0; i < HASH_HEX; i++)
		ret->sum[i] = hex[s->lanes[i / 16] >> (60 - i % 16 * 4) & 15];
}

/* The keys of the last row become those after which to go on. */
static void go_on_after(const db_stmt *read, uint32_t nkeys, const char *row, char *in)
{
	for (uint32_t k = 0; k < nkeys; k++) {
		slice name = slice_c(read->in[k].name + sizeof "after_" - 1);
		const db_field *f = read->out;

		while (!slice_eq(slice_c(f->name), name))
			f++;
		memcpy(in + read->in[k].at, row + f->at,
		       f->type == DB_I64 ? sizeof(int64_t) : sizeof(slice));
	}
}

static size_t in_size(const db_stmt *s)
{
	return s->in[s->nin - 1].at + sizeof(slice);
}

static void start_at_first(const db_stmt *read, uint32_t nkeys, char *in)
{
	int64_t none = DB_NULL;

	memset(in, 0, in_size(read));
	for (uint32_t k = 0; k < nkeys; k++)
		if (read->in[k].type == DB_I64)
			memcpy(in + read->in[k].at, &none, sizeof none);
}

/* What is copied from where, or only counted; and how far it is. */
typedef struct copying {
	db *from, *to; /* to NULL: only counted */
	db_work *last;
	void *ctx;
	const copy_told *told;
	bool again;
	int64_t done, of; /* rows; of 0: not known */
	arena *a;
	copy_sums *ret;
} copying;

static void tell(copying *x, const char *table, int64_t rows)
{
	x->done += rows;
	if (x->told != NULL)
		x->told->tell(x->told->ctx, table, x->again, x->done, x->of);
}

static rc take_page(copying *x, const db_table *t, const db_rows *page, sum *add, strbuf *b, err *e)
{
	const db_stmt *read = t->read;
	rc code = RC_OK;

	for (uint32_t i = 0; code == RC_OK && i < page->n; i++) {
		const char *row = (const char *)page->p + read->row_size * i;

		add_row(add, read, row, b);
		if (x->to != NULL)
			code = db_load_row(x->to, t->write, row, e);
		if (b->failed != RC_OK)
			code = err_set(e, b->failed, MSG_NO_MEMORY, "a row of %s", read->name);
	}
	tell(x, t->name, page->n);
	return code;
}

/* Keys of a page must outlive it, so two arenas take turns. */
static rc walk_rows(copying *x, const db_table *t, sum *ret, err *e)
{
	const db_stmt *read = t->read;
	int64_t most = ROWS_FIRST;
	arena turns[2], keys;
	db_rows page = {0};
	strbuf b;
	char *in;
	rc code = RC_OK;

	arena_init(&turns[0], NULL, 0);
	arena_init(&turns[1], NULL, 0);
	arena_init(&keys, NULL, 0);
	strbuf_init(&b, NULL, (size_t)1 << 31);
	in = arena_alloc(&keys, in_size(read));
	start_at_first(read, t->nkeys, in);
	for (int turn = 0; code == RC_OK && (turn == 0 || page.n == (uint64_t)most); turn++) {
		arena *a = &turns[turn % 2];

		if (turn > 0 && a->taken < PAGE_BYTES / 2 && most < ROWS_MOST)
			most *= 2;
		else if (a->taken > PAGE_BYTES && most > 1)
			most /= 2;
		memcpy(in + read->in[t->nkeys].at, &most, sizeof most);
		arena_done(a);
		code = db_many(x->from, read, NULL, in, a, &page, e);
		if (code == RC_OK)
			code = take_page(x, t, &page, ret, &b, e);
		if (code == RC_OK && page.n > 0)
			go_on_after(read, t->nkeys,
			            (const char *)page.p + read->row_size * (page.n - 1), in);
	}
	strbuf_done(&b);
	arena_done(&turns[0]);
	arena_done(&turns[1]);
	arena_done(&keys);
	return code;
}

/* Count and sum a table, and write its rows to where they are copied. */
static rc walk(copying *x, const db_table *t, sum *ret, err *e)
{
	rc code = x->to != NULL ? db_load_begin(x->to, t->name, t->write, e) : RC_OK, ended;

	if (code != RC_OK)
		return code;
	code = walk_rows(x, t, ret, e);
	if (x->to == NULL)
		return code;
	ended = db_load_end(x->to, code == RC_OK, code == RC_OK ? e : NULL);
	return code == RC_OK ? ended : code;
}

/* --- originals --- */

typedef struct carrying {
	copying *whole;
	sum *add;
	strbuf b;
} carrying;

static rc carry_original(void *ctx, slice sha256, int64_t bytes, err *e)
{
	static const db_field fields[] = {{0, DB_TEXT, false, "sha256"},
	                                  {sizeof(slice), DB_I64, false, "bytes"}};
	static const db_stmt shape = {.out = fields, .nout = ARRAY_LEN(fields)};
	struct {
		slice sha256;
		int64_t bytes;
	} row = {sha256, bytes};
	carrying *x = ctx;
	slice original;
	arena a;
	rc code;

	add_row(x->add, &shape, (const char *)&row, &x->b);
	arena_init(&a, NULL, 0);
	code = vault_read(x->whole->from, sha256, &a, &original, e);
	if (code == RC_OK && x->whole->to != NULL)
		code = vault_put(x->whole->to, sha256, original, e);
	tell(x->whole, originals, 1);
	arena_done(&a);
	return code;
}

static rc carry_originals(copying *whole, sum *ret, err *e)
{
	carrying x = {.whole = whole, .add = ret};
	rc code;

	strbuf_init(&x.b, NULL, (size_t)1 << 16);
	code = vault_each(whole->from, carry_original, &x, e);
	strbuf_done(&x.b);
	return code;
}

/* --- all of it --- */

static rc walk_all(copying *x, copy_sums *ret, err *e)
{
	rc code = RC_OK;

	*ret = (copy_sums){0};
	for (size_t i = 0; code == RC_OK && i < db_ntables; i++) {
		sum s = {0};

		code = walk(x, &db_tables[i], &s, e);
		show(db_tables[i].name, &s, VEC_PUSH(x->a, ret));
	}
	if (code == RC_OK) {
		sum s = {0};

		code = carry_originals(x, &s, e);
		show(originals, &s, VEC_PUSH(x->a, ret));
	}
	return code;
}

static rc sum_all(db *d, void *ctx, err *e)
{
	copying *x = ctx;

	(void)d;
	return walk_all(x, x->ret, e);
}

rc copy_sums_of(db *d, arena *a, copy_sums *ret, err *e)
{
	copying x = {.from = d, .a = a, .ret = ret};

	return db_read(d, sum_all, &x, e);
}

const char *copy_differs(const copy_sums *a, const copy_sums *b)
{
	for (uint32_t i = 0; i < a->n && i < b->n; i++)
		if (a->p[i].rows != b->p[i].rows ||
		    !slice_eq(slice_c(a->p[i].sum), slice_c(b->p[i].sum)))
			return a->p[i].table;
	return a->n == b->n ? NULL : "?";
}

static rc must_be_empty(db *d, err *e)
{
	copying x = {.from = d};
	rc code = RC_OK;

	for (size_t i = 0; code == RC_OK && i < db_ntables; i++) {
		sum s = {0};

		code = walk(&x, &db_tables[i], &s, e);
		if (code == RC_OK && s.rows > 0)
			code = err_set(e, RC_INPUT, MSG_COPY_NOT_EMPTY, "%s has %lld rows",
			               db_tables[i].name, (long long)s.rows);
	}
	return code;
}

static rc go_on_counting(db *to, err *e)
{
	rc code = RC_OK;

	for (size_t i = 0; code == RC_OK && i < db_ntables; i++)
		if (db_tables[i].counted && to->driver->counted != NULL)
			code = to->driver->counted(
				to, db_tables[i].name,
				db_tables[i].read->in[0].name + sizeof "after_" - 1, e);
	return code;
}

/* Read again what was written. */
static rc compare(copying *x, db *to, err *e)
{
	copying second = {.from = to, .told = x->told, .again = true, .of = x->done, .a = x->a};
	const char *differs;
	copy_sums sums;
	rc code = walk_all(&second, &sums, e);

	if (code == RC_OK && (differs = copy_differs(x->ret, &sums)) != NULL)
		code = err_set(e, RC_IO, MSG_COPY_DIFFERS, "table %s", differs);
	return code;
}

static rc write_all(db *to, void *ctx, err *e)
{
	copying *x = ctx;
	rc code = must_be_empty(to, e);

	x->done = 0; /* run again when it was busy */
	if (code == RC_OK)
		code = to->driver->loading(to, e);
	if (code == RC_OK)
		code = walk_all(x, x->ret, e);
	if (code == RC_OK)
		code = go_on_counting(to, e);
	if (code == RC_OK && x->last != NULL)
		code = x->last(to, x->ctx, e);
	if (code == RC_OK)
		code = to->driver->loaded(to, e);
	return code == RC_OK ? compare(x, to, e) : code;
}

static rc read_all(db *from, void *ctx, err *e)
{
	copying *x = ctx;

	(void)from;
	return db_write(x->to, write_all, x, e);
}

static rc alone(db *to, bool begins, err *e)
{
	return to->driver->alone != NULL ? to->driver->alone(to, begins, e) : RC_OK;
}

rc copy_register(db *from, db *to, db_work *last, void *ctx, const copy_told *told, arena *a,
                 copy_sums *ret, err *e)
{
	copying x = {
		.from = from, .to = to, .last = last, .ctx = ctx, .told = told, .a = a, .ret = ret};
	rc code = alone(to, true, e), ended;

	if (code == RC_OK)
		code = db_read(from, read_all, &x, e);
	ended = alone(to, false, code == RC_OK ? e : NULL);
	return code == RC_OK ? ended : code;
}
