/*
 * heads_which.c - the rest of a heading behind who is named: no order, but by what they are told apart from
 * others, or that they have duties at all. Must never take words of an order for a name.
 */
#include "reading/facts/duties/walk_priv.h"

#include "reading/facts/text/phrase.h"
#include "reading/facts/text/within.h"
#include "reading/facts/told/told_clause.h"

/* "Các tổ chức trả thu nhập:": who is told apart by the words [after, end) of the heading;
 * then they belong to the last of `lead`. */
static bool told_apart(const scan *s, const block *b, uint32_t after, uint32_t end, actors *lead)
{
	enum { HEADING_MAX = 40, BRACKETED = 60 }; /* tokens; with the bracket that tells which */
	uint32_t most = scan_mark(s, end - 1, ')') ? BRACKETED : HEADING_MAX;
	actor *last = &lead->p[lead->n - 1];

	/* "1. Chủ tịch UBND các tỉnh chỉ đạo:" */
	if (after + says(s, after, S("chỉ đạo")) == end)
		return true;
	if (sentence_end(s, after, end) < end)
		return false;
	/* "3. UBND xã, chỉ đạo các đơn vị thuộc quyền:" */
	if (scan_mark(s, after, ',') && says(s, after + 1, S("chỉ đạo")) != 0)
		return true;
	/* "2.1. Các bệnh viện, hoàn thành trước ngày 15/7:" */
	if (scan_mark(s, after, ',') && order_only_until(s, after, end) != after)
		return true;
	/* "1. Phòng Nội vụ tham mưu UBND huyện:": what one by its name is told */
	if (lead->n == 1 && cue_at(s, b->tok, NULL) == CUE_HEAD && order_begins(s, after, end))
		return false;
	if (b->ntok >= most || last->agency.n != 0 || order_plain(s, after) ||
	    scan_is(s, end - 1, W_SAU) || scan_mark(s, after, ';') ||
	    cue_at(s, after, NULL) == CUE_ASSIGN)
		return false;
	name_reaches(s, lead, end);
	return true;
}

uint32_t heads_people(const scan *s, uint32_t i, uint32_t end, actors *lead)
{
	uint32_t after;
	actor a;

	if (!scan_is(s, i, W_CAC) || !scan_mark(s, end, ':') ||
	    (after = subject_head(s, i, end)) == i)
		return i;
	a = (actor){.at = tokens_span(&s->tk, i, after)};
	a.text = slice_at(s->tk.text, a.at);
	*VEC_PUSH(s->a, lead) = a;
	return after;
}

bool heads_spelt_below(const scan *s, const block *b, uint32_t after)
{
	uint32_t end = b->tok + b->ntok;

	return order_begins(s, after, end) && says(s, end - 3, S("như sau")) != 0;
}

bool over_items(const scan *s, const block *b)
{
	const block *next = b + 1;

	return next < s->r->blocks.p + s->r->blocks.n && next->zone == b->zone &&
	       next->marker.len != 0;
}

bool heads_title(const scan *s, const block *b, uint32_t after, uint32_t end)
{
	return block_has_children(s, b) && b->marker.len != 0 &&
	       (s->r->blocks.p[b->first_child].marker.len != 0 || after == b->tok ||
	        !order_begins(s, after, end));
}

/* Do tokens [i, end) of a heading order nothing? */
static bool orders_nothing(const scan *s, uint32_t i, uint32_t end)
{
	while (i < end && !cue_orders(cue_at(s, i, NULL)) && !doing_at(s, i))
		i++;
	return i >= end;
}

/* "có nhiệm vụ sau đây" and no more in [i, end): what, the list tells. */
static bool duty_only(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t n;

	if (cue_at(s, i, &n) != CUE_DUTY)
		return false;
	i += n;
	i += says(s, i, S("sau")) != 0 || says(s, i, S("như")) != 0;
	return i >= end || i + 1 == end;
}

bool heads_which(const scan *s, const block *b, uint32_t after, uint32_t end, actors *lead)
{
	if (after >= end)
		return false;
	return duty_only(s, after, end) ||
	       ((block_has_children(s, b) ||
	         (b->marker.len == 0 && over_items(s, b) && orders_nothing(s, after, end))) &&
	        told_apart(s, b, after, end, lead));
}
