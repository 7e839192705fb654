/*
 * letters.h - case of Latin letters, and comparing words without regard to it.
 *
 * Enough for Vietnamese and its neighbours; other scripts have no case here.
 */
#ifndef DONDOC_READING_SHAPE_LETTERS_H
#define DONDOC_READING_SHAPE_LETTERS_H

#include "base/slice.h"
#include "base/utf8.h"

enum letter_case { LETTER_NONE, LETTER_LOWER, LETTER_UPPER };

/* letter_case_of() - what cp is; LETTER_LOWER also for letters without case.
 * letter_case_more(): of what is not ASCII. */
enum letter_case letter_case_more(uint32_t cp);
static inline enum letter_case letter_case_of(uint32_t cp)
{
	if (cp >= 0x80)
		return letter_case_more(cp);
	if ((cp | 0x20) - 'a' > 'z' - 'a')
		return LETTER_NONE;
	return cp & 0x20 ? LETTER_LOWER : LETTER_UPPER;
}

/* letter_lower() - the small letter of cp; cp itself when it has none. */
static inline uint32_t letter_lower(uint32_t cp)
{
	if (letter_case_of(cp) != LETTER_UPPER)
		return cp;
	return cp < 0x100 ? cp + 0x20 : cp + 1;
}

/* letter_digit() - is the byte a figure? */
static inline bool letter_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* letter_raised() - the digit that a raised sign ("²") writes; LETTER_RAISED_NONE when it is none. */
enum { LETTER_RAISED_NONE = 10 };
static inline uint32_t letter_raised(uint32_t cp)
{
	uint32_t d = cp == 0xb9 ? 1 : cp == 0xb2 || cp == 0xb3 ? cp - 0xb0 : cp - 0x2070;

	return d < LETTER_RAISED_NONE ? d : LETTER_RAISED_NONE;
}

/* letters_start() - does s begin with `head` (small letters), whatever the case,
 * and does a word end there? Tone placement counts. Linear in head. */
bool letters_start(slice s, slice head);

/* letters_all_upper() - two letters or more, and not a small one among them. A
 * body line is given up at its second letter or so. */
bool letters_all_upper(slice s);

/* letters_first() - case of the first letter, skipping opening quotes and
 * brackets; LETTER_NONE when a digit or any other sign comes first. */
enum letter_case letters_first(slice s);

/* letters_last() - the last code point of s, and where it begins; 0 when s is empty. */
uint32_t letters_last(slice s, size_t *ret_at);

#endif
