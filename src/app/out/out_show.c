/*
 * out_show.c - each noun: its facts, its words, what hangs on it, its history.
 */
#include "app/out/out_show.h"

#include "app/out/out_show_priv.h"
#include "model/calendar.h"
#include "register/duty/obligation.h"

enum { NOTICE_DAYS = 5 };

static const both_fact obligation_facts[] = {
	{BOTH_TEXT, S("words"), S("Thời hạn ghi trong văn bản"),
         offsetof(sql_obligation_list_row, words)},
	{BOTH_INT, S("inputs"), S("Việc trước"), offsetof(sql_obligation_list_row, inputs)},
	{BOTH_INT, S("inputs_in"), S("Việc trước đã gửi"),
         offsetof(sql_obligation_list_row, inputs_in)},
	{BOTH_TEXT, S("monitor"), S("Chuyên viên theo dõi"),
         offsetof(sql_obligation_list_row, monitor)},
	{BOTH_TEXT, S("assigner"), S("Lãnh đạo giao việc"),
         offsetof(sql_obligation_list_row, assigner)},
	{BOTH_TEXT, S("field"), S("Lĩnh vực"), offsetof(sql_obligation_list_row, field)},
	{BOTH_TEXT, S("handler"), S("Người xử lý"), offsetof(sql_obligation_list_row, handler)},
	{BOTH_MINUTE, S("handler_due"), S("Hạn nội bộ"),
         offsetof(sql_obligation_list_row, handler_due)},
	{BOTH_TEXT, S("document"), S("Văn bản"), offsetof(sql_obligation_list_row, document)},
	{BOTH_TEXT, S("document_name"), S("Tên tệp"),
         offsetof(sql_obligation_list_row, document_name)},
};

static rc show_obligation(showing *x, err *e)
{
	sql_obligation_list_rows rows = {0};
	sql_obligation_words_row words = {0};
	sql_obligation_list_in in = {DB_NULL, DB_NULL, DB_NULL, DB_NULL, DB_NULL, {0}, DB_NULL,
	                             DB_NULL, DB_NULL, DB_NULL, DB_NULL, x->id,   1};
	bool found;
	rc code = sql_obligation_list(x->r->d, &x->r->who, in, x->a, &rows, e);

	if (code == RC_OK)
		code = sql_obligation_words(x->r->d, &x->r->who, (sql_obligation_words_in){x->id},
		                            x->a, &words, &found, e);
	if (code == RC_OK && rows.n == 0)
		return err_set(e, RC_INPUT, MSG_NO_SUCH, "not for this viewer");
	if (code != RC_OK)
		return code;
	both_text(&x->o, S("action"), S("Nhiệm vụ"), rows.p[0].action);
	both_text(&x->o, S("quote"), S("Nguyên văn"), words.quote);
	both_text(&x->o, S("assignment"), S("Mã nhiệm vụ"), rows.p[0].duty);
	show_obligation_facts(x, &rows.p[0]);
	both_facts(&x->o, obligation_facts, ARRAY_LEN(obligation_facts), rows.p);
	code = show_list(x, &shown_evidence, e);
	if (code == RC_OK)
		code = show_list(x, &shown_requests, e);
	return code == RC_OK ? show_list(x, &shown_own_history, e) : code;
}

