/*
 * search.c - Tìm kiếm: documents by their words, with what narrows them kept in the address.
 */
#include "register/search/search.h"

#include "views.h"
#include "web/pages/documents.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"
#include "web/pages/show_search.h"

enum { HITS = 30, PAGES = 3 };
_Static_assert(HITS *PAGES < SEARCH_MOST, "a search gives what the last page shows, and one more");

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

static hit_row row_of(visit *p, const search_hit *h)
{
	bool blank = h->doc.number.n == 0 && slice_eq(h->doc.number_state, S("blank"));
	hit_row row = {.pub = h->doc.pub,
	               .number = rows_numbered(blank ? S("") : h->doc.number),
	               .title = h->doc.title.n > 0 ? h->doc.title : h->doc.name,
	               .issuer = h->doc.issuer_name.n > 0 ? h->doc.issuer_name : h->doc.issuer};
	int32_t day;

	if (h->doc.issued.n > 0 && page_date(h->doc.issued, &day, NULL) == RC_OK)
		row.day = page_day(p, day);
	cut_pieces(p, h->snippet, &h->marks, &row.snippet);
	return row;
}

/* One page of the hits, and whether there are more: how many there are nobody counts. */
static void fill_rows(visit *p, const search_hits *found, uint32_t at, search_view *v)
{
	uint32_t from = (at - 1) * HITS, to = from + HITS;
	bool more = found->n > to;
	slice path = documents_address(p, "/tim", v->filter, S(""));
	strbuf b;

	for (uint32_t i = from; i < to && i < found->n; i++)
		*VEC_PUSH(p->a, &v->rows) = row_of(p, &found->p[i]);
	v->count = page_link(p, "%s%u", more ? "Hơn " : "", more ? to : found->n);
	strbuf_over(&b, arena_room(p->a, path.n + 3 * v->words.n + 8), path.n + 3 * v->words.n + 8);
	strbuf_put(&b, path);
	view_pair(&b, S("q"), v->words);
	v->pager = rows_pager(p, strbuf_slice(&b), at, more && at < PAGES,
	                      more && at == PAGES ? S("Còn nữa: thêm từ để thu hẹp")
	                                          : page_link(p, "Trang %u", at));
}

rc page_search(visit *p, err *e)
{
	search_view v = {.frame = page_frame(p, S("Tìm kiếm"), S("/tim")),
	                 .words = slice_trim(http_query(p->q, S("q"))),
	                 .filter = documents_filter(p)};
	uint32_t at = (uint32_t)page_number(http_query(p->q, S("trang")), 1, PAGES);
	search_query q = {.words = v.words, .most = at * HITS + 1};
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
	if (code != RC_OK)
		return code;
	fill_rows(p, &results, at, &v);
	view_search(&p->to->body, &v);
	return RC_OK;
}
