/*
 * meeting_twice.c - two entries of one meeting: shown beside each other, merged, parted again.
 */
#include "web/pages/meeting_twice.h"

#include "model/roles.h"
#include "register/hand/hand.h"
#include "register/hand/meeting_same.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"

enum { NEAR_DAYS = 14, NEAR_MOST = 60, TWICE_MOST = 200 };

/* One that says less says no other: "ngày 24/11" beside "08 giờ 00, ngày 24/11". */
static bool differs(slice a, slice b)
{
	size_t least = a.n < b.n ? a.n : b.n;

	return least > 0 && memcmp(a.p, b.p, least) != 0;
}

static same_row row_of(visit *p, const sql_meeting_sames_row *x, slice starts)
{
	return (same_row){.pub = x->pub,
	                  .title = x->title.n > 0 ? x->title : S("Cuộc họp"),
	                  .when = page_begin(p, x->starts, x->start_minute),
	                  .place = x->place,
	                  .chair = x->chair,
	                  .document = x->document,
	                  .number = x->document.n > 0 ? rows_numbered(x->number) : (slice){0},
	                  .differs = differs(x->starts, starts)};
}

static rc fill_near(visit *p, const sql_meeting_one_row *m, meeting_view *v, err *e)
{
	int64_t room = (int64_t)NEAR_DAYS * CMIN_DAY;
	sql_meeting_near_rows rows = {0};
	rc code = sql_meeting_near(p->r->d, &p->r->who,
	                           (sql_meeting_near_in){m->id, m->start_minute - room,
	                                                 m->start_minute + room, NEAR_MOST},
	                           p->a, &rows, e);
	slice chosen = http_query(p->q, S("voi"));

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_meeting_near_row *x = &rows.p[i];
		bool known = false;

		for (uint32_t k = 0; k < v->twice.n; k++)
			known |= slice_eq(v->twice.p[k].pub, x->pub);
		if (!known)
			*VEC_PUSH(p->a, slice_eq(x->pub, chosen) ? &v->twice : &v->near) =
				(same_row){.pub = x->pub,
			                   .title = x->title.n > 0 ? x->title : S("Cuộc họp"),
			                   .when = page_begin(p, x->starts, x->start_minute),
			                   .number = x->number,
			                   .differs = differs(x->starts, m->starts)};
	}
	return code;
}

rc meeting_fill_twice(visit *p, const sql_meeting_one_row *m, meeting_view *v, err *e)
{
	bool dropped = slice_eq(m->state, S("dropped"));
	sql_meeting_sames_rows rows = {0};
	rc code = sql_meeting_sames(p->r->d, &p->r->who, (sql_meeting_sames_in){m->id}, p->a, &rows,
	                            e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_meeting_sames_row *x = &rows.p[i];
		bool merged = slice_eq(x->link_state, S("confirmed"));
		bool gone = slice_eq(x->state, S("dropped"));

		if (merged && dropped && !gone)
			v->into = row_of(p, x, m->starts);
		else if (merged && gone)
			*VEC_PUSH(p->a, &v->merged) = row_of(p, x, m->starts);
		else if (!merged && !gone && !dropped && v->can_edit)
			*VEC_PUSH(p->a, &v->twice) = row_of(p, x, m->starts);
	}
	if (code == RC_OK && v->can_edit && !dropped && m->start_minute != DB_NULL)
		code = fill_near(p, m, v, e);
	return code;
}

rc meeting_mark_twice(visit *p, const sql_meeting_list_rows *from, meeting_rows *to, err *e)
{
	int64_t since = INT64_MAX, until = 0;
	sql_meeting_twice_rows rows = {0};
	rc code;

	if (from->n < 2 || !page_may(p, RIGHT_EDIT))
		return RC_OK;
	for (uint32_t i = 0; i < from->n; i++) {
		int64_t at = from->p[i].start_minute / CMIN_DAY * CMIN_DAY;

		since = at < since ? at : since;
		until = at + CMIN_DAY > until ? at + CMIN_DAY : until;
	}
	code = sql_meeting_twice(p->r->d, &p->r->who,
	                         (sql_meeting_twice_in){since, until, TWICE_MOST}, p->a, &rows, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		for (uint32_t k = 0; k < from->n; k++)
			to->p[k].twice |= from->p[k].id == rows.p[i].one ||
			                  from->p[k].id == rows.p[i].other;
	return code;
}

rc meeting_ask_twice(visit *p, meeting_rows *io, err *e)
{
	rc code = RC_OK;

	for (uint32_t i = 0; code == RC_OK && i < io->n && i < MEETING_ASKED; i++) {
		sql_meeting_sames_rows rows = {0};
		int64_t id;

		if (!io->p[i].waits)
			continue;
		code = hand_find(p->r, HAND_MEETING, io->p[i].pub, &id, e);
		if (code == RC_OK)
			code = sql_meeting_sames(p->r->d, &p->r->who, (sql_meeting_sames_in){id},
			                         p->a, &rows, e);
		for (uint32_t k = 0; code == RC_OK && k < rows.n; k++)
			io->p[i].twice |= slice_eq(rows.p[k].link_state, S("proposed")) &&
			                  !slice_eq(rows.p[k].state, S("dropped"));
	}
	return code;
}

/* --- deciding --- */

typedef struct joining {
	visit *p;
	bool same;
	int64_t kept;
} joining;

static rc decide(db *d, void *ctx, err *e)
{
	joining *x = ctx;
	visit *p = x->p;
	slice time = http_form(p->q, S("time"));
	int64_t own = 0, other = 0, timed = 0;
	rc code = hand_find(p->r, HAND_MEETING, p->args[0], &own, e);

	(void)d;
	if (code == RC_OK)
		code = hand_find(p->r, HAND_MEETING, http_form(p->q, S("other")), &other, e);
	x->kept = own;
	if (code == RC_OK && !x->same)
		return meeting_apart(p->r, own, other, e);
	if (time.n > 0)
		timed = slice_eq(time, p->args[0]) ? own : other;
	return code == RC_OK ? meeting_same(p->r, own, other, timed, &x->kept, e) : code;
}

rc page_meeting_same(visit *p, err *e)
{
	joining x = {.p = p, .same = http_form(p->q, S("apart")).n == 0};
	slice pub = p->args[0];
	rc code = db_write(p->r->d, decide, &x, e);

	if (code == RC_OK)
		code = hand_key(p->r, HAND_MEETING, x.kept, p->a, &pub, e);
	if (code == RC_OK)
		page_done(p, page_link(p, "/cuoc-hop/%.*s", (int)pub.n, pub.p),
		          x.same ? "joined" : "parted");
	return code;
}
