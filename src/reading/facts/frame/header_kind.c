/*
 * header_kind.c - what kind of paper it is, where no line in capitals says so: its number, the line
 * that heads a page of the web, or what the paper calls itself.
 *
 * Must never take the kind of a paper that is cited for our own.
 */
#include "reading/facts/frame/header.h"

/* The kinds in their order; and a calendar of work, which is none of those of Decree 30, but a
 * document all the same. */
static const slice kind_names[] = {
#define KIND(NAME, code, abbr, vi) S(vi),
#include "model/kinds.def"
#undef KIND
	S("lịch công tác"),
	S("lịch làm việc"),
};
SAYINGS(kind_names);

doc_kind kind_at(const scan *s, uint32_t i, uint32_t *ret_ntok)
{
	size_t which;

	*ret_ntok = says_any(s, i, &said_kind_names, &which);
	if (*ret_ntok == 0)
		return KIND_NONE;
	if (which + 1 == KIND_KHAC) /* its name is a word like others */
		return *ret_ntok = 0, KIND_NONE;
	return which + 1 < KIND_KHAC ? (doc_kind)(which + 1) : KIND_KHAC;
}

doc_kind kind_of_symbol(slice y)
{
	size_t n = 0;

	while (n < y.n && y.p[n] != '-' && y.p[n] != '/' && y.p[n] != '.')
		n++;
	if (n == 2 && memcmp(y.p, "CV", 2) == 0)
		return KIND_CONG_VAN;
	for (doc_kind k = KIND_NONE + 1; k < KIND_KHAC; k++) {
		slice abbr = slice_c(doc_kind_abbr(k));

		if (abbr.n != 0 && n != y.n && slice_eq(abbr, (slice){y.p, n}))
			return k;
	}
	return KIND_NONE;
}

/* "Giấy mời họp ngày 22/7", "Thông báo khẩn ...": a page of the web begins with its kind in
 * small letters. Only where no number was seen, and only the first lines. */
static void kind_of_page(scan *s, uint32_t top)
{
	enum { PAGE_LINES = 4, LINE_TOKENS_MAX = 60 };
	const blocks *bs = &s->r->blocks;

	if (s->r->number.state != BLANK_NOT_SEEN)
		return;
	for (uint32_t k = 0; k < bs->n && (k < top || k == 0) && k < PAGE_LINES; k++) {
		const block *b = &bs->p[k];
		uint32_t n, end = b->tok + b->ntok;
		doc_kind kind;

		if (b->ntok < 3 || b->ntok > LINE_TOKENS_MAX || scan_mark(s, end - 1, '.') ||
		    (b->zone != ZONE_HEADER && (k != 0 || b->marker.len != 0)) ||
		    !(scan_tok(s, b->tok)->flags & TF_CAP))
			continue;
		kind = kind_at(s, b->tok, &n);
		n += kind != KIND_NONE && scan_mark(s, b->tok + n, ':');
		if ((kind != KIND_GIAY_MOI && kind != KIND_THONG_BAO && kind != KIND_CONG_DIEN &&
		     kind != KIND_KE_HOACH && kind != KIND_CHI_THI) ||
		    scan_tok(s, b->tok + n)->kind != TOK_WORD)
			continue;
		s->r->kind.value = kind;
		s->r->kind.at = tokens_span(&s->tk, b->tok, b->tok + n);
		header_title(s, b->tok + n, end);
		return;
	}
}

/* The kind that ends before token i, if a paper may call itself so. */
static doc_kind kind_before(const scan *s, uint32_t i, uint32_t *ret_from)
{
	static const doc_kind own[] = {KIND_CONG_VAN,  KIND_THONG_BAO, KIND_KE_HOACH,
	                               KIND_CONG_DIEN, KIND_CHI_THI,   KIND_GIAY_MOI,
	                               KIND_HUONG_DAN, KIND_QUYET_DINH};

	for (size_t k = 0; k < ARRAY_LEN(own) && i > 1; k++)
		/* "thực hiện nghiêm túc hướng dẫn này" speaks of what any letter says */
		if (says(s, i - 2, slice_c(doc_kind_name(own[k]))) == 2 &&
		    (own[k] != KIND_HUONG_DAN || (scan_tok(s, i - 2)->flags & TF_CAP))) {
			*ret_from = i - 2;
			return own[k];
		}
	return KIND_NONE;
}

/* "Nhận được Công văn này, …": what the paper calls itself, the last time that it does. */
static doc_kind kind_of_itself(const scan *s, span *ret_at)
{
	const blocks *bs = &s->r->blocks;
	uint32_t i = 0, end = s->tk.n, from;
	doc_kind last = KIND_NONE, kind;

	for (uint32_t k = bs->n; k > 0 && bs->p[k - 1].zone != ZONE_BODY; k--)
		end = bs->p[k - 1].tok; /* an annex has a kind of its own */
	for (; (i = scan_next(s, i, end, W_NAY_5)) < end; i++)
		if ((kind = kind_before(s, i, &from)) != KIND_NONE) {
			last = kind;
			*ret_at = tokens_span(&s->tk, from, i + 1);
		}
	return last;
}

/* A letter without a line for its kind: what its number says, else, with a number and a subject, a
 * công văn; else what it calls itself. A subject and addressees under a number are a công văn whatever the
 * number says ("CT-" of a Cục Thuế, "TTr" of a Thanh tra), but for an invitation. */
void header_kind(scan *s, uint32_t top)
{
	bool subject = s->r->title.at.len != 0, numbered = s->r->number.at.len != 0;
	doc_kind kind;

	if (s->r->kind.value == KIND_NONE)
		kind_of_page(s, top);
	if (s->r->kind.value != KIND_NONE)
		return;
	kind = kind_of_symbol(s->r->number.symbol);
	if (kind != KIND_NONE && !(kind == KIND_TO_TRINH && subject) &&
	    !(kind != KIND_GIAY_MOI && subject && s->r->addressees.n != 0)) {
		s->r->kind.value = kind;
		s->r->kind.at = s->r->number.at;
	} else if (numbered && (subject || s->r->addressees.n != 0)) {
		s->r->kind.value = KIND_CONG_VAN;
	} else if ((kind = kind_of_itself(s, &s->r->kind.at)) != KIND_NONE) {
		s->r->kind.value = kind;
	} else if (s->r->addressees.n != 0) {
		s->r->kind.value = KIND_CONG_VAN;
	}
}
