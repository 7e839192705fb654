/*
 * within.c - questions to lists that stand in the order of the text.
 */
#include "reading/facts/text/within.h"

#include "reading/facts/text/phrase.h"

enum { RECEIVED = 8 }; /* words of "kể từ ngày nhận được văn bản này" */

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

uint32_t order_only_until(const scan *s, uint32_t i, uint32_t end)
{
	static const slice ends[] = {S("hoàn thành"), S("xong"), S("thời hạn"), S("thời gian"),
	                             S("thực hiện"),  S("là"),   S("tổ chức")};
	SAYINGS(ends);
	const datexes *ds = &s->r->dates;
	uint32_t j = i, n = 0, k;

	do {
		j += n;
		while (j < end &&
		       (scan_mark(s, j, ',') || scan_mark(s, j, ';') || scan_mark(s, j, ':')))
			j++;
		k = dates_from(s, scan_tok(s, j)->at);
		/* "xong trong tháng 6"; "trong tháng 6" may be shown without its "trong" */
		if (j >= end || (k < ds->n && ds->p[k].tok <= j + 1))
			break;
	} while ((n = says_any(s, j, &said_ends, NULL)) != 0);
	if (j >= end || k >= ds->n || ds->p[k].tok > j + 1 ||
	    (ds->p[k].tok == j + 1 && !scan_is(s, j, W_TRONG)))
		return i;
	j = ds->p[k].tok + ds->p[k].ntok;
	if (ds->p[k].kind == DATE_RELATIVE) /* "... kể từ ngày nhận được văn bản này" */
		j = scan_next_mark(s, j, j + RECEIVED);
	return j >= end || scan_mark(s, j, ')') || scan_mark(s, j, '.') || scan_mark(s, j, ';') ? j
	                                                                                        : i;
}