static const both_fact assignment_facts[] = {
	{BOTH_TEXT, S("id"), S("Mã"), offsetof(sql_assignment_view_row, pub)},
	{BOTH_TEXT, S("action"), S("Nhiệm vụ"), offsetof(sql_assignment_view_row, action)},
	{BOTH_TEXT, S("quote"), S("Nguyên văn"), offsetof(sql_assignment_view_row, quote)},
	{BOTH_INT, S("at"), S("Vị trí"), offsetof(sql_assignment_view_row, at)},
	{BOTH_INT, S("length"), S("Độ dài"), offsetof(sql_assignment_view_row, len)},
	{BOTH_WORD, S("state"), S("Trạng thái"), offsetof(sql_assignment_view_row, state)},
	{BOTH_WORD, S("disposal"), S("Xử lý"), offsetof(sql_assignment_view_row, disposal)},
	{BOTH_WORD, S("proposed"), S("Đề xuất"), offsetof(sql_assignment_view_row, proposed)},
	{BOTH_WORDS, S("doubt"), S("Cần xem lại"), offsetof(sql_assignment_view_row, doubt)},
	{BOTH_WORD, S("nature"), S("Tính chất"), offsetof(sql_assignment_view_row, nature)},
	{BOTH_WORD, S("origin"), S("Nguồn"), offsetof(sql_assignment_view_row, origin)},
	{BOTH_WORD, S("lead_source"), S("Chủ trì theo"),
         offsetof(sql_assignment_view_row, lead_source)},
	{BOTH_MINUTE, S("due"), S("Thời hạn"), offsetof(sql_assignment_view_row, due)},
	{BOTH_TEXT, S("words"), S("Thời hạn ghi trong văn bản"),
         offsetof(sql_assignment_view_row, due_text)},
	{BOTH_TEXT, S("vague"), S("Yêu cầu sớm, chưa nêu ngày"),
         offsetof(sql_assignment_view_row, vague)},
	{BOTH_TEXT, S("measure"), S("Chỉ tiêu"), offsetof(sql_assignment_view_row, measure)},
	{BOTH_TEXT, S("deliverable"), S("Sản phẩm, kết quả phải nộp"),
         offsetof(sql_assignment_view_row, deliverable)},
	{BOTH_TEXT, S("receiver"), S("Nơi nhận kết quả"),
         offsetof(sql_assignment_view_row, receiver)},
	{BOTH_TEXT, S("basis"), S("Căn cứ giao việc"), offsetof(sql_assignment_view_row, basis)},
	{BOTH_WORD, S("basis_kind"), S("Loại căn cứ"),
         offsetof(sql_assignment_view_row, basis_kind)},
	{BOTH_TEXT, S("monitor"), S("Chuyên viên theo dõi"),
         offsetof(sql_assignment_view_row, monitor)},
	{BOTH_TEXT, S("assigner"), S("Lãnh đạo giao việc"),
         offsetof(sql_assignment_view_row, assigner)},
	{BOTH_TEXT, S("field"), S("Lĩnh vực"), offsetof(sql_assignment_view_row, field)},
	{BOTH_INT, S("expands"), S("Số đơn vị được nêu"),
         offsetof(sql_assignment_view_row, expands)},
	{BOTH_TIME, S("decided_at"), S("Quyết định lúc"),
         offsetof(sql_assignment_view_row, decided_at)},
	{BOTH_TEXT, S("document"), S("Văn bản"), offsetof(sql_assignment_view_row, document)},
	{BOTH_TEXT, S("document_name"), S("Tên tệp"),
         offsetof(sql_assignment_view_row, document_name)},
};

static const both_fact assignments_facts[] = {
	{BOTH_TEXT, S("id"), S("Mã"), offsetof(sql_list_assignments_row, pub)},
	{BOTH_WORD, S("state"), S("Trạng thái"), offsetof(sql_list_assignments_row, state)},
	{BOTH_MINUTE, S("due"), S("Thời hạn"), offsetof(sql_list_assignments_row, at)},
	{BOTH_TEXT, S("lead"), S("Chủ trì"), offsetof(sql_list_assignments_row, who)},
	{BOTH_TEXT, S("action"), S("Nội dung"), offsetof(sql_list_assignments_row, title)},
};

static const both_fact meetings_facts[] = {
	{BOTH_TEXT, S("id"), S("Mã"), offsetof(sql_list_meetings_row, pub)},
	{BOTH_WORD, S("state"), S("Trạng thái"), offsetof(sql_list_meetings_row, state)},
	{BOTH_START, S("start"), S("Thời gian họp"), offsetof(sql_list_meetings_row, at)},
	{BOTH_TEXT, S("title"), S("Nội dung"), offsetof(sql_list_meetings_row, title)},
};

