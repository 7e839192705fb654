/*
 * slots.c - tasks of a plan that are set out in lines instead of a sentence.
 *
 *   1. Rà soát thủ tục ...                  1. Phát triển sản phẩm
 *   - Cơ quan chủ trì: X.                   - Khảo sát tuyến ...
 *   - Cơ quan phối hợp: Y.                  - Số hóa dữ liệu ...
 *   - Thời gian hoàn thành: Quý III.        Chủ trì: X; phối hợp: Y. Thời gian: Quý III.
 *
 * On the left one duty: the heading (or the line "Nội dung:") is what. On the right each
 * bullet is one, and the lines behind the last bullet say who, with whom and until when. A
 * bracket at the end of an item ("(Chủ trì: X; hoàn thành: Quý III)") says it of that item.
 * Without a line that names who leads, nothing is read here.
 */
#include "reading/facts/duties/walk_priv.h"

#include "reading/facts/tables/table.h"
#include "reading/facts/text/phrase.h"
#include "reading/facts/text/within.h"

enum { LINES_MAX = 8, BULLETS_MAX = 200, LABEL_TOKENS = 10, BRACKET_MAX = 120 };

typedef enum slot_kind {
	SLOT_NONE,
	SLOT_LEAD,
	SLOT_WITH,
	SLOT_TIME,
	SLOT_WHAT,
	SLOT_OTHER
} slot_kind;

/* What the lines say. */
typedef struct slots {
	actors lead, with;
	uint32_t what, what_end; /* tokens of "Nội dung: ..."; equal: none */
	uint32_t from, to; /* tokens of the lines */
	uint32_t n; /* how many labels */
} slots;

/* What the label at i says; ret_after: the token after its colon. */
static slot_kind slot_of(const scan *s, uint32_t i, uint32_t end, uint32_t *ret_after)
{
	static const slice makers[] = {
		S("chuẩn bị"),  S("tham mưu"),          S("soạn thảo"), S("trình"),  S("phụ trách"),
		S("được giao"), S("chủ trì soạn thảo"), S("thực hiện"), S("đầu mối")};
	SAYINGS(makers);
	uint32_t colon = i;
	bool held;

	while (colon < end && colon < i + LABEL_TOKENS && !scan_mark(s, colon, ':'))
		colon++;
	if (colon >= end || !scan_mark(s, colon, ':'))
		return SLOT_NONE;
	*ret_after = colon + 1;
	if (scan_is(s, i, W_THOI) || scan_is(s, i, W_TIEN_1) || scan_is(s, i, W_HOAN))
		return SLOT_TIME;
	if (scan_is(s, i, W_NOI_4) && scan_is(s, i + 1, W_DUNG))
		return SLOT_WHAT;
	held = (scan_is(s, i, W_CO) || scan_is(s, i, W_DON)) && colon > i + 2;
	/* "Cơ quan chuẩn bị:", "Đơn vị tham mưu:" */
	if (held && says_any(s, i + 2, &said_makers, NULL) == colon - i - 2)
		return SLOT_LEAD;
	for (uint32_t j = i; j < colon; j++) {
		if (scan_is(s, j, W_PHOI_1))
			return SLOT_WITH;
		/* "Chủ trì hội nghị: ...", "Mở gian hàng (Chủ trì: ..." */
		if (scan_is(s, j, W_HOI_4) || scan_is(s, j, W_HOP_4) || scan_mark(s, j, '('))
			return SLOT_NONE;
		if ((scan_is(s, j, W_CHU_2) && scan_is(s, j + 1, W_TRI_5) &&
		     !scan_is(s, j + 2, W_HOI_4) && !scan_is(s, colon - 1, W_HOP_4)) ||
		    (held && scan_is(s, j, W_THUC) && scan_is(s, j + 1, W_HIEN)))
			return colon <= i + 6 ? SLOT_LEAD : SLOT_NONE;
	}
	return SLOT_OTHER;
}

