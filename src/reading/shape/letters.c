/*
 * letters.c - case by range, not by table: the alphabet is small and regular.
 */
#include "reading/shape/letters.h"

enum letter_case letter_case_more(uint32_t cp)
{
	if (cp < 0xc0 || cp == 0xd7 || cp == 0xf7)
		return LETTER_NONE;
	if (cp < 0x100)
		return cp < 0xdf ? LETTER_UPPER : LETTER_LOWER;
	if (cp < 0x250) {
		bool odd_upper = (cp >= 0x139 && cp <= 0x148) || (cp >= 0x179 && cp <= 0x17e) ||
		                 cp == 0x1af || cp == 0x1b0;

		return ((cp & 1) != 0) == odd_upper ? LETTER_UPPER : LETTER_LOWER;
	}
	if (cp >= 0x1e00 && cp <= 0x1eff)
		return (cp & 1) == 0 ? LETTER_UPPER : LETTER_LOWER;
	if ((cp >= 0x370 && cp < 0x2000) || (cp >= 0x3040 && cp < 0xe000))
		return LETTER_LOWER;
	return LETTER_NONE;
}

static uint32_t next(slice s, size_t at, unsigned *ret_len)
{
	return utf8_next((const unsigned char *)s.p + at, ret_len);
}

bool letters_start(slice s, slice head)
{
	size_t i = 0, j = 0;
	unsigned a, b;

	/* Equal bytes are equal letters, but for the last of them, which may be cut in two. */
	while (i < head.n && i < s.n && s.p[i] == head.p[i])
		i++;
	while (i > 0 && i < head.n && ((unsigned char)head.p[i] & 0xc0) == 0x80)
		i--;
	j = i;
	while (j < head.n) {
		if (i >= s.n)
			return false;
		if (letter_lower(next(s, i, &a)) != next(head, j, &b))
			return false;
		i += a;
		j += b;
	}
	return i >= s.n || letter_case_of(next(s, i, &a)) == LETTER_NONE ||
	       letter_case_of(letters_last(head, &i)) == LETTER_NONE;
}

bool letters_all_upper(slice s)
{
	unsigned len, letters = 0;

	for (size_t i = 0; i < s.n; i += len) {
		enum letter_case c = letter_case_of(next(s, i, &len));

		if (c == LETTER_LOWER)
			return false;
		letters += c == LETTER_UPPER;
	}
	return letters >= 2;
}

static bool opens(uint32_t cp)
{
	return cp == '"' || cp == '(' || cp == '[' || cp == '\'' || cp == 0x201c || cp == 0x2018 ||
	       cp == 0xab || cp == '*' || cp == '_';
}

enum letter_case letters_first(slice s)
{
	unsigned len;

	for (size_t i = 0; i < s.n; i += len) {
		uint32_t cp = next(s, i, &len);

		if (!opens(cp))
			return letter_case_of(cp);
	}
	return LETTER_NONE;
}

uint32_t letters_last(slice s, size_t *ret_at)
{
	size_t i = s.n;
	unsigned len;

	if (s.n == 0)
		return 0;
	do
		i--;
	while (i > 0 && ((unsigned char)s.p[i] & 0xc0) == 0x80);
	*ret_at = i;
	return next(s, i, &len);
}
