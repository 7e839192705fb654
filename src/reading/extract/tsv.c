/*
 * tsv.c - tesseract's table of words, taken in.
 *
 * A row is level, page, block, paragraph, line, word, left, top, width, height,
 * confidence, text. Levels 0, 6 to 9, A and T are our own: what follows was stamped on the page (6);
 * a table of the page begins so far down it (0), its rules stood so far from the left (7) and
 * from the page's top (8), and what follows is a part of it that was read by itself, so far from
 * both (9), or a second time (A); the page was turned to the right by so many quarters to be
 * read (T). Of tesseract's levels only the page, the line and the word are looked at:
 * blocks and paragraphs are guesses about the layout, and ours is made from the
 * boxes, as for any PDF. It must never mend a word: what was not read is not known.
 */
#include "reading/extract/tsv.h"

#include "base/utf8.h"
#include "reading/extract/limits.h"
#include "reading/extract/tsv_priv.h"

enum {
	LEVEL_TABLE = '0',
	LEVEL_PAGE = '1',
	LEVEL_LINE = '4',
	LEVEL_WORD = '5',
	LEVEL_STAMPS = '6',
	LEVEL_DOWN = '7',
	LEVEL_ACROSS = '8',
	LEVEL_STRIP = '9',
	LEVEL_TURNED = 'T',
	LEVEL_AGAIN = 'A',
};

enum column { C_LEVEL, C_LEFT = 6, C_TOP, C_WIDTH, C_HEIGHT, C_CONF, C_TEXT, C_COUNT };

enum {
	PIXELS_MAX = 1 << 20, /* no picture is wider */
	WORD_MAX = 400,       /* bytes */
	WORDS_MAX = 4 << 20,
	LINES_MAX = 1 << 20,
	GRIDS_MAX = 4096,
	STAMPED_MAX = 200, /* lines */
	RULES_MAX = 256, /* of a table, in one direction */
};

