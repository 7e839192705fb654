/*
 * cmd_step.c - dondoc step: every other step of an obligation, undo, a remark.
 */
#include "app/cmd/stepping.h"
#include "app/opt.h"

static const opt opts[] = {STEP_OPTS};

static int run(int argc, char **argv);

const command cmd_step = {
	.name = "step",
	.args = "BƯỚC MÃ …",
	.summary = "một bước của nhiệm vụ: tiếp nhận, bắt đầu, tạm dừng, dừng, hoàn tác, ghi chú",
	.opts = opts,
	.nopts = ARRAY_LEN(opts),
	.notes =
		"BƯỚC: receive (tiếp nhận), start (bắt đầu), suspend (tạm dừng, cần --reason), resume\n"
		"(tiếp tục), stop (dừng theo dõi, cần --reason và --by), confirm, return, report-done,\n"
		"undo (hoàn tác bước cuối; của một đề xuất: quyết định cuối), comment (ghi chú, cần --note).",
	.run = run,
};

static int run(int argc, char **argv)
{
	step_values v = {0};
	int n;

	if (!opt_parse(&cmd_step, argc, argv, &v, &n))
		return EXIT_WRONG;
	if (n == 0)
		return complain_usage(&cmd_step, "chưa chỉ ra bước nào", (slice){0});
	return stepping(&cmd_step, &v, argv[0], argv + 1, n - 1);
}
