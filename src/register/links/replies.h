/*
 * replies.h - an invited body says who comes.
 */
#ifndef DONDOC_REGISTER_REPLIES_H
#define DONDOC_REGISTER_REPLIES_H

#include "register/reg.h"

/* reply_wording() - of "attending", "substitute", "absent"; empty for no such answer. */
slice reply_wording(slice answer);

typedef struct reply_in {
	int64_t meeting, agency;
	slice answer, person, reason; /* a substitute has a person, an absence a reason */
} reply_in;

/* reply_give() - answer, or answer otherwise. MSG_ANSWER_UNKNOWN, MSG_NOT_INVITED,
 * MSG_WORDS_NEEDED (substitute without a name), MSG_REASON_NEEDED. Inside db_write(). */
MUST_CHECK rc reply_give(reg *r, const reply_in *in, err *e);

/* Of those that are invited, how many have answered: counted by what they are, because "80
 * have answered" tells nobody whether the communes did. */
typedef struct reply_sums {
	int64_t communes, communes_in, agencies, agencies_in;
} reply_sums;

/* replies_sum() - of a meeting, groups as their members; for who may see all answers. A few
 * statements, and each body once. */
MUST_CHECK rc replies_sum(reg *r, int64_t row, arena *a, reply_sums *ret, err *e);

#endif
