/*
 * dates_value.c - from what was written to what it means: the value of
 * CONTRACTS §2 and the first and last minute.
 *
 * Pure: the anchor is an argument. Never invents: without an anchor a missing
 * year stays missing and the value absent.
 */
#include "reading/facts/dates/dates_priv.h"

enum { ROLL_MONTHS = 6 };

static const char *const weekdays[7] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

bool when_is_moment(const when *w)
{
	return w->has & (HAS_DAY | HAS_CLOCK | HAS_WEEKDAY);
}

bool when_exists(const when *w)
{
	if (w->has & HAS_DAY)
		return civil_exists(w->y, w->mo, w->d);
	return w->y >= 1 && w->y <= 9999;
}

/* Supply the year: the document's, and for a limit the next time it comes. */
static void complete(const dscan *c, when *w, const find *f)
{
	const date_anchor *a = c->anchor;
	bool limit = f->bound == BOUND_BY || f->bound == BOUND_BEFORE || f->bound == BOUND_WITHIN ||
	             f->bound == BOUND_UNTIL;

	if ((w->has & HAS_YEAR) || w->lunar || a->precision < ANCHOR_YEAR ||
	    !(w->has & (HAS_MONTH | HAS_QUARTER | HAS_MONTHS)))
		return;
	w->y = a->ref.y;
	w->has |= HAS_YEAR | HAS_YEAR_SUPPLIED;
	if (!(w->has & HAS_MONTH) || a->precision < ANCHOR_MONTH)
		return;
	if (a->everyday)
		limit = true;
	if (f->range) /* a stretch of the year that the document speaks of */
		return;
	if (w->has & HAS_DAY) {
		bool past = w->mo < a->ref.mo ||
		            (w->mo == a->ref.mo && w->d < a->ref.d && a->precision >= ANCHOR_DAY);

		if (limit && past)
			w->y++;
	} else if (limit && w->mo < a->ref.mo &&
	           (a->everyday || a->ref.mo - w->mo >= ROLL_MONTHS)) {
		w->y++;
	}
}

void dates_complete(const dscan *c, find *f)
{
	if (c->anchor->everyday)
		everyday_complete(c, f);
	complete(c, &f->a, f);
}

static void months_of(const when *w, int *ret_from, int *ret_to)
{
	if (w->has & HAS_QUARTER) {
		*ret_from = w->q * 3 - 2;
		*ret_to = w->q * 3;
	} else if (w->has & HAS_MONTHS) {
		*ret_from = w->months > 0 ? 1 : 13 + w->months;
		*ret_to = w->months > 0 ? w->months : 12;
	} else if (w->has & HAS_MONTH) {
		*ret_from = *ret_to = w->mo;
	} else {
		*ret_from = 1;
		*ret_to = 12;
	}
}

void when_range(const when *w, cmin *ret_first, cmin *ret_last)
{
	int from, to;

	if (w->has & (HAS_DAY | HAS_WEEK)) {
		cmin day = (cmin)civil_days(w->y, w->mo, w->d) * CMIN_DAY;
		cmin length = w->has & HAS_WEEK ? 7 * CMIN_DAY : CMIN_DAY;

		*ret_first = day;
		*ret_last = day + length - 1;
		if (w->has & HAS_CLOCK)
			*ret_first = *ret_last = w->h == 24 ? day + CMIN_DAY - 1
			                                    : day + w->h * 60 + w->mi;
		return;
	}
	months_of(w, &from, &to);
	*ret_first = (cmin)civil_days(w->y, from, 1) * CMIN_DAY;
	*ret_last = (cmin)(civil_days(w->y, to, civil_month_days(w->y, to)) + 1) * CMIN_DAY - 1;
}

static char *put_two(char *to, int v)
{
	to[0] = (char)('0' + v / 10);
	to[1] = (char)('0' + v % 10);
	return to + 2;
}

