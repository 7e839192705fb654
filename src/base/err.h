/*
 * err.h - results and errors.
 *
 * Every function that can fail returns an `rc` and takes an `err *` last. The
 * first to know sets it; nobody overwrites. The id names the Vietnamese
 * wording in messages.def; the detail is one English line for the log and
 * holds no personal data.
 */
#ifndef DONDOC_BASE_ERR_H
#define DONDOC_BASE_ERR_H

#include "base/slice.h"

typedef enum rc {
	RC_OK = 0,
	RC_INPUT, /* what came in is wrong: the clerk can mend it */
	RC_LIMIT, /* over a stated limit */
	RC_NOMEM, /* the allocator said no */
	RC_IO,    /* the system said no */
	RC_USAGE, /* the command was called wrongly */
	RC_BUSY,  /* another one is writing: try again */
} rc;

typedef enum msg_id {
	MSG_NONE = 0,
#define MSG(id, code, message, hint) MSG_##id,
#include "base/messages.def"
#undef MSG
	MSG_COUNT
} msg_id;

typedef struct err {
	rc rc;
	msg_id id;
	char detail[160];
} err;

/* err_set() - remember what went wrong unless something already is remembered.
 * Returns `code`, so that a failing function can return the call. e may be NULL. */
rc err_set(err *e, rc code, msg_id id, const char *detail_fmt, ...) PRINTF_LIKE(4, 5);

/* msg_code(), msg_text(), msg_hint() - the machine word ("not-utf8"), the
 * Vietnamese sentence and what to do. Constant strings, never NULL. */
const char *msg_code(msg_id id);
const char *msg_text(msg_id id);
const char *msg_hint(msg_id id);

#endif
