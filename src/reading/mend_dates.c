/*
 * mend_dates.c - letters that a scan sees among the figures of a date or a count:
 * "3O/6/2026", "ngày l5 tháng 6", "trong l0 ngày".
 *
 * A byte for a byte, so that no place in the text moves. Only where figures stand beside the
 * letters, and a stroke of a date or a word of time beside them: nothing else is touched.
 */
#include "reading/mend.h"

enum { RUN_MAX = 4, DATE_MAX = 10 };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The figure that the letter looks like; 0 when like none. */
static char figure_of(char c)
{
	return c == 'O' || c == 'o' ? '0' : c == 'l' || c == 'I' ? '1' : 0;
}

static bool in_run(char c)
{
	return is_digit(c) || figure_of(c) != 0;
}

/* Does another letter, or a sign of a document's number, go on here? */
static bool is_glued(slice s, size_t i)
{
	unsigned char c = i < s.n ? (unsigned char)s.p[i] : ' ';

	return c >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

static bool word_ends_at(slice s, size_t i, slice word)
{
	return i > word.n && s.p[i - 1] == ' ' &&
	       slice_eq((slice){s.p + i - 1 - word.n, word.n}, word);
}

static bool word_begins_at(slice s, size_t i, slice word)
{
	return i + 1 + word.n <= s.n && s.p[i] == ' ' &&
	       slice_eq((slice){s.p + i + 1, word.n}, word);
}

/* Do the words around [i, j) say that figures stand there, or a stroke and further figures? */
static bool tells_time(slice s, size_t i, size_t j)
{
	static const slice before[] = {S("ngày"), S("tháng"), S("năm"), S("trước"), S("trong")};
	static const slice after[] = {S("ngày"), S("tháng"), S("giờ"), S("phút")};

	for (size_t k = 0; k < ARRAY_LEN(before); k++)
		if (word_ends_at(s, i, before[k]))
			return true;
	for (size_t k = 0; k < ARRAY_LEN(after); k++)
		if (word_begins_at(s, j, after[k]))
			return true;
	return (i >= 2 && s.p[i - 1] == '/' && in_run(s.p[i - 2])) ||
	       (j + 1 < s.n && s.p[j] == '/' && in_run(s.p[j + 1]));
}

/* Is the run part of a document's number ("15/2O26/NĐ-CP"), whose signs are its own? */
static bool of_number(slice s, size_t j)
{
	for (int n = 0; n < DATE_MAX && j < s.n && (in_run(s.p[j]) || s.p[j] == '/'); n++)
		j++;
	return is_glued(s, j) || (j < s.n && s.p[j] == '-');
}

static size_t next_digit(slice s, size_t i)
{
	while (i < s.n && !is_digit(s.p[i]))
		i++;
	return i;
}

slice mend_dates(slice line, arena *a)
{
	char *copy = NULL;

	for (size_t i, j = 0;;) {
		size_t digits = 0;

		i = next_digit(line, j);
		if (i == line.n)
			return line;
		while (i > j && in_run(line.p[i - 1]))
			i--;
		for (j = i; j < line.n && in_run(line.p[j]); j++)
			digits += is_digit(line.p[j]);
		if (digits == j - i || j - i > RUN_MAX || (i > 0 && is_glued(line, i - 1)) ||
		    of_number(line, j) || !tells_time(line, i, j))
			continue;
		if (copy == NULL) {
			line = arena_copy(a, line);
			copy = (char *)(uintptr_t)line.p;
		}
		for (size_t k = i; k < j; k++)
			copy[k] = is_digit(copy[k]) ? copy[k] : figure_of(copy[k]);
	}
}
