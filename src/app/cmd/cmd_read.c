/*
 * cmd_read.c - dondoc read: documents in, one JSON object a line out, or sheets.
 *
 * The output is put together in memory and leaves in as few writes as may be.
 * A document that cannot be read never stops the others.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app/command.h"
#include "app/inputs.h"
#include "app/intake/job_read.h"
#include "app/opt.h"
#include "app/out/sheet.h"
#include "base/file.h"

#define OUT_MAX ((size_t)4 << 30)
#define OUT_FLUSH ((size_t)1 << 18)
#define WIDTH_DEFAULT 80
#define WIDTH_MIN 50
#define WIDTH_MAX 120

typedef struct values {
	const char *registry, *calendar;
	opt_value format, today;
	bool allow_secret, boxes;
} values;

static const opt opts[] = {
	{"format", OPT_ONE_OF, "json|text|calendar", offsetof(values, format),
         "json: mỗi văn bản một dòng; text: bản để đối chiếu; calendar: lịch thời hạn chung "
         "(mặc định: text trên màn hình, json khi ghi ra tệp hoặc nối lệnh)"},
	{"registry", OPT_TEXT, "TÊN|THƯ MỤC,…", offsetof(values, registry),
         "danh mục cơ quan, đơn vị dùng khi đọc, theo thứ tự ưu tiên"},
	{"calendar", OPT_TEXT, "TỆP|builtin", offsetof(values, calendar),
         "lịch ngày nghỉ: ghi thêm ngày làm việc cuối cùng còn kịp của từng thời hạn"},
	{"today", OPT_DAY, "NĂM-THÁNG-NGÀY", offsetof(values, today),
         "ngày hôm nay, để biết quá hạn (chỉ dùng với --format calendar)"},
	{"boxes", OPT_SWITCH, NULL, offsetof(values, boxes),
         "ghi thêm vị trí từng từ trên trang (văn bản PDF, bản quét; chỉ với --format json)"},
	{"allow-secret", OPT_SWITCH, NULL, offsetof(values, allow_secret),
         "đọc cả văn bản đóng dấu MẬT: chỉ dùng trên máy của mạng nội bộ độc lập "
         "(hoặc đặt DONDOC_ALLOW_SECRET=1)"},
};

static int run(const call *c);

const command cmd_read = {
	.name = "read",
	.args = "TỆP|THƯ MỤC|- …",
	.summary = "đọc văn bản: cuộc họp, nhiệm vụ, thời hạn, văn bản viện dẫn, nơi nhận",
	TAKES(opts, values),
	.notes = "Thư mục: mọi tệp trong đó, theo thứ tự tên. Dấu - là đầu vào chuẩn.\n"
		 "Thư điện tử (.eml) và tệp nén (.zip): từng văn bản bên trong.\n"
		 "Tệp có nhiều văn bản nối nhau: từng văn bản; văn bản sau tên là TỆP#2, TỆP#3 …\n"
		 "Tệp không đọc được được báo ở đúng chỗ của nó; các tệp khác vẫn được đọc.",
	.run = run,
};

enum format { FORMAT_JSON, FORMAT_TEXT, FORMAT_CALENDAR };

typedef struct read_job {
	job_reader jr;
	enum format format;
	strbuf out;
	paper page;
	duties due;
	const char *path; /* at hand */
	uint32_t nread, nfailed;
	err lost; /* the output could not be written */
} read_job;

static unsigned terminal_width(void)
{
	struct winsize w;
	unsigned n = WIDTH_DEFAULT;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) == 0 && w.ws_col > 0)
		n = w.ws_col;
	return n < WIDTH_MIN ? WIDTH_MIN : n > WIDTH_MAX ? WIDTH_MAX : n;
}

static bool terminal_is_strong(void)
{
	return isatty(STDOUT_FILENO) && getenv("NO_COLOR") == NULL &&
	       !slice_eq(slice_c(getenv("TERM")), S("dumb"));
}

static bool flush(read_job *j, size_t above)
{
	rc code = j->out.failed;

	if (code != RC_OK && j->lost.rc == RC_OK)
		(void)err_set(&j->lost, code, MSG_NO_MEMORY, "output");
	else if (code != RC_OK)
		; /* draining said why */
	else if (j->out.n > above)
		code = file_write_fd(STDOUT_FILENO, strbuf_slice(&j->out), &j->lost);
	else
		return true;
	strbuf_clear(&j->out);
	return code == RC_OK;
}

/* What is written of a large document leaves before its end. */
static rc drain(void *ctx, slice s)
{
	read_job *j = ctx;

	return file_write_fd(STDOUT_FILENO, s, &j->lost);
}

static void show_document(read_job *j, const job_doc *doc)
{
	json_out to = jout_to(&j->out);

	switch (j->format) {
	case FORMAT_JSON:
		model_json_document(&to, &doc->r, &doc->source, &j->jr.ident, j->jr.with_calendar);
		strbuf_putc(&j->out, '\n');
		break;
	case FORMAT_TEXT:
		sheet_document(&j->page, &j->jr, doc);
		break;
	case FORMAT_CALENDAR:
		duties_add(&j->due, &j->jr, doc);
		break;
	}
}

