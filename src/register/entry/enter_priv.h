/*
 * enter_priv.h - between the parts of entering one document.
 */
#ifndef DONDOC_REGISTER_ENTER_PRIV_H
#define DONDOC_REGISTER_ENTER_PRIV_H

#include "register/entry/enter.h"

enum { AUDIENCE_ROWS = 1 << 16 };

/* A body that may see the document, and why. */
typedef struct seeing {
	int64_t agency;
	const char *why;
	bool put;
} seeing;

typedef struct entering {
	reg *r;
	const reading *read;
	arena *a;
	int64_t document, reading;
	/* of the audience: a bit for each row below AUDIENCE_ROWS that is in already */
	uint8_t *agencies, *groups;
	VEC(seeing) audience;
	int32_t day; /* as of which groups stand for their members */
	entered *ret;
} entering;

/* A named body as rows: agency, or group, or neither (DB_NULL). */
typedef struct named {
	int64_t agency, group;
	bool all_communes;
} named;
MUST_CHECK rc enter_named(entering *x, const actor *who, named *ret, err *e);

/* enter_audience() - `who` may see the document, for the first of what is said. A group: its
 * members of that day. Written with all others at the end. */
MUST_CHECK rc enter_audience(entering *x, const actor *who, const char *why, err *e);

MUST_CHECK rc enter_meetings(entering *x, err *e);
MUST_CHECK rc enter_assignments(entering *x, err *e);

/* enter_minute() - "2026-04-20T14:00" or a day as civil minutes, else DB_NULL. */
int64_t enter_minute(slice value);

#endif
