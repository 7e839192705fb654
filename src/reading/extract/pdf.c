/*
 * pdf.c - what pdftotext -bbox says, taken in as it comes.
 *
 * Read by hand and in pieces, while pdftotext still writes: an XML parser takes
 * longer for the boxes of a page than pdftotext does for the page, and would want
 * the whole list in memory. Only what stands between the tags "doc" is looked at:
 * what stands before (a DOCTYPE, the document's own title and author) never is.
 * Bytes that text forbids become blanks: broken fonts make them, and one of them
 * must not cost the whole document.
 *
 * pdftotext -bbox-layout would say the lines too, and take a twentieth longer: they are
 * found here, by the rule that it follows itself.
 */
#include "reading/extract/pdf.h"

#include "base/utf8.h"
#include "reading/extract/limits.h"
#include "reading/extract/pdf_priv.h"

enum {
	MEASURE_MAX = 1000000, /* no page is longer: 100,000 points */
	WORDS_MAX = 4 << 20,
	HELD_MAX = 1 << 16,    /* of a tag, or of a word */
	TEXT_ROOM = 1 << 15,   /* words are kept in blocks of this size */
	SCAN_WORDS = 20,       /* a page of text has more words than this */
	STAMP_HEIGHT = 75,     /* the words of a signature's stamp are lower than this */
	LEVEL_PERCENT = 40,    /* of the lower height: how far centres of one line lie apart */
	GAP_PERCENT = 150,     /* of the lower height: words of one line stand closer */
	TOUCHING_PERCENT = 5,  /* of the height: no blank is so narrow */
	PARTS_BYTES = 64,      /* a word of parts is no longer */
};

struct pdf_intake {
	pdf_doc d;
	char *held; /* what is not yet whole: room for HELD_MAX */
	size_t nheld;
	char *room; /* for the text of words */
	size_t left;
	pdf_box box;
	rc failed;
	msg_id why;
	bool in_doc, ended, in_word, new_piece;
};

static bool fail(pdf_intake *t, rc code, msg_id why)
{
	t->failed = code;
	t->why = why;
	return false;
}

/* ` name="` in a tag; what stands in the quotes, or empty. */
static slice attr(slice tag, slice name)
{
	for (size_t i = 0; i + name.n < tag.n; i++) {
		const char *quote;
		slice rest = {tag.p + i + name.n, tag.n - i - name.n};

		if (tag.p[i] != name.p[0] || memcmp(tag.p + i, name.p, name.n) != 0)
			continue;
		quote = memchr(rest.p, '"', rest.n);
		return quote == NULL ? S("") : (slice){rest.p, (size_t)(quote - rest.p)};
	}
	return S("");
}

