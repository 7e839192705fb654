/*
 * periodics.c - Báo cáo định kỳ: reports due again and again, of all bodies or of one, by their
 * next day or another heading; the same as a sheet and on paper.
 */
#include "register/hand/periodic.h"

#include "base/fold.h"
#include "model/roles.h"
#include "model/vi_format.h"
#include "register/look/tables.h"
#include "views.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"
#include "web/pages/show_hand.h"
#include "web/pages/sorted.h"

enum { ROWS = 40, NEXT_DAYS = 4, RULE_ROOM = 120, ADDRESS_ROOM = 512 };

enum { BY_TITLE, BY_AGENCY, BY_RULE, BY_NEXT, HEADINGS = 5 };
static const sort_column headings[HEADINGS] = {
	[BY_TITLE] = {S("ten"), S("Báo cáo"), true, false},
	[BY_AGENCY] = {S("co-quan"), S("Cơ quan phải báo cáo"), true, false},
	[BY_RULE] = {S("ky"), S("Kỳ hạn"), true, false},
	[BY_NEXT] = {S("ngay"), S("Các kỳ sắp tới"), true, false}, /* the next first */
	{S(""), S("Nơi nhận kết quả"), false, false},
};

typedef struct listing {
	slice agency; /* its code */
	sort_ask order;
	sql_periodic_table_rows rows;
	uint32_t *places;
} listing;

static int64_t next_of(const visit *p, const sql_periodic_table_row *x)
{
	int32_t day;

	return x->active && periodic_days(x->rule, (int32_t)(p->r->minute / CMIN_DAY), &day, 1) > 0
	               ? day
	               : DB_NULL;
}

static slice rule_words(visit *p, slice rule)
{
	strbuf b;

	strbuf_over(&b, arena_room(p->a, RULE_ROOM), RULE_ROOM);
	vi_value(&b, rule);
	return fold_capital(p->a, strbuf_slice(&b));
}

static slice agency_words(const sql_periodic_table_row *x)
{
	return x->agency_name.n > 0 ? x->agency_name : S("Chưa rõ cơ quan");
}

static sort_key key_of(visit *p, uint32_t by, const sql_periodic_table_row *x)
{
	switch (by) {
	case BY_TITLE:
		return (sort_key){.name = x->title};
	case BY_AGENCY:
		return (sort_key){.name = agency_words(x)};
	case BY_RULE:
		return (sort_key){.name = rule_words(p, x->rule)};
	default:
		return (sort_key){.n = next_of(p, x)};
	}
}

static rc find(visit *p, listing *ret, err *e)
{
	sort_keys keys = {0};
	int64_t agency = DB_NULL;
	slice name;
	rc code;

	ret->order = sorted_read(p, headings, HEADINGS);
	ret->agency = slice_trim(http_query(p->q, S("don-vi")));
	code = page_agency_of(p, ret->agency, &agency, &name, e);
	if (agency == DB_NULL)
		ret->agency = (slice){0};
	if (code == RC_OK)
		code = sql_periodic_table(p->r->d, &p->r->who,
		                          (sql_periodic_table_in){agency, DB_NULL, TABLES_COUNTED},
		                          p->a, &ret->rows, e);
	for (uint32_t i = 0; code == RC_OK && i < ret->rows.n; i++)
		*VEC_PUSH(p->a, &keys) = key_of(p, ret->order.by, &ret->rows.p[i]);
	ret->places = sorted_order(p, &ret->order, &keys);
	return code;
}

/* Ends with '?' or '&'. */
static slice address(visit *p, const char *path, const listing *l, slice order)
{
	strbuf b;

	strbuf_over(&b, arena_room(p->a, ADDRESS_ROOM), ADDRESS_ROOM);
	strbuf_put(&b, slice_c(path));
	strbuf_putc(&b, '?');
	view_pair(&b, S("don-vi"), l->agency);
	view_pair(&b, S("sap-xep"), order);
	return strbuf_slice(&b);
}

static slice next_days(visit *p, const sql_periodic_table_row *x)
{
	int32_t days[NEXT_DAYS];
	unsigned n = periodic_days(x->rule, (int32_t)(p->r->minute / CMIN_DAY), days, NEXT_DAYS);
	slice all = {0};

	if (!x->active)
		return S("không còn phải nộp");
	for (unsigned i = 0; i < n; i++) {
		slice one = page_day(p, days[i]);

		all = i == 0 ? one
		             : page_link(p, "%.*s, %.*s", (int)all.n, all.p, (int)one.n, one.p);
	}
	return n > 0 ? all : S("chưa rõ ngày");
}

static plain_row row_of(visit *p, const sql_periodic_table_row *x, bool edits)
{
	return (plain_row){
		.href = x->obligation.n > 0 ? page_link(p, "/phan-viec/%.*s", (int)x->obligation.n,
	                                                x->obligation.p)
	                                    : (slice){0},
		.edit = edits ? page_link(p, "/sua/bao-cao-dinh-ky/%.*s", (int)x->pub.n, x->pub.p)
	                      : (slice){0},
		.a = fold_capital(p->a, x->title),
		.b = agency_words(x),
		.c = rule_words(p, x->rule),
		.d = next_days(p, x),
		.e = x->receiver,
		.tag = page_left(p, x->due),
		.mood = page_mood(p, x->due)};
}

