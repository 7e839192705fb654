/*
 * opt.c - tables in, values out. It must never know a command by name.
 */
#include "app/opt.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/strbuf.h"

#define LINE_MAX_BYTES ((size_t)8192)
#define VIETNAM_SECONDS (7 * 3600)

/* What a terminal could take for a command is shown as '?'. */
static void put_shown(strbuf *b, slice s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		strbuf_putc(b, c < 0x20 || c == 0x7f ? '?' : (char)c);
	}
}

static void say(const strbuf *b)
{
	if (file_write_fd(STDERR_FILENO, strbuf_slice(b), NULL) != RC_OK)
		return; /* nowhere is left to say so */
}

static bool hint_names_a_line(msg_id id)
{
	return id == MSG_REGISTRY_BAD || id == MSG_CALENDAR_BAD || id == MSG_GOLD_BAD ||
	       id == MSG_TEMPLATE_BAD;
}

void complain(slice where, const err *e)
{
	char room[LINE_MAX_BYTES];
	strbuf b;

	strbuf_over(&b, room, sizeof room);
	strbuf_put(&b, S("dondoc: "));
	if (where.n > 0) {
		put_shown(&b, where);
		strbuf_put(&b, S(": "));
	}
	strbuf_put(&b, slice_c(msg_text(e->id)));
	strbuf_putc(&b, ' ');
	strbuf_put(&b, slice_c(msg_hint(e->id)));
	if (hint_names_a_line(e->id) && e->detail[0] != '\0') {
		strbuf_put(&b, S(" ("));
		put_shown(&b, slice_c(e->detail));
		strbuf_putc(&b, ')');
	}
	strbuf_putc(&b, '\n');
	say(&b);
}

int complain_usage(const command *c, const char *what, slice which)
{
	char room[LINE_MAX_BYTES];
	strbuf b;

	strbuf_over(&b, room, sizeof room);
	strbuf_put(&b, S("dondoc"));
	if (c != NULL) {
		strbuf_putc(&b, ' ');
		strbuf_put(&b, slice_c(c->name));
	}
	strbuf_put(&b, S(": "));
	strbuf_put(&b, slice_c(what));
	if (which.n > 0) {
		strbuf_put(&b, S(": "));
		put_shown(&b, which);
	}
	strbuf_put(&b, S(". "));
	strbuf_put(&b, slice_c(msg_hint(MSG_USAGE)));
	strbuf_putc(&b, '\n');
	say(&b);
	return EXIT_WRONG;
}

int exit_of(rc code)
{
	return code == RC_OK ? EXIT_FINE : code == RC_USAGE ? EXIT_WRONG : EXIT_NOTHING;
}

int exit_of_err(const err *e)
{
	static const msg_id never_right[] = {MSG_DATE_IMPOSSIBLE, MSG_DAY_BAD};

	for (size_t i = 0; i < ARRAY_LEN(never_right); i++)
		if (e->id == never_right[i])
			return EXIT_WRONG;
	return exit_of(e->rc);
}

static const opt *opt_named(const command *c, slice name)
{
	for (size_t i = 0; i < c->nopts; i++)
		if (slice_eq(name, slice_c(c->opts[i].name)))
			return &c->opts[i];
	return NULL;
}

/* One option at argv[*at]; moves *at over its value when that stands apart. */
static bool take(const command *c, int argc, char **argv, int *at, void *values)
{
	slice whole = slice_c(argv[*at]);
	slice rest = {whole.p + 2, whole.n - 2}, name;
	const char *value = NULL;
	const opt *o;

	if (slice_cut(&rest, '=', &name))
		value = rest.p;
	else
		name = rest;
	o = opt_named(c, name);
	if (o == NULL)
		return (void)complain_usage(c, "không có tùy chọn này", whole), false;
	if (o->arg == NULL) {
		if (value != NULL)
			return (void)complain_usage(c, "tùy chọn này không có giá trị", whole),
			       false;
		*(bool *)((char *)values + o->at) = true;
		return true;
	}
	if (value == NULL && *at + 1 < argc)
		value = argv[++*at];
	if (value == NULL)
		return (void)complain_usage(c, "tùy chọn này cần một giá trị", whole), false;
	*(const char **)(void *)((char *)values + o->at) = value;
	return true;
}

