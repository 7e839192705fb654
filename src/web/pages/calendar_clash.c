/*
 * calendar_clash.c - the same room, or the same person in the chair, twice at once.
 */
#include "web/pages/calendar_clash.h"

enum { UNKNOWN_LASTS = 120, HALF_DAY = 240 };

int64_t calendar_minutes(slice duration)
{
	int64_t n = 0, all = 0;
	bool half = false;

	for (size_t i = 0; i < duration.n; i++) {
		char c = duration.p[i];

		if (c >= '0' && c <= '9') {
			n = half || n > 1000 ? n : n * 10 + (c - '0');
		} else if (c == '.') {
			half = true;
		} else if (c == 'D' || c == 'H' || c == 'M') {
			all += c == 'D' ? (half ? HALF_DAY : 0) + n * CMIN_DAY
			                : n * (c == 'H' ? 60 : 1);
			n = 0;
		}
	}
	return all;
}

static bool has_hour(const sql_meeting_list_row *m)
{
	return m->starts.n > 0 && memchr(m->starts.p, 'T', m->starts.n) != NULL;
}

static int64_t end_of(const sql_meeting_list_row *m)
{
	int64_t lasts = calendar_minutes(m->duration);

	return m->start_minute + (lasts > 0 ? lasts : UNKNOWN_LASTS);
}

static bool is_off(const sql_meeting_list_row *m)
{
	return slice_eq(m->status, S("cancelled")) || slice_eq(m->status, S("postponed"));
}

/* Parts of one: a paper that calls the same meeting to two places or hours means it so. */
static bool is_one(const sql_meeting_list_row *a, const sql_meeting_list_row *b)
{
	return a->document.n > 0 && slice_eq(a->document, b->document) &&
	       slice_eq(a->title, b->title);
}

static slice clash_of(const sql_meeting_list_row *a, const sql_meeting_list_row *b)
{
	bool room = a->place.n > 0 && slice_eq(a->place, b->place);
	bool chair = a->chair.n > 0 && slice_eq(a->chair, b->chair);

	if (is_off(a) || is_off(b) || is_one(a, b) || !has_hour(a) || !has_hour(b) ||
	    a->start_minute >= end_of(b) || b->start_minute >= end_of(a))
		return (slice){0};
	return room && chair ? S("Trùng phòng họp và người chủ trì")
	       : room        ? S("Trùng phòng họp")
	       : chair       ? S("Trùng người chủ trì")
	                     : (slice){0};
}

int64_t calendar_mark(visit *p, const sql_meeting_list_rows *all,
                      const sql_meeting_list_rows *shown, meeting_rows *to)
{
	int64_t n = 0;

	for (uint32_t i = 0; i < shown->n; i++) {
		const sql_meeting_list_row *a = &shown->p[i];

		for (uint32_t k = 0; k < all->n && to->p[i].clash.n == 0; k++) {
			const sql_meeting_list_row *b = &all->p[k];
			slice why = a->id != b->id ? clash_of(a, b) : (slice){0};
			slice what = b->title.n > 0 ? b->title : S("Cuộc họp");

			if (why.n > 0)
				to->p[i].clash = page_link(p, "%.*s với: %.*s", (int)why.n, why.p,
				                           (int)what.n, what.p);
		}
		n += to->p[i].clash.n > 0;
	}
	return n;
}
