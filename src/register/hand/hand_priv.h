/*
 * hand_priv.h - between the frame of changes by hand and the nouns.
 */
#ifndef DONDOC_REGISTER_HAND_PRIV_H
#define DONDOC_REGISTER_HAND_PRIV_H

#include "register/hand/hand.h"

enum { HAND_ROWS_MAX = 2000, HAND_TEXT_MAX = 1 << 16, HAND_CELLS = 9 };

typedef struct hand_saving {
	reg *r;
	arena *a;
	int64_t id; /* 0: it is new; saving sets it */
	hand_fields was, is;
} hand_saving;

/* A noun: load appends its fields to x->was (MSG_NO_SUCH), save writes x->is. */
typedef rc hand_part(hand_saving *x, err *e);
hand_part hand_load_document, hand_save_document, hand_load_meeting, hand_save_meeting;
hand_part hand_load_person, hand_save_person, hand_load_agency, hand_save_agency;
hand_part hand_load_group, hand_save_group, hand_load_series, hand_save_series;
hand_part hand_load_programme, hand_save_programme, hand_load_periodic, hand_save_periodic;
hand_part hand_load_petition, hand_save_petition, hand_load_collection, hand_save_collection;

/* hand_text() - a field trimmed; p NULL for an empty one. hand_needs() - the same, and
 * MSG_WORDS_NEEDED without it. */
slice hand_text(const hand_saving *x, slice name);
MUST_CHECK rc hand_needs(const hand_saving *x, slice name, slice *ret, err *e);

/* hand_choice() - MSG_CHOICE_UNKNOWN unless the field is one of the words ("a b c") or empty:
 * then `otherwise`. */
MUST_CHECK rc hand_choice(const hand_saving *x, slice name, const char *words,
                          const char *otherwise, slice *ret, err *e);

/* hand_next() - the rows of a field one by one: *io begins at 0. Blank rows are passed over.
 * cells has HAND_CELLS places. */
bool hand_next(const hand_saving *x, slice name, uint32_t *io, slice *cells);

/* hand_agency() - a body by code or full name; DB_NULL for empty. hand_body() - or a group;
 * unknown words are no error there: both DB_NULL. *ret_name: of what was found. */
MUST_CHECK rc hand_agency(hand_saving *x, slice what, int64_t *ret, err *e);
MUST_CHECK rc hand_body(hand_saving *x, slice what, int64_t *ret_agency, int64_t *ret_group,
                        slice *ret_name, err *e);

/* hand_document() - the row of a document's public id, or of its number and symbol where one
 * document alone has it; DB_NULL for empty. MSG_NO_SUCH. */
MUST_CHECK rc hand_document(hand_saving *x, slice what, int64_t *ret, err *e);

/* hand_day_field() - a field that holds a day. */
MUST_CHECK rc hand_day_field(const hand_saving *x, slice name, int64_t *ret, err *e);

/* hand_show() - append to x->was unless empty. hand_day_text(), hand_minute_text() - as
 * hand_parse_day() reads them; empty for DB_NULL. */
void hand_show(hand_saving *x, slice name, slice value);
slice hand_day_text(arena *a, int64_t day);
slice hand_minute_text(arena *a, int64_t minute, bool end);

/* hand_detail() - {"before":[[name,value]…],"after":[…]} of the names that differ, on `a`;
 * empty when none does. hand_before() - what such a line says was before; false when it is
 * none. */
slice hand_detail(arena *a, const hand_fields *was, const hand_fields *is);
bool hand_before(slice detail, arena *a, hand_fields *ret);

/* hand_see() - these bodies may see a document: agency, or all of a group on `day`. */
MUST_CHECK rc hand_see(hand_saving *x, int64_t document, int64_t agency, int64_t group, int32_t day,
                       const char *why, err *e);

#endif
