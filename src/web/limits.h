/*
 * limits.h - how often one may: sign in from an address, write and upload with an account.
 *
 * A table of fixed size in memory: a limit is for this process and forgets when it starts
 * anew. Locking an account after wrong passwords is people.h's and lasts.
 */
#ifndef DONDOC_WEB_LIMITS_H
#define DONDOC_WEB_LIMITS_H

#include "base/arena.h"
#include "base/slice.h"

/* In a minute, unless said otherwise; 0: no limit. */
typedef struct limit_options {
	int64_t sign_ins; /* of an address */
	int64_t writes;   /* of an account */
	int64_t uploads;  /* of an account */
} limit_options;
#define LIMITS_DEFAULT ((limit_options){.sign_ins = 300, .writes = 600, .uploads = 120})

typedef struct limits limits;
limits *limits_new(arena *a);

/* limits_pass() - count one more of this kind by this name in the minute of `now`; false when
 * it is over `most`. From any thread. O(1). */
bool limits_pass(limits *l, char kind, slice name, int64_t most, int64_t now);

/* limits_enter(), limits_leave() - at most `most` of them at once. */
bool limits_enter(limits *l, unsigned most);
void limits_leave(limits *l);

#endif
