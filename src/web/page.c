/*
 * page.c - the frame of pages, their words for dates, and what they say when they cannot.
 */
#include "web/page.h"

#include "assets.h"
#include "base/hash.h"
#include "model/civil.h"
#include "model/roles.h"
#include "model/vi_format.h"
#include "register/people/bodies.h"
#include "views.h"
#include "web/api/api.h"

enum { DATE_ROOM = 96, CSRF_LETTERS = 32 };

static const struct {
	slice href, icon, words;
	unsigned right;
} menu[] = {
	{S("/"), S("desk"), S("Bàn làm việc"), RIGHT_READ},
	{S("/van-ban"), S("document"), S("Văn bản"), RIGHT_READ},
	{S("/nhiem-vu"), S("duty"), S("Nhiệm vụ"), RIGHT_READ},
	{S("/lich"), S("calendar"), S("Lịch công tác"), RIGHT_READ},
	{S("/cuoc-hop"), S("meeting"), S("Cuộc họp"), RIGHT_READ},
	{S("/kien-nghi"), S("petition"), S("Kiến nghị của xã, phường"), RIGHT_READ},
	{S("/dot-tong-hop"), S("collect"), S("Đợt tổng hợp"), RIGHT_READ},
	{S("/co-quan"), S("agency"), S("Cơ quan, đơn vị"), RIGHT_READ},
	{S("/so-van-ban"), S("book"), S("Sổ văn bản đi"), RIGHT_EDIT},
	{S("/bao-cao"), S("report"), S("Báo cáo, thống kê"), RIGHT_REPORT},
	{S("/quan-tri"), S("admin"), S("Quản trị hệ thống"), RIGHT_ADMIN},
};

static const struct {
	slice word, wording;
} notices[] = {
	{S("saved"), S("Đã lưu.")},
	{S("accepted"), S("Đã chấp nhận đề xuất.")},
	{S("tracked"), S("Đã đưa vào theo dõi.")},
	{S("kept"), S("Chỉ lưu, không theo dõi.")},
	{S("dropped"), S("Đã bỏ: không phải nhiệm vụ.")},
	{S("sent"), S("Đã gửi. Văn phòng sẽ trả lời.")},
	{S("recorded"),
         S("Đã ghi đề nghị của đơn vị. Chờ lãnh đạo phòng hoặc lãnh đạo Văn phòng trả lời.")},
	{S("withdrawn"), S("Đã rút đề nghị.")},
	{S("reported"), S("Đã báo cáo. Đang chờ xác nhận hoàn thành.")},
	{S("confirmed"), S("Đã xác nhận hoàn thành.")},
	{S("returned"), S("Đã yêu cầu bổ sung.")},
	{S("granted"), S("Đã đồng ý gia hạn.")},
	{S("refused"), S("Đã trả lời: không đồng ý.")},
	{S("received"), S("Đã tiếp nhận. Làm xong thì bấm Báo cáo hoàn thành.")},
	{S("started"), S("Đã ghi: đang thực hiện. Làm xong thì bấm Báo cáo hoàn thành.")},
	{S("suspended"), S("Đã tạm dừng. Bấm Tiếp tục khi theo dõi lại.")},
	{S("resumed"), S("Đã tiếp tục theo dõi.")},
	{S("stopped"), S("Đã dừng theo dõi.")},
	{S("commented"), S("Đã gửi ý kiến.")},
	{S("answered"), S("Đã gửi trả lời giấy mời. Có thay đổi thì chọn lại rồi gửi.")},
	{S("replied"), S("Đã trả lời kiến nghị.")},
	{S("out"), S("Đã đăng xuất.")},
	{S("password"), S("Đã đổi mật khẩu. Hãy đăng nhập lại.")},
	{S("added"), S("Đã thêm nhiệm vụ.")},
	{S("undone"), S("Đã hoàn tác bước cuối cùng.")},
	{S("transferred"), S("Đã chuyển đơn vị khác.")},
	{S("split"), S("Đã tách thành nhiều nhiệm vụ.")},
	{S("merged"), S("Đã gộp thành một nhiệm vụ.")},
	{S("joined"), S("Đã gộp thành một cuộc họp.")},
	{S("parted"), S("Đã ghi: là hai cuộc họp khác nhau.")},
	{S("revoked"), S("Đã thu hồi: mã này không dùng được nữa.")},
	{S("uploaded"), S("Đã nhận và đọc xong văn bản.")},
	{S("known"), S("Văn bản này đã có trong sổ, không nhập thêm lần nữa.")},
};

