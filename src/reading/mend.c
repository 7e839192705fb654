/*
 * mend.c - what a scan does to Vietnamese, undone by looking up.
 *
 * A scan loses or swaps the marks over letters: "tô chức", "GIÁY MỜI", "đên hêt". Two
 * things are sure enough to mend: a syllable that ends in a stop and has no tone does
 * not exist, and the mark that is lost over a circumflex is the acute; and two
 * syllables that differ in marks only from a pair of mend_pairs.def. It must never
 * change a letter for another, or touch a figure, but for the letters among a date's
 * figures (mend_dates.c).
 */
#include "reading/mend.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "reading/lex/word.h"

enum {
	ACUTE = 1,
	UPPER_BIT = 1 << 9,
	LETTER_BITS = 63,
	TONES = 6,
	PAIRS_MAX = 400,
	WORDS_FAR = 3,    /* pairs of marks that may differ in a pair of words */
	WORD_BYTES = 60,
};

/* Letters of word.h by their plain one: the same skeleton, other marks. */
static const char plain_of[] = "?abcdefghijklmnopqrstuvwxyzaadeoou";

/* The vowels that carry tones, tone by tone as word.h numbers them. */
static const struct {
	uint8_t letter;
	uint16_t small[TONES], large[TONES];
} vowels[] = {
	{1, {'a', 0xe1, 0x1ea3, 0xe3, 0x1ea1, 0xe0}, {'A', 0xc1, 0x1ea2, 0xc3, 0x1ea0, 0xc0}},
	{5, {'e', 0xe9, 0x1ebb, 0x1ebd, 0x1eb9, 0xe8}, {'E', 0xc9, 0x1eba, 0x1ebc, 0x1eb8, 0xc8}},
	{9, {'i', 0xed, 0x1ec9, 0x129, 0x1ecb, 0xec}, {'I', 0xcd, 0x1ec8, 0x128, 0x1eca, 0xcc}},
	{15, {'o', 0xf3, 0x1ecf, 0xf5, 0x1ecd, 0xf2}, {'O', 0xd3, 0x1ece, 0xd5, 0x1ecc, 0xd2}},
	{21, {'u', 0xfa, 0x1ee7, 0x169, 0x1ee5, 0xf9}, {'U', 0xda, 0x1ee6, 0x168, 0x1ee4, 0xd9}},
	{25,
         {'y', 0xfd, 0x1ef7, 0x1ef9, 0x1ef5, 0x1ef3},
         {'Y', 0xdd, 0x1ef6, 0x1ef8, 0x1ef4, 0x1ef2}},
	{27,
         {0x103, 0x1eaf, 0x1eb3, 0x1eb5, 0x1eb7, 0x1eb1},
         {0x102, 0x1eae, 0x1eb2, 0x1eb4, 0x1eb6, 0x1eb0}},
	{28,
         {0xe2, 0x1ea5, 0x1ea9, 0x1eab, 0x1ead, 0x1ea7},
         {0xc2, 0x1ea4, 0x1ea8, 0x1eaa, 0x1eac, 0x1ea6}},
	{30,
         {0xea, 0x1ebf, 0x1ec3, 0x1ec5, 0x1ec7, 0x1ec1},
         {0xca, 0x1ebe, 0x1ec2, 0x1ec4, 0x1ec6, 0x1ec0}},
	{31,
         {0xf4, 0x1ed1, 0x1ed5, 0x1ed7, 0x1ed9, 0x1ed3},
         {0xd4, 0x1ed0, 0x1ed4, 0x1ed6, 0x1ed8, 0x1ed2}},
	{32,
         {0x1a1, 0x1edb, 0x1edf, 0x1ee1, 0x1ee3, 0x1edd},
         {0x1a0, 0x1eda, 0x1ede, 0x1ee0, 0x1ee2, 0x1edc}},
	{33,
         {0x1b0, 0x1ee9, 0x1eed, 0x1eef, 0x1ef1, 0x1eeb},
         {0x1af, 0x1ee8, 0x1eec, 0x1eee, 0x1ef0, 0x1eea}},
};

enum { D_STROKE = 29, A_CIRCUMFLEX = 28, E_CIRCUMFLEX = 30, O_CIRCUMFLEX = 31 };

