/*
 * cmd_sheet.c - dondoc sheet: spreadsheets in, their typed rows out as JSON.
 *
 * A file is read as dondoc read does it; the sheets are made from the same words. It
 * must never decide what a row means.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/command.h"
#include "app/inputs.h"
#include "app/intake/job_read.h"
#include "app/opt.h"
#include "base/file.h"
#include "model/sheet_json.h"
#include "reading/sheets.h"

#define OUT_MAX ((size_t)4 << 30)
#define OUT_FLUSH ((size_t)1 << 18)
#define BUDGET ((size_t)1 << 30)

typedef struct values {
	const char *registry;
	bool allow_secret;
} values;

static const opt opts[] = {
	{"registry", OPT_TEXT, "TÊN|THƯ MỤC,…", offsetof(values, registry),
         "danh mục cơ quan, đơn vị dùng khi đọc, theo thứ tự ưu tiên"},
	{"allow-secret", OPT_SWITCH, NULL, offsetof(values, allow_secret),
         "đọc cả văn bản đóng dấu MẬT: chỉ dùng trên máy của mạng nội bộ độc lập "
         "(hoặc đặt DONDOC_ALLOW_SECRET=1)"},
};

static int run(const call *c);

const command cmd_sheet = {
	.name = "sheet",
	.args = "TỆP|THƯ MỤC|- …",
	.summary = "đọc bảng tính: danh sách nhiệm vụ, kiến nghị, cơ quan, cán bộ",
	TAKES(opts, values),
	.notes =
		"Mỗi bảng tính (.xlsx, .csv) một dòng JSON: các cột nhận ra được theo tiêu đề, các "
		"dòng đã đọc,\nvà các dòng có lỗi kèm tên ô (cơ quan không có trong danh mục, ngày "
		"không có, ô trống).\nDòng có lỗi thì kết thúc với mã 1.",
	.run = run,
};

typedef struct sheet_job {
	job_reader jr;
	strbuf out;
	const char *path; /* at hand */
	uint32_t nread, nfailed, nbad;
	err lost; /* the output could not be written */
} sheet_job;

static void flush(sheet_job *j, size_t above)
{
	if (j->out.failed != RC_OK)
		(void)err_set(&j->lost, j->out.failed, MSG_NO_MEMORY, "output");
	else if (j->out.n <= above ||
	         file_write_fd(STDOUT_FILENO, strbuf_slice(&j->out), &j->lost) != RC_OK)
		return; /* nothing to write yet, or nowhere to write it: `lost` says so */
	strbuf_clear(&j->out);
}

static rc show_sheets(sheet_job *j, const job_doc *doc, err *e)
{
	json_out to = jout_to(&j->out);
	reading r = doc->r;
	sheets all;
	arena a;
	rc code;

	arena_init(&a, NULL, BUDGET);
	code = sheets_run(&j->jr.rd, &doc->lines, NULL, &r, &a, &all, e);
	if (code == RC_OK) {
		sheet_json(&to, &all, &r, &doc->source, &j->jr.ident);
		strbuf_putc(&j->out, '\n');
		for (uint32_t i = 0; i < all.list.n; i++)
			j->nbad += all.list.p[i].bad.n;
	}
	arena_done(&a);
	return code;
}

static void show_one(void *ctx, const job_doc *doc, const err *why)
{
	sheet_job *j = ctx;
	json_out to = jout_to(&j->out);
	err e = {0};

	if (j->lost.rc != RC_OK)
		return;
	if (why == NULL && show_sheets(j, doc, &e) != RC_OK)
		why = &e;
	if (why == NULL) {
		j->nread++;
	} else {
		model_json_error(&to, &doc->source, why);
		strbuf_putc(&j->out, '\n');
		complain(doc->source.npath < 2 ? slice_c(j->path) : doc->source.name, why);
		j->nfailed++;
	}
	flush(j, OUT_FLUSH);
}

static int read_and_show(sheet_job *j, const values *v, const inputs *in)
{
	err e = {0};

	if (job_reader_open(&j->jr, v->registry, NULL, &e) != RC_OK) {
		complain(slice_c(v->registry), &e);
		return EXIT_NOTHING;
	}
	j->jr.allow_secret = v->allow_secret ||
	                     slice_eq(slice_c(getenv("DONDOC_ALLOW_SECRET")), S("1"));
	for (uint32_t i = 0; i < in->paths.n && j->lost.rc == RC_OK; i++) {
		j->path = in->paths.p[i];
		job_read(&j->jr, j->path, show_one, j);
	}
	if (j->lost.rc == RC_OK)
		flush(j, 0);
	if (j->lost.rc != RC_OK)
		complain((slice){0}, &j->lost);
	if (j->lost.rc != RC_OK || j->nread == 0)
		return EXIT_NOTHING;
	return j->nfailed > 0 || j->nbad > 0 ? EXIT_SOME : EXIT_FINE;
}

static int run(const call *c)
{
	const values *v = c->values;
	inputs in = {0};
	sheet_job j = {0};
	int code;

	if (c->n == 0)
		return complain_usage(&cmd_sheet, "chưa chỉ ra bảng tính nào để đọc", (slice){0});
	strbuf_init(&j.out, NULL, OUT_MAX);
	inputs_expand(c->args, c->n, c->a, &in);
	if (in.paths.n == 0) {
		(void)complain_usage(&cmd_sheet, "thư mục không có tệp nào", slice_c(c->args[0]));
		code = EXIT_NOTHING;
	} else {
		code = read_and_show(&j, v, &in);
	}
	job_reader_done(&j.jr);
	strbuf_done(&j.out);
	return code;
}
