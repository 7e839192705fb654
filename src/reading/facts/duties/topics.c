/*
 * topics.c - headings that are about a thing: under which nothing is ordered, under which stands
 * what was done, or behind whose colon stands who is told.
 *
 * Two tables of words, each phrase in one; what is no heading by its shape is never asked about.
 */
#include "reading/facts/duties/walk_priv.h"

#include "reading/facts/text/phrase.h"

/* Under these nothing is ordered barely: who comes, what is about, when and where. */
static const slice mute[] = {S("thành phần"), S("thời gian"), S("địa điểm"),        S("nội dung"),
                             S("kinh phí"),   S("hình thức"), S("chủ trì cuộc họp")};
SAYINGS(mute);

/* ... and under these nobody is told at all: why, or only who. */
static const slice aims[] = {
	S("cơ quan chủ trì"),   S("cơ quan phối hợp"), S("đơn vị chủ trì"),
	S("đơn vị phối hợp"),   S("đơn vị thực hiện"), S("cơ quan thực hiện"),
	S("chủ trì thực hiện"), S("mục tiêu"),         S("mục đích"),
	S("quan điểm"),         S("bối cảnh"),         S("đánh giá tình hình")};
SAYINGS(aims);

/* Under these stands what was done, and by whom. */
static const slice results[] = {S("kết quả"),
                                S("một số kết quả"),
                                S("những kết quả"),
                                S("về kết quả"),
                                S("đánh giá chung"),
                                S("đánh giá kết quả"),
                                S("tình hình"),
                                S("thực trạng"),
                                S("thuận lợi"),
                                S("ưu điểm"),
                                S("tồn tại"),
                                S("hạn chế"),
                                S("những tồn tại"),
                                S("những hạn chế"),
                                S("một số tồn tại"),
                                S("một số hạn chế"),
                                S("khó khăn, vướng mắc"),
                                S("nguyên nhân"),
                                S("nhận xét")};
SAYINGS(results);

bool topic_at(const scan *s, uint32_t i)
{
	const saying_table *all[] = {&said_mute, &said_aims, &said_results};
	uint32_t n = 0, cue;

	for (size_t k = 0; k < ARRAY_LEN(all); k++) {
		uint32_t more = says_any(s, i, all[k], NULL);

		n = more > n ? more : n;
	}
	return n != 0 && (cue_at(s, i, &cue) == CUE_NOUN || cue <= n);
}

/* Past the marks with which a heading begins. */
static uint32_t first_word(const scan *s, const block *b)
{
	uint32_t i = b->tok;

	while (i < b->tok + b->ntok && scan_tok(s, i)->kind == TOK_PUNCT)
		i++;
	return i;
}

bool topic_mute(const scan *s, const block *b)
{
	return topic_at(s, first_word(s, b));
}

bool topic_aims(const scan *s, const block *b)
{
	return says_any(s, first_word(s, b), &said_aims, NULL) != 0;
}

bool topic_tells_results(const scan *s, const block *b)
{
	enum { WORDS = 24 };
	uint32_t i = b->tok, end = b->tok + b->ntok;

	return b->marker.len != 0 && b->marker_class != MARKER_BULLET && b->ntok < WORDS &&
	       !block_ends_with(s, b, '.') && says_any(s, i, &said_results, NULL) != 0 &&
	       cue_next(s, i, end, CUE_ASSIGN) >= end;
}

/* "1. Bộ Công Thương chủ trì, phối hợp với các bộ liên quan", over a list: who, and who joins, but not yet
 * what. Tokens [i, end). */
static bool body_and_joining(walk *w, uint32_t i, uint32_t end, govern *g)
{
	const scan *s = w->s;
	actors lead = {0};
	duty said = {0};
	uint32_t after = actors_at(s, i, end, false, &lead);
	enum cue c = after < end ? cue_at(s, after, NULL) : CUE_NONE;

	if (after == i || (c != CUE_LEAD && c != CUE_COORD) ||
	    (!told_registered(&lead) && cue_at(s, i, NULL) != CUE_HEAD) ||
	    coordination_read(s, after, end, &said) < end)
		return false;
	govern_by(g, walk_keep(w, lead), LEAD_HEADING);
	g->with = said.with.n != 0 ? walk_keep(w, said.with) : NULL;
	return true;
}

/* "2. TVGS:", over a list: a body by its letters alone, as the paper calls it. */
static bool heads_short(walk *w, const block *b, uint32_t end, govern *g)
{
	enum { LEAST = 3, MOST = 8 };
	const scan *s = w->s;
	const token *t = scan_tok(s, b->tok);
	actors lead = {0};
	actor a = {.at = tokens_span(&s->tk, b->tok, end)};

	if (end != b->tok + 1 || t->kind != TOK_WORD || !(t->flags & TF_UPPER) ||
	    (t->flags & TF_ROMAN) || t->len < LEAST || t->len > MOST || !scan_mark(s, end, ':'))
		return false;
	a.text = slice_at(s->tk.text, a.at);
	*VEC_PUSH(s->a, &lead) = a;
	govern_by(g, walk_keep(w, lead), LEAD_HEADING);
	return true;
}

bool topic_heads_body(walk *w, const block *b, uint32_t end, govern *g)
{
	enum { WORDS = 20 };
	const scan *s = w->s;
	actors lead = {0};
	uint32_t i = scan_next(s, b->tok, end, ':') + 1, after;

	if (b->marker.len == 0 || !block_has_children(s, b))
		return false;
	if (body_and_joining(w, b->tok, end, g) || heads_short(w, b, end, g))
		return true;
	if (i >= end || !(scan_tok(s, i)->flags & (TF_CAP | TF_BODY)))
		return false;
	after = actors_at(s, i, end, false, &lead);
	if (after == i)
		return false;
	/* "Các nhà đầu tư hạ tầng": told apart by plain words */
	if (after < end && lead.n == 1 && lead.p[0].agency.n == 0 && end < i + WORDS &&
	    name_plain(s, after) && !order_begins(s, after, end)) {
		name_reaches(s, &lead, end);
		after = end;
	}
	if (after < end)
		return false;
	govern_by(g, walk_keep(w, lead), LEAD_HEADING);
	return true;
}
