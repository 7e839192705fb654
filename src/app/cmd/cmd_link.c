/*
 * cmd_link.c - dondoc link: what the program thinks belongs together, and what a person
 * says of it; who was invited, came, was given work and was sent the conclusion.
 */
#include "app/cmd/acting.h"
#include "register/hand/meeting_same.h"
#include "register/links/links.h"

enum { MOST = 1000, TITLE_CUT = 90 };

typedef struct values {
	office_values office;
	const char *confirm, *refuse, *meeting;
	opt_value state, kind;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	{"state", OPT_ONE_OF, "proposed|confirmed|refused", offsetof(values, state),
         "trạng thái (mặc định: proposed, đang chờ xác nhận)"},
	{"kind", OPT_ONE_OF,
         "conclusion|same-meeting|programme|programme-item|citation|same|reply|answers",
         offsetof(values, kind), "chỉ một loại"},
	{"confirm", OPT_TEXT, "SỐ", offsetof(values, confirm), "xác nhận liên kết mang số này"},
	{"refuse", OPT_TEXT, "SỐ", offsetof(values, refuse), "bác liên kết mang số này"},
	{"meeting", OPT_TEXT, "MÃ", offsetof(values, meeting),
         "so thành phần mời, dự, được giao việc, được gửi kết luận của cuộc họp này"},
	FORMAT_OPT(office_values),
};

static int run(const call *c);

const command cmd_link = {
	.name = "link",
	.summary = "xem, xác nhận hoặc bác các liên kết do chương trình tìm thấy",
	TAKES(opts, values),
	.notes =
		"Giấy mời ↔ thông báo kết luận ↔ chương trình công tác; văn bản viện dẫn ↔ văn bản;\n"
		"văn bản trả lời ↔ kiến nghị; báo cáo ↔ nhiệm vụ.",
	.run = run,
};

/* Words for a kind of link, and for the reasons that links_priv.h's finders give. */
static const struct {
	slice word, vi;
} words[] = {
	{S("conclusion"), S("Kết luận của cuộc họp")},
	{S("same-meeting"), S("Cùng một cuộc họp")},
	{S("programme"), S("Thuộc chương trình công tác tháng")},
	{S("programme-item"), S("Mục của chương trình công tác")},
	{S("citation"), S("Văn bản viện dẫn")},
	{S("same"), S("Cùng một văn bản được viện dẫn")},
	{S("reply"), S("Trả lời kiến nghị")},
	{S("answers"), S("Kết quả của nhiệm vụ")},
	{S("day"), S("cùng ngày")},
	{S("other-day"), S("khác ngày")},
	{S("time"), S("cùng giờ")},
	{S("other-time"), S("khác giờ")},
	{S("parties"), S("cùng thành phần")},
	{S("other-parties"), S("khác thành phần")},
	{S("chair"), S("cùng người chủ trì họp")},
	{S("other-chair"), S("khác người chủ trì họp")},
	{S("title"), S("trích yếu giống nhau")},
	{S("other-title"), S("trích yếu khác nhau")},
	{S("issuer"), S("cùng cơ quan ban hành")},
	{S("month"), S("đúng tháng")},
	{S("other-month"), S("khác tháng")},
	{S("words"), S("lời văn gần nhau")},
	{S("number"), S("đúng số")},
	{S("short"), S("viện dẫn tắt")},
	{S("year"), S("đúng năm")},
	{S("date"), S("đúng ngày ban hành")},
	{S("other-date"), S("khác ngày ban hành")},
	{S("owner"), S("đúng cơ quan trả lời")},
	{S("petitioner"), S("gửi đúng đơn vị kiến nghị")},
	{S("cites"), S("viện dẫn văn bản giao việc")},
};

static slice vi_of(slice word)
{
	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (slice_eq(words[i].word, word))
			return words[i].vi;
	return word;
}

