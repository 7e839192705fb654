/*
 * acting.c - the frame of every command that asks or changes the register.
 */
#include "app/cmd/acting.h"

enum out_format call_format(const call *c)
{
	const office_values *v = c->values;

	return out_format_of(v->format);
}

int look(const call *c, look_work *work)
{
	const office_values *v = c->values;
	answer to;
	err e = {0};
	reg r;
	int code = office_open(c->of, v, NULL, &r);

	answer_open(&to, v->format);
	if (code == EXIT_FINE && work(&r, c, &to, &e) != RC_OK) {
		complain(slice_c(to.about), &e);
		code = exit_of_err(&e);
	}
	office_close(&r);
	return answer_close(&to, code);
}

typedef struct acting {
	reg *r;
	act_work *work;
	void *ctx;
} acting;

static rc inside(db *d, void *ctx, err *e)
{
	acting *x = ctx;

	(void)d;
	return x->work(x->r, x->ctx, e);
}

int act_on(const call *c, const char *const *what, act_work *work, void *ctx)
{
	acting x = {.work = work, .ctx = ctx};
	err e = {0};
	reg r;
	int code = office_open(c->of, c->values, NULL, &r);

	x.r = &r;
	if (code == EXIT_FINE && db_write(r.d, inside, &x, &e) != RC_OK) {
		complain(slice_c(*what), &e);
		code = exit_of_err(&e);
	}
	office_close(&r);
	return code;
}

int act(const call *c, const char *what, act_work *work, void *ctx)
{
	return act_on(c, &what, work, ctx);
}

static int said(const call *c, const char *words, const char *verb, const char *id, int64_t n,
                bool counted)
{
	const office_values *v = c->values;
	answer to;

	answer_open(&to, v->format);
	if (to.as_json) {
		jout_object(&to.json);
		member_text(&to.json, S("done"), slice_c(verb));
		member_text(&to.json, S("id"), slice_c(id));
		member_int(&to.json, S("count"), n);
		jout_object_end(&to.json);
	} else {
		strbuf_put(&to.out, slice_c(words));
		if (counted) {
			strbuf_put(&to.out, S(": "));
			strbuf_int(&to.out, n);
		}
		strbuf_putc(&to.out, '.');
	}
	strbuf_putc(&to.out, '\n');
	return answer_close(&to, EXIT_FINE);
}

int act_said(const call *c, const char *words, const char *verb, const char *id, int64_t n)
{
	return said(c, words, verb, id, n, n != 1);
}

int act_counted(const call *c, const char *words, const char *verb, const char *id, int64_t n)
{
	return said(c, words, verb, id, n, true);
}
