/*
 * limits_items.c - the limit of several items: of those that a paragraph numbers ("mục 1, 2"), or of
 * all that stand above it.
 *
 * Must never give it to an item that has one of its own, nor to what goes on without an end.
 */
#include "reading/facts/duties/walk_priv.h"

#include "reading/facts/text/phrase.h"

/* The numbers after "mục", "khoản", "nội dung": "1, 2, 3", "1 đến 3", as bits 1..63; 0
 * when the paragraph names none. */
uint64_t limit_items(const scan *s, const block *b)
{
	static const uint16_t ends[SCAN_OF] = {W_MUC_4, W_KHOAN_2, W_DIEM_2, W_DUNG,
	                                       W_VU_4,  W_VU_4,    W_VU_4,   W_VU_4};
	uint64_t set = 0;

	for (uint32_t i = b->tok;
	     (i = scan_next_of(s, i, b->tok + b->ntok, ends)) + 1 < b->tok + b->ntok; i++) {
		uint32_t last = 0;
		bool range = false;

		if ((scan_is(s, i, W_DUNG) && !scan_is(s, i - 1, W_NOI_4)) ||
		    (scan_is(s, i, W_VU_4) && !scan_is(s, i - 1, W_NHIEM_4)))
			continue;
		/* "các đơn vị có tên tại các mục 2.1, 2.2": who, not what */
		if (says_any_in(s, i > b->tok + 4 ? i - 4 : b->tok, i, SAID("có tên")) < i)
			continue;
		for (i++; i < b->tok + b->ntok; i++) {
			const token *t = scan_tok(s, i);

			if (t->kind == TOK_NUM && t->num > 0 && t->num < ITEM_NUMBERS) {
				for (uint32_t n = range ? last + 1 : t->num; n <= t->num; n++)
					set |= (uint64_t)1 << n;
				last = t->num;
				range = false;
			} else if (t->kind == TOK_WORD && t->word == W_DEN) {
				range = last != 0;
			} else if (scan_mark(s, i, '-')) {
				range = last != 0;
			} else if (!scan_mark(s, i, ',') && !scan_is(s, i, W_VA) &&
			           !scan_is(s, i, W_SO) && !scan_is(s, i, W_TU) &&
			           !scan_is(s, i, W_MUC_4) && !scan_is(s, i, W_KHOAN_2)) {
				break;
			}
		}
	}
	return set;
}

/* The number of the topmost numbered item above byte `at`; 0 when there is none. */
static uint32_t top_item(const scan *s, uint32_t at)
{
	const blocks *bs = &s->r->blocks;
	int32_t k = (int32_t)ordered_last(ORDERED(bs, at.at), at) - 1;

	for (; k >= 0 && bs->p[k].parent >= 0; k = bs->p[k].parent)
		;
	if (k < 0 || bs->p[k].marker_class != MARKER_ARABIC)
		return 0;
	for (uint32_t i = 0, n = 0; i < bs->p[k].marker.len; i++) {
		char c = s->r->text.p[bs->p[k].marker.at + i];

		if (c < '0' || c > '9')
			return n;
		n = n * 10 + (uint32_t)(c - '0');
		if (n >= ITEM_NUMBERS)
			return 0;
	}
	return 0;
}

/* "Các nội dung nêu trên yêu cầu hoàn thành trước ngày ...", "Thời gian hoàn thành các nhiệm vụ
 * trên: ...": all that stands above. */
