/*
 * marker.c - what the first words of a line say it is.
 */
#include "reading/shape/shape_priv.h"

static uint32_t cp_at(slice s, size_t i, unsigned *ret_len)
{
	*ret_len = 1;
	return i < s.n ? utf8_next((const unsigned char *)s.p + i, ret_len) : 0;
}

static bool space_or_end(slice s, size_t i)
{
	return i >= s.n || s.p[i] == ' ' || s.p[i] == '\t';
}

static enum letter_case case_at(slice s, size_t i)
{
	unsigned len;

	return i < s.n ? letter_case_of(cp_at(s, i, &len)) : LETTER_NONE;
}

/* - + * • – and their like. */
static size_t bullet(slice s)
{
	unsigned len;
	uint32_t cp = cp_at(s, 0, &len);
	bool sure = cp == 0x2022 || cp == 0x25cf || cp == 0x25cb || cp == 0x25e6 || cp == 0x25aa ||
	            cp == 0x25a0 || cp == 0x25ba || cp == 0x27a2 || cp == 0x2713 || cp == 0x221a ||
	            cp == 0x2756 || cp == 0x25c6 || cp == 0x2666 || cp == 0x2b9a;
	bool dash = cp == '-' || cp == 0x2013 || cp == 0x2014 || cp == 0x2212 || cp == 0x2010;

	if (sure)
		return len;
	if (space_or_end(s, len))
		return s.n > len && (dash || cp == '+' || cp == '*' || cp == 0xb7 || cp == 'o') &&
		                       (cp != 'o' || case_at(s, 2) == LETTER_UPPER)
		               ? len
		               : 0;
	return (dash || cp == '+') && case_at(s, len) == LETTER_UPPER ? len : 0;
}

/* "_ Trình", "~ Chủ trì", "__ - Rà soát": the dash of a list as a scan is often read. */
static size_t smudged(slice s)
{
	enum { MARKS = 3 };
	size_t i = 0;

	while (i < s.n && i < MARKS && s.p[i] == s.p[0])
		i++;
	if (i + 2 >= s.n || s.p[i] != ' ')
		return 0;
	if ((s.p[i + 1] == '-' || s.p[i + 1] == '>') && s.p[i + 2] == ' ')
		i += 2;
	return case_at(s, i + 1) == LETTER_UPPER ? i : 0;
}

/* 1. 1.1. 1.1 1) 1/ 1- and, with `i` after an opening bracket, the number alone. */
static size_t number(slice s, uint32_t *ret_num)
{
	size_t i = 0;
	unsigned parts = 0;
	uint32_t num = 0;

	for (;;) {
		size_t from = i;

		while (i < s.n && letter_digit(s.p[i]) && i - from < 4)
			num = parts == 0 ? num * 10 + (uint32_t)(s.p[i] - '0') : num, i++;
		if (i == from || i - from > 3)
			break;
		parts++;
		if (parts < 6 && i + 1 < s.n && s.p[i] == '.' && letter_digit(s.p[i + 1]))
			i++;
		else
			break;
	}
	if (parts == 0 || i >= s.n || letter_digit(s.p[i]))
		return 0;
	*ret_num = num;
	if (s.p[i] == '.' || s.p[i] == ')')
		return space_or_end(s, i + 1) || case_at(s, i + 1) == LETTER_UPPER ? i + 1 : 0;
	if (s.p[i] == '-' && parts == 1 && i < 3 && case_at(s, i + 1) == LETTER_UPPER)
		return case_at(s, i + 2) == LETTER_LOWER ? i + 1 : 0; /* 3-Thành phần */
	if (s.p[i] == '/' && parts > 1)
		return 0;
	if (s.p[i] == '-' || s.p[i] == '/') /* the Party's "2.1- Giao" too */
		return i + 2 < s.n && s.p[i + 1] == ' ' &&
		                       letters_first((slice){s.p + i + 2, s.n - i - 2}) ==
		                               LETTER_UPPER
		               ? i + 1
		               : 0;
	if (parts >= 2 && s.p[i] == ' ' && case_at(s, i + 1) == LETTER_UPPER)
		return i;
	return 0;
}

static size_t roman(slice s)
{
	size_t i = 0;

	while (i < s.n && i < 7 && (s.p[i] == 'I' || s.p[i] == 'V' || s.p[i] == 'X'))
		i++;
	if (i == 0 || i >= 7 || i >= s.n)
		return 0;
	if (s.p[i] != '.' && s.p[i] != ')' && s.p[i] != '-' && s.p[i] != '/')
		return 0;
	return space_or_end(s, i + 1) || (s.p[i] == '.' && case_at(s, i + 1) == LETTER_UPPER)
	               ? i + 1
	               : 0;
}

