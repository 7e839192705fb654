/*
 * sheet_in.h - rows of a spreadsheet come into the register.
 *
 * A list of duties, petitions, agencies or persons that an office kept before. A row is
 * known by its cells: the same sheet again, or a longer copy of it, adds only what is new.
 */
#ifndef DONDOC_REGISTER_SHEET_IN_H
#define DONDOC_REGISTER_SHEET_IN_H

#include "model/sheets.h"
#include "register/reg.h"

typedef struct sheet_entered {
	uint32_t entered, again, kept; /* kept: duties that were done before, only kept */
} sheet_entered;

/* sheet_enter() - the good rows of one sheet; `read` is the reading of the same file.
 * Duties are tracked at once: a person wrote them down; those that are done are only kept.
 * Inside db_write(). Linear. */
MUST_CHECK rc sheet_enter(reg *r, const reading *read, const sheet *s, sheet_entered *ret, err *e);

#endif
