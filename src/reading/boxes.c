/*
 * boxes.c - where on its page each word of the text stands.
 *
 * Only for a source that has pages with boxes. A word that the shaper put together from
 * two has the box of the first. It must never guess: a word whose place is not known has
 * no entry.
 */
#include "reading/boxes.h"

static bool has_box(const raworigin *o)
{
	return o != NULL && o->box[2] > o->box[0] && o->box[3] > o->box[1];
}

void boxes_find(const rawdoc *doc, arena *a, reading *r)
{
	slice s = r->text;

	if (doc->origins.n == 0 || !has_box(&doc->origins.p[0]))
		return;
	for (uint32_t i = 0; i < r->pages.n; i++) {
		uint32_t number = r->pages.p[i].number;

		if (number == 0 || number > doc->leaves.n)
			continue;
		r->pages.p[i].width = doc->leaves.p[number - 1].width;
		r->pages.p[i].height = doc->leaves.p[number - 1].height;
	}
	for (size_t i = 0; i < s.n;) {
		size_t from = i;
		const raworigin *o;

		while (i < s.n && s.p[i] != ' ' && s.p[i] != '\n')
			i++;
		o = i > from ? rawdoc_origin(doc, origin_of(&r->origin, (uint32_t)from)) : NULL;
		if (has_box(o)) {
			word_box *b = VEC_PUSH(a, &r->boxes);

			*b = (word_box){{(uint32_t)from, (uint32_t)(i - from)}, o->part, {0}};
			memcpy(b->box, o->box, sizeof b->box);
		}
		i++;
	}
}
