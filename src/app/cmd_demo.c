/*
 * cmd_demo.c - dondoc demo: a register that shows something.
 */
#include <stdio.h>

#include "app/command.h"
#include "app/office.h"
#include "app/opt.h"

static int run(int argc, char **argv);

const command cmd_demo = {
	.name = "demo",
	.summary = "biến sổ vừa nhập các văn bản mẫu thành sổ minh họa, có tài khoản dùng thử",
	.run = run,
};

static int run(int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return EXIT_FINE;
}
