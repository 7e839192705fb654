/*
 * everyday.c - time as a person types it into a form: "ngày mai", "thứ 5 tuần
 * sau", "3 giờ chiều", "2 tháng tới".
 *
 * Only with anchor->everyday: in an office's document the same words are vague
 * ("thời gian tới") and must not become dates. Everything here is relative to
 * the anchor's day; without one it reads nothing. Weeks begin on Monday.
 */
#include "reading/facts/dates/dates_priv.h"

/* How far from now: "này" 0, "sau" +1, "trước" -1. */
enum { REL_NONE = 100 };

static int32_t today(const dscan *c)
{
	const civil *r = &c->anchor->ref;

	return civil_days(r->y, r->mo, r->d);
}

static cmin now(const dscan *c)
{
	cmin day = (cmin)today(c) * CMIN_DAY;

	return c->anchor->precision >= ANCHOR_TIME ? day + c->anchor->ref.h * 60 + c->anchor->ref.mi
	                                           : day;
}

static void set_day(when *w, int32_t days)
{
	civil d = civil_of_days(days);

	w->y = d.y;
	w->mo = d.mo;
	w->d = d.d;
	w->has |= HAS_DAY | HAS_MONTH | HAS_YEAR;
}

/* "này", "tới", "tiếp theo", "vừa rồi" …: the shift, and the token after. */
static uint32_t shift_read(const dscan *c, uint32_t i, int *ret)
{
	switch (dword(c, i)) {
	case W_NAY_5:
	case W_NAY:
		*ret = 0;
		return i + 1;
	case W_HIEN:
		if (!dis(c, i + 1, W_TAI))
			return i;
		*ret = 0;
		return i + 2;
	case W_TOWI_1:
	case W_SAU:
		*ret = 1;
		return i + 1;
	case W_TIEP:
		*ret = 1;
		return i + 1 + dis(c, i + 1, W_THEO);
	case W_KE_1:
		*ret = 1;
		return i + 1 + dis(c, i + 1, W_TIEP);
	case W_TRUOC:
	case W_NGOAI_1:
	case W_QUA:
		*ret = -1;
		return i + 1;
	case W_VUA:
		*ret = -1;
		return dis(c, i + 1, W_ROI_5) || dis(c, i + 1, W_QUA) ? i + 2 : i;
	default:
		return i;
	}
}

/* hôm nay, hôm qua, ngày mai; after a part of the day also nay, mai, qua */
static uint32_t near_day(const dscan *c, uint32_t i, when *w)
{
	uint32_t p = i + dis(c, i, W_NGAY);
	int shift = REL_NONE;

	if (dis(c, p, W_HOM) || dis(c, p, W_BUA_3)) {
		uint16_t k = dword(c, p + 1);

		shift = k == W_NAY   ? 0
		        : k == W_QUA ? -1
		        : k == W_KIA ? -2
		        : k == W_MAI ? 1
		                     : REL_NONE;
		p += 2;
	} else if (dis(c, p, W_MAI)) {
		shift = 1;
		p++;
	} else if (p > i && dis(c, p, W_KIA)) {
		shift = 2;
		p++;
	} else if (p == i && (w->has & HAS_DAYPART) && (dis(c, p, W_NAY) || dis(c, p, W_QUA))) {
		shift = dis(c, p, W_NAY) ? 0 : -1;
		p++;
	}
	if (shift == REL_NONE)
		return i;
	set_day(w, today(c) + shift);
	return p;
}

/* thứ 5 tuần sau, thứ tư của tuần tới, thứ sáu tới, thứ ba vừa rồi */
static uint32_t near_weekday(const dscan *c, uint32_t i, when *w)
{
	when out = *w;
	uint32_t p = weekday_read(c, i, &out), q;
	int32_t day = today(c);
	int shift = 0, ahead;

	if (p == i || (w->has & HAS_WEEKDAY))
		return i;
	q = p + dis(c, p, W_CUA);
	if (dis(c, q, W_TUAN)) {
		p = shift_read(c, q + 1, &shift);
		if (p == q + 1)
			return i;
		set_day(&out, day - civil_weekday(day) + 7 * shift + out.wd);
	} else {
		if (shift_read(c, p, &shift) == p || shift == 0)
			return i;
		p = shift_read(c, p, &shift);
		ahead = (out.wd - civil_weekday(day) + 7) % 7;
		set_day(&out, shift > 0 ? day + (ahead ? ahead : 7) : day + ahead - 7);
	}
	*w = out;
	return p;
}

