/*
 * docx_priv.h - the parts of reading a Word file: styles, numbering, the walk over
 * the body, and how a paragraph becomes lines.
 */
#ifndef DONDOC_READING_EXTRACT_DOCX_PRIV_H
#define DONDOC_READING_EXTRACT_DOCX_PRIV_H

#include "reading/extract/limits.h"
#include "reading/extract/rawdoc.h"
#include "reading/extract/xml.h"

enum docx_name {
	X_NONE,
#define DOCX_NAME(id, local) X_##id,
#include "reading/extract/docx_names.def"
#undef DOCX_NAME
	X_COUNT
};

/* docx_handler() - a handler that knows the names and prefixes of Word's parts. */
xml_handler docx_handler(void (*start)(xml *, void *, uint32_t, const char *const *),
                         void (*end)(xml *, void *, uint32_t), void (*text)(xml *, void *, slice));

/* docx_on() - a switch (w:b) that is set unless its value says otherwise. */
bool docx_on(const char *const *attrs);

/* docx_skipped() - is the element one that is never looked into? */
static inline bool docx_skipped(uint32_t id)
{
	return id >= X_SKIP_TABS;
}

/* --- how paragraphs are set (docx_sets.c) --- */

enum { SET_UNSAID = SET_UNKNOWN + 1 };

/* What one "<w:pPr" says; at: its place in the squeezed part. */
typedef struct docx_set {
	uint32_t at;
	int32_t v[SET_COUNT];
} docx_set;

typedef struct docx_sets {
	VEC(docx_set) marks; /* of the part at hand */
	uint32_t next;       /* mark to be asked for */
} docx_sets;

/* docx_set_none() - nothing said. */
docx_set docx_set_none(void);

/* docx_set_below() - what `v` does not say, as the next below it says. */
void docx_set_below(int32_t *v, const int32_t *below);

/* docx_sets_ppr() - properties of a paragraph begin at this place of the squeezed part;
 * docx_sets_tag() - an element `name` in them that is cut out. */
void docx_sets_ppr(docx_sets *s, arena *a, uint32_t at);
void docx_sets_tag(docx_sets *s, slice name, slice tag);

/* docx_sets_at() - as docx_fonts_at(). */
docx_set docx_sets_at(docx_sets *s, size_t at);

/* --- fonts (docx_fonts.c) --- */

enum { FONT_UNSAID = -1, FONT_UNKNOWN = -2, HALVES_UNKNOWN = -1 };

typedef struct docx_font {
	slice name;
	bool theme; /* a name that the theme explains */
} docx_font;

/* What one "<w:rPr" says: an index into the names, and half points; 0: not said. */
typedef struct docx_font_mark {
	uint32_t at; /* its place in the squeezed part */
	int16_t font, halves;
} docx_font_mark;

typedef struct docx_fonts {
	arena *a;
	VEC(docx_font) names;       /* of all parts */
	VEC(docx_font_mark) marks;  /* of the part at hand */
	uint32_t next;              /* mark to be asked for */
	docx_sets sets;             /* noted in the same way */
} docx_fonts;

/* docx_attribute() - the next attribute of a tag's bytes, taken off the front of them; false
 * when there is none. */
bool docx_attribute(slice *rest, slice *ret_name, slice *ret_value);

/* docx_fonts_rpr() - properties of a run begin at this place of the squeezed part;
 * docx_fonts_tag() - an element `name` in them that is cut out. */
void docx_fonts_rpr(docx_fonts *f, uint32_t at);
void docx_fonts_tag(docx_fonts *f, slice name, slice tag);

/* docx_fonts_at() - what the properties at this place say; unknown when there is none.
 * Asked in ascending order. */
docx_font_mark docx_fonts_at(docx_fonts *f, size_t at);

/* docx_fonts_theme() - the names that looks have from the theme of the archive; what it
 * does not name is unknown. Opens the archive only when there is such a look. */
void docx_fonts_theme(rawdoc *doc, slice archive, arena *a);

/* docx_align() - a word of Word's; ALIGN_UNSAID for one that is not known. */
align docx_align(slice word);

/* docx_squeeze() - the part without what is never looked at; its bytes, which must be
 * ours, are changed. Fonts, sizes and how paragraphs are set are noted in `fonts`, whose marks
 * are made anew. Linear, and much quicker than parsing. */
slice docx_squeeze(slice part, docx_fonts *fonts);

/* --- styles (docx_styles.c) --- */

#define STYLE_NONE UINT32_MAX

typedef struct style {
	slice id, based;
	int8_t bold, italic, align, hidden; /* -1: not said */
	int16_t font, halves;
	int8_t outline; /* -1: body text */
	int32_t set[SET_COUNT];
	int32_t num, level; /* -1: not said; num 0: none */
	bool resolved;
} style;

typedef struct styles {
	VEC(style) list;
	uint32_t *slots; /* by name; index + 1 */
	uint32_t size;
	uint32_t usual; /* of paragraphs that name none; STYLE_NONE */
	docx_font_mark text; /* of runs whose styles name none */
	docx_set set; /* of paragraphs whose styles do not say */
} styles;

/* styles_read() - a squeezed part, whose marks are in `fonts`; may be empty. */
MUST_CHECK rc styles_read(slice part, docx_fonts *fonts, styles *ret, arena *a, err *e);

/* styles_find() - STYLE_NONE when there is none of that name. O(1). */
uint32_t styles_find(const styles *s, slice id);

/* styles_get() - the style with what it inherits; a constant empty one for NONE. */
const style *styles_get(styles *s, uint32_t i);

/* --- numbering (docx_numbers.c) --- */

