/*
 * xlsx_book.c - what the sheets of a workbook share: strings and cell styles.
 *
 * Of a style only what its number format shows and whether it is bold are kept.
 */
#include "reading/extract/xlsx_priv.h"

#include "base/utf8.h"
#include "reading/extract/limits.h"

enum book_name {
	B_OTHER,
	B_SI,
	B_T,
	B_RPH,
	B_NUMFMT,
	B_FONT,
	B_BOLD,
	B_CELLSTYLES,
	B_CELLFORMATS,
	B_FORMAT,
	B_COUNT
};

static const slice names[B_COUNT] = {
	[B_SI] = S("si"),
	[B_T] = S("t"),
	[B_RPH] = S("rPh"),
	[B_NUMFMT] = S("numFmt"),
	[B_FONT] = S("font"),
	[B_BOLD] = S("b"),
	[B_CELLSTYLES] = S("cellStyleXfs"),
	[B_CELLFORMATS] = S("cellXfs"),
	[B_FORMAT] = S("xf"),
};

void gather_put(gather *t, slice piece)
{
	if (piece.n > t->cap - t->n)
		t->p = arena_grow(t->a, t->p, t->n, (size_t)t->n + piece.n, 1, &t->cap);
	if (piece.n > 0)
		slice_copy(t->p + t->n, piece);
	t->n += (uint32_t)piece.n;
}

/* "_x000D_": the code, and 7 bytes; 0: something else stands there. */
static size_t escape_at(slice s, size_t i, uint32_t *ret)
{
	uint32_t v = 0;

	if (s.n - i < 7 || s.p[i] != '_' || s.p[i + 1] != 'x' || s.p[i + 6] != '_')
		return 0;
	for (size_t k = i + 2; k < i + 6; k++) {
		char c = s.p[k];
		uint32_t d = c >= '0' && c <= '9'   ? (uint32_t)(c - '0')
		             : c >= 'A' && c <= 'F' ? (uint32_t)(c - 'A' + 10)
		             : c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10)
		                                    : 16;

		if (d == 16)
			return 0;
		v = v << 4 | d;
	}
	*ret = v;
	return v >= 0xd800 && v < 0xe000 ? 0 : 7;
}

/* In place: what is read is never shorter than what is written. */
void text_unescape(char *p, size_t *n)
{
	slice s = {p, *n};
	size_t out = 0;

	for (size_t i = 0; i < s.n;) {
		uint32_t cp;
		size_t len = s.p[i] == '_' ? escape_at(s, i, &cp) : 0;

		if (len == 0) {
			p[out++] = s.p[i++];
			continue;
		}
		i += len;
		if (cp >= ' ')
			out += utf8_put(cp, p + out);
		else if (cp == '\n' || cp == '\t' || cp == '\r')
			p[out++] = cp == '\t' ? ' ' : '\n';
	}
	*n = out;
}

slice gather_take(gather *t)
{
	char *p = arena_alloc(t->a, t->n + (size_t)1);
	size_t n = t->n;

	if (n > 0)
		memcpy(p, t->p, n);
	t->n = 0;
	if (n > 6 && memchr(p, '_', n) != NULL)
		text_unescape(p, &n);
	return (slice){p, n};
}

typedef struct strings {
	workbook *b;
	gather words;
	bool on; /* inside a text */
} strings;

static void strings_start(xml *x, void *ctx, uint32_t id, const char *const *attrs)
{
	strings *s = ctx;

	(void)attrs;
	if (id == B_RPH) /* how it is spoken: not shown */
		xml_skip(x);
	else if (id == B_T)
		s->on = true;
}

static void strings_end(xml *x, void *ctx, uint32_t id)
{
	strings *s = ctx;

	s->on &= id != B_T;
	if (id != B_SI)
		return;
	if (s->b->strings.n >= LIMIT_SHEET_STRINGS)
		xml_stop(x, RC_LIMIT, MSG_SHEET_TOO_LARGE);
	else
		*VEC_PUSH(s->b->a, &s->b->strings) = gather_take(&s->words);
}

static void strings_text(xml *x, void *ctx, slice piece)
{
	strings *s = ctx;

	(void)x;
	if (s->on)
		gather_put(&s->words, piece);
}

rc book_strings(workbook *b, slice part, err *e)
{
	static const xml_handler h = {
		strings_start, strings_end, strings_text, names, B_COUNT, NULL, 0};
	strings s = {.b = b, .words.a = b->a};

	return part.p == NULL ? RC_OK : xml_parse(part, &h, &s, b->a, e);
}

typedef struct own_format {
	int32_t id;
	number_format is;
} own_format;

typedef struct styles {
	workbook *b;
	VEC(own_format) formats;
	VEC(bool) bold; /* by font */
	bool in_font, in_cells;
} styles;

/* Formats of the file's own; few, and mostly the last one asked for. */
static number_format format_by_id(const styles *s, int32_t id)
{
	for (uint32_t i = s->formats.n; i > 0 && s->formats.n - i < 1024; i--)
		if (s->formats.p[i - 1].id == id)
			return s->formats.p[i - 1].is;
	return format_builtin(id);
}

static void cell_style(styles *s, const char *const *attrs)
{
	number_format f = format_by_id(s, xml_int(attrs, S("numFmtId"), 0));
	int32_t font = xml_int(attrs, S("fontId"), -1);

	if (font >= 0 && (uint32_t)font < s->bold.n && s->bold.p[font])
		f.flags |= FORMAT_BOLD;
	*VEC_PUSH(s->b->a, &s->b->styles) = f;
}

static bool is_on(const char *const *attrs)
{
	slice v = xml_attr(attrs, S("val"));

	return !(slice_eq(v, S("0")) || slice_eq(v, S("false")));
}

static void styles_start(xml *x, void *ctx, uint32_t id, const char *const *attrs)
{
	styles *s = ctx;

	if (s->formats.n > LIMIT_SHEET_FORMATS || s->bold.n > LIMIT_SHEET_FORMATS ||
	    s->b->styles.n > LIMIT_SHEET_FORMATS) {
		xml_stop(x, RC_LIMIT, MSG_HOSTILE);
		return;
	}
	if (id == B_NUMFMT) {
		*VEC_PUSH(s->b->a, &s->formats) = (own_format){
			xml_int(attrs, S("numFmtId"), -1),
			format_of_code(xml_attr(attrs, S("formatCode")))};
	} else if (id == B_FONT) {
		*VEC_PUSH(s->b->a, &s->bold) = false;
		s->in_font = true;
	} else if (id == B_BOLD && s->in_font && s->bold.n > 0) {
		s->bold.p[s->bold.n - 1] = is_on(attrs);
	} else if (id == B_CELLFORMATS) {
		s->in_cells = true;
	} else if (id == B_FORMAT && s->in_cells) {
		cell_style(s, attrs);
	}
}

static void styles_end(xml *x, void *ctx, uint32_t id)
{
	styles *s = ctx;

	(void)x;
	s->in_font &= id != B_FONT;
	s->in_cells &= id != B_CELLFORMATS;
}

rc book_styles(workbook *b, slice part, err *e)
{
	static const xml_handler h = {styles_start, styles_end, NULL, names, B_COUNT, NULL, 0};
	styles s = {.b = b};

	return part.p == NULL ? RC_OK : xml_parse(part, &h, &s, b->a, e);
}
