/*
 * sheets.c - Nhập từ Excel: a spreadsheet is held, shown as it would come in, each column to be
 * set right by its reader, and enters when he says so; afterwards all of it can be taken back.
 *
 * What is shown and what enters is made by the same program from the same words (serve_look,
 * serve_enter). Which lists one may bring in is decided here once more when they enter.
 */
#include "web/pages/sheets.h"

#include "base/hash.h"
#include "model/roles.h"
#include "model/sheets.h"
#include "register/hand/sheet_held.h"
#include "register/hand/sheet_in.h"
#include "views.h"
#include "web/pages/pages.h"
#include "web/pages/show_sheets.h"
#include "web/pages/upload.h"

enum { RECENT = 10, SHEETS_MOST = 20 };

#define LISTS(kind) (1u << SHEET_##kind)

/* Who edits brings in what the Office works with; the administrator, who there is. */
static const sheet_way ways[] = {
	{S("/quan-tri/nhap-excel"), S("/quan-tri"), S("Quản trị hệ thống"), S("/quan-tri"),
         S("Quản trị hệ thống"), LISTS(PERSONS) | LISTS(AGENCIES)},
	{S("/nhap-excel"), S("/nhiem-vu"), S("Nhiệm vụ"), S("/nhiem-vu/nhap-excel"),
         S("Nhập từ Excel"), LISTS(DUTIES) | LISTS(PETITIONS) | LISTS(PERSONS)},
};

const sheet_way *sheets_way(const visit *p)
{
	return &ways[!slice_starts(p->q->path, ways[0].base)];
}

bool sheets_may(const sheet_way *way, sheet_kind k)
{
	return (way->kinds >> k & 1) != 0;
}

/* --- where one is chosen --- */

static rc fill_recent(visit *p, const sheet_way *way, sheet_begin_view *v, err *e)
{
	sql_sheet_import_list_rows rows = {0};
	rc code = sql_sheet_import_list(p->r->d, &p->r->who, (sql_sheet_import_list_in){RECENT},
	                                p->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_sheet_import_list_row *x = &rows.p[i];

		*VEC_PUSH(p->a, &v->recent) = (plain_row){
			.href = page_link(p, "%.*s/%.*s", (int)way->base.n, way->base.p,
		                          (int)x->pub.n, x->pub.p),
			.a = x->name,
			.b = page_time(p, x->at),
			.c = x->by.n > 0 ? x->by : S("Quản trị máy chủ"),
			.d = page_count(p, x->entered, " dòng"),
			.tag = x->undone_at != DB_NULL ? S("Đã hoàn tác") : (slice){0}};
	}
	return code;
}

static rc show_begin(visit *p, sheet_begin_view *v, err *e)
{
	const sheet_way *way = sheets_way(p);
	rc code = fill_recent(p, way, v, e);

	v->base = way->base;
	v->back = way->back;
	v->back_words = way->back_words;
	v->model = sheets_may(way, SHEET_DUTIES);
	if (code == RC_OK)
		view_import(&p->to->body, v);
	return code;
}

static slice nav_of(const visit *p)
{
	return sheets_way(p)->back;
}

rc page_import(visit *p, err *e)
{
	sheet_begin_view v = {.frame = page_frame(p, S("Nhập từ Excel"), nav_of(p))};

	return show_begin(p, &v, e);
}

typedef struct holding {
	visit *p;
	slice name, bytes, token;
} holding;

static rc hold(db *d, void *ctx, err *e)
{
	holding *h = ctx;

	(void)d;
	return sheet_held_put(h->p->r, h->name, h->bytes, h->p->a, &h->token, e);
}

rc sheets_hold(visit *p, slice name, slice bytes, slice *ret_token, err *e)
{
	holding h = {p, name, bytes, {0}};
	rc code = db_write(p->r->d, hold, &h, e);

	if (code == RC_OK)
		*ret_token = h.token;
	return code;
}

static upload_line line_of(visit *p, const http_file *f)
{
	upload_line line = {.name = upload_name(f->name)};
	slice base = sheets_way(p)->base, held = {0};
	err why = {0};

	if (f->bytes.n == 0)
		line.why = S("Tệp rỗng.");
	else if (sheets_hold(p, line.name, f->bytes, &held, &why) != RC_OK)
		line.why = slice_c(msg_text(why.id));
	else
		line.href = page_link(p, "%.*s/xem/%.*s", (int)base.n, base.p, (int)held.n, held.p);
	line.read = line.href.n > 0;
	line.held = line.read;
	return line;
}

