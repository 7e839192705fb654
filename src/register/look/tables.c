/*
 * tables.c - a page of duties. SQLite puts what has no limit first and PostgreSQL last; a
 * person wants it last, so it is a list of its own that follows the other.
 */
#include "register/look/tables_priv.h"

#include "register/duty/tally.h"

static const struct {
	slice word, wording;
} views[] = {
#define DUTY_VIEW(NAME, word, wording) {S(word), S(wording)},
#include "register/look/duty_views.def"
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

static const struct {
	slice word, wording;
} orders[] = {
#define DUTY_ORDER(NAME, word, wording) {S(word), S(wording)},
#include "register/look/duty_views.def"
#undef DUTY_ORDER
};

slice duty_order_word(enum duty_order o)
{
	return orders[o].word;
}

slice duty_order_wording(enum duty_order o)
{
	return orders[o].wording;
}

enum duty_order duty_order_of(slice word)
{
	unsigned i = 0;

	while (i < ARRAY_LEN(orders) && !slice_eq(orders[i].word, word))
		i++;
	return i < ARRAY_LEN(orders) ? i : DUTY_BY_LIMIT;
}

int64_t tables_week_end(const reg *r)
{
	int32_t today = (int32_t)(r->minute / CMIN_DAY);

	return ((int64_t)today + 7 - civil_weekday(today)) * CMIN_DAY - 1;
}

/* The clock of what is suspended stands still: it is in no list of what is due. */
static const bool runs[DUTY_VIEWS] = {
	[DUTY_OVERDUE] = true, [DUTY_WEEK] = true, [DUTY_IN_TIME] = true, [DUTY_UNDATED] = true};

/* Of one body its own rows are looked through, all in common states; of the others there are few
 * anywhere, and their index has them at once. */
static void prefer_body(sql_duty_table_in *in, enum duty_view view)
{
	if (in->agency == DB_NULL && in->nobody == DB_NULL)
		return;
	in->done_of = in->done;
	in->done = DB_NULL;
	if (view == DUTY_NEW || view == DUTY_DONE) {
		in->work_of = in->work;
		in->work = (slice){0};
	}
}

static sql_duty_table_in in_of(const reg *r, const duty_ask *ask)
{
	sql_duty_table_in in = {DUTY_UNNARROWED, .open = 1};

	in.agency = ask->agency;
	in.nobody = ask->nobody ? 1 : DB_NULL;
	in.active = runs[ask->view] ? 1 : DB_NULL;
	in.document = ask->document.n > 0 ? ask->document : (slice){0};
	in.class = ask->class.n > 0 ? ask->class : (slice){0};
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
	case DUTY_NEW:
		in.work = S("not_started");
		break;
	case DUTY_REPORTED:
		in.work = S("reported_done");
		break;
	case DUTY_RETURNED:
		in.work = S("returned");
		break;
	case DUTY_ASKED:
		in.asked = 1;
		break;
	case DUTY_DONE:
		in.open = 0;
		in.work = S("confirmed");
		break;
	case DUTY_DONE_IN_TIME:
	case DUTY_DONE_LATE:
		in.open = 0;
		in.done = ask->view == DUTY_DONE_IN_TIME;
		break;
	case DUTY_ALL:
		in.open = DB_NULL;
		break;
	default:
		break;
	}
	prefer_body(&in, ask->view);
	if (ask->since != 0 && (in.since == DB_NULL || in.since < ask->since))
		in.since = ask->since;
	if (ask->until != 0 && (in.until == DB_NULL || in.until > ask->until))
		in.until = ask->until;
	return in;
}

static rc count(reg *r, const sql_duty_table_in *x, int64_t *ret, err *e)
{
	sql_duty_table_count_row row;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = sql_duty_table_count(
		r->d, &r->who, (sql_duty_table_count_in){DUTY_NARROWED(x), .most = TABLES_COUNTED},
		&a, &row, NULL, e);
	*ret = code == RC_OK ? row.n : 0;
	arena_done(&a);
	return code;
}

/* Does the tally know how many these are? It has the buckets of a body and of the province; a
 * viewer of one body may also see duties that it watches, and asks for those without a body. */
static bool is_counted(const reg *r, const duty_ask *ask)
{
	static const enum duty_view kept[] = {DUTY_OPEN, DUTY_OVERDUE, DUTY_WEEK, DUTY_IN_TIME,
	                                      DUTY_UNDATED};
	bool plain = !ask->nobody && ask->document.n == 0 && ask->class.n == 0 && ask->since == 0 &&
	             ask->until == 0 &&
	             (r->who.all || (ask->agency > 0 && ask->agency == r->who.agency));

	for (size_t i = 0; plain && i < ARRAY_LEN(kept); i++)
		if (ask->view == kept[i])
			return true;
	return false;
}

