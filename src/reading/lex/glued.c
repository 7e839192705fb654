/*
 * glued.c - two words that lost the space between them.
 *
 * Pages and files that were joined line by line without a blank say "báocáo",
 * "đếnngày", "TỊCHNguyễn". No Vietnamese syllable has a consonant between two vowels,
 * so such a run is two words, if it can be parted in one way only and both parts are
 * words of the tables. It must never part a word that the tables know, nor one without
 * a mark: those are foreign.
 */
#include "base/utf8.h"
#include "reading/lex/token_step.h"

enum {
	LETTERS_MIN = 5,
	LETTERS_MAX = 2 * WORD_LETTERS_MAX,
	MARKED = 27, /* letters of word.h from here on are those with marks: ă â đ ê ô ơ ư */
};

/* Words of other languages that would fall into two of ours, of which the first leads. */
static const slice foreign[] = {S("cácbon"), S("Cácbon"), S("CÁCBON")};

typedef struct run {
	uint16_t letters[LETTERS_MAX];
	uint8_t at[LETTERS_MAX]; /* byte of each */
	unsigned n; /* 0: no run to be parted */
	bool marked;
} run;

static run run_of(slice word)
{
	const unsigned char *p = (const unsigned char *)word.p;
	run r = {.n = 0};

	for (size_t at = 0; at < word.n;) {
		unsigned len;
		uint16_t c = word_letter_class(utf8_next(p + at, &len));

		if (c & 0x8000 || (c & WORD_LETTER) == 0 || r.n == LETTERS_MAX)
			return (run){.n = 0};
		r.marked |= (c & WORD_TONE) != 0 || (c & WORD_LETTER) >= MARKED;
		r.at[r.n] = (uint8_t)at;
		r.letters[r.n++] = c;
		at += len;
	}
	if (r.n < LETTERS_MIN || !r.marked)
		r.n = 0;
	return r;
}

/* Is the space missing before letter i, by capitals: "ViệtNam", "UBNDtỉnh"? */
static bool case_turns(const run *r, unsigned i)
{
	bool before = r->letters[i - 1] & WORD_CAPITAL, here = r->letters[i] & WORD_CAPITAL;

	return here != before && (here || r->letters[i - 2] & WORD_CAPITAL);
}

/* Does a name begin at letter i, behind a word in capitals: "TỊCHNguyễn"? */
static bool name_begins(const run *r, unsigned i)
{
	return r->letters[i - 2] & r->letters[i - 1] & r->letters[i] & WORD_CAPITAL &&
	       !(r->letters[i + 1] & WORD_CAPITAL);
}

/* The key of letters from..to, which have a vowel and not two tones; 0 when they are no word. */
static word_key key_between(const run *r, unsigned from, unsigned to, bool any)
{
	word_key key = 0, tone = 0;

	if (to - from > WORD_LETTERS_MAX)
		return 0;
	for (unsigned i = from; i < to; i++) {
		key = key << 6 | (r->letters[i] & WORD_LETTER);
		any |= word_vowel(r->letters[i]);
		if (r->letters[i] & WORD_TONE) {
			if (tone != 0)
				return 0;
			tone = r->letters[i] >> 6 & 7;
		}
	}
	return any ? key | tone << 60 : 0;
}

static bool parts_at(const run *r, unsigned i, const lexicon *lex)
{
	bool turns = case_turns(r, i);
	word_key second = key_between(r, i, r->n, turns);

	return (turns || !word_vowel(r->letters[i])) &&
	       lexicon_word(lex, key_between(r, 0, i, turns)) != 0 &&
	       (lexicon_word(lex, second) != 0 || (second != 0 && name_begins(r, i)));
}

size_t glued_part(slice word, const lexicon *lex)
{
	run r = run_of(word);
	size_t found = 0;

	for (size_t i = 0; i < ARRAY_LEN(foreign); i++)
		if (slice_eq(word, foreign[i]))
			return 0;
	for (unsigned i = 2; i + 2 <= r.n; i++) {
		if (!parts_at(&r, i, lex))
			continue;
		if (case_turns(&r, i))
			return r.at[i];
		if (found != 0)
			return 0;
		found = r.at[i];
	}
	return found;
}
