/*
 * duty.c - one assignment: what was ordered, and the matrix of those who have a part in it.
 */
#include "register/duty/follow.h"

#include "model/roles.h"
#include "views.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"

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
	rc code = sql_assignment_one(p->r->d, &p->r->who, (sql_assignment_one_in){p->args[0]}, p->a,
	                             &x, NULL, e);

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
	v.frame.title = x.action;
	v.quote = x.quote;
	v.document = x.document;
	v.number = rows_numbered(x.number);
	v.title = x.title;
	v.receiver = x.receiver;
	v.deliverable = x.deliverable;
	v.limit = page_limit(p, x.due);
	v.words = x.due_text.n > 0 ? x.due_text : x.vague;
	v.monitor = x.monitor;
	v.assigner = x.assigner;
	v.field = x.field;
	v.may_follow = page_may(p, RIGHT_DECIDE) && p->r->who.all &&
	               slice_eq(x.state, S("accepted"));
	v.nature = nature_of(x.nature);
	v.state = state_of(&x);
	v.basis = x.basis;
	view_duty(&p->to->body, &v);
	return RC_OK;
}

static rc follow(db *d, void *ctx, err *e)
{
	visit *p = ctx;
	const http_request *q = p->q;
	sql_assignment_one_row row;
	rc code = sql_assignment_one(d, &p->r->who, (sql_assignment_one_in){p->args[0]}, p->a, &row,
	                             NULL, e);

	if (code != RC_OK)
		return code;
	return follow_set(p->r, row.id,
	                  &(follow_in){slice_trim(http_form(q, S("monitor"))),
	                               slice_trim(http_form(q, S("assigner"))),
	                               slice_trim(http_form(q, S("field")))},
	                  e);
}

rc page_duty_follow(visit *p, err *e)
{
	rc code = db_write(p->r->d, follow, p, e);

	if (code == RC_OK)
		page_done(p, page_link(p, "/nhiem-vu/%.*s", (int)p->args[0].n, p->args[0].p),
		          "saved");
	return code;
}
