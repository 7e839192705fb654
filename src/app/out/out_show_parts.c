/*
 * out_show_parts.c - what several nouns have in common: who, until when, what was done.
 */
#include "app/out/out_show_priv.h"
#include "register/look/due.h"
#include "register/steps/steps.h"

/* Steps have their wording in duty_steps.def; here is what else the log says. */
static slice verb_wording(slice verb)
{
	static const struct {
		slice verb, wording;
	} others[] = {
		{S("enter"), S("Nhập")},
		{S("accept"), S("Chấp nhận")},
		{S("drop"), S("Bỏ")},
		{S("change"), S("Sửa")},
		{S("split"), S("Tách")},
		{S("merge"), S("Gộp")},
		{S("add"), S("Thêm")},
		{S("undo"), S("Hoàn tác")},
		{S("comment"), S("Ghi chú")},
		{S("ask-extend"), S("Đề nghị gia hạn")},
		{S("extend"), S("Đã gia hạn")},
		{S("ask-transfer"), S("Đề nghị chuyển đơn vị khác")},
		{S("transfer"), S("Đã chuyển đơn vị khác")},
		{S("refuse"), S("Không đồng ý")},
		{S("name"), S("Nêu cơ quan chủ trì")},
		{S("reply"), S("Trả lời")},
		{S("assign"), S("Giao cơ quan trả lời")},
		{S("close"), S("Kết thúc đợt")},
		{S("open"), S("Mở lại đợt")},
		{S("set-handler"), S("Giao người xử lý")},
		{S("set-fields"), S("Đặt người theo dõi, lĩnh vực")},
	};
	enum step s = step_of(verb);

	if (s < STEP_COUNT)
		return slice_c(step_wording(s));
	for (size_t i = 0; i < ARRAY_LEN(others); i++)
		if (slice_eq(verb, others[i].verb))
			return others[i].wording;
	return verb;
}

static void event_line(showing *x, int64_t seq, int64_t at, slice verb, slice detail)
{
	both_item(&x->o);
	if (x->o.json)
		both_int(&x->o, S("seq"), S(""), seq);
	both_time(&x->o, S("at"), S("Lúc"), at);
	both_text(&x->o, S("verb"), S("Việc"), x->o.json ? verb : verb_wording(verb));
	both_detail(&x->o, S("detail"), detail);
	both_item_end(&x->o);
}

rc show_history(showing *x, const char *noun, err *e)
{
	sql_history_of_rows rows = {0};
	rc code = sql_history_of(x->r->d, &x->r->who, (sql_history_of_in){slice_c(noun), x->id},
	                         x->a, &rows, e);

	both_list(&x->o, S("history"), S("Lịch sử"), rows.n);
	for (uint32_t i = 0; i < rows.n; i++)
		event_line(x, rows.p[i].seq, rows.p[i].at, rows.p[i].verb, rows.p[i].detail);
	both_list_end(&x->o);
	return code;
}

rc show_history_own(showing *x, err *e)
{
	sql_history_obligation_rows rows = {0};
	rc code = sql_history_obligation(x->r->d, &x->r->who, (sql_history_obligation_in){x->id},
	                                 x->a, &rows, e);

	both_list(&x->o, S("history"), S("Lịch sử"), rows.n);
	for (uint32_t i = 0; i < rows.n; i++)
		event_line(x, rows.p[i].seq, rows.p[i].at, rows.p[i].verb, rows.p[i].detail);
	both_list_end(&x->o);
	return code;
}

rc show_parties(showing *x, err *e)
{
	sql_assignment_parties_rows rows = {0};
	rc code = sql_assignment_parties(x->r->d, &x->r->who, (sql_assignment_parties_in){x->id},
	                                 x->a, &rows, e);

	both_list(&x->o, S("parties"), S("Cơ quan, đơn vị"), rows.n);
	for (uint32_t i = 0; i < rows.n; i++) {
		both_item(&x->o);
		both_text(&x->o, S("role"), S("Vai trò"), rows.p[i].role);
		both_text(&x->o, S("words"), S("Nguyên văn"), rows.p[i].words);
		both_text(&x->o, S("agency"), S("Mã"), rows.p[i].code);
		both_text(&x->o, S("group"), S("Nhóm"), rows.p[i].group_code);
		both_text(&x->o, S("post"), S("Chức vụ"), rows.p[i].post);
		both_item_end(&x->o);
	}
	both_list_end(&x->o);
	return code;
}

rc show_limits(showing *x, err *e)
{
	sql_assignment_limits_rows rows = {0};
	rc code = sql_assignment_limits(x->r->d, &x->r->who, (sql_assignment_limits_in){x->id},
	                                x->a, &rows, e);

	both_list(&x->o, S("deadlines"), S("Thời hạn"), rows.n);
	for (uint32_t i = 0; i < rows.n; i++) {
		both_item(&x->o);
		both_text(&x->o, S("words"), S("Nguyên văn"), rows.p[i].words);
		both_text(&x->o, S("value"), S("Giá trị"), rows.p[i].value);
		both_minute(&x->o, S("last"), S("Hạn cuối"), rows.p[i].last);
		both_text(&x->o, S("flags"), S("Lưu ý"), rows.p[i].flags);
		both_item_end(&x->o);
	}
	both_list_end(&x->o);
	return code;
}

