/*
 * cmd_import.c - dondoc import: documents are read and entered into the register.
 *
 * Documents that come quickly reach the disk together, some at a time: a file is
 * acknowledged only when its group is on disk. Ctrl-C is heard between two files; what
 * was entered stays, and a second run knows it by its hash.
 */
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "app/batch.h"
#include "app/cmd/acting.h"
#include "app/cmd/import_sheet.h"
#include "app/inputs.h"
#include "app/intake/read_ahead.h"
#include "app/opt.h"
#include "app/ticks.h"

enum { SAY_MS = 500 };

typedef struct values {
	office_values office;
	const char *registry, *by, *columns, *as_import, *undo;
	bool accept_all, track_past, allow_secret, look, changed, clock;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	{"registry", OPT_TEXT, "TÊN|THƯ MỤC,…", offsetof(values, registry),
         "danh mục cơ quan, đơn vị dùng khi đọc, theo thứ tự ưu tiên"},
	{"by", OPT_TEXT, "TÊN", offsetof(values, by), "tên đăng nhập của người nhập"},
	{"accept-all", OPT_SWITCH, NULL, offsetof(values, accept_all),
         "chấp nhận mọi đề xuất; văn bản đã hết hạn chỉ lưu, không theo dõi"},
	{"track-past", OPT_SWITCH, NULL, offsetof(values, track_past),
         "cùng --accept-all: theo dõi cả văn bản mà mọi thời hạn đã qua"},
	{"allow-secret", OPT_SWITCH, NULL, offsetof(values, allow_secret),
         "nhận cả văn bản đóng dấu MẬT: chỉ trên máy của mạng nội bộ độc lập"},
	{"look", OPT_SWITCH, NULL, offsetof(values, look),
         "bảng tính: chỉ xem trước sẽ nhập những gì, chưa nhập"},
	{"changed", OPT_SWITCH, NULL, offsetof(values, changed),
         "bảng tính: nhập cả dòng chỉ khác dòng đã nhập ở thời hạn, trạng thái, thành mục mới"},
	{"columns", OPT_TEXT, "BẢNG:LOẠI:CỘT=TRƯỜNG,…;…", offsetof(values, columns),
         "bảng tính: hiểu các cột như thế này, ví dụ 1:duties:B=content,C=lead,E=due; "
         "2:unknown là không nhập bảng thứ hai"},
	{"import-id", OPT_TEXT, "MÃ", offsetof(values, as_import), "mã của lần nhập bảng tính này"},
	{"clock", OPT_SWITCH, NULL, offsetof(values, clock),
         "ghi giờ đồng hồ vào sổ, không ghi 0 giờ của ngày --today"},
	{"undo", OPT_TEXT, "MÃ", offsetof(values, undo), "hoàn tác một lần nhập bảng tính"},
	FORMAT_OPT(office_values),
};

static int run(const call *c);

const command cmd_import = {
	.name = "import",
	.args = "TỆP|THƯ MỤC …",
	.summary = "đọc văn bản rồi đưa vào sổ theo dõi, thành đề xuất chờ rà soát",
	TAKES(opts, values),
	.notes =
		"Chạy lại cùng các tệp không tạo văn bản trùng. Ctrl-C dừng sau tệp đang đọc;\n"
		"những gì đã nhập được giữ nguyên, chạy lại sẽ tiếp tục.\n"
		"Tệp có nhiều văn bản nối nhau: mỗi văn bản là một mục trong sổ (TỆP, TỆP#2 …).\n"
		"Bảng tính (nhiệm vụ, kiến nghị, cơ quan, cán bộ) nhập từng dòng; --undo lấy lại cả "
		"lần nhập.",
	.run = run,
};

typedef struct import_job {
	job_reader jr;
	reg r;
	const values *v;
	enum out_format format;
	batch to;
	sheet_choices chosen;
	sheet_asked ask;
	sheet_tally sheets;
	uint32_t failed;
	int64_t began, said;
	uint32_t done, total;
	err lost; /* the register could not be written: nothing more is tried */
} import_job;

