/*
 * meetings.c - the meetings a letter calls, puts off, or tells of.
 *
 * One walk over the body with the heading in force: the words after a heading and
 * the list under it are its own, until another heading, another number of the same
 * list, or running text. A letter that calls a meeting in one sentence is read
 * from that sentence. A meeting that is only mentioned is none.
 */
#include "reading/facts/meetings/meetings.h"

enum { SITE_TOKENS_MAX = 40, SESSIONS_MAX = 16, LONE_LINE_TOKENS = 40, PLACE_TOKENS_MAX = 60 };

typedef struct walk {
	scan *s;
	meeting m;
	struct {
		uint32_t from, end;
	} more[SESSIONS_MAX]; /* further sessions */
	uint32_t nmore;
	uint32_t venue, venue_end; /* the place in the words of the first one's time; 0: none */
	slice site;
	uint8_t slot, head_class, sites_class;
	bool filled, when, where;
	uint32_t chairs; /* the next word of chairing, as far as known */
} walk;

static void add_place(walk *w, uint32_t i, uint32_t end, slice site)
{
	meeting_trim(w->s, i, &end);
	while (i < end && scan_tok(w->s, i)->kind == TOK_PUNCT && !scan_mark(w->s, i, '('))
		i++;
	i = meeting_past_way(w->s, i, &end);
	if (i >= end || end - i > PLACE_TOKENS_MAX)
		return;
	meeting_place_add(w->s, &w->m, i, end, site);
	w->where = true;
}

/* One session's time, and the place if these words name one. */
static void add_session(walk *w, uint32_t i, uint32_t end)
{
	bool before = w->when;
	meeting was = w->m;
	uint32_t from, to;

	if (meeting_line_test(w->s, i, end))
		return;
	if (!meeting_when(w->s, &w->m, i, end) && before && w->nmore < SESSIONS_MAX) {
		w->m = was;
		w->more[w->nmore].from = i;
		w->more[w->nmore++].end = end;
	} else if (w->venue == 0 && meeting_venue(w->s, i, end, &from, &to)) {
		w->venue = from;
		w->venue_end = to;
	}
	w->when = w->m.date >= 0;
}

/* "Buổi sáng: từ 8 giờ …; buổi chiều: từ 14 giờ …": a session each; "đón đại biểu: 7h00" is none. */
static void add_when(walk *w, uint32_t i, uint32_t end)
{
	for (uint32_t from = i, j = i; j <= end; j++) {
		if (j < end && !scan_mark(w->s, j, ';') && !meeting_stop(w->s, j, end))
			continue;
		if (from < j && ((from == i && j >= end) || !meeting_other_time(w->s, from, j)))
			add_session(w, from, j);
		from = j + 1;
	}
}

/* "Thời gian, địa điểm: 14h00 ngày …, tại …": the place after the date, or the item below it. */
static void add_both(walk *w, uint32_t i, uint32_t end)
{
	const datexes *ds = &w->s->r->dates;
	uint32_t at, d = date_from(w->s, i);
	bool when = w->when;

	add_when(w, i, end);
	for (at = i; at < end && !scan_is(w->s, at, W_TAI); at++)
		;
	if (at >= end && when && (d >= ds->n || ds->p[d].tok >= end))
		at = i;
	if (at < end && !w->where)
		add_place(w, at, end, w->site);
}

/* Words that belong to the heading in force. */
static void take(walk *w, uint32_t i, uint32_t end)
{
	while (i < end && scan_tok(w->s, i)->kind == TOK_PUNCT && !scan_mark(w->s, i, '('))
		i++;
	if (i >= end)
		return;
	if (meeting_stays(w->s, i)) {
		w->filled = true;
		return;
	}
	switch (w->slot) {
	case SLOT_TIME:
		add_when(w, i, end);
		break;
	case SLOT_PLACE:
		add_place(w, i, end, w->site);
		break;
	case SLOT_BOTH:
		add_both(w, i, end);
		break;
	case SLOT_WHO:
		meeting_item(w->s, &w->m, i, end, w->site, PRESENCE_INVITED);
		break;
	case SLOT_CHAIR:
		if (w->m.chair.at.len == 0) {
			i += says(w->s, i, S("kính mời"));
			w->m.chair = meeting_person(w->s, i, end);
		}
		break;
	case SLOT_WHAT:
		meeting_trim(w->s, i, &end);
		if (i < end)
			meeting_agenda_add(w->s, &w->m, i, end);
		break;
	default:
		break;
	}
	w->filled = true;
}

