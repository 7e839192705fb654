/*
 * sheet_priv.h - between the kinds of rows.
 */
#ifndef DONDOC_REGISTER_SHEET_PRIV_H
#define DONDOC_REGISTER_SHEET_PRIV_H

#include "base/strbuf.h"
#include "register/sheet_in.h"

typedef struct sheet_entering {
	reg *r;
	const reading *read;
	const sheet *sheet;
	arena *a;
	sheet_entered *ret;
} sheet_entering;

/* sheet_value_of(), sheet_text_of() - the cell of a field in a row; NULL, empty for none. */
const sheet_value *sheet_value_of(const sheet_row *row, sheet_field f);
slice sheet_text_of(const sheet_row *row, sheet_field f);

/* sheet_last() - the earliest last minute that a cell of dates gives; DB_NULL for none. */
int64_t sheet_last(const sheet_entering *x, const sheet_value *v);

/* sheet_body() - the row of the first body that a cell names; DB_NULL for none. */
MUST_CHECK rc sheet_body(sheet_entering *x, const sheet_value *v, int64_t *ret, err *e);

/* One row becomes a thing of the register; its noun and row come back. */
typedef rc sheet_enter_row(sheet_entering *x, const sheet_row *row, const char **ret_noun,
                           int64_t *ret_id, err *e);
sheet_enter_row sheet_enter_duty, sheet_enter_petition, sheet_enter_agency, sheet_enter_person;

#endif
