/*
 * meeting_parts.c - parts, sites, papers and preparation of a meeting on its page.
 */
#include "web/pages/meeting_parts.h"

#include "model/roles.h"
#include "register/hand/meeting_work.h"
#include "register/look/due.h"
#include "web/pages/pages.h"

static slice when_of(visit *p, int64_t minute)
{
	if (minute == DB_NULL)
		return (slice){0};
	return minute % CMIN_DAY == 0 ? page_day(p, minute / CMIN_DAY) : page_instant(p, minute);
}

static rc fill_parts(visit *p, int64_t meeting, meeting_view *v, err *e)
{
	const struct {
		slice kind;
		meeting_bits *to;
	} lists[] = {{S("part"), &v->parts},
	             {S("site"), &v->sites},
	             {S("speaker"), &v->speakers},
	             {S("check"), &v->checks}};
	sql_meeting_parts_rows rows = {0};
	rc code = sql_meeting_parts(p->r->d, &p->r->who, (sql_meeting_parts_in){meeting}, p->a,
	                            &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_meeting_parts_row *x = &rows.p[i];
		slice who = x->person;

		if (x->agency_name.n > 0)
			who = x->person.n > 0
			              ? page_link(p, "%.*s (%.*s)", (int)x->agency_name.n,
			                          x->agency_name.p, (int)x->person.n, x->person.p)
			              : x->agency_name;
		for (size_t k = 0; k < ARRAY_LEN(lists); k++)
			if (slice_eq(lists[k].kind, x->kind))
				*VEC_PUSH(p->a, lists[k].to) = (meeting_bit){
					x->words, who,
					slice_eq(x->kind, S("part")) && x->minute != DB_NULL &&
							x->minute % CMIN_DAY != 0
						? page_clock(p, x->minute)
						: when_of(p, x->minute),
					x->place};
	}
	return code;
}

static slice form_words(slice form)
{
	return slice_eq(form, S("file"))    ? S("tệp văn bản")
	       : slice_eq(form, S("paper")) ? S("bản giấy")
	       : slice_eq(form, S("both"))  ? S("tệp và bản giấy")
	                                    : (slice){0};
}

/* A paper that says nothing of its form is wanted as a file. */
static meeting_task task_of(visit *p, const sql_meeting_papers_row *x, int64_t at)
{
	bool on_paper = slice_eq(x->form, S("paper")) || slice_eq(x->form, S("both"));
	bool as_file = !slice_eq(x->form, S("paper"));
	bool due = (as_file && x->file_day == DB_NULL) || (on_paper && x->paper_day == DB_NULL);

	return (meeting_task){.at = at,
	                      .copies = on_paper && x->copies != DB_NULL ? x->copies : 0,
	                      .words = x->words,
	                      .agency = x->agency_name,
	                      .limit = page_limit(p, x->minute),
	                      .left = due ? page_left(p, x->minute) : (slice){0},
	                      .mood = page_mood(p, x->minute),
	                      .form = form_words(x->form),
	                      .file = page_day(p, x->file_day),
	                      .paper = page_day(p, x->paper_day),
	                      .duty = x->duty,
	                      .wants_file = as_file,
	                      .wants_paper = on_paper};
}

static rc fill_tasks(visit *p, int64_t meeting, meeting_view *v, err *e)
{
	sql_meeting_papers_rows rows = {0};
	rc code = sql_meeting_papers(p->r->d, &p->r->who, (sql_meeting_papers_in){meeting}, p->a,
	                             &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		bool paper = slice_eq(rows.p[i].kind, S("paper"));
		meeting_tasks *to = paper ? &v->papers : &v->prepare;
		meeting_task t = task_of(p, &rows.p[i], to->n);

		*VEC_PUSH(p->a, to) = t;
		v->wanted += paper ? t.wants_file + t.wants_paper : 0;
		v->came += paper ? (rows.p[i].file_day != DB_NULL) +
		                           (rows.p[i].paper_day != DB_NULL)
		                 : 0;
	}
	return code;
}

/* Five working days after a meeting that took place. */
static void fill_clock(visit *p, const sql_meeting_one_row *m, meeting_view *v)
{
	int32_t day;
	slice words;

	if (m->conclusion.n > 0 || m->start_minute == DB_NULL || m->start_minute > p->r->minute ||
	    slice_eq(m->status, S("cancelled")) || slice_eq(m->status, S("postponed")))
		return;
	day = due_notice_day(p->r, m->start_minute);
	words = page_day(p, day);
	v->clock = page_link(p, "hạn ban hành %.*s (05 ngày làm việc)", (int)words.n, words.p);
	v->clock_mood = page_mood(p, (int64_t)day * CMIN_DAY + CMIN_DAY - 1);
}

rc meeting_fill_work(visit *p, const sql_meeting_one_row *m, meeting_view *v, err *e)
{
	sql_meeting_programme_rows items = {0};
	rc code = fill_parts(p, m->id, v, e);

	if (code == RC_OK)
		code = fill_tasks(p, m->id, v, e);
	if (code == RC_OK)
		code = sql_meeting_programme(p->r->d, &p->r->who, (sql_meeting_programme_in){m->id},
		                             p->a, &items, e);
	if (code == RC_OK && items.n > 0) {
		v->programme = items.p[0].month;
		v->programme_words = items.p[0].words;
	}
	if (code == RC_OK && p->r->who.all)
		fill_clock(p, m, v);
	return code == RC_OK && v->can_edit ? hand_version(p->r, HAND_MEETING, m->id, &v->seen, e)
	                                    : code;
}

/* --- papers and preparation --- */

typedef struct working {
	visit *p;
	bool track;
} working;

static rc work(db *d, void *ctx, err *e)
{
	enum { ROWS_MOST = 10000 };
	const working *x = ctx;
	visit *p = x->p;
	uint32_t at = (uint32_t)page_number(http_form(p->q, S("at")), 0, ROWS_MOST);
	int64_t seen = page_number(http_form(p->q, S("seen")), 1, INT64_C(999999999999));
	int64_t id = 0;
	rc code = hand_find(p->r, HAND_MEETING, p->args[0], &id, e);

	(void)d;
	if (code == RC_OK && x->track)
		return meeting_track(p->r, id, at, seen, e);
	return code == RC_OK
	               ? meeting_received(p->r, id, at,
	                                  slice_eq(http_form(p->q, S("what")), S("paper")), seen, e)
	               : code;
}

static rc done(visit *p, bool track, err *e)
{
	working x = {p, track};
	rc code = db_write(p->r->d, work, &x, e);

	if (code == RC_OK)
		page_done(p, page_link(p, "/cuoc-hop/%.*s", (int)p->args[0].n, p->args[0].p),
		          track ? "accepted" : "saved");
	return code;
}

rc page_paper_came(visit *p, err *e)
{
	return done(p, false, e);
}

rc page_prepare_track(visit *p, err *e)
{
	return done(p, true, e);
}
