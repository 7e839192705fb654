/*
 * bare.c - does a sentence order though no opening said that orders follow? By where it stands: at the head
 * of an item, in a further sentence of one, below an announcement; and by the paper, which may be one that
 * only accounts for things or binds by articles. It must never say yes for aims, accounts or what is granted,
 * nor know who is told: that is told_clause.c's.
 */
#include "reading/facts/duties/walk_priv.h"

#include "reading/facts/text/phrase.h"
#include "reading/facts/text/within.h"
#include "reading/facts/told/told_clause.h"

/* Does a paragraph under a numbered heading begin at token i? */
static bool paragraph_opens(const scan *s, uint32_t i)
{
	int32_t at = block_of_tok(s, i);
	const block *b = at >= 0 ? &s->r->blocks.p[at] : NULL;

	return b != NULL && b->tok == i && b->marker.len == 0 && b->parent >= 0 &&
	       s->r->blocks.p[b->parent].marker.len != 0;
}

/* "3. Tiêm chủng. Trạm Y tế xã rà soát": does a further sentence of a numbered item begin at token i? */
static bool sentence_in_item(const scan *s, uint32_t i)
{
	int32_t at = block_of_tok(s, i);
	const block *b = at >= 0 ? &s->r->blocks.p[at] : NULL;

	return b != NULL && b->marker.len != 0 && b->marker_class != MARKER_BULLET && i > b->tok &&
	       scan_mark(s, i - 1, '.') && (scan_tok(s, i)->flags & TF_CAP);
}

/* "1. Bước 1: Sở A tập huấn": does an item that counts a step begin right before token i? */
static bool step_opens(const scan *s, uint32_t i)
{
	static const slice steps[] = {S("bước"), S("giai đoạn"), S("đợt")};
	SAYINGS(steps);

	if (i < 4 || !scan_mark(s, i - 1, ':') || scan_tok(s, i - 2)->kind != TOK_NUM)
		return false;
	return (item_opens(s, i - 3) && says_any(s, i - 3, &said_steps, NULL) == 1) ||
	       (item_opens(s, i - 4) && says_any(s, i - 4, &said_steps, NULL) == 2);
}

uint32_t told_past_step(const scan *s, uint32_t i)
{
	for (uint32_t j = i + 3; j <= i + 4; j++)
		if (item_opens(s, i) && step_opens(s, j))
			return j;
	return i;
}

/* Does the item at i stand under a heading of tasks ("III. NHIỆM VỤ TRỌNG TÂM QUÝ IV")? */
static bool under_tasks(const scan *s, uint32_t i)
{
	int32_t at = block_of_tok(s, i);

	for (int n = 0; at >= 0 && n < 8; n++) {
		const block *b = &s->r->blocks.p[at];

		if (b->tok != i &&
		    (says_any_in(s, b->tok, b->tok + b->ntok, SAID("nhiệm vụ")) <
		             b->tok + b->ntok &&
		     says_any_in(s, b->tok, b->tok + b->ntok, SAID("kết quả")) >= b->tok + b->ntok))
			return true;
		at = b->parent;
	}
	return false;
}

/* "Văn phòng Sở: Dự toán kinh phí, gửi Sở Tài chính": behind a colon at k what is made, and what is
 * done with it. */
static bool makes_at(const scan *s, uint32_t k, uint32_t end)
{
	enum { FAR = 40 };
	uint32_t far = end < k + FAR ? end : k + FAR;

	if (!scan_mark(s, k - 1, ':') || cue_at(s, k, NULL) != CUE_DELIVERABLE)
		return false;
	for (uint32_t j = k; (j = scan_next(s, j, far, ',')) < far; j++)
		if (cue_at(s, j + 1, NULL) == CUE_REPORT)
			return true;
	return false;
}

/* May an item of this paper order though no opening said so? What asks upwards, binds by articles
 * or only accounts for things does not. */
static bool items_order(const scan *s, uint32_t i)
{
	static const bool never[] = {
		[KIND_TO_TRINH] = true,    [KIND_PHIEU_TRINH] = true,    [KIND_BIEN_BAN] = true,
		[KIND_LUAT] = true,        [KIND_NGHI_DINH] = true,      [KIND_THONG_TU] = true,
		[KIND_HOP_DONG] = true,    [KIND_QUY_CHE] = true,        [KIND_QUY_DINH] = true,
		[KIND_BAN_GHI_NHO] = true, [KIND_BAN_THOA_THUAN] = true,
	};
	doc_kind k = s->r->kind.value;

	if (k == KIND_BAO_CAO) /* what it says of its own rooms' next tasks */
		return under_tasks(s, i);
	if ((size_t)k < ARRAY_LEN(never) && never[k])
		return false;
	return (k != KIND_NONE && k != KIND_CONG_VAN) || walk_tells(s->r);
}

