/*
 * sheets.c - a spreadsheet over the API, in the two steps of the pages: it is sent and shown, and
 * enters when its sender says so.
 *
 * Answers with what the pages show (web/pages/sheets.h); rows of the first of each sheet alone.
 */
#include "web/pages/sheets.h"

#include "base/hash.h"
#include "base/json_out.h"
#include "model/roles.h"
#include "model/sheets.h"
#include "register/hand/sheet_held.h"
#include "register/hand/sheet_in.h"
#include "web/api/api.h"
#include "web/pages/pages.h"
#include "web/pages/upload.h"

static void put_columns(json_out *j, const look_sheet *s)
{
	jout_key(j, S("columns"));
	jout_array(j);
	for (uint32_t i = 0; i < s->columns.n; i++) {
		const look_column *c = &s->columns.p[i];

		jout_object(j);
		member_text(j, S("column"), c->name);
		member_text(j, S("heading"), c->heading);
		member_text(j, S("field"), slice_c(sheet_field_word(c->field)));
		jout_object_end(j);
	}
	jout_array_end(j);
}

static void put_row(json_out *j, const look_sheet *s, const look_row *row)
{
	uint32_t k = 0;

	jout_object(j);
	member_int(j, S("row"), row->row);
	member_text(j, S("seen"), row->seen);
	member_text(j, S("of"), row->of);
	for (uint32_t i = 0; i < s->columns.n; i++)
		if (s->columns.p[i].field != FIELD_NONE && k < row->cells.n)
			member_text(j, slice_c(sheet_field_word(s->columns.p[i].field)),
			            row->cells.p[k++]);
	jout_object_end(j);
}

static void put_sheet(visit *p, json_out *j, const look_sheet *s)
{
	bool may = sheets_may(sheets_way(p), s->kind), doubles = sheet_doubles(s->kind);
	int64_t fresh = s->nrows - s->again - (doubles ? s->changed : 0);

	jout_object(j);
	member_text(j, S("name"), s->name);
	member_text(j, S("kind"), slice_c(sheet_kind_word(s->kind)));
	member_int(j, S("rows"), s->nrows);
	member_int(j, S("enters"), may ? fresh : 0);
	member_int(j, S("same"), s->again);
	member_int(j, S("changed"), s->changed);
	put_columns(j, s);
	jout_key(j, S("first"));
	jout_array(j);
	for (uint32_t i = 0; i < s->rows.n; i++)
		put_row(j, s, &s->rows.p[i]);
	jout_array_end(j);
	member_int(j, S("cells_bad"), s->nbad);
	jout_key(j, S("bad"));
	jout_array(j);
	for (uint32_t i = 0; i < s->bad.n; i++) {
		jout_object(j);
		member_text(j, S("cell"), s->bad.p[i].cell);
		member_text(j, S("value"), s->bad.p[i].value);
		member_text(j, S("why"), s->bad.p[i].why);
		jout_object_end(j);
	}
	jout_array_end(j);
	jout_object_end(j);
}

/* What it would bring in; "columns" is what the next step may send back, as it is or changed. */
static void put_look(visit *p, slice held, const sheet_look *got)
{
	json_out j = jout_to(&p->to->body);

	jout_object(&j);
	member_text(&j, S("id"), held);
	member_text(&j, S("name"), got->name);
	jout_key(&j, S("sheets"));
	jout_array(&j);
	for (uint32_t i = 0; i < got->sheets.n; i++)
		if (!got->sheets.p[i].hidden && got->sheets.p[i].columns.n > 0)
			put_sheet(p, &j, &got->sheets.p[i]);
	jout_array_end(&j);
	member_text(&j, S("columns"), sheets_specs(p, got));
	jout_object_end(&j);
}

/* False when the answer is a problem already. */
static bool look(visit *p, const sheet_ask *ask, sheet_look *ret)
{
	slice why = {0};

	if (p->o->look(p->o->ctx, ask, p->a, ret, &why))
		return true;
	page_fail(p, 422, (slice){0}, why, (slice){0});
	return false;
}

