/*
 * lists.c - what the Office keeps by hand: persons, the programme of a month, series of numbers.
 */
#include "base/fold.h"
#include "model/roles.h"
#include "model/vi_format.h"
#include "register/event.h"
#include "register/hand/hand.h"
#include "register/hand/series.h"
#include "views.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"
#include "web/pages/show_hand.h"

enum { ROWS = 40, MONTHS = 24, GAPS = 40, NUMBERS = 15, CODE_MOST = 40, NAME_ROOM = 1024 };

/* With the name that is looked for: the next page is one of the same. */
static slice persons_address(visit *p, slice asked)
{
	strbuf b;

	strbuf_over(&b, arena_room(p->a, NAME_ROOM), NAME_ROOM);
	strbuf_put(&b, S("/ca-nhan?"));
	view_pair(&b, S("ten"), asked);
	return strbuf_slice(&b);
}

rc page_persons(visit *p, err *e)
{
	int64_t at = page_number(http_query(p->q, S("trang")), 1, TABLES_PAGES);
	slice asked = slice_trim(http_query(p->q, S("ten")));
	list_view v = {.frame = page_frame(p, S("Cá nhân"), S("/co-quan")),
	               .heading = S("Cá nhân và chức vụ"),
	               .make = S("/lap/ca-nhan"),
	               .make_words = S("Thêm cá nhân"),
	               .search = S("Tìm theo họ tên"),
	               .words = asked,
	               .empty = asked.n > 0 ? S("Không có ai tên như vậy.")
	                                    : S("Chưa có cá nhân nào."),
	               .ha = S("Họ tên"),
	               .hb = S("Chức vụ hiện nay"),
	               .hc = S("Cơ quan"),
	               .hd = S("Điện thoại"),
	               .he = S("Thư điện tử")};
	sql_person_list_rows rows = {0};
	rc code = sql_person_list(
		p->r->d, &p->r->who,
		(sql_person_list_in){asked.n > 0 ? fold_text(p->a, asked) : (slice){0},
	                             p->r->minute / CMIN_DAY, ROWS + 1, (at - 1) * ROWS},
		p->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n && i < ROWS; i++) {
		const sql_person_list_row *x = &rows.p[i];

		*VEC_PUSH(p->a, &v.rows) = (plain_row){
			.href = page_link(p, "/sua/ca-nhan/%.*s", (int)x->pub.n, x->pub.p),
			.a = x->name,
			.b = x->title,
			.c = x->agency,
			.d = x->phone,
			.e = x->email};
	}
	if (code != RC_OK)
		return code;
	v.pager = rows_pager(p, persons_address(p, asked), at, rows.n > ROWS,
	                     page_link(p, "Trang %lld", (long long)at));
	view_list(&p->to->body, &v);
	return RC_OK;
}

/* --- the programme of a month --- */

static slice month_words(visit *p, slice month)
{
	return month.n == 7 ? page_link(p, "Tháng %d/%.4s",
	                                (month.p[5] - '0') * 10 + month.p[6] - '0', month.p)
	                    : month;
}

static rc add_items(visit *p, int64_t id, programme_row *row, err *e)
{
	sql_hand_items_rows items = {0};
	rc code = sql_hand_items(p->r->d, (sql_hand_items_in){id}, p->a, &items, e);

	for (uint32_t i = 0; code == RC_OK && i < items.n; i++)
		*VEC_PUSH(p->a, &row->items) = (programme_item_row){
			page_day(p, items.p[i].day), items.p[i].words, items.p[i].chair,
			items.p[i].name, items.p[i].meeting};
	return code;
}