/* One line of labels, tokens [i, end). False when its first words are none. */
static bool take_line(const scan *s, uint32_t i, uint32_t end, slots *ret)
{
	slot_kind kind = SLOT_NONE;
	uint32_t semicolon = scan_next(s, i, end, ';');

	for (uint32_t stop; i < end; i = stop + scan_mark(s, stop, ';')) {
		uint32_t after = i;
		slot_kind next = slot_of(s, i, end, &after);

		if (semicolon < i)
			semicolon = scan_next(s, i, end, ';');
		stop = sentence_end(s, i, semicolon); /* a part ends at either */
		if (next != SLOT_NONE && after <= stop)
			kind = next, ret->n++;
		else
			after = i; /* "phối hợp: Sở A; Sở B" goes on */
		if (next == SLOT_NONE && order_only_until(s, i, end) != i)
			kind = SLOT_TIME; /* "...; hoàn thành trong quý III" */
		if (kind == SLOT_NONE)
			return false;
		if (kind == SLOT_LEAD)
			bodies_read(s, after, stop, &ret->lead, &ret->with);
		else if (kind == SLOT_WITH)
			bodies_read(s, after, stop, &ret->with, &ret->with);
		else if (kind == SLOT_WHAT)
			ret->what = after, ret->what_end = stop;
	}
	return true;
}

/* The line of a block without items of its own. */
static bool take_block(const scan *s, const block *l, slots *ret)
{
	if (l->first_child >= 0 || !take_line(s, l->tok, l->tok + l->ntok, ret))
		return false;
	if (ret->from == ret->to)
		ret->from = l->tok;
	ret->to = l->tok + l->ntok;
	return true;
}

/* The limits among the lines go to the assignment. */
static void take_limits(walk *w, const slots *from, assignment *a)
{
	reading *r = w->s->r;
	span at = tokens_span(&w->s->tk, from->from, from->to);

	for (uint32_t i = dates_from(w->s, at.at); i < r->dates.n; i++) {
		if (r->dates.p[i].at.at >= span_end(at))
			break;
		if (r->dates.p[i].role == ROLE_DEADLINE)
			*VEC_PUSH(w->s->a, &a->deadlines) = i;
	}
	if (a->deadlines.n != 0 && a->nature == NATURE_STANDING)
		a->nature = NATURE_TASK;
	a->track |= a->deadlines.n != 0 && a->nature != NATURE_PROHIBITION;
}

/* The duty of tokens [from, to), with what the lines say of it. */
static void add_task(walk *w, const block *b, uint32_t from, uint32_t to, const slots *said)
{
	duty d = {.from = from,
	          .to = to,
	          .act = from,
	          .source = LEAD_STATED,
	          .rule = "plan-slots",
	          .lead = said->lead,
	          .with = said->with,
	          .own_actor = true};

	/* Shared by the duties of the lines, so full: who adds to one copies it first. */
	d.lead.cap = d.lead.n;
	d.with.cap = d.with.n;
	d.act = coordination_read(w->s, from, to, &d);
	walk_add(w, &d, b->parent < 0 ? &w->top : &w->given[b->parent]);
	take_limits(w, said, &w->s->r->assignments.p[w->s->r->assignments.n - 1]);
}

/* Block k is the task, its children are the lines. */
static bool one_task(walk *w, uint32_t k)
{
	const blocks *bs = &w->s->r->blocks;
	const block *b = &bs->p[k];
	slots said = {0};
	uint32_t lines = 0;
	assignment *a;

	for (int32_t c = b->first_child; c >= 0 && lines < LINES_MAX; c = bs->p[c].next, lines++) {
		if (bs->p[c].zone != b->zone || !take_block(w->s, &bs->p[c], &said))
			return false;
		w->slots_end = (uint32_t)c + 1;
	}
	if (said.lead.n == 0 || said.n < 2)
		return false;
	if (said.what < said.what_end)
		add_task(w, b, said.what, said.what_end, &said);
	else
		add_task(w, b, b->tok, b->tok + b->ntok, &said);
	a = &w->s->r->assignments.p[w->s->r->assignments.n - 1];
	a->at = tokens_span(&w->s->tk, b->tok, said.to);
	return true;
}

