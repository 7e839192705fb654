/*
 * out_due.c - the report of `due` in text, JSON and CSV: one table of its groups for all.
 */
#include "app/out/out_duty.h"
#include "app/out/table_out.h"
#include "model/vi_format.h"

enum { ACTION_MAX = 300 };

static const struct {
	slice key, heading;
	size_t at;
} pages[] = {
	{S("mine"), S("Nhiệm vụ của đơn vị"), offsetof(due_report, mine)},
	{S("undated"), S("Nhiệm vụ của đơn vị chưa có thời hạn"), offsetof(due_report, undated)},
	{S("unnamed"), S("Chưa rõ cơ quan chủ trì"), offsetof(due_report, unnamed)},
};
static const struct {
	slice key, heading;
	size_t at;
} lists[] = {
	{S("coordinating"), S("Phối hợp"), offsetof(due_report, coordinating)},
	{S("all"), S("Giao chung"), offsetof(due_report, all)},
	{S("standing"), S("Nhiệm vụ thường xuyên nêu tên đơn vị"), offsetof(due_report, standing)},
};

static const due_page *page_at(const due_report *x, size_t i)
{
	return (const due_page *)(const void *)((const char *)x + pages[i].at);
}

static const due_duties *list_at(const due_report *x, size_t i)
{
	return (const due_duties *)(const void *)((const char *)x + lists[i].at);
}

/* --- JSON --- */

static void json_duty(json_out *j, const due_duty *d)
{
	jout_object(j);
	member_text(j, S("assignment"), d->pub);
	member_text(j, S("action"), d->action);
	member_text(j, S("disposal"), d->disposal);
	member_text(j, S("nature"), d->nature);
	member_bool(j, S("tracked"), slice_eq(d->disposal, S("track")));
	member_minute(j, S("due"), d->due);
	member_text(j, S("words"), d->words);
	member_text(j, S("vague"), d->vague);
	member_text(j, S("lead"), d->leads);
	member_text(j, S("lead_source"), d->lead_source);
	member_text(j, S("document"), d->document);
	member_text(j, S("number"), d->number);
	member_text(j, S("document_name"), d->document_name);
	jout_object_end(j);
}

static void json_rounds(json_out *j, const reg *r, const due_report *x)
{
	jout_key(j, S("awaited"));
	jout_array(j);
	for (uint32_t i = 0; i < x->awaited.n; i++) {
		const sql_due_rounds_row *c = &x->awaited.p[i];

		jout_object(j);
		member_text(j, S("id"), c->pub);
		member_text(j, S("assignment"), c->duty);
		member_text(j, S("title"), c->title);
		member_text(j, S("from"), c->leads);
		member_text(j, S("compiler"), c->compiler);
		member_minute(j, S("due"), c->due);
		member_text(j, S("words"), c->words);
		member_bool(j, S("overdue"),
		            c->due != DB_NULL && c->due < r->minute && c->arrived < c->members);
		member_int(j, S("members"), c->members);
		member_int(j, S("in"), c->arrived);
		member_int(j, S("late"), c->late);
		member_text(j, S("document"), c->document);
		member_text(j, S("document_name"), c->document_name);
		jout_object_end(j);
	}
	jout_array_end(j);
}

static void json_collisions(json_out *j, const due_report *x)
{
	jout_key(j, S("collisions"));
	jout_array(j);
	for (uint32_t i = 0; i < x->collisions.n; i++) {
		const due_week *w = &x->collisions.p[i];

		jout_object(j);
		member_day(j, S("from"), w->monday);
		member_day(j, S("to"), w->monday + 6);
		member_int(j, S("count"), w->things.n);
		jout_key(j, S("things"));
		jout_array(j);
		for (uint32_t k = 0; k < w->things.n; k++) {
			jout_object(j);
			member_text(j, S("kind"), slice_c(w->things.p[k].kind));
			member_text(j, S("id"), w->things.p[k].pub);
			member_minute(j, S("at"), w->things.p[k].minute);
			member_text(j, S("title"), w->things.p[k].title);
			jout_object_end(j);
		}
		jout_array_end(j);
		jout_object_end(j);
	}
	jout_array_end(j);
}

