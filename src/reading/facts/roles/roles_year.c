/*
 * roles_year.c - is a whole year one in which somebody must finish, or a horizon ("trong năm 2026"
 * beside most of what a paper speaks of)?
 *
 * Questions about one date and its sentence; no state. What must be finished in it counts alone.
 */
#include "reading/facts/roles/roles_priv.h"

#include "reading/facts/text/phrase.h"
#include "reading/facts/told/told.h"

enum { NEAR = 4, CLAUSE = 14 };

/* The token behind who is told in the clause of the date: "Giao Sở A | hoàn thành", "Sở A: | lập hồ sơ";
 * 0 when nobody is. */
static uint32_t behind_told(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = at->tok, after;
	actors who = {0};

	while (i > at->from && scan_tok(s, i - 1)->cue != CUE_ASSIGN &&
	       (scan_tok(s, i - 1)->kind != TOK_PUNCT || scan_mark(s, i - 1, '%') ||
	        scan_mark(s, i - 1, ':')))
		i--;
	if (i > at->from && scan_tok(s, i - 1)->cue == CUE_ASSIGN)
		i += scan_tok(s, i - 1)->cue_len - 1;
	after = actors_at(s, i, at->tok, false, &who);
	if (after == i && !cue_between(s, at->from, i, CUE_ASSIGN))
		return 0;
	return after + scan_mark(s, after, ':');
}

/* "Giao Sở A hoàn thành việc xử lý ...": is the first verb behind who is told to finish? */
static bool told_to_finish(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = behind_told(at);

	while (i != 0 && i < at->tok && scan_tok(s, i)->cue != CUE_VERB &&
	       scan_tok(s, i)->cue != CUE_REPORT)
		i++;
	return i != 0 && scan_is(s, i, W_HOAN) && scan_is(s, i + 1, W_THANH);
}

bool limit_year(const setting *at, datex *d)
{
	uint32_t i = at->tok, far;

	/* "Thời gian thực hiện dự án: đến hết năm 2027": how long it goes on */
	if (d->bound == BOUND_UNTIL && at->b != NULL && at->b->table < 0 && limit_lasts(at))
		return false;
	/* "Kế hoạch nâng cấp đô thị trước năm 2030" alone is a name. */
	if (d->bound == BOUND_BY || d->bound == BOUND_BEFORE)
		return !limit_told(at) && !limit_of_validity(at) &&
		       (at->labelled || cue_between(at->s, at->from, at->tok, CUE_ASSIGN) ||
		        pair_between(at->s, at->from, at->tok, W_HOAN, W_THANH) ||
		        word_between(at->s, at->from, at->end, W_XONG));
	/* "xong trong năm 2026"; "trong năm 2026" alone is a horizon. */
	if (at->labelled) {
		d->bound = BOUND_WITHIN;
		d->inclusive = 1;
	}
	if (at->labelled || (d->bound == BOUND_WITHIN && scan_is(at->s, at->tok, W_XONG)))
		return true;
	/* "hoàn thành [dứt điểm] trong năm 2026", "Giao Sở A hoàn thành việc xử lý ... trong năm 2026." */
	while (i > at->from && (scan_is(at->s, i - 1, W_TRONG) || scan_is(at->s, i - 1, W_CUOI) ||
	                        scan_is(at->s, i - 1, W_VAO)))
		i--;
	far = i == at->tok ? 2 : limit_ends_clause(at) && told_to_finish(at) ? 2 * CLAUSE : NEAR;
	if (!pair_between(at->s, tokens_back(i, far, at->from), i, W_HOAN, W_THANH) ||
	    limit_told(at) || limit_expected(at))
		return false;
	/* "khởi công trong quý II/2025, hoàn thành năm 2027": the course of a work */
	if (says_any_in(at->s, at->from, i, SAID("khởi công")) < i &&
	    !cue_between(at->s, at->from, i, CUE_ASSIGN))
		return false;
	d->bound = BOUND_WITHIN;
	d->inclusive = 1;
	return true;
}
