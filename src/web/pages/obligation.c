/*
 * obligation.c - one obligation: where it stands, what its reader may do with it (act.c does
 * it), what happened to it. Which step is open is the register's to say (duty_steps.def).
 */
#include "register/duty/obligation.h"

#include "model/roles.h"
#include "register/event_words.h"
#include "register/steps/steps.h"
#include "views.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"

enum { HISTORY = 60 };

static rc fill_history(visit *p, int64_t id, obligation_view *v, err *e)
{
	sql_event_history_rows rows = {0};
	rc code = sql_event_history(p->r->d, (sql_event_history_in){S("obligation"), id, HISTORY},
	                            p->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_event_history_row *h = &rows.p[i];

		/* Whoever took the last step may take it back. */
		v->can_undo |= i == 0 &&
		               ((step_of(h->verb) != STEP_COUNT && h->account == p->r->who.user) ||
		                (request_is_answer(h->verb) &&
		                 (page_may(p, RIGHT_GRANT) || h->account == p->r->who.user) &&
		                 p->r->who.all));
		*VEC_PUSH(p->a, &v->history) = (history_row){
			page_time(p, h->at), h->name.n > 0 ? h->name : S("Quản trị máy chủ"),
			event_wording(h->verb), rows_note(p, h->verb, h->detail)};
	}
	return code;
}

static slice request_state(slice state)
{
	static const struct {
		slice word, words;
	} states[] = {{S("asked"), S("Đang chờ trả lời")},
	              {S("granted"), S("Đồng ý")},
	              {S("refused"), S("Không đồng ý")},
	              {S("withdrawn"), S("Đã rút")}};

	for (size_t i = 0; i < ARRAY_LEN(states); i++)
		if (slice_eq(states[i].word, state))
			return states[i].words;
	return state;
}

static rc fill_requests(visit *p, int64_t id, obligation_view *v, err *e)
{
	sql_request_list_rows rows = {0};
	rc code = sql_request_list(p->r->d, &p->r->who, (sql_request_list_in){id}, p->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_request_list_row *q = &rows.p[i];
		bool waits = slice_eq(q->state, S("asked"));

		*VEC_PUSH(p->a, &v->requests) = (request_row){
			.kind = rows_asked(q->kind),
			.to = q->to_agency_name,
			.reason = q->reason,
			.until = page_limit(p, q->new_due),
			.state = request_state(q->state),
			.word = q->kind,
			.when = page_time(p, q->asked_at),
			.answer = q->answer,
			.letter = q->letter,
			.waits = waits,
			.mine = waits && (v->is_own || q->asked_by == p->r->who.user)};
		if (waits && page_may(p, RIGHT_GRANT)) {
			v->can_grant = true;
			v->asked_kind = q->kind;
		}
	}
	return code;
}

