/*
 * docx_styles.c - what a style says of font, size, weight, slant, place and numbering.
 *
 * Only that: colours and the like are passed over. Inheritance is resolved
 * when a style is first asked for, so that unused ones cost nothing.
 */
#include "reading/extract/docx_priv.h"

enum { INHERIT_MAX = 24 };

static const style unsaid = {
	.bold = -1,
	.italic = -1,
	.align = -1,
	.hidden = -1,
	.outline = -1,
	.num = -1,
	.level = -1,
	.font = FONT_UNSAID,
	.set = {SET_UNSAID, SET_UNSAID, SET_UNSAID, SET_UNSAID, SET_UNSAID, SET_UNSAID, SET_UNSAID},
	.resolved = true,
};

typedef struct reader_state {
	styles *s;
	docx_fonts *fonts;
	arena *a;
	style *at; /* the style being read */
	bool in_ppr, in_rpr;
} reader_state;

static void style_begin(reader_state *r, xml *x, const char *const *attrs)
{
	slice type = xml_attr(attrs, S("type"));
	slice usual = xml_attr(attrs, S("default"));

	if (r->s->list.n >= LIMIT_STYLES) {
		xml_stop(x, RC_LIMIT, MSG_HOSTILE);
		return;
	}
	if (!slice_eq(type, S("paragraph")) && !slice_eq(type, S("character")) &&
	    !slice_eq(type, S("numbering"))) {
		xml_skip(x);
		return;
	}
	r->at = VEC_PUSH(r->a, &r->s->list);
	*r->at = unsaid;
	r->at->resolved = false;
	r->at->id = arena_copy(r->a, xml_attr(attrs, S("styleId")));
	if (slice_eq(type, S("paragraph")) &&
	    (slice_eq(usual, S("1")) || slice_eq(usual, S("true"))))
		r->s->usual = r->s->list.n - 1;
}

/* Outside of styles it is what all text is set in. */
static void font_said(reader_state *r, const xml *x)
{
	docx_font_mark m = docx_fonts_at(r->fonts, xml_at(x));

	if (r->at == NULL) {
		r->s->text = m;
		return;
	}
	if (m.font != FONT_UNSAID)
		r->at->font = m.font;
	if (m.halves != 0)
		r->at->halves = m.halves;
}

/* The same of paragraphs. */
static void set_said(reader_state *r, const xml *x)
{
	docx_set m = docx_sets_at(&r->fonts->sets, xml_at(x));

	if (r->at != NULL)
		memcpy(r->at->set, m.v, sizeof m.v);
	else
		r->s->set = m;
}

static void on_start(xml *x, void *ctx, uint32_t id, const char *const *attrs)
{
	reader_state *r = ctx;

	if (docx_skipped(id)) {
		xml_skip(x);
		return;
	}
	if (id == X_STYLE) {
		style_begin(r, x, attrs);
		return;
	}
	if (id == X_RPR)
		font_said(r, x);
	else if (id == X_PPR)
		set_said(r, x);
	if (r->at == NULL)
		return;
	switch (id) {
	case X_PPR:
		r->in_ppr = true;
		break;
	case X_RPR:
		r->in_rpr = true;
		break;
	case X_BASEDON:
		r->at->based = arena_copy(r->a, xml_attr(attrs, S("val")));
		break;
	case X_NUMID:
		r->at->num = xml_int(attrs, S("val"), -1);
		break;
	case X_ILVL:
		r->at->level = xml_int(attrs, S("val"), -1);
		break;
	case X_JC:
		if (r->in_ppr)
			r->at->align = (int8_t)docx_align(xml_attr(attrs, S("val")));
		break;
	case X_OUTLINE:
		r->at->outline = (int8_t)xml_int(attrs, S("val"), -1);
		break;
	case X_B:
		r->at->bold = docx_on(attrs);
		break;
	case X_I:
		r->at->italic = docx_on(attrs);
		break;
	case X_VANISH:
		r->at->hidden = docx_on(attrs);
		break;
	default:
		break;
	}
}

static void on_end(xml *x, void *ctx, uint32_t id)
{
	reader_state *r = ctx;

	(void)x;
	if (id == X_STYLE)
		r->at = NULL;
	else if (id == X_PPR)
		r->in_ppr = false;
	else if (id == X_RPR)
		r->in_rpr = false;
}

static uint32_t hash(slice s)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 16777619u;
	return h ^ h >> 13;
}

static void styles_index(styles *s, arena *a)
{
	for (s->size = 16; s->size < 2 * s->list.n; s->size *= 2)
		;
	s->slots = arena_array(a, uint32_t, s->size);
	for (uint32_t i = 0; i < s->list.n; i++) {
		uint32_t k = hash(s->list.p[i].id) & (s->size - 1);

		while (s->slots[k] != 0 &&
		       !slice_eq(s->list.p[s->slots[k] - 1].id, s->list.p[i].id))
			k = (k + 1) & (s->size - 1);
		s->slots[k] = i + 1;
	}
}

rc styles_read(slice part, docx_fonts *fonts, styles *ret, arena *a, err *e)
{
	reader_state r = {.s = ret, .fonts = fonts, .a = a};
	xml_handler h = docx_handler(on_start, on_end, NULL);
	rc code = RC_OK;

	*ret = (styles){.usual = STYLE_NONE, .text = {.font = FONT_UNSAID}, .set = docx_set_none()};
	if (part.n > 0)
		code = xml_parse(part, &h, &r, a, e);
	if (code == RC_OK)
		styles_index(ret, a);
	return code;
}

uint32_t styles_find(const styles *s, slice id)
{
	uint32_t k;

	if (s->size == 0 || id.n == 0)
		return STYLE_NONE;
	for (k = hash(id) & (s->size - 1); s->slots[k] != 0; k = (k + 1) & (s->size - 1))
		if (slice_eq(s->list.p[s->slots[k] - 1].id, id))
			return s->slots[k] - 1;
	return STYLE_NONE;
}

static void inherit(style *to, const style *from)
{
	to->bold = to->bold < 0 ? from->bold : to->bold;
	to->italic = to->italic < 0 ? from->italic : to->italic;
	to->align = to->align < 0 ? from->align : to->align;
	to->font = to->font == FONT_UNSAID ? from->font : to->font;
	to->halves = to->halves == 0 ? from->halves : to->halves;
	docx_set_below(to->set, from->set);
	to->hidden = to->hidden < 0 ? from->hidden : to->hidden;
	to->outline = to->outline < 0 ? from->outline : to->outline;
	to->level = to->level < 0 && to->num < 0 ? from->level : to->level;
	to->num = to->num < 0 ? from->num : to->num;
}

const style *styles_get(styles *s, uint32_t i)
{
	uint32_t chain[INHERIT_MAX];
	unsigned n = 0;

	while (i != STYLE_NONE && n < INHERIT_MAX && !s->list.p[i].resolved) {
		chain[n++] = i;
		s->list.p[i].resolved = true; /* a circle ends here */
		i = styles_find(s, s->list.p[i].based);
	}
	for (unsigned k = n; k > 0; k--) {
		if (i != STYLE_NONE)
			inherit(&s->list.p[chain[k - 1]], &s->list.p[i]);
		i = chain[k - 1];
	}
	return i == STYLE_NONE ? &unsaid : &s->list.p[i];
}
