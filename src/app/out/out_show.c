/*
 * out_show.c - each noun: its facts, its words, what hangs on it, its history.
 */
#include "app/out/out_show.h"

#include "app/out/out_show_priv.h"
#include "model/calendar.h"
#include "register/duty/obligation.h"

enum { NOTICE_DAYS = 5 };

static rc no_such(err *e)
{
	return err_set(e, RC_INPUT, MSG_NO_SUCH, "not for this viewer");
}

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
	if (code != RC_OK || rows.n == 0)
		return code != RC_OK ? code : no_such(e);
	both_text(&x->o, S("action"), S("Nhiệm vụ"), rows.p[0].action);
	both_text(&x->o, S("quote"), S("Nguyên văn"), words.quote);
	both_text(&x->o, S("assignment"), S("Mã nhiệm vụ"), rows.p[0].duty);
	show_obligation_facts(x, &rows.p[0]);
	both_text(&x->o, S("words"), S("Thời hạn ghi trong văn bản"), rows.p[0].words);
	both_int(&x->o, S("inputs"), S("Việc trước"), rows.p[0].inputs);
	both_int(&x->o, S("inputs_in"), S("Việc trước đã gửi"), rows.p[0].inputs_in);
	both_text(&x->o, S("monitor"), S("Chuyên viên theo dõi"), rows.p[0].monitor);
	both_text(&x->o, S("assigner"), S("Lãnh đạo giao việc"), rows.p[0].assigner);
	both_text(&x->o, S("field"), S("Lĩnh vực"), rows.p[0].field);
	both_text(&x->o, S("handler"), S("Người xử lý"), rows.p[0].handler);
	both_minute(&x->o, S("handler_due"), S("Hạn nội bộ"), rows.p[0].handler_due);
	both_text(&x->o, S("document"), S("Văn bản"), rows.p[0].document);
	both_text(&x->o, S("document_name"), S("Tên tệp"), rows.p[0].document_name);
	code = show_evidence(x, e);
	if (code == RC_OK)
		code = show_requests(x, e);
	return code == RC_OK ? show_history_own(x, e) : code;
}

static rc show_assignment(showing *x, err *e)
{
	sql_assignment_view_row v = {0};
	bool found = false;
	both *o = &x->o;
	rc code = sql_assignment_view(x->r->d, &x->r->who, (sql_assignment_view_in){x->id}, x->a,
	                              &v, &found, e);

	if (code != RC_OK || !found)
		return code != RC_OK ? code : no_such(e);
	both_text(o, S("id"), S("Mã"), v.pub);
	both_text(o, S("action"), S("Nhiệm vụ"), v.action);
	both_text(o, S("quote"), S("Nguyên văn"), v.quote);
	both_int(o, S("at"), S("Vị trí"), v.at);
	both_int(o, S("length"), S("Độ dài"), v.len);
	both_word(o, S("state"), S("Trạng thái"), v.state);
	both_word(o, S("disposal"), S("Xử lý"), v.disposal);
	both_word(o, S("proposed"), S("Đề xuất"), v.proposed);
	both_words(o, S("doubt"), S("Cần xem lại"), v.doubt);
	both_word(o, S("nature"), S("Tính chất"), v.nature);
	both_word(o, S("origin"), S("Nguồn"), v.origin);
	both_word(o, S("lead_source"), S("Chủ trì theo"), v.lead_source);
	both_minute(o, S("due"), S("Thời hạn"), v.due);
	both_text(o, S("words"), S("Thời hạn ghi trong văn bản"), v.due_text);
	both_text(o, S("vague"), S("Yêu cầu sớm, chưa nêu ngày"), v.vague);
	both_text(o, S("measure"), S("Chỉ tiêu"), v.measure);
	both_text(o, S("deliverable"), S("Sản phẩm, kết quả phải nộp"), v.deliverable);
	both_text(o, S("receiver"), S("Nơi nhận kết quả"), v.receiver);
	both_text(o, S("basis"), S("Căn cứ giao việc"), v.basis);
	both_word(o, S("basis_kind"), S("Loại căn cứ"), v.basis_kind);
	both_text(o, S("monitor"), S("Chuyên viên theo dõi"), v.monitor);
	both_text(o, S("assigner"), S("Lãnh đạo giao việc"), v.assigner);
	both_text(o, S("field"), S("Lĩnh vực"), v.field);
	both_int(o, S("expands"), S("Số đơn vị được nêu"), v.expands);
	both_time(o, S("decided_at"), S("Quyết định lúc"), v.decided_at);
	both_text(o, S("document"), S("Văn bản"), v.document);
	both_text(o, S("document_name"), S("Tên tệp"), v.document_name);
	code = show_parties(x, e);
	if (code == RC_OK)
		code = show_limits(x, e);
	if (code == RC_OK)
		code = show_needs(x, e);
	if (code == RC_OK)
		code = show_obligations_of(x, e);
	return code == RC_OK ? show_history(x, "assignment", e) : code;
}