/* Is who stands at i told as such, not only spoken of: known, several, all of a kind, by name, by a head word? */
static bool named_as_told(const scan *s, uint32_t i, const actors *lead)
{
	enum { HEAD = 12 };
	uint32_t who = name_skip_quantifier(s, i, i + HEAD); /* "Tất cả các" */

	return told_registered(lead) || lead->n > 1 || (who > i && scan_is(s, who - 1, W_CAC)) ||
	       lead->p[0].name.n != 0 || cue_at(s, i, NULL) == CUE_HEAD ||
	       cue_at(s, i, NULL) == CUE_POST || cue_at(s, i, NULL) == CUE_RANK ||
	       (item_opens(s, i) && who == i && subject_head(s, i, i + HEAD) != i);
}

/* Does the list in which the item at i stands account for the time that went by ("Trong 6 tháng đầu năm, ...",
 * and what each did), or is it an article, where nobody knows of what paper: it may be a law's? */
static bool list_binds_nobody(const scan *s, uint32_t i)
{
	enum { UP = 8 };
	const blocks *bs = &s->r->blocks;
	int32_t at = block_of_tok(s, i);

	if (paragraph_looks_back(s, i))
		return true;
	for (int32_t k = at - 1; k >= 0 && k + UP > at; k--)
		if (bs->p[k].marker.len == 0)
			return paragraph_looks_back(s, bs->p[k].tok) ||
			       (s->r->kind.value == KIND_NONE &&
			        article_at(s, bs->p[k].tok) != bs->p[k].tok);
	return false;
}

bool told_may(const scan *s, uint32_t i, const govern *g)
{
	return g->active ||
	       (!g->mute_all && scan_tok(s, i)->kind != TOK_NUM && /* "7h00: Các lớp chào cờ" */
	        (g->announced || item_opens(s, i) || step_opens(s, i) || sentence_in_item(s, i)) &&
	        items_order(s, i) && !list_binds_nobody(s, i));
}

/* "Phòng Y tế: Chỉ đạo các trạm trực": does a paragraph at i name somebody, and behind a colon begin the order at
 * k with a capital? */
static bool told_by_colon(const scan *s, uint32_t i, uint32_t k)
{
	int32_t at = block_of_tok(s, i);

	return scan_mark(s, k - 1, ':') && (scan_tok(s, k)->flags & TF_CAP) && at >= 0 &&
	       s->r->blocks.p[at].tok == i;
}

bool told_barely(const scan *s, uint32_t i, uint32_t k, uint32_t end, const govern *g,
                 const actors *lead)
{
	return named_as_told(s, i, lead) &&
	       (order_begins(s, k, end) || order_begins(s, k + which_preverb(s, k), end) ||
	        cue_at(s, k, NULL) == CUE_CONDITION || makes_at(s, k, end)) &&
	       (told_may(s, i, g) ||
	        (((told_registered(lead) && paragraph_opens(s, i)) || told_by_colon(s, i, k)) &&
	         items_order(s, i)));
}

bool told_until(const scan *s, uint32_t i, uint32_t k, uint32_t end, const actors *lead)
{
	return limit_within(s, tokens_span(&s->tk, k, end)) >= 0 && named_as_told(s, i, lead) &&
	       (order_begins(s, k, end) || cue_at(s, k, NULL) == CUE_CONDITION) &&
	       items_order(s, i) && !paragraph_looks_back(s, i);
}

/* Is the item at i over, but for a bracket and a full stop? */
static bool item_over(const scan *s, uint32_t i, uint32_t end)
{
	slice note;

	while (i < end && scan_tok(s, i)->kind == TOK_PUNCT) {
		uint32_t past = name_bracket(s, i, end, &note);

		i = past != i ? past : i + 1;
	}
	return i >= end;
}

bool told_at_end(const scan *s, uint32_t i, uint32_t end, const govern *g, duty *d)
{
	enum { LEAST = 3, WHAT_WORDS = 24 };
	uint32_t colon = scan_next(s, i, end < i + WHAT_WORDS ? end : i + WHAT_WORDS, ':');
	uint32_t who = colon + 1, after;

	if (who >= end || colon < i + LEAST || !scan_mark(s, colon, ':') || topic_at(s, i) ||
	    !(order_begins(s, i, colon) || order_unknown(s, i, end)) || order_prohibits(s, i) ||
	    cue_at(s, i, NULL) == CUE_LEAD)
		return false;
	*d = (duty){
		.from = i, .act = i, .source = LEAD_STATED, .rule = "item-ends", .own_actor = true};
	after = actors_at(s, who, end, false, &d->lead);
	if (after == who)
		after = actors_person(s, who, end, &d->lead);
	if (after == who || !item_over(s, after, end) || g->lead != NULL || !told_may(s, i, g) ||
	    !named_as_told(s, who, &d->lead))
		return false;
	d->to = limit_within(s, tokens_span(&s->tk, colon, end)) >= 0 ? end : colon;
	return true;
}
