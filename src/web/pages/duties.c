/*
 * duties.c - Nhiệm vụ: the table with its filters, and one assignment as a matrix.
 */
#include "model/roles.h"
#include "views.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"

enum { ROWS = 30 };

/* The address of this table with another state; all other filters kept. */
static slice address(visit *p, slice view, const duties_view *v)
{
	strbuf b;

	strbuf_over(&b, arena_room(p->a, 1024), 1024);
	strbuf_put(&b, S("/nhiem-vu?"));
	if (view.n > 0) {
		strbuf_put(&b, S("loc="));
		view_part(&b, view);
		strbuf_putc(&b, '&');
	}
	if (v->agency.n > 0) {
		strbuf_put(&b, S("don-vi="));
		view_part(&b, v->agency);
		strbuf_putc(&b, '&');
	}
	if (v->klass.n > 0) {
		strbuf_put(&b, S("nhom="));
		view_part(&b, v->klass);
		strbuf_putc(&b, '&');
	}
	if (v->document.n > 0) {
		strbuf_put(&b, S("van-ban="));
		view_part(&b, v->document);
		strbuf_putc(&b, '&');
	}
	return strbuf_slice(&b);
}

static void fill_tabs(visit *p, enum duty_view now, duties_view *v)
{
	for (unsigned i = 0; i < DUTY_VIEWS; i++)
		*VEC_PUSH(p->a, &v->tabs) = (option){address(p, duty_view_word(i), v),
		                                     duty_view_wording(i), i == now};
}

