/*
 * duties_sheet.c - the table of duties as a sheet: a row for each part, or for each duty. What
 * stands first is what paper has room for (app/out/table_xlsx.c). It must never show a row that the
 * table on the page would not show to the same person.
 */
#include "base/fold.h"
#include "web/pages/filter.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"

#define GIVEN                                                                                      \
	{S("STT"), 6}, {S("Nhiệm vụ"), 49}, {S("Cơ quan chủ trì"), 24}, {S("Văn bản giao"), 17},   \
		{S("Hạn cuối"), 16}
#define FROM {S("Trích yếu"), 40}, {S("Lãnh đạo giao việc"), 20}, {S("Lĩnh vực"), 16}

static const serve_column parts[] = {
	GIVEN,
	{S("Tình trạng"), 17},
	{S("Thời hạn"), 15},
	{S("Chuyên viên"), 18},
	{S("Đề nghị"), 18},
	{S("Thời hạn ghi trong văn bản"), 24},
	FROM,
};

/* How far a duty is, is counted for the Office alone, as on the page. */
static const serve_column duties[] = {GIVEN, {S("Chuyên viên"), 18}, FROM};
static const serve_column counted[] = {
	GIVEN,
	{S("Chuyên viên"), 18},
	{S("Số phần việc"), 8},
	{S("Đã hoàn thành"), 8},
	{S("Chờ xác nhận"), 8},
	{S("Quá hạn"), 8},
	FROM,
};

static void put_text(visit *p, serve_table *t, slice text)
{
	*VEC_PUSH(p->a, &t->cells) = (serve_cell){.text = text};
}

static void put_number(visit *p, serve_table *t, int64_t n)
{
	*VEC_PUSH(p->a, &t->cells) = (serve_cell){.n = n, .number = true};
}

static void put_limit(visit *p, serve_table *t, int64_t due, slice words)
{
	*VEC_PUSH(p->a, &t->cells) = (serve_cell){.text = words, .n = due, .minute = true};
}

static rc fill_parts(visit *p, const duty_ask *ask, serve_table *t, err *e)
{
	duty_page found = {0};
	duty_rows rows = {0};
	rc code = rows_find(p, ask, &rows, &found, e);

	t->columns = parts;
	t->ncolumns = ARRAY_LEN(parts);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const duty_row *o = &rows.p[i];
		const sql_duty_table_row *x = &found.rows.p[i];
		const slice given[] = {fold_capital(p->a, o->action),
		                       o->agency_name.n > 0 ? o->agency_name
		                                            : S("Chưa rõ cơ quan chủ trì"),
		                       o->number};
		const slice rest[] = {o->work_word, fold_capital(p->a, o->left),
		                      x->monitor,   o->asked,
		                      o->words,     x->title,
		                      x->assigner,  x->field};

		put_number(p, t, i + 1);
		for (size_t k = 0; k < ARRAY_LEN(given); k++)
			put_text(p, t, given[k]);
		put_limit(p, t, x->due, o->limit);
		for (size_t k = 0; k < ARRAY_LEN(rest); k++)
			put_text(p, t, rest[k]);
	}
	return code;
}

static rc put_duty(visit *p, const sql_duty_groups_row *g, int64_t number, serve_table *t, err *e)
{
	const int64_t counts[] = {g->total, g->total - g->open, g->reported, g->late};
	const slice from[] = {g->title, g->assigner, g->field};
	slice leads;
	rc code = rows_leads(p, g->id, &leads, e);

	if (code != RC_OK)
		return code;
	put_number(p, t, number);
	put_text(p, t, fold_capital(p->a, g->action));
	put_text(p, t, leads);
	put_text(p, t, rows_number(g->document, g->number));
	put_limit(p, t, g->due, rows_no_limit(g->vague));
	put_text(p, t, g->monitor);
	for (size_t k = 0; p->r->who.all && k < ARRAY_LEN(counts); k++)
		put_number(p, t, counts[k]);
	for (size_t k = 0; k < ARRAY_LEN(from); k++)
		put_text(p, t, from[k]);
	return RC_OK;
}

static rc fill_duties(visit *p, const duty_filter *f, const duty_ask *ask, serve_table *t, err *e)
{
	group_page found = {0};
	rc code = tables_groups(p->r, filter_disposal(f), ask, p->a, &found, e);

	t->columns = p->r->who.all ? counted : duties;
	t->ncolumns = p->r->who.all ? ARRAY_LEN(counted) : ARRAY_LEN(duties);
	for (uint32_t i = 0; code == RC_OK && i < found.rows.n; i++)
		code = put_duty(p, &found.rows.p[i], i + 1, t, e);
	return code;
}

rc page_duties_sheet(visit *p, err *e)
{
	duty_filter f = filter_read(p);
	duty_ask ask = {0};
	serve_table t = {.title = S("Nhiệm vụ")};
	slice name;
	rc code = filter_ask(p, &f, &ask, &name, e);

	ask.most = TABLES_COUNTED;
	if (code == RC_OK)
		code = filter_by_duty(&f) ? fill_duties(p, &f, &ask, &t, e)
		                          : fill_parts(p, &ask, &t, e);
	return code == RC_OK ? page_sheet(p, &t, "nhiem-vu", e) : code;
}
