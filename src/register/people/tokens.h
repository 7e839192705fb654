/*
 * tokens.h - what a program, or somebody's calendar, asks with instead of a password.
 *
 * A token leaves us once, when it is made; here is only its SHA-256. It ends by itself or is
 * revoked, and is good for some scopes (scopes.def) of what its account may do.
 */
#ifndef DONDOC_REGISTER_TOKENS_H
#define DONDOC_REGISTER_TOKENS_H

#include "register/people/people.h"

enum { TOKENS_MOST = 50, TOKEN_DAYS_MOST = 3660, TOKEN_NAME_MOST = 100 };

enum scope {
#define SCOPE(NAME, word, rights, wording) SCOPE_##NAME,
#include "register/people/scopes.def"
#undef SCOPE
	SCOPE_COUNT,
};

/* scope_word(), scope_wording() - empty at the end. scope_rights() - of words with blanks
 * between; unknown ones give none. scope_has() - is this one among them? */
slice scope_word(unsigned i);
slice scope_wording(unsigned i);
unsigned scope_rights(slice scopes);
bool scope_has(slice scopes, enum scope s);

typedef struct token_new {
	int64_t account; /* whose; by itself, or the operator of the machine */
	slice name, scopes;
	int64_t days; /* 0: until it is revoked */
} token_new;

/* tokens_make() - *ret, on `a`: what is shown once. MSG_WORDS_NEEDED without a name,
 * MSG_SCOPE_UNKNOWN, MSG_TOKENS_MANY. tokens_revoke() - by its public id; r->who's own, or
 * anybody's for the operator. MSG_NO_SUCH. */
MUST_CHECK rc tokens_make(reg *r, const token_new *in, arena *a, slice *ret, err *e);
MUST_CHECK rc tokens_revoke(reg *r, slice pub, err *e);

/* tokens_who() - whose a token is, and for what; *ret_found false when it is none that holds.
 * Notes the use, at most once an hour. */
MUST_CHECK rc tokens_who(reg *r, slice shown, arena *a, person *ret, slice *ret_scopes,
                         bool *ret_found, err *e);

#endif
