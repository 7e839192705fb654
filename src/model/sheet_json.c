/*
 * sheet_json.c - write "dondoc.sheet/1".
 *
 * A row shows every field for which its sheet has a column, in the order of
 * sheet_fields.def: what is blank is null or an empty list.
 */
#include "model/sheet_json.h"

#include "model/model_json_priv.h"

/* "AB" or "AB12". */
static slice cell_name(char room[16], int32_t column, uint32_t row)
{
	char *p = room + 16;
	uint32_t c = (uint32_t)column + 1;

	for (; row > 0; row /= 10)
		*--p = (char)('0' + row % 10);
	for (; c > 0; c = (c - 1) / 26)
		*--p = (char)('A' + (c - 1) % 26);
	return (slice){p, (size_t)(room + 16 - p)};
}

static void put_bodies(json_out *j, const actors *list)
{
	jout_array(j);
	for (uint32_t i = 0; i < list->n; i++) {
		const actor *a = &list->p[i];

		jout_object(j);
		key_string(j, S("text"), a->text);
		key_string(j, S("agency"), a->agency);
		key_string(j, S("group"), a->group);
		jout_object_end(j);
	}
	jout_array_end(j);
}

static void put_due(json_out *j, const sheet_value *v, const reading *r)
{
	const datex *d = v->dates.n > 0 ? &r->dates.p[v->dates.p[0]] : NULL;

	jout_object(j);
	key_string(j, S("text"), v->text);
	key_string(j, S("value"), d != NULL ? d->value : (slice){0});
	KEY(j, "inclusive");
	if (d != NULL && d->inclusive >= 0)
		jout_bool(j, d->inclusive == 1);
	else
		jout_null(j);
	key_minute(j, S("last"), d != NULL ? d->last : CMIN_NONE);
	KEY(j, "all");
	jout_array(j);
	for (uint32_t i = 0; i < v->dates.n; i++)
		if (r->dates.p[v->dates.p[i]].value.n > 0)
			jout_string(j, r->dates.p[v->dates.p[i]].value);
	jout_array_end(j);
	jout_object_end(j);
}

static void put_value(json_out *j, const sheet_value *v, const reading *r)
{
	switch (sheet_field_type((sheet_field)v->field)) {
	case TYPE_BODIES:
		put_bodies(j, &v->bodies);
		break;
	case TYPE_DUE:
		put_due(j, v, r);
		break;
	case TYPE_DAY:
		jout_object(j);
		key_string(j, S("text"), v->text);
		key_string(j, S("value"),
		           v->dates.n > 0 ? r->dates.p[v->dates.p[0]].value : (slice){0});
		jout_object_end(j);
		break;
	case TYPE_STATE:
		jout_object(j);
		key_string(j, S("text"), v->text);
		key_string(j, S("value"), v->value);
		jout_object_end(j);
		break;
	case TYPE_CITED:
		jout_object(j);
		key_string(j, S("text"), v->text);
		key_string(j, S("number"), v->value);
		key_string(j, S("date"), v->date);
		jout_object_end(j);
		break;
	default:
		jout_string(j, v->text);
		break;
	}
}

static const sheet_value *value_of(const sheet_row *row, uint8_t field)
{
	for (uint32_t i = 0; i < row->values.n; i++)
		if (row->values.p[i].field == field)
			return &row->values.p[i];
	return NULL;
}

static void put_row(json_out *j, const sheet *s, const sheet_row *row, const reading *r)
{
	bool has[FIELD_COUNT] = {false};

	for (uint32_t i = 0; i < s->columns.n; i++)
		has[s->columns.p[i].field] = true;
	jout_object(j);
	KEY(j, "row");
	jout_int(j, row->row);
	key_string(j, S("section"), row->section);
	if (row->seen != SEEN_UNASKED) {
		static const slice words[] = {[SEEN_NEW] = S("new"),
		                              [SEEN_SAME] = S("same"),
		                              [SEEN_CHANGED] = S("changed")};

		key_string(j, S("seen"), words[row->seen]);
		key_string(j, S("of"), row->of);
	}
	for (unsigned f = FIELD_NONE + 1; f < FIELD_COUNT; f++) {
		const sheet_value *v = value_of(row, (uint8_t)f);

		if (v == NULL && !has[f])
			continue;
		jout_key(j, slice_c(sheet_field_word((sheet_field)f)));
		if (v != NULL) {
			put_value(j, v, r);
		} else if (sheet_field_type((sheet_field)f) == TYPE_BODIES) {
			jout_array(j);
			jout_array_end(j);
		} else {
			jout_null(j);
		}
	}
	jout_object_end(j);
}

static void put_columns(json_out *j, const sheet *s)
{
	char room[16];

	jout_array(j);
	for (uint32_t i = 0; i < s->columns.n; i++) {
		const sheet_column *c = &s->columns.p[i];

		jout_object(j);
		key_string(j, S("column"), cell_name(room, c->column, 0));
		key_string(j, S("heading"), c->heading);
		key_word(j, S("field"), sheet_field_word((sheet_field)c->field));
		jout_object_end(j);
	}
	jout_array_end(j);
}

static void put_bad(json_out *j, const sheet *s)
{
	char room[16];

	jout_array(j);
	for (uint32_t i = 0; i < s->bad.n; i++) {
		const sheet_bad *b = &s->bad.p[i];

		jout_object(j);
		key_string(j, S("cell"), cell_name(room, b->column, b->row));
		KEY(j, "row");
		jout_int(j, b->row);
		key_word(j, S("field"), sheet_field_word((sheet_field)b->field));
		key_string(j, S("value"), b->value);
		key_word(j, S("code"), sheet_fault_code((sheet_fault)b->fault));
		key_word(j, S("message"), sheet_fault_text((sheet_fault)b->fault));
		jout_object_end(j);
	}
	jout_array_end(j);
}

static void put_sheet(json_out *j, const sheet *s, const reading *r)
{
	jout_object(j);
	KEY(j, "name");
	if (s->name.n > 0)
		jout_string_any(j, s->name);
	else
		jout_null(j);
	KEY(j, "hidden");
	jout_bool(j, s->hidden);
	key_word(j, S("kind"), sheet_kind_word(s->kind));
	KEY(j, "heading_row");
	if (s->heading_row > 0)
		jout_int(j, s->heading_row);
	else
		jout_null(j);
	KEY(j, "mapping");
	put_columns(j, s);
	if (s->again >= 0) {
		KEY(j, "again");
		jout_int(j, s->again);
		KEY(j, "changed");
		jout_int(j, s->changed);
	}
	KEY(j, "rows");
	jout_array(j);
	for (uint32_t i = 0; i < s->rows.n; i++)
		put_row(j, s, &s->rows.p[i], r);
	jout_array_end(j);
	KEY(j, "bad");
	put_bad(j, s);
	jout_object_end(j);
}

void sheet_json(json_out *j, const sheets *all, const reading *r, const json_source *source,
                const json_reader *reader)
{
	jout_object(j);
	key_word(j, S("schema"), SHEET_SCHEMA);
	KEY(j, "reader");
	jout_object(j);
	key_string(j, S("version"), reader->version);
	key_string(j, S("data"), reader->data);
	jout_object_end(j);
	key_source(j, source);
	KEY(j, "sheets");
	jout_array(j);
	for (uint32_t i = 0; i < all->list.n; i++)
		put_sheet(j, &all->list.p[i], r);
	jout_array_end(j);
	jout_object_end(j);
}
