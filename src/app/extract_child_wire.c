/*
 * extract_child_wire.c - a rawdoc as bytes in a pipe, and back.
 *
 * Both ends are the same program on the same machine, so numbers go as they lie in
 * memory. The reading end must never trust one of them.
 */
#include "app/extract_child_priv.h"
#include "base/utf8.h"

enum {
	MAGIC = 0x31617764,
	LINES_MAX = 8 << 20,
	MARKER_MAX = 64,
	CELL_MAX = 1 << 24, /* tables, rows, columns */
	PAGE_MAX = 1 << 20,
	FLAGS_KNOWN = 2 * RAW_SHEET - 1,
};

typedef struct head {
	uint32_t magic, rc, msg;
	uint32_t lines, origins, text; /* counts; of text, bytes */
	uint32_t ocr;
	float confidence;
	char detail[160];
} head;

/* A line: its words stand in the text one line after the other, marker first. */
typedef struct wire_line {
	uint32_t text, marker; /* bytes */
	uint32_t source, page;
	int32_t table, row, column;
	uint16_t flags, indent, right, none;
} wire_line;

static void put(strbuf *to, const void *p, size_t n)
{
	strbuf_put(to, (slice){p, n});
}

void wire_put(strbuf *to, const rawdoc *doc, const err *why)
{
	head h = {.magic = MAGIC};
	size_t text = 0;

	if (why != NULL) {
		h.rc = (uint32_t)why->rc;
		h.msg = (uint32_t)why->id;
		memcpy(h.detail, why->detail, sizeof h.detail);
		put(to, &h, sizeof h);
		return;
	}
	for (uint32_t i = 0; i < doc->lines.n; i++)
		text += doc->lines.p[i].text.n + doc->lines.p[i].marker.n;
	h.lines = doc->lines.n;
	h.origins = doc->origins.n;
	h.text = text < UINT32_MAX ? (uint32_t)text : UINT32_MAX;
	h.ocr = doc->ocr;
	h.confidence = doc->confidence;
	put(to, &h, sizeof h);
	for (uint32_t i = 0; i < doc->lines.n; i++) {
		const rawline *l = &doc->lines.p[i];
		wire_line w = {(uint32_t)l->text.n,
		               (uint32_t)l->marker.n,
		               l->source,
		               l->page,
		               l->table,
		               l->row,
		               l->column,
		               l->flags,
		               l->indent,
		               l->right,
		               0};

		put(to, &w, sizeof w);
	}
	put(to, doc->origins.p, doc->origins.n * sizeof *doc->origins.p);
	for (uint32_t i = 0; i < doc->lines.n; i++) {
		strbuf_put(to, doc->lines.p[i].marker);
		strbuf_put(to, doc->lines.p[i].text);
	}
}

/* An error that the child says it found. */
static rc reported(const head *h, err *e)
{
	char detail[sizeof h->detail];
	slice s;

	if (h->rc > RC_USAGE || h->msg == MSG_NONE || h->msg >= MSG_COUNT)
		return err_set(e, RC_INPUT, MSG_READER_DIED, "a child's error makes no sense");
	memcpy(detail, h->detail, sizeof detail);
	for (s = (slice){detail, 0}; s.n < sizeof detail - 1 && detail[s.n] != '\0'; s.n++)
		if (detail[s.n] < ' ' || detail[s.n] > '~')
			detail[s.n] = '?';
	return err_set(e, (rc)h->rc, (msg_id)h->msg, "%.*s", (int)s.n, s.p);
}

static bool cell_fine(int32_t v)
{
	return v >= -1 && v < CELL_MAX;
}

static bool line_get(const wire_line *w, slice *text, rawline *ret)
{
	slice both;

	if (w->marker > MARKER_MAX || w->marker > text->n || w->text > text->n - w->marker ||
	    !cell_fine(w->table) || !cell_fine(w->row) || !cell_fine(w->column) ||
	    w->page > PAGE_MAX || (w->flags & ~FLAGS_KNOWN) != 0)
		return false;
	both = (slice){text->p, w->marker + (size_t)w->text};
	*ret = (rawline){
		.marker = {both.p, w->marker},
		.text = {both.p + w->marker, w->text},
		.source = w->source,
		.page = w->page,
		.table = w->table,
		.row = w->row,
		.column = w->column,
		.flags = w->flags,
		.indent = w->indent,
		.right = w->right,
	};
	*text = (slice){text->p + both.n, text->n - both.n};
	return utf8_invalid_at(ret->marker) == ret->marker.n &&
	       utf8_invalid_at(ret->text) == ret->text.n &&
	       (both.n == 0 || memchr(both.p, '\0', both.n) == NULL);
}

static rc broken(err *e, const char *what)
{
	return err_set(e, RC_INPUT, MSG_READER_DIED, "a child's answer: %s", what);
}

rc wire_get(slice answer, arena *a, rawdoc *ret, err *e)
{
	head h;
	slice text;
	size_t lines, origins;

	if (answer.n < sizeof h)
		return broken(e, "too short");
	memcpy(&h, answer.p, sizeof h);
	if (h.magic != MAGIC)
		return broken(e, "not an answer");
	if (h.rc != RC_OK)
		return reported(&h, e);
	lines = h.lines * sizeof(wire_line);
	origins = h.origins * sizeof(raworigin);
	if (h.lines == 0 || h.lines > LINES_MAX || h.origins > answer.n || h.text > answer.n ||
	    answer.n != sizeof h + lines + origins + h.text)
		return broken(e, "lengths");
	if (!(h.confidence >= 0 && h.confidence <= 1))
		return broken(e, "confidence");
	*ret = (rawdoc){.ocr = h.ocr == 1, .confidence = h.confidence};
	ret->lines.p = arena_array(a, rawline, h.lines);
	ret->lines.n = ret->lines.cap = h.lines;
	ret->origins.p = arena_array(a, raworigin, h.origins);
	ret->origins.n = ret->origins.cap = h.origins;
	if (origins > 0)
		memcpy(ret->origins.p, answer.p + sizeof h + lines, origins);
	text = (slice){answer.p + sizeof h + lines + origins, h.text};
	for (uint32_t i = 0; i < h.lines; i++) {
		wire_line w;

		memcpy(&w, answer.p + sizeof h + i * sizeof w, sizeof w);
		if (!line_get(&w, &text, &ret->lines.p[i]))
			return broken(e, "a line");
	}
	return text.n == 0 ? RC_OK : broken(e, "text left over");
}
