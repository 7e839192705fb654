/*
 * lines.c - measure every line once, and mend only those that need it.
 *
 * Nearly all lines of nearly all documents are clean: for them this pass reads
 * the bytes once, sixteen at a time, and keeps pointing into the source.
 */
#include "base/ordered.h"
#include "reading/shape/shape_priv.h"

#ifdef __SSSE3__
#include <tmmintrin.h>
#endif

/* What a byte says of its line. What is rare or needs its neighbours is only
 * doubted here, and looked at again one by one. */
enum {
	SEEN_CONTROL = 1,  /* 00..1f, but not a tab */
	SEEN_FOREIGN = 2,  /* 10..1f d0..df f0..ff */
	SEEN_LATIN = 4,    /* c2 cc..cf */
	SEEN_OTHER = 8,    /* e0 e3..ef */
	SEEN_STAR = 16,    /* * */
	SEEN_DOUBT = 32,   /* \ _ | 7f */
	SEEN_TAB = 64,
	SEEN_SIGN = 128,   /* e2: punctuation, and what is unwanted */
	SEEN_DIRTY = SEEN_CONTROL | SEEN_FOREIGN | SEEN_LATIN | SEEN_OTHER,
};

/* The classes of a byte are what the rows of its two halves share. */
static const uint8_t high_half[16] = {
	[0x0] = SEEN_CONTROL | SEEN_TAB,
	[0x1] = SEEN_FOREIGN,
	[0x2] = SEEN_STAR,
	[0x5] = SEEN_DOUBT,
	[0x7] = SEEN_DOUBT,
	[0xc] = SEEN_LATIN,
	[0xd] = SEEN_FOREIGN,
	[0xe] = SEEN_OTHER | SEEN_SIGN,
	[0xf] = SEEN_FOREIGN,
};

#define MOST (SEEN_CONTROL | SEEN_FOREIGN | SEEN_OTHER)

static const uint8_t low_half[16] = {
	[0x0] = MOST,
	[0x1] = SEEN_CONTROL | SEEN_FOREIGN,
	[0x2] = SEEN_CONTROL | SEEN_FOREIGN | SEEN_LATIN | SEEN_SIGN,
	[0x3 ... 0x8] = MOST,
	[0x9] = SEEN_FOREIGN | SEEN_OTHER | SEEN_TAB,
	[0xa] = MOST | SEEN_STAR,
	[0xb] = MOST,
	[0xc] = MOST | SEEN_LATIN | SEEN_DOUBT,
	[0xd] = MOST | SEEN_LATIN,
	[0xe] = MOST | SEEN_LATIN,
	[0xf] = MOST | SEEN_LATIN | SEEN_DOUBT,
};

static inline bool holds(slice s, int c)
{
	return memchr(s.p, c, s.n) != NULL;
}

/* What the doubted bytes of a line are. */
static uint16_t look_closely(slice s, unsigned seen)
{
	uint16_t flags = 0;

	if (seen & SEEN_DOUBT) {
		flags |= holds(s, '\\') || holds(s, '_') ? LN_MARKS : 0;
		flags |= holds(s, '|') ? LN_PIPES : 0;
		flags |= holds(s, 0x7f) ? LN_DIRTY : 0;
	}
	while (seen & SEEN_SIGN) {
		const char *sign = memchr(s.p, 0xe2, s.n);
		unsigned char b, c;

		if (sign == NULL)
			break;
		if (s.p + s.n - sign < 3)
			return flags | LN_DIRTY;
		s = (slice){sign + 3, s.n - (size_t)(sign - s.p) - 3};
		b = (unsigned char)sign[1];
		c = (unsigned char)sign[2];
		if (b != 0x80 || (c & 0xf0) == 0x80 || (c & 0xf8) == 0xa8)
			return flags | LN_DIRTY;
	}
	return flags;
}

