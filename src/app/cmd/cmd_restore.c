/*
 * cmd_restore.c - dondoc restore: a backup is proved, and becomes a register again.
 */
#include <time.h>

#include "app/cmd/office.h"
#include "app/opt.h"
#include "app/out/out.h"
#include "app/out/tables.h"
#include "register/backups.h"

typedef struct values {
	const char *db;
	opt_value format;
	bool verify;
} values;

static const opt opts[] = {
	{"db", OPT_TEXT, "ĐỊA CHỈ", offsetof(values, db),
         "sổ mới, chưa có gì: sqlite:ĐƯỜNG-DẪN hoặc postgresql://…"},
	{"verify", OPT_SWITCH, NULL, offsetof(values, verify),
         "chỉ kiểm tra tệp sao lưu, không khôi phục"},
	FORMAT_OPT(values),
};

static int run(const call *c);

const command cmd_restore = {
	.name = "restore",
	.args = "TỆP",
	.summary = "kiểm tra một bản sao lưu, khôi phục thành sổ mới",
	TAKES(opts, values),
	.notes = "Không ghi đè sổ đang có: --db phải là địa chỉ chưa có sổ.",
	.run = run,
};

static void tell(answer *to, const backup_facts *f, bool restored)
{
	if (to->as_json) {
		jout_object(&to->json);
		member_time(&to->json, S("made"), f->made_at);
		member_int(&to->json, S("log_lines"), f->proof.log.lines);
		member_text(&to->json, S("log_head"), f->proof.head);
		member_int(&to->json, S("originals"), f->proof.originals);
		member_bool(&to->json, S("restored"), restored);
		jout_key(&to->json, S("tables"));
		tables_put(to, &f->sums);
		jout_object_end(&to->json);
		strbuf_putc(&to->out, '\n');
		return;
	}
	strbuf_put(&to->out, restored ? S("Đã khôi phục") : S("Bản sao lưu tốt"));
	strbuf_put(&to->out, S(", lập lúc "));
	out_put_time(&to->out, f->made_at);
	strbuf_put(&to->out, S(": "));
	strbuf_int(&to->out, f->proof.log.lines);
	strbuf_put(&to->out, S(" dòng nhật ký, "));
	strbuf_int(&to->out, f->proof.originals);
	strbuf_put(&to->out, S(" tệp gốc khớp mã băm.\n"));
	tables_put(to, &f->sums);
}

static rc restore(reg *from, const char *url, arena *a, copy_sums *sums, err *e)
{
	reg to = {0};
	rc code = reg_open(&to, url, DB_CREATE, from->who, from->now, NULL, (slice){0}, e);

	if (code == RC_OK)
		code = backups_move(from, &to, "restore", NULL, a, sums, e);
	if (code == RC_OK)
		office_say_lost(&to);
	reg_close(&to);
	return code;
}

static int prove_and_restore(const call *c, answer *to)
{
	const values *v = c->values;
	const char *path = c->args[0];
	backup_facts facts = {0};
	reg from = {0};
	err e = {0};
	rc code;

	code = backups_open(&from, path, time(NULL), c->a, &facts, &e);
	if (code != RC_OK)
		complain(slice_c(path), &e);
	if (code == RC_OK && !v->verify) {
		code = restore(&from, v->db, c->a, &facts.sums, &e);
		if (code != RC_OK)
			complain(slice_c(v->db), &e);
	}
	if (code == RC_OK)
		tell(to, &facts, !v->verify);
	reg_close(&from);
	return exit_of(code);
}

static int run(const call *c)
{
	const values *v = c->values;
	answer to;
	int code;

	if (c->n != 1)
		return complain_usage(&cmd_restore, "cần đúng một tệp sao lưu", (slice){0});
	if (!v->verify && v->db == NULL)
		return complain_usage(&cmd_restore, "cần --db (sổ mới) hoặc --verify", (slice){0});
	if (v->verify && v->db != NULL)
		return complain_usage(&cmd_restore, "các tùy chọn này không dùng cùng nhau",
		                      S("--verify --db"));
	answer_open(&to, v->format);
	code = prove_and_restore(c, &to);
	return answer_close(&to, code);
}
