/*
 * docx.c - which parts of a Word file are read, and in what order.
 *
 * The body, its styles and its numbering; the notes only when the body refers to
 * them. Headers, footers, comments, macros, links and embedded objects are never
 * opened. See docs/internals/docx.md.
 */
#include "reading/extract/docx.h"

#include <stdlib.h>

#include "reading/extract/docx_priv.h"
#include "reading/extract/zip.h"

enum part { PART_BODY, PART_STYLES, PART_NUMBERS, PART_FOOTNOTES, PART_ENDNOTES, PART_COUNT };

enum { NAME_MAX_BYTES = 200 };

xml_handler docx_handler(void (*start)(xml *, void *, uint32_t, const char *const *),
                         void (*end)(xml *, void *, uint32_t), void (*text)(xml *, void *, slice))
{
	static const slice names[X_COUNT] = {
#define DOCX_NAME(id, local) [X_##id] = {local, sizeof(local) - 1},
#include "reading/extract/docx_names.def"
#undef DOCX_NAME
	};
	static const slice prefixes[] = {S("mc"), S("m"), S("wp"), S("pic"), S("v"), S("c")};

	return (xml_handler){start, end, text, names, X_COUNT, prefixes, ARRAY_LEN(prefixes)};
}

bool docx_on(const char *const *attrs)
{
	slice v = xml_attr(attrs, S("val"));

	return !(slice_eq(v, S("0")) || slice_eq(v, S("false")) || slice_eq(v, S("off")));
}

typedef struct relations {
	arena *a;
	slice folder; /* of the part that refers */
	slice *names; /* PART_COUNT of them, to be filled */
} relations;

static void relation(xml *x, void *ctx, uint32_t id, const char *const *attrs)
{
	static const slice types[PART_COUNT] = {S("/officeDocument"), S("/styles"), S("/numbering"),
	                                        S("/footnotes"), S("/endnotes")};
	relations *r = ctx;
	slice type, target;

	(void)x;
	if (id != X_RELATIONSHIP)
		return;
	type = xml_attr(attrs, S("Type"));
	target = xml_attr(attrs, S("Target"));
	if (target.n == 0 || target.n > NAME_MAX_BYTES ||
	    slice_eq(xml_attr(attrs, S("TargetMode")), S("External")))
		return;
	for (int i = 0; i < PART_COUNT; i++)
		if (slice_ends(type, types[i]))
			r->names[i] = target.p[0] == '/'
			                      ? arena_copy(r->a,
			                                   (slice){target.p + 1, target.n - 1})
			                      : arena_printf(r->a, "%.*s%.*s", (int)r->folder.n,
			                                     r->folder.p, (int)target.n, target.p);
}

static void relation_end(xml *x, void *ctx, uint32_t id)
{
	(void)x;
	(void)ctx;
	(void)id;
}

static rc relations_read(slice bytes, slice name, slice folder, slice *names, arena *a, err *e)
{
	relations r = {a, folder, names};
	xml_handler h = docx_handler(relation, relation_end, NULL);
	slice part;
	rc code = zip_parts(bytes, &name, &part, 1, a, e);

	h.nprefixes = 0;
	return code != RC_OK || part.p == NULL ? code : xml_parse(part, &h, &r, a, e);
}

/* The parts where the file's relations say they are: some programs give them
 * names of their own. */
static rc parts_by_relation(slice bytes, slice *names, arena *a, err *e)
{
	slice folder, file;
	size_t n = 0;
	rc code;

	memset(names, 0, PART_COUNT * sizeof *names);
	code = relations_read(bytes, S("_rels/.rels"), S(""), names, a, e);
	if (code != RC_OK)
		return code;
	if (names[PART_BODY].n == 0)
		return err_set(e, RC_INPUT, MSG_DAMAGED, "no main part");
	for (size_t i = 0; i < names[PART_BODY].n; i++)
		if (names[PART_BODY].p[i] == '/')
			n = i + 1;
	folder = (slice){names[PART_BODY].p, n};
	file = (slice){names[PART_BODY].p + n, names[PART_BODY].n - n};
	return relations_read(bytes,
	                      arena_printf(a, "%.*s_rels/%.*s.rels", (int)folder.n, folder.p,
	                                   (int)file.n, file.p),
	                      folder, names, a, e);
}

