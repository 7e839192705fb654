/*
 * link_meeting.c - which conclusion is of which invitation, which two papers call one meeting,
 * and which item of the month's programme a meeting is.
 *
 * The title does not decide: the same meeting is called by other words in its conclusion.
 * A title that shares nothing only keeps a match from being sure.
 */
#include "base/fold.h"
#include "base/hash.h"
#include "register/links/links_priv.h"
#include "register/people/bodies.h"

enum {
	SAME_DAY = 40,
	PARTIES = 35,
	PARTIES_FEW = 20, /* one body in common proves less than ten */
	TITLE_ALIKE = 60,
	TITLE_SAME = 80, /* "làm việc của Chủ tịch UBND tỉnh về công tác" is of many */
	TITLE_UNLIKE = 30,
	MONTH_ROOM = 8,
	MENTION_WITHIN = 4000, /* bytes from the start: where a basis stands */
	SAME_TITLE = 25,       /* two papers that call one meeting call it by one name */
	SAME_LEAST = 60,       /* the day and the name; or the day, the hour and the chair */
};

/* One of two meetings to compare. */
typedef struct side {
	int64_t id, document, start;
	slice starts, title, chair;
	int64_t issuer;
} side;

static bool has_time(slice starts)
{
	return starts.n > 10; /* "2026-04-20T14:00" */
}

/* "đồng chí Nguyễn Cảnh Toàn, Chủ tịch UBND tỉnh": do two name the same person? Words of
 * rank stand in both anyway, so most of the shorter must be in the longer. */
static void weigh_chairs(linking *x, weight *w, slice a, slice b)
{
	word_set in;
	uint32_t n;
	int share;

	if (a.n == 0 || b.n == 0)
		return;
	a = fold_text(x->a, a);
	b = fold_text(x->a, b);
	in = words_set(x->a, a.n > b.n ? a : b);
	share = words_share(x->a, a.n > b.n ? b : a, &in, &n);
	if (share >= 75)
		weight_add(w, 20, "chair");
	else if (n >= 4 && share < 50)
		weight_add(w, -25, "other-chair");
}

static void weigh_titles(linking *x, weight *w, slice a, slice b, int alike, int points)
{
	word_set in;
	uint32_t n;
	int share;

	a = fold_text(x->a, a);
	b = fold_text(x->a, b);
	in = words_set(x->a, a.n > b.n ? a : b);
	share = words_share(x->a, a.n > b.n ? b : a, &in, &n);
	if (share >= alike)
		weight_add(w, points, "title");
	else if (share < TITLE_UNLIKE)
		weight_add(w, -15, "other-title");
}

static rc weigh_parties(linking *x, weight *w, int64_t one, int64_t other, err *e)
{
	sql_link_bodies_rows a, b;
	uint32_t both = 0, least;
	rc code = sql_link_bodies(x->r->d, (sql_link_bodies_in){one}, x->a, &a, e);

	if (code == RC_OK)
		code = sql_link_bodies(x->r->d, (sql_link_bodies_in){other}, x->a, &b, e);
	if (code != RC_OK || a.n == 0 || b.n == 0)
		return code;
	for (uint32_t i = 0; i < a.n; i++)
		for (uint32_t k = 0; k < b.n; k++)
			both += a.p[i].agency == b.p[k].agency &&
			        a.p[i].group_id == b.p[k].group_id;
	least = a.n < b.n ? a.n : b.n;
	if (both == 0)
		weight_add(w, -20, "other-parties");
	else
		weight_add(w, (int)((least > 1 ? PARTIES : PARTIES_FEW) * both / least), "parties");
	return RC_OK;
}

static rc weigh(linking *x, weight *w, const side *a, const side *b, err *e)
{
	weight_begin(w, 0);
	weight_add(w, SAME_DAY, "day");
	if (has_time(a->starts) && has_time(b->starts))
		weight_add(w, a->start == b->start ? 10 : -40,
		           a->start == b->start ? "time" : "other-time");
	weigh_chairs(x, w, a->chair, b->chair);
	weigh_titles(x, w, a->title, b->title, TITLE_ALIKE, 10);
	if (a->issuer != DB_NULL && a->issuer == b->issuer)
		weight_add(w, 5, "issuer");
	return weigh_parties(x, w, a->id, b->id, e);
}

/* The best link of a meeting, when no other comes near, neither of the meeting nor of the
 * document: it is confirmed, or sure. */