static const both_fact document_facts[] = {
	{BOTH_TEXT, S("id"), S("Mã"), offsetof(sql_document_view_row, pub)},
	{BOTH_TEXT, S("name"), S("Tên tệp"), offsetof(sql_document_view_row, name)},
	{BOTH_WORD, S("kind"), S("Loại văn bản"), offsetof(sql_document_view_row, kind)},
	{BOTH_WORD, S("purpose"), S("Mục đích"), offsetof(sql_document_view_row, purpose)},
	{BOTH_WORD, S("direction"), S("Chiều"), offsetof(sql_document_view_row, direction)},
	{BOTH_WORD, S("status"), S("Trạng thái"), offsetof(sql_document_view_row, status)},
	{BOTH_TEXT, S("number"), S("Số, ký hiệu"), offsetof(sql_document_view_row, number)},
	{BOTH_TEXT, S("issued"), S("Ngày ban hành"), offsetof(sql_document_view_row, issued)},
	{BOTH_TEXT, S("issuer"), S("Cơ quan ban hành"), offsetof(sql_document_view_row, issuer)},
	{BOTH_TEXT, S("title"), S("Trích yếu"), offsetof(sql_document_view_row, title)},
	{BOTH_WORD, S("urgency"), S("Độ khẩn"), offsetof(sql_document_view_row, urgency)},
	{BOTH_TEXT, S("signer"), S("Người ký"), offsetof(sql_document_view_row, signer)},
	{BOTH_TEXT, S("sha256"), S("SHA-256"), offsetof(sql_document_view_row, sha256)},
	{BOTH_ROW, S("part"), S(""), offsetof(sql_document_view_row, part)},
	{BOTH_ROW, S("parts"), S(""), offsetof(sql_document_view_row, parts)},
	{BOTH_ROW, S("unread"), S(""), offsetof(sql_document_view_row, unread)},
	{BOTH_TIME, S("entered_at"), S("Nhập lúc"), offsetof(sql_document_view_row, entered_at)},
};

/* What else its file holds, for people: programs have the numbers. */
static rc show_file(showing *x, const sql_document_view_row *v, err *e)
{
	sql_document_words_row text = {0};
	bool found = false;
	slice line = S("");
	rc code = RC_OK;

	if (x->o.json)
		return RC_OK;
	if (v->parts > 1)
		both_text(&x->o, S(""), S("Trong tệp"),
		          arena_printf(x->a, "văn bản thứ %lld trong %lld văn bản",
		                       (long long)v->part, (long long)v->parts));
	if (v->unread == DB_NULL)
		return RC_OK;
	code = sql_document_words(x->r->d, &x->r->who, (sql_document_words_in){x->id}, x->a, &text,
	                          &found, e);
	if (code == RC_OK && found)
		line = slice_line_at(text.words, v->unread);
	both_text(&x->o, S(""), S("Chưa đọc"),
	          arena_printf(x->a,
	                       "một văn bản khác trong tệp, từ dòng “%.*s”; tách thành tệp riêng "
	                       "rồi nhập",
	                       (int)line.n, line.p));
	return code;
}

static rc show_in_document(showing *x, const void *row, err *e)
{
	sql_list_assignments_rows duties = {0};
	sql_list_meetings_rows meetings = {0};
	rc code = show_file(x, row, e);

	if (code != RC_OK)
		return code;
	code = sql_list_assignments(x->r->d, &x->r->who,
	                            (sql_list_assignments_in){DB_NULL, x->id, {0}, INT32_MAX}, x->a,
	                            &duties, e);
	if (code == RC_OK)
		code = sql_list_meetings(x->r->d, &x->r->who,
		                         (sql_list_meetings_in){DB_NULL, x->id, {0}, INT32_MAX},
		                         x->a, &meetings, e);
	both_rows(&x->o, S("assignments"), S("Nhiệm vụ"), assignments_facts,
	          ARRAY_LEN(assignments_facts), duties.p, duties.n, sizeof *duties.p);
	both_rows(&x->o, S("meetings"), S("Cuộc họp"), meetings_facts, ARRAY_LEN(meetings_facts),
	          meetings.p, meetings.n, sizeof *meetings.p);
	return code;
}

static const both_fact participants_facts[] = {
	{BOTH_TEXT, S("words"), S("Nguyên văn"), offsetof(sql_meeting_people_row, words)},
	{BOTH_TEXT, S("agency"), S("Mã"), offsetof(sql_meeting_people_row, code)},
	{BOTH_TEXT, S("group"), S("Nhóm"), offsetof(sql_meeting_people_row, group_code)},
	{BOTH_WORD, S("presence"), S("Có mặt"), offsetof(sql_meeting_people_row, presence)},
};

