/*
 * dates_day.c - days, months, quarters and years as they are written.
 *
 * The traps are figures that look like dates: numbers of documents
 * (16/2006/QĐ-UBND), streets (đường 30/4), 24/7, fractions. Bare figures are a
 * date only with a full year, or behind a word that asks for one ("loose").
 */
#include "reading/facts/dates/dates_priv.h"

#include <limits.h>

enum { YEAR_MIN = 1800, YEAR_MAX = 2199 };

bool year_number(const dscan *c, uint32_t i)
{
	const token *t = dtok(c, i);

	return t->kind == TOK_NUM && t->len == 4 && t->num >= YEAR_MIN && t->num <= YEAR_MAX;
}

static bool short_figure(const dscan *c, uint32_t i, uint32_t max)
{
	const token *t = dtok(c, i);

	return t->kind == TOK_NUM && t->len <= 2 && t->num >= 1 && t->num <= max;
}

/* Is token i glued to figures or letters before it: the tail of a symbol? */
static bool tail_of_symbol(const dscan *c, uint32_t i)
{
	const token *t = dtok(c, i - 1);

	if (i <= c->from || !dtight(c, i))
		return false;
	if (t->kind != TOK_PUNCT)
		return t->kind == TOK_WORD;
	return (t->word == '/' || t->word == '-' || t->word == '.' || t->word == '_') &&
	       dtok(c, i - 2)->kind != TOK_END && dtok(c, i - 2)->kind != TOK_PUNCT &&
	       dtight(c, i - 1);
}

/* Does a symbol go on at token i: "/QĐ", "-UBND", ".5"? */
static bool head_of_symbol(const dscan *c, uint32_t i)
{
	const token *t = dtok(c, i), *u = dtok(c, i + 1);

	if (t->kind == TOK_WORD)
		return dtight(c, i);
	if (t->kind != TOK_PUNCT || !dtight(c, i) || !dtight(c, i + 1))
		return false;
	if (t->word == '/')
		return u->kind == TOK_NUM || u->kind == TOK_WORD;
	if (t->word == '-')
		return u->kind == TOK_WORD && (u->flags & TF_UPPER);
	return (t->word == '.' || t->word == ',') && u->kind == TOK_NUM;
}

static int32_t year_value(const token *t)
{
	if (t->len == 4)
		return (int32_t)t->num;
	return (int32_t)t->num + (t->num < 70 ? 2000 : 1900);
}

/* The year behind a day or month: "/2026", "-2026", "năm 2026", ", năm 2026",
 * "của năm 2026". `two`: two figures will do after a slash. */
static uint32_t year_behind(const dscan *c, uint32_t i, bool two, when *w)
{
	uint32_t p = i;

	if (dmark(c, i, '/') || dmark(c, i, '-') || dmark(c, i, '.')) {
		const token *t = dtok(c, i + 1);

		if (year_number(c, i + 1) || (two && dmark(c, i, '/') && t->kind == TOK_NUM &&
		                              t->len == 2 && dtight(c, i + 1)))
			goto found;
		return i;
	}
	p += dmark(c, p, ',');
	p += dis(c, p, W_CUA);
	if (!dis(c, p, W_NAM))
		return i;
	if (c->anchor->everyday && dis(c, p + 1, W_NAY) && c->anchor->precision >= ANCHOR_YEAR) {
		w->y = c->anchor->ref.y;
		w->has |= HAS_YEAR;
		return p + 2;
	}
	if (!year_number(c, p + 1) || (p > i && dmark(c, p + 2, '-') && year_number(c, p + 3)))
		return i;
	i = p;
found:
	w->y = year_value(dtok(c, i + 1));
	w->has |= HAS_YEAR;
	return i + 2;
}

/* "trước ngày 20.9 để tổng hợp", but "ngày 2.5 tấn": does what follows count nothing? */
static bool goes_on_at(const dscan *c, uint32_t p)
{
	return dis(c, p, W_DE) || dis(c, p, W_VE) || dis(c, p, W_VA) || dis(c, p, W_TAI) ||
	       dis(c, p, W_CHO) || dis(c, p, W_DEN) || dis(c, p, W_QUA);
}