static void json_meetings(json_out *j, const due_report *x)
{
	jout_key(j, S("meetings_without_conclusion"));
	jout_array(j);
	for (uint32_t i = 0; i < x->unconcluded.n; i++) {
		const due_missing *m = &x->unconcluded.p[i];

		jout_object(j);
		member_text(j, S("id"), m->meeting.pub);
		member_text(j, S("title"), m->meeting.title);
		member_text(j, S("start"), m->meeting.starts);
		member_day(j, S("notice_due"), m->limit);
		member_bool(j, S("late"), m->late);
		member_text(j, S("document"), m->meeting.document);
		member_text(j, S("document_name"), m->meeting.document_name);
		jout_object_end(j);
	}
	jout_array_end(j);
}

static void json_periodic(json_out *j, const due_report *x)
{
	jout_key(j, S("periodic"));
	jout_array(j);
	for (uint32_t i = 0; i < x->periodic.n; i++) {
		const due_periodic *p = &x->periodic.p[i];

		jout_object(j);
		member_text(j, S("id"), p->row.pub);
		member_text(j, S("title"), p->row.title);
		member_text(j, S("agency"), p->row.agency);
		member_text(j, S("rule"), p->row.rule);
		member_day(j, S("next"), p->next == DUE_NO_DAY ? DB_NULL : p->next);
		member_text(j, S("receiver"), p->row.receiver);
		member_text(j, S("document_name"), p->row.document_name);
		jout_object_end(j);
	}
	jout_array_end(j);
}

static void json_pages(json_out *j, const reg *r, const due_report *x)
{
	for (size_t i = 0; i < ARRAY_LEN(pages); i++) {
		const due_page *p = page_at(x, i);

		jout_key(j, pages[i].key);
		jout_array(j);
		for (uint32_t k = 0; k < p->rows.n; k++)
			out_obligation(j, r, &p->rows.p[k]);
		jout_array_end(j);
	}
	for (size_t i = 0; i < ARRAY_LEN(lists); i++) {
		const due_duties *l = list_at(x, i);

		jout_key(j, lists[i].key);
		jout_array(j);
		for (uint32_t k = 0; k < l->n; k++)
			json_duty(j, &l->p[k]);
		jout_array_end(j);
	}
	jout_key(j, S("totals"));
	jout_object(j);
	for (size_t i = 0; i < ARRAY_LEN(pages); i++)
		member_int(j, pages[i].key, page_at(x, i)->total);
	jout_object_end(j);
}

void out_due_json(strbuf *b, const reg *r, const due_head *head, const due_report *x)
{
	json_out j = jout_to(b);

	jout_object(&j);
	member_text(&j, S("schema"), S("dondoc.due/1"));
	member_text(&j, S("agency"), head->agency);
	member_text(&j, S("agency_name"), head->agency_name);
	member_day(&j, S("today"), r->minute / CMIN_DAY);
	member_text(&j, S("counted_by"), r->rolled ? S("rolled") : S("last"));
	json_pages(&j, r, x);
	json_rounds(&j, r, x);
	json_collisions(&j, x);
	json_meetings(&j, x);
	json_periodic(&j, x);
	jout_object_end(&j);
	strbuf_putc(b, '\n');
}

/* --- text --- */

static void heading(strbuf *b, slice words, int64_t n)
{
	strbuf_put(b, S("\n"));
	strbuf_put(b, words);
	strbuf_put(b, S(" ("));
	strbuf_int(b, n);
	strbuf_put(b, S(")\n"));
}

static void text_page(strbuf *b, const reg *r, const due_head *head, const due_report *x, size_t i)
{
	const due_page *p = page_at(x, i);

	if (p->total == 0)
		return;
	heading(b, i == 0 && head->agency.n == 0 ? S("Nhiệm vụ có thời hạn") : pages[i].heading,
	        p->total);
	for (uint32_t k = 0; k < p->rows.n; k++)
		out_obligation_line(b, r, &p->rows.p[k], head->agency.n == 0);
	if (p->total > p->rows.n) {
		strbuf_put(b, S("  … và "));
		strbuf_int(b, p->total - p->rows.n);
		strbuf_put(b, S(" nhiệm vụ nữa (--limit)\n"));
	}
}