slice page_csrf(arena *a, slice cookie)
{
	slice parts[] = {S("csrf:"), cookie};
	char hex[HASH_HEX + 1];

	hash_sha256(parts, ARRAY_LEN(parts), hex);
	return arena_copy(a, (slice){hex, CSRF_LETTERS});
}

static slice asset_path(slice name)
{
	for (size_t i = 0; i < asset_count(); i++)
		if (slice_eq(asset_at(i).name, name))
			return asset_at(i).path;
	return S("#");
}

static slice notice_of(slice word)
{
	for (size_t i = 0; i < ARRAY_LEN(notices); i++)
		if (slice_eq(notices[i].word, word))
			return notices[i].wording;
	return (slice){0};
}

frame page_frame(visit *p, slice title, slice nav)
{
	const office_role *role = p->signed_in ? role_of(p->who.role) : NULL;
	frame f = {
		.title = title,
		.css = asset_path(S("style.css")),
		.js = asset_path(S("page.js")),
		.icons = asset_path(S("icons.svg")),
		.mark = asset_path(S("mark.svg")),
		.csrf = p->csrf,
		.number = p->number,
		.demo = p->demo,
		.signed_in = p->signed_in,
		.notice = notice_of(http_query(p->q, S("ok"))),
	};

	if (role == NULL)
		return f;
	f.today = page_begin(p, (slice){0}, p->r->minute);
	f.user = p->who.name;
	f.role = role->wording;
	f.agency = p->who.agency_name;
	f.query = http_query(p->q, S("q"));
	for (size_t i = 0; i < ARRAY_LEN(menu); i++)
		if (page_may(p, menu[i].right))
			*VEC_PUSH(p->a, &f.nav) = (nav_item){menu[i].href, menu[i].icon,
			                                     menu[i].words,
			                                     slice_eq(menu[i].href, nav)};
	return f;
}

static slice code_of(int status)
{
	static const struct {
		int status;
		slice code;
	} own[] = {
		{400, S("bad-request")}, {401, S("not-signed-in")}, {403, S("forbidden")},
		{404, S("not-found")},   {405, S("method")},        {413, S("too-large")},
		{422, S("unreadable")},  {429, S("too-many")},      {503, S("busy")},
	};

	for (size_t i = 0; i < ARRAY_LEN(own); i++)
		if (own[i].status == status)
			return own[i].code;
	return S("failed");
}

static void fail(visit *p, int status, slice title, slice why, slice hint, slice fresh)
{
	struct error_view v;

	if (p->api) {
		api_problem(p, status, code_of(status), why, hint);
		return;
	}
	v = (struct error_view){page_frame(p, title, S("")),
	                        status,
	                        title,
	                        why,
	                        hint,
	                        p->number,
	                        p->q->method == HTTP_POST && status < 500,
	                        fresh};
	strbuf_clear(&p->to->body);
	p->to->headers.n = 0;
	p->to->still = (slice){0};
	p->to->type = (slice){0};
	p->to->status = status;
	view_error(&p->to->body, &v);
}

void page_fail(visit *p, int status, slice title, slice why, slice hint)
{
	fail(p, status, title, why, hint, (slice){0});
}

/* Somebody else was first: the page that one came from is old, so here is the way to it as it is. */
static slice fresh_page(visit *p, msg_id why)
{
	static const msg_id late[] = {MSG_STATE_FORBIDS, MSG_NOT_PROPOSED,  MSG_CHANGED_MEANWHILE,
	                              MSG_NO_REQUEST,    MSG_REQUEST_WAITS, MSG_NOTHING_TO_UNDO};
	static const struct {
		slice from, to;
	} pages[] = {
		{S("/phan-viec/"), S("/phan-viec/")}, {S("/de-xuat/"), S("/nhiem-vu/")},
		{S("/cuoc-hop/"), S("/cuoc-hop/")},   {S("/van-ban/"), S("/van-ban/")},
		{S("/kien-nghi/"), S("/kien-nghi/")}, {S("/dot-tong-hop/"), S("/dot-tong-hop/")},
	};
	bool is_late = false;

	for (size_t i = 0; i < ARRAY_LEN(late); i++)
		is_late |= late[i] == why;
	for (size_t i = 0; is_late && p->q->method == HTTP_POST && i < ARRAY_LEN(pages); i++)
		if (slice_starts(p->q->path, pages[i].from))
			return page_link(p, "%.*s%.*s", (int)pages[i].to.n, pages[i].to.p,
			                 (int)p->args[0].n, p->args[0].p);
	return (slice){0};
}

