/*
 * token.c - cut text into words, numbers and marks; one pass, no look-back.
 *
 * Most words of a text are words of the tables, and nearly all others it says many
 * times. Short ones are kept by their bytes, those of the tables with the lexicon, the
 * text's own beside the text: such a word is known by one load and one comparison,
 * letters are read only of those that are new.
 */
#include "reading/lex/token.h"

#include <assert.h>
#include <limits.h>

#include "base/utf8.h"
#include "reading/lex/known_priv.h"
#include "reading/lex/lexicon.h"
#include "reading/lex/token_step.h"

/* What a byte begins; what may begin a word is first. */
enum { B_MULTI, B_LETTER, B_SPACE, B_DIGIT, B_PUNCT, B_END };

static const uint8_t byte_class[256] = {
	[0 ... 9] = B_SPACE,      [11 ... ' '] = B_SPACE,  ['\n'] = B_END,
	['!' ... '/'] = B_PUNCT,  ['0' ... '9'] = B_DIGIT, [':' ... '@'] = B_PUNCT,
	['A' ... 'Z'] = B_LETTER, ['[' ... '`'] = B_PUNCT, ['a' ... 'z'] = B_LETTER,
	['{' ... '~'] = B_PUNCT,  [127] = B_SPACE,
};

/* Marks outside ASCII, ascending. */
static const struct {
	uint16_t cp;
	uint8_t mark, num;
} marks[] = {
	{0x00ab, '"', 0},
	{0x00b2, MARK_SUPERSCRIPT, 2},
	{0x00b3, MARK_SUPERSCRIPT, 3},
	{0x00b7, MARK_BULLET, 0},
	{0x00b9, MARK_SUPERSCRIPT, 1},
	{0x00bb, '"', 0},
	{0x00bd, MARK_HALF, 0},
	{0x2010, '-', 0},
	{0x2011, '-', 0},
	{0x2012, '-', 0},
	{0x2013, '-', 0},
	{0x2014, '-', 0},
	{0x2015, '-', 0},
	{0x2018, '\'', 0},
	{0x2019, '\'', 0},
	{0x201c, '"', 0},
	{0x201d, '"', 0},
	{0x201e, '"', 0},
	{0x2022, MARK_BULLET, 0},
	{0x2026, MARK_ELLIPSIS, 0},
	{0x2032, '\'', 0},
	{0x2033, '"', 0},
	{0x2070, MARK_SUPERSCRIPT, 0},
	{0x2074, MARK_SUPERSCRIPT, 4},
	{0x2075, MARK_SUPERSCRIPT, 5},
	{0x2076, MARK_SUPERSCRIPT, 6},
	{0x2077, MARK_SUPERSCRIPT, 7},
	{0x2078, MARK_SUPERSCRIPT, 8},
	{0x2079, MARK_SUPERSCRIPT, 9},
	{0x2212, '-', 0},
	{0x25a0, MARK_BULLET, 0},
	{0x25aa, MARK_BULLET, 0},
	{0x25cf, MARK_BULLET, 0},
	{0x25e6, MARK_BULLET, 0},
};

static uint16_t mark_of(uint32_t cp, uint32_t *ret_num)
{
	size_t lo = 0, hi = ARRAY_LEN(marks);

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;

		if (marks[mid].cp < cp)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo == ARRAY_LEN(marks) || marks[lo].cp != cp)
		return MARK_OTHER;
	*ret_num = marks[lo].num;
	return marks[lo].mark;
}

/* The value of a Roman numeral I..XXXIX, 0 when it is none. Letters: i=9 v=22 x=24. */
static uint32_t roman(word_key key, int letters)
{
	uint32_t v = 0, next = 0;

	for (int i = 0; i < letters; i++, key >>= 6) {
		uint32_t one = (key & 63) == 9    ? 1
		               : (key & 63) == 22 ? 5
		               : (key & 63) == 24 ? 10
		                                  : 0;

		if (one == 0)
			return 0;
		v = one < next ? v - one : v + one;
		if (one > next)
			next = one;
	}
	return v;
}