rc page_programmes(visit *p, err *e)
{
	programmes_view v = {
		.frame = page_frame(p, S("Chương trình công tác tháng"), S("/cuoc-hop")),
		.can_edit = page_may(p, RIGHT_EDIT)};
	sql_programme_list_rows rows = {0};
	rc code = sql_programme_list(p->r->d, &p->r->who, (sql_programme_list_in){MONTHS}, p->a,
	                             &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_programme_list_row *x = &rows.p[i];
		programme_row row = {
			.month = x->month,
			.title = month_words(p, x->month),
			.edit = page_link(p, "/sua/chuong-trinh/%.*s", (int)x->month.n, x->month.p),
			.document = x->document,
			.number = x->number};

		code = add_items(p, x->id, &row, e);
		*VEC_PUSH(p->a, &v.rows) = row;
	}
	if (code != RC_OK)
		return code;
	*VEC_PUSH(p->a, &v.tabs) = (option){S("/cuoc-hop"), S("Sắp tới"), false};
	*VEC_PUSH(p->a, &v.tabs) = (option){S("/cuoc-hop?loc=da-qua"), S("Đã qua"), false};
	*VEC_PUSH(p->a, &v.tabs) = (option){S("/chuong-trinh"), S("Chương trình công tác tháng"),
	                                    true};
	view_programmes(&p->to->body, &v);
	return RC_OK;
}

/* --- series and documents by hand --- */

static slice status_words(slice status)
{
	return slice_eq(status, S("draft"))      ? S("Dự thảo")
	       : slice_eq(status, S("signed"))   ? S("Đã ký, chưa ban hành")
	       : slice_eq(status, S("issued"))   ? S("Đã ban hành")
	       : slice_eq(status, S("replaced")) ? S("Đã được thay thế")
	                                         : S("Đã thu hồi");
}

static rc add_series(visit *p, const sql_series_list_row *s, series_view *v, err *e)
{
	series_row row = {.code = s->code,
	                  .edit = page_link(p, "/sua/so-so/%.*s/%lld", (int)s->code.n, s->code.p,
	                                    (long long)s->year),
	                  .last = page_link(p, "%lld", (long long)s->last),
	                  .next = page_link(p, "%02lld/%.*s", (long long)s->last + 1,
	                                    (int)s->code.n, s->code.p),
	                  .year = page_link(p, "%lld", (long long)s->year),
	                  .given = s->given};
	sql_series_numbers_rows numbers = {0};
	series_gaps gaps = {0};
	rc code = series_gaps_of(p->r, s->id, GAPS, p->a, &gaps, e);

	if (code == RC_OK)
		code = sql_series_numbers(p->r->d, &p->r->who,
		                          (sql_series_numbers_in){s->id, INT64_MAX, NUMBERS}, p->a,
		                          &numbers, e);
	for (uint32_t i = 0; code == RC_OK && i < gaps.n; i++)
		*VEC_PUSH(p->a, &row.gaps) = (option){
			.words = gaps.p[i].from == gaps.p[i].to
		                         ? page_link(p, "%lld", (long long)gaps.p[i].from)
		                         : page_link(p, "%lld–%lld", (long long)gaps.p[i].from,
		                                     (long long)gaps.p[i].to)};
	for (uint32_t i = 0; code == RC_OK && i < numbers.n; i++) {
		const sql_series_numbers_row *n = &numbers.p[i];

		*VEC_PUSH(p->a, &row.numbers) = (plain_row){
			.href = n->document.n > 0 ? page_link(p, "/sua/van-ban/%.*s",
		                                              (int)n->document.n, n->document.p)
		                                  : (slice){0},
			.a = page_link(p, "%02lld", (long long)n->n),
			.b = n->title.n > 0 ? n->title : n->note,
			.c = n->issued_day != DB_NULL ? page_day(p, n->issued_day)
		                                      : page_time(p, n->at),
			.tag = n->document.n > 0 ? status_words(n->status) : S("Chỉ lấy số")};
	}
	*VEC_PUSH(p->a, &v->series) = row;
	return code;
}

/* The number that was just taken, when the book really has come so far. */
static void tell_taken(visit *p, const sql_series_list_rows *all, frame *f)
{
	slice code = http_query(p->q, S("so"));
	int64_t n = page_number(http_query(p->q, S("n")), 0, INT64_C(999999999));

	for (uint32_t i = 0; n > 0 && i < all->n; i++)
		if (slice_eq(all->p[i].code, code) && n <= all->p[i].last) {
			f->notice = page_link(p, "Đã lấy số %02lld/%.*s.", (long long)n,
			                      (int)code.n, code.p);
			return;
		}
}