static rc put_end(reg *r, answer *to, slice key, slice noun, int64_t id, err *e)
{
	sql_link_end_row row = {0};
	bool found;
	rc code = sql_link_end(r->d, &r->who, (sql_link_end_in){noun, id}, &r->a, &row, &found, e);

	if (code != RC_OK)
		return code;
	if (to->as_json) {
		jout_key(&to->json, key);
		jout_object(&to->json);
		member_text(&to->json, S("noun"), noun);
		member_text(&to->json, S("id"), row.pub);
		member_text(&to->json, S("title"), row.title);
		member_text(&to->json, S("number"), row.number);
		jout_object_end(&to->json);
	} else {
		strbuf_put(&to->out, S("\n      "));
		answer_cut(to, row.title, TITLE_CUT);
		if (row.number.n > 0) {
			strbuf_put(&to->out, S(" ("));
			answer_words(to, row.number);
			strbuf_putc(&to->out, ')');
		}
	}
	return RC_OK;
}

static void put_head(answer *to, const sql_link_list_row *x)
{
	slice rest = x->why, word;
	bool first = true;

	if (to->as_json) {
		jout_object(&to->json);
		jout_key(&to->json, S("link"));
		jout_int(&to->json, x->id);
		member_text(&to->json, S("kind"), x->kind);
		member_text(&to->json, S("state"), x->state);
		jout_key(&to->json, S("confidence"));
		jout_hundredths(&to->json, (double)x->confidence / 100);
		member_text(&to->json, S("why"), x->why);
		return;
	}
	strbuf_int(&to->out, x->id);
	strbuf_put(&to->out, S(". "));
	strbuf_put(&to->out, vi_of(x->kind));
	strbuf_put(&to->out,
	           x->confidence >= LINK_SURE ? S(": chắc chắn (") : S(": cần xem lại ("));
	while (slice_next(&rest, ' ', &word)) {
		strbuf_put(&to->out, first ? S("") : S(", "));
		strbuf_put(&to->out, vi_of(word));
		first = false;
	}
	strbuf_putc(&to->out, ')');
}

static rc list(reg *r, const call *c, answer *to, err *e)
{
	const values *v = c->values;
	sql_link_list_in in = {.state = v->state.text ? slice_c(v->state.text) : S("proposed"),
	                       .kind = slice_c(v->kind.text),
	                       .document = DB_NULL,
	                       .most = MOST};
	sql_link_list_rows rows;
	rc code = sql_link_list(r->d, &r->who, in, &r->a, &rows, e);

	if (to->as_json)
		jout_array(&to->json);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_link_list_row *x = &rows.p[i];

		put_head(to, x);
		code = put_end(r, to, S("from"), x->from_noun, x->from_id, e);
		if (code == RC_OK)
			code = put_end(r, to, S("to"), x->to_noun, x->to_id, e);
		if (to->as_json)
			jout_object_end(&to->json);
		else
			strbuf_putc(&to->out, '\n');
	}
	if (to->as_json)
		jout_array_end(&to->json);
	if (code == RC_OK && !to->as_json && rows.n == 0)
		strbuf_put(&to->out, S("Không có liên kết nào."));
	strbuf_putc(&to->out, '\n');
	return code;
}

/* --- one meeting --- */

static const struct {
	uint8_t parts, of; /* these of those */
	slice key, vi;
} differences[] = {
	{PART_INVITED, PART_INVITED | PART_PRESENT, S("invited_not_present"),
         S("Được mời, không thấy ghi dự họp")},
	{PART_PRESENT, PART_INVITED | PART_PRESENT, S("present_not_invited"),
         S("Dự họp, không có trong giấy mời")},
	{PART_ASSIGNED, PART_INVITED | PART_ASSIGNED, S("assigned_not_invited"),
         S("Được giao việc, không được mời họp")},
	{PART_ASSIGNED, PART_PRESENT | PART_ASSIGNED, S("assigned_not_present"),
         S("Được giao việc, không thấy ghi dự họp")},
	{PART_ASSIGNED, PART_RECIPIENT | PART_ASSIGNED, S("assigned_not_recipient"),
         S("Được giao việc, không có trong Nơi nhận")},
};

