/*
 * heads.c - openings and headings: what governs the blocks after them.
 */
#include "reading/facts/duties/walk_priv.h"

#include "reading/facts/text/phrase.h"
#include "reading/facts/text/within.h"

/* Words between a body and the colon of an opening that gives no duty itself. */
enum { SHORT = 14 };

bool block_ends_with(const scan *s, const block *b, uint16_t mark)
{
	return b->ntok != 0 && scan_mark(s, b->tok + b->ntok - 1, mark);
}

/* The sentence that ends the block: where an opening or a heading stands. */
uint32_t block_last_sentence(const scan *s, const block *b)
{
	uint32_t end = b->tok + b->ntok, i = b->tok;

	for (;;) {
		uint32_t stop = sentence_end(s, i, end);

		if (stop >= end)
			return i;
		i = stop;
	}
}

bool block_has_children(const scan *s, const block *b)
{
	return b->first_child >= 0 && s->r->blocks.p[b->first_child].zone == b->zone;
}

/* "... bao gồm:", "... gồm:", "... cụ thể:", "... như:": what follows spells it out. */
bool block_spells_out(const scan *s, const block *b)
{
	uint32_t end = b->tok + b->ntok;

	return end >= b->tok + 2 && (scan_is(s, end - 2, W_GOM_5) || scan_is(s, end - 2, W_DOS_1) ||
	                             scan_is(s, end - 2, W_LA) || scan_is(s, end - 2, W_NHU));
}

/* The parts of an invitation in which duties are given. */
static bool is_prep_heading(const scan *s, const block *b)
{
	uint32_t end = b->tok + (b->ntok < 12 ? b->ntok : 12);

	for (uint32_t i = b->tok; i + 1 < end; i++)
		if ((scan_is(s, i, W_CHUAN_2) && scan_is(s, i + 1, W_BI_4)) ||
		    (scan_is(s, i, W_THUC) && scan_is(s, i + 1, W_HIEN)) ||
		    (scan_is(s, i, W_PHAN) && scan_is(s, i + 1, W_CONG_6)) ||
		    (scan_is(s, i, W_GIAO) && scan_is(s, i + 1, W_NHIEM_4)))
			return true;
	return false;
}

actors *walk_keep(walk *w, actors list)
{
	actors *p = arena_new(w->s->a, actors);

	*p = list;
	return p;
}

/* "Sở Công Thương hướng dẫn các đơn vị triển khai một số nội dung sau:": does "hướng dẫn" at i tell those behind
 * it, in an opening? */
static bool guides(const scan *s, uint32_t i, uint32_t end, uint32_t *ret_n)
{
	actors whom = {0};
	uint32_t after;

	*ret_n = 2;
	if (!scan_is(s, i, W_HUONG) || says(s, i, S("hướng dẫn")) == 0 ||
	    !scan_is(s, end - 2, W_SAU) || (scan_tok(s, i)->flags & TF_CAP))
		return false;
	after = actors_at(s, i + 2, end, false, &whom);
	return after > i + 2 && order_begins(s, after, end);
}

/* The first "giao X" of a sentence, as actors only. */
static bool opening_actors(const scan *s, uint32_t i, uint32_t end, actors *out)
{
	for (; i < end; i++) {
		uint32_t n, after;

		if (cue_at(s, i, &n) != CUE_ASSIGN && !guides(s, i, end, &n))
			continue;
		if (i > 0 && (scan_is(s, i - 1, W_DUOC) || scan_is(s, i - 1, W_THEO) ||
		              scan_is(s, i - 1, W_DOS_1) || scan_is(s, i - 1, W_DA_3)))
			continue;
		out->n = 0;
		after = actors_at(s, i + n, end, false, out);
		/* "yêu cầu các đơn vị, cá nhân và nhân dân thực hiện các việc sau:" */
		if (after > i + n && !told_begins(s, after, end, out))
			(void)told_clause(s, i + n, after, end, out);
		if (after == i + n || out->n == 0)
			continue;
		/* "đề nghị quý Ủy ban:": those to whom it is written */
		if (slice_starts(out->p[0].text, S("quý ")) && s->r->addressees.n != 0)
			*out = s->r->addressees;
		/* "đề nghị UBND các tỉnh, thành phố phía Nam:" */
		else if (after + 1 < end && scan_mark(s, end - 1, ':'))
			(void)told_by_place(s, after, end - 1, out);
		return true;
	}
	return false;
}

void govern_by(govern *g, const actors *lead, lead_source source)
{
	g->lead = lead;
	g->with = NULL;
	g->source = source;
	g->active = true;
	g->mute = g->mute_all = false;
	g->details = g->unmarked = false;
	g->listed = source == LEAD_HEADING;
}

