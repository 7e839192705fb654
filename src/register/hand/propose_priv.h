/*
 * propose_priv.h - between changing a proposal and making a duty by hand.
 */
#ifndef DONDOC_REGISTER_PROPOSE_PRIV_H
#define DONDOC_REGISTER_PROPOSE_PRIV_H

#include "register/hand/propose.h"

typedef struct proposing {
	reg *r;
	arena *a;
	int64_t id, document; /* DB_NULL: of no document */
	int32_t day;          /* as of which groups stand for their members */
	int64_t expands;
	bool all_communes;
} proposing;

/* propose_parties() - these bodies instead of those of `role`, who may then see the
 * document. Nothing for a list with p NULL. Counts leads in x->expands. */
MUST_CHECK rc propose_parties(proposing *x, const char *role, slice codes, err *e);

/* propose_limit() - this limit instead of those there are; DB_NULL: none. */
MUST_CHECK rc propose_limit(proposing *x, int64_t last, slice *ret_words, err *e);

#endif
