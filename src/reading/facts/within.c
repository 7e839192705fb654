/*
 * within.c - binary searches over lists that stand in order of the text.
 */
#include "reading/facts/within.h"

uint32_t dates_from(const reading *r, uint32_t at)
{
	uint32_t lo = 0, hi = r->dates.n;

	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (r->dates.p[mid].at.at < at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

uint32_t citations_from(const reading *r, uint32_t at)
{
	uint32_t lo = 0, hi = r->citations.n;

	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (r->citations.p[mid].at.at < at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

int32_t limit_within(const reading *r, span at)
{
	for (uint32_t i = dates_from(r, at.at); i < r->dates.n; i++) {
		if (r->dates.p[i].at.at >= span_end(at))
			break;
		if (r->dates.p[i].role == ROLE_DEADLINE)
			return (int32_t)i;
	}
	return -1;
}
