/*
 * told_behind.c - what may stand between a body that is named and its order: an aside between
 * commas, one of many behind a colon, or no order at all but who comes.
 *
 * As in told.c each function looks at one place, a bounded way ahead, and gives the place itself where
 * none of it stands. It must never tell anybody who is not named there: what it passes over orders
 * nothing, and who only comes is told nothing.
 */
#include "reading/facts/text/phrase.h"

#include "reading/facts/told/told.h"

/* "Bộ Ngoại giao xin gửi kèm", "Sở A xin trân trọng cảm ơn": whoever writes speaks so of himself; "xin ý kiến" is
 * a duty. */
static bool asks_leave(const scan *s, uint32_t i)
{
	static const slice asked[] = {S("ý kiến"), S("chủ trương"), S("phép"), S("cấp"),
	                              S("thẩm định")};
	SAYINGS(asked);

	return scan_is(s, i, W_XIN) && says_any(s, i + 1, &said_asked, NULL) == 0;
}

bool told_only_comes(const scan *s, uint32_t i, uint32_t after)
{
	static const slice comes[] = {S("dự"), S("tham dự"), S("đến dự"), S("tới dự"),
	                              S("tham gia")};
	SAYINGS(comes);

	return asks_leave(s, after) ||
	       (says(s, i, S("kính mời")) != 0 && says_any(s, after, &said_comes, NULL) != 0);
}

uint32_t told_behind_time(const scan *s, uint32_t i, uint32_t end, actors *lead)
{
	enum { WORDS = 8 };
	static const slice times[] = {S("từ"),    S("trong"), S("ngay"),    S("hằng"), S("hàng"),
	                              S("đến"),   S("trước"), S("định kỳ"), S("nay"),  S("sáng"),
	                              S("chiều"), S("mỗi"),   S("đầu"),     S("cuối")};
	SAYINGS(times);
	uint32_t n = says_any(s, i, &said_times, NULL), k;

	for (uint32_t j = i + n; n != 0 && j < end && j < i + WORDS; j++) {
		const token *t = scan_tok(s, j);

		if ((t->flags & TF_CAP) && (t->flags & TF_BODY || cue_at(s, j, NULL) == CUE_HEAD)) {
			k = told_actor(s, j, end, lead);
			return k != j && order_begins(s, k, end) ? k : i;
		}
		if ((t->kind == TOK_PUNCT && t->word != '/') || (t->flags & TF_CAP && j > i) ||
		    cue_orders(cue_at(s, j, NULL)))
			break;
	}
	return i;
}

/* "1. Các phòng thuộc Sở: Phòng Giá cử cán bộ": behind the colon at token `after` of many that no registry knows
 * one is told by name; then `lead` is that. The token of its order, or `after`. */
static uint32_t one_of_them(const scan *s, uint32_t i, uint32_t after, uint32_t end, actors *lead)
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

bool told_then(const scan *s, uint32_t i, uint32_t end, duty *d)
{
	enum { WORDS = 32 };
	uint32_t far = end < i + WORDS ? end : i + WORDS, j = scan_next(s, i, far, W_THI_5) + 1,
		 who, k;
	enum cue c;

	if (j + 1 >= far || !(scan_tok(s, i)->flags & TF_CAP) || scan_next(s, i, j, ';') < j)
		return false;
	d->lead.n = 0;
	who = name_skip_quantifier(s, j, end);
	c = cue_at(s, who, NULL);
	k = told_actor(s, j, end, &d->lead);
	/* "... thì Chủ tịch UBND tỉnh quyết định": what holds */
	if (k == j || !order_begins(s, k, end) || says(s, k, S("quyết định")) != 0 ||
	    (!told_registered(&d->lead) && who == j && c != CUE_POST &&
	     !((c == CUE_HEAD || c == CUE_GENERIC) && (scan_tok(s, j)->flags & TF_CAP)))) {
		d->lead.n = 0;
		return false;
	}
	d->act = k;
	return true;
}

uint32_t told_behind(const scan *s, uint32_t i, uint32_t after, uint32_t end, actors *lead)
{
	uint32_t j = after;

	return j == after ? one_of_them(s, i, after, end, lead) : j;
}
