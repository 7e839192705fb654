/*
 * sheet_look.c - what the register knows of the rows of a sheet, before any of them enters.
 *
 * A row is the same by all of its cells, and about the same by those that say what it is (what is
 * to be done and by whom; who asks for what; which person, which body). Never changes anything.
 */
#include "base/fold.h"
#include "register/hand/sheet_priv.h"
#include "register/people/bodies.h"

#define KEY_MAX ((size_t)1 << 24)

static const struct {
	sheet_field fields[2]; /* that say what a row is about */
	bool doubles;
} about[SHEET_KIND_COUNT] = {
	[SHEET_DUTIES] = {{FIELD_CONTENT, FIELD_LEAD}, true},
	[SHEET_PETITIONS] = {{FIELD_CONTENT, FIELD_PETITIONER}, true},
	[SHEET_PERSONS] = {{FIELD_PERSON, FIELD_AGENCY}, false},
	[SHEET_AGENCIES] = {{FIELD_CODE, FIELD_NONE}, false},
};

bool sheet_doubles(sheet_kind k)
{
	return about[k].doubles;
}

static void put_cell(strbuf *b, int field, slice text)
{
	strbuf_putc(b, ' ');
	strbuf_int(b, field);
	strbuf_putc(b, ':');
	strbuf_int(b, (int64_t)text.n);
	strbuf_putc(b, ':');
	strbuf_put(b, text);
}

static void hash_of(strbuf *b, char ret[HASH_HEX + 1])
{
	slice all = strbuf_slice(b);

	hash_sha256(&all, 1, ret);
	strbuf_done(b);
}

/* Kind and cells in the order of their fields; lengths keep them apart. */
void sheet_key(const sheet *s, const sheet_row *row, char ret[HASH_HEX + 1])
{
	strbuf b;

	strbuf_init(&b, NULL, KEY_MAX);
	strbuf_int(&b, s->kind);
	for (int f = 1; f < FIELD_COUNT; f++) {
		const sheet_value *v = sheet_value_of(row, (sheet_field)f);

		if (f != FIELD_ORDINAL && v != NULL && !v->inherited)
			put_cell(&b, f, v->text);
	}
	hash_of(&b, ret);
}

/* A body that a row has from the heading above it is one of its own here. */
void sheet_alike(const sheet *s, const sheet_row *row, char ret[HASH_HEX + 1])
{
	strbuf b;

	strbuf_init(&b, NULL, KEY_MAX);
	strbuf_int(&b, s->kind);
	for (size_t i = 0; i < ARRAY_LEN(about[s->kind].fields); i++) {
		sheet_field f = about[s->kind].fields[i];

		if (f != FIELD_NONE)
			put_cell(&b, f, sheet_text_of(row, f));
	}
	hash_of(&b, ret);
}

/* A body or person that is here without having come in by a sheet. */
static rc is_here(reg *r, const sheet *s, const sheet_row *row, arena *a, bool *ret, err *e)
{
	sheet_entering x = {.r = r, .sheet = s, .a = a};
	const sheet_value *v = sheet_value_of(row, FIELD_CODE);
	int64_t id = DB_NULL, agency;
	bool has_post;
	rc code = RC_OK;

	if (s->kind == SHEET_AGENCIES && v != NULL) {
		code = bodies_agency(r, slice_trim(v->value.n > 0 ? v->value : v->text), &id, e);
	} else if (s->kind == SHEET_PERSONS) {
		code = sheet_body(&x, sheet_value_of(row, FIELD_AGENCY), &agency, e);
		if (code == RC_OK)
			code = sheet_person_find(r, fold_text(a, sheet_text_of(row, FIELD_PERSON)),
			                         agency, sheet_text_of(row, FIELD_POST), a, &id,
			                         &has_post, e);
	}
	*ret = id != DB_NULL;
	return code;
}

static rc look_row(reg *r, const sheet *s, sheet_row *row, arena *a, err *e)
{
	char key[HASH_HEX + 1], alike[HASH_HEX + 1];
	sql_sheet_row_known_row known = {0};
	sql_sheet_row_alike_row other = {0};
	sql_sheet_row_thing_row thing = {0};
	bool same = false, changed = false, found;
	rc code;

	sheet_key(s, row, key);
	sheet_alike(s, row, alike);
	code = sql_sheet_row_known(r->d, (sql_sheet_row_known_in){slice_c(key)}, a, &known, &same,
	                           e);
	if (code == RC_OK && same)
		other = (sql_sheet_row_alike_row){known.noun, known.noun_id};
	else if (code == RC_OK)
		code = sql_sheet_row_alike(r->d, (sql_sheet_row_alike_in){slice_c(alike), 0}, a,
		                           &other, &changed, e);
	if (code == RC_OK && (same || changed))
		code = sql_sheet_row_thing(r->d,
		                           (sql_sheet_row_thing_in){other.noun, other.noun_id}, a,
		                           &thing, &found, e);
	else if (code == RC_OK)
		code = is_here(r, s, row, a, &changed, e);
	row->seen = same ? SEEN_SAME : changed ? SEEN_CHANGED : SEEN_NEW;
	row->of = thing.pub;
	return code;
}

rc sheet_look_rows(reg *r, sheet *s, arena *a, err *e)
{
	rc code = RC_OK;

	s->again = 0;
	s->changed = 0;
	for (uint32_t i = 0; code == RC_OK && s->kind != SHEET_UNKNOWN && i < s->rows.n; i++) {
		code = look_row(r, s, &s->rows.p[i], a, e);
		s->again += s->rows.p[i].seen == SEEN_SAME;
		s->changed += s->rows.p[i].seen == SEEN_CHANGED;
	}
	return code;
}
