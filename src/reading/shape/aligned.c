/*
 * aligned.c - tables that are drawn with blanks alone: cells stand one below the other, and
 * a cell too long for its column goes on in the next line.
 *
 *   TT  Nhiệm vụ               Đơn vị chủ trì    Thời hạn
 *   1   Xây dựng đề án         Sở Công Thương    Trước ngày
 *       phát triển chợ                           15/7/2026
 *
 * The columns are the strips that stay blank in the heading and the lines below it. Only a
 * heading known by its words begins a table: running text with wide gaps never does. Each
 * cell becomes one line, or several where it lists items. Lines are looked at a fixed number
 * of times, whatever the table.
 */
#include "reading/shape/shape_priv.h"

enum {
	SAMPLE = 24,       /* lines by which the columns are known */
	COLUMNS = 10,
	BREADTH = 400,     /* characters of a line, at most */
	ROW_LINES = 60,    /* lines of a row; a longer one is cut */
};

/* A column's text begins at `from` at the earliest; before it the strip from `strip` on is
 * blank. Characters from the margin; the first has both 0. */
typedef struct grid {
	uint32_t strip[COLUMNS], from[COLUMNS];
	unsigned n;
	bool numbered; /* the first column counts the rows */
} grid;

typedef struct pieces {
	slice p[COLUMNS];
	unsigned filled;
	bool gap;     /* two blanks or more part two of them */
	bool crosses; /* one runs over into the next column */
} pieces;