/* d/m[/y], d-m-y, d.m.y after the day's figure at i. */
static uint32_t day_figures(const dscan *c, uint32_t i, when *w, bool named, bool loose)
{
	const token *t = dtok(c, i);
	uint16_t sep = dtok(c, i + 1)->word;
	uint32_t p = i + 3;
	when out = *w;

	if (dtok(c, i + 1)->kind != TOK_PUNCT || (sep != '/' && sep != '-' && sep != '.'))
		return i;
	if (dtok(c, i + 2)->kind != TOK_NUM || dtok(c, i + 2)->len > 2 || dtok(c, i + 2)->num == 0)
		return i;
	if (!named &&
	    (dtok(c, i + 2)->num > 12 || t->num > 31 || !dtight(c, i + 1) || !dtight(c, i + 2)))
		return i;
	out.d = (int8_t)t->num;
	out.mo = (int8_t)dtok(c, i + 2)->num;
	out.has |= HAS_DAY | HAS_MONTH;
	if (dmark(c, p, sep))
		p = year_behind(c, p, (named || loose) && sep == '/', &out);
	else if (sep == '/')
		p = year_behind(c, p, false, &out);
	/* "không quá 1/2 ngày", "1/3 tháng lương": a part of one */
	if (sep == '/' && !named && !(out.has & HAS_YEAR) &&
	    (dis(c, p, W_NGAY) || dis(c, p, W_BUOI_2)))
		return i;
	if (!(out.has & HAS_YEAR)) {
		/* "xong trong ngày 08.9.", but "ngày 2.5 tấn" */
		if ((sep == '.' && (!named || !dtight(c, i + 2) ||
		                    (dtok(c, p)->kind == TOK_WORD && !goes_on_at(c, p)))) ||
		    out.mo > 12 || out.d > 31 || !(named || loose))
			return i;
		/* "25-27/12": the day of a range; "30-4" only where "ngày" stands before it. */
		if (sep == '-' && (!named || dmark(c, p, '/') || dis(c, p, W_THANG)))
			return i;
	}
	if (head_of_symbol(c, p) && !(named && (out.has & HAS_YEAR)))
		return i;
	*w = out;
	return p;
}

/* "20 và 21/5/2026", "25-27/12/2017": a bare figure before a whole date. */
static bool heads_list(const dscan *c, uint32_t i)
{
	return (dmark(c, i, '-') || dmark(c, i, ',') || dis(c, i, W_VA)) &&
	       short_figure(c, i + 1, 31) && dmark(c, i + 2, '/') && short_figure(c, i + 3, 12) &&
	       dmark(c, i + 4, '/') && year_number(c, i + 5);
}

/* "trước 25 hằng tháng" */
bool comes_monthly(const dscan *c, uint32_t i)
{
	return (dis(c, i, W_HANG) || dis(c, i, W_HANG_5)) && dis(c, i + 1, W_THANG);
}

/* "06/02 - 13/02/2026", "30/6 và 31/12/2026": the year of the second figure is the first's. */
static bool opens_range(const dscan *c, uint32_t i)
{
	return dmark(c, i + 1, '/') && dtight(c, i + 2) && short_figure(c, i + 2, 12) &&
	       (dmark(c, i + 3, '-') || dmark(c, i + 3, ',') || dis(c, i + 3, W_VA)) &&
	       short_figure(c, i + 4, 31) && dmark(c, i + 5, '/') && short_figure(c, i + 6, 12) &&
	       dmark(c, i + 7, '/') && year_number(c, i + 8);
}

/* "tháng 6 năm 2026", ", tháng 6", "của tháng 6", "tháng Chạp", "tháng này" behind a day's figure. */
static uint32_t named_month(const dscan *c, uint32_t i, when *w)
{
	uint32_t q = near_month_behind(c, i, w), r;
	int32_t m = 0;

	if (q != i)
		return q;
	q += (dmark(c, q, ',') || (dis(c, q, W_CUA) && dtok(c, q + 2)->kind == TOK_NUM)) &&
	     dis(c, q + 1, W_THANG);
	if (!dis(c, q, W_THANG))
		return i;
	r = number_read(c, q + 1, &m);
	if (dis(c, q + 1, W_CHAP_4) || dis(c, q + 1, W_GIENG)) {
		m = dis(c, q + 1, W_GIENG) ? 1 : 12;
		r = q + 2;
		w->lunar = true;
	}
	if (r == q + 1 || m < 1 || m > 12)
		return i;
	w->mo = (int8_t)m;
	w->has |= HAS_MONTH | HAS_NAME;
	return year_behind(c, r, false, w);
}

