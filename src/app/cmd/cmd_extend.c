/*
 * cmd_extend.c - dondoc extend: more time, or another body, asked for and answered.
 */
#include "app/cmd/acting.h"
#include "app/opt.h"
#include "register/people/bodies.h"
#include "register/people/nouns.h"
#include "register/steps/steps.h"

typedef struct values {
	office_values office;
	const char *agency, *reason, *letter, *answer;
	opt_value to;
	bool grant, refuse;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	{"to", OPT_MINUTE, "NĂM-THÁNG-NGÀY", offsetof(values, to),
         "đề nghị gia hạn đến hết ngày này"},
	{"to-agency", OPT_TEXT, "MÃ", offsetof(values, agency),
         "đề nghị chuyển cơ quan, đơn vị này thực hiện"},
	{"reason", OPT_TEXT, "LỜI", offsetof(values, reason),
         "lý do đề nghị, hoặc lý do không đồng ý"},
	{"letter", OPT_TEXT, "SỐ", offsetof(values, letter), "số, ký hiệu văn bản đề nghị"},
	{"grant", OPT_SWITCH, NULL, offsetof(values, grant),
         "đồng ý đề nghị (cùng --to: đề nghị và đồng ý luôn)"},
	{"refuse", OPT_SWITCH, NULL, offsetof(values, refuse),
         "không đồng ý đề nghị, cần --reason"},
	{"answer", OPT_TEXT, "LỜI", offsetof(values, answer), "lời trả lời khi đồng ý"},
	FORMAT_OPT(office_values),
};

static int run(const call *c);

const command cmd_extend = {
	.name = "extend",
	.args = "MÃ",
	.summary = "đề nghị gia hạn hoặc chuyển đơn vị khác; đồng ý hoặc không đồng ý",
	TAKES(opts, values),
	.notes =
		"Đề nghị không thay đổi thời hạn; chỉ khi được đồng ý thời hạn mới mới có hiệu lực.",
	.run = run,
};

typedef struct asking {
	const values *v;
	slice pub;
	request_in in;
} asking;

static rc ask(reg *r, asking *x, int64_t id, err *e)
{
	rc code;

	if (x->v->agency == NULL)
		return request_extension(r, id, &x->in, e);
	code = bodies_known(r, slice_c(x->v->agency), &x->in.to_agency, e);
	return code == RC_OK ? request_transfer(r, id, &x->in, e) : code;
}

/* What is answered: what was just asked, or whatever waits. */
static slice kind_of(const values *v)
{
	if (v->agency != NULL)
		return S("transfer");
	return v->to.text != NULL ? S("extend") : (slice){0};
}

static rc work(reg *r, void *ctx, err *e)
{
	asking *x = ctx;
	const values *v = x->v;
	int64_t id;
	rc code = noun_of(r, x->pub, NOUN_OBLIGATION, &id, e);

	if (code == RC_OK && (v->to.text != NULL || v->agency != NULL))
		code = ask(r, x, id, e);
	if (code == RC_OK && (v->grant || v->refuse))
		code = request_answer(r, id, kind_of(v), v->grant,
		                      slice_c(v->grant ? v->answer : v->reason), e);
	return code;
}

static int run(const call *c)
{
	const values *v = c->values;
	asking x = {.v = v};
	int code;

	if (c->n != 1)
		return complain_usage(&cmd_extend, "cần đúng một mã nhiệm vụ", (slice){0});
	if ((v->to.text != NULL) + (v->agency != NULL) + (v->grant || v->refuse) == 0 ||
	    (v->to.text != NULL && v->agency != NULL) || (v->grant && v->refuse))
		return complain_usage(&cmd_extend, "cần --to, --to-agency, --grant hoặc --refuse",
		                      (slice){0});
	x.pub = slice_c(c->args[0]);
	x.in = (request_in){
		.reason = slice_c(v->reason), .letter = slice_c(v->letter), .new_last = v->to.n};
	code = act(c, c->args[0], work, &x);
	return code != EXIT_FINE ? code
	       : v->grant        ? act_said(c, "Đã đồng ý đề nghị", "grant", c->args[0], 1)
	       : v->refuse       ? act_said(c, "Đã trả lời không đồng ý", "refuse", c->args[0], 1)
	                         : act_said(c, "Đã ghi đề nghị, chờ trả lời", "ask", c->args[0], 1);
}
