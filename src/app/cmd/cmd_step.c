/*
 * cmd_step.c - dondoc step: a step of some obligations, undo, a remark; and report-done and
 * return, which are steps with a command of their own.
 */
#include "app/cmd/acting.h"
#include "app/opt.h"
#include "register/hand/propose_undo.h"
#include "register/people/nouns.h"
#include "register/steps/steps.h"

typedef struct values {
	office_values office;
	const char *note, *document, *reason, *by;
	opt_value at;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	{"note", OPT_TEXT, "LỜI", offsetof(values, note), "kết quả hoặc ghi chú"},
	{"document", OPT_TEXT, "MÃ", offsetof(values, document),
         "văn bản kết quả, bằng mã trong sổ"},
	{"reason", OPT_TEXT, "LỜI", offsetof(values, reason), "lý do"},
	{"by", OPT_TEXT, "AI", offsetof(values, by), "người quyết định"},
	{"at", OPT_DAY, "NĂM-THÁNG-NGÀY", offsetof(values, at),
         "ngày nhận được báo cáo, nếu không phải hôm nay"},
	FORMAT_OPT(office_values),
};

static int run_step(const call *c);
static int run_own_name(const call *c);

const command cmd_step = {
	.name = "step",
	.args = "BƯỚC MÃ …",
	.summary = "một bước của nhiệm vụ: tiếp nhận, bắt đầu, tạm dừng, dừng, hoàn tác, ghi chú",
	TAKES(opts, values),
	.notes =
		"BƯỚC: receive (tiếp nhận), start (bắt đầu), suspend (tạm dừng, cần --reason), resume\n"
		"(tiếp tục), stop (dừng theo dõi, cần --reason và --by), confirm, return, report-done,\n"
		"undo (hoàn tác bước cuối; của một đề xuất: quyết định cuối), comment (ghi chú, cần --note).",
	.run = run_step,
};

const command cmd_report_done = {
	.name = "report-done",
	.args = "MÃ …",
	.summary = "báo cáo hoàn thành nhiệm vụ, kèm văn bản kết quả hoặc ghi rõ kết quả",
	TAKES(opts, values),
	.run = run_own_name,
};

const command cmd_return = {
	.name = "return",
	.args = "MÃ …",
	.summary = "yêu cầu bổ sung một nhiệm vụ đã báo cáo hoàn thành, ghi rõ lý do",
	TAKES(opts, values),
	.run = run_own_name,
};

typedef struct stepping {
	const values *v;
	slice verb;
	step_in in;
	char **ids;
	int n;
	const char *at_hand; /* of the ids, or the document */
} stepping;

static rc one(reg *r, stepping *x, slice pub, err *e)
{
	enum step s = step_of(x->verb);
	enum noun noun;
	int64_t id;
	rc code = noun_find(r, pub, &noun, &id, e);

	if (code == RC_OK && noun == NOUN_ASSIGNMENT && slice_eq(x->verb, S("undo")))
		return propose_undo(r, id, e);
	if (code == RC_OK && noun != NOUN_OBLIGATION)
		return err_set(e, RC_INPUT, MSG_NO_SUCH, "not an obligation");
	if (code != RC_OK)
		return code;
	if (s < STEP_COUNT)
		return step_take(r, id, s, &x->in, e);
	if (slice_eq(x->verb, S("undo")))
		return step_undo(r, id, false, e);
	return step_comment(r, id, x->in.note, e);
}

static rc all(reg *r, void *ctx, err *e)
{
	stepping *x = ctx;
	rc code = RC_OK;

	x->at_hand = x->v->document;
	if (x->v->document != NULL)
		code = noun_of(r, slice_c(x->v->document), NOUN_DOCUMENT, &x->in.document, e);
	for (int i = 0; code == RC_OK && i < x->n; i++) {
		x->at_hand = x->ids[i];
		code = one(r, x, slice_c(x->at_hand), e);
	}
	return code;
}

/* What is said when a step is taken; NULL for no step. */
static const char *wording_of(slice verb)
{
	enum step s = step_of(verb);

	if (s < STEP_COUNT)
		return step_wording(s);
	return slice_eq(verb, S("undo"))      ? "Hoàn tác"
	       : slice_eq(verb, S("comment")) ? "Ghi chú"
	                                      : NULL;
}

/* Take `verb` (a step of duty_steps.def, "undo" or "comment") for each id, all or none. */
static int take(const call *c, const char *verb, char **ids, int n)
{
	const values *v = c->values;
	const char *wording = wording_of(slice_c(verb)), *only = n == 1 ? ids[0] : NULL;
	stepping x = {.v = v, .verb = slice_c(verb), .ids = ids, .n = n};
	int code;

	if (wording == NULL)
		return complain_usage(c->of, "không có bước này", x.verb);
	if (n == 0)
		return complain_usage(c->of, "chưa chỉ ra nhiệm vụ nào", (slice){0});
	x.in = (step_in){
		.note = slice_c(v->note), .reason = slice_c(v->reason), .decider = slice_c(v->by)};
	if (v->at.text != NULL)
		x.in.at = opt_moment(v->at);
	code = act_on(c, &x.at_hand, all, &x);
	return code == EXIT_FINE ? act_said(c, wording, verb, only, n) : code;
}

static int run_step(const call *c)
{
	if (c->n == 0)
		return complain_usage(&cmd_step, "chưa chỉ ra bước nào", (slice){0});
	return take(c, c->args[0], c->args + 1, c->n - 1);
}

static int run_own_name(const call *c)
{
	return take(c, c->of->name, c->args, c->n);
}
