/*
 * dates_near.c - the few words with which an office counts from its own day ("trong tuần
 * này", "ngay trong ngày hôm nay"), and days of the lunar calendar.
 *
 * Near words are dates only where the letter has a full date and something binds them;
 * else they are a manner of speaking. Lunar days keep their words: no table of moons is
 * carried, and a lunar day taken for a solar one would be an invented limit.
 */
#include "reading/facts/dates/dates_priv.h"

static void set_day(when *w, int32_t days)
{
	civil d = civil_of_days(days);

	w->y = d.y;
	w->mo = d.mo;
	w->d = d.d;
}

static int32_t issue_day(const dscan *c)
{
	return civil_days(c->anchor->ref.y, c->anchor->ref.mo, c->anchor->ref.d);
}

static bool anchored(const dscan *c)
{
	return !c->anchor->everyday && c->anchor->precision >= ANCHOR_DAY;
}

/* "trước 19 giờ cùng ngày": the day that was written last, where it is near. */
static uint32_t same_day(const dscan *c, uint32_t i, when *w)
{
	enum { NEAR = 120 };
	const datex *d = c->out->n != 0 ? &c->out->p[c->out->n - 1] : NULL;
	civil day;

	if (d == NULL || (d->kind != DATE_DAY && d->kind != DATE_INSTANT) || i > d->tok + NEAR ||
	    civil_parse(d->value, &day, NULL) != RC_OK)
		return i;
	set_day(w, civil_days(day.y, day.mo, day.d));
	w->has |= HAS_DAY | HAS_MONTH | HAS_YEAR | HAS_NAME;
	w->near = true;
	return i + 2;
}

uint32_t near_day_read(const dscan *c, uint32_t i, when *w)
{
	uint32_t p = i + dis(c, i, W_NGAY);

	/* "báo cáo ngay trong ngày." */
	if (anchored(c) && p > i && dis(c, i - 1, W_TRONG) && dis(c, i - 2, W_NGAY_0) &&
	    dtok(c, p)->kind != TOK_WORD && dtok(c, p)->kind != TOK_NUM) {
		set_day(w, issue_day(c));
		w->has |= HAS_DAY | HAS_MONTH | HAS_YEAR | HAS_NAME;
		w->near = true;
		return p;
	}
	/* "xong trong ngày ký Công điện" */
	if (anchored(c) && p > i && dis(c, i - 1, W_TRONG) &&
	    (dis(c, p, W_KY_1) || (dis(c, p, W_BAN) && dis(c, p + 1, W_HANH)))) {
		set_day(w, issue_day(c));
		w->has |= HAS_DAY | HAS_MONTH | HAS_YEAR | HAS_NAME;
		w->near = true;
		return p + 1 + dis(c, p, W_BAN);
	}
	if (anchored(c) && dis(c, i, W_CUNG_5) && dis(c, i + 1, W_NGAY))
		return same_day(c, i, w);
	if (!anchored(c) ||
	    !((dis(c, p, W_HOM) && dis(c, p + 1, W_NAY)) || (p > i && dis(c, p, W_MAI))))
		return i;
	set_day(w, issue_day(c) + dis(c, p, W_MAI));
	w->has |= HAS_DAY | HAS_MONTH | HAS_YEAR | HAS_NAME;
	w->near = true;
	return p + 1 + dis(c, p, W_HOM);
}

/* "16 giờ chiều nay", "sáng mai": w has the part of the day; "thứ Sáu tuần này": w has the weekday. */
uint32_t near_part_read(const dscan *c, uint32_t i, when *w)
{
	int32_t day;

	if (!anchored(c))
		return i;
	day = issue_day(c);
	if ((w->has & HAS_DAYPART) && (dis(c, i, W_NAY) || dis(c, i, W_MAI))) {
		day += dis(c, i, W_MAI);
		i += 1;
	} else if ((w->has & HAS_WEEKDAY) && dis(c, i, W_TUAN) && c->rec != REC_WEEK &&
	           (dis(c, i + 1, W_NAY_5) || dis(c, i + 1, W_SAU) || dis(c, i + 1, W_TOWI_1))) {
		day += w->wd - civil_weekday(day) + (dis(c, i + 1, W_NAY_5) ? 0 : 7);
		i += 2;
	} else {
		return i;
	}
	set_day(w, day);
	w->has |= HAS_DAY | HAS_MONTH | HAS_YEAR | HAS_NAME;
	w->near = true;
	return i;
}

/* "trước ngày 25 tháng này", "ngày 25/5 này": the month behind a day. */
uint32_t near_month_behind(const dscan *c, uint32_t i, when *w)
{
	if (!anchored(c) || !dis(c, i, W_THANG) || !dis(c, i + 1, W_NAY_5))
		return i;
	w->y = c->anchor->ref.y;
	w->mo = c->anchor->ref.mo;
	w->has |= HAS_MONTH | HAS_YEAR | HAS_NAME;
	return i + 2;
}