static void end_batch(import_job *j, bool keep)
{
	err e = {0};

	if (batch_end(&j->to, keep, &e) != RC_OK)
		j->lost = e;
}

/* Lists that an office kept come in row by row; any other sheet is a document. */
static bool take_sheets(import_job *j, const job_doc *doc)
{
	bool taken = false;
	err e = {0};

	end_batch(j, true);
	if (j->lost.rc == RC_OK &&
	    import_sheets(&j->r, &j->jr, doc, &j->ask, &taken, &j->sheets, &e) != RC_OK) {
		complain(doc->source.name, &e);
		j->lost = e;
	}
	return taken || j->lost.rc != RC_OK;
}

static bool is_sheet(const job_doc *doc)
{
	static const slice tails[] = {S(".xlsx"), S(".csv"), S(".xls"), S(".ods"), S(".tsv")};
	slice name = doc->source.name;

	for (size_t i = 0; i < ARRAY_LEN(tails); i++)
		if (name.n > tails[i].n && slice_ends(name, tails[i]))
			return true;
	return false;
}

static void take(void *ctx, const job_doc *doc, const err *why)
{
	import_job *j = ctx;
	entered got;
	err e = {0};

	if (j->lost.rc != RC_OK)
		return;
	if (why != NULL) {
		complain(doc->source.name, why);
		j->failed++;
		return;
	}
	if (is_sheet(doc) && take_sheets(j, doc))
		return;
	if (j->v->look || j->v->columns != NULL) {
		(void)err_set(&e, RC_INPUT, MSG_NOT_A_SHEET, "no list in it");
		complain(doc->source.name, &e);
		j->failed++;
		return;
	}
	if (batch_enter(&j->to, doc, &got, &e) != RC_OK) {
		complain(doc->source.name, &e);
		end_batch(j, false);
		j->lost = e;
		return;
	}
	if (batch_is_full(&j->to))
		end_batch(j, true);
}

static void say_progress(import_job *j, bool last)
{
	int64_t now = ticks_ms(), gone = now - j->began;
	double rate = gone > 0 ? j->done * 1000.0 / (double)gone : 0;

	if (!isatty(STDERR_FILENO) || (!last && now - j->said < SAY_MS))
		return;
	j->said = now;
	(void)fprintf(stderr, "\r%u/%u tệp, %.0f tệp/giây, còn khoảng %.0f giây  %s", j->done,
	              j->total, rate, rate > 0 ? (j->total - j->done) / rate : 0, last ? "\n" : "");
}

static bool was_interrupted(void)
{
	sigset_t waiting;

	return sigpending(&waiting) == 0 &&
	       (sigismember(&waiting, SIGINT) == 1 || sigismember(&waiting, SIGTERM) == 1);
}

static void hold_interrupts(void)
{
	sigset_t hold;

	(void)sigemptyset(&hold);
	(void)sigaddset(&hold, SIGINT);
	(void)sigaddset(&hold, SIGTERM);
	(void)sigprocmask(SIG_BLOCK, &hold, NULL);
}

/* Anything but plain text may take long, and would keep others from writing meanwhile. */
static void import_one(import_job *j, read_ahead *ahead, const char *path, uint32_t i)
{
	if (ahead != NULL && read_ahead_show(ahead, i, take, j))
		return;
	if (!read_ahead_takes(path))
		end_batch(j, true);
	job_read(&j->jr, path, take, j);
}

/* Is there enough for other threads, and nothing that needs processes of its own? */
static read_ahead *begin_ahead(import_job *j, const inputs *in)
{
	for (uint32_t i = 0; i < in->paths.n; i++)
		if (!read_ahead_takes(in->paths.p[i]))
			return NULL;
	return in->paths.n > 1 ? read_ahead_open(&j->jr, in->paths.p, in->paths.n) : NULL;
}

