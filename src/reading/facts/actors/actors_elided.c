/*
 * actors_elided.c - bodies named without their kind, which the head of their list or the one named
 * before gives: "các Sở: Tài chính, Nội vụ", "UBND các xã: Na Sầm, Thất Khê", "Sở Tài chính, Xây dựng".
 *
 * The registry knows most of them by the kind word and the rest; of others only the list shows that
 * they are names. Never looks over the list's end.
 */
#include "reading/facts/actors/names.h"

#include "reading/facts/text/phrase.h"

/* elided_kind() of "các Vụ: Pháp chế, ...": no kind that completes a name of a registry, but
 * what the list is of. No word has this number. */
#define KIND_OF_HEAD UINT16_MAX

void name_take(const scan *s, const hit *h, actor *out)
{
	const body *b = &s->rd->reg->bodies.p[h->value];

	if (b->cls == BODY_GROUP)
		out->group = b->code;
	else
		out->agency = s->rd->reg->bodies.p[b->owner].code;
}

/* What the items of a list lack: the kind word of its head. */
uint16_t elided_kind(const scan *s, uint32_t i, uint32_t colon)
{
	uint16_t kind = 0;

	for (; i < colon; i++) {
		const token *t = scan_tok(s, i);

		if (t->kind != TOK_WORD)
			continue;
		if (t->word == W_SO_2 || t->word == W_BO_4 || t->word == W_XA ||
		    t->word == W_PHUONG || t->word == W_HUYEN || t->word == W_QUAN_4)
			return t->word;
		if (t->word == W_CO || t->word == W_DON || t->word == W_NGANH)
			kind = W_SO_2;
		else if (kind == 0 && t->cue == CUE_HEAD && scan_is(s, i - 1, W_CAC))
			kind = KIND_OF_HEAD;
	}
	return kind;
}

bool elided_commune(uint16_t kind)
{
	return kind == W_XA || kind == W_PHUONG || kind == W_HUYEN || kind == W_QUAN_4;
}

bool elided_province(const scan *s, const hit *h)
{
	slice kind = s->rd->reg->bodies.p[s->rd->reg->bodies.p[h->value].owner].kind;

	return slice_eq(kind, S("tỉnh")) || slice_eq(kind, S("thành phố"));
}

/* One item of a list whose head gave the kind. Returns the token after. */
uint32_t elided_read(const scan *s, uint32_t i, uint32_t end, uint16_t kind, bool first, actor *out)
{
	hit h;
	uint32_t j;

	if (kind != 0 && kind != KIND_OF_HEAD &&
	    lexicon_longest_after(s->rd->lex, kind, &s->tk, i, LAYER_BODY, &h)) {
		name_take(s, &h, out);
		return i + h.ntok;
	}
	/* "UBND các phường: Yên Bái": a place's name alone is no province's here */
	if (body_at(s, i, &h) &&
	    (!elided_commune(kind) || cue_at(s, i, NULL) == CUE_HEAD || !elided_province(s, &h))) {
		name_take(s, &h, out);
		return i + h.ntok;
	}
	/* "UBND các huyện An Biên, Hòn Đất, thị xã Hà Tiên" */
	if (!first && elided_commune(kind) && name_unit(s, i) != i)
		return name_capitals(s, name_unit(s, i), end, 4);
	/* "UBND các quận: 6, 8, Bình Thạnh" */
	if (elided_commune(kind) && scan_tok(s, i)->kind == TOK_NUM &&
	    (scan_mark(s, i + 1, ',') || scan_is(s, i + 1, W_VA) || i + 1 >= end || !first))
		return i + 1;
	if (!(scan_tok(s, i)->flags & TF_CAP) || scan_is(s, i, W_LA) || scan_is(s, i, W_NHU) ||
	    (first && cue_at(s, i, NULL) != CUE_NONE))
		return i;
	/* Not known: a place's name; or, in a list known to be one, all between its commas. */
	j = name_capitals(s, i, end, 4);
	if ((!first && (kind == W_SO_2 || kind == W_BO_4)) || kind == KIND_OF_HEAD)
		return name_unknown(s, i, end);
	/* "phường Xuân Hương - Đà Lạt" */
	if (elided_commune(kind) && scan_mark(s, j, '-') && name_capitals(s, j + 1, end, 4) > j + 1)
		j = name_capitals(s, j + 1, end, 4);
	return j == end || scan_tok(s, j)->kind == TOK_PUNCT || scan_is(s, j, W_VA) ||
	                       cue_at(s, j, NULL) != CUE_NONE ||
	                       (!first && elided_commune(kind) && name_joins(scan_tok(s, j)->word))
	               ? j
	               : i;
}