static void text_list(strbuf *b, const due_report *x, size_t i)
{
	const due_duties *l = list_at(x, i);

	if (l->n == 0)
		return;
	heading(b, lists[i].heading, l->n);
	for (uint32_t k = 0; k < l->n; k++) {
		const due_duty *d = &l->p[k];

		strbuf_put(b, S("  "));
		if (d->due != DB_NULL) {
			out_put_minute(b, d->due);
			strbuf_put(b, S("  "));
		}
		out_line(b, d->action, ACTION_MAX);
		strbuf_put(b, S("  ["));
		strbuf_put(b, d->pub);
		strbuf_put(b, S("]\n"));
	}
}

static void text_rounds(strbuf *b, const due_report *x)
{
	if (x->awaited.n == 0)
		return;
	heading(b, S("Chờ đơn vị khác gửi đến"), x->awaited.n);
	for (uint32_t i = 0; i < x->awaited.n; i++) {
		const sql_due_rounds_row *c = &x->awaited.p[i];

		strbuf_put(b, S("  "));
		out_put_minute(b, c->due);
		strbuf_put(b, S("  đã gửi "));
		strbuf_int(b, c->arrived);
		strbuf_putc(b, '/');
		if (c->members > 0)
			strbuf_int(b, c->members);
		else
			strbuf_putc(b, '?');
		strbuf_put(b, S("  ["));
		strbuf_put(b, c->pub);
		strbuf_put(b, S("]\n      "));
		out_line(b, c->leads, ACTION_MAX);
		strbuf_put(b, S(": "));
		out_line(b, c->title, ACTION_MAX);
		strbuf_putc(b, '\n');
	}
}

static void text_collisions(strbuf *b, const due_report *x)
{
	if (x->collisions.n == 0)
		return;
	heading(b, S("Tuần dồn việc"), x->collisions.n);
	for (uint32_t i = 0; i < x->collisions.n; i++) {
		const due_week *w = &x->collisions.p[i];

		strbuf_put(b, S("  Tuần "));
		vi_date(b, w->monday);
		strbuf_put(b, S(" – "));
		vi_date(b, w->monday + 6);
		strbuf_put(b, S(": "));
		strbuf_int(b, w->things.n);
		strbuf_put(b, S(" việc\n"));
		for (uint32_t k = 0; k < w->things.n; k++) {
			const due_thing *t = &w->things.p[k];

			strbuf_put(b, S("    "));
			out_put_start(b, t->minute);
			strbuf_put(b, slice_eq(slice_c(t->kind), S("meeting")) ? S("  họp: ")
			                                                       : S("  "));
			out_line(b, t->title, 120);
			strbuf_putc(b, '\n');
		}
	}
}

static void text_meetings(strbuf *b, const due_report *x)
{
	if (x->unconcluded.n == 0)
		return;
	heading(b, S("Chưa có thông báo kết luận"), x->unconcluded.n);
	for (uint32_t i = 0; i < x->unconcluded.n; i++) {
		const due_missing *m = &x->unconcluded.p[i];

		strbuf_put(b, S("  "));
		out_put_start(b, m->meeting.start_minute);
		strbuf_put(b, S("  hạn ban hành "));
		vi_date(b, m->limit);
		strbuf_put(b, m->late ? S(" (quá hạn)\n      ") : S("\n      "));
		out_line(b, m->meeting.title, ACTION_MAX);
		strbuf_putc(b, '\n');
	}
}

static void text_periodic(strbuf *b, const due_report *x)
{
	if (x->periodic.n == 0)
		return;
	heading(b, S("Báo cáo định kỳ"), x->periodic.n);
	for (uint32_t i = 0; i < x->periodic.n; i++) {
		const due_periodic *p = &x->periodic.p[i];

		strbuf_put(b, S("  "));
		out_put_day(b, p->next == DUE_NO_DAY ? DB_NULL : p->next);
		strbuf_put(b, S("  "));
		out_line(b, p->row.title, ACTION_MAX);
		strbuf_putc(b, '\n');
	}
}

