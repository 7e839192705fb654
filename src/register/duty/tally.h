/*
 * tally.h - the four official buckets, kept with every write, right at every minute.
 *
 * A duty becomes overdue without any write, so what is open is counted by its due minute
 * and summed against now. Writers follow one another (store/db.h), so the counts are
 * changed in the same transaction and never wait for a job.
 */
#ifndef DONDOC_REGISTER_TALLY_H
#define DONDOC_REGISTER_TALLY_H

#include "register/reg.h"

/* For whom: an agency's row, the whole province, or duties that name nobody. */
#define TALLY_PROVINCE ((int64_t)0)
#define TALLY_NOBODY ((int64_t)-1)

typedef struct tally_of {
	int64_t agency; /* DB_NULL: nobody named */
	int64_t due;    /* DB_NULL: no date */
	slice work;     /* work state; empty: does not exist */
	bool in_time;
} tally_of;

/* tally_move() - an obligation was `from` and is `to`. Inside db_write(). */
MUST_CHECK rc tally_move(reg *r, tally_of from, tally_of to, err *e);

/* tally_get() - the buckets of an agency or of TALLY_PROVINCE as of r->minute. A viewer
 * that may not see them gets noughts. */
MUST_CHECK rc tally_get(reg *r, int64_t agency, sql_tally_buckets_row *ret, err *e);

#endif
