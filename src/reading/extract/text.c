/*
 * text.c - cut a plain text file into lines, old letter codes made Unicode.
 *
 * The door for text: what passes here is valid UTF-8 without NUL, and nobody
 * behind it checks again. Nothing is copied and nothing is mended: that is the
 * shaper's work.
 */
#include "reading/extract/rawdoc.h"

#include "base/utf8.h"
#include "reading/extract/legacy.h"

enum {
	TEXT_MAX = 64 << 20,
	LINE_BYTES = 48, /* of a line and its share of blank ones */
	BLANKS_KEPT = 3, /* of a run of blank lines: more say nothing, and cost memory */
};

/* How files that are no text begin. */
static const slice signatures[] = {
	S("\x89PNG"),
	S("\xff\xd8\xff"),
	S("GIF8"),
	S("PK\x03\x04"),
	S("%PDF-"),
	S("\xd0\xcf\x11\xe0"),
	S("II*\0"),
	S("MM\0*"),
	S("Rar!"),
	S("7z\xbc\xaf"),
	S("\x1f\x8b"),
	S("{\\rtf"),
	S("\x7f"
          "ELF"),
};

/* Where the three kinds of line end stand next; each is looked for once over
 * the whole text, whatever the others do, so cutting stays linear. */
typedef struct cutter {
	slice bytes;
	size_t at;
	size_t lf, cr, ff; /* the next of each at or after `at`; bytes.n: none */
} cutter;

static size_t find(slice s, size_t from, char c)
{
	const char *p = from < s.n ? memchr(s.p + from, c, s.n - from) : NULL;

	return p != NULL ? (size_t)(p - s.p) : s.n;
}

/* The next line without its end; false when the text is used up. A text that
 * ends in a line end has no empty line after it. */
static bool cutter_next(cutter *c, slice *ret_line, bool *ret_top)
{
	size_t end;

	if (c->at >= c->bytes.n)
		return false;
	if (c->lf < c->at)
		c->lf = find(c->bytes, c->at, '\n');
	if (c->cr < c->at)
		c->cr = find(c->bytes, c->at, '\r');
	if (c->ff < c->at)
		c->ff = find(c->bytes, c->at, '\f');
	end = c->lf < c->cr ? c->lf : c->cr;
	end = end < c->ff ? end : c->ff;
	*ret_line = (slice){c->bytes.p + c->at, end - c->at};
	*ret_top = end == c->ff && end < c->bytes.n; /* what follows is on a new page */
	c->at = end + 1;
	if (end == c->cr && end + 1 < c->bytes.n && c->bytes.p[end + 1] == '\n')
		c->at++;
	return true;
}

static cutter cutter_of(slice bytes, size_t from)
{
	return (cutter){
		.bytes = bytes,
		.at = from,
		.lf = find(bytes, from, '\n'),
		.cr = find(bytes, from, '\r'),
		.ff = find(bytes, from, '\f'),
	};
}

/* The lines that are kept. */
static void cut(slice bytes, size_t from, arena *a, rawdoc *ret)
{
	cutter c = cutter_of(bytes, from);
	uint32_t blanks = 0;
	bool top = false, next_top;
	slice line;

	/* A good guess spares the copies. */
	ret->lines.cap = (uint32_t)(bytes.n / LINE_BYTES + 8);
	ret->lines.p = arena_room(a, sizeof *ret->lines.p * ret->lines.cap);
	while (cutter_next(&c, &line, &next_top)) {
		bool blank = slice_trim(line).n == 0;

		blanks = blank ? blanks + 1 : 0;
		if (blank && blanks > BLANKS_KEPT) {
			top |= next_top;
			continue;
		}
		*VEC_PUSH(a, &ret->lines) = (rawline){
			.text = line,
			.source = (uint32_t)(line.p - bytes.p),
			.table = -1,
			.row = -1,
			.column = -1,
			.flags = top ? RAW_PAGE_TOP : 0,
		};
		top = next_top;
	}
}

