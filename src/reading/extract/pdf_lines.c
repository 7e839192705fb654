/*
 * pdf_lines.c - the page as rows of text.
 *
 * Pieces that stand at the same height are one row, whatever order the file drew
 * them in: so a number stamped over "Số:      /GM-UBND" comes to stand in its line.
 * A row is written like typescript, gaps as blanks, because that is what the
 * shaper knows how to part: columns, page numbers, footnotes. Writing much smaller
 * than the rest (the stamp of a signature) becomes lines of their own, marked.
 */
#include <stdlib.h>

#include "base/utf8.h"
#include "reading/extract/pdf_priv.h"

enum {
	SAMPLE = 4096,
	COLUMNS_MAX = 400, /* of a row, in characters */
	BLANKS_MAX = 3,
	SMALL_PERCENT = 62,  /* of the usual height: not text but a stamp */
	STAMP_WORDS = 80,    /* of a page, at most */
	SAME_PERCENT = 40,   /* of the lower height: how far centres of one row lie apart */
	WORD_GAP_PERCENT = 90, /* of the height: a gap as wide parts more than words */
	TOUCHING_PERCENT = 5,
	TEXT_WIDE = 45,        /* characters: a row so wide is of running text */
	RAISED_FIGURES = 3,
	RAISED_PERCENT = 75,
	RAISED_UP_PERCENT = 15,
	GLUED_PERCENT = 17,  /* of the height: no blank at all */
	PIECE_GAP_PERCENT = 60,
	BLANK_PERCENT = 155, /* of the usual distance of rows */
	GAP_BLANKS = 3,
};

static int by_value(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;

	return (x > y) - (x < y);
}

static int32_t median(int32_t *v, uint32_t n)
{
	if (n == 0)
		return 0;
	qsort(v, n, sizeof *v, by_value);
	return v[n / 2];
}

static int32_t height(const pdf_box *b)
{
	return b->y1 - b->y0;
}

void pdf_measure(pdf_doc *d)
{
	uint32_t n = 0, step = d->words.n / SAMPLE + 1;
	int32_t *v = arena_array(d->a, int32_t, SAMPLE + 1);

	for (uint32_t i = 0; i < d->words.n && n < SAMPLE; i += step)
		v[n++] = height(&d->words.p[i].box);
	d->tall = median(v, n);
	n = 0;
	for (uint32_t i = 0; i < d->words.n && n < SAMPLE; i += step) {
		const pdf_word *w = &d->words.p[i];

		if (w->chars > 1 && w->box.x1 > w->box.x0)
			v[n++] = (w->box.x1 - w->box.x0) * 10 / (int32_t)w->chars;
	}
	d->wide10 = n > 0 ? median(v, n) : d->tall * 4;
	d->wide10 = d->wide10 > 10 ? d->wide10 : 10;
	d->left = INT32_MAX;
	for (uint32_t i = 0; i < d->pieces.n; i++) {
		const pdf_box *b = &d->pieces.p[i].box;

		if (height(b) * 100 > d->tall * SMALL_PERCENT && b->x0 >= 0 && b->x0 < d->left)
			d->left = b->x0;
	}
}

static int32_t centre(const pdf_box *b)
{
	return b->y0 + height(b) / 2;
}

static int by_height_on_page(const void *a, const void *b)
{
	const pdf_piece *x = a, *y = b;
	int32_t cx = centre(&x->box), cy = centre(&y->box);

	if (cx != cy)
		return cx < cy ? -1 : 1;
	return (x->first > y->first) - (x->first < y->first);
}

static int by_side(const void *a, const void *b)
{
	const pdf_piece *x = a, *y = b;

	if (x->box.x0 != y->box.x0)
		return x->box.x0 < y->box.x0 ? -1 : 1;
	return (x->first > y->first) - (x->first < y->first);
}

/* Does the piece stand at the height of the row, beside it and not over it? */
static bool same_row(const pdf_piece *row, uint32_t n, int32_t right, const pdf_piece *p)
{
	const pdf_box *ref = &row[0].box;
	int32_t low = height(ref) < height(&p->box) ? height(ref) : height(&p->box);
	int32_t apart = centre(&p->box) - centre(ref);

	if (apart < 0)
		apart = -apart;
	if (apart * 100 > low * SAME_PERCENT)
		return false;
	if (p->box.x0 >= right)
		return true;
	for (uint32_t i = 0; i < n && i < 16; i++) {
		int32_t from = row[i].box.x0 > p->box.x0 ? row[i].box.x0 : p->box.x0;
		int32_t to = row[i].box.x1 < p->box.x1 ? row[i].box.x1 : p->box.x1;

		if (to - from > height(&p->box))
			return false; /* a line above or below, set tight */
	}
	return true;
}

