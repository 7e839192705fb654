/*
 * extract_child_wire.c - a rawdoc as bytes in a pipe, and back.
 *
 * Both ends are the same program on the same machine, so numbers go as they lie in
 * memory. The reading end must never trust one of them.
 */
#include "app/intake/extract_child_priv.h"
#include "base/file.h"
#include "base/utf8.h"
#include "reading/extract/limits.h"

enum {
	MAGIC = 0x31617764,
	LINES_MAX = 8 << 20,
	MARKER_MAX = 64,
	CELL_MAX = 1 << 24, /* tables, rows, columns */
	PAGE_MAX = 1 << 20,
	FLAGS_KNOWN = 2 * RAW_SIGNER - 1,
	SEND_ROOM = 1 << 15,
	FONT_MAX = 64,
	LOOKS_MAX = 1 << 10,
	SECTIONS_MAX = 1 << 12,
	PAPER_MAX = 1 << 16, /* twentieths of a point */
	LEAF_MAX = 1 << 20, /* tenths of a point */
};

typedef struct head {
	uint32_t magic, rc, msg;
	uint32_t lines, origins, text; /* counts; of text, bytes */
	uint32_t looks, sections, bare, leaves, pictures, figures;
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

/* Of a fixed size: there are few. */
typedef struct wire_look {
	char font[FONT_MAX];
	uint16_t nfont, halves;
	uint8_t bold, italic, align, none;
	int32_t set[SET_COUNT];
} wire_look;

/* Bytes on their way into the pipe. */
typedef struct sender {
	int fd;
	bool failed;
	strbuf held;
	char room[SEND_ROOM];
} sender;

static void flush(sender *to)
{
	to->failed = to->failed || file_write_fd(to->fd, strbuf_slice(&to->held), NULL) != RC_OK;
	strbuf_clear(&to->held);
}

static void put(sender *to, const void *p, size_t n)
{
	if (n > SEND_ROOM - to->held.n)
		flush(to);
	if (n > SEND_ROOM)
		to->failed = to->failed || file_write_fd(to->fd, (slice){p, n}, NULL) != RC_OK;
	else
		strbuf_put(&to->held, (slice){p, n});
}

static void put_looks(sender *to, const rawdoc *doc)
{
	for (uint32_t i = 0; i < doc->looks.n; i++) {
		const rawlook *l = &doc->looks.p[i];
		wire_look w = {.halves = l->halves,
		               .bold = l->bold,
		               .italic = l->italic,
		               .align = l->align};

		memcpy(w.set, l->set, sizeof w.set);
		if (l->font.n <= FONT_MAX) {
			w.nfont = (uint16_t)l->font.n;
			slice_copy(w.font, l->font);
		}
		put(to, &w, sizeof w);
	}
}

static void put_lines(sender *to, const rawdoc *doc)
{
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
	put_looks(to, doc);
	put(to, doc->sections.p, doc->sections.n * sizeof *doc->sections.p);
	put(to, doc->bare.p, doc->bare.n * sizeof *doc->bare.p);
	put(to, doc->leaves.p, doc->leaves.n * sizeof *doc->leaves.p);
	for (uint32_t i = 0; i < doc->lines.n; i++) {
		put(to, doc->lines.p[i].marker.p, doc->lines.p[i].marker.n);
		put(to, doc->lines.p[i].text.p, doc->lines.p[i].text.n);
	}
}

/* The bytes of an answer of this head; counts are 32 bits wide, sizes 64. */
static size_t whole(const head *h)
{
	return sizeof *h + h->lines * sizeof(wire_line) + h->origins * sizeof(raworigin) +
	       h->looks * sizeof(wire_look) + h->sections * sizeof(rawsection) +
	       h->bare * sizeof(uint32_t) + h->leaves * sizeof(rawleaf) + h->text;
}

bool wire_send(int fd, const rawdoc *doc, const err *why)
{
	sender to = {.fd = fd};
	head h = {.magic = MAGIC};
	size_t text = 0;

	strbuf_over(&to.held, to.room, sizeof to.room);
	for (uint32_t i = 0; why == NULL && i < doc->lines.n; i++)
		text += doc->lines.p[i].text.n + doc->lines.p[i].marker.n;
	if (why == NULL) {
		h.lines = doc->lines.n;
		h.origins = doc->origins.n;
		h.looks = doc->looks.n;
		h.sections = doc->sections.n;
		h.bare = doc->bare.n;
		h.leaves = doc->leaves.n;
		h.pictures = doc->pictures;
		h.figures = doc->figures;
		h.text = (uint32_t)text;
		h.ocr = doc->ocr;
		h.confidence = doc->confidence;
	}
	if (why != NULL || text > LIMIT_CHILD_ANSWER || whole(&h) > LIMIT_CHILD_ANSWER) {
		h = (head){.magic = MAGIC};
		h.rc = (uint32_t)(why != NULL ? why->rc : RC_LIMIT);
		h.msg = (uint32_t)(why != NULL ? why->id : MSG_OVER_BUDGET);
		if (why != NULL)
			memcpy(h.detail, why->detail, sizeof h.detail);
		put(&to, &h, sizeof h);
	} else {
		put(&to, &h, sizeof h);
		put_lines(&to, doc);
	}
	flush(&to);
	return !to.failed;
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

bool wire_is_whole(slice answer)
{
	head h;

	if (answer.n < sizeof h)
		return false;
	memcpy(&h, answer.p, sizeof h);
	return h.magic == MAGIC && answer.n == whole(&h);
}

static bool set_fine(const int32_t *set)
{
	for (int i = 0; i < SET_COUNT; i++)
		if (set[i] != SET_UNKNOWN && (set[i] < -PAPER_MAX || set[i] > PAPER_MAX))
			return false;
	return set[SET_RULE] == SET_UNKNOWN ||
	       (set[SET_RULE] >= RULE_TIMES && set[SET_RULE] <= RULE_AT_LEAST);
}

static bool leaves_get(const head *h, const char *p, arena *a, rawdoc *ret)
{
	for (uint32_t i = 0; i < h->leaves; i++, p += sizeof(rawleaf)) {
		rawleaf *l = VEC_PUSH(a, &ret->leaves);

		memcpy(l, p, sizeof *l);
		if (l->width < 0 || l->width > LEAF_MAX || l->height < 0 || l->height > LEAF_MAX)
			return false;
	}
	return true;
}

/* Looks, then sections, then bare pages, then leaves; false when one of them cannot be. */
static bool looks_get(const head *h, const char *p, arena *a, rawdoc *ret)
{
	for (uint32_t i = 0; i < h->looks; i++, p += sizeof(wire_look)) {
		wire_look w;
		rawlook *look;
		slice font;

		memcpy(&w, p, sizeof w);
		if (w.nfont > FONT_MAX || w.bold > 1 || w.italic > 1 || w.align > ALIGN_BOTH ||
		    !set_fine(w.set))
			return false;
		font = (slice){p, w.nfont};
		if (utf8_invalid_at(font) != font.n ||
		    (font.n > 0 && memchr(font.p, '\0', font.n) != NULL))
			return false;
		look = VEC_PUSH(a, &ret->looks);
		*look = (rawlook){.font = font,
		                  .halves = w.halves,
		                  .bold = w.bold == 1,
		                  .italic = w.italic == 1,
		                  .align = w.align};
		memcpy(look->set, w.set, sizeof w.set);
	}
	for (uint32_t i = 0; i < h->sections; i++, p += sizeof(rawsection)) {
		rawsection *s = VEC_PUSH(a, &ret->sections);

		memcpy(s, p, sizeof *s);
		if (s->width > PAPER_MAX || s->height > PAPER_MAX)
			return false;
		for (int k = 0; k < 4; k++)
			if (s->margin[k] > PAPER_MAX)
				return false;
	}
	for (uint32_t i = 0, last = 0; i < h->bare; i++, p += sizeof last) {
		uint32_t page;

		memcpy(&page, p, sizeof page);
		if (page <= last || page > PAGE_MAX)
			return false;
		*VEC_PUSH(a, &ret->bare) = last = page;
	}
	return leaves_get(h, p, a, ret);
}

rc wire_get(slice answer, arena *a, rawdoc *ret, err *e)
{
	head h;
	slice text;
	size_t lines, origins, looks;

	if (answer.n < sizeof h)
		return broken(e, "too short");
	memcpy(&h, answer.p, sizeof h);
	if (h.magic != MAGIC)
		return broken(e, "not an answer");
	if (h.rc != RC_OK)
		return reported(&h, e);
	lines = h.lines * sizeof(wire_line);
	origins = h.origins * sizeof(raworigin);
	looks = h.looks * sizeof(wire_look) + h.sections * sizeof(rawsection) +
	        h.bare * sizeof(uint32_t) + h.leaves * sizeof(rawleaf);
	if (h.lines == 0 || h.lines > LINES_MAX || h.looks > LOOKS_MAX ||
	    h.sections > SECTIONS_MAX || h.bare > LIMIT_OCR_PAGES || h.leaves > LIMIT_PDF_PAGES ||
	    h.origins > answer.n || h.text > answer.n || answer.n != whole(&h))
		return broken(e, "lengths");
	if (!(h.confidence >= 0 && h.confidence <= 1))
		return broken(e, "confidence");
	*ret = (rawdoc){.ocr = h.ocr == 1,
	                .confidence = h.confidence,
	                .pictures = h.pictures,
	                .figures = h.figures};
	ret->lines.p = arena_array(a, rawline, h.lines);
	ret->lines.n = ret->lines.cap = h.lines;
	ret->origins.p = arena_array(a, raworigin, h.origins);
	ret->origins.n = ret->origins.cap = h.origins;
	if (origins > 0)
		memcpy(ret->origins.p, answer.p + sizeof h + lines, origins);
	if (!looks_get(&h, answer.p + sizeof h + lines + origins, a, ret))
		return broken(e, "looks");
	text = (slice){answer.p + sizeof h + lines + origins + looks, h.text};
	for (uint32_t i = 0; i < h.lines; i++) {
		wire_line w;

		memcpy(&w, answer.p + sizeof h + i * sizeof w, sizeof w);
		if (!line_get(&w, &text, &ret->lines.p[i]))
			return broken(e, "a line");
	}
	return text.n == 0 ? RC_OK : broken(e, "text left over");
}
