/*
 * series.c - numbers are given out inside the transaction that uses them, so that none is
 * lost when it fails and no two documents get one.
 */
#include "register/hand/series.h"

#include <assert.h>

enum { NUMBERS_PAGE = 1000 };

static rc find(reg *r, slice code, int32_t year, arena *a, sql_series_find_row *ret, err *e)
{
	sql_series_put_row made;
	bool found = false;
	rc done = sql_series_find(r->d, (sql_series_find_in){code, year}, a, ret, &found, e);

	if (done != RC_OK || found)
		return done;
	done = sql_series_put(r->d, (sql_series_put_in){code, year, 0}, a, &made, NULL, e);
	*ret = (sql_series_find_row){done == RC_OK ? made.id : 0, 0};
	return done;
}

static rc give(reg *r, slice code, int32_t year, const sql_series_find_row *s, int64_t n,
               int64_t document, slice note, err *e)
{
	rc done = sql_series_number_put(
		r->d, (sql_series_number_put_in){s->id, n, document, note, r->now, r->who.user},
		NULL, e);

	if (done == RC_OK && n > s->last)
		done = sql_series_set(r->d, (sql_series_set_in){s->id, code, year, n}, NULL, e);
	return done;
}

rc series_take(reg *r, slice code, int32_t year, int64_t document, slice note, int64_t *ret, err *e)
{
	sql_series_find_row s;
	arena a;
	rc done;

	assert(db_in_write(r->d));
	arena_init(&a, NULL, 0);
	done = find(r, code, year, &a, &s, e);
	if (done == RC_OK)
		done = give(r, code, year, &s, s.last + 1, document, note, e);
	arena_done(&a);
	if (done == RC_OK)
		*ret = s.last + 1;
	return done;
}

rc series_claim(reg *r, slice code, int32_t year, int64_t n, int64_t document, err *e)
{
	sql_series_number_get_row has;
	sql_series_find_row s;
	bool found = false;
	arena a;
	rc done;

	assert(db_in_write(r->d));
	arena_init(&a, NULL, 0);
	done = find(r, code, year, &a, &s, e);
	if (done == RC_OK)
		done = sql_series_number_get(r->d, (sql_series_number_get_in){s.id, n}, &a, &has,
		                             &found, e);
	if (done == RC_OK && found && has.document != document)
		done = err_set(e, RC_INPUT, MSG_NUMBER_TAKEN, "number %lld", (long long)n);
	if (done == RC_OK && !found)
		done = give(r, code, year, &s, n, document, (slice){0}, e);
	arena_done(&a);
	return done;
}

rc series_gaps_of(reg *r, int64_t series, uint32_t most, arena *a, series_gaps *ret, err *e)
{
	int64_t below = INT64_MAX;
	bool more = true;
	rc done = RC_OK;

	*ret = (series_gaps){0};
	while (done == RC_OK && more && ret->n < most) {
		sql_series_numbers_rows rows = {0};

		done = sql_series_numbers(r->d, &r->who,
		                          (sql_series_numbers_in){series, below, NUMBERS_PAGE}, a,
		                          &rows, e);
		for (uint32_t i = 0; done == RC_OK && i < rows.n && ret->n < most; i++) {
			if (below != INT64_MAX && rows.p[i].n < below - 1)
				*VEC_PUSH(a, ret) = (series_gap){rows.p[i].n + 1, below - 1};
			below = rows.p[i].n;
		}
		more = rows.n == NUMBERS_PAGE;
	}
	return done;
}
