/*
 * told_again.c - a body that is told by the first word of its name alone, because its paragraph has
 * just named it: "Sở", "Công ty", "UBND xã", or "Sở này".
 *
 * The lead becomes the body by its whole name where that stands; "Sở này" keeps its words, and gets
 * the code of the body. Only where the paragraph and the heading above it name one such body: of
 * two nobody knows which is meant.
 */
#include "base/ordered.h"
#include "reading/facts/orders_priv.h"
#include "reading/facts/phrase.h"

/* With what a name begins, and by what the body is named again. */
static const slice heads[] = {
	S("bệnh viện"),
	S("công ty"),
	S("tổng công ty"),
	S("tập đoàn"),
	S("ngân hàng"),
	S("ban quản lý dự án"),
	S("ban quản lý"),
	S("trung tâm"),
	S("chi cục"),
	S("cục"),
	S("viện"),
	S("phòng"),
	S("hội"),
	S("đài"),
	S("xí nghiệp"),
	S("nhà máy"),
	S("hợp tác xã"),
	S("ban"),
	S("sở"),
	S("bộ"),
	S("ubnd xã"),
	S("ubnd phường"),
	S("ubnd huyện"),
	S("ubnd thị trấn"),
	S("ubnd thành phố"),
};
SAYINGS(heads);

/* Is the actor at token i no more than heads[k], which covers n tokens, or that and "này", "nêu
 * trên" (*ret_this)? */
static bool named_again(const scan *s, const actor *a, uint32_t i, uint32_t n, bool *ret_this)
{
	static const slice same[] = {S("này"), S("nêu trên"), S("trên"), S("nói trên")};
	SAYINGS(same);
	uint32_t more = says_any(s, i + n, &said_same, NULL);

	*ret_this = more != 0;
	return token_end(scan_tok(s, i + n + more - 1)) >= span_end(a->at);
}

/* The one body among tokens [i, end) whose name begins so and goes on; *ret is filled when it is
 * the first or the same as that. false when two are named. */
static bool sole_named(const scan *s, uint32_t i, uint32_t end, slice first, actor *ret)
{
	for (; i < end; i++) {
		actors found = {0};
		uint32_t n, after;

		if (!(scan_tok(s, i)->flags & TF_CAP) || (n = says(s, i, first)) == 0)
			continue;
		after = actors_at(s, i, end, false, &found);
		if (after <= i + n || found.p[0].text.n <= first.n ||
		    (found.p[0].agency.n == 0 && !(scan_tok(s, i + n)->flags & TF_CAP)))
			continue;
		if (ret->text.n != 0 &&
		    !(ret->agency.n != 0 ? slice_eq(ret->agency, found.p[0].agency)
		                         : slice_eq(ret->text, found.p[0].text)))
			return false;
		if (ret->text.n == 0)
			*ret = found.p[0];
		i += n - 1;
	}
	return true;
}

/* The same of the paragraph b before token i, and of the heading above it when that names none. */
static bool sole_above(const scan *s, const block *b, uint32_t i, slice first, actor *ret)
{
	const block *up = b->parent >= 0 ? &s->r->blocks.p[b->parent] : NULL;

	return sole_named(s, b->tok, i, first, ret) &&
	       (ret->text.n != 0 || up == NULL ||
	        sole_named(s, up->tok, up->tok + up->ntok, first, ret));
}

void told_again(const scan *s, duty *d)
{
	actor *a = d->lead.p;
	uint32_t i, n;
	int32_t at;

	if (d->lead.n != 1 || !d->own_actor || a->agency.n != 0 || a->group.n != 0 ||
	    a->post.n != 0 || a->name.n != 0)
		return;
	/* O(log): the first token at or after a byte */
	i = ordered_find(ORDERED(&s->tk, at), a->at.at);
	if (says_any(s, i, &said_heads, NULL) == 0 || (at = block_of_tok(s, d->act)) < 0)
		return;
	for (size_t k = 0; (n = says_next(s, i, &said_heads, &k)) != 0;) {
		const block *b = &s->r->blocks.p[at];
		actor full = {0};
		bool this = false;

		if (!named_again(s, a, i, n, &this))
			continue;
		if (!sole_above(s, b, i, heads[k - 1], &full) ||
		    (full.text.n == 0 && slice_eq(heads[k - 1], S("công ty")) &&
		     !sole_above(s, b, i, S("tổng công ty"), &full)))
			return;
		if (full.text.n != 0) {
			if (this)
				a->agency = full.agency;
			else
				*a = full;
			return;
		}
	}
}
