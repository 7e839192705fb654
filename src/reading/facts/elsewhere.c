/*
 * elsewhere.c - a letter of another province means its own bodies.
 *
 * "UBND tỉnh" or "Sở Y tế" under the letterhead of tỉnh Kiên Giang is not ours: the code says which body
 * it is by its name, and the mark that it is the namesake of another province. Bodies of the registry that
 * names the provinces (ministries, the provinces themselves) are not marked, nor is who is named with
 * our own province. It only marks: it must never change what was read, or a wrong guess of the
 * province would lose words.
 */
#include "reading/facts/facts.h"

#include "reading/facts/frame/header.h"

typedef struct sifting {
	const registry *reg;
	uint32_t national; /* the registry that names the provinces */
	slice home; /* "Lạng Sơn": who is named with it is ours */
} sifting;

static bool is_province(const body *b)
{
	return slice_eq(b->kind, S("tỉnh")) || slice_eq(b->kind, S("thành phố"));
}

/* The province that the capitals of the letterhead name, of a registry behind the first. */
static const body *foreign_province(const scan *s)
{
	const blocks *bs = &s->r->blocks;
	const registry *reg = s->rd->reg;
	uint32_t top = header_end(s);
	const body *found = NULL;

	for (uint32_t k = 0; k < top; k++) {
		uint32_t i = bs->p[k].tok, end = i + bs->p[k].ntok;

		if (bs->p[k].zone == ZONE_KIND)
			break;
		for (; bs->p[k].zone == ZONE_HEADER && i < end; i++) {
			const body *b;
			hit h;

			if (!(scan_tok(s, i)->flags & TF_UPPER) || !body_at(s, i, &h) ||
			    (h.cls != BODY_AGENCY && h.cls != BODY_UNIT))
				continue;
			b = &reg->bodies.p[h.value];
			if (!is_province(b))
				continue;
			if (b->registry == 0)
				return NULL;
			found = b;
		}
	}
	return found;
}

/* What the first registry's own province is called, without its kind. */
static slice home_of(const registry *reg)
{
	for (uint32_t i = 0; i < reg->bodies.n; i++) {
		const body *b = &reg->bodies.p[i];

		if (b->registry == 0 && b->cls == BODY_UNIT && is_province(b) &&
		    b->name.n > b->kind.n)
			return slice_trim((slice){b->name.p + b->kind.n, b->name.n - b->kind.n});
	}
	return (slice){0};
}

static bool is_ours(const sifting *x, slice code)
{
	uint32_t at = code.n != 0 ? registry_find(x->reg, code) : BODY_NOBODY;

	return at != BODY_NOBODY && x->reg->bodies.p[at].registry != x->national;
}

static void sift(const sifting *x, actor *who)
{
	who->elsewhere = (is_ours(x, who->agency) || is_ours(x, who->group)) &&
	                 !(x->home.n > 0 && slice_has(who->text, x->home));
}

static void sift_all(const sifting *x, actors *list)
{
	for (uint32_t i = 0; i < list->n; i++)
		sift(x, &list->p[i]);
}

void elsewhere_settle(scan *s)
{
	const body *province = s->rd->reg != NULL ? foreign_province(s) : NULL;
	reading *r = s->r;
	sifting x;

	if (province == NULL)
		return;
	x = (sifting){s->rd->reg, province->registry, home_of(s->rd->reg)};
	sift(&x, &r->issuer);
	sift(&x, &r->conclusion_of);
	sift_all(&x, &r->addressees);
	sift_all(&x, &r->recipients);
	for (uint32_t i = 0; i < r->meetings.n; i++) {
		sift(&x, &r->meetings.p[i].chair);
		sift_all(&x, &r->meetings.p[i].participants);
	}
	for (uint32_t i = 0; i < r->assignments.n; i++) {
		assignment *a = &r->assignments.p[i];
		actors *const lists[] = {&a->lead, &a->with, &a->watchers, &a->recipients};

		for (size_t k = 0; k < ARRAY_LEN(lists); k++)
			sift_all(&x, lists[k]);
	}
	for (uint32_t i = 0; i < r->petitions.n; i++) {
		sift(&x, &r->petitions.p[i].petitioner);
		sift(&x, &r->petitions.p[i].owner);
	}
}