/* "Giao Sở A chủ trì, phối hợp với Sở B, Sở C:": who joins in what the list tells; NULL: nobody. */
static const actors *joining(walk *w, uint32_t i, uint32_t end)
{
	const scan *s = w->s;
	duty said = {0};

	i = cue_next(s, i, end, CUE_COORD);
	if (i >= end)
		return NULL;
	i = coordination_read(s, i, end, &said);
	i += says(s, i, S("thực hiện"));
	return said.with.n != 0 && i + 1 >= end ? walk_keep(w, said.with) : NULL;
}

/* "báo cáo các", "cung cấp một số" before token i */
static bool reports_before(const scan *s, uint32_t i)
{
	i -= i > 2 && scan_is(s, i - 1, W_SO) && scan_is(s, i - 2, W_MOT_4) ? 2 : 0;
	i -= i > 1 && scan_is(s, i - 1, W_CAC);
	return i > 2 && ((scan_is(s, i - 1, W_CAO_1) && scan_is(s, i - 2, W_BAO_1)) ||
	                 (scan_is(s, i - 1, W_CAP) && scan_is(s, i - 2, W_CUNG)));
}

/* Does the sentence that ends before `end` announce duties ("thực hiện một số nhiệm vụ
 * sau:"), rather than give one? */
static bool announces(const scan *s, uint32_t end)
{
	/* "... báo cáo nhanh theo hướng dẫn sau:" */
	if (end > 5 && scan_is(s, end - 5, W_THEO) && scan_is(s, end - 4, W_HUONG))
		return false;
	for (uint32_t i = end > 8 ? end - 8 : 0; i + 1 < end; i++) {
		if (i > 0 && scan_is(s, i - 1, W_THEO))
			continue;
		/* "... báo cáo một số nội dung sau:" */
		if (scan_is(s, i, W_NOI_4) && reports_before(s, i))
			return false;
		if ((scan_is(s, i, W_NHIEM_4) && scan_is(s, i + 1, W_VU_4)) ||
		    (scan_is(s, i, W_NOI_4) && scan_is(s, i + 1, W_DUNG)) ||
		    (scan_is(s, i, W_CONG_6) && scan_is(s, i + 1, W_VIEC)) ||
		    (scan_is(s, i, W_GIAI_2) && scan_is(s, i + 1, W_PHAP_1)) ||
		    (scan_is(s, i, W_THUC) && scan_is(s, i + 1, W_HIEN)) || scan_is(s, i, W_VIEC) ||
		    (scan_mark(s, i + 1, ':') && !scan_is(s, i, W_GOM_5)))
			return true;
	}
	return false;
}

/* "... thực hiện đúng các cam kết đối với một số công trình sau:", "- Chỉ đạo Sở A ...": do the first two items
 * below b begin with an order, so that they are what is told and no details of it? */
static bool orders_below(const scan *s, const block *b)
{
	enum { ITEMS = 2 };
	static const slice details[] = {S("báo cáo"), S("đánh giá"), S("kết quả"), S("thống kê")};
	SAYINGS(details);
	const block *last = s->r->blocks.p + s->r->blocks.n;
	uint32_t n = 0;

	if (!scan_is(s, b->tok + b->ntok - 2, W_SAU))
		return false;
	for (const block *x = b + 1; x < last && n < ITEMS; x++, n++)
		if (x->zone != b->zone || x->marker.len == 0 ||
		    x->marker_class != (b + 1)->marker_class ||
		    !order_begins(s, x->tok, x->tok + x->ntok) ||
		    says_any(s, x->tok, &said_details, NULL) != 0)
			return false;
	return n == ITEMS;
}

/* Does the block's last sentence only say that a list of tasks follows? */
static bool lists_below(const scan *s, const block *b)
{
	uint32_t end = b->tok + b->ntok;

	for (uint32_t i = block_last_sentence(s, b); i < end && i < b->tok + SHORT; i++)
		if (list_named(s, i) != 0)
			return true;
	return false;
}

/* "... đề nghị các trường tổ chức ngày hội, cụ thể như sau:", "1. Thời gian": does when or where stand below b, so
 * that it is the duty itself? */
static bool when_below(const scan *s, const block *b)
{
	static const slice when[] = {S("thời gian"), S("địa điểm")};
	SAYINGS(when);
	const block *next = b + 1;

	return next < s->r->blocks.p + s->r->blocks.n && next->zone == b->zone &&
	       says_any(s, next->tok, &said_when, NULL) != 0 && !lists_below(s, b);
}

