/*
 * cmd_change.c - dondoc change: what was made by hand, or came in, is changed; or the last
 * change is taken back.
 */
#include "app/cmd/acting.h"
#include "app/cmd/hand_args.h"

static const opt opts[] = {
	OFFICE_OPTS,
	FORMAT_OPT(office_values),
};

static int run(const call *c);

const command cmd_change = {
	.name = "change",
	.args = "LOẠI MÃ MỤC=GIÁ-TRỊ … | LOẠI MÃ undo | fields",
	.summary = "sửa một mục bằng tay: cuộc họp, văn bản, kiến nghị, cá nhân, đơn vị, nhóm …",
	TAKES(opts, office_values),
	.notes =
		"Mục không nêu thì giữ nguyên; mục để trống thì bỏ. undo: hoàn tác lần sửa cuối.\n"
		"dondoc change fields: mọi loại và các mục của từng loại. Đơn vị, nhóm gọi bằng mã;\n"
		"sổ số bằng KÝ-HIỆU/NĂM; chương trình công tác bằng NĂM-THÁNG.",
	.run = run,
};

typedef struct changing {
	enum hand noun;
	slice key;
	hand_fields fields;
	bool undo;
} changing;

static rc work(reg *r, void *ctx, err *e)
{
	changing *x = ctx;
	int64_t id = 0;
	rc code = hand_find(r, x->noun, x->key, &id, e);

	if (code != RC_OK)
		return code;
	return x->undo ? hand_undo(r, x->noun, id, e)
	               : hand_change(r, x->noun, id, &x->fields, 0, e);
}

static int run(const call *c)
{
	changing x = {0};
	int code;

	if (c->n == 0)
		return complain_usage(&cmd_change, "chưa rõ sửa gì", (slice){0});
	if (c->n == 1 && slice_eq(slice_c(c->args[0]), S("fields"))) {
		hand_args_help();
		return EXIT_FINE;
	}
	x.noun = hand_args_noun(&cmd_change, c->args[0]);
	if (x.noun == HAND_COUNT)
		return EXIT_WRONG;
	if (c->n < 3)
		return complain_usage(&cmd_change, "chưa rõ sửa gì", (slice){0});
	x.key = slice_c(c->args[1]);
	x.undo = c->n == 3 && slice_eq(slice_c(c->args[2]), S("undo"));
	if (!x.undo && !hand_args(&cmd_change, x.noun, c->args + 2, c->n - 2, c->a, &x.fields))
		return EXIT_WRONG;
	code = act(c, c->args[1], work, &x);
	return code == EXIT_FINE ? act_said(c, x.undo ? "Đã hoàn tác" : "Đã sửa",
	                                    x.undo ? "undo" : "change", c->args[1], 1)
	                         : code;
}
