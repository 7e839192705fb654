/*
 * meeting_replies.c - the answers to an invitation, on the page of the meeting and as a sheet.
 *
 * Who is invited is told by links_of_meeting(); nothing is decided here.
 */
#include "web/pages/meeting_replies.h"
#include "base/fold.h"

#include "model/roles.h"
#include "register/links/links.h"
#include "register/links/replies.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"

static const sql_reply_list_row *reply_of(const sql_reply_list_rows *replies, int64_t agency)
{
	for (uint32_t i = 0; i < replies->n; i++)
		if (replies->p[i].agency == agency)
			return &replies->p[i];
	return NULL;
}

static void count_reply(visit *p, reply_group *g, const sql_agency_bodies_row *a,
                        const sql_reply_list_row *y)
{
	slice none = S("Chưa trả lời");

	g->invited++;
	g->answered += y != NULL;
	if (y == NULL)
		g->silent++;
	else if (slice_eq(y->answer, S("attending")))
		g->attending++;
	else if (slice_eq(y->answer, S("substitute")))
		g->substitute++;
	else
		g->absent++;
	*VEC_PUSH(p->a, &g->rows) = (reply_row){rows_short_name(a->name), a->code,
	                                        y != NULL ? y->answer : S("silent"),
	                                        y != NULL ? reply_wording(y->answer) : none,
	                                        y == NULL         ? (slice){0}
	                                        : y->person.n > 0 ? y->person
	                                                          : y->reason};
}

/* Who answered on the telephone or by letter: the Office writes it down. */
static void fill_told(visit *p, meeting_view *v)
{
	for (uint32_t g = 0; page_may(p, RIGHT_EDIT) && g < v->groups.n; g++)
		for (uint32_t i = 0; i < v->groups.p[g].rows.n; i++) {
			const reply_row *y = &v->groups.p[g].rows.p[i];

			*VEC_PUSH(p->a, &v->told) = (option){y->code,
			                                     page_link(p, "%.*s · %.*s",
			                                               (int)y->name.n, y->name.p,
			                                               (int)y->word.n, y->word.p),
			                                     false};
		}
}

static bool is_invited(const meeting_bodies *bodies, int64_t agency)
{
	for (uint32_t i = 0; i < bodies->n; i++)
		if (bodies->p[i].agency == agency)
			return (bodies->p[i].parts & PART_INVITED) != 0;
	return false;
}

/* Who has to be telephoned stands first: no answer, absent, a substitute, coming. */
static void order_replies(visit *p, reply_group *g)
{
	static const slice order[] = {S("silent"), S("absent"), S("substitute"), S("attending")};
	reply_group to = *g;

	to.rows = (typeof(to.rows)){0};
	for (size_t k = 0; k < ARRAY_LEN(order); k++)
		for (uint32_t i = 0; i < g->rows.n; i++)
			if (slice_eq(g->rows.p[i].answer, order[k]))
				*VEC_PUSH(p->a, &to.rows) = g->rows.p[i];
	*g = to;
}

static void fill_groups(visit *p, const sql_agency_bodies_rows *all, const meeting_bodies *bodies,
                        const sql_reply_list_rows *replies, meeting_view *v)
{
	reply_group groups[] = {{.name = S("Sở, ngành")}, {.name = S("Xã, phường")}};

	for (uint32_t i = 0; i < all->n; i++)
		if (is_invited(bodies, all->p[i].id))
			count_reply(p, &groups[slice_eq(all->p[i].class, S("commune"))], &all->p[i],
			            reply_of(replies, all->p[i].id));
	for (size_t i = 0; i < ARRAY_LEN(groups); i++) {
		if (groups[i].invited == 0)
			continue;
		order_replies(p, &groups[i]);
		*VEC_PUSH(p->a, &v->groups) = groups[i];
		v->invited += groups[i].invited;
		v->attending += groups[i].attending;
		v->substitute += groups[i].substitute;
		v->absent += groups[i].absent;
		v->silent += groups[i].silent;
	}
	v->bar = page_bar(v->attending, v->substitute, v->silent, v->absent);
}

rc meeting_fill_replies(visit *p, int64_t of, meeting_view *v, err *e)
{
	sql_agency_bodies_rows all = {0};
	sql_reply_list_rows replies = {0};
	meeting_bodies bodies = {0};
	const sql_reply_list_row *own;
	rc code = links_of_meeting(p->r, of, p->a, &bodies, e);

	if (code == RC_OK)
		code = sql_reply_list(p->r->d, &p->r->who, (sql_reply_list_in){of}, p->a, &replies,
		                      e);
	if (code == RC_OK)
		code = sql_agency_bodies(p->r->d, p->a, &all, e);
	if (code != RC_OK)
		return code;
	if (p->r->who.all) {
		v->counted = true;
		fill_groups(p, &all, &bodies, &replies, v);
		fill_told(p, v);
		return RC_OK;
	}
	v->alone = is_invited(&bodies, p->r->who.agency);
	v->can_answer = v->alone && !v->ended && page_may(p, RIGHT_ANSWER);
	own = reply_of(&replies, p->r->who.agency);
	if (own != NULL) {
		v->answer = own->answer;
		v->person = own->person;
		v->reason = own->reason;
	}
	return RC_OK;
}

static const serve_column columns[] = {{S("STT"), 6},
                                       {S("Đơn vị"), 40},
                                       {S("Nhóm"), 16},
                                       {S("Trả lời"), 22},
                                       {S("Người dự thay, lý do vắng"), 60}};

rc page_replies_sheet(visit *p, err *e)
{
	serve_table t = {
		.title = S("Trả lời giấy mời"), .columns = columns, .ncolumns = ARRAY_LEN(columns)};
	meeting_view v = {0};
	sql_meeting_one_row m;
	bool found = false;
	rc code = sql_meeting_one(p->r->d, &p->r->who, (sql_meeting_one_in){p->args[0]}, p->a, &m,
	                          &found, e);
	int64_t n = 0;

	/* A body sees its own answer, not who else has given one. */
	if (code == RC_OK && (!found || !p->r->who.all))
		code = err_set(e, RC_INPUT, MSG_NO_SUCH, "meeting");
	if (code == RC_OK)
		code = meeting_fill_replies(p, m.id, &v, e);
	for (uint32_t g = 0; code == RC_OK && g < v.groups.n; g++)
		for (uint32_t i = 0; i < v.groups.p[g].rows.n; i++) {
			const reply_row *y = &v.groups.p[g].rows.p[i];
			const slice cells[] = {fold_capital(p->a, y->name), v.groups.p[g].name,
			                       y->word, y->person};

			*VEC_PUSH(p->a, &t.cells) = (serve_cell){.n = ++n, .number = true};
			for (size_t k = 0; k < ARRAY_LEN(cells); k++)
				*VEC_PUSH(p->a, &t.cells) = (serve_cell){.text = cells[k]};
		}
	return code == RC_OK ? page_sheet(p, &t, "tra-loi-giay-moi", e) : code;
}