/* "2026-04-20", "2026-04-20T14:00": most dates of any text. h -1: no hour. */
static slice day_value(arena *a, const when *w, int h, int mi)
{
	char room[24], *to = room;

	if (w->y < 0 || w->y > 9999)
		return h < 0 ? arena_printf(a, "%04d-%02d-%02d", w->y, w->mo, w->d)
		             : arena_printf(a, "%04d-%02d-%02dT%02d:%02d", w->y, w->mo, w->d, h,
		                            mi);
	to = put_two(to, w->y / 100);
	to = put_two(to, w->y % 100);
	*to++ = '-';
	to = put_two(to, w->mo);
	*to++ = '-';
	to = put_two(to, w->d);
	if (h >= 0) {
		*to++ = 'T';
		to = put_two(to, h);
		*to++ = ':';
		to = put_two(to, mi);
	}
	return arena_copy(a, (slice){room, (size_t)(to - room)});
}

static slice when_value(const dscan *c, const when *w, date_kind *ret_kind)
{
	int from, to;

	if ((w->has & HAS_DAY) && (w->has & HAS_CLOCK)) {
		*ret_kind = DATE_INSTANT;
		if (w->has & HAS_SECOND)
			return arena_printf(c->a, "%04d-%02d-%02dT%02d:%02d:%02d", w->y, w->mo,
			                    w->d, w->h, w->mi, w->s);
		if (w->h == 24)
			return day_value(c->a, w, 23, 59);
		return day_value(c->a, w, w->h, w->mi);
	}
	if (w->has & HAS_DAY) {
		*ret_kind = DATE_DAY;
		return day_value(c->a, w, -1, 0);
	}
	if (w->has & HAS_WEEK) {
		/* ISO 8601: the week belongs to the year of its Thursday. */
		int32_t thursday = civil_days(w->y, w->mo, w->d) + 3;
		civil t = civil_of_days(thursday);

		*ret_kind = DATE_WEEK;
		return arena_printf(c->a, "%04d-W%02d", t.y,
		                    (thursday - civil_days(t.y, 1, 1)) / 7 + 1);
	}
	months_of(w, &from, &to);
	if (w->has & HAS_QUARTER) {
		*ret_kind = DATE_QUARTER;
		return arena_printf(c->a, "%04d-Q%d", w->y, w->q);
	}
	if ((w->has & HAS_MONTHS) && to - from == 5) {
		*ret_kind = DATE_HALF;
		return arena_printf(c->a, "%04d-H%d", w->y, from == 1 ? 1 : 2);
	}
	if (w->has & HAS_MONTHS) {
		*ret_kind = DATE_PERIOD;
		return arena_printf(c->a, "%04d-%02d/%04d-%02d", w->y, from, w->y, to);
	}
	if (w->has & HAS_MONTH) {
		*ret_kind = DATE_MONTH;
		return arena_printf(c->a, "%04d-%02d", w->y, w->mo);
	}
	*ret_kind = DATE_YEAR;
	return arena_printf(c->a, "%04d", w->y);
}

static slice clock_suffix(const dscan *c, const when *w)
{
	if (!(w->has & HAS_CLOCK))
		return S("");
	return arena_printf(c->a, "T%02d:%02d", w->h, w->mi);
}

