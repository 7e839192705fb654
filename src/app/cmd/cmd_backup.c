/*
 * cmd_backup.c - dondoc backup: the register and its originals into one file, while others
 * work.
 */
#include "app/cmd/office.h"
#include "app/opt.h"
#include "app/out/out.h"
#include "app/out/tables.h"
#include "base/seal.h"
#include "register/backups.h"
#include "register/people/second.h"

typedef struct values {
	office_values office;
	const char *out;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	{"out", OPT_TEXT, "TỆP", offsetof(values, out),
         "tệp sao lưu (mặc định: dondoc-NGÀY-GIỜ.backup ở thư mục hiện tại)"},
	FORMAT_OPT(office_values),
};

static int run(const call *c);

const command cmd_backup = {
	.name = "backup",
	.summary = "sao lưu sổ theo dõi và mọi tệp gốc vào một tệp, không cần dừng việc",
	TAKES(opts, values),
	.notes = "Một dạng tệp cho cả SQLite và PostgreSQL. Kiểm tra bằng dondoc restore --verify.",
	.run = run,
};

static const char *name_of(reg *r, const char *out)
{
	civil c = civil_of_minutes(r->minute);

	if (out != NULL)
		return out;
	return arena_printf(&r->a, "dondoc-%04d-%02d-%02d-%02d%02d.backup%c", (int)c.y, c.mo, c.d,
	                    c.h, c.mi, 0)
	        .p;
}

/* `key`: the file that secrets are sealed with; NULL: there is none yet. */
static void tell(answer *to, const char *path, const char *key, const copy_sums *sums)
{
	if (to->as_json) {
		jout_object(&to->json);
		jout_key(&to->json, S("file"));
		jout_string_any(&to->json, slice_c(path));
		member_text(&to->json, S("key_file"), slice_c(key));
		jout_key(&to->json, S("tables"));
		tables_put(to, sums);
		jout_object_end(&to->json);
		strbuf_putc(&to->out, '\n');
		return;
	}
	strbuf_put(&to->out, S("Đã sao lưu vào "));
	answer_words(to, slice_c(path));
	strbuf_put(&to->out, S(":\n"));
	tables_put(to, sums);
	if (key == NULL)
		return;
	strbuf_put(&to->out, S("Tệp khóa "));
	answer_words(to, slice_c(key));
	strbuf_put(&to->out,
	           S(" không nằm trong bản sao lưu: cất riêng một bản ở nơi khác, chỉ quản trị mở "
	             "được.\nThiếu nó, sau khi khôi phục phải đặt lại xác thực hai bước của từng "
	             "người.\n"));
}

static int run(const call *c)
{
	const values *v = c->values;
	copy_sums sums;
	answer to;
	reg r = {0};
	err e = {0};
	int code;

	answer_open(&to, v->office.format);
	code = office_open(&cmd_backup, &v->office, NULL, &r);
	if (code == EXIT_FINE && !r.who.all)
		code = complain_usage(&cmd_backup, "chỉ Văn phòng sao lưu được", (slice){0});
	if (code == EXIT_FINE) {
		const char *path = name_of(&r, v->out), *key = second_key(&r, &r.a);
		int64_t lost;

		if (second_seal(&r, &lost, &e) == RC_OK &&
		    backup_make(r.d, path, r.now, &r.a, &sums, &e) == RC_OK &&
		    backups_noted(&r, &e) == RC_OK) {
			tell(&to, path, seal_has_key(key) ? key : NULL, &sums);
		} else {
			complain(slice_c(path), &e);
			code = exit_of(e.rc);
		}
	}
	office_close(&r);
	return answer_close(&to, code);
}
