/*
 * meeting_entries.c - the meetings that the programme of a week, a month or a quarter
 * lists.
 *
 * "1. Từ 14 giờ 00 ngày D: Hội nghị …. Đồng chí X chủ trì." is a meeting; so is "- 8h00: …"
 * under the heading of its day. What a list only prepares for a day, its tasks and their
 * deadlines are no meetings, nor are the hours of one meeting's own programme.
 */
#include "reading/facts/meetings/meeting_calendar.h"

enum { HEAD_BLOCKS = 40, LEAD_TOKENS = 5, GAP_TOKENS = 3, WORD_REACH = 40, PARTS_MAX = 12 };

/* An hour at which nobody is called. */
static const slice idle[] = {S("làm việc tại cơ quan"), S("làm việc tại trụ sở cơ quan"),
                             S("làm việc tại phòng"), S("nghỉ")};
SAYINGS(idle);

/* "từ 14 giờ 30 đến 16 giờ 30 ngày …", "14 giờ 00 - 17 giờ 00: …" are none. */
static bool is_limit(const datex *d)
{
	if ((d->kind == DATE_PERIOD && meeting_hour(d) && meeting_day(d)) ||
	    (d->kind == DATE_TIME && d->bound == BOUND_WITHIN))
		return false;
	return meeting_limit(d) || d->bound == BOUND_WITHIN;
}

bool entry_opens(const scan *s, uint32_t i, uint32_t end, opening *ret)
{
	const datexes *ds = &s->r->dates;
	uint32_t limit = i + LEAD_TOKENS;

	static const slice parts[] = {S("buổi"), S("sáng"), S("chiều"), S("tối")};
	SAYINGS(parts);

	*ret = (opening){.from = i, .after = i};
	ret->part = says_any(s, i, &said_parts, NULL) != 0;
	if (!ret->part)
		for (uint32_t j = i; j < limit && j < end; j++) /* "Hà Nội, ngày …" */
			if (scan_mark(s, j, ','))
				limit = j;
	for (uint32_t d = date_from(s, i); d < ds->n && ds->p[d].tok < end; d++) {
		const datex *x = &ds->p[d];

		bool hour = meeting_hour(x),
		     days = x->kind == DATE_PERIOD && !hour && x->value.n != 0,
		     day = meeting_day(x) || days;

		if (x->tok > limit || is_limit(x) || !(hour || day))
			break;
		if (ret->hour && ret->day && x->bound != BOUND_UNTIL)
			break;
		ret->hour |= hour;
		ret->day |= day;
		ret->days |= days;
		ret->after = x->tok + x->ntok;
		if (ret->day && ret->dated_end == 0) {
			ret->dated = x->tok;
			ret->dated_end = ret->after;
		}
		ret->first = ret->first != 0 ? ret->first : ret->after;
		limit = ret->after + GAP_TOKENS;
	}
	while (ret->after < end && scan_tok(s, ret->after)->kind != TOK_WORD &&
	       scan_tok(s, ret->after)->kind != TOK_NUM)
		ret->after++;
	return ret->day || ret->hour;
}

static const slice weekday_words[] = {
	S("thứ hai"), S("thứ ba"),   S("thứ tư"), S("thứ năm"), S("thứ sáu"),
	S("thứ bảy"), S("chủ nhật"), S("thứ 2"),  S("thứ 3"),   S("thứ 4"),
	S("thứ 5"),   S("thứ 6"),    S("thứ 7"),
};
SAYINGS(weekday_words);

/* "(Từ ngày 09/3/2026 đến ngày 13/3/2026)": the week that the calendar is for. */
static int32_t week_of(const scan *s)
{
	enum { FIRST_DATES = 8, WEEK = 7 * CMIN_DAY };
	const datexes *ds = &s->r->dates;

	for (uint32_t d = 0; d < ds->n && d < FIRST_DATES; d++) {
		const datex *x = &ds->p[d];

		if (x->kind == DATE_PERIOD && x->value.n == 21 && x->first != CMIN_NONE &&
		    x->last != CMIN_NONE && x->last - x->first < WEEK)
			return (int32_t)(x->first / CMIN_DAY);
	}
	return -1;
}

