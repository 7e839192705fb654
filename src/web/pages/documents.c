/*
 * documents.c - Văn bản: the list with its filters, the same as a sheet, the original file.
 */
#include "web/pages/documents.h"

#include "base/fold.h"
#include "model/roles.h"
#include "register/entry/original.h"
#include "views.h"
#include "web/pages/beside.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"

enum { ROWS = 25, SHEET_ROWS = 5000 };

static const struct {
	slice word, wording;
} purposes[] = {
	{S(""), S("Mọi loại văn bản")},       {S("conclusion"), S("Thông báo kết luận")},
	{S("invitation"), S("Giấy mời")},     {S("programme"), S("Chương trình công tác")},
	{S("urging"), S("Công văn đôn đốc")}, {S("assignment"), S("Văn bản giao việc")},
	{S("reply"), S("Văn bản trả lời")},   {S("report"), S("Báo cáo")},
};

static const struct {
	slice word, wording;
} tabs[] = {
	{S(""), S("Tất cả")},
	{DOCUMENTS_WAITING, S("Chờ rà soát")},
	{DOCUMENTS_REVIEWED, S("Đã rà soát")},
};

static document_row row_of(visit *p, const sql_document_list_row *d)
{
	bool waits = d->proposed > 0 || d->meetings > 0, reviews = page_may(p, RIGHT_REVIEW);

	return (document_row){
		.pub = d->pub,
		.number = rows_numbered(d->number),
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
		.unread = d->unread != DB_NULL,
		.part = d->part,
		.parts = d->parts > 1 ? d->parts : 0,
		.proposed = reviews ? d->proposed : 0,
		.meetings = reviews ? d->meetings : 0,
		.doubtful = d->doubtful,
		.tracked = d->tracked,
		.open = d->open,
	};
}

static void fill_tabs(visit *p, documents_view *v)
{
	for (size_t i = 0; i < ARRAY_LEN(purposes); i++)
		*VEC_PUSH(p->a, &v->kinds) = (option){purposes[i].word, purposes[i].wording,
		                                      slice_eq(purposes[i].word, v->filter.kind)};
	for (size_t i = 0; i < ARRAY_LEN(tabs) && p->r->who.all; i++)
		*VEC_PUSH(p->a, &v->tabs) = (option){
			documents_address(p, "/van-ban", v->filter, tabs[i].word), tabs[i].wording,
			slice_eq(tabs[i].word, v->filter.tab)};
}

static void fill_counts(visit *p, const documents_found *found, int64_t at, documents_view *v)
{
	slice path = documents_address(p, "/van-ban", v->filter, v->filter.tab);

	v->count = rows_counted(p, found->total, " văn bản");
	v->pager = rows_pager(p, path, at, !v->whole && found->rows.n > ROWS,
	                      rows_place(p, at, found->total, ROWS));
	v->paper = rows_paper(p, path);
}

rc page_documents(visit *p, err *e)
{
	int64_t at = page_number(http_query(p->q, S("trang")), 1, TABLES_PAGES);
	documents_view v = {.frame = page_frame(p, S("Văn bản"), S("/van-ban")),
	                    .uploads = page_may(p, RIGHT_UPLOAD),
	                    .whole = rows_whole(p),
	                    .filter = documents_filter(p)};
	uint32_t most = v.whole ? ROWS_PAPER : ROWS;
	document_filter plain;
	documents_found found = {0};
	sort_ask order = documents_order(p);
	rc code;

	at = v.whole ? 1 : at;
	code = documents_find(p, &v.filter, &order, most + 1, (at - 1) * ROWS, &found, e);
	if (code == RC_OK)
		code = documents_issuers(p, v.filter.issuer, &v.issuers, e);
	if (code != RC_OK)
		return code;
	for (uint32_t i = 0; i < found.rows.n && i < most; i++)
		*VEC_PUSH(p->a, &v.rows) = row_of(p, &found.rows.p[i]);
	fill_tabs(p, &v);
	fill_counts(p, &found, at, &v);
	v.narrowed = v.filter.kind.n + v.filter.issuer.n + v.filter.since.n + v.filter.until.n > 0;
	v.sheet = documents_address(p, "/van-ban/tai-excel", v.filter, v.filter.tab);
	plain = v.filter;
	plain.order = (slice){0};
	sorted_heads(p, &order, documents_address(p, "/van-ban", plain, plain.tab), "", &v.heads);
	view_documents(&p->to->body, &v);
	return RC_OK;
}

static const serve_column columns[] = {
	{S("STT"), 6},         {S("Số, ký hiệu"), 17},      {S("Loại văn bản"), 17},
	{S("Trích yếu"), 54},  {S("Ngày ban hành"), 14},    {S("Cơ quan ban hành"), 28},
	{S("Trạng thái"), 17}, {S("Phần việc còn lại"), 9},
};
enum { ISSUED = 3 }; /* its column, counted after the number */

rc page_documents_sheet(visit *p, err *e)
{
	document_filter f = documents_filter(p);
	serve_table t = {.title = S("Văn bản"), .columns = columns, .ncolumns = ARRAY_LEN(columns)};
	documents_found found = {0};
	sort_ask order = documents_order(p);
	rc code = documents_find(p, &f, &order, SHEET_ROWS, 0, &found, e);

	for (uint32_t i = 0; code == RC_OK && i < found.rows.n; i++) {
		document_row x = row_of(p, &found.rows.p[i]);
		int64_t day = found.rows.p[i].issued_day;
		const slice cells[] = {x.number, x.kind,   fold_capital(p->a, x.title),
		                       x.day,    x.issuer, x.status};

		*VEC_PUSH(p->a, &t.cells) = (serve_cell){.n = i + 1, .number = true};
		for (size_t k = 0; k < ARRAY_LEN(cells); k++)
			*VEC_PUSH(p->a, &t.cells) = (serve_cell){
				.text = cells[k],
				.n = day == DB_NULL ? DB_NULL : day * CMIN_DAY + CMIN_DAY - 1,
				.minute = k == ISSUED};
		*VEC_PUSH(p->a, &t.cells) = (serve_cell){.n = x.open, .number = true};
	}
	return code == RC_OK ? page_sheet(p, &t, "van-ban", e) : code;
}

/* What a browser would run is only ever handed out as a download. */
rc page_original(visit *p, err *e)
{
	sql_document_one_row d;
	original file;
	strbuf b;
	bool found = false, whole = false;
	rc code = sql_document_one(p->r->d, &p->r->who, (sql_document_one_in){p->args[0]}, p->a, &d,
	                           &found, e);

	if (code == RC_OK && found)
		code = beside_whole(p, &(beside_ask){d.sha256, d.part, d.parts}, &whole, e);
	if (code == RC_OK && !whole)
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
