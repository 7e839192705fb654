/*
 * lead_in.c - what may stand before the order of a sentence whose body is named above it: when,
 * on what ground, on which topic.
 *
 * Each function looks at one place, a bounded way ahead, and gives the token of the order, or
 * the place itself when none follows.
 */
#include "reading/facts/orders_priv.h"
#include "reading/facts/phrase.h"

/* "Sau thời gian nghỉ, tập trung": the order after what says when or on what ground; i
 * when none follows. */
static uint32_t past_adverbial(const scan *s, uint32_t i, uint32_t end)
{
	bool opens = cue_at(s, i, NULL) == CUE_CONDITION || scan_is(s, i, W_SAU) ||
	             scan_is(s, i, W_TRUOC) || scan_is(s, i, W_TRONG) || scan_is(s, i, W_DEN) ||
	             scan_is(s, i, W_TU) || scan_is(s, i, W_KHI) || scan_is(s, i, W_HANG) ||
	             scan_is(s, i, W_HANG_5) || scan_is(s, i, W_QUA) || scan_is(s, i, W_NGAY_0);

	opens &= !scan_is(s, i, W_VE); /* a topic */
	for (uint32_t j = i + 1; opens && j + 1 < end && j < i + 60; j++) {
		if (scan_mark(s, j, ';') || scan_mark(s, j, ':'))
			break;
		/* "Trường hợp các hộ không nhận thì lập thủ tục" */
		if (scan_is(s, j, W_THI_5) && order_begins(s, j + 1, end))
			return j + 1;
		if (scan_mark(s, j, ',') && order_begins(s, j + 1, end) &&
		    !(scan_tok(s, j + 1)->flags & TF_CAP))
			return j + 1;
	}
	return i;
}

/* "Về giá: Niêm yết giá", "Kho vật tư: Bổ sung nội quy": the order behind the topic of an
 * item; i when none stands there. */
static uint32_t past_topic(const scan *s, uint32_t i, uint32_t end)
{
	enum { TOPIC_WORDS = 16 };
	uint32_t j = i;

	if (!item_opens(s, i) || cue_at(s, i, NULL) == CUE_TOPIC_MUTE)
		return i;
	while (j < end && j < i + TOPIC_WORDS && scan_tok(s, j)->kind != TOK_PUNCT)
		j++;
	return scan_mark(s, j, ':') && order_begins(s, j + 1, end) ? j + 1 : i;
}

bool order_states(const scan *s, uint32_t i, uint32_t end)
{
	enum { SUBJECT_WORDS = 14 };
	static const slice things[] = {S("báo cáo"), S("thống kê"), S("thông báo"), S("dự thảo")};
	SAYINGS(things);

	if (says_any(s, i, &said_things, NULL) == 0)
		return false;
	for (uint32_t j = i + 2; j + 1 < end && j < i + SUBJECT_WORDS; j++) {
		if (scan_tok(s, j)->kind == TOK_PUNCT)
			return false;
		if (scan_is(s, j, W_DUOC))
			return cue_at(s, j + 1, NULL) == CUE_VERB ||
			       cue_at(s, j + 1, NULL) == CUE_REPORT;
	}
	return false;
}

/* The order behind a topic or an adverbial, under who is told anyway; i when there is none. */
uint32_t order_behind(const govern *g, const scan *s, uint32_t i, uint32_t end)
{
	if (!g->listed &&
	    !(item_opens(s, i) && (g->source == LEAD_HEADING || scan_is(s, i, W_CAN))))
		return past_topic(s, i, end);
	return past_adverbial(s, i, end) != i ? past_adverbial(s, i, end) : past_topic(s, i, end);
}
