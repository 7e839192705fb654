/*
 * sheet_in.c - which rows are new, and the smaller kinds of them.
 */
#include "register/hand/sheet_in.h"

#include <assert.h>

#include "base/fold.h"
#include "register/event.h"
#include "register/hand/sheet_priv.h"
#include "register/links/links.h"
#include "register/people/bodies.h"

const sheet_value *sheet_value_of(const sheet_row *row, sheet_field f)
{
	for (uint32_t i = 0; i < row->values.n; i++)
		if (row->values.p[i].field == f)
			return &row->values.p[i];
	return NULL;
}

slice sheet_text_of(const sheet_row *row, sheet_field f)
{
	const sheet_value *v = sheet_value_of(row, f);

	return v != NULL && v->text.n > 0 ? slice_trim(v->text) : (slice){0};
}

int64_t sheet_last(const sheet_entering *x, const sheet_value *v)
{
	int64_t least = DB_NULL;

	for (uint32_t i = 0; v != NULL && i < v->dates.n; i++) {
		const datex *d = &x->read->dates.p[v->dates.p[i]];

		if (d->last != CMIN_NONE && (least == DB_NULL || d->last < least))
			least = d->last;
	}
	return least;
}

rc sheet_body(sheet_entering *x, const sheet_value *v, int64_t *ret, err *e)
{
	*ret = DB_NULL;
	for (uint32_t i = 0; v != NULL && i < v->bodies.n; i++)
		if (v->bodies.p[i].agency.n > 0)
			return bodies_agency(x->r, v->bodies.p[i].agency, ret, e);
	return RC_OK;
}

/* --- petitions --- */

/* "xã Hữu Lũng" as a sheet writes it: the body of these words, or the committee of that
 * place. */
static rc body_of_words(sheet_entering *x, slice words, int64_t *ret, err *e)
{
	slice folded = fold_text(x->a, words);
	sql_agency_by_words_rows rows = {0};
	rc code = RC_OK;

	*ret = DB_NULL;
	if (folded.n > 0)
		code = sql_agency_by_words(x->r->d, (sql_agency_by_words_in){folded}, x->a, &rows,
		                           e);
	if (code == RC_OK && rows.n == 1) /* two of a name: a person must say which */
		*ret = rows.p[0].id;
	return code;
}

static rc answer(sheet_entering *x, const sheet_row *row, int64_t id, int64_t owner, int64_t due,
                 err *e)
{
	slice words = sheet_text_of(row, FIELD_ANSWER);

	if (words.n == 0)
		return RC_OK;
	return sql_petition_set(x->r->d,
	                        (sql_petition_set_in){.id = id,
	                                              .owner_id = owner,
	                                              .state = S("answered_in_writing"),
	                                              .due = due,
	                                              .reply = words,
	                                              .reply_id = DB_NULL,
	                                              .version = 1},
	                        NULL, e);
}

rc sheet_enter_petition(sheet_entering *x, const sheet_row *row, const char **ret_noun,
                        int64_t *ret_id, err *e)
{
	slice words = sheet_text_of(row, FIELD_CONTENT), folded = fold_text(x->a, words);
	int64_t due = sheet_last(x, sheet_value_of(row, FIELD_DUE)), owner, petitioner;
	sql_petition_put_row put;
	rc code = sheet_body(x, sheet_value_of(row, FIELD_OWNER), &owner, e);

	if (code == RC_OK)
		code = body_of_words(x, sheet_text_of(row, FIELD_PETITIONER), &petitioner, e);
	if (code == RC_OK)
		code = sql_petition_put(x->r->d,
		                        (sql_petition_put_in){.pub = hash_public_id(x->a),
		                                              .document = DB_NULL,
		                                              .words = words,
		                                              .folded = folded,
		                                              .petitioner = petitioner,
		                                              .owner_id = owner,
		                                              .due = due,
		                                              .at = x->r->now},
		                        x->a, &put, NULL, e);
	if (code == RC_OK)
		code = answer(x, row, put.id, owner, due, e);
	if (code == RC_OK && owner != DB_NULL)
		code = links_of_petition(x->r, put.id, owner, folded, e);
	*ret_noun = "petition";
	*ret_id = code == RC_OK ? put.id : 0;
	return code;
}

