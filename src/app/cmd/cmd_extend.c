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
	opt_value to, format;
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
	FORMAT_OPT(values),
};

static int run(int argc, char **argv);

const command cmd_extend = {
	.name = "extend",
	.args = "MÃ",
	.summary = "đề nghị gia hạn hoặc chuyển đơn vị khác; đồng ý hoặc không đồng ý",
	.opts = opts,
	.nopts = ARRAY_LEN(opts),
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
	code = bodies_agency(r, slice_c(x->v->agency), &x->in.to_agency, e);
	if (code == RC_OK && x->in.to_agency == DB_NULL)
		return err_set(e, RC_INPUT, MSG_AGENCY_UNKNOWN, "no such code");
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

static int run(int argc, char **argv)
{
	values v = {0};
	asking x = {.v = &v};
	enum out_format format;
	int n, code;

	if (!opt_parse(&cmd_extend, argc, argv, &v, &n))
		return EXIT_WRONG;
	format = out_format_of(v.format);
	if (n != 1)
		return complain_usage(&cmd_extend, "cần đúng một mã nhiệm vụ", (slice){0});
	if ((v.to.text != NULL) + (v.agency != NULL) + (v.grant || v.refuse) == 0 ||
	    (v.to.text != NULL && v.agency != NULL) || (v.grant && v.refuse))
		return complain_usage(&cmd_extend, "cần --to, --to-agency, --grant hoặc --refuse",
		                      (slice){0});
	x.pub = slice_c(argv[0]);
	x.in = (request_in){
		.reason = slice_c(v.reason), .letter = slice_c(v.letter), .new_last = v.to.n};
	code = act(&cmd_extend, &v.office, argv[0], work, &x);
	return code != EXIT_FINE ? code
	       : v.grant         ? act_said(format, "Đã đồng ý đề nghị", "grant", argv[0], 1)
	       : v.refuse        ? act_said(format, "Đã trả lời không đồng ý", "refuse", argv[0], 1)
	                  : act_said(format, "Đã ghi đề nghị, chờ trả lời", "ask", argv[0], 1);
}