/* ii) iv) vi), in small letters. */
static size_t small_roman(slice s)
{
	size_t i = 0;

	while (i < s.n && i < 5 && (s.p[i] == 'i' || s.p[i] == 'v' || s.p[i] == 'x'))
		i++;
	return i > 1 && i < 5 && i < s.n && s.p[i] == ')' && space_or_end(s, i + 1) ? i + 1 : 0;
}

/* a) a. đ) a1) a.1) A. */
static size_t letter(slice s, uint32_t *ret_num)
{
	unsigned len;
	uint32_t cp = cp_at(s, 0, &len);
	enum letter_case c = letter_case_of(cp);
	size_t i = len;

	if (i >= s.n || !(s.p[i] == ')' || s.p[i] == '.' || s.p[i] == '/' || letter_digit(s.p[i])))
		return 0; /* nearly every line */
	if (c == LETTER_NONE || !((cp < 0x80) || cp == 0x111 || cp == 0x110))
		return 0;
	if (i < s.n && s.p[i] == '.' && i + 1 < s.n && letter_digit(s.p[i + 1]))
		i++;
	while (i < s.n && letter_digit(s.p[i]) && i < 5)
		i++;
	if (i + 1 < s.n && s.p[i] == '/' && (s.p[i + 1] == '.' || s.p[i + 1] == ' '))
		return case_at(s, i + 2 + (s.p[i + 1] == '.')) == LETTER_UPPER
		               ? i + 1 + (s.p[i + 1] == '.')
		               : 0;
	if (i >= s.n || (s.p[i] != ')' && s.p[i] != '.'))
		return 0;
	if (c == LETTER_UPPER && cp > 'H' && cp < 0x80)
		return 0;
	*ret_num = cp == 'a' || cp == 'A' ? 1 : 0;
	if (s.p[i] == ')')
		return i + 1;
	return i + 1 < s.n && s.p[i + 1] == ' ' ? i + 1 : 0;
}

/* (i) (1) (a) */
static size_t bracketed(slice s)
{
	size_t i = 1;

	if (s.n < 3 || s.p[0] != '(')
		return 0;
	while (i < s.n && i < 7 && s.p[i] != ')' &&
	       (letter_digit(s.p[i]) || s.p[i] == 'i' || s.p[i] == 'v' || s.p[i] == 'x' ||
	        (i == 1 && s.p[i] >= 'a' && s.p[i] <= 'h')))
		i++;
	if (i == 1 || i >= s.n || s.p[i] != ')' || (i > 3 && letter_digit(s.p[1])))
		return 0;
	if (i + 1 < s.n && s.p[i + 1] == '.')
		i++;
	return space_or_end(s, i + 1) ? i + 1 : 0;
}

/* "Thứ nhất, các đơn vị rà soát"; not "Thứ hai, ngày 10/11", which is a day of the week. */
static size_t ordinal(slice s)
{
	static const slice ranks[] = {S("nhất, "), S("hai, "), S("ba, "),  S("tư, "),
	                              S("năm, "),  S("sáu, "), S("bảy, "), S("tám, ")};
	static const slice of_day[] = {S("ngày"), S("sáng"), S("chiều"),
	                               S("tối"),  S("từ"),   S("lúc")};
	const slice first = S("Thứ ");
	slice rest = s;

	if (!slice_starts(s, first))
		return 0;
	rest = (slice){s.p + first.n, s.n - first.n};
	for (size_t k = 0; k < ARRAY_LEN(ranks); k++) {
		slice said = {rest.p + ranks[k].n, rest.n - ranks[k].n};

		if (!slice_starts(rest, ranks[k]) || case_at(said, 0) == LETTER_NONE)
			continue;
		for (size_t d = 0; d < ARRAY_LEN(of_day); d++)
			if (slice_starts(said, of_day[d]))
				return 0;
		return first.n + ranks[k].n - 1;
	}
	return 0;
}

/* "Một.", "Hai là,": items counted in words. */
static size_t word_number(slice s)
{
	static const slice words[] = {S("Một"), S("Hai"), S("Ba"),  S("Bốn"),
	                              S("Năm"), S("Sáu"), S("Bảy"), S("Tám")};
	size_t i = 0;

	for (size_t k = 0; k < ARRAY_LEN(words) && i == 0 && s.n > 1; k++)
		if (s.p[0] == words[k].p[0] && s.p[1] == words[k].p[1] && slice_starts(s, words[k]))
			i = words[k].n;
	if (i == 0 || i + 2 >= s.n)
		return ordinal(s);
	if (slice_starts((slice){s.p + i, s.n - i}, S(" là, ")))
		return i + sizeof " là," - 1;
	return s.p[i] == '.' && s.p[i + 1] == ' ' && case_at(s, i + 2) == LETTER_UPPER ? i + 1 : 0;
}