enum { LEVELS = 9 };

typedef struct numbers numbers;

/* numbers_read() - a squeezed part, whose marks are in `sets`; may be empty: then no
 * paragraph has a number. */
MUST_CHECK rc numbers_read(slice part, docx_sets *sets, numbers **ret, arena *a, err *e);

/* numbers_set() - how that level sets its paragraphs; NULL when there is none. */
const int32_t *numbers_set(numbers *n, styles *s, int32_t num, int32_t level, slice name);

/* numbers_next() - the marker of the next paragraph at this level of list `num`, as
 * its reader sees it ("2.1.", "a)", "-"); empty when the list shows none. level -1:
 * the one that is tied to the style `name`, else the first. Counts on. */
slice numbers_next(numbers *n, styles *s, int32_t num, int32_t level, slice name);

/* --- the walk (docx_walk.c, docx_lines.c) --- */

/* Text in the making; the positions of rawline.source count from `base`. */
typedef struct stream {
	char *p;
	size_t n, cap;
	uint32_t base;
} stream;

typedef struct para {
	bool open, merge; /* merge: its end was deleted, the next one goes on */
	size_t from; /* in the stream */
	uint32_t style;
	int32_t num, level;
	int8_t align, outline;
	docx_set set;
	bool bold, italic, said; /* all its letters so far; said: there are some */
} para;

typedef struct run {
	bool open;
	int8_t bold, italic, hidden;
	int16_t font, halves;
	uint32_t style;
	bool noted; /* its origin is written down */
} run;

enum { MERGE_COLUMNS = 32 };

/* Lines of a cell that is merged with those below it. */
typedef struct merged {
	uint32_t from, n;
} merged;

typedef struct table {
	int32_t id, row, column, next_column;
	uint32_t first, row_first, cell_first; /* lines */
	bool styled; /* by a style of tables */
	bool row_deleted, merge_begins, merge_goes_on; /* of the cell at hand */
	merged merged[MERGE_COLUMNS];
} table;

typedef struct note_ref {
	int32_t id;
	uint32_t number;
} note_ref;

typedef struct note {
	int32_t id;
	slice text;
	uint32_t source;
} note;

typedef VEC(rawline) rawlines;

typedef struct docx {
	arena *a;
	rawdoc *out;
	styles styles;
	docx_fonts fonts;
	numbers *numbers;
	uint32_t part; /* of raworigin */
	uint32_t runs; /* of the part, so far */
	uint32_t base; /* first position that is free */
	stream streams[2]; /* [1]: text boxes */
	para paras[2];
	run run, outer_run;
	unsigned box; /* 1 inside a text box */
	unsigned boxes; /* text boxes open, one inside the other */
	bool page_sized; /* the drawing at hand */
	bool in_ppr, in_rpr, in_mark, in_trpr, in_text, in_section;
	uint64_t field_shows; /* a bit a field open: its result is being read */
	unsigned fields;
	uint64_t chosen; /* a bit an alternative open: one was taken */
	unsigned alternatives;
	table tables[LIMIT_TABLE_DEPTH];
	unsigned depth; /* of tables */
	int32_t next_table;
	rawlines lines, waiting; /* waiting: of text boxes, until their paragraph ends */
	VEC(note_ref) footnotes, endnotes;
	bool noting; /* a part of notes is being read */
	int32_t note_id;
	VEC(note) notes;
} docx;

/* docx_lines() - where the lines at hand go. */
static inline rawlines *docx_lines(docx *d)
{
	return d->box ? &d->waiting : &d->lines;
}

/* docx_walk() - the body, or a part of notes, into d->lines or d->notes. */
MUST_CHECK rc docx_walk(docx *d, slice part, err *e);

/* docx_put(), docx_put_char() - visible text of the paragraph at hand. */
void docx_put(docx *d, slice s);
void docx_put_char(docx *d, uint32_t cp);

/* docx_para_begin(), docx_para_end() - the paragraph at hand. */
void docx_para_begin(docx *d);
void docx_para_end(docx *d);

/* Handlers of cells (docx_cells.c): a table has a style; a cell begins, spans columns, is merged downwards.
 * docx_cell_end() - a cell that goes on the one above says again what stands there, when
 * that is short: so an agency, or a limit, that is written once for several rows stands in
 * each of them. */
void docx_table_style(docx *d, xml *x, const char *const *attrs);
void docx_cell_start(docx *d, xml *x, const char *const *attrs);
void docx_cell_span(docx *d, xml *x, const char *const *attrs);
void docx_cell_merge(docx *d, xml *x, const char *const *attrs);
void docx_cell_end(docx *d);

/* docx_table_end() - lines from `t->first` on are one table: a header or a signature
 * laid out as a table becomes its columns. Linear. */
void docx_table_end(docx *d, const table *t);

/* docx_look() - the number of what the run at hand looks like, with its style and its
 * paragraph's; 0: unknown. */
uint32_t docx_look(docx *d, const style *own, const style *all);

/* What covers a page, and the set-up of pages (docx_look.c). docx_section_close() - the paragraph that held one
 * has ended. */
void docx_extent(docx *d, xml *x, const char *const *attrs);
void docx_picture(docx *d, xml *x, const char *const *attrs);
void docx_section_start(docx *d, xml *x, const char *const *attrs);
void docx_section_end(docx *d);
void docx_section_close(docx *d);
void docx_page_size(docx *d, xml *x, const char *const *attrs);
void docx_page_margins(docx *d, xml *x, const char *const *attrs);

/* docx_superscript() - the note number n in raised figures; returns the bytes, at
 * most 30. */
size_t docx_superscript(uint32_t n, char *out);

#endif
