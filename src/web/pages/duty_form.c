/*
 * duty_form.c - Thêm nhiệm vụ: what was ordered without a document; the model of a sheet of them.
 */
#include "model/roles.h"
#include "register/hand/propose.h"
#include "views.h"
#include "web/pages/codes.h"
#include "web/pages/pages.h"

static const struct {
	slice word, wording;
} kinds[] = {
	{S("note"), S("Bút phê, ý kiến chỉ đạo bằng văn bản")},
	{S("oral"), S("Chỉ đạo trực tiếp, tại cuộc họp")},
	{S("phone"), S("Chỉ đạo qua điện thoại")},
	{S("document"), S("Văn bản chưa có trong hệ thống")},
};

rc page_duty_form(visit *p, err *e)
{
	duty_form_view v = {.frame = page_frame(p, S("Thêm nhiệm vụ"), S("/nhiem-vu"))};

	(void)e;
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		*VEC_PUSH(p->a, &v.kinds) = (option){kinds[i].word, kinds[i].wording, i == 0};
	v.monitor = p->who.name;
	view_duty_form(&p->to->body, &v);
	return RC_OK;
}

static slice field(visit *p, slice name)
{
	slice s = slice_trim(http_form(p->q, name));

	return s.n > 0 ? s : (slice){0};
}

static rc read_form(visit *p, duty_new *in, err *e)
{
	slice until = field(p, S("until"));
	int32_t day;
	rc code = codes_of(p, http_form(p->q, S("lead")), &in->duty.lead, e);

	in->duty.last = DB_NULL;
	if (code == RC_OK)
		code = codes_of(p, http_form(p->q, S("with")), &in->duty.with, e);
	if (code == RC_OK)
		code = codes_of(p, http_form(p->q, S("receiver")), &in->duty.receiver, e);
	if (code == RC_OK && until.n > 0)
		code = page_date(until, &day, e);
	if (code == RC_OK && until.n > 0)
		in->duty.last = (int64_t)day * CMIN_DAY + CMIN_DAY - 1;
	in->duty.action = field(p, S("action"));
	in->duty.deliverable = field(p, S("deliverable"));
	in->duty.monitor = field(p, S("monitor"));
	in->duty.assigner = field(p, S("assigner"));
	in->duty.field = field(p, S("field"));
	in->basis = field(p, S("basis"));
	in->basis_kind = field(p, S("kind"));
	in->as = slice_eq(field(p, S("as")), S("standing")) ? DISPOSAL_STANDING : DISPOSAL_TRACK;
	return code;
}

typedef struct adding {
	visit *p;
	slice pub;
} adding;

static rc add(db *d, void *ctx, err *e)
{
	adding *x = ctx;
	sql_assignment_full_row row;
	duty_new in = {0};
	bool found = false;
	int64_t id;
	rc code = read_form(x->p, &in, e);

	if (code == RC_OK)
		code = propose_new(x->p->r, &in, &id, e);
	if (code == RC_OK)
		code = sql_assignment_full(d, (sql_assignment_full_in){id}, x->p->a, &row, &found,
		                           e);
	if (code == RC_OK && found)
		x->pub = row.pub;
	return code;
}

rc page_duty_add(visit *p, err *e)
{
	adding x = {.p = p};
	rc code = db_write(p->r->d, add, &x, e);

	if (code == RC_OK)
		page_done(p, page_link(p, "/nhiem-vu/%.*s", (int)x.pub.n, x.pub.p), "added");
	return code;
}

/* The headings that a sheet of duties is known by, and one row to show how. */
rc page_import_model(visit *p, err *e)
{
	static const serve_column columns[] = {
		{S("STT"), 6},
		{S("Nội dung nhiệm vụ"), 44},
		{S("Cơ quan chủ trì"), 24},
		{S("Cơ quan phối hợp"), 24},
		{S("Thời hạn"), 14},
		{S("Văn bản giao"), 18},
		{S("Sản phẩm"), 17},
		{S("Ghi chú"), 17},
	};
	static const slice row[] = {
		S(""),
		S("Báo cáo kết quả rà soát trụ sở dôi dư (dòng mẫu, xóa trước khi nhập)"),
		S("Sở Tài chính"),
		S("Sở Xây dựng"),
		S("31/12/2026"),
		S("Bút phê của lãnh đạo"),
		S("Báo cáo"),
		S(""),
	};
	serve_table t = {
		.title = S("Nhiệm vụ"), .columns = columns, .ncolumns = ARRAY_LEN(columns)};

	*VEC_PUSH(p->a, &t.cells) = (serve_cell){.n = 1, .number = true};
	for (size_t i = 1; i < ARRAY_LEN(row); i++)
		*VEC_PUSH(p->a, &t.cells) = (serve_cell){.text = row[i]};
	return page_sheet(p, &t, "mau-nhiem-vu", e);
}
