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
	opt_value year;
	bool unconfirmed;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	{"reason", OPT_TEXT, "LỜI", offsetof(values, reason), "lý do, ví dụ: Quốc khánh"},
	{"source", OPT_TEXT, "LỜI", offsetof(values, source), "văn bản làm căn cứ"},
	{"unconfirmed", OPT_SWITCH, NULL, offsetof(values, unconfirmed),
         "ghi nhưng chưa tính, chờ xác nhận"},
	{"year", OPT_NUMBER, "NĂM", offsetof(values, year), "chỉ năm này"},
	FORMAT_CSV_OPT(office_values),
};

static int run(const call *c);

const command cmd_calendar = {
	.name = "calendar",
	.args = "[off|work|confirm|remove NĂM-THÁNG-NGÀY]",
	.summary = "ngày nghỉ, ngày làm bù: xem, thêm, xác nhận, bỏ; thời hạn được tính lại",
	TAKES(opts, values),
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

static rc show(reg *r, const call *c, answer *to, err *e)
{
	const values *v = c->values;
	sql_day_all_rows rows = {0};
	rc code = sql_day_all(r->d, &r->a, &rows, e);

	if (code == RC_OK && to->as_json)
		show_json(&to->out, &rows, v->year.n);
	else if (code == RC_OK)
		show_lines(&to->out, &rows, v->year.n, call_format(c) == OUT_CSV);
	return code;
}

static int run(const call *c)
{
	static const char *const acts[] = {"off", "work", "confirm", "remove", NULL};
	changing x = {.v = c->values};
	opt_value day;
	int code, what;

	if (c->n == 0)
		return look(c, show);
	what = opt_choice(&cmd_calendar, c->args[0], acts);
	if (what < 0)
		return EXIT_WRONG;
	if (c->n != 2)
		return complain_usage(&cmd_calendar, "cần đúng một ngày", (slice){0});
	if (!opt_read(&cmd_calendar, OPT_DAY, c->args[1], &day))
		return EXIT_WRONG;
	x.day = (int32_t)day.n;
	x.what = (enum act_kind)what;
	code = act(c, c->args[1], work, &x);
	return code == EXIT_FINE ? act_counted(c, "Đã ghi; số thời hạn được tính lại", "calendar",
	                                       c->args[1], x.moved)
	                         : code;
}