/* False: it was asked to stop. */
static bool import_paths(import_job *j, const inputs *in)
{
	read_ahead *ahead = begin_ahead(j, in);
	bool stopped = false;
	err e = {0};

	j->began = ticks_ms();
	j->total = in->paths.n;
	/* other kinds come slowly, by processes */
	j->to.expected = ahead != NULL ? in->paths.n : 0;
	for (uint32_t i = 0; i < in->paths.n && j->lost.rc == RC_OK && !stopped; i++) {
		import_one(j, ahead, in->paths.p[i], i);
		j->done++;
		say_progress(j, false);
		stopped = was_interrupted();
	}
	read_ahead_close(ahead);
	end_batch(j, true);
	if (j->lost.rc == RC_OK && batch_tidy(&j->to, &e) != RC_OK)
		j->lost = e;
	say_progress(j, true);
	if (j->lost.rc != RC_OK)
		complain((slice){0}, &j->lost);
	return !stopped;
}

static void say_text(const import_job *j)
{
	(void)printf("Đã nhập %u văn bản, %u nhiệm vụ; %u văn bản đã có từ trước, %u tệp lỗi.\n",
	             j->to.done.entered, j->to.done.duties, j->to.done.again, j->failed);
	if (j->sheets.sheets > 0)
		(void)printf(
			"Đã nhập %u dòng của %u bảng tính; %u dòng đã có từ trước, %u ô có "
			"lỗi, %u nhiệm vụ đã xong chỉ lưu, %u dòng khác dòng đã nhập nên chưa nhập "
			"(--changed để nhập).\n",
			j->sheets.entered, j->sheets.sheets, j->sheets.again, j->sheets.bad,
			j->sheets.kept, j->sheets.changed);
	if (j->to.done.unread > 0)
		(void)printf("%u tệp còn một văn bản khác chưa đọc: tách ra thành tệp riêng rồi "
		             "nhập.\n",
		             j->to.done.unread);
	if (!j->v->track_past)
		out_past(j->to.done.past);
}

static int say_json(const import_job *j, bool stopped)
{
	strbuf b;
	json_out out;

	out_init(&b);
	out = jout_to(&b);
	jout_object(&out);
	member_text(&out, S("schema"), S("dondoc.import/1"));
	member_int(&out, S("documents"), j->to.done.entered);
	member_int(&out, S("assignments"), j->to.done.duties);
	member_int(&out, S("again"), j->to.done.again);
	member_int(&out, S("failed"), j->failed);
	member_int(&out, S("all_past"), j->to.done.past);
	member_int(&out, S("unread"), j->to.done.unread);
	member_int(&out, S("sheets"), j->sheets.sheets);
	member_int(&out, S("rows"), j->sheets.entered);
	member_int(&out, S("rows_again"), j->sheets.again);
	member_int(&out, S("cells_bad"), j->sheets.bad);
	member_int(&out, S("rows_kept"), j->sheets.kept);
	member_int(&out, S("rows_changed"), j->sheets.changed);
	member_bool(&out, S("stopped"), stopped);
	jout_object_end(&out);
	strbuf_putc(&b, '\n');
	return out_flush(&b, EXIT_FINE);
}

static int import_all(import_job *j, const inputs *in)
{
	bool stopped = !import_paths(j, in);
	int code = EXIT_FINE;

	if (j->v->look)
		return j->sheets.sheets > 0 || j->failed == 0 ? EXIT_FINE : EXIT_NOTHING;
	if (j->format == OUT_JSON)
		code = say_json(j, stopped);
	else
		say_text(j);
	if (stopped)
		(void)fprintf(stderr,
		              "dondoc: Đã dừng theo yêu cầu; chạy lại lệnh này sẽ tiếp tục.\n");
	if (code != EXIT_FINE || j->lost.rc != RC_OK ||
	    j->to.done.entered + j->to.done.again + j->sheets.sheets == 0)
		return EXIT_NOTHING;
	/* Who gives the id has seen the bad cells before (--look). */
	return j->failed > 0 || (j->sheets.bad > 0 && j->v->as_import == NULL) || stopped
	               ? EXIT_SOME
	               : EXIT_FINE;
}

