/*
 * cmd_confirm.c - dondoc confirm: a person decides what was read, or what was reported.
 *
 * Without an id it shows what waits, the doubtful first.
 */
#include "app/cmd/acting.h"
#include "app/opt.h"
#include "app/out/out_duty.h"
#include "register/entry/decide.h"
#include "register/hand/propose.h"
#include "register/people/nouns.h"
#include "register/steps/steps.h"

enum { IDS_MAX = 1000, PARTS_MAX = 64, WAITING = 200 };

typedef struct values {
	office_values office;
	const char *split;
	opt_value as, due;
	const char *action, *lead, *with, *receiver, *watchers, *deliverable, *monitor, *assigner,
		*field;
	bool sure, track_past, drop, merge, all, undated;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	{"put", OPT_ONE_OF, "track|standing|keep", offsetof(values, as),
         "đưa vào theo dõi, nhiệm vụ thường xuyên, hoặc chỉ lưu (mặc định: như đề xuất)"},
	{"all", OPT_SWITCH, NULL, offsetof(values, all), "chấp nhận tất cả những gì đang chờ"},
	{"sure", OPT_SWITCH, NULL, offsetof(values, sure), "chỉ chấp nhận những gì đọc chắc chắn"},
	{"track-past", OPT_SWITCH, NULL, offsetof(values, track_past),
         "theo dõi cả văn bản mà mọi thời hạn đã qua"},
	{"drop", OPT_SWITCH, NULL, offsetof(values, drop), "bỏ, không phải nhiệm vụ"},
	{"merge", OPT_SWITCH, NULL, offsetof(values, merge),
         "gộp các nhiệm vụ này vào nhiệm vụ đầu tiên"},
	{"split", OPT_TEXT, "VIỆC|VIỆC…", offsetof(values, split),
         "tách thành nhiều nhiệm vụ, ngăn bằng |"},
	{"action", OPT_TEXT, "LỜI", offsetof(values, action), "sửa nội dung"},
	{"lead", OPT_TEXT, "MÃ,…", offsetof(values, lead), "sửa cơ quan chủ trì"},
	{"with", OPT_TEXT, "MÃ,…", offsetof(values, with), "sửa cơ quan phối hợp"},
	{"receiver", OPT_TEXT, "MÃ,…", offsetof(values, receiver), "sửa nơi nhận kết quả"},
	{"watchers", OPT_TEXT, "MÃ,…", offsetof(values, watchers), "sửa cơ quan theo dõi"},
	{"due", OPT_MINUTE, "NĂM-THÁNG-NGÀY", offsetof(values, due), "sửa thời hạn"},
	{"no-due", OPT_SWITCH, NULL, offsetof(values, undated), "bỏ thời hạn"},
	{"deliverable", OPT_TEXT, "LỜI", offsetof(values, deliverable),
         "sửa sản phẩm, kết quả phải nộp"},
	{"monitor", OPT_TEXT, "AI", offsetof(values, monitor), "chuyên viên theo dõi"},
	{"assigner", OPT_TEXT, "AI", offsetof(values, assigner), "lãnh đạo giao việc"},
	{"field", OPT_TEXT, "LĨNH VỰC", offsetof(values, field), "lĩnh vực"},
	FORMAT_OPT(office_values),
};

static int run(const call *c);

const command cmd_confirm = {
	.name = "confirm",
	.args = "[MÃ …]",
	.summary = "rà soát đề xuất: chấp nhận, sửa, tách, gộp, bỏ; xác nhận hoàn thành",
	TAKES(opts, values),
	.notes =
		"MÃ của văn bản, nhiệm vụ đề xuất, cuộc họp, hoặc của phần việc đã báo cáo hoàn thành.\n"
		"Không có MÃ: nêu những gì đang chờ, chưa chắc chắn trước. Sửa rồi thì vẫn chờ, trừ khi\n"
		"có --put.",
	.run = run,
};

typedef struct deciding {
	const values *v;
	char **ids;
	int n;
	const char *at_hand; /* which of them */
	enum disposal as;
	duty_in change;
	bool changes;
	uint32_t done, past; /* past: documents that were only kept for that */
} deciding;

