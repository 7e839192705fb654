/*
 * tables.c - a page of duties. SQLite puts what has no limit first and PostgreSQL last; a
 * person wants it last, so it is a list of its own that follows the other.
 */
#include "register/tables.h"

static const struct {
	slice word, wording;
} views[] = {
#define DUTY_VIEW(NAME, word, wording) {S(word), S(wording)},
#include "register/duty_views.def"
#undef DUTY_VIEW
};

slice duty_view_word(enum duty_view v)
{
	return views[v].word;
}

slice duty_view_wording(enum duty_view v)
{
	return views[v].wording;
}

enum duty_view duty_view_of(slice word)
{
	unsigned i = 0;

	while (i < ARRAY_LEN(views) && !slice_eq(views[i].word, word))
		i++;
	return i;
}

int64_t tables_week_end(const reg *r)
{
	int32_t today = (int32_t)(r->minute / CMIN_DAY);

	return ((int64_t)today + 7 - civil_weekday(today)) * CMIN_DAY - 1;
}

static sql_duty_table_in in_of(const reg *r, const duty_ask *ask)
{
	sql_duty_table_in in = {.agency = ask->agency,
	                        .nobody = ask->nobody ? 1 : DB_NULL,
	                        .dated = DB_NULL,
	                        .undated = DB_NULL,
	                        .open = 1,
	                        .since = DB_NULL,
	                        .until = DB_NULL,
	                        .asked = DB_NULL,
	                        .document = ask->document.n > 0 ? ask->document : (slice){0},
	                        .class = ask->class.n > 0 ? ask->class : (slice){0}};

	switch (ask->view) {
	case DUTY_OVERDUE:
		in.until = r->minute - 1;
		break;
	case DUTY_WEEK:
		in.since = r->minute;
		in.until = tables_week_end(r);
		break;
	case DUTY_IN_TIME:
		in.since = r->minute;
		break;
	case DUTY_REPORTED:
		in.work = S("reported_done");
		break;
	case DUTY_ASKED:
		in.asked = 1;
		break;
	case DUTY_DONE:
		in.open = 0;
		in.work = S("confirmed");
		break;
	case DUTY_ALL:
		in.open = DB_NULL;
		break;
	default:
		break;
	}
	return in;
}

static rc count(reg *r, const sql_duty_table_in *x, int64_t *ret, err *e)
{
	sql_duty_table_count_row row;
	bool found;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = sql_duty_table_count(r->d, &r->who,
	                            (sql_duty_table_count_in){.agency = x->agency,
	                                                      .nobody = x->nobody,
	                                                      .dated = x->dated,
	                                                      .undated = x->undated,
	                                                      .open = x->open,
	                                                      .work = x->work,
	                                                      .since = x->since,
	                                                      .until = x->until,
	                                                      .asked = x->asked,
	                                                      .document = x->document,
	                                                      .class = x->class,
	                                                      .most = TABLES_COUNTED},
	                            &a, &row, &found, e);
	*ret = code == RC_OK ? row.n : 0;
	arena_done(&a);
	return code;
}

/* Does a limit of time already say that there is a date? */
static bool is_bounded(const sql_duty_table_in *x)
{
	return x->since != DB_NULL || x->until != DB_NULL;
}

static rc count_parts(reg *r, const duty_ask *ask, int64_t *ret_dated, int64_t *ret_undated, err *e)
{
	sql_duty_table_in x = in_of(r, ask);
	rc code = RC_OK;

	*ret_dated = *ret_undated = 0;
	if (ask->view != DUTY_UNDATED) {
		x.dated = is_bounded(&x) ? DB_NULL : 1;
		code = count(r, &x, ret_dated, e);
	}
	if (code != RC_OK || is_bounded(&x))
		return code;
	x.dated = DB_NULL;
	x.undated = 1;
	return count(r, &x, ret_undated, e);
}

rc tables_count(reg *r, const duty_ask *ask, int64_t *ret, err *e)
{
	int64_t dated, undated;
	rc code = count_parts(r, ask, &dated, &undated, e);

	*ret = dated + undated;
	return code;
}

static rc add_rows(reg *r, sql_duty_table_in *x, arena *a, sql_duty_table_rows *to, err *e)
{
	sql_duty_table_rows rows = {0};
	rc code = sql_duty_table(r->d, &r->who, *x, a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		*VEC_PUSH(a, to) = rows.p[i];
	return code;
}

rc tables_duties(reg *r, const duty_ask *ask, arena *a, duty_page *ret, err *e)
{
	sql_duty_table_in x = in_of(r, ask);
	int64_t dated, undated, wanted = ask->most + 1;
	rc code = count_parts(r, ask, &dated, &undated, e);

	*ret = (duty_page){.total = dated + undated};
	if (code == RC_OK && ask->skip < dated) {
		x.dated = is_bounded(&x) ? DB_NULL : 1;
		x.skip = ask->skip;
		x.most = wanted;
		code = add_rows(r, &x, a, &ret->rows, e);
	}
	if (code == RC_OK && undated > 0 && ret->rows.n < wanted) {
		x.dated = DB_NULL;
		x.undated = 1;
		x.skip = ask->skip > dated ? ask->skip - dated : 0;
		x.most = wanted - ret->rows.n;
		code = add_rows(r, &x, a, &ret->rows, e);
	}
	ret->more = ret->rows.n == wanted;
	if (ret->more)
		ret->rows.n--;
	return code;
}
