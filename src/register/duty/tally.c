/*
 * tally.c - which bucket an obligation is in, and the counts.
 */
#include "register/duty/tally.h"

typedef struct place {
	slice bucket; /* empty: counted nowhere */
	int64_t due;
} place;

/* Suspended and stopped duties are in no bucket. */
static place place_of(const tally_of *x)
{
	static const slice nowhere[] = {S(""), S("suspended"), S("stopped")};

	for (size_t i = 0; i < ARRAY_LEN(nowhere); i++)
		if (slice_eq(x->work, nowhere[i]))
			return (place){{0}, 0};
	if (slice_eq(x->work, S("confirmed")))
		return (place){x->in_time ? S("done_in_time") : S("done_late"), 0};
	if (x->due == DB_NULL)
		return (place){S("undated"), 0};
	return (place){S("open"), x->due};
}

static rc add_one(reg *r, int64_t row, place at, int64_t n, err *e)
{
	rc code = sql_tally_add(r->d, (sql_tally_add_in){row, at.bucket, at.due, n}, NULL, e);

	return code == RC_OK && n < 0
	               ? sql_tally_drop(r->d, (sql_tally_drop_in){row, at.bucket, at.due}, NULL, e)
	               : code;
}

static rc add(reg *r, int64_t agency, place at, int64_t n, err *e)
{
	const int64_t rows[] = {agency == DB_NULL ? TALLY_NOBODY : agency, TALLY_PROVINCE};
	rc code = RC_OK;

	for (size_t i = 0; code == RC_OK && at.bucket.n > 0 && i < ARRAY_LEN(rows); i++) {
		code = add_one(r, rows[i], at, n, e);
		if (code == RC_OK && slice_eq(at.bucket, S("open")))
			code = add_one(r, rows[i], (place){S("open_all"), 0}, n, e);
	}
	return code;
}

rc tally_move(reg *r, tally_of from, tally_of to, err *e)
{
	place a = place_of(&from), b = place_of(&to);
	rc code;

	if (from.agency == to.agency && a.due == b.due && slice_eq(a.bucket, b.bucket))
		return RC_OK;
	code = add(r, from.agency, a, -1, e);
	return code == RC_OK ? add(r, to.agency, b, 1, e) : code;
}

rc tally_get(reg *r, int64_t agency, sql_tally_buckets_row *ret, err *e)
{
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	*ret = (sql_tally_buckets_row){0};
	code = sql_tally_buckets(r->d, &r->who, (sql_tally_buckets_in){agency, r->minute}, &a, ret,
	                         NULL, e);
	arena_done(&a);
	return code;
}