/* The word at p, a letter: letters until something else. Returns its end. */
static const unsigned char *scan_word(const unsigned char *p, const unsigned char *end, token *t,
                                      word_key *ret_key)
{
	unsigned letters = 0, any = 0, all = UINT_MAX, tone = 0, c, len;
	word_key key = 0;

	do {
		len = 1;
		if (*p < 0x80) {
			c = word_latin_low[*p];
		} else {
			c = word_letter_class(utf8_next(p, &len));
			tone = c & 0x1c0 ? c : tone;
		}
		if (c == 0)
			break;
		if (letters++ == 0 && c & 512)
			t->flags |= TF_CAP;
		key = key << 6 | (c & 63);
		any |= c;
		all &= c;
		p += len;
	} while (p < end);
	t->kind = TOK_WORD;
	*ret_key = any & 0x8000 || letters > WORD_LETTERS_MAX
	                   ? 0
	                   : key | (word_key)(tone >> 6 & 7) << 60;
	if (all & 512) {
		t->flags |= TF_UPPER;
		if (letters <= 6 && tone == 0 && *ret_key != 0 &&
		    (t->num = roman(key, (int)letters)) != 0)
			t->flags |= TF_ROMAN;
	}
	return p;
}

static const unsigned char *scan_number(const unsigned char *p, const unsigned char *end, token *t)
{
	uint64_t v = 0;

	for (; p < end && byte_class[*p] == B_DIGIT; p++)
		if (v <= UINT32_MAX)
			v = v * 10 + (*p - '0');
	t->kind = TOK_NUM;
	t->word = MARK_FIGURE;
	t->num = v > UINT32_MAX ? UINT32_MAX : (uint32_t)v;
	return p;
}

size_t token_next(slice text, size_t at, token *t, word_key *ret_key)
{
	const unsigned char *base = (const unsigned char *)text.p, *end = base + text.n;
	const unsigned char *p = base + at, *start;
	unsigned n = 1;

	*t = (token){0};
	*ret_key = 0;
	while (p < end && byte_class[*p] == B_SPACE)
		p++, t->flags = TF_SPACE;
	start = p;
	t->at = (uint32_t)(p - base);
	t->kind = TOK_END;
	t->word = MARK_END;
	if (p == end)
		return text.n;
	switch (byte_class[*p]) {
	case B_END:
		p++;
		break;
	case B_DIGIT:
		p = scan_number(p, end, t);
		break;
	case B_PUNCT:
		t->kind = TOK_PUNCT;
		t->word = *p++;
		break;
	case B_LETTER:
		p = scan_word(p, end, t, ret_key);
		break;
	default: {
		uint32_t cp = utf8_next(p, &n);

		if (word_letter_class(cp) != 0) {
			p = scan_word(p, end, t, ret_key);
		} else {
			t->kind = TOK_PUNCT;
			t->word = mark_of(cp, &t->num);
			p += n;
		}
	}
	}
	t->len = (uint16_t)((size_t)(p - start) > UINT16_MAX ? UINT16_MAX : p - start);
	return (size_t)(p - base);
}

enum {
	OWN_BITS = 9, /* of a document, of a short letter, and of a line or two, which say few words
	                 twice */
	OWN_BITS_LETTER = 7,
	OWN_BITS_SHORT = 3,
	LETTER_TEXT = 4096,
	SHORT_TEXT = 512,
	GLUED_BYTES = 6, /* no two words with a mark are shorter */
	FIGURES_FEW = 8, /* their value fits 32 bits, and they end before KNOWN_BYTES do */
};

static_assert(TF_SPACE == 1, "a space is one byte");

typedef struct cutter {
	slice text;
	size_t safe; /* up to here KNOWN_BYTES can be read */
	const lexicon *lex;
	const known_word *learnt; /* 1 << LEARNT_BITS; those of the lexicon */
	known_word *own; /* 1 << own_bits; those of this text */
	unsigned own_bits;
} cutter;

/* The first of two words written as one: a token of its own. Returns where it ends. */
static size_t cut_first(const cutter *c, size_t at, size_t part, token *t)
{
	word_key key;

	token_next((slice){c->text.p, at + part}, at, t, &key);
	token_name(t, key, c->lex);
	return at + part;
}