uint32_t everyday_day_read(const dscan *c, uint32_t i, when *w)
{
	uint32_t p;

	if (c->anchor->precision < ANCHOR_DAY)
		return i;
	p = near_day(c, i, w);
	return p != i ? p : near_weekday(c, i, w);
}

/* A clock without a day is the next one; before noon without a word for the half
 * day, the next of both halves. */
static void next_clock(const dscan *c, when *w)
{
	cmin at = (cmin)today(c) * CMIN_DAY + w->h * 60 + w->mi;

	if (at < now(c) && w->h < 12 && !(w->has & HAS_DAYPART)) {
		at += CMIN_DAY / 2;
		if (at >= now(c))
			w->h = (int8_t)(w->h + 12);
	}
	set_day(w, today(c) + (at < now(c)));
}

/* "tối nay" is a stretch of the day. */
static void daypart_range(find *f)
{
	static const int8_t hours[][2] = {
		[PART_MORNING] = {4, 11},  [PART_NOON] = {12, 13}, [PART_AFTERNOON] = {12, 18},
		[PART_EVENING] = {18, 23}, [PART_NIGHT] = {0, 3},
	};
	when *a = &f->a;

	a->h = hours[a->daypart][0];
	a->mi = 0;
	a->has |= HAS_CLOCK;
	f->b = *a;
	f->b.h = hours[a->daypart][1];
	f->b.mi = 59;
	f->range = true;
}

void everyday_complete(const dscan *c, find *f)
{
	when *w = &f->a;

	if (c->anchor->precision < ANCHOR_DAY || f->range)
		return;
	if ((w->has & HAS_WEEKDAY) && !(w->has & (HAS_DAY | HAS_MONTH))) {
		int ahead = (w->wd - civil_weekday(today(c)) + 7) % 7;

		set_day(w, today(c) + (ahead ? ahead : 7));
	}
	if ((w->has & HAS_CLOCK) && !(w->has & (HAS_DAY | HAS_MONTH)))
		next_clock(c, w);
	if ((w->has & HAS_DAYPART) && (w->has & HAS_DAY) && !(w->has & HAS_CLOCK))
		daypart_range(f);
}

/* The month that lies `shift` months from the anchor's. */
static void set_month(const dscan *c, when *w, int shift)
{
	int32_t m = c->anchor->ref.y * 12 + c->anchor->ref.mo - 1 + shift;

	w->y = m / 12;
	w->mo = (int8_t)(m % 12 + 1);
	w->has |= HAS_MONTH | HAS_YEAR;
}

/* tuần này, tháng sau, quý hiện tại, năm ngoái */
static uint32_t cycle_read(const dscan *c, uint32_t i, when *w)
{
	int shift;
	uint32_t p = shift_read(c, i + 1, &shift);

	if (p == i + 1)
		return i;
	switch (dword(c, i)) {
	case W_TUAN:
		set_day(w, today(c) - civil_weekday(today(c)) + 7 * shift);
		w->has = HAS_WEEK | HAS_YEAR | HAS_NAME;
		return p;
	case W_THANG:
		set_month(c, w, shift);
		return p;
	case W_QUY:
		set_month(c, w, 3 * shift);
		w->q = (int8_t)((w->mo + 2) / 3);
		w->has = HAS_QUARTER | HAS_YEAR | HAS_NAME;
		return p;
	case W_NAM:
		w->y = c->anchor->ref.y + shift;
		w->has = HAS_YEAR | HAS_NAME;
		return p;
	default:
		return i;
	}
}

/* A stretch of n seconds from now, the only value finer than a minute. */
static void seconds_stretch(const dscan *c, find *f, int32_t n, int shift)
{
	int64_t s = (int64_t)now(c) * 60, from = shift > 0 ? s + 1 : s - n, to = from + n - 1;
	civil a, b;

	f->first = from / 60;
	f->last = to / 60;
	a = civil_of_minutes(f->first);
	b = civil_of_minutes(f->last);
	f->value = arena_printf(c->a, "%04d-%02d-%02dT%02d:%02d:%02d/%04d-%02d-%02dT%02d:%02d:%02d",
	                        a.y, a.mo, a.d, a.h, a.mi, (int)(from % 60), b.y, b.mo, b.d, b.h,
	                        b.mi, (int)(to % 60));
	f->kind = DATE_PERIOD;
}

