/*
 * enter.h - a document and what the reader found in it come into the register.
 *
 * What was read is proposed, never decided: assignments wait as `proposed` until a person
 * accepts, changes or drops them (decide.h). The quoted words go in beside every fact, so
 * that a later reading can be compared by them.
 */
#ifndef DONDOC_REGISTER_ENTER_H
#define DONDOC_REGISTER_ENTER_H

#include "model/reading.h"
#include "register/reg.h"
#include "register/search/search_terms.h"

typedef struct entry {
	const reading *r;
	slice name, media;
	slice sha256; /* of the file; of a further document in it with "#2" behind it */
	uint32_t part, parts; /* which of so many documents in the file; parts < 2: its one */
	slice json, packed; /* model_json_apart(), plain or by base/pack.h: one is empty */
	slice original; /* the file itself; empty: not kept */
	int64_t bytes;
	bool ocr;
	slice reader, data; /* versions of the reader and of its tables */
	slice direction;    /* in, out, internal */
	bool prepared;      /* what follows is there: entry_prepare() */
	slice folded;       /* its text as base/fold.h has it */
	found_by words;
} entry;

/* entry_prepare() - what needs no register, on `a`, which must live as long: any thread may
 * do it. Linear. document_enter() does it where nobody did. */
void entry_prepare(entry *in, arena *a);

typedef struct entered {
	int64_t document;
	bool again;    /* the same file was there: nothing was changed */
	bool all_past; /* it has limits, and all are past: track them, or only keep? */
	uint32_t assignments, meetings;
} entered;

/* document_enter() - enter one document, inside the caller's db_write(). A file whose
 * SHA-256 is known is the same document. Its audience is every body that it addresses,
 * sends itself to, charges, or invites. Linear in the reading. */
MUST_CHECK rc document_enter(reg *r, const entry *in, entered *ret, err *e);

#endif
