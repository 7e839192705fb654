/*
 * admin.c - Quản trị hệ thống: accounts and their roles, the log.
 */
#include "model/roles.h"
#include "views.h"
#include "web/pages/admin_tabs.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"

enum { LOG_LINES = 100, PERSONS_MOST = 1000 };

static void fill_roles(visit *p, slice chosen, options *to)
{
	const office_role *r;

	for (unsigned i = 0; (r = role_at(i)) != NULL; i++)
		*VEC_PUSH(p->a, to) = (option){r->word, r->wording, slice_eq(r->word, chosen)};
}

/* Persons of bodies who could have an account. */
static rc count_waiting(visit *p, int64_t *ret, err *e)
{
	sql_person_unaccounted_rows rows = {0};
	rc code = sql_person_unaccounted(
		p->r->d, &p->r->who,
		(sql_person_unaccounted_in){p->r->minute / CMIN_DAY, PERSONS_MOST}, p->a, &rows, e);

	*ret = 0;
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		*ret += !slice_eq(rows.p[i].code, S("VPUBND")) &&
		        !slice_eq(rows.p[i].class, S("external"));
	return code;
}

rc page_admin(visit *p, err *e)
{
	admin_view v = {.frame = page_frame(p, S("Quản trị hệ thống"), S("/quan-tri"))};
	sql_account_all_rows rows = {0};
	sql_agency_bodies_rows bodies = {0};
	rc code = sql_account_all(p->r->d, &p->r->who, p->a, &rows, e);

	if (code == RC_OK)
		code = sql_agency_bodies(p->r->d, p->a, &bodies, e);
	if (code != RC_OK)
		return code;
	for (uint32_t i = 0; i < rows.n; i++) {
		const sql_account_all_row *c = &rows.p[i];
		const office_role *r = role_of(c->role);

		*VEC_PUSH(p->a, &v.rows) = (account_row){.pub = c->pub,
		                                         .login = c->login,
		                                         .name = c->name,
		                                         .role = r != NULL ? r->wording : c->role,
		                                         .agency = c->agency_name,
		                                         .seen = page_time(p, c->signed_in_at),
		                                         .sessions = c->sessions,
		                                         .code = c->agency,
		                                         .active = c->active};
		fill_roles(p, c->role, &v.rows.p[v.rows.n - 1].roles);
	}
	for (uint32_t i = 0; i < bodies.n; i++)
		*VEC_PUSH(p->a, &v.bodies) = (option){bodies.p[i].code, bodies.p[i].name, false};
	fill_roles(p, S("commune_officer"), &v.roles);
	admin_tabs(p, S("/quan-tri"), &v.tabs);
	code = count_waiting(p, &v.waiting, e);
	if (code != RC_OK)
		return code;
	v.n = v.rows.n;
	view_admin(&p->to->body, &v);
	return RC_OK;
}

rc page_account_add(visit *p, err *e)
{
	person_new in = {.login = slice_trim(http_form(p->q, S("login"))),
	                 .name = slice_trim(http_form(p->q, S("name"))),
	                 .role = http_form(p->q, S("role")),
	                 .password = http_form(p->q, S("password")),
	                 .agency = DB_NULL,
	                 .fresh = true};
	slice of = slice_trim(http_form(p->q, S("agency"))), name;
	rc code = page_agency_of(p, of, &in.agency, &name, e);

	if (code == RC_OK && of.n > 0 && in.agency == DB_NULL)
		code = err_set(e, RC_INPUT, MSG_AGENCY_UNKNOWN, "agency");
	if (code == RC_OK)
		code = people_add(p->r, &in, e);
	if (code == RC_OK)
		page_done(p, S("/quan-tri"), "saved");
	return code;
}

/* Its role, its body, whether it is active; its sessions end. */
rc page_account_set(visit *p, err *e)
{
	sql_account_by_pub_row row;
	slice role = http_form(p->q, S("role")), of = http_form(p->q, S("agency"));
	slice active = http_form(p->q, S("active")), name;
	bool found = false;
	person_set in;
	rc code = sql_account_by_pub(p->r->d, (sql_account_by_pub_in){p->args[0]}, p->a, &row,
	                             &found, e);

	if (code == RC_OK && !found)
		code = err_set(e, RC_INPUT, MSG_NO_SUCH, "account");
	if (code != RC_OK)
		return code;
	in = (person_set){p->args[0], role.n > 0 ? role : row.role, row.agency,
	                  active.n > 0 ? slice_eq(active, S("1")) : row.active};
	if (of.p != NULL)
		code = page_agency_of(p, slice_trim(of), &in.agency, &name, e);
	if (code == RC_OK && slice_trim(of).n > 0 && in.agency == DB_NULL)
		code = err_set(e, RC_INPUT, MSG_AGENCY_UNKNOWN, "agency");
	if (code == RC_OK && row.id == p->r->who.user)
		code = err_set(e, RC_INPUT, MSG_OWN_ACCOUNT, "its own");
	if (code == RC_OK)
		code = people_set(p->r, &in, e);
	if (code == RC_OK)
		page_done(p, S("/quan-tri"), "saved");
	return code;
}