static void clock_of(when *w, cmin at)
{
	civil x = civil_of_minutes(at);

	*w = (when){.has = HAS_DAY | HAS_MONTH | HAS_YEAR | HAS_CLOCK,
	            .y = x.y,
	            .mo = x.mo,
	            .d = x.d,
	            .h = x.h,
	            .mi = x.mi};
}

/* n minutes or hours, whole ones, after or before the one that runs */
static void minutes_stretch(const dscan *c, find *f, int32_t n, int shift, int32_t unit)
{
	cmin at = now(c) - now(c) % unit;
	cmin from = shift > 0 ? at + unit : at - (cmin)n * unit;

	clock_of(&f->a, from);
	clock_of(&f->b, from + (cmin)n * unit - 1);
	f->range = true;
}

static void days_stretch(const dscan *c, find *f, int32_t n, int shift, bool weeks)
{
	int32_t day = today(c) - (weeks ? civil_weekday(today(c)) : 0), unit = weeks ? 7 : 1;
	int32_t from = shift > 0 ? day + unit : day - n * unit;

	set_day(&f->a, from);
	set_day(&f->b, from + n * unit - 1);
	f->range = true;
}

static void months_stretch(const dscan *c, find *f, int32_t n, int shift)
{
	set_month(c, &f->a, shift > 0 ? 1 : -n);
	set_month(c, &f->b, shift > 0 ? n : -1);
	f->range = true;
}

static void years_stretch(const dscan *c, find *f, int32_t n, int shift)
{
	f->a = (when){.has = HAS_YEAR, .y = c->anchor->ref.y + (shift > 0 ? 1 : -n)};
	f->b = (when){.has = HAS_YEAR, .y = c->anchor->ref.y + (shift > 0 ? n : -1)};
	f->range = true;
}

/* 3 ngày tới, 2 tháng vừa rồi, một tiếng vừa qua */
static uint32_t stretch_read(const dscan *c, uint32_t i, find *f)
{
	int32_t n;
	int shift;
	uint32_t p = number_read(c, i, &n), q;

	if (p == i || n < 1 || n > 999)
		return i;
	q = shift_read(c, p + 1, &shift);
	if (q == p + 1 || shift == 0)
		return i;
	switch (dword(c, p)) {
	case W_GIAY:
	case W_S:
		seconds_stretch(c, f, n, shift);
		return q;
	case W_PHUT:
		minutes_stretch(c, f, n, shift, 1);
		return q;
	case W_GIO:
	case W_TIENG:
		minutes_stretch(c, f, n, shift, 60);
		return q;
	case W_NGAY:
		days_stretch(c, f, n, shift, false);
		return q;
	case W_TUAN:
		days_stretch(c, f, n, shift, true);
		return q;
	case W_THANG:
		months_stretch(c, f, n, shift);
		return q;
	case W_NAM:
		years_stretch(c, f, n, shift);
		return q;
	default:
		return i;
	}
}

/* bây giờ, ngay bây giờ, ngay lúc này */
static uint32_t now_read(const dscan *c, uint32_t i, find *f)
{
	uint32_t p = i + dis(c, i, W_NGAY_0);

	if (!(dis(c, p, W_BAAY) && dis(c, p + 1, W_GIO)) &&
	    !(p > i && dis(c, p, W_LUC_1) && dis(c, p + 1, W_NAY_5)))
		return i;
	clock_of(&f->a, now(c));
	return p + 2;
}

uint32_t everyday_read(const dscan *c, uint32_t i, find *f)
{
	uint32_t p, q;

	if (c->anchor->precision < ANCHOR_DAY)
		return i;
	p = now_read(c, i, f);
	if (p == i)
		p = stretch_read(c, i, f);
	if (p == i)
		p = cycle_read(c, i, &f->a);
	if (p != i)
		return p;
	/* "tháng 3 tới": the next that comes, which a bare month means anyway */
	q = month_read(c, i, &f->a);
	if (q != i && !(f->a.has & HAS_YEAR) && dis(c, q, W_TOWI_1))
		return q + 1;
	f->a = (when){0};
	q = i + dis(c, i, W_NGAY);
	if (dis(c, q, W_GIANG_1) && dis(c, q + 1, W_SINH)) {
		f->a = (when){.has = HAS_DAY | HAS_MONTH, .d = 25, .mo = 12};
		return q + 2;
	}
	return i;
}
