/*
 * cmd_export.c - dondoc export: a list as a table in a file.
 */
#include "app/cmd/acting.h"
#include "app/cmd/export_lists.h"
#include "app/opt.h"
#include "register/people/bodies.h"

typedef struct values {
	office_values office;
	const char *out, *agency, *collection;
	opt_value from, to;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	{"out", OPT_TEXT, "TỆP", offsetof(values, out),
         "tệp .xlsx hoặc .csv; - là CSV ra màn hình"},
	{"agency", OPT_TEXT, "MÃ", offsetof(values, agency), "chỉ của một cơ quan, đơn vị"},
	{"from", OPT_DAY, "NĂM-THÁNG-NGÀY", offsetof(values, from), "từ ngày này"},
	{"to", OPT_DAY, "NĂM-THÁNG-NGÀY", offsetof(values, to), "đến hết ngày này"},
	{"collection", OPT_TEXT, "MÃ", offsetof(values, collection),
         "cùng collection: đợt tổng hợp nào"},
};

static int run(const call *c);

const command cmd_export = {
	.name = "export",
	.args = "duties|assignments|documents|meetings|petitions|collections|collection|agencies|events|followup",
	.summary = "xuất danh sách ra bảng tính Excel (.xlsx) hoặc .csv",
	TAKES(opts, values),
	.notes =
		"duties: mỗi phần việc của một đơn vị một dòng; assignments: mỗi nhiệm vụ một dòng.\n"
		"collection: một đợt tổng hợp (--collection), hoặc mọi đợt, mỗi đơn vị một dòng.\n"
		"followup: sổ theo dõi giải quyết văn bản đến (Nghị định 30/2020, Phụ lục IV).",
	.run = run,
};

static rc find_rows(reg *r, const values *v, enum export_list l, export_ask *ask, err *e)
{
	sql_round_by_pub_row round;
	rc code = RC_OK;

	if (v->agency != NULL && l != EXPORT_round)
		code = bodies_known(r, slice_c(v->agency), &ask->row, e);
	if (code == RC_OK && v->collection != NULL) {
		code = sql_round_by_pub(r->d, &r->who,
		                        (sql_round_by_pub_in){slice_c(v->collection)}, &r->a,
		                        &round, NULL, e);
		if (code == RC_OK)
			ask->row = round.id;
	}
	return code;
}

static rc export(reg *r, const call *c, answer *to, err *e)
{
	const values *v = c->values;
	enum export_list l = export_of(slice_c(c->args[0]));
	export_ask ask = {DB_NULL, DB_NULL, DB_NULL};
	int64_t rows;
	rc code = find_rows(r, v, l, &ask, e);

	to->about = v->out;
	if (v->from.text != NULL)
		ask.since = v->from.n * CMIN_DAY;
	if (v->to.text != NULL)
		ask.until = v->to.n * CMIN_DAY + CMIN_DAY - 1;
	if (code == RC_OK)
		code = export_write(r, l, &ask, v->out, &rows, e);
	if (code == RC_OK && !slice_eq(slice_c(v->out), S("-"))) {
		strbuf_put(&to->out, S("Đã ghi "));
		strbuf_int(&to->out, rows);
		strbuf_put(&to->out, S(" dòng vào "));
		strbuf_put(&to->out, slice_c(v->out));
		strbuf_put(&to->out, S(".\n"));
	}
	return code;
}

static int run(const call *c)
{
	const values *v = c->values;

	if (c->n != 1 || export_of(slice_c(c->args[0])) == EXPORT_COUNT)
		return complain_usage(&cmd_export, "cần tên một danh sách",
		                      slice_c(c->n > 0 ? c->args[0] : NULL));
	if (v->out == NULL)
		return complain_usage(&cmd_export, "cần --out TỆP.xlsx hoặc --out TỆP.csv",
		                      (slice){0});
	return opt_in_order(&cmd_export, v->from, v->to) ? look(c, export) : EXIT_WRONG;
}
