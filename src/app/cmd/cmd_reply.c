/*
 * cmd_reply.c - dondoc reply: an invited body says who comes to a meeting.
 */
#include "app/cmd/acting.h"
#include "app/opt.h"
#include "register/links/replies.h"
#include "register/people/bodies.h"
#include "register/people/nouns.h"

typedef struct values {
	office_values office;
	const char *agency, *person, *reason;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	{"agency", OPT_TEXT, "MÃ", offsetof(values, agency),
         "đơn vị trả lời (mặc định: đơn vị của --as)"},
	{"person", OPT_TEXT, "AI", offsetof(values, person),
         "người dự thay: họ tên, chức vụ, điện thoại"},
	{"reason", OPT_TEXT, "LÝ DO", offsetof(values, reason), "lý do vắng"},
	FORMAT_OPT(office_values),
};

static int run(const call *c);

const command cmd_reply = {
	.name = "reply",
	.args = "MÃ attending|substitute|absent",
	.summary = "trả lời giấy mời: dự họp, cử người dự thay, vắng có lý do",
	TAKES(opts, values),
	.run = run,
};

typedef struct replying {
	const values *v;
	const char *id, *at_hand;
	reply_in in;
} replying;

static rc work(reg *r, void *ctx, err *e)
{
	replying *x = ctx;
	rc code = noun_of(r, slice_c(x->id), NOUN_MEETING, &x->in.meeting, e);

	x->in.agency = r->who.agency;
	if (code == RC_OK && x->v->agency != NULL) {
		x->at_hand = x->v->agency;
		code = bodies_agency(r, slice_c(x->v->agency), &x->in.agency, e);
	}
	if (code == RC_OK && (x->in.agency == DB_NULL || x->in.agency == 0))
		return err_set(e, RC_INPUT, MSG_AGENCY_UNKNOWN, "who replies");
	x->at_hand = x->id;
	return code == RC_OK ? reply_give(r, &x->in, e) : code;
}

static int run(const call *c)
{
	static const char *const answers[] = {"attending", "substitute", "absent", NULL};
	const values *v = c->values;
	replying x = {.v = v};
	int code;

	if (c->n != 2)
		return complain_usage(&cmd_reply, "cần mã cuộc họp và câu trả lời", (slice){0});
	if (opt_choice(&cmd_reply, c->args[1], answers) < 0)
		return EXIT_WRONG;
	if (v->agency == NULL && v->office.as == NULL)
		return complain_usage(&cmd_reply, "cần --agency: đơn vị nào trả lời", (slice){0});
	x.id = x.at_hand = c->args[0];
	x.in = (reply_in){.answer = slice_c(c->args[1]),
	                  .person = slice_c(v->person),
	                  .reason = slice_c(v->reason)};
	code = act_on(c, &x.at_hand, work, &x);
	return code == EXIT_FINE ? act_said(c, "Đã ghi trả lời", "reply", x.id, 1) : code;
}
