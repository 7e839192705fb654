/*
 * slice.h - a borrowed run of bytes, and the few things one does with it.
 *
 * A slice never owns and is never NUL-terminated. Its bytes live as long as
 * whatever they were cut from (a file, an arena, a literal).
 */
#ifndef DONDOC_BASE_SLICE_H
#define DONDOC_BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct slice {
	const char *p;
	size_t n;
} slice;

/* Where something stands: bytes of reading.text. len 0 means "nowhere". */
typedef struct span {
	uint32_t at, len;
} span;

#define S(lit) ((slice){"" lit, sizeof(lit) - 1})

#define MUST_CHECK __attribute__((warn_unused_result))
#define ALWAYS_INLINE static inline __attribute__((always_inline))
#define NEVER_NULL __attribute__((returns_nonnull))
#define PRINTF_LIKE(f, a) __attribute__((format(printf, f, a)))
#define ARRAY_LEN(x) (sizeof(x) / sizeof((x)[0]))

/* slice_c() - the bytes of a foreign NUL-terminated string (an argument, a file
 * name, a constant word); empty for NULL. */
static inline slice slice_c(const char *s)
{
	return (slice){s, s ? __builtin_strlen(s) : 0};
}

static inline bool slice_eq(slice a, slice b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool slice_starts(slice s, slice head)
{
	return s.n >= head.n && (head.n == 0 || memcmp(s.p, head.p, head.n) == 0);
}

static inline bool slice_ends(slice s, slice tail)
{
	return s.n >= tail.n && (tail.n == 0 || memcmp(s.p + s.n - tail.n, tail.p, tail.n) == 0);
}

/* slice_or_null() - s; without pointing anywhere when it is empty: an absent value. */
static inline slice slice_or_null(slice s)
{
	return s.n > 0 ? s : (slice){NULL, 0};
}

/* slice_cut() - take what stands before the first `sep` off the front of rest.
 * False, with both untouched, when there is no `sep`. Linear in the head. */
static inline bool slice_cut(slice *rest, char sep, slice *ret_head)
{
	const char *at = rest->n ? memchr(rest->p, sep, rest->n) : NULL;

	if (at == NULL)
		return false;
	*ret_head = (slice){rest->p, (size_t)(at - rest->p)};
	*rest = (slice){at + 1, rest->n - ret_head->n - 1};
	return true;
}

/* slice_next() - like slice_cut(), but the last piece (no `sep` after it) counts
 * too. False only when nothing is left. The way to walk lines and TSV columns. */
static inline bool slice_next(slice *rest, char sep, slice *ret_head)
{
	if (rest->p == NULL)
		return false;
	if (slice_cut(rest, sep, ret_head))
		return true;
	*ret_head = *rest;
	*rest = (slice){NULL, 0};
	return true;
}

/* slice_find() - where `what` first stands in s, NULL when nowhere; an empty `what`
 * stands at the front of s (NULL when s has no bytes). memmem() may not be called
 * with the NULL that an empty slice may hold, so this is the only way to look. Linear. */
const char *slice_find(slice s, slice what);

static inline bool slice_has(slice s, slice what)
{
	return what.n == 0 || slice_find(s, what) != NULL;
}

/* slice_copy() - the bytes of s to `to`, which has room for s.n; nothing for an empty
 * slice, whose NULL memcpy() must not see. Returns what follows them. */
static inline char *slice_copy(char *to, slice s)
{
	return s.n == 0 ? to : (char *)memcpy(to, s.p, s.n) + s.n;
}

/* slice_trim() - without leading and trailing ASCII white space. */
static inline slice slice_trim(slice s)
{
	while (s.n > 0 && (unsigned char)s.p[0] <= ' ')
		s.p++, s.n--;
	while (s.n > 0 && (unsigned char)s.p[s.n - 1] <= ' ')
		s.n--;
	return s;
}

/* slice_number() - the number whose figures are the whole of s, 0..most; -1 where s is
 * empty, holds another sign, or says more than `most`. Linear, never overflows. */
static inline int64_t slice_number(slice s, int64_t most)
{
	int64_t v = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9' || v > (most - (s.p[i] - '0')) / 10)
			return -1;
		v = v * 10 + (s.p[i] - '0');
	}
	return s.n > 0 ? v : -1;
}

/* slice_at() - the bytes of `text` that a span covers; empty when it lies outside. */
static inline slice slice_at(slice text, span at)
{
	if ((size_t)at.at + at.len > text.n)
		return (slice){text.p, 0};
	return (slice){text.p + at.at, at.len};
}

/* slice_line_at() - the first line with words from byte `at` of `text` on, as much of it as fits
 * into a sentence; empty when there is none. */
static inline slice slice_line_at(slice text, int64_t at)
{
	enum { SHOWN = 160 };
	slice rest = {text.p, 0}, line = {"", 0};

	if (at >= 0 && (uint64_t)at < text.n)
		rest = (slice){text.p + at, text.n - (size_t)at};
	while (line.n == 0 && slice_next(&rest, '\n', &line))
		line = slice_trim(line);
	if (line.n > SHOWN)
		for (line.n = SHOWN; line.n > 0 && ((unsigned char)line.p[line.n] & 0xC0) == 0x80;)
			line.n--;
	return line;
}

static inline uint32_t span_end(span s)
{
	return s.at + s.len;
}

#endif