static rc show_document(showing *x, err *e)
{
	sql_list_assignments_rows duties = {0};
	sql_list_meetings_rows meetings = {0};
	sql_document_view_row v = {0};
	bool found = false;
	both *o = &x->o;
	rc code = sql_document_view(x->r->d, &x->r->who, (sql_document_view_in){x->id}, x->a, &v,
	                            &found, e);

	if (code != RC_OK || !found)
		return code != RC_OK ? code : no_such(e);
	both_text(o, S("id"), S("Mã"), v.pub);
	both_text(o, S("name"), S("Tên tệp"), v.name);
	both_word(o, S("kind"), S("Loại văn bản"), v.kind);
	both_word(o, S("purpose"), S("Mục đích"), v.purpose);
	both_word(o, S("direction"), S("Chiều"), v.direction);
	both_word(o, S("status"), S("Trạng thái"), v.status);
	both_text(o, S("number"), S("Số, ký hiệu"), v.number);
	both_text(o, S("issued"), S("Ngày ban hành"), v.issued);
	both_text(o, S("issuer"), S("Cơ quan ban hành"), v.issuer);
	both_text(o, S("title"), S("Trích yếu"), v.title);
	both_word(o, S("urgency"), S("Độ khẩn"), v.urgency);
	both_text(o, S("signer"), S("Người ký"), v.signer);
	both_text(o, S("sha256"), S("SHA-256"), v.sha256);
	both_time(o, S("entered_at"), S("Nhập lúc"), v.entered_at);
	code = sql_list_assignments(x->r->d, &x->r->who,
	                            (sql_list_assignments_in){DB_NULL, x->id, {0}, INT32_MAX}, x->a,
	                            &duties, e);
	if (code == RC_OK)
		code = sql_list_meetings(x->r->d, &x->r->who,
		                         (sql_list_meetings_in){DB_NULL, x->id, {0}, INT32_MAX},
		                         x->a, &meetings, e);
	both_list(o, S("assignments"), S("Nhiệm vụ"), duties.n);
	for (uint32_t i = 0; i < duties.n; i++) {
		both_item(o);
		both_text(o, S("id"), S("Mã"), duties.p[i].pub);
		both_word(o, S("state"), S("Trạng thái"), duties.p[i].state);
		both_minute(o, S("due"), S("Thời hạn"), duties.p[i].at);
		both_text(o, S("lead"), S("Chủ trì"), duties.p[i].who);
		both_text(o, S("action"), S("Nội dung"), duties.p[i].title);
		both_item_end(o);
	}
	both_list_end(o);
	both_list(o, S("meetings"), S("Cuộc họp"), meetings.n);
	for (uint32_t i = 0; i < meetings.n; i++) {
		both_item(o);
		both_text(o, S("id"), S("Mã"), meetings.p[i].pub);
		both_word(o, S("state"), S("Trạng thái"), meetings.p[i].state);
		both_start(o, S("start"), S("Thời gian họp"), meetings.p[i].at);
		both_text(o, S("title"), S("Nội dung"), meetings.p[i].title);
		both_item_end(o);
	}
	both_list_end(o);
	return code == RC_OK ? show_history(x, "document", e) : code;
}

static rc show_meeting(showing *x, err *e)
{
	sql_meeting_people_rows people = {0};
	sql_meeting_view_row v = {0};
	bool found = false;
	both *o = &x->o;
	rc code = sql_meeting_view(x->r->d, &x->r->who, (sql_meeting_view_in){x->id}, x->a, &v,
	                           &found, e);

	if (code != RC_OK || !found)
		return code != RC_OK ? code : no_such(e);
	both_text(o, S("id"), S("Mã"), v.pub);
	both_text(o, S("title"), S("Nội dung"), v.title);
	both_text(o, S("quote"), S("Nguyên văn"), v.quote);
	both_word(o, S("state"), S("Trạng thái"), v.state);
	both_word(o, S("status"), S("Tình trạng"), v.status);
	both_start(o, S("start"), S("Thời gian họp"), v.start_minute);
	both_text(o, S("place"), S("Địa điểm"), v.place);
	both_text(o, S("chair"), S("Người chủ trì họp"), v.chair);
	both_text(o, S("document"), S("Văn bản"), v.document);
	both_text(o, S("document_name"), S("Tên tệp"), v.document_name);
	both_text(o, S("conclusion"), S("Thông báo kết luận"), v.conclusion);
	both_text(o, S("conclusion_name"), S("Tệp thông báo kết luận"), v.conclusion_name);
	both_day(o, S("notice_due"), S("Hạn ban hành thông báo kết luận"),
	         v.start_minute == DB_NULL
	                 ? DB_NULL
	                 : calendar_add_working_days(
				   &x->r->cal, (int32_t)(v.start_minute / CMIN_DAY), NOTICE_DAYS));
	code = sql_meeting_people(x->r->d, &x->r->who, (sql_meeting_people_in){x->id}, x->a,
	                          &people, e);
	both_list(o, S("participants"), S("Thành phần dự họp"), people.n);
	for (uint32_t i = 0; i < people.n; i++) {
		both_item(o);
		both_text(o, S("words"), S("Nguyên văn"), people.p[i].words);
		both_text(o, S("agency"), S("Mã"), people.p[i].code);
		both_text(o, S("group"), S("Nhóm"), people.p[i].group_code);
		both_word(o, S("presence"), S("Có mặt"), people.p[i].presence);
		both_item_end(o);
	}
	both_list_end(o);
	return code == RC_OK ? show_history(x, "meeting", e) : code;
}

