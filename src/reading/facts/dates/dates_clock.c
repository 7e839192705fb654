/*
 * dates_clock.c - the time of day, the weekday, and a moment made of them with
 * a day, in whichever order the office wrote them.
 *
 * Reads tokens only; resolves nothing.
 */
#include "reading/facts/dates/dates_priv.h"

enum { LINKS_MAX = 4 };

static uint32_t spelt(const dscan *c, uint32_t i, int32_t *ret)
{
	static const uint8_t value[W_COUNT] = {
		[W_MOT_4] = 1, [W_HAI] = 2,   [W_BA] = 3,      [W_BON] = 4,
		[W_TU_0] = 4,  [W_SAU_1] = 6, [W_BAY_2] = 7,   [W_BAAY_2] = 7,
		[W_TAM_1] = 8, [W_CHIN] = 9,  [W_MUOI_5] = 10,
	};
	uint16_t w = dword(c, i);
	int32_t v = w < W_COUNT ? value[w] : 0;

	if (v == 0)
		return i;
	*ret = v;
	if (v != 10)
		return i + 1;
	w = dword(c, i + 1);
	if (w != 0 && w < W_COUNT && value[w] > 0 && value[w] < 10) {
		*ret = 10 + value[w];
		return i + 2;
	}
	return i + 1;
}

uint32_t number_read(const dscan *c, uint32_t i, int32_t *ret)
{
	const token *t = dtok(c, i);

	if (t->kind == TOK_NUM && t->len <= 4) {
		*ret = (int32_t)t->num;
		return i + 1;
	}
	return spelt(c, i, ret);
}

/* "24/24h", "1,5 giờ": figures that belong to what stands before them. */
static bool tied_before(const dscan *c, uint32_t i)
{
	const token *t = dtok(c, i - 1);

	return i > c->from && dtight(c, i) && t->kind == TOK_PUNCT &&
	       (t->word == '/' || t->word == '.' || t->word == ',' || t->word == ':') &&
	       dtok(c, i - 2)->kind == TOK_NUM && dtight(c, i - 1);
}

static bool minutes_at(const dscan *c, uint32_t i)
{
	const token *t = dtok(c, i);

	return t->kind == TOK_NUM && t->len <= 2 && t->num < 60;
}

/* 10:45, 15:23:24 */
static uint32_t colon_clock(const dscan *c, uint32_t i, when *w)
{
	uint32_t p = i + 3;

	if (dtok(c, i)->kind != TOK_NUM || !dtight(c, i + 1) || !dtight(c, i + 2) ||
	    !minutes_at(c, i + 2) || dtok(c, i + 2)->len != 2)
		return i;
	w->mi = (int8_t)dtok(c, i + 2)->num;
	w->has |= HAS_CLOCK | HAS_MINUTE;
	if (dmark(c, p, ':') && dtight(c, p) && minutes_at(c, p + 1) && dtight(c, p + 1)) {
		w->s = (int8_t)dtok(c, p + 1)->num;
		w->has |= HAS_SECOND;
		p += 2;
	}
	if (dis(c, p, W_GIO) || dis(c, p, W_H))
		p++;
	return p;
}

/* "17.00 ngày 08/9", "15.30 thứ Năm": a full stop for the colon, where a day stands behind it */
static uint32_t dotted_clock(const dscan *c, uint32_t i, when *w)
{
	uint32_t p = i + 3;
	bool day;

	if (dtok(c, i)->kind != TOK_NUM || !dtight(c, i + 1) || !dtight(c, i + 2) ||
	    !minutes_at(c, i + 2) || dtok(c, i + 2)->len != 2)
		return i;
	p += dis(c, p, W_GIO) || (dis(c, p, W_H) && dtight(c, p));
	day = dis(c, p, W_NGAY) && dtok(c, p + 1)->kind == TOK_NUM &&
	      (dtok(c, p + 2)->kind == TOK_PUNCT || dis(c, p + 2, W_THANG));
	if (!day && p == i + 3 && !dis(c, p, W_THU_1) && !dis(c, p, W_CHU_2) &&
	    !(dis(c, p, W_HOM) && dis(c, p + 1, W_NAY)))
		return i;
	w->mi = (int8_t)dtok(c, i + 2)->num;
	w->has |= HAS_CLOCK | HAS_MINUTE;
	return p;
}