/* A whole number, fractions cut off, within what a picture can be. */
static int32_t number(slice s)
{
	bool minus = s.n > 0 && s.p[0] == '-';
	int32_t v = 0;

	for (size_t i = minus; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		v = v < PIXELS_MAX ? v * 10 + (s.p[i] - '0') : v;
	v = v < PIXELS_MAX ? v : PIXELS_MAX;
	return minus ? -v : v;
}

static bool row_cut(slice row, slice ret[C_COUNT])
{
	unsigned n = 0;

	while (n + 1 < C_COUNT && slice_cut(&row, '\t', &ret[n]))
		n++;
	ret[n] = slice_trim(row);
	return n + 1 == C_COUNT && ret[C_LEVEL].n == 1;
}

/* A word that may be anything as one that XML, JSON and the shaper can bear. */
static slice text_of(slice s, arena *a)
{
	slice copy;
	char *p;
	size_t at = 0;

	if (s.n > WORD_MAX)
		return (slice){0};
	copy = arena_copy(a, s);
	p = (char *)(uintptr_t)copy.p;
	for (size_t i = 0; i < copy.n; i++)
		if ((unsigned char)p[i] <= ' ')
			p[i] = '.';
	while ((at += utf8_invalid_at((slice){p + at, copy.n - at})) < copy.n)
		p[at] = '?';
	return copy;
}

static void word_take(tsv_page *p, const slice c[C_COUNT], int32_t right, int32_t down, arena *a)
{
	int32_t x = number(c[C_LEFT]) + right, y = number(c[C_TOP]) + down;
	int32_t w = number(c[C_WIDTH]), h = number(c[C_HEIGHT]), sure = number(c[C_CONF]);
	slice text = text_of(c[C_TEXT], a);

	if (text.n == 0 || w <= 0 || h <= 0 || x < 0 || y < 0 || sure < 0)
		return;
	if (p->lines.n == 0)
		*VEC_PUSH(a, &p->lines) = (tsv_line){p->words.n, 0, 0};
	p->lines.p[p->lines.n - 1].n++;
	*VEC_PUSH(a, &p->words) = (pdf_word){.box = {x, y, x + w, y + h},
	                                     .text = text,
	                                     .chars = (uint32_t)utf8_length(text),
	                                     .sure = (uint32_t)(sure < 100 ? sure : 100)};
}

typedef struct intake {
	pdf_doc *d;
	tsv_page page; /* the one at hand */
	tsv_page again; /* what was read a second time of it */
	tsv_page *into; /* one of these two */
	bool open;
	bool part; /* of a page: its own page row says nothing */
	bool stamps; /* what comes is no text */
	VEC(rawline) stamped;
	int32_t right, down; /* where that part begins */
	uint8_t quarters;    /* the page was turned by */
	VEC(uint8_t) turned; /* the pages before it */
	uint64_t sure, chars; /* for the mean */
	tsv_cells cells;
	uint32_t grid; /* of the words to come; 0: none */
} intake;

static int32_t scaled(int32_t v, int32_t side)
{
	return (int32_t)((int64_t)v * PAGE_TENTHS / side);
}

/* Its longer side is that of A4, as the boxes of its words are. */
static rawleaf leaf_of(const pdf_page *p)
{
	int32_t side = p->height > p->width ? p->height : p->width;

	return (rawleaf){scaled(p->width, side), scaled(p->height, side)};
}

/* What was no word still took up room: no gap is to be seen in its place. */
static void fill_gap(pdf_word *before, const pdf_box *gone)
{
	int32_t tall = before->box.y1 - before->box.y0;

	if (gone->x1 > before->box.x1 && gone->x0 - before->box.x1 < tall &&
	    gone->x1 - gone->x0 < 3 * tall)
		before->box.x1 = gone->x1;
}

/* The words of one line that are writing, as a piece of the document. */
static void line_give(intake *t, const tsv_line *l)
{
	pdf_doc *d = t->d;
	int32_t side = t->page.height > t->page.width ? t->page.height : t->page.width;
	pdf_piece piece = {.first = d->words.n};

	for (uint32_t i = l->first; i < l->first + l->n; i++) {
		pdf_word w = t->page.words.p[i];

		w.box = (pdf_box){scaled(w.box.x0, side), scaled(w.box.y0, side),
		                  scaled(w.box.x1, side), scaled(w.box.y1, side)};
		if (w.chars == 0 || w.text.n == 0) {
			if (piece.n > 0 && l->grid == 0)
				fill_gap(&d->words.p[d->words.n - 1], &w.box);
			continue;
		}
		w.chars = (uint32_t)utf8_length(w.text); /* it may have been cut */
		if (piece.n++ == 0)
			piece.box = w.box;
		piece.box.x0 = w.box.x0 < piece.box.x0 ? w.box.x0 : piece.box.x0;
		piece.box.x1 = w.box.x1 > piece.box.x1 ? w.box.x1 : piece.box.x1;
		t->sure += (uint64_t)w.sure * w.chars;
		t->chars += w.chars;
		*VEC_PUSH(d->a, &d->words) = w;
	}
	if (piece.n == 0)
		return;
	*VEC_PUSH(d->a, &d->pieces) = piece;
	d->pages.p[d->pages.n - 1].n++;
}

static bool has_cells(const tsv_grid *g)
{
	return g->across.n > 2 && g->down.n > 2;
}

static void cells_give(intake *t)
{
	tsv_page *p = &t->page;
	int32_t side = p->height > p->width ? p->height : p->width;

	for (uint32_t i = 0; i < p->lines.n; i++) {
		uint32_t from = t->cells.words.n;

		if (p->lines.p[i].grid == 0 ||
		    !has_cells(&t->cells.grids.p[p->lines.p[i].grid - 1]))
			continue;
		tsv_cells_take(&t->cells, p, &p->lines.p[i], t->d->a);
		for (; from < t->cells.words.n; from++) {
			pdf_word *w = &t->cells.words.p[from].word;

			t->sure += (uint64_t)w->sure * w->chars;
			t->chars += w->chars;
			w->box = (pdf_box){scaled(w->box.x0, side), scaled(w->box.y0, side),
			                   scaled(w->box.x1, side), scaled(w->box.y1, side)};
		}
	}
}

/* A table begins: where, and by and by where its rules stood. */
static rc grid_begin(intake *t, int32_t top, err *e)
{
	int32_t side = t->page.height > t->page.width ? t->page.height : t->page.width;

	if (!t->open)
		return RC_OK;
	if (t->cells.grids.n >= GRIDS_MAX)
		return err_set(e, RC_LIMIT, MSG_OVER_BUDGET, "tables of a scan");
	*VEC_PUSH(t->d->a, &t->cells.grids) = (tsv_grid){.page = t->d->pages.n + 1,
	                                                 .top = scaled(top > 0 ? top : 0, side)};
	t->grid = t->cells.grids.n;
	return RC_OK;
}

static void rule_take(intake *t, tsv_rules *r, int32_t at)
{
	tsv_grid *g = &t->cells.grids.p[t->grid - 1];
	int32_t side = t->page.height > t->page.width ? t->page.height : t->page.width;

	if (r == &g->across && at > 0)
		g->foot = scaled(at, side);
	if (r->n < RULES_MAX && (r->n == 0 || at > r->p[r->n - 1]))
		*VEC_PUSH(t->d->a, r) = at;
}

static void page_give(intake *t)
{
	tsv_page *p = &t->page;

	if (!t->open)
		return;
	*VEC_PUSH(t->d->a, &t->d->pages) = (pdf_page){t->d->pieces.n, 0, p->width, p->height};
	*VEC_PUSH(t->d->a, &t->turned) = t->quarters;
	tsv_again(p, &t->again, t->d->a);
	tsv_clean(p, t->d->a);
	tsv_blank(p, t->d->pages.n == 1, t->d->a);
	cells_give(t);
	tsv_straighten(p, t->d->a);
	for (uint32_t i = 0; i < p->lines.n; i++)
		line_give(t, &p->lines.p[i]);
	p->words.n = p->lines.n = t->again.words.n = t->again.lines.n = 0;
	t->open = false;
}

/* A word of a stamp, on the line at hand. */
static void stamp_take(intake *t, slice word)
{
	slice text = text_of(word, t->d->a);
	rawline *l = t->stamped.n > 0 ? &t->stamped.p[t->stamped.n - 1] : NULL;

	if (l == NULL || text.n == 0)
		return;
	l->text = l->text.n == 0 ? text
	                         : arena_printf(t->d->a, "%.*s %.*s", (int)l->text.n, l->text.p,
	                                        (int)text.n, text.p);
}

static void stamp_line(intake *t)
{
	if (t->stamped.n < STAMPED_MAX)
		*VEC_PUSH(t->d->a, &t->stamped) = (rawline){.page = t->d->pages.n + 1,
		                                            .table = -1,
		                                            .row = -1,
		                                            .column = -1,
		                                            .flags = RAW_STAMP};
}

/* A new page; the one before is whole. */
static rc page_begin(intake *t, int32_t width, int32_t height, err *e)
{
	page_give(t);
	t->right = t->down = 0;
	t->quarters = 0;
	t->grid = 0;
	t->into = &t->page;
	t->part = t->stamps = false;
	t->page.width = width;
	t->page.height = height;
	if (width <= 0 || height <= 0)
		return err_set(e, RC_INPUT, MSG_DAMAGED, "a page without size");
	t->open = true;
	if (t->d->pages.n >= LIMIT_OCR_PAGES)
		return err_set(e, RC_LIMIT, MSG_TOO_MANY_PAGES, "pages");
	return RC_OK;
}

static rc row_take(intake *t, const slice c[C_COUNT], err *e)
{
	tsv_page *p = &t->page;

	switch (c[C_LEVEL].p[0]) {
	case LEVEL_TABLE:
		return grid_begin(t, number(c[C_TOP]), e);
	case LEVEL_STAMPS:
		t->part = t->stamps = t->open;
		break;
	case LEVEL_TURNED:
		t->quarters = (uint8_t)(number(c[C_LEFT]) & 3);
		break;
	case LEVEL_AGAIN:
	case LEVEL_STRIP:
		t->into = c[C_LEVEL].p[0] == LEVEL_AGAIN ? &t->again : p;
		t->right = number(c[C_LEFT]);
		t->down = number(c[C_TOP]);
		t->part = true;
		break;
	case LEVEL_DOWN:
		if (t->grid > 0)
			rule_take(t, &t->cells.grids.p[t->grid - 1].down, number(c[C_LEFT]));
		break;
	case LEVEL_ACROSS:
		if (t->grid > 0)
			rule_take(t, &t->cells.grids.p[t->grid - 1].across, number(c[C_TOP]));
		break;
	case LEVEL_PAGE:
		if (!(t->part && t->open))
			return page_begin(t, number(c[C_WIDTH]), number(c[C_HEIGHT]), e);
		t->part = false;
		break;
	case LEVEL_LINE:
		if (t->stamps)
			stamp_line(t);
		else if (t->open)
			*VEC_PUSH(t->d->a, &t->into->lines) = (tsv_line){t->into->words.n, 0,
			                                                 t->grid};
		break;
	case LEVEL_WORD:
		if (t->stamps)
			stamp_take(t, c[C_TEXT]);
		else if (t->open)
			word_take(t->into, c, t->right, t->down, t->d->a);
		break;
	}
	if (t->d->words.n + p->words.n + t->again.words.n > WORDS_MAX ||
	    p->lines.n + t->again.lines.n > LINES_MAX)
		return err_set(e, RC_LIMIT, MSG_OVER_BUDGET, "words of a scan");
	return RC_OK;
}

/* The box of a word on its page as that lay before it was turned; `leaf`: turned. */
static void box_back(int32_t *box, unsigned quarters, const rawleaf *leaf)
{
	const int32_t l = box[0], t = box[1], r = box[2], b = box[3];
	const int32_t back[4][4] = {
		{l, t, r, b},
		{t, leaf->width - r, b, leaf->width - l},
		{leaf->width - r, leaf->height - b, leaf->width - l, leaf->height - t},
		{leaf->height - b, l, leaf->height - t, r},
	};

	memcpy(box, back[quarters], sizeof back[quarters]);
}

/* Lines were found on pages turned upright; people are shown the pages as they lie. */
static void turn_back(const intake *t, rawdoc *doc)
{
	for (uint32_t i = 0; i < doc->origins.n; i++) {
		raworigin *o = &doc->origins.p[i];

		if (o->part > 0 && o->part <= t->turned.n)
			box_back(o->box, t->turned.p[o->part - 1], &doc->leaves.p[o->part - 1]);
	}
	for (uint32_t i = 0; i < t->turned.n; i++)
		if (t->turned.p[i] % 2 != 0)
			doc->leaves.p[i] = (rawleaf){doc->leaves.p[i].height,
			                             doc->leaves.p[i].width};
}

rc rawdoc_from_tsv(slice tsv, arena *a, rawdoc *ret, err *e)
{
	intake t = {.d = arena_new(a, pdf_doc)};
	slice row, c[C_COUNT];

	t.d->a = a;
	while (slice_next(&tsv, '\n', &row)) {
		rc code = row_cut(row, c) ? row_take(&t, c, e) : RC_OK;

		if (code != RC_OK)
			return code;
	}
	page_give(&t);
	if (t.d->pages.n == 0)
		return err_set(e, RC_INPUT, MSG_DAMAGED, "no pages");
	if (t.chars == 0)
		return err_set(e, RC_INPUT, MSG_NO_WORDS, "no words on %u pages", t.d->pages.n);
	*ret = (rawdoc){.ocr = true, .confidence = (float)t.sure / (float)t.chars / 100};
	for (uint32_t i = 0; i < t.d->pages.n; i++)
		*VEC_PUSH(a, &ret->leaves) = leaf_of(&t.d->pages.p[i]);
	pdf_measure(t.d);
	pdf_lines(t.d, ret);
	tsv_cells_merge(&t.cells, ret, a);
	turn_back(&t, ret);
	for (uint32_t i = 0; i < t.stamped.n; i++)
		*VEC_PUSH(a, &ret->lines) = t.stamped.p[i];
	return RC_OK;
}
