/*
 * cmd_report_done.c - dondoc report-done: an agency says that it is done.
 */
#include "app/cmd/stepping.h"
#include "app/opt.h"

static const opt opts[] = {STEP_OPTS};

static int run(int argc, char **argv);

const command cmd_report_done = {
	.name = "report-done",
	.args = "MÃ …",
	.summary = "báo cáo hoàn thành nhiệm vụ, kèm văn bản kết quả hoặc ghi rõ kết quả",
	.opts = opts,
	.nopts = ARRAY_LEN(opts),
	.run = run,
};

static int run(int argc, char **argv)
{
	step_values v = {0};
	int n;

	if (!opt_parse(&cmd_report_done, argc, argv, &v, &n))
		return EXIT_WRONG;
	return stepping(&cmd_report_done, &v, "report-done", argv, n);
}
