/*
 * second.c - where other documents begin behind the one that is read.
 *
 * A letter is scanned with the letter that it passes on, or handed on in one file with it. Each is a
 * document of its own: who has the lines reads them apart (parts.h). Known by a complete header: the
 * name of the State or the Party in capitals, and near it a line "Số ..." that is filled in. It
 * must never cut off an annex: that has a heading and says whose it is; nor a form, whose
 * number is blank.
 */
#include <stdlib.h>

#include "base/ordered.h"
#include "reading/facts/frame/header.h"

enum {
	LEAST_BYTES = 400, /* of the first document, from its own header on */
	LINES_BEFORE = 6,
	LINES_BEHIND = 6,
	LINE_TOKENS = 32,
	NUMBER_TOKENS = 12,
};

/* A paragraph: its tokens without its end, and where its words stand in the file. */
typedef struct line {
	uint32_t from, end, source;
} line;

/* All lines of the text in the order of the file. */
typedef struct file_lines {
	line *p;
	uint32_t n, cap;
} file_lines;

/* Asked at each motto, of which there may be many on one line: so it looks no further. */
static bool on_short_line(const scan *s, uint32_t i)
{
	uint32_t far = s->tk.n - i < LINE_TOKENS ? s->tk.n : i + LINE_TOKENS;
	uint32_t end = scan_next(s, i, far, MARK_END), from = i;

	while (from > 0 && end - from <= LINE_TOKENS && s->tk.words[from - 1] != MARK_END)
		from--;
	return (end < far || far == s->tk.n) && end - from <= LINE_TOKENS;
}

static line line_from(const scan *s, uint32_t from, uint32_t end)
{
	return (line){from, end, origin_of(&s->r->origin, s->tk.p[from].at)};
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

static int by_source(const void *a_, const void *b_)
{
	const line *a = a_, *b = b_;

	if (a->source != b->source)
		return a->source < b->source ? -1 : 1;
	return a->from < b->from ? -1 : a->from > b->from;
}

/* Columns are read one after the other, so what stands beside the motto, or above it at the left,
 * may come in the text long before it, even before the signature of the letter that ends
 * there: the file's own order tells. Asked for once, of a text that names the State twice. */
static file_lines lines_find(const scan *s)
{
	file_lines x = {0};

	for (uint32_t from = 0, end; from < s->tk.n; from = end + 1) {
		end = scan_next(s, from, s->tk.n, MARK_END);
		*VEC_PUSH(s->a, &x) = line_from(s, from, end);
	}
	if (x.n > 1)
		qsort(x.p, x.n, sizeof *x.p, by_source);
	return x;
}

/* Its line among them; x->n when it has none. */
static uint32_t line_of(const scan *s, const file_lines *x, uint32_t i)
{
	uint32_t from = i;
	line key;
	const line *found;

	while (from > 0 && s->tk.words[from - 1] != MARK_END)
		from--;
	key = line_from(s, from, i);
	found = x->n > 0 ? bsearch(&key, x->p, x->n, sizeof key, by_source) : NULL;
	return found != NULL ? (uint32_t)(found - x->p) : x->n;
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

	if (l->end - l->from > LINE_TOKENS)
		return false;
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
static bool header_around(const scan *s, const file_lines *x, uint32_t i, beginning *ret)
{
	uint32_t motto = line_of(s, x, i), top = motto;
	bool numbered = false;
	line l;

	for (uint32_t k = motto + 1; k < x->n && k <= motto + LINES_BEHIND && !numbered; k++)
		numbered = is_numbered(s, &x->p[k]);
	while (top > 0 && motto < x->n && motto - top < LINES_BEFORE &&
	       is_of_header(s, &x->p[top - 1], &numbered))
		top--;
	if (!numbered)
		return false;
	*ret = (beginning){x->p[top].from, x->p[motto].from};
	while (ret->cut > 0 && short_above(s, ret->cut - 1, &l) && l.source >= x->p[top].source)
		ret->cut = l.from;
	return true;
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
	file_lines lines = {0};
	beginning b;

	while (i < s->tk.n && (i = next_motto(s, i + 1)) < s->tk.n) {
		if (s->tk.p[i].at - own < LEAST_BYTES)
			continue;
		if (lines.n == 0)
			lines = lines_find(s);
		if (!header_around(s, &lines, i, &b) || s->tk.p[b.cut].at <= own)
			continue;
		own = s->tk.p[i].at;
		second = second < b.cut ? second : b.cut;
		*VEC_PUSH(s->a, &s->r->others) = s->tk.p[b.first].at;
	}
	if (second < s->tk.n)
		cut(s, second);
}
