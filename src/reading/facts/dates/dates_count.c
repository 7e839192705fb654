/*
 * dates_count.c - counted time: durations ("1/2 ngày"), periods that run from
 * an event ("05 ngày làm việc kể từ ngày ký"), and what comes again ("hằng
 * tháng", "định kỳ 6 tháng", "ngày 20 cùng tháng").
 */
#include "reading/facts/dates/dates_priv.h"

enum { COUNT_MAX = 9999, JOIN_MAX = 8 };

/* The unit at i. */
static uint32_t unit_read(const dscan *c, uint32_t i, time_unit *ret)
{
	switch (dword(c, i)) {
	case W_GIAY: /* seconds are everyday.c's */
		return i;
	case W_PHUT:
		*ret = UNIT_MINUTE;
		break;
	case W_GIO:
	case W_TIENG:
	case W_H:
		*ret = UNIT_HOUR;
		if (dis(c, i + 1, W_LAM) && dis(c, i + 2, W_VIEC))
			return i + 3;
		break;
	case W_NGAY:
		*ret = UNIT_DAY;
		if (dis(c, i + 1, W_LAM) && dis(c, i + 2, W_VIEC)) {
			*ret = UNIT_WORKING_DAY;
			return i + 3;
		}
		break;
	case W_BUOI_2:
		*ret = UNIT_DAY;
		break;
	case W_TUAN:
		*ret = UNIT_WEEK;
		break;
	case W_THANG:
		*ret = UNIT_MONTH;
		break;
	case W_QUY:
		*ret = UNIT_QUARTER;
		break;
	case W_NAM:
		*ret = UNIT_YEAR;
		break;
	default:
		return i;
	}
	return i + 1;
}

/* The count at i in halves: 5, 1/2, ½, "một", "nửa", "1,5". */
static uint32_t halves_read(const dscan *c, uint32_t i, int32_t *ret)
{
	int32_t n;
	uint32_t p;

	if (dmark(c, i, MARK_HALF) || (dis(c, i, W_NUA_2))) {
		*ret = 1;
		return i + 1;
	}
	p = number_read(c, i, &n);
	if (p == i || n == 0 || n > COUNT_MAX)
		return i;
	*ret = 2 * n;
	if (dtok(c, i)->kind != TOK_NUM)
		return p;
	if (dmark(c, p, '/') && dtok(c, p + 1)->kind == TOK_NUM && dtok(c, p + 1)->num == 2 &&
	    n == 1) {
		*ret = 1;
		return p + 2;
	}
	if ((dmark(c, p, ',') || dmark(c, p, '.')) && dtight(c, p + 1) &&
	    dtok(c, p + 1)->kind == TOK_NUM && dtok(c, p + 1)->num == 5 &&
	    dtok(c, p + 1)->len == 1) {
		*ret += 1;
		return p + 2;
	}
	if (dmark(c, p, MARK_HALF) && dtight(c, p)) {
		*ret += 1;
		return p + 1;
	}
	/* "02 (hai) ngày" */
	if (dmark(c, p, '(') && dtok(c, p + 1)->kind == TOK_WORD && dmark(c, p + 2, ')'))
		return p + 3;
	return p;
}

/* "kể từ ngày | Thông báo này được ban hành": the document itself. Moves *p behind it. */
static bool issue_named(const dscan *c, uint32_t *p)
{
	enum { DOCUMENT_WORDS_MAX = 4 };
	uint32_t q = *p;

	while (q < *p + DOCUMENT_WORDS_MAX && dtok(c, q)->kind == TOK_WORD && !dis(c, q, W_NAY_5))
		q++;
	if (q == *p || !dis(c, q, W_NAY_5) || !(dtok(c, *p)->flags & TF_CAP))
		return false;
	q += 1 + dis(c, q + 1, W_DUOC);
	if (dis(c, q, W_BAN) && dis(c, q + 1, W_HANH))
		q++;
	else if (!dis(c, q, W_KY_1))
		return false;
	*p = q + 1;
	return true;
}

/* What a period runs from, at the words behind "kể từ" and its like. */
static time_anchor anchor_of(const dscan *c, uint32_t p, uint32_t *ret_end)
{
	static const struct {
		uint16_t word;
		uint8_t from, more;
	} heads[] = {
		{W_KY_1, ANCHOR_ISSUE, 0},    {W_BAN, ANCHOR_ISSUE, 1},
		{W_NHAN, ANCHOR_RECEIPT, 0},  {W_HOP_4, ANCHOR_MEETING, 0},
		{W_HIEU_4, ANCHOR_EFFECT, 1}, {W_HOI_4, ANCHOR_MEETING, 1},
		{W_KET, ANCHOR_EVENT, 1},
	};

	for (uint32_t q = p; q < p + 4; q++) {
		uint16_t w = dword(c, q);

		if (w == W_CO_1 || w == W_NGAY || w == W_KHI || w == W_THOI)
			continue;
		for (size_t k = 0; k < ARRAY_LEN(heads); k++)
			if (w == heads[k].word) {
				*ret_end = q + 1;
				if (heads[k].more && dtok(c, q + 1)->kind == TOK_WORD)
					++*ret_end;
				if (w == W_NHAN && dis(c, q + 1, W_DUOC))
					++*ret_end;
				return (time_anchor)heads[k].from;
			}
		break;
	}
	*ret_end = p + (dis(c, p, W_NGAY) || dis(c, p, W_KHI));
	return issue_named(c, ret_end) ? ANCHOR_ISSUE : ANCHOR_EVENT;
}

