/*
 * tables.c - rows of cells: Markdown's, a grid's, and those that tabs part.
 *
 * A cell becomes one line or more, each with the table, row and column it stood
 * in. What a conversion flattened into one line (a whole header in one cell) is
 * parted again at the words that begin its lines.
 */
#include "reading/shape/shape_priv.h"

enum {
	CELLS_MAX = 64, /* columns of a row; the rest stays in the last */
	PART_MAX = 300, /* bytes of one line of a header or signature, at most */
	ROW_LINES = 12, /* lines over which the cells of one row may run */
	ROW_BLANKS = 32, /* empty ones among them, at a stretch */
	TONG_MAX = 8, /* bytes: "TRƯỞNG" has more */
};

/* A post in capitals after other capitals, and not what "KT." stands for. */
static bool begins_post(slice before, slice rest)
{
	static const slice posts[] = {S("PHÓ "),           S("CHÁNH VĂN"),  S("CHỦ TỊCH"),
	                              S("KT. "),           S("THỨ TRƯỞNG"), S("GIÁM ĐỐC"),
	                              S("VỤ TRƯỞNG"),      S("CỤC TRƯỞNG"), S("CỘNG HÒA XÃ HỘI"),
	                              S("CỘNG HOÀ XÃ HỘI")};
	static const slice governing[] = {S("TL."), S("KT."),  S("TM."), S("TUQ."),
	                                  S("PHÓ"), S("TỔNG"), S(","),   S("ĐOÀN")};
	size_t k = 0;

	while (k < ARRAY_LEN(posts) &&
	       (rest.p[0] != posts[k].p[0] || !slice_starts(rest, posts[k])))
		k++;
	if (k == ARRAY_LEN(posts))
		return false;
	for (k = 0; k < ARRAY_LEN(governing); k++)
		if (slice_ends(before, governing[k]))
			return false;
	for (k = before.n; k > 0 && before.p[k - 1] != ' ' && before.p[k - 1] != '.';)
		k--;
	if (before.n - k < TONG_MAX && before.p[k] == 'T' && slice_ends(before, S("NG")))
		return false; /* "TONG", "TỎNG": what a scan makes of it */
	return letters_all_upper(before);
}

/* "Kính gửi: Các trường. Thực hiện Kế hoạch …": does the text of the letter begin here, behind its
 * addressees on their line? */
static bool begins_text(slice rest)
{
	enum { TEXT_MIN = 60 };
	enum opening o = rest.n > TEXT_MIN && letters_first(rest) == LETTER_UPPER ? opening_of(rest)
	                                                                          : OPEN_NONE;

	return o == OPEN_BASIS || o == OPEN_PREAMBLE;
}

/* May a new logical line begin at byte i of the flattened text s? */
static bool begins_line(slice s, size_t from, size_t i, bool listing)
{
	static const char firsts[] = "-VS\xc4PCKTGNX"; /* of all that may begin one */
	slice rest = {s.p + i, s.n - i};
	slice before;
	uint32_t num;

	if (memchr(firsts, rest.p[0], sizeof firsts - 1) == NULL)
		return false;
	before = slice_trim((slice){s.p + from, i - from});
	if (before.n == 0)
		return false;
	if (listing && opening_of(before) == OPEN_ADDRESS && begins_text(rest))
		return true;
	if (rest.p[0] == '-')
		return listing && rest.n > 2 && marker_length(rest, &num) == 1 &&
		       memchr(";:.", before.p[before.n - 1], 3) != NULL;
	if (slice_starts(rest, S("V/v ")) || slice_starts(rest, S("Số: ")))
		return opening_of(before) != OPEN_NONE;
	if (slice_starts(rest, S("Độc lập")))
		return letters_all_upper(before);
	return begins_post(before, rest);
}

static void push_part(shaper *sh, slines *out, const sline *cell, slice part)
{
	sline l = line_part(cell, part);
	size_t n = l.text.n;

	while (n > 0 && (l.text.p[n - 1] == '-' || l.text.p[n - 1] == '_'))
		n--; /* the rule drawn below */
	if (l.text.n - n >= 3)
		l = line_part(cell, (slice){l.text.p, n});
	if (l.text.n > 0)
		*(sline *)VEC_PUSH(sh->a, out) = l;
}

