/*
 * header_torn.c - the day of issue where a scan tore its words or figures: "ngày 3Ø tháng 12 năm 2014",
 * "ngàÊ 4 tháng 10 năm 2022", "ngày 06 tháng #2 năm 2021".
 *
 * Day and month are written by hand or stamped over, so a scan reads them worst, and the year, which is
 * printed, best. What stands clean between clean words is believed, and nothing else: the rest of the date
 * is blank. Bytes are asked, because tokens end wherever a speck lies. Must never be asked where a line for
 * the day was found, nor of running text.
 */
#include "reading/facts/frame/header.h"

enum { LINE_BYTES = 300, MONTH_BYTES = 14, FIRST_YEAR = 1945 };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c | 0x20) >= 'a'; /* or a byte of a letter with marks */
}

/* Does s end with one of the words? Cut off then. */
static bool cut_word(slice *s, const slice *words, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (s->n > words[k].n &&
		    slice_eq((slice){s->p + s->n - words[k].n, words[k].n}, words[k])) {
			s->n -= words[k].n;
			return true;
		}
	return false;
}

/* One or two figures and nothing else, up to `max`; "2 4", as forms filled by a program have them. */
static int32_t clean_figure(slice s, int32_t max)
{
	int32_t value = 0;
	unsigned digits = 0;

	s = slice_trim(s);
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == ' ' && i == 1 && s.n == 3)
			continue;
		if (!is_digit(s.p[i]) || ++digits > 2)
			return 0;
		value = value * 10 + (s.p[i] - '0');
	}
	return value <= max ? value : 0;
}

/* The year that ends s, and the word before it; 0 when none does. */
static int32_t cut_year(slice *s)
{
	static const slice words[] = {S("năm"), S("nam"), S("hăm")};
	enum { DIGITS = 4 };
	int32_t year = 0;

	while (s->n > 0 && !is_digit(s->p[s->n - 1]) && !is_letter(s->p[s->n - 1]))
		s->n--;
	if (s->n < DIGITS)
		return 0;
	for (size_t i = s->n - DIGITS; i < s->n; i++)
		if (is_digit(s->p[i]))
			year = year * 10 + (s->p[i] - '0');
	s->n -= DIGITS;
	if (year < FIRST_YEAR || (s->n > 0 && is_digit(s->p[s->n - 1])))
		return 0;
	*s = slice_trim(*s);
	return cut_word(s, words, ARRAY_LEN(words)) ? year : 0;
}

/* The month at the end of s, and its word: false when no torn one stands there either. *ret is 0 where the
 * word or the figure is not clean. */
static bool cut_month(slice *s, int32_t *ret)
{
	static const slice words[] = {S("tháng"), S("thang"), S("thắng")};
	size_t at = s->n;

	while (at > 1 && s->n - at < MONTH_BYTES && memcmp(s->p + at - 2, "ng", 2) != 0)
		at--;
	if (at < 2 || memcmp(s->p + at - 2, "ng", 2) != 0 || (at < s->n && is_letter(s->p[at])))
		return false;
	*ret = clean_figure((slice){s->p + at, s->n - at}, 12);
	s->n = at;
	if (!cut_word(s, words, ARRAY_LEN(words)) || (s->n > 0 && is_letter(s->p[s->n - 1])))
		*ret = 0;
	return true;
}

/* The byte of s at which the word for the day begins, behind a comma; s.n when none does. */
static size_t day_word(slice s)
{
	for (size_t i = 0; i + 3 < s.n; i++) {
		size_t j = i + 1;

		while (j < s.n && s.p[j] == ' ')
			j++;
		if ((s.p[i] == ',' || s.p[i] == '.') && j + 2 < s.n &&
		    memcmp(s.p + j, "ng", 2) == 0)
			return j;
	}
	return s.n;
}

static bool is_small(const scan *s, uint32_t i)
{
	return scan_tok(s, i)->kind == TOK_WORD && !(scan_tok(s, i)->flags & TF_CAP);
}

static bool torn_day(scan *s, const block *b)
{
	static const slice words[] = {S("ngày"), S("ngay")};
	slice all = slice_at(s->r->text, b->at), line = all;
	ymd d = {0};
	size_t from;
	uint32_t comma = b->tok, town;

	if (line.n > LINE_BYTES || (d.y = cut_year(&line)) == 0 || !cut_month(&line, &d.m) ||
	    (from = day_word(line)) == line.n)
		return false;
	for (size_t k = 0; k < ARRAY_LEN(words) && d.m != 0; k++)
		if (slice_starts((slice){line.p + from, line.n - from}, words[k]))
			d.d = clean_figure(
				(slice){line.p + from + words[k].n, line.n - from - words[k].n},
				31);
	while (comma < b->tok + b->ntok && scan_tok(s, comma)->at < b->at.at + from)
		comma++;
	header_take_day(s, comma, &d);
	town = comma > b->tok ? header_town(s, b->tok, comma) : comma;
	town -= says(s, town - 2, S("thành phố")) != 0 && town >= b->tok + 2 ? 2 : 0;
	/* "là Nội": half of a name */
	if (town + 1 < comma && !(town > b->tok && is_small(s, town - 1)))
		s->r->issued.place = scan_words(s, town, comma - 1);
	s->r->issued.at = tokens_span(&s->tk, comma, b->tok + b->ntok);
	return true;
}

void header_torn(scan *s, uint32_t top)
{
	const blocks *bs = &s->r->blocks;

	for (uint32_t k = 0; k < top && s->r->issued.state == BLANK_NOT_SEEN; k++)
		if (bs->p[k].zone == ZONE_HEADER)
			(void)torn_day(s, &bs->p[k]);
}
