/*
 * audit.c - Nhật ký: who did what to which thing when, newest first; of one account, up to a day.
 *
 * Only shows: the log is written by the use-cases of the register.
 */
#include "base/fold.h"
#include "model/civil.h"
#include "register/event_words.h"
#include "register/links/replies.h"
#include "views.h"
#include "web/pages/admin_tabs.h"
#include "web/pages/forms.h"
#include "web/pages/pages.h"

enum { LOG_LINES = 60, SHEET_LINES = 5000 };

/* Where a thing is shown. */
static const struct {
	slice noun;
	const char *at;
} pages[] = {
	{S("document"), "/van-ban/"},     {S("assignment"), "/nhiem-vu/"},
	{S("obligation"), "/phan-viec/"}, {S("meeting"), "/cuoc-hop/"},
	{S("petition"), "/kien-nghi/"},   {S("collection"), "/dot-tong-hop/"},
};

static slice page_of(visit *p, slice noun, slice pub)
{
	for (size_t i = 0; pub.n > 0 && i < ARRAY_LEN(pages); i++)
		if (slice_eq(pages[i].noun, noun))
			return page_link(p, "%s%.*s", pages[i].at, (int)pub.n, pub.p);
	return (slice){0};
}

static rc account_of(visit *p, slice login, int64_t *ret, err *e)
{
	sql_account_by_login_row row;
	bool found = false;
	rc code = RC_OK;

	*ret = DB_NULL;
	if (login.n > 0)
		code = sql_account_by_login(p->r->d, (sql_account_by_login_in){login}, p->a, &row,
		                            &found, e);
	if (code == RC_OK && login.n > 0)
		*ret = found ? row.id : 0;
	return code;
}

/* The number that was taken of a series, the day of a calendar; else the name it has. */
static slice name_of(visit *p, const sql_event_page_row *x)
{
	static const slice key = S("{\"number\":");
	slice number = {0};

	if (slice_eq(x->noun, S("calendar")) && x->noun_id > 0)
		return page_day(p, x->noun_id);
	if (slice_starts(x->detail, key))
		number = (slice){x->detail.p + key.n, x->detail.n - key.n - 1};
	return number.n > 0 ? page_link(p, "số %.*s, %.*s", (int)number.n, number.p, (int)x->said.n,
	                                x->said.p)
	                    : x->said;
}

/* Whose answer to an invitation it is, and which (links/replies.c). */
static rc reply_of(visit *p, slice detail, slice *ret, err *e)
{
	static const slice head = S("{\"agency\":"), mid = S(",\"answer\":\"");
	slice rest = {detail.p + head.n, detail.n - head.n}, agency;
	sql_agency_by_id_row of;
	bool found = false;
	rc code;

	if (!slice_starts(detail, head) || !slice_cut(&rest, ',', &agency) ||
	    rest.n + 1 < mid.n + 2)
		return RC_OK;
	rest = (slice){rest.p + mid.n - 1, rest.n - (mid.n - 1) - 2};
	code = sql_agency_by_id(p->r->d, (sql_agency_by_id_in){page_number(agency, 0, INT64_MAX)},
	                        p->a, &of, &found, e);
	if (code == RC_OK && found)
		*ret = page_link(p, "%.*s: %.*s", (int)of.name.n, of.name.p,
		                 (int)reply_wording(rest).n, reply_wording(rest).p);
	return code;
}

/* What there is to say beside the name: whose part of a duty it is, what was answered, changed. */
static rc more_of(visit *p, const sql_event_page_row *x, slice *ret, err *e)
{
	*ret = x->agency.n > 0 ? x->agency : forms_changed(p, x->noun, x->detail);
	return slice_eq(x->verb, S("reply")) && slice_eq(x->noun, S("meeting"))
	               ? reply_of(p, x->detail, ret, e)
	               : RC_OK;
}

static audit_row row_of(visit *p, const sql_event_page_row *x)
{
	return (audit_row){.seq = page_link(p, "%lld", (long long)x->seq),
	                   .when = page_time(p, x->at),
	                   .who = x->name.n > 0                            ? x->name
	                          : slice_eq(x->verb, S("sign-in-failed")) ? S("Chưa đăng nhập")
	                                                                   : S("Quản trị máy chủ"),
	                   .login = x->login,
	                   .what = event_sentence(p->a, x->verb, x->noun),
	                   .of = name_of(p, x),
	                   .href = page_of(p, x->noun, x->pub)};
}

