/*
 * edge.c - the two ends of a line, classified.
 */
#include "reading/shape/edge.h"

enum {
	FORM_MAX = 5, /* bytes of a short form, at most */
	UPPER_MAX = 400, /* bytes of a line in capitals, at most */
	NEIGHBOURS = 2,
	INDENT_STEP = 3,
	INDENT_MAX = 30, /* further right is centred, not indented */
};

static bool closes(uint32_t cp)
{
	return cp == ')' || cp == '"' || cp == '\'' || cp == ']' || cp == 0x201d || cp == 0x2019 ||
	       cp == 0xbb || letter_raised(cp) != LETTER_RAISED_NONE;
}

/* Words written short with a full stop: the line goes on after them. */
static bool is_short_form(slice s)
{
	static const slice forms[] = {S("TP."),  S("Tp."),  S("tp."), S("P."),  S("Q."),
	                              S("TX."),  S("TT."),  S("GS."), S("TS."), S("ThS."),
	                              S("BS."),  S("Ths."), S("CN."), S("ĐT."), S("Tr."),
	                              S("Đ/c."), S("v.v."), S("PGS.")};

	if (s.n > FORM_MAX && memchr(s.p + s.n - FORM_MAX - 1, ' ', FORM_MAX) == NULL)
		return false; /* nearly every line */
	for (size_t i = 0; i < ARRAY_LEN(forms); i++) {
		size_t n = forms[i].n;

		if (s.n >= n && s.p[s.n - 2] == forms[i].p[n - 2] &&
		    memcmp(s.p + s.n - n, forms[i].p, n) == 0 &&
		    (s.n == n || s.p[s.n - n - 1] == ' ') && i != ARRAY_LEN(forms) - 2)
			return true;
	}
	return false;
}

static enum line_end end_of(slice s)
{
	uint32_t cp, before;
	size_t at = 0, k = 0;

	while ((cp = letters_last(s, &at)) != 0 && closes(cp))
		s.n = at;
	switch (cp) {
	case 0:
		return END_OPEN;
	case '.':
		if (s.n >= 3 && memcmp(s.p + s.n - 3, "./.", 3) == 0)
			return END_FINAL;
		return is_short_form(s) ? END_OPEN : END_STOP;
	case '?':
	case '!':
	case 0x2026:
		return END_STOP;
	case ';':
		return END_SEMI;
	case ':':
		return END_COLON;
	case ',':
		return END_COMMA;
	case '-':
	case 0x2013:
	case '/':
		before = letters_last((slice){s.p, at}, &k);
		if (cp == '/' && before == '.')
			return END_FINAL;
		return letter_case_of(before) != LETTER_NONE || (before >= '0' && before <= '9')
		               ? END_GLUE
		               : END_OPEN;
	default:
		return END_OPEN;
	}
}

edge edge_of(const sline *l)
{
	edge e = {0};
	slice rest = l->text;

	e.marker = marker_length(l->text, &e.number);
	e.dash = e.marker == 0 && marker_dash(l->text);
	e.marker = e.dash ? l->text.n : e.marker;
	e.bracketed = e.marker > 0 && l->text.p[0] == '(';
	rest.p += e.marker, rest.n -= e.marker;
	while (rest.n > 0 && (rest.p[0] == ' ' || rest.p[0] == '\t'))
		rest.p++, rest.n--;
	e.alone = rest.n == 0;
	e.first = letters_first(rest);
	e.end = end_of(rest);
	if (e.marker == 0 && e.first == LETTER_UPPER)
		e.opening = opening_of(l->text);
	if (e.opening == OPEN_PLACE_DATE && l->width > 60)
		e.opening = OPEN_NONE;
	if (l->zone == ZONE_HEAD_LEFT && slice_starts(l->text, S("Số")))
		e.opening = OPEN_NUMBER; /* Party papers write no colon */
	if (l->zone == ZONE_HEAD_LEFT && letters_start(l->text, S("về")))
		e.opening = OPEN_SUBJECT;
	e.upper = e.first == LETTER_UPPER && rest.n <= UPPER_MAX && letters_all_upper(rest);
	if (e.opening == OPEN_PREAMBLE && e.upper)
		e.opening = OPEN_NONE; /* a title: "THỰC HIỆN CHỈ THỊ SỐ 5/CT-TTG" */
	return e;
}