static bool names_all(const scan *s, const block *b)
{
	static const slice above[] = {S("các nội dung nêu trên"),
	                              S("các nhiệm vụ nêu trên"),
	                              S("các công việc nêu trên"),
	                              S("những nội dung nêu trên"),
	                              S("những nhiệm vụ nêu trên"),
	                              S("các nội dung trên"),
	                              S("các nhiệm vụ trên"),
	                              S("các công việc trên"),
	                              S("các nội dung công việc nêu trên")};
	/* "Giao Sở A tổng hợp kết quả thực hiện các nội dung trên": of which somebody reports */
	static const slice of[] = {S("kết quả thực hiện"),   S("việc thực hiện"),
	                           S("tình hình thực hiện"), S("tiến độ thực hiện"),
	                           S("quá trình thực hiện"), S("kết quả triển khai"),
	                           S("triển khai thực hiện")};
	SAYINGS(above);
	SAYINGS(of);
	uint32_t end = b->tok + b->ntok, i = says_any_in(s, b->tok, end, &said_above);

	return i < end &&
	       !(said_before(s, i, &said_of) != 0 && cue_next(s, b->tok, i, CUE_ASSIGN) < i);
}

/* The duties since the last call that have no limit of their own. */
static void wait_for_limit(walk *w)
{
	const assignments *as = &w->s->r->assignments;

	for (uint32_t i = w->waiting.sorted; i < as->n; i++) {
		const assignment *a = &as->p[i];
		uint32_t n = top_item(w->s, a->at.at);

		if (a->deadlines.n != 0)
			continue;
		if (has_no_end(a))
			*VEC_PUSH(w->s->a, &w->waiting.standing[n]) = i;
		else
			*VEC_PUSH(w->s->a, &w->waiting.of[n]) = i;
	}
	w->waiting.sorted = as->n;
}

/* Give it to these, but for those that got one since. */
static bool give_limit(walk *w, const uint32_t *list, uint32_t n, uint32_t limit)
{
	bool any = false;

	for (uint32_t i = 0; i < n; i++) {
		assignment *a = &w->s->r->assignments.p[list[i]];

		if (a->deadlines.n != 0)
			continue;
		*VEC_PUSH(w->s->a, &a->deadlines) = limit;
		a->track = !has_no_end(a);
		any = true;
	}
	return any;
}

/* "Giao Văn phòng tổng hợp kết quả thực hiện các nội dung trên, báo cáo trước ngày": the day of
 * whoever gathers, not of what is gathered. */
static bool gathers_above(const scan *s, const block *b)
{
	static const slice gathered[] = {S("tổng hợp kết quả"),  S("tổng hợp tình hình"),
	                                 S("tổng hợp tiến độ"),  S("tổng hợp việc"),
	                                 S("theo dõi, đôn đốc"), S("theo dõi việc")};
	SAYINGS(gathered);
	uint32_t end = b->tok + b->ntok;

	return cue_at(s, b->tok, NULL) == CUE_ASSIGN &&
	       says_any_in(s, b->tok, end, &said_gathered) < end;
}

bool limit_heads_items(const scan *s, const block *b)
{
	static const slice heads[] = {S("các nhiệm vụ"),        S("những nhiệm vụ"),
	                              S("các nội dung"),        S("các công việc"),
	                              S("những nội dung"),      S("các việc"),
	                              S("thời hạn hoàn thành"), S("thời gian hoàn thành")};
	SAYINGS(heads);
	block first = *b;

	if (says_any(s, b->tok, &said_heads, NULL) == 0)
		return false;
	first.ntok = sentence_end(s, b->tok, b->tok + b->ntok) - b->tok;
	return limit_items(s, &first) != 0;
}

/* A limit that says which items it governs: they get it, unless they have their own. */
bool limit_spread(walk *w, const block *b, uint32_t limit)
{
	uint64_t items = limit_items(w->s, b);
	bool any = false, all = items == 0 && b->marker.len == 0 && names_all(w->s, b);
	waiting *x = &w->waiting;

	if ((items == 0 && !all) || gathers_above(w->s, b))
		return false;
	wait_for_limit(w);
	for (uint32_t n = 0; n < ITEM_NUMBERS; n++) {
		if (!all && !(items >> n & 1))
			continue;
		any |= give_limit(w, x->of[n].p, x->of[n].n, limit);
		x->of[n].n = 0;
		if (all)
			continue;
		any |= give_limit(w, x->standing[n].p, x->standing[n].n, limit);
		x->standing[n].n = 0;
	}
	return any;
}