static rc best_of(reg *r, int64_t row, int64_t *ret, err *e)
{
	sql_link_from_rows mine;
	sql_link_to_rows theirs = {0};
	arena a;
	rc code;

	*ret = DB_NULL;
	arena_init(&a, NULL, 0);
	code = sql_link_from(r->d, (sql_link_from_in){S("conclusion"), S("meeting"), row}, &a,
	                     &mine, e);
	if (code == RC_OK && mine.n > 0)
		code = sql_link_to(
			r->d, (sql_link_to_in){S("conclusion"), S("document"), mine.p[0].to_id}, &a,
			&theirs, e);
	if (code == RC_OK && mine.n > 0) {
		const sql_link_from_row *best = &mine.p[0];
		int64_t near = best->confidence - LINK_RIVAL;
		bool rival = mine.n > 1 && mine.p[1].confidence > near;

		for (uint32_t i = 0; i < theirs.n; i++)
			rival |= theirs.p[i].from_id != row && theirs.p[i].confidence > near;
		if (slice_eq(best->state, S("confirmed")) ||
		    (best->confidence >= LINK_SURE && !rival))
			*ret = best->to_id;
	}
	arena_done(&a);
	return code;
}

static rc settle(reg *r, int64_t row, err *e)
{
	sql_meeting_conclusion_row have = {DB_NULL};
	int64_t document;
	bool found;
	arena a;
	rc code = best_of(r, row, &document, e);

	arena_init(&a, NULL, 0);
	if (code == RC_OK)
		code = sql_meeting_conclusion(r->d, (sql_meeting_conclusion_in){row}, &a, &have,
		                              &found, e);
	arena_done(&a);
	if (code != RC_OK || have.document == document)
		return code;
	return sql_meeting_conclusion_set(r->d, (sql_meeting_conclusion_set_in){row, document},
	                                  NULL, e);
}

/* After a link was made or refused: only its meeting, and of all that lead to the document the
 * two surest, may be settled otherwise now. The surest of a document has no rival or is one. */
