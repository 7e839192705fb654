/*
 * dates_json.h - `dates` of one typed line: what dd_dates() and the command
 * `dondoc dates` share.
 */
#ifndef DONDOC_LIB_DATES_JSON_H
#define DONDOC_LIB_DATES_JSON_H

#include "base/strbuf.h"
#include "reading/reader.h"

/* dates_json() - the JSON list of the expressions of time in `line`, appended to
 * `to` without a line end. ref: "YYYY-MM-DD[THH:MM]", or empty: no "now".
 * MSG_NOT_UTF8, MSG_DATE_IMPOSSIBLE. Scratch on `a`; linear. */
MUST_CHECK rc dates_json(const reader *rd, slice line, slice ref, arena *a, strbuf *to, err *e);

#endif
