/*
 * meeting_change.c - a notice that puts a meeting off, moves it or calls it off.
 *
 * The title says that there is such a change; the words before each time say whether it
 * is the old one ("hoãn …", "dự kiến …") or the new one ("tổ chức lại vào …", "sang …").
 * A time that no word settles is the old one while none is known, for the notice first
 * recalls what was called. Papers' dates and deadlines are no times of a meeting.
 */
#include "reading/facts/meetings/meetings.h"

#include "reading/facts/text/within.h"

enum { TITLE_REACH = 16, CUE_REACH = 40, TIMES_MAX = 8, SANG_REACH = 3 };

enum side { SIDE_UNKNOWN, SIDE_OLD, SIDE_OLD_WEAK, SIDE_NEW };

/* CHANGE(words, what becomes of the meeting, is it moved to another time?): the last only when a time or
 * the calendar is what changes. */
#define CHANGES                                                                                    \
	CHANGE("hoãn", MEETING_POSTPONED, false)                                                   \
	CHANGE("tạm hoãn", MEETING_POSTPONED, false)                                               \
	CHANGE("tạm dừng tổ chức", MEETING_POSTPONED, false)                                       \
	CHANGE("lùi", MEETING_POSTPONED, true)                                                     \
	CHANGE("dời", MEETING_POSTPONED, true)                                                     \
	CHANGE("thay đổi", MEETING_POSTPONED, true)                                                \
	CHANGE("điều chỉnh", MEETING_POSTPONED, true)                                              \
	CHANGE("chuyển", MEETING_POSTPONED, true)                                                  \
	CHANGE("đổi", MEETING_POSTPONED, true)                                                     \
	CHANGE("hủy", MEETING_CANCELLED, false)                                                    \
	CHANGE("không tổ chức", MEETING_CANCELLED, false)                                          \
	CHANGE("dừng tổ chức", MEETING_CANCELLED, false)

#define CHANGE(words, status, moves) S(words),
static const slice change_words[] = {CHANGES};
#undef CHANGE
SAYINGS(change_words);

static const struct {
	uint8_t status;
	bool moves;
} changes[] = {
#define CHANGE(words, status, moves) {status, moves},
	CHANGES
#undef CHANGE
};
static const slice schedules[] = {S("thời gian"), S("lịch"),      S("ngày"),
                                  S("giờ"),       S("thời điểm"), S("giấy mời")};
SAYINGS(schedules);
/* What stands before a time and says which it is; the nearest wins. */
static const slice old_words[] = {
	S("hoãn"),          S("tạm hoãn"),  S("dự kiến"),      S("không tổ chức"), S("hủy"),
	S("lùi"),           S("dời"),       S("dừng tổ chức"), S("thay vì"),       S("thay cho"),
	S("theo kế hoạch"), S("trước đây"), S("thời gian cũ"), S("đã định"),       S("thay đổi"),
	S("điều chỉnh"),    S("chuyển"),    S("nguyên định"),
};
SAYINGS(old_words);
static const slice weak_words[] = {
	S("giấy mời"), S("đã mời"), S("đã có"), S("triệu tập"), S("mời dự"), S("mời họp"),
};
SAYINGS(weak_words);
static const slice new_words[] = {
	S("tổ chức lại"),      S("họp lại"),     S("sang"),          S("chuyển sang"),
	S("lùi sang"),         S("dời sang"),    S("lùi đến"),       S("dời đến"),
	S("lùi tới"),          S("chuyển đến"),  S("thời gian mới"), S("như sau"),
	S("được tổ chức vào"), S("tổ chức mới"), S("sẽ tổ chức"),    S("sẽ được tổ chức"),
	S("lùi xuống"),        S("lùi lại"),     S("bắt đầu lại"),   S("được tổ chức lúc"),
	S("chuyển tới"),       S("lịch mới"),    S("đổi thành"),     S("thay đổi thành"),
	S("điều chỉnh thành"),
};
SAYINGS(new_words);
static const slice towards[] = {S("sang"),     S("chuyển sang"), S("lùi sang"), S("dời sang"),
                                S("được lùi"), S("được chuyển"), S("được dời")};
SAYINGS(towards);