uint32_t day_read(const dscan *c, uint32_t i, when *w, bool loose)
{
	bool named = dis(c, i, W_NGAY);
	uint32_t p = i + named + (named && dmark(c, i + 1, '|')), q; /* a stroke of a scan */
	when out = *w;

	if (named && !c->anchor->everyday && dis(c, p, W_LAM) && dis(c, p + 1, W_VIEC) &&
	    dis(c, p + 2, W_CUOI))
		return edge_day_read(c, p + 2, w) == p + 2 ? i : edge_day_read(c, p + 2, w);
	if (named && (q = edge_day_read(c, p, w)) != p)
		return q;
	/* "trong ngày làm việc 20/5/2026" */
	if (named && dis(c, p, W_LAM) && dis(c, p + 1, W_VIEC) && dtok(c, p + 2)->kind == TOK_NUM &&
	    dmark(c, p + 3, '/'))
		p += 2;
	if ((q = near_day_read(c, i, w)) != i)
		return q;
	if (dis(c, p, W_MONG_5) || dis(c, p, W_MUNG_5))
		p++, named = true;
	if (dtok(c, p)->kind != TOK_NUM || dtok(c, p)->len > 2 ||
	    (!named && !loose && tail_of_symbol(c, p)))
		return i;
	loose |= !named && opens_range(c, p);
	q = day_figures(c, p, &out, named, loose);
	if (q != p) {
		out.has |= named ? HAS_NAME : 0;
		q = lunar_behind(c, q, &out);
		*w = out;
		return q;
	}
	if (!short_figure(c, p, 31))
		return i;
	out.d = (int8_t)dtok(c, p)->num;
	out.has |= HAS_DAY | (named ? HAS_NAME : 0);
	q = p + 1;
	q = named_month(c, q, &out);
	if (out.has & HAS_MONTH) {
		if (!named && !loose && !out.lunar && !(out.has & HAS_YEAR))
			return i;
		*w = out;
		return lunar_behind(c, q, w);
	}
	/* The figure alone waits for a month that follows in a list or range. */
	if (!named && !heads_list(c, p + 1) && !(loose && comes_monthly(c, p + 1)))
		return i;
	if (head_of_symbol(c, p + 1) && !dmark(c, p + 1, ','))
		return i;
	*w = out;
	return p + 1;
}

uint32_t month_read(const dscan *c, uint32_t i, when *w)
{
	when out = *w;
	uint32_t p;
	int32_t m;

	if (!dis(c, i, W_THANG))
		return i;
	if (dis(c, i + 1, W_NAY_5) || dtok(c, i + 1)->kind != TOK_NUM)
		if (near_month_read(c, i, w) != i)
			return near_month_read(c, i, w);
	p = number_read(c, i + 1, &m);
	if (p == i + 1 || m < 1 || m > 12)
		return i;
	if (dtok(c, i + 1)->kind == TOK_NUM ? dtok(c, i + 1)->len > 2 : dis(c, p, W_LAN_5))
		return i;
	out.mo = (int8_t)m;
	out.has |= HAS_MONTH | HAS_NAME;
	p = year_behind(c, p, false, &out);
	/* "tháng 6,7/2026" */
	if ((head_of_symbol(c, p) && !(dmark(c, p, ',') && short_figure(c, p + 1, 12) &&
	                               dmark(c, p + 2, '/') && year_number(c, p + 3))) ||
	    (dmark(c, p, '%')))
		return i;
	*w = out;
	return p;
}