size_t marker_length(slice s, uint32_t *ret_num)
{
	size_t n = 0;
	unsigned char c = s.n ? (unsigned char)s.p[0] : 0;

	*ret_num = 0;
	if (c == 0)
		return 0;
	if (letter_digit((char)c))
		n = number(s, ret_num);
	else if (c == '(')
		n = bracketed(s);
	else if (c == '-' || c == '+' || c == '*' || c == 0xe2 || c == 0xc2)
		n = bullet(s);
	else if (c == '_' || c == '~')
		n = smudged(s);
	else if (c == 'I' || c == 'V' || c == 'X')
		n = roman(s);
	else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
		n = c == 'o' && s.n > 1 && s.p[1] == ' ' ? bullet(s) : letter(s, ret_num);
	if (n == 0 && (c == 'M' || c == 'H' || c == 'B' || c == 'N' || c == 'S' || c == 'T'))
		n = word_number(s);
	if (n == 0 && (c == 'i' || c == 'v' || c == 'x'))
		n = small_roman(s);
	else if (c == 0xc4)
		n = letter(s, ret_num);
	return n;
}

bool marker_dash(slice s)
{
	unsigned len;
	uint32_t cp = s.n <= 3 ? cp_at(s, 0, &len) : 0;

	return (cp == '-' || cp == '+' || cp == 0x2013 || cp == 0x2014 || cp == 0x2022) &&
	       len == s.n;
}

/* First words, small letters. No words end a list. */
struct first_words {
	slice words;
	enum opening as;
};
#define LINE(words, as) {{words, sizeof words - 1}, as}
#define LINES(...) ((const struct first_words[]){__VA_ARGS__, {{NULL, 0}, OPEN_NONE}})

/* By the line's first letter; that behind z is đ. */
enum { LETTERS = 'z' - 'a' + 2 };
static const struct first_words *const openings[LETTERS] = {
	['b' - 'a'] = LINES(LINE("bản điện tử:", OPEN_HEADING)),
	['c' - 'a'] = LINES(LINE("cộng hòa xã hội", OPEN_NATION),
                            LINE("cộng hoà xã hội", OPEN_NATION),
                            LINE("cộng hõa xã hội", OPEN_NATION), /* a broken font map */
                            LINE("căn cứ", OPEN_BASIS), LINE("chương i", OPEN_HEADING),
                            LINE("chương v", OPEN_HEADING), LINE("chương x", OPEN_HEADING),
                            LINE("chủ trì:", OPEN_HEADING)),
	['k' - 'a'] = LINES(LINE("kính gửi", OPEN_ADDRESS)),
	['n' - 'a'] = LINES(LINE("nơi nhận", OPEN_RECIPIENTS), LINE("nhằm ", OPEN_PREAMBLE),
                            LINE("ngày ", OPEN_PREAMBLE)),
	['p' - 'a'] = LINES(LINE("phụ lục", OPEN_HEADING)),
	['s' - 'a'] = LINES(LINE("số:", OPEN_NUMBER), LINE("số :", OPEN_NUMBER)),
	['t' - 'a'] = LINES(LINE("theo đề nghị", OPEN_BASIS), LINE("thực hiện", OPEN_PREAMBLE),
                            LINE("thời gian:", OPEN_HEADING), LINE("thành phần:", OPEN_HEADING)),
	['v' - 'a'] = LINES(LINE("v/v", OPEN_SUBJECT), LINE("v/w", OPEN_SUBJECT),
                            LINE("viv", OPEN_SUBJECT), LINE("vwv", OPEN_SUBJECT)), /* of a scan */
	['x' - 'a'] = LINES(LINE("xét đề nghị", OPEN_BASIS)),
	[LETTERS - 1] = LINES(LINE("độc lập", OPEN_MOTTO), LINE("để ", OPEN_PREAMBLE),
                              LINE("địa điểm:", OPEN_HEADING)),
};

static const slice signs[] = {
	S("TL."), S("KT."), S("TM."), S("TUQ."), S("Q."),  S("T/L"),
	S("K/T"), S("T/M"), S("TL "), S("KT "),  S("TM "), S("TUQ "),
};