static rc parts_open(slice bytes, slice *ret, arena *a, err *e)
{
	slice names[PART_COUNT] = {S("word/document.xml"), S("word/styles.xml"),
	                           S("word/numbering.xml"), S("word/footnotes.xml"),
	                           S("word/endnotes.xml")};
	rc code = zip_parts(bytes, names, ret, PART_COUNT, a, e);

	if (code != RC_OK || ret[PART_BODY].p != NULL)
		return code;
	code = parts_by_relation(bytes, names, a, e);
	if (code == RC_OK)
		code = zip_parts(bytes, names, ret, PART_COUNT, a, e);
	if (code == RC_OK && ret[PART_BODY].p == NULL)
		return err_set(e, RC_INPUT, MSG_DAMAGED, "the main part is not there");
	return code;
}

static int by_id(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;

	return (x > y) - (x < y);
}

static void note_put(docx *d, const note_ref *ref)
{
	const note *n = d->notes.n == 0
	                        ? NULL
	                        : bsearch(&ref->id, d->notes.p, d->notes.n, sizeof *n, by_id);

	if (n != NULL && n->text.n > 0)
		*VEC_PUSH(d->a,
		          &d->lines) = (rawline){.text = n->text,
		                                 .source = n->source,
		                                 .marker = arena_printf(d->a, "%u", ref->number),
		                                 .table = -1,
		                                 .row = -1,
		                                 .column = -1,
		                                 .flags = RAW_FOOTNOTE | RAW_WHOLE};
}

/* The notes that the body referred to, in its order. */
static rc notes_read(docx *d, slice part, uint32_t number, const note_ref *refs, uint32_t n, err *e)
{
	rc code;

	if (n == 0 || part.n == 0)
		return RC_OK;
	d->part = number;
	d->noting = true;
	d->notes.n = 0;
	code = docx_walk(d, part, e);
	d->noting = false;
	if (code != RC_OK)
		return code;
	if (d->notes.n > 1)
		qsort(d->notes.p, d->notes.n, sizeof *d->notes.p, by_id);
	for (uint32_t i = 0; i < n; i++)
		note_put(d, &refs[i]);
	return RC_OK;
}

rc rawdoc_from_docx(slice bytes, arena *a, rawdoc *ret, err *e)
{
	docx *d = arena_new(a, docx);
	slice parts[PART_COUNT];
	rc code = parts_open(bytes, parts, a, e);

	*ret = (rawdoc){.confidence = 1};
	d->a = d->fonts.a = a;
	d->out = ret;
	if (code == RC_OK)
		code = styles_read(docx_squeeze(parts[PART_STYLES], &d->fonts), &d->fonts,
		                   &d->styles, a, e);
	if (code == RC_OK)
		code = numbers_read(docx_squeeze(parts[PART_NUMBERS], &d->fonts), &d->fonts.sets,
		                    &d->numbers, a, e);
	if (code == RC_OK)
		code = docx_walk(d, docx_squeeze(parts[PART_BODY], &d->fonts), e);
	if (code == RC_OK)
		code = notes_read(d, parts[PART_FOOTNOTES], 1, d->footnotes.p, d->footnotes.n, e);
	if (code == RC_OK)
		code = notes_read(d, parts[PART_ENDNOTES], 2, d->endnotes.p, d->endnotes.n, e);
	if (code != RC_OK)
		return code;
	if (d->lines.n == 0)
		return err_set(e, RC_INPUT, MSG_EMPTY, "no words");
	docx_fonts_theme(ret, bytes, a);
	ret->lines.p = d->lines.p;
	ret->lines.n = d->lines.n;
	ret->lines.cap = d->lines.cap;
	return RC_OK;
}