rc page_sheet_take(visit *p, err *e)
{
	sheet_begin_view v = {.frame = page_frame(p, S("Nhập từ Excel"), nav_of(p))};
	upload_view lines = {0};

	for (uint32_t i = 0; i < p->q->files.n && i < SHEETS_MOST; i++)
		if (p->q->files.p[i].name.n > 0)
			*VEC_PUSH(p->a, &lines.lines) = line_of(p, &p->q->files.p[i]);
	if (lines.lines.n == 0)
		return err_set(e, RC_INPUT, MSG_EMPTY_UPLOAD, "no file");
	if (p->q->partial) {
		view_upload_lines(&p->to->body, &lines);
		return RC_OK;
	}
	if (lines.lines.n == 1 && lines.lines.p[0].read) {
		page_done(p, lines.lines.p[0].href, NULL);
		return RC_OK;
	}
	for (uint32_t i = 0; i < lines.lines.n; i++) {
		*VEC_PUSH(p->a, &v.lines) = lines.lines.p[i];
		if (!lines.lines.p[i].read)
			p->to->status = 422;
	}
	return show_begin(p, &v, e);
}

/* --- what the reader says of the columns --- */

static slice asked(visit *p, const char *what, int at, slice column)
{
	return http_query(p->q, page_link(p, "%s%d%s%.*s", what, at, column.n > 0 ? "-" : "",
	                                  (int)column.n, column.p));
}

/* However long it grows: page_link() would cut it. */
static slice joined(visit *p, slice all, slice between, slice more)
{
	const slice parts[] = {all, all.n > 0 ? between : S(""), more};
	char *to = arena_room(p->a, all.n + between.n + more.n + 1), *at = to;

	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		if (parts[i].n > 0)
			memcpy(at, parts[i].p, parts[i].n);
		at += parts[i].n;
	}
	return (slice){to, (size_t)(at - to)};
}

/* "A=content,C=lead" of one sheet. */
static slice columns_asked(visit *p, int at)
{
	slice all = {0};

	for (int32_t c = 0; c < SHEET_COLUMNS_MAX; c++) {
		slice name = sheet_column_name(p->a, c);
		slice field = asked(p, "c", at, name);

		if (field.n > 0 && field.n < 32)
			all = joined(p, all, S(","),
			             page_link(p, "%.*s=%.*s", (int)name.n, name.p, (int)field.n,
			                       field.p));
	}
	return all;
}

/* All that the query says, as sheet_choices_parse() has it. A sheet that is of another kind now
 * forgets what its columns were taken for. */
static slice choices_asked(visit *p)
{
	slice all = {0};

	for (int i = 1; i <= SHEETS_MOST; i++) {
		slice kind = asked(p, "k", i, S("")), was = asked(p, "w", i, S(""));
		slice one, columns = {0};

		if (kind.n == 0 || kind.n > 32)
			continue;
		if (slice_eq(kind, was) && sheet_kind_of(kind) != SHEET_UNKNOWN)
			columns = columns_asked(p, i);
		one = joined(p, page_link(p, "%d:%.*s", i, (int)kind.n, kind.p),
		             columns.n > 0 ? S(":") : S(""), columns);
		all = joined(p, all, S(";"), one);
	}
	return all;
}

/* --- what it would bring in --- */

static void fill_heads(visit *p, const look_sheet *from, sheet_block *to)
{
	for (uint32_t i = 0; i < from->columns.n; i++) {
		const look_column *c = &from->columns.p[i];
		slice asked_for = asked(p, "c", (int)to->number, c->name);
		slice now = c->field != FIELD_NONE ? slice_c(sheet_field_word(c->field)) : S("");
		sheet_head head = {.name = c->name,
		                   .heading = c->heading,
		                   .field = slice_c(sheet_field_vi(c->field))};

		/* What was refused stays as it was chosen. */
		if (to->problem.n > 0 && asked_for.p != NULL)
			now = asked_for;
		*VEC_PUSH(p->a, &head.fields) = (option){S(""), S("không dùng"), now.n == 0};
		for (int f = FIELD_NONE + 1; f < FIELD_COUNT; f++) {
			slice word = slice_c(sheet_field_word((sheet_field)f));

			if (sheet_may(from->kind, (sheet_field)f))
				*VEC_PUSH(p->a, &head.fields) = (option){
					word, slice_c(sheet_field_vi((sheet_field)f)),
					slice_eq(word, now)};
		}
		*VEC_PUSH(p->a, &to->heads) = head;
		if (c->field != FIELD_NONE)
			*VEC_PUSH(p->a, &to->used) = head;
	}
}

