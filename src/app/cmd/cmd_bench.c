/*
 * cmd_bench.c - dondoc bench NAME: figures about the program itself, one JSON line
 * each, with its peer measured in the same run.
 */
#include <errno.h>
#include <stddef.h>
#include <unistd.h>

#include "app/bench/bench_docx.h"
#include "app/bench/bench_read.h"
#include "app/bench/bench_register.h"
#include "app/bench/bench_run.h"
#include "app/command.h"
#include "app/opt.h"

#define MB_MAX 1024

typedef struct values {
	const char *db, *from, *file;
	opt_value mb, runs, seed, obligations, documents;
} values;

static const opt opts[] = {
	{"mb", OPT_NUMBER, "N", offsetof(values, mb), "đo trên N MB chữ (mặc định: 16)"},
	{"runs", OPT_NUMBER, "N", offsetof(values, runs), "đo mỗi thứ N lần (mặc định: 7)"},
	{"seed", OPT_NUMBER, "N", offsetof(values, seed), "hạt giống để trộn câu (mặc định: 1)"},
	{"db", OPT_TEXT, "ĐỊA CHỈ", offsetof(values, db),
         "register: đo trên sổ ở địa chỉ này, sổ đã đầy thì dùng lại (mặc định: một tệp SQLite tạm)"},
	{"from", OPT_TEXT, "ĐỊA CHỈ", offsetof(values, from),
         "register trên PostgreSQL: sổ SQLite làm nguồn, sổ đã đầy thì dùng lại (mặc định: một tệp tạm)"},
	{"obligations", OPT_NUMBER, "N", offsetof(values, obligations),
         "register: số phần việc (mặc định: 1000000)"},
	{"documents", OPT_NUMBER, "N", offsetof(values, documents),
         "register: số văn bản để tìm (mặc định: 100000)"},
	{"file", OPT_TEXT, "TỆP", offsetof(values, file), "docx: đo trên tệp Word này"},
};

static const struct {
	slice name;
	rc (*run)(const bench_options *, bool *, err *);
	bool papers; /* names of files may follow */
} benches[] = {
	{S("read"), bench_read, true},          {S("text"), bench_print_text, true},
	{S("register"), bench_register, false}, {S("docx"), bench_docx, false},
	{S("fill"), bench_filling, false},
};

static int run(const call *c);

const command cmd_bench = {
	.name = "bench",
	.args = "read|register|docx|fill|text [TỆP…]",
	.summary = "đo tốc độ, bộ nhớ của chương trình, bên cạnh một chương trình đối chứng",
	TAKES(opts, values),
	.notes =
		"read, register, docx: mỗi số đo là một dòng JSON; text: in ra chữ dùng để đo; fill: chỉ làm đầy sổ ở --db. Mã thoát 1 khi có số đo chưa đạt ngưỡng.\n"
		"read, text: câu chữ lấy từ các TỆP văn bản thuần, không có TỆP thì từ văn bản mẫu.",
	.run = run,
};

/* What was given, or `otherwise`; 0 after complaining that it is more than `most`. */
static uint64_t number(opt_value v, int64_t most, int64_t otherwise)
{
	if (v.n <= most)
		return (uint64_t)opt_or(v, otherwise);
	(void)complain_usage(&cmd_bench, "cần một số nguyên trong giới hạn cho phép",
	                     slice_c(v.text));
	return 0;
}

static bool is_there(const char *path)
{
	err e = {0};

	if (path == NULL || access(path, R_OK) == 0)
		return true;
	(void)err_set(&e, RC_IO, MSG_FILE_UNREADABLE, "errno %d", errno);
	complain(slice_c(path), &e);
	return false;
}

static bool all_there(const bench_options *o)
{
	bool there = is_there(o->file);

	for (size_t i = 0; there && i < o->npapers; i++)
		there = is_there(o->papers[i]);
	return there;
}

static int run(const call *c)
{
	const values *v = c->values;
	bench_options o;
	bool pass = true;
	err e = {0};
	rc code;

	o.bytes = (size_t)number(v->mb, MB_MAX, 16) * 1000000;
	o.runs = (unsigned)number(v->runs, BENCH_RUNS_MAX, 7);
	o.seed = number(v->seed, UINT32_MAX, 1);
	o.db = v->db;
	o.from = v->from;
	o.file = v->file;
	o.papers = c->args + 1;
	o.npapers = c->n > 0 ? (size_t)c->n - 1 : 0;
	o.obligations = number(v->obligations, 10000000, 1000000);
	o.documents = number(v->documents, 10000000, 100000);
	if (o.obligations == 0 || o.documents == 0 || o.bytes == 0 || o.runs == 0 || o.seed == 0)
		return EXIT_WRONG;
	for (size_t i = 0; c->n >= 1 && i < ARRAY_LEN(benches); i++) {
		if (!slice_eq(slice_c(c->args[0]), benches[i].name) ||
		    (o.npapers > 0 && !benches[i].papers))
			continue;
		if (!all_there(&o))
			return EXIT_NOTHING;
		code = benches[i].run(&o, &pass, &e);
		if (code != RC_OK) {
			complain(benches[i].name, &e);
			return exit_of(code);
		}
		return pass ? EXIT_FINE : EXIT_SOME;
	}
	return complain_usage(&cmd_bench, "cần tên một phép đo: read, register, docx, fill, text",
	                      slice_c(c->n ? c->args[0] : NULL));
}
