/*
 * word.c - the look-up key of a written word.
 */
#include "reading/lex/word.h"

#include "base/utf8.h"
#include "reading/lex/word_table.def"

uint16_t word_letter_other(uint32_t cp)
{
	/* Letters of other scripts, and combining marks that nothing could compose. */
	if ((cp >= 0x200 && cp < 0x2000) || (cp >= 0x2c00 && cp < 0x2e00) ||
	    (cp >= 0x3040 && cp < 0xe000) || (cp >= 0xf900 && cp < 0xfe00) || cp >= 0x20000)
		return 0x8000;
	return 0;
}

word_key word_key_of(slice word)
{
	const unsigned char *p = (const unsigned char *)word.p, *end = p + word.n;
	word_key key = 0, tone = 0;
	int letters = 0;

	while (p < end) {
		unsigned n;
		uint16_t c = word_letter_class(utf8_next(p, &n));

		if ((c & 0x8000) || (c & 63) == 0 || ++letters > WORD_LETTERS_MAX)
			return 0;
		key = key << 6 | (c & 63);
		if (c >> 6 & 7)
			tone = c >> 6 & 7;
		p += n;
	}
	return key | tone << 60;
}