/* --- agencies and persons --- */

/* Unit separators: no cell of a sheet has them. */
slice sheet_before(arena *a, slice email, slice phone, int64_t post)
{
	return arena_printf(a, "%.*s\x1f%.*s\x1f%lld", (int)email.n, email.p, (int)phone.n, phone.p,
	                    post == DB_NULL ? 0LL : (long long)post);
}

/* One that is there keeps its name: the registry names it. What the sheet adds is where it
 * is reached. */
rc sheet_enter_agency(sheet_entering *x, const sheet_row *row, const char **ret_noun,
                      int64_t *ret_id, err *e)
{
	const sheet_value *v = sheet_value_of(row, FIELD_CODE);
	slice agency_code = v != NULL ? slice_trim(v->value.n > 0 ? v->value : v->text)
	                              : (slice){0};
	slice name = sheet_text_of(row, FIELD_NAME);
	sql_agency_last_position_row last = {0};
	sql_sheet_agency_contact_row was = {0};
	sql_agency_put_row put;
	int64_t parent;
	bool found;
	rc code = bodies_agency(x->r, agency_code, ret_id, e);

	*ret_noun = "agency";
	if (code == RC_OK && *ret_id != DB_NULL) {
		code = sql_sheet_agency_contact(x->r->d, (sql_sheet_agency_contact_in){*ret_id},
		                                x->a, &was, &found, e);
		x->before = sheet_before(x->a, was.email, was.phone, DB_NULL);
	}
	if (code == RC_OK && *ret_id == DB_NULL) {
		code = sheet_body(x, sheet_value_of(row, FIELD_PARENT), &parent, e);
		if (code == RC_OK)
			code = sql_agency_last_position(x->r->d, x->a, &last, &found, e);
		if (code == RC_OK)
			code = sql_agency_put(
				x->r->d,
				(sql_agency_put_in){.pub = hash_public_id(x->a),
			                            .code = agency_code,
			                            .name = name,
			                            .folded = fold_text(x->a, name),
			                            .class = S("agency"),
			                            .kind = sheet_text_of(row, FIELD_CLASS),
			                            .parent = parent,
			                            .position = last.position + 1,
			                            .from_day = DB_NULL,
			                            .to_day = DB_NULL},
				x->a, &put, NULL, e);
		if (code == RC_OK)
			*ret_id = put.id;
	}
	return code == RC_OK ? sql_agency_contact_set(
				       x->r->d,
				       (sql_agency_contact_set_in){
					       agency_code,
					       slice_or_null(sheet_text_of(row, FIELD_EMAIL)),
					       slice_or_null(sheet_text_of(row, FIELD_PHONE))},
				       NULL, e)
	                     : code;
}

/* A person is one of a name in one body. */
rc sheet_person_find(reg *r, slice folded, int64_t agency, slice title, arena *a, int64_t *ret,
                     bool *ret_has_post, err *e)
{
	sql_person_find_rows rows;
	rc code = sql_person_find(r->d, (sql_person_find_in){folded}, a, &rows, e);

	*ret = DB_NULL;
	*ret_has_post = false;
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		if (rows.p[i].agency != agency)
			continue;
		*ret = rows.p[i].id;
		*ret_has_post |= slice_eq(rows.p[i].title, title);
	}
	return code;
}

