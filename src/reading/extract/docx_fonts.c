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

slice docx_quoted(slice tag, slice name)
{
	const char *p = slice_find(tag, name), *end;
	slice rest;

	if (p == NULL)
		return (slice){NULL, 0};
	rest = (slice){p + name.n, (size_t)(tag.p + tag.n - p) - name.n};
	end = rest.n > 0 ? memchr(rest.p, '"', rest.n) : NULL;
	return end == NULL ? (slice){NULL, 0} : (slice){rest.p, (size_t)(end - rest.p)};
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

		v = docx_quoted(tag, S(" w:val=\""));
		for (size_t i = 0; i < v.n && i < 5; i++)
			halves = v.p[i] >= '0' && v.p[i] <= '9'
			                 ? halves * 10 + (uint32_t)(v.p[i] - '0')
			                 : HALVES_MAX + 1;
		m->halves = halves > 0 && halves <= HALVES_MAX ? (int16_t)halves : HALVES_UNKNOWN;
	} else if (slice_eq(name, S("rFonts"))) {
		v = docx_quoted(tag, S(" w:asciiTheme=\""));
		if (v.n > 0)
			m->font = name_put(f, v, true);
		else if ((v = docx_quoted(tag, S(" w:ascii=\""))).n > 0 ||
		         (v = docx_quoted(tag, S(" w:hAnsi=\""))).n > 0)
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
	                 : docx_quoted((slice){rest.p, (size_t)(p - rest.p)}, S(" typeface=\""));
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
