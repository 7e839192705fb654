/*
 * duties.c - Nhiệm vụ: the table with its filters, the same grouped by duty.
 */
#include "model/roles.h"
#include "views.h"
#include "web/pages/filter.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"

enum { ROWS = 30 };

static void push(visit *p, options *to, slice value, slice words, bool chosen)
{
	*VEC_PUSH(p->a, to) = (option){value, words, chosen};
}

/* Đang theo dõi · Thường xuyên · Tất cả, and below the first the states. */
static void fill_tabs(visit *p, enum duty_view now, bool standing, duties_view *v)
{
	const duty_filter *f = &v->filter;
	bool all = now == DUTY_ALL && !standing;

	push(p, &v->kinds, filter_address(p, "/nhiem-vu", f, S("")), S("Đang theo dõi"),
	     !standing && !all);
	push(p, &v->kinds, filter_address(p, "/nhiem-vu", f, FILTER_STANDING), S("Thường xuyên"),
	     standing);
	push(p, &v->kinds, filter_address(p, "/nhiem-vu", f, duty_view_word(DUTY_ALL)), S("Tất cả"),
	     all);
	if (standing || all || f->grouped.n > 0)
		return;
	for (unsigned i = 0; i < DUTY_ALL; i++)
		push(p, &v->tabs, filter_address(p, "/nhiem-vu", f, duty_view_word(i)),
		     i == DUTY_OPEN ? S("Chưa xong") : duty_view_wording(i), i == now);
	if (now > DUTY_ALL) /* a figure led here */
		push(p, &v->tabs, filter_address(p, "/nhiem-vu", f, duty_view_word(now)),
		     duty_view_wording(now), true);
}