/* Where the words of an opening [i, end) end before its own limit: "... các nhiệm vụ sau trước ngày
 * 15/6:", "... (hoàn thành trong tháng 6):". */
static uint32_t before_limit(const scan *s, uint32_t i, uint32_t end)
{
	enum { BRACKET = 24 };
	uint32_t stop = end - 1, k = dates_from(s, scan_tok(s, i)->at);

	if (scan_mark(s, stop - 1, ')'))
		for (uint32_t j = stop - 1; j > i && j + BRACKET > stop; j--)
			if (scan_mark(s, j - 1, '('))
				return j - 1;
	while (k < s->r->dates.n && s->r->dates.p[k].tok + s->r->dates.p[k].ntok < stop)
		k++;
	return k < s->r->dates.n && s->r->dates.p[k].tok + s->r->dates.p[k].ntok == stop
	               ? s->r->dates.p[k].tok
	               : stop;
}

/* Is who an opening tells plain: known, several, a group, or a body by its head word? */
static bool plainly_told(const scan *s, uint32_t i, uint32_t end, const actors *lead)
{
	enum cue c = cue_at(s, name_skip_quantifier(s, i, end), NULL);

	return told_registered(lead) || lead->n > 1 || scan_is(s, i, W_CAC) || c == CUE_HEAD ||
	       c == CUE_POST;
}

/* Where no opening came before: are those at i others than whoever writes, being many or the letter's own? */
static bool tells_others(const scan *s, uint32_t i, const actors *lead)
{
	return walk_tells(s->r) && (scan_is(s, i, W_CAC) || told_addressee(s, lead) ||
	                            (lead->n > 1 && !told_by_itself(s, &lead->p[0])));
}

/* "UBND xã tập trung thực hiện các nhiệm vụ sau:", up to token end: do those at `at`, their verb at `after`, open a
 * list of what they are told? */
static bool opens_by_subject(const scan *s, const govern *g, uint32_t at, uint32_t after,
                             uint32_t end, const actors *lead)
{
	return before_limit(s, at, end) < after + SHORT &&
	       (g->active || (!g->mute_all && tells_others(s, at, lead))) &&
	       plainly_told(s, at, end, lead) && order_begins(s, after, end) &&
	       (announces(s, end) || says(s, after, S("chỉ đạo")) != 0);
}

/* Who an opening tells by its subject: "Các chủ đầu tư thực hiện", "Trước ngày 15/6, các đơn vị
 * hoàn thành", "Để kịp tiến độ, Sở A ...". Returns where that stands; ret_after follows it, and
 * is the same where nobody is named. */
static uint32_t opening_subject(const scan *s, uint32_t i, uint32_t end, actors *lead,
                                uint32_t *ret_after)
{
	enum { COMMAS = 8 };
	bool behind = order_dated(s, i) || cue_at(s, i, NULL) == CUE_CONDITION ||
	              says(s, i, S("thời gian tới")) != 0;
	uint32_t j = i;

	for (int tries = 0; tries < COMMAS && j < end; tries++) {
		lead->n = 0;
		*ret_after = actors_at(s, j, end, false, lead);
		*ret_after += j == i && scan_mark(s, *ret_after, ',') &&
		              says(s, *ret_after + 1, S("chỉ đạo")) != 0;
		if (*ret_after > j && (j == i || (order_begins(s, *ret_after, end) &&
		                                  (behind || plainly_told(s, j, end, lead)))))
			return j;
		j = scan_next(s, j, end, ',') + 1;
	}
	lead->n = 0;
	*ret_after = i;
	return i;
}

/* "Chủ tịch UBND huyện yêu cầu": is somebody named in the few words before token j? */
static bool named_before(const scan *s, uint32_t i, uint32_t j)
{
	enum { WORDS = 8 };

	if (registered_before(s, j))
		return true;
	for (uint32_t k = j; k > i && k + WORDS > j && scan_tok(s, k - 1)->kind == TOK_WORD; k--)
		if ((scan_tok(s, k - 1)->flags & TF_CAP) &&
		    (cue_at(s, k - 1, NULL) == CUE_POST || cue_at(s, k - 1, NULL) == CUE_HEAD))
			return true;
	return false;
}

/* "Để khắc phục hạn chế, Sở Nội vụ đề nghị:", in a report or a reply: does the sentence [i, end) end
 * with what it asks of those who are named below? */
static bool asks_at_end(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t n;

	for (uint32_t j = end > i + 4 ? end - 4 : i; j < end; j++)
		if (cue_at(s, j, &n) == CUE_ASSIGN && j + n + 1 == end)
			return scan_mark(s, end - 1, ':') && named_before(s, i, j);
	return false;
}

