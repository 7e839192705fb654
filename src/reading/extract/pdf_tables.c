/*
 * pdf_tables.c - the rows and columns of a table, from where its words stand.
 *
 * A page says nothing of lines drawn, so a table is known by what heads it: "TT" or
 * "STT" at the left with other headings beside it. From there on the white between
 * columns must stay white; a line that crosses it ends the table, unless it is numbered
 * in the first column (the heading of a section). A row is told from the next by its
 * number: at its top, or in its middle, as the first row shows. It must never take a
 * line of running text into a cell.
 */
#include <stdlib.h>

#include "reading/extract/pdf_priv.h"

enum {
	SEGMENT_GAP = 45,    /* percent of the height: a wider gap may part cells */
	HEAD_UP = 3,         /* lines of a heading above the one with "TT" */
	NEAR_PERCENT = 170,  /* of the usual distance of lines: still the same heading */
	TOP_PERCENT = 40,    /* of it: the number stands at the top of its row */
	COLUMNS_MIN = 3,
	REST_MAX = 12,       /* lines of a row that goes on over a page */
	ROWS_MIN = 1,
	HALF_PERCENT = 75,   /* of it: nearer lines belong to cells beside one another */
	FAR_PERCENT = 450,   /* of it: white as high ends a table */
};

/* Words of one line with no wide gap between them. */
typedef struct segment {
	int32_t x0, x1, y;
	uint32_t line; /* row of the page */
	uint32_t first, n; /* of finder.words */
} segment;

typedef struct finder {
	pdf_doc *d;
	const pdf_row *rows;
	uint32_t nrows;
	int32_t usual; /* distance of lines */
	VEC(uint32_t) words;
	VEC(segment) segments;
	pdf_table *t;
} finder;

static int32_t row_y(const pdf_row *r)
{
	return r->box.y0 + (r->box.y1 - r->box.y0) / 2;
}

/* The segments of a line, appended; returns the first. */
static uint32_t cut_line(finder *f, uint32_t line)
{
	const pdf_row *r = &f->rows[line];
	uint32_t from = f->segments.n;

	for (uint32_t i = 0; i < r->n; i++) {
		const pdf_piece *p = &f->d->pieces.p[r->first + i];

		for (uint32_t k = 0; k < p->n; k++) {
			const pdf_box *b = &f->d->words.p[p->first + k].box;
			segment *s = f->segments.n > from ? &f->segments.p[f->segments.n - 1]
			                                  : NULL;
			int32_t gap = s == NULL ? 0 : b->x0 - s->x1;

			*VEC_PUSH(f->d->a, &f->words) = p->first + k;
			if (s != NULL && gap * 100 <= (b->y1 - b->y0) * SEGMENT_GAP) {
				s->x1 = b->x1 > s->x1 ? b->x1 : s->x1;
				s->n++;
				continue;
			}
			*VEC_PUSH(f->d->a, &f->segments) = (segment){
				b->x0, b->x1, row_y(r), line, f->words.n - 1, 1};
		}
	}
	return from;
}

static slice word_of(const finder *f, uint32_t i)
{
	return f->d->words.p[f->words.p[i]].text;
}

static slice first_word(const pdf_doc *d, const pdf_row *r)
{
	return d->words.p[d->pieces.p[r->first].first].text;
}

/* Is the first word of the row "TT"? A narrow column breaks "STT" behind its second letter. */
static bool starts_tt(const pdf_doc *d, const pdf_row *r)
{
	static const slice heads[] = {S("TT"), S("STT"), S("Stt"), S("S.T.T"), S("Tt"), S("ST")};
	const pdf_piece *p = &d->pieces.p[r->first];
	slice w = first_word(d, r);

	if (slice_eq(w, S("Số")) && p->n > 1)
		w = d->words.p[p->first + 1].text;
	for (size_t i = 0; i < ARRAY_LEN(heads); i++)
		if (slice_eq(w, heads[i]))
			return true;
	return false;
}

/* "1", "1.", "2.3", "IV", "a)": what numbers a row. */
static bool is_number(const finder *f, const segment *s)
{
	slice w = word_of(f, s->first);

	if (s->n != 1 || w.n > 6)
		return false;
	while (w.n > 1 && (w.p[w.n - 1] == '.' || w.p[w.n - 1] == ')'))
		w.n--;
	for (size_t i = 0; i < w.n; i++)
		if (!(w.p[i] >= '0' && w.p[i] <= '9') && w.p[i] != '.' &&
		    memchr("IVXABCDEabcde", w.p[i], 13) == NULL)
			return false;
	return true;
}

