/*
 * sheet_priv.h - between the kinds of rows.
 */
#ifndef DONDOC_REGISTER_SHEET_PRIV_H
#define DONDOC_REGISTER_SHEET_PRIV_H

#include "base/hash.h"
#include "base/strbuf.h"
#include "register/hand/sheet_in.h"

typedef struct sheet_entering {
	reg *r;
	int64_t import;
	const reading *read;
	const sheet *sheet;
	arena *a;
	slice before; /* of the row at hand: absent when it makes what it names (sheet_before()) */
	bool changed; /* rows that are about the same as one before come in too */
	sheet_entered *ret;
} sheet_entering;

/* sheet_value_of(), sheet_text_of() - the cell of a field in a row; NULL, empty for none. */
const sheet_value *sheet_value_of(const sheet_row *row, sheet_field f);
slice sheet_text_of(const sheet_row *row, sheet_field f);

/* sheet_last() - the earliest last minute that a cell of dates gives; DB_NULL for none. */
int64_t sheet_last(const sheet_entering *x, const sheet_value *v);

/* sheet_body() - the row of the first body that a cell names; DB_NULL for none. */
MUST_CHECK rc sheet_body(sheet_entering *x, const sheet_value *v, int64_t *ret, err *e);

/* sheet_before() - what a row found, as it is kept for undoing: how it was reached, and the
 * post that the row added; DB_NULL for none. sheet_found() - the other way. */
slice sheet_before(arena *a, slice email, slice phone, int64_t post);
void sheet_found(slice before, slice *ret_email, slice *ret_phone, int64_t *ret_post);

/* sheet_key() - of a row's kind and cells. sheet_alike() - of what it is about. */
void sheet_key(const sheet *s, const sheet_row *row, char ret[HASH_HEX + 1]);
void sheet_alike(const sheet *s, const sheet_row *row, char ret[HASH_HEX + 1]);

/* sheet_person_find() - one of this name in this body; DB_NULL for none. */
MUST_CHECK rc sheet_person_find(reg *r, slice folded, int64_t agency, slice title, arena *a,
                                int64_t *ret, bool *ret_has_post, err *e);

/* One row becomes a thing of the register; its noun and row come back. */
typedef rc sheet_enter_row(sheet_entering *x, const sheet_row *row, const char **ret_noun,
                           int64_t *ret_id, err *e);
sheet_enter_row sheet_enter_duty, sheet_enter_petition, sheet_enter_agency, sheet_enter_person;

#endif
