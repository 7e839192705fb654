/*
 * pdf.c - what pdftotext -bbox-layout says, taken in.
 *
 * Only the element that holds the pages is parsed: what stands before it (a
 * DOCTYPE, the document's own title and author) is never looked at. Bytes that
 * XML forbids are blanked first: broken fonts make them, and one of them must not
 * cost the whole document.
 */
#include "reading/extract/pdf.h"

#include "base/utf8.h"
#include "reading/extract/limits.h"
#include "reading/extract/pdf_priv.h"
#include "reading/extract/xml.h"

enum pdf_name { X_NONE, X_PAGE, X_LINE, X_WORD, X_COUNT };

enum {
	MEASURE_MAX = 1000000, /* no page is longer: 100,000 points */
	WORDS_MAX = 8 << 20,
	SCAN_WORDS = 20,       /* a page of text has more words than this */
	STAMP_HEIGHT = 75,     /* the words of a signature's stamp are lower than this */
};

typedef struct intake {
	pdf_doc *d;
	char *text; /* room for all words */
	size_t n, cap, from;
	bool in_word;
	bool new_piece;
	pdf_box box;
} intake;

/* "479.500000" in tenths, within what a page can be. */
static int32_t tenths(const char *const *attrs, slice name)
{
	slice s = xml_attr(attrs, name);
	bool minus = s.n > 0 && s.p[0] == '-';
	int32_t v = 0;
	size_t i = minus;

	for (; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		if (v < MEASURE_MAX)
			v = v * 10 + (s.p[i] - '0');
	v = v < MEASURE_MAX / 10 ? v * 10 : MEASURE_MAX;
	if (i + 1 < s.n && s.p[i] == '.' && s.p[i + 1] >= '0' && s.p[i + 1] <= '9')
		v += s.p[i + 1] - '0';
	return minus ? -v : v;
}

static void on_start(xml *x, void *ctx, uint32_t id, const char *const *attrs)
{
	intake *t = ctx;
	pdf_doc *d = t->d;

	if (id == X_PAGE) {
		t->new_piece = true; /* words need no line around them */
		if (d->pages.n >= LIMIT_PDF_PAGES)
			xml_stop(x, RC_LIMIT, MSG_HOSTILE);
		else
			*VEC_PUSH(d->a, &d->pages) = (pdf_page){d->pieces.n, 0,
			                                        tenths(attrs, S("width")),
			                                        tenths(attrs, S("height"))};
	} else if (id == X_LINE) {
		t->new_piece = true;
	} else if (id == X_WORD) {
		t->in_word = true;
		t->from = t->n;
		t->box = (pdf_box){tenths(attrs, S("xMin")), tenths(attrs, S("yMin")),
		                   tenths(attrs, S("xMax")), tenths(attrs, S("yMax"))};
		if (d->words.n >= WORDS_MAX)
			xml_stop(x, RC_LIMIT, MSG_OVER_BUDGET);
	}
}

static void widen(pdf_box *b, const pdf_box *by)
{
	b->x0 = by->x0 < b->x0 ? by->x0 : b->x0;
	b->y0 = by->y0 < b->y0 ? by->y0 : b->y0;
	b->x1 = by->x1 > b->x1 ? by->x1 : b->x1;
	b->y1 = by->y1 > b->y1 ? by->y1 : b->y1;
}

static void word_end(intake *t)
{
	pdf_doc *d = t->d;
	slice s = slice_trim((slice){t->text + t->from, t->n - t->from});
	pdf_piece *piece;

	t->in_word = false;
	if (s.n == 0 || d->pages.n == 0 || t->box.y1 <= t->box.y0)
		return;
	if (t->new_piece) {
		*VEC_PUSH(d->a, &d->pieces) = (pdf_piece){.box = t->box, .first = d->words.n};
		d->pages.p[d->pages.n - 1].n++;
		t->new_piece = false;
	}
	piece = &d->pieces.p[d->pieces.n - 1];
	piece->n++;
	widen(&piece->box, &t->box);
	*VEC_PUSH(d->a, &d->words) = (pdf_word){t->box, s, (uint32_t)utf8_length(s), 0};
}

static void on_end(xml *x, void *ctx, uint32_t id)
{
	(void)x;
	if (id == X_WORD)
		word_end(ctx);
}

static void on_text(xml *x, void *ctx, slice s)
{
	intake *t = ctx;

	(void)x;
	if (!t->in_word || s.n > t->cap - t->n)
		return;
	memcpy(t->text + t->n, s.p, s.n);
	t->n += s.n;
}

/* From the tag that begins with `head` to the end of the one that begins with `tail`. */
static slice part_of(slice s, slice head, slice tail)
{
	slice rest = s;
	const char *from = NULL, *at;

	while ((at = rest.n ? memchr(rest.p, '<', rest.n) : NULL) != NULL) {
		rest = (slice){at, (size_t)(s.p + s.n - at)};
		if (from == NULL && slice_starts(rest, head))
			from = at;
		if (from != NULL && slice_starts(rest, tail))
			return (slice){from, (size_t)(at - from) + tail.n + (rest.n > tail.n)};
		rest = (slice){at + 1, rest.n - 1};
	}
	return (slice){NULL, 0};
}

/* A copy with what XML forbids as blanks. */
static slice mended(slice s, arena *a)
{
	slice copy = arena_copy(a, s);
	char *p = (char *)(uintptr_t)copy.p;
	size_t at = 0;

	for (size_t i = 0; i < copy.n; i++)
		if ((unsigned char)p[i] < ' ' && p[i] != '\n' && p[i] != '\t')
			p[i] = ' ';
		else if ((unsigned char)p[i] == 0xef && i + 2 < copy.n &&
		         (unsigned char)p[i + 1] == 0xbf && (unsigned char)p[i + 2] >= 0xbe)
			p[i] = p[i + 1] = p[i + 2] = ' ';
	while ((at += utf8_invalid_at((slice){p + at, copy.n - at})) < copy.n)
		p[at] = ' ';
	return copy;
}

/* Words of a size that is written to be read: a scan has only its stamps. */
static uint32_t readable(const pdf_doc *d)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < d->words.n; i++)
		n += d->words.p[i].box.y1 - d->words.p[i].box.y0 > STAMP_HEIGHT;
	return n;
}

