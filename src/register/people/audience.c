/*
 * audience.c - the row, and the term by which search knows the body.
 *
 * What enters with its document goes another way (enter.c), many at once. Must never decide
 * who may see something: callers do.
 */
#include "register/people/audience.h"

#include <assert.h>

#include "register/search/search.h"

rc audience_add(reg *r, int64_t document, int64_t agency, const char *why, err *e)
{
	int64_t changed = 0;
	rc code;

	assert(db_in_write(r->d));
	code = sql_audience_put(r->d, (sql_audience_put_in){document, agency, slice_c(why)},
	                        &changed, e);
	return code == RC_OK && changed > 0 ? search_seen_by(r, document, agency, e) : code;
}