void cell_split(shaper *sh, slines *out, const sline *cell)
{
	slice s = cell->text;
	enum opening o = s.n > 0 ? opening_of(s) : OPEN_NONE;
	bool listing = o == OPEN_RECIPIENTS || o == OPEN_ADDRESS || (s.n > 0 && s.p[0] == '-');
	bool upper = o != OPEN_NONE;
	size_t from = 0;

	for (size_t i = 1; i < s.n; i++) {
		if (s.p[i - 1] != ' ' || (i - from > PART_MAX && s.p[i] != '-'))
			continue;
		if (cell->zone == ZONE_BODY && i + 2 < s.n && s.p[i] == ' ' && s.p[i + 1] == ' ' &&
		    letters_all_upper((slice){s.p + from, i - from})) {
			push_part(sh, out, cell, (slice){s.p + from, i - from}); /* post   name */
			from = i;
		} else if ((listing || upper || i < 200) && s.p[i] != ' ' &&
		           begins_line(s, from, i, listing)) {
			push_part(sh, out, cell, (slice){s.p + from, i - from});
			from = i;
		}
	}
	push_part(sh, out, cell, (slice){s.p + from, s.n - from});
}

typedef struct cells {
	slice p[CELLS_MAX];
	unsigned n;
} cells;

static void cut_cells(slice s, char sep, cells *ret)
{
	slice head;

	ret->n = 0;
	while (ret->n + 1 < CELLS_MAX && slice_cut(&s, sep, &head))
		ret->p[ret->n++] = slice_trim(head);
	ret->p[ret->n++] = slice_trim(s);
}

/* The cells of a row written with bars; 0 when it is none. */
static unsigned pipe_cells(const sline *l, cells *ret)
{
	slice s = l->text;
	bool framed = s.n > 1 && s.p[0] == '|';

	ret->n = 0;
	if (!(l->flags & LN_PIPES) || l->table >= 0 || l->flags & LN_WHOLE)
		return 0;
	if (framed)
		s = (slice){s.p + 1, s.n - 1};
	if (framed && s.n > 0 && s.p[s.n - 1] == '|')
		s.n--;
	cut_cells(s, '|', ret);
	return ret->n >= (framed ? 1 : 2) ? ret->n : 0;
}

/* "--- | :---: |", "+----+": drawn between rows. */
static bool is_rule_row(const sline *l)
{
	slice s = l->text;
	unsigned drawn = 0;

	if (s.n < 3 || (s.p[0] != '|' && s.p[0] != '+'))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		drawn += s.p[i] == '-' || s.p[i] == '=';
		if (s.p[i] != '-' && s.p[i] != '|' && s.p[i] != '+' && s.p[i] != ':' &&
		    s.p[i] != ' ' && s.p[i] != '=')
			return false;
	}
	return drawn >= 3;
}

/* Markdown has no other way to end a line inside a cell than the tag "br". */
static void cut_break(slice *rest, slice *ret)
{
	for (size_t i = 0; i + 4 <= rest->n; i++) {
		const char *p = memchr(rest->p + i, '<', rest->n - i);
		size_t n = 3;
		slice at;

		if (p == NULL)
			break;
		i = (size_t)(p - rest->p);
		at = (slice){p, rest->n - i};
		if (!slice_starts(at, S("<br")) && !slice_starts(at, S("<BR")))
			continue;
		while (n < at.n && n < 5 && (at.p[n] == ' ' || at.p[n] == '/'))
			n++;
		if (n == at.n || at.p[n] != '>')
			continue;
		*ret = (slice){rest->p, i};
		*rest = (slice){p + n + 1, at.n - n - 1};
		return;
	}
	*ret = *rest;
	rest->n = 0;
}

void table_cell(tabler *t, const sline *l, slice text, int32_t column)
{
	sline c = *l;

	if (text.n == 0)
		return;
	c.table = t->table;
	c.row = t->row;
	c.column = column;
	c.indent = 0;
	for (slice part; text.n > 0;) {
		cut_break(&text, &part);
		c.text = slice_trim(part);
		if (c.text.n > 0)
			cell_split(t->sh, &t->out, &c);
	}
}

