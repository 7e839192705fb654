/*
 * sheets.c - Nhập từ Excel: a spreadsheet is held, shown as it would come in, each column to be
 * set right by its reader, and enters when he says so; afterwards all of it can be taken back.
 *
 * What is shown and what enters is made by the same program from the same words (serve_look,
 * serve_enter). Which lists one may bring in is decided here once more when they enter.
 */
#include "model/sheets.h"
#include "base/hash.h"
#include "model/roles.h"
#include "register/hand/sheet_in.h"
#include "views.h"
#include "web/pages/pages.h"
#include "web/pages/show_sheets.h"
#include "web/pages/upload.h"

enum { RECENT = 10, ROWS_DONE = 100, SHEETS_MOST = 20 };

#define LISTS(kind) (1u << SHEET_##kind)

/* Who edits brings in what the Office works with; the administrator, who there is. */
static const struct {
	slice base, back, back_words;
	unsigned kinds;
} ways[] = {
	{S("/quan-tri/nhap-excel"), S("/quan-tri"), S("Quản trị hệ thống"),
         LISTS(PERSONS) | LISTS(AGENCIES)},
	{S("/nhap-excel"), S("/nhiem-vu"), S("Nhiệm vụ"),
         LISTS(DUTIES) | LISTS(PETITIONS) | LISTS(PERSONS)},
};

static size_t way_of(const visit *p)
{
	return slice_starts(p->q->path, ways[0].base) ? 0 : 1;
}

static bool may_kind(size_t way, sheet_kind k)
{
	return (ways[way].kinds >> k & 1) != 0;
}

/* --- where one is chosen --- */

static rc fill_recent(visit *p, size_t way, sheet_begin_view *v, err *e)
{
	sql_sheet_import_list_rows rows = {0};
	rc code = sql_sheet_import_list(p->r->d, &p->r->who, (sql_sheet_import_list_in){RECENT},
	                                p->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_sheet_import_list_row *x = &rows.p[i];

		*VEC_PUSH(p->a, &v->recent) = (plain_row){
			.href = page_link(p, "%.*s/%.*s", (int)ways[way].base.n, ways[way].base.p,
		                          (int)x->pub.n, x->pub.p),
			.a = x->name,
			.b = page_time(p, x->at),
			.c = x->by.n > 0 ? x->by : S("Quản trị máy chủ"),
			.d = page_link(p, "%lld dòng", (long long)x->entered),
			.tag = x->undone_at != DB_NULL ? S("Đã hoàn tác") : (slice){0}};
	}
	return code;
}

static rc show_begin(visit *p, sheet_begin_view *v, err *e)
{
	size_t way = way_of(p);
	rc code = fill_recent(p, way, v, e);

	v->base = ways[way].base;
	v->back = ways[way].back;
	v->back_words = ways[way].back_words;
	v->model = may_kind(way, SHEET_DUTIES);
	if (code == RC_OK)
		view_import(&p->to->body, v);
	return code;
}

static slice nav_of(const visit *p)
{
	return ways[way_of(p)].back;
}

rc page_import(visit *p, err *e)
{
	sheet_begin_view v = {.frame = page_frame(p, S("Nhập từ Excel"), nav_of(p))};

	return show_begin(p, &v, e);
}

slice sheets_hold(visit *p, slice name, slice bytes)
{
	size_t way = way_of(p);
	slice key = p->o->hold(p->o->ctx, p->who.login, name, bytes, p->a);

	return key.n == 0 ? key
	                  : page_link(p, "%.*s/xem/%.*s", (int)ways[way].base.n, ways[way].base.p,
	                              (int)key.n, key.p);
}

