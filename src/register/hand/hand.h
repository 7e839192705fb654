/*
 * hand.h - every noun of the register made and changed by hand, by the Office.
 *
 * A thing is a list of fields (hand.def), the same for commands and for forms: what a command
 * writes as name=value is what a form sends. A field that is not given stays as it is; one
 * that is given empty is taken away; rows of a field stand together, in place of those before.
 * The log keeps what every changed field was and is, and undo lays the old ones back.
 *
 * Never decides what may be done in which state: that is for the use-case of the noun.
 * Everything that writes runs inside db_write(), and is for the Office alone: MSG_FORBIDDEN.
 */
#ifndef DONDOC_REGISTER_HAND_H
#define DONDOC_REGISTER_HAND_H

#include "register/reg.h"

typedef struct hand_field {
	slice name, value;
} hand_field;
typedef VEC(hand_field) hand_fields;

enum hand {
#define HAND(NAME, word, wording) HAND_##NAME,
#include "register/hand/hand.def"
	HAND_COUNT,
};

/* hand_of() - which noun a word is, HAND_COUNT for none. hand_word(), hand_wording(). */
enum hand hand_of(slice word);
const char *hand_word(enum hand h);
const char *hand_wording(enum hand h);
const char *hand_noun(enum hand h); /* what the log calls it */

/* hand_field_at() - the i-th field of a noun, its name in *ret; false after the last. */
typedef struct hand_known {
	slice name, what;
	bool many;
} hand_known;
bool hand_field_at(enum hand h, unsigned i, hand_known *ret);

/* hand_add() - MSG_FIELD_UNKNOWN, MSG_WORDS_NEEDED, MSG_AGENCY_UNKNOWN, MSG_DAY_BAD,
 * MSG_CHOICE_UNKNOWN, and what the noun says. *ret: its row. */
MUST_CHECK rc hand_add(reg *r, enum hand h, const hand_fields *given, int64_t *ret, err *e);

/* hand_change() - the same of row `id`. `seen`: hand_version() when it was shown, 0: whatever;
 * MSG_CHANGED_MEANWHILE. What changes nothing leaves no line in the log. */
MUST_CHECK rc hand_change(reg *r, enum hand h, int64_t id, const hand_fields *given, int64_t seen,
                          err *e);

/* hand_undo() - take the newest change back, when it is the newest line of its history:
 * else MSG_NOTHING_TO_UNDO. */
MUST_CHECK rc hand_undo(reg *r, enum hand h, int64_t id, err *e);

/* hand_undoable() - is there a change that hand_undo() would take back? */
MUST_CHECK rc hand_undoable(reg *r, enum hand h, int64_t id, bool *ret, err *e);

/* hand_read() - the fields as they are, on `a`; empty ones are left out. For the Office.
 * hand_version() - changes with every change of the row. MSG_NO_SUCH. */
MUST_CHECK rc hand_read(reg *r, enum hand h, int64_t id, arena *a, hand_fields *ret, err *e);
MUST_CHECK rc hand_version(reg *r, enum hand h, int64_t id, int64_t *ret, err *e);

/* hand_find() - the row of what people call it: public id; code of an agency or group;
 * month of a programme; CODE/YEAR of a series. MSG_NO_SUCH. */
MUST_CHECK rc hand_find(reg *r, enum hand h, slice key, int64_t *ret, err *e);

/* hand_key() - the other way: what people call a row, on `a`. */
MUST_CHECK rc hand_key(reg *r, enum hand h, int64_t id, arena *a, slice *ret, err *e);

/* hand_get() - the first value of a name; p NULL when there is none. hand_put() - append. */
slice hand_get(const hand_fields *f, slice name);
void hand_put(arena *a, hand_fields *f, slice name, slice value);

/* hand_sides() - what a line of the log that changed something by hand says was and is, of the
 * names that differ; false when it is no such line. */
bool hand_sides(slice detail, arena *a, hand_fields *ret_was, hand_fields *ret_is);

/* hand_cells() - the cells of a row, trimmed; those that are not there are empty. */
void hand_cells(slice row, slice *cells, unsigned n);

/* hand_row() - cells joined to a row, on `a`; a "|" or a line end in one becomes "/" or " ". */
slice hand_row(arena *a, const slice *cells, unsigned n);

/* hand_number() - figures alone; `least` for empty. MSG_NUMBER_BAD, beyond the bounds too. */
MUST_CHECK rc hand_number(slice s, int64_t least, int64_t most, int64_t *ret, err *e);

/* hand_parse_day(), hand_parse_minute() - "29/5/2026", "2026-05-29", with " 14:00", "T14:00" or
 * "14 giờ 00" around; DB_NULL for empty. A minute without an hour: the first of its day, or with
 * `end` the last. *ret_hour (may be NULL): was one given? MSG_DAY_BAD, MSG_DATE_IMPOSSIBLE. */
MUST_CHECK rc hand_parse_day(slice s, int64_t *ret, err *e);
MUST_CHECK rc hand_parse_minute(slice s, bool end, int64_t *ret, bool *ret_hour, err *e);

#endif