typedef struct rows {
	pdf_doc *d;
	rawdoc *out;
	char *text; /* room for all rows */
	size_t n, cap;
	uint32_t page;
	pdf_table table; /* the last one */
	int32_t ntables;
} rows;

static void put_blanks(rows *r, uint32_t n)
{
	n = n < COLUMNS_MAX ? n : COLUMNS_MAX;
	if (n > r->cap - r->n)
		return;
	memset(r->text + r->n, ' ', n);
	r->n += n;
}

/* Figures set small and high beside a word: the mark of a footnote. */
static bool is_raised(const pdf_word *w, const pdf_word *beside)
{
	if (beside == NULL || w->text.n > RAISED_FIGURES ||
	    height(&w->box) * 100 > height(&beside->box) * RAISED_PERCENT ||
	    (beside->box.y1 - w->box.y1) * 100 < height(&beside->box) * RAISED_UP_PERCENT)
		return false;
	for (size_t i = 0; i < w->text.n; i++)
		if (w->text.p[i] < '0' || w->text.p[i] > '9')
			return false;
	return true;
}

static void put_raised(rows *r, slice figures)
{
	static const uint32_t raised[] = {0x2070, 0xb9,   0xb2,   0xb3,   0x2074,
	                                  0x2075, 0x2076, 0x2077, 0x2078, 0x2079};

	for (size_t i = 0; i < figures.n && r->cap - r->n >= 4; i++)
		r->n += utf8_put(raised[figures.p[i] - '0'], r->text + r->n);
}

static void put_word(rows *r, const pdf_word *w, bool as_mark)
{
	if (w->text.n > r->cap - r->n)
		return;
	*VEC_PUSH(r->d->a, &r->out->origins) = (raworigin){
		.at = (uint32_t)r->n,
		.part = r->page,
		.place = w->sure,
		.box = {w->box.x0, w->box.y0, w->box.x1, w->box.y1}};
	if (as_mark) {
		put_raised(r, w->text);
		return;
	}
	slice_copy(r->text + r->n, w->text);
	r->n += w->text.n;
}

/* The column of the page at which x stands, in characters. */
static uint32_t column_of(const pdf_doc *d, int32_t x)
{
	int64_t c = ((int64_t)x - d->left) * 10 / d->wide10;

	return c < 0 ? 0 : c > COLUMNS_MAX ? COLUMNS_MAX : (uint32_t)c;
}

/* Twice the usual gap between the words of a piece: a line set to full width has
 * wide gaps that part nothing. */
static int32_t gap_wide(const pdf_doc *d, const pdf_piece *p)
{
	int64_t gaps = 0;

	for (uint32_t k = 1; k < p->n; k++)
		gaps += d->words.p[p->first + k].box.x0 - d->words.p[p->first + k - 1].box.x1;
	return p->n > 2 && gaps > 0 ? (int32_t)(gaps * 2 / (p->n - 1)) : 0;
}

/* Blanks between two words of a row; `wide`: no gap up to this parts anything. */
static uint32_t gap_blanks(const pdf_doc *d, const pdf_word *before, const pdf_word *w, bool piece,
                           int32_t wide, uint32_t column)
{
	int32_t gap = w->box.x0 - before->box.x1;
	int32_t tall = height(&w->box) > height(&before->box) ? height(&w->box)
	                                                      : height(&before->box);
	uint32_t to = column_of(d, w->box.x0);

	if (gap * 100 < tall * (piece ? GLUED_PERCENT : TOUCHING_PERCENT))
		return 0; /* the figures of a stamp, a raised mark, up against the word */
	if (gap * 100 < tall * (piece ? PIECE_GAP_PERCENT : WORD_GAP_PERCENT) ||
	    (!piece && gap <= wide))
		return 1;
	return to > column + GAP_BLANKS ? to - column : GAP_BLANKS;
}

