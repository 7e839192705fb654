/*
 * mend_signs.c - marks that a scan sees for others: a rule of the page beside a word, a comma for the full
 * stop after an item's number.
 *
 * A byte for a byte, so that no place in the text moves.
 */
#include "base/utf8.h"
#include "reading/lex/word.h"
#include "reading/mend.h"

/* "trước ngày| 15/10": behind a letter alone; else it parts columns. */
static slice bar_away(slice line, arena *a)
{
	const char *at = slice_find(line, S("|"));
	size_t n = at == NULL ? 0 : (size_t)(at - line.p);

	if (n == 0 || n + 1 >= line.n || at[1] != ' ' ||
	    ((unsigned char)at[-1] < 0x80 && (at[-1] | 0x20) < 'a'))
		return line;
	return arena_printf(a, "%.*s %.*s", (int)n, line.p, (int)(line.n - n - 1), at + 1);
}

/* "1, Thời gian": the stop after an item's number, seen as a comma. */
static slice marker_stop(slice line, arena *a)
{
	slice s = slice_trim(line);
	unsigned len;
	size_t n = 0;

	while (n < s.n && n < 3 && s.p[n] >= '0' && s.p[n] <= '9')
		n++;
	if (n == 0 || n > 2 || n + 2 >= s.n || s.p[n] != ',' || s.p[n + 1] != ' ' ||
	    !(word_letter_class(utf8_next((const unsigned char *)s.p + n + 2, &len)) &
	      WORD_CAPITAL))
		return line;
	n += (size_t)(s.p - line.p);
	return arena_printf(a, "%.*s.%.*s", (int)n, line.p, (int)(line.n - n - 1), line.p + n + 1);
}

slice mend_signs(slice line, arena *a)
{
	return marker_stop(bar_away(line, a), a);
}
