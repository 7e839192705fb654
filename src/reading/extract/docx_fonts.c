/*
 * docx_fonts.c - which font and size runs and styles name, noted while the part is squeezed.
 *
 * An element of its own for each would cost the parser as much as all words together, so
 * they are read off the bytes that the squeezing cuts out anyway, each under the place of
 * its "<w:rPr" in what is left; the walk, which knows that place, asks for them again.
 * What cannot be read is unknown, never what a style would say instead.
 */
#include "base/utf8.h"
#include "reading/extract/docx_priv.h"
#include "reading/extract/zip.h"

enum { NAMES_MAX = 250, NAME_BYTES = 64, HALVES_MAX = 2 * 1638 /* Word's largest */ };

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool docx_attribute(slice *rest, slice *ret_name, slice *ret_value)
{
	const char *p = rest->p, *end = p + rest->n, *is, *close;

	while (p < end && !is_blank(*p)) /* the tag's name, or the quote before */
		p++;
	while (p < end && is_blank(*p))
		p++;
	is = p < end ? memchr(p, '=', (size_t)(end - p)) : NULL;
	if (is == NULL || end - is < 3 || (is[1] != '"' && is[1] != '\''))
		return false;
	close = memchr(is + 2, is[1], (size_t)(end - is - 2));
	if (close == NULL)
		return false;
	*ret_name = (slice){p, (size_t)(is - p)};
	*ret_value = (slice){is + 2, (size_t)(close - is - 2)};
	*rest = (slice){close, (size_t)(end - close)};
	return true;
}

/* What an attribute says; n 0 when it is not there. */
static slice attribute_of(slice tag, slice name)
{
	slice found, value;

	while (docx_attribute(&tag, &found, &value))
		if (slice_eq(found, name))
			return value;
	return (slice){NULL, 0};
}

static bool is_name(slice s)
{
	if (s.n == 0 || s.n > NAME_BYTES || utf8_invalid_at(s) != s.n)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < ' ' || s.p[i] == 0x7f || s.p[i] == '&')
			return false;
	return true;
}

static int16_t name_put(docx_fonts *f, slice name, bool theme)
{
	if (!is_name(name))
		return FONT_UNKNOWN;
	for (uint32_t i = 0; i < f->names.n; i++)
		if (f->names.p[i].theme == theme && slice_eq(f->names.p[i].name, name))
			return (int16_t)i;
	if (f->names.n >= NAMES_MAX)
		return FONT_UNKNOWN;
	*VEC_PUSH(f->a, &f->names) = (docx_font){arena_copy(f->a, name), theme};
	return (int16_t)(f->names.n - 1);
}

void docx_fonts_rpr(docx_fonts *f, uint32_t at)
{
	*VEC_PUSH(f->a, &f->marks) = (docx_font_mark){at, FONT_UNSAID, 0};
}

void docx_fonts_tag(docx_fonts *f, slice name, slice tag)
{
	docx_font_mark *m = f->marks.n > 0 ? &f->marks.p[f->marks.n - 1] : NULL;
	slice v;

	if (m == NULL)
		return;
	if (slice_eq(name, S("sz"))) {
		uint32_t halves = 0;

		v = attribute_of(tag, S("w:val"));
		for (size_t i = 0; i < v.n && i < 5; i++)
			halves = v.p[i] >= '0' && v.p[i] <= '9'
			                 ? halves * 10 + (uint32_t)(v.p[i] - '0')
			                 : HALVES_MAX + 1;
		m->halves = halves > 0 && halves <= HALVES_MAX ? (int16_t)halves : HALVES_UNKNOWN;
	} else if (slice_eq(name, S("rFonts"))) {
		v = attribute_of(tag, S("w:asciiTheme"));
		if (v.n > 0)
			m->font = name_put(f, v, true);
		else if ((v = attribute_of(tag, S("w:ascii"))).n > 0 ||
		         (v = attribute_of(tag, S("w:hAnsi"))).n > 0)
			m->font = name_put(f, v, false);
	}
}

docx_font_mark docx_fonts_at(docx_fonts *f, size_t at)
{
	while (f->next < f->marks.n && f->marks.p[f->next].at < at)
		f->next++;
	if (f->next < f->marks.n && f->marks.p[f->next].at == at)
		return f->marks.p[f->next];
	return (docx_font_mark){0, FONT_UNKNOWN, HALVES_UNKNOWN};
}

/* The Latin typeface of "majorFont" or "minorFont" in the theme. */
static slice typeface(slice theme, slice kind)
{
	const char *p = slice_find(theme, kind);
	slice rest, name;

	if (p == NULL)
		return (slice){NULL, 0};
	rest = (slice){p, (size_t)(theme.p + theme.n - p)};
	p = slice_find(rest, S("<a:latin "));
	if (p == NULL)
		return (slice){NULL, 0};
	rest = (slice){p, (size_t)(rest.p + rest.n - p)};
	p = memchr(rest.p, '>', rest.n);
	name = p == NULL ? (slice){NULL, 0}
	                 : attribute_of((slice){rest.p, (size_t)(p - rest.p)}, S("typeface"));
	return is_name(name) ? name : (slice){NULL, 0};
}

void docx_fonts_theme(rawdoc *doc, slice archive, arena *a)
{
	static const slice name = S("word/theme/theme1.xml");
	slice theme = {NULL, 0};
	bool asked = false;
	err e = {0};

	for (uint32_t i = 0; i < doc->looks.n; i++) {
		rawlook *l = &doc->looks.p[i];
		bool major = slice_starts(l->font, S("major"));

		if (!l->theme)
			continue;
		if (!asked && zip_parts(archive, &name, &theme, 1, a, &e) != RC_OK)
			theme = (slice){NULL, 0};
		asked = true;
		l->theme = false;
		l->font = theme.n == 0
		                  ? (slice){NULL, 0}
		                  : typeface(theme, major ? S("<a:majorFont") : S("<a:minorFont"));
	}
}