static rc fill_filters(visit *p, duties_view *v, err *e)
{
	const duty_filter *f = &v->filter;
	sql_agency_names_rows rows = {0};
	rc code;

	for (unsigned i = 0; i < DUTY_ORDERS; i++)
		push(p, &v->orders, duty_order_word(i), duty_order_wording(i),
		     duty_order_of(f->order) == i);
	if (!v->office)
		return RC_OK;
	code = sql_agency_names(p->r->d, p->a, &rows, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		push(p, &v->agencies, rows.p[i].code, rows.p[i].name,
		     slice_eq(rows.p[i].code, f->agency));
	if (slice_eq(f->agency, FILTER_NOBODY))
		push(p, &v->agencies, FILTER_NOBODY, S("Chưa rõ cơ quan"), true);
	push(p, &v->classes, S(""), S("Mọi đơn vị"), f->klass.n == 0);
	push(p, &v->classes, S("agency"), S("Sở, ngành"), slice_eq(f->klass, S("agency")));
	push(p, &v->classes, S("commune"), S("Xã, phường"), slice_eq(f->klass, S("commune")));
	return code;
}

/* The headings by which the table is put in order: another press turns the order where it can be
 * turned, else leaves it. */
static void fill_heads(visit *p, duties_view *v)
{
	static const struct {
		slice words;
		enum duty_order up, down;
	} heads[] = {
		{S("Cơ quan chủ trì"), DUTY_BY_AGENCY, DUTY_BY_LIMIT},
		{S("Văn bản"), DUTY_BY_DOCUMENT, DUTY_BY_LIMIT},
		{S("Thời hạn"), DUTY_BY_LIMIT, DUTY_BY_LATEST},
		{S("Tình trạng"), DUTY_BY_STATE, DUTY_BY_LIMIT},
	};
	enum duty_order now = duty_order_of(v->filter.order);

	for (size_t i = 0; i < ARRAY_LEN(heads); i++) {
		bool up = now == heads[i].up, down = now == DUTY_BY_LATEST && now == heads[i].down;
		duty_filter f = v->filter;

		f.order = duty_order_word(up ? heads[i].down : heads[i].up);
		*VEC_PUSH(p->a, &v->heads) = (sort_head){
			.words = heads[i].words,
			.href = filter_address(p, "/nhiem-vu", &f, v->filter.loc),
			.order = up     ? S("ascending")
		                 : down ? S("descending")
		                        : (slice){0}};
	}
}

static rc group_row_of(visit *p, const sql_duty_groups_row *g, group_row *ret, err *e)
{
	bool counted = p->r->who.all;
	int64_t done = g->total - g->open;

	*ret = (group_row){
		.pub = g->pub,
		.action = g->action,
		.document = g->document,
		.number = rows_number(g->document, g->number),
		.limit = g->due != DB_NULL ? page_limit(p, g->due) : rows_no_limit(g->vague),
		.monitor = g->monitor,
	};
	if (counted) {
		ret->total = g->total;
		ret->done = done;
		ret->late = g->late;
		ret->reported = g->reported;
		ret->bar = page_bar(done, g->reported, g->open - g->late - g->reported, g->late);
	}
	return rows_leads(p, g->id, &ret->leads, e);
}

/* Paper takes the whole list, a screen a page of it. */
static void take_page(const duties_view *v, duty_ask *ask, int64_t at)
{
	ask->most = v->whole ? ROWS_PAPER : ROWS;
	ask->skip = v->whole ? 0 : (at - 1) * ROWS;
}

static rc fill_groups(visit *p, duty_ask *ask, int64_t at, duties_view *v, err *e)
{
	group_page found = {0};
	rc code;

	take_page(v, ask, at);
	code = tables_groups(p->r, filter_disposal(&v->filter), ask, p->a, &found, e);
	for (uint32_t i = 0; code == RC_OK && i < found.rows.n; i++)
		code = group_row_of(p, &found.rows.p[i], VEC_PUSH(p->a, &v->groups), e);
	v->count = rows_counted(p, found.total, " nhiệm vụ");
	v->pager = rows_pager(p, filter_address(p, "/nhiem-vu", &v->filter, v->filter.loc), at,
	                      found.more, rows_place(p, at, found.total, ROWS));
	return code;
}

static rc fill_rows(visit *p, duty_ask *ask, int64_t at, duties_view *v, err *e)
{
	duty_page found = {0};
	rc code;

	take_page(v, ask, at);
	code = rows_find(p, ask, &v->rows, &found, e);
	v->count = rows_counted(p, found.total, " phần việc");
	v->pager = rows_pager(p, filter_address(p, "/nhiem-vu", &v->filter, v->filter.loc), at,
	                      found.more, rows_place(p, at, found.total, ROWS));
	return code;
}

rc page_duties(visit *p, err *e)
{
	int64_t at = page_number(http_query(p->q, S("trang")), 1, TABLES_PAGES);
	duties_view v = {.frame = page_frame(p, S("Nhiệm vụ"), S("/nhiem-vu")),
	                 .filter = filter_read(p),
	                 .office = p->r->who.all,
	                 .may_add = page_may(p, RIGHT_REVIEW),
	                 .whole = rows_whole(p)};
	bool standing = slice_eq(v.filter.loc, FILTER_STANDING);
	duty_ask ask = {0};
	rc code = filter_ask(p, &v.filter, &ask, &v.heading, e);

	if (code == RC_OK)
		code = fill_filters(p, &v, e);
	if (code != RC_OK)
		return code;
	if (ask.agency != DB_NULL)
		v.timeline = filter_address(p, "/nhiem-vu/theo-thoi-gian",
		                            &(duty_filter){.agency = v.filter.agency}, S(""));
	v.narrowed = filter_is_set(&v.filter);
	v.more = filter_has_more(&v.filter);
	v.by_duty = filter_by_duty(&v.filter);
	v.standing = standing;
	v.tab = standing ? FILTER_STANDING : duty_view_word(ask.view);
	v.filter.loc = v.tab;
	v.sheet = filter_address(p, "/nhiem-vu/tai-excel", &v.filter, v.tab);
	v.paper = rows_paper(p, filter_address(p, "/nhiem-vu", &v.filter, v.tab));
	fill_tabs(p, ask.view, standing, &v);
	fill_heads(p, &v);
	code = v.by_duty ? fill_groups(p, &ask, at, &v, e) : fill_rows(p, &ask, at, &v, e);
	if (code == RC_OK)
		view_duties(&p->to->body, &v);
	return code;
}