/* A syllable, letter by letter as word.h classes them. */
typedef struct syllable {
	uint16_t letters[WORD_LETTERS_MAX]; /* class, tone and capital */
	uint8_t n;     /* 0: not a syllable */
} syllable;

typedef struct pair {
	uint64_t skeleton;
	syllable words[2];
	bool stays; /* right as it is, and nothing else is meant for it */
} pair;

static unsigned letter_of(uint16_t c)
{
	return c & LETTER_BITS;
}

static unsigned tone_of(uint16_t c)
{
	return c >> 6 & 7;
}

static syllable syllable_of(slice s)
{
	const unsigned char *p = (const unsigned char *)s.p, *end = p + s.n;
	syllable y = {.n = 0};

	while (p < end) {
		unsigned len;
		uint16_t c = word_letter_class(utf8_next(p, &len));

		if (c & 0x8000 || letter_of(c) == 0 || letter_of(c) >= sizeof plain_of - 1 ||
		    y.n == WORD_LETTERS_MAX)
			return (syllable){.n = 0};
		y.letters[y.n++] = c;
		p += len;
	}
	return y;
}

static uint64_t skeleton_of(const syllable *first, const syllable *second)
{
	uint64_t h = 0xcbf29ce484222325u;

	for (unsigned i = 0; i < first->n; i++)
		h = (h ^ (unsigned char)plain_of[letter_of(first->letters[i])]) * 0x100000001b3u;
	h = (h ^ ' ') * 0x100000001b3u;
	for (unsigned i = 0; i < second->n; i++)
		h = (h ^ (unsigned char)plain_of[letter_of(second->letters[i])]) * 0x100000001b3u;
	return h;
}

/* How many marks differ; letters themselves are the same. */
static unsigned marks_apart(const syllable *a, const syllable *b)
{
	unsigned n = 0, tone_a = 0, tone_b = 0;

	for (unsigned i = 0; i < a->n; i++) {
		n += letter_of(a->letters[i]) != letter_of(b->letters[i]);
		tone_a = tone_of(a->letters[i]) ? tone_of(a->letters[i]) : tone_a;
		tone_b = tone_of(b->letters[i]) ? tone_of(b->letters[i]) : tone_b;
	}
	return n + (tone_a != tone_b);
}

static int by_skeleton(const void *a, const void *b)
{
	const pair *x = a, *y = b;

	return (x->skeleton > y->skeleton) - (x->skeleton < y->skeleton);
}

typedef struct mender {
	arena *a;
	pair pairs[PAIRS_MAX];
	size_t npairs;
	char *out;
	size_t n;
} mender;

static void pairs_load(mender *m)
{
	static const struct {
		slice words;
		bool stays;
	} written[] = {
#define PAIR(words) {{words, sizeof(words) - 1}, false},
#define STAYS(words) {{words, sizeof(words) - 1}, true},
#include "reading/mend_pairs.def"
#undef STAYS
#undef PAIR
	};

	_Static_assert(ARRAY_LEN(written) <= PAIRS_MAX, "PAIRS_MAX");
	for (size_t i = 0; i < ARRAY_LEN(written); i++) {
		slice second = written[i].words, first = {0};
		pair *p = &m->pairs[m->npairs];

		(void)slice_cut(&second, ' ', &first);
		*p = (pair){.words = {syllable_of(first), syllable_of(second)},
		            .stays = written[i].stays};
		p->skeleton = skeleton_of(&p->words[0], &p->words[1]);
		m->npairs += p->words[0].n > 0 && p->words[1].n > 0;
	}
	qsort(m->pairs, m->npairs, sizeof(pair), by_skeleton);
}

/* The pair that two syllables were meant to be; NULL when they are none, or right as they are. */
static const pair *pair_of(const mender *m, const syllable *first, const syllable *second)
{
	pair key = {.skeleton = skeleton_of(first, second)};
	const pair *p = bsearch(&key, m->pairs, m->npairs, sizeof(pair), by_skeleton);
	const pair *end = m->pairs + m->npairs, *best = NULL;
	unsigned least = WORDS_FAR + 1;

	while (p != NULL && p > m->pairs && p[-1].skeleton == key.skeleton)
		p--;
	for (; p != NULL && p < end && p->skeleton == key.skeleton; p++) {
		unsigned apart;

		if (p->words[0].n != first->n || p->words[1].n != second->n)
			continue;
		apart = marks_apart(first, &p->words[0]) + marks_apart(second, &p->words[1]);
		if (apart == 0)
			return NULL;
		if (!p->stays && apart < least) {
			best = p;
			least = apart;
		}
	}
	return best;
}

