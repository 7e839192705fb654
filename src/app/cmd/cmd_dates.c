/*
 * cmd_dates.c - dondoc dates: expressions of time in typed lines.
 *
 * One JSON list a line, in the order of the lines; without arguments, as each
 * line of standard input comes (a person may type). Its "now" is --ref and never
 * the clock: the same line gives the same answer.
 */
#include <errno.h>
#include <unistd.h>

#include "app/command.h"
#include "app/intake/job_read.h"
#include "app/opt.h"
#include "base/file.h"
#include "lib/dates_json.h"

#define OUT_MAX ((size_t)1 << 30)
#define OUT_FLUSH ((size_t)1 << 18)
#define CHUNK ((size_t)1 << 16)
#define LINE_MAX_BYTES ((size_t)128 << 20)
#define BUDGET ((size_t)2 << 30)

typedef struct values {
	const char *ref, *registry;
} values;

static const opt opts[] = {
	{"ref", OPT_TEXT, "NĂM-THÁNG-NGÀY[TGIỜ:PHÚT]", offsetof(values, ref),
         "thời điểm được coi là bây giờ, để hiểu \"ngày mai\", \"thứ Sáu tới\" hoặc năm không ghi"},
	{"registry", OPT_TEXT, "TÊN|THƯ MỤC,…", offsetof(values, registry),
         "danh mục cơ quan, đơn vị dùng khi đọc"},
};

static int run(const call *c);

const command cmd_dates = {
	.name = "dates",
	.args = "[CÂU…]",
	.summary = "tìm thời gian trong từng câu: mỗi câu một danh sách JSON trên một dòng",
	TAKES(opts, values),
	.notes = "Không có CÂU: đọc từng dòng của đầu vào chuẩn.",
	.run = run,
};

typedef struct dates_job {
	job_reader jr;
	slice ref;
	strbuf out;
} dates_job;

static rc scan_guarded(const dates_job *j, slice line, arena *a, strbuf *out, err *e)
{
	if (arena_guard(a) != 0)
		return err_set(e, a->failed, MSG_NO_MEMORY, "dates");
	return dates_json(&j->jr.rd, line, j->ref, a, out, e);
}

/* A line that is no text still gets its line: an empty list, and a complaint. */
static int one_line(dates_job *j, slice line)
{
	err e = {0};
	arena a;
	rc code;

	arena_init(&a, NULL, BUDGET);
	code = scan_guarded(j, line, &a, &j->out, &e);
	arena_done(&a);
	if (code != RC_OK) {
		strbuf_put(&j->out, S("[]"));
		complain((slice){0}, &e);
	}
	strbuf_putc(&j->out, '\n');
	return code == RC_OK ? EXIT_FINE : EXIT_SOME;
}

static bool flush(dates_job *j)
{
	err e = {0};
	rc code = j->out.failed;

	if (code != RC_OK)
		(void)err_set(&e, code, MSG_NO_MEMORY, "output");
	else
		code = file_write_fd(STDOUT_FILENO, strbuf_slice(&j->out), &e);
	strbuf_clear(&j->out);
	if (code != RC_OK)
		complain((slice){0}, &e);
	return code == RC_OK;
}

static int each_argument(dates_job *j, int n, char **args)
{
	int code = EXIT_FINE;

	for (int i = 0; i < n; i++)
		if (one_line(j, slice_c(args[i])) != EXIT_FINE)
			code = EXIT_SOME;
	return flush(j) ? code : EXIT_NOTHING;
}

/* The whole lines of `in` from byte `from` on, which holds the first line end that
 * was not seen before; what is left stays in `in`. */
static int whole_lines(dates_job *j, strbuf *in, size_t from)
{
	const char *end = memchr(in->p + from, '\n', in->n - from);
	size_t at = 0;
	int code = EXIT_FINE;

	while (end != NULL) {
		slice line = {in->p + at, (size_t)(end - in->p) - at};

		at += line.n + 1;
		if (line.n > 0 && line.p[line.n - 1] == '\r')
			line.n--;
		if (one_line(j, line) != EXIT_FINE)
			code = EXIT_SOME;
		end = memchr(in->p + at, '\n', in->n - at);
	}
	memmove(in->p, in->p + at, in->n - at);
	in->n -= at;
	return code;
}

static bool complain_stdin(void)
{
	err e = {0};

	(void)err_set(&e, RC_IO, MSG_FILE_UNREADABLE, "stdin: errno %d", errno);
	complain(S("-"), &e);
	return true;
}

/* One chunk of standard input: its lines are answered before the next is asked
 * for. *ret_more: whether there may be another. */
static int one_chunk(dates_job *j, strbuf *in, bool *ret_more)
{
	char *room = strbuf_room(in, CHUNK);
	size_t from = in->n;
	ssize_t n = room != NULL ? read(STDIN_FILENO, room, CHUNK) : -1;
	int code;

	*ret_more = n > 0;
	if (n <= 0)
		return room == NULL || (n < 0 && complain_stdin()) ? EXIT_NOTHING : EXIT_FINE;
	in->n += (size_t)n;
	code = whole_lines(j, in, from);
	if ((isatty(STDIN_FILENO) || j->out.n > OUT_FLUSH) && !flush(j))
		return EXIT_NOTHING;
	return code;
}

static int each_line(dates_job *j)
{
	err e = {0};
	strbuf in;
	bool more = true;
	int code = EXIT_FINE;

	strbuf_init(&in, NULL, LINE_MAX_BYTES);
	while (more && code != EXIT_NOTHING) {
		int one = one_chunk(j, &in, &more);

		code = one > code ? one : code;
	}
	if (in.failed != RC_OK) {
		(void)err_set(&e, in.failed, MSG_TOO_LARGE, "line");
		complain((slice){0}, &e);
	} else if (in.n > 0 && code != EXIT_NOTHING &&
	           one_line(j, strbuf_slice(&in)) != EXIT_FINE) {
		code = EXIT_SOME; /* the last line has no end */
	}
	strbuf_done(&in);
	return flush(j) ? code : EXIT_NOTHING;
}

static int run(const call *c)
{
	dates_job j = {0};
	const values *v = c->values;
	err e = {0};
	civil ref;
	int code;

	j.ref = slice_c(v->ref);
	if (v->ref != NULL && civil_parse(j.ref, &ref, NULL) != RC_OK)
		return complain_usage(&cmd_dates,
		                      "thời điểm phải có dạng 2026-05-29 hoặc "
		                      "2026-05-29T14:00",
		                      j.ref);
	strbuf_init(&j.out, NULL, OUT_MAX);
	if (job_reader_open(&j.jr, v->registry, NULL, &e) != RC_OK) {
		complain(slice_c(v->registry), &e);
		code = EXIT_NOTHING;
	} else {
		code = c->n > 0 ? each_argument(&j, c->n, c->args) : each_line(&j);
	}
	job_reader_done(&j.jr);
	strbuf_done(&j.out);
	return code;
}
