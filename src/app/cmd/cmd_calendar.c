/*
 * cmd_calendar.c - dondoc calendar: days off and working Saturdays of this register.
 */
#include "app/cmd/acting.h"
#include "app/opt.h"
#include "model/vi_format.h"
#include "register/duty/recount.h"

typedef struct values {
	office_values office;
	const char *reason, *source;
	opt_value year, format;
	bool unconfirmed;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	{"reason", OPT_TEXT, "LỜI", offsetof(values, reason), "lý do, ví dụ: Quốc khánh"},
	{"source", OPT_TEXT, "LỜI", offsetof(values, source), "văn bản làm căn cứ"},
	{"unconfirmed", OPT_SWITCH, NULL, offsetof(values, unconfirmed),
         "ghi nhưng chưa tính, chờ xác nhận"},
	{"year", OPT_NUMBER, "NĂM", offsetof(values, year), "chỉ năm này"},
	FORMAT_CSV_OPT(values),
};

static int run(int argc, char **argv);

const command cmd_calendar = {
	.name = "calendar",
	.args = "[off|work|confirm|remove NĂM-THÁNG-NGÀY]",
	.summary = "ngày nghỉ, ngày làm bù: xem, thêm, xác nhận, bỏ; thời hạn được tính lại",
	.opts = opts,
	.nopts = ARRAY_LEN(opts),
	.run = run,
};

enum act_kind { DAY_OFF, DAY_WORK, DAY_CONFIRM, DAY_REMOVE };

typedef struct changing {
	const values *v;
	enum act_kind what;
	int32_t day;
	int64_t moved;
} changing;

static rc work(reg *r, void *ctx, err *e)
{
	changing *x = ctx;

	if (x->what == DAY_CONFIRM)
		return recount_confirm_day(r, x->day, &x->moved, e);
	if (x->what == DAY_REMOVE)
		return recount_drop_day(r, x->day, &x->moved, e);
	return recount_day(r,
	                   &(recount_day_in){x->day, x->what == DAY_OFF ? S("off") : S("work"),
	                                     slice_c(x->v->reason),
	                                     x->v->source != NULL ? slice_c(x->v->source) : S("-"),
	                                     !x->v->unconfirmed},
	                   &x->moved, e);
}

static void show_json(strbuf *b, const sql_day_all_rows *rows, int64_t year)
{
	json_out j = jout_to(b);

	jout_array(&j);
	for (uint32_t i = 0; i < rows->n; i++) {
		const sql_day_all_row *x = &rows->p[i];

		if (year != 0 && civil_of_days((int32_t)x->day).y != year)
			continue;
		jout_object(&j);
		member_day(&j, S("day"), x->day);
		member_text(&j, S("kind"), x->kind);
		member_text(&j, S("reason"), x->reason);
		member_text(&j, S("source"), x->source);
		member_bool(&j, S("confirmed"), x->confirmed);
		jout_object_end(&j);
	}
	jout_array_end(&j);
	strbuf_putc(b, '\n');
}

static void show_lines(strbuf *b, const sql_day_all_rows *rows, int64_t year, bool csv)
{
	if (csv)
		strbuf_put(b, S("Ngày,Loại,Lý do,Căn cứ,Xác nhận\r\n"));
	for (uint32_t i = 0; i < rows->n; i++) {
		const sql_day_all_row *x = &rows->p[i];
		slice kind = slice_eq(x->kind, S("off")) ? S("nghỉ") : S("làm bù");
		slice sure = x->confirmed ? S("") : S("chưa xác nhận");

		if (year != 0 && civil_of_days((int32_t)x->day).y != year)
			continue;
		if (csv) {
			vi_date(b, (int32_t)x->day);
			strbuf_putc(b, ',');
			out_csv(b, kind);
			strbuf_putc(b, ',');
			out_csv(b, x->reason);
			strbuf_putc(b, ',');
			out_csv(b, x->source);
			strbuf_putc(b, ',');
			out_csv(b, sure);
			strbuf_put(b, S("\r\n"));
			continue;
		}
		vi_day(b, (int32_t)x->day);
		strbuf_put(b, S(": "));
		strbuf_put(b, kind);
		strbuf_put(b, S(" · "));
		strbuf_put(b, x->reason);
		if (sure.n > 0)
			strbuf_put(b, S(" · chưa xác nhận, chưa tính"));
		strbuf_putc(b, '\n');
	}
}

static int show(const values *v, enum out_format format, int64_t year)
{
	sql_day_all_rows rows = {0};
	err e = {0};
	strbuf b;
	reg r;
	int code = office_open(&cmd_calendar, &v->office, NULL, &r);

	out_init(&b);
	if (code == EXIT_FINE && sql_day_all(r.d, &r.a, &rows, &e) != RC_OK) {
		complain((slice){0}, &e);
		code = exit_of(e.rc);
	}
	if (code == EXIT_FINE && format == OUT_JSON)
		show_json(&b, &rows, year);
	else if (code == EXIT_FINE)
		show_lines(&b, &rows, year, format == OUT_CSV);
	office_close(&r);
	return out_flush(&b, code);
}

static int run(int argc, char **argv)
{
	static const char *const acts[] = {"off", "work", "confirm", "remove", NULL};
	values v = {0};
	changing x = {.v = &v};
	opt_value day;
	enum out_format format;
	int n, code, what;

	if (!opt_parse(&cmd_calendar, argc, argv, &v, &n))
		return EXIT_WRONG;
	format = out_format_of(v.format);
	if (n == 0)
		return show(&v, format, v.year.n);
	what = opt_choice(&cmd_calendar, argv[0], acts);
	if (what < 0)
		return EXIT_WRONG;
	if (n != 2)
		return complain_usage(&cmd_calendar, "cần đúng một ngày", (slice){0});
	if (!opt_read(&cmd_calendar, OPT_DAY, argv[1], &day))
		return EXIT_WRONG;
	x.day = (int32_t)day.n;
	x.what = (enum act_kind)what;
	code = act(&cmd_calendar, &v.office, argv[1], work, &x);
	return code == EXIT_FINE ? act_counted(format, "Đã ghi; số thời hạn được tính lại",
	                                       "calendar", argv[1], x.moved)
	                         : code;
}