bool entry_heads_weekday(calendar *c, uint32_t i, uint32_t end)
{
	size_t which = 0;
	uint32_t n = says_any(c->s, i, &said_weekday_words, &which);
	int32_t wd = (int32_t)(which > 6 ? which - 7 : which);

	if (c->week < 0 || n == 0)
		return false;
	for (i += n; i < end; i++)
		if (scan_tok(c->s, i)->kind != TOK_PUNCT)
			return false;
	c->week_day = c->week + (wd - civil_weekday(c->week) + 7) % 7;
	c->day = c->day_end = 0;
	return true;
}

/* An hour under a heading that only names the day of the week. */
static bool begin_on(const calendar *c, const opening *o, uint32_t end, meeting *m)
{
	uint32_t hour = date_from(c->s, o->from);
	civil day = civil_of_days(c->week_day);

	if (c->week_day < 0 || hour >= c->s->r->dates.n)
		return false;
	(void)meeting_when(c->s, m, o->from, end);
	if (m->start.n == 0 || m->start.p[0] != 'T')
		return false;
	meeting_on_day(c->s, m, arena_printf(c->s->a, "%04d-%02d-%02d", day.y, day.mo, day.d));
	m->date = (int32_t)hour;
	m->weekday_stated = m->weekday_computed = (int8_t)civil_weekday(c->week_day);
	return true;
}

bool entry_begin(const calendar *c, const opening *o, uint32_t end, meeting *m)
{
	*m = meeting_new(MEETING_CALLED);
	if (!o->day) {
		if (c->day == c->day_end)
			return begin_on(c, o, end, m);
		(void)meeting_when(c->s, m, c->day, c->day_end);
	}
	(void)meeting_when(c->s, m, o->from, end);
	return m->date >= 0;
}

void entry_push(calendar *c, const meeting *m, bool part)
{
	if (!part && m->start.n == DAY_LEN && m->places.n == 0 && m->chair.text.n == 0)
		return;
	*VEC_PUSH(c->s->a, &c->s->r->meetings) = *m;
	c->any = true;
}

bool entry_gathers(const scan *s, uint32_t i, uint32_t end, bool hour)
{
	uint32_t to = i + WORD_REACH < end ? i + WORD_REACH : end;

	if (says_any_in(s, i, to, &said_idle) < to || i >= end)
		return false;
	return hour || meeting_gathers_in(s, i, to) < to;
}

/* The letter head of a calendar without a kind of its own may run into its list. */
static bool may_list(const block *b)
{
	return b->zone == ZONE_BODY || b->zone == ZONE_HEADER || b->zone == ZONE_TITLE;
}

/* Does a heading give the day to the hours below it? */
static bool under_day(const calendar *c)
{
	return c->day != c->day_end || c->week_day >= 0;
}

/* "Phó Chủ tịch Thường trực Lê A: 8 giờ, họp ...": past whoever an entry begins with, to the hour behind the colon;
 * i when none stands there. */
static uint32_t past_person(const scan *s, uint32_t i, uint32_t end)
{
	enum { PERSON_MAX = 16 };
	uint32_t far = i + PERSON_MAX < end ? i + PERSON_MAX : end,
		 colon = scan_next(s, i, far, ':');

	return colon + 1 < far && scan_tok(s, colon + 1)->kind == TOK_NUM ? colon + 1 : i;
}

/* The next sentence of [i, end) that begins with an hour of its own; end when none does. */
static uint32_t next_hour(const scan *s, uint32_t i, uint32_t end)
{
	opening o;

	while ((i = scan_next_stop(s, i, end)) < end)
		if (scan_tok(s, ++i)->kind == TOK_NUM && i < end && meeting_stop(s, i - 1, end) &&
		    entry_opens(s, i, end, &o) && o.hour && !o.day)
			return i;
	return end;
}