/* I..IV, 1..4, một..bốn */
static uint32_t quarter_number(const dscan *c, uint32_t i, when *w)
{
	const token *t = dtok(c, i);
	uint32_t p = i + 1;
	int32_t q = 0;

	if (t->kind == TOK_WORD && (t->flags & TF_ROMAN))
		q = (int32_t)t->num;
	else
		p = number_read(c, i, &q);
	if (p == i || q < 1 || q > 4)
		return i;
	w->q = (int8_t)q;
	w->has |= HAS_QUARTER | HAS_NAME;
	return year_behind(c, p, false, w);
}

uint32_t quarter_read(const dscan *c, uint32_t i, when *w)
{
	uint32_t p;

	if (!dis(c, i, W_QUY))
		return i;
	p = quarter_number(c, i + 1, w);
	return p == i + 1 ? i : p;
}

uint32_t year_read(const dscan *c, uint32_t i, when *w)
{
	/* "năm 2021-2025": the range is read from its first figures. */
	if (!dis(c, i, W_NAM) || !year_number(c, i + 1) ||
	    (dmark(c, i + 2, '-') && year_number(c, i + 3)) || head_of_symbol(c, i + 2))
		return i;
	w->y = (int32_t)dtok(c, i + 1)->num;
	w->has |= HAS_YEAR | HAS_NAME;
	return i + 2;
}

uint32_t months_read(const dscan *c, uint32_t i, when *w)
{
	int32_t n = 0;
	uint32_t p = number_read(c, i, &n);
	bool half = dis(c, i, W_NUA_2), last;
	when out = *w;

	if (half)
		n = 6, p = i + 1;
	else if (p == i || n < 1 || n > 11 || !dis(c, p, W_THANG))
		return i;
	else
		p++;
	last = dis(c, p, W_CUOI);
	if (last || dis(c, p, W_DAU_5))
		p += 1 + dis(c, p + 1, W_CUA);
	else if (half || !dis(c, p, W_NAM) || !year_number(c, p + 1))
		return i;
	if (!dis(c, p, W_NAM))
		return i;
	out.months = (int8_t)(last ? -n : n);
	out.has |= HAS_MONTHS | HAS_NAME;
	if (year_number(c, p + 1) && !(dmark(c, p + 2, '-') && year_number(c, p + 3))) {
		out.y = (int32_t)dtok(c, p + 1)->num;
		out.has |= HAS_YEAR;
		p++;
	}
	*w = out;
	return p + 1;
}

/* "các quý tiếp theo năm 2026", "những tháng đầu năm 2026": no more is said
 * than the year. Without the year it is vague and no expression. */
uint32_t rest_read(const dscan *c, uint32_t i, when *w)
{
	uint32_t p = i + 2;

	if ((!dis(c, i, W_CAC) && !dis(c, i, W_NHUNG_3)) ||
	    (!dis(c, i + 1, W_QUY) && !dis(c, i + 1, W_THANG)))
		return i;
	if (dis(c, p, W_TIEP) || (dis(c, p, W_CON_5) && dis(c, p + 1, W_LAI_4)))
		p += 2;
	else if (dis(c, p, W_DAU_5) || dis(c, p, W_CUOI))
		p++;
	else
		return i;
	p += dis(c, p, W_CUA) || dis(c, p, W_TRONG);
	if (!dis(c, p, W_NAM) || !year_number(c, p + 1))
		return i;
	w->y = (int32_t)dtok(c, p + 1)->num;
	w->has |= HAS_YEAR | HAS_NAME;
	return p + 2;
}

