/*
 * upload.c - a browser without scripts sends all files at once, with scripts one by one; both
 * get the same lines. One that cannot be read never keeps the others out.
 */
#include "web/pages/upload.h"

#include "base/hash.h"
#include "model/roles.h"
#include "views.h"
#include "web/pages/beside.h"
#include "web/pages/pages.h"
#include "web/pages/sheets.h"

enum { FILES_MOST = 60 };

slice upload_name(slice name)
{
	for (size_t i = name.n; i > 0; i--)
		if (name.p[i - 1] == '/' || name.p[i - 1] == '\\')
			return (slice){name.p + i, name.n - i};
	return name;
}

/* A list that the office keeps is shown before it enters; any other table is a document. */
static bool is_list(visit *p, slice name, slice bytes, slice *ret_href)
{
	static const slice tails[] = {S(".xlsx"), S(".csv"), S(".xls"), S(".ods"), S(".tsv")};
	sheet_ask ask = {.name = name, .bytes = bytes, .login = p->who.login};
	sheet_look got = {0};
	bool sheet = false, list = false;
	slice why, held;
	err e = {0};

	for (size_t i = 0; i < ARRAY_LEN(tails); i++)
		sheet |= name.n > tails[i].n &&
		         slice_eq((slice){name.p + name.n - tails[i].n, tails[i].n}, tails[i]);
	if (!sheet || !page_may(p, RIGHT_EDIT))
		return false;
	if (!p->o->look(p->o->ctx, &ask, p->a, &got, &why))
		return false;
	for (uint32_t i = 0; i < got.sheets.n; i++)
		list |= got.sheets.p[i].kind != SHEET_UNKNOWN;
	if (!list || sheets_hold(p, name, bytes, &held, &e) != RC_OK)
		return false;
	*ret_href = page_link(p, "/nhap-excel/xem/%.*s", (int)held.n, held.p);
	return true;
}

static rc is_known(visit *p, slice bytes, bool *ret, err *e)
{
	sql_document_by_hash_row row;
	char hash[HASH_HEX + 1];

	*ret = false;
	hash_sha256(&bytes, 1, hash);
	return sql_document_by_hash(p->r->d, (sql_document_by_hash_in){{hash, HASH_HEX}}, p->a,
	                            &row, ret, e);
}

/* What came of it, where one goes on. */
static rc fill_line(visit *p, int64_t document, upload_line *to, err *e)
{
	sql_document_pub_row row;
	bool found = false;
	rc code = sql_document_pub(p->r->d, &p->r->who, (sql_document_pub_in){document}, p->a, &row,
	                           &found, e);

	if (code != RC_OK || !found)
		return code;
	to->proposed = row.proposed;
	to->doubtful = row.doubtful;
	to->meetings = row.meetings;
	to->reviews = page_may(p, RIGHT_REVIEW) &&
	              (row.proposed > 0 || row.meetings > 0 || row.parts > 1);
	to->href = page_link(p, "/van-ban/%.*s%s", (int)row.pub.n, row.pub.p,
	                     to->reviews ? "/ra-soat" : "");
	if (row.parts < 2)
		return RC_OK;
	to->parts = row.parts;
	return beside_list(p, &(beside_ask){row.sha256, 1, row.parts}, &to->more, e);
}

static rc line_of(visit *p, const http_file *f, upload_line *ret, err *e)
{
	int64_t document = DB_NULL;
	slice why = {0};
	rc code;

	*ret = (upload_line){.name = upload_name(f->name)};
	if (f->bytes.n == 0) {
		ret->why = S("Tệp rỗng.");
		return RC_OK;
	}
	ret->held = is_list(p, ret->name, f->bytes, &ret->href);
	if (ret->held) {
		ret->read = true;
		return RC_OK;
	}
	ret->href = (slice){0};
	code = is_known(p, f->bytes, &ret->known, e);
	if (code != RC_OK)
		return code;
	ret->read = p->o->intake(p->o->ctx, ret->name, f->bytes, p->who.login, p->a, &document,
	                         &why);
	if (!ret->read) {
		ret->why = why.n > 0 ? why : S("Chưa đọc được tệp.");
		return RC_OK;
	}
	return document != DB_NULL ? fill_line(p, document, ret, e) : RC_OK;
}

rc upload_take(visit *p, upload_view *v, err *e)
{
	rc code = RC_OK;

	/* A form that is sent with no file chosen has one without a name. */
	if (p->q->files.n == 0 ||
	    (p->q->files.n == 1 && p->q->files.p[0].name.n == 0 && p->q->files.p[0].bytes.n == 0))
		return err_set(e, RC_INPUT, MSG_EMPTY_UPLOAD, "no file");
	for (uint32_t i = 0; code == RC_OK && i < p->q->files.n; i++) {
		upload_line *line = VEC_PUSH(p->a, &v->lines);

		if (i >= FILES_MOST) {
			*line = (upload_line){.name = upload_name(p->q->files.p[i].name),
			                      .why = S("Mỗi lần nhận tối đa 60 tệp.")};
			continue;
		}
		code = line_of(p, &p->q->files.p[i], line, e);
		v->nread += line->read;
	}
	v->nlines = v->lines.n;
	return code;
}

rc upload_one(visit *p, slice field, int64_t *ret, slice *ret_why, err *e)
{
	(void)e;
	*ret = DB_NULL;
	*ret_why = (slice){0};
	for (uint32_t i = 0; i < p->q->files.n; i++) {
		const http_file *f = &p->q->files.p[i];

		if (!slice_eq(f->field, field) || f->bytes.n == 0)
			continue;
		if (p->o->intake(p->o->ctx, upload_name(f->name), f->bytes, p->who.login, p->a, ret,
		                 ret_why))
			*ret_why = (slice){0};
		else if (ret_why->n == 0)
			*ret_why = S("Chưa đọc được tệp.");
		return RC_OK;
	}
	return RC_OK;
}

rc page_upload(visit *p, err *e)
{
	upload_view v = {.frame = page_frame(p, S("Thêm văn bản"), S("/van-ban"))};
	rc code = upload_take(p, &v, e);

	if (code != RC_OK)
		return code;
	if (p->q->partial)
		view_upload_lines(&p->to->body, &v);
	else if (v.nlines == 1 && v.lines.p[0].href.n > 0)
		page_done(p, v.lines.p[0].href, v.lines.p[0].known ? "known" : "uploaded");
	else
		view_upload(&p->to->body, &v);
	/* With scripts every file has its own line, and that says it. */
	if (v.nread == 0 && !p->q->partial)
		p->to->status = 422;
	return RC_OK;
}
