/*
 * lines.c - measure every line once, and mend only those that need it.
 *
 * Nearly all lines of nearly all documents are clean: for them this pass reads
 * the bytes once, sixteen at a time, and keeps pointing into the source.
 */
#include "reading/shape/shape_priv.h"

typedef unsigned char v16 __attribute__((vector_size(16)));

static inline v16 load(const unsigned char *p)
{
	v16 v;

	memcpy(&v, p, sizeof v);
	return v;
}

static inline bool any(v16 v)
{
	uint64_t half[2];

	memcpy(half, &v, sizeof half);
	return (half[0] | half[1]) != 0;
}

static inline uint32_t sum(v16 v)
{
	uint32_t n = 0;

	for (unsigned i = 0; i < 16; i++)
		n += v[i];
	return n;
}

typedef struct found {
	v16 dirty, gaps, marks, pipes, starts;
} found;

/* What sixteen bytes say; b and c are the same bytes one and two further. The
 * ranges are those that Vietnamese text is made of; all else goes to
 * line_clean(), which looks closely. */
static inline void look(found *f, v16 a, v16 b, v16 c)
{
	v16 mark_e2 = (v16)(b != 0x80) | (v16)((c & 0xf0) == 0x80) | (v16)((c & 0xf8) == 0xa8);

	f->dirty |= ((v16)(a < 0x20) & (v16)(a != '\t')) | (v16)(a == 0x7f) | (v16)(a == 0xc2);
	f->dirty |= (v16)(a == 0xc6) & (v16)((b & 0xfe) == 0xa2);
	f->dirty |= (v16)(a >= 0xcc) & (v16)(a != 0xe1) & (v16)(a != 0xe2);
	f->dirty |= (v16)(a == 0xe1) & (v16)((b & 0xfe) != 0xba);
	f->dirty |= (v16)(a == 0xe2) & mark_e2;
	f->gaps |= ((v16)(a == ' ') & (v16)(b == ' ')) | (v16)(a == '\t');
	f->marks |= (v16)(a == '*') | (v16)(a == '_') | (v16)(a == '\\');
	f->pipes |= (v16)(a == '|');
	f->starts -= (v16)((a & 0xc0) != 0x80); /* a comparison that holds is -1 */
}

uint16_t line_scan(slice s, uint32_t *ret_width)
{
	const unsigned char *p = (const unsigned char *)s.p;
	unsigned char tail[16 + 2 + 16];
	found f = {0};
	uint32_t width = 0;
	size_t i = 0;
	uint16_t flags = 0;

	while (i + 18 <= s.n) {
		look(&f, load(p + i), load(p + i + 1), load(p + i + 2));
		i += 16;
		if ((i & 0x7ff) == 0) {
			width += sum(f.starts);
			f.starts = (v16){0};
		}
	}
	memset(tail, 'a', sizeof tail);
	if (i < s.n)
		memcpy(tail, p + i, s.n - i);
	look(&f, load(tail), load(tail + 1), load(tail + 2));
	look(&f, load(tail + 16), load(tail + 17), load(tail + 18));
	width += sum(f.starts) - (32 - (uint32_t)(s.n - i));
	flags |= any(f.dirty) ? LN_DIRTY : 0;
	flags |= any(f.gaps) ? LN_GAPS : 0;
	flags |= any(f.marks) ? LN_MARKS : 0;
	flags |= any(f.pipes) ? LN_PIPES : 0;
	*ret_width = width;
	return flags;
}

size_t line_next_figure(slice s, size_t from)
{
	const unsigned char *p = (const unsigned char *)s.p;

	for (; from + 16 <= s.n; from += 16) {
		v16 v = load(p + from);

		if (any((v16)((v16)(v - '0') < 10) | (v16)(v == '[')))
			break;
	}
	while (from < s.n && !(p[from] >= '0' && p[from] <= '9') && p[from] != '[')
		from++;
	return from;
}

copier copier_begin(shaper *sh, size_t room)
{
	return (copier){sh, arena_alloc(sh->a, room), 0, sh->marks.n};
}

/* Note that the next byte comes from `source`, unless it is in step anyway. */
static void copier_mark(copier *c, uint32_t source)
{
	uint32_t n = c->sh->marks.n;
	uint32_t at = (uint32_t)c->n;

	if (n > c->mark0) {
		const origin_mark *m = &c->sh->marks.p[n - 1];

		if (source - m->source == at - m->text)
			return;
	}
	*VEC_PUSH(c->sh->a, &c->sh->marks) = (origin_mark){at, source};
}

void copier_run(copier *c, const sline *from, slice run)
{
	size_t at = (size_t)(run.p - from->base);

	if (run.n == 0)
		return;
	copier_mark(c, line_origin(c->sh, from, run.p));
	for (uint32_t i = 0; i < from->nmark; i++) {
		const origin_mark m = c->sh->marks.p[from->mark0 + i];

		if (m.text > at && m.text < at + run.n) {
			size_t n = c->n;

			c->n += m.text - at;
			copier_mark(c, m.source);
			c->n = n;
		}
	}
	memcpy(c->out + c->n, run.p, run.n);
	c->n += run.n;
}

void copier_put(copier *c, const sline *from, const char *p, slice bytes)
{
	if (bytes.n == 0)
		return;
	copier_mark(c, line_origin(c->sh, from, p));
	memcpy(c->out + c->n, bytes.p, bytes.n);
	c->n += bytes.n;
}

void copier_end(copier *c, sline *line)
{
	line->text = (slice){c->out, c->n};
	line->base = c->out;
	line->source = c->sh->marks.n > c->mark0 ? c->sh->marks.p[c->mark0].source : line->source;
	line->mark0 = c->mark0;
	line->nmark = c->sh->marks.n - c->mark0;
}

