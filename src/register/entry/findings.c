/*
 * findings.c - a checker's findings enter together.
 */
#include "register/entry/findings.h"

#include <assert.h>

#include "register/event.h"

static bool is_severity(slice s)
{
	static const slice known[] = {S("error"), S("warning"), S("info")};

	for (size_t i = 0; i < ARRAY_LEN(known); i++)
		if (slice_eq(known[i], s))
			return true;
	return false;
}

rc findings_put(reg *r, int64_t document, const finding *list, uint32_t n, err *e)
{
	rc code;

	assert(db_in_write(r->d));
	code = sql_finding_clear(r->d, (sql_finding_clear_in){document}, NULL, e);
	for (uint32_t i = 0; code == RC_OK && i < n; i++) {
		const finding *f = &list[i];

		if (!is_severity(f->severity))
			return err_set(e, RC_INPUT, MSG_NO_SUCH, "severity");
		code = sql_finding_put(r->d,
		                       (sql_finding_put_in){document, f->rule, f->severity,
		                                            f->message, f->law, f->proposal,
		                                            f->quote, f->at, f->len},
		                       NULL, e);
	}
	return code == RC_OK ? event_add(r, "check", "document", document, (slice){0}, e) : code;
}
