/*
 * openings.c - does a paragraph open orders that name nobody: "có ý kiến chỉ đạo như sau:"? Whom they
 * bind is not asked here.
 */
#include "reading/facts/duties/walk_priv.h"

#include "reading/facts/text/phrase.h"

bool head_announces(const scan *s, uint32_t i, uint32_t end)
{
	/* With these a chair or a commander begins. */
	static const slice bids[] = {S("thống nhất:"), S("lệnh:"), S("nhờ:"), S("chốt:"),
	                             S("phân việc")};
	SAYINGS(bids);
	uint32_t n;
	bool as_follows = false, orders = false;

	for (; i < end; i++) {
		enum cue c = cue_at(s, i, &n);

		as_follows |= c == CUE_OPENING;
		orders |= (c == CUE_ASSIGN && i + 12 > end) || scan_is(s, i, W_LUAN_4) ||
		          (scan_is(s, i, W_CHI_2) && scan_is(s, i + 1, W_DAO_4) &&
		           !(scan_tok(s, i)->flags & TF_CAP)) ||
		          (scan_is(s, i, W_CHI_2) && scan_mark(s, i + 2, ':')) /* "chỉ thị:" */ ||
		          says_any(s, i, &said_bids, NULL) != 0 ||
		          (scan_is(s, i, W_Y_1) && scan_is(s, i + 1, W_KIEN_1));
	}
	return orders && (as_follows || scan_mark(s, end - 1, ':'));
}

bool head_opens(const scan *s, const block *b)
{
	static const slice follows[] = {S("dưới đây"), S("như sau"), S("sau đây")};
	SAYINGS(follows);
	uint32_t end = b->tok + b->ntok, i;

	if (block_ends_with(s, b, ':'))
		return true;
	if (b->marker.len != 0 || !block_ends_with(s, b, '.') || b->ntok < 4 ||
	    said_before(s, end - 1, &said_follows) == 0)
		return false;
	i = block_last_sentence(s, b);
	return cue_next(s, i, end, CUE_ASSIGN) >= end && head_announces(s, i, end);
}

/* Does the sentence that ends before `end` end with "sau:"? */
static bool follows_at_end(const scan *s, uint32_t end)
{
	return end > 2 && scan_mark(s, end - 1, ':') && scan_is(s, end - 2, W_SAU);
}

bool head_tells_below(const scan *s, uint32_t i, uint32_t end, govern *g)
{
	static const slice accounts[] = {S("kết quả"), S("tình hình")};
	static const slice answers[] = {S("báo cáo"), S("quy định"), S("góp ý"), S("trả lời"),
	                                S("giải trình")};
	SAYINGS(accounts);
	SAYINGS(answers);

	if (!follows_at_end(s, end) || says_any_in(s, i, end, &said_answers) < end)
		return false;
	if (says_any_in(s, i, end, &said_accounts) >= end)
		g->announced = true;
	else if (g->active)
		return false;
	else
		g->mute = g->mute_all = true;
	return true;
}