unsigned dates_begin(const dscan *c, uint32_t i)
{
	enum {
		SPELT = BEGINS_EVERY | BEGINS_MONTHS | BEGINS_COUNT,
		FIGURE = SPELT | BEGINS_YEARS | BEGINS_MOMENT,
	};
	static const uint16_t may[W_COUNT] = {
		[MARK_FIGURE] = FIGURE,
		[MARK_HALF] = BEGINS_COUNT,
		[W_MOT_4] = SPELT,
		[W_HAI] = SPELT,
		[W_BA] = SPELT,
		[W_BON] = SPELT,
		[W_SAU_1] = SPELT,
		[W_BAY_2] = SPELT,
		[W_TAM_1] = SPELT,
		[W_CHIN] = SPELT,
		[W_MUOI_5] = SPELT,
		[W_NUA_2] = BEGINS_MONTHS | BEGINS_COUNT,
		[W_DINH_4] = BEGINS_EVERY,
		[W_HANG] = BEGINS_EVERY,
		[W_HANG_5] = BEGINS_EVERY,
		[W_MOI_3] = BEGINS_EVERY,
		[W_TUAN] = BEGINS_WEEK,
		[W_NGAY] = BEGINS_MOMENT | BEGINS_EVERY,
		[W_MONG_5] = BEGINS_MOMENT,
		[W_MUNG_5] = BEGINS_MOMENT,
		[W_HOM] = BEGINS_MOMENT,
		[W_THU_1] = BEGINS_MOMENT,
		[W_CHU_2] = BEGINS_MOMENT,
		[W_BUOI_2] = BEGINS_MOMENT,
		[W_SANG_1] = BEGINS_MOMENT,
		[W_TRUA] = BEGINS_MOMENT,
		[W_CHIEU_5] = BEGINS_MOMENT,
		[W_TOOI_1] = BEGINS_MOMENT,
		[W_DEM] = BEGINS_MOMENT,
		[W_THANG] = BEGINS_MONTH,
		[W_T] = BEGINS_MONTHS,
		[W_QUY] = BEGINS_QUARTER,
		[W_NAM] = BEGINS_YEAR,
		[W_CAC] = BEGINS_REST,
		[W_NHUNG_3] = BEGINS_REST,
	};
	uint16_t w = dtok(c, i)->word;

	return c->anchor->everyday ? UINT_MAX : w < W_COUNT ? may[w] : 0;
}

/* Of a year: "05 tháng đầu năm", a month as a cell has it. */
static uint32_t part_of_year_read(const dscan *c, uint32_t i, when *w)
{
	uint32_t p = cell_month_read(c, i, w);

	return p != i ? p : months_read(c, i, w);
}

uint32_t point_read(const dscan *c, uint32_t i, when *w)
{
	static uint32_t (*const readers[])(const dscan *, uint32_t, when *) = {
		part_of_year_read, week_read, moment_read, month_read,
		quarter_read,      year_read, rest_read,
	};
	unsigned may = dates_begin(c, i) / BEGINS_MONTHS;
	uint32_t p = i;

	for (size_t k = 0; k < ARRAY_LEN(readers) && p == i; k++)
		if (may >> k & 1)
			p = readers[k](c, i, w);
	return p;
}

uint32_t item_read(const dscan *c, uint32_t i, const when *like, when *w)
{
	when out = {0};
	uint32_t p;

	if (like->has & (HAS_CLOCK | HAS_WEEKDAY | HAS_DAY)) {
		p = moment_read(c, i, &out);
		/* "ngày 25-27/12/2017, bắt đầu lúc 7 giờ": the hour is not the second day's. */
		if (p != i && (out.has & HAS_CLOCK) && !(like->has & HAS_CLOCK)) {
			when day = {0};
			uint32_t q = day_read(c, i, &day, true);

			if (q != i) {
				out = day;
				p = q;
			}
		}
		if (p == i && short_figure(c, i, 31) && (like->each || !(like->has & HAS_CLOCK))) {
			p = day_read(c, i, &out, true);
			if (p == i && !head_of_symbol(c, i + 1)) {
				out.d = (int8_t)dtok(c, i)->num;
				out.has = HAS_DAY;
				p = i + 1;
			}
		}
	} else if (like->has & HAS_MONTH) {
		p = month_read(c, i, &out);
		if (p == i && short_figure(c, i, 12)) {
			out.mo = (int8_t)dtok(c, i)->num;
			out.has = HAS_MONTH;
			p = year_behind(c, i + 1, false, &out);
			if (head_of_symbol(c, p))
				p = i;
		}
	} else if (like->has & HAS_QUARTER) {
		p = quarter_read(c, i, &out);
		if (p == i)
			p = quarter_number(c, i, &out);
	} else {
		p = year_read(c, i, &out);
		if (p == i && year_number(c, i) && !head_of_symbol(c, i + 1)) {
			out.y = (int32_t)dtok(c, i)->num;
			out.has = HAS_YEAR;
			p = i + 1;
		}
	}
	if (p != i)
		*w = out;
	return p;
}