/* The bullets under block k are the tasks; the lines stand behind the last of them. */
static bool many_tasks(walk *w, uint32_t k)
{
	const blocks *bs = &w->s->r->blocks;
	const block *b = &bs->p[k];
	slots said = {0};
	uint32_t n = 0;
	int32_t last = -1;

	for (int32_t c = b->first_child; c >= 0; c = bs->p[c].next) {
		if (bs->p[c].marker.len == 0 || bs->p[c].zone != b->zone || n++ == BULLETS_MAX ||
		    (last >= 0 && bs->p[last].first_child >= 0))
			return false;
		last = c;
	}
	if (last < 0)
		return false;
	n = 0;
	for (int32_t c = bs->p[last].first_child; c >= 0 && n < LINES_MAX; c = bs->p[c].next, n++) {
		if (bs->p[c].marker.len != 0 || !take_block(w->s, &bs->p[c], &said))
			return false;
		w->slots_end = (uint32_t)c + 1;
	}
	if (said.lead.n == 0)
		return false;
	for (int32_t c = b->first_child; c >= 0; c = bs->p[c].next)
		add_task(w, b, bs->p[c].tok, bs->p[c].tok + bs->p[c].ntok, &said);
	return true;
}

/* "1.1. Kiện toàn Ban Chỉ đạo. Đơn vị chủ trì: Sở A. Đơn vị phối hợp: Sở B.", and perhaps its
 * time in the lines below. */
static bool inline_task(walk *w, uint32_t k)
{
	const scan *s = w->s;
	const blocks *bs = &s->r->blocks;
	const block *b = &bs->p[k];
	uint32_t end = b->tok + b->ntok, stop = sentence_end(s, b->tok, end), after, n = 0;
	slots said = {0};

	if (stop >= end || (!order_begins(s, b->tok, stop) && !order_unknown(s, b->tok, stop)) ||
	    slot_of(s, stop, end, &after) != SLOT_LEAD || !take_line(s, stop, end, &said) ||
	    said.lead.n == 0)
		return false;
	said.from = stop;
	said.to = end;
	w->slots_end = k + 1;
	for (int32_t c = b->first_child; c >= 0 && n < LINES_MAX; c = bs->p[c].next, n++) {
		if (bs->p[c].marker.len != 0 || !take_block(s, &bs->p[c], &said))
			break;
		w->slots_end = (uint32_t)c + 1;
	}
	add_task(w, b, b->tok, stop, &said);
	return true;
}

/* "... (Chủ trì: Sở A; phối hợp: Sở B; hoàn thành: Quý III/2026)" at the end of item k. */
static bool bracketed(walk *w, uint32_t k)
{
	const scan *s = w->s;
	const block *b = &s->r->blocks.p[k];
	uint32_t end = b->tok + b->ntok, open;
	slots said = {0};

	while (end > b->tok && (scan_mark(s, end - 1, '.') || scan_mark(s, end - 1, ';')))
		end--;
	if (end == b->tok || !scan_mark(s, end - 1, ')'))
		return false;
	for (open = end - 1; open > b->tok && end - open < BRACKET_MAX; open--)
		if (scan_mark(s, open, '('))
			break;
	if (!scan_mark(s, open, '(') || open == b->tok ||
	    slot_of(s, open + 1, end, &said.n) < SLOT_LEAD)
		return false;
	said.n = 0;
	if (!take_line(s, open + 1, end - 1, &said) || said.lead.n == 0)
		return false;
	said.from = open;
	said.to = end;
	add_task(w, b, b->tok, open, &said);
	w->slots_end = k + 1;
	return true;
}

bool slots_read(walk *w, uint32_t k)
{
	const block *b = &w->s->r->blocks.p[k];
	uint32_t before = w->slots_end;

	if (w->meeting || b->marker.len == 0)
		return false;
	if (inline_task(w, k) ||
	    (b->first_child < 0 ? bracketed(w, k) : one_task(w, k) || many_tasks(w, k)))
		return true;
	w->slots_end = before;
	return false;
}

bool heads_leader(walk *w, const block *b, uint32_t end, govern *g)
{
	duty said = {0};

	if (w->meeting || b->first_child < 0 || !told_heading(w->s, b->tok, end, &said))
		return false;
	govern_by(g, walk_keep(w, said.lead), LEAD_HEADING);
	g->with = said.with.n != 0 ? walk_keep(w, said.with) : NULL;
	return true;
}