static upload_line line_of(visit *p, const http_file *f)
{
	upload_line line = {.name = upload_name(f->name)};

	if (f->bytes.n == 0)
		line.why = S("Tệp rỗng.");
	else
		line.href = sheets_hold(p, line.name, f->bytes);
	if (f->bytes.n > 0 && line.href.n == 0)
		line.why = slice_c(msg_text(MSG_SHEET_TOO_LARGE));
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

static void fill_rows(visit *p, const look_sheet *from, sheet_block *to)
{
	for (uint32_t i = 0; i < from->rows.n; i++) {
		sheet_line line = {.row = from->rows.p[i].row};

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

static void fill_kinds(visit *p, size_t way, sheet_kind is, options *to)
{
	*VEC_PUSH(p->a, to) = (option){slice_c(sheet_kind_word(SHEET_UNKNOWN)),
	                               S("Không nhập bảng này"), is == SHEET_UNKNOWN};
	for (int k = SHEET_UNKNOWN + 1; k < SHEET_KIND_COUNT; k++)
		if (may_kind(way, (sheet_kind)k) || (int)is == k)
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

static slice problem_of(visit *p, size_t way, const look_sheet *s)
{
	if (s->kind == SHEET_UNKNOWN)
		return (slice){0};
	if (!may_kind(way, s->kind))
		return page_link(p, "Danh sách %s không nhập được ở đây.", sheet_kind_vi(s->kind));
	return has_must(s) ? (slice){0}
	                   : page_link(p, "Chọn cột có %s.", sheet_field_vi(sheet_must(s->kind)));
}

/* A sheet with its columns once more as choices, so that nothing is left to be recognised
 * again when it enters. */
static slice spec_of(visit *p, const sheet_block *b, const look_sheet *s)
{
	slice all = {0};

	for (uint32_t i = 0; i < s->columns.n && s->kind != SHEET_UNKNOWN; i++) {
		const look_column *c = &s->columns.p[i];

		if (c->field != FIELD_NONE)
			all = joined(p, all, S(","),
			             page_link(p, "%.*s=%s", (int)c->name.n, c->name.p,
			                       sheet_field_word(c->field)));
	}
	return joined(p, page_link(p, "%lld:%s", (long long)b->number, sheet_kind_word(s->kind)),
	              all.n > 0 ? S(":") : S(""), all);
}

static void add_sheet(visit *p, size_t way, const look_sheet *s, int64_t number, slice refused,
                      sheet_look_view *v)
{
	sheet_block b = {.number = number,
	                 .title = s->name.n > 0 ? s->name : S("Bảng tính"),
	                 .kind = slice_c(sheet_kind_word(s->kind)),
	                 .known = s->kind != SHEET_UNKNOWN,
	                 .nrows = s->nrows,
	                 .again = s->again,
	                 .fresh = s->nrows - s->again,
	                 .nbad = s->nbad,
	                 .problem = refused.n > 0 ? refused : problem_of(p, way, s)};
	slice spec = spec_of(p, &b, s);

	fill_kinds(p, way, s->kind, &b.kinds);
	fill_heads(p, s, &b);
	fill_rows(p, s, &b);
	if (b.problem.n > 0 && v->problem.n == 0)
		v->problem = b.problem;
	if (b.known)
		v->fresh += b.fresh;
	v->columns = joined(p, v->columns, S(";"), spec);
	*VEC_PUSH(p->a, &v->sheets) = b;
}

static void fail(visit *p, slice why)
{
	bool gone = slice_eq(why, slice_c(msg_text(MSG_SHEET_GONE)));

	page_fail(p, gone ? 404 : 422, S("Chưa đọc được bảng tính"), why,
	          S("Chọn lại tệp ở trang Nhập từ Excel."));
}

rc page_sheet_look(visit *p, err *e)
{
	size_t way = way_of(p);
	sheet_look_view v = {.frame = page_frame(p, S("Xem trước khi nhập"), nav_of(p)),
	                     .action = page_link(p, "%.*s/xem/%.*s", (int)ways[way].base.n,
	                                         ways[way].base.p, (int)p->args[0].n, p->args[0].p),
	                     .back = way == 0 ? ways[0].back : S("/nhiem-vu/nhap-excel")};
	sheet_ask ask = {p->args[0], p->who.login, choices_asked(p)};
	sheet_choices choices;
	sheet_look got = {0};
	slice why = {0}, refused = {0};
	err bad = {0};

	(void)e;
	if (sheet_choices_parse(ask.columns, p->a, &choices, &bad) != RC_OK) {
		refused = slice_c(msg_hint(bad.id));
		ask.columns = (slice){0};
	}
	if (!p->o->look(p->o->ctx, &ask, p->a, &got, &why)) {
		fail(p, why);
		return RC_OK;
	}
	v.name = got.name;
	for (uint32_t i = 0; i < got.sheets.n; i++)
		if (!got.sheets.p[i].hidden && got.sheets.p[i].columns.n > 0)
			add_sheet(p, way, &got.sheets.p[i], i + 1, refused, &v);
	if (refused.n > 0)
		p->to->status = 422;
	view_sheet_look(&p->to->body, &v);
	return RC_OK;
}

/* --- it enters --- */

/* Every sheet that would enter is a list that the reader may bring in. */
static bool all_allowed(size_t way, const sheet_look *got)
{
	for (uint32_t i = 0; i < got->sheets.n; i++) {
		const look_sheet *s = &got->sheets.p[i];

		if (s->kind != SHEET_UNKNOWN && !s->hidden && !may_kind(way, s->kind))
			return false;
	}
	return true;
}

rc page_sheet_enter(visit *p, err *e)
{
	size_t way = way_of(p);
	sheet_ask ask = {p->args[0], p->who.login, slice_trim(http_form(p->q, S("columns")))};
	slice why = {0}, pub = hash_public_id(p->a);
	sheet_choices choices;
	sheet_look got = {0};
	rc code = sheet_choices_parse(ask.columns, p->a, &choices, e);

	if (code != RC_OK)
		return code;
	if (!p->o->look(p->o->ctx, &ask, p->a, &got, &why)) {
		fail(p, why);
		return RC_OK;
	}
	if (!all_allowed(way, &got))
		return err_set(e, RC_INPUT, MSG_FORBIDDEN, "a list of another kind");
	if (!p->o->enter(p->o->ctx, &ask, pub, p->a, &why)) {
		fail(p, why);
		return RC_OK;
	}
	page_done(p,
	          page_link(p, "%.*s/%.*s", (int)ways[way].base.n, ways[way].base.p, (int)pub.n,
	                    pub.p),
	          NULL);
	return RC_OK;
}

/* --- what came in --- */

static const struct {
	slice noun, words, path;
} nouns[] = {
	{S("assignment"), S("Nhiệm vụ"), S("/nhiem-vu/")},
	{S("petition"), S("Kiến nghị"), S("/kien-nghi/")},
	{S("person"), S("Cán bộ"), S("")},
	{S("agency"), S("Cơ quan, đơn vị"), S("")},
};

static rc fill_done(visit *p, int64_t import, sheet_done_view *v, err *e)
{
	sql_sheet_import_rows_rows rows = {0};
	rc code = sql_sheet_import_rows(p->r->d, &p->r->who,
	                                (sql_sheet_import_rows_in){import, ROWS_DONE + 1}, p->a,
	                                &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n && i < ROWS_DONE; i++) {
		const sql_sheet_import_rows_row *x = &rows.p[i];
		plain_row row = {.a = x->words,
		                 .c = x->found ? S("Đã có từ trước, cập nhật liên hệ")
		                               : (slice){0}};

		for (size_t k = 0; k < ARRAY_LEN(nouns); k++)
			if (slice_eq(nouns[k].noun, x->noun)) {
				row.b = nouns[k].words;
				if (nouns[k].path.n > 0 && x->pub.n > 0)
					row.href = page_link(p, "%.*s%.*s", (int)nouns[k].path.n,
					                     nouns[k].path.p, (int)x->pub.n,
					                     x->pub.p);
			}
		*VEC_PUSH(p->a, &v->rows) = row;
	}
	v->more = rows.n > ROWS_DONE ? v->entered - ROWS_DONE : 0;
	return code;
}

rc page_sheet_done(visit *p, err *e)
{
	size_t way = way_of(p);
	sheet_done_view v = {.frame = page_frame(p, S("Kết quả nhập"), nav_of(p)),
	                     .back = way == 0 ? ways[0].back : S("/nhiem-vu/nhap-excel"),
	                     .back_words = way == 0 ? ways[0].back_words : S("Nhập từ Excel")};
	sql_sheet_import_one_row x = {0};
	bool found = false;
	rc code = sql_sheet_import_one(p->r->d, &p->r->who, (sql_sheet_import_one_in){p->args[0]},
	                               p->a, &x, &found, e);

	if (code == RC_OK && !found)
		return err_set(e, RC_INPUT, MSG_NO_SUCH, "import");
	if (code != RC_OK)
		return code;
	v.name = x.name;
	v.when = page_time(p, x.at);
	v.who = x.by.n > 0 ? x.by : S("Quản trị máy chủ");
	v.entered = x.entered;
	v.again = x.again;
	v.kept = x.kept;
	v.bad = x.bad;
	v.undone = page_time(p, x.undone_at);
	if (x.undone_at == DB_NULL && x.entered > 0)
		v.undo = page_link(p, "%.*s/%.*s/hoan-tac", (int)ways[way].base.n, ways[way].base.p,
		                   (int)x.pub.n, x.pub.p);
	code = fill_done(p, x.id, &v, e);
	if (code == RC_OK)
		view_sheet_done(&p->to->body, &v);
	return code;
}

static rc undo(db *d, void *ctx, err *e)
{
	visit *p = ctx;
	uint32_t undone, kept;

	(void)d;
	return sheet_undo(p->r, p->args[0], &undone, &kept, e);
}

rc page_sheet_undo(visit *p, err *e)
{
	size_t way = way_of(p);
	rc code = db_write(p->r->d, undo, p, e);

	if (code == RC_OK)
		page_done(p,
		          page_link(p, "%.*s/%.*s", (int)ways[way].base.n, ways[way].base.p,
		                    (int)p->args[0].n, p->args[0].p),
		          NULL);
	return code;
}
