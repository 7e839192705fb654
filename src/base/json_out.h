/*
 * json_out.h - JSON written straight into a strbuf, in one pass.
 *
 * Nothing is built first and nothing is copied twice: a slice goes from where
 * it stands into the output. Runs without escapes are found sixteen bytes at a
 * time, because the whole text of a document passes through here. A failure is
 * the strbuf's and is looked at once, at the end. Numbers never depend on the
 * host's locale.
 *
 * The functions are jout_*, because jansson, which reads JSON for the commands,
 * has the names json_*. The calls must nest as JSON does; that they do is asserted.
 */
#ifndef DONDOC_BASE_JSON_OUT_H
#define DONDOC_BASE_JSON_OUT_H

#include "base/strbuf.h"

typedef struct json_out {
	strbuf *to;
	uint32_t depth;
	bool comma; /* a value stands before: the next one needs a comma */
} json_out;

static inline json_out jout_to(strbuf *to)
{
	return (json_out){.to = to};
}

void jout_object(json_out *j);     /* {  */
void jout_object_end(json_out *j); /* }  */
void jout_array(json_out *j);      /* [  */
void jout_array_end(json_out *j);  /* ]  */

/* jout_key() - the name of the next value. It is ours: ASCII without escapes. Inline,
 * because names are constants and stand four times as often as values of any length:
 * then one is a few moves. */
static inline void jout_key(json_out *j, slice name)
{
	char *to = strbuf_room(j->to, name.n + 4);

	if (to != NULL) {
		*to = ',';
		to += j->comma;
		*to = '"';
		slice_copy(to + 1, name);
		to[name.n + 1] = '"';
		to[name.n + 2] = ':';
		j->to->n = (size_t)(to + name.n + 3 - j->to->p);
	}
	j->comma = false;
}

/* jout_key_plain() - a name and a value that is known with it, in one piece. */
static inline void jout_key_plain(json_out *j, slice name, slice value)
{
	char *to = strbuf_room(j->to, name.n + value.n + 4);

	if (to != NULL) {
		*to = ',';
		to += j->comma;
		*to = '"';
		memcpy(to + 1, name.p, name.n);
		to[name.n + 1] = '"';
		to[name.n + 2] = ':';
		memcpy(to + name.n + 3, value.p, value.n);
		j->to->n = (size_t)(to + name.n + value.n + 3 - j->to->p);
	}
	j->comma = true;
}

static inline void jout_key_null(json_out *j, slice name)
{
	jout_key_plain(j, name, S("null"));
}

/* jout_string() - s must be valid UTF-8. Linear; 1.5 GB/s and more on clean text. */
void jout_string(json_out *j, slice s);

/* jout_string_any() - s may hold any bytes (a file name): what is not UTF-8
 * becomes U+FFFD. Linear. */
void jout_string_any(json_out *j, slice s);

/* jout_word() - a word of a closed list of ours, without escapes, or null for NULL. */
void jout_word(json_out *j, const char *word);

/* jout_span() - [at, len]: where a fact stands, the value most written. */
void jout_span(json_out *j, uint32_t at, uint32_t len);

/* jout_plain() - bytes of ours that are a value as they are. Inline as jout_key(). */
static inline void jout_plain(json_out *j, slice value)
{
	char *to = strbuf_room(j->to, value.n + 1);

	if (to != NULL) {
		*to = ',';
		to += j->comma;
		slice_copy(to, value);
		j->to->n = (size_t)(to + value.n - j->to->p);
	}
	j->comma = true;
}

static inline void jout_null(json_out *j)
{
	jout_plain(j, S("null"));
}

void jout_bool(json_out *j, bool v);
void jout_int(json_out *j, int64_t v);

/* jout_hundredths() - v rounded to two decimals: "0.97", "1.00". v in 0..1e9. */
void jout_hundredths(json_out *j, double v);

/* jout_number() - v with up to six decimals where that is exact, else in 17
 * significant digits; null for what JSON has no word for. */
void jout_number(json_out *j, double v);

/* jout_code() - an identifier of one letter and a number: "a12". */
void jout_code(json_out *j, char letter, uint32_t number);

#endif