static void row_put(rows *r, const pdf_piece *pieces, uint32_t n, uint16_t flags, bool stamp)
{
	const pdf_doc *d = r->d;
	const pdf_word *before = NULL;
	uint32_t column = 0;
	size_t from = r->n;

	for (uint32_t i = 0; i < n; i++) {
		int32_t wide = gap_wide(d, &pieces[i]);

		for (uint32_t k = 0; k < pieces[i].n; k++) {
			const pdf_word *w = &d->words.p[pieces[i].first + k];
			uint32_t blanks = before == NULL
			                          ? (stamp ? 0 : column_of(d, w->box.x0))
			                          : gap_blanks(d, before, w, k == 0, wide, column);
			bool mark = is_raised(w, before != NULL        ? before
			                         : k + 1 < pieces[i].n ? w + 1
			                                               : NULL);

			if (mark && before != NULL && blanks == 1)
				blanks = 0;
			put_blanks(r, blanks);
			put_word(r, w, mark);
			column += blanks + w->chars;
			before = w;
		}
	}
	*VEC_PUSH(d->a, &r->out->lines) = (rawline){
		.text = {r->text + from, r->n - from},
		.source = (uint32_t)from,
		.page = r->page,
		.table = -1,
		.row = -1,
		.column = -1,
		.flags = (uint16_t)(flags | (stamp ? RAW_STAMP : 0)),
		.right = before != NULL ? (uint16_t)column_of(d, before->box.x1) : 0,
	};
	put_blanks(r, 1);
}

static void blank_put(rows *r)
{
	*VEC_PUSH(r->d->a, &r->out->lines) = (rawline){.text = {r->text + r->n, 0},
	                                               .source = (uint32_t)r->n,
	                                               .page = r->page,
	                                               .table = -1,
	                                               .row = -1,
	                                               .column = -1};
}

typedef VEC(pdf_row) row_list;

/* The pieces of a page, sorted into rows from top to bottom. */
static void rows_of(const pdf_doc *d, const pdf_page *page, row_list *ret)
{
	pdf_piece *p = d->pieces.p + page->first;

	ret->n = 0;
	if (page->n > 1)
		qsort(p, page->n, sizeof *p, by_height_on_page);
	for (uint32_t i = 0, end; i < page->n; i = end) {
		int32_t right = p[i].box.x1;
		pdf_row *r;

		for (end = i + 1; end < page->n && same_row(p + i, end - i, right, &p[end]); end++)
			right = p[end].box.x1 > right ? p[end].box.x1 : right;
		if (end - i > 1)
			qsort(p + i, end - i, sizeof *p, by_side);
		r = VEC_PUSH(d->a, ret);
		*r = (pdf_row){page->first + i, end - i, p[i].box, true};
		for (uint32_t k = i; k < end; k++) {
			r->box.y0 = p[k].box.y0 < r->box.y0 ? p[k].box.y0 : r->box.y0;
			r->box.y1 = p[k].box.y1 > r->box.y1 ? p[k].box.y1 : r->box.y1;
			r->small &= height(&p[k].box) * 100 <= d->tall * SMALL_PERCENT;
		}
	}
}

/* The usual distance from one row to the next: of all, or of running text alone, beside which a table
 * may be set closer. */
static int32_t distance(const pdf_doc *d, const row_list *list, bool running)
{
	int32_t *v = arena_array(d->a, int32_t, list->n + 1);
	uint32_t n = 0;

	for (uint32_t i = 1; i < list->n; i++) {
		const pdf_row *a = &list->p[i - 1], *b = a + 1;
		int32_t down = centre(&b->box) - centre(&a->box);

		if (running &&
		    (a->n > 1 || b->n > 1 || (a->box.x1 - a->box.x0) * 10 < d->wide10 * TEXT_WIDE))
			continue;
		if (down * 100 > d->tall * 80 && down < d->tall * 3)
			v[n++] = down;
	}
	if (n <= 2 && running)
		return distance(d, list, false);
	return n > 2 ? median(v, n) : d->tall * 115 / 100;
}

/* Much small writing is no stamp but text. */
static void stamps_check(const pdf_doc *d, row_list *list)
{
	uint32_t words = 0;

	for (uint32_t i = 0; i < list->n; i++)
		for (uint32_t k = 0; list->p[i].small && k < list->p[i].n; k++)
			words += d->pieces.p[list->p[i].first + k].n;
	for (uint32_t i = 0; i < list->n && words > STAMP_WORDS; i++)
		list->p[i].small = false;
}

/* Is `w` the rest of a word that a narrow cell cut: "20/11/202" / "6", "ST" / "T"? */
static bool is_cut_word(slice before, slice w)
{
	size_t year = 0, slashes = 0;

	if (slice_eq(before, S("ST")) && slice_eq(w, S("T")))
		return true;
	for (size_t i = 0; i < before.n; i++) {
		if (before.p[i] == '/')
			slashes++, year = 0;
		else if (before.p[i] < '0' || before.p[i] > '9')
			return false;
		else
			year++;
	}
	for (size_t i = 0; i < w.n; i++)
		if (w.p[i] < '0' || w.p[i] > '9')
			return false;
	return slashes == 2 && year > 0 && year + w.n == 4;
}