/* "Không vì bão mà chậm. Ban Chỉ huy Quân sự các xã:": is nothing but who is told at i, up to the
 * colon? Not "Hội đồng thống nhất:". */
static bool named_alone(const scan *s, uint32_t i, uint32_t after, uint32_t end, const actors *lead)
{
	static const slice speaks[] = {S("kết luận"),  S("thống nhất"), S("quyết định"),
	                               S("thông báo"), S("trả lời"),    S("báo cáo"),
	                               S("giao")};
	SAYINGS(speaks);

	return after + 1 == end && plainly_told(s, i, end, lead) &&
	       said_before(s, after, &said_speaks) == 0 && scan_next(s, i, after, W_CAC) < after;
}

/* A block that ends with ':' and orders nothing itself: opening or heading. True when
 * it was one; its children's (or the top's) governor is set. */
bool head_opening(walk *w, const block *b, govern *g)
{
	const scan *s = w->s;
	uint32_t i = block_last_sentence(s, b), end = b->tok + b->ntok;
	bool item = b->marker.len != 0;
	actors lead = {0};
	uint32_t after, at;

	if (w->meeting && !g->prep)
		return false;
	if (block_spells_out(s, b) && g->active && order_word(s, i, end))
		return false;
	if (opening_actors(s, i, end, &lead) &&
	    ((!announces(s, end) && !orders_below(s, b)) || when_below(s, b))) {
		/* "... xây dựng báo cáo nhanh theo hướng dẫn sau:": the duty itself; what follows
		 * spells it out. */
		govern_by(g, walk_keep(w, lead), LEAD_OPENING);
		g->details = true;
		return false;
	}
	if (lead.n != 0) {
		govern_by(g, walk_keep(w, lead), item ? LEAD_HEADING : LEAD_OPENING);
		g->with = joining(w, i, end);
		g->listed = false;
		return true;
	}
	/* "a) Tập trung hoàn thành các nhiệm vụ sau trước ngày 15/12:" */
	if (item && g->lead != NULL && lists_below(s, b) && order_begins(s, i, end))
		return true;
	/* "Do Sở A chủ trì, gồm các việc sau:" */
	i += scan_is(s, i, W_DO) && (scan_tok(s, i)->flags & TF_CAP);
	at = opening_subject(s, i, end, &lead, &after);
	if (item && at == i && after > at && heads_spelt_below(s, b, after) &&
	    !orders_below(s, b)) {
		govern_by(g, walk_keep(w, lead), LEAD_HEADING);
		return g->details = true, false;
	}
	if (after > at && (item || (at > b->tok && named_alone(s, at, after, end, &lead)))) {
		govern_by(g, walk_keep(w, lead), LEAD_HEADING);
		g->with = joining(w, after, end);
		return true;
	}
	if (after > at && opens_by_subject(s, g, at, after, end, &lead)) {
		govern_by(g, walk_keep(w, lead), LEAD_OPENING);
		return true;
	}
	if (!walk_tells(s->r) && asks_at_end(s, i, end)) {
		govern_by(g, NULL, LEAD_OPENING);
		g->mute = true; /* who is asked is named below */
		return true;
	}
	if (!walk_tells(s->r))
		return false;
	if (head_announces(s, i, end)) {
		const actors *to = s->r->addressees.n ? &s->r->addressees : NULL;

		if (!item || g->lead == NULL)
			govern_by(g, to, to ? LEAD_ADDRESSEE : LEAD_NONE);
		return true;
	}
	return !item && head_tells_below(s, i, end, g);
}

uint32_t article_at(const scan *s, uint32_t i)
{
	return says(s, i, S("điều")) != 0 && (scan_tok(s, i)->flags & TF_CAP) &&
	                       scan_tok(s, i + 1)->kind == TOK_NUM &&
	                       (scan_mark(s, i + 2, '.') || scan_mark(s, i + 2, ':'))
	               ? i + 3
	               : i;
}

