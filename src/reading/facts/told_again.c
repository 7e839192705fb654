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

/* By what a body is named again, and with what its name begins. */
static const struct {
	slice again, first;
} heads[] = {
	{S("bệnh viện"), S("bệnh viện")},
	{S("công ty"), S("công ty")},
	{S("công ty"), S("tổng công ty")},
	{S("tổng công ty"), S("tổng công ty")},
	{S("tập đoàn"), S("tập đoàn")},
	{S("ngân hàng"), S("ngân hàng")},
	{S("ban quản lý dự án"), S("ban quản lý dự án")},
	{S("ban quản lý"), S("ban quản lý")},
	{S("trung tâm"), S("trung tâm")},
	{S("chi cục"), S("chi cục")},
	{S("cục"), S("cục")},
	{S("viện"), S("viện")},
	{S("phòng"), S("phòng")},
	{S("hội"), S("hội")},
	{S("đài"), S("đài")},
	{S("xí nghiệp"), S("xí nghiệp")},
	{S("nhà máy"), S("nhà máy")},
	{S("hợp tác xã"), S("hợp tác xã")},
	{S("ban"), S("ban")},
	{S("sở"), S("sở")},
	{S("bộ"), S("bộ")},
	{S("ubnd xã"), S("ubnd xã")},
	{S("ubnd phường"), S("ubnd phường")},
	{S("ubnd huyện"), S("ubnd huyện")},
	{S("ubnd thị trấn"), S("ubnd thị trấn")},
	{S("ubnd thành phố"), S("ubnd thành phố")},
};

/* First token at or after byte `at`. O(log). */
static uint32_t token_from(const scan *s, uint32_t at)
{
	return ordered_find(ORDERED(&s->tk, at), at);
}

/* Is the actor no more than heads[k], or that and "này", "nêu trên" (*ret_this)? */
static bool named_again(const scan *s, const actor *a, size_t k, bool *ret_this)
{
	static const slice same[] = {S("này"), S("nêu trên"), S("trên"), S("nói trên")};
	SAYINGS(same);
	uint32_t i = token_from(s, a->at.at), n = says(s, i, heads[k].again);

	if (n == 0)
		return false;
	*ret_this = says_any(s, i + n, &said_same, NULL) != 0;
	n += says_any(s, i + n, &said_same, NULL);
	return token_end(scan_tok(s, i + n - 1)) >= span_end(a->at);
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

void told_again(const scan *s, duty *d)
{
	int32_t at = block_of_tok(s, d->act);
	const block *b = at >= 0 ? &s->r->blocks.p[at] : NULL;
	actor *a = d->lead.p;

	if (d->lead.n != 1 || b == NULL || !d->own_actor || a->agency.n != 0 || a->group.n != 0 ||
	    a->post.n != 0 || a->name.n != 0)
		return;
	for (size_t k = 0; k < ARRAY_LEN(heads); k++) {
		actor full = {0};
		bool this = false;

		if (!named_again(s, a, k, &this))
			continue;
		if (!sole_named(s, b->tok, token_from(s, a->at.at), heads[k].first, &full))
			return;
		if (full.text.n == 0 && b->parent >= 0) {
			const block *up = &s->r->blocks.p[b->parent];

			if (!sole_named(s, up->tok, up->tok + up->ntok, heads[k].first, &full))
				return;
		}
		if (full.text.n != 0) {
			if (this)
				a->agency = full.agency;
			else
				*a = full;
			return;
		}
	}
}
