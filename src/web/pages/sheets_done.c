/*
 * sheets_done.c - what an import brought in, and all of it taken back.
 */
#include "model/roles.h"
#include "register/hand/sheet_in.h"
#include "views.h"
#include "web/pages/pages.h"
#include "web/pages/sheets.h"
#include "web/pages/show_sheets.h"

enum { ROWS_DONE = 100 };

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
	const sheet_way *way = sheets_way(p);
	sheet_done_view v = {.frame = page_frame(p, S("Kết quả nhập"), sheets_way(p)->back),
	                     .back = way->begin,
	                     .back_words = way->begin_words};
	sql_sheet_import_one_row x = {0};
	rc code = sql_sheet_import_one(p->r->d, &p->r->who, (sql_sheet_import_one_in){p->args[0]},
	                               p->a, &x, NULL, e);

	if (code != RC_OK)
		return code;
	v.name = x.name;
	v.when = page_time(p, x.at);
	v.who = x.by.n > 0 ? x.by : S("Quản trị máy chủ");
	v.entered = x.entered;
	v.again = x.again;
	v.kept = x.kept;
	v.changed = x.changed;
	v.bad = x.bad;
	v.undone = page_time(p, x.undone_at);
	if (x.undone_at == DB_NULL && x.entered > 0)
		v.undo = page_link(p, "%.*s/%.*s/hoan-tac", (int)way->base.n, way->base.p,
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
	const sheet_way *way = sheets_way(p);
	rc code = db_write(p->r->d, undo, p, e);

	if (code == RC_OK)
		page_done(p,
		          page_link(p, "%.*s/%.*s", (int)way->base.n, way->base.p,
		                    (int)p->args[0].n, p->args[0].p),
		          NULL);
	return code;
}