rc rawdoc_from_words(slice xhtml, arena *a, rawdoc *ret, err *e)
{
	static const slice names[X_COUNT] = {
		[X_PAGE] = S("page"), [X_LINE] = S("line"), [X_WORD] = S("word")};
	static const xml_handler h = {on_start, on_end, on_text, names, X_COUNT, NULL, 0};
	pdf_doc *d = arena_new(a, pdf_doc);
	slice part = part_of(xhtml, S("<doc"), S("</doc"));
	intake t = {.d = d};
	rc code;

	if (part.n == 0)
		return err_set(e, RC_INPUT, MSG_DAMAGED, "no pages");
	part = mended(part, a);
	d->a = a;
	t.cap = part.n;
	t.text = arena_alloc(a, part.n);
	code = xml_parse(part, &h, &t, a, e);
	if (code != RC_OK)
		return code;
	if (readable(d) < (uint64_t)SCAN_WORDS * d->pages.n && d->pages.n > LIMIT_OCR_PAGES)
		return err_set(e, RC_LIMIT, MSG_TOO_MANY_PAGES, "a scan of %u pages", d->pages.n);
	if (readable(d) < (uint64_t)SCAN_WORDS * d->pages.n)
		return err_set(e, RC_INPUT, MSG_NO_TEXT_LAYER, "%u words on %u pages", d->words.n,
		               d->pages.n);
	*ret = (rawdoc){.confidence = 1};
	pdf_measure(d);
	pdf_lines(d, ret);
	return RC_OK;
}
