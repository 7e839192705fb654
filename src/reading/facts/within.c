/*
 * within.c - questions to lists that stand in the order of the text.
 */
#include "reading/facts/within.h"

bool limit_before(const scan *s, uint32_t i)
{
	uint32_t k = dates_from(s, scan_tok(s, i)->at);
	const datex *d = &s->r->dates.p[k > 0 ? k - 1 : 0];

	return k > 0 && d->role == ROLE_DEADLINE && d->tok + d->ntok == i;
}

int32_t limit_within(const scan *s, span at)
{
	const reading *r = s->r;

	for (uint32_t i = dates_from(s, at.at); i < r->dates.n; i++) {
		if (r->dates.p[i].at.at >= span_end(at))
			break;
		if (r->dates.p[i].role == ROLE_DEADLINE)
			return (int32_t)i;
	}
	return -1;
}
