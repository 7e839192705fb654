/*
 * audit.c - Nhật ký: who did what to which thing when, newest first, of one account if asked.
 *
 * Only shows: the log is written by the use-cases of the register.
 */
#include "views.h"
#include "web/pages/admin_tabs.h"
#include "web/pages/pages.h"

enum { LOG_LINES = 60 };

static const struct {
	slice word, wording;
} words[] = {
	{S("reply petition"), S("trả lời kiến nghị")},
	{S("sheet-import"), S("nhập từ Excel,")},
	{S("sheet-undo"), S("hoàn tác lần nhập từ Excel,")},
	{S("sheet_import"), S("bảng tính")},
	{S("hold"), S("gửi để xem trước")},
	{S("sheet_held"), S("bảng tính")},
	{S("sheet"), S("nhập từ Excel")},
	{S("second-seal"), S("mã hóa bí mật xác thực hai bước của")},
	{S("sign-in"), S("đăng nhập")},
	{S("sign-in-failed"), S("nhập sai mật khẩu")},
	{S("sign-out"), S("đăng xuất")},
	{S("sign-out-all"), S("đăng xuất khỏi mọi thiết bị")},
	{S("password"), S("đổi mật khẩu")},
	{S("reset"), S("đặt lại mật khẩu của")},
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
	{S("ask-transfer"), S("đề nghị chuyển đơn vị khác")},
	{S("transfer"), S("chuyển đơn vị khác")},
	{S("assign"), S("giao cơ quan trả lời")},
	{S("revoke"), S("thu hồi")},
	{S("sheet"), S("nhập từ Excel")},
	{S("set-fields"), S("ghi lĩnh vực, lãnh đạo giao của")},
	{S("set-handler"), S("phân người xử lý")},
	{S("sign-in-half"), S("nhập đúng mật khẩu, chờ mã của")},
	{S("token"), S("mã truy cập")},
	{S("bodies"), S("danh mục cơ quan, đơn vị")},
	{S("calendar"), S("lịch nghỉ, làm bù")},
	{S("register"), S("sổ theo dõi")},
};

/* A word of the log that has none here is not shown in English. */
static slice wording_of(slice word, slice other)
{
	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (slice_eq(words[i].word, word))
			return words[i].wording;
	return other;
}

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
	slice verb = wording_of(x->verb, S("cập nhật")), noun = wording_of(x->noun, S("mục khác"));
	slice both = page_link(p, "%.*s %.*s", (int)x->verb.n, x->verb.p, (int)x->noun.n,
	                       x->noun.p);

	return (audit_row){.seq = x->seq,
	                   .when = page_time(p, x->at),
	                   .who = x->name.n > 0 ? x->name : S("Quản trị máy chủ"),
	                   .login = x->login,
	                   .what = wording_of(both, page_link(p, "%.*s %.*s", (int)verb.n, verb.p,
	                                                      (int)noun.n, noun.p)),
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