/* Fit to be cut? `ret_code` says in what letters. */
static rc check(slice bytes, legacy_code *ret_code, err *e)
{
	size_t bad;

	*ret_code = LEGACY_NONE;
	if (bytes.n == 0)
		return err_set(e, RC_INPUT, MSG_EMPTY, "no bytes");
	if (bytes.n > TEXT_MAX)
		return err_set(e, RC_LIMIT, MSG_TOO_LARGE, "%zu bytes", bytes.n);
	for (size_t i = 0; i < ARRAY_LEN(signatures); i++)
		if (slice_starts(bytes, signatures[i]))
			return err_set(e, RC_INPUT, MSG_BINARY, "signature %zu", i);
	if (memchr(bytes.p, '\0', bytes.n) != NULL)
		return err_set(e, RC_INPUT, MSG_BINARY, "a NUL byte");
	bad = utf8_invalid_at(bytes);
	if (bad < bytes.n && (*ret_code = legacy_of_bytes(bytes)) == LEGACY_NONE)
		return err_set(e, RC_INPUT, MSG_NOT_UTF8, "byte %zu", bad);
	return RC_OK;
}

static rc from_bytes(slice bytes, arena *a, rawdoc *ret, err *e)
{
	size_t from = slice_starts(bytes, S("\xef\xbb\xbf")) ? 3 : 0;
	legacy_code code;
	rc r = check(bytes, &code, e);

	if (r != RC_OK)
		return r;
	if (slice_trim((slice){bytes.p + from, bytes.n - from}).n == 0)
		return err_set(e, RC_INPUT, MSG_EMPTY, "only white space");
	*ret = (rawdoc){.confidence = 1};
	cut(bytes, from, a, ret);
	if (code == LEGACY_NONE)
		return RC_OK;
	for (uint32_t i = 0; i < ret->lines.n; i++)
		ret->lines.p[i].text = legacy_from_bytes(ret->lines.p[i].text, code, a);
	return RC_OK;
}

static bool is_utf16(slice bytes)
{
	return slice_starts(bytes, S("\xff\xfe")) || slice_starts(bytes, S("\xfe\xff"));
}

static uint32_t unit_at(slice s, size_t i, bool little)
{
	unsigned a = (unsigned char)s.p[i], b = (unsigned char)s.p[i + 1];

	return little ? a | b << 8 : b | a << 8;
}

/* "Unicode Text" of Windows as UTF-8. Half a pair is no letter. */
static rc from_utf16(slice bytes, arena *a, slice *ret, err *e)
{
	bool little = bytes.p[0] == '\xff';
	char *out = arena_room(a, bytes.n / 2 * 3 + 1);
	size_t n = 0;

	for (size_t i = 2; i + 1 < bytes.n; i += 2) {
		uint32_t c = unit_at(bytes, i, little), low;

		if (c == 0)
			return err_set(e, RC_INPUT, MSG_BINARY, "a NUL letter");
		if (c >= 0xd800 && c < 0xdc00 && i + 3 < bytes.n) {
			i += 2;
			low = unit_at(bytes, i, little);
			if (low < 0xdc00 || low > 0xdfff)
				return err_set(e, RC_INPUT, MSG_NOT_UTF8, "byte %zu", i);
			c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
		} else if (c >= 0xd800 && c < 0xe000) {
			return err_set(e, RC_INPUT, MSG_NOT_UTF8, "byte %zu", i);
		}
		n += utf8_put(c, out + n);
	}
	*ret = (slice){out, n};
	return RC_OK;
}

/* The bytes of the file that the lines began at: two a letter, four for rare ones. */
static void sources_of_utf16(slice text, rawdoc *doc)
{
	size_t at = 0, units = 1;

	for (uint32_t i = 0; i < doc->lines.n; i++) {
		size_t to = (size_t)(doc->lines.p[i].text.p - text.p);

		for (; at < to; at++) {
			unsigned char c = (unsigned char)text.p[at];

			units += ((c & 0xc0) != 0x80) + (c >= 0xf0);
		}
		doc->lines.p[i].source = (uint32_t)(2 * units);
	}
}

rc rawdoc_from_text(slice bytes, arena *a, rawdoc *ret, err *e)
{
	slice text;
	rc code;

	if (!is_utf16(bytes))
		return from_bytes(bytes, a, ret, e);
	if (bytes.n > TEXT_MAX)
		return err_set(e, RC_LIMIT, MSG_TOO_LARGE, "%zu bytes", bytes.n);
	code = from_utf16(bytes, a, &text, e);
	if (code == RC_OK)
		code = from_bytes(text, a, ret, e);
	if (code == RC_OK)
		sources_of_utf16(text, ret);
	return code;
}