rc links_settle_near(reg *r, int64_t row, int64_t document, err *e)
{
	sql_link_to_rows rows = {0};
	arena a;
	rc code = settle(r, row, e);

	arena_init(&a, NULL, 0);
	if (code == RC_OK)
		code = sql_link_to(r->d, (sql_link_to_in){S("conclusion"), S("document"), document},
		                   &a, &rows, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		if (rows.p[i].from_id != row)
			code = settle(r, rows.p[i].from_id, e);
	arena_done(&a);
	return code;
}

static rc match(linking *x, const side *own, bool concluding, slice status, err *e)
{
	int64_t day = own->start - own->start % CMIN_DAY;
	sql_link_meetings_on_rows rows;
	rc code = sql_link_meetings_on(x->r->d,
	                               (sql_link_meetings_on_in){x->document, status, day,
	                                                         day + CMIN_DAY, !concluding,
	                                                         LINK_CANDIDATES},
	                               x->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_link_meetings_on_row *o = &rows.p[i];
		side other = {o->id,    o->document, o->start_minute, o->starts,
		              o->title, o->chair,    o->issuer};
		const side *called = concluding ? &other : own;
		const side *held = concluding ? own : &other;
		weight w;

		code = weigh(x, &w, own, &other, e);
		if (code == RC_OK)
			code = link_propose(x->r,
			                    (link_ends){"conclusion", "meeting", called->id,
			                                "document", held->document},
			                    &w, e);
		if (code == RC_OK)
			code = links_settle_near(x->r, called->id, held->document, e);
	}
	return code;
}

rc links_conclusions(linking *x, err *e)
{
	/* Of an invitation: only what was held answers it, and the other way round. */
	static const slice called[] = {S("called"), S("postponed")};
	static const slice held[] = {S("held")};
	bool concluding = x->read->purpose == PURPOSE_CONCLUSION;
	sql_link_meetings_of_rows rows;
	rc code;

	if (x->read->meetings.n == 0)
		return RC_OK;
	code = sql_link_meetings_of(x->r->d, (sql_link_meetings_of_in){x->document}, x->a, &rows,
	                            e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_link_meetings_of_row *m = &rows.p[i];
		side own = {m->id,    x->document, m->start_minute, m->starts,
		            m->title, m->chair,    m->issuer};

		for (size_t k = 0; code == RC_OK && m->start_minute != DB_NULL &&
		                   k < (concluding ? ARRAY_LEN(called) : ARRAY_LEN(held));
		     k++)
			code = match(x, &own, concluding, concluding ? called[k] : held[k], e);
	}
	return code;
}

/* --- the same meeting, called by two papers --- */

static rc match_called(linking *x, const side *own, err *e)
{
	int64_t day = own->start - own->start % CMIN_DAY;
	sql_link_meetings_called_rows rows;
	rc code = sql_link_meetings_called(
		x->r->d,
		(sql_link_meetings_called_in){x->document, day, day + CMIN_DAY, LINK_CANDIDATES},
		x->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_link_meetings_called_row *o = &rows.p[i];
		weight w;

		weight_begin(&w, 0);
		weight_add(&w, SAME_DAY, "day");
		if (has_time(own->starts) && has_time(o->starts))
			weight_add(&w, own->start == o->start_minute ? 15 : -5,
			           own->start == o->start_minute ? "time" : "other-time");
		weigh_chairs(x, &w, own->chair, o->chair);
		weigh_titles(x, &w, own->title, o->title, TITLE_SAME, SAME_TITLE);
		if (w.points >= SAME_LEAST)
			code = link_propose(x->r,
			                    (link_ends){LINK_SAME_MEETING, "meeting", o->id,
			                                "meeting", own->id},
			                    &w, e);
	}
	return code;
}

rc links_same_meetings(linking *x, err *e)
{
	sql_link_meetings_of_rows rows = {0};
	rc code = RC_OK;

	if (x->read->meetings.n > 0 && x->read->purpose != PURPOSE_CONCLUSION)
		code = sql_link_meetings_of(x->r->d, (sql_link_meetings_of_in){x->document}, x->a,
		                            &rows, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_link_meetings_of_row *m = &rows.p[i];
		side own = {m->id,    x->document, m->start_minute, m->starts,
		            m->title, m->chair,    m->issuer};
		bool called = slice_eq(m->status, S("called")) ||
		              slice_eq(m->status, S("postponed"));

		if (called && m->start_minute != DB_NULL)
			code = match_called(x, &own, e);
	}
	return code;
}

/* --- the programme of a month --- */

static bool take_number(slice *s, int least, int most, int *ret)
{
	slice word = {0};

	if (!slice_next(s, ' ', &word))
		return false;
	*ret = (int)slice_number(word, most);
	return *ret >= least;
}

/* "… chương trình công tác tháng 4 năm 2026 …" after those words: "2026-04", on `a`; empty for
 * none. */
static slice month_named(arena *a, slice folded, slice words)
{
	const char *at = slice_find(folded, words);
	slice rest;
	int month, year;

	if (at == NULL)
		return (slice){0};
	rest = (slice){at + words.n, folded.n - (size_t)(at - folded.p) - words.n};
	if (!take_number(&rest, 1, 12, &month))
		return (slice){0};
	if (slice_starts(rest, S("nam ")))
		rest = (slice){rest.p + 4, rest.n - 4};
	if (!take_number(&rest, 1900, 2200, &year))
		return (slice){0};
	return arena_printf(a, "%04d-%02d", year, month);
}

static slice month_of(arena *a, int64_t minute)
{
	civil c = civil_of_minutes(minute);

	return arena_printf(a, "%04d-%02d", c.y, c.mo);
}

/* An item is met by a meeting of its day; who leads it and its words say more. */
static rc match_items(linking *x, int64_t programme, int64_t row, slice title, int64_t start,
                      err *e)
{
	sql_programme_items_rows items;
	word_set in = words_set(x->a, fold_text(x->a, title));
	rc code = sql_programme_items(x->r->d, (sql_programme_items_in){programme}, x->a, &items,
	                              e);

	for (uint32_t i = 0; code == RC_OK && i < items.n; i++) {
		const sql_programme_items_row *o = &items.p[i];
		uint32_t n;
		int share = words_share(x->a, fold_text(x->a, o->words), &in, &n);
		weight w;

		weight_begin(&w, 0);
		if (o->day != DB_NULL && start != DB_NULL)
			weight_add(&w, o->day == start / CMIN_DAY ? 45 : -30,
			           o->day == start / CMIN_DAY ? "day" : "other-day");
		weight_add(&w, n >= 3 ? share / 2 : 0, "words");
		code = link_propose(
			x->r,
			(link_ends){"programme-item", "meeting", row, "programme_item", o->id}, &w,
			e);
	}
	return code;
}

/* The programme itself came: its meetings and dated duties are its items, and what named
 * it before is matched with them. */
static rc enter_items(linking *x, int64_t programme, err *e)
{
	const reading *r = x->read;
	sql_programme_meetings_rows waiting;
	sql_programme_item_put_row row;
	rc code = RC_OK;

	for (uint32_t i = 0; code == RC_OK && i < r->assignments.n; i++) {
		const assignment *d = &r->assignments.p[i];
		cmin last = d->deadlines.n > 0 ? r->dates.p[d->deadlines.p[0]].last : CMIN_NONE;
		int64_t lead = DB_NULL;

		if (last == CMIN_NONE) /* how the programme itself is carried out */
			continue;
		if (d->lead.n > 0 && d->lead.p[0].agency.n > 0 && !d->lead.p[0].elsewhere)
			code = bodies_agency(x->r, d->lead.p[0].agency, &lead, e);
		if (code == RC_OK)
			code = sql_programme_item_put(
				x->r->d,
				(sql_programme_item_put_in){programme, i, d->action_text,
			                                    (slice){0}, lead, last / CMIN_DAY},
				x->a, &row, NULL, e);
	}
	for (uint32_t i = 0; code == RC_OK && i < r->meetings.n; i++) {
		const meeting *m = &r->meetings.p[i];
		civil c;

		if (m->start.n == 0 || civil_parse(m->start, &c, NULL) != RC_OK)
			continue;
		code = sql_programme_item_put(
			x->r->d,
			(sql_programme_item_put_in){
				programme, r->assignments.n + i,
				m->agenda.n > 0 ? m->agenda.p[0].text : r->title.text,
				m->chair.text, DB_NULL, civil_minutes(c) / CMIN_DAY},
			x->a, &row, NULL, e);
	}
	if (code == RC_OK)
		code = sql_programme_meetings(x->r->d, (sql_programme_meetings_in){programme}, x->a,
		                              &waiting, e);
	for (uint32_t i = 0; code == RC_OK && i < waiting.n; i++)
		code = match_items(x, programme, waiting.p[i].id, waiting.p[i].title,
		                   waiting.p[i].start_minute, e);
	return code;
}

/* A document that names a month's programme in its title is that programme; one that names
 * it among its grounds calls a meeting of it. */
static rc link_to_programme(linking *x, slice month, bool is_it, err *e)
{
	sql_programme_put_row row;
	sql_link_meetings_of_rows meetings;
	rc code = sql_programme_put(
		x->r->d,
		(sql_programme_put_in){hash_public_id(x->a), month, is_it ? x->document : DB_NULL},
		x->a, &row, NULL, e);

	if (code != RC_OK || is_it)
		return code != RC_OK || row.document != x->document ? code
		                                                    : enter_items(x, row.id, e);
	code = sql_link_meetings_of(x->r->d, (sql_link_meetings_of_in){x->document}, x->a,
	                            &meetings, e);
	for (uint32_t i = 0; code == RC_OK && i < meetings.n; i++) {
		const sql_link_meetings_of_row *m = &meetings.p[i];
		bool same = m->start_minute != DB_NULL &&
		            slice_eq(month_of(x->a, m->start_minute), month);
		weight w;

		weight_begin(&w, same ? 90 : LINK_LEAST);
		weight_add(&w, 0, same ? "month" : "other-month");
		code = link_propose(x->r,
		                    (link_ends){"programme", "meeting", m->id, "programme", row.id},
		                    &w, e);
		if (code == RC_OK)
			code = match_items(x, row.id, m->id, m->title, m->start_minute, e);
	}
	return code;
}

rc links_programmes(linking *x, err *e)
{
	static const slice words = S("chuong trinh cong tac thang "), tail = S("cong tac thang ");
	/* On a line of its own the kind stands above the title: "CHƯƠNG TRÌNH", "Công tác tháng 4". */
	slice head = x->read->kind.value == KIND_CHUONG_TRINH &&
	                             slice_starts(fold_text(x->a, x->own.title), tail)
	                     ? tail
	                     : words;
	slice title = fold_text(x->a, x->own.title);
	slice early = {x->folded.p, x->folded.n < MENTION_WITHIN ? x->folded.n : MENTION_WITHIN};
	slice month = month_named(x->a, title, head);
	bool is_it = month.n > 0 && slice_starts(title, head) &&
	             x->read->purpose != PURPOSE_INVITATION;

	if (!is_it)
		month = x->read->meetings.n > 0 ? month_named(x->a, early, words) : (slice){0};
	return month.n > 0 ? link_to_programme(x, month, is_it, e) : RC_OK;
}
