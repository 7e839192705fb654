/*
 * docx_walk.c - the elements of the body, and of the parts of notes, in order.
 *
 * Each element that matters has a function in the table below; all others let
 * their content through. Deletions, hidden words, instructions of fields and the
 * second copy of a drawing are passed over here, so that nothing behind this file
 * knows of them.
 */
#include "reading/extract/docx_priv.h"

enum { NESTED_MAX = 60 };

typedef void starter(docx *d, xml *x, const char *const *attrs);
typedef void ender(docx *d);

static para *para_of(docx *d)
{
	return &d->paras[d->box];
}

/* The innermost table; NULL outside. */
static table *table_of(docx *d)
{
	return d->depth > 0 ? &d->tables[d->depth - 1] : NULL;
}

static void p_start(docx *d, xml *x, const char *const *attrs)
{
	(void)x;
	(void)attrs;
	docx_para_begin(d);
}

static void p_end(docx *d)
{
	docx_para_end(d);
}

static void ppr_start(docx *d, xml *x, const char *const *attrs)
{
	(void)attrs;
	d->in_ppr = true;
	if (!d->noting)
		para_of(d)->set = docx_sets_at(&d->fonts.sets, xml_at(x));
}

static void ppr_end(docx *d)
{
	d->in_ppr = d->in_mark = false;
}

static void pstyle_start(docx *d, xml *x, const char *const *attrs)
{
	(void)x;
	if (d->in_ppr)
		para_of(d)->style = styles_find(&d->styles, xml_attr(attrs, S("val")));
}

static void ilvl_start(docx *d, xml *x, const char *const *attrs)
{
	(void)x;
	if (d->in_ppr)
		para_of(d)->level = xml_int(attrs, S("val"), -1);
}

static void numid_start(docx *d, xml *x, const char *const *attrs)
{
	(void)x;
	if (d->in_ppr)
		para_of(d)->num = xml_int(attrs, S("val"), -1);
}

static void jc_start(docx *d, xml *x, const char *const *attrs)
{
	(void)x;
	if (d->in_ppr)
		para_of(d)->align = (int8_t)docx_align(xml_attr(attrs, S("val")));
}

static void outline_start(docx *d, xml *x, const char *const *attrs)
{
	(void)x;
	if (d->in_ppr)
		para_of(d)->outline = (int8_t)xml_int(attrs, S("val"), -1);
}

static void r_start(docx *d, xml *x, const char *const *attrs)
{
	(void)x;
	(void)attrs;
	d->runs++;
	d->run = (run){.open = true,
	               .bold = -1,
	               .italic = -1,
	               .hidden = -1,
	               .font = FONT_UNSAID,
	               .style = STYLE_NONE};
}

static void r_end(docx *d)
{
	d->run.open = false;
	d->in_rpr = false;
}

static void rpr_start(docx *d, xml *x, const char *const *attrs)
{
	docx_font_mark m;

	(void)attrs;
	d->in_mark = d->in_ppr;
	d->in_rpr = !d->in_ppr && d->run.open;
	if (!d->in_rpr)
		return;
	m = docx_fonts_at(&d->fonts, xml_at(x));
	d->run.font = m.font;
	d->run.halves = m.halves;
}

static void rpr_end(docx *d)
{
	d->in_mark = d->in_rpr = false;
}

static void rstyle_start(docx *d, xml *x, const char *const *attrs)
{
	(void)x;
	if (d->in_rpr)
		d->run.style = styles_find(&d->styles, xml_attr(attrs, S("val")));
}

static void b_start(docx *d, xml *x, const char *const *attrs)
{
	(void)x;
	if (d->in_rpr)
		d->run.bold = docx_on(attrs);
}

static void i_start(docx *d, xml *x, const char *const *attrs)
{
	(void)x;
	if (d->in_rpr)
		d->run.italic = docx_on(attrs);
}

