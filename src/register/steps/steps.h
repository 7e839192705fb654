/*
 * steps.h - the steps of an obligation (duty_steps.def), what is asked for it, and undo.
 *
 * Everything here runs inside db_write() and changes nothing when it fails.
 */
#ifndef DONDOC_REGISTER_STEPS_H
#define DONDOC_REGISTER_STEPS_H

#include "register/duty/obligation.h"

enum step {
#define STEP(NAME, verb, from, to, who, needs, wording) STEP_##NAME,
#include "register/duty/duty_steps.def"
#undef STEP
	STEP_COUNT,
};

/* step_of() - by its verb; STEP_COUNT for none. step_wording() - in the words of the office. */
enum step step_of(slice verb);
const char *step_wording(enum step s);

/* step_is_open() - may a viewer who is `who` to an obligation (obligation_who()) take this
 * step while it is in this state? What the step needs is asked when it is taken. */
bool step_is_open(enum step s, slice work, unsigned who);

typedef struct step_in {
	slice note;       /* evidence in words, or a remark */
	int64_t document; /* evidence; 0: none */
	slice reason, decider;
	int64_t at; /* reported when, seconds; 0: now. Only whoever receives it may say so */
} step_in;

/* step_take() - MSG_NO_SUCH, MSG_FORBIDDEN, MSG_STATE_FORBIDS, MSG_EVIDENCE_NEEDED,
 * MSG_REASON_NEEDED, MSG_DECIDER_NEEDED. */
MUST_CHECK rc step_take(reg *r, int64_t obligation, enum step s, const step_in *in, err *e);

/* step_may() - whether the step is open to this viewer now, whatever it needs besides: MSG_NO_SUCH,
 * MSG_FORBIDDEN, MSG_STATE_FORBIDS. */
MUST_CHECK rc step_may(reg *r, int64_t obligation, enum step s, err *e);

/* step_undo() - take the last step back, by whoever might take it; `own`: only by whoever took
 * it, MSG_FORBIDDEN for others. Only a step, and only the newest line of its history:
 * MSG_NOTHING_TO_UNDO. */
MUST_CHECK rc step_undo(reg *r, int64_t obligation, bool own, err *e);

/* step_comment() - a remark that all who see the obligation read. */
MUST_CHECK rc step_comment(reg *r, int64_t obligation, slice words, err *e);

typedef struct request_in {
	slice reason, letter;
	int64_t new_last; /* extension: the last minute asked for */
	int64_t to_agency; /* transfer */
} request_in;

/* request_extension(), request_transfer() - ask; a reason is needed, the new date must be
 * later than the one that holds. One of a kind may wait: MSG_REQUEST_WAITS. */
MUST_CHECK rc request_extension(reg *r, int64_t obligation, const request_in *in, err *e);
MUST_CHECK rc request_transfer(reg *r, int64_t obligation, const request_in *in, err *e);

/* request_answer() - grant, or refuse (then `words` must say why), what waits of `kind`
 * ("extend", "transfer"; empty: either). MSG_NO_REQUEST. */
MUST_CHECK rc request_answer(reg *r, int64_t obligation, slice kind, bool grant, slice words,
                             err *e);

/* request_withdraw() - what waits of `kind` is asked no more: by whoever asked, or another of the
 * body that has the duty. MSG_NO_REQUEST. */
MUST_CHECK rc request_withdraw(reg *r, int64_t obligation, slice kind, err *e);

/* request_undo() - take the last answer back, while it is the newest line of the history: what it
 * changed is as it was, and the request waits again. `own`: as for step_undo(). MSG_NOTHING_TO_UNDO
 * when the newest line is no answer. */
MUST_CHECK rc request_undo(reg *r, int64_t obligation, bool own, err *e);

/* request_is_answer() - is this verb of the log an answer that request_undo() takes back? */
bool request_is_answer(slice verb);

#endif