/* Past "Đối với", "Trách nhiệm chung của", "Nhiệm vụ của". */
static uint32_t skip_heading_words(const scan *s, uint32_t i, uint32_t end)
{
	static const slice sides[] = {S("về phía"),          S("về phần"),      S("phần việc của"),
	                              S("công việc của"),    S("phần việc do"), S("phân công cho"),
	                              S("nhóm nhiệm vụ của")};
	SAYINGS(sides);

	if (article_at(s, i) < end)
		i = article_at(s, i);
	i += says(s, i, S("riêng")) != 0;
	if (says_any(s, i, &said_sides, NULL) != 0)
		return i + says_any(s, i, &said_sides, NULL);
	i += says(s, i, S("quý thầy cô")); /* "Quý Thầy Cô Hiệu trưởng" */
	if (scan_is(s, i, W_DOI_1) && scan_is(s, i + 1, W_VOI_1))
		return i + 2;
	if (!scan_is(s, i + 1, W_NHIEM_4) && !scan_is(s, i, W_NHIEM_4))
		return i;
	for (uint32_t j = i + 2; j < end && j < i + 6; j++)
		if (scan_is(s, j, W_CUA))
			return j + 1;
	return i;
}

/* Is what stands below no order: results, or a topic that orders nothing? Then g is silenced. */
static bool heads_no_orders(const walk *w, const block *b, govern *g)
{
	const scan *s = w->s;
	bool results = topic_tells_results(s, b) && !(g->active && g->lead != NULL);

	/* "1. Đánh giá tình hình thực hiện dự toán" of those who are asked to: an order itself */
	if (!results && (!topic_mute(s, b) || (g->active && g->lead != NULL && b->marker.len != 0 &&
	                                       says(s, b->tok, S("đánh giá")) != 0)))
		return false;
	g->active &= !results;
	g->mute = g->details = true;
	g->mute_all = results || topic_aims(s, b) || w->meeting;
	return true;
}

/* A short block without a closing mark that only names a body or a topic. */
bool head_heading(walk *w, const block *b, govern *g)
{
	const scan *s = w->s;
	uint32_t end = b->tok + b->ntok, i = b->tok, after;
	bool colon = block_ends_with(s, b, ':');
	actors lead = {0};

	if (b->ntok == 0 || (!colon && (block_ends_with(s, b, '.') || block_ends_with(s, b, ';'))))
		return false;
	end -= colon;
	/* "Có trách nhiệm:" on a line of its own: whoever was named goes on. */
	if (colon && cue_at(s, i, &after) == CUE_DUTY && i + after == end)
		return true;
	i = skip_heading_words(s, i, end);
	/* "2. Đề nghị UBND các xã, phường", and the list of what they are asked */
	if (!colon && (b->marker.len != 0 ? block_has_children(s, b) : over_items(s, b)) &&
	    cue_at(s, i, &after) == CUE_ASSIGN && actors_at(s, i + after, end, false, &lead) == end)
		i += after;
	lead.n = 0;
	after = actors_at(s, i, end, false, &lead);
	if (after == i)
		after = heads_people(s, i, end, &lead);
	/* "NHIỆM VỤ CỦA XÃ THỜI GIAN TỚI": a line of capitals names only whom a registry knows. */
	if (after > i && (after < end || after == i + 1) && !told_registered(&lead) &&
	    block_text_upper(s, b))
		after = i;
	if (after > i && after < end && lead.n == 1 && block_has_children(s, b) && !colon &&
	    lead.p[0].agency.n == 0 &&
	    (lead.p[0].group.n == 0 || scan_is(s, after, W_DUOC) || scan_is(s, after, W_CO_1)) &&
	    b->ntok < 40 && b->marker.len != 0) {
		/* "Các tổ chức hoạt động trong lĩnh vực ...": who, told apart by a clause. */
		name_reaches(s, &lead, end);
		after = end;
	}
	/* "Tổ công tác có nhiệm vụ [sau]:", or who is told apart */
	if (colon && after > i && heads_which(s, b, after, end, &lead))
		after = end;
	if (!colon && after > i && after < end && b->marker.len != 0 && block_has_children(s, b) &&
	    told_by_place(s, after, end, &lead))
		after = end;
	if (after > i &&
	    (after == end || (after + 10 > end && (block_has_children(s, b) || b->bold) &&
	                      !order_word(s, after, end)))) {
		govern_by(g, walk_keep(w, lead), LEAD_HEADING);
		/* In an invitation a body heads the list of those who come from it. */
		if (w->meeting && !g->prep)
			g->active = false, g->mute = g->mute_all = true;
		return true;
	}
	if (!colon && b->ntok > 40)
		return false;
	if (w->meeting && is_prep_heading(s, b) && (block_has_children(s, b) || b->ntok < 8)) {
		g->prep = g->active = true;
		g->mute = g->mute_all = false;
		return true;
	}
	if (heads_leader(w, b, end, g) || topic_heads_body(w, b, end, g))
		return true;
	if (heads_no_orders(w, b, g))
		return b->ntok < 12 || block_has_children(s, b);
	return !colon && heads_title(s, b, after, end);
}