/* A file of a form, or the body itself with ?name=. */
rc api_sheet_hold(visit *p, err *e)
{
	sheet_ask ask = {.name = upload_name(http_query(p->q, S("name"))),
	                 .bytes = p->q->body,
	                 .login = p->who.login};
	sheet_look got = {0};
	slice held;
	rc code;

	if (p->q->files.n > 0) {
		ask.name = upload_name(p->q->files.p[0].name);
		ask.bytes = p->q->files.p[0].bytes;
	}
	if (ask.bytes.n == 0 || ask.name.n == 0)
		return err_set(e, RC_INPUT, MSG_EMPTY_UPLOAD, "no file or no name");
	if (!look(p, &ask, &got))
		return RC_OK;
	code = sheets_hold(p, ask.name, ask.bytes, &held, e);
	if (code == RC_OK)
		put_look(p, held, &got);
	return code;
}

static rc held_of(visit *p, slice columns, sheet_ask *ret, err *e)
{
	sheet_choices choices;
	rc code;

	*ret = (sheet_ask){.login = p->who.login, .columns = slice_trim(columns)};
	code = sheet_choices_parse(ret->columns, p->a, &choices, e);
	return code == RC_OK ? sheet_held_get(p->r, p->args[0], p->a, &ret->name, &ret->bytes, e)
	                     : code;
}

rc api_sheet_look(visit *p, err *e)
{
	sheet_look got = {0};
	sheet_ask ask;
	rc code = held_of(p, http_query(p->q, S("columns")), &ask, e);

	if (code == RC_OK && look(p, &ask, &got))
		put_look(p, p->args[0], &got);
	return code;
}

rc api_sheet_enter(visit *p, err *e)
{
	slice changed = http_form(p->q, S("changed")), pub = hash_public_id(p->a), why = {0};
	sql_sheet_import_one_row x = {0};
	sheet_look got = {0};
	json_out j;
	sheet_ask ask;
	bool found = false;
	rc code = held_of(p, http_form(p->q, S("columns")), &ask, e);

	if (code != RC_OK || !look(p, &ask, &got))
		return code;
	if (!sheets_allowed(sheets_way(p), &got))
		return err_set(e, RC_INPUT, MSG_FORBIDDEN, "a list of another kind");
	ask.changed = slice_eq(changed, S("1")) || slice_eq(changed, S("true"));
	if (!p->o->enter(p->o->ctx, &ask, pub, p->a, &why)) {
		page_fail(p, 422, (slice){0}, why, (slice){0});
		return RC_OK;
	}
	code = sql_sheet_import_one(p->r->d, &p->r->who, (sql_sheet_import_one_in){pub}, p->a, &x,
	                            &found, e);
	if (code != RC_OK)
		return code;
	j = jout_to(&p->to->body);
	jout_object(&j);
	member_text(&j, S("import"), pub);
	member_int(&j, S("rows"), x.entered);
	member_int(&j, S("rows_same"), x.again);
	member_int(&j, S("rows_changed"), x.changed);
	member_int(&j, S("rows_kept"), x.kept);
	member_int(&j, S("cells_bad"), x.bad);
	jout_object_end(&j);
	return RC_OK;
}

typedef struct undoing {
	visit *p;
	uint32_t undone, kept;
} undoing;

static rc undo(db *d, void *ctx, err *e)
{
	undoing *u = ctx;

	(void)d;
	return sheet_undo(u->p->r, u->p->args[0], &u->undone, &u->kept, e);
}

rc api_sheet_undo(visit *p, err *e)
{
	undoing u = {.p = p};
	rc code = db_write(p->r->d, undo, &u, e);
	json_out j = jout_to(&p->to->body);

	if (code != RC_OK)
		return code;
	jout_object(&j);
	member_int(&j, S("undone"), u.undone);
	member_int(&j, S("kept"), u.kept);
	jout_object_end(&j);
	return RC_OK;
}