bool meeting_change(const scan *s, meeting_status *ret, bool *ret_moves)
{
	const blocks *bs = &s->r->blocks;
	span t = s->r->title.at;

	for (uint32_t k = 0; k < bs->n && bs->p[k].at.at < span_end(t); k++) {
		const block *b = &bs->p[k];
		uint32_t end = b->tok + b->ntok;

		if (span_end(b->at) <= t.at)
			continue;
		/* the title may run over lines */
		while (end < s->tk.n && scan_tok(s, end)->at < span_end(t))
			end++;
		for (uint32_t i = b->tok; i < b->tok + b->ntok; i++) {
			uint32_t to = i + TITLE_REACH < end ? i + TITLE_REACH : end, n;

			for (size_t c = 0; (n = says_next(s, i, &said_change_words, &c)) != 0;) {
				bool moves = changes[c - 1].moves;

				if ((meeting_gathers_in(s, i + n, to) == to &&
				     says_any_in(s, i + n, to, SAID("giấy mời")) == to) ||
				    (moves && says_any_in(s, i + n, to, &said_schedules) == to))
					continue;
				*ret = (meeting_status)changes[c - 1].status;
				*ret_moves = moves;
				return true;
			}
		}
	}
	return false;
}

/* Which time the words around the date make it. */
static enum side side_of(const scan *s, const block *b, uint32_t d)
{
	const datex *x = &s->r->dates.p[d];
	uint32_t from = b->tok, after = x->tok + x->ntok, to;

	if (d > 0 && s->r->dates.p[d - 1].tok + s->r->dates.p[d - 1].ntok > from &&
	    (s->r->dates.p[d - 1].kind == DATE_INSTANT || s->r->dates.p[d - 1].kind == DATE_TIME))
		from = s->r->dates.p[d - 1].tok + s->r->dates.p[d - 1].ntok;
	to = after + SANG_REACH < b->tok + b->ntok ? after + SANG_REACH : b->tok + b->ntok;
	if (says_any_in(s, after, to, &said_towards) < to)
		return SIDE_OLD;
	for (uint32_t j = x->tok; j > from && x->tok - j < CUE_REACH; j--) {
		uint32_t i = j - 1, old, fresh;

		if (scan_mark(s, i, ';') ||
		    (scan_mark(s, i, '.') && (scan_tok(s, j)->flags & TF_SPACE)))
			break;
		old = says_any(s, i, &said_old_words, NULL);
		fresh = says_any(s, i, &said_new_words, NULL);
		/* "lùi thời gian họp đến 14 giờ …": the words of the change, then its goal */
		if (old > fresh)
			return x->bound == BOUND_UNTIL || scan_is(s, x->tok - 1, W_DEN) ? SIDE_NEW
			                                                                : SIDE_OLD;
		if (fresh != 0)
			return SIDE_NEW;
		if (says_any(s, i, &said_weak_words, NULL) != 0)
			return SIDE_OLD_WEAK;
	}
	return SIDE_UNKNOWN;
}

typedef struct change {
	struct {
		uint32_t date;
		enum side side;
	} times[TIMES_MAX];
	uint32_t n;
	bool old, fresh;
	uint32_t hour; /* 1 + the date that is only an hour: "từ 14h00 sang 15h30 cùng ngày" */
} change;

/* Keep one time; a bare day says no more than the hour of that day. */
static void keep(const scan *s, change *c, uint32_t d, enum side side)
{
	const datex *ds = s->r->dates.p;

	for (uint32_t k = 0; k < c->n; k++) {
		uint32_t had = c->times[k].date;

		if (!meeting_same_day(ds[had].value, ds[d].value))
			continue;
		if (ds[d].kind == DATE_DAY || slice_eq(ds[had].value, ds[d].value))
			return;
		if (ds[had].kind == DATE_DAY) {
			c->times[k].date = d;
			return;
		}
	}
	if (c->n == TIMES_MAX)
		return;
	c->times[c->n].date = d;
	c->times[c->n++].side = side;
	*(side == SIDE_NEW ? &c->fresh : &c->old) = true;
}

/* Does what stands before token i speak of a test of the line? */
static bool tests_line(const scan *s, const block *b, uint32_t i)
{
	return meeting_line_test(s, i - b->tok > CUE_REACH ? i - CUE_REACH : b->tok, i);
}

