/*
 * bodies.c - Cơ quan, đơn vị: all of them, one with its four groups; Báo cáo.
 */
#include "register/bodies.h"

#include "base/fold.h"
#include "model/roles.h"
#include "model/vi_format.h"
#include "register/tally.h"
#include "views.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"

enum { SHORT_LIST = 15 };

static slice today_words(visit *p)
{
	strbuf b;

	strbuf_over(&b, arena_room(p->a, 96), 96);
	vi_day(&b, (int32_t)(p->r->minute / CMIN_DAY));
	return strbuf_slice(&b);
}

/* Who is late is shown to the Office alone: others get names without figures. */
static rc fill_names(visit *p, agencies_view *v, err *e)
{
	sql_agency_bodies_rows rows = {0};
	rc code = sql_agency_bodies(p->r->d, p->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		agency_row row = {.code = rows.p[i].code, .name = rows.p[i].name};
		slice name = rows.p[i].district.n > 0 ? rows.p[i].district : S("Khác");

		if (!slice_eq(rows.p[i].class, S("commune"))) {
			*VEC_PUSH(p->a, &v->agencies) = row;
			continue;
		}
		if (v->districts.n == 0 || !slice_eq(v->districts.p[v->districts.n - 1].name, name))
			*VEC_PUSH(p->a, &v->districts) = (district){.name = name};
		*VEC_PUSH(p->a, &v->districts.p[v->districts.n - 1].communes) = row;
	}
	return code;
}

rc page_agencies(visit *p, err *e)
{
	agencies_view v = {.frame = page_frame(p, S("Cơ quan, đơn vị"), S("/co-quan")),
	                   .counted = p->r->who.all};
	districts found = {0};
	rc code;

	if (!v.counted) {
		code = fill_names(p, &v, e);
	} else {
		code = rows_board(p, S("agency"), true, &v.agencies, e);
		if (code == RC_OK)
			code = rows_districts(p, &found, e);
		for (uint32_t i = 0; i < found.n; i++)
			*VEC_PUSH(p->a, &v.districts) = found.p[i];
	}
	if (code == RC_OK)
		view_agencies(&p->to->body, &v);
	return code;
}

static void add_rounds(visit *p, const due_report *x, agency_view *v)
{
	for (uint32_t i = 0; i < x->awaited.n && i < SHORT_LIST; i++) {
		const sql_due_rounds_row *c = &x->awaited.p[i];

		*VEC_PUSH(p->a, &v->awaited) = (round_row){
			.pub = c->pub,
			.duty = c->duty,
			.title = c->title,
			.limit = page_limit(p, c->due),
			.left = page_left(p, c->due),
			.mood = page_mood(p, c->due),
			.document = c->document,
			.number = c->number,
			.members = c->members,
			.arrived = c->arrived,
			.late = c->late,
			.bar = page_bar(c->arrived - c->late, c->late, c->members - c->arrived, 0)};
	}
}

static named_row named_of(visit *p, const due_duty *d)
{
	return (named_row){.pub = d->pub,
	                   .action = d->action,
	                   .document = d->document,
	                   .number = d->number.n > 0 ? d->number : S("Chưa ghi số"),
	                   .leads = d->leads,
	                   .limit = d->due != DB_NULL ? page_limit(p, d->due) : d->words,
	                   .mood = page_mood(p, d->due),
	                   .left = page_left(p, d->due)};
}

static rc fill_due(visit *p, int64_t agency, agency_view *v, err *e)
{
	due_ask ask = {.agency = agency, .from = DUE_NO_DAY, .to = DUE_NO_DAY, .most = SHORT_LIST};
	duty_ask dated = {.view = DUTY_OPEN, .agency = agency, .most = SHORT_LIST};
	duty_page page_of;
	due_report x = {0};
	rc code = due_ask_all(p->r, &ask, p->a, &x, e);

	if (code == RC_OK)
		code = rows_find(p, &dated, &v->mine, &page_of, e);
	if (code != RC_OK)
		return code;
	v->nmine = page_of.total;
	add_rounds(p, &x, v);
	for (uint32_t i = 0; i < x.coordinating.n && i < SHORT_LIST; i++)
		*VEC_PUSH(p->a, &v->coordinating) = named_of(p, &x.coordinating.p[i]);
	for (uint32_t i = 0; i < x.all.n && i < SHORT_LIST; i++)
		*VEC_PUSH(p->a, &v->all) = named_of(p, &x.all.p[i]);
	return RC_OK;
}

static agency_row sums_row(const sql_tally_buckets_row *b)
{
	return (agency_row){
		.done_in_time = b->done_in_time,
		.done_late = b->done_late,
		.open_in_time = b->open_in_time,
		.open_late = b->open_late,
		.undated = b->undated,
		.total = b->done_in_time + b->done_late + b->open_in_time + b->open_late,
		.bar = page_bar(b->done_in_time, b->done_late, b->open_in_time, b->open_late)};
}

rc page_agency(visit *p, err *e)
{
	agency_view v = {.frame = page_frame(p, S("Cơ quan, đơn vị"), S("/co-quan")),
	                 .code = p->args[0]};
	sql_tally_buckets_row sums = {0};
	int64_t agency;
	rc code = page_agency_of(p, v.code, &agency, &v.name, e);

	if (code == RC_OK && agency == DB_NULL)
		code = err_set(e, RC_INPUT, MSG_NO_SUCH, "agency");
	v.counted = p->r->who.all || p->r->who.agency == agency;
	if (code == RC_OK && v.counted)
		code = tally_get(p->r, agency, &sums, e);
	if (code == RC_OK && v.counted)
		code = fill_due(p, agency, &v, e);
	if (code != RC_OK)
		return code;
	v.sums = sums_row(&sums);
	view_agency(&p->to->body, &v);
	return RC_OK;
}

rc page_report(visit *p, err *e)
{
	report_view v = {.frame = page_frame(p, S("Báo cáo, thống kê"), S("/bao-cao")),
	                 .day = today_words(p)};
	sql_tally_buckets_row sums;
	rc code = tally_get(p->r, TALLY_PROVINCE, &sums, e);

	if (code == RC_OK)
		code = rows_board(p, S("agency"), false, &v.agencies, e);
	if (code == RC_OK)
		code = rows_board(p, S("commune"), false, &v.communes, e);
	if (code != RC_OK)
		return code;
	v.province = sums_row(&sums);
	view_report(&p->to->body, &v);
	return RC_OK;
}
