/*
 * second.c - where another document begins behind the one that is read.
 *
 * A letter is scanned with the letter that it passes on, or handed on in one file with it. A clerk
 * enters the first; the other would be entered by itself. Known by a complete header: the
 * name of the State or the Party in capitals, and near it a line "Số ..." that is filled in. It
 * must never cut off an annex: that has a heading and says whose it is; nor a form, whose
 * number is blank.
 */
#include "base/ordered.h"
#include "reading/facts/facts.h"
#include "reading/facts/header.h"

enum {
	LEAST_BYTES = 400, /* of the first document, from its own header on */
	LINES_BEFORE = 6,
	LINES_BEHIND = 6,
	LINE_TOKENS = 32,
	NUMBER_TOKENS = 12,
};

/* A paragraph: its tokens without its end. */
typedef struct line {
	uint32_t from, end;
} line;

static line line_of(const scan *s, uint32_t i)
{
	line l = {i, scan_next(s, i, s->tk.n, MARK_END)};

	while (l.from > 0 && s->tk.words[l.from - 1] != MARK_END)
		l.from--;
	return l;
}

/* Asked at each motto, of which there may be many on one line: so it looks no further. */
static bool on_short_line(const scan *s, uint32_t i)
{
	uint32_t far = s->tk.n - i < LINE_TOKENS ? s->tk.n : i + LINE_TOKENS;
	uint32_t end = scan_next(s, i, far, MARK_END), from = i;

	while (from > 0 && end - from <= LINE_TOKENS && s->tk.words[from - 1] != MARK_END)
		from--;
	return (end < far || far == s->tk.n) && end - from <= LINE_TOKENS;
}

/* The one above; false at the top. */
static bool line_above(const scan *s, line *l)
{
	if (l->from == 0)
		return false;
	*l = line_of(s, l->from - 1);
	l->end = l->end < l->from ? l->from : l->end;
	return true;
}

static bool is_upper(const scan *s, const line *l)
{
	bool any = false;

	for (uint32_t i = l->from; i < l->end; i++) {
		const token *t = scan_tok(s, i);

		if (t->kind == TOK_WORD && !(t->flags & TF_UPPER))
			return false;
		any |= t->kind == TOK_WORD;
	}
	return any;
}

/* "Số: 366/TB-SYT", the figure there, however badly it was read. */
static bool is_numbered(const scan *s, const line *l)
{
	static const slice heads[] = {S("số"), S("sô"), S("só")}; /* the last of scans */
	SAYINGS(heads);
	uint32_t i = l->from + says_any(s, l->from, &said_heads, NULL), end = l->end, slash;

	if (i == l->from)
		return false;
	end = end < i + NUMBER_TOKENS ? end : i + NUMBER_TOKENS;
	slash = scan_next(s, i, end, '/');
	if (slash >= end || !(scan_tok(s, slash + 1)->flags & TF_UPPER))
		return false;
	for (; i < slash; i++)
		if (scan_tok(s, i)->kind == TOK_NUM || scan_tok(s, i)->kind == TOK_WORD)
			return true;
	return false;
}

/* The next line from token i on in which the State or the Party is named in capitals, as headers
 * do: the token at which; s->tk.n when none is. */
static uint32_t next_motto(const scan *s, uint32_t i)
{
	static const slice mottos[] = {S("xã hội chủ nghĩa việt nam"), S("đảng cộng sản việt nam")};
	SAYINGS(mottos);
	uint32_t n = s->tk.n;

	for (; (i = says_any_in(s, i, n, &said_mottos)) < n; i++)
		if ((scan_tok(s, i)->flags & scan_tok(s, i + 1)->flags & TF_UPPER) &&
		    on_short_line(s, i))
			return i;
	return n;
}

/* The first token of the header around the motto at i, when that is numbered; s->tk.n when not. */
static uint32_t header_around(const scan *s, uint32_t i)
{
	line l = line_of(s, i), below = l;
	uint32_t first = l.from;
	bool numbered = false;

	for (int k = 0; k < LINES_BEHIND && !numbered && below.end + 1 < s->tk.n; k++) {
		below = line_of(s, below.end + 1);
		numbered = is_numbered(s, &below);
	}
	for (int k = 0; k < LINES_BEFORE && line_above(s, &l); k++) {
		bool number = is_numbered(s, &l);

		if (l.end - l.from > LINE_TOKENS || signs_at(s, l.from) ||
		    !(number || is_upper(s, &l)))
			break;
		numbered |= number;
		first = l.from;
	}
	return numbered ? first : s->tk.n;
}

/* Nothing from token i on is there for the passes. */
static void cut(scan *s, uint32_t i)
{
	blocks *bs = &s->r->blocks;
	uint32_t at = s->tk.p[i].at, n = ordered_find(ORDERED(bs, at.at), at);

	s->r->other = at;
	tokens_cut(&s->tk, i);
	for (uint32_t k = n; k < bs->n; k++) {
		bs->p[k].tok = i;
		bs->p[k].parent = bs->p[k].first_child = bs->p[k].next = -1;
	}
	bs->n = n;
	while (s->cue.n > 0 && s->cue.p[s->cue.n - 1].tok >= i)
		s->cue.n--;
	while (s->body.n > 0 && s->body.p[s->body.n - 1].tok >= i)
		s->body.n--;
}

void second_cut(scan *s)
{
	uint32_t i = next_motto(s, 0), own = i < s->tk.n ? s->tk.p[i].at : 0, first;

	while (i < s->tk.n && (i = next_motto(s, i + 1)) < s->tk.n) {
		if (s->tk.p[i].at - own < LEAST_BYTES)
			continue;
		first = header_around(s, i);
		if (first < s->tk.n && s->tk.p[first].at > own) {
			cut(s, first);
			return;
		}
	}
}
