/*
 * csv.c - RFC 4180 and what offices make of it.
 *
 * A quote that nothing closes is taken as a letter, so that one slip does not swallow
 * the rest of the file. It must never look at the words.
 */
#include "reading/extract/csv.h"

#include "base/utf8.h"
#include "reading/extract/legacy.h"
#include "reading/extract/limits.h"
#include "reading/extract/xlsx_grid.h"

enum {
	LOOK_BYTES = 1 << 16, /* from which the separator is judged */
	ROWS_LEAST = 2,
	CELLS_LEAST = 2,
	COUNTS = 64, /* cells of a row that are told apart */
};

/* One cell: [from, to) without its quotes; `doubled` when "" stands in it. */
typedef struct cell {
	slice text;
	bool quoted, doubled;
	bool last; /* the row ends after it */
} cell;

typedef struct cutter {
	slice s;
	size_t at;
	char separator;
	bool unclosed; /* a quote was never closed: quotes are letters from there on */
} cutter;

/* The quote that closes a cell whose words begin at i; s.n: none. */
static size_t closing(slice s, size_t i, bool *ret_doubled)
{
	while (i < s.n) {
		const char *q = memchr(s.p + i, '"', s.n - i);

		if (q == NULL)
			return s.n;
		i = (size_t)(q - s.p);
		if (i + 1 >= s.n || s.p[i + 1] != '"')
			return i;
		*ret_doubled = true;
		i += 2;
	}
	return s.n;
}

static size_t cell_end(const cutter *c, size_t i)
{
	while (i < c->s.n && c->s.p[i] != c->separator && c->s.p[i] != '\n' && c->s.p[i] != '\r')
		i++;
	return i;
}

/* The next cell; false at the end of the text. */
static bool cut(cutter *c, cell *ret)
{
	slice s = c->s;
	size_t from = c->at, end;

	*ret = (cell){.last = false};
	if (from >= s.n)
		return false;
	if (s.p[from] == '"' && !c->unclosed) {
		size_t close = closing(s, from + 1, &ret->doubled);

		ret->quoted = close < s.n;
		c->unclosed = close == s.n;
		if (ret->quoted) {
			ret->text = (slice){s.p + from + 1, close - from - 1};
			from = close + 1;
		}
	}
	end = cell_end(c, from);
	if (!ret->quoted) {
		ret->doubled = false;
		ret->text = (slice){s.p + from, end - from};
	}
	ret->last = end >= s.n || s.p[end] != c->separator;
	c->at = end + 1;
	if (end + 1 < s.n && s.p[end] == '\r' && s.p[end + 1] == '\n')
		c->at++;
	return true;
}

/* How the rows look when parted by one separator. */
typedef struct looks {
	uint32_t rows;            /* that are not blank */
	uint32_t counts[COUNTS];  /* rows with so many cells */
	uint32_t cells, spaced;   /* cells after a separator; those that begin with a space */
	bool unclosed;
} looks;

static looks look(slice s, char separator, bool whole)
{
	cutter c = {.s = s, .separator = separator};
	looks l = {0};
	uint32_t n = 0, filled = 0;
	cell one;

	while (cut(&c, &one)) {
		if (n > 0) {
			l.cells++;
			l.spaced += !one.quoted && one.text.n > 1 && one.text.p[0] == ' ';
		}
		n++;
		filled += slice_trim(one.text).n > 0;
		if (!one.last)
			continue;
		if (c.at < s.n || whole || l.rows == 0) { /* the last one may be cut short */
			l.rows += n > 1 || filled > 0;
			if (n > 1 || filled > 0)
				l.counts[n < COUNTS ? n : COUNTS - 1]++;
		}
		n = filled = 0;
	}
	l.unclosed = c.unclosed && whole;
	return l;
}