#ifdef __SSSE3__
typedef struct found {
	__m128i seen, pairs, gaps, lone, starts;
} found;

/* Sixteen bytes a; b are the same bytes one further; `fresh` are those not looked at before. The
 * pairs are letters that no Vietnamese text has (ƣ, and those of e1 that are not its own). */
static inline void look(found *f, __m128i a, __m128i b, __m128i fresh)
{
	const __m128i low = _mm_set1_epi8(15), even = _mm_and_si128(b, _mm_set1_epi8((char)0xfe));
	__m128i high = _mm_shuffle_epi8(_mm_loadu_si128((const void *)high_half),
	                                _mm_and_si128(_mm_srli_epi16(a, 4), low));
	__m128i is = _mm_shuffle_epi8(_mm_loadu_si128((const void *)low_half),
	                              _mm_and_si128(a, low));
	__m128i space = _mm_set1_epi8(' '), alone, letter;

	f->seen = _mm_or_si128(f->seen, _mm_and_si128(high, is));
	f->pairs = _mm_or_si128(f->pairs,
	                        _mm_and_si128(_mm_cmpeq_epi8(a, _mm_set1_epi8((char)0xc6)),
	                                      _mm_cmpeq_epi8(even, _mm_set1_epi8((char)0xa2))));
	f->pairs = _mm_or_si128(f->pairs,
	                        _mm_andnot_si128(_mm_cmpeq_epi8(even, _mm_set1_epi8((char)0xba)),
	                                         _mm_cmpeq_epi8(a, _mm_set1_epi8((char)0xe1))));
	f->gaps = _mm_or_si128(f->gaps,
	                       _mm_and_si128(_mm_cmpeq_epi8(a, space), _mm_cmpeq_epi8(b, space)));
	/* A letter of b..x by itself, seen in fifteen of sixteen places; y stands in "y tế". */
	letter = _mm_sub_epi8(b, _mm_set1_epi8('b'));
	letter = _mm_cmpeq_epi8(_mm_min_epu8(letter, _mm_set1_epi8('x' - 'b')), letter);
	alone = _mm_and_si128(_mm_cmpeq_epi8(a, space),
	                      _mm_cmpeq_epi8(_mm_srli_si128(b, 1), space));
	f->lone = _mm_or_si128(f->lone, _mm_and_si128(fresh, _mm_and_si128(alone, letter)));
	/* Signed, the tails 80..bf are the least; a comparison that holds is -1. */
	f->starts = _mm_sub_epi8(
		f->starts, _mm_and_si128(fresh, _mm_cmpgt_epi8(a, _mm_set1_epi8((char)0xbf))));
}

static inline uint32_t sum(__m128i v)
{
	v = _mm_sad_epu8(v, _mm_setzero_si128());
	return (uint32_t)(_mm_cvtsi128_si64(v) + _mm_cvtsi128_si64(_mm_srli_si128(v, 8)));
}

static inline unsigned any(__m128i v)
{
	v = _mm_or_si128(v, _mm_srli_si128(v, 8));
	v = _mm_or_si128(v, _mm_srli_si128(v, 4));
	v = _mm_or_si128(v, _mm_srli_si128(v, 2));
	v = _mm_or_si128(v, _mm_srli_si128(v, 1));
	return (unsigned)_mm_cvtsi128_si32(v) & 255;
}

/* The last bytes, from i on, sixteen at most, with those before them, if there are so many: a copy
 * of a few bytes would be waited for. Behind them letters are thought. */
static inline void look_last(found *f, slice s, size_t i)
{
	static const unsigned char fresh[48] = {[16 ... 31] = 255};
	const __m128i letters = _mm_set1_epi8('a');
	char few[16];
	__m128i v;

	if (s.n >= 16) {
		v = _mm_loadu_si128((const void *)(s.p + s.n - 16));
		i = s.n - i;
	} else {
		memset(few, 'a', sizeof few);
		v = _mm_loadu_si128((const void *)(slice_copy(few, s) - s.n));
		i = 32 - s.n;
	}
	look(f, v, _mm_alignr_epi8(letters, v, 1), _mm_loadu_si128((const void *)(fresh + i)));
}

