/*
 * err.c - the first to know sets the error; the wording is a table.
 */
#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>

static const struct {
	const char *code, *text, *hint;
} messages[MSG_COUNT] = {
	{"none", "", ""},
#define MSG(id, code, message, hint) {code, message, hint},
#include "base/messages.def"
#undef MSG
};

rc err_set(err *e, rc code, msg_id id, const char *detail_fmt, ...)
{
	va_list ap;

	if (e == NULL || e->rc != RC_OK)
		return code;
	e->rc = code;
	e->id = id;
	va_start(ap, detail_fmt);
	(void)vsnprintf(e->detail, sizeof e->detail, detail_fmt, ap);
	va_end(ap);
	return code;
}

const char *msg_code(msg_id id)
{
	return messages[id < MSG_COUNT ? id : 0].code;
}

const char *msg_text(msg_id id)
{
	return messages[id < MSG_COUNT ? id : 0].text;
}

const char *msg_hint(msg_id id)
{
	return messages[id < MSG_COUNT ? id : 0].hint;
}
