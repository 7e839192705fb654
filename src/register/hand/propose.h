/*
 * propose.h - what was read, changed by a person before it counts; and duties by hand.
 *
 * The words of the document stay attached to whatever becomes of them: a changed duty keeps
 * its quote, the parts of a split one keep that of the whole. What it was before is in the
 * log. The Office alone; everything inside db_write().
 */
#ifndef DONDOC_REGISTER_PROPOSE_H
#define DONDOC_REGISTER_PROPOSE_H

#include "register/entry/decide.h"

/* What a person says of a duty; a text with p NULL stays as it is. */
typedef struct duty_in {
	slice action, deliverable, monitor, assigner, field;
	slice lead, with, receiver, watchers; /* codes of bodies or groups, "," between */
	int64_t last;    /* the last minute; DB_NULL: as it is */
	bool undated;    /* take the date away */
} duty_in;

/* propose_change() - of one that waits. MSG_NOT_PROPOSED, MSG_AGENCY_UNKNOWN. */
MUST_CHECK rc propose_change(reg *r, int64_t assignment, const duty_in *in, err *e);

/* propose_split() - into `n` duties with these actions, all else as it was; their rows to
 * ret[0 .. n-1]. The whole is dropped. */
MUST_CHECK rc propose_split(reg *r, int64_t assignment, const slice *actions, uint32_t n,
                            int64_t *ret, err *e);

/* propose_merge() - the others become part of the first: bodies, limits, actions joined.
 * All wait, and are of one document: MSG_NOT_TOGETHER. */
MUST_CHECK rc propose_merge(reg *r, const int64_t *assignments, uint32_t n, err *e);

/* propose_meeting() - accept or drop a meeting that waits. MSG_NOT_PROPOSED. */
MUST_CHECK rc propose_meeting(reg *r, int64_t meeting, bool accept, err *e);

typedef struct duty_new {
	duty_in duty;
	int64_t document; /* 0: none, then `basis` says on what it stands */
	slice basis, basis_kind; /* document, note (bút phê), oral, phone */
	slice words;             /* of the document: they become the duty's quote */
	enum disposal as;
} duty_new;

/* propose_new() - a duty by hand, decided at once. MSG_BASIS_NEEDED,
 * MSG_WORDS_NOT_IN_DOCUMENT, MSG_WORDS_NEEDED, MSG_AGENCY_UNKNOWN. */
MUST_CHECK rc propose_new(reg *r, const duty_new *in, int64_t *ret, err *e);

#endif
