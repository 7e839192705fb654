/*
 * cmd_show.c - dondoc show: one thing of the register, with its words and its history.
 */
#include "app/cmd/office.h"
#include "app/opt.h"
#include "app/out/out_show.h"
#include "register/people/nouns.h"

typedef struct values {
	office_values office;
	opt_value format;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	FORMAT_OPT(values),
};

static int run(int argc, char **argv);

const command cmd_show = {
	.name = "show",
	.args = "MÃ",
	.summary = "một mục trong sổ: nội dung, nguyên văn, trạng thái, lịch sử",
	.opts = opts,
	.nopts = ARRAY_LEN(opts),
	.run = run,
};

static int show(reg *r, slice pub, enum out_format format)
{
	enum noun noun;
	int64_t id;
	err e = {0};
	strbuf b;
	arena a;
	rc code = noun_find(r, pub, &noun, &id, &e);

	out_init(&b);
	arena_init(&a, NULL, 0);
	if (code == RC_OK)
		code = out_show(&b, r, noun, id, format == OUT_JSON, &a, &e);
	arena_done(&a);
	if (code == RC_OK)
		return out_flush(&b, EXIT_FINE);
	strbuf_done(&b);
	complain(pub, &e);
	return exit_of(code);
}

static int run(int argc, char **argv)
{
	values v = {0};
	reg r;
	enum out_format format;
	int n, code;

	if (!opt_parse(&cmd_show, argc, argv, &v, &n))
		return EXIT_WRONG;
	format = out_format_of(v.format);
	if (n != 1)
		return complain_usage(&cmd_show, "cần đúng một mã", (slice){0});
	code = office_open(&cmd_show, &v.office, NULL, &r);
	if (code == EXIT_FINE)
		code = show(&r, slice_c(argv[0]), format);
	office_close(&r);
	return code;
}
