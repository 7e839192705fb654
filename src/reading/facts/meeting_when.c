/*
 * meeting_when.c - when a meeting begins and ends, how long and how it is held.
 *
 * Puts together what dates.c read in the words of one part of the call: "Một ngày,
 * ngày 12/12/2017. Khai mạc vào lúc 08 giờ" is a length, a day and an hour. An end is
 * given only where it is written.
 */
#include "reading/facts/meetings.h"

enum { DAY_LEN = 10 };

typedef struct moment {
	slice day, hour; /* "2026-04-20", "T14:00" */
} moment;

uint32_t date_from(const scan *s, uint32_t i)
{
	const datexes *d = &s->r->dates;
	uint32_t lo = 0, hi = d->n;

	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (d->p[mid].tok < i)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* "2026-04-20T14:00", "2026-04-20" or "T14:00" taken apart; others give nothing. */
static moment cut(slice v)
{
	moment m = {0};

	if (v.n > 0 && v.p[0] == 'T')
		m.hour = v;
	else if (v.n == DAY_LEN && v.p[4] == '-')
		m.day = v;
	else if (v.n > DAY_LEN && v.p[DAY_LEN] == 'T') {
		m.day = (slice){v.p, DAY_LEN};
		m.hour = (slice){v.p + DAY_LEN, v.n - DAY_LEN};
	}
	return m;
}

static slice glue(const scan *s, slice day, slice hour)
{
	if (day.n == 0 || hour.n == 0)
		return day;
	return arena_printf(s->a, "%.*s%.*s", (int)day.n, day.p, (int)hour.n, hour.p);
}

/* Is the date the end of something ("đến 17h00", "bế mạc lúc …")? */
static bool is_end(const scan *s, const datex *d, uint32_t from)
{
	uint32_t i = d->tok;

	if (d->bound == BOUND_UNTIL)
		return true;
	for (uint32_t back = 0; back < 4 && i > from; back++) {
		i--;
		if (scan_is(s, i, W_DEN) || says(s, i, S("kết thúc")) || says(s, i, S("bế mạc")))
			return true;
		if (scan_tok(s, i)->kind != TOK_WORD)
			break;
	}
	return false;
}

static void take_weekday(meeting *m, const datex *d)
{
	if (m->weekday_stated < 0)
		m->weekday_stated = d->weekday_stated;
	if (m->weekday_computed < 0)
		m->weekday_computed = d->weekday_computed;
}

/* The stretches of words that count as a length: "01 buổi", "1/2 ngày". */
static void take_length(meeting *m, const datex *d)
{
	if (m->duration.n == 0 && d->kind == DATE_DURATION && d->value.n > 1 && d->value.p[1] != 'T')
		m->duration = d->value;
}

typedef struct joiner {
	moment start, end;
	int32_t date;
} joiner;

static bool same(slice a, slice b)
{
	return a.n == 0 || b.n == 0 || slice_eq(a, b);
}

/* Add one read date. false: it speaks of another session. */
static bool join(joiner *j, moment x, bool end, int32_t index)
{
	if (end && j->start.day.n + j->start.hour.n != 0) {
		if (j->end.day.n == 0)
			j->end.day = x.day;
		if (j->end.hour.n == 0)
			j->end.hour = x.hour;
		/* "từ 14h00 đến 17h00 ngày 12/9": the day serves both. */
		if (j->start.day.n == 0 && x.day.n != 0) {
			j->start.day = x.day;
			j->date = index;
		}
		return true;
	}
	if (!same(j->start.day, x.day) || (!same(j->start.hour, x.hour) && x.hour.n != 0))
		return false;
	if (j->start.day.n == 0 && x.day.n != 0) {
		j->start.day = x.day;
		j->date = index;
	}
	if (j->start.hour.n == 0)
		j->start.hour = x.hour;
	return true;
}

bool meeting_when(scan *s, meeting *m, uint32_t i, uint32_t end)
{
	joiner j = {.date = m->date};
	const datexes *ds = &s->r->dates;
	bool one = true;

	j.start = cut(m->start);
	j.end = cut(m->end);
	for (uint32_t k = date_from(s, i); k < ds->n && ds->p[k].tok < end; k++) {
		const datex *d = &ds->p[k];
		slice value = d->value, head;
		bool closing = is_end(s, d, i);

		take_length(m, d);
		if (d->kind != DATE_DAY && d->kind != DATE_INSTANT && d->kind != DATE_TIME &&
		    d->kind != DATE_PERIOD)
			continue;
		if (slice_cut(&value, '/', &head)) {
			moment first = cut(head), last = cut(value);

			if (first.day.n + first.hour.n == 0)
				continue;
			one = join(&j, first, false, (int32_t)k) && one;
			(void)join(&j, last, true, (int32_t)k);
		} else {
			moment x = cut(value);

			if (x.day.n + x.hour.n == 0)
				continue;
			one = join(&j, x, closing, (int32_t)k) && one;
		}
		take_weekday(m, d);
	}
	m->date = j.date;
	m->start = j.start.day.n != 0 ? glue(s, j.start.day, j.start.hour) : j.start.hour;
	if (j.end.day.n != 0)
		m->end = glue(s, j.end.day, j.end.hour);
	else if (j.end.hour.n != 0 && j.start.day.n != 0)
		m->end = glue(s, j.start.day, j.end.hour);
	return one;
}

/* Is `phrase` anywhere in the body? */
static bool body_says(const scan *s, const slice *phrases, size_t n)
{
	const blocks *bs = &s->r->blocks;

	for (uint32_t k = 0; k < bs->n; k++) {
		const block *b = &bs->p[k];

		if (b->zone != ZONE_BODY)
			continue;
		for (uint32_t i = b->tok; i < b->tok + b->ntok; i++)
			if (says_any(s, i, phrases, n, NULL) != 0)
				return true;
	}
	return false;
}

void meeting_mode_find(scan *s, meeting *m)
{
	static const slice both[] = {
		S("trực tiếp và trực tuyến"), S("trực tiếp kết hợp trực tuyến"),
		S("trực tiếp kết hợp với trực tuyến"), S("trực tuyến và trực tiếp"),
		S("trực tuyến kết hợp trực tiếp"), S("trực tiếp, trực tuyến"),
		S("trực tiếp tại điểm cầu"), S("trực tiếp kết hợp hình thức trực tuyến"),
	};
	static const slice online[] = {S("hình thức trực tuyến"), S("họp trực tuyến"),
	                               S("hội nghị trực tuyến"), S("điểm cầu"),
	                               S("truyền hình trực tuyến"), S("kết nối trực tuyến"),
	                               S("phòng họp trực tuyến"), S("trực tuyến qua"),
	                               S("trực tuyến đến"), S("trực tuyến tới")};
	static const slice only[] = {S("theo hình thức trực tuyến"), S("bằng hình thức trực tuyến"),
	                             S("hình thức họp: trực tuyến"), S("hình thức: trực tuyến")};

	if (body_says(s, both, ARRAY_LEN(both)))
		m->mode = MODE_HYBRID;
	else if (body_says(s, only, ARRAY_LEN(only)) ||
	         (body_says(s, online, ARRAY_LEN(online)) && m->places.n == 0))
		m->mode = MODE_ONLINE;
	else if (body_says(s, online, ARRAY_LEN(online)))
		m->mode = MODE_HYBRID;
	else
		m->mode = m->places.n != 0 ? MODE_ON_SITE : MODE_NOT_STATED;
}

void meeting_tests_find(scan *s, meeting *m)
{
	static const slice speech[] = {S("phát biểu"), S("báo cáo"), S("tham luận"),
	                               S("trình bày"), S("ý kiến")};
	const blocks *bs = &s->r->blocks;

	for (uint32_t k = 0; k < bs->n; k++) {
		const block *b = &bs->p[k];
		uint32_t d = date_from(s, b->tok), end = b->tok + b->ntok;
		bool line, talk = false;

		if (b->zone != ZONE_BODY || d == s->r->dates.n || s->r->dates.p[d].tok >= end)
			continue;
		line = phrase_in(s, b->tok, end, S("đường truyền")) < end &&
		       (phrase_in(s, b->tok, end, S("kiểm tra")) < end ||
		        phrase_in(s, b->tok, end, S("thử")) < end);
		for (uint32_t i = b->tok; i < end && !talk; i++)
			talk = says_any(s, i, speech, ARRAY_LEN(speech), NULL) != 0;
		for (; d < s->r->dates.n && s->r->dates.p[d].tok < end; d++) {
			const datex *x = &s->r->dates.p[d];

			if (line && x->kind == DATE_INSTANT)
				*VEC_PUSH(s->a, &m->line_checks) = x->value;
			if (talk && m->speech_limit.n == 0 && x->value.n > 2 &&
			    slice_starts(x->value, S("PT")) && x->value.p[x->value.n - 1] == 'M')
				m->speech_limit = x->value;
		}
	}
}