/* "kể từ ngày ký", "sau khi nhận được", "tính từ", "trước ngày họp". */
static uint32_t relation_read(const dscan *c, uint32_t i, find *f)
{
	uint32_t p = i + dmark(c, i, ','), end;

	if ((dis(c, p, W_KE_2) || dis(c, p, W_TINH)) && dis(c, p + 1, W_TU))
		p += 2;
	else if (dis(c, p, W_TU) && (dis(c, p + 1, W_NGAY) || dis(c, p + 1, W_KHI)))
		p++;
	else if (dis(c, p, W_SO_SANH) && dis(c, p + 1, W_VOI_1) && dis(c, p + 2, W_NGAY))
		p += 2; /* "trước 05 ngày so với ngày họp" */
	else if ((dis(c, p, W_SAU) || dis(c, p, W_TRUOC)) &&
	         (dis(c, p + 1, W_KHI) || dis(c, p + 1, W_NGAY)))
		p++;
	else
		return i;
	if (dis(c, p, W_NGAY) && dtok(c, p + 1)->kind == TOK_NUM)
		return i;
	f->relative_to = anchor_of(c, p, &end);
	return end;
}

/* Words before the count that make it a period even in months and years. */
static bool period_before(const dscan *c, uint32_t i)
{
	switch (i > c->from ? dword(c, i - 1) : 0) {
	case W_TRONG:
	case W_VONG:
	case W_HAN_4:
	case W_GIAN:
	case W_QUA_1:
	case W_DA:
	case W_NHAT_1:
		return true;
	default:
		return i > c->from && dmark(c, i - 1, ':') && i >= c->from + 2 &&
		       (dis(c, i - 2, W_GIAN) || dis(c, i - 2, W_HAN_4));
	}
}

uint32_t count_read(const dscan *c, uint32_t i, find *f)
{
	int32_t n = 0;
	time_unit unit = UNIT_NONE;
	uint32_t p = halves_read(c, i, &n), q, r;
	find out = *f;

	if (p == i || (q = unit_read(c, p, &unit)) == p)
		return i;
	/* "5 năm 2026", "tháng 12 ngày": no; "24/24 giờ", "1.200 ngày": a tail. */
	if (i > c->from && dtight(c, i) && dtok(c, i - 1)->kind == TOK_PUNCT &&
	    !dmark(c, i - 1, '(') && !dmark(c, i - 1, ':') && !dmark(c, i - 1, '"'))
		return i;
	/* "trong hai tuần đầu tháng 6": not how many, but which */
	if ((dis(c, q, W_DAU_5) || dis(c, q, W_CUOI)) &&
	    (dis(c, q + 1, W_THANG) || dis(c, q + 2, W_THANG)))
		return i;
	if (i > c->from && (dis(c, i - 1, W_THANG) || dis(c, i - 1, W_NGAY) ||
	                    dis(c, i - 1, W_QUY) || dis(c, i - 1, W_SO) || dis(c, i - 1, W_THU_1)))
		return i;
	if ((unit == UNIT_YEAR || unit == UNIT_DAY || unit == UNIT_MONTH || unit == UNIT_QUARTER) &&
	    (dtok(c, q)->kind == TOK_NUM || (unit == UNIT_QUARTER && dtok(c, q)->flags & TF_ROMAN)))
		return i;
	if (dis(c, p, W_BUOI_2))
		n = n / 2 > 0 ? n / 2 : 1;
	out.halves = n;
	out.unit = unit;
	r = relation_read(c, q, &out);
	if (r == q &&
	    (unit == UNIT_MONTH || unit == UNIT_YEAR || unit == UNIT_QUARTER ||
	     unit == UNIT_HOUR) &&
	    !period_before(c, i))
		return i;
	if (r == q && dtok(c, i)->kind == TOK_WORD && unit != UNIT_WORKING_DAY &&
	    !period_before(c, i) && !dmark(c, q, ',') && !dis(c, p, W_BUOI_2))
		return i;
	*f = out;
	return r;
}