/* Accept what waits of a document; one whose limits are past is only kept, unless asked. */
static rc document(reg *r, deciding *x, int64_t id, err *e)
{
	sql_document_past_row past = {0};
	uint32_t n = 0;
	bool found;
	arena a;
	rc code = decide_document(r, id, x->v->track_past, x->v->sure, &n, e);

	arena_init(&a, NULL, 0);
	if (code == RC_OK)
		code = sql_document_past(r->d, (sql_document_past_in){id}, &a, &past, &found, e);
	x->done += n;
	x->past += n > 0 && past.all_past && !x->v->track_past;
	arena_done(&a);
	return code;
}

static rc documents(reg *r, deciding *x, err *e)
{
	sql_proposal_documents_rows rows;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = sql_proposal_documents(r->d, &r->who, (sql_proposal_documents_in){DB_NULL}, &a,
	                              &rows, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		code = document(r, x, rows.p[i].id, e);
	arena_done(&a);
	return code;
}

static rc one_duty(reg *r, deciding *x, int64_t id, err *e)
{
	rc code = RC_OK;

	x->done++;
	if (x->v->drop)
		return decide_drop(r, id, e);
	if (x->changes)
		code = propose_change(r, id, &x->change, e);
	if (code == RC_OK && (!x->changes || x->v->as.text != NULL))
		code = decide_accept(r, id, x->as, e);
	return code;
}

static rc one(reg *r, deciding *x, slice pub, err *e)
{
	enum noun is;
	int64_t id;
	rc code = noun_find(r, pub, &is, &id, e);

	if (code != RC_OK)
		return code;
	if ((x->v->drop && is != NOUN_ASSIGNMENT && is != NOUN_MEETING) ||
	    ((x->v->as.text != NULL || x->changes) && is != NOUN_ASSIGNMENT))
		return err_set(e, RC_USAGE, MSG_NOT_A_PROPOSAL, "%s", x->v->drop ? "drop" : "put");
	if (is == NOUN_OBLIGATION) {
		x->done++;
		return step_take(r, id, STEP_CONFIRM, &(step_in){0}, e);
	}
	if (!r->who.all)
		return err_set(e, RC_INPUT, MSG_NO_SUCH, "the Office alone");
	if (is == NOUN_ASSIGNMENT)
		return one_duty(r, x, id, e);
	if (is == NOUN_MEETING) {
		x->done++;
		return propose_meeting(r, id, !x->v->drop, e);
	}
	if (is != NOUN_DOCUMENT)
		return err_set(e, RC_INPUT, MSG_NO_SUCH, "nothing to confirm in it");
	return document(r, x, id, e);
}

static rc rows_of(reg *r, deciding *x, int64_t *ret, err *e)
{
	rc code = RC_OK;

	for (int i = 0; code == RC_OK && i < x->n; i++) {
		x->at_hand = x->ids[i];
		code = noun_of(r, slice_c(x->at_hand), NOUN_ASSIGNMENT, &ret[i], e);
	}
	return code;
}

static rc split(reg *r, deciding *x, err *e)
{
	slice parts[PARTS_MAX], rest = slice_c(x->v->split);
	int64_t id, made[PARTS_MAX];
	uint32_t n = 0;
	rc code = rows_of(r, x, &id, e);

	while (n < PARTS_MAX && slice_next(&rest, '|', &parts[n]))
		n++;
	if (code == RC_OK)
		code = propose_split(r, id, parts, n, made, e);
	for (uint32_t i = 0; code == RC_OK && x->v->as.text != NULL && i < n; i++)
		code = decide_accept(r, made[i], x->as, e);
	x->done = n;
	return code;
}

static rc work(reg *r, void *ctx, err *e)
{
	deciding *x = ctx;
	int64_t rows[IDS_MAX];
	rc code = RC_OK;

	x->done = x->past = 0;
	if (x->n == 0)
		return r->who.all ? documents(r, x, e)
		                  : err_set(e, RC_INPUT, MSG_FORBIDDEN, "the Office alone");
	if (x->v->split != NULL)
		return split(r, x, e);
	if (x->v->merge) {
		code = rows_of(r, x, rows, e);
		x->done = (uint32_t)x->n;
		return code == RC_OK ? propose_merge(r, rows, (uint32_t)x->n, e) : code;
	}
	for (int i = 0; code == RC_OK && i < x->n; i++) {
		x->at_hand = x->ids[i];
		code = one(r, x, slice_c(x->at_hand), e);
	}
	return code;
}

/* --- what waits --- */

static void meetings_json(json_out *j, const sql_proposal_meetings_rows *rows)
{
	jout_key(j, S("meetings"));
	jout_array(j);
	for (uint32_t i = 0; i < rows->n; i++) {
		const sql_proposal_meetings_row *m = &rows->p[i];

		jout_object(j);
		member_text(j, S("id"), m->pub);
		member_text(j, S("title"), m->title);
		member_text(j, S("starts"), m->starts);
		member_text(j, S("place"), m->place);
		member_text(j, S("document"), m->document);
		member_text(j, S("document_name"), m->document_name);
		jout_object_end(j);
	}
	jout_array_end(j);
}

static void waiting_json(strbuf *b, const sql_proposal_list_rows *rows,
                         const sql_proposal_meetings_rows *meetings)
{
	json_out j = jout_to(b);

	jout_object(&j);
	member_text(&j, S("schema"), S("dondoc.proposals/1"));
	jout_key(&j, S("proposals"));
	jout_array(&j);
	for (uint32_t i = 0; i < rows->n; i++) {
		const sql_proposal_list_row *p = &rows->p[i];

		jout_object(&j);
		member_text(&j, S("id"), p->pub);
		member_text(&j, S("proposed"), p->proposed);
		member_text(&j, S("doubt"), p->doubt);
		member_text(&j, S("nature"), p->nature);
		member_text(&j, S("lead"), p->leads);
		member_text(&j, S("lead_source"), p->lead_source);
		member_text(&j, S("action"), p->action);
		member_text(&j, S("quote"), p->quote);
		member_minute(&j, S("due"), p->due);
		member_text(&j, S("words"), p->due_text);
		member_text(&j, S("document"), p->document);
		member_text(&j, S("document_name"), p->document_name);
		member_bool(&j, S("all_past"), p->all_past);
		jout_object_end(&j);
	}
	jout_array_end(&j);
	meetings_json(&j, meetings);
	jout_object_end(&j);
	strbuf_putc(b, '\n');
}

static void meetings_text(strbuf *b, const sql_proposal_meetings_rows *rows)
{
	if (rows->n > 0)
		strbuf_put(b, S("Cuộc họp chờ đưa vào lịch\n"));
	for (uint32_t i = 0; i < rows->n; i++) {
		const sql_proposal_meetings_row *m = &rows->p[i];

		strbuf_put(b, S("  ["));
		strbuf_put(b, m->pub);
		strbuf_put(b, S("] "));
		if (m->start_minute != DB_NULL)
			out_put_start(b, m->start_minute);
		else
			strbuf_put(b, S("Chưa rõ thời gian"));
		strbuf_put(b, S(" · "));
		strbuf_put(b, m->number.n > 0 ? m->number : m->document_name);
		strbuf_put(b, S("\n      "));
		out_line(b, m->title, 300);
		strbuf_putc(b, '\n');
	}
}

static void waiting_text(strbuf *b, const sql_proposal_list_rows *rows)
{
	for (uint32_t i = 0; i < rows->n; i++) {
		const sql_proposal_list_row *p = &rows->p[i];

		if (i == 0 || (p->doubt.n > 0) != (p[-1].doubt.n > 0))
			strbuf_put(b, p->doubt.n > 0 ? S("Cần xem lại\n") : S("Đọc chắc chắn\n"));
		strbuf_put(b, S("  ["));
		strbuf_put(b, p->pub);
		strbuf_put(b, S("] "));
		strbuf_put(b, slice_eq(p->proposed, S("track"))      ? S("Đưa vào theo dõi")
		              : slice_eq(p->proposed, S("standing")) ? S("Nhiệm vụ thường xuyên")
		                                                     : S("Chỉ lưu"));
		if (p->due != DB_NULL) {
			strbuf_put(b, S(" · "));
			out_put_minute(b, p->due);
		}
		strbuf_put(b, S(" · "));
		strbuf_put(b, p->number.n > 0 ? p->number : p->document_name);
		if (p->all_past)
			strbuf_put(
				b,
				S(" · mọi thời hạn đã qua: theo dõi (--track-past) hay chỉ lưu?"));
		strbuf_put(b, S("\n      "));
		out_line(b, p->leads.n > 0 ? p->leads : S("Chưa rõ cơ quan chủ trì"), 200);
		strbuf_put(b, S(": "));
		out_line(b, p->action, 300);
		if (p->doubt.n > 0) {
			strbuf_put(b, S("\n      → "));
			strbuf_put(b, decide_question(p->doubt));
		}
		strbuf_putc(b, '\n');
	}
}

static rc show_waiting(reg *r, const call *c, answer *to, err *e)
{
	const int64_t most = to->as_json ? INT32_MAX : WAITING;
	sql_proposal_list_rows rows = {0};
	sql_proposal_meetings_rows meetings = {0};
	rc code = sql_proposal_list(r->d, &r->who, (sql_proposal_list_in){DB_NULL, most}, &r->a,
	                            &rows, e);

	(void)c;
	if (code == RC_OK)
		code = sql_proposal_meetings(r->d, &r->who, (sql_proposal_meetings_in){most}, &r->a,
		                             &meetings, e);
	if (code != RC_OK)
		return code;
	if (to->as_json) {
		waiting_json(&to->out, &rows, &meetings);
	} else if (rows.n + meetings.n == 0) {
		strbuf_put(&to->out, S("Không có đề xuất nào chờ rà soát.\n"));
	} else {
		waiting_text(&to->out, &rows);
		meetings_text(&to->out, &meetings);
	}
	return RC_OK;
}

/* What cannot be meant together. */
static bool at_once(const values *v, const deciding *x)
{
	int ways = v->drop + v->merge + (v->split != NULL) + x->changes;

	if (ways < 2 && !(v->drop && v->as.text != NULL) && !(v->undated && v->due.text != NULL))
		return true;
	(void)complain_usage(&cmd_confirm, "các tùy chọn này không dùng cùng nhau", (slice){0});
	return false;
}

static bool prepare(const values *v, int n, deciding *x)
{
	x->as = v->as.text != NULL ? (enum disposal)(DISPOSAL_TRACK + v->as.n) : (enum disposal)0;
	x->change = (duty_in){slice_c(v->action),
	                      slice_c(v->deliverable),
	                      slice_c(v->monitor),
	                      slice_c(v->assigner),
	                      slice_c(v->field),
	                      slice_c(v->lead),
	                      slice_c(v->with),
	                      slice_c(v->receiver),
	                      slice_c(v->watchers),
	                      opt_or(v->due, DB_NULL),
	                      v->undated};
	x->changes = v->action != NULL || v->deliverable != NULL || v->monitor != NULL ||
	             v->assigner != NULL || v->field != NULL || v->lead != NULL ||
	             v->with != NULL || v->receiver != NULL || v->watchers != NULL ||
	             v->due.text != NULL || v->undated;
	if (n > IDS_MAX)
		return (void)complain_usage(&cmd_confirm, "quá nhiều mã một lúc", (slice){0}),
		       false;
	if (((v->split != NULL || x->changes) && n != 1) || (v->merge && n < 2) ||
	    ((v->drop || v->as.text != NULL) && n == 0) || (v->all && n > 0))
		return (void)complain_usage(&cmd_confirm, "số mã không hợp với việc này",
		                            (slice){0}),
		       false;
	return at_once(v, x);
}

static int run(const call *c)
{
	const values *v = c->values;
	deciding x = {.v = v, .ids = c->args, .n = c->n};
	const char *id = c->n == 1 ? c->args[0] : NULL;
	int code;

	if (!prepare(v, c->n, &x))
		return EXIT_WRONG;
	if (c->n == 0 && !v->all && !v->sure)
		return look(c, show_waiting);
	code = act_on(c, &x.at_hand, work, &x);
	if (code == EXIT_FINE)
		code = act_said(c, "Đã quyết định", "confirm", id, x.done);
	if (code == EXIT_FINE && call_format(c) == OUT_TEXT)
		out_past(x.past);
	return code;
}
