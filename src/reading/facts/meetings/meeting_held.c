/*
 * meeting_held.c - the meeting that a conclusion tells of: when, who chaired, who was
 * there.
 *
 * It stands in the first paragraphs of the body: "Ngày 20 tháng 4 năm 2026, tại …,
 * Chủ tịch UBND tỉnh đã chủ trì …. Tham dự có …". Other past meetings in the
 * narrative are none of ours. Where it says that a meeting was held and not when, its day
 * stays unknown for a person to settle; a limit is never that day.
 */
#include "reading/facts/meetings/meetings.h"

enum { OPENING_BLOCKS = 4, DATE_AT_MOST = 8, HEAD_TOKENS = 14 };

static const slice acts[] = {S("chủ trì"),     S("đã chủ trì"),  S("đã tổ chức"),   S("tổ chức"),
                             S("đã có buổi"),  S("có buổi"),     S("đã họp"),       S("họp"),
                             S("đã làm việc"), S("làm việc"),    S("đã tiến hành"), S("tiến hành"),
                             S("đã diễn ra"),  S("đã kiểm tra"), S("kiểm tra")};
SAYINGS(acts);
static const slice attended[] = {
	S("tham dự"),  S("cùng dự"), S("dự họp"),      S("dự hội nghị"),        S("cùng tham dự"),
	S("tham gia"), S("dự buổi"), S("dự cuộc họp"), S("thành phần tham dự"), S("thành phần dự")};
SAYINGS(attended);

/* The full stop of the sentence at i; end when it has none. */
static uint32_t stop_of(const scan *s, uint32_t i, uint32_t end)
{
	while (i < end && !meeting_stop(s, i, end))
		i++;
	return i;
}

/* ", tại trụ sở Chính phủ, X chủ trì", ", tại Hội trường tầng 2, trụ sở UBND tỉnh, X chủ trì": the place, and where X
 * begins. */
static uint32_t take_place(scan *s, meeting *m, uint32_t i, uint32_t end)
{
	uint32_t from, j = i;

	while (j < end && scan_mark(s, j, ','))
		j++;
	if (j >= end || !scan_is(s, j, W_TAI))
		return j;
	from = j;
	do
		j = scan_next(s, j + 1, end, ',');
	while (j < end && meeting_room(s, j + 1));
	if (j >= end)
		return j;
	meeting_place_add(s, m, from, j, (slice){0});
	return j + 1;
}

/* Those who were there: after "Tham dự … có", items parted by semicolons. */
static void take_people(scan *s, meeting *m, uint32_t i, uint32_t end)
{
	uint32_t from = i, stop = i + HEAD_TOKENS < end ? i + HEAD_TOKENS : end;

	while (from < stop && !says(s, from, S("có")) && !says(s, from, S("gồm")) &&
	       !scan_mark(s, from, ':'))
		from++;
	if (from == stop)
		return;
	from++;
	while (from < end && (scan_mark(s, from, ':') || says(s, from, S("có"))))
		from++;
	for (uint32_t j = from; j <= end; j++) {
		if (j < end && !scan_mark(s, j, ';'))
			continue;
		meeting_item(s, m, from, j, (slice){0}, PRESENCE_PRESENT);
		from = j + 1;
	}
}

static void read_opening(scan *s, meeting *m, uint32_t i, uint32_t end)
{
	uint32_t from = take_place(s, m, i, end), act = from;

	while (act < end && says_any(s, act, &said_acts, NULL) == 0)
		act++;
	/* Whoever held it chaired it, unless somebody else is named so below. */
	if (act < end && act > from)
		m->chair = meeting_person(s, from, act);
}

/* "Chủ trì cuộc họp, đồng chí Chủ tịch kết luận": does the first sentence of a paragraph say that
 * somebody held one? An order ("Giao Sở A chủ trì ...") does not. */
static bool tells_of_one(const scan *s, const block *b)
{
	static const slice nouns[] = {S("cuộc họp"), S("hội nghị"), S("buổi"), S("phiên"),
	                              S("họp")};
	SAYINGS(nouns);
	uint32_t end = stop_of(s, b->tok, b->tok + b->ntok);

	if (b->marker.len != 0)
		return false;
	for (uint32_t i = b->tok; i < end; i++) {
		uint32_t n;

		if (scan_tok(s, i)->cue == CUE_ASSIGN)
			return false;
		n = says_any(s, i, &said_acts, NULL);
		if (n != 0 && says_any(s, i + n, &said_nouns, NULL) != 0)
			return true;
	}
	return false;
}

/* May somebody have met on that day? "Giao Sở Y tế báo cáo trước ngày ..." names none. */
static bool may_be_held(const datex *x)
{
	return (x->kind == DATE_DAY || x->kind == DATE_INSTANT) && !meeting_limit(x) &&
	       x->bound != BOUND_UNTIL;
}

bool meeting_held(scan *s, meeting *m)
{
	const blocks *bs = &s->r->blocks;
	uint32_t seen = 0;
	bool undated = false;

	for (uint32_t k = 0; k < bs->n && seen < OPENING_BLOCKS; k++) {
		const block *b = &bs->p[k];
		uint32_t end = b->tok + b->ntok, d = date_from(s, b->tok), i;
		const datex *x;
		actor held;

		if (b->zone != ZONE_BODY)
			continue;
		seen++;
		undated |= tells_of_one(s, b);
		if (d == s->r->dates.n || s->r->dates.p[d].tok > b->tok + DATE_AT_MOST)
			continue;
		x = &s->r->dates.p[d];
		if (!may_be_held(x))
			continue;
		m->start = x->value;
		m->date = (int32_t)d;
		m->weekday_stated = x->weekday_stated;
		m->weekday_computed = x->weekday_computed;
		i = x->tok + x->ntok;
		read_opening(s, m, i, stop_of(s, i, end));
		held = m->chair;
		m->chair = (actor){0};
		while ((i = stop_of(s, i, end)) < end) {
			i++;
			if (says_any(s, i, &said_attended, NULL) != 0)
				take_people(s, m, i, stop_of(s, i, end));
		}
		if (m->chair.at.len == 0)
			m->chair = held;
		return true;
	}
	return undated;
}
