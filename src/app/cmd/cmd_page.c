/*
 * cmd_page.c - dondoc page: one page of a PDF or a scan as a picture.
 *
 * The web application starts it as a process of its own: what a hostile file does to the
 * drawing harms nobody, and the program that draws is behind walls besides.
 */
#include <stdio.h>
#include <unistd.h>

#include "app/command.h"
#include "app/intake/leaf.h"
#include "app/opt.h"
#include "base/file.h"

enum { PICTURE_MAX = 16 << 20, FILE_MOST = 64 << 20 };

typedef struct values {
	opt_value page;
	bool scan;
} values;

static const opt opts[] = {
	{"page", OPT_NUMBER, "SỐ", offsetof(values, page), "trang thứ mấy (mặc định: 1)"},
	{"scan", OPT_SWITCH, NULL, offsetof(values, scan),
         "bản quét: nắn thẳng như khi đọc, ảnh xám"},
};

static int run(const call *c);

const command cmd_page = {
	.name = "page",
	.args = "TỆP",
	.summary = "vẽ một trang của tệp PDF hoặc bản quét thành ảnh PNG",
	TAKES(opts, values),
	.run = run,
};

static rc draw(const values *v, const char *path, unsigned page, arena *a, err *e)
{
	slice bytes;
	strbuf to;
	rc code = slice_eq(slice_c(path), S("-"))
	                  ? file_read_fd(STDIN_FILENO, FILE_MOST, a, &bytes, e)
	                  : file_read(path, FILE_MOST, a, &bytes, e);

	strbuf_init(&to, NULL, PICTURE_MAX);
	if (code == RC_OK)
		code = leaf_draw(bytes, page, v->scan, &to, e);
	if (code == RC_OK)
		code = file_write_fd(STDOUT_FILENO, strbuf_slice(&to), e);
	strbuf_done(&to);
	return code;
}

static int run(const call *c)
{
	const values *v = c->values;
	err e = {0};
	rc code;

	if (c->n != 1)
		return complain_usage(&cmd_page, "chỉ ra một tệp", (slice){0});
	code = draw(v, c->args[0], (unsigned)opt_or(v->page, 1), c->a, &e);
	if (code != RC_OK)
		complain(slice_c(c->args[0]), &e);
	return exit_of(code);
}
