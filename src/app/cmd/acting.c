/*
 * acting.c - the frame of every command that changes something.
 */
#include "app/cmd/acting.h"

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

int act_on(const command *c, const office_values *v, const char *const *what, act_work *work,
           void *ctx)
{
	acting x = {.work = work, .ctx = ctx};
	err e = {0};
	reg r;
	int code = office_open(c, v, NULL, &r);

	x.r = &r;
	if (code == EXIT_FINE && db_write(r.d, inside, &x, &e) != RC_OK) {
		complain(slice_c(*what), &e);
		code = exit_of_err(&e);
	}
	office_close(&r);
	return code;
}

int act(const command *c, const office_values *v, const char *what, act_work *work, void *ctx)
{
	return act_on(c, v, &what, work, ctx);
}

static int answer(enum out_format format, const char *words, const char *verb, const char *id,
                  int64_t n, bool counted)
{
	strbuf b;

	out_init(&b);
	if (format == OUT_JSON) {
		json_out j = jout_to(&b);

		jout_object(&j);
		member_text(&j, S("done"), slice_c(verb));
		member_text(&j, S("id"), id != NULL ? slice_c(id) : (slice){0});
		member_int(&j, S("count"), n);
		jout_object_end(&j);
	} else {
		strbuf_put(&b, slice_c(words));
		if (counted) {
			strbuf_put(&b, S(": "));
			strbuf_int(&b, n);
		}
		strbuf_putc(&b, '.');
	}
	strbuf_putc(&b, '\n');
	return out_flush(&b, EXIT_FINE);
}

int act_said(enum out_format format, const char *words, const char *verb, const char *id, int64_t n)
{
	return answer(format, words, verb, id, n, n != 1);
}

int act_counted(enum out_format format, const char *words, const char *verb, const char *id,
                int64_t n)
{
	return answer(format, words, verb, id, n, true);
}
