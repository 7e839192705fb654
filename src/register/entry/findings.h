/*
 * findings.h - what a checker says of a document, beside its words (CONTRACTS §3).
 *
 * The place for it: pages show what stands here, and nothing is made up. Each run of a
 * checker says all anew.
 */
#ifndef DONDOC_REGISTER_FINDINGS_H
#define DONDOC_REGISTER_FINDINGS_H

#include "register/reg.h"

typedef struct finding {
	slice rule, severity, message, law, proposal; /* severity: error, warning, info */
	slice quote;      /* the words it is about */
	int64_t at, len;         /* in the text; at DB_NULL: of the whole */
} finding;

/* findings_put() - these are now the document's, those of before are gone. MSG_NO_SUCH for
 * another severity. Inside db_write(); logs. */
MUST_CHECK rc findings_put(reg *r, int64_t document, const finding *list, uint32_t n, err *e);

#endif
