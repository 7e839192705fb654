/*
 * proof.h - is the register what its log says, and nothing else?
 */
#ifndef DONDOC_REGISTER_PROOF_H
#define DONDOC_REGISTER_PROOF_H

#include "register/reg.h"

typedef struct proof {
	int64_t lines;     /* of the log */
	int64_t bad_line; /* the first that was changed, or after which one is missing; 0: none */
	bool cut; /* lines are missing at the end */
	int64_t originals; /* that were compared with their hashes */
	slice head; /* hash of the last line: noted elsewhere, it proves all before it */
} proof;

/* proof_of() - walk the log (MSG_LOG_BROKEN), count every obligation and compare with the
 * tally (MSG_TALLY_WRONG), read every original (MSG_ORIGINAL_DAMAGED). *ret, on `a`, tells
 * how far it came, after a failure too. Linear in the register. */
MUST_CHECK rc proof_of(reg *r, arena *a, proof *ret, err *e);

#endif