/* R:weekly:friT16:00 and its like. */
static slice recurring_value(const dscan *c, const find *f)
{
	static const char unit[] =
		"??TDDWMQY"; /* by time_unit; hours and minutes never come here */
	const when *w = &f->a;
	slice at = clock_suffix(c, w);

	switch (f->rec) {
	case REC_DAY:
		return at.n ? arena_printf(c->a, "R:daily%.*s", (int)at.n, at.p) : S("R:daily");
	case REC_WEEK:
		if (w->has & HAS_WEEKDAY)
			return arena_printf(c->a, "R:weekly:%s%.*s", weekdays[w->wd], (int)at.n,
			                    at.p);
		return S("R:weekly");
	case REC_MONTH:
		if (w->has & HAS_LAST_DAY)
			return arena_printf(c->a, "R:monthly:-1%.*s", (int)at.n, at.p);
		if (w->has & HAS_DAY)
			return arena_printf(c->a, "R:monthly:%02d%.*s", w->d, (int)at.n, at.p);
		return S("R:monthly");
	case REC_QUARTER: /* "hằng quý (trước ngày 15/3, 15/6, ...)": each of them once a year */
		if (!((w->has & HAS_DAY) && (w->has & HAS_MONTH)))
			return S("R:quarterly");
		__attribute__((fallthrough));
	case REC_YEAR:
		if ((w->has & HAS_DAY) && (w->has & HAS_MONTH))
			return arena_printf(c->a, "R:yearly:%02d-%02d%.*s", w->mo, w->d, (int)at.n,
			                    at.p);
		if (w->has & HAS_MONTH)
			return arena_printf(c->a, "R:yearly:%02d", w->mo);
		return S("R:yearly");
	default: /* "định kỳ 6 tháng (trước ngày 15/6)": on that day of each year */
		if ((w->has & HAS_DAY) && (w->has & HAS_MONTH))
			return arena_printf(c->a, "R:yearly:%02d-%02d%.*s", w->mo, w->d, (int)at.n,
			                    at.p);
		return arena_printf(c->a, "R:P%d%c", f->rec_count,
		                    f->unit < time_unit_COUNT ? unit[f->unit] : 'D');
	}
}

/* PT7M, P3D, P5BD, P0.5D */
static slice count_value(const dscan *c, const find *f)
{
	static const struct {
		const char *head, *tail;
	} form[time_unit_COUNT] = {
		[UNIT_MINUTE] = {"PT", "M"}, [UNIT_HOUR] = {"PT", "H"},
		[UNIT_DAY] = {"P", "D"},     [UNIT_WORKING_DAY] = {"P", "BD"},
		[UNIT_WEEK] = {"P", "W"},    [UNIT_MONTH] = {"P", "M"},
		[UNIT_QUARTER] = {"P", "Q"}, [UNIT_YEAR] = {"P", "Y"},
	};

	if (f->unit == UNIT_NONE || f->unit >= time_unit_COUNT)
		return (slice){NULL, 0};
	return arena_printf(c->a, "%s%d%s%s", form[f->unit].head, f->halves / 2,
	                    f->halves & 1 ? ".5" : "", form[f->unit].tail);
}

/* "Thời hạn: không quá 05 ngày làm việc", "thời hạn trả lời là 10 ngày": a limit by its name,
 * and nobody says from when. */
static bool named_limit(const dscan *c, const find *f)
{
	enum { LABEL = 6 };
	uint32_t p = f->from;

	/* "..., thời hạn 20 ngày" */
	if (f->unit >= UNIT_DAY && f->unit <= UNIT_WEEK && p >= c->from + 3 &&
	    dis(c, p - 1, W_HAN_4) && dis(c, p - 2, W_THOI) && dtok(c, p - 3)->kind == TOK_PUNCT)
		return true;
	if (f->unit < UNIT_DAY || f->unit > UNIT_WEEK || p < c->from + 3 ||
	    (!dmark(c, p - 1, ':') && !dis(c, p - 1, W_LA)))
		return false;
	for (uint32_t q = p - 1; q > c->from + 1 && p - q < LABEL; q--)
		if (dis(c, q - 1, W_HAN_4))
			return dis(c, q - 2, W_THOI);
	return false;
}

/* "chậm nhất là 05 ngày": a limit; "không quá 05 ngày" may be how long. */
static bool is_latest(const dscan *c, const find *f)
{
	return f->bound == BOUND_BY && (dis(c, f->from, W_CHAM) || dis(c, f->from, W_MUON));
}

