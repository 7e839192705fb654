/*
 * documents.c - Văn bản: the list with its filters, the same as a sheet, the original file.
 */
#include "web/pages/documents.h"
#include "model/roles.h"
#include "register/entry/original.h"
#include "views.h"
#include "web/pages/beside.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"

enum { ROWS = 25, SHEET_ROWS = 5000, ADDRESS_MAX = 1024 };

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
	{S("cho-ra-soat"), S("Chờ rà soát")},
	{S("da-ra-soat"), S("Đã rà soát")},
};

/* One table for reading and for writing addresses. */
static const struct {
	slice name;
	size_t at;
} params[] = {
	{S("loc"), offsetof(document_filter, tab)},
	{S("loai"), offsetof(document_filter, kind)},
	{S("don-vi"), offsetof(document_filter, issuer)},
	{S("tu"), offsetof(document_filter, since)},
	{S("den"), offsetof(document_filter, until)},
};

static slice *field_of(document_filter *f, size_t i)
{
	return (slice *)(void *)((char *)f + params[i].at);
}

document_filter documents_filter(visit *p)
{
	document_filter f = {0};

	for (size_t i = 0; i < ARRAY_LEN(params); i++)
		*field_of(&f, i) = slice_trim(http_query(p->q, params[i].name));
	return f;
}

static slice address(visit *p, const char *path, document_filter f, slice tab)
{
	strbuf b;

	f.tab = tab;
	strbuf_over(&b, arena_room(p->a, ADDRESS_MAX), ADDRESS_MAX);
	strbuf_put(&b, slice_c(path));
	strbuf_putc(&b, '?');
	for (size_t i = 0; i < ARRAY_LEN(params); i++) {
		if (field_of(&f, i)->n == 0)
			continue;
		strbuf_put(&b, params[i].name);
		strbuf_putc(&b, '=');
		view_part(&b, *field_of(&f, i));
		strbuf_putc(&b, '&');
	}
	return strbuf_slice(&b);
}

static rc day_of(slice words, int64_t none, int64_t *ret, err *e)
{
	int32_t day;
	rc code = words.n > 0 ? page_date(words, &day, e) : RC_OK;

	if (code == RC_OK)
		*ret = words.n > 0 ? day : none;
	return code;
}

rc documents_days(const document_filter *f, int64_t none_since, int64_t none_until,
                  int64_t *ret_since, int64_t *ret_until, err *e)
{
	rc code = day_of(f->since, none_since, ret_since, e);

	return code == RC_OK ? day_of(f->until, none_until, ret_until, e) : code;
}

rc documents_issuers(visit *p, slice chosen, options *to, err *e)
{
	sql_document_issuers_rows rows = {0};
	rc code = sql_document_issuers(p->r->d, p->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		*VEC_PUSH(p->a, to) = (option){rows.p[i].code, rows.p[i].name,
		                               slice_eq(rows.p[i].code, chosen)};
	return code;
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
		.unread = d->unread != DB_NULL,
		.part = d->part,
		.parts = d->parts > 1 ? d->parts : 0,
		.proposed = page_may(p, RIGHT_REVIEW) ? d->proposed : 0,
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
			address(p, "/van-ban", v->filter, tabs[i].word), tabs[i].wording,
			slice_eq(tabs[i].word, v->filter.tab)};
}

/* What waits for review is the Office's to know: others have one list. */
static rc find(visit *p, document_filter *f, int64_t most, int64_t skip,
               sql_document_list_rows *ret, err *e)
{
	sql_document_list_in in = {
		.waiting = DB_NULL, .reviewed = DB_NULL, .most = most, .skip = skip};
	slice name;
	rc code = page_agency_of(p, f->issuer, &in.agency, &name, e);

	if (!p->r->who.all)
		f->tab = (slice){0};
	if (slice_eq(f->tab, tabs[1].word))
		in.waiting = 1;
	else if (slice_eq(f->tab, tabs[2].word))
		in.reviewed = 1;
	in.purpose = f->kind.n > 0 ? f->kind : (slice){0};
	if (code == RC_OK)
		code = documents_days(f, DB_NULL, DB_NULL, &in.since, &in.until, e);
	return code == RC_OK ? sql_document_list(p->r->d, &p->r->who, in, p->a, ret, e) : code;
}

rc page_documents(visit *p, err *e)
{
	int64_t at = page_number(http_query(p->q, S("trang")), 1, TABLES_PAGES);
	documents_view v = {.frame = page_frame(p, S("Văn bản"), S("/van-ban")),
	                    .uploads = page_may(p, RIGHT_UPLOAD),
	                    .filter = documents_filter(p)};
	sql_document_list_rows rows = {0};
	rc code = find(p, &v.filter, ROWS + 1, (at - 1) * ROWS, &rows, e);

	if (code == RC_OK)
		code = documents_issuers(p, v.filter.issuer, &v.issuers, e);
	if (code != RC_OK)
		return code;
	for (uint32_t i = 0; i < rows.n && i < ROWS; i++)
		*VEC_PUSH(p->a, &v.rows) = row_of(p, &rows.p[i]);
	fill_tabs(p, &v);
	v.narrowed = v.filter.kind.n + v.filter.issuer.n + v.filter.since.n + v.filter.until.n > 0;
	v.sheet = address(p, "/van-ban/tai-excel", v.filter, v.filter.tab);
	v.pager = rows_pager(p, address(p, "/van-ban", v.filter, v.filter.tab), at, rows.n > ROWS,
	                     page_link(p, "Trang %lld", (long long)at));
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
	sql_document_list_rows rows = {0};
	rc code = find(p, &f, SHEET_ROWS, 0, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		document_row x = row_of(p, &rows.p[i]);
		int64_t day = rows.p[i].issued_day;
		const slice cells[] = {x.number, x.kind, x.title, x.day, x.issuer, x.status};

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