/* What was seen, and LN_DIRTY, LN_GAPS, LN_LONE for what stands beside each other. */
static unsigned look_at(slice s, uint16_t *ret_flags, uint32_t *ret_width)
{
	found f = {_mm_setzero_si128(), _mm_setzero_si128(), _mm_setzero_si128(),
	           _mm_setzero_si128(), _mm_setzero_si128()};
	uint32_t width = 0;
	size_t i = 0;

	while (i + 17 <= s.n) {
		look(&f, _mm_loadu_si128((const void *)(s.p + i)),
		     _mm_loadu_si128((const void *)(s.p + i + 1)), _mm_set1_epi8(-1));
		i += 16;
		if ((i & 0x7ff) == 0) {
			width += sum(f.starts);
			f.starts = _mm_setzero_si128();
		}
	}
	look_last(&f, s, i);
	*ret_width = width + sum(f.starts);
	/* all or no bits of a byte */
	*ret_flags = (uint16_t)((_mm_movemask_epi8(f.pairs) != 0 ? LN_DIRTY : 0) |
	                        (_mm_movemask_epi8(f.gaps) != 0 ? LN_GAPS : 0) |
	                        (_mm_movemask_epi8(f.lone) != 0 ? LN_LONE : 0));
	return any(f.seen);
}
#else
static unsigned look_at(slice s, uint16_t *ret_flags, uint32_t *ret_width)
{
	const unsigned char *p = (const unsigned char *)s.p;
	unsigned seen = 0;
	uint16_t flags = 0;

	*ret_width = 0;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char b = i + 1 < s.n ? p[i + 1] : 'a', c = i + 2 < s.n ? p[i + 2] : 'a';

		seen |= high_half[p[i] >> 4] & low_half[p[i] & 15];
		if ((p[i] == 0xc6 && (b & 0xfe) == 0xa2) || (p[i] == 0xe1 && (b & 0xfe) != 0xba))
			flags |= LN_DIRTY;
		if (p[i] == ' ')
			flags |= (b == ' ' ? LN_GAPS : 0) |
			         (c == ' ' && b >= 'b' && b <= 'x' ? LN_LONE : 0);
		*ret_width += (p[i] & 0xc0) != 0x80;
	}
	*ret_flags = flags;
	return seen;
}
#endif

uint16_t line_scan(slice s, uint32_t *ret_width)
{
	uint16_t flags;
	unsigned seen;

	*ret_width = 0;
	if (s.n == 0)
		return 0;
	seen = look_at(s, &flags, ret_width);
	if (seen & SEEN_DIRTY)
		flags |= LN_DIRTY;
	if (seen & SEEN_TAB)
		flags |= LN_GAPS;
	if (seen & SEEN_STAR)
		flags |= LN_MARKS;
	if (seen & (SEEN_DOUBT | SEEN_SIGN))
		flags |= look_closely(s, seen);
	return flags;
}

static bool is_figure(unsigned char c)
{
	return (c >= '0' && c <= '9') || c == '[';
}

size_t line_next_figure(slice s, size_t from)
{
#ifdef __SSSE3__
	for (; from + 16 <= s.n; from += 16) {
		__m128i v = _mm_loadu_si128((const void *)(s.p + from));
		__m128i nine = _mm_min_epu8(_mm_sub_epi8(v, _mm_set1_epi8('0')), _mm_set1_epi8(9));
		__m128i is = _mm_or_si128(_mm_cmpeq_epi8(nine, _mm_sub_epi8(v, _mm_set1_epi8('0'))),
		                          _mm_cmpeq_epi8(v, _mm_set1_epi8('[')));
		int mask = _mm_movemask_epi8(is);

		if (mask != 0)
			return from + (size_t)__builtin_ctz((unsigned)mask);
	}
#endif
	while (from < s.n && !is_figure((unsigned char)s.p[from]))
		from++;
	return from;
}

