/*
 * documents.c - Văn bản: the list, the original file, search.
 */
#include "model/roles.h"
#include "register/original.h"
#include "register/search.h"
#include "views.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"

enum { ROWS = 25, HITS = 30 };

static const struct {
	slice word, wording;
} purposes[] = {
	{S(""), S("Mọi loại văn bản")},       {S("conclusion"), S("Thông báo kết luận")},
	{S("invitation"), S("Giấy mời")},     {S("programme"), S("Chương trình công tác")},
	{S("urging"), S("Công văn đôn đốc")}, {S("assignment"), S("Văn bản giao việc")},
	{S("reply"), S("Văn bản trả lời")},   {S("report"), S("Báo cáo")},
};

static slice address(visit *p, bool waiting, slice kind)
{
	strbuf b;

	strbuf_over(&b, arena_room(p->a, 256), 256);
	strbuf_put(&b, S("/van-ban?"));
	if (waiting)
		strbuf_put(&b, S("loc=cho-ra-soat&"));
	if (kind.n > 0) {
		strbuf_put(&b, S("loai="));
		view_part(&b, kind);
		strbuf_putc(&b, '&');
	}
	return strbuf_slice(&b);
}

static document_row row_of(visit *p, const sql_document_list_row *d)
{
	bool waits = d->proposed > 0;

	return (document_row){
		.pub = d->pub,
		.number = d->number.n > 0 ? d->number : S("Chưa ghi số"),
		.kind = rows_purpose(d->purpose),
		.title = d->title.n > 0 ? d->title : d->name,
		.issuer = d->issuer,
		.day = page_issued(p, d->issued_day, d->issued),
		.status = waits            ? S("Chờ rà soát")
	                  : d->open > 0    ? S("Đang theo dõi")
	                  : d->tracked > 0 ? S("Đã hoàn thành")
	                                   : S("Chỉ lưu"),
		.mood = waits            ? S("soon")
	                : d->open > 0    ? S("fine")
	                : d->tracked > 0 ? S("done")
	                                 : S("none"),
		.scan = slice_eq(d->through, S("ocr")),
		.proposed = page_may(p, RIGHT_REVIEW) ? d->proposed : 0,
		.doubtful = d->doubtful,
		.tracked = d->tracked,
		.open = d->open,
	};
}

static void fill_tabs(visit *p, bool waiting, documents_view *v)
{
	for (size_t i = 0; i < ARRAY_LEN(purposes); i++)
		*VEC_PUSH(p->a, &v->kinds) = (option){purposes[i].word, purposes[i].wording,
		                                      slice_eq(purposes[i].word, v->kind)};
	if (!p->r->who.all)
		return;
	*VEC_PUSH(p->a, &v->tabs) = (option){address(p, false, v->kind), S("Tất cả"), !waiting};
	*VEC_PUSH(p->a, &v->tabs) = (option){address(p, true, v->kind), S("Chờ rà soát"), waiting};
}

rc page_documents(visit *p, err *e)
{
	int64_t at = page_number(http_query(p->q, S("trang")), 1, TABLES_PAGES);
	bool waiting = slice_eq(http_query(p->q, S("loc")), S("cho-ra-soat")) && p->r->who.all;
	documents_view v = {.frame = page_frame(p, S("Văn bản"), S("/van-ban")),
	                    .uploads = page_may(p, RIGHT_UPLOAD),
	                    .tab = waiting ? S("cho-ra-soat") : S(""),
	                    .kind = http_query(p->q, S("loai"))};
	sql_document_list_rows rows = {0};
	rc code = sql_document_list(
		p->r->d, &p->r->who,
		(sql_document_list_in){.purpose = v.kind.n > 0 ? v.kind : (slice){0},
	                               .waiting = waiting ? 1 : DB_NULL,
	                               .agency = DB_NULL,
	                               .most = ROWS + 1,
	                               .skip = (at - 1) * ROWS},
		p->a, &rows, e);

	if (code != RC_OK)
		return code;
	for (uint32_t i = 0; i < rows.n && i < ROWS; i++)
		*VEC_PUSH(p->a, &v.rows) = row_of(p, &rows.p[i]);
	fill_tabs(p, waiting, &v);
	v.pager = rows_pager(p, address(p, waiting, v.kind), at, rows.n > ROWS,
	                     page_link(p, "Trang %lld", (long long)at));
	view_documents(&p->to->body, &v);
	return RC_OK;
}

/* What a browser would run is only ever handed out as a download. */
rc page_original(visit *p, err *e)
{
	sql_document_one_row d;
	original file;
	strbuf b;
	bool found = false;
	rc code = sql_document_one(p->r->d, &p->r->who, (sql_document_one_in){p->args[0]}, p->a, &d,
	                           &found, e);

	if (code == RC_OK && !found)
		code = err_set(e, RC_INPUT, MSG_NO_SUCH, "document");
	if (code == RC_OK)
		code = original_read(p->r, d.id, p->a, &file, e);
	if (code != RC_OK)
		return code;
	strbuf_init(&b, NULL, 8192);
	strbuf_put(&b, S("attachment; filename*=UTF-8''"));
	view_part(&b, file.name);
	http_header(p->q, p->to, S("Content-Disposition"), strbuf_slice(&b));
	strbuf_done(&b);
	p->to->type = S("application/octet-stream");
	p->to->still = file.bytes;
	return RC_OK;
}

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
	                 .words = slice_trim(http_query(p->q, S("q")))};
	search_query q = {.words = v.words,
	                  .agency = DB_NULL,
	                  .from_day = INT32_MIN,
	                  .to_day = INT32_MAX,
	                  .most = HITS};
	search_hits results = {0};
	rc code = RC_OK;

	v.asked = v.words.n > 0;
	if (v.asked && v.words.n < 1000)
		code = search_find(p->r, &q, p->a, &results, e);
	for (uint32_t i = 0; code == RC_OK && i < results.n; i++) {
		const search_hit *h = &results.p[i];
		hit_row row = {.pub = h->doc.pub,
		               .number = h->doc.number.n > 0 ? h->doc.number : S("Chưa ghi số"),
		               .title = h->doc.title.n > 0 ? h->doc.title : h->doc.name,
		               .issuer = h->doc.issuer};
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
