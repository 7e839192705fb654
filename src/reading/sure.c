/*
 * sure.c - how surely the words of a scan were read, from the page to the text.
 *
 * The list of words says it of each; the shaper has moved them since, so each word of
 * the text asks its origin. It must never make anything surer than it was.
 */
#include "reading/mend.h"

enum { SURE_ENOUGH = 90 /* percent: above it, words lower nothing */ };

void sure_words(reading *r, const rawdoc *doc, arena *a)
{
	bool inside = false;

	for (uint32_t i = 0; i < r->text.n; i++) {
		bool apart = r->text.p[i] == ' ' || r->text.p[i] == '\n';
		const raworigin *o = apart || inside ? NULL
		                                     : rawdoc_origin(doc, origin_of(&r->origin, i));

		if (o != NULL)
			*VEC_PUSH(a, &r->sure) = (sure_mark){i, o->place < 100 ? o->place : 100};
		inside = !apart;
	}
}

void sure_lower(reading *r)
{
	for (uint32_t i = 0; i < r->dates.n; i++) {
		unsigned sure = sure_of(&r->sure, r->dates.p[i].at);

		if (sure < SURE_ENOUGH)
			r->dates.p[i].confidence *= (float)sure / 100;
	}
	for (uint32_t i = 0; i < r->assignments.n; i++) {
		unsigned sure = sure_of(&r->sure, r->assignments.p[i].action);

		if (sure < SURE_ENOUGH)
			r->assignments.p[i].confidence *= (float)sure / 100;
	}
}
