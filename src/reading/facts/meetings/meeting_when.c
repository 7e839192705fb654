/*
 * meeting_when.c - when a meeting begins and ends, how long and how it is held.
 *
 * Puts together what dates.c read in the words of one part of the call: "Một ngày,
 * ngày 12/12/2017. Khai mạc vào lúc 08 giờ" is a length, a day and an hour. An end is
 * given only where it is written.
 */
#include "reading/facts/meetings/meetings.h"

#include "reading/facts/text/within.h"

typedef struct moment {
	slice day, hour; /* "2026-04-20", "T14:00" */
} moment;

uint32_t date_from(const scan *s, uint32_t i)
{
	return dates_from(s, scan_tok(s, i)->at);
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
	if (m->duration.n == 0 && d->kind == DATE_DURATION && d->value.n > 1 &&
	    d->value.p[1] != 'T')
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

void meeting_on_day(scan *s, meeting *m, slice day)
{
	if (m->start.n != 0 && m->start.p[0] == 'T')
		m->start = glue(s, day, m->start);
	if (m->end.n != 0 && m->end.p[0] == 'T')
		m->end = glue(s, day, m->end);
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
		if (meeting_limit(d) || scan_is(s, d->tok, W_XONG))
			continue; /* until when to send something: nobody meets so */
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
	else if (j.end.hour.n != 0) /* an hour alone waits for its day, as that of the start does */
		m->end = j.start.day.n != 0 ? glue(s, j.start.day, j.end.hour) : j.end.hour;
	return one;
}

bool meeting_ends(scan *s, meeting *m, uint32_t i, uint32_t after, uint32_t end)
{
	static const slice ends[] = {S("kết thúc"), S("bế mạc")};
	SAYINGS(ends);
	meeting last = {.date = -1};

	if (says_any_in(s, i, after, &said_ends) >= after || m->end.n != 0)
		return false;
	(void)meeting_when(s, &last, after, end);
	m->end = last.start;
	if (m->start.n >= DAY_LEN)
		meeting_on_day(s, m, (slice){m->start.p, DAY_LEN});
	return true;
}

void meeting_hour_behind(scan *s, meeting *m)
{
	enum { FAR = 12 };
	const datexes *ds = &s->r->dates;
	uint32_t first = m->date >= 0 ? (uint32_t)m->date + 1 : ds->n;
	meeting_said said = {0};

	if (m->start.n != DAY_LEN)
		return;
	for (uint32_t k = first; k < ds->n && k < first + FAR; k++) {
		const datex *d = &ds->p[k];
		const block *b;

		if (d->kind != DATE_INSTANT || !slice_starts(d->value, m->start) ||
		    (b = meeting_may_be(s, d)) == NULL || is_end(s, d, b->tok))
			continue;
		meeting_sentence(s, b, d, &said);
		if (meeting_other_time(s, said.first, said.end) ||
		    meeting_line_test(s, said.first, said.end))
			continue;
		m->start = d->value;
		m->date = (int32_t)k;
		return;
	}
}

bool meeting_stop(const scan *s, uint32_t i, uint32_t end)
{
	const token *before = scan_tok(s, i > 0 ? i - 1 : 0);

	return scan_mark(s, i, '.') && (i + 1 >= end || (scan_tok(s, i + 1)->flags & TF_SPACE)) &&
	       !((before->flags & TF_UPPER) && before->len <= 2);
}

void meeting_trim(const scan *s, uint32_t i, uint32_t *end)
{
	while (*end > i && (scan_mark(s, *end - 1, '.') || scan_mark(s, *end - 1, ';') ||
	                    scan_mark(s, *end - 1, ',') || scan_mark(s, *end - 1, '/') ||
	                    scan_tok(s, *end - 1)->kind == TOK_END)) {
		/* "an sinh xã hội...": the list is open */
		if (*end - i > 2 && scan_mark(s, *end - 1, '.') && scan_mark(s, *end - 2, '.'))
			break;
		--*end;
	}
}