static const both_fact meeting_facts[] = {
	{BOTH_TEXT, S("id"), S("Mã"), offsetof(sql_meeting_view_row, pub)},
	{BOTH_TEXT, S("title"), S("Nội dung"), offsetof(sql_meeting_view_row, title)},
	{BOTH_TEXT, S("quote"), S("Nguyên văn"), offsetof(sql_meeting_view_row, quote)},
	{BOTH_WORD, S("state"), S("Trạng thái"), offsetof(sql_meeting_view_row, state)},
	{BOTH_WORD, S("status"), S("Tình trạng"), offsetof(sql_meeting_view_row, status)},
	{BOTH_START, S("start"), S("Thời gian họp"), offsetof(sql_meeting_view_row, start_minute)},
	{BOTH_TEXT, S("place"), S("Địa điểm"), offsetof(sql_meeting_view_row, place)},
	{BOTH_TEXT, S("chair"), S("Người chủ trì họp"), offsetof(sql_meeting_view_row, chair)},
	{BOTH_TEXT, S("document"), S("Văn bản"), offsetof(sql_meeting_view_row, document)},
	{BOTH_TEXT, S("document_name"), S("Tên tệp"),
         offsetof(sql_meeting_view_row, document_name)},
	{BOTH_TEXT, S("conclusion"), S("Thông báo kết luận"),
         offsetof(sql_meeting_view_row, conclusion)},
	{BOTH_TEXT, S("conclusion_name"), S("Tệp thông báo kết luận"),
         offsetof(sql_meeting_view_row, conclusion_name)},
};

static rc show_in_meeting(showing *x, const void *row, err *e)
{
	static const shown_list people = SHOWN("participants", "Thành phần dự họp",
	                                       participants_facts, meeting_people);
	const sql_meeting_view_row *v = row;

	both_day(&x->o, S("notice_due"), S("Hạn ban hành thông báo kết luận"),
	         v->start_minute == DB_NULL
	                 ? DB_NULL
	                 : calendar_add_working_days(
				   &x->r->cal, (int32_t)(v->start_minute / CMIN_DAY), NOTICE_DAYS));
	return show_list(x, &people, e);
}

static const both_fact item_facts[] = {
	{BOTH_TEXT, S("agency"), S("Mã"), offsetof(sql_collection_items_row, code)},
	{BOTH_TEXT, S("agency_name"), S("Đơn vị"), offsetof(sql_collection_items_row, name)},
	{BOTH_WORD, S("state"), S("Trạng thái"), offsetof(sql_collection_items_row, state)},
	{BOTH_TIME, S("sent_at"), S("Gửi lúc"), offsetof(sql_collection_items_row, sent_at)},
};

static const both_fact collection_facts[] = {
	{BOTH_TEXT, S("id"), S("Mã"), offsetof(sql_collection_view_row, pub)},
	{BOTH_TEXT, S("title"), S("Nội dung"), offsetof(sql_collection_view_row, title)},
	{BOTH_TEXT, S("quote"), S("Nguyên văn"), offsetof(sql_collection_view_row, quote)},
	{BOTH_TEXT, S("compiler"), S("Cơ quan tổng hợp"),
         offsetof(sql_collection_view_row, compiler)},
	{BOTH_WORD, S("state"), S("Trạng thái"), offsetof(sql_collection_view_row, state)},
	{BOTH_MINUTE, S("due"), S("Thời hạn"), offsetof(sql_collection_view_row, due)},
	{BOTH_INT, S("members"), S("Số đơn vị"), offsetof(sql_collection_view_row, members)},
	{BOTH_INT, S("in"), S("Đã gửi"), offsetof(sql_collection_view_row, arrived)},
	{BOTH_INT, S("late"), S("Gửi chậm"), offsetof(sql_collection_view_row, late)},
	{BOTH_TEXT, S("document"), S("Văn bản"), offsetof(sql_collection_view_row, document)},
};

static const both_fact watchers_facts[] = {
	{BOTH_TEXT, S("agency"), S("Mã"), offsetof(sql_petition_watchers_row, code)},
	{BOTH_TEXT, S("agency_name"), S("Cơ quan"), offsetof(sql_petition_watchers_row, name)},
};