/* Does b hold an entry of its own, at its head, behind whoever it begins with or in a further sentence? */
static bool holds_entry(const scan *s, const block *b)
{
	uint32_t end = b->tok + b->ntok, i = past_person(s, b->tok, end);
	opening o;

	return entry_opens(s, i, end, &o) || next_hour(s, i, end) < end;
}

/* "- Chủ trì: …", "Địa điểm: …" under an entry. Returns the block after them. */
static uint32_t take_parts(calendar *c, meeting *m, uint32_t k)
{
	const blocks *bs = &c->s->r->blocks;
	scan *s = c->s;

	for (uint32_t n = 0; k < bs->n && n < PARTS_MAX; k++, n++) {
		const block *b = &bs->p[k];
		uint32_t after = b->tok, end = b->tok + b->ntok;

		if (!may_list(b) || b->table >= 0)
			break;
		switch (slot_at(s, b, &after)) {
		case SLOT_PLACE:
			while (end > after && scan_tok(s, end - 1)->kind != TOK_WORD &&
			       !scan_mark(s, end - 1, ')') && scan_tok(s, end - 1)->kind != TOK_NUM)
				end--;
			if (after < end)
				meeting_place_only(s, m, after, end);
			break;
		case SLOT_CHAIR:
			m->chair = meeting_person(s, after, end);
			break;
		case SLOT_WHO:
			meeting_item(s, m, after, end, (slice){0}, PRESENCE_INVITED);
			break;
		case SLOT_WHAT:
		case SLOT_OTHER:
		case SLOT_MODE:
			if (b->marker_class == MARKER_ROMAN || b->marker_class == MARKER_ARABIC)
				return k;
			break;
		default:
			if (b->marker_class != MARKER_BULLET || holds_entry(s, b))
				return k;
			meeting_entry_words(s, m, b->tok, end);
			break;
		}
	}
	return k;
}

/* Is the opening all of the block, a day by itself: "Thứ Bảy 11/01/2025 (nhằm 12/12 âm lịch)"? */
static bool heads_day(const scan *s, const opening *o, uint32_t end)
{
	return o->day && !o->hour &&
	       (o->after >= end ||
	        (scan_mark(s, o->first, '(') && scan_next(s, o->first, end, ')') + 1 == end));
}

/* The further sentences of a block that each begin with an hour of the day in force. */
static void take_hours(calendar *c, uint32_t i, uint32_t end)
{
	while (i < end) {
		uint32_t stop = next_hour(c->s, i, end);
		opening o;
		meeting m;

		if (entry_opens(c->s, i, stop, &o) && entry_gathers(c->s, o.after, stop, o.hour) &&
		    entry_begin(c, &o, o.after, &m)) {
			meeting_entry_words(c->s, &m, o.after, stop);
			entry_push(c, &m, o.part);
		}
		i = stop;
	}
}

/* Block k begins as `o` says, and its words go on to `end`. Returns the block after what was taken. */
static uint32_t take_entry(calendar *c, uint32_t k, const opening *o, uint32_t end)
{
	scan *s = c->s;
	const block *b = &s->r->blocks.p[k];
	uint32_t after;
	meeting m;
	bool below = o->hour && o->after >= end && k + 1 < s->r->blocks.n &&
	             slot_at(s, b + 1, &after) == SLOT_WHAT;

	if ((!below && !entry_gathers(s, o->after, end, o->hour)) ||
	    !entry_begin(c, o, o->after, &m))
		return k + 1;
	meeting_entry_words(s, &m, below ? after : o->after, below ? b[1].tok + b[1].ntok : end);
	k = end == b->tok + b->ntok ? take_parts(c, &m, k + 1) : k + 1;
	entry_push(c, &m, o->part);
	return k;
}