static const struct {
	slice word, wording;
} words[] = {
	{S("sign-in"), S("đăng nhập")},
	{S("sign-in-failed"), S("nhập sai mật khẩu")},
	{S("sign-out"), S("đăng xuất")},
	{S("sign-out-all"), S("đăng xuất khỏi mọi thiết bị")},
	{S("password"), S("đổi mật khẩu")},
	{S("reset"), S("đặt lại mật khẩu của")},
	{S("sheet-import"), S("nhập từ Excel,")},
	{S("sheet-undo"), S("hoàn tác lần nhập từ Excel,")},
	{S("sheet_import"), S("bảng tính")},
	{S("sheet"), S("nhập từ Excel")},
	{S("second-seal"), S("mã hóa bí mật xác thực hai bước của")},
	{S("reset-both"), S("đặt lại mật khẩu và tắt xác thực hai bước của")},
	{S("follow"), S("ghi người theo dõi của")},
	{S("check"), S("kiểm tra")},
	{S("enter"), S("nhập")},
	{S("accept"), S("chấp nhận")},
	{S("drop"), S("bỏ")},
	{S("change"), S("sửa")},
	{S("split"), S("tách")},
	{S("merge"), S("gộp")},
	{S("add"), S("thêm")},
	{S("set"), S("sửa")},
	{S("reply"), S("trả lời giấy mời")},
	{S("receive"), S("tiếp nhận")},
	{S("start"), S("bắt đầu thực hiện")},
	{S("report-done"), S("báo cáo hoàn thành")},
	{S("confirm"), S("xác nhận hoàn thành")},
	{S("return"), S("yêu cầu bổ sung")},
	{S("suspend"), S("tạm dừng")},
	{S("resume"), S("tiếp tục")},
	{S("stop"), S("dừng theo dõi")},
	{S("ask-extend"), S("đề nghị gia hạn")},
	{S("extend"), S("đồng ý gia hạn")},
	{S("refuse"), S("không đồng ý")},
	{S("comment"), S("ghi ý kiến")},
	{S("undo"), S("hoàn tác")},
	{S("document"), S("văn bản")},
	{S("assignment"), S("nhiệm vụ")},
	{S("obligation"), S("phần việc")},
	{S("meeting"), S("cuộc họp")},
	{S("petition"), S("kiến nghị")},
	{S("account"), S("tài khoản")},
	{S("agency"), S("đơn vị")},
	{S("calendar_day"), S("ngày nghỉ, ngày làm bù")},
	{S("link"), S("liên kết")},
	{S("setting"), S("thiết lập")},
	{S("collection"), S("đợt tổng hợp")},
	{S("person"), S("cá nhân")},
	{S("body_group"), S("nhóm cơ quan")},
	{S("series"), S("sổ số")},
	{S("programme"), S("chương trình công tác")},
	{S("periodic"), S("báo cáo định kỳ")},
	{S("next"), S("đến kỳ")},
	{S("replace"), S("thay thế")},
	{S("take-number"), S("lấy số của")},
	{S("close"), S("kết thúc")},
	{S("open"), S("mở lại")},
	{S("name"), S("nêu cơ quan chủ trì của")},
	{S("set-rolled"), S("đặt cách tính hạn,")},
	{S("set-soon-days"), S("đặt số ngày sắp đến hạn,")},
	{S("backup"), S("sao lưu,")},
};

static slice wording_of(slice word)
{
	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (slice_eq(words[i].word, word))
			return words[i].wording;
	return word;
}

rc page_audit(visit *p, err *e)
{
	int64_t before = page_number(http_query(p->q, S("truoc")), 0, INT64_C(999999999999));
	audit_view v = {.frame = page_frame(p, S("Nhật ký"), S("/quan-tri"))};
	sql_event_page_rows rows = {0};
	rc code = sql_event_page(p->r->d, &p->r->who,
	                         (sql_event_page_in){before > 0 ? before : INT64_MAX, LOG_LINES},
	                         p->a, &rows, e);

	if (code != RC_OK)
		return code;
	for (uint32_t i = 0; i < rows.n; i++) {
		const sql_event_page_row *x = &rows.p[i];
		slice verb = wording_of(x->verb), noun = wording_of(x->noun);

		*VEC_PUSH(p->a, &v.rows) = (audit_row){
			x->seq, page_time(p, x->at),
			x->name.n > 0 ? x->name : S("Quản trị máy chủ"),
			page_link(p, "%.*s %.*s", (int)verb.n, verb.p, (int)noun.n, noun.p)};
	}
	if (rows.n == LOG_LINES)
		v.after = page_link(p, "/quan-tri/nhat-ky?truoc=%lld",
		                    (long long)rows.p[rows.n - 1].seq);
	admin_tabs(p, S("/quan-tri/nhat-ky"), &v.tabs);
	view_audit(&p->to->body, &v);
	return RC_OK;
}