/* Rows drawn with "+---+" hold cells of several lines: column by column. */
static uint32_t grid_row(tabler *t, uint32_t i)
{
	uint32_t end = i;
	unsigned columns = 1;
	cells c;

	while (end < t->sh->lines.n && !is_rule_row(&t->sh->lines.p[end]) &&
	       pipe_cells(&t->sh->lines.p[end], &c) > 0)
		end++;
	for (unsigned k = 0; k < columns && k < CELLS_MAX; k++)
		for (uint32_t j = i; j < end; j++) {
			if (pipe_cells(&t->sh->lines.p[j], &c) > columns)
				columns = c.n;
			if (k < c.n)
				table_cell(t, &t->sh->lines.p[j], c.p[k], (int32_t)k);
		}
	t->row++;
	return end;
}

/* "Nơi nhận: | CHỦ TỊCH |", "- Lưu: VT. | KT. CHỦ TỊCH": one row of a letter's own table, whose other
 * lines hold no bar. */
static bool is_letter_row(const cells *c)
{
	enum opening left = opening_of(c->p[0]), right = opening_of(c->p[1]);

	if (c->n > 3 || (c->n == 3 && c->p[2].n > 0) || c->p[0].n == 0 || c->p[1].n == 0)
		return false;
	return right == OPEN_NATION || right == OPEN_MOTTO || right == OPEN_PLACE_DATE ||
	       right == OPEN_SIGN || (left == OPEN_RECIPIENTS && letters_all_upper(c->p[1]));
}

/* Does line i begin a table with bars? A framed row does; else three cells and a
 * neighbour with as many. */
static bool pipe_table(const shaper *sh, uint32_t i)
{
	const sline *l = &sh->lines.p[i];
	cells c;
	unsigned n = pipe_cells(l, &c), next;

	if (n == 0)
		return false;
	if (l->text.p[0] == '|')
		return n > 1 || (i + 1 < sh->lines.n && is_rule_row(l + 1));
	if (n > 1 && is_letter_row(&c))
		return true;
	if (n < 3 || i + 1 >= sh->lines.n)
		return false;
	next = pipe_cells(l + 1, &c);
	/* "I | Hoàn thiện dữ liệu": a heading of rows between */
	return next == n ||
	       (next != 0 && next < n && i + 2 < sh->lines.n && pipe_cells(l + 2, &c) == n);
}

static uint32_t pipe_rows(tabler *t, uint32_t i, bool grid)
{
	cells c;

	t->row = 0;
	while (i < t->sh->lines.n) {
		const sline *l = &t->sh->lines.p[i];

		if (is_rule_row(l)) {
			i++;
			continue;
		}
		if (pipe_cells(l, &c) == 0 || (l->blanks > 0 && t->row > 0 && l->text.p[0] != '|'))
			break;
		if (grid) {
			i = grid_row(t, i);
			continue;
		}
		for (unsigned k = 0; k < c.n; k++)
			table_cell(t, l, c.p[k], (int32_t)k);
		t->row++;
		i++;
	}
	t->table++;
	return i;
}

/* How many tabs stand in s, counting no further than a table has columns. */
static unsigned tabs_in(slice s)
{
	unsigned n = 0;
	slice head;

	while (n < CELLS_MAX && slice_cut(&s, '\t', &head))
		n++;
	return n;
}

/* The tabs of a line, with those that trimming took from its ends. */
static slice whole_line(const shaper *sh, const sline *l)
{
	slice raw = sh->in->lines.p[l->raw].text;
	const char *from = l->text.p;

	if (l->base != raw.p)
		return l->text;
	while (from > raw.p && (from[-1] == '\t' || from[-1] == ' '))
		from--;
	return (slice){from, (size_t)(raw.p + raw.n - from)};
}

/* The tabs of the lines that held nothing else, between two lines: cells too. */
static unsigned tabs_between(const shaper *sh, uint32_t before, uint32_t after)
{
	unsigned n = 0;

	for (uint32_t i = before + 1; i < after && i <= before + ROW_BLANKS; i++)
		n += tabs_in(sh->in->lines.p[i].text);
	return n;
}

static bool is_number_cell(slice s)
{
	if (s.n == 0 || s.n > 4)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if ((s.p[i] < '0' || s.p[i] > '9') && s.p[i] != '.')
			return false;
	return true;
}