rc page_series(visit *p, err *e)
{
	int64_t at = page_number(http_query(p->q, S("trang")), 1, TABLES_PAGES);
	series_view v = {.frame = page_frame(p, S("Sổ văn bản đi"), S("/so-van-ban")),
	                 .can_edit = page_may(p, RIGHT_EDIT)};
	sql_document_hand_list_rows rows = {0};
	sql_series_list_rows all = {0};
	rc code = sql_series_list(p->r->d, &p->r->who, (sql_series_list_in){DB_NULL}, p->a, &all,
	                          e);

	if (code == RC_OK)
		tell_taken(p, &all, &v.frame);
	for (uint32_t i = 0; code == RC_OK && i < all.n && i < ROWS; i++)
		code = add_series(p, &all.p[i], &v, e);
	if (code == RC_OK)
		code = sql_document_hand_list(
			p->r->d, &p->r->who,
			(sql_document_hand_list_in){.most = ROWS + 1, .skip = (at - 1) * ROWS},
			p->a, &rows, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n && i < ROWS; i++) {
		const sql_document_hand_list_row *d = &rows.p[i];

		*VEC_PUSH(p->a, &v.documents) = (plain_row){
			.href = page_link(p, "/sua/van-ban/%.*s", (int)d->pub.n, d->pub.p),
			.edit = page_link(p, "/lap/van-ban?replaces=%.*s", (int)d->pub.n, d->pub.p),
			.a = d->title,
			.b = d->number.n > 0 ? d->number : S("Chưa ghi số"),
			.c = page_day(p, d->issued_day),
			.d = d->replaces_number,
			.tag = status_words(d->status),
			.mood = slice_eq(d->status, S("issued"))  ? S("done")
		                : slice_eq(d->status, S("draft")) ? S("soon")
		                                                  : S("none"),
			.late = slice_eq(d->status, S("issued"))};
	}
	if (code != RC_OK)
		return code;
	v.pager = rows_pager(p, S("/so-van-ban?"), at, rows.n > ROWS,
	                     page_link(p, "Trang %lld", (long long)at));
	view_series(&p->to->body, &v);
	return RC_OK;
}

typedef struct taking {
	visit *p;
	slice code;
	int64_t n;
} taking;

/* A number for a paper that is not written here. A book is opened by its own form: a slip of the
 * hand would begin another one, and its number could not be given back. */
static rc take(db *d, void *ctx, err *e)
{
	taking *x = ctx;
	visit *p = x->p;
	slice note = slice_trim(http_form(p->q, S("note")));
	int32_t year = civil_of_minutes(p->r->minute).y;
	int64_t series = 0;
	rc code;

	(void)d;
	if (note.n == 0)
		return err_set(e, RC_INPUT, MSG_WORDS_NEEDED, "what for");
	if (x->code.n == 0 || x->code.n > CODE_MOST || memchr(x->code.p, '/', x->code.n) != NULL)
		return err_set(e, RC_INPUT, MSG_CODE_BAD, "series");
	code = hand_find(p->r, HAND_SERIES,
	                 page_link(p, "%.*s/%d", (int)x->code.n, x->code.p, year), &series, e);
	if (code == RC_INPUT) {
		*e = (err){0};
		code = err_set(e, RC_INPUT, MSG_SERIES_UNKNOWN, "not opened");
	}
	if (code == RC_OK)
		code = series_take(p->r, x->code, year, DB_NULL, note, &x->n, e);
	return code == RC_OK ? event_add(p->r, "take-number", "series", series,
	                                 page_link(p, "{\"number\":%lld}", (long long)x->n), e)
	                     : code;
}

rc page_series_take(visit *p, err *e)
{
	taking x = {.p = p, .code = slice_trim(http_form(p->q, S("code")))};
	rc code = db_write(p->r->d, take, &x, e);
	strbuf b;

	if (code != RC_OK)
		return code;
	strbuf_over(&b, arena_room(p->a, NAME_ROOM), NAME_ROOM);
	strbuf_put(&b, S("/so-van-ban?so="));
	view_part(&b, x.code);
	strbuf_put(&b, S("&n="));
	strbuf_int(&b, x.n);
	http_redirect(p->q, p->to, strbuf_slice(&b));
	return RC_OK;
}
