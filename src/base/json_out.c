/*
 * json_out.c - commas, escapes and digits.
 */
#include "base/json_out.h"

#include "base/json_pen.h"

#include <assert.h>
#include <stdio.h>

#include "base/utf8.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Room for a value of at most n bytes, its comma written; NULL when there is none. */
static inline char *value_room(json_out *j, size_t n)
{
	char *to = strbuf_room(j->to, n + 1);

	if (to != NULL) {
		*to = ','; /* written over when there is none: what stands before is as good as
		              random */
		to += j->comma;
	}
	j->comma = true;
	return to;
}

static inline void value_done(json_out *j, const char *end)
{
	j->to->n = (size_t)(end - j->to->p);
}

/* A value whose bytes are known. */
static inline void put_value(json_out *j, const char *p, size_t n)
{
	char *to = value_room(j, n);

	if (to == NULL)
		return;
	memcpy(to, p, n);
	value_done(j, to + n);
}

static void value_begins(json_out *j)
{
	if (j->comma)
		strbuf_putc(j->to, ',');
	j->comma = true;
}

static inline void opens(json_out *j, char c)
{
	put_value(j, &c, 1);
	j->comma = false;
	j->depth++;
}

static inline void closes(json_out *j, char c)
{
	assert(j->depth > 0);
	j->depth--;
	strbuf_putc(j->to, c);
	j->comma = true;
}

void jout_object(json_out *j)
{
	opens(j, '{');
}

void jout_object_end(json_out *j)
{
	closes(j, '}');
}

void jout_array(json_out *j)
{
	opens(j, '[');
}

void jout_array_end(json_out *j)
{
	closes(j, ']');
}

/* Most names and values are short; a call to copy them costs more than the copy. */
static inline void copy(char *to, const char *p, size_t n)
{
	if (n > 16) {
		memcpy(to, p, n);
	} else if (n >= 8) {
		memcpy(to, p, 8);
		memcpy(to + n - 8, p + n - 8, 8);
	} else if (n >= 4) {
		memcpy(to, p, 4);
		memcpy(to + n - 4, p + n - 4, 4);
	} else {
		for (size_t i = 0; i < n; i++)
			to[i] = p[i];
	}
}

static inline bool needs_escape(unsigned char c)
{
	return c < 0x20 || c == '"' || c == '\\';
}

/* Is none of the eight bytes one that needs an escape? May say no too often: a borrow
 * may set a bit too many. */
static inline bool eight_clean(uint64_t v)
{
	const uint64_t ones = UINT64_MAX / 255, high = ones * 128;
	uint64_t q = v ^ ones * '"', b = v ^ ones * '\\';

	return ((((v - ones * 0x20) & ~v) | ((q - ones) & ~q) | ((b - ones) & ~b)) & high) == 0;
}

/* Bytes before the first that needs an escape, one by one. */
static size_t clean_bytes(const char *p, size_t n)
{
	size_t i = 0;

	while (i < n && !needs_escape((unsigned char)p[i]))
		i++;
	return i;
}

/* The same of fewer than sixteen bytes: most values are as short. */
static inline size_t clean_short(const char *p, size_t n)
{
	uint64_t a, b;
	uint32_t c, d;

	if (n >= 8) {
		memcpy(&a, p, 8);
		memcpy(&b, p + n - 8, 8);
		return eight_clean(a) && eight_clean(b) ? n : clean_bytes(p, n);
	}
	if (n >= 4) {
		memcpy(&c, p, 4);
		memcpy(&d, p + n - 4, 4);
		return eight_clean((uint64_t)c << 32 | d) ? n : clean_bytes(p, n);
	}
	return clean_bytes(p, n);
}

#ifdef __SSE2__
/* Which of sixteen bytes need an escape: all bits of each, or none. */
static inline __m128i sixteen_bad(__m128i v)
{
	const __m128i quote = _mm_set1_epi8('"'), back = _mm_set1_epi8('\\');
	const __m128i control = _mm_set1_epi8(0x1f);

	return _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(v, quote), _mm_cmpeq_epi8(v, back)),
	                    _mm_cmpeq_epi8(_mm_min_epu8(v, control), v));
}
#endif

