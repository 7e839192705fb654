/*
 * xlsx_scan.c - the cells of a sheet as Excel and its like write them, read straight from
 * the bytes.
 *
 * Rows and cells are the same few words over and over; a parser spends its time on
 * attributes. This knows those words alone and gives up at anything else (a prefix, a
 * comment, rich text, another encoding, a byte that is no UTF-8): then the part is read
 * again by a real parser, which also says what is wrong with it. Among the rows it must
 * never be more forgiving than that one.
 */
#include "base/utf8.h"
#include "reading/extract/xlsx_priv.h"

enum { HEAD_MAX = 1 << 16 };

typedef struct scanner {
	const workbook *b;
	grid *g;
	const char *p, *end;
	cell_seen cell;
	rc code;  /* of a cell that was refused */
	bool odd; /* something else stands here */
} scanner;

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static void skip_space(scanner *s)
{
	while (s->p < s->end && is_space(*s->p))
		s->p++;
}

/* Takes the word when it stands here. */
static bool takes(scanner *s, slice word)
{
	if (!slice_starts((slice){s->p, (size_t)(s->end - s->p)}, word))
		return false;
	s->p += word.n;
	return true;
}

/* The next attribute of a tag; false at its end, which is taken; *ret_empty: "/>". */
static bool attribute(scanner *s, slice *ret_name, slice *ret_value, bool *ret_empty)
{
	const char *from = s->p, *close;

	skip_space(s);
	*ret_empty = takes(s, S("/>"));
	if (*ret_empty || takes(s, S(">")))
		return false;
	s->odd |= s->p == from; /* no space before it */
	ret_name->p = s->p;
	while (s->p < s->end &&
	       ((*s->p >= 'a' && *s->p <= 'z') || (*s->p >= 'A' && *s->p <= 'Z') || *s->p == ':'))
		s->p++;
	ret_name->n = (size_t)(s->p - ret_name->p);
	if (ret_name->n == 0 || !takes(s, S("=\""))) {
		s->odd = true;
		return false;
	}
	close = memchr(s->p, '"', (size_t)(s->end - s->p));
	*ret_value = (slice){s->p, close != NULL ? (size_t)(close - s->p) : 0};
	if (close == NULL || memchr(s->p, '<', ret_value->n) != NULL ||
	    memchr(s->p, '&', ret_value->n) != NULL) {
		s->odd = true;
		return false;
	}
	s->p = close + 1;
	return true;
}

/* "&amp;" at s.p[i]: its letter and length; 0 for any other. */
static size_t entity(slice s, size_t i, uint32_t *ret)
{
	static const struct {
		slice words;
		char is;
	} known[] = {{S("&amp;"), '&'},   {S("&lt;"), '<'},   {S("&gt;"), '>'},  {S("&quot;"), '"'},
	             {S("&apos;"), '\''}, {S("&#10;"), '\n'}, {S("&#13;"), '\r'}};

	for (size_t k = 0; k < ARRAY_LEN(known); k++)
		if (slice_starts((slice){s.p + i, s.n - i}, known[k].words)) {
			*ret = (uint32_t)known[k].is;
			return known[k].words.n;
		}
	return 0;
}

/* Words between two tags, without a tag in them. */
static slice words(scanner *s, slice raw)
{
	unsigned controls = 0;
	char *out;
	size_t n = 0;

	for (size_t i = 0; i < raw.n; i++)
		controls += (unsigned char)raw.p[i] < ' ' && !is_space(raw.p[i]);
	if (controls > 0 || utf8_invalid_at(raw) < raw.n)
		s->odd = true;
	if (s->odd || raw.n == 0 ||
	    (memchr(raw.p, '&', raw.n) == NULL && memchr(raw.p, '_', raw.n) == NULL))
		return raw;
	out = arena_alloc(s->g->a, raw.n);
	for (size_t i = 0; i < raw.n && !s->odd;) {
		uint32_t cp = 0;
		size_t len = raw.p[i] == '&' ? entity(raw, i, &cp) : 1;

		s->odd |= len == 0;
		out[n++] = raw.p[i] == '&' ? (char)cp : raw.p[i];
		i += len;
	}
	text_unescape(out, &n);
	return (slice){out, n};
}

/* Up to the closing tag, which is taken. */
static slice content(scanner *s, slice close)
{
	const char *at = memchr(s->p, '<', (size_t)(s->end - s->p));
	slice raw = {s->p, at != NULL ? (size_t)(at - s->p) : 0};

	s->p = at != NULL ? at : s->end;
	s->odd |= !takes(s, close);
	return raw;
}

/* The rest of a tag whose attributes say nothing to us. */
static bool rest_of_tag(scanner *s)
{
	slice name, v;
	bool empty;

	while (attribute(s, &name, &v, &empty))
		;
	return empty;
}

