/*
 * links.c - the finders one after the other, and what a person says of a link.
 */
#include "register/links/links.h"

#include <assert.h>

#include "register/event.h"
#include "register/links/links_priv.h"
#include "register/people/bodies.h"

enum { PERCENT_MOST = 99 };

void weight_begin(weight *w, int points)
{
	w->points = points;
	strbuf_over(&w->why, w->room, sizeof w->room);
}

void weight_add(weight *w, int points, const char *why)
{
	w->points += points;
	if (w->why.n > 0)
		strbuf_putc(&w->why, ' ');
	strbuf_put(&w->why, slice_c(why));
}

rc link_propose(reg *r, link_ends ends, const weight *w, err *e)
{

	if (w->points < LINK_LEAST)
		return RC_OK;
	return sql_link_put(r->d,
	                    (sql_link_put_in){slice_c(ends.kind), slice_c(ends.from_noun),
	                                      ends.from, slice_c(ends.to_noun), ends.to,
	                                      w->points < PERCENT_MOST ? w->points : PERCENT_MOST,
	                                      strbuf_slice(&w->why), r->now},
	                    NULL, e);
}

rc links_of_document(reg *r, int64_t document, const reading *read, slice folded, err *e)
{
	static rc (*const finders[])(linking *, err *) = {
		links_conclusions, links_same_meetings, links_programmes,
		links_citations,   links_answers,
	};
	linking x = {.r = r, .document = document, .read = read, .folded = folded};
	bool found;
	arena a;
	rc code;

	assert(db_in_write(r->d));
	arena_init(&a, NULL, 0);
	x.a = &a;
	code = sql_link_document(r->d, (sql_link_document_in){document}, &a, &x.own, &found, e);
	for (size_t i = 0; code == RC_OK && i < ARRAY_LEN(finders); i++)
		code = finders[i](&x, e);
	arena_done(&a);
	return code;
}

/* --- deciding --- */

static rc settle_petition(reg *r, const sql_link_get_row *x, bool confirm, err *e)
{
	return sql_petition_reply_set(
		r->d,
		(sql_petition_reply_set_in){x->to_id, confirm ? x->from_id : DB_NULL,
	                                    confirm ? S("answered_in_writing") : S("open")},
		NULL, e);
}

static rc settle_item(reg *r, const sql_link_get_row *x, bool confirm, err *e)
{
	return sql_programme_item_meeting_set(
		r->d, (sql_programme_item_meeting_set_in){x->to_id, confirm ? x->from_id : DB_NULL},
		NULL, e);
}

static rc settle_conclusion(reg *r, const sql_link_get_row *x, bool confirm, err *e)
{
	(void)confirm;
	return links_settle_near(r, x->from_id, x->to_id, e);
}

/* What follows from a decision, beyond the link itself. */
static const struct {
	slice kind;
	rc (*settle)(reg *, const sql_link_get_row *, bool, err *);
} effects[] = {
	{S("conclusion"), settle_conclusion},
	{S("reply"), settle_petition},
	{S("programme-item"), settle_item},
};

rc link_decide(reg *r, int64_t link, bool confirm, err *e)
{
	slice state = confirm ? S("confirmed") : S("refused");
	sql_link_get_row x;
	arena a;
	rc code;

	assert(db_in_write(r->d));
	arena_init(&a, NULL, 0);
	code = sql_link_get(r->d, (sql_link_get_in){link}, &a, &x, NULL, e);
	if (code == RC_OK && !slice_eq(x.state, state)) {
		code = sql_link_decide(
			r->d, (sql_link_decide_in){link, state, r->now, r->who.user, x.state}, NULL,
			e);
		for (size_t i = 0; code == RC_OK && i < ARRAY_LEN(effects); i++)
			if (slice_eq(x.kind, effects[i].kind) &&
			    (confirm || slice_eq(x.state, S("confirmed")) ||
			     effects[i].settle == settle_conclusion))
				code = effects[i].settle(r, &x, confirm, e);
		if (code == RC_OK)
			code = event_add(r, confirm ? "confirm" : "refuse", "link", link,
			                 (slice){0}, e);
	}
	arena_done(&a);
	return code;
}

/* --- the bodies of one meeting --- */

static uint8_t part_of(slice word)
{
	static const struct {
		slice word;
		uint8_t part;
	} parts[] = {
		{S("present"), PART_PRESENT},
		{S("assigned"), PART_ASSIGNED},
		{S("recipient"), PART_RECIPIENT},
	};

	for (size_t i = 0; i < ARRAY_LEN(parts); i++)
		if (slice_eq(word, parts[i].word))
			return parts[i].part;
	return 0;
}

/* A register has some hundred bodies: walking the list is quick enough. */
static void add_body(arena *a, meeting_bodies *list, int64_t agency, uint8_t part)
{
	for (uint32_t i = 0; i < list->n; i++)
		if (list->p[i].agency == agency) {
			list->p[i].parts |= part;
			return;
		}
	*VEC_PUSH(a, list) = (meeting_body){agency, part};
}

static rc add_part(reg *r, int64_t agency, int64_t group, uint8_t part, arena *a,
                   meeting_bodies *ret, err *e)
{
	sql_group_members_rows members = {0};
	rc code = RC_OK;

	if (agency != DB_NULL)
		add_body(a, ret, agency, part);
	else if (group != DB_NULL)
		code = bodies_members(r, group, (int32_t)(r->minute / CMIN_DAY), a, &members, e);
	for (uint32_t k = 0; code == RC_OK && k < members.n; k++)
		add_body(a, ret, members.p[k].agency, part);
	return code;
}

rc links_of_meeting(reg *r, int64_t row, arena *a, meeting_bodies *ret, err *e)
{
	sql_meeting_invited_rows invited = {0};
	sql_meeting_bodies_rows rows = {0};
	rc code = sql_meeting_invited(r->d, &r->who, (sql_meeting_invited_in){row}, a, &invited, e);

	*ret = (meeting_bodies){0};
	if (code == RC_OK)
		code = sql_meeting_bodies(r->d, &r->who, (sql_meeting_bodies_in){row}, a, &rows, e);
	for (uint32_t i = 0; code == RC_OK && i < invited.n; i++)
		code = add_part(r, invited.p[i].agency, invited.p[i].group_id, PART_INVITED, a, ret,
		                e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		code = add_part(r, rows.p[i].agency, rows.p[i].group_id, part_of(rows.p[i].part), a,
		                ret, e);
	return code;
}