static slice name_of(const sql_agency_all_rows *all, int64_t id, slice *ret_code)
{
	for (uint32_t i = 0; i < all->n; i++)
		if (all->p[i].id == id) {
			*ret_code = all->p[i].code;
			return all->p[i].name;
		}
	return (slice){0};
}

static void put_difference(answer *to, const meeting_bodies *bodies, const sql_agency_all_rows *all,
                           size_t which)
{
	uint32_t n = 0;

	if (to->as_json) {
		jout_key(&to->json, differences[which].key);
		jout_array(&to->json);
	}
	for (uint32_t i = 0; i < bodies->n; i++) {
		slice code = {0}, name;

		if ((bodies->p[i].parts & differences[which].of) != differences[which].parts)
			continue;
		name = name_of(all, bodies->p[i].agency, &code);
		if (to->as_json) {
			jout_string(&to->json, code);
			continue;
		}
		if (n++ == 0) {
			strbuf_put(&to->out, differences[which].vi);
			strbuf_put(&to->out, S(":\n"));
		}
		strbuf_put(&to->out, S("  - "));
		answer_words(to, name);
		strbuf_putc(&to->out, '\n');
	}
	if (to->as_json)
		jout_array_end(&to->json);
}

static rc compare(reg *r, const call *c, answer *to, err *e)
{
	const values *v = c->values;
	sql_meeting_by_pub_row m = {0};
	sql_agency_all_rows all;
	meeting_bodies bodies = {0};
	rc code = sql_meeting_by_pub(r->d, &r->who, (sql_meeting_by_pub_in){slice_c(v->meeting)},
	                             &r->a, &m, NULL, e);

	to->about = v->meeting;
	if (code == RC_OK)
		code = links_of_meeting(r, m.id, &r->a, &bodies, e);
	if (code == RC_OK)
		code = sql_agency_all(r->d, &r->a, &all, e);
	if (code != RC_OK)
		return code;
	if (to->as_json)
		jout_object(&to->json);
	for (size_t i = 0; m.conclusion != DB_NULL && i < ARRAY_LEN(differences); i++)
		put_difference(to, &bodies, &all, i);
	if (to->as_json) {
		jout_object_end(&to->json);
		strbuf_putc(&to->out, '\n');
	} else if (m.conclusion == DB_NULL) {
		strbuf_put(&to->out, S("Chưa có thông báo kết luận.\n"));
	}
	return RC_OK;
}

/* --- deciding --- */

typedef struct decision {
	reg *r;
	int64_t link;
	bool confirm;
} decision;

static rc decide(db *d, void *ctx, err *e)
{
	const decision *x = ctx;

	(void)d;
	return meeting_link_decide(x->r, x->link, x->confirm, e);
}

static rc decide_one(reg *r, const call *c, answer *to, err *e)
{
	const values *v = c->values;
	slice digits = slice_c(v->confirm ? v->confirm : v->refuse);
	decision x = {.r = r, .confirm = v->confirm != NULL};
	rc code;

	to->about = digits.p;
	x.link = slice_number(digits, INT64_MAX);
	if (x.link < 0)
		return err_set(e, RC_USAGE, MSG_NO_SUCH, "not a number");
	code = db_write(r->d, decide, &x, e);
	if (code == RC_OK && !to->as_json)
		strbuf_put(&to->out, x.confirm ? S("Đã xác nhận.\n") : S("Đã bác.\n"));
	return code;
}

static int run(const call *c)
{
	const values *v = c->values;

	if ((v->confirm != NULL) + (v->refuse != NULL) + (v->meeting != NULL) > 1)
		return complain_usage(&cmd_link, "các tùy chọn này không dùng cùng nhau",
		                      (slice){0});
	return look(c, v->confirm != NULL || v->refuse != NULL ? decide_one
	               : v->meeting != NULL                    ? compare
	                                                       : list);
}
