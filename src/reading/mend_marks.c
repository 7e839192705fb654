/*
 * mend_marks.c - which marks a syllable must carry: what Vietnamese does not have without one, and
 * the pairs of mend_pairs.def. Must never change one Vietnamese word for another: what is right beside a
 * pair is named there too.
 */
#include "reading/mend_priv.h"

#include "base/utf8.h"

enum {
	ACUTE = 1,
	TONES = 6,
	WORDS_FAR = 3, /* pairs of marks that may differ in a pair of words */
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

static unsigned letter_of(uint16_t c)
{
	return c & WORD_LETTER;
}

static unsigned tone_of(uint16_t c)
{
	return c >> 6 & 7;
}

#define HASH_SEED 0xcbf29ce484222325u
#define HASH_STEP 0x100000001b3u

/* One more letter of a word, by its class; false when it is none of a syllable, or too many. */
static inline bool add_letter(syllable *y, uint16_t c)
{
	if (c & 0x8000 || letter_of(c) == 0 || letter_of(c) >= sizeof plain_of - 1 ||
	    y->n == WORD_LETTERS_MAX)
		return false;
	y->letters[y->n++] = c;
	y->skeleton = (y->skeleton ^ (unsigned char)plain_of[letter_of(c)]) * HASH_STEP;
	return true;
}

size_t mend_word(slice s, size_t at, syllable *ret, bool *ret_signs)
{
	const unsigned char *p = (const unsigned char *)s.p;
	bool is = true;
	unsigned len;

	ret->n = 0;
	ret->skeleton = HASH_SEED;
	for (; at < s.n; at += len) {
		uint32_t cp = utf8_next(p + at, &len);
		uint16_t c = word_letter_class(cp);

		if (cp < 0x80 && c == 0 && (cp < '0' || cp > '9'))
			break; /* punctuation */
		*ret_signs |= cp == 'D' || cp == 0xd0 || cp == 0xf8;
		is = is && add_letter(ret, c);
	}
	ret->n = is ? ret->n : 0;
	return at;
}

syllable mend_syllable(slice s)
{
	bool signs = false;
	syllable y;

	if (mend_word(s, 0, &y, &signs) != s.n)
		y.n = 0;
	return y;
}

static uint64_t skeleton_of(const syllable *first, const syllable *second)
{
	uint64_t h = (first->skeleton ^ ' ') * HASH_STEP;

	return (h ^ h >> 32 ^ second->skeleton) * HASH_STEP;
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

static uint32_t head_of(uint64_t skeleton)
{
	return skeleton >> 32 & (PAIR_HEADS - 1);
}

void mend_pairs(pairs *ret)
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
	ret->n = 0;
	memset(ret->heads, 0, sizeof ret->heads);
	for (size_t i = ARRAY_LEN(written); i-- > 0;) { /* a chain begins with the first written */
		slice second = written[i].words, first = {0};
		pair *p = &ret->p[ret->n];

		(void)slice_cut(&second, ' ', &first);
		*p = (pair){.words = {mend_syllable(first), mend_syllable(second)},
		            .stays = written[i].stays};
		if (p->words[0].n == 0 || p->words[1].n == 0)
			continue;
		p->skeleton = skeleton_of(&p->words[0], &p->words[1]);
		p->next = ret->heads[head_of(p->skeleton)];
		ret->heads[head_of(p->skeleton)] = (uint16_t)++ret->n;
	}
}

const pair *mend_pair_of(const pairs *all, const syllable *first, const syllable *second)
{
	uint64_t skeleton = skeleton_of(first, second);
	const pair *best = NULL;
	unsigned least = WORDS_FAR + 1;

	for (uint32_t k = all->heads[head_of(skeleton)], next; k != 0; k = next) {
		const pair *p = &all->p[k - 1];
		unsigned apart;

		next = p->next;
		if (p->skeleton != skeleton || p->words[0].n != first->n ||
		    p->words[1].n != second->n)
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

void mend_take(syllable *y, const syllable *right)
{
	for (unsigned i = 0; i < y->n; i++)
		y->letters[i] = (uint16_t)((right->letters[i] & ~WORD_CAPITAL) |
		                           (y->letters[i] & WORD_CAPITAL));
}

bool mend_stop(syllable *y)
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

size_t mend_put(uint16_t c, char *to)
{
	unsigned l = letter_of(c), tone = tone_of(c);
	uint32_t cp = (uint32_t)plain_of[l] - (c & WORD_CAPITAL ? 0x20 : 0);

	if (l == D_STROKE)
		cp = c & WORD_CAPITAL ? 0x110 : 0x111;
	for (size_t i = 0; i < ARRAY_LEN(vowels); i++)
		if (vowels[i].letter == l && tone < TONES)
			cp = c & WORD_CAPITAL ? vowels[i].large[tone] : vowels[i].small[tone];
	return utf8_put(cp, to);
}