static void count_fill(const dscan *c, const find *f, datex *d)
{
	const date_anchor *a = c->anchor;

	d->value = count_value(c, f);
	d->kind = DATE_DURATION;
	if (named_limit(c, f)) {
		d->bound = BOUND_WITHIN;
		d->inclusive = 1;
	} else if (f->relative_to == ANCHOR_NONE && f->bound != BOUND_WITHIN &&
	           f->bound != BOUND_BEFORE && !is_latest(c, f)) {
		return;
	}
	if (f->relative_to == ANCHOR_NONE && f->unit <= UNIT_HOUR)
		return;
	d->kind = DATE_RELATIVE;
	d->relative.count = f->halves / 2;
	d->relative.unit = f->unit;
	d->relative.from = f->relative_to;
	if (f->relative_to == ANCHOR_ISSUE && a->precision >= ANCHOR_DAY && f->unit == UNIT_DAY) {
		/* The first day is not counted (Civil Code, Art. 147.2). */
		int32_t day = civil_days(a->ref.y, a->ref.mo, a->ref.d) + f->halves / 2;

		d->last = (cmin)(day + 1) * CMIN_DAY - 1;
	} else {
		d->flags |= DF_NO_ANCHOR;
	}
}

/* How the bound cuts [first, last]. */
static void bound_apply(const find *f, datex *d, cmin lo, cmin hi)
{
	bool exclusive = !f->range &&
	                 (f->bound == BOUND_BEFORE || (f->flags & DF_CONTRADICTORY_BOUND));

	switch (f->bound) {
	case BOUND_BY:
	case BOUND_BEFORE:
	case BOUND_UNTIL:
		d->first = f->range ? lo : CMIN_NONE;
		d->last = exclusive ? lo - 1 : hi;
		break;
	case BOUND_FROM:
		d->first = f->after ? hi + 1 : lo;
		d->last = CMIN_NONE;
		break;
	default:
		d->first = lo;
		d->last = hi;
	}
}

static void weekday_fill(const when *w, datex *d)
{
	if (w->has & HAS_WEEKDAY)
		d->weekday_stated = w->wd;
	if (!(w->has & HAS_DAY))
		return;
	d->weekday_computed = (int8_t)civil_weekday(civil_days(w->y, w->mo, w->d));
	if (d->weekday_stated >= 0 && d->weekday_stated != d->weekday_computed)
		d->flags |= DF_WEEKDAY_MISMATCH;
}

static void past_fill(const date_anchor *a, datex *d)
{
	int32_t day;

	if (a->precision < ANCHOR_MONTH || d->last == CMIN_NONE || a->everyday)
		return;
	day = civil_days(a->ref.y, a->ref.mo, a->precision >= ANCHOR_DAY ? a->ref.d : 1);
	if (d->last < (cmin)day * CMIN_DAY)
		d->flags |= DF_PAST;
}

/* "từ tháng 11 đến tháng 3/2026": the year that was not written is the one that
 * lets the range run forward. False when none does. */
static bool range_forward(find *f)
{
	const uint16_t guessed = HAS_YEAR_LENT | HAS_YEAR_SUPPLIED;
	cmin lo, hi, ignore;

	if (!when_exists(&f->a) || !when_exists(&f->b))
		return false;
	when_range(&f->a, &lo, &ignore);
	when_range(&f->b, &ignore, &hi);
	if (hi >= lo)
		return true;
	if (f->b.has & guessed)
		f->b.y++;
	else if (f->a.has & guessed)
		f->a.y--;
	if (!when_exists(&f->a) || !when_exists(&f->b))
		return false;
	when_range(&f->a, &lo, &ignore);
	when_range(&f->b, &ignore, &hi);
	return hi >= lo;
}

/* Nothing to hang it on: no year, or only an hour. */
static void open_fill(const dscan *c, const find *f, datex *d)
{
	if ((f->a.has & HAS_CLOCK) && !(f->a.has & HAS_DAY)) {
		d->kind = DATE_TIME;
		d->value = clock_suffix(c, &f->a);
		/* "từ 8h00 đến 11h30", whichever the day */
		if (f->range && (f->b.has & HAS_CLOCK))
			d->value = arena_printf(c->a, "%.*s/T%02d:%02d", (int)d->value.n,
			                        d->value.p, f->b.h, f->b.mi);
	} else {
		d->flags |= DF_NO_YEAR;
	}
}