/* A run of letters that is not known yet; remembered when it is all of the token. */
static size_t cut_new(const cutter *c, size_t at, token *t, known_word *slot, v16 run, unsigned len)
{
	const unsigned char *p = (const unsigned char *)c->text.p + at;
	word_key key;
	size_t end, part;

	if (*p < 0x80) {
		*t = (token){.at = (uint32_t)at};
		end = at + (size_t)(scan_word(p, p + (c->text.n - at), t, &key) - p);
		t->len = (uint16_t)(end - at < UINT16_MAX ? end - at : UINT16_MAX);
	} else {
		end = token_next(c->text, at, t, &key);
	}
	token_name(t, key, c->lex);
	if (t->word == 0 && t->kind == TOK_WORD && end - at >= GLUED_BYTES &&
	    (part = glued_part((slice){c->text.p + at, end - at}, c->lex)) != 0)
		return cut_first(c, at, part, t);
	if (end - at == len && len < KNOWN_BYTES) {
		memcpy(slot->bytes, &run, KNOWN_BYTES);
		slot->is = *t;
	}
	return end;
}

/* Tokens and their words while a text is cut, kept in step. */
typedef struct cutting {
	token *p, *last; /* last: where there is room for two more, at most */
	uint16_t *words;
	uint32_t cap;
	VEC(uint32_t) nums;
} cutting;

/* Where the next token goes. */
typedef struct place {
	token *t;
	uint16_t *word;
} place;

static inline uint32_t index_of(const cutting *out, place at)
{
	return (uint32_t)(at.t - out->p);
}

/* Room for two more. */
static place more_tokens(cutting *out, place at, arena *a)
{
	uint32_t n = index_of(out, at), words = out->cap;

	out->p = arena_grow(a, out->p, n, (size_t)n + 2, sizeof *out->p, &out->cap);
	out->words = arena_grow(a, out->words, n, out->cap + TOKENS_BEHIND, sizeof *out->words,
	                        &words);
	out->last = out->p + out->cap - 2;
	return (place){out->p + n, out->words + n};
}

/* The figures at byte `at`, few and with something behind them; its end. */
static inline size_t cut_figures(slice text, size_t at, token *t)
{
	const unsigned char *p = (const unsigned char *)text.p + at, *from = p;
	uint32_t v = 0;

	for (; byte_class[*p] == B_DIGIT && p - from < FIGURES_FEW; p++)
		v = v * 10 + (*p - '0');
	*t = (token){.at = (uint32_t)at,
	             .num = v,
	             .len = (uint16_t)(p - from),
	             .kind = TOK_NUM,
	             .word = MARK_FIGURE};
	return byte_class[*p] == B_DIGIT ? 0 : at + (size_t)(p - from);
}

/* What is no word, at byte `at`, after a space or none; number i of the tokens. Returns the
 * byte after it; at the end of the text the token has no length. */
static size_t cut_other(const cutter *c, size_t at, uint8_t cls, token *t, uint32_t i, cutting *out,
                        arena *a)
{
	size_t end = 0;
	word_key key;

	switch (cls) {
	case B_PUNCT:
		*t = (token){.at = (uint32_t)at, .len = 1, .kind = TOK_PUNCT};
		t->word = (unsigned char)c->text.p[at];
		return at + 1;
	case B_END:
		*t = (token){.at = (uint32_t)at, .len = 1, .kind = TOK_END, .word = MARK_END};
		return at + 1;
	case B_DIGIT:
		end = cut_figures(c->text, at, t);
		break;
	default:
		break;
	}
	if (end == 0) {
		end = token_next(c->text, at, t, &key);
		token_name(t, key, c->lex);
	}
	if (t->kind == TOK_NUM)
		*VEC_PUSH(a, &out->nums) = i;
	return end;
}

/* Is the byte at `at` the space before a token? Behind `safe` nobody knows yet. */
static inline uint8_t space_at(const cutter *c, size_t at)
{
	return at < c->safe && c->text.p[at] == ' ' ? TF_SPACE : 0;
}

/* The token that begins with a letter at byte `at` < safe, and the mark behind it: a mark
 * often follows at once, and when cannot be foretold, so it is written, and stays if it was
 * one. A space after them is the next token's. Returns the byte where that begins. */
