/*
 * slots.c - a task of a plan that is set out in lines instead of a sentence.
 *
 *   1. Rà soát thủ tục ...
 *   - Cơ quan chủ trì: X.
 *   - Cơ quan phối hợp: Y.
 *   - Thời gian hoàn thành: Quý III.
 *
 * One duty: the heading (or the line "Nội dung:") is what, the lines say who, with whom
 * and until when. Without a line that names who leads, nothing is read here.
 */
#include "reading/facts/walk_priv.h"

#include "reading/facts/within.h"

enum { SLOTS_MAX = 8, LABEL_TOKENS = 10 };

typedef enum slot_kind {
	SLOT_NONE,
	SLOT_LEAD,
	SLOT_WITH,
	SLOT_TIME,
	SLOT_WHAT,
	SLOT_OTHER
} slot_kind;

/* What the label of a line says; ret_after: the token after its colon. */
static slot_kind slot_of(const scan *s, const block *b, uint32_t *ret_after)
{
	uint32_t i = b->tok, end = b->tok + b->ntok, colon = i;
	bool held;

	while (colon < end && colon < i + LABEL_TOKENS && !scan_mark(s, colon, ':'))
		colon++;
	if (colon >= end || !scan_mark(s, colon, ':'))
		return SLOT_NONE;
	*ret_after = colon + 1;
	if (scan_is(s, i, W_THOI) || scan_is(s, i, W_TIEN_1))
		return SLOT_TIME;
	if (scan_is(s, i, W_NOI_4) && scan_is(s, i + 1, W_DUNG))
		return SLOT_WHAT;
	held = (scan_is(s, i, W_CO) || scan_is(s, i, W_DON)) && colon > i + 2;
	for (uint32_t j = i; j < colon; j++) {
		if (scan_is(s, j, W_PHOI_1))
			return SLOT_WITH;
		if ((scan_is(s, j, W_CHU_2) && scan_is(s, j + 1, W_TRI_5)) ||
		    (held && scan_is(s, j, W_THUC) && scan_is(s, j + 1, W_HIEN)))
			return colon <= i + 6 ? SLOT_LEAD : SLOT_NONE;
	}
	return SLOT_OTHER;
}

/* The limits of block b go to the assignment. */
static void take_limits(walk *w, const block *b, assignment *a)
{
	reading *r = w->s->r;

	for (uint32_t i = dates_from(w->s, b->at.at); i < r->dates.n; i++) {
		if (r->dates.p[i].at.at >= span_end(b->at))
			break;
		if (r->dates.p[i].role == ROLE_DEADLINE)
			*VEC_PUSH(w->s->a, &a->deadlines) = i;
	}
	if (a->deadlines.n != 0 && a->nature == NATURE_STANDING)
		a->nature = NATURE_TASK;
	a->track |= a->deadlines.n != 0 && a->nature != NATURE_PROHIBITION;
}

bool slots_read(walk *w, uint32_t k)
{
	scan *s = w->s;
	const blocks *bs = &s->r->blocks;
	const block *b = &bs->p[k], *time = NULL;
	duty d = {.from = b->tok,
	          .to = b->tok + b->ntok,
	          .act = b->tok,
	          .source = LEAD_STATED,
	          .rule = "plan-slots",
	          .own_actor = true};
	uint32_t n = 0, last = k, after = 0;
	assignment *a;

	if (w->meeting || b->marker.len == 0 || b->first_child < 0)
		return false;
	for (int32_t c = b->first_child; c >= 0 && n < SLOTS_MAX; c = bs->p[c].next, n++) {
		const block *l = &bs->p[c];
		slot_kind kind = l->zone == b->zone && l->first_child < 0 ? slot_of(s, l, &after)
		                                                          : SLOT_NONE;

		if (kind == SLOT_NONE)
			return false;
		if (kind == SLOT_LEAD)
			(void)actors_at(s, after, l->tok + l->ntok, true, &d.lead);
		else if (kind == SLOT_WITH)
			(void)actors_at(s, after, l->tok + l->ntok, true, &d.with);
		else if (kind == SLOT_TIME)
			time = l;
		else if (kind == SLOT_WHAT)
			d.act = after, d.to = l->tok + l->ntok;
		last = (uint32_t)c;
	}
	if (d.lead.n == 0 || n < 2)
		return false;
	walk_add(w, &d, b->parent < 0 ? &w->top : &w->given[b->parent]);
	a = &s->r->assignments.p[s->r->assignments.n - 1];
	if (time != NULL)
		take_limits(w, time, a);
	a->at.len = span_end(bs->p[last].at) - a->at.at;
	w->slots_end = last + 1;
	return true;
}
