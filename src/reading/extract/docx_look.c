/*
 * docx_look.c - what a run looks like in the end, and the pages it stands on.
 *
 * Each distinct look is written down once; runs name it by number. It must never say more
 * than the file does: what neither run nor style nor the file's own defaults name is
 * unknown.
 */
#include "reading/extract/docx_priv.h"

enum { LOOKS_MAX = 250, SECTIONS_MAX = 1000, TWIPS_MAX = 31680 /* Word's largest page */ };
enum { PAGE_EMU = 5 * 914400 /* five inches both ways */ };

align docx_align(slice word)
{
	static const struct {
		slice word;
		align is;
	} known[] = {
		{S("left"), ALIGN_LEFT},       {S("start"), ALIGN_LEFT},
		{S("center"), ALIGN_CENTRE},   {S("right"), ALIGN_RIGHT},
		{S("end"), ALIGN_RIGHT},       {S("both"), ALIGN_BOTH},
		{S("distribute"), ALIGN_BOTH},
	};

	for (size_t i = 0; i < ARRAY_LEN(known); i++)
		if (slice_eq(word, known[i].word))
			return known[i].is;
	return ALIGN_UNSAID;
}

static bool same(const rawlook *a, const rawlook *b)
{
	return a->font.p == b->font.p && a->font.n == b->font.n && a->theme == b->theme &&
	       a->halves == b->halves && a->bold == b->bold && a->italic == b->italic &&
	       a->align == b->align && memcmp(a->set, b->set, sizeof a->set) == 0;
}

/* How the paragraph at hand is set: by itself, its list, its style, the file, the format.
 * The list of a style stands below the style. The style of a table may say what these do
 * not: then it is unknown. */
static void set_find(docx *d, const style *all, int32_t *ret)
{
	static const int32_t usual[SET_COUNT] = {[SET_LINE] = 240, [SET_RULE] = RULE_TIMES};
	static const int32_t unknown[SET_COUNT] = {SET_UNKNOWN, SET_UNKNOWN, SET_UNKNOWN,
	                                           SET_UNKNOWN, SET_UNKNOWN, SET_UNKNOWN,
	                                           SET_UNKNOWN};
	const para *p = &d->paras[d->box];
	bool own = p->num >= 0;
	const int32_t *list = numbers_set(d->numbers, &d->styles, own ? p->num : all->num,
	                                  p->level >= 0 ? p->level
	                                  : own         ? 0
	                                                : all->level,
	                                  all->id);

	memcpy(ret, p->set.v, sizeof p->set.v);
	if (list != NULL && own)
		docx_set_below(ret, list);
	docx_set_below(ret, all->set);
	if (list != NULL)
		docx_set_below(ret, list);
	if (d->depth > 0 && d->tables[d->depth - 1].styled)
		docx_set_below(ret, unknown);
	docx_set_below(ret, d->styles.set.v);
	docx_set_below(ret, usual);
}

uint32_t docx_look(docx *d, const style *own, const style *all)
{
	const docx_font_mark *usual = &d->styles.text;
	const run *r = &d->run;
	int16_t font = r->font != FONT_UNSAID     ? r->font
	               : own->font != FONT_UNSAID ? own->font
	               : all->font != FONT_UNSAID ? all->font
	                                          : usual->font;
	int16_t halves = r->halves != 0     ? r->halves
	                 : own->halves != 0 ? own->halves
	                 : all->halves != 0 ? all->halves
	                                    : usual->halves;
	int8_t said = d->paras[d->box].align;
	rawlook look = {.halves = halves > 0 ? (uint16_t)halves : 0,
	                .bold = r->bold > 0,
	                .italic = r->italic > 0,
	                .align = (uint8_t)(said >= 0         ? said
	                                   : all->align >= 0 ? all->align
	                                                     : ALIGN_LEFT)};

	if (d->noting || d->fonts.a == NULL) /* notes, and web pages */
		return 0;
	set_find(d, all, look.set);
	if (font >= 0) {
		look.font = d->fonts.names.p[font].name;
		look.theme = d->fonts.names.p[font].theme;
	}
	for (uint32_t i = d->out->looks.n; i > 0; i--)
		if (same(&d->out->looks.p[i - 1], &look))
			return i;
	if (d->out->looks.n >= LOOKS_MAX)
		return 0;
	*VEC_PUSH(d->a, &d->out->looks) = look;
	return d->out->looks.n;
}

/* A length of at most a page, in twentieths of a point; -1 when it is not said. */
static int32_t twips(const char *const *attrs, slice name)
{
	int32_t v = xml_int(attrs, name, -1);

	return v > TWIPS_MAX ? -1 : v;
}

static rawsection *section(docx *d)
{
	return d->in_section && d->out->sections.n > 0 ? &d->out->sections.p[d->out->sections.n - 1]
	                                               : NULL;
}

/* A drawing that covers most of a page is a picture of one, if it is a picture. */
void docx_extent(docx *d, xml *x, const char *const *attrs)
{
	(void)x;
	d->page_sized = xml_int(attrs, S("cx"), 0) >= PAGE_EMU &&
	                xml_int(attrs, S("cy"), 0) >= PAGE_EMU;
}

void docx_picture(docx *d, xml *x, const char *const *attrs)
{
	(void)x;
	(void)attrs;
	if (d->page_sized)
		d->out->pictures++;
	else
		d->out->figures++;
	d->page_sized = false;
}

void docx_section_start(docx *d, xml *x, const char *const *attrs)
{
	(void)x;
	(void)attrs;
	if (d->noting || d->box > 0 || d->out->sections.n >= SECTIONS_MAX)
		return;
	d->in_section = true;
	*VEC_PUSH(d->a, &d->out->sections) = (rawsection){UINT32_MAX, -1, -1, {-1, -1, -1, -1}};
}

void docx_section_end(docx *d)
{
	rawsection *s = section(d);

	/* One inside a paragraph ends behind it, the last one with the document. */
	if (s != NULL && d->in_ppr)
		s->until = d->streams[0].base + (uint32_t)d->streams[0].cap;
	d->in_section = false;
}

void docx_section_close(docx *d)
{
	uint32_t n = d->out->sections.n;
	const stream *st = &d->streams[0];

	if (d->box == 0 && n > 0 && d->out->sections.p[n - 1].until == st->base + (uint32_t)st->cap)
		d->out->sections.p[n - 1].until = st->base + (uint32_t)st->n;
}

void docx_page_size(docx *d, xml *x, const char *const *attrs)
{
	rawsection *s = section(d);

	(void)x;
	if (s == NULL)
		return;
	s->width = twips(attrs, S("w"));
	s->height = twips(attrs, S("h"));
}

void docx_page_margins(docx *d, xml *x, const char *const *attrs)
{
	static const slice names[] = {S("top"), S("bottom"), S("left"), S("right")};
	rawsection *s = section(d);

	(void)x;
	for (size_t i = 0; s != NULL && i < ARRAY_LEN(names); i++)
		s->margin[i] = twips(attrs, names[i]);
}
