/*
 * xlsx.c - which parts of a workbook are read, and in what order.
 *
 * The workbook says which sheets there are; the parts are those that its relations
 * name. External links, macros, comments, charts and embedded objects are never
 * opened. See docs/internals/sheets.md.
 */
#include "reading/extract/xlsx.h"

#include "reading/extract/limits.h"
#include "reading/extract/xlsx_priv.h"
#include "reading/extract/zip.h"

enum { NAME_MAX_BYTES = 200, KEY_MAX_BYTES = 64 };

enum name { N_OTHER, N_RELATIONSHIP, N_SHEET, N_PROPERTIES, N_COUNT };

enum relation_kind { REL_NONE, REL_BOOK, REL_SHEET, REL_STRINGS, REL_STYLES };

typedef struct relation {
	slice key, part;
	uint8_t kind; /* enum relation_kind */
} relation;

typedef struct sheet_entry {
	slice name, key;
	bool hidden;
} sheet_entry;

typedef struct opening {
	workbook book;
	slice folder; /* of the part whose relations are read */
	VEC(relation) relations;
	VEC(sheet_entry) sheets;
} opening;

static const slice names[N_COUNT] = {
	[N_RELATIONSHIP] = S("Relationship"),
	[N_SHEET] = S("sheet"),
	[N_PROPERTIES] = S("workbookPr"),
};

static uint8_t kind_of(slice type)
{
	static const slice types[] = {
		[REL_BOOK] = S("/officeDocument"),
		[REL_SHEET] = S("/worksheet"),
		[REL_STRINGS] = S("/sharedStrings"),
		[REL_STYLES] = S("/styles"),
	};

	for (unsigned i = REL_BOOK; i < ARRAY_LEN(types); i++)
		if (slice_ends(type, types[i]))
			return (uint8_t)i;
	return REL_NONE;
}

static void relation_seen(opening *o, const char *const *attrs)
{
	slice target = xml_attr(attrs, S("Target")), key = xml_attr(attrs, S("Id"));
	uint8_t kind = kind_of(xml_attr(attrs, S("Type")));
	arena *a = o->book.a;

	if (kind == REL_NONE || target.n == 0 || target.n > NAME_MAX_BYTES ||
	    key.n > KEY_MAX_BYTES || o->relations.n >= LIMIT_ZIP_ENTRIES ||
	    slice_eq(xml_attr(attrs, S("TargetMode")), S("External")))
		return;
	*VEC_PUSH(a, &o->relations) = (relation){
		.key = arena_copy(a, key),
		.part = target.p[0] == '/' ? arena_copy(a, (slice){target.p + 1, target.n - 1})
	                                   : arena_printf(a, "%.*s%.*s", (int)o->folder.n,
	                                                  o->folder.p, (int)target.n, target.p),
		.kind = kind,
	};
}

static void on_start(xml *x, void *ctx, uint32_t id, const char *const *attrs)
{
	opening *o = ctx;
	arena *a = o->book.a;
	slice state, date;

	switch (id) {
	case N_RELATIONSHIP:
		relation_seen(o, attrs);
		break;
	case N_PROPERTIES:
		date = xml_attr(attrs, S("date1904"));
		o->book.since_1904 = slice_eq(date, S("1")) || slice_eq(date, S("true"));
		break;
	case N_SHEET:
		if (o->sheets.n >= LIMIT_SHEETS) {
			xml_stop(x, RC_LIMIT, MSG_SHEET_TOO_LARGE);
			break;
		}
		state = xml_attr(attrs, S("state"));
		*VEC_PUSH(a, &o->sheets) = (sheet_entry){
			.name = arena_copy(a, xml_attr(attrs, S("name"))),
			.key = arena_copy(a, xml_attr(attrs, S("id"))),
			.hidden = state.n > 0 && !slice_eq(state, S("visible")),
		};
		break;
	default:
		break;
	}
}

static void on_end(xml *x, void *ctx, uint32_t id)
{
	(void)x;
	(void)ctx;
	(void)id;
}

static const xml_handler handler = {on_start, on_end, NULL, names, N_COUNT, NULL, 0};