static void vanish_start(docx *d, xml *x, const char *const *attrs)
{
	(void)x;
	if (d->in_rpr)
		d->run.hidden = docx_on(attrs);
}

static void t_start(docx *d, xml *x, const char *const *attrs)
{
	(void)x;
	(void)attrs;
	d->in_text = true;
}

static void t_end(docx *d)
{
	d->in_text = false;
}

static void tab_start(docx *d, xml *x, const char *const *attrs)
{
	(void)x;
	(void)attrs;
	if (!d->in_ppr)
		docx_put_char(d, '\t');
}

/* A break of line or page: where the paragraph may be cut, see docx_lines.c. */
static void br_start(docx *d, xml *x, const char *const *attrs)
{
	(void)x;
	(void)attrs;
	docx_put_char(d, '\n');
}

static void hyphen_start(docx *d, xml *x, const char *const *attrs)
{
	(void)x;
	(void)attrs;
	docx_put_char(d, '-');
}

static uint32_t hex(slice s)
{
	uint32_t v = 0;

	for (size_t i = 0; i < s.n && i < 6; i++) {
		char c = s.p[i];

		v = v * 16 +
		    (uint32_t)(c >= '0' && c <= '9' ? c - '0' : ((c | 0x20) - 'a' + 10) & 15);
	}
	return v;
}

/* A sign of a symbol font; those that stand for letters or marks, else a bullet. */
static void sym_start(docx *d, xml *x, const char *const *attrs)
{
	static const struct {
		uint32_t code, cp;
	} known[] = {
		{0xf02d, '-'},    {0xf02b, '+'},    {0xf0be, 0x2013}, {0xf0b3, 0x2265},
		{0xf0a3, 0x2264}, {0xf0b0, 0xb0},   {0xf0b1, 0xb1},   {0xf0b4, 0xd7},
		{0xf0e0, 0x2192}, {0xf0ae, 0x2192}, {0xf0fc, 0x2713}, {0xf0fe, 0x2611},
		{0xf0a8, 0x2610}, {0xf06f, 0x25a1}, {0xf02a, '*'},    {0xf02f, '/'},
		{0xf03a, ':'},    {0xf028, '('},    {0xf029, ')'},    {0xf025, '%'},
	};
	uint32_t code = hex(xml_attr(attrs, S("char")));

	(void)x;
	if (code < 0x100)
		code |= 0xf000;
	for (size_t i = 0; i < ARRAY_LEN(known); i++)
		if (known[i].code == code) {
			docx_put_char(d, known[i].cp);
			return;
		}
	docx_put_char(d, code >= 0xe000 && code <= 0xf8ff                     ? 0x2022
	                 : code > 0xffff || (code >= 0xd800 && code < 0xe000) ? '?'
	                                                                      : code);
}

static void fldchar_start(docx *d, xml *x, const char *const *attrs)
{
	slice type = xml_attr(attrs, S("fldCharType"));

	if (slice_eq(type, S("begin"))) {
		if (d->fields == NESTED_MAX)
			xml_stop(x, RC_LIMIT, MSG_HOSTILE);
		else
			d->field_shows &= ~((uint64_t)1 << d->fields++);
	} else if (slice_eq(type, S("separate")) && d->fields > 0) {
		d->field_shows |= (uint64_t)1 << (d->fields - 1);
	} else if (slice_eq(type, S("end")) && d->fields > 0) {
		d->fields--;
	}
}

static void put_reference(docx *d, uint32_t number)
{
	char room[32];

	docx_put(d, (slice){room, docx_superscript(number, room)});
}

static void footnote_ref(docx *d, xml *x, const char *const *attrs)
{
	note_ref *r;

	(void)x;
	if (d->noting)
		return;
	r = VEC_PUSH(d->a, &d->footnotes);
	*r = (note_ref){xml_int(attrs, S("id"), -1), d->footnotes.n};
	put_reference(d, r->number);
}