/* The words of one paragraph of a cell; returns the one after. */
static uint32_t cell_put(rows *r, uint32_t i)
{
	const pdf_table *t = &r->table;
	const pdf_cell_word *first = &t->words.p[i];
	const pdf_word *before = NULL;
	size_t from = r->n;
	uint32_t page = r->page;

	for (; i < t->words.n && t->words.p[i].row == first->row &&
	       t->words.p[i].column == first->column && (before == NULL || !t->words.p[i].breaks);
	     i++) {
		const pdf_word *w = &r->d->words.p[t->words.p[i].word];

		put_blanks(r, before == NULL || is_cut_word(before->text, w->text) ? 0 : 1);
		r->page = t->words.p[i].page; /* a row may go on over the page */
		put_word(r, w, before != NULL && is_raised(w, before));
		before = w;
	}
	r->page = page;
	*VEC_PUSH(r->d->a, &r->out->lines) = (rawline){.text = {r->text + from, r->n - from},
	                                               .source = (uint32_t)from,
	                                               .page = first->page,
	                                               .table = r->ntables - 1,
	                                               .row = first->row,
	                                               .column = first->column,
	                                               .flags = RAW_WHOLE};
	put_blanks(r, 1);
	return i;
}

/* A number alone above a table that goes on: the page's. */
static bool is_page_number(const rows *r, const pdf_row *at)
{
	const pdf_piece *p = &r->d->pieces.p[at->first];
	slice w = r->d->words.p[p->first].text;

	if (at->n != 1 || p->n != 1)
		return false;
	for (size_t i = 0; i < w.n; i++)
		if (w.p[i] < '0' || w.p[i] > '9')
			return false;
	return true;
}

static void cells_put(rows *r, uint32_t from, uint32_t end)
{
	while (from < end)
		from = cell_put(r, from);
}

/* The table that begins, or goes on, with row i of the page; the row after it. */
static uint32_t table_put(rows *r, const row_list *list, uint32_t i, int32_t usual)
{
	pdf_table *t = &r->table;
	uint32_t end = i;

	if (t->open && i == 0 && is_page_number(r, &list->p[0]))
		return i;
	t->page = r->page;
	if (t->open) {
		end = pdf_table_go_on(r->d, list->p, list->n, i, usual, t);
		cells_put(r, 0, t->ready);
	}
	if (end > i)
		return end;
	end = pdf_table_find(r->d, list->p, list->n, i, usual, t);
	if (end > i) {
		r->ntables++;
		cells_put(r, 0, t->ready);
	}
	return end;
}

static void page_put(rows *r, const pdf_page *page, row_list *list)
{
	int32_t usual, lines, last = 0;
	uint16_t top = r->page > 1 ? RAW_PAGE_TOP : 0;
	bool first = true;

	rows_of(r->d, page, list);
	stamps_check(r->d, list);
	usual = distance(r->d, list, true);
	lines = distance(r->d, list, false);
	for (uint32_t i = 0; i < list->n; i++) {
		const pdf_row *at = &list->p[i];
		int32_t down = first || usual <= 0 ? 0 : centre(&at->box) - last;
		uint32_t end = at->small ? i : table_put(r, list, i, lines);

		if (end > i) {
			top = 0;
			last = centre(&list->p[end - 1].box);
			first = false;
			i = end - 1;
			continue;
		}
		for (int k = 0; !at->small && k < BLANKS_MAX && down * 100 > usual * BLANK_PERCENT;
		     k++) {
			blank_put(r);
			down -= usual;
		}
		row_put(r, r->d->pieces.p + at->first, at->n, top, at->small);
		top = 0;
		if (!at->small) {
			last = centre(&at->box);
			first = false;
		}
	}
}

void pdf_lines(pdf_doc *d, rawdoc *ret)
{
	rows r = {.d = d, .out = ret, .page = 0};
	row_list list = {0};

	for (uint32_t i = 0; i < d->words.n; i++)
		r.cap += d->words.p[i].text.n + 12;
	r.cap += (size_t)d->pieces.n * (COLUMNS_MAX / 4) + COLUMNS_MAX;
	r.text = arena_alloc(d->a, r.cap);
	for (uint32_t i = 0; i < d->pages.n; i++) {
		r.page = i + 1;
		page_put(&r, &d->pages.p[i], &list);
	}
	if (r.table.open)
		cells_put(&r, r.table.ready, r.table.words.n);
}