/* A heading above or below the line of "TT", which it must not cross. */
static bool joins_heading(finder *f, uint32_t line)
{
	uint32_t words = f->words.n, from = cut_line(f, line);
	pdf_table was = *f->t;

	for (uint32_t i = from; i < f->segments.n; i++) {
		const segment *s = &f->segments.p[i];

		if (s->x0 < f->t->x1[0] || !pdf_columns_widen(f->t, s->x0, s->x1)) {
			*f->t = was;
			f->segments.n = from;
			f->words.n = words;
			return false;
		}
	}
	return true;
}

static bool is_near(const finder *f, uint32_t a, uint32_t b)
{
	int32_t apart = row_y(&f->rows[b]) - row_y(&f->rows[a]);

	return (int64_t)apart * 100 <= (int64_t)f->usual * NEAR_PERCENT;
}

/* The lines of the heading around line `at`; false when it heads no table. */
static bool read_heading(finder *f, uint32_t at, uint32_t *ret_from, uint32_t *ret_end)
{
	uint32_t from = cut_line(f, at), top = at, end = at + 1;
	int32_t bottom;

	if (f->segments.n == from || f->segments.p[from].n > 2)
		return false;
	for (uint32_t i = from; i < f->segments.n; i++)
		if (!pdf_columns_widen(f->t, f->segments.p[i].x0, f->segments.p[i].x1))
			return false;
	while (top > 0 && at - top < HEAD_UP && !f->rows[top - 1].small &&
	       is_near(f, top - 1, top) && joins_heading(f, top - 1))
		top--;
	/* "TT" stands in the middle: as much of the heading is below as is above. */
	bottom = 2 * row_y(&f->rows[at]) - row_y(&f->rows[top]) + f->usual * TOP_PERCENT / 100;
	while (top < at && end < f->nrows && row_y(&f->rows[end]) <= bottom &&
	       joins_heading(f, end))
		end++;
	for (unsigned c = 0; c < f->t->columns; c++)
		f->t->headed[c] = true;
	*ret_from = top;
	*ret_end = end;
	return f->t->columns >= COLUMNS_MIN;
}

/* Does the line belong to the table? Then its segments are kept. */
static bool take_line(finder *f, uint32_t line)
{
	uint32_t words = f->words.n, from = cut_line(f, line);
	pdf_table was = *f->t;
	bool numbered, fits = true;

	if (from == f->segments.n)
		return true;
	numbered = f->segments.p[from].x0 < f->t->x1[0] && is_number(f, &f->segments.p[from]);
	for (uint32_t i = from; i < f->segments.n && fits; i++)
		fits = pdf_columns_widen(f->t, f->segments.p[i].x0, f->segments.p[i].x1);
	if (fits)
		return true;
	*f->t = was;
	if (numbered)
		return true; /* heads a section, across the columns */
	f->segments.n = from;
	f->words.n = words;
	return false;
}

/* Does a paragraph of its own begin in a cell with this word? */
static bool begins_paragraph(slice w)
{
	return slice_eq(w, S("-")) || slice_eq(w, S("+")) || slice_eq(w, S("•")) ||
	       (w.n == 2 && w.p[1] == ')');
}

static void put_segment(finder *f, const segment *s, int32_t row)
{
	unsigned column = 0, n = pdf_columns_under(f->t, s->x0, s->x1, &column);

	if (n > 1 && column == 0)
		column = 1;
	for (uint32_t i = 0; i < s->n; i++)
		*VEC_PUSH(f->d->a, &f->t->words) = (pdf_cell_word){
			.word = f->words.p[s->first + i],
			.row = row,
			.column = (int32_t)column,
			.line = s->line,
			.breaks = i == 0 && begins_paragraph(word_of(f, s->first))};
}

/* The next segment from i on that numbers a row. */
static uint32_t next_number(const finder *f, uint32_t i)
{
	while (i < f->segments.n &&
	       !(f->segments.p[i].x0 < f->t->x1[0] && is_number(f, &f->segments.p[i])))
		i++;
	return i;
}

/* The first segment of the next line. */
static uint32_t next_line(const finder *f, uint32_t i)
{
	uint32_t line = f->segments.p[i].line;

	while (i < f->segments.n && f->segments.p[i].line == line)
		i++;
	return i;
}

/* Rows whose numbers stand in their middle: does each, from segment i on, reach as far
 * below its number as above, with a line there and a whole line to the next row? The page
 * may end within the last. */
