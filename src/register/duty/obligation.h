/*
 * obligation.h - one obligation: loading it, who the viewer is to it, changing it.
 *
 * obligation_change() is the only way by which one changes: the row, the counts, the
 * round that it answers and the log move together.
 */
#ifndef DONDOC_REGISTER_OBLIGATION_H
#define DONDOC_REGISTER_OBLIGATION_H

#include "register/reg.h"

typedef sql_obligation_get_row obligation;

enum work {
#define WORK(NAME, word, open, wording) WORK_##NAME,
#include "register/duty/duty_steps.def"
#undef WORK
	WORK_COUNT,
};

/* work_word(), work_wording() - "in_progress", "Đang thực hiện". work_of() - which word
 * it is, WORK_COUNT for none. */
slice work_word(enum work w);
slice work_wording(slice word);
enum work work_of(slice word);
bool work_is_open(slice word);

enum who { WHO_OFFICE = 1, WHO_OWN = 2, WHO_COMPILER = 4, WHO_WATCHER = 8 };

/* obligation_load() - the row, texts on `a`. MSG_NO_SUCH. obligation_who() - what the
 * viewer is to it: a set of enum who, empty for a stranger. */
MUST_CHECK rc obligation_load(reg *r, int64_t id, arena *a, obligation *ret, err *e);
MUST_CHECK rc obligation_who(reg *r, const obligation *o, unsigned *ret, err *e);

/* obligation_may() - MSG_NO_SUCH for a stranger, MSG_FORBIDDEN when the viewer is none
 * of `who`. */
MUST_CHECK rc obligation_may(reg *r, const obligation *o, unsigned who, err *e);

/* obligation_change() - make `from` (as loaded) into `to`, and log it under `verb`, with
 * `note` beside what was and what is. MSG_CHANGED_MEANWHILE. Inside db_write(). */
MUST_CHECK rc obligation_change(reg *r, const obligation *from, const obligation *to,
                                const char *verb, slice note, err *e);

/* obligation_was() - what the log line `detail` says was before, laid over *io; false when
 * it is no line of obligation_change(). Texts on `a`. */
bool obligation_was(slice detail, arena *a, obligation *io);

/* obligation_new() - a new one of an assignment, counted. `last` DB_NULL: no date. Inside
 * db_write(), in which the caller logs. */
MUST_CHECK rc obligation_new(reg *r, int64_t assignment, int64_t deadline, int64_t agency,
                             int64_t last, int64_t *ret, err *e);

#endif