static void collect(const scan *s, const meeting *m, change *c)
{
	const datexes *ds = &s->r->dates;

	for (uint32_t d = 0; d < ds->n; d++) {
		const datex *x = &ds->p[d];
		bool day = x->kind == DATE_DAY;
		int32_t k = block_of_tok(s, x->tok);
		enum side side;

		if (x->kind == DATE_TIME && k >= 0 && s->r->blocks.p[k].zone == ZONE_BODY &&
		    (c->n != 0 || m->date >= 0) && side_of(s, &s->r->blocks.p[k], d) == SIDE_NEW)
			c->hour = d + 1;
		if ((x->kind != DATE_INSTANT && !day) || (int32_t)d == m->date ||
		    meeting_cited(s, x) || k < 0 || s->r->blocks.p[k].zone != ZONE_BODY ||
		    tests_line(s, &s->r->blocks.p[k], x->tok))
			continue;
		if (meeting_limit(x) || x->bound == BOUND_WITHIN || x->value.n == 0 ||
		    slice_eq(x->value, m->start) || (day && meeting_same_day(x->value, m->start)))
			continue;
		side = side_of(s, &s->r->blocks.p[k], d);
		if (x->bound == BOUND_UNTIL && side != SIDE_NEW)
			continue;
		if (day && side != SIDE_OLD && side != SIDE_NEW)
			continue;
		if (side == SIDE_UNKNOWN)
			side = c->old || m->date >= 0 ? SIDE_NEW : SIDE_OLD;
		keep(s, c, d, side);
	}
}

/* The meeting at that time; what the notice says of place and people only if new. */
static void push(scan *s, const meeting *m, uint32_t d, meeting_status status)
{
	const datex *x = &s->r->dates.p[d];
	const block *b = &s->r->blocks.p[block_of_tok(s, x->tok)];
	uint32_t from, to, after = x->tok + x->ntok;
	meeting one = m != NULL ? *m : meeting_new(status);

	one.status = status;
	one.start = one.end = (slice){0};
	one.date = one.weekday_stated = one.weekday_computed = -1;
	(void)meeting_when(s, &one, x->tok, after);
	if (m != NULL && meeting_venue(s, after, b->tok + b->ntok, &from, &to))
		meeting_place_own(s, &one, from, to);
	*VEC_PUSH(s->a, &s->r->meetings) = one;
}

/* Another hour of the day of the meeting that date `old` calls. */
static void push_hour(scan *s, uint32_t old, uint32_t hour)
{
	const datex *x = &s->r->dates.p[hour];
	meeting one = meeting_new(MEETING_CALLED);

	one.date = (int32_t)hour;
	one.weekday_computed = s->r->dates.p[old].weekday_computed;
	(void)meeting_when(s, &one, x->tok, x->tok + x->ntok);
	meeting_on_day(s, &one, (slice){s->r->dates.p[old].value.p, DAY_LEN});
	*VEC_PUSH(s->a, &s->r->meetings) = one;
}

bool meeting_changed(scan *s, const meeting *m, meeting_status status, bool moves)
{
	change c = {0};
	bool lone; /* nothing new is said: what is known is of the old meeting */

	collect(s, m, &c);
	lone = !c.fresh && m->date < 0;
	if (c.n == 0 && m->date < 0)
		return false;
	if (m->date >= 0) {
		meeting one = *m;

		one.status = c.old || moves ? MEETING_CALLED : status;
		*VEC_PUSH(s->a, &s->r->meetings) = one;
	}
	for (uint32_t k = 0; k < c.n; k++)
		if (c.times[k].side == SIDE_NEW)
			push(s, m, c.times[k].date, MEETING_CALLED);
	if (c.hour != 0 && !c.fresh && c.n != 0 &&
	    s->r->dates.p[c.times[c.n - 1].date].value.n >= 10)
		push_hour(s, c.times[c.n - 1].date, c.hour - 1);
	for (uint32_t k = 0; k < c.n; k++)
		if (c.times[k].side != SIDE_NEW)
			push(s, lone ? m : NULL, c.times[k].date, status);
	return true;
}
