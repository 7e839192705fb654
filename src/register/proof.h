/*
 * proof.h - is the register what its log says, and nothing else?
 */
#ifndef DONDOC_REGISTER_PROOF_H
#define DONDOC_REGISTER_PROOF_H

#include "register/event.h"

typedef struct proof {
	event_proof log;
	int64_t originals; /* that were compared with their hashes */
	slice head; /* hash of the last line: noted elsewhere, it proves all before it */
} proof;

/* proof_of() - walk the log (MSG_LOG_BROKEN), count every obligation and compare with the
 * tally (MSG_TALLY_WRONG), read every original (MSG_ORIGINAL_DAMAGED). `noted`: the hash of
 * a line as it was written down elsewhere, which must be there still (MSG_LOG_REWRITTEN):
 * who can write the whole database can make a whole log that fits together. Empty: none
 * was. *ret, on `a`, tells how far it came, after a failure too. Linear in the register. */
MUST_CHECK rc proof_of(reg *r, slice noted, arena *a, proof *ret, err *e);

#endif