uint32_t line_origin(const shaper *sh, const sline *line, const char *p)
{
	uint32_t at = (uint32_t)(p - line->base);
	uint32_t lo = 0, hi = line->nmark;
	const origin_mark *m;

	if (hi == 0)
		return line->source + at;
	while (hi - lo > 1) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (sh->marks.p[line->mark0 + mid].text <= at)
			lo = mid;
		else
			hi = mid;
	}
	m = &sh->marks.p[line->mark0 + lo];
	return m->source + (at - m->text);
}

void line_trim(sline *line)
{
	slice s = line->text;
	uint32_t indent = line->indent;

	while (s.n > 0 && (s.p[0] == ' ' || s.p[0] == '\t')) {
		indent = s.p[0] == '\t' ? (indent | 7) + 1 : indent + 1;
		s.p++, s.n--;
	}
	while (s.n > 0 && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\t'))
		s.n--;
	line->width -= (uint32_t)(line->text.n - s.n) < line->width ? (uint32_t)(line->text.n - s.n)
	                                                            : line->width;
	line->indent = indent < UINT16_MAX ? (uint16_t)indent : UINT16_MAX;
	line->text = s;
}

sline line_part(const sline *line, slice part)
{
	sline l = *line;
	uint32_t width;
	uint16_t flags = line_scan(part, &width);

	l.text = part;
	l.width = width;
	l.flags = (uint16_t)((l.flags & ~(LN_GAPS | LN_PIPES | LN_MARKS)) | (flags & LN_GAPS));
	line_trim(&l);
	return l;
}

/* A line of nothing but dashes, underscores, stars: drawn, not written. One star
 * alone stands under the issuer of a Party paper. */
static bool is_rule(slice s)
{
	unsigned drawn = 0;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c == '-' || c == '_' || c == '=' || c == '*' || c == '~')
			drawn++;
		else if (c == 0xe2 && i + 2 < s.n && (unsigned char)s.p[i + 1] == 0x80 &&
		         ((unsigned char)s.p[i + 2] == 0x93 || (unsigned char)s.p[i + 2] == 0x94))
			drawn++, i += 2;
		else if (c != ' ' && c != '\t')
			return false;
	}
	return drawn >= 3 || (drawn == 1 && s.n == 1 && s.p[0] == '*');
}

static sline line_of(shaper *sh, uint32_t i)
{
	const rawline *raw = &sh->in->lines.p[i];
	static const struct {
		uint16_t raw, line;
	} same[] = {
		{RAW_WHOLE, LN_WHOLE},     {RAW_BOLD, LN_BOLD},     {RAW_ITALIC, LN_ITALIC},
		{RAW_HEADING, LN_HEADING}, {RAW_PAGE_TOP, LN_PAGE}, {RAW_FOOTNOTE, LN_NOTE},
	};
	sline l = {
		.text = raw->text,
		.base = raw->text.p,
		.source = raw->source,
		.raw = i,
		.page = raw->page,
		.indent = raw->indent,
		.table = raw->table,
		.row = raw->row,
		.column = raw->column,
	};

	line_trim(&l);
	l.flags = line_scan(l.text, &l.width);
	for (unsigned k = 0; k < ARRAY_LEN(same); k++)
		l.flags |= raw->flags & same[k].raw ? same[k].line : 0;
	return l;
}

/* May the line hold Markdown? Only text files do. */
static bool may_mark(const sline *l)
{
	if (l->flags & LN_WHOLE || l->text.n == 0)
		return false;
	return (l->flags & LN_MARKS) != 0 || l->text.p[0] == '#' || l->text.p[0] == '>';
}

void lines_measure(shaper *sh)
{
	uint32_t blanks = 0, number = 0;
	uint16_t top = 0;
	bool bold = false;

	sh->lines.p = arena_array(sh->a, sline, sh->in->lines.n + 1);
	sh->lines.cap = sh->in->lines.n + 1;
	for (uint32_t i = 0; i < sh->in->lines.n; i++) {
		sline l = line_of(sh, i);

		if (sh->in->lines.p[i].flags & RAW_SHEET)
			continue;
		top |= l.flags & LN_PAGE;
		top |= number != 0 && l.page != number ? LN_PAGE : 0;
		number = l.page;
		if (l.flags & LN_DIRTY) {
			line_clean(sh, &l);
			line_trim(&l);
		}
		if (l.text.n == 0 || is_rule(l.text)) {
			blanks++;
			bold = false;
			continue;
		}
		bold = bold && blanks == 0;
		if (may_mark(&l) || bold)
			line_strip(sh, &l, &bold);
		if (l.text.n == 0)
			continue;
		if (sh->in->lines.p[i].flags & RAW_STAMP) { /* beside the text, not in it */
			*(stamp *)VEC_PUSH(sh->a, &sh->r->stamps) = (stamp){.text = l.text,
			                                                    .page = l.page};
			continue;
		}
		if (sh->in->lines.p[i].right > l.indent) /* better known than counted */
			l.width = (uint32_t)(sh->in->lines.p[i].right - l.indent);
		l.blanks = (uint8_t)(blanks < 255 ? blanks : 255);
		l.flags |= top;
		sh->lines.p[sh->lines.n++] = l;
		blanks = 0;
		top = 0;
	}
}

slines slines_like(const shaper *sh)
{
	uint32_t cap = sh->lines.n + sh->lines.n / 16 + 32;

	return (slines){arena_array(sh->a, sline, cap), 0, cap};
}
