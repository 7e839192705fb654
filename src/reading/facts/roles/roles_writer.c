/*
 * roles_writer.c - days that whoever writes must keep: an order to the writer that is quoted, what is to be
 * sent on when all have answered.
 *
 * Such a day binds nobody who gets the paper. Questions about one date and its sentence; no state.
 */
#include "reading/facts/roles/roles_priv.h"

#include "reading/facts/text/phrase.h"
#include "reading/facts/text/within.h"

/* "để Sở Nội vụ báo cáo", "để Sở kịp trình": does whoever writes act at token i? */
static bool writer_at(const scan *s, uint32_t i)
{
	hit h;
	slice self = s->r->issuer.agency;

	if (body_at(s, i, &h))
		return h.cls == BODY_AGENCY && self.n != 0 &&
		       slice_eq(self,
		                s->rd->reg->bodies.p[s->rd->reg->bodies.p[h.value].owner].code);
	return s->r->issuer.text.n != 0 && scan_tok(s, i)->cue == CUE_HEAD &&
	       (scan_tok(s, i)->flags & TF_CAP) && !(scan_tok(s, i + 1)->flags & TF_CAP);
}

/* "Tổng cục A đề nghị Cục A báo cáo": does whoever writes give the order at token i? Then a body under it is told, be the
 * two one in the registry. */
static bool writer_before(const scan *s, uint32_t i, uint32_t from)
{
	enum { NAME = 12 };

	for (uint32_t j = i; j > from && j + NAME > i; j--) {
		hit h;

		if (body_at(s, j - 1, &h) && h.tok + h.ntok == i)
			return writer_at(s, j - 1);
	}
	return false;
}

/* "giao Sở Y tế ... trước ngày": an order to whoever writes this letter. The Office that makes a
 * conclusion known is told there like any other. */
bool limit_orders_writer(const setting *at)
{
	const scan *s = at->s;
	slice self = s->r->issuer.agency;

	if (s->r->purpose == PURPOSE_CONCLUSION)
		return false;
	for (uint32_t i = at->from; i < at->tok && self.n != 0; i++) {
		hit h;
		uint32_t n = 0;

		i = cue_next(s, i, at->tok, CUE_ASSIGN);
		if (i >= at->tok)
			break;
		n = scan_is(s, i + 1, W_CHO) ? 2 : 1;
		if (scan_is(s, i + n, W_DUONG_CAU) || scan_is(s, i + n, W_NGHI))
			n++;
		if (body_at(s, i + n, &h) && h.cls == BODY_AGENCY &&
		    slice_eq(self,
		             s->rd->reg->bodies.p[s->rd->reg->bodies.p[h.value].owner].code) &&
		    !writer_before(s, i, at->from))
			return true;
	}
	return false;
}

/* "gửi Sở Nông nghiệp trước ngày 25/10 để tổng hợp, trình ... trước ngày 15/11": does another body
 * than whoever writes receive, right before token i? Then it is told too. */
bool limit_other_receives(const scan *s, uint32_t i)
{
	enum { NAME = 12 };

	for (uint32_t j = i; j > 0 && j + NAME > i; j--) {
		hit h;
		slice code;

		if (!body_at(s, j - 1, &h) || h.tok + h.ntok != i || h.cls != BODY_AGENCY)
			continue;
		code = s->rd->reg->bodies.p[s->rd->reg->bodies.p[h.value].owner].code;
		return s->r->issuer.agency.n != 0 && !slice_eq(code, s->r->issuer.agency);
	}
	return false;
}

/* "gửi Sở A trước ngày 31/01 để tổng hợp báo cáo Chính phủ trước ngày 15/02": what whoever
 * gathers must keep in turn. */
bool limit_for_writer(const setting *at)
{
	const scan *s = at->s;
	const datex *before = at->date > 0 ? &s->r->dates.p[at->date - 1] : NULL;

	if (before == NULL || before->tok < at->from ||
	    (before->bound != BOUND_BEFORE && before->bound != BOUND_BY) ||
	    limit_other_receives(s, before->tok))
		return false;
	for (uint32_t i = before->tok + before->ntok; i < at->tok; i++) {
		if (scan_mark(s, i, '(')) /* whatever it says, and be it a telephone's number */
			i = scan_next(s, i, at->tok, ')');
		if (scan_tok(s, i)->kind == TOK_PUNCT && !scan_mark(s, i, ',') &&
		    !scan_mark(s, i, ')'))
			return false;
		if (scan_is(s, i, W_DE))
			return says_any_in(s, i + 1, at->tok, SAID("tổng hợp")) < at->tok ||
			       writer_at(s, i + 1) || says(s, i + 1, S("kịp")) != 0;
	}
	return false;
}

/* "Sở Nội vụ phải báo cáo UBND tỉnh trước ngày 30/5" in the letter of Sở Nội vụ: its own day */
bool limit_writer_must(const setting *at)
{
	const scan *s = at->s;

	if (s->r->purpose == PURPOSE_CONCLUSION)
		return false;
	for (uint32_t i = at->from; i < at->tok; i = scan_next(s, i, at->tok, ',') + 1) {
		hit h;

		if (!writer_at(s, i) || !body_at(s, i, &h))
			continue;
		i = h.tok + h.ntok;
		return scan_is(s, i, W_PHAI_2) && !cue_between(s, i, at->tok, CUE_ASSIGN);
	}
	return false;
}