static void endnote_ref(docx *d, xml *x, const char *const *attrs)
{
	note_ref *r;

	(void)x;
	if (d->noting)
		return;
	r = VEC_PUSH(d->a, &d->endnotes);
	*r = (note_ref){xml_int(attrs, S("id"), -1), d->endnotes.n};
	put_reference(d, r->number);
}

/* A note of a part of notes; the separators are notes of a type. */
static void note_start(docx *d, xml *x, const char *const *attrs)
{
	slice type = xml_attr(attrs, S("type"));

	d->note_id = xml_int(attrs, S("id"), -1);
	if (!d->noting || (type.n > 0 && !slice_eq(type, S("normal")))) {
		xml_skip(x);
		return;
	}
	*VEC_PUSH(d->a, &d->notes) = (note){.id = d->note_id};
}

static void tbl_start(docx *d, xml *x, const char *const *attrs)
{
	(void)attrs;
	if (d->depth == LIMIT_TABLE_DEPTH) {
		xml_stop(x, RC_LIMIT, MSG_HOSTILE);
		return;
	}
	d->tables[d->depth++] = (table){
		.id = d->next_table++, .row = -1, .first = docx_lines(d)->n};
}

static void tbl_end(docx *d)
{
	if (d->depth > 0)
		docx_table_end(d, &d->tables[--d->depth]);
}

static void tr_start(docx *d, xml *x, const char *const *attrs)
{
	table *t = table_of(d);

	(void)x;
	(void)attrs;
	if (t == NULL)
		return;
	t->row++;
	t->next_column = 0;
	t->row_first = docx_lines(d)->n;
	t->row_deleted = false;
}

static void tr_end(docx *d)
{
	const table *t = table_of(d);

	if (t != NULL && t->row_deleted && t->row_first < docx_lines(d)->n)
		docx_lines(d)->n = t->row_first;
}

static void trpr_start(docx *d, xml *x, const char *const *attrs)
{
	(void)x;
	(void)attrs;
	d->in_trpr = true;
}

static void trpr_end(docx *d)
{
	d->in_trpr = false;
}

/* A paragraph whose end was deleted does not go on in the next cell. */
static void tc_end(docx *d)
{
	para_of(d)->merge = false;
	docx_para_end(d);
	docx_cell_end(d);
}

/* Deleted: words, the end of a paragraph, or a row. */
static void del_start(docx *d, xml *x, const char *const *attrs)
{
	(void)attrs;
	if (d->in_mark)
		para_of(d)->merge = true;
	else if (d->in_trpr && table_of(d) != NULL)
		table_of(d)->row_deleted = true;
	else if (!d->in_trpr)
		xml_skip(x);
}

static void alternate_start(docx *d, xml *x, const char *const *attrs)
{
	(void)attrs;
	if (d->alternatives == NESTED_MAX)
		xml_stop(x, RC_LIMIT, MSG_HOSTILE);
	else
		d->chosen &= ~((uint64_t)1 << d->alternatives++);
}

static void alternate_end(docx *d)
{
	if (d->alternatives > 0)
		d->alternatives--;
}

static void choice_start(docx *d, xml *x, const char *const *attrs)
{
	uint64_t bit = d->alternatives > 0 ? (uint64_t)1 << (d->alternatives - 1) : 0;

	(void)attrs;
	if (d->chosen & bit)
		xml_skip(x);
	d->chosen |= bit;
}

static void txbx_start(docx *d, xml *x, const char *const *attrs)
{
	(void)x;
	(void)attrs;
	if (d->boxes++ > 0)
		return;
	d->outer_run = d->run;
	d->run = (run){.open = false};
	d->box = 1;
	d->paras[1] = (para){.open = false};
}

static void txbx_end(docx *d)
{
	if (d->boxes == 0 || --d->boxes > 0)
		return;
	d->paras[1].merge = false;
	docx_para_end(d);
	d->box = 0;
	d->run = d->outer_run;
}

