/*
 * second.c - where other documents begin behind the one that is read.
 *
 * A letter is scanned with the letter that it passes on, or handed on in one file with it. Each is a
 * document of its own: who has the lines reads them apart (parts.h). Known by a complete header: the
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
	NEAR_ABOVE = 24, /* lines of the text that may belong to the header's left column */
	NEAR_BELOW = 12,
	NEAR = NEAR_ABOVE + 1 + NEAR_BELOW,
};

/* A paragraph: its tokens without its end, and where its words stand in the file. */
typedef struct line {
	uint32_t from, end, source;
} line;

/* The lines around a motto, in the order of the file. */
typedef struct near_lines {
	line p[NEAR];
	uint32_t n, motto;
} near_lines;

static line line_from(const scan *s, uint32_t from, uint32_t end)
{
	return (line){from, end, origin_of(&s->r->origin, s->tk.p[from].at)};
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

/* The short line that ends before token `end`, a MARK_END; false where there is none. */
static bool short_above(const scan *s, uint32_t end, line *ret)
{
	uint32_t from = end;

	while (from > 0 && end - from <= LINE_TOKENS && s->tk.words[from - 1] != MARK_END)
		from--;
	if (end - from > LINE_TOKENS)
		return false;
	*ret = line_from(s, from, end);
	return true;
}

/* The short line that begins at token `from`. */
static bool short_below(const scan *s, uint32_t from, line *ret)
{
	uint32_t far = s->tk.n - from < LINE_TOKENS + 1 ? s->tk.n : from + LINE_TOKENS + 1;
	uint32_t end = from < s->tk.n ? scan_next(s, from, far, MARK_END) : far;

	if (from >= s->tk.n || (end == far && far < s->tk.n))
		return false;
	*ret = line_from(s, from, end);
	return true;
}

static void put_line(near_lines *x, line l)
{
	uint32_t k = x->n++;

	for (; k > 0 && x->p[k - 1].source > l.source; k--)
		x->p[k] = x->p[k - 1];
	x->p[k] = l;
}

/* Columns are read one after the other, so what stands beside the motto, or above it at the left,
 * may come in the text before the signature of the letter that ends there: the file's own
 * order tells. */
static void lines_near(const scan *s, uint32_t i, near_lines *ret)
{
	uint32_t from = i;
	line l;

	ret->n = 0;
	while (from > 0 && s->tk.words[from - 1] != MARK_END)
		from--;
	for (uint32_t k = 0, end = from; k < NEAR_ABOVE && end > 0; k++, end = l.from) {
		if (!short_above(s, end - 1, &l))
			break;
		put_line(ret, l);
	}
	for (uint32_t k = 0, at = from; k <= NEAR_BELOW && short_below(s, at, &l); k++) {
		put_line(ret, l);
		at = l.end + 1;
	}
	for (uint32_t k = 0; k < ret->n; k++)
		if (ret->p[k].from == from)
			ret->motto = k;
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

/* "TB-SYT"; "TTr-SYT". */
static bool is_symbol(const scan *s, uint32_t i)
{
	unsigned flags = scan_tok(s, i)->flags;

	return flags & TF_UPPER ||
	       (flags & TF_CAP && scan_mark(s, i + 1, '-') && scan_tok(s, i + 2)->flags & TF_UPPER);
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
	if (slash >= end || !is_symbol(s, slash + 1))
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

/* "CHỦ TỊCH": a signature ends there; "CHỦ TỊCH ỦY BAN NHÂN DÂN" issues. */
static bool is_signed(const scan *s, const line *l)
{
	static const slice issuers[] = {
		S("chủ tịch ủy ban"),    S("chủ tịch ubnd"),       S("chủ tịch hội đồng"),
		S("trưởng ban chỉ đạo"), S("thủ tướng chính phủ"), S("bộ trưởng bộ"),
	};
	SAYINGS(issuers);

	return signs_at(s, l->from) && says_any(s, l->from, &said_issuers, NULL) == 0;
}

/* What may stand above the motto, or at its left: who issues, number, subject, urgency. */
static bool is_of_header(const scan *s, const line *l, bool *numbered)
{
	static const slice subjects[] = {S("v/v"), S("về việc")};
	SAYINGS(subjects);
	bool number = is_numbered(s, l);

	*numbered |= number;
	return number || (is_upper(s, l) && !is_signed(s, l)) ||
	       says_any(s, l->from, &said_subjects, NULL) != 0;
}

/* Where a document begins: token of the line that stands first in the file, and the
 * first token from which on the text is that document's. */
typedef struct beginning {
	uint32_t first, cut;
} beginning;

/* The header around the motto at i: is it complete? */
static bool header_around(const scan *s, uint32_t i, beginning *ret)
{
	near_lines x;
	bool numbered = false;
	uint32_t top;

	lines_near(s, i, &x);
	if (x.n == 0)
		return false;
	top = x.motto;
	for (uint32_t k = x.motto; k + 1 < x.n && k < x.motto + LINES_BEHIND && !numbered; k++)
		numbered = is_numbered(s, &x.p[k + 1]);
	while (top > 0 && x.motto - top < LINES_BEFORE && is_of_header(s, &x.p[top - 1], &numbered))
		top--;
	*ret = (beginning){x.p[top].from, x.p[x.motto].from};
	for (line l;
	     ret->cut > 0 && short_above(s, ret->cut - 1, &l) && l.source >= x.p[top].source;)
		ret->cut = l.from;
	return numbered;
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
	uint32_t i = next_motto(s, 0), own = i < s->tk.n ? s->tk.p[i].at : 0;
	uint32_t second = s->tk.n;
	beginning b;

	while (i < s->tk.n && (i = next_motto(s, i + 1)) < s->tk.n) {
		if (s->tk.p[i].at - own < LEAST_BYTES || !header_around(s, i, &b) ||
		    s->tk.p[b.cut].at <= own)
			continue;
		own = s->tk.p[i].at;
		second = second < b.cut ? second : b.cut;
		*VEC_PUSH(s->a, &s->r->others) = s->tk.p[b.first].at;
	}
	if (second < s->tk.n)
		cut(s, second);
}