/* "trong tuần." at the end of a clause; not "các ngày trong tuần", "02 buổi trong tuần". */
static bool bare_week(const dscan *c, uint32_t i)
{
	const token *next = dtok(c, i + 1);

	if (!dis(c, i - 1, W_TRONG) || next->kind == TOK_WORD || next->kind == TOK_NUM ||
	    (next->kind == TOK_PUNCT && next->word != '.' && next->word != ';' &&
	     next->word != ',' && next->word != ')'))
		return false;
	switch (dword(c, i - 2)) {
	case W_NGAY:
	case W_BUOI_2:
	case W_LAN_5:
	case W_TAC_1:
	case W_VIEC:
		return false;
	default:
		return true;
	}
}

uint32_t near_month_read(const dscan *c, uint32_t i, when *w)
{
	bool bare = !dis(c, i + 1, W_NAY_5);

	if (!anchored(c) || i <= c->from || (!dis(c, i - 1, W_TRONG) && !dis(c, i - 1, W_HET)))
		return i;
	if (bare && !bare_week(c, i)) /* "báo cáo trong tháng." */
		return i;
	w->y = c->anchor->ref.y;
	w->mo = c->anchor->ref.mo;
	w->has |= HAS_MONTH | HAS_YEAR | HAS_NAME;
	w->near = true;
	return i + 2 - bare;
}

uint32_t near_week_read(const dscan *c, uint32_t i, when *w)
{
	int32_t day, weeks = 0;
	uint32_t p = i + 2;

	if (!anchored(c) || i <= c->from)
		return i;
	switch (dword(c, i - 1)) {
	case W_TRONG:
	case W_TRUOC:
	case W_HET:
	case W_NHAT_1:
		break;
	case W_DAU_5: /* chậm nhất đầu tuần sau */
	case W_GIUA_4:
	case W_CUOI:
		if (!dis(c, i - 2, W_VAO) && !dis(c, i - 2, W_TRONG) && !dis(c, i - 2, W_TRUOC) &&
		    !dis(c, i - 2, W_NHAT_1))
			return i;
		break;
	default:
		return i;
	}
	switch (dword(c, i + 1)) {
	case W_NAY_5:
		break;
	case W_SAU:
	case W_TOWI_1:
		weeks = 1;
		break;
	case W_TIEP:
		weeks = 1;
		p += dis(c, p, W_THEO);
		break;
	default:
		if (!bare_week(c, i))
			return i;
		p = i + 1;
	}
	day = issue_day(c);
	*w = (when){.has = HAS_WEEK | HAS_YEAR | HAS_NAME, .near = true};
	set_day(w, day - civil_weekday(day) + 7 * weeks);
	return p;
}

/* tuần đầu tiên của tháng 9 năm 2017, tuần thứ hai của tháng 3, tuần 2 tháng 3 */
uint32_t week_read(const dscan *c, uint32_t i, when *w)
{
	int32_t n = 1, first;
	uint32_t p = i + 1, q;
	when out;
	civil monday;
	find month = {0};

	/* "hai tuần đầu tháng 6" are more than one */
	if (!dis(c, i, W_TUAN) || (i > c->from && number_read(c, i - 1, &first) == i))
		return i;
	if ((q = near_week_read(c, i, w)) != i)
		return q;
	if (dis(c, p, W_DAU_5)) {
		p += 1 + dis(c, p + 1, W_TIEN);
	} else {
		p += dis(c, p, W_THU_1);
		q = number_read(c, p, &n);
		if (q == p || n < 1 || n > 4)
			return i;
		p = q;
	}
	p += dis(c, p, W_CUA);
	q = month_read(c, p, &month.a);
	if (q == p)
		return i;
	dates_complete(c, &month);
	if (!(month.a.has & HAS_YEAR) || !when_exists(&month.a))
		return i;
	first = civil_days(month.a.y, month.a.mo, 1);
	monday = civil_of_days(first + (7 - civil_weekday(first)) % 7 + 7 * (n - 1));
	out = (when){.has = HAS_WEEK | HAS_YEAR | HAS_NAME,
	             .y = monday.y,
	             .mo = monday.mo,
	             .d = monday.d};
	*w = out;
	return q;
}

uint32_t lunar_behind(const dscan *c, uint32_t i, when *w)
{
	bool open = dmark(c, i, '(');
	uint32_t p = i + open;

	if (!dis(c, p, W_AAM) || !dis(c, p + 1, W_LICH_4))
		return i;
	w->lunar = true;
	p += 2;
	return p + (open && dmark(c, p, ')'));
}

uint32_t edge_day_read(const dscan *c, uint32_t i, when *w)
{
	bool last = dis(c, i, W_CUOI);
	uint32_t p = i + 1, q;
	when out = *w;

	if (!last && !dis(c, i, W_DAU_5))
		return i;
	p += dis(c, p, W_CUNG_5) || dis(c, p, W_TIEN);
	p += dis(c, p, W_CUA);
	if (!dis(c, p, W_THANG))
		return i;
	q = month_read(c, p, &out);
	out.d = last && (out.has & HAS_MONTH) ? (int8_t)civil_month_days(out.y, out.mo) : 1;
	out.has |= HAS_DAY | HAS_NAME | (last ? HAS_LAST_DAY : 0);
	if (q == p && !last)
		return i;
	if (q == p)
		q++;
	*w = out;
	return q;
}