static int status_of(const err *e)
{
	static const struct {
		msg_id id;
		int status;
	} own[] = {
		{MSG_NO_SUCH, 404},           {MSG_SHEET_GONE, 404},       {MSG_FORBIDDEN, 403},
		{MSG_CHANGED_MEANWHILE, 409}, {MSG_ORIGINAL_MISSING, 404}, {MSG_SESSION_OVER, 401},
		{MSG_LOGIN_LOCKED, 429},      {MSG_LOGIN_WAIT, 429},       {MSG_TOKENS_MANY, 409},
		{MSG_PRECONDITION, 412},      {MSG_BODY_BAD, 400},
	};

	for (size_t i = 0; i < ARRAY_LEN(own); i++)
		if (own[i].id == e->id)
			return own[i].status;
	return e->rc == RC_INPUT ? 422 : e->rc == RC_LIMIT ? 413 : e->rc == RC_BUSY ? 503 : 500;
}

slice page_hint(msg_id id)
{
	slice hint = slice_c(msg_hint(id == MSG_DATE_IMPOSSIBLE ? MSG_DAY_BAD : id));

	return slice_has(hint, S("--")) || slice_has(hint, S("dondoc ")) ? (slice){0} : hint;
}

void page_fail_err(visit *p, const err *e)
{
	int status = status_of(e);
	slice title = status == 404               ? S("Không tìm thấy")
	              : status == 403             ? S("Không được phép")
	              : status >= 500             ? S("Chưa làm được")
	              : p->q->method == HTTP_POST ? S("Chưa lưu được")
	                                          : S("Chưa tìm được");

	if (p->api)
		api_problem(p, status, slice_c(msg_code(e->id)), slice_c(msg_text(e->id)),
		            page_hint(e->id));
	else
		fail(p, status, title, slice_c(msg_text(e->id)), page_hint(e->id),
		     fresh_page(p, e->id));
}

void page_done(visit *p, slice path, const char *ok)
{
	http_redirect(p->q, p->to,
	              ok == NULL ? path : page_link(p, "%.*s?ok=%s", (int)path.n, path.p, ok));
}