bool opt_parse(const command *c, int argc, char **argv, void *values, int *ret_n)
{
	bool ended = false;
	int n = 0;

	for (int i = 0; i < argc; i++) {
		slice s = slice_c(argv[i]);

		if (ended || s.n < 2 || s.p[0] != '-')
			argv[n++] = argv[i];
		else if (slice_eq(s, S("--")))
			ended = true;
		else if (s.p[1] != '-')
			return (void)complain_usage(c, "không có tùy chọn này", s), false;
		else if (!take(c, argc, argv, &i, values))
			return false;
	}
	*ret_n = n;
	return true;
}

bool opt_wants_help(int argc, char **argv)
{
	for (int i = 0; i < argc; i++) {
		slice s = slice_c(argv[i]);

		if (slice_eq(s, S("--")))
			return false;
		if (slice_eq(s, S("--help")) || slice_eq(s, S("-h")))
			return true;
	}
	return false;
}

void opt_help(const command *c)
{
	(void)printf("dondoc %s - %s\n\nCách dùng: dondoc %s%s%s%s\n", c->name, c->summary, c->name,
	             c->nopts > 0 ? " [TÙY CHỌN]" : "", c->args ? " " : "", c->args ? c->args : "");
	if (c->nopts > 0)
		(void)printf("\nTùy chọn:\n");
	for (size_t i = 0; i < c->nopts; i++) {
		const opt *o = &c->opts[i];

		(void)printf("  --%s%s%s\n        %s\n", o->name, o->arg ? " " : "",
		             o->arg ? o->arg : "", o->help);
	}
	if (c->notes != NULL)
		(void)printf("\n%s\n", c->notes);
	(void)printf("\nMã thoát: 0 tốt; 1 một số tệp không đọc được hoặc có điểm cần xem; "
	             "2 gọi chưa đúng; 3 không làm được gì.\n");
}

int opt_choice(const command *c, const char *v, const char *const *words)
{
	if (v == NULL)
		return 0;
	for (int i = 0; words[i] != NULL; i++)
		if (slice_eq(slice_c(v), slice_c(words[i])))
			return i;
	(void)complain_usage(c, "giá trị không có trong danh sách được chọn", slice_c(v));
	return -1;
}

bool opt_day(const command *c, const char *v, int32_t *ret)
{
	err e = {0};
	civil day;

	if (v == NULL) {
		*ret = (int32_t)((time(NULL) + VIETNAM_SECONDS) / 86400);
		return true;
	}
	if (civil_parse(slice_c(v), &day, &e) != RC_OK || slice_c(v).n != 10) {
		(void)complain_usage(c, "ngày phải có dạng NĂM-THÁNG-NGÀY", slice_c(v));
		return false;
	}
	*ret = civil_days(day.y, day.mo, day.d);
	return true;
}

bool opt_minute(const char *v, int64_t *ret)
{
	err e = {0};
	civil day;

	if (civil_parse(slice_c(v), &day, &e) != RC_OK) {
		complain(slice_c(v), &e);
		return false;
	}
	*ret = civil_minutes(day) + (slice_c(v).n == 10 ? CMIN_DAY - 1 : 0);
	return true;
}

bool opt_limit(const command *c, const char *v, int64_t otherwise, int64_t *ret)
{
	slice s = slice_c(v);
	int64_t n = slice_number(s, INT32_MAX);

	*ret = otherwise;
	if (v == NULL)
		return true;
	if (n < 1)
		return (void)complain_usage(c, "cần một số từ 1 trở lên", s), false;
	*ret = n;
	return true;
}
