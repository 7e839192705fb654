/*
 * cmd_migrate.c - dondoc migrate: a whole register moves from one database to another.
 */
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "app/cmd/office.h"
#include "app/opt.h"
#include "app/out/tables.h"
#include "app/ticks.h"
#include "register/backups.h"

enum { SAY_MS = 300 };

typedef struct values {
	const char *from, *to;
	opt_value format;
} values;

static const opt opts[] = {
	{"from", OPT_TEXT, "ĐỊA CHỈ", offsetof(values, from),
         "sổ đang có: sqlite:… hoặc postgresql://…"},
	{"to", OPT_TEXT, "ĐỊA CHỈ", offsetof(values, to),
         "sổ mới, chưa có gì: sqlite:… hoặc postgresql://…"},
	FORMAT_OPT(values),
};

static int run(const call *c);

const command cmd_migrate = {
	.name = "migrate",
	.summary = "chuyển cả sổ theo dõi sang cơ sở dữ liệu khác, đếm và đối chiếu từng bảng",
	TAKES(opts, values),
	.notes = "Sổ cũ không thay đổi. Sai một dòng thì sổ mới vẫn trống.",
	.run = run,
};

static void tell(answer *to, const copy_sums *sums)
{
	if (to->as_json) {
		jout_object(&to->json);
		jout_key(&to->json, S("tables"));
		tables_put(to, sums);
		jout_object_end(&to->json);
		strbuf_putc(&to->out, '\n');
		return;
	}
	strbuf_put(&to->out, S("Đã chuyển, mọi bảng khớp số dòng và mã băm:\n"));
	tables_put(to, sums);
}

typedef struct progress {
	int64_t said;
} progress;

/* On a terminal alone: a line that is written over. */
static void say(void *ctx, const char *table, bool again, int64_t rows, int64_t of)
{
	progress *p = ctx;
	int64_t now = ticks_ms();

	if (!isatty(STDERR_FILENO) || now - p->said < SAY_MS)
		return;
	p->said = now;
	if (again && of > 0)
		(void)fprintf(stderr, "\rđối chiếu: %lld%%, bảng %s          ",
		              (long long)(rows * 100 / of), table);
	else
		(void)fprintf(stderr, "\rđã chuyển %lld dòng, bảng %s          ", (long long)rows,
		              table);
}

static int move(const call *c, answer *to)
{
	const values *v = c->values;
	progress p = {0};
	copy_told told = {say, &p};
	reg old = {0}, new = {0};
	int64_t now = time(NULL);
	copy_sums sums;
	err e = {0};
	rc code;

	code = reg_open(&old, v->from, 0, viewer_operator(), now, NULL, (slice){0}, &e);
	if (code != RC_OK)
		complain(slice_c(v->from), &e);
	if (code == RC_OK) {
		code = reg_open(&new, v->to, DB_CREATE, viewer_operator(), now, NULL, (slice){0},
		                &e);
		if (code == RC_OK)
			code = backups_move(&old, &new, "migrate", &told, c->a, &sums, &e);
		if (code != RC_OK)
			complain(slice_c(v->to), &e);
	}
	if (p.said != 0)
		(void)fputc('\n', stderr);
	if (code == RC_OK) {
		tell(to, &sums);
		office_say_lost(&new);
	}
	reg_close(&new);
	reg_close(&old);
	return exit_of(code);
}

static int run(const call *c)
{
	const values *v = c->values;
	answer to;
	int code;

	if (v->from == NULL || v->to == NULL)
		return complain_usage(&cmd_migrate, "cần cả --from và --to", (slice){0});
	if (slice_eq(slice_c(v->from), slice_c(v->to)))
		return complain_usage(&cmd_migrate, "--from và --to là một", slice_c(v->to));
	answer_open(&to, v->format);
	code = move(c, &to);
	return answer_close(&to, code);
}
