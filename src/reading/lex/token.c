/*
 * token.c - cut text into words, numbers and marks; one pass, no look-back.
 */
#include "reading/lex/token.h"

#include "base/utf8.h"
#include "reading/lex/lexicon.h"
#include "reading/lex/token_priv.h"

/* What a byte begins. */
enum { B_MULTI, B_SPACE, B_LETTER, B_DIGIT, B_PUNCT, B_END };

static const uint8_t byte_class[256] = {
	[0 ... 9] = B_SPACE,     [11 ... ' '] = B_SPACE,   ['\n'] = B_END,
	['!' ... '/'] = B_PUNCT, ['0' ... '9'] = B_DIGIT, [':' ... '@'] = B_PUNCT,
	['A' ... 'Z'] = B_LETTER, ['[' ... '`'] = B_PUNCT, ['a' ... 'z'] = B_LETTER,
	['{' ... '~'] = B_PUNCT, [127] = B_SPACE,
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
		uint32_t one = (key & 63) == 9 ? 1 : (key & 63) == 22 ? 5 : (key & 63) == 24 ? 10 : 0;

		if (one == 0)
			return 0;
		v = one < next ? v - one : v + one;
		if (one > next)
			next = one;
	}
	return v;
}

/* The word at p: letters until something else. Returns its end. */
static const unsigned char *scan_word(const unsigned char *p, const unsigned char *end, token *t,
                                      word_key *ret_key)
{
	word_key key = 0, tone = 0;
	int letters = 0, capitals = 0;
	bool foreign = false;

	while (p < end) {
		unsigned n = 1;
		uint16_t c;

		if (*p < 0x80) {
			if (byte_class[*p] != B_LETTER)
				break;
			c = (uint16_t)((*p & 31) | (*p & 32 ? 0 : 512));
		} else {
			c = word_letter_class(utf8_next(p, &n));
			if (c == 0)
				break;
		}
		foreign |= (c & 0x8000) != 0;
		if (letters < WORD_LETTERS_MAX)
			key = key << 6 | (c & 63);
		if (c & 0x1c0)
			tone = c >> 6 & 7;
		if (c & 512) {
			capitals++;
			if (letters == 0)
				t->flags |= TF_CAP;
		}
		letters++;
		p += n;
	}
	t->kind = TOK_WORD;
	if (capitals == letters) {
		t->flags |= TF_UPPER;
		if (letters <= 6 && tone == 0 && !foreign && (t->num = roman(key, letters)) != 0)
			t->flags |= TF_ROMAN;
	}
	*ret_key = foreign || letters > WORD_LETTERS_MAX ? 0 : key | tone << 60;
	return p;
}

static const unsigned char *scan_number(const unsigned char *p, const unsigned char *end, token *t)
{
	uint64_t v = 0;

	for (; p < end && byte_class[*p] == B_DIGIT; p++)
		if (v <= UINT32_MAX)
			v = v * 10 + (*p - '0');
	t->kind = TOK_NUM;
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

tokens tokens_of(slice text, const lexicon *lex, arena *a)
{
	VEC(token) out = {0};
	size_t at = 0;
	tokens ret;

	/* About one token in five bytes; a good first guess spares the copies. */
	out.p = arena_grow(a, NULL, 0, text.n / 4 + 2, sizeof(token), &out.cap);
	for (;;) {
		token t;
		word_key key;

		at = token_next(text, at, &t, &key);
		if (t.kind == TOK_WORD)
			t.word = lexicon_word(lex, key);
		*VEC_PUSH(a, &out) = t;
		if (t.kind == TOK_END && t.at == text.n)
			break;
	}
	ret = (tokens){out.p, out.n - 1, text};
	return ret;
}
