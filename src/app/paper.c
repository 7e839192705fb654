/*
 * paper.c - greedy wrapping by words; a word longer than the line is cut.
 */
#include "app/paper.h"

#include "base/utf8.h"

#define LINE_MAX_BYTES ((size_t)1 << 30)
#define DROP 255 /* never shown */

typedef struct range {
	uint32_t from, to;
	uint8_t columns;
} range;

/* Letters that do not take one column; ascending. */
static const range odd[] = {
	{0x0000, 0x001f, 1},    {0x007f, 0x009f, 1},       {0x00ad, 0x00ad, DROP},
	{0x0300, 0x036f, 0},    {0x0483, 0x0489, 0},       {0x0591, 0x05bd, 0},
	{0x0610, 0x061a, 0},    {0x064b, 0x065f, 0},       {0x1100, 0x115f, 2},
	{0x1ab0, 0x1aff, 0},    {0x1dc0, 0x1dff, 0},       {0x200b, 0x200f, DROP},
	{0x2028, 0x202e, DROP}, {0x2060, 0x206f, DROP},    {0x20d0, 0x20ff, 0},
	{0x2e80, 0x303e, 2},    {0x3041, 0xa4cf, 2},       {0xac00, 0xd7a3, 2},
	{0xe000, 0xf8ff, DROP}, {0xf900, 0xfaff, 2},       {0xfe00, 0xfe0f, DROP},
	{0xfe20, 0xfe2f, 0},    {0xfe30, 0xfe6f, 2},       {0xfeff, 0xfeff, DROP},
	{0xff00, 0xff60, 2},    {0xfff9, 0xfffb, DROP},    {0x1f300, 0x1faff, 2},
	{0x20000, 0x3fffd, 2},  {0xe0000, 0x10ffff, DROP},
};

static unsigned columns_of(uint32_t cp)
{
	size_t lo = 0, hi = ARRAY_LEN(odd);

	if (cp - 0x20 < 0x5f || (cp >= 0xa0 && cp < 0x300 && cp != 0xad))
		return 1;
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (cp > odd[mid].to)
			lo = mid + 1;
		else if (cp < odd[mid].from)
			hi = mid;
		else
			return odd[mid].columns;
	}
	return 1;
}

static bool is_space(uint32_t cp)
{
	return cp <= 0x20 || (cp >= 0x7f && cp <= 0x9f);
}

unsigned paper_columns(slice s)
{
	unsigned all = 0, n;

	for (size_t i = 0; i < s.n; i += n) {
		unsigned w = columns_of(utf8_next((const unsigned char *)s.p + i, &n));

		all += w == DROP ? 0 : w;
	}
	return all;
}

void paper_init(paper *p, strbuf *to, unsigned width, bool strong)
{
	*p = (paper){.to = to, .width = width, .strong = strong};
	strbuf_init(&p->line, NULL, LINE_MAX_BYTES);
}

void paper_done(paper *p)
{
	strbuf_done(&p->line);
}

void paper_add(paper *p, slice s)
{
	strbuf_put(&p->line, s);
}

void paper_addc(paper *p, const char *s)
{
	strbuf_put(&p->line, slice_c(s));
}

void paper_add_any(paper *p, slice s)
{
	while (s.n > 0) {
		size_t ok = utf8_invalid_at(s);

		paper_add(p, (slice){s.p, ok});
		if (ok == s.n)
			return;
		paper_addc(p, "\xef\xbf\xbd");
		s = (slice){s.p + ok + 1, s.n - ok - 1};
	}
}

static void spaces(paper *p, unsigned n)
{
	strbuf_repeat(p->to, S(" "), n);
}

/* The shown bytes of s, at most `room` columns of them; returns the bytes taken
 * and, in *ret, the columns. */
static size_t show(paper *p, slice s, unsigned room, unsigned *ret)
{
	unsigned used = 0, n;
	size_t i = 0;

	for (; i < s.n; i += n) {
		unsigned w = columns_of(utf8_next((const unsigned char *)s.p + i, &n));

		if (w == DROP)
			continue;
		if (used + w > room)
			break;
		used += w;
		strbuf_put(p->to, (slice){s.p + i, n});
	}
	*ret = used;
	return i;
}

/* The next word of rest, white space skipped; n 0 at the end. */
static slice next_word(slice *rest)
{
	size_t i = 0, from;
	unsigned n;

	while (i < rest->n && is_space(utf8_next((const unsigned char *)rest->p + i, &n)))
		i += n;
	from = i;
	while (i < rest->n && !is_space(utf8_next((const unsigned char *)rest->p + i, &n)))
		i += n;
	*rest = (slice){rest->p + i, rest->n - i};
	return (slice){rest->p - (i - from), i - from};
}

static void new_line(paper *p, unsigned hang)
{
	strbuf_putc(p->to, '\n');
	spaces(p, hang);
}

static void wrap(paper *p, slice words, unsigned hang)
{
	unsigned room = p->width > hang + 20 ? p->width - hang : 20, used = 0, took;
	slice word;

	while ((word = next_word(&words)).n > 0) {
		unsigned need = paper_columns(word);

		if (used > 0 && used + 1 + need > room) {
			new_line(p, hang);
			used = 0;
		} else if (used > 0) {
			strbuf_putc(p->to, ' ');
			used++;
		}
		while (word.n > 0) {
			size_t n = show(p, word, room - used, &took);

			word = (slice){word.p + n, word.n - n};
			used += took;
			if (word.n > 0) {
				new_line(p, hang);
				used = 0;
			}
		}
	}
}

static void finish(paper *p)
{
	strbuf_putc(p->to, '\n');
	if (p->line.failed != RC_OK && p->to->failed == RC_OK)
		p->to->failed = p->line.failed;
	strbuf_clear(&p->line);
}

static void put(paper *p, unsigned indent, slice label, unsigned hang, slice mark)
{
	slice words = slice_trim(strbuf_slice(&p->line));
	unsigned at = indent + paper_columns(label), took;

	if (label.n == 0 && words.n == 0)
		return;
	spaces(p, indent);
	(void)show(p, label, UINT32_MAX / 2, &took);
	if (words.n > 0) {
		if (label.n > 0 && at >= hang)
			new_line(p, hang);
		else
			spaces(p, hang > at ? hang - at : 0);
		strbuf_put(p->to, mark);
		wrap(p, words, hang + (unsigned)mark.n);
	}
	finish(p);
}

void paper_put(paper *p, unsigned indent, slice label, unsigned hang)
{
	put(p, indent, label, hang, (slice){0});
}

void paper_bullet(paper *p, unsigned indent, slice label, unsigned hang)
{
	put(p, indent, label, hang, S("- "));
}

void paper_strong(paper *p, unsigned indent, slice label, unsigned hang)
{
	if (p->strong)
		strbuf_put(p->to, S("\033[1m"));
	paper_put(p, indent, label, hang);
	if (p->strong)
		strbuf_put(p->to, S("\033[0m"));
}

void paper_rule(paper *p, slice mark)
{
	strbuf_repeat(p->to, mark, p->width);
	strbuf_putc(p->to, '\n');
}

void paper_blank(paper *p)
{
	strbuf_putc(p->to, '\n');
}