static const both_fact petition_facts[] = {
	{BOTH_TEXT, S("id"), S("Mã"), offsetof(sql_petition_view_row, pub)},
	{BOTH_TEXT, S("words"), S("Nội dung"), offsetof(sql_petition_view_row, words)},
	{BOTH_TEXT, S("petitioner"), S("Đơn vị kiến nghị"),
         offsetof(sql_petition_view_row, petitioner)},
	{BOTH_TEXT, S("owner"), S("Cơ quan trả lời"), offsetof(sql_petition_view_row, owner_code)},
	{BOTH_WORD, S("state"), S("Trạng thái"), offsetof(sql_petition_view_row, state)},
	{BOTH_MINUTE, S("due"), S("Thời hạn"), offsetof(sql_petition_view_row, due)},
	{BOTH_TEXT, S("reply"), S("Trả lời"), offsetof(sql_petition_view_row, reply)},
	{BOTH_TEXT, S("reply_document"), S("Văn bản trả lời"),
         offsetof(sql_petition_view_row, reply_document)},
	{BOTH_TEXT, S("document"), S("Văn bản"), offsetof(sql_petition_view_row, document)},
};

static rc show_in_assignment(showing *x, const void *row, err *e)
{
	rc code = show_list(x, &shown_parties, e);

	(void)row;
	if (code == RC_OK)
		code = show_list(x, &shown_limits, e);
	if (code == RC_OK)
		code = show_list(x, &shown_needs, e);
	return code == RC_OK ? show_obligations_of(x, e) : code;
}

static rc show_in_collection(showing *x, const void *row, err *e)
{
	static const shown_list items = SHOWN("items", "Các đơn vị", item_facts, collection_items);

	(void)row;
	return show_list(x, &items, e);
}

static rc show_in_petition(showing *x, const void *row, err *e)
{
	static const shown_list watchers = SHOWN("watchers", "Cơ quan theo dõi", watchers_facts,
	                                         petition_watchers);

	(void)row;
	return show_list(x, &watchers, e);
}

/* How a noun is shown: the facts of its row, then what hangs on it, then its history. */
static const struct {
	const db_stmt *stmt;
	const both_fact *facts;
	size_t nfacts;
	rc (*rest)(showing *x, const void *row, err *e);
} nouns[NOUN_COUNT] = {
#define NOUN(NAME, noun)                                                                           \
	[NOUN_##NAME] = {&sql_##noun##_view_stmt, noun##_facts, ARRAY_LEN(noun##_facts),           \
	                 show_in_##noun}
	NOUN(ASSIGNMENT, assignment), NOUN(DOCUMENT, document), NOUN(MEETING, meeting),
	NOUN(COLLECTION, collection), NOUN(PETITION, petition),
};

static rc show_noun(showing *x, enum noun noun, err *e)
{
	void *row;
	rc code;

	if (noun == NOUN_OBLIGATION)
		return show_obligation(x, e);
	if (nouns[noun].stmt == NULL)
		return err_set(e, RC_INPUT, MSG_NO_SUCH, "nothing to show of it");
	row = arena_alloc(x->a, db_row_size(nouns[noun].stmt));
	code = db_one(x->r->d, nouns[noun].stmt, &x->r->who, &x->id, x->a, row, NULL, e);
	if (code != RC_OK)
		return code;
	both_facts(&x->o, nouns[noun].facts, nouns[noun].nfacts, row);
	code = nouns[noun].rest(x, row, e);
	return code == RC_OK ? show_history(x, noun_word(noun), e) : code;
}

rc out_show(strbuf *b, reg *r, enum noun noun, int64_t id, bool json, arena *a, err *e)
{
	showing x = {.o = both_to(b, json), .r = r, .a = a, .id = id};
	rc code;

	if (json) {
		jout_object(&x.o.j);
		member_text(&x.o.j, S("schema"), S("dondoc.show/1"));
		member_text(&x.o.j, S("noun"), slice_c(noun_word(noun)));
	}
	code = show_noun(&x, noun, e);
	if (json && code == RC_OK) {
		jout_object_end(&x.o.j);
		strbuf_putc(b, '\n');
	}
	return code;
}
