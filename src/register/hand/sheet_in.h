/*
 * sheet_in.h - rows of a spreadsheet come into the register.
 *
 * A list of duties, petitions, agencies or persons that an office kept before. A row is
 * known by its cells: the same sheet again, or a longer copy of it, adds only what is new. One
 * that is about the same as a row that came before (the same duty of the same body, with another
 * limit or state) is a second duty only when a person says so.
 */
#ifndef DONDOC_REGISTER_SHEET_IN_H
#define DONDOC_REGISTER_SHEET_IN_H

#include "model/sheets.h"
#include "register/reg.h"

typedef struct sheet_entered {
	uint32_t entered, again, kept; /* kept: duties that were done before, only kept */
	uint32_t changed;              /* left out: about the same as one that came before */
} sheet_entered;

/* sheet_import_begin() - some sheets of the file `name` come in together: *ret is what
 * sheet_enter() needs. `pub`: its public id; empty: a new one. sheet_import_end() - they are
 * in; `bad`: cells with faults. sheet_undo() takes all of it back. Inside db_write(). */
MUST_CHECK rc sheet_import_begin(reg *r, slice name, slice pub, int64_t *ret, err *e);
MUST_CHECK rc sheet_import_end(reg *r, int64_t import, const sheet_entered *sum, uint32_t bad,
                               err *e);

/* sheet_enter() - the good rows of one sheet; `read` is the reading of the same file.
 * Duties are tracked at once: a person wrote them down; those that are done are only kept.
 * `changed`: those too that are about the same as one that came before. Inside db_write().
 * Linear. */
MUST_CHECK rc sheet_enter(reg *r, int64_t import, const reading *read, const sheet *s, bool changed,
                          sheet_entered *ret, err *e);

/* sheet_look_rows() - each row's `seen` and `of`, and how many are again, how many changed; texts
 * on `a`. Nothing is entered. Linear. */
MUST_CHECK rc sheet_look_rows(reg *r, sheet *s, arena *a, err *e);

/* sheet_doubles() - would a row about the same make a second thing, instead of finding the first? */
bool sheet_doubles(sheet_kind k);

/* sheet_undo() - take an import back: what it made goes (a duty stays with its words as
 * dropped), what it found is as it was; the same sheet may come in again. What was changed
 * since, or is needed by something else, stays: *ret_kept. Once: MSG_NOTHING_TO_UNDO. For the
 * Office. Inside db_write(). Linear. */
MUST_CHECK rc sheet_undo(reg *r, slice pub, uint32_t *ret_undone, uint32_t *ret_kept, err *e);

#endif
