/*
 * nouns.h - from an id that left the register back to its row.
 */
#ifndef DONDOC_REGISTER_NOUNS_H
#define DONDOC_REGISTER_NOUNS_H

#include "register/reg.h"

enum noun {
	NOUN_OBLIGATION,
	NOUN_ASSIGNMENT,
	NOUN_DOCUMENT,
	NOUN_MEETING,
	NOUN_COLLECTION,
	NOUN_PETITION,
	NOUN_PERIODIC,
	NOUN_PERSON,
	NOUN_PROGRAMME,
	NOUN_COUNT,
};

/* noun_word() - "obligation" … as the log has it. */
const char *noun_word(enum noun n);

/* noun_find() - what `pub` stands for. MSG_NO_SUCH. Whether the viewer may see it is for
 * whoever reads the row. noun_of() - its row when it is a `want`, else MSG_NO_SUCH. */
MUST_CHECK rc noun_find(reg *r, slice pub, enum noun *ret, int64_t *ret_id, err *e);
MUST_CHECK rc noun_of(reg *r, slice pub, enum noun want, int64_t *ret_id, err *e);

#endif
