/*
 * cmd_show.c - dondoc show: one thing of the register, with its words and its history.
 */
#include "app/cmd/acting.h"
#include "app/out/out_show.h"
#include "register/people/nouns.h"

static const opt opts[] = {
	OFFICE_OPTS,
	FORMAT_OPT(office_values),
};

static int run(const call *c);

const command cmd_show = {
	.name = "show",
	.args = "MÃ",
	.summary = "một mục trong sổ: nội dung, nguyên văn, trạng thái, lịch sử",
	TAKES(opts, office_values),
	.run = run,
};

static rc show(reg *r, const call *c, answer *to, err *e)
{
	enum noun noun;
	int64_t id;
	rc code = noun_find(r, slice_c(c->args[0]), &noun, &id, e);

	to->about = c->args[0];
	return code == RC_OK ? out_show(&to->out, r, noun, id, to->as_json, c->a, e) : code;
}

static int run(const call *c)
{
	if (c->n != 1)
		return complain_usage(&cmd_show, "cần đúng một mã", (slice){0});
	return look(c, show);
}