/* What is asked for, as the statement takes it. */
static rc read_asked(visit *p, audit_view *v, sql_event_page_in *ret, err *e)
{
	int64_t before = page_number(http_query(p->q, S("truoc")), 0, INT64_C(999999999999));
	int32_t day;
	rc code;

	v->who = slice_trim(http_query(p->q, S("ai")));
	v->until = slice_trim(http_query(p->q, S("den")));
	*ret = (sql_event_page_in){.before = before > 0 ? before : INT64_MAX, .until = DB_NULL};
	code = account_of(p, v->who, &ret->account, e);
	if (code == RC_OK && v->until.n > 0)
		code = page_date(v->until, &day, e);
	if (code == RC_OK && v->until.n > 0)
		ret->until = clock_of_day((int64_t)day + 1) - 1;
	return code;
}

/* The same filter elsewhere; ends with '?' or '&'. */
static slice address(visit *p, const char *path, const audit_view *v)
{
	enum { ROOM = 1024 };
	strbuf b;

	strbuf_over(&b, arena_room(p->a, ROOM), ROOM);
	strbuf_put(&b, slice_c(path));
	strbuf_putc(&b, '?');
	view_pair(&b, S("ai"), v->who);
	view_pair(&b, S("den"), v->until);
	return strbuf_slice(&b);
}

rc page_audit(visit *p, err *e)
{
	audit_view v = {.frame = page_frame(p, S("Nhật ký"), S("/quan-tri"))};
	sql_event_page_in in = {0};
	sql_event_page_rows rows = {0};
	rc code = read_asked(p, &v, &in, e);
	slice here = address(p, "/quan-tri/nhat-ky", &v);

	in.most = LOG_LINES;
	if (code == RC_OK)
		code = sql_event_page(p->r->d, &p->r->who, in, p->a, &rows, e);
	if (code != RC_OK)
		return code;
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		*VEC_PUSH(p->a, &v.rows) = row_of(p, &rows.p[i]);
		code = more_of(p, &rows.p[i], &v.rows.p[i].more, e);
	}
	if (code != RC_OK)
		return code;
	if (rows.n == LOG_LINES)
		v.older = page_link(p, "%.*struoc=%lld", (int)here.n, here.p,
		                    (long long)rows.p[rows.n - 1].seq);
	v.sheet = address(p, "/quan-tri/nhat-ky/tai-excel", &v);
	v.narrowed = v.who.n > 0 || v.until.n > 0;
	admin_tabs(p, S("/quan-tri/nhat-ky"), &v.tabs);
	view_audit(&p->to->body, &v);
	return RC_OK;
}

static const serve_column columns[] = {
	{S("Số"), 8},    {S("Lúc"), 17}, {S("Ai"), 21},      {S("Tên đăng nhập"), 15},
	{S("Việc"), 26}, {S("Của"), 46}, {S("Chi tiết"), 32}};

static void put_line(visit *p, const sql_event_page_row *from, const audit_row *x, serve_table *t)
{
	const slice cells[] = {x->who, x->login, fold_capital(p->a, x->what), x->of, x->more};

	*VEC_PUSH(p->a, &t->cells) = (serve_cell){.n = from->seq, .number = true};
	*VEC_PUSH(p->a, &t->cells) = (serve_cell){
		.text = x->when, .n = page_minute(from->at), .minute = true};
	for (size_t k = 0; k < ARRAY_LEN(cells); k++)
		*VEC_PUSH(p->a, &t->cells) = (serve_cell){.text = cells[k]};
}

/* The newest of them. */
rc page_audit_sheet(visit *p, err *e)
{
	serve_table t = {.title = S("Nhật ký"), .columns = columns, .ncolumns = ARRAY_LEN(columns)};
	sql_event_page_in in = {0};
	sql_event_page_rows rows = {0};
	audit_view v = {0};
	rc code = read_asked(p, &v, &in, e);

	in.most = SHEET_LINES;
	if (code == RC_OK)
		code = sql_event_page(p->r->d, &p->r->who, in, p->a, &rows, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		audit_row x = row_of(p, &rows.p[i]);

		code = more_of(p, &rows.p[i], &x.more, e);
		put_line(p, &rows.p[i], &x, &t);
	}
	return code == RC_OK ? page_sheet(p, &t, "nhat-ky", e) : code;
}