static uint8_t recurrence_of(const dscan *c, uint32_t i)
{
	switch (dword(c, i)) {
	case W_NGAY:
		return REC_DAY;
	case W_TUAN:
		return REC_WEEK;
	case W_THANG:
		return REC_MONTH;
	case W_QUY:
		return REC_QUARTER;
	case W_NAM:
		return REC_YEAR;
	default:
		return REC_NONE;
	}
}

static bool is_every(const dscan *c, uint32_t i)
{
	uint16_t w = dword(c, i);

	return w == W_HANG || w == W_HANG_5 || w == W_MOI_3 || w == W_TUNG_5;
}

/* "[định kỳ] 2 lần/tháng", "02 lần mỗi quý": in each such time */
static uint32_t times_each(const dscan *c, uint32_t i, find *f)
{
	int32_t n = 0;
	uint32_t day = i + dis(c, i, W_NGAY), p = number_read(c, day, &n);

	if (p == day || !dis(c, p, W_LAN_5))
		return i;
	/* "báo cáo ngày 02 lần" */
	if (day > i) {
		f->rec = REC_DAY;
		return p + 1;
	}
	if ((!dmark(c, p + 1, '/') && !dis(c, p + 1, W_MOI_3) && !dis(c, p + 1, W_MOT_4)) ||
	    recurrence_of(c, p + 2) == REC_NONE)
		return i;
	f->rec = recurrence_of(c, p + 2);
	return p + 3;
}

/* "định kỳ 6 tháng một lần", "định kỳ hai năm" */
static uint32_t every_count(const dscan *c, uint32_t i, find *f)
{
	int32_t n = 0;
	time_unit unit = UNIT_NONE;
	uint32_t p = number_read(c, i, &n), q;

	if (p == i || n < 1 || (q = unit_read(c, p, &unit)) == p || unit < UNIT_DAY)
		return i;
	f->rec = n == 1 ? recurrence_of(c, p) : REC_OTHER;
	if (n == 3 && unit == UNIT_MONTH)
		f->rec = REC_QUARTER;
	f->rec_count = n;
	f->unit = unit;
	return q;
}

bool fits_recurrence(const when *w, uint8_t rec)
{
	if (w->has & (HAS_YEAR | HAS_MONTHS | HAS_QUARTER))
		return false;
	switch (rec) {
	case REC_DAY:
		return w->has & HAS_CLOCK && !(w->has & (HAS_WEEKDAY | HAS_DAY));
	case REC_WEEK:
		return (w->has & (HAS_WEEKDAY | HAS_CLOCK)) && !(w->has & HAS_DAY);
	case REC_MONTH:
		return (w->has & HAS_DAY) && !(w->has & HAS_MONTH);
	case REC_QUARTER:
	case REC_OTHER:
		return w->has & HAS_DAY;
	default:
		return (w->has & HAS_DAY) && (w->has & HAS_MONTH);
	}
}

/* ", trước 16 giờ 00 ngày thứ Sáu" behind "hằng tuần" */
static uint32_t moment_behind(const dscan *c, uint32_t i, find *f)
{
	uint32_t p = i, q;
	bool open = false;

	for (int n = 0; n < JOIN_MAX; n++, p++) {
		const token *t = dtok(c, p);

		if (t->kind == TOK_PUNCT && t->word == '(' && !open)
			open = true;
		else if (t->kind == TOK_PUNCT && t->word == ',' && n == 0)
			continue;
		else if (t->kind != TOK_WORD ||
		         !(t->word == W_TRUOC || t->word == W_CHAM || t->word == W_NHAT_1 ||
		           t->word == W_MUON || t->word == W_VAO || t->word == W_LA ||
		           t->word == W_LUC_1 || t->word == W_DEN || t->word == W_HET))
			break;
	}
	q = moment_read(c, p, &f->a);
	if (q == p || !fits_recurrence(&f->a, f->rec)) {
		f->a = (when){0};
		return i;
	}
	if (p > i) {
		find left = *f;

		left.from = p;
		bound_read(c, i, &left);
		f->bound = left.bound;
		f->inclusive = left.inclusive;
		f->flags = left.flags;
	}
	if (p > i) {
		find same = {.a = f->a};

		q = recurring_suffix(c, q, &same); /* "… ngày 15 của tháng cuối quý" */
	}
	if (open && dmark(c, q, ')'))
		q++;
	return q;
}

/* "một lần", "/1 lần", "/lần", "ít nhất 01 lần" */
static uint32_t once(const dscan *c, uint32_t i)
{
	uint32_t p = i + dmark(c, i, '/');

	if (dis(c, p, W_IT) && dis(c, p + 1, W_NHAT_1))
		p += 2;
	if (dis(c, p, W_MOT_4) || (dtok(c, p)->kind == TOK_NUM && dtok(c, p)->num == 1))
		p++;
	return p > i && dis(c, p, W_LAN_5) ? p + 1 : i;
}

