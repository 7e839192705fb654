/*
 * out_show_parts.c - what several nouns have in common: who, until when, what was done.
 */
#include "app/out/out_show_priv.h"
#include "register/look/due.h"

/* The log of a noun and that of an obligation are two questions with rows of one shape. */
#define HISTORY_FACTS(row)                                                                         \
	{                                                                                          \
		{BOTH_ROW, S("seq"), S(""), offsetof(row, seq)},                                   \
		{BOTH_TIME, S("at"), S("Lúc"), offsetof(row, at)},                                 \
		{BOTH_VERB, S("verb"), S("Việc"), offsetof(row, verb)},                            \
		{BOTH_JSON, S("detail"), S(""), offsetof(row, detail)},                            \
	}

static const both_fact history_facts[] = HISTORY_FACTS(sql_history_of_row);
static const both_fact history_own_facts[] = HISTORY_FACTS(sql_history_obligation_row);
const shown_list shown_own_history = SHOWN("history", "Lịch sử", history_own_facts,
                                           history_obligation);

rc show_list(showing *x, const shown_list *l, err *e)
{
	db_rows rows = {0};
	rc code = db_many(x->r->d, l->stmt, &x->r->who, &x->id, x->a, &rows, e);

	both_rows(&x->o, l->key, l->label, l->facts, l->nfacts, rows.p, rows.n,
	          db_row_size(l->stmt));
	return code;
}

rc show_history(showing *x, const char *noun, err *e)
{
	sql_history_of_rows rows = {0};
	rc code = sql_history_of(x->r->d, &x->r->who, (sql_history_of_in){slice_c(noun), x->id},
	                         x->a, &rows, e);

	both_rows(&x->o, S("history"), S("Lịch sử"), history_facts, ARRAY_LEN(history_facts),
	          rows.p, rows.n, sizeof *rows.p);
	return code;
}

static const both_fact parties_facts[] = {
	{BOTH_WORD, S("role"), S("Vai trò"), offsetof(sql_assignment_parties_row, role)},
	{BOTH_TEXT, S("words"), S("Nguyên văn"), offsetof(sql_assignment_parties_row, words)},
	{BOTH_TEXT, S("agency"), S("Mã"), offsetof(sql_assignment_parties_row, code)},
	{BOTH_TEXT, S("group"), S("Nhóm"), offsetof(sql_assignment_parties_row, group_code)},
	{BOTH_TEXT, S("post"), S("Chức vụ"), offsetof(sql_assignment_parties_row, post)},
};
const shown_list shown_parties = SHOWN("parties", "Cơ quan, đơn vị", parties_facts,
                                       assignment_parties);

static const both_fact deadlines_facts[] = {
	{BOTH_TEXT, S("words"), S("Nguyên văn"), offsetof(sql_assignment_limits_row, words)},
	{BOTH_TEXT, S("value"), S("Giá trị"), offsetof(sql_assignment_limits_row, value)},
	{BOTH_MINUTE, S("last"), S("Hạn cuối"), offsetof(sql_assignment_limits_row, last)},
	{BOTH_WORDS, S("flags"), S("Lưu ý"), offsetof(sql_assignment_limits_row, flags)},
};
const shown_list shown_limits = SHOWN("deadlines", "Thời hạn", deadlines_facts, assignment_limits);

static const both_fact depends_on_facts[] = {
	{BOTH_TEXT, S("id"), S("Mã"), offsetof(sql_assignment_needs_row, pub)},
	{BOTH_TEXT, S("action"), S("Nhiệm vụ"), offsetof(sql_assignment_needs_row, action)},
};
const shown_list shown_needs = SHOWN("depends_on", "Việc trước", depends_on_facts,
                                     assignment_needs);

static const both_fact whose_facts[] = {
	{BOTH_TEXT, S("id"), S("Mã"), offsetof(sql_obligation_list_row, pub)},
	{BOTH_TEXT, S("agency"), S("Mã cơ quan"), offsetof(sql_obligation_list_row, agency)},
	{BOTH_TEXT, S("agency_name"), S("Cơ quan"), offsetof(sql_obligation_list_row, agency_name)},
	{BOTH_WORD, S("state"), S("Trạng thái"), offsetof(sql_obligation_list_row, work)},
};

static const both_fact when_facts[] = {
	{BOTH_MINUTE, S("due"), S("Thời hạn"), offsetof(sql_obligation_list_row, due)},
	{BOTH_MINUTE, S("given"), S("Thời hạn lúc giao"), offsetof(sql_obligation_list_row, given)},
	{BOTH_MINUTE, S("safe"), S("Ngày làm việc cuối cùng còn kịp"),
         offsetof(sql_obligation_list_row, safe)},
	{BOTH_TIME, S("reported_at"), S("Báo cáo lúc"),
         offsetof(sql_obligation_list_row, reported_at)},
	{BOTH_TIME, S("done_at"), S("Xác nhận lúc"), offsetof(sql_obligation_list_row, done_at)},
	{BOTH_TEXT, S("reason"), S("Lý do"), offsetof(sql_obligation_list_row, reason)},
};

void show_obligation_facts(showing *x, const sql_obligation_list_row *o)
{
	slice time = due_time_state(x->r, o);
	sql_obligation_list_row when = *o;

	if (o->given == o->last)
		when.given = DB_NULL;
	both_facts(&x->o, whose_facts, ARRAY_LEN(whose_facts), o);
	both_text(&x->o, S("time"), S("Thời gian"), x->o.json ? time : due_time_wording(time));
	both_facts(&x->o, when_facts, ARRAY_LEN(when_facts), &when);
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

static const both_fact evidence_facts[] = {
	{BOTH_TIME, S("at"), S("Lúc"), offsetof(sql_evidence_list_row, at)},
	{BOTH_TEXT, S("note"), S("Nội dung"), offsetof(sql_evidence_list_row, note)},
	{BOTH_TEXT, S("document"), S("Văn bản"), offsetof(sql_evidence_list_row, document)},
	{BOTH_TEXT, S("document_name"), S("Tên tệp"),
         offsetof(sql_evidence_list_row, document_name)},
};
const shown_list shown_evidence = SHOWN("evidence", "Kết quả", evidence_facts, evidence_list);

static const both_fact requests_facts[] = {
	{BOTH_WORD, S("kind"), S("Loại"), offsetof(sql_request_list_row, kind)},
	{BOTH_TEXT, S("reason"), S("Lý do"), offsetof(sql_request_list_row, reason)},
	{BOTH_MINUTE, S("new_due"), S("Đến"), offsetof(sql_request_list_row, new_due)},
	{BOTH_TEXT, S("to_agency"), S("Chuyển"), offsetof(sql_request_list_row, to_agency)},
	{BOTH_TEXT, S("letter"), S("Văn bản đề nghị"), offsetof(sql_request_list_row, letter)},
	{BOTH_WORD, S("state"), S("Kết quả"), offsetof(sql_request_list_row, state)},
	{BOTH_TEXT, S("answer"), S("Trả lời"), offsetof(sql_request_list_row, answer)},
};
const shown_list shown_requests = SHOWN("requests", "Đề nghị", requests_facts, request_list);