/* Is the block a heading over the items that follow ("a) Cấp tỉnh: tại …")? */
static bool is_heading(const walk *w, uint32_t k)
{
	const blocks *bs = &w->s->r->blocks;
	const block *b = &bs->p[k], *next = k + 1 < bs->n ? b + 1 : NULL;
	bool colon = b->ntok != 0 && scan_mark(w->s, b->tok + b->ntok - 1, ':');
	slice mark = slice_at(w->s->r->text, b->marker), mark_next;

	if (b->ntok == 0 || b->ntok > SITE_TOKENS_MAX || next == NULL || next->zone != ZONE_BODY)
		return false;
	mark_next = slice_at(w->s->r->text, next->marker);
	if (next->marker_class != MARKER_BULLET)
		return colon && w->slot != SLOT_WHAT;
	if (b->marker_class == MARKER_BULLET)
		return !slice_eq(mark, mark_next) && (colon || mark.p[0] == '*');
	if (b->marker_class == MARKER_NONE)
		return colon;
	return true;
}

/* "a) Cấp tỉnh: tại phòng họp …", "2.1. Tại điểm cầu Phòng họp số 1": a site. */
static void take_site(walk *w, const block *b)
{
	scan *s = w->s;
	uint32_t i = b->tok, end = b->tok + b->ntok, colon = i, at;

	meeting_trim(s, i, &end);
	if (end > i && scan_mark(s, end - 1, ':'))
		end--;
	for (uint32_t j = i + 1; j + 1 < end; j++) /* ", gồm:" closes the place */
		if (scan_mark(s, j, ',') && says(s, j + 1, S("gồm")))
			end = j;
	while (colon < end && !scan_mark(s, colon, ':'))
		colon++;
	for (at = i; at < end && !scan_is(s, at, W_TAI); at++)
		;
	if (at == i && at < end) { /* the heading is the place, or names it after a colon */
		i++;
		w->site = joined(s, i, colon < end ? colon : end);
		if (colon < end)
			i = colon + 1;
		else if (says(s, i, S("điểm cầu")) && i + 2 < end)
			i += 2;
		add_place(w, i, end, w->site);
		return;
	}
	w->site = joined(s, i, colon < end ? colon : at < end ? at : end);
	if (at < end)
		add_place(w, at, end, w->site);
}

static void open_slot(walk *w, const block *b, enum slot slot, uint32_t after)
{
	uint32_t end = b->tok + b->ntok;
	bool list = end > b->tok && scan_mark(w->s, end - 1, ':');

	if (b->marker_class == MARKER_ARABIC || b->marker_class == MARKER_ROMAN ||
	    (b->marker_class == MARKER_NONE && slot != SLOT_WHO && slot != SLOT_CHAIR))
		w->site = (slice){0};
	if (slot == SLOT_SITES) {
		w->sites_class = b->marker_class;
		slot = SLOT_WHO;
	} else if (w->sites_class != MARKER_NONE && b->marker_class == w->sites_class) {
		w->sites_class = MARKER_NONE;
	}
	if (slot == SLOT_BEGINS)
		slot = w->m.start.n > DAY_LEN ? SLOT_OTHER : SLOT_TIME;
	if (slot == SLOT_AT)
		slot = w->where ? SLOT_OTHER : SLOT_PLACE;
	if (slot == SLOT_TIME && w->when && meeting_ends(w->s, &w->m, b->tok, after, end))
		slot = SLOT_OTHER;
	w->slot = (uint8_t)slot;
	w->head_class = b->marker_class;
	w->filled = false;
	if (!list)
		take(w, after, end);
	else if (slot == SLOT_TIME ||
	         slot == SLOT_BOTH) /* "thứ Ba, ngày 23/7, gồm hai nội dung:" */
		add_when(w, after, end);
	if (slot == SLOT_MODE || slot == SLOT_OTHER)
		w->slot = SLOT_NONE;
}

/* Does the block break off in the middle of its words? A letter with an empty line after
 * every line leaves such pieces. */
static bool breaks_off(const walk *w, const block *b)
{
	return b->ntok != 0 && scan_tok(w->s, b->tok + b->ntok - 1)->kind == TOK_WORD;
}

/* The end of the words that begin in block k, with the piece that goes on below. */
static uint32_t runs_on(const walk *w, uint32_t k)
{
	const blocks *bs = &w->s->r->blocks;
	const block *b = &bs->p[k], *next = b + 1;
	uint32_t after;

	if ((w->slot != SLOT_TIME && w->slot != SLOT_BOTH) || !breaks_off(w, b) || k + 1 >= bs->n ||
	    next->zone != ZONE_BODY || next->marker.len != 0 || next->ntok > LONE_LINE_TOKENS ||
	    slot_at(w->s, next, &after) != SLOT_NONE)
		return b->tok + b->ntok;
	return next->tok + next->ntok;
}