/* "479.500000" in tenths, within what a page can be. */
static int32_t tenths(slice tag, slice name)
{
	slice s = attr(tag, name);
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

static void widen(pdf_box *b, const pdf_box *by)
{
	b->x0 = by->x0 < b->x0 ? by->x0 : b->x0;
	b->y0 = by->y0 < b->y0 ? by->y0 : b->y0;
	b->x1 = by->x1 > b->x1 ? by->x1 : b->x1;
	b->y1 = by->y1 > b->y1 ? by->y1 : b->y1;
}

/* "&amp;" and its like; the bytes it takes, 0 when it is none. */
static size_t entity(slice s, char *ret)
{
	static const struct {
		slice name;
		char c;
	} known[] = {{S("&amp;"), '&'},  {S("&lt;"), '<'},    {S("&gt;"), '>'},
	             {S("&quot;"), '"'}, {S("&apos;"), '\''}, {S("&#39;"), '\''}};

	for (size_t i = 0; i < ARRAY_LEN(known); i++)
		if (slice_starts(s, known[i].name)) {
			*ret = known[i].c;
			return known[i].name.n;
		}
	return 0;
}

/* The text of a word as bytes to keep; never longer than it came. */
static slice word_text(slice s, char *to)
{
	size_t n = 0, at = 0;

	for (size_t i = 0; i < s.n;) {
		size_t took = s.p[i] == '&' ? entity((slice){s.p + i, s.n - i}, to + n) : 0;

		if (took == 0) {
			to[n] = (unsigned char)s.p[i] < ' ' || s.p[i] == 0x7f ? ' ' : s.p[i];
			took = 1;
		}
		n++;
		i += took;
	}
	for (size_t i = 0; i + 2 < n; i++) /* U+FFFE and U+FFFF */
		if ((unsigned char)to[i] == 0xef && (unsigned char)to[i + 1] == 0xbf &&
		    (unsigned char)to[i + 2] >= 0xbe)
			to[i] = to[i + 1] = to[i + 2] = ' ';
	while ((at += utf8_invalid_at((slice){to + at, n - at})) < n)
		to[at] = ' ';
	return slice_trim((slice){to, n});
}

/* Does the word stand on the line of the last one, behind it and not far away? */
static bool goes_on(const pdf_box *last, const pdf_box *b)
{
	int32_t was = last->y1 - last->y0, is = b->y1 - b->y0, low = was < is ? was : is;
	int32_t apart = last->y0 + last->y1 - b->y0 - b->y1, gap = b->x0 - last->x1;

	if (apart < 0)
		apart = -apart;
	return apart * 50 <= low * LEVEL_PERCENT && gap * 2 > -low && gap * 100 < low * GAP_PERCENT;
}

/* Is it a part of the last word? Where a font has no letter for "ệ" another lends it, and pdftotext
 * cuts "thực hiện" into "th", "ự", "c", "hi", "ệ", "n". A raised figure is no part. */
static bool is_part(const pdf_intake *t, const pdf_word *last)
{
	const pdf_box *a = &last->box, *b = &t->box;
	int32_t tall = a->y1 - a->y0, gap = b->x0 - a->x1, up = b->y0 - a->y0, low = b->y1 - a->y1;

	return last->text.n < PARTS_BYTES && gap * 100 < tall * TOUCHING_PERCENT &&
	       -gap * 100 < tall * TOUCHING_PERCENT && up * 10 < tall && -up * 10 < tall &&
	       low * 10 < tall && -low * 10 < tall;
}

/* Room for a word's bytes, behind those of the word whose part it is. */
static void make_room(pdf_intake *t, size_t n, pdf_word *whole)
{
	size_t before = whole != NULL ? whole->text.n : 0;

	if (n <= t->left && (whole == NULL || whole->text.p + before == t->room))
		return;
	if (n + before > t->left) {
		t->left = n + before > TEXT_ROOM ? n + before : TEXT_ROOM;
		t->room = arena_room(t->d.a, t->left);
	}
	if (whole == NULL)
		return;
	slice_copy(t->room, whole->text);
	whole->text.p = t->room;
	t->room += before;
	t->left -= before;
}

static void word_end(pdf_intake *t, slice raw)
{
	pdf_doc *d = &t->d;
	pdf_piece *piece;
	pdf_word *whole = t->new_piece || d->words.n == 0 ? NULL : &d->words.p[d->words.n - 1];
	slice s;

	if (raw.n == 0 || d->pages.n == 0 || t->box.y1 <= t->box.y0)
		return;
	if (whole != NULL && !is_part(t, whole))
		whole = NULL;
	make_room(t, raw.n, whole);
	s = word_text(raw, t->room);
	if (s.n == 0)
		return;
	t->left -= (size_t)(s.p - t->room) + s.n;
	if (whole != NULL && s.p == t->room) {
		t->room += s.n;
		whole->text.n += s.n;
		whole->chars += (uint32_t)utf8_length(s);
		widen(&whole->box, &t->box);
		widen(&d->pieces.p[d->pieces.n - 1].box, &t->box);
		return;
	}
	t->room = (char *)(uintptr_t)s.p + s.n;
	if (t->new_piece || !goes_on(&d->words.p[d->words.n - 1].box, &t->box)) {
		*VEC_PUSH(d->a, &d->pieces) = (pdf_piece){.box = t->box, .first = d->words.n};
		d->pages.p[d->pages.n - 1].n++;
		t->new_piece = false;
	}
	piece = &d->pieces.p[d->pieces.n - 1];
	piece->n++;
	widen(&piece->box, &t->box);
	*VEC_PUSH(d->a, &d->words) = (pdf_word){t->box, s, (uint32_t)utf8_length(s), 0};
}

static bool is_tag(slice tag, slice name)
{
	return slice_starts(tag, name) &&
	       (tag.n == name.n || tag.p[name.n] == ' ' || tag.p[name.n] == '\n');
}

/* What stands between '<' and '>'; `text`: what stood before it. */
static bool on_tag(pdf_intake *t, slice tag, slice text)
{
	pdf_doc *d = &t->d;

	if (is_tag(tag, S("/doc"))) {
		t->ended = true;
	} else if (!t->in_doc) {
		t->in_doc = is_tag(tag, S("doc"));
	} else if (is_tag(tag, S("word"))) {
		t->in_word = true;
		t->box = (pdf_box){tenths(tag, S(" xMin=\"")), tenths(tag, S(" yMin=\"")),
		                   tenths(tag, S(" xMax=\"")), tenths(tag, S(" yMax=\""))};
		if (d->words.n >= WORDS_MAX)
			return fail(t, RC_LIMIT, MSG_OVER_BUDGET);
	} else if (is_tag(tag, S("/word"))) {
		if (t->in_word)
			word_end(t, text);
		t->in_word = false;
	} else if (is_tag(tag, S("page"))) {
		t->new_piece = true;
		if (d->pages.n >= LIMIT_PDF_PAGES)
			return fail(t, RC_LIMIT, MSG_TOO_MANY_PAGES);
		*VEC_PUSH(d->a, &d->pages) = (pdf_page){d->pieces.n, 0, tenths(tag, S(" width=\"")),
		                                        tenths(tag, S(" height=\""))};
	}
	return true;
}

/* The tags of s; what is left of it once no whole one is. */
static bool take_tags(pdf_intake *t, slice *s)
{
	while (!t->ended) {
		const char *open = s->n ? memchr(s->p, '<', s->n) : NULL;
		size_t at = open == NULL ? 0 : (size_t)(open - s->p);
		const char *close = open == NULL ? NULL : memchr(open, '>', s->n - at);

		if (close == NULL)
			return true;
		if (!on_tag(t, (slice){open + 1, (size_t)(close - open) - 1}, (slice){s->p, at}))
			return false;
		*s = (slice){close + 1, s->n - (size_t)(close - s->p) - 1};
	}
	s->n = 0;
	return true;
}

pdf_intake *pdf_intake_new(arena *a)
{
	pdf_intake *t = arena_new(a, pdf_intake);

	t->d.a = a;
	t->held = arena_room(a, HELD_MAX);
	return t;
}

/* What is not whole waits for its other half; such a piece is short. */
bool pdf_intake_feed(pdf_intake *t, slice bytes)
{
	while (bytes.n > 0 && t->failed == RC_OK && !t->ended) {
		size_t n = HELD_MAX - t->nheld < bytes.n ? HELD_MAX - t->nheld : bytes.n;
		slice s = {t->held, t->nheld + n};

		memcpy(t->held + t->nheld, bytes.p, n);
		bytes = (slice){bytes.p + n, bytes.n - n};
		if (!take_tags(t, &s))
			return false;
		if (s.n == HELD_MAX)
			return fail(t, RC_INPUT, MSG_DAMAGED);
		memmove(t->held, s.p, s.n);
		t->nheld = s.n;
	}
	return t->failed == RC_OK && !t->ended;
}

/* Words of a size that is written to be read, among the pieces of a page: a scan has only
 * its stamps. */
static uint32_t readable(const pdf_doc *d, uint32_t page)
{
	uint32_t end = page + 1 < d->pages.n ? d->pages.p[page + 1].first : d->pieces.n, n = 0;

	for (uint32_t i = d->pages.p[page].first; i < end; i++)
		for (uint32_t k = 0; k < d->pieces.p[i].n; k++) {
			const pdf_box *box = &d->words.p[d->pieces.p[i].first + k].box;

			n += box->y1 - box->y0 > STAMP_HEIGHT;
		}
	return n;
}

rc pdf_intake_end(pdf_intake *t, rawdoc *ret, err *e)
{
	pdf_doc *d = &t->d;
	uint64_t words = 0;

	if (t->failed != RC_OK)
		return err_set(e, t->failed, t->why, "the word list of a PDF");
	if (!t->ended)
		return err_set(e, RC_INPUT, MSG_DAMAGED, "no pages");
	*ret = (rawdoc){.confidence = 1};
	for (uint32_t i = 0; i < d->pages.n; i++) {
		uint32_t n = readable(d, i);

		words += n;
		if (n < SCAN_WORDS && ret->bare.n < LIMIT_OCR_PAGES)
			*VEC_PUSH(d->a, &ret->bare) = i + 1;
	}
	if (words < (uint64_t)SCAN_WORDS * d->pages.n && d->pages.n > LIMIT_OCR_PAGES)
		return err_set(e, RC_LIMIT, MSG_TOO_MANY_PAGES, "a scan of %u pages", d->pages.n);
	if (words < (uint64_t)SCAN_WORDS * d->pages.n)
		return err_set(e, RC_INPUT, MSG_NO_TEXT_LAYER, "%u words on %u pages", d->words.n,
		               d->pages.n);
	for (uint32_t i = 0; i < d->pages.n; i++)
		*VEC_PUSH(d->a, &ret->leaves) = (rawleaf){d->pages.p[i].width,
		                                          d->pages.p[i].height};
	pdf_measure(d);
	pdf_lines(d, ret);
	return RC_OK;
}

rc rawdoc_from_words(slice xhtml, arena *a, rawdoc *ret, err *e)
{
	pdf_intake *t = pdf_intake_new(a);

	(void)pdf_intake_feed(t, xhtml); /* the end tells */
	return pdf_intake_end(t, ret, e);
}

/* How often `what` stands in s. */
static uint32_t times(slice s, slice what)
{
	uint32_t n = 0;

	for (const char *p; (p = slice_find(s, what)) != NULL; n++)
		s = (slice){p + what.n, (size_t)(s.p + s.n - p) - what.n};
	return n;
}

uint32_t pdf_figures(slice pdf)
{
	uint32_t n = times(pdf, S("/Subtype/Image")) + times(pdf, S("/Subtype /Image"));
	uint32_t masks = times(pdf, S("/SMask "));

	return n > masks ? n - masks : 0;
}