void out_due_text(strbuf *b, const reg *r, const due_head *head, const due_report *x)
{
	strbuf_put(b, head->agency.n > 0 ? head->agency_name : S("Toàn bộ sổ theo dõi"));
	strbuf_put(b, S(", ngày "));
	vi_date(b, (int32_t)(r->minute / CMIN_DAY));
	strbuf_putc(b, '\n');
	text_page(b, r, head, x, 0);
	text_rounds(b, x);
	text_list(b, x, 0);
	text_list(b, x, 1);
	text_page(b, r, head, x, 1);
	text_list(b, x, 2);
	text_page(b, r, head, x, 2);
	text_collisions(b, x);
	text_meetings(b, x);
	text_periodic(b, x);
}

static const table_heading headings[] = {
	{S("Nhóm"), 18},
	{S("Mã"), 17},
	{S("Cơ quan"), 10},
	{S("Tên cơ quan"), 22},
	{S("Nhiệm vụ"), 48},
	{S("Trạng thái"), 17},
	{S("Thời gian"), 15},
	{S("Thời hạn"), 16},
	{S("Ngày làm việc cuối cùng còn kịp"), 16},
	{S("Thời hạn ghi trong văn bản"), 28},
	{S("Số văn bản"), 18},
	{S("Văn bản"), 28},
};

static void put_cell(table_out *to, int64_t minute)
{
	if (minute == DB_NULL)
		table_text(to, S(""));
	else
		table_minute(to, minute);
}

static rc table_duty(table_out *to, const reg *r, slice group, const sql_obligation_list_row *o,
                     err *e)
{
	table_text(to, group);
	table_text(to, o->pub);
	table_text(to, o->agency);
	table_text(to, o->agency_name);
	table_text(to, o->action);
	table_text(to, work_wording(o->work));
	table_text(to, due_time_wording(due_time_state(r, o)));
	put_cell(to, o->due);
	put_cell(to, o->safe);
	table_text(to, o->words);
	table_text(to, o->number);
	table_text(to, o->document_name);
	return table_row(to, e);
}

/* A round of others, or a duty of nobody in particular, as the rows of the table are. */
#define AS_DUTY(x, words_of)                                                                       \
	(sql_obligation_list_row)                                                                  \
	{                                                                                          \
		.pub = (x)->pub, .agency_name = (x)->leads, .action = (x)->words_of,               \
		.work = work_word(WORK_NOT_STARTED), .due = (x)->due, .safe = DB_NULL,             \
		.words = (x)->words, .number = (x)->number, .document_name = (x)->document_name,   \
	}

static rc table_all(table_out *to, const reg *r, const due_report *x, err *e)
{
	rc code = RC_OK;

	for (size_t i = 0; i < ARRAY_LEN(pages); i++)
		for (uint32_t k = 0; code == RC_OK && k < page_at(x, i)->rows.n; k++)
			code = table_duty(to, r, pages[i].heading, &page_at(x, i)->rows.p[k], e);
	for (uint32_t i = 0; code == RC_OK && i < x->awaited.n; i++)
		code = table_duty(to, r, S("Chờ đơn vị khác gửi đến"),
		                  &AS_DUTY(&x->awaited.p[i], title), e);
	for (size_t i = 0; i < ARRAY_LEN(lists); i++)
		for (uint32_t k = 0; code == RC_OK && k < list_at(x, i)->n; k++)
			code = table_duty(to, r, lists[i].heading,
			                  &AS_DUTY(&list_at(x, i)->p[k], action), e);
	return code;
}

rc out_due_table(const reg *r, const due_report *x, const char *path, arena *a, err *e)
{
	table_out *to;
	rc closed, code = table_open(path, S("Nhiệm vụ đến hạn"), headings, ARRAY_LEN(headings), a,
	                             &to, e);

	if (code != RC_OK)
		return code;
	code = table_all(to, r, x, e);
	closed = table_close(to, code == RC_OK, code == RC_OK ? e : NULL);
	return code == RC_OK ? closed : code;
}