/* A block with a marker under the heading in force. */
static void take_listed(walk *w, uint32_t k)
{
	const block *b = &w->s->r->blocks.p[k];
	bool bullet = b->marker_class == MARKER_BULLET;

	if (w->sites_class != MARKER_NONE && !bullet) {
		if (b->marker_class == w->sites_class) {
			w->sites_class = MARKER_NONE;
			w->slot = SLOT_NONE;
			return;
		}
		take_site(w, b);
		w->slot = SLOT_WHO;
		w->head_class = b->marker_class;
		return;
	}
	if (b->marker_class == w->head_class && !bullet) {
		w->slot = SLOT_NONE;
		return;
	}
	if (bullet && w->head_class == MARKER_BULLET && w->filled) {
		w->slot = SLOT_NONE; /* "- Địa điểm: …" and then another matter */
		return;
	}
	if (w->slot == SLOT_WHO && is_heading(w, k))
		take_site(w, b);
	else if (w->slot == SLOT_PLACE && w->filled && !bullet)
		w->slot = SLOT_NONE;
	else
		take(w, b->tok, runs_on(w, k));
}

/* A block without a marker under the heading in force. */
static void take_plain(walk *w, uint32_t k)
{
	const block *b = &w->s->r->blocks.p[k];

	if (b->ntok == 0 || scan_mark(w->s, b->tok, '('))
		return;
	if ((w->slot == SLOT_TIME || w->slot == SLOT_BOTH) && w->filled && k > 0 &&
	    b[-1].marker.len != 0 && breaks_off(w, b - 1))
		return;
	if (w->slot == SLOT_WHO && is_heading(w, k)) {
		take_site(w, b);
		return;
	}
	if (w->filled || b->ntok > 3 * LONE_LINE_TOKENS) {
		w->slot = SLOT_NONE;
		meeting_chair_in(w->s, &w->m, b->tok, b->tok + b->ntok);
		return;
	}
	take(w, b->tok, b->tok + b->ntok);
}

/* meeting_chair_in() for blocks in their order, of which few say who chairs. */
static void chair_in(walk *w, uint32_t i, uint32_t end)
{
	if (w->chairs < i)
		w->chairs = meeting_chairs_next(w->s, i);
	if (w->chairs < end)
		meeting_chair_in(w->s, &w->m, i, end);
}

static void walk_block(walk *w, uint32_t k)
{
	const block *b = &w->s->r->blocks.p[k];
	uint32_t after, end = b->tok + b->ntok;
	enum slot slot = slot_at(w->s, b, &after);

	if (slot != SLOT_NONE) {
		open_slot(w, b, slot, after);
		return;
	}
	/* "Sở Y tế trân trọng kính mời:" */
	if (b->marker.len == 0 && b->ntok > 1 && scan_mark(w->s, end - 1, ':') &&
	    says(w->s, end - 2, S("mời"))) {
		w->slot = SLOT_WHO;
		w->head_class = MARKER_NONE;
		w->filled = false;
		return;
	}
	if (w->slot == SLOT_NONE)
		chair_in(w, b->tok, end);
	else if (b->marker.len != 0)
		take_listed(w, k);
	else
		take_plain(w, k);
}

/* No part for the time: the sentence that invites. */
static void from_sentence(walk *w)
{
	scan *s = w->s;
	meeting_said said;
	uint32_t from, to;

	if (!meeting_call(s, &said))
		return;
	add_session(w, said.from, said.to);
	if (!w->where && (meeting_venue(s, said.first, said.end, &from, &to) ||
	                  meeting_venue(s, said.first, said.block_end, &from, &to)))
		add_place(w, from - scan_is(s, from - 1, W_TAI), to, (slice){0});
	meeting_chair_in(s, &w->m, said.first, said.end);
}

/* "- Khối 10: 7h30 ngày 28/5" in a letter that invites: has the item a label, and not that of another time? */
static bool heads_session(const scan *s, const block *b)
{
	enum { LABEL = 8 };
	uint32_t end = b->tok + (b->ntok < LABEL ? b->ntok : LABEL);
	uint32_t colon = scan_next(s, b->tok, end, ':');

	return s->r->purpose == PURPOSE_INVITATION && colon < end &&
	       meeting_instant(s, colon, end + 1) && !meeting_other_time(s, b->tok, colon) &&
	       cue_next(s, b->tok, colon, CUE_REPORT) == colon;
}

/* "… dự hội nghị tại các đơn vị bầu cử:" over "1. Đơn vị bầu cử số 1: 18 giờ 00 ngày …, tại …": each item
 * with an instant at its head, or behind its own heading, is a session. */
