/*
 * stamps.c - what was stamped onto the pages, and who signed the file.
 *
 * Lines that stand right below one another are one stamp. A signer goes to the stamp
 * that names him; one that no stamp names is an entry of his own, without words. It
 * must never take a word of the text.
 */
#include "reading/shape/shape_priv.h"

enum { BELOW_PERCENT = 250 }; /* of a line's height: where the next one of a stamp is */

/* Of the words from position `from` on; false where the source has no boxes. */
static bool box_of(const shaper *sh, uint32_t from, uint32_t n, int32_t ret[4])
{
	const raworigin *p = sh->in->origins.p;
	bool any = false;

	for (uint32_t k = ordered_find(ORDERED(&sh->in->origins, at), from);
	     k < sh->in->origins.n && p[k].at < from + n; k++) {
		const int32_t *b = p[k].box;

		for (int i = 0; i < 4; i++)
			if (!any || (i < 2 ? b[i] < ret[i] : b[i] > ret[i]))
				ret[i] = b[i];
		any = true;
	}
	return any;
}

static bool goes_on(const stamp *s, uint32_t on, const int32_t box[4])
{
	int32_t tall = box[3] - box[1];

	return s->page == on && s->boxed && box[1] >= s->box[1] &&
	       (int64_t)(box[3] - s->box[3]) * 100 <= (int64_t)tall * BELOW_PERCENT &&
	       box[0] < s->box[2] && box[2] > s->box[0];
}

void stamp_add(shaper *sh, const sline *l)
{
	reading *r = sh->r;
	const rawline *raw = &sh->in->lines.p[l->raw];
	stamp s = {.text = l->text, .page = l->page}, *last;

	s.boxed = box_of(sh, raw->source, (uint32_t)raw->text.n, s.box);
	last = r->stamps.n > 0 ? &r->stamps.p[r->stamps.n - 1] : NULL;
	if (last == NULL || !s.boxed || !goes_on(last, s.page, s.box)) {
		*(stamp *)VEC_PUSH(sh->a, &r->stamps) = s;
		return;
	}
	if (last->text.n + s.text.n < 4000)
		last->text = arena_printf(sh->a, "%.*s\n%.*s", (int)last->text.n, last->text.p,
		                          (int)s.text.n, s.text.p);
	for (int i = 0; i < 4; i++)
		if (i < 2 ? s.box[i] < last->box[i] : s.box[i] > last->box[i])
			last->box[i] = s.box[i];
}

/* Do the words of `name` stand in s, however its lines are broken? */
static bool names(slice s, slice name)
{
	for (size_t from = 0; from < s.n; from++) {
		size_t i = from, k = 0;

		while (i < s.n && k < name.n &&
		       (s.p[i] == name.p[k] || (s.p[i] == '\n' && name.p[k] == ' ')))
			i++, k++;
		if (k == name.n)
			return true;
	}
	return false;
}

/* Some programs sign a file again for each of its pages. */
static bool signed_before(const reading *r, const rawline *l)
{
	for (uint32_t i = 0; i < r->stamps.n; i++)
		if (slice_eq(r->stamps.p[i].signer, l->text) &&
		    slice_eq(r->stamps.p[i].signed_at, l->marker))
			return true;
	return false;
}

void stamps_sign(shaper *sh)
{
	reading *r = sh->r;

	for (uint32_t i = 0; i < sh->in->lines.n; i++) {
		const rawline *l = &sh->in->lines.p[i];
		uint32_t k = 0;

		if (!(l->flags & RAW_SIGNER) || signed_before(r, l))
			continue;
		while (k < r->stamps.n &&
		       (r->stamps.p[k].signer.n > 0 || !names(r->stamps.p[k].text, l->text)))
			k++;
		if (k == r->stamps.n)
			(void)VEC_PUSH(sh->a, &r->stamps);
		r->stamps.p[k].signer = l->text;
		r->stamps.p[k].signed_at = l->marker.n > 0 ? l->marker : (slice){NULL, 0};
	}
}
