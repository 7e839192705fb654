/*
 * follow.c - the three names of a duty that people filter by.
 */
#include "register/duty/follow.h"

#include <assert.h>

#include "register/event.h"

rc follow_set(reg *r, int64_t assignment, const follow_in *in, err *e)
{
	const slice said[] = {in->monitor, in->assigner, in->field};
	int64_t changed = 0;
	rc code;

	assert(db_in_write(r->d));
	if (!r->who.all)
		return err_set(e, RC_INPUT, MSG_FORBIDDEN, "the Office alone");
	for (size_t i = 0; i < ARRAY_LEN(said); i++)
		if (said[i].n > FOLLOW_MOST)
			return err_set(e, RC_LIMIT, MSG_TEXT_TOO_LONG, "a name over 400 bytes");
	code = sql_follow_set(r->d,
	                      (sql_follow_set_in){assignment, in->monitor, in->assigner, in->field},
	                      &changed, e);
	if (code == RC_OK && changed == 0)
		return err_set(e, RC_INPUT, MSG_NO_SUCH, "assignment");
	return code == RC_OK ? event_add(r, "follow", "assignment", assignment, (slice){0}, e)
	                     : code;
}