static rc show_collection(showing *x, err *e)
{
	sql_collection_items_rows items = {0};
	sql_collection_view_row v = {0};
	bool found = false;
	both *o = &x->o;
	rc code = sql_collection_view(x->r->d, &x->r->who, (sql_collection_view_in){x->id}, x->a,
	                              &v, &found, e);

	if (code != RC_OK || !found)
		return code != RC_OK ? code : no_such(e);
	both_text(o, S("id"), S("Mã"), v.pub);
	both_text(o, S("title"), S("Nội dung"), v.title);
	both_text(o, S("quote"), S("Nguyên văn"), v.quote);
	both_text(o, S("compiler"), S("Cơ quan tổng hợp"), v.compiler);
	both_word(o, S("state"), S("Trạng thái"), v.state);
	both_minute(o, S("due"), S("Thời hạn"), v.due);
	both_int(o, S("members"), S("Số đơn vị"), v.members);
	both_int(o, S("in"), S("Đã gửi"), v.arrived);
	both_int(o, S("late"), S("Gửi chậm"), v.late);
	both_text(o, S("document"), S("Văn bản"), v.document);
	code = sql_collection_items(x->r->d, &x->r->who, (sql_collection_items_in){x->id}, x->a,
	                            &items, e);
	both_list(o, S("items"), S("Các đơn vị"), items.n);
	for (uint32_t i = 0; i < items.n; i++) {
		both_item(o);
		both_text(o, S("agency"), S("Mã"), items.p[i].code);
		both_text(o, S("agency_name"), S("Đơn vị"), items.p[i].name);
		both_word(o, S("state"), S("Trạng thái"), items.p[i].state);
		both_time(o, S("sent_at"), S("Gửi lúc"), items.p[i].sent_at);
		both_item_end(o);
	}
	both_list_end(o);
	return code == RC_OK ? show_history(x, "collection", e) : code;
}

static rc show_petition(showing *x, err *e)
{
	sql_petition_watchers_rows watchers = {0};
	sql_petition_view_row v = {0};
	bool found = false;
	both *o = &x->o;
	rc code = sql_petition_view(x->r->d, &x->r->who, (sql_petition_view_in){x->id}, x->a, &v,
	                            &found, e);

	if (code != RC_OK || !found)
		return code != RC_OK ? code : no_such(e);
	both_text(o, S("id"), S("Mã"), v.pub);
	both_text(o, S("words"), S("Nội dung"), v.words);
	both_text(o, S("petitioner"), S("Đơn vị kiến nghị"), v.petitioner);
	both_text(o, S("owner"), S("Cơ quan trả lời"), v.owner_code);
	both_word(o, S("state"), S("Trạng thái"), v.state);
	both_minute(o, S("due"), S("Thời hạn"), v.due);
	both_text(o, S("reply"), S("Trả lời"), v.reply);
	both_text(o, S("reply_document"), S("Văn bản trả lời"), v.reply_document);
	both_text(o, S("document"), S("Văn bản"), v.document);
	code = sql_petition_watchers(x->r->d, &x->r->who, (sql_petition_watchers_in){x->id}, x->a,
	                             &watchers, e);
	both_list(o, S("watchers"), S("Cơ quan theo dõi"), watchers.n);
	for (uint32_t i = 0; i < watchers.n; i++) {
		both_item(o);
		both_text(o, S("agency"), S("Mã"), watchers.p[i].code);
		both_text(o, S("agency_name"), S("Cơ quan"), watchers.p[i].name);
		both_item_end(o);
	}
	both_list_end(o);
	return code == RC_OK ? show_history(x, "petition", e) : code;
}

rc out_show(strbuf *b, reg *r, enum noun noun, int64_t id, bool json, arena *a, err *e)
{
	static rc (*const shows[NOUN_COUNT])(showing *, err *) = {
		[NOUN_OBLIGATION] = show_obligation, [NOUN_ASSIGNMENT] = show_assignment,
		[NOUN_DOCUMENT] = show_document,     [NOUN_MEETING] = show_meeting,
		[NOUN_COLLECTION] = show_collection, [NOUN_PETITION] = show_petition,
	};
	showing x = {.o = both_to(b, json), .r = r, .a = a, .id = id};
	rc code;

	if (shows[noun] == NULL)
		return no_such(e);
	if (json) {
		jout_object(&x.o.j);
		member_text(&x.o.j, S("schema"), S("dondoc.show/1"));
		member_text(&x.o.j, S("noun"), slice_c(noun_word(noun)));
	}
	code = shows[noun](&x, e);
	if (json && code == RC_OK) {
		jout_object_end(&x.o.j);
		strbuf_putc(b, '\n');
	}
	return code;
}
