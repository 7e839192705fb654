/*
 * opt.c - tables in, values out. It must never know a command by name.
 */
#include "app/opt.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/strbuf.h"
#include "model/civil.h"

#define LINE_MAX_BYTES ((size_t)8192)
enum { DAY_LETTERS = 10 };

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
	static const msg_id never_right[] = {MSG_DATE_IMPOSSIBLE, MSG_DAY_BAD, MSG_ROLE_UNKNOWN,
	                                     MSG_SCOPE_UNKNOWN};

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
	if (o->kind != OPT_SWITCH && value == NULL && *at + 1 < argc)
		value = argv[++*at];
	if (o->kind != OPT_SWITCH && value == NULL)
		return (void)complain_usage(c, "tùy chọn này cần một giá trị", whole), false;
	return opt_set(c, o, value, values);
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
	if (c->args == NULL && n > 0)
		(void)complain_usage(c, "lệnh này không có tham số", slice_c(argv[0]));
	return c->args != NULL || n == 0;
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

static int wrong_choice(const command *c, const char *v)
{
	(void)complain_usage(c, "giá trị không có trong danh sách được chọn", slice_c(v));
	return -1;
}

int opt_choice(const command *c, const char *v, const char *const *words)
{
	for (int i = 0; words[i] != NULL; i++)
		if (slice_eq(slice_c(v), slice_c(words[i])))
			return i;
	return wrong_choice(c, v);
}

int opt_place(const command *c, const char *v, slice words)
{
	slice one;

	for (int i = 0; slice_next(&words, '|', &one); i++)
		if (slice_eq(slice_c(v), one))
			return i;
	return wrong_choice(c, v);
}

static bool read_time(const command *c, bool whole_day, const char *v, int64_t *ret)
{
	slice s = slice_c(v);
	err e = {0};
	civil day;

	if ((whole_day && s.n != DAY_LETTERS) || civil_parse(s, &day, &e) != RC_OK) {
		(void)complain_usage(c,
		                     whole_day ? "ngày phải có dạng NĂM-THÁNG-NGÀY và có trong lịch"
		                               : "thời hạn phải có dạng NĂM-THÁNG-NGÀY hoặc "
		                                 "NĂM-THÁNG-NGÀYTGIỜ:PHÚT và có trong lịch",
		                     s);
		return false;
	}
	*ret = whole_day ? civil_days(day.y, day.mo, day.d)
	                 : civil_minutes(day) + (s.n == DAY_LETTERS ? CMIN_DAY - 1 : 0);
	return true;
}

static bool read_number(const command *c, const char *v, int64_t least, int64_t *ret)
{
	*ret = slice_number(slice_c(v), INT32_MAX);
	if (*ret >= least)
		return true;
	(void)complain_usage(c, least > 0 ? "cần một số từ 1 trở lên" : "cần một số nguyên",
	                     slice_c(v));
	return false;
}

bool opt_read(const command *c, enum opt_kind kind, const char *v, opt_value *ret)
{
	ret->text = v;
	return kind == OPT_DAY || kind == OPT_MINUTE
	               ? read_time(c, kind == OPT_DAY, v, &ret->n)
	               : read_number(c, v, kind == OPT_NUMBER, &ret->n);
}

bool opt_set(const command *c, const opt *o, const char *value, void *values)
{
	char *at = (char *)values + o->at;
	opt_value x = {.text = value};

	if (o->kind == OPT_SWITCH) {
		if (value != NULL)
			(void)complain_usage(c, "tùy chọn này không có giá trị", slice_c(o->name));
		*(bool *)at = value == NULL;
		return value == NULL;
	}
	if (o->kind == OPT_TEXT) {
		*(const char **)(void *)at = value;
		return true;
	}
	if (o->kind == OPT_ONE_OF)
		x.n = opt_place(c, value, slice_c(o->arg));
	else if (!opt_read(c, o->kind, value, &x))
		return false;
	*(opt_value *)(void *)at = x;
	return x.n >= 0 || o->kind != OPT_ONE_OF;
}

bool opt_in_order(const command *c, opt_value from, opt_value to)
{
	if (from.text == NULL || to.text == NULL || from.n <= to.n)
		return true;
	(void)complain_usage(c, "--to phải từ ngày của --from trở đi", slice_c(to.text));
	return false;
}

int64_t opt_or(opt_value v, int64_t otherwise)
{
	return v.text != NULL ? v.n : otherwise;
}

int32_t opt_today(opt_value today)
{
	return (int32_t)opt_or(today, day_of_clock(time(NULL)));
}

int64_t opt_now(opt_value today)
{
	int64_t now = time(NULL);

	return now + clock_of_day(opt_today(today)) - clock_of_day(day_of_clock(now));
}

int64_t opt_moment(opt_value day)
{
	return clock_of_day(day.n);
}