static inline size_t cut_run(const cutter *c, size_t at, uint8_t *flags, place *to)
{
	static const unsigned char keep[2 * KNOWN_BYTES] = {[0 ... KNOWN_BYTES - 1] = 255};
	static const token a_mark = {.len = 1, .kind = TOK_PUNCT};
	token *t = to->t;
	unsigned len, mark, space;
	v16 v, mask;
	uint64_t hash;
	run_bits is;
	const known_word *k;
	known_word *own;

	memcpy(&v, c->text.p + at, KNOWN_BYTES);
	is = run_bits_of(v);
	len = run_length(is);
	memcpy(&mask, keep + KNOWN_BYTES - len, KNOWN_BYTES);
	v &= mask;
	hash = hash_of(v);
	k = known_slot(c->learnt, v, hash);
	if (!same(v, k->bytes)) {
		k = own = &c->own[hash >> (64 - c->own_bits)];
		if (!same(v, k->bytes)) {
			at = cut_new(c, at, t, own, v, len);
			t->flags |= *flags;
			to->t++;
			*to->word++ = t->word;
			*flags = space_at(c, at);
			return at + *flags;
		}
	}
	*t = k->is;
	t->at = (uint32_t)at;
	t->flags = k->is.flags | *flags;
	to->word[0] = k->is.word;
	at += len;
	mark = is.marks >> len & 1;
	t[1] = a_mark;
	t[1].at = (uint32_t)at;
	t[1].word = to->word[1] = (unsigned char)c->text.p[at];
	to->t += 1 + mark;
	to->word += 1 + mark;
	space = is.spaces >> (len + mark) & 1;
	*flags = (uint8_t)space; /* which is TF_SPACE */
	return at + mark + space;
}

/* All tokens of the text, how many; p[n] is its end. */
static uint32_t cut_all(const cutter *c, cutting *out, arena *a)
{
	uint8_t flags = space_at(c, 0);
	size_t at = flags;
	place to = {out->p, out->words};

	for (;;) {
		uint8_t cls = B_SPACE;

		if (to.t > out->last)
			to = more_tokens(out, to, a);
		if (at < c->safe)
			cls = byte_class[(unsigned char)c->text.p[at]];
		if (cls <= B_LETTER) { /* nearly all */
			at = cut_run(c, at, &flags, &to);
			continue;
		}
		at = cut_other(c, at, cls, to.t, index_of(out, to), out, a);
		to.t->flags |= flags;
		*to.word++ = to.t->word;
		if (to.t->kind == TOK_END && to.t->len == 0)
			return index_of(out, to);
		to.t++;
		flags = space_at(c, at);
		at += flags;
	}
}

tokens tokens_of(slice text, const lexicon *lex, arena *a)
{
	cutter c = {.text = text,
	            .safe = text.n > KNOWN_BYTES ? text.n - KNOWN_BYTES : 0,
	            .lex = lex,
	            .learnt = lexicon_learnt(lex),
	            .own_bits = text.n < SHORT_TEXT    ? OWN_BITS_SHORT
	                        : text.n < LETTER_TEXT ? OWN_BITS_LETTER
	                                               : OWN_BITS};
	/* About one token in five bytes; a good first guess spares the copies. */
	cutting out = {.cap = (uint32_t)(text.n / 4 + 2)};
	uint32_t n;

	c.own = arena_array(a, known_word, (size_t)1 << c.own_bits);
	out.p = arena_room(a, out.cap * sizeof *out.p);
	out.last = out.p + out.cap - 2;
	out.words = arena_room(a, (out.cap + TOKENS_BEHIND) * sizeof *out.words);
	n = cut_all(&c, &out, a);
	memset(out.words + n, 0, sizeof *out.words * TOKENS_BEHIND);
	return (tokens){.p = out.p,
	                .n = n,
	                .nums = out.nums.p,
	                .nnums = out.nums.n,
	                .words = out.words,
	                .text = text};
}

void tokens_cut(tokens *t, uint32_t n)
{
	uint32_t at = t->p[n].at;

	t->p[n] = (token){.at = at, .kind = TOK_END, .word = MARK_END};
	memset(t->words + n, 0, sizeof *t->words * TOKENS_BEHIND);
	if (t->cues != NULL)
		memset(t->cues + n, 0, TOKENS_BEHIND);
	while (t->nnums > 0 && t->nums[t->nnums - 1] >= n)
		t->nnums--;
	t->n = n;
	t->text.n = at;
}