/* What follows "14 giờ": 00, 30 phút, 30', rưỡi, kém 15. */
static uint32_t minutes_read(const dscan *c, uint32_t p, bool tight, when *w)
{
	if (dis(c, p, W_RUOI)) {
		w->mi = 30;
		w->has |= HAS_MINUTE;
		return p + 1;
	}
	if (dis(c, p, W_KEM) && minutes_at(c, p + 1) && dtok(c, p + 1)->num > 0 && w->h > 0) {
		w->h--;
		w->mi = (int8_t)(60 - (int)dtok(c, p + 1)->num);
		w->has |= HAS_MINUTE;
		return p + 2 + dis(c, p + 2, W_PHUT);
	}
	if (!minutes_at(c, p) || (tight && !dtight(c, p)))
		return p;
	if (dmark(c, p + 1, '/') || (dtok(c, p)->len == 1 && !dis(c, p + 1, W_PHUT)))
		return p;
	if (dis(c, p + 1, W_NGAY) && dis(c, p + 2, W_LAM))
		return p;
	w->mi = (int8_t)dtok(c, p)->num;
	w->has |= HAS_MINUTE;
	p++;
	if (dis(c, p, W_PHUT) || dmark(c, p, '\'') ||
	    (dtight(c, p) && (dis(c, p, W_P) || dis(c, p, W_PH))))
		p++;
	return p;
}

uint32_t clock_read(const dscan *c, uint32_t i, when *w)
{
	int32_t h = 0;
	uint32_t p = number_read(c, i, &h);
	bool letter;

	if (p == i || h > 24 || (w->has & HAS_CLOCK) || tied_before(c, i))
		return i;
	if (dtok(c, i)->kind != TOK_NUM && !c->anchor->everyday)
		return i;
	if (dtok(c, i)->kind == TOK_NUM && dtok(c, i)->len > 2)
		return i;
	if (dmark(c, p, ':') || dmark(c, p, '.')) {
		p = dmark(c, p, ':') ? colon_clock(c, i, w) : dotted_clock(c, i, w);
		if (p != i)
			w->h = (int8_t)h;
		return p;
	}
	letter = dis(c, p, W_H) || dis(c, p, W_G);
	if (!(letter && dtight(c, p)) && !dis(c, p, W_GIO) && !(dis(c, p, W_H)))
		return i;
	if (dmark(c, p + 1, '/') || dis(c, p + 1, W_LAM) || dis(c, p + 1, W_HANH))
		return i;
	w->h = (int8_t)h;
	w->mi = 0;
	w->has |= HAS_CLOCK;
	/* "17 h 00 ngày 15/6" */
	letter &= dtight(c, p) ||
	          !(dis(c, p + 2, W_NGAY) || dis(c, p + 2, W_PHUT) || dmark(c, p + 2, ','));
	/* "8h:30", "8 giờ.30": both signs */
	if ((dmark(c, p + 1, ':') || dmark(c, p + 1, '.')) && dtight(c, p + 1) &&
	    dtight(c, p + 2) && minutes_at(c, p + 2) && dtok(c, p + 2)->len == 2)
		p++;
	return minutes_read(c, p + 1, letter, w);
}