static const struct {
	starter *start;
	ender *end;
} elements[X_COUNT] = {
	[X_P] = {p_start, p_end},
	[X_PPR] = {ppr_start, ppr_end},
	[X_PSTYLE] = {pstyle_start, NULL},
	[X_ILVL] = {ilvl_start, NULL},
	[X_NUMID] = {numid_start, NULL},
	[X_JC] = {jc_start, NULL},
	[X_OUTLINE] = {outline_start, NULL},
	[X_R] = {r_start, r_end},
	[X_RPR] = {rpr_start, rpr_end},
	[X_RSTYLE] = {rstyle_start, NULL},
	[X_B] = {b_start, NULL},
	[X_I] = {i_start, NULL},
	[X_VANISH] = {vanish_start, NULL},
	[X_T] = {t_start, t_end},
	[X_TAB] = {tab_start, NULL},
	[X_PTAB] = {tab_start, NULL},
	[X_BR] = {br_start, NULL},
	[X_CR] = {br_start, NULL},
	[X_NBHYPHEN] = {hyphen_start, NULL},
	[X_SYM] = {sym_start, NULL},
	[X_FLDCHAR] = {fldchar_start, NULL},
	[X_FOOTNOTE_REF] = {footnote_ref, NULL},
	[X_ENDNOTE_REF] = {endnote_ref, NULL},
	[X_FOOTNOTE] = {note_start, NULL},
	[X_ENDNOTE] = {note_start, NULL},
	[X_TBL] = {tbl_start, tbl_end},
	[X_TBLSTYLE] = {docx_table_style, NULL},
	[X_TR] = {tr_start, tr_end},
	[X_TRPR] = {trpr_start, trpr_end},
	[X_TC] = {docx_cell_start, tc_end},
	[X_GRIDSPAN] = {docx_cell_span, NULL},
	[X_VMERGE] = {docx_cell_merge, NULL},
	[X_DEL] = {del_start, NULL},
	[X_MOVEFROM] = {del_start, NULL},
	[X_ALTERNATE] = {alternate_start, alternate_end},
	[X_CHOICE] = {choice_start, NULL},
	[X_FALLBACK] = {choice_start, NULL},
	[X_TXBX] = {txbx_start, txbx_end},
	[X_EXTENT] = {docx_extent, NULL},
	[X_PIC] = {docx_picture, NULL},
	[X_IMAGEDATA] = {docx_picture, NULL},
	[X_CHART] = {docx_picture, NULL},
	[X_SECTPR] = {docx_section_start, docx_section_end},
	[X_PGSZ] = {docx_page_size, NULL},
	[X_PGMAR] = {docx_page_margins, NULL},
};

static void on_start(xml *x, void *ctx, uint32_t id, const char *const *attrs)
{
	if (docx_skipped(id))
		xml_skip(x);
	else if (elements[id].start != NULL)
		elements[id].start(ctx, x, attrs);
}

static void on_end(xml *x, void *ctx, uint32_t id)
{
	(void)x;
	if (elements[id].end != NULL)
		elements[id].end(ctx);
}

static void on_text(xml *x, void *ctx, slice s)
{
	docx *d = ctx;

	(void)x;
	if (d->in_text)
		docx_put(d, s);
}

rc docx_walk(docx *d, slice part, err *e)
{
	xml_handler h = docx_handler(on_start, on_end, on_text);
	/* No text is longer than the XML that it is made from, in UTF-16 half as much again. */
	size_t cap = part.n + part.n / 2 + 64;
	rc code;

	for (int i = 0; i < 2; i++) {
		d->streams[i] = (stream){arena_alloc(d->a, cap), 0, cap, d->base};
		d->base += (uint32_t)cap;
		d->paras[i] = (para){.open = false};
	}
	d->runs = 0;
	code = xml_parse(part, &h, d, d->a, e);
	d->box = 0;
	d->paras[0].merge = false;
	docx_para_end(d);
	return code;
}
