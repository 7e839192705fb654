/*
 * word.h - the key under which a written word is looked up.
 *
 * A Vietnamese syllable is at most seven letters and one tone. The key packs
 * up to ten letters (6 bits each, case folded, with ă â ê ô ơ ư đ kept apart)
 * and the tone (3 bits, wherever it was placed), so `hoà` and `hòa`, `UỶ` and
 * `Ủy` share one key, and two different words never do. Words that do not fit
 * (over ten letters, letters of other languages) have key 0: in no lexicon.
 */
#ifndef DONDOC_READING_WORD_H
#define DONDOC_READING_WORD_H

#include "base/slice.h"

typedef uint64_t word_key;

enum { WORD_LETTERS_MAX = 10 };

/* What word_letter_class() tells, in bits. */
enum { WORD_LETTER = 63, WORD_TONE = 7 << 6, WORD_CAPITAL = 1 << 9 };

/* The classes of U+0000 to U+01FF and of U+1E00 to U+1EFF, and of all others; for
 * word_letter_class() alone. */
extern const uint16_t word_latin_low[512], word_latin_more[256];
uint16_t word_letter_other(uint32_t cp);

/* word_letter_class() - what a code point is inside a word: 0 = not a letter;
 * else bits 0-5 the letter (1..), bits 6-8 the tone (0 none .. 5), bit 9 set for
 * a capital. Table look-up. Bit 15 alone: some other letter (no key). */
static inline uint16_t word_letter_class(uint32_t cp)
{
	if (cp < 0x200)
		return word_latin_low[cp];
	return cp >= 0x1e00 && cp < 0x1f00 ? word_latin_more[cp - 0x1e00] : word_letter_other(cp);
}

/* word_vowel() - is a letter that word_letter_class() told one of a e i o u y ă â ê ô ơ ư? */
static inline bool word_vowel(uint16_t c)
{
	static const uint64_t vowels = 1u << 1 | 1u << 5 | 1u << 9 | 1u << 15 | 1u << 21 |
	                               1u << 25 | 1u << 27 | 1u << 28 | 1u << 30 | 1u << 31 |
	                               1ull << 32 | 1ull << 33;

	return vowels >> (c & WORD_LETTER) & 1;
}

/* word_key_of() - the key of a whole NFC word; 0 when it has none. */
word_key word_key_of(slice word);

#endif