/* What the register has of a row, in words, and where that is shown. */
static void fill_seen(visit *p, sheet_kind kind, const look_row *row, sheet_line *to)
{
	static const struct {
		slice seen, word, mood;
	} words[] = {{S("new"), S("Mới"), S("fine")},
	             {S("same"), S("Đã có"), S("none")},
	             {S("changed"), S("Khác dòng đã có"), S("soon")}};

	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (slice_eq(words[i].seen, row->seen)) {
			to->seen = words[i].word;
			to->mood = words[i].mood;
		}
	if (row->of.n > 0)
		to->href = page_link(p, "%s%.*s",
		                     kind == SHEET_PETITIONS ? "/kien-nghi/" : "/nhiem-vu/",
		                     (int)row->of.n, row->of.p);
}

static void fill_rows(visit *p, const look_sheet *from, sheet_block *to)
{
	for (uint32_t i = 0; i < from->rows.n; i++) {
		const look_row *row = &from->rows.p[i];
		sheet_line line = {.row = page_link(p, "%lld", (long long)row->row)};

		fill_seen(p, from->kind, row, &line);
		for (uint32_t k = 0; k < from->rows.p[i].cells.n && k < to->used.n; k++)
			*VEC_PUSH(p->a, &line.cells) = (sheet_cell){from->rows.p[i].cells.p[k],
			                                            to->used.p[k].field};
		*VEC_PUSH(p->a, &to->rows) = line;
	}
	for (uint32_t i = 0; i < from->bad.n; i++)
		*VEC_PUSH(p->a, &to->bad) = (sheet_fault_row){
			from->bad.p[i].cell, from->bad.p[i].value, from->bad.p[i].why};
	to->more_rows = from->nrows - from->rows.n;
	to->more_bad = from->nbad - from->bad.n;
}

static void fill_kinds(visit *p, const sheet_way *way, sheet_kind is, options *to)
{
	*VEC_PUSH(p->a, to) = (option){slice_c(sheet_kind_word(SHEET_UNKNOWN)),
	                               S("Không nhập bảng này"), is == SHEET_UNKNOWN};
	for (int k = SHEET_UNKNOWN + 1; k < SHEET_KIND_COUNT; k++)
		if (sheets_may(way, (sheet_kind)k) || (int)is == k)
			*VEC_PUSH(p->a, to) = (option){
				slice_c(sheet_kind_word((sheet_kind)k)),
				page_link(p, "Danh sách %s", sheet_kind_vi((sheet_kind)k)),
				(int)is == k};
}

static bool has_must(const look_sheet *s)
{
	for (uint32_t i = 0; i < s->columns.n; i++)
		if (s->columns.p[i].field == sheet_must(s->kind))
			return true;
	return false;
}

static slice problem_of(visit *p, const sheet_way *way, const look_sheet *s)
{
	if (s->kind == SHEET_UNKNOWN)
		return (slice){0};
	if (!sheets_may(way, s->kind))
		return page_link(p, "Danh sách %s không nhập được ở đây.", sheet_kind_vi(s->kind));
	return has_must(s) ? (slice){0}
	                   : page_link(p, "Chọn cột có %s.", sheet_field_vi(sheet_must(s->kind)));
}

/* A sheet with its columns once more as choices, so that nothing is left to be recognised
 * again when it enters. */
static slice spec_of(visit *p, const look_sheet *s, int64_t number)
{
	slice all = {0};

	for (uint32_t i = 0; i < s->columns.n && s->kind != SHEET_UNKNOWN; i++) {
		const look_column *c = &s->columns.p[i];

		if (c->field != FIELD_NONE)
			all = joined(p, all, S(","),
			             page_link(p, "%.*s=%s", (int)c->name.n, c->name.p,
			                       sheet_field_word(c->field)));
	}
	return joined(p, page_link(p, "%lld:%s", (long long)number, sheet_kind_word(s->kind)),
	              all.n > 0 ? S(":") : S(""), all);
}

static bool is_shown(const look_sheet *s)
{
	return !s->hidden && s->columns.n > 0;
}

slice sheets_specs(visit *p, const sheet_look *got)
{
	slice all = {0};

	for (uint32_t i = 0; i < got->sheets.n; i++)
		if (is_shown(&got->sheets.p[i]))
			all = joined(p, all, S(";"), spec_of(p, &got->sheets.p[i], i + 1));
	return all;
}

