/*
 * documents_find.c - see documents.h. In an order that is asked for the places are found first, then
 * each row of the page by itself: what a row shows is not asked of all that fit.
 */
#include "register/look/tables.h"
#include "web/pages/documents.h"

enum { ADDRESS_MAX = 1024 };

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
	{S("sap-xep"), offsetof(document_filter, order)},
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

slice documents_address(visit *p, const char *path, document_filter f, slice tab)
{
	strbuf b;

	f.tab = tab;
	strbuf_over(&b, arena_room(p->a, ADDRESS_MAX), ADDRESS_MAX);
	strbuf_put(&b, slice_c(path));
	strbuf_putc(&b, '?');
	for (size_t i = 0; i < ARRAY_LEN(params); i++)
		view_pair(&b, params[i].name, *field_of(&f, i));
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

/* The headings of the list; orders[]: of each that sorts, upwards and down. */
static const sort_column headings[] = {
	{S("so"), S("Số, ký hiệu"), true, false},
	{S(""), S("Trích yếu"), false, false},
	{S("ngay"), S("Ngày ban hành"), false, false},
	{S("co-quan"), S("Cơ quan ban hành"), true, false},
	{S(""), S("Trạng thái"), false, false},
};
static const int orders[ARRAY_LEN(headings)][2] = {
	[0] = {SQL_DOCUMENT_ORDER_BY_NUMBER, SQL_DOCUMENT_ORDER_BY_NUMBER_DOWN},
	[2] = {SQL_DOCUMENT_ORDER_BY_DAY, SQL_DOCUMENT_ORDER_BY_DAY_DOWN},
	[3] = {SQL_DOCUMENT_ORDER_BY_ISSUER, SQL_DOCUMENT_ORDER_BY_ISSUER_DOWN},
};

sort_ask documents_order(visit *p)
{
	return sorted_read(p, headings, ARRAY_LEN(headings));
}

/* The statements of the list, of its order and of its count narrow by the same members. */
#define NARROWED(x)                                                                                \
	.purpose = (x)->purpose, .waiting = (x)->waiting, .reviewed = (x)->reviewed,               \
	.agency = (x)->agency, .since = (x)->since, .until = (x)->until, .most = (x)->most

/* What waits for review is the Office's to know: others have one list. */
static rc narrow(visit *p, document_filter *f, sql_document_list_in *ret, err *e)
{
	slice name;
	rc code = page_agency_of(p, f->issuer, &ret->agency, &name, e);

	if (!p->r->who.all)
		f->tab = (slice){0};
	if (slice_eq(f->tab, DOCUMENTS_WAITING))
		ret->waiting = 1;
	else if (slice_eq(f->tab, DOCUMENTS_REVIEWED))
		ret->reviewed = 1;
	ret->purpose = f->kind.n > 0 ? f->kind : (slice){0};
	return code == RC_OK ? documents_days(f, DB_NULL, DB_NULL, &ret->since, &ret->until, e)
	                     : code;
}

static rc in_order(visit *p, const sql_document_list_in *in, int64_t mine, int order,
                   sql_document_list_rows *ret, err *e)
{
	sql_document_order_rows places = {0};
	sql_document_list_in one = {.waiting = DB_NULL,
	                            .reviewed = DB_NULL,
	                            .agency = DB_NULL,
	                            .since = DB_NULL,
	                            .until = DB_NULL,
	                            .most = 1};
	rc code = sql_document_order(p->r->d, &p->r->who,
	                             (sql_document_order_in){NARROWED(in), .mine = mine,
	                                                     .skip = in->skip, .sort = order},
	                             p->a, &places, e);

	for (uint32_t i = 0; code == RC_OK && i < places.n; i++) {
		sql_document_list_rows row = {0};

		one.only = places.p[i].id;
		code = sql_document_list(p->r->d, &p->r->who, one, p->a, &row, e);
		if (code == RC_OK && row.n > 0)
			*VEC_PUSH(p->a, ret) = row.p[0];
	}
	return code;
}

rc documents_find(visit *p, document_filter *f, const sort_ask *order, int64_t most, int64_t skip,
                  documents_found *ret, err *e)
{
	sql_document_list_in in = {
		.waiting = DB_NULL, .reviewed = DB_NULL, .only = DB_NULL, .most = TABLES_COUNTED};
	sql_document_count_row count = {0};
	int64_t mine = p->r->who.all ? DB_NULL : p->r->who.agency;
	bool found;
	rc code = narrow(p, f, &in, e);

	f->order = sorted_word(p, order);
	if (code == RC_OK)
		code = sql_document_count(p->r->d, &p->r->who,
		                          (sql_document_count_in){NARROWED(&in), .mine = mine},
		                          p->a, &count, &found, e);
	ret->total = count.total;
	in.most = most;
	in.skip = skip;
	if (code != RC_OK)
		return code;
	return order->by < order->n
	               ? in_order(p, &in, mine, orders[order->by][order->down], &ret->rows, e)
	               : sql_document_list(p->r->d, &p->r->who, in, p->a, &ret->rows, e);
}
