/*
 * cmd_due.c - dondoc due: what is due, of one body or of all.
 */
#include <unistd.h>

#include "app/cmd/office.h"
#include "app/opt.h"
#include "app/out/out_duty.h"

enum { PAGE = 200 };

typedef struct values {
	office_values office;
	const char *agency, *state;
	opt_value from, to, limit, format;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	{"agency", OPT_TEXT, "MÃ", offsetof(values, agency), "chỉ một cơ quan, đơn vị, ví dụ SNV"},
	{"from", OPT_DAY, "NĂM-THÁNG-NGÀY", offsetof(values, from), "thời hạn từ ngày này"},
	{"to", OPT_DAY, "NĂM-THÁNG-NGÀY", offsetof(values, to), "thời hạn đến hết ngày này"},
	{"state", OPT_TEXT, "TRẠNG THÁI", offsetof(values, state),
         "overdue, due_today, due_soon, in_time, no_date, hoặc not_started, received, "
         "in_progress, reported_done, confirmed, returned, suspended, stopped"},
	{"limit", OPT_NUMBER, "SỐ", offsetof(values, limit),
         "mỗi nhóm nhiều nhất bấy nhiêu (mặc định: 200)"},
	FORMAT_XLSX_OPT(values),
};

static int run(int argc, char **argv);

const command cmd_due = {
	.name = "due",
	.summary = "việc đến hạn: của đơn vị, chờ đơn vị khác, phối hợp, giao chung",
	.opts = opts,
	.nopts = ARRAY_LEN(opts),
	.notes =
		"Mặc định chỉ nêu việc chưa xong. Quá hạn tính theo thời hạn cuối, hoặc theo ngày\n"
		"lùi qua ngày nghỉ nếu văn phòng đặt như vậy (dondoc set rolled on).",
	.run = run,
};

static bool ask_of(const values *v, enum out_format format, due_ask *ask)
{
	ask->state = slice_c(v->state);
	if (!due_state_known(ask->state))
		return (void)complain_usage(&cmd_due, "không có trạng thái này", ask->state), false;
	ask->most = opt_or(v->limit, format >= OUT_CSV ? INT32_MAX : PAGE);
	ask->from = (int32_t)opt_or(v->from, DUE_NO_DAY);
	ask->to = (int32_t)opt_or(v->to, DUE_NO_DAY);
	return true;
}

/* What `due` cannot show yet: nobody has looked at it. */
static rc put_waiting(strbuf *b, reg *r, arena *a, err *e)
{
	sql_proposal_list_rows rows = {0};
	rc code = RC_OK;

	if (r->who.all)
		code = sql_proposal_list(r->d, &r->who, (sql_proposal_list_in){DB_NULL, 1}, a,
		                         &rows, e);
	if (rows.n > 0)
		strbuf_put(b, S("\nCòn đề xuất chờ rà soát: dondoc confirm\n"));
	return code;
}

static int show(reg *r, due_ask *ask, due_head *head, enum out_format format)
{
	int code = EXIT_FINE;
	due_report x;
	err e = {0};
	strbuf b;
	arena a;

	arena_init(&a, NULL, 0);
	head->ask = ask;
	if (due_ask_all(r, ask, &a, &x, &e) != RC_OK) {
		arena_done(&a);
		complain((slice){0}, &e);
		return exit_of(e.rc);
	}
	if (format >= OUT_CSV) {
		if (out_due_table(r, &x, format == OUT_CSV ? "-" : "-.xlsx", &a, &e) != RC_OK) {
			complain((slice){0}, &e);
			code = exit_of(e.rc);
		}
		arena_done(&a);
		return code;
	}
	out_init(&b);
	if (format == OUT_JSON)
		out_due_json(&b, r, head, &x);
	else
		out_due_text(&b, r, head, &x);
	if (format == OUT_TEXT && put_waiting(&b, r, &a, &e) != RC_OK) {
		complain((slice){0}, &e);
		code = exit_of(e.rc);
	}
	arena_done(&a);
	return out_flush(&b, code);
}

static int run(int argc, char **argv)
{
	values v = {0};
	due_ask ask = {.agency = DB_NULL};
	due_head head = {0};
	reg r;
	enum out_format format;
	int n, code;

	if (!opt_parse(&cmd_due, argc, argv, &v, &n))
		return EXIT_WRONG;
	format = out_format_of(v.format);
	if (format == OUT_XLSX && isatty(STDOUT_FILENO))
		return complain_usage(&cmd_due, "xlsx cần ghi ra tệp: dondoc due … > viec.xlsx",
		                      (slice){0});
	if (!opt_in_order(&cmd_due, v.from, v.to) || !ask_of(&v, format, &ask))
		return EXIT_WRONG;
	code = office_open(&cmd_due, &v.office, NULL, &r);
	if (code == EXIT_FINE)
		code = office_agency(&r, v.agency, &ask.agency, &head.agency, &head.agency_name);
	if (code == EXIT_FINE)
		code = show(&r, &ask, &head, format);
	office_close(&r);
	return code;
}