/* "thu.eml/moi-hop.docx": where a document stands, for people. */
static slice place_of(const job_doc *doc, const char *path, arena *a)
{
	slice all = slice_c(path);
	strbuf b;
	size_t room = all.n + 1;

	if (doc->source.npath < 2)
		return all;
	for (uint32_t i = 1; i < doc->source.npath; i++)
		room += doc->source.path[i].n + 1;
	strbuf_over(&b, arena_alloc(a, room), room);
	strbuf_put(&b, all);
	for (uint32_t i = 1; i < doc->source.npath; i++) {
		strbuf_putc(&b, '/');
		strbuf_put(&b, doc->source.path[i]);
	}
	return strbuf_slice(&b);
}

static void show_error(read_job *j, const job_doc *doc, const err *e)
{
	json_out to = jout_to(&j->out);
	arena a;

	if (j->format == FORMAT_JSON) {
		model_json_error(&to, &doc->source, e);
		strbuf_putc(&j->out, '\n');
	} else if (j->format == FORMAT_TEXT) {
		sheet_error(&j->page, doc->source.name, e);
	}
	arena_init(&a, NULL, 0);
	complain(place_of(doc, j->path, &a), e);
	arena_done(&a);
}

static void show_one(void *ctx, const job_doc *doc, const err *why)
{
	read_job *j = ctx;

	if (j->lost.rc != RC_OK)
		return;
	if (why == NULL) {
		show_document(j, doc);
		j->nread++;
	} else {
		show_error(j, doc, why);
		j->nfailed++;
	}
	(void)flush(j, OUT_FLUSH);
}

/* What a run over several documents came to. */
static void say_sum(const read_job *j)
{
	if (j->nread + j->nfailed > 1)
		(void)fprintf(stderr, "dondoc: Đã đọc %u văn bản, %u tệp lỗi.\n", j->nread,
		              j->nfailed);
}

/* One file is read while others already work on the next. Those of the last are told to
 * end and not waited for: this program ends before them. */
static void read_all(read_job *j, const inputs *in, office_ahead *ahead, job_file *first)
{
	job_file now = *first, next = {0};

	for (uint32_t i = 0; i < in->paths.n; i++) {
		bool more = i + 1 < in->paths.n && j->lost.rc == RC_OK;

		if (more)
			job_file_begin(&next, in->paths.p[i + 1], ahead, i + 1);
		j->path = now.path;
		job_read_file(&j->jr, &now, show_one, j);
		if (!more)
			break;
		job_file_drop(&now);
		now = next;
	}
}

static int read_and_show(read_job *j, const values *v, const inputs *in, int32_t today)
{
	office_ahead ahead;
	job_file first;
	err e = {0};

	office_ahead_init(&ahead, in->paths.p, in->paths.n);
	job_file_begin(&first, in->paths.p[0], &ahead,
	               0); /* it is worked on while words are learned */
	if (job_reader_open(&j->jr, v->registry, v->calendar, &e) != RC_OK) {
		complain(slice_c(j->jr.rd.reg != NULL ? v->calendar : v->registry), &e);
		job_file_drop(&first);
		office_ahead_done(&ahead);
		return EXIT_NOTHING;
	}
	j->jr.rd.boxes = v->boxes;
	j->jr.allow_secret = v->allow_secret ||
	                     slice_eq(slice_c(getenv("DONDOC_ALLOW_SECRET")), S("1"));
	read_all(j, in, &ahead, &first);
	office_ahead_done(&ahead);
	if (j->lost.rc == RC_OK && j->format == FORMAT_CALENDAR && j->nread > 0)
		sheet_calendar(&j->page, &j->due, today);
	if (j->lost.rc == RC_OK)
		(void)flush(j, 0);
	if (j->lost.rc != RC_OK)
		complain((slice){0}, &j->lost);
	else
		say_sum(j);
	if (j->lost.rc != RC_OK || j->nread == 0)
		return EXIT_NOTHING;
	return j->nfailed > 0 ? EXIT_SOME : EXIT_FINE;
}

static int run(const call *c)
{
	const values *v = c->values;
	inputs in = {0};
	read_job j = {0};
	int code;

	if (c->n == 0)
		return complain_usage(&cmd_read, "chưa chỉ ra tệp nào để đọc", (slice){0});
	j.format = v->format.text == NULL && isatty(STDOUT_FILENO) ? FORMAT_TEXT
	                                                           : (enum format)v->format.n;
	strbuf_init(&j.out, NULL, OUT_MAX);
	strbuf_drain(&j.out, OUT_FLUSH, drain, &j);
	paper_init(&j.page, &j.out, terminal_width(), terminal_is_strong());
	j.due.a = c->a;
	inputs_expand(c->args, c->n, c->a, &in);
	if (in.paths.n == 0) {
		(void)complain_usage(&cmd_read, "thư mục không có tệp nào", slice_c(c->args[0]));
		code = EXIT_NOTHING;
	} else {
		code = read_and_show(&j, v, &in, opt_today(v->today));
	}
	job_reader_done(&j.jr);
	paper_done(&j.page);
	strbuf_done(&j.out);
	return code;
}