size_t line_next_sign(slice s, size_t from)
{
#ifdef __SSSE3__
	const __m128i either = _mm_set1_epi8(0x20), sign = _mm_set1_epi8((char)0xe2);

	for (; from + 16 <= s.n; from += 16) {
		__m128i v = _mm_loadu_si128((const void *)(s.p + from));
		int mask = _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_or_si128(v, either), sign));

		if (mask != 0)
			return from + (size_t)__builtin_ctz((unsigned)mask);
	}
#endif
	while (from < s.n && ((unsigned char)s.p[from] | 0x20) != 0xe2)
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
	uint32_t last = from->mark0 + from->nmark;

	if (run.n == 0)
		return;
	copier_mark(c, line_origin(c->sh, from, run.p));
	for (uint32_t i = line_mark_behind(c->sh, from, (uint32_t)at); i < last; i++) {
		const origin_mark m = c->sh->marks.p[i];
		size_t n = c->n;

		if (m.text >= at + run.n)
			break;
		c->n += m.text - at;
		copier_mark(c, m.source);
		c->n = n;
	}
	slice_copy(c->out + c->n, run);
	c->n += run.n;
}

void copier_put(copier *c, const sline *from, const char *p, slice bytes)
{
	if (bytes.n == 0)
		return;
	copier_mark(c, line_origin(c->sh, from, p));
	slice_copy(c->out + c->n, bytes);
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

uint32_t line_own_mark_behind(const shaper *sh, const sline *line, uint32_t at)
{
	return ordered_between(ORDERED(&sh->marks, text), at + 1, line->mark0,
	                       line->mark0 + line->nmark);
}

uint32_t line_mended_origin(const shaper *sh, const sline *line, uint32_t at)
{
	uint32_t k = line_own_mark_behind(sh, line, at);
	const origin_mark *m = &sh->marks.p[k > line->mark0 ? k - 1 : k];
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
	for (unsigned k = 0; raw->flags != 0 && k < ARRAY_LEN(same); k++)
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
	unsigned torn = 0;

	sh->lines.p = arena_room(sh->a, sizeof(sline) * ((size_t)sh->in->lines.n + 1));
	sh->lines.cap = sh->in->lines.n + 1;
	for (uint32_t i = 0; i < sh->in->lines.n; i++) {
		const rawline *raw = &sh->in->lines.p[i];
		sline l;

		if (raw->flags & (RAW_SHEET | RAW_SIGNER))
			continue;
		top |= raw->flags & RAW_PAGE_TOP || (number != 0 && raw->page != number) ? LN_PAGE
		                                                                         : 0;
		number = raw->page;
		if (raw->text.n == 0) {
			blanks++;
			bold = false;
			continue;
		}
		l = line_of(sh, i);
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
		if (l.flags & LN_LONE)
			torn += torn_pieces(l.text);
		if (raw->flags & RAW_STAMP) { /* beside the text, not in it */
			stamp_add(sh, &l);
			continue;
		}
		if (raw->right > l.indent) /* better known than counted */
			l.width = (uint32_t)(raw->right - l.indent);
		l.blanks = (uint8_t)(blanks < 255 ? blanks : 255);
		l.flags |= top;
		sh->lines.p[sh->lines.n++] = l;
		blanks = 0;
		top = 0;
	}
	for (uint32_t i = 0; torn >= TORN_MIN && i < sh->lines.n; i++)
		line_put_together(sh, &sh->lines.p[i]);
}

slines slines_like(const shaper *sh)
{
	uint32_t cap = sh->lines.n + sh->lines.n / 16 + 32;

	return (slines){arena_room(sh->a, sizeof(sline) * cap), 0, cap};
}
