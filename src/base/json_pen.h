/*
 * json_pen.h - one JSON object whose size is known before it is written.
 *
 * json_out asks at each name and value whether there is room and whether a comma is due: for
 * an object of twenty keys, written a thousand times a document, that is most of its cost.
 * A pen asks once. The caller counts what the object may take at most: its names and numbers,
 * and of each string its bytes and two. What a string's escapes take besides is asked for
 * where they stand. Names come with the marks around them, as one constant.
 */
#ifndef DONDOC_BASE_JSON_PEN_H
#define DONDOC_BASE_JSON_PEN_H

#include <assert.h>

#include "base/json_out.h"

typedef struct json_pen {
	char *to;
	strbuf *out;
	size_t room; /* what was asked for: pen_end() proves that it was enough */
} json_pen;

/* PEN_CODE - bytes of a number in quotes with a letter, at most. */
enum { PEN_CODE = STRBUF_INT_MAX + 3 };

/* pen_begin() - a value of at most n bytes, behind its comma. False when there is no room:
 * nothing is written then. */
static inline bool pen_begin(json_pen *p, json_out *j, size_t n)
{
	char *to = strbuf_room(j->to, n + 1);

	if (to == NULL)
		return false;
	*to = ',';
	*p = (json_pen){to + j->comma, j->to, n + 1};
	return true;
}

/* pen_end() - the value is written; others may follow. */
static inline void pen_end(const json_pen *p, json_out *j)
{
	assert(j->to->failed != RC_OK || (size_t)(p->to - j->to->p) <= j->to->n + p->room);
	j->to->n = (size_t)(p->to - j->to->p);
	j->comma = true;
}

/* pen_put() - bytes of ours as they are; a constant is a few moves. */
static inline void pen_put(json_pen *p, slice s)
{
	memcpy(p->to, s.p, s.n);
	p->to += s.n;
}

#define PEN(p, lit) pen_put((p), S(lit))

/* pen_quote() - the string s, not empty, to `to`, where a pen over `out` writes that asked for
 * `room`. Returns what follows it. */
char *pen_quote(char *to, strbuf *out, size_t room, slice s);

/* pen_string() - s, valid UTF-8, in quotes; null for an empty one. */
static inline void pen_string(json_pen *p, slice s)
{
	if (s.n == 0)
		PEN(p, "null");
	else
		p->to = pen_quote(p->to, p->out, p->room, s);
}

/* pen_word() - a word of a closed list of ours, without escapes, or null for NULL. */
void pen_word(json_pen *p, const char *word);

/* pen_number() - v in decimal digits. */
static inline void pen_number(json_pen *p, int64_t v)
{
	p->to = strbuf_digits(p->to, v);
}

/* pen_code() - an identifier of one letter and a number: "a12". */
static inline void pen_code(json_pen *p, char letter, uint32_t number)
{
	p->to[0] = '"';
	p->to[1] = letter;
	p->to = strbuf_digits(p->to + 2, number);
	*p->to++ = '"';
}

/* pen_span() - [at,len]. */
static inline void pen_span(json_pen *p, uint32_t at, uint32_t len)
{
	*p->to++ = '[';
	pen_number(p, at);
	*p->to++ = ',';
	pen_number(p, len);
	*p->to++ = ']';
}

/* pen_share() - a share of one, 0 to 1, to two decimals: "0.97". */
static inline void pen_share(json_pen *p, double v)
{
	int all = (int)(v * 100.0 + 0.5);

	p->to[0] = (char)('0' + all / 100);
	p->to[1] = '.';
	p->to[2] = (char)('0' + all / 10 % 10);
	p->to[3] = (char)('0' + all % 10);
	p->to += 4;
}

#endif
