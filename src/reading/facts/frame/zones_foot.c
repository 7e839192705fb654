/*
 * zones_foot.c - recipients, signature and annexes below the text of a letter.
 *
 * The signature may come before or after the recipients, beside them or without them, so each
 * paragraph is judged by its own look. Must never take a paragraph that orders for part of the foot.
 */
#include "reading/facts/frame/zones_priv.h"

#include "reading/facts/frame/header.h"

enum { BODY_MIN_BYTES = 160, LINE_BYTES = 120 };

static bool ends_body(const scan *s, const block *b)
{
	return scan_next_final(s, b->tok, b->tok + b->ntok) < b->tok + b->ntok;
}

/* A person's name alone: two to six capitalised words, no mark. */
static bool is_name(const scan *s, const block *b)
{
	if (b->ntok < 2 || b->ntok > 6 || b->marker.len != 0)
		return false;
	for (uint32_t i = b->tok; i < b->tok + b->ntok; i++)
		if (scan_tok(s, i)->kind != TOK_WORD || !(scan_tok(s, i)->flags & TF_CAP))
			return false;
	return true;
}

/* "- Như trên;": the first of the recipients, even where their heading was lost. */
static bool is_first_recipient(const scan *s, const block *b)
{
	return b->marker.len != 0 && b->ntok <= 6 && zone_starts(s, b, W_NHU, W_TREN);
}

/* Is block k the post of who signs, with "(đã ký)" under it? */
static bool is_signed(const scan *s, uint32_t k)
{
	const blocks *bs = &s->r->blocks;
	const block *b = &bs->p[k], *next = b + 1;

	return k + 1 < bs->n && scan_mark(s, next->tok, '(') && scan_is(s, next->tok + 1, W_DA_3) &&
	       scan_is(s, next->tok + 2, W_KY_1) && b->marker.len == 0 && b->at.len < 120 &&
	       (block_text_upper(s, b) || signs_small(s, k));
}

/* "GIÁM ĐỐC Trần Văn Bình (Đã ký)": post and name on one line */
static bool is_signed_line(const scan *s, const block *b)
{
	uint32_t i = b->tok, end = i + b->ntok;

	if (!(scan_tok(s, i)->flags & TF_UPPER) || !signs_at(s, i))
		return false;
	while (i < end && (scan_tok(s, i)->flags & TF_UPPER))
		i++;
	if (end > i + 4 && scan_mark(s, end - 1, ')') && says(s, end - 3, S("đã ký")) != 0)
		end -= 4;
	return i < end && signer_at(s, i, end) != 0;
}

/* Minutes end with neither recipients nor "./.": who signs is the name on the last line under his
 * part in capitals ("CHỦ TRÌ"). The block where that begins; bs->n where it is not so. */
static uint32_t lone_signature(const scan *s, uint32_t from)
{
	enum { UP = 4, LEAST = 3 };
	const blocks *bs = &s->r->blocks;
	uint32_t k = bs->n;

	if (bs->n < from + LEAST || !is_name(s, &bs->p[bs->n - 1]))
		return bs->n;
	for (uint32_t i = bs->n - 1; i > from && i + UP > bs->n; i--) {
		const block *b = &bs->p[i - 1];

		if (!block_text_upper(s, b) || b->marker.len != 0 || b->at.len >= LINE_BYTES)
			break;
		k = i - 1;
	}
	return k;
}

/* "- Lưu: VT": where it is filed, always the last of the recipients. */
static bool is_filed(const scan *s, const block *b)
{
	uint32_t next;

	if (b->marker.len == 0)
		return false;
	next = b->tok + says(s, b->tok, S("lưu"));
	return next > b->tok && next < b->tok + b->ntok &&
	       (scan_mark(s, next, ':') || says(s, next, S("vt")) != 0);
}

/* The first of the list of which block k is the last, whose heading was lost: short items, with no
 * full stop. */
static uint32_t list_of(const scan *s, uint32_t from, uint32_t k)
{
	enum { ITEM_TOKENS = 30 };
	const blocks *bs = &s->r->blocks;

	for (; k > from; k--) {
		const block *above = &bs->p[k - 1];

		if (above->marker.len == 0 || above->ntok == 0 || above->ntok > ITEM_TOKENS ||
		    above->table >= 0 || scan_mark(s, above->tok + above->ntok - 1, '.') ||
		    ends_body(s, above))
			break;
	}
	return k;
}

/* Where the body ends: at "Nơi nhận", or at the signature after "./.". */
uint32_t zones_bottom(const scan *s, uint32_t from)
{
	const blocks *bs = &s->r->blocks;
	uint32_t final = 0; /* the next "./." */
	bool ended = false;

	for (uint32_t k = from; k < bs->n; k++) {
		const block *b = &bs->p[k];

		block_soon(s, k + SOON);
		if (b->zone == ZONE_FOOTNOTE)
			return k;
		if (is_filed(s, b))
			return list_of(s, from, k);
		if (zone_recipients(s, b) || zone_authority(s, b) || is_first_recipient(s, b) ||
		    is_signed(s, k))
			return k;
		if (ended && b->marker.len == 0 && b->at.len < LINE_BYTES &&
		    (block_text_upper(s, b) || signs_small(s, k) || is_signed_line(s, b)))
			return k;
		if (!ended && (final < b->tok || k == from))
			final = scan_next_final(s, b->tok, s->tk.n);
		ended = ended || final + 2 < b->tok + b->ntok;
	}
	return lone_signature(s, from);
}

static bool is_annex(const scan *s, const block *b)
{
	static const slice lists[] = {S("danh mục"), S("danh sách"), S("biểu"), S("bảng")};
	SAYINGS(lists);
	bool bare = s->scanned &&
	            (says(s, b->tok, S("danh sach")) != 0 || says(s, b->tok, S("phu luc")) != 0);

	return zone_starts(s, b, W_PHU, W_LUC) ||
	       (block_text_upper(s, b) && (bare || says_any(s, b->tok, &said_lists, NULL) != 0 ||
	                                   (b->at.len > 12 && zone_kind(s, b))));
}

/* Recipients, signature, annex: each paragraph by its look. */
void zones_mark_bottom(scan *s, uint32_t from)
{
	blocks *bs = &s->r->blocks;
	uint8_t zone = ZONE_SIGNATURE;
	bool named = false, listed = false, items = false;

	for (uint32_t k = from; k < bs->n; k++) {
		block *b = &bs->p[k];

		if (b->zone == ZONE_FOOTNOTE)
			continue;
		if (zone != ZONE_ANNEX) {
			bool upper = block_text_upper(s, b);

			if (is_annex(s, b))
				zone = ZONE_ANNEX;
			else if (zone_recipients(s, b))
				zone = ZONE_RECIPIENTS, listed = true;
			else if (b->marker.len != 0 && (listed || !named))
				zone = ZONE_RECIPIENTS, items = true;
			else if (zone_authority(s, b) || (upper && b->at.len < LINE_BYTES) ||
			         signs_small(s, k))
				zone = ZONE_SIGNATURE;
			else if (is_name(s, b) && (zone == ZONE_SIGNATURE || listed || items))
				zone = ZONE_SIGNATURE, named = true;
			else if (named && zone == ZONE_SIGNATURE && b->at.len > BODY_MIN_BYTES)
				zone = ZONE_ANNEX;
		}
		b->zone = zone;
	}
}