static bool may_stand(const sline *l)
{
	return l->table < 0 && l->zone == ZONE_BODY && l->width < BREADTH && l->indent < BREADTH &&
	       !(l->flags & (LN_PIPES | LN_WHOLE | LN_HEADING));
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static uint32_t column_of(const grid *g, uint32_t at)
{
	uint32_t k = 0;

	while (k + 1 < g->n && g->strip[k + 1] <= at)
		k++;
	return k;
}

/* Cut the line where the grid is blank. */
static void cut(const grid *g, const sline *l, pieces *ret)
{
	slice s = l->text;
	uint32_t at = l->indent, k = column_of(g, at);
	size_t from = 0, i = 0;

	*ret = (pieces){0};
	while (i < s.n) {
		size_t stop = i;
		uint32_t end;

		for (; stop < s.n && !is_blank(s.p[stop]); stop++)
			at += ((unsigned char)s.p[stop] & 0xc0) != 0x80;
		end = at;
		for (i = stop; i < s.n && is_blank(s.p[i]); i++)
			at++;
		ret->gap |= i < s.n && i - stop > 1;
		if (i < s.n && (column_of(g, at) == k ||
		                (i - stop == 1 && (end > g->from[k + 1] || at < g->from[k + 1]))))
			continue; /* one blank parts two cells only where the next column begins */
		ret->crosses |= k + 1 < g->n && end > g->from[k + 1];
		ret->p[k] = (slice){s.p + from, stop - from};
		ret->filled++;
		from = i;
		k = column_of(g, at);
	}
}

/* Mark the characters that the pieces of a line cover; a single blank is inside one. */
static void cover(const sline *l, bool used[BREADTH * 2])
{
	slice s = l->text;
	uint32_t at = l->indent;

	for (size_t i = 0; i < s.n && at < BREADTH * 2; i++) {
		bool inner = is_blank(s.p[i]) && i + 1 < s.n && !is_blank(s.p[i + 1]) &&
		             !is_blank(s.p[i - 1]);

		if (((unsigned char)s.p[i] & 0xc0) == 0x80)
			continue;
		used[at++] |= inner || !is_blank(s.p[i]);
	}
}

static bool is_number(slice s)
{
	uint32_t num;

	if (s.n == 0 || s.n > 5)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (memchr("0123456789.IVX", s.p[i], 14) == NULL)
			return s.n <= 3 && marker_length(s, &num) == s.n && s.p[0] != '-';
	return true;
}

static bool heads_numbers(slice s)
{
	return letters_start(s, S("tt")) || letters_start(s, S("stt")) ||
	       letters_start(s, S("số tt"));
}

/* What a column of duties is headed with, by its first letter; that behind z is đ. No words end a list. */
enum { LETTERS = 'z' - 'a' + 2 };
#define HEADS(...) ((const slice[]){__VA_ARGS__, {NULL, 0}})
#define HEAD(words) {words, sizeof words - 1}
static const slice *const headings[LETTERS] = {
	['c' - 'a'] = HEADS(HEAD("công việc"), HEAD("cơ quan"), HEAD("chủ trì")),
	['d' - 'a'] = HEADS(HEAD("danh mục")),
	['g' - 'a'] = HEADS(HEAD("ghi chú")),
	['h' - 'a'] = HEADS(HEAD("hoàn thành"), HEAD("hạn")),
	['k' - 'a'] = HEADS(HEAD("kết quả")),
	['n' - 'a'] = HEADS(HEAD("nội dung"), HEAD("nhiệm vụ"), HEAD("người")),
	['p' - 'a'] = HEADS(HEAD("phối hợp"), HEAD("phân công"), HEAD("phụ trách")),
	['s' - 'a'] = HEADS(HEAD("sản phẩm")),
	['t' - 'a'] = HEADS(HEAD("thời gian"), HEAD("thời hạn"), HEAD("tiến độ"),
                            HEAD("tên nhiệm vụ"), HEAD("thực hiện")),
	[LETTERS - 1] = HEADS(HEAD("đơn vị"), HEAD("đầu mối")),
};

static bool heads_column(slice s)
{
	unsigned c = (unsigned char)s.p[0];
	unsigned letter = c == 0xc4 ? LETTERS - 1 : (c | 0x20) - 'a';
	const slice *head = letter < LETTERS ? headings[letter] : NULL;

	while (head != NULL && head->n != 0 && !letters_start(s, *head))
		head++;
	return head != NULL && head->n != 0;
}

/* Do two pieces of the line or more say what a column of duties holds? Text that was set to both edges has
 * gaps at every word, so they are looked for two bytes a step. */
static bool has_headings(const sline *l)
{
	slice s = l->text;
	unsigned n = heads_numbers(s) + heads_column(s);

	for (size_t i = 2; i < s.n && n < 2; i++) {
		if (!is_blank(s.p[i - 1]))
			i++; /* a gap of the next byte would begin here */
		else if (is_blank(s.p[i - 2]))
			n += heads_column((slice){s.p + i, s.n - i});
	}
	return n >= 2;
}

/* The strips that stay blank in `used`. */
static bool grid_of(const bool used[BREADTH * 2], grid *ret)
{
	uint32_t at = 0;

	ret->n = 0;
	while (at < BREADTH * 2 && !used[at])
		at++;
	for (uint32_t strip = 0; at < BREADTH * 2;) {
		if (ret->n == COLUMNS)
			return false;
		ret->strip[ret->n] = strip;
		ret->from[ret->n++] = at;
		while (at < BREADTH * 2 && used[at])
			at++;
		strip = at;
		while (at < BREADTH * 2 && !used[at])
			at++;
	}
	return ret->n >= 3;
}

/* Does a table begin with line i? */
static bool find_grid(const shaper *sh, uint32_t i, grid *ret)
{
	const sline *l = &sh->lines.p[i];
	bool used[BREADTH * 2];
	unsigned rows = 0;
	pieces c;

	if (!(l->flags & LN_GAPS) || !may_stand(l) || !has_headings(l))
		return false; /* nearly every line */
	memset(used, 0, sizeof used);
	cover(l, used);
	for (uint32_t k = i + 1; k < sh->lines.n && k < i + SAMPLE; k++) {
		const sline *m = &sh->lines.p[k];

		if (!may_stand(m) || m->blanks > 2 || opening_of(m->text) != OPEN_NONE)
			break;
		if (!(m->flags & LN_GAPS)) {
			/* a cell that goes on, or what stands below the table */
			if (m->width > BREADTH / 8 && m->indent <= l->indent + 2)
				break;
			continue;
		}
		cover(m, used);
		rows++;
	}
	if (rows == 0 || !grid_of(used, ret))
		return false;
	cut(ret, l, &c);
	ret->numbered = heads_numbers(c.p[0]);
	return c.filled >= 3 && (ret->numbered || c.filled == ret->n);
}

/* Does line i belong to no row of the table? */
static bool ends_table(const shaper *sh, const grid *g, uint32_t i, const pieces *c)
{
	const sline *l = &sh->lines.p[i];

	if (!may_stand(l) || opening_of(l->text) != OPEN_NONE)
		return true;
	if (c->crosses && !c->gap)
		return true;
	if (g->numbered && c->p[0].n != 0 && !is_number(c->p[0]))
		return true;
	return l->blanks > 2 && c->filled < 2;
}

/* Does a row begin with line i? */
static bool begins_row(const shaper *sh, const grid *g, uint32_t i, const pieces *c, bool by_blanks)
{
	if (by_blanks)
		return sh->lines.p[i].blanks > 0;
	if (g->numbered)
		return is_number(c->p[0]);
	return sh->lines.p[i].blanks > 0 || (c->filled == g->n && c->p[0].n != 0);
}

/* Are the rows parted by blank lines, with a number somewhere in each? Then that may stand
 * in the middle of its row. Lines (i, end) of the table. */
static bool parted_by_blanks(const shaper *sh, const grid *g, uint32_t i, uint32_t end)
{
	uint32_t groups = 0, numbers = 0, late = 0;

	for (uint32_t first = i++; i < end; i++) {
		pieces c;

		cut(g, &sh->lines.p[i], &c);
		groups += sh->lines.p[i].blanks > 0;
		if (sh->lines.p[i].blanks > 0)
			first = i;
		if (is_number(c.p[0])) {
			numbers++;
			late += i > first;
		}
	}
	return groups > 1 && groups == numbers && late > 0;
}

/* What the lines [i, end) hold in column k, as one line of a cell. */
static void put_lines(tabler *t, const grid *g, uint32_t i, uint32_t end, unsigned k)
{
	size_t room = 0;
	sline cell = {0};
	copier c;
	pieces x;

	for (uint32_t j = i; j < end; j++) {
		cut(g, &t->sh->lines.p[j], &x);
		room += x.p[k].n + 1;
	}
	c = copier_begin(t->sh, room);
	for (uint32_t j = i; j < end; j++) {
		const sline *l = &t->sh->lines.p[j];

		cut(g, l, &x);
		if (x.p[k].n == 0)
			continue;
		if (c.n == 0)
			cell = *l;
		else
			copier_put(&c, l, x.p[k].p, S(" "));
		copier_run(&c, l, x.p[k]);
	}
	if (c.n == 0)
		return;
	copier_end(&c, &cell);
	table_cell(t, &cell, cell.text, (int32_t)k);
}

/* Column k of the row of lines [i, end); an item of a list begins a line of its own. */
static void put_column(tabler *t, const grid *g, uint32_t i, uint32_t end, unsigned k)
{
	uint32_t from = i;

	for (uint32_t j = i + 1; j < end; j++) {
		pieces x;

		cut(g, &t->sh->lines.p[j], &x);
		if (x.p[k].n < 2 || x.p[k].p[1] != ' ' ||
		    (x.p[k].p[0] != '-' && x.p[k].p[0] != '+'))
			continue;
		put_lines(t, g, from, j, k);
		from = j;
	}
	put_lines(t, g, from, end, k);
}

bool aligned_begins(const shaper *sh, uint32_t i)
{
	grid g;

	return find_grid(sh, i, &g);
}

uint32_t aligned_rows(tabler *t, uint32_t i)
{
	const shaper *sh = t->sh;
	uint32_t end = i + 1, from = i;
	bool by_blanks;
	grid g;
	pieces c;

	if (!find_grid(sh, i, &g))
		return i;
	for (; end < sh->lines.n; end++) {
		cut(&g, &sh->lines.p[end], &c);
		if (ends_table(sh, &g, end, &c))
			break;
	}
	by_blanks = g.numbered && parted_by_blanks(sh, &g, i, end);
	t->row = 0;
	for (uint32_t j = i + 1; j <= end; j++) {
		if (j < end)
			cut(&g, &sh->lines.p[j], &c);
		if (j < end && j - from < ROW_LINES && !begins_row(sh, &g, j, &c, by_blanks))
			continue;
		for (unsigned k = 0; k < g.n; k++)
			put_column(t, &g, from, j, k);
		t->row++;
		from = j;
	}
	t->table++;
	return end;
}