/* The marks of `right` on the letters of y, capitals as they were. */
static void take_marks(syllable *y, const syllable *right)
{
	for (unsigned i = 0; i < y->n; i++)
		y->letters[i] = (uint16_t)((right->letters[i] & ~UPPER_BIT) |
		                           (y->letters[i] & UPPER_BIT));
}

/* "hêt", "quyêt", "tôt": a stop at the end, a circumflex, no tone. */
static bool toneless_stop(syllable *y)
{
	int vowel = -1;
	char last = y->n > 1 ? plain_of[letter_of(y->letters[y->n - 1])] : 0;
	char before = y->n > 2 ? plain_of[letter_of(y->letters[y->n - 2])] : 0;

	if (last != 't' && last != 'p' && last != 'c' && !(last == 'h' && before == 'c'))
		return false;
	for (unsigned i = 0; i < y->n; i++) {
		unsigned l = letter_of(y->letters[i]);

		if (tone_of(y->letters[i]) != 0)
			return false;
		if (l == A_CIRCUMFLEX || l == E_CIRCUMFLEX || l == O_CIRCUMFLEX)
			vowel = (int)i;
	}
	if (vowel < 0 || vowel + 2 + (last == 'h') != y->n)
		return false;
	y->letters[vowel] = (uint16_t)(y->letters[vowel] | ACUTE << 6);
	return true;
}

static void put_letter(mender *m, uint16_t c)
{
	unsigned l = letter_of(c), tone = tone_of(c);
	uint32_t cp = (uint32_t)plain_of[l] - (c & UPPER_BIT ? 0x20 : 0);

	if (l == D_STROKE)
		cp = c & UPPER_BIT ? 0x110 : 0x111;
	for (size_t i = 0; i < ARRAY_LEN(vowels); i++)
		if (vowels[i].letter == l && tone < TONES)
			cp = c & UPPER_BIT ? vowels[i].large[tone] : vowels[i].small[tone];
	m->n += utf8_put(cp, m->out + m->n);
}

/* A line cut into words at blanks, with what stands around the letters left out. */
typedef struct bit {
	slice head, body, tail; /* punctuation, letters, punctuation and blanks */
	syllable y;
	size_t was; /* bytes of the body before it was repaired */
	bool changed;
} bit;

static bool is_mark(unsigned char c)
{
	return c < '0' || (c > '9' && c < 'A') || (c > 'Z' && c < 'a') || (c > 'z' && c < 0x80);
}

/* Signs that tesseract writes for what Vietnamese writes otherwise. */
static slice repaired(slice s, arena *a)
{
	static const struct {
		slice wrong, right;
	} table[] = {
		{S("Đ\u00d0"), S("Đ")},  {S("\u00d0Đ"), S("Đ")}, {S("\u00d0"), S("Đ")},
		{S("UƯBND"), S("UBND")}, {S("ƯBND"), S("UBND")}, {S("nø"), S("ng")},
	};

	for (size_t i = 0; i < ARRAY_LEN(table); i++) {
		const char *at = slice_find(s, table[i].wrong);

		if (at != NULL)
			s = arena_printf(a, "%.*s%.*s%.*s", (int)(at - s.p), s.p,
			                 (int)table[i].right.n, table[i].right.p,
			                 (int)(s.p + s.n - at - table[i].wrong.n),
			                 at + table[i].wrong.n);
	}
	return s;
}