/* Blocks outside tables. Returns the block after what was taken. */
static uint32_t take_block(calendar *c, uint32_t k)
{
	scan *s = c->s;
	const block *b = &s->r->blocks.p[k];
	uint32_t end = b->tok + b->ntok, after = b->tok, stop = end, next = k + 1;
	opening o;
	enum slot slot = slot_at(s, b, &after);

	/* "Thời gian, địa điểm: 7 giờ 00 …" below what is held on the day */
	if ((slot != SLOT_TIME && slot != SLOT_BOTH) || c->day == c->day_end)
		after = under_day(c) ? past_person(s, b->tok, end) : b->tok;
	if (entry_heads_weekday(c, b->tok, end))
		return next;
	if (under_day(c))
		stop = next_hour(s, after, end);
	if (entry_opens(s, after, end, &o)) {
		if (heads_day(s, &o, end)) {
			c->day = b->tok;
			c->day_end = o.days ? b->tok : o.first;
			return next;
		}
		next = take_entry(c, k, &o, stop);
	}
	take_hours(c, stop, end);
	return next;
}

bool meeting_list_from(scan *s, uint32_t k)
{
	calendar c = {.s = s, .week = week_of(s), .week_day = -1};
	const blocks *bs = &s->r->blocks;

	while (k < bs->n) {
		const block *b = &bs->p[k];

		if (b->table >= 0 && (may_list(b) || b->zone == ZONE_ANNEX)) {
			k = meeting_table(&c, k);
			continue;
		}
		if (b->marker_class == MARKER_ROMAN)
			c.day = c.day_end = 0;
		k = b->table < 0 && may_list(b) ? take_block(&c, k) : k + 1;
	}
	return c.any;
}

bool meeting_listed(scan *s, const meeting *m)
{
	const blocks *bs = &s->r->blocks;
	uint32_t k = 0, first = s->r->meetings.n;

	while (k < bs->n && bs->p[k].zone != ZONE_BODY)
		k++;
	(void)meeting_list_from(s, k);
	for (k = first; k < s->r->meetings.n; k++) {
		meeting *x = &s->r->meetings.p[k];

		/* an invitation calls to what is to come */
		if (x->start.n > DAY_LEN && s->r->issued.value.n == DAY_LEN &&
		    memcmp(x->start.p, s->r->issued.value.p, DAY_LEN) < 0)
			continue;
		if (x->places.n == 0)
			x->places = m->places;
		if (x->chair.at.len == 0)
			x->chair = m->chair;
		if (x->participants.n == 0)
			x->participants = m->participants;
		s->r->meetings.p[first++] = *x;
	}
	s->r->meetings.n = first;
	return first > 0;
}

/* A calendar may have lost its title, and with it all of a letter's head: a day by itself over an
 * hour with its colon. The block of the first such day; bs->n when there is none. */
static uint32_t untitled(const scan *s)
{
	const blocks *bs = &s->r->blocks;
	opening day, hour;

	if (s->r->kind.value != KIND_NONE || s->r->number.state != BLANK_NOT_SEEN ||
	    s->r->addressees.n != 0 || s->r->dates.n == 0)
		return bs->n;
	for (uint32_t k = 0; k + 1 < bs->n && k < HEAD_BLOCKS; k++) {
		const block *b = &bs->p[k], *next = b + 1;
		uint32_t end = next->tok + next->ntok;

		if (b->table < 0 && next->table < 0 &&
		    entry_opens(s, b->tok, b->tok + b->ntok, &day) &&
		    heads_day(s, &day, b->tok + b->ntok) && entry_opens(s, next->tok, end, &hour) &&
		    hour.hour && !hour.day && scan_mark(s, hour.first, ':'))
			return k;
	}
	return bs->n;
}

bool meeting_entries(scan *s)
{
	uint32_t k = meeting_calendar_head(s);

	return meeting_list_from(s, k < s->r->blocks.n ? k : untitled(s));
}