/* May the line begin with one of them? Words of a text have small letters behind their first. */
static inline bool may_sign(slice s)
{
	return s.n > 1 && (s.p[0] == 'T' || s.p[0] == 'K' || s.p[0] == 'Q') &&
	       (unsigned char)s.p[1] < 'a';
}

static const slice kinds[] = {
#define KIND(NAME, code, abbr, vi) S(vi),
#include "model/kinds.def"
#undef KIND
};

/* Does s begin with the words of a kind, whatever the case, and end there or with " HỌP"? Both cases are as
 * long as one another, and begin with the same byte but for a bit of ASCII. */
static bool says_kind(slice s, slice kind)
{
	static const slice meets = S(" HỌP");
	unsigned a, b;

	if (((s.p[0] ^ kind.p[0]) & ~0x20) != 0 || (s.n != kind.n && s.n != kind.n + meets.n))
		return false; /* nearly all */
	for (size_t i = 0; i < kind.n; i += b)
		if (letter_lower(cp_at(s, i, &a)) != letter_lower(cp_at(kind, i, &b)) || a != b)
			return false;
	return s.n == kind.n || slice_ends(s, meets);
}

/* The two words (or three) of a kind, alone on the line, in capitals: most lines have a small letter
 * second. */
static bool is_kind(slice s)
{
	if (s.n > 40 || s.n < 2 || (s.p[1] >= 'a' && s.p[1] <= 'z') || !letters_all_upper(s))
		return false;
	for (size_t i = 0; i + 1 < ARRAY_LEN(kinds); i++) /* the last is "other" */
		if (says_kind(s, kinds[i]))
			return true;
	return false;
}

/* "Lạng Sơn, ngày 5 tháng 4 …": short, a capital first, ", ngày" within. */
static bool is_place_date(slice s)
{
	const char *comma;
	size_t i;

	if (s.n > 120 || s.n < 3 || letters_first(s) != LETTER_UPPER)
		return false;
	comma = memchr(s.p, ',', s.n - 2 < 49 ? s.n - 2 : 49);
	if (comma == NULL)
		return false;
	i = (size_t)(comma - s.p) + (comma[1] == ' ' ? 2 : 1);
	s = (slice){s.p + i, s.n - i};
	/* a telegram also says the hour: "hồi 19 giờ 30 ngày 04 tháng 9" */
	if (!letters_start(s, S("ngày")) && !letters_start(s, S("hồi")))
		return false;
	for (size_t k = 0; k + 6 <= s.n; k++) /* and the month follows */
		if (slice_starts((slice){s.p + k, s.n - k}, S("tháng")))
			return true;
	return false;
}

/* May the second letter of s be that of `head`, case aside? Few lines go further. Small and
 * capital letters of Vietnamese begin with the same byte, where they have more than one. */
static inline bool second_fits(slice s, unsigned first, slice head)
{
	unsigned char a, b;

	if (s.n <= first)
		return false;
	a = (unsigned char)s.p[first];
	b = (unsigned char)head.p[first];
	return b < 0x80 ? (a | 0x20) == (b | 0x20) : a == b;
}

/* The lines that may begin with this letter; NULL: none. */
static const struct first_words *lines_of(uint32_t first)
{
	if (first == 0x111)
		return openings[LETTERS - 1];
	return first - 'a' < LETTERS - 1 ? openings[first - 'a'] : NULL;
}

enum opening opening_of(slice s)
{
	unsigned len;
	uint32_t first = letter_lower(cp_at(s, 0, &len));
	bool article = first == 0x111 && letters_start(s, S("điều"));

	for (const struct first_words *l = lines_of(first); l != NULL && l->words.n != 0; l++)
		if (second_fits(s, len, l->words) && letters_start(s, l->words))
			return l->as;
	if (may_sign(s))
		for (size_t i = 0; i < ARRAY_LEN(signs); i++)
			if (slice_starts(s, signs[i]) && letters_all_upper(s))
				return OPEN_SIGN;
	if (article && s.n > 9 && letter_digit(s.p[8])) { /* "Điều 5." heads an article */
		size_t k = 8;

		while (k < s.n && letter_digit(s.p[k]))
			k++;
		return k < s.n && (s.p[k] == '.' || s.p[k] == ':') ? OPEN_HEADING : OPEN_NONE;
	}
	if (first == 0x111 && slice_starts(s, S("ĐẢNG CỘNG SẢN")))
		return OPEN_NATION;
	if (is_kind(s))
		return OPEN_KIND;
	return is_place_date(s) ? OPEN_PLACE_DATE : OPEN_NONE;
}