static bit next_bit(slice *rest, arena *a)
{
	size_t i = 0, from, end;
	bit b = {0};

	while (i < rest->n && is_mark((unsigned char)rest->p[i]))
		i++;
	from = i;
	while (i < rest->n && !is_mark((unsigned char)rest->p[i]))
		i++;
	end = i;
	while (i < rest->n && rest->p[i] == ' ')
		i++;
	b.head = (slice){rest->p, from};
	b.body = (slice){rest->p + from, end - from};
	b.tail = (slice){rest->p + end, i - end};
	b.was = b.body.n;
	if (b.body.n <= WORD_BYTES)
		b.body = repaired(b.body, a);
	if (b.head.n > 0 && b.head.p[b.head.n - 1] == '/' && slice_starts(b.body, S("\u2044")))
		b.body = (slice){b.body.p + 3, b.body.n - 3}; /* one stroke seen twice */
	b.y = syllable_of(b.body);
	*rest = (slice){rest->p + i, rest->n - i};
	return b;
}

/* Two words that are sure only beside each other; nothing stays as it is. "(b/€)" is
 * b/c, "Lưu: VI" is VT, "©, PVP" is C, PVP. */
static const struct {
	slice first, between, second, to_first, to_second;
} settled[] = {
	{S("b"), S("/"), S("€"), {0}, S("c")},
	{S("b"), S("/"), S("©"), {0}, S("c")},
	{S("b"), S("/"), S("C"), {0}, S("c")},
	{S("Lưu"), S(": "), S("VI"), {0}, S("VT")},
	{S("Lưu"), S(": "), S("VF"), {0}, S("VT")},
	{S("Lưu"), S(": "), S("VỊ"), {0}, S("VT")},
	{S("©"), S(", "), S("PVP"), S("C"), {0}},
	{S("©"), S(", "), S("PCVP"), S("C"), {0}},
	{S("G"), S(", "), S("PVP"), S("C"), {0}},
	{S("G"), S(", "), S("PCVP"), S("C"), {0}},
	{S("PHO"), S(" "), S("CHÁNH"), S("PHÓ"), {0}},
	{S("PHO"), S(" "), S("CHANH"), S("PHÓ"), {0}},
	{S("PHO"), S(" "), S("CHU"), S("PHÓ"), {0}},
	{S("PHO"), S(" "), S("CHỦ"), S("PHÓ"), {0}},
	{S("PHO"), S(" "), S("GIÁM"), S("PHÓ"), {0}},
	{S("PHO"), S(" "), S("TRƯỞNG"), S("PHÓ"), {0}},
	{S("PHO"), S(" "), S("TỔNG"), S("PHÓ"), {0}},
	{S("PHO"), S(" "), S("TONG"), S("PHÓ"), {0}},
};

/* "quý I1", "quý H": strokes that are a Roman number and no other. */
static slice strokes(slice s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != 'I' && s.p[i] != '1' && s.p[i] != 'l' && s.p[i] != 'H')
			return (slice){0};
		n += s.p[i] == 'H' ? 2 : 1;
	}
	return n == 2 ? S("II") : n == 3 ? S("III") : (slice){0};
}

static void body_set(bit *b, slice to)
{
	if (to.n == 0)
		return;
	b->body = to;
	b->y = syllable_of(to);
}

static bool is_figure(const bit *b)
{
	size_t i = 0;

	while (i < b->body.n && b->body.p[i] >= '0' && b->body.p[i] <= '9')
		i++;
	return i != 0 && i == b->body.n && b->head.n == 0;
}

static void settle(bit *b, bit *after)
{
	slice between = after->head.n > 0 ? after->head : b->tail;

	for (size_t i = 0; i < ARRAY_LEN(settled); i++)
		if (slice_eq(b->body, settled[i].first) && slice_eq(between, settled[i].between) &&
		    slice_eq(after->body, settled[i].second)) {
			body_set(b, settled[i].to_first);
			body_set(after, settled[i].to_second);
			return;
		}
	/* "17 giò 00" */
	if (b->was == 2 && b->body.p[0] >= '0' && b->body.p[0] <= '2' &&
	    slice_eq(after->body, S("giò")))
		body_set(after, S("giờ"));
	/* "Công văn so 10/CT-TTg", "thang 11 năm" */
	if ((slice_eq(b->body, S("so")) || slice_eq(b->body, S("sô"))) && is_figure(after) &&
	    after->tail.n == 0)
		body_set(b, S("số"));
	/* "trước ngày i 13/3": a speck */
	if (slice_eq(b->body, S("ngày")) && after->head.n == 0 && after->tail.n != 0 &&
	    (slice_eq(after->body, S("i")) || slice_eq(after->body, S("l"))))
		*after = (bit){.tail = after->tail, .was = 1};
	if (slice_eq(b->body, S("thang")) && is_figure(after) && after->body.n <= 2)
		body_set(b, S("tháng"));
	if (slice_eq(b->body, S("quý")) || slice_eq(b->body, S("Quý")))
		body_set(after, strokes(after->body));
}

