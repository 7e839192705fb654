/*
 * serve_held.c - what the child that looked at a file says is JSON (dondoc.sheet/1), of which only
 * what is known is taken, and not too much.
 */
#include "app/serve_held.h"

#include <jansson.h>

#include "base/strbuf.h"
#include "model/vi_format.h"

enum { ROWS_SHOWN = 20, CHANGED_SHOWN = 50, BAD_SHOWN = 100, SHEETS_SHOWN = 20, DATE_ROOM = 80 };

static import_run run_of(const sheet_ask *ask)
{
	return (import_run){.name = ask->name,
	                    .bytes = ask->bytes,
	                    .login = ask->login,
	                    .columns = ask->columns,
	                    .changed = ask->changed};
}

/* --- what the child says --- */

static slice text_of(const json_t *v, arena *a)
{
	return json_is_string(v)
	               ? arena_copy(a, (slice){json_string_value(v), json_string_length(v)})
	               : (slice){0};
}

static slice member(const json_t *v, const char *name, arena *a)
{
	return text_of(json_object_get(v, name), a);
}

/* "Sở Tài chính (STC), Sở Nội vụ (SNV)": as they will enter. */
static slice bodies_of(const json_t *list, arena *a)
{
	slice all = {0};
	size_t i;
	json_t *one;

	json_array_foreach(list, i, one)
	{
		slice text = member(one, "text", a), code = member(one, "agency", a);

		if (code.n == 0)
			code = member(one, "group", a);
		all = arena_printf(a, "%.*s%s%.*s%s%.*s%s", (int)all.n, all.p,
		                   all.n > 0 ? ", " : "", (int)text.n, text.p,
		                   code.n > 0 ? " (" : "", (int)code.n, code.p,
		                   code.n > 0 ? ")" : "");
	}
	return all;
}

/* Of a limit its last minute, of a date its value, of a document its number; what was not
 * understood stays as it stands. */
static slice object_of(const json_t *v, arena *a)
{
	slice text = member(v, "text", a), value = member(v, "value", a);
	slice number = member(v, "number", a), date = member(v, "date", a);
	char *room = arena_alloc(a, DATE_ROOM + 1);
	strbuf b;

	if (number.n > 0)
		return date.n > 0 ? arena_printf(a, "%.*s (%.*s)", (int)number.n, number.p,
		                                 (int)date.n, date.p)
		                  : number;
	if (value.n == 0 || json_object_get(v, "last") == NULL)
		return text;
	strbuf_over(&b, room, DATE_ROOM);
	vi_value(&b, value);
	return b.failed == RC_OK ? strbuf_slice(&b) : text;
}

static slice cell_of(const json_t *v, arena *a)
{
	return json_is_array(v)    ? bodies_of(v, a)
	       : json_is_object(v) ? object_of(v, a)
	                           : text_of(v, a);
}

static void take_columns(const json_t *list, arena *a, look_sheet *to)
{
	size_t i;
	json_t *one;

	json_array_foreach(list, i, one)
	{
		if (i < SHEET_COLUMNS_MAX)
			*VEC_PUSH(a, &to->columns) = (look_column){
				member(one, "column", a), member(one, "heading", a),
				sheet_field_of(member(one, "field", a))};
	}
}

static void take_row(const json_t *one, arena *a, look_sheet *to)
{
	look_row *row = VEC_PUSH(a, &to->rows);

	*row = (look_row){.row = json_integer_value(json_object_get(one, "row")),
	                  .seen = member(one, "seen", a),
	                  .of = member(one, "of", a)};
	for (uint32_t k = 0; k < to->columns.n; k++)
		if (to->columns.p[k].field != FIELD_NONE)
			*VEC_PUSH(a, &row->cells) = cell_of(
				json_object_get(one, sheet_field_word(to->columns.p[k].field)), a);
}

/* What differs from a row that came before is what somebody has to see; then the others. */
static void take_rows(const json_t *list, arena *a, look_sheet *to)
{
	static const struct {
		bool changed;
		uint32_t most;
	} turns[] = {{true, CHANGED_SHOWN}, {false, ROWS_SHOWN}};

	to->nrows = (int64_t)json_array_size(list);
	for (size_t t = 0; t < ARRAY_LEN(turns); t++) {
		uint32_t shown = 0;
		size_t i;
		json_t *one;

		json_array_foreach(list, i, one)
		{
			const char *seen = json_string_value(json_object_get(one, "seen"));
			bool changed = seen != NULL && slice_eq(slice_c(seen), S("changed"));

			if (shown == turns[t].most)
				break;
			if (changed != turns[t].changed)
				continue;
			take_row(one, a, to);
			shown++;
		}
	}
}

static void take_bad(const json_t *list, arena *a, look_sheet *to)
{
	size_t i;
	json_t *one;

	to->nbad = (int64_t)json_array_size(list);
	json_array_foreach(list, i, one)
	{
		if (i == BAD_SHOWN)
			return;
		*VEC_PUSH(a, &to->bad) = (look_bad){member(one, "cell", a), member(one, "value", a),
		                                    member(one, "message", a)};
	}
}

static bool take_sheets(slice said, arena *a, sheet_look *ret)
{
	json_t *root = json_loadb(said.p, said.n, 0, NULL);
	const json_t *list = json_object_get(root, "sheets");
	bool ok = json_is_array(list);
	size_t i;
	json_t *one;

	json_array_foreach(list, i, one)
	{
		look_sheet *s;

		if (i == SHEETS_SHOWN)
			break;
		s = VEC_PUSH(a, &ret->sheets);
		*s = (look_sheet){.name = member(one, "name", a),
		                  .hidden = json_is_true(json_object_get(one, "hidden")),
		                  .kind = sheet_kind_of(member(one, "kind", a)),
		                  .again = json_integer_value(json_object_get(one, "again")),
		                  .changed = json_integer_value(json_object_get(one, "changed"))};
		take_columns(json_object_get(one, "mapping"), a, s);
		take_rows(json_object_get(one, "rows"), a, s);
		take_bad(json_object_get(one, "bad"), a, s);
	}
	json_decref(root);
	return ok;
}

bool sheet_held_look(const import_office *o, const sheet_ask *ask, arena *a, sheet_look *ret,
                     slice *ret_why)
{
	import_run run = run_of(ask);
	slice said = {0};

	*ret = (sheet_look){.name = ask->name};
	run.look = true;
	if (!import_file(o, &run, a, &said, ret_why))
		return false;
	if (take_sheets(said, a, ret))
		return true;
	*ret_why = slice_c(msg_text(MSG_NOT_A_SHEET));
	return false;
}

bool sheet_held_enter(const import_office *o, const sheet_ask *ask, slice pub, arena *a,
                      slice *ret_why)
{
	import_run run = run_of(ask);

	run.pub = pub;
	return import_file(o, &run, a, NULL, ret_why);
}
