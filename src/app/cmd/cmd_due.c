/*
 * cmd_due.c - dondoc due: what is due, of one body or of all.
 */
#include <unistd.h>

#include "app/cmd/acting.h"
#include "app/opt.h"
#include "app/out/out_duty.h"

enum { PAGE = 200 };

typedef struct values {
	office_values office;
	const char *agency, *state;
	opt_value from, to, limit;
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
	FORMAT_XLSX_OPT(office_values),
};

static int run(const call *c);

const command cmd_due = {
	.name = "due",
	.summary = "việc đến hạn: của đơn vị, chờ đơn vị khác, phối hợp, giao chung",
	TAKES(opts, values),
	.notes =
		"Mặc định chỉ nêu việc chưa xong. Quá hạn tính theo thời hạn cuối, hoặc theo ngày\n"
		"lùi qua ngày nghỉ nếu văn phòng đặt như vậy (dondoc set rolled on).",
	.run = run,
};

/* Whose duties: of the body with this code, else the viewer's own, else everybody's. */
static rc find_body(reg *r, const char *code, due_ask *ask, due_head *head, err *e)
{
	sql_agency_by_id_row own = {0};
	sql_agency_by_code_row row = {0};
	bool found = true;
	rc done = RC_OK;

	if (code != NULL) {
		done = sql_agency_by_code(r->d, (sql_agency_by_code_in){slice_c(code)}, &r->a, &row,
		                          &found, e);
		ask->agency = row.id;
		head->agency = slice_c(code);
		head->agency_name = row.name;
	} else if (r->who.agency != 0) {
		done = sql_agency_by_id(r->d, (sql_agency_by_id_in){r->who.agency}, &r->a, &own,
		                        &found, e);
		ask->agency = r->who.agency;
		head->agency = own.code;
		head->agency_name = own.name;
	}
	return done == RC_OK && !found ? err_set(e, RC_INPUT, MSG_AGENCY_UNKNOWN, "no such code")
	                               : done;
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

static rc show(reg *r, const call *c, answer *to, err *e)
{
	const values *v = c->values;
	enum out_format format = call_format(c);
	due_ask ask = {.agency = DB_NULL,
	               .from = (int32_t)opt_or(v->from, DUE_NO_DAY),
	               .to = (int32_t)opt_or(v->to, DUE_NO_DAY),
	               .state = slice_c(v->state),
	               .most = opt_or(v->limit, format >= OUT_CSV ? INT32_MAX : PAGE)};
	due_head head = {.ask = &ask};
	due_report x;
	rc code;

	to->about = v->agency;
	code = find_body(r, v->agency, &ask, &head, e);
	if (code != RC_OK)
		return code;
	to->about = NULL;
	code = due_ask_all(r, &ask, c->a, &x, e);
	if (code != RC_OK)
		return code;
	if (format >= OUT_CSV)
		return out_due_table(r, &x, format == OUT_CSV ? "-" : "-.xlsx", c->a, e);
	(to->as_json ? out_due_json : out_due_text)(&to->out, r, &head, &x);
	return to->as_json ? RC_OK : put_waiting(&to->out, r, c->a, e);
}

static int run(const call *c)
{
	const values *v = c->values;

	if (call_format(c) == OUT_XLSX && isatty(STDOUT_FILENO))
		return complain_usage(&cmd_due, "xlsx cần ghi ra tệp: dondoc due … > viec.xlsx",
		                      (slice){0});
	if (!opt_in_order(&cmd_due, v->from, v->to))
		return EXIT_WRONG;
	if (!due_state_known(slice_c(v->state)))
		return complain_usage(&cmd_due, "không có trạng thái này", slice_c(v->state));
	return look(c, show);
}
