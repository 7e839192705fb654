/*
 * bodies.c - Cơ quan, đơn vị: all of them, one with its four groups, its weeks and its punctuality.
 */
#include "register/people/bodies.h"

#include "base/fold.h"
#include "model/roles.h"
#include "register/duty/tally.h"
#include "views.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"
#include "web/pages/sorted.h"

enum { SHORT_LIST = 15, WEEKS = 8 };

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

/* A field asks for them when somebody begins to write in it (page.js): most never do, and they are
 * a seventh of the page that they would stand in. Without scripts a name is written out. */
rc page_body_choices(visit *p, err *e)
{
	body_choices_view v = {0};
	rc code = sql_agency_names(p->r->d, p->a, &v.bodies, e);

	if (code == RC_OK)
		view_body_choices(&p->to->body, &v);
	return code;
}

/* As its reader wants them. */
static void put_in_order(visit *p, agencies_view *v)
{
	sort_ask ask = sorted_read(p, sorted_sums, SORTED_SUMS - 1);
	agency_rows rows = v->agencies;
	sort_keys keys = {0};
	uint32_t *order;

	sorted_heads(p, &ask, S("/co-quan?"), "#bang", &v->heads);
	for (uint32_t i = 0; i < rows.n; i++) {
		const agency_row *x = &rows.p[i];

		*VEC_PUSH(p->a, &keys) = sorted_sum(&ask, x->name,
		                                    (int64_t[]){x->done_in_time, x->done_late,
		                                                x->open_in_time, x->open_late,
		                                                x->undated});
	}
	order = sorted_order(p, &ask, &keys);
	v->agencies = (agency_rows){0};
	for (uint32_t i = 0; i < rows.n; i++)
		*VEC_PUSH(p->a, &v->agencies) = rows.p[order[i]];
}

rc page_agencies(visit *p, err *e)
{
	agencies_view v = {.frame = page_frame(p, S("Cơ quan, đơn vị"), S("/co-quan")),
	                   .counted = p->r->who.all,
	                   .report = page_may(p, RIGHT_REPORT)};
	rc code = v.counted ? rows_board(p, true, &v.agencies, &v.districts, e)
	                    : fill_names(p, &v, e);

	if (code == RC_OK && v.counted)
		put_in_order(p, &v);
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
	                   .number = d->number.n > 0 ? d->number : S("Văn bản giao việc"),
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

/* What falls due in this week and the next ones. */
static rc fill_weeks(visit *p, int64_t agency, agency_view *v, err *e)
{
	int64_t today = p->r->minute / CMIN_DAY, monday = today - (today + 3) % 7, most = 1;
	int64_t counts[WEEKS] = {0};
	sql_agency_weeks_rows rows = {0};
	rc code = sql_agency_weeks(
		p->r->d, &p->r->who,
		(sql_agency_weeks_in){agency, monday * CMIN_DAY, (monday + 7 * WEEKS) * CMIN_DAY},
		p->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		int64_t at = rows.p[i].week - (monday + 3) / 7;

		if (at >= 0 && at < WEEKS)
			counts[at] = rows.p[i].n;
		most = rows.p[i].n > most ? rows.p[i].n : most;
	}
	for (int64_t i = 0; code == RC_OK && i < WEEKS; i++)
		*VEC_PUSH(p->a, &v->weeks) = (week_load){page_day(p, monday + 7 * i),
		                                         page_day(p, monday + 7 * i + 6),
		                                         counts[i],
		                                         {.w3 = counts[i] * 100 / most}};
	return code;
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
	v.frame.title = v.name;
	v.counted = p->r->who.all || p->r->who.agency == agency;
	if (code == RC_OK && v.counted)
		code = tally_get(p->r, agency, &sums, e);
	if (code == RC_OK && v.counted)
		code = fill_due(p, agency, &v, e);
	if (code == RC_OK && v.counted)
		code = fill_weeks(p, agency, &v, e);
	if (code != RC_OK)
		return code;
	v.sums = sums_row(&sums);
	if (sums.done_in_time + sums.done_late > 0)
		v.punctual = page_link(p, "%lld%%",
		                       (long long)(sums.done_in_time * 100 /
		                                   (sums.done_in_time + sums.done_late)));
	view_agency(&p->to->body, &v);
	return RC_OK;
}