static bool rows_fit(const finder *f, uint32_t i)
{
	int32_t slack = f->usual * TOP_PERCENT / 100;

	while (i < f->segments.n) {
		uint32_t k = next_number(f, i), last = i;
		int32_t until;

		if (k == f->segments.n)
			return true;
		until = 2 * f->segments.p[k].y - f->segments.p[i].y;
		for (; i < f->segments.n && f->segments.p[i].y <= until + slack;
		     i = next_line(f, i)) {
			if (i > k && next_number(f, i) < next_line(f, i))
				return false; /* the next number already */
			last = i;
		}
		if (i < f->segments.n &&
		    (f->segments.p[last].y < until - slack ||
		     (f->segments.p[i].y - f->segments.p[last].y) * 100 < f->usual * HALF_PERCENT))
			return false;
	}
	return true;
}

/* Do numbers stand in the middle of their rows? Then the first line has none; or, because
 * cells of two lines stand beside cells of three, lines stand half a line apart. */
static bool in_middle(const finder *f, uint32_t first)
{
	uint32_t k = next_number(f, first);

	if (k == f->segments.n)
		return false;
	if (f->segments.p[k].line != f->segments.p[first].line)
		return true;
	for (uint32_t i = first + 1; i < f->segments.n; i++) {
		const segment *s = &f->segments.p[i];
		int32_t down = s->y - s[-1].y;

		if (s->line != s[-1].line && down > 0 && down * 100 < f->usual * HALF_PERCENT)
			return true;
	}
	return false;
}

/* Lines at the top of a page that still belong to the row before; as few as may be. */
static uint32_t rest_of_row(const finder *f, uint32_t first)
{
	uint32_t i = first;

	for (unsigned n = 0; n < REST_MAX && i < f->segments.n; n++, i = next_line(f, i))
		if (rows_fit(f, i))
			return i;
	return first;
}

/* Does a line of the content go on from the one above: with a small letter or a bracket? */
static bool goes_on(const finder *f, uint32_t i)
{
	for (uint32_t end = next_line(f, i); i < end; i++) {
		slice w = word_of(f, f->segments.p[i].first);
		unsigned char a = (unsigned char)w.p[0], b = w.n > 1 ? (unsigned char)w.p[1] : 0,
			      c = w.n > 2 ? (unsigned char)w.p[2] : 0;

		if (f->segments.p[i].x0 < f->t->x1[0] || f->segments.p[i].x0 >= f->t->x1[1])
			continue;
		/* The small letters of Vietnamese, by their bytes. */
		return a == '(' || (a >= 'a' && a <= 'z') || (a == 0xc3 && b >= 0xa0) ||
		       (a == 0xc4 && (b & 1) == 1) || (a == 0xc6 && (b == 0xa1 || b == 0xb0)) ||
		       (a == 0xe1 && (c & 1) == 1);
	}
	return false;
}

/* The column that "(1)", "2" or "B" counts; 0 when it counts none. */
static unsigned counted(slice w)
{
	if (w.n == 3 && w.p[0] == '(' && w.p[2] == ')')
		w = (slice){w.p + 1, 1};
	if (w.n != 1)
		return 0;
	return w.p[0] >= '1' && w.p[0] <= '9'   ? (unsigned)(w.p[0] - '0')
	       : w.p[0] >= 'A' && w.p[0] <= 'C' ? (unsigned)(w.p[0] - 'A' + 1)
	                                        : 0;
}

/* Below the headings columns are often counted: "(1) (2) (3)", "A B 1 2". The segment after
 * that line; i when there is none. */
static uint32_t counting_end(const finder *f, uint32_t i)
{
	enum { LEAST = 3 };
	uint32_t end = i < f->segments.n ? next_line(f, i) : i;
	unsigned before = 0;

	if (end < i + LEAST)
		return i;
	for (uint32_t k = i; k < end; k++) {
		unsigned n = f->segments.p[k].n == 1 ? counted(word_of(f, f->segments.p[k].first))
		                                     : 0;

		if (n != before + 1 && n != 1)
			return i;
		before = n;
	}
	return before > 1 ? end : i;
}

/* Number the lines' rows. Where numbers stand in the middle, a row reaches as far below
 * its number as above. */