uint32_t weekday_read(const dscan *c, uint32_t i, when *w)
{
	static const uint8_t value[W_COUNT] = {
		[W_HAI] = 1,   [W_BA] = 2,    [W_TU_0] = 3,   [W_NAM] = 4,
		[W_SAU_1] = 5, [W_BAY_2] = 6, [W_BAAY_2] = 6,
	};
	const token *t = dtok(c, i + 1);
	uint16_t before = i > c->from ? dword(c, i - 1) : 0;
	int8_t wd;

	if ((dis(c, i, W_CHU_2) || dis(c, i, W_CHUA_1)) && dis(c, i + 1, W_NHAT_4))
		wd = 6;
	else if (!dis(c, i, W_THU_1) || before == W_LAN_5 || before == W_HOP_4 ||
	         (before == W_KY_5 && !dis(c, i - 2, W_DINH_4)) || before == W_BUOI_2)
		return i;
	else if (t->kind == TOK_NUM && t->num >= 2 && t->num <= 7 && t->len == 1)
		wd = (int8_t)(t->num - 2);
	else if (t->kind == TOK_WORD && t->word < W_COUNT && value[t->word] != 0)
		wd = (int8_t)(value[t->word] - 1);
	else
		return i;
	w->wd = wd;
	w->has |= HAS_WEEKDAY;
	return i + 2;
}

uint32_t daypart_read(const dscan *c, uint32_t i, when *w)
{
	uint32_t p = i + dis(c, i, W_BUOI_2);
	uint8_t part;

	switch (dword(c, p)) {
	case W_SANG_1:
		part = PART_MORNING;
		break;
	case W_TRUA:
		part = PART_NOON;
		break;
	case W_CHIEU_5:
		part = PART_AFTERNOON;
		break;
	case W_TOOI_1:
		part = PART_EVENING;
		break;
	case W_DEM:
		part = PART_NIGHT;
		break;
	default:
		return i;
	}
	w->daypart = part;
	w->has |= HAS_DAYPART;
	return p + 1;
}

/* "đến hết ngày 30/10, thứ Tư hằng tuần báo cáo": does what is at i come every week, and so is of no
 * day before it? */
static bool comes_weekly(const dscan *c, uint32_t i, const when *w)
{
	return (w->has & HAS_DAY) && (dis(c, i + 2, W_HANG) || dis(c, i + 2, W_HANG_5)) &&
	       dis(c, i + 3, W_TUAN);
}

/* One part that the moment does not have yet. */
static uint32_t part_read(const dscan *c, uint32_t i, when *w, bool loose)
{
	uint32_t p = i;

	if (!(w->has & HAS_DAY) && c->anchor->everyday)
		p = everyday_day_read(c, i, w);
	if (p == i && !(w->has & HAS_CLOCK))
		p = clock_read(c, i, w);
	if (p == i && !(w->has & HAS_WEEKDAY) && !comes_weekly(c, i, w))
		p = weekday_read(c, i, w);
	if (p == i && !(w->has & HAS_DAY))
		p = day_read(c, i, w, loose || (w->has & (HAS_CLOCK | HAS_WEEKDAY | HAS_DAYPART)));
	if (p == i && !(w->has & HAS_DAY) && (w->has & (HAS_WEEKDAY | HAS_DAYPART)))
		p = near_part_read(c, i, w);
	if (p == i && !(w->has & HAS_DAYPART))
		p = daypart_read(c, i, w);
	return p;
}

/* Words and marks that may stand between two parts: ", vào lúc", "(", "bắt đầu". */
static uint32_t links_skip(const dscan *c, uint32_t p, when *w, bool *ret_open)
{
	for (int n = 0; n < LINKS_MAX; n++, p++) {
		const token *t = dtok(c, p);
		uint16_t k = t->word;

		if (t->kind == TOK_PUNCT) {
			if (k == '(' && !*ret_open)
				*ret_open = true;
			else if (k != ',' && !(k == '-' && !(w->has & HAS_CLOCK)))
				return p;
			continue;
		}
		if (t->kind != TOK_WORD || k == 0)
			return p;
		if (k == W_VAO || k == W_LUC_1 || k == W_HOI_5 || k == W_DUNG_1)
			continue;
		if (k == W_NGAY && (dis(c, p + 1, W_THU_1) || dis(c, p + 1, W_CHU_2)))
			continue;
		if (k == W_CAC && dis(c, p + 1, W_NGAY) && (w->has & HAS_CLOCK)) {
			w->each = true;
			continue;
		}
		if ((w->has & HAS_DAY) && !(w->has & HAS_CLOCK) && (k == W_TU || k == W_KHOANG_2))
			continue;
		if ((w->has & HAS_DAY) && !(w->has & HAS_CLOCK) &&
		    ((k == W_BAT_1 && dis(c, p + 1, W_DAU_5)) ||
		     (k == W_KHAI && dis(c, p + 1, W_MAC_4)))) {
			p++;
			continue;
		}
		return p;
	}
	return p;
}

