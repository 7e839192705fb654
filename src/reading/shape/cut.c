/*
 * cut.c - formulas of the header that a narrow cell cut in two.
 *
 * Pages of the web keep the header as a table whose cells wrap where the screen did: "CỘNG HÒA XÃ" /
 * "HỘI CHỦ NGHĨA VIỆT NAM", "Số:" / "08/CT-UBND", "ngày 02 tháng 5" / "năm 2026". Both halves must be
 * seen; a blank that stays blank is left alone.
 */
#include "reading/shape/cut.h"

enum { YEAR_DIGITS = 4, SYMBOL_MAX = 40, ABOVE_MAX = 80 /* bytes of such a line */ };

/* Letters of both cases are as long as one another. */
static bool is_whole(slice line, slice words)
{
	return line.n == words.n && letters_start(line, words);
}

/* Is the line those words, or in capitals does it end with them: "TM. ỦY BAN NHÂN"? */
static bool ends_with(slice line, slice words)
{
	size_t from = line.n - words.n;

	/* The last letter tells most apart; case is in these bits. */
	if (((line.p[line.n - 1] ^ words.p[words.n - 1]) & ~0x21) != 0)
		return false;
	if (line.n <= words.n)
		return is_whole(line, words);
	return line.p[from - 1] == ' ' && letters_start((slice){line.p + from, words.n}, words) &&
	       letters_all_upper(line);
}

/* Does the upper line hold the formula up to a space, and the lower go on with the rest? */
static bool cuts_formula(slice above, slice below, slice formula)
{
	for (size_t k = 1; k + 1 < formula.n; k++) /* and few words begin as the lower line does */
		if (formula.p[k] == ' ' && ((formula.p[k + 1] ^ below.p[0]) & ~0x20) == 0 &&
		    ends_with(above, (slice){formula.p, k}))
			return letters_start(below, (slice){formula.p + k + 1, formula.n - k - 1});
	return false;
}

static bool cuts_name(slice above, slice below)
{
	static const slice formulas[] = {
		S("cộng hòa xã hội chủ nghĩa việt nam"), S("cộng hoà xã hội chủ nghĩa việt nam"),
		S("ủy ban nhân dân"), S("uỷ ban nhân dân"), S("hội đồng nhân dân")};

	for (size_t i = 0; i < ARRAY_LEN(formulas); i++)
		if (cuts_formula(above, below, formulas[i]))
			return true;
	return false;
}

/* "… ngày 02 tháng 5" / "năm 2026", and nothing behind the year. */
static bool cuts_date(slice above, slice below)
{
	static const slice year = S("năm ");
	size_t i = above.n, digits = 0;

	while (i > 0 && letter_digit(above.p[i - 1]))
		i--;
	if (i == above.n || above.n - i > 2 || !slice_ends((slice){above.p, i}, S("tháng ")) ||
	    !slice_starts(below, year))
		return false;
	while (year.n + digits < below.n && letter_digit(below.p[year.n + digits]))
		digits++;
	return digits == YEAR_DIGITS && below.n == year.n + digits;
}

/* "Số:" / "440/UBND-KT", "Số" / "12-KH/ĐU": one word with a figure before its slash. */
static bool cuts_number(slice above, slice below)
{
	size_t i = 0;

	if (!is_whole(above, S("số:")) && !is_whole(above, S("số")))
		return false;
	while (i < below.n && letter_digit(below.p[i]))
		i++;
	return i > 0 && i + 1 < below.n && (below.p[i] == '/' || below.p[i] == '-') &&
	       memchr(below.p + i, '/', below.n - i) != NULL && below.n < SYMBOL_MAX &&
	       memchr(below.p, ' ', below.n) == NULL;
}

bool is_cut(slice above, slice below)
{
	if (above.n == 0 || above.n > ABOVE_MAX || below.n == 0)
		return false;
	switch (below.p[0]) {
	case 'n': /* năm 2026 */
		return cuts_date(above, below);
	case '0':
	case '1':
	case '2':
	case '3':
	case '4':
	case '5':
	case '6':
	case '7':
	case '8':
	case '9':
		return cuts_number(above, below);
	case 'B':
	case 'X':
	case 'H':
	case 'C':
	case 'N':
	case 'V':
	case 'D': /* the words of the formulas */
		return cuts_name(above, below);
	default:
		return false;
	}
}