static void put_rows(finder *f, uint32_t first)
{
	pdf_table *t = f->t;
	int32_t slack = f->usual * TOP_PERCENT / 100, row = t->next_row - 1, until = INT32_MIN;
	uint32_t i = first, k, counts = row == 0 ? counting_end(f, first) : first;

	for (row += counts > first; i < counts; i++)
		put_segment(f, &f->segments.p[i], row);
	if (t->next_row == 1)
		t->middle = in_middle(f, i);
	else if (t->middle)
		for (uint32_t rest = rest_of_row(f, first); i < rest; i++)
			put_segment(f, &f->segments.p[i], row);
	k = next_number(f, i);
	for (uint32_t from = i; i < f->segments.n; i++) {
		const segment *s = &f->segments.p[i];
		bool fresh = i == from || s->line != s[-1].line;

		k = k < i ? next_number(f, i) : k;
		if (fresh && t->middle && (until == INT32_MIN || s->y > until + slack)) {
			/* With no number left, the last row may go on over the page: below its
			 * number, or with nothing else on the page at all. */
			row += k < f->segments.n || (i == from && t->next_row == 1) ||
			       !goes_on(f, i);
			until = k < f->segments.n ? 2 * f->segments.p[k].y - s->y : INT32_MAX / 2;
		} else if (fresh && !t->middle && (k == i || (i == from && t->next_row == 1))) {
			row++;
		}
		put_segment(f, s, row);
	}
	t->next_row = row + 1;
}

static int by_cell(const void *a, const void *b)
{
	const pdf_cell_word *x = a, *y = b;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	if (x->column != y->column)
		return x->column < y->column ? -1 : 1;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return (x->order > y->order) - (x->order < y->order);
}

/* Cell by cell; the last row waits while the table is open. */
static void sort_words(pdf_table *t)
{
	for (uint32_t i = 0; i < t->words.n; i++)
		t->words.p[i].order = i;
	if (t->words.n > 1)
		qsort(t->words.p, t->words.n, sizeof *t->words.p, by_cell);
	t->ready = t->words.n;
	while (t->open && t->ready > 0 && t->words.p[t->ready - 1].row == t->next_row - 1)
		t->ready--;
}

/* What waits comes first. */
static void keep_waiting(pdf_table *t)
{
	uint32_t n = 0;

	for (uint32_t i = t->ready; i < t->words.n; i++) {
		t->words.p[n] = t->words.p[i];
		t->words.p[n++].line = 0;
	}
	t->words.n = t->ready = n;
}

/* Lines of the body from `line` on; where they end. */
static uint32_t take_body(finder *f, uint32_t line)
{
	for (; line < f->nrows; line++) {
		if (f->rows[line].small)
			continue;
		if (line > 0 && (int64_t)(row_y(&f->rows[line]) - row_y(&f->rows[line - 1])) * 100 >
		                        (int64_t)f->usual * FAR_PERCENT)
			break;
		if (!take_line(f, line))
			break;
	}
	return line;
}

uint32_t pdf_table_find(pdf_doc *d, const pdf_row *rows, uint32_t nrows, uint32_t at, int32_t usual,
                        pdf_table *t)
{
	finder f = {.d = d, .rows = rows, .nrows = nrows, .usual = usual, .t = t};
	uint32_t from = at, line, body = at, anchor;

	*t = (pdf_table){.page = t->page};
	for (line = at; line < nrows && line <= at + HEAD_UP; line++) {
		if (!starts_tt(d, &rows[line]))
			continue;
		f.segments.n = f.words.n = 0;
		t->columns = 0;
		if (read_heading(&f, line, &from, &body) && from == at)
			break;
	}
	if (line >= nrows || line > at + HEAD_UP)
		return at;
	anchor = line;
	line = f.segments.n;
	body = take_body(&f, body);
	if (f.segments.n < line + ROWS_MIN)
		return at;
	for (unsigned c = 0; c < t->columns; c++)
		if (!t->headed[c])
			return at; /* not understood: its rules will tell, where it has some */
	/* A heading that begins with "TT" may go on below it; with "ST" it does. */
	if (rows[from].first == rows[anchor].first && counting_end(&f, line) == line &&
	    (!rows_fit(&f, line) || slice_eq(first_word(d, &rows[anchor]), S("ST"))) &&
	    next_number(&f, line) < f.segments.n)
		line = next_number(&f, line);
	for (uint32_t i = 0; i < line; i++)
		put_segment(&f, &f.segments.p[i], 0);
	t->next_row = 1;
	put_rows(&f, line);
	t->open = body == nrows;
	sort_words(t);
	return body;
}

uint32_t pdf_table_go_on(pdf_doc *d, const pdf_row *rows, uint32_t nrows, uint32_t at,
                         int32_t usual, pdf_table *t)
{
	finder f = {.d = d, .rows = rows, .nrows = nrows, .usual = usual, .t = t};
	uint32_t end;

	keep_waiting(t);
	t->open = false;
	end = take_body(&f, at);
	if (f.segments.n == 0)
		return at;
	put_rows(&f, 0);
	t->open = end == nrows;
	sort_words(t);
	return end;
}