/* Three columns or more, and another such line within reach. */
static bool tab_table(const shaper *sh, uint32_t i)
{
	const sline *l = &sh->lines.p[i];

	if (!(l->flags & LN_GAPS) || l->table >= 0 || l->flags & LN_WHOLE || l->zone != ZONE_BODY ||
	    tabs_in(l->text) < 2)
		return false;
	for (uint32_t k = i + 1; k < sh->lines.n && k <= i + 4; k++)
		if (sh->lines.p[k].flags & LN_GAPS && tabs_in(whole_line(sh, &sh->lines.p[k])) >= 2)
			return true;
	return false;
}

/* "IV. TỔ CHỨC THỰC HIỆN": no cell goes on so, however short the row before it is. */
static bool heads_part(slice s)
{
	enum { LEAST = 10 };
	uint32_t num;
	size_t marker = marker_length(s, &num);

	return marker > 1 && s.n >= marker + LEAST && letters_all_upper(s);
}

/* Rows whose cells tabs part; a cell may run over lines, so a row ends when its
 * tabs are used up or the next one's number comes. */
static uint32_t tab_rows(tabler *t, uint32_t i)
{
	unsigned wanted = tabs_in(whole_line(t->sh, &t->sh->lines.p[i])), have = 0;
	uint32_t started = i, first = i;
	int32_t column = 0;
	cells c;

	t->row = -1;
	for (; i < t->sh->lines.n; i++) {
		const sline *l = &t->sh->lines.p[i];
		slice s = whole_line(t->sh, l);
		unsigned n = l->flags & LN_GAPS || s.n > l->text.n ? tabs_in(s) : 0;
		unsigned skipped = i > first ? tabs_between(t->sh, l[-1].raw, l->raw) : 0;
		bool fresh;

		cut_cells(s, '\t', &c);
		fresh = i == first || have >= wanted || i - started >= ROW_LINES ||
		        (n > 0 && is_number_cell(c.p[0])) ||
		        (n > 0 && c.n > 2 && c.p[1].n == 0 && letters_all_upper(c.p[0]));
		if (l->table >= 0 || l->flags & LN_WHOLE || (n == 0 && heads_part(l->text)) ||
		    (n == 0 && (fresh || l->blanks > 0 || have == 0)))
			break;
		if (fresh) {
			t->row++;
			column = 0;
			have = 0;
			started = i;
		} else if (skipped < CELLS_MAX) {
			column += (int32_t)skipped;
			have += skipped;
		}
		for (unsigned k = 0; k < c.n; k++)
			table_cell(t, l, c.p[k], column + (int32_t)k);
		column += (int32_t)n;
		have += n;
		if (have + 1 >= wanted && s.n > 0 && s.p[s.n - 1] == '\t')
			have = wanted;
	}
	t->table++;
	return i;
}

void tables_split(shaper *sh)
{
	tabler t = {.sh = sh};
	uint32_t done = 0;

	for (uint32_t i = 0; i < sh->lines.n; i++) {
		const sline *l = &sh->lines.p[i];
		bool grid = l->flags & LN_PIPES || l->text.p[0] == '+'
		                    ? is_rule_row(l) && l->text.p[0] == '+'
		                    : false;
		bool pipes = !grid && l->flags & LN_PIPES && pipe_table(sh, i), drawn;

		if (l->table >= t.table)
			t.table = l->table + 1;
		drawn = grid || pipes || tab_table(sh, i);
		if (!drawn && !aligned_begins(sh, i))
			continue;
		if (t.out.cap == 0)
			t.out = slines_like(sh);
		for (; done < i; done++)
			*(sline *)VEC_PUSH(sh->a, &t.out) = sh->lines.p[done];
		done = !drawn          ? aligned_rows(&t, i)
		       : grid || pipes ? pipe_rows(&t, i, grid)
		                       : tab_rows(&t, i);
		i = done > i ? done - 1 : i;
	}
	if (done == 0)
		return;
	sh->r->drawn_tables = true;
	for (; done < sh->lines.n; done++)
		*(sline *)VEC_PUSH(sh->a, &t.out) = sh->lines.p[done];
	arena_drop(sh->a, sh->lines.p);
	sh->lines = t.out;
}