uint32_t recurring_read(const dscan *c, uint32_t i, find *f)
{
	uint32_t p = i, q;
	bool periodic = dis(c, i, W_DINH_4) && dis(c, i + 1, W_KY_5);
	find out = *f;

	if (periodic) {
		p += 2;
		p += dis(c, p, W_VAO) || dis(c, p, W_LA);
	}
	if (is_every(c, p) && recurrence_of(c, p + 1) != REC_NONE) {
		out.rec = recurrence_of(c, p + 1);
		q = p + 2;
	} else if ((q = times_each(c, p, &out)) == p) {
		q = every_count(c, p, &out);
		if (q == p || (!periodic && once(c, q) == q))
			return i;
	}
	q = once(c, q);
	p = moment_behind(c, q, &out);
	/* "hằng ngày" alone is a manner of work, no date, unless it opens a sentence or ends a
	 * clause. */
	if (p == q && out.rec == REC_DAY && !(dtok(c, i)->flags & TF_CAP) &&
	    dtok(c, q)->kind != TOK_PUNCT && !dis(c, q, W_VAO) && !dis(c, q, W_TRONG) &&
	    !dis(c, q, W_BANG_5) && !dis(c, q, W_VE) && !dis(c, q, W_CHO))
		return i;
	*f = out;
	return p;
}

/* "liền kề", "tiếp theo", "kế tiếp", "liền sau" */
static uint32_t next_read(const dscan *c, uint32_t i)
{
	if (!dis(c, i, W_LIEN_5) && !dis(c, i, W_TIEP) && !dis(c, i, W_KE_1))
		return i;
	return i + 1 +
	       (dis(c, i + 1, W_KE_5) || dis(c, i + 1, W_THEO) || dis(c, i + 1, W_TIEP) ||
	        dis(c, i + 1, W_SAU));
}

/* "tháng trước", "cùng tháng", "của tháng", "tháng cuối quý" behind a day. */
static uint32_t month_relative(const dscan *c, uint32_t p, uint8_t *ret)
{
	if (dis(c, p, W_CUNG_5) && dis(c, p + 1, W_THANG)) {
		*ret = REC_MONTH;
		return p + 2;
	}
	if (!dis(c, p, W_THANG))
		return p;
	*ret = REC_MONTH;
	if (dis(c, p + 1, W_DAU_5) || dis(c, p + 1, W_CUOI)) {
		uint32_t q = p + 2 + dis(c, p + 2, W_CUA);

		q += is_every(c, q);
		if (!dis(c, q, W_QUY))
			return p;
		*ret = REC_QUARTER;
		return q + 1;
	}
	if (dis(c, p + 1, W_TRUOC) || dis(c, p + 1, W_SAU))
		return p + 2;
	return next_read(c, p + 1) == p + 1 ? p : next_read(c, p + 1);
}

uint32_t recurring_suffix(const dscan *c, uint32_t i, find *f)
{
	bool of = dis(c, i, W_CUA);
	uint32_t p = i + of, q;
	uint8_t rec = REC_NONE;
	const when *w = &f->a;

	if (w->has & HAS_YEAR)
		return i;
	/* "trước 16 giờ các ngày" */
	if (fits_recurrence(w, REC_DAY) && dis(c, i, W_CAC) && dis(c, i + 1, W_NGAY) &&
	    dtok(c, i + 2)->kind != TOK_NUM && !dis(c, i + 2, W_THU_1) && !dis(c, i + 2, W_TU)) {
		f->rec = REC_DAY;
		return i + 2;
	}
	if (is_every(c, p) && (rec = recurrence_of(c, p + 1)) != REC_NONE) {
		/* "hằng năm" after a bare day: the month is what is missing. */
		if (!fits_recurrence(w, rec) &&
		    !(rec == REC_YEAR && (w->has & (HAS_MONTH | HAS_QUARTER))))
			return i;
		f->rec = rec;
		return p + 2;
	}
	if ((w->has & HAS_DAY) && !(w->has & HAS_MONTH)) {
		q = month_relative(c, p, &rec);
		if (q == p && of && dis(c, p, W_THANG))
			q = p + 1, rec = REC_MONTH;
		if (q == p && (w->has & HAS_LAST_DAY) && i > 0 && dis(c, i - 1, W_THANG))
			q = i, rec = REC_MONTH;
		if (rec == REC_NONE || (q == p && !(w->has & HAS_LAST_DAY)))
			return i;
		f->rec = rec;
		return q;
	}
	if ((w->has & HAS_DAY) && dis(c, p, W_NAM)) {
		q = dis(c, p + 1, W_SAU) ? p + 2 : next_read(c, p + 1);
		if (q != p + 1) {
			f->rec = REC_YEAR;
			return q;
		}
	}
	return i;
}