static bool last_word_in(slice s, const slice *words, size_t n)
{
	size_t i = s.n;
	slice w;

	while (i > 0 && s.n - i < 12 && s.p[i - 1] != ' ')
		i--;
	i += i < s.n && s.p[i] == '('; /* "(tháng" */
	w = (slice){s.p + i, s.n - i};
	for (size_t k = 0; k < n; k++)
		if (slice_eq(w, words[k]))
			return true;
	return false;
}

bool edge_leads_on(slice s)
{
	static const slice words[] = {
		S("của"),  S("và"),    S("các"),  S("số"),    S("tại"),  S("theo"),  S("với"),
		S("về"),   S("do"),    S("bởi"),  S("cho"),   S("từ"),   S("đến"),   S("trong"),
		S("là"),   S("những"), S("một"),  S("hoặc"),  S("để"),   S("được"),  S("bằng"),
		S("như"),  S("giữa"),  S("trên"), S("thuộc"), S("ngày"), S("tháng"), S("đồng"),
		S("cùng"), S("qua"),   S("sau"),  S("khi"),   S("Ủy"),   S("Uỷ"),    S("Thủ"),
	};

	return last_word_in(s, words, ARRAY_LEN(words));
}

bool edge_counts(slice s)
{
	static const slice words[] = {
		S("ngày"),  S("tháng"), S("năm"),  S("số"),   S("điều"),  S("Điều"), S("khoản"),
		S("Khoản"), S("điểm"),  S("Điểm"), S("quý"),  S("Quý"),   S("mục"),  S("Mục"),
		S("tầng"),  S("đến"),   S("từ"),   S("là"),   S("và"),    S("hoặc"), S("thứ"),
		S("lần"),   S("đạt"),   S("lục"),  S("biểu"), S("mẫu"),   S("nhóm"), S("loại"),
		S("khu"),   S("tổ"),    S("giờ"),  S("hạn"),  S("trước"), S("nhất"), S("hết"),
	};

	/* Nouns that end in such a word: a line may well end with them. */
	static const slice nouns[] = {
		S("hạ tầng"),   S("quan điểm"), S("trọng điểm"), S("địa điểm"),   S("thời điểm"),
		S("đặc điểm"),  S("ưu điểm"),   S("thí điểm"),   S("danh mục"),   S("hạng mục"),
		S("phân loại"), S("hằng năm"),  S("hàng năm"),   S("hằng tháng"), S("hàng tháng"),
		S("hằng quý"),  S("hàng quý"),  S("phân khu"),   S("biểu mẫu"),
	};

	if (!last_word_in(s, words, ARRAY_LEN(words)))
		return false; /* nearly every line */
	for (size_t k = 0; k < ARRAY_LEN(nouns); k++)
		if (slice_ends(s, nouns[k]))
			return false;
	return true;
}

bool edge_indented(const shaper *sh, uint32_t i)
{
	const sline *l = &sh->lines.p[i];
	uint32_t least = l->indent;

	if (l->indent >= INDENT_MAX)
		return false;
	for (uint32_t k = i; k > 0 && i - k < NEIGHBOURS && !(sh->lines.p[k].flags & LN_PAGE); k--)
		if (sh->lines.p[k - 1].indent < least && sh->lines.p[k - 1].zone == ZONE_BODY)
			least = sh->lines.p[k - 1].indent;
	for (uint32_t k = i + 1; k < sh->lines.n && k - i <= NEIGHBOURS; k++) {
		if (sh->lines.p[k].flags & LN_PAGE || sh->lines.p[k].zone != ZONE_BODY)
			break;
		if (sh->lines.p[k].indent < least)
			least = sh->lines.p[k].indent;
	}
	return l->indent >= least + INDENT_STEP;
}