rc page_sheet(visit *p, const serve_table *t, const char *name, err *e)
{
	slice bytes = {0};
	rc code = p->o->sheet(p->o->ctx, t, p->a, &bytes, e);

	if (code != RC_OK)
		return code;
	http_header(p->q, p->to, S("Content-Disposition"),
	            page_link(p, "attachment; filename=\"%s.xlsx\"", name));
	p->to->type = S("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
	p->to->still = bytes;
	return RC_OK;
}

static strbuf room(visit *p)
{
	strbuf b;

	strbuf_over(&b, arena_room(p->a, DATE_ROOM), DATE_ROOM);
	return b;
}

slice page_day(visit *p, int64_t day)
{
	strbuf b = room(p);

	if (day != DB_NULL)
		vi_date(&b, (int32_t)day);
	return strbuf_slice(&b);
}

/* "2026-05" is as much as a document without its day says. */
slice page_issued(visit *p, int64_t day, slice written)
{
	enum { MONTH_LETTERS = 7 };

	if (day != DB_NULL || written.n != MONTH_LETTERS)
		return day != DB_NULL ? page_day(p, day) : written;
	return page_link(p, "tháng %d/%.4s (chưa ghi ngày)",
	                 (int)page_number((slice){written.p + 5, 2}, 1, 12), written.p);
}

slice page_instant(visit *p, int64_t minute)
{
	strbuf b = room(p);

	if (minute != DB_NULL)
		vi_instant(&b, minute);
	return strbuf_slice(&b);
}

static int32_t day_of(int64_t minute)
{
	return (int32_t)(minute / CMIN_DAY);
}

slice page_limit(visit *p, int64_t minute)
{
	strbuf b = room(p);

	if (minute == DB_NULL)
		return strbuf_slice(&b);
	if (minute % CMIN_DAY != CMIN_DAY - 1) {
		vi_time(&b, (int)(minute % CMIN_DAY / 60), (int)(minute % 60));
		strbuf_put(&b, S(", "));
	}
	vi_date(&b, day_of(minute));
	return strbuf_slice(&b);
}

int64_t page_minute(int64_t seconds)
{
	return seconds == DB_NULL ? DB_NULL : civil_of_clock(seconds);
}

slice page_time(visit *p, int64_t seconds)
{
	int64_t minute = page_minute(seconds);
	strbuf b = room(p);

	if (seconds == DB_NULL)
		return strbuf_slice(&b);
	vi_time(&b, (int)(minute % CMIN_DAY / 60), (int)(minute % 60));
	strbuf_put(&b, S(", "));
	vi_date(&b, day_of(minute));
	return strbuf_slice(&b);
}

slice page_clock(visit *p, int64_t minute)
{
	strbuf b = room(p);

	if (minute != DB_NULL)
		vi_time(&b, (int)(minute % CMIN_DAY / 60), (int)(minute % 60));
	return strbuf_slice(&b);
}

slice page_begin(visit *p, slice starts, int64_t minute)
{
	strbuf b = room(p);

	if (memchr(starts.p != NULL ? starts.p : "", 'T', starts.n) != NULL)
		return page_instant(p, minute);
	if (minute == DB_NULL)
		return S("Chưa rõ thời gian");
	vi_day(&b, day_of(minute));
	return strbuf_slice(&b);
}

slice page_count(visit *p, int64_t n, const char *what)
{
	strbuf b = room(p);

	vi_count(&b, n);
	strbuf_put(&b, slice_c(what));
	return strbuf_slice(&b);
}

slice page_counted(visit *p, slice what, int64_t n)
{
	slice count = page_count(p, n, "");

	return page_link(p, "%.*s (%.*s)", (int)what.n, what.p, (int)count.n, count.p);
}

slice page_left(visit *p, int64_t due)
{
	int64_t days = due == DB_NULL ? 0 : day_of(due) - day_of(p->r->minute);
	bool late = due < p->r->minute;
	slice n = page_count(p, late ? -days : days, " ngày");

	if (due == DB_NULL)
		return (slice){0};
	if (days == 0)
		return late ? S("Quá hạn hôm nay") : S("Đến hạn hôm nay");
	return page_link(p, "%s %.*s", late ? "Quá hạn" : "còn", (int)n.n, n.p);
}

slice page_mood(visit *p, int64_t due)
{
	int64_t days = due == DB_NULL ? 0 : day_of(due) - day_of(p->r->minute);

	return due == DB_NULL       ? S("none")
	       : due < p->r->minute ? S("late")
	       : days == 0          ? S("today")
	       : days <= 3          ? S("soon")
	                            : S("fine");
}

int64_t page_number(slice s, int64_t least, int64_t most)
{
	int64_t n = slice_number(s, 999999999999);

	return n < least ? least : n > most ? most : n;
}

rc page_date(slice s, int32_t *ret, err *e)
{
	char sign = memchr(s.p != NULL ? s.p : "", '/', s.n) != NULL ? '/' : '-';
	slice part[3], rest = slice_trim(s);
	int64_t n[3];

	for (int i = 0; i < 3; i++) {
		if (!slice_next(&rest, sign, &part[i]))
			return err_set(e, RC_INPUT, MSG_DAY_BAD, "parts");
		n[i] = page_number(part[i], 0, 9999);
	}
	if (rest.p != NULL || n[0] == 0 || n[1] == 0 || n[2] == 0)
		return err_set(e, RC_INPUT, MSG_DAY_BAD, "figures");
	if (sign == '/') {
		int64_t year = n[2];

		n[2] = n[0];
		n[0] = year;
	}
	if (n[1] > 12 || n[2] > 31 || !civil_exists((int32_t)n[0], (int)n[1], (int)n[2]))
		return err_set(e, RC_INPUT, MSG_DATE_IMPOSSIBLE, "no such day");
	*ret = civil_days((int32_t)n[0], (int)n[1], (int)n[2]);
	return RC_OK;
}

rc page_agency_of(visit *p, slice code, int64_t *ret, slice *ret_name, err *e)
{
	sql_agency_by_code_row row;
	bool found = false;
	rc code_of = RC_OK;

	*ret = DB_NULL;
	*ret_name = (slice){0};
	if (code.n > 0)
		code_of = sql_agency_by_code(p->r->d, (sql_agency_by_code_in){code}, p->a, &row,
		                             &found, e);
	if (code_of == RC_OK && found) {
		*ret = row.id;
		*ret_name = row.name;
	}
	return code_of;
}

bar page_bar(int64_t done_in_time, int64_t done_late, int64_t open_in_time, int64_t open_late)
{
	int64_t n[] = {done_in_time, done_late, open_in_time, open_late};
	int64_t all = n[0] + n[1] + n[2] + n[3], before = 0;
	bar b = {0};

	for (int i = 0; i < 4 && all > 0; i++) {
		b.at[i] = before * 100 / all;
		before += n[i];
		b.wide[i] = before * 100 / all - b.at[i];
	}
	b.x1 = b.at[0], b.w1 = b.wide[0], b.x2 = b.at[1], b.w2 = b.wide[1];
	b.x3 = b.at[2], b.w3 = b.wide[2], b.x4 = b.at[3], b.w4 = b.wide[3];
	return b;
}
