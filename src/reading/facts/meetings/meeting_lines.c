/*
 * meeting_lines.c - the sessions that a table lists which a text has lost: each of its cells is a line.
 *
 * "Thời gian" alone on a line headed a column; below it a line that is all hour and day, or an hour over its day,
 * begins a session, and the first line behind it that begins with a room is where. Running text has no such lines, so
 * a time in a sentence must never become a session here, nor one by which something is due.
 */
#include "reading/facts/meetings/meetings.h"

enum { HEAD_MAX = 3, SESSIONS_MAX = 64 };

/* The date that is all block b says; NULL when it says more. */
static const datex *lone_date(const scan *s, const block *b)
{
	uint32_t d = date_from(s, b->tok), end = b->tok + b->ntok;
	const datex *x = &s->r->dates.p[d];

	if (b->ntok == 0 || d >= s->r->dates.n || x->tok != b->tok || x->tok + x->ntok > end)
		return NULL;
	for (uint32_t i = x->tok + x->ntok; i < end; i++)
		if (scan_tok(s, i)->kind != TOK_PUNCT)
			return NULL;
	return meeting_limit(x) || x->value.n == 0 ? NULL : x;
}

/* The time that begins at block k: an instant, or an hour and a day on two lines in either order. Returns the block
 * behind it, k when none begins. */
static uint32_t time_at(const scan *s, uint32_t k)
{
	const blocks *bs = &s->r->blocks;
	const datex *x = lone_date(s, &bs->p[k]), *y;

	if (x == NULL || !(meeting_hour(x) || meeting_day(x)))
		return k;
	if (meeting_hour(x) && meeting_day(x))
		return k + 1;
	y = k + 1 < bs->n && bs->p[k + 1].zone == ZONE_BODY ? lone_date(s, &bs->p[k + 1]) : NULL;
	if (y == NULL || (meeting_hour(x) ? !meeting_day(y) : !meeting_hour(y)))
		return k;
	return k + 2;
}

/* Behind the line "Thời gian" that headed a column; blocks.n when there is none. */
static uint32_t below_heads(const scan *s)
{
	const blocks *bs = &s->r->blocks;

	for (uint32_t k = 0; k + 1 < bs->n; k++) {
		const block *b = &bs->p[k];

		if (b->zone == ZONE_BODY && b->ntok >= 2 && b->ntok <= HEAD_MAX &&
		    says(s, b->tok, S("thời gian")) != 0 &&
		    !scan_mark(s, b->tok + b->ntok - 1, ':'))
			return k + 1;
	}
	return bs->n;
}

/* Does the column of places stand left of that of times, whose lines begin at block k? */
static bool places_first(const scan *s, uint32_t k)
{
	enum { HEADS = 6 };
	const blocks *bs = &s->r->blocks;

	for (uint32_t j = k > HEADS ? k - HEADS : 0; j + 1 < k; j++)
		if (bs->p[j].ntok <= HEAD_MAX && says(s, bs->p[j].tok, S("địa điểm")) != 0)
			return true;
	return false;
}

/* "Hội trường UBND xã A" among the lines [k, end): the first that begins with a room. */
static void place_in(scan *s, meeting *m, uint32_t k, uint32_t end)
{
	const blocks *bs = &s->r->blocks;

	m->places.n = m->places.cap = 0;
	m->places.p = NULL;
	for (; k < end; k++) {
		const block *b = &bs->p[k];

		if (b->ntok > 1 && b->marker.len == 0 && !scan_mark(s, b->tok + b->ntok - 1, ':') &&
		    meeting_room(s, b->tok)) {
			meeting_place_own(s, m, b->tok, b->tok + b->ntok);
			return;
		}
	}
}

bool meeting_lined(scan *s, const meeting *m)
{
	const blocks *bs = &s->r->blocks;
	uint32_t k = below_heads(s), first = s->r->meetings.n, done = k;
	bool left = k < bs->n && places_first(s, k);

	while (k < bs->n && s->r->meetings.n < first + SESSIONS_MAX) {
		uint32_t behind = bs->p[k].zone == ZONE_BODY ? time_at(s, k) : k, next = behind;
		meeting one = *m;

		if (behind == k) {
			k++;
			continue;
		}
		while (next < bs->n && bs->p[next].zone == ZONE_BODY && time_at(s, next) == next)
			next++;
		one.start = one.end = (slice){0};
		one.date = one.weekday_stated = one.weekday_computed = -1;
		(void)meeting_when(s, &one, bs->p[k].tok,
		                   bs->p[behind - 1].tok + bs->p[behind - 1].ntok);
		place_in(s, &one, left ? done : behind, left ? k : next);
		done = behind;
		if (one.date >= 0)
			*VEC_PUSH(s->a, &s->r->meetings) = one;
		k = next;
	}
	return s->r->meetings.n > first;
}