static rc fill_agencies(visit *p, const listing *l, options *to, err *e)
{
	sql_agency_names_rows rows = {0};
	rc code = p->r->who.all ? sql_agency_names(p->r->d, p->a, &rows, e) : RC_OK;

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		*VEC_PUSH(p->a, to) = (option){rows.p[i].code, rows.p[i].name,
		                               slice_eq(rows.p[i].code, l->agency)};
	return code;
}

/* One page of the screen, or all for paper. */
static void fill_rows(visit *p, const listing *l, periodics_view *v)
{
	int64_t at = v->whole ? 1 : page_number(http_query(p->q, S("trang")), 1, TABLES_PAGES);
	uint64_t from = (uint64_t)(at - 1) * ROWS, to = v->whole ? ROWS_PAPER : from + ROWS;
	bool edits = page_may(p, RIGHT_EDIT);

	for (uint64_t i = from; i < to && i < l->rows.n; i++)
		*VEC_PUSH(p->a, &v->rows) = row_of(p, &l->rows.p[l->places[i]], edits);
	v->count = rows_counted(p, l->rows.n, " báo cáo");
	v->pager = rows_pager(p, address(p, "/bao-cao-dinh-ky", l, v->order), at,
	                      !v->whole && to < l->rows.n, rows_place(p, at, l->rows.n, ROWS));
}

rc page_periodics(visit *p, err *e)
{
	periodics_view v = {.frame = page_frame(p, S("Báo cáo định kỳ"), S("/dot-tong-hop")),
	                    .can_edit = page_may(p, RIGHT_EDIT),
	                    .whole = rows_whole(p)};
	listing l = {0};
	slice here;
	rc code = find(p, &l, e);

	if (code == RC_OK)
		code = fill_agencies(p, &l, &v.agencies, e);
	if (code != RC_OK)
		return code;
	v.order = sorted_word(p, &l.order);
	v.narrowed = l.agency.n > 0;
	v.sheet = address(p, "/bao-cao-dinh-ky/tai-excel", &l, v.order);
	here = address(p, "/bao-cao-dinh-ky", &l, v.order);
	v.paper = rows_paper(p, here);
	sorted_heads(p, &l.order, address(p, "/bao-cao-dinh-ky", &l, S("")), "", &v.heads);
	fill_rows(p, &l, &v);
	*VEC_PUSH(p->a, &v.tabs) = (option){S("/dot-tong-hop"), S("Đang tổng hợp"), false};
	*VEC_PUSH(p->a, &v.tabs) = (option){S("/dot-tong-hop?loc=tat-ca"), S("Tất cả"), false};
	*VEC_PUSH(p->a, &v.tabs) = (option){S("/bao-cao-dinh-ky"), S("Báo cáo định kỳ"), true};
	view_periodics(&p->to->body, &v);
	return RC_OK;
}

static const serve_column columns[] = {
	{S("STT"), 6},
	{S("Báo cáo"), 52},
	{S("Cơ quan phải báo cáo"), 26},
	{S("Kỳ hạn"), 18},
	{S("Kỳ tới"), 12},
	{S("Nơi nhận kết quả"), 20},
	{S("Văn bản quy định"), 17},
	{S("Số kỳ đã nộp"), 8},
	{S("Hạn kỳ này"), 16},
};

static serve_cell limit_cell(int64_t minute, slice none)
{
	return (serve_cell){.text = none, .n = minute, .minute = true};
}

rc page_periodics_sheet(visit *p, err *e)
{
	serve_table t = {
		.title = S("Báo cáo định kỳ"), .columns = columns, .ncolumns = ARRAY_LEN(columns)};
	listing l = {0};
	rc code = find(p, &l, e);

	for (uint32_t i = 0; code == RC_OK && i < l.rows.n; i++) {
		const sql_periodic_table_row *x = &l.rows.p[l.places[i]];
		int64_t next = next_of(p, x);
		const serve_cell row[] = {
			{.n = i + 1, .number = true},
			{.text = fold_capital(p->a, x->title)},
			{.text = agency_words(x)},
			{.text = rule_words(p, x->rule)},
			limit_cell(next == DB_NULL ? DB_NULL : next * CMIN_DAY + CMIN_DAY - 1,
		                   next_days(p, x)),
			{.text = x->receiver},
			{.text = x->number},
			{.n = x->done, .number = true},
			limit_cell(x->due, S(""))};

		for (size_t k = 0; k < ARRAY_LEN(row); k++)
			*VEC_PUSH(p->a, &t.cells) = row[k];
	}
	return code == RC_OK ? page_sheet(p, &t, "bao-cao-dinh-ky", e) : code;
}
