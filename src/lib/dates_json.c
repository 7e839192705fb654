/*
 * dates_json.c - a typed line, made normal, cut, scanned, written.
 */
#include "lib/dates_json.h"

#include <assert.h>
#include <utf8proc.h>

#include "base/utf8.h"
#include "model/model_json.h"
#include "reading/facts/dates/dates.h"

static bool is_ascii(slice s)
{
	unsigned char all = 0;

	for (size_t i = 0; i < s.n; i++)
		all |= (unsigned char)s.p[i];
	return all < 0x80;
}

/* Spans count in the NFC form, as everywhere: a keyboard may send another. */
static rc to_nfc(slice s, arena *a, slice *ret, err *e)
{
	const utf8proc_option_t form = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
	const utf8proc_uint8_t *in = (const utf8proc_uint8_t *)s.p;
	utf8proc_int32_t *buf;
	utf8proc_ssize_t n;

	if (utf8_invalid_at(s) != s.n)
		return err_set(e, RC_INPUT, MSG_NOT_UTF8, "line is not UTF-8");
	*ret = s;
	if (is_ascii(s))
		return RC_OK;
	/* By hand and not utf8proc_map(), which has its own malloc. */
	n = utf8proc_decompose(in, (utf8proc_ssize_t)s.n, NULL, 0, form);
	if (n <= 0)
		return RC_OK;
	buf = arena_array(a, utf8proc_int32_t, n + 1);
	n = utf8proc_decompose(in, (utf8proc_ssize_t)s.n, buf, n, form);
	n = utf8proc_reencode(buf, n, form);
	assert(n >= 0);
	*ret = (slice){(const char *)buf, (size_t)n};
	return RC_OK;
}

rc dates_json(const reader *rd, slice line, slice ref, arena *a, strbuf *to, err *e)
{
	date_anchor anchor = {
		.precision = ref.n == 0   ? ANCHOR_UNKNOWN
	                     : ref.n > 10 ? ANCHOR_TIME
	                                  : ANCHOR_DAY,
		.everyday = true,
	};
	datexes found = {0};
	json_out j = jout_to(to);
	slice text;
	tokens tk;
	rc code = RC_OK;

	if (ref.n > 0)
		code = civil_parse(ref, &anchor.ref, e);
	if (code == RC_OK)
		code = to_nfc(line, a, &text, e);
	if (code != RC_OK)
		return code;
	tk = tokens_of(text, rd->lex, a);
	dates_scan(&tk, 0, tk.n, &anchor, a, &found);
	model_json_dates(&j, text, &found, NULL);
	return RC_OK;
}
