/*
 * admin_rules.c - Quản trị: days off, what an office counts by, whether all is well.
 */
#include "model/roles.h"
#include "register/duty/recount.h"
#include "register/hand/hand.h"
#include "views.h"
#include "web/pages/admin_tabs.h"
#include "web/pages/pages.h"
#include "web/pages/show_hand.h"

enum { SOON_MOST = 30, YEARS_BACK = 365, FRESH_SECONDS = 26 * 3600, DAY_SECONDS = 86400 };

void admin_tabs(visit *p, slice here, options *to)
{
	static const struct {
		slice href, words;
	} tabs[] = {{S("/quan-tri"), S("Tài khoản")},
	            {S("/quan-tri/vai-tro"), S("Vai trò")},
	            {S("/quan-tri/don-vi"), S("Đơn vị, nhóm")},
	            {S("/quan-tri/ngay-nghi"), S("Ngày nghỉ, ngày làm bù")},
	            {S("/quan-tri/thiet-lap"), S("Thiết lập")},
	            {S("/quan-tri/tinh-trang"), S("Tình trạng")},
	            {S("/quan-tri/nhat-ky"), S("Nhật ký")}};

	for (size_t i = 0; i < ARRAY_LEN(tabs); i++)
		*VEC_PUSH(p->a, to) = (option){tabs[i].href, tabs[i].words,
		                               slice_eq(tabs[i].href, here)};
}

/* --- roles, as roles.def has them --- */

static slice rights_of(visit *p, const office_role *r)
{
	slice all = {0}, one;

	for (unsigned i = 0; (one = right_wording(i)).n > 0; i++)
		if (r->rights >> i & 1)
			all = all.n == 0 ? one
			                 : page_link(p, "%.*s. %.*s", (int)all.n, all.p, (int)one.n,
			                             one.p);
	return all.n > 0 ? page_link(p, "%.*s.", (int)all.n, all.p) : all;
}

rc page_roles(visit *p, err *e)
{
	list_view v = {
		.frame = page_frame(p, S("Vai trò"), S("/quan-tri")),
		.heading = S("Quản trị hệ thống"),
		.about = S(
			"Vai trò của từng người đặt ở mục Tài khoản. Mọi lần đổi đều có nhật ký."),
		.ha = S("Vai trò"),
		.hb = S("Thấy"),
		.hc = S("Được làm")};
	const office_role *r;

	(void)e;
	admin_tabs(p, S("/quan-tri/vai-tro"), &v.tabs);
	for (unsigned i = 0; (r = role_at(i)) != NULL; i++)
		*VEC_PUSH(p->a, &v.rows) = (plain_row){.a = r->wording,
		                                       .b = r->sees_all ? S("Toàn tỉnh")
		                                                        : S("Việc của đơn vị mình"),
		                                       .c = rights_of(p, r)};
	view_list(&p->to->body, &v);
	return RC_OK;
}

/* --- days off --- */

rc page_days(visit *p, err *e)
{
	days_view v = {.frame = page_frame(p, S("Ngày nghỉ, ngày làm bù"), S("/quan-tri"))};
	int64_t today = p->r->minute / CMIN_DAY;
	sql_day_all_rows rows = {0};
	rc code = sql_day_all(p->r->d, p->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_day_all_row *d = &rows.p[i];

		if (d->day < today - YEARS_BACK)
			continue;
		*VEC_PUSH(p->a, &v.rows) = (day_row){
			.day = page_day(p, d->day),
			.iso = page_day(p, d->day),
			.weekday = slice_c(civil_weekday_name(civil_weekday((int32_t)d->day))),
			.kind = slice_eq(d->kind, S("off")) ? S("Nghỉ") : S("Làm bù"),
			.reason = d->reason,
			.source = d->source,
			.confirmed = d->confirmed,
			.past = d->day < today};
	}
	if (code != RC_OK)
		return code;
	admin_tabs(p, S("/quan-tri/ngay-nghi"), &v.tabs);
	view_days(&p->to->body, &v);
	return RC_OK;
}

static rc put_day(db *d, void *ctx, err *e)
{
	visit *p = ctx;
	slice what = http_form(p->q, S("what"));
	int64_t day = DB_NULL, moved;
	rc code = hand_parse_day(http_form(p->q, S("day")), &day, e);

	(void)d;
	if (code == RC_OK && day == DB_NULL)
		code = err_set(e, RC_INPUT, MSG_DAY_BAD, "no day");
	if (code != RC_OK)
		return code;
	if (slice_eq(what, S("drop")))
		return recount_drop_day(p->r, (int32_t)day, &moved, e);
	if (slice_eq(what, S("confirm")))
		return recount_confirm_day(p->r, (int32_t)day, &moved, e);
	return recount_day(p->r,
	                   &(recount_day_in){(int32_t)day,
	                                     slice_eq(http_form(p->q, S("kind")), S("work"))
	                                             ? S("work")
	                                             : S("off"),
	                                     slice_trim(http_form(p->q, S("reason"))),
	                                     slice_trim(http_form(p->q, S("source"))), true},
	                   &moved, e);
}

