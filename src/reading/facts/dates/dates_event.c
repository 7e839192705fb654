/*
 * dates_event.c - what may stand between a word that binds and its date: the event or the feast whose day it is
 * ("trước ngày Nhà giáo Việt Nam 20/11"), or the hours of an office ("hết giờ hành chính ngày 30/9").
 *
 * Looks at some eight words before a date; no state. What the word binds is none of its matter.
 */
#include "reading/facts/dates/dates_priv.h"

/* "khai giảng", "dịp Quốc khánh", "phiên họp": does an event's name begin at token q? */
static bool is_event(const dscan *c, uint32_t q)
{
	return dis(c, q, W_KHAI) || dis(c, q, W_DIP_4) || dis(c, q, W_BAU) ||
	       (dis(c, q, W_THANH) && dis(c, q + 1, W_LAP_4)) ||
	       (dis(c, q, W_PHIEN) && dis(c, q + 1, W_HOP_4)) ||
	       (dis(c, q, W_KY_5) && dis(c, q + 1, W_HOP_4));
}

uint32_t feast_before(const dscan *c, uint32_t p)
{
	enum { NAME_MAX = 8 };
	uint32_t q = p, b;

	for (int n = 0; n < NAME_MAX && q > c->from + 1 && dtok(c, q - 1)->kind == TOK_WORD; n++) {
		q--;
		if (!dis(c, q, W_NGAY))
			continue;
		if (q + 1 >= p || !((dtok(c, q + 1)->flags & TF_CAP) || is_event(c, q + 1)))
			return p;
		b = q - 1;
		b -= b > c->from && (dis(c, b, W_VAO) || dis(c, b, W_LA));
		return dis(c, b, W_TRUOC) || dis(c, b, W_NHAT_1) || dis(c, b, W_HET) ||
		                       dis(c, b, W_HAN_4)
		               ? q
		               : p;
	}
	return p;
}

/* "hết giờ hành chính ngày 30/9", "trước giờ làm việc ngày 30/9": the token at "giờ"; p when nothing of the kind
 * stands before it. */
static uint32_t hours_before(const dscan *c, uint32_t p, uint32_t limit)
{
	if (p < limit + 4 || !dis(c, p - 3, W_GIO) ||
	    !((dis(c, p - 2, W_HANH) && dtok(c, p - 1)->kind == TOK_WORD) ||
	      (dis(c, p - 2, W_LAM) && dis(c, p - 1, W_VIEC))))
		return p;
	return dis(c, p - 4, W_HET) || dis(c, p - 4, W_TRUOC) ? p - 3 : p;
}

uint32_t event_before(const dscan *c, uint32_t p, uint32_t limit)
{
	enum { EVENT_WORDS_MAX = 7 };
	bool named = dis(c, p, W_NGAY);
	uint32_t feast = named ? p : feast_before(c, p);

	if (feast != p)
		return feast;
	if (hours_before(c, p, limit) != p)
		return hours_before(c, p, limit);
	for (uint32_t q = p; q > limit + 2 && p - q <= EVENT_WORDS_MAX; q--) {
		if (dtok(c, q - 1)->kind != TOK_WORD || dis(c, q - 1, W_KHI))
			return p;
		if (!dis(c, q - 1, W_TRUOC))
			continue;
		/* "trước ngày bầu cử ngày 15/3": the day has a name too */
		if (dis(c, q, W_NGAY) && q + 1 < p &&
		    ((dtok(c, q + 1)->flags & TF_CAP) || is_event(c, q + 1)))
			return q;
		if (q == p || dis(c, q, W_HOAC) ||
		    (!dis(c, q - 2, W_THANH) && !dis(c, q - 2, W_XONG) && !is_event(c, q) &&
		     !(dtok(c, q)->flags & TF_CAP)))
			return p;
		return named || is_event(c, q) || (dtok(c, q)->flags & TF_CAP) ? q : p;
	}
	return p;
}