rc sheet_enter_person(sheet_entering *x, const sheet_row *row, const char **ret_noun,
                      int64_t *ret_id, err *e)
{
	slice name = sheet_text_of(row, FIELD_PERSON), title = sheet_text_of(row, FIELD_POST);
	slice email = slice_or_null(sheet_text_of(row, FIELD_EMAIL));
	slice phone = slice_or_null(sheet_text_of(row, FIELD_PHONE)),
	      folded = fold_text(x->a, name);
	sql_sheet_person_contact_row was = {0};
	sql_sheet_post_newest_row post = {.post = DB_NULL};
	sql_person_put_row put;
	int64_t agency;
	bool found, has_post, known;
	rc code = sheet_body(x, sheet_value_of(row, FIELD_AGENCY), &agency, e);

	*ret_noun = "person";
	if (code == RC_OK)
		code = sheet_person_find(x->r, folded, agency, title, x->a, ret_id, &has_post, e);
	known = code == RC_OK && *ret_id != DB_NULL;
	if (known)
		code = sql_sheet_person_contact(x->r->d, (sql_sheet_person_contact_in){*ret_id},
		                                x->a, &was, &found, e);
	if (code == RC_OK && known)
		code = sql_person_contact_set(
			x->r->d, (sql_person_contact_set_in){*ret_id, email, phone}, NULL, e);
	if (code == RC_OK && *ret_id == DB_NULL) {
		code = sql_person_put(
			x->r->d,
			(sql_person_put_in){hash_public_id(x->a), name, folded, email, phone}, x->a,
			&put, NULL, e);
		if (code == RC_OK)
			*ret_id = put.id;
	}
	if (code == RC_OK && !has_post)
		code = sql_post_put(x->r->d, (sql_post_put_in){*ret_id, agency, title}, NULL, e);
	if (code == RC_OK && known && !has_post)
		code = sql_sheet_post_newest(x->r->d, (sql_sheet_post_newest_in){*ret_id}, x->a,
		                             &post, &found, e);
	if (known)
		x->before = sheet_before(x->a, was.email, was.phone, post.post);
	return code;
}

/* --- all rows --- */

static rc enter_one(sheet_entering *x, const sheet_row *row, err *e)
{
	static sheet_enter_row *const enters[] = {
		[SHEET_UNKNOWN] = NULL,
		[SHEET_PETITIONS] = sheet_enter_petition,
		[SHEET_PERSONS] = sheet_enter_person,
		[SHEET_AGENCIES] = sheet_enter_agency,
		[SHEET_DUTIES] = sheet_enter_duty,
	};
	char key[HASH_HEX + 1], alike[HASH_HEX + 1];
	sql_sheet_row_known_row known;
	sql_sheet_row_alike_row other;
	const char *noun;
	int64_t id, changed;
	bool found;
	rc code;

	sheet_key(x->sheet, row, key);
	sheet_alike(x->sheet, row, alike);
	code = sql_sheet_row_known(x->r->d, (sql_sheet_row_known_in){slice_c(key)}, x->a, &known,
	                           &found, e);
	if (code != RC_OK || found) {
		x->ret->again += found;
		return code;
	}
	if (!x->changed && sheet_doubles(x->sheet->kind))
		code = sql_sheet_row_alike(x->r->d,
		                           (sql_sheet_row_alike_in){slice_c(alike), x->import},
		                           x->a, &other, &found, e);
	if (code != RC_OK || found) {
		x->ret->changed += found;
		return code;
	}
	x->before = (slice){0};
	code = enters[x->sheet->kind](x, row, &noun, &id, e);
	if (code == RC_OK)
		code = sql_sheet_row_put(x->r->d,
		                         (sql_sheet_row_put_in){slice_c(key), slice_c(noun), id,
		                                                x->r->now, x->import, x->before,
		                                                slice_c(alike)},
		                         &changed, e);
	if (code == RC_OK)
		code = event_add(x->r, "sheet", noun, id, (slice){0}, e);
	x->ret->entered++;
	return code;
}

rc sheet_enter(reg *r, int64_t import, const reading *read, const sheet *s, bool changed,
               sheet_entered *ret, err *e)
{
	sheet_entering x = {
		.r = r, .import = import, .read = read, .sheet = s, .changed = changed, .ret = ret};
	rc code = RC_OK;

	assert(db_in_write(r->d));
	*ret = (sheet_entered){0};
	for (uint32_t i = 0; code == RC_OK && s->kind != SHEET_UNKNOWN && i < s->rows.n; i++) {
		arena a;

		arena_init(&a, NULL, 0);
		x.a = &a;
		code = enter_one(&x, &s->rows.p[i], e);
		arena_done(&a);
	}
	return code;
}