bool elided_place_of(const scan *s, uint32_t i, const actor *of)
{
	hit h;

	return of->agency.n == 0 && of->group.n == 0 && of->post.n == 0 && i > 0 &&
	       scan_mark(s, i - 1, ',') && lexicon_longest(s->rd->lex, &s->tk, i, LAYER_BODY, &h) &&
	       h.tok == i && elided_province(s, &h);
}

/* "UBND xã Quan Sơn", "Công an phường Tam Thanh": is it the body of one unit? */
static bool unit_of(slice name)
{
	return (slice_starts(name, S("UBND ")) || slice_has(name, S(" UBND ")) ||
	        slice_starts(name, S("Ủy ban nhân dân ")) || slice_starts(name, S("Công an "))) &&
	       (slice_has(name, S(" xã ")) || slice_has(name, S(" phường ")) ||
	        slice_has(name, S(" thị trấn ")) || slice_has(name, S(" huyện "))) &&
	       !slice_has(name, S("các "));
}

/* "Tổ trưởng các tổ dân phố Bạch Cừ, La Vân": past a further place's name at i behind those of a
 * kind that no registry names; i when it is none. */
static uint32_t next_place(const scan *s, uint32_t i, uint32_t end, const actor *of)
{
	static const slice kinds[] = {S("thôn"), S("tổ dân phố"), S("huyện"), S("xã"), S("phường"),
	                              S("bản "), S("khu phố"),    S("xóm"),   S("ấp ")};
	bool places = false;
	uint32_t k = name_capitals(s, i, end, 3);

	/* "UBND xã Quan Sơn, thị trấn Đồng Mỏ" */
	if (name_unit(s, i) != i && of->group.n == 0 && unit_of(of->text))
		return name_capitals(s, name_unit(s, i), end, 4);
	if (of->agency.n != 0 || of->group.n != 0 || k == i || i < 2 || !scan_mark(s, i - 1, ',') ||
	    !(scan_tok(s, i - 2)->flags & TF_CAP) || cue_at(s, i, NULL) != CUE_NONE)
		return i;
	for (size_t n = 0; n < ARRAY_LEN(kinds); n++)
		places |= slice_has(of->text, kinds[n]);
	return places && slice_has(of->text, S("các ")) ? k : i;
}

uint32_t elided_next(const scan *s, uint32_t i, uint32_t end, uint32_t before, const actor *of,
                     actor *out)
{
	uint16_t kind = scan_tok(s, before)->word;
	uint32_t k = next_place(s, i, end, of);
	hit h;

	if (k != i) {
		*out = (actor){.at = tokens_span(&s->tk, i, k)};
		out->text = slice_at(s->tk.text, out->at);
		return k;
	}

	if ((kind != W_SO_2 && kind != W_BO_4) || !(scan_tok(s, i)->flags & TF_CAP) ||
	    !lexicon_longest_after(s->rd->lex, kind, &s->tk, i, LAYER_BODY, &h))
		return i;
	k = i + h.ntok;
	/* "Sở Tài chính, Xây dựng kế hoạch": a verb, unless what follows shows a list or an order */
	if (k < end && !scan_mark(s, k, ',') && !scan_is(s, k, W_VA) && !scan_mark(s, k, ':') &&
	    !cue_orders(cue_at(s, k, NULL)))
		return i;
	*out = (actor){0};
	name_take(s, &h, out);
	out->at = tokens_span(&s->tk, i, k);
	out->text = slice_at(s->tk.text, out->at);
	return k;
}
