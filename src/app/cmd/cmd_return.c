/*
 * cmd_return.c - dondoc return: what was reported is not enough.
 */
#include "app/cmd/stepping.h"
#include "app/opt.h"

static const opt opts[] = {STEP_OPTS};

static int run(int argc, char **argv);

const command cmd_return = {
	.name = "return",
	.args = "MÃ …",
	.summary = "yêu cầu bổ sung một nhiệm vụ đã báo cáo hoàn thành, ghi rõ lý do",
	.opts = opts,
	.nopts = ARRAY_LEN(opts),
	.run = run,
};

static int run(int argc, char **argv)
{
	step_values v = {0};
	int n;

	if (!opt_parse(&cmd_return, argc, argv, &v, &n))
		return EXIT_WRONG;
	return stepping(&cmd_return, &v, "return", argv, n);
}