/* What is entered is entered by that account. */
static int set_person(import_job *j)
{
	sql_account_by_login_row row;
	bool found = false;
	err e = {0};

	if (sql_account_by_login(j->r.d, (sql_account_by_login_in){slice_c(j->v->by)}, &j->r.a,
	                         &row, &found, &e) != RC_OK) {
		complain((slice){0}, &e);
		return exit_of(e.rc);
	}
	if (!found)
		return complain_usage(&cmd_import, "không có tài khoản này", slice_c(j->v->by));
	j->r.who.user = row.id;
	return EXIT_FINE;
}

typedef struct undoing {
	import_job *j;
	uint32_t undone, kept;
} undoing;

static rc undo_work(db *d, void *ctx, err *e)
{
	undoing *x = ctx;

	(void)d;
	return sheet_undo(&x->j->r, slice_c(x->j->v->undo), &x->undone, &x->kept, e);
}

static int undo(import_job *j)
{
	undoing x = {.j = j};
	err e = {0};

	if (db_write(j->r.d, undo_work, &x, &e) != RC_OK) {
		complain(slice_c(j->v->undo), &e);
		return exit_of(e.rc);
	}
	(void)printf("Đã hoàn tác %u dòng; %u dòng đã được xử lý sau khi nhập nên giữ nguyên.\n",
	             x.undone, x.kept);
	return x.kept > 0 ? EXIT_SOME : EXIT_FINE;
}

/* What a person says of the columns, as the option has it. */
static bool read_asked(import_job *j, arena *a)
{
	err e = {0};

	if (j->v->columns != NULL) {
		if (sheet_choices_parse(slice_c(j->v->columns), a, &j->chosen, &e) != RC_OK) {
			complain(slice_c(j->v->columns), &e);
			return false;
		}
		j->ask.chosen = &j->chosen;
	}
	j->ask.look = j->v->look;
	j->ask.changed = j->v->changed;
	j->ask.json = j->format == OUT_JSON;
	j->ask.pub = slice_c(j->v->as_import);
	return true;
}

static int open_and_import(import_job *j, const inputs *in)
{
	err e = {0};
	int code;

	if (job_reader_open(&j->jr, j->v->registry, NULL, &e) != RC_OK) {
		complain(slice_c(j->v->registry), &e);
		return EXIT_NOTHING;
	}
	j->jr.allow_secret = j->v->allow_secret;
	j->jr.prepare = batch_prepare;
	j->jr.rd.boxes = true;
	code = office_open(&cmd_import, &j->v->office, j->jr.rd.reg, &j->r);
	if (code == EXIT_FINE && j->v->clock)
		reg_set_now(&j->r, opt_now(j->v->office.today));
	if (code == EXIT_FINE && j->v->by != NULL)
		code = set_person(j);
	if (code == EXIT_FINE && j->v->undo != NULL)
		return undo(j);
	batch_init(&j->to, &j->r);
	j->to.accept_all = j->v->accept_all;
	j->to.track_past = j->v->track_past;
	if (code == EXIT_FINE)
		code = import_all(j, in);
	return code;
}

static int run(const call *c)
{
	const values *v = c->values;
	import_job j = {.v = v, .format = call_format(c)};
	inputs in = {0};
	int code;

	if (c->n == 0 && v->undo == NULL)
		return complain_usage(&cmd_import, "chưa chỉ ra tệp nào để nhập", (slice){0});
	inputs_expand(c->args, c->n, c->a, &in);
	hold_interrupts();
	if (in.paths.n == 0 && v->undo == NULL) {
		(void)complain_usage(&cmd_import, "thư mục không có tệp nào", slice_c(c->args[0]));
		return EXIT_NOTHING;
	}
	code = read_asked(&j, c->a) ? open_and_import(&j, &in) : EXIT_WRONG;
	office_close(&j.r);
	job_reader_done(&j.jr);
	return code;
}