rc show_needs(showing *x, err *e)
{
	sql_assignment_needs_rows rows = {0};
	rc code = sql_assignment_needs(x->r->d, &x->r->who, (sql_assignment_needs_in){x->id}, x->a,
	                               &rows, e);

	both_list(&x->o, S("depends_on"), S("Việc trước"), rows.n);
	for (uint32_t i = 0; i < rows.n; i++) {
		both_item(&x->o);
		both_text(&x->o, S("id"), S("Mã"), rows.p[i].pub);
		both_text(&x->o, S("action"), S("Nhiệm vụ"), rows.p[i].action);
		both_item_end(&x->o);
	}
	both_list_end(&x->o);
	return code;
}

void show_obligation_facts(showing *x, const sql_obligation_list_row *o)
{
	both *b = &x->o;

	both_text(b, S("id"), S("Mã"), o->pub);
	both_text(b, S("agency"), S("Mã cơ quan"), o->agency);
	both_text(b, S("agency_name"), S("Cơ quan"), o->agency_name);
	both_text(b, S("state"), S("Trạng thái"), b->json ? o->work : work_wording(o->work));
	both_text(b, S("time"), S("Thời gian"),
	          b->json ? due_time_state(x->r, o) : due_time_wording(due_time_state(x->r, o)));
	both_minute(b, S("due"), S("Thời hạn"), o->due);
	both_minute(b, S("given"), S("Thời hạn lúc giao"),
	            o->given != o->last ? o->given : DB_NULL);
	both_minute(b, S("safe"), S("Ngày làm việc cuối cùng còn kịp"), o->safe);
	both_time(b, S("reported_at"), S("Báo cáo lúc"), o->reported_at);
	both_time(b, S("done_at"), S("Xác nhận lúc"), o->done_at);
	both_text(b, S("reason"), S("Lý do"), o->reason);
}

rc show_obligations_of(showing *x, err *e)
{
	sql_obligation_list_rows rows = {0};
	sql_obligation_list_in in = {DB_NULL, DB_NULL, DB_NULL, DB_NULL, DB_NULL, {0},      DB_NULL,
	                             DB_NULL, DB_NULL, x->id,   DB_NULL, DB_NULL, INT32_MAX};
	rc code = sql_obligation_list(x->r->d, &x->r->who, in, x->a, &rows, e);

	both_list(&x->o, S("obligations"), S("Tình hình thực hiện"), rows.n);
	for (uint32_t i = 0; i < rows.n; i++) {
		both_item(&x->o);
		show_obligation_facts(x, &rows.p[i]);
		both_item_end(&x->o);
	}
	both_list_end(&x->o);
	return code;
}

rc show_evidence(showing *x, err *e)
{
	sql_evidence_list_rows rows = {0};
	rc code = sql_evidence_list(x->r->d, &x->r->who, (sql_evidence_list_in){x->id}, x->a, &rows,
	                            e);

	both_list(&x->o, S("evidence"), S("Kết quả"), rows.n);
	for (uint32_t i = 0; i < rows.n; i++) {
		both_item(&x->o);
		both_time(&x->o, S("at"), S("Lúc"), rows.p[i].at);
		both_text(&x->o, S("note"), S("Nội dung"), rows.p[i].note);
		both_text(&x->o, S("document"), S("Văn bản"), rows.p[i].document);
		both_text(&x->o, S("document_name"), S("Tên tệp"), rows.p[i].document_name);
		both_item_end(&x->o);
	}
	both_list_end(&x->o);
	return code;
}

rc show_requests(showing *x, err *e)
{
	sql_request_list_rows rows = {0};
	rc code = sql_request_list(x->r->d, &x->r->who, (sql_request_list_in){x->id}, x->a, &rows,
	                           e);

	both_list(&x->o, S("requests"), S("Đề nghị"), rows.n);
	for (uint32_t i = 0; i < rows.n; i++) {
		both_item(&x->o);
		both_word(&x->o, S("kind"), S("Loại"), rows.p[i].kind);
		both_text(&x->o, S("reason"), S("Lý do"), rows.p[i].reason);
		both_minute(&x->o, S("new_due"), S("Đến"), rows.p[i].new_due);
		both_text(&x->o, S("to_agency"), S("Chuyển"), rows.p[i].to_agency);
		both_text(&x->o, S("letter"), S("Văn bản đề nghị"), rows.p[i].letter);
		both_word(&x->o, S("state"), S("Kết quả"), rows.p[i].state);
		both_text(&x->o, S("answer"), S("Trả lời"), rows.p[i].answer);
		both_item_end(&x->o);
	}
	both_list_end(&x->o);
	return code;
}
