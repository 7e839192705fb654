/*
 * markdown.c - take emphasis, escapes and heading signs off a line.
 *
 * A sign goes only where it can be Markdown: a star between letter and space
 * that has its partner. "(*)" and "* Lưu ý" stay as they were written.
 */
#include "reading/shape/shape_priv.h"

enum {
	SIGNS_MAX = 64, /* emphasis signs of one line; more are no emphasis */
	AHEAD_MAX = 10, /* lines in which the partner of a star is looked for */
	AHEAD_BYTES = 2000,
};

typedef struct sign {
	size_t at;
	uint8_t len; /* 1: italic, 2: bold, 3: both */
	char c;
	bool opens, closes, used;
} sign;

typedef struct signs {
	sign p[SIGNS_MAX];
	unsigned n;
} signs;

static bool is_space_at(slice s, size_t i)
{
	return i >= s.n || s.p[i] == ' ' || s.p[i] == '\t';
}

/* Letters and digits, and all that is not ASCII: quotes count as words here. */
static bool is_word_at(slice s, size_t i)
{
	unsigned char c;

	if (i >= s.n)
		return false;
	c = (unsigned char)s.p[i];
	return c >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static void find_signs(slice s, signs *f)
{
	f->n = 0;
	for (size_t i = 0; i < s.n && f->n < SIGNS_MAX;) {
		size_t from = i;
		sign g;

		if (s.p[i] != '*' && s.p[i] != '_') {
			i++;
			continue;
		}
		while (i < s.n && s.p[i] == s.p[from])
			i++;
		if (i - from > 3 || (from > 0 && s.p[from - 1] == '\\'))
			continue;
		g = (sign){.at = from, .len = (uint8_t)(i - from), .c = s.p[from]};
		g.opens = !is_space_at(s, i) && s.p[i] != ')';
		g.closes = from > 0 && !is_space_at(s, from - 1) && s.p[from - 1] != '(';
		if (g.c == '_' && g.opens && g.closes && is_word_at(s, i) &&
		    is_word_at(s, from - 1))
			continue; /* inside a word: an address, a file name */
		if (g.c == '_' && g.len == 3)
			continue;
		if (g.opens || g.closes)
			f->p[f->n++] = g;
	}
}

/* Does a sign that closes `g` stand on one of the next lines of the paragraph? */
static bool closed_later(const shaper *sh, uint32_t raw, const sign *g)
{
	size_t seen = 0;

	for (uint32_t i = raw + 1; i < sh->in->lines.n && i <= raw + AHEAD_MAX; i++) {
		slice s = slice_trim(sh->in->lines.p[i].text);

		if (s.n == 0 || (seen += s.n) > AHEAD_BYTES)
			return false;
		for (size_t k = 1; k < s.n; k++)
			if (s.p[k] == g->c && !is_space_at(s, k - 1) && s.p[k - 1] != g->c)
				return (k + 1 >= s.n || s.p[k + 1] != g->c) == (g->len == 1);
	}
	return false;
}

/* Was one left open on an earlier line? Told by the paragraph before it, in the
 * same bounds. */
static bool opened_before(const shaper *sh, uint32_t raw, const sign *g)
{
	size_t seen = 0;

	for (uint32_t i = raw; i-- > 0 && i + AHEAD_MAX >= raw;) {
		slice s = slice_trim(sh->in->lines.p[i].text);
		signs f;

		if (s.n == 0 || (seen += s.n) > AHEAD_BYTES)
			return false;
		find_signs(s, &f);
		if (f.n > 0)
			return f.p[f.n - 1].opens && f.p[f.n - 1].c == g->c &&
			       f.p[f.n - 1].len == g->len;
	}
	return false;
}

static void pair_signs(const shaper *sh, uint32_t raw, signs *f, bool bold)
{
	for (unsigned i = 0; i < f->n; i++) {
		sign *g = &f->p[i];
		unsigned k = i + 1;

		if (g->used)
			continue;
		if (g->len == 2 && bold && g->closes) { /* the partner of an earlier line's */
			g->used = true;
			bold = false;
			continue;
		}
		while (k < f->n && !(f->p[k].c == g->c && f->p[k].len == g->len && f->p[k].closes))
			k++;
		if (g->opens && k < f->n)
			g->used = f->p[k].used = true;
		else if (g->opens && closed_later(sh, raw, g))
			g->used = true;
		else if (g->closes && opened_before(sh, raw, g))
			g->used = true;
	}
}

/* "## ", "> " at the start. Gives the bytes to leave out. */
static size_t head_signs(slice s, bool *ret_heading)
{
	size_t i = 0;

	*ret_heading = false;
	while (i < s.n && i < 7 && s.p[i] == '#')
		i++;
	if (i > 0 && i < 7 && i < s.n && s.p[i] == ' ') {
		*ret_heading = true;
		return i + 1;
	}
	return s.n > 2 && s.p[0] == '>' && s.p[1] == ' ' ? 2 : 0;
}

static bool escaped(slice s, size_t i)
{
	static const char after[] = "\\`*_{}[]()#+-.!|>~<";

	return s.p[i] == '\\' && i + 1 < s.n && memchr(after, s.p[i + 1], sizeof after - 1) != NULL;
}

/* Is every letter of the line inside signs of this length? */
static bool wholly(slice s, const signs *f, size_t from, unsigned len, bool open)
{
	size_t at = from;
	bool marked = open;

	for (unsigned i = 0; i <= f->n; i++) {
		size_t end = i < f->n ? f->p[i].at : s.n;

		if (i < f->n && (!f->p[i].used || (f->p[i].len & len) == 0))
			continue;
		for (; at < end && !open; at++)
			if (is_word_at(s, at))
				return false;
		if (i < f->n) {
			at = f->p[i].at + f->p[i].len;
			open = !open;
			marked = true;
		}
	}
	return marked;
}

void line_strip(shaper *sh, sline *line, bool *bold)
{
	const sline from = *line;
	slice s = from.text;
	copier c;
	signs f;
	bool heading;
	size_t start = head_signs(s, &heading), kept = start;
	unsigned k = 0;

	find_signs(s, &f);
	if (f.n > 0 && f.p[0].at == start && f.p[0].len == 1 && !f.p[0].opens)
		f.p[0].closes = false; /* a bullet */
	pair_signs(sh, line->raw, &f, *bold);
	if (wholly(s, &f, start, 2, *bold))
		line->flags |= LN_BOLD;
	if (wholly(s, &f, start, 1, false))
		line->flags |= LN_ITALIC;
	line->flags |= heading ? LN_HEADING : 0;
	c = copier_begin(sh, s.n);
	for (size_t i = start; i < s.n; i++) {
		while (k < f.n && f.p[k].at < i)
			k++;
		if (k < f.n && f.p[k].at == i && f.p[k].used) {
			copier_run(&c, &from, (slice){s.p + kept, i - kept});
			*bold ^= f.p[k].len == 2;
			i += f.p[k].len - 1u;
			kept = i + 1;
		} else if (escaped(s, i)) {
			copier_run(&c, &from, (slice){s.p + kept, i - kept});
			kept = ++i;
		}
	}
	copier_run(&c, &from, (slice){s.p + kept, s.n - kept});
	copier_end(&c, line);
	line->flags |= line_scan(line->text, &line->width) & LN_GAPS;
	line_trim(line);
}