/* By the tally, which leaves out what is suspended: where a list has that too, it is counted
 * by its index. */
static rc count_kept(reg *r, const sql_duty_table_in *x, int64_t *ret, err *e)
{
	bool bounded = x->since != DB_NULL || x->until != DB_NULL;
	sql_tally_sum_in in = {.agency = x->agency == DB_NULL ? TALLY_PROVINCE : x->agency,
	                       .bucket = x->undated != DB_NULL ? S("undated")
	                                 : bounded             ? S("open")
	                                                       : S("open_all"),
	                       .since = x->since,
	                       .until = x->until};
	sql_duty_table_in suspended = *x;
	sql_tally_sum_row row = {0};
	arena a;
	rc code = RC_OK;

	suspended.work = S("suspended");
	*ret = 0;
	if (x->active == DB_NULL)
		code = count(r, &suspended, ret, e);
	arena_init(&a, NULL, 0);
	if (code == RC_OK)
		code = sql_tally_sum(r->d, &r->who, in, &a, &row, NULL, e);
	*ret += code == RC_OK ? row.n : 0;
	arena_done(&a);
	return code;
}

static void add_part(duty_parts *p, sql_duty_table_in x, int64_t open, bool dated)
{
	bool bounded = x.since != DB_NULL || x.until != DB_NULL;

	if (bounded && !dated)
		return;
	x.open = open;
	x.dated = dated && !bounded ? 1 : DB_NULL;
	x.undated = dated ? DB_NULL : 1;
	p->in[p->used++] = x;
}

duty_parts tables_parts(const reg *r, const duty_ask *ask)
{
	sql_duty_table_in x = in_of(r, ask);
	duty_parts p = {0};

	for (int64_t open = 1; open >= 0; open--) {
		if (ask->view != DUTY_ALL && open != x.open)
			continue;
		if (ask->view != DUTY_UNDATED)
			add_part(&p, x, open, true);
		add_part(&p, x, open, false);
	}
	return p;
}

static rc count_parts(reg *r, const duty_ask *ask, duty_parts *p, int64_t *ret_all, err *e)
{
	bool kept = is_counted(r, ask);
	rc code = RC_OK;

	*ret_all = 0;
	for (unsigned i = 0; code == RC_OK && i < p->used; i++) {
		code = kept ? count_kept(r, &p->in[i], &p->n[i], e)
		            : count(r, &p->in[i], &p->n[i], e);
		*ret_all += p->n[i];
	}
	return code;
}

rc tables_count(reg *r, const duty_ask *ask, int64_t *ret, err *e)
{
	duty_parts p = tables_parts(r, ask);
	duty_ask none = *ask;
	duty_page found = {0};
	arena a;
	rc code;

	if (tables_looks(ask)) {
		none.skip = none.most = 0;
		arena_init(&a, NULL, 0);
		code = tables_looked(r, &none, &a, &found, e);
		*ret = found.total;
		arena_done(&a);
		return code;
	}
	return count_parts(r, ask, &p, ret, e);
}

static rc add_rows(reg *r, const sql_duty_table_in *x, arena *a, sql_duty_table_rows *to, err *e)
{
	sql_duty_table_rows rows = {0};
	rc code = sql_duty_table(r->d, &r->who, *x, a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		*VEC_PUSH(a, to) = rows.p[i];
	return code;
}

rc tables_row(reg *r, int64_t id, int64_t open, arena *a, sql_duty_table_rows *to, err *e)
{
	sql_duty_table_in in = {DUTY_UNNARROWED, .open = open, .most = 1};

	in.only = id;
	return add_rows(r, &in, a, to, e);
}

rc tables_duties(reg *r, const duty_ask *ask, arena *a, duty_page *ret, err *e)
{
	duty_parts p = tables_parts(r, ask);
	int64_t skip = ask->skip, wanted = ask->most + 1;
	bool kept = is_counted(r, ask);
	bool counted = !ask->uncounted || skip > 0;
	rc code = RC_OK;

	if (tables_looks(ask))
		return tables_looked(r, ask, a, ret, e);
	*ret = (duty_page){0};
	if (counted)
		code = count_parts(r, ask, &p, &ret->total, e);
	for (unsigned i = 0; code == RC_OK && i < p.used && ret->rows.n < wanted; i++) {
		if (counted && skip >= p.n[i] && (kept || p.n[i] < TABLES_COUNTED)) {
			skip -= p.n[i];
			continue;
		}
		p.in[i].skip = skip;
		p.in[i].most = wanted - ret->rows.n;
		skip = 0;
		code = add_rows(r, &p.in[i], a, &ret->rows, e);
	}
	ret->more = ret->rows.n == wanted;
	if (ret->more)
		ret->rows.n--;
	return code;
}