/* "từ 8h00 đến 11h30 ngày 09/4/2026 (thứ Năm)": the day, with its name, serves both. */
static bool one_day(const when *a, const when *b)
{
	return a->y == b->y && a->mo == b->mo && a->d == b->d;
}

static void calendar_fill(const dscan *c, find *f, datex *d)
{
	cmin lo, hi, ignore;
	date_kind end_kind;

	dates_complete(c, f);
	d->kind = !(f->a.has & HAS_DAY)  ? DATE_MONTH
	          : f->a.has & HAS_CLOCK ? DATE_INSTANT
	                                 : DATE_DAY;
	if (f->a.lunar || f->b.lunar) {
		d->flags |= DF_NO_ANCHOR;
		return;
	}
	if (!(f->a.has & HAS_YEAR)) {
		open_fill(c, f, d);
		return;
	}
	if ((f->a.has & HAS_LAST_DAY) && when_exists(&(when){.y = f->a.y}))
		f->a.d = (int8_t)civil_month_days(f->a.y, f->a.mo);
	if (f->a.has & HAS_YEAR_SUPPLIED)
		d->flags |= DF_NO_YEAR;
	if (f->range)
		complete(c, &f->b, f);
	if (!when_exists(&f->a) || (f->range && !range_forward(f))) {
		d->flags |= DF_IMPOSSIBLE;
		return;
	}
	d->value = when_value(c, &f->a, &d->kind);
	weekday_fill(f->range && !(f->a.has & HAS_WEEKDAY) && one_day(&f->a, &f->b) ? &f->b : &f->a,
	             d);
	when_range(&f->a, &lo, &hi);
	if (f->range) {
		slice end = when_value(c, &f->b, &end_kind);

		d->value = arena_printf(c->a, "%.*s/%.*s", (int)d->value.n, d->value.p, (int)end.n,
		                        end.p);
		d->kind = DATE_PERIOD;
		when_range(&f->b, &ignore, &hi);
	}
	bound_apply(f, d, lo, hi);
	past_fill(c->anchor, d);
}

void value_fill(const dscan *c, find *f, datex *d)
{
	d->tok = f->from;
	d->ntok = f->to - f->from;
	d->at = tokens_span(c->tk, f->from, f->to);
	d->bound = f->bound;
	d->inclusive = f->bound == BOUND_NONE || f->bound == BOUND_FROM || f->bound == BOUND_ABOUT
	                       ? -1
	                       : f->inclusive;
	d->first = d->last = CMIN_NONE;
	d->weekday_stated = d->weekday_computed = -1;
	d->flags = f->flags;
	d->confidence = 1;
	d->rule = "date";
	if (f->value.p != NULL) {
		d->value = f->value;
		d->kind = f->kind;
		bound_apply(f, d, f->first, f->last);
	} else if (f->rec != REC_NONE) {
		d->kind = DATE_RECURRING;
		d->value = recurring_value(c, f);
		d->rule = "date-recurring";
		if (f->a.has & HAS_WEEKDAY)
			d->weekday_stated = f->a.wd;
	} else if (f->halves > 0) {
		count_fill(c, f, d);
		d->rule = "date-count";
	} else {
		calendar_fill(c, f, d);
	}
	if (f->bound == BOUND_NONE && (d->kind == DATE_DAY || d->kind == DATE_INSTANT))
		d->bound = BOUND_ON;
	if (d->flags & DF_NO_YEAR)
		d->confidence = 0.9f;
	if (d->flags & (DF_CONTRADICTORY_BOUND | DF_WEEKDAY_MISMATCH | DF_IMPOSSIBLE))
		d->confidence = 0.7f;
}
