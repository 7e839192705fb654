/*
 * rounds.h - many send to one: who is asked, what has come in; petitions and their replies.
 *
 * A round and the obligations of its members are one truth (obligation.h): to mark that
 * something came in is the member's report, to ask for more is to return it.
 */
#ifndef DONDOC_REGISTER_ROUNDS_H
#define DONDOC_REGISTER_ROUNDS_H

#include "register/duty/obligation.h"

enum round_mark { ROUND_SENT, ROUND_LATE, ROUND_MORE, ROUND_NOT_SENT };

/* round_mark() - of one member, by the compiler or the Office. `at`: when it came, seconds,
 * 0: now. ROUND_LATE only when it was late: MSG_STATE_FORBIDS. MSG_NO_SUCH for a body that
 * is not asked. Inside db_write(). */
MUST_CHECK rc round_mark(reg *r, int64_t collection, int64_t agency, enum round_mark m, slice note,
                         int64_t at, err *e);

/* round_close() - the compiler has what it needs, or opens it again. Inside db_write(). */
MUST_CHECK rc round_close(reg *r, int64_t collection, bool close, err *e);

/* obligation_name() - say which bodies an obligation is of that names nobody: the first
 * takes it over, each other gets one like it, and all are asked in its round. The Office
 * alone. Inside db_write(). */
MUST_CHECK rc obligation_name(reg *r, int64_t obligation, const int64_t *agencies, uint32_t n,
                              err *e);

typedef struct petition_in {
	slice words;
	int64_t document, petitioner, owner; /* 0: none */
	int64_t due;    /* DB_NULL: none */
	const int64_t *watchers;
	uint32_t nwatchers;
} petition_in;

/* petition_add() - by the Office. MSG_WORDS_NEEDED. petition_reply() - by its owner or the
 * Office: state is answered_orally, answered_in_writing or escalated; written needs a
 * document or its number in words. petition_assign() - its owner, by the Office. Inside
 * db_write(). */
MUST_CHECK rc petition_add(reg *r, const petition_in *in, int64_t *ret, err *e);
MUST_CHECK rc petition_reply(reg *r, int64_t petition, slice state, slice words, int64_t document,
                             err *e);
MUST_CHECK rc petition_assign(reg *r, int64_t petition, int64_t owner, int64_t due, err *e);

#endif
