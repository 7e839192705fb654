/*
 * audit.c - Nhật ký: who did what to which thing when, newest first, of one account if asked.
 *
 * Only shows: the log is written by the use-cases of the register.
 */
#include "register/event_words.h"
#include "views.h"
#include "web/pages/admin_tabs.h"
#include "web/pages/pages.h"

enum { LOG_LINES = 60 };

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

static audit_row row_of(visit *p, const sql_event_page_row *x)
{
	return (audit_row){.seq = x->seq,
	                   .when = page_time(p, x->at),
	                   .who = x->name.n > 0                            ? x->name
	                          : slice_eq(x->verb, S("sign-in-failed")) ? S("Chưa đăng nhập")
	                                                                   : S("Quản trị máy chủ"),
	                   .login = x->login,
	                   .what = event_sentence(p->a, x->verb, x->noun),
	                   .of = x->said,
	                   .href = page_of(p, x->noun, x->pub)};
}

rc page_audit(visit *p, err *e)
{
	int64_t before = page_number(http_query(p->q, S("truoc")), 0, INT64_C(999999999999));
	audit_view v = {.frame = page_frame(p, S("Nhật ký"), S("/quan-tri")),
	                .who = slice_trim(http_query(p->q, S("ai")))};
	sql_event_page_in in = {.before = before > 0 ? before : INT64_MAX, .most = LOG_LINES};
	sql_event_page_rows rows = {0};
	rc code = account_of(p, v.who, &in.account, e);

	if (code == RC_OK)
		code = sql_event_page(p->r->d, &p->r->who, in, p->a, &rows, e);
	if (code != RC_OK)
		return code;
	for (uint32_t i = 0; i < rows.n; i++)
		*VEC_PUSH(p->a, &v.rows) = row_of(p, &rows.p[i]);
	if (rows.n == LOG_LINES)
		v.after = rows.p[rows.n - 1].seq;
	admin_tabs(p, S("/quan-tri/nhat-ky"), &v.tabs);
	view_audit(&p->to->body, &v);
	return RC_OK;
}
