/*
 * told_again.c - a body that is told by the first word of its name alone, because its paragraph has
 * just named it: "Sở", "Công ty", "UBND xã", or "Sở này".
 *
 * The lead becomes the body by its whole name where that stands; "Sở này" keeps its words, and gets
 * the code of the body. Only where the paragraph and the heading above it name one such body: of
 * two nobody knows which is meant, and then the word stays as it was written: it must never become a
 * body that the paragraph does not name. Of a paragraph all tokens are looked at once, however many
 * duties it has.
 */
#include "base/ordered.h"

#include "reading/facts/text/phrase.h"
#include "reading/facts/told/told.h"

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

/* Is the actor at token i no more than heads[k], or that and "này", "nêu trên" (*ret_this)? */
static bool named_again(const scan *s, const actor *a, uint32_t i, size_t k, bool *ret_this)
{
	static const slice same[] = {S("này"), S("nêu trên"), S("trên"), S("nói trên")};
	SAYINGS(same);
	uint32_t n = says(s, i, heads[k].again);

	if (n == 0)
		return false;
	*ret_this = says_any(s, i + n, &said_same, NULL) != 0;
	n += says_any(s, i + n, &said_same, NULL);
	return token_end(scan_tok(s, i + n - 1)) >= span_end(a->at);
}

/* The token from which the paragraph of the duties has not yet been looked at, for heads[k]. */
static naming *named_so_far(const scan *s, const block *b, size_t k, namings *known)
{
	for (uint32_t i = 0; i < known->n; i++)
		if (known->p[i].head == k)
			return &known->p[i];
	*VEC_PUSH(s->a, known) = (naming){.head = (uint32_t)k, .seen = b->tok};
	return &known->p[known->n - 1];
}

/* Look at tokens up to end for bodies whose name begins as heads[] has it, and goes on. */
static void look_on(const scan *s, uint32_t end, naming *to)
{
	slice first = heads[to->head].first;
	actors *found = &to->room;

	for (uint32_t i = to->seen; i < end && !to->two; i++) {
		const actor *one = &to->one;
		uint32_t n, after;

		if (!(scan_tok(s, i)->flags & TF_CAP) || (n = says(s, i, first)) == 0)
			continue;
		found->n = 0;
		after = actors_at(s, i, end, false, found);
		if (after <= i + n || found->p[0].text.n <= first.n ||
		    (found->p[0].agency.n == 0 && !(scan_tok(s, i + n)->flags & TF_CAP)))
			continue;
		if (one->text.n == 0)
			to->one = found->p[0];
		else
			to->two = one->agency.n != 0 ? !slice_eq(one->agency, found->p[0].agency)
			                             : !slice_eq(one->text, found->p[0].text);
		i += n - 1;
	}
	to->seen = end > to->seen ? end : to->seen;
}

/* The sole body that heads[k] stands for before the actor, in its paragraph or else at the head of
 * the one above it. What was named is kept: of many duties each looks on from the one before. */
static naming meant(const scan *s, const block *b, const actor *a, size_t k, namings *known)
{
	enum { WORDS = 120 };
	naming *own = named_so_far(s, b, k, known), above = {.head = (uint32_t)k};

	look_on(s, token_from(s, a->at.at), own);
	if (own->two || own->one.text.n != 0 || b->parent < 0)
		return *own;
	b = &s->r->blocks.p[b->parent];
	above.seen = b->tok;
	above.room = own->room;
	look_on(s, b->tok + (b->ntok < WORDS ? b->ntok : WORDS), &above);
	own->room = above.room;
	return above;
}

void told_again(const scan *s, const block *b, duty *d, namings *known)
{
	actor *a = d->lead.p;
	uint32_t i;

	if (d->lead.n != 1 || !d->own_actor || a->agency.n != 0 || a->group.n != 0 ||
	    a->post.n != 0 || a->name.n != 0)
		return;
	i = token_from(s, a->at.at);
	for (size_t k = 0; k < ARRAY_LEN(heads); k++) {
		bool this = false;
		naming full;

		if (!named_again(s, a, i, k, &this))
			continue;
		full = meant(s, b, a, k, known);
		if (full.one.text.n != 0 && !full.two && this)
			a->agency = full.one.agency;
		else if (full.one.text.n != 0 && !full.two)
			*a = full.one;
		if (full.one.text.n != 0)
			return;
	}
}
