/*
 * search.c - Tìm kiếm: documents by their words, with what narrows them kept in the address.
 */
#include "register/search/search.h"

#include "views.h"
#include "web/pages/documents.h"
#include "web/pages/pages.h"

enum { HITS = 30 };

/* A text with marks in it, as pieces. */
static void cut_pieces(visit *p, slice text, const search_marks *marks, pieces *to)
{
	uint32_t at = 0;

	for (uint32_t i = 0; i < marks->n; i++) {
		span m = marks->p[i];

		if (m.at < at || m.at + (size_t)m.len > text.n)
			continue;
		if (m.at > at)
			*VEC_PUSH(p->a, to) = (piece){.words = {text.p + at, m.at - at}};
		*VEC_PUSH(p->a, to) = (piece){.words = {text.p + m.at, m.len}, .mark = S("hit")};
		at = m.at + m.len;
	}
	if (at < text.n)
		*VEC_PUSH(p->a, to) = (piece){.words = {text.p + at, text.n - at}};
}

rc page_search(visit *p, err *e)
{
	search_view v = {.frame = page_frame(p, S("Tìm kiếm"), S("/tim")),
	                 .words = slice_trim(http_query(p->q, S("q"))),
	                 .filter = documents_filter(p)};
	search_query q = {.words = v.words, .most = HITS};
	search_hits results = {0};
	int64_t since = 0, until = 0;
	slice name;
	rc code = page_agency_of(p, v.filter.issuer, &q.agency, &name, e);

	v.asked = v.words.n > 0;
	if (code == RC_OK)
		code = documents_days(&v.filter, INT32_MIN, INT32_MAX, &since, &until, e);
	if (code == RC_OK)
		code = documents_issuers(p, v.filter.issuer, &v.issuers, e);
	q.from_day = (int32_t)since;
	q.to_day = (int32_t)until;
	if (code == RC_OK && v.asked && v.words.n < 1000)
		code = search_find(p->r, &q, p->a, &results, e);
	for (uint32_t i = 0; code == RC_OK && i < results.n; i++) {
		const search_hit *h = &results.p[i];
		hit_row row = {.pub = h->doc.pub,
		               .number = h->doc.number.n > 0 ? h->doc.number : S("Chưa ghi số"),
		               .title = h->doc.title.n > 0 ? h->doc.title : h->doc.name,
		               .issuer = h->doc.issuer_name.n > 0 ? h->doc.issuer_name
		                                                  : h->doc.issuer};
		int32_t day;

		if (h->doc.issued.n > 0 && page_date(h->doc.issued, &day, NULL) == RC_OK)
			row.day = page_day(p, day);
		cut_pieces(p, h->snippet, &h->marks, &row.snippet);
		*VEC_PUSH(p->a, &v.rows) = row;
	}
	v.n = v.rows.n;
	if (code == RC_OK)
		view_search(&p->to->body, &v);
	return code;
}