static void put(mender *m, slice s)
{
	slice_copy(m->out + m->n, s);
	m->n += s.n;
}

static void put_bit(mender *m, const bit *b)
{
	put(m, b->head);
	for (unsigned i = 0; b->changed && i < b->y.n; i++)
		put_letter(m, b->y.letters[i]);
	if (!b->changed)
		put(m, b->body);
	put(m, b->tail);
}

typedef struct follow {
	rawdoc *doc;
	uint32_t origin; /* the next that is to be moved */
} follow;

/* Words that stand before `upto` in the line moved by as much as it grew. */
static void origins_move(follow *f, uint32_t upto, uint32_t shift)
{
	while (f->origin < f->doc->origins.n && f->doc->origins.p[f->origin].at < upto)
		f->doc->origins.p[f->origin++].at += shift;
}

static void keep_line(mender *m, rawline *l, follow *f)
{
	size_t start = m->n;

	origins_move(f, l->source + (uint32_t)l->text.n, (uint32_t)start - l->source);
	put(m, l->text);
	l->text = (slice){m->out + start, m->n - start};
	l->source = (uint32_t)start;
}

static void mend_line(mender *m, rawline *l, follow *f)
{
	slice rest = l->text;
	size_t start = m->n;
	uint32_t from = l->source, base = (uint32_t)start;
	bit b = next_bit(&rest, m->a);

	origins_move(f, from, base - from);
	for (bool more = true; more;) {
		bit after = {0};
		const pair *p;
		size_t done = (size_t)(b.tail.p + b.tail.n - l->text.p);

		more = rest.n > 0;
		if (more)
			after = next_bit(&rest, m->a);
		if (more)
			settle(&b, &after);
		/* Joined by blanks alone. */
		p = more && b.y.n > 0 && after.y.n > 0 && b.tail.n > 0 && after.head.n == 0
		            ? pair_of(m, &b.y, &after.y)
		            : NULL;
		if (p != NULL) {
			take_marks(&b.y, &p->words[0]);
			take_marks(&after.y, &p->words[1]);
			b.changed = after.changed = true;
		} else if (!b.changed && b.y.n > 0) {
			b.changed = toneless_stop(&b.y);
		}
		/* Where this bit's words begin now. */
		origins_move(f, from + (uint32_t)(done - b.tail.n - b.was - b.head.n) + 1,
		             (uint32_t)m->n - (uint32_t)(done - b.tail.n - b.was - b.head.n) -
		                     from);
		put_bit(m, &b);
		b = after;
	}
	l->text = (slice){m->out + start, m->n - start};
	l->source = base;
}

void mend_scan(rawdoc *doc, arena *a)
{
	mender *m = arena_new(a, mender);
	follow f = {.doc = doc};
	rawline *lines = arena_array(a, rawline, doc->lines.n + 1);
	raworigin *origins = arena_array(a, raworigin, doc->origins.n + 1);
	size_t room = 1;

	m->a = a;
	pairs_load(m);
	for (uint32_t i = 0; i < doc->lines.n; i++) {
		lines[i] = doc->lines.p[i];
		room += lines[i].text.n * 2 + 1; /* a letter may grow from one byte to three */
	}
	for (uint32_t i = 0; i < doc->origins.n; i++)
		origins[i] = doc->origins.p[i];
	m->out = arena_alloc(a, room + room / 2);
	doc->lines.p = lines;
	doc->lines.cap = doc->lines.n;
	doc->origins.p = origins;
	doc->origins.cap = doc->origins.n;
	for (uint32_t i = 0; i < doc->lines.n; i++) {
		if (lines[i].flags & RAW_PRINTED) {
			keep_line(m, &lines[i], &f);
		} else {
			lines[i].text = mend_marks(mend_dates(lines[i].text, a), a);
			mend_line(m, &lines[i], &f);
		}
		m->out[m->n++] = ' ';
	}
}