static rc fill_evidence(visit *p, int64_t id, obligation_view *v, err *e)
{
	sql_evidence_list_rows rows = {0};
	rc code = sql_evidence_list(p->r->d, &p->r->who, (sql_evidence_list_in){id}, p->a, &rows,
	                            e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		*VEC_PUSH(p->a, &v->evidence) = (evidence_row){page_time(p, rows.p[i].at),
		                                               rows.p[i].note, rows.p[i].document,
		                                               rows.p[i].document_name};
	return code;
}

static rc fill_steps(visit *p, const sql_obligation_one_row *x, obligation_view *v, err *e)
{
	obligation o = {.id = x->id, .assignment = x->assignment, .agency = x->agency_id};
	bool work = page_may(p, RIGHT_WORK), decide = page_may(p, RIGHT_DECIDE);
	unsigned who;
	rc code = obligation_who(p->r, &o, &who, e);

	if (code != RC_OK)
		return code;
	v->can_receive = work && step_is_open(STEP_RECEIVE, x->work, who);
	v->can_start = work && !v->can_receive && step_is_open(STEP_START, x->work, who);
	v->can_report = work && step_is_open(STEP_REPORT_DONE, x->work, who);
	v->can_ask = v->can_report && (who & WHO_OWN) != 0;
	v->can_confirm = decide && step_is_open(STEP_CONFIRM, x->work, who);
	v->can_return = decide && step_is_open(STEP_RETURN, x->work, who);
	v->can_suspend = decide && step_is_open(STEP_SUSPEND, x->work, who);
	v->can_resume = decide && step_is_open(STEP_RESUME, x->work, who);
	v->can_stop = decide && step_is_open(STEP_STOP, x->work, who);
	v->acts = v->can_receive || v->can_start || v->can_report || v->can_confirm ||
	          v->can_return || v->can_resume;
	v->rare = v->can_suspend || v->can_stop;
	for (uint32_t i = 0; i < v->requests.n; i++) {
		v->asks |= v->requests.p[i].waits;
		v->can_ask = v->can_ask && !v->requests.p[i].waits;
	}
	/* What was asked for on paper: who may grant it does so at once. */
	v->can_set = page_may(p, RIGHT_GRANT) && x->open && !v->asks &&
	             !slice_eq(x->work, S("reported_done"));
	v->can_move = decide && p->r->who.all && x->open && !v->asks && x->agency.n > 0 &&
	              !slice_eq(x->work, S("reported_done"));
	v->can_record = v->can_move && !v->can_set;
	return RC_OK;
}

/* Who does what next: `own` is told to whoever may take that step, `others` to everybody else
, between the words, the body. So nobody has to guess whom it waits for. */
static const struct {
	slice work;
	slice own;
	const char *before, *after; /* the name of the body, for others */
} next_steps[] = {
	{S("not_started"),
         S("Bấm Tiếp nhận để Văn phòng biết đơn vị đã nhận việc; đã làm xong thì bấm Báo cáo hoàn thành."),
         "Đang chờ ", " tiếp nhận."},
	{S("received"), S("Làm xong thì bấm Báo cáo hoàn thành."), "Đang chờ ", " thực hiện."},
	{S("in_progress"), S("Làm xong thì bấm Báo cáo hoàn thành."), "Đang chờ ",
         " báo cáo hoàn thành."},
	{S("reported_done"),
         S("Đơn vị đã báo cáo: xem kết quả đã nộp, rồi xác nhận hoặc yêu cầu bổ sung."), "",
         " đã báo cáo, đang chờ xác nhận hoàn thành."},
	{S("returned"), S("Bổ sung theo yêu cầu, rồi bấm Báo cáo hoàn thành."), "Đang chờ ",
         " bổ sung."},
	{S("suspended"), S("Đang tạm dừng. Bấm Tiếp tục để theo dõi lại."), "Đang tạm dừng: ", "."},
	{S("confirmed"), {0}, "", " đã hoàn thành, không còn việc phải làm."},
	{S("stopped"), {0}, "Đã dừng theo dõi: ", "."},
};

static slice next_of(visit *p, const obligation_view *v)
{
	if (v->asks && v->can_grant)
		return S("Đơn vị có đề nghị đang chờ: trả lời ở mục Đề nghị.");
	if (v->asks)
		return S("Đề nghị đang chờ lãnh đạo phòng hoặc lãnh đạo Văn phòng trả lời.");
	if (v->agency.n == 0 && page_may(p, RIGHT_REVIEW))
		return S("Chưa rõ cơ quan chủ trì: ở trang rà soát văn bản, bấm Hoàn tác tại nhiệm "
		         "vụ này, rồi Sửa để ghi cơ quan.");
	for (size_t i = 0; i < ARRAY_LEN(next_steps); i++)
		if (slice_eq(next_steps[i].work, v->work))
			return v->acts && next_steps[i].own.n > 0
			               ? next_steps[i].own
			               : page_link(p, "%s%.*s%s", next_steps[i].before,
			                           (int)v->agency_name.n, v->agency_name.p,
			                           next_steps[i].after);
	return (slice){0};
}

static void fill(visit *p, const sql_obligation_one_row *x, obligation_view *v)
{
	v->pub = x->pub;
	v->duty = x->duty;
	v->action = x->action;
	v->quote = x->quote;
	v->agency = x->agency;
	v->agency_name = x->agency_name.n > 0 ? x->agency_name : S("Chưa rõ cơ quan chủ trì");
	v->document = x->document;
	v->number = rows_number(x->document, x->number);
	v->title = x->title;
	v->work = x->work;
	v->work_word = work_wording(x->work);
	v->limit = x->due == DB_NULL ? S("Không có thời hạn") : page_limit(p, x->due);
	v->left = x->open ? page_left(p, x->due)
	          : slice_eq(x->work, S("confirmed"))
	                  ? (x->in_time ? S("Hoàn thành đúng hạn") : S("Hoàn thành quá hạn"))
	                  : (slice){0};
	v->mood = x->open ? page_mood(p, x->due) : S("done");
	v->words = x->words.n > 0 ? x->words : x->vague;
	v->given = page_limit(p, x->given);
	v->extended = x->given != DB_NULL && x->last != x->given;
	v->safe = x->open && x->safe != x->last ? page_limit(p, x->safe) : (slice){0};
	v->deliverable = x->deliverable;
	v->receiver = x->receiver;
	v->basis = x->basis;
	v->assigner = x->assigner;
	v->monitor = x->monitor;
	if (slice_eq(x->work, S("returned")))
		v->asked_for = x->reason;
	else
		v->reason = x->reason;
	v->reported = page_time(p, x->reported_at);
}

/* Where the body of a duty is set that nobody was named for. */
static void fill_unnamed(visit *p, obligation_view *v)
{
	if (v->agency.n > 0 || v->document.n == 0 || v->asks || !page_may(p, RIGHT_REVIEW))
		return;
	v->rest = page_link(p, "/van-ban/%.*s/ra-soat#d-%.*s", (int)v->document.n, v->document.p,
	                    (int)v->duty.n, v->duty.p);
	v->rest_words = S("Mở trang rà soát");
}

/* After the last of one thing the next of its kind: nobody should have to look for it. */
static rc fill_rest(visit *p, obligation_view *v, err *e)
{
	bool decides = page_may(p, RIGHT_DECIDE) && p->r->who.all;
	enum duty_view view = decides ? DUTY_REPORTED : DUTY_OPEN;
	int64_t agency = p->r->who.all ? DB_NULL : p->r->who.agency, n = 0;
	slice left;
	rc code;

	if (v->acts || !(decides || page_may(p, RIGHT_WORK)))
		return RC_OK;
	code = tables_count(p->r, &(duty_ask){.view = view, .agency = agency}, &n, e);
	if (code != RC_OK || n == 0)
		return code;
	v->rest = decides ? S("/nhiem-vu?loc=cho-xac-nhan") : S("/nhiem-vu");
	left = page_count(p, n, decides ? " báo cáo chờ xác nhận" : " nhiệm vụ chưa xong");
	v->rest_words = page_link(p, "Còn %.*s", (int)left.n, left.p);
	return RC_OK;
}

rc page_obligation(visit *p, err *e)
{
	obligation_view v = {.frame = page_frame(p, S("Nhiệm vụ"), S("/nhiem-vu"))};
	sql_obligation_one_row x;
	rc code = sql_obligation_one(p->r->d, &p->r->who, (sql_obligation_one_in){p->args[0]}, p->a,
	                             &x, NULL, e);

	if (code != RC_OK)
		return code;
	fill(p, &x, &v);
	v.is_own = !p->r->who.all && x.agency_id == p->r->who.agency && page_may(p, RIGHT_WORK);
	code = fill_requests(p, x.id, &v, e);
	if (code == RC_OK)
		code = fill_evidence(p, x.id, &v, e);
	if (code == RC_OK)
		code = fill_steps(p, &x, &v, e);
	if (code == RC_OK)
		code = fill_history(p, x.id, &v, e);
	if (code == RC_OK)
		code = fill_rest(p, &v, e);
	fill_unnamed(p, &v);
	v.next = next_of(p, &v);
	v.frame.title = v.action.n > 0 ? v.action : v.frame.title;
	if (code == RC_OK)
		view_obligation(&p->to->body, &v);
	return code;
}