static void add_sheet(visit *p, const sheet_way *way, const look_sheet *s, int64_t number,
                      slice refused, sheet_look_view *v)
{
	sheet_block b = {.number = number,
	                 .title = s->name.n > 0 ? s->name : S("Bảng tính"),
	                 .kind = slice_c(sheet_kind_word(s->kind)),
	                 .known = s->kind != SHEET_UNKNOWN,
	                 .nrows = s->nrows,
	                 .again = s->again,
	                 .changed = s->changed,
	                 .doubles = sheet_doubles(s->kind),
	                 .fresh = s->nrows - s->again,
	                 .nbad = s->nbad,
	                 .problem = refused.n > 0 ? refused : problem_of(p, way, s)};

	/* What differs from a duty or petition that is here would make it twice. */
	if (b.doubles)
		b.fresh -= b.changed;

	fill_kinds(p, way, s->kind, &b.kinds);
	fill_heads(p, s, &b);
	fill_rows(p, s, &b);
	if (b.problem.n > 0 && v->problem.n == 0)
		v->problem = b.problem;
	if (b.known) {
		v->fresh += b.fresh;
		v->changed += b.doubles ? b.changed : 0;
	}
	*VEC_PUSH(p->a, &v->sheets) = b;
}

static void fail(visit *p, int status, slice why)
{
	page_fail(p, status, S("Chưa đọc được bảng tính"), why,
	          S("Chọn lại tệp ở trang Nhập từ Excel."));
}

rc page_sheet_look(visit *p, err *e)
{
	const sheet_way *way = sheets_way(p);
	sheet_look_view v = {.frame = page_frame(p, S("Xem trước khi nhập"), nav_of(p)),
	                     .action = page_link(p, "%.*s/xem/%.*s", (int)way->base.n, way->base.p,
	                                         (int)p->args[0].n, p->args[0].p),
	                     .back = way->begin};
	sheet_ask ask = {.login = p->who.login, .columns = choices_asked(p)};
	sheet_choices choices;
	sheet_look got = {0};
	slice why = {0}, refused = {0};
	err bad = {0};

	if (sheet_held_get(p->r, p->args[0], p->a, &ask.name, &ask.bytes, e) != RC_OK) {
		fail(p, 404, slice_c(msg_text(MSG_SHEET_GONE)));
		return RC_OK;
	}
	if (sheet_choices_parse(ask.columns, p->a, &choices, &bad) != RC_OK) {
		refused = slice_c(msg_hint(bad.id));
		ask.columns = (slice){0};
	}
	if (!p->o->look(p->o->ctx, &ask, p->a, &got, &why)) {
		fail(p, 422, why);
		return RC_OK;
	}
	v.name = got.name;
	v.columns = sheets_specs(p, &got);
	for (uint32_t i = 0; i < got.sheets.n; i++)
		if (is_shown(&got.sheets.p[i]))
			add_sheet(p, way, &got.sheets.p[i], i + 1, refused, &v);
	if (refused.n > 0)
		p->to->status = 422;
	view_sheet_look(&p->to->body, &v);
	return RC_OK;
}

/* --- it enters --- */

/* Every sheet that would enter is a list that the reader may bring in. */
bool sheets_allowed(const sheet_way *way, const sheet_look *got)
{
	for (uint32_t i = 0; i < got->sheets.n; i++) {
		const look_sheet *s = &got->sheets.p[i];

		if (s->kind != SHEET_UNKNOWN && !s->hidden && !sheets_may(way, s->kind))
			return false;
	}
	return true;
}

rc page_sheet_enter(visit *p, err *e)
{
	const sheet_way *way = sheets_way(p);
	sheet_ask ask = {.login = p->who.login,
	                 .columns = slice_trim(http_form(p->q, S("columns"))),
	                 .changed = slice_eq(http_form(p->q, S("changed")), S("1"))};
	slice why = {0}, pub = hash_public_id(p->a);
	sheet_choices choices;
	sheet_look got = {0};
	rc code = sheet_choices_parse(ask.columns, p->a, &choices, e);

	if (code != RC_OK)
		return code;
	if (sheet_held_get(p->r, p->args[0], p->a, &ask.name, &ask.bytes, e) != RC_OK) {
		fail(p, 404, slice_c(msg_text(MSG_SHEET_GONE)));
		return RC_OK;
	}
	if (!p->o->look(p->o->ctx, &ask, p->a, &got, &why)) {
		fail(p, 422, why);
		return RC_OK;
	}
	if (!sheets_allowed(way, &got))
		return err_set(e, RC_INPUT, MSG_FORBIDDEN, "a list of another kind");
	if (!p->o->enter(p->o->ctx, &ask, pub, p->a, &why)) {
		fail(p, 422, why);
		return RC_OK;
	}
	page_done(p, page_link(p, "%.*s/%.*s", (int)way->base.n, way->base.p, (int)pub.n, pub.p),
	          NULL);
	return RC_OK;
}