/* Bytes before the first that needs an escape. */
static inline size_t clean_run(const char *p, size_t n)
{
	size_t i = 0;

#ifdef __SSE2__
	for (; n - i >= 16; i += 16) {
		__m128i v = _mm_loadu_si128((const void *)(p + i));
		int mask = _mm_movemask_epi8(sixteen_bad(v));

		if (mask != 0)
			return i + (size_t)__builtin_ctz((unsigned)mask);
	}
#else
	for (; n - i >= 8; i += 8) {
		uint64_t v;

		memcpy(&v, p + i, 8);
		if (!eight_clean(v))
			break;
	}
#endif
	return i + (n - i < 16 ? clean_short(p + i, n - i) : clean_bytes(p + i, n - i));
}

static void put_escape(strbuf *b, unsigned char c)
{
	static const char hex[] = "0123456789abcdef";
	static const char shorts[0x20] = {
		['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r'};
	char s = c < 0x20 ? shorts[c] : (char)c;

	if (s != 0)
		strbuf_put(b, (slice){(char[]){'\\', s}, 2});
	else
		strbuf_put(b, (slice){(char[]){'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]}, 6});
}

static void put_escaped(strbuf *b, slice s)
{
	while (s.n > 0) {
		size_t run = clean_run(s.p, s.n);

		strbuf_put(b, (slice){s.p, run});
		if (run == s.n)
			return;
		put_escape(b, (unsigned char)s.p[run]);
		s = (slice){s.p + run + 1, s.n - run - 1};
	}
}

/* Copy p[0 .. n-1], n >= 16; false when a byte of it needs an escape: then only some are copied. */
static inline bool copy_long(char *to, const char *p, size_t n)
{
#ifdef __SSE2__
	__m128i bad = _mm_setzero_si128(), v;

	for (size_t i = 0;; i += 16) {
		i = i + 16 > n ? n - 16 : i; /* the last sixteen, some of them again */
		v = _mm_loadu_si128((const void *)(p + i));
		_mm_storeu_si128((void *)(to + i), v);
		bad = _mm_or_si128(bad, sixteen_bad(v));
		if (i + 16 == n)
			return _mm_movemask_epi8(bad) == 0;
	}
#else
	size_t run = clean_run(p, n);

	memcpy(to, p, run);
	return run == n;
#endif
}

/* Copy s[0 .. n-1]; false when a byte of it needs an escape, or seems to. To look and to
 * copy are one: how long a value is cannot be foretold, and is asked once. */
static inline bool copy_clean(char *to, const char *p, size_t n)
{
	uint64_t a, b;
	uint32_t c, d;

	if (n >= 16)
		return copy_long(to, p, n);
	if (n >= 8) {
		memcpy(&a, p, 8);
		memcpy(&b, p + n - 8, 8);
		memcpy(to, &a, 8);
		memcpy(to + n - 8, &b, 8);
		return eight_clean(a) && eight_clean(b);
	}
	if (n >= 4) {
		memcpy(&c, p, 4);
		memcpy(&d, p + n - 4, 4);
		memcpy(to, &c, 4);
		memcpy(to + n - 4, &d, 4);
		return eight_clean((uint64_t)c << 32 | d);
	}
	for (size_t i = 0; i < n; i++)
		to[i] = p[i];
	return clean_bytes(p, n) == n;
}

void jout_string(json_out *j, slice s)
{
	bool comma = j->comma;
	char *to = value_room(j, s.n + 2);

	if (to == NULL)
		return;
	*to = '"';
	if (copy_clean(to + 1, s.p, s.n)) {
		to[s.n + 1] = '"';
		value_done(j, to + s.n + 2);
		return;
	}
	j->comma = comma;
	value_begins(j);
	/* The usual case asks for room once. */
	(void)strbuf_room(j->to, s.n + s.n / 32 + 16);
	strbuf_putc(j->to, '"');
	put_escaped(j->to, s);
	strbuf_putc(j->to, '"');
}

void jout_string_any(json_out *j, slice s)
{
	value_begins(j);
	strbuf_putc(j->to, '"');
	while (s.n > 0) {
		size_t ok = utf8_invalid_at(s);

		put_escaped(j->to, (slice){s.p, ok});
		if (ok == s.n)
			break;
		strbuf_put(j->to, S("\xef\xbf\xbd"));
		s = (slice){s.p + ok + 1, s.n - ok - 1};
	}
	strbuf_putc(j->to, '"');
}

void jout_word(json_out *j, const char *word)
{
	slice s = slice_c(word);
	char *to;

	if (word == NULL) {
		jout_null(j);
		return;
	}
	to = value_room(j, s.n + 2);
	if (to == NULL)
		return;
	*to++ = '"';
	copy(to, s.p, s.n);
	to[s.n] = '"';
	value_done(j, to + s.n + 1);
}

void jout_bool(json_out *j, bool v)
{
	if (v)
		jout_plain(j, S("true"));
	else
		jout_plain(j, S("false"));
}

void jout_int(json_out *j, int64_t v)
{
	char *to = value_room(j, STRBUF_INT_MAX);

	if (to != NULL)
		value_done(j, strbuf_digits(to, v));
}

void jout_span(json_out *j, uint32_t at, uint32_t len)
{
	char *to = value_room(j, 2 * STRBUF_INT_MAX + 3);

	if (to == NULL)
		return;
	*to++ = '[';
	to = strbuf_digits(to, at);
	*to++ = ',';
	to = strbuf_digits(to, len);
	*to++ = ']';
	value_done(j, to);
}

void jout_hundredths(json_out *j, double v)
{
	int64_t all;

	if (!(v >= 0.0 && v <= 1e9)) {
		jout_null(j);
		return;
	}
	all = (int64_t)(v * 100.0 + 0.5);
	if (all < 1000) { /* nearly all are shares of one */
		char digits[] = {(char)('0' + all / 100), '.', (char)('0' + all / 10 % 10),
		                 (char)('0' + all % 10)};

		put_value(j, digits, sizeof digits);
		return;
	}
	jout_int(j, all / 100);
	strbuf_putc(j->to, '.');
	strbuf_int_pad(j->to, all % 100, 2);
}

/* The decimals of v when at most six of them say it exactly. */
static bool put_decimals(json_out *j, double v)
{
	double size = v < 0 ? -v : v;
	int64_t scale = 1;

	for (unsigned places = 0; places <= 6 && size < 1e9; places++, scale *= 10) {
		int64_t all = (int64_t)(size * (double)scale + 0.5);

		if ((double)all / (double)scale != size)
			continue;
		value_begins(j);
		if (v < 0 && all != 0)
			strbuf_putc(j->to, '-');
		strbuf_int(j->to, all / scale);
		if (places > 0) {
			strbuf_putc(j->to, '.');
			strbuf_int_pad(j->to, all % scale, places);
		}
		return true;
	}
	return false;
}

void jout_number(json_out *j, double v)
{
	char digits[40];
	int n;

	if (put_decimals(j, v))
		return;
	if (!__builtin_isfinite(v)) {
		jout_null(j);
		return;
	}
	n = snprintf(digits, sizeof digits, "%.17g", v);
	for (int i = 0; i < n; i++)
		if (digits[i] == ',') /* the host's locale */
			digits[i] = '.';
	value_begins(j);
	strbuf_put(j->to, (slice){digits, (size_t)n});
}

void jout_code(json_out *j, char letter, uint32_t number)
{
	char *to = value_room(j, STRBUF_INT_MAX + 3);

	if (to == NULL)
		return;
	*to++ = '"';
	*to++ = letter;
	to = strbuf_digits(to, number);
	*to++ = '"';
	value_done(j, to);
}

/* The bytes of s that need an escape. */
static size_t count_escapes(slice s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += needs_escape((unsigned char)s.p[i]);
	return n;
}

/* A string with escapes, to `to`; `room` bytes may follow it. When they are not to be had all
 * that was written is lost anyway, and it stays empty. */
static __attribute__((noinline)) char *quote_escaped(char *to, strbuf *out, size_t room, slice s)
{
	enum { LONGEST = 6 };

	out->n = (size_t)(to - out->p);
	if (strbuf_room(out, s.n + LONGEST * count_escapes(s) + 2 + room) == NULL) {
		to[0] = to[1] = '"';
		return to + 2;
	}
	strbuf_putc(out, '"');
	put_escaped(out, s);
	strbuf_putc(out, '"');
	return out->p + out->n;
}

char *pen_quote(char *to, strbuf *out, size_t room, slice s)
{
	*to = '"';
	if (!copy_clean(to + 1, s.p, s.n))
		return quote_escaped(to, out, room, s);
	to[s.n + 1] = '"';
	return to + s.n + 2;
}

void pen_word(json_pen *p, const char *word)
{
	slice s = slice_c(word);

	if (word == NULL) {
		PEN(p, "null");
		return;
	}
	p->to[0] = '"';
	copy(p->to + 1, s.p, s.n);
	p->to[s.n + 1] = '"';
	p->to += s.n + 2;
}