/* May a bare d/m or d/m/yy be a date here? Only behind a word that asks for one. */
static bool loose_after(const dscan *c, uint32_t i)
{
	uint32_t name = i - (i > c->from && dmark(c, i - 1, '(')); /* (20/11) */

	if (dtok(c, i)->kind == TOK_NUM && dmark(c, i + 1, '/') && feast_before(c, name) != name)
		return true;
	i -= i > c->from && dmark(c, i - 1, ':'); /* "hoàn thành: 30/6" */
	for (int n = 0; n < 3 && i > c->from; n++, i--) {
		switch (dword(c, i - 1)) {
		case W_TRUOC:
		case W_CHOT_1:
		case W_CHOS_1:
		case W_HAN_4:
		case W_QUA_1:
		case W_NHAT_1:
		case W_HET:
		case W_XONG:
		case W_THANH:
		case W_TU:
		case W_DEN:
			return true;
		case W_LA:
		case W_VAO:
		case W_LUC_1:
			continue;
		default:
			return c->anchor->everyday;
		}
	}
	return c->anchor->everyday;
}

/* "3 giờ chiều" */
static void half_day(when *w)
{
	bool after = w->daypart == PART_AFTERNOON || w->daypart == PART_EVENING ||
	             (w->daypart == PART_NOON && w->h < 10);

	if (after && w->h < 12)
		w->h = (int8_t)(w->h + 12);
}

uint32_t moment_read(const dscan *c, uint32_t i, when *w)
{
	bool loose = loose_after(c, i), open = false;
	uint32_t end = loose ? i : cell_day_read(c, i, w);

	if (end != i)
		return end;

	for (;;) {
		when more = *w;
		bool opened = open;
		uint32_t p = end == i ? i : links_skip(c, end, &more, &opened);
		uint32_t q = part_read(c, p, &more, loose);

		if (q == p)
			break;
		*w = more;
		end = q;
		open = opened;
		if (open && dmark(c, end, ')')) {
			open = false;
			end++;
		}
	}
	if ((w->has & HAS_CLOCK) && (w->has & HAS_DAYPART))
		half_day(w);
	return end;
}

/* "trong ngày 20/5/2026 (trước 15 giờ)": the hour with its bound stands behind the day. Gives f
 * both; the token after, or f->to. */
uint32_t bracket_read(const dscan *c, find *f)
{
	uint32_t p = f->to + 1, q;
	bool before = dis(c, p, W_TRUOC);
	when w = f->a;

	if (!dmark(c, f->to, '(') || !(w.has & HAS_DAY) || f->range || f->rec != REC_NONE)
		return f->to;
	if (!before && !((dis(c, p, W_CHAM) || dis(c, p, W_MUON)) && dis(c, p + 1, W_NHAT_1)))
		return f->to;
	p += before ? 1 : 2;
	p += dis(c, p, W_LA) || dis(c, p, W_VAO) || dis(c, p, W_LUC_1) || dis(c, p, W_DEN);
	q = clock_read(c, p, &w);
	if (q == p || !dmark(c, q, ')'))
		return f->to;
	f->a = w;
	f->bound = before ? BOUND_BEFORE : BOUND_BY;
	f->inclusive = !before;
	return q + 1;
}
