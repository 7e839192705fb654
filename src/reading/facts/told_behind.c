/*
 * told_behind.c - what may stand between a body that is named and its order: an aside between
 * commas, one of many behind a colon, or no order at all but who comes.
 */
#include "reading/facts/orders_priv.h"
#include "reading/facts/phrase.h"

bool told_only_comes(const scan *s, uint32_t i, uint32_t after)
{
	static const slice comes[] = {S("dự"), S("tham dự"), S("đến dự"), S("tới dự"),
	                              S("tham gia")};
	SAYINGS(comes);

	return says(s, i, S("kính mời")) != 0 && says_any(s, after, &said_comes, NULL) != 0;
}

uint32_t told_past_aside(const scan *s, uint32_t i, uint32_t end)
{
	enum { WORDS = 16 };
	static const slice asides[] = {S("sau"), S("trong vai trò"), S("với vai trò"),
	                               S("với tư cách"), S("trong phạm vi")};
	SAYINGS(asides);
	uint32_t j = i + 1, stop;

	if (!scan_mark(s, i, ',') || says_any(s, j, &said_asides, NULL) == 0)
		return i;
	stop = scan_next_mark(s, j, end < j + WORDS ? end : j + WORDS);
	return stop + 1 < end && scan_mark(s, stop, ',') && order_begins(s, stop + 1, end)
	               ? stop + 1
	               : i;
}

uint32_t told_one_of_them(const scan *s, uint32_t i, uint32_t after, uint32_t end, actors *lead)
{
	actors one = {0};
	uint32_t k;

	if (!item_opens(s, i) || !scan_mark(s, after, ':') || !scan_is(s, i, W_CAC) ||
	    lead->n != 1 || told_registered(lead) || !(scan_tok(s, after + 1)->flags & TF_CAP) ||
	    (cue_at(s, after + 1, NULL) != CUE_HEAD && !name_of_room(s, after + 1)))
		return after;
	k = actors_at(s, after + 1, end, false, &one);
	if (k == after + 1 || !order_begins(s, k, end))
		return after;
	*lead = one;
	return k;
}