static void from_items(walk *w)
{
	const blocks *bs = &w->s->r->blocks;
	const datexes *ds = &w->s->r->dates;
	bool under = false;

	for (uint32_t k = 0; k < bs->n; k++) {
		const block *b = &bs->p[k];
		uint32_t end = b->tok + b->ntok, d;

		if (b->zone != ZONE_BODY || b->ntok < 2)
			continue;
		if (b->marker.len == 0) {
			under = scan_mark(w->s, end - 1, ':') && meeting_calls(w->s, b->tok, end);
			continue;
		}
		d = date_from(w->s, b->tok);
		if ((!under && !heads_session(w->s, b)) || d >= ds->n || ds->p[d].tok >= end ||
		    ds->p[d].kind != DATE_INSTANT || meeting_limit(&ds->p[d]))
			continue;
		if (ds->p[d].tok == b->tok || scan_mark(w->s, ds->p[d].tok - 1, ':'))
			add_session(w, ds->p[d].tok, end);
	}
}

/* A further session: its own time and place, the rest as of the first. */
static meeting session(const walk *w, uint32_t i, uint32_t end)
{
	scan *s = w->s;
	meeting m = w->m;
	uint32_t from, to;

	m.start = m.end = (slice){0};
	m.date = -1;
	m.weekday_stated = m.weekday_computed = -1;
	(void)meeting_when(s, &m, i, end);
	if (m.date < 0 && w->m.start.n >= DAY_LEN) /* an hour of the same day */
		meeting_on_day(s, &m, (slice){w->m.start.p, DAY_LEN});
	if (meeting_same_day(m.start, w->m.start)) {
		if (m.weekday_stated < 0)
			m.weekday_stated = w->m.weekday_stated;
		m.weekday_computed = w->m.weekday_computed;
	}
	if (meeting_venue(s, i, end, &from, &to))
		meeting_place_own(s, &m, from, to);
	return m;
}

static void push_sessions(walk *w)
{
	scan *s = w->s;
	meeting first = w->m;

	if (w->venue != 0 && (w->nmore != 0 || !w->where))
		meeting_place_own(s, &first, w->venue, w->venue_end);
	meeting_hour_behind(s, &first);
	*VEC_PUSH(s->a, &s->r->meetings) = first;
	for (uint32_t k = 0; k < w->nmore; k++) {
		meeting further = session(w, w->more[k].from, w->more[k].end);

		meeting_hour_behind(s, &further);
		*VEC_PUSH(s->a, &s->r->meetings) = further;
	}
}

/* called: the letter calls a meeting by what it is for. false when it neither does nor changes one. */
static bool meeting_called(scan *s, bool called)
{
	walk w = {.s = s, .m = meeting_new(MEETING_CALLED)};
	meeting_status status = MEETING_CALLED;
	bool moves = false, change = meeting_change(s, &status, &moves);

	if (!called && !change)
		return false;
	for (uint32_t k = 0; k < s->r->blocks.n; k++)
		if (s->r->blocks.p[k].zone == ZONE_BODY)
			walk_block(&w, k);
	if (change) {
		meeting_mode_find(s, &w.m);
		if (meeting_changed(s, &w.m, status, moves) || !called)
			return true;
		w.m.status = moves ? MEETING_CALLED : status;
	}
	if (!w.when)
		from_items(&w);
	if (!w.when && called && (meeting_listed(s, &w.m) || meeting_lined(s, &w.m)))
		return true;
	if (!w.when)
		from_sentence(&w);
	if (w.m.date < 0)
		w.m.start = w.m.end = (slice){0}; /* an hour without a day is no start */
	meeting_mode_find(s, &w.m);
	meeting_tests_find(s, &w.m);
	push_sessions(&w);
	return true;
}

/* A plan that says no hour only sets days for what is done; a letter with a calendar inside calls nobody
 * to what it does not list. */
static bool meeting_besides(scan *s)
{
	bool planned = meeting_planned(s);

	if ((!planned && !meeting_calendar_inside(s)) || !meeting_called(s, true))
		return false;
	if (s->r->meetings.n != 0 && s->r->meetings.p[0].start.n <= (planned ? DAY_LEN : 0))
		s->r->meetings.n = 0;
	return s->r->meetings.n != 0;
}

void meetings_find(scan *s)
{
	meeting m = meeting_new(MEETING_HELD);
	bool called = s->r->purpose == PURPOSE_INVITATION;

	if (meeting_entries(s))
		return;
	/* A calendar without an entry that can be dated calls nobody. */
	called |= s->r->purpose == PURPOSE_PROGRAMME && s->r->kind.value != KIND_KHAC;
	if (s->r->purpose == PURPOSE_CONCLUSION) {
		if (meeting_held(s, &m)) {
			m.mode = m.places.n != 0 ? MODE_ON_SITE : MODE_NOT_STATED;
			*VEC_PUSH(s->a, &s->r->meetings) = m;
		}
	} else if (meeting_called(s, called) || called) {
		return;
	} else if (meeting_besides(s)) {
		return;
	}
	meetings_in_passing(s);
}