/* Does it look like a table? Then how many cells a row has, else 0. */
static uint32_t cells_of(const looks *l)
{
	uint32_t best = 0;

	for (uint32_t i = CELLS_LEAST; i < COUNTS; i++)
		if (l->counts[i] > 0 && l->counts[i] >= l->counts[best])
			best = i;
	if (best < CELLS_LEAST || l->rows < ROWS_LEAST || l->unclosed)
		return 0;
	if (l->counts[best] != l->rows &&
	    (l->rows < 10 || best < 3 || (uint64_t)l->counts[best] * 20 < (uint64_t)l->rows * 19))
		return 0;
	if (best == 2 && l->rows < 3)
		return 0;
	return l->spaced * 10 <= l->cells ? best : 0;
}

/* Most texts are told by their first line alone. */
static bool parts_first_row(slice s, char separator)
{
	cutter c = {.s = s, .separator = separator};
	cell one;

	return cut(&c, &one) && !one.last;
}

char csv_separator(slice s)
{
	static const char separators[] = {'\t', ';', ','};
	bool whole = s.n <= LOOK_BYTES;
	uint32_t most = 0;
	char best = '\0';

	if (slice_starts(s, S("\xef\xbb\xbf")))
		s = (slice){s.p + 3, s.n - 3};
	if (!whole)
		s.n = LOOK_BYTES;
	for (size_t i = 0; i < sizeof separators; i++) {
		looks l;
		uint32_t n;

		if (!parts_first_row(s, separators[i]))
			continue;
		l = look(s, separators[i], whole);
		n = cells_of(&l);
		if (n > most) {
			most = n;
			best = separators[i];
		}
	}
	return best;
}

/* The words of a cell, "" as one quote. */
static slice words(const cell *c, legacy_code code, arena *a)
{
	slice s = c->text;

	if (c->doubled) {
		char *p = arena_alloc(a, s.n);
		size_t n = 0;

		for (size_t i = 0; i < s.n; i++) {
			p[n++] = s.p[i];
			i += s.p[i] == '"';
		}
		s = (slice){p, n};
	}
	return code == LEGACY_NONE ? s : legacy_from_bytes(s, code, a);
}

static rc cells_read(slice s, char separator, legacy_code code, grid *g, err *e)
{
	cutter c = {.s = s, .separator = separator};
	int32_t row = 0, column = 0;
	cell one;

	while (cut(&c, &one)) {
		if (slice_trim(one.text).n > 0 &&
		    (row >= GRID_ROWS || column >= GRID_COLUMNS ||
		     !grid_add(g, row, column, words(&one, code, g->a), false)))
			return err_set(e, RC_LIMIT, MSG_SHEET_TOO_LARGE, "row %d, column %d", row,
			               column);
		column += column < GRID_COLUMNS;
		if (one.last) {
			row += row < GRID_ROWS;
			column = 0;
		}
	}
	return RC_OK;
}

rc rawdoc_from_csv(slice bytes, arena *a, rawdoc *ret, err *e)
{
	grid_out out = {.a = a, .doc = ret};
	grid g = {.a = a};
	legacy_code old = LEGACY_NONE;
	char separator = csv_separator(bytes);
	rc code;

	*ret = (rawdoc){.confidence = 1};
	if (bytes.n > 0 && memchr(bytes.p, '\0', bytes.n) != NULL)
		return err_set(e, RC_INPUT, MSG_BINARY, "a NUL byte");
	if (utf8_invalid_at(bytes) < bytes.n && (old = legacy_of_bytes(bytes)) == LEGACY_NONE)
		return err_set(e, RC_INPUT, MSG_NOT_UTF8, "byte %zu", utf8_invalid_at(bytes));
	if (slice_starts(bytes, S("\xef\xbb\xbf")))
		bytes = (slice){bytes.p + 3, bytes.n - 3};
	code = cells_read(bytes, separator != '\0' ? separator : ',', old, &g, e);
	if (code != RC_OK)
		return code;
	if (g.cells.n == 0)
		return err_set(e, RC_INPUT, MSG_EMPTY, "no cells");
	g.name = S("");
	return grid_put(&out, &g, e);
}