static rc fill_filters(visit *p, duties_view *v, err *e)
{
	sql_agency_bodies_rows rows = {0};
	rc code;

	if (!v->office)
		return RC_OK;
	code = sql_agency_bodies(p->r->d, p->a, &rows, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		*VEC_PUSH(p->a, &v->agencies) = (option){rows.p[i].code, rows.p[i].name,
		                                         slice_eq(rows.p[i].code, v->agency)};
	*VEC_PUSH(p->a, &v->classes) = (option){S(""), S("Mọi đơn vị"), v->klass.n == 0};
	*VEC_PUSH(p->a, &v->classes) = (option){S("agency"), S("Sở, ngành"),
	                                        slice_eq(v->klass, S("agency"))};
	*VEC_PUSH(p->a, &v->classes) = (option){S("commune"), S("Xã, phường"),
	                                        slice_eq(v->klass, S("commune"))};
	return code;
}

static slice count_words(visit *p, const duty_page *found)
{
	return page_link(
		p, found->total >= TABLES_COUNTED ? "từ %lld nhiệm vụ trở lên" : "%lld nhiệm vụ",
		(long long)found->total);
}

rc page_duties(visit *p, err *e)
{
	slice word = http_query(p->q, S("loc")), name;
	int64_t at = page_number(http_query(p->q, S("trang")), 1, TABLES_PAGES);
	enum duty_view view = duty_view_of(word);
	duty_ask ask = {.view = view < DUTY_VIEWS ? view : DUTY_OPEN,
	                .most = ROWS,
	                .skip = (at - 1) * ROWS};
	duties_view v = {.frame = page_frame(p, S("Nhiệm vụ"), S("/nhiem-vu")),
	                 .agency = http_query(p->q, S("don-vi")),
	                 .klass = http_query(p->q, S("nhom")),
	                 .document = http_query(p->q, S("van-ban")),
	                 .office = p->r->who.all};
	duty_page found = {0};
	rc code = page_agency_of(p, v.agency, &ask.agency, &name, e);

	if (!v.office)
		ask.agency = p->r->who.agency;
	if (ask.agency == DB_NULL)
		v.agency = (slice){0};
	v.tab = duty_view_word(ask.view);
	ask.document = v.document;
	ask.class = v.klass;
	v.heading = name;
	if (code == RC_OK)
		code = fill_filters(p, &v, e);
	if (code == RC_OK)
		code = rows_find(p, &ask, &v.rows, &found, e);
	if (code != RC_OK)
		return code;
	fill_tabs(p, ask.view, &v);
	v.count = count_words(p, &found);
	v.pager = rows_pager(p, address(p, v.tab, &v), at, found.more,
	                     page_link(p, "Trang %lld", (long long)at));
	view_duties(&p->to->body, &v);
	return RC_OK;
}

static slice joined(visit *p, const sql_party_list_rows *rows)
{
	strbuf b;

	strbuf_over(&b, arena_room(p->a, 2048), 2048);
	for (uint32_t i = 0; i < rows->n; i++) {
		if (i > 0)
			strbuf_put(&b, S("; "));
		strbuf_put(&b, rows->p[i].words);
	}
	return strbuf_slice(&b);
}

static rc parties(visit *p, int64_t duty, slice part, slice *ret, err *e)
{
	sql_party_list_rows rows = {0};
	rc code = sql_party_list(p->r->d, (sql_party_list_in){duty, part}, p->a, &rows, e);

	*ret = joined(p, &rows);
	return code;
}

static matrix_group *group_of(visit *p, duty_page_view *v, slice name)
{
	for (uint32_t i = 0; i < v->groups.n; i++)
		if (slice_eq(v->groups.p[i].name, name))
			return &v->groups.p[i];
	*VEC_PUSH(p->a, &v->groups) = (matrix_group){.name = name};
	return &v->groups.p[v->groups.n - 1];
}

static slice short_name(slice name)
{
	return name.n > 0 ? rows_short_name(name) : S("Chưa rõ cơ quan chủ trì");
}

static void add_cell(visit *p, const sql_assignment_matrix_row *o, duty_page_view *v)
{
	bool open = work_is_open(o->work), commune = slice_eq(o->class, S("commune"));
	matrix_group *g = group_of(p, v,
	                           commune && o->district.n > 0 ? o->district
	                           : commune                    ? S("Xã, phường")
	                                                        : S("Sở, ngành"));
	bool late = open && o->due != DB_NULL && o->due < p->r->minute;

	v->total++;
	v->done += slice_eq(o->work, S("confirmed"));
	v->reported += slice_eq(o->work, S("reported_done"));
	v->late += late;
	*VEC_PUSH(p->a, &g->cells) = (matrix_cell){
		.pub = o->pub,
		.name = short_name(o->name),
		.work = o->work,
		.work_word = work_wording(o->work),
		.limit = page_limit(p, o->due),
		.left = open ? page_left(p, o->due) : (slice){0},
		.mood = late                                    ? S("late")
	                : slice_eq(o->work, S("confirmed"))     ? S("done")
	                : slice_eq(o->work, S("reported_done")) ? S("reported")
	                : open                                  ? page_mood(p, o->due)
	                                                        : S("none"),
		.asked = rows_asked(o->asked),
		.mine = false};
}

static rc fill_matrix(visit *p, int64_t duty, duty_page_view *v, err *e)
{
	sql_assignment_matrix_rows rows = {0};
	rc code = sql_assignment_matrix(p->r->d, &p->r->who, (sql_assignment_matrix_in){duty}, p->a,
	                                &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		add_cell(p, &rows.p[i], v);
	v->bar = page_bar(v->done, v->reported, v->total - v->done - v->reported - v->late,
	                  v->late);
	return code;
}

static slice nature_of(slice nature)
{
	return slice_eq(nature, S("preparation"))   ? S("Chuẩn bị cuộc họp")
	       : slice_eq(nature, S("standing"))    ? S("Nhiệm vụ thường xuyên")
	       : slice_eq(nature, S("prohibition")) ? S("Yêu cầu không được làm")
	                                            : S("Nhiệm vụ cụ thể");
}

static slice state_of(const sql_assignment_one_row *x)
{
	return slice_eq(x->state, S("proposed"))      ? S("Chờ rà soát")
	       : slice_eq(x->state, S("dropped"))     ? S("Đã bỏ, không phải nhiệm vụ")
	       : slice_eq(x->disposal, S("keep"))     ? S("Chỉ lưu, không theo dõi")
	       : slice_eq(x->disposal, S("standing")) ? S("Nhiệm vụ thường xuyên")
	                                              : S("Đang theo dõi");
}

rc page_duty(visit *p, err *e)
{
	duty_page_view v = {.frame = page_frame(p, S("Nhiệm vụ"), S("/nhiem-vu"))};
	sql_assignment_one_row x;
	bool found = false;
	rc code = sql_assignment_one(p->r->d, &p->r->who, (sql_assignment_one_in){p->args[0]}, p->a,
	                             &x, &found, e);

	if (code == RC_OK && !found)
		code = err_set(e, RC_INPUT, MSG_NO_SUCH, "assignment");
	if (code == RC_OK)
		code = parties(p, x.id, S("lead"), &v.leads, e);
	if (code == RC_OK)
		code = parties(p, x.id, S("with"), &v.with, e);
	if (code == RC_OK)
		code = fill_matrix(p, x.id, &v, e);
	if (code != RC_OK)
		return code;
	v.pub = x.pub;
	v.action = x.action;
	v.quote = x.quote;
	v.document = x.document;
	v.number = x.number.n > 0 ? x.number : S("Chưa ghi số");
	v.title = x.title;
	v.receiver = x.receiver;
	v.deliverable = x.deliverable;
	v.limit = page_limit(p, x.due);
	v.words = x.due_text.n > 0 ? x.due_text : x.vague;
	v.nature = nature_of(x.nature);
	v.state = state_of(&x);
	v.basis = x.basis;
	view_duty(&p->to->body, &v);
	return RC_OK;
}
