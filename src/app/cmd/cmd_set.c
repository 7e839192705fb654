/*
 * cmd_set.c - dondoc set: what an office has set, and who has a duty in hand.
 */
#include "app/cmd/acting.h"
#include "app/opt.h"
#include "register/duty/obligation.h"
#include "register/duty/recount.h"
#include "register/event.h"
#include "register/people/nouns.h"

typedef struct values {
	office_values office;
	const char *monitor, *assigner, *field, *handler;
	opt_value handler_due;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	{"monitor", OPT_TEXT, "AI", offsetof(values, monitor), "chuyên viên theo dõi"},
	{"assigner", OPT_TEXT, "AI", offsetof(values, assigner), "lãnh đạo giao việc"},
	{"field", OPT_TEXT, "LĨNH VỰC", offsetof(values, field), "lĩnh vực"},
	{"handler", OPT_TEXT, "AI", offsetof(values, handler),
         "người xử lý (chỉ đơn vị thấy; cần --as)"},
	{"handler-due", OPT_MINUTE, "NĂM-THÁNG-NGÀY", offsetof(values, handler_due),
         "hạn nội bộ (chỉ đơn vị thấy; cần --as)"},
	FORMAT_OPT(office_values),
};

static int run(const call *c);

const command cmd_set = {
	.name = "set",
	.args = "rolled on|off | soon-days SỐ | MÃ",
	.summary = "đặt cách tính hạn của văn phòng; đặt người theo dõi, người xử lý một nhiệm vụ",
	TAKES(opts, values),
	.notes =
		"rolled on: quá hạn tính theo ngày lùi qua ngày nghỉ (Điều 148 BLDS); mọi thời hạn được\n"
		"tính lại ngay, có ghi nhật ký.",
	.run = run,
};

typedef struct setting {
	const values *v;
	char **args;
	int n;
	int64_t moved;
	opt_value number;
} setting;

static rc set_inside(reg *r, setting *x, const obligation *o, err *e)
{
	rc code = obligation_may(r, o, WHO_OWN, e);

	if (code == RC_OK)
		code = sql_handler_set(r->d,
		                       (sql_handler_set_in){o->id, slice_c(x->v->handler),
		                                            opt_or(x->v->handler_due, DB_NULL)},
		                       NULL, e);
	return code == RC_OK ? event_add(r, "set-handler", "obligation", o->id, (slice){0}, e)
	                     : code;
}

static rc set_duty(reg *r, setting *x, err *e)
{
	const values *v = x->v;
	int64_t id;
	obligation o;
	arena a;
	rc code = noun_of(r, slice_c(x->args[0]), NOUN_OBLIGATION, &id, e);

	if (code != RC_OK)
		return code;
	arena_init(&a, NULL, 0);
	code = obligation_load(r, id, &a, &o, e);
	if (code == RC_OK && (v->handler != NULL || v->handler_due.text != NULL))
		code = set_inside(r, x, &o, e);
	if (code == RC_OK && (v->monitor != NULL || v->assigner != NULL || v->field != NULL)) {
		code = obligation_may(r, &o, WHO_OFFICE, e);
		if (code == RC_OK)
			code = sql_assignment_fields_set(
				r->d,
				(sql_assignment_fields_set_in){o.assignment, slice_c(v->monitor),
			                                       slice_c(v->assigner),
			                                       slice_c(v->field)},
				NULL, e);
		if (code == RC_OK)
			code = event_add(r, "set-fields", "assignment", o.assignment, (slice){0},
			                 e);
	}
	arena_done(&a);
	return code;
}

static rc work(reg *r, void *ctx, err *e)
{
	setting *x = ctx;
	slice what = slice_c(x->args[0]);

	x->moved = 1;
	if (slice_eq(what, S("rolled")))
		return recount_rolled(r, slice_eq(slice_c(x->args[1]), S("on")), &x->moved, e);
	if (slice_eq(what, S("soon-days")))
		return recount_soon(r, (int)x->number.n, e);
	return set_duty(r, x, e);
}

static int run(const call *c)
{
	static const char *const switches[] = {"on", "off", NULL};
	const values *v = c->values;
	setting x = {.v = v, .args = c->args};
	bool rolled, soon;
	int code;

	rolled = c->n > 0 && slice_eq(slice_c(c->args[0]), S("rolled"));
	soon = c->n > 0 && slice_eq(slice_c(c->args[0]), S("soon-days"));
	if (c->n != (rolled || soon ? 2 : 1))
		return complain_usage(&cmd_set, "chưa rõ đặt gì", (slice){0});
	if (!rolled && !soon && v->monitor == NULL && v->assigner == NULL && v->field == NULL &&
	    v->handler == NULL && v->handler_due.text == NULL)
		return complain_usage(&cmd_set, "chưa rõ đặt gì cho nhiệm vụ này",
		                      slice_c(c->args[0]));
	if (rolled && opt_choice(&cmd_set, c->args[1], switches) < 0)
		return EXIT_WRONG;
	if (soon && !opt_read(&cmd_set, OPT_NUMBER, c->args[1], &x.number))
		return EXIT_WRONG;
	code = act(c, c->args[0], work, &x);
	if (code != EXIT_FINE)
		return code;
	return rolled ? act_counted(c, "Đã đặt; số thời hạn được tính lại", "set", c->args[0],
	                            x.moved)
	              : act_said(c, "Đã lưu", "set", c->args[0], 1);
}