/* What stands inside a cell: its value, up to "</c>". */
static slice cell_inside(scanner *s)
{
	slice raw = {0};

	for (;;) {
		skip_space(s);
		if (takes(s, S("</c>")))
			return raw;
		if (takes(s, S("<v>"))) {
			raw = content(s, S("</v>"));
		} else if (takes(s, S("<f"))) {
			if (!rest_of_tag(s))
				(void)content(s, S("</f>"));
		} else if (takes(s, S("<is><t"))) {
			if (!rest_of_tag(s))
				raw = content(s, S("</t>"));
			s->odd |= !takes(s, S("</is>"));
		} else {
			s->odd = true;
		}
		if (s->odd)
			return raw;
	}
}

static void cell(scanner *s)
{
	slice name, v, raw;
	bool empty;

	cell_next(&s->cell);
	while (attribute(s, &name, &v, &empty))
		if (name.n == 1)
			cell_attr(&s->cell, name.p[0], v);
	if (empty || s->odd)
		return;
	raw = cell_inside(s);
	if (!s->odd && raw.n > 0)
		raw = words(s, raw);
	if (!s->odd)
		s->code = cell_put(s->b, s->g, &s->cell, raw);
}

/* "<row r="5" spans="1:9">"; false when it has no cells. */
static bool row_begins(scanner *s)
{
	slice name, v, number = {0};
	bool empty;

	while (attribute(s, &name, &v, &empty))
		if (slice_eq(name, S("r")))
			number = v;
	cell_row(&s->cell, number);
	return !empty;
}

/* The rows, from the tag of sheetData on. */
static void rows(scanner *s)
{
	bool in_row = false;

	if (rest_of_tag(s))
		return;
	while (!s->odd && s->code == RC_OK) {
		skip_space(s);
		if (in_row && takes(s, S("<c")))
			cell(s);
		else if (in_row && takes(s, S("</row>")))
			in_row = false;
		else if (!in_row && takes(s, S("<row")))
			in_row = row_begins(s);
		else if (!in_row && takes(s, S("</sheetData>")))
			return;
		else
			s->odd = true;
	}
}

/* The tags [p, end) outside the rows: of them only the merged cells count. */
static void tags(scanner *s, const char *end)
{
	while (!s->odd && s->p < end) {
		const char *at = memchr(s->p, '<', (size_t)(end - s->p));

		if (at == NULL)
			return;
		s->p = at + 1;
		if (s->p < end && *s->p == '!')
			s->odd = true;
		else if (takes(s, S("mergeCell "))) {
			slice name, v;
			bool empty;

			s->p--;
			while (attribute(s, &name, &v, &empty))
				if (slice_eq(name, S("ref")))
					merge_put(s->g, v);
		}
	}
}

/* Where the rows' tag begins, in the first of the part; NULL when it is not there, or what
 * stands before it says that more than UTF-8 and plain tags are to come. */
static const char *find_rows(slice part)
{
	static const slice tag = S("<sheetData"), code = S("encoding=\"");
	slice head = {part.p, part.n < HEAD_MAX ? part.n : HEAD_MAX};

	for (size_t i = 0; i < head.n; i++) {
		slice rest = {head.p + i, head.n - i};

		if (slice_starts(rest, code) &&
		    !slice_starts((slice){rest.p + code.n, rest.n - code.n}, S("UTF-8\"")) &&
		    !slice_starts((slice){rest.p + code.n, rest.n - code.n}, S("utf-8\"")))
			return NULL;
		if (slice_starts(rest, S("encoding='")))
			return NULL;
		if (slice_starts(rest, tag) && rest.n > tag.n &&
		    (rest.p[tag.n] == '>' || rest.p[tag.n] == '/' || rest.p[tag.n] == ' '))
			return rest.p;
	}
	return NULL;
}

bool cells_scan(const workbook *b, slice part, grid *g, rc *ret)
{
	static const slice last = S("</worksheet>");
	uint32_t merges = g->merges.n, cells = g->cells.n;
	size_t bytes = g->bytes;
	slice all = slice_trim(part);
	const char *from = find_rows(part);
	scanner s = {.b = b,
	             .g = g,
	             .p = part.p,
	             .end = part.p + part.n,
	             .cell = {.row = -1, .column = -1}};

	*ret = RC_OK;
	if (from == NULL || all.n < last.n || memcmp(all.p + all.n - last.n, last.p, last.n) != 0)
		return false;
	tags(&s, from);
	if (!s.odd) {
		s.p = from + sizeof "<sheetData" - 1;
		rows(&s);
	}
	if (!s.odd && s.code == RC_OK)
		tags(&s, s.end);
	*ret = s.code;
	if (!s.odd)
		return true;
	g->merges.n = merges;
	g->cells.n = cells;
	g->bytes = bytes;
	return false;
}