rc page_day_put(visit *p, err *e)
{
	rc code = db_write(p->r->d, put_day, p, e);

	if (code == RC_OK)
		page_done(p, S("/quan-tri/ngay-nghi"), "saved");
	return code;
}

/* --- settings --- */

rc page_settings(visit *p, err *e)
{
	settings_view v = {.frame = page_frame(p, S("Thiết lập"), S("/quan-tri")),
	                   .rolled = p->r->rolled,
	                   .soon = p->r->soon_days};

	(void)e;
	admin_tabs(p, S("/quan-tri/thiet-lap"), &v.tabs);
	view_settings(&p->to->body, &v);
	return RC_OK;
}

static rc put_settings(db *d, void *ctx, err *e)
{
	visit *p = ctx;
	bool rolled = slice_eq(http_form(p->q, S("rolled")), S("1"));
	int64_t soon = 0, moved;
	rc code = hand_number(http_form(p->q, S("soon")), 1, SOON_MOST, &soon, e);

	(void)d;
	if (code == RC_OK && rolled != p->r->rolled)
		code = recount_rolled(p->r, rolled, &moved, e);
	if (code == RC_OK && soon != p->r->soon_days)
		code = recount_soon(p->r, (int)soon, e);
	return code;
}

rc page_settings_put(visit *p, err *e)
{
	rc code = db_write(p->r->d, put_settings, p, e);

	if (code == RC_OK)
		page_done(p, S("/quan-tri/thiet-lap"), "saved");
	return code;
}

/* --- is all well --- */

static void fact(visit *p, health_view *v, slice name, slice value, slice mood)
{
	*VEC_PUSH(p->a, &v->rows) = (fact_row){name, value, mood};
}

static rc backup_fact(visit *p, health_view *v, err *e)
{
	sql_setting_get_row row = {0};
	int64_t at = 0;
	bool found = false;
	rc code = sql_setting_get(p->r->d, (sql_setting_get_in){S("backup-at")}, p->a, &row, &found,
	                          e);

	if (code != RC_OK)
		return code;
	if (!found || hand_number(row.value, 0, INT64_C(99999999999), &at, NULL) != RC_OK) {
		fact(p, v, S("Sao lưu gần nhất"),
		     S("Chưa sao lưu lần nào: chạy dondoc backup trên máy chủ"), S("late"));
		return RC_OK;
	}
	slice ago = page_count(p, (p->r->now - at) / 3600, " giờ trước");

	row.value = page_time(p, at);
	fact(p, v, S("Sao lưu gần nhất"),
	     page_link(p, "%.*s (%.*s)", (int)row.value.n, row.value.p, (int)ago.n, ago.p),
	     p->r->now - at > FRESH_SECONDS ? S("late") : S("done"));
	return RC_OK;
}

/* The tally is compared with every obligation by audit verify; here the sums alone. */
rc page_condition(visit *p, err *e)
{
	health_view v = {.frame = page_frame(p, S("Tình trạng hệ thống"), S("/quan-tri"))};
	sql_admin_counts_row n = {0};
	bool found;
	rc code = sql_admin_counts(p->r->d, &p->r->who, p->a, &n, &found, e);

	if (code == RC_OK)
		code = backup_fact(p, &v, e);
	if (code != RC_OK)
		return code;
	fact(p, &v, S("Cơ sở dữ liệu"), db_is_pgsql(p->r->d) ? S("PostgreSQL") : S("SQLite"),
	     S("none"));
	fact(p, &v, S("Phiên bản cấu trúc"), page_count(p, db_schema_newest(), ""), S("none"));
	fact(p, &v, S("Tài khoản đang dùng"), page_count(p, n.accounts, ""), S("none"));
	fact(p, &v, S("Đơn vị, nhóm"),
	     page_link(p, "%lld đơn vị, %lld nhóm", (long long)n.agencies, (long long)n.groups),
	     S("none"));
	fact(p, &v, S("Cá nhân"), page_count(p, n.persons, ""), S("none"));
	fact(p, &v, S("Văn bản đã nhập"), page_count(p, n.documents, ""), S("none"));
	fact(p, &v, S("Ngày nghỉ, ngày làm bù đã khai báo"), page_count(p, n.days, ""), S("none"));
	fact(p, &v, S("Dòng nhật ký"), page_count(p, n.events, ""), S("none"));
	admin_tabs(p, S("/quan-tri/tinh-trang"), &v.tabs);
	view_condition(&p->to->body, &v);
	return RC_OK;
}
