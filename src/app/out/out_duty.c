/*
 * out_duty.c - one obligation in text, JSON and CSV.
 */
#include "app/out/out_duty.h"

#include "model/calendar.h"

enum { ACTION_MAX = 300 };

static void put_document(json_out *j, const sql_obligation_list_row *o)
{
	jout_key(j, S("document"));
	if (o->document.p == NULL) {
		jout_null(j);
		return;
	}
	jout_object(j);
	member_text(j, S("id"), o->document);
	member_text(j, S("number"), o->number);
	member_text(j, S("name"), o->document_name);
	member_text(j, S("title"), o->title);
	jout_object_end(j);
}

static int64_t rolled(const reg *r, int64_t last)
{
	return last == DB_NULL ? DB_NULL : calendar_rolled(&r->cal, last);
}

void out_obligation(json_out *j, const reg *r, const sql_obligation_list_row *o)
{
	jout_object(j);
	member_text(j, S("id"), o->pub);
	member_text(j, S("assignment"), o->duty);
	member_text(j, S("agency"), o->agency);
	member_text(j, S("agency_name"), o->agency_name);
	member_text(j, S("action"), o->action);
	member_text(j, S("state"), o->work);
	member_text(j, S("time"), due_time_state(r, o));
	member_minute(j, S("due"), o->due);
	member_minute(j, S("last"), o->last);
	member_minute(j, S("rolled"), rolled(r, o->last));
	member_minute(j, S("safe"), o->safe);
	member_text(j, S("words"), o->words);
	member_text(j, S("vague"), o->vague);
	member_minute(j, S("given"), o->given);
	member_bool(j, S("extended"), o->given != o->last);
	member_text(j, S("asked"), o->asked);
	member_text(j, S("deliverable"), o->deliverable);
	member_text(j, S("receiver"), o->receiver);
	member_time(j, S("reported_at"), o->reported_at);
	member_time(j, S("done_at"), o->done_at);
	member_bool(j, S("done_in_time"), o->in_time);
	member_text(j, S("reason"), o->reason);
	member_int(j, S("inputs"), o->inputs);
	member_int(j, S("inputs_in"), o->inputs_in);
	member_text(j, S("monitor"), o->monitor);
	member_text(j, S("assigner"), o->assigner);
	member_text(j, S("field"), o->field);
	member_text(j, S("handler"), o->handler);
	member_minute(j, S("handler_due"), o->handler_due);
	member_text(j, S("basis"), o->basis);
	put_document(j, o);
	jout_object_end(j);
}

static void put_asked(strbuf *b, slice asked)
{
	if (slice_eq(asked, S("extend")))
		strbuf_put(b, S(" · Đề nghị gia hạn"));
	else if (slice_eq(asked, S("transfer")))
		strbuf_put(b, S(" · Đề nghị chuyển đơn vị khác"));
}

void out_obligation_line(strbuf *b, const reg *r, const sql_obligation_list_row *o,
                         bool with_agency)
{
	strbuf_put(b, S("  "));
	out_put_minute(b, o->due);
	strbuf_put(b, S("  "));
	strbuf_put(b, due_time_wording(due_time_state(r, o)));
	strbuf_put(b, S(" · "));
	strbuf_put(b, work_wording(o->work));
	put_asked(b, o->asked);
	if (o->given != o->last)
		strbuf_put(b, S(" · Đã gia hạn"));
	if (o->inputs > 0) {
		strbuf_put(b, S(" · việc trước: "));
		strbuf_int(b, o->inputs_in);
		strbuf_putc(b, '/');
		strbuf_int(b, o->inputs);
		strbuf_put(b, S(" đã gửi"));
	}
	strbuf_put(b, S("  ["));
	strbuf_put(b, o->pub);
	strbuf_put(b, S("]\n      "));
	if (with_agency) {
		strbuf_put(b, o->agency_name.p != NULL ? o->agency_name
		                                       : S("Chưa rõ cơ quan chủ trì"));
		strbuf_put(b, S(": "));
	}
	out_line(b, o->action, ACTION_MAX);
	if (o->words.n > 0) {
		strbuf_put(b, S(" ("));
		out_line(b, o->words, ACTION_MAX);
		strbuf_putc(b, ')');
	}
	strbuf_putc(b, '\n');
}