static rc part_walk(opening *o, slice bytes, slice name, bool needed, err *e)
{
	slice part;
	rc code = zip_parts(bytes, &name, &part, 1, o->book.a, e);

	if (code != RC_OK)
		return code;
	if (part.p == NULL)
		return needed ? err_set(e, RC_INPUT, MSG_DAMAGED, "a part is not there") : RC_OK;
	return xml_parse(part, &handler, o, o->book.a, e);
}

static slice relation_to(const opening *o, uint8_t kind, slice key)
{
	for (uint32_t i = 0; i < o->relations.n; i++)
		if (o->relations.p[i].kind == kind &&
		    (key.p == NULL || slice_eq(o->relations.p[i].key, key)))
			return o->relations.p[i].part;
	return (slice){0};
}

/* The workbook, its relations and its list of sheets. */
static rc book_open(opening *o, slice bytes, err *e)
{
	slice book, file;
	size_t n = 0;
	rc code = part_walk(o, bytes, S("_rels/.rels"), false, e);

	if (code != RC_OK)
		return code;
	book = relation_to(o, REL_BOOK, (slice){0});
	if (book.n == 0)
		book = S("xl/workbook.xml");
	for (size_t i = 0; i < book.n; i++)
		if (book.p[i] == '/')
			n = i + 1;
	o->folder = (slice){book.p, n};
	file = (slice){book.p + n, book.n - n};
	o->relations.n = 0;
	code = part_walk(
		o, bytes,
		arena_printf(o->book.a, "%.*s_rels/%.*s.rels", (int)n, book.p, (int)file.n, file.p),
		true, e);
	return code != RC_OK ? code : part_walk(o, bytes, book, true, e);
}

/* The parts of all that is read, at once: so the limits hold for the sum. */
static rc parts_read(opening *o, slice bytes, slice *ret, err *e)
{
	arena *a = o->book.a;
	slice *wanted = arena_array(a, slice, o->sheets.n + 2);

	wanted[0] = relation_to(o, REL_STRINGS, (slice){0});
	wanted[1] = relation_to(o, REL_STYLES, (slice){0});
	for (uint32_t i = 0; i < o->sheets.n; i++)
		if (!o->sheets.p[i].hidden && o->sheets.p[i].key.n > 0)
			wanted[i + 2] = relation_to(o, REL_SHEET, o->sheets.p[i].key);
	return zip_parts(bytes, wanted, ret, o->sheets.n + (size_t)2, a, e);
}

static rc sheets_read(opening *o, const slice *parts, rawdoc *ret, err *e)
{
	grid_out out = {.a = o->book.a, .doc = ret};
	grid g = {.a = o->book.a};
	rc code = RC_OK;

	for (uint32_t i = 0; i < o->sheets.n && code == RC_OK; i++) {
		g.name = o->sheets.p[i].name;
		g.hidden = o->sheets.p[i].hidden;
		g.cells.n = 0;
		g.merges.n = 0;
		if (parts[i].p != NULL)
			code = cells_read(&o->book, parts[i], &g, e);
		if (code == RC_OK)
			code = grid_put(&out, &g, e);
	}
	return code;
}

rc rawdoc_from_xlsx(slice bytes, arena *a, rawdoc *ret, err *e)
{
	opening *o = arena_new(a, opening);
	slice *parts;
	rc code;

	*ret = (rawdoc){.confidence = 1};
	o->book.a = a;
	code = book_open(o, bytes, e);
	if (code != RC_OK)
		return code;
	parts = arena_array(a, slice, o->sheets.n + 2);
	code = parts_read(o, bytes, parts, e);
	if (code == RC_OK)
		code = book_strings(&o->book, parts[0], e);
	if (code == RC_OK)
		code = book_styles(&o->book, parts[1], e);
	if (code == RC_OK)
		code = sheets_read(o, parts + 2, ret, e);
	if (code == RC_OK && ret->lines.n == o->sheets.n)
		return err_set(e, RC_INPUT, MSG_EMPTY, "no cells");
	return code;
}
