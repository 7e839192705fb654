/*
 * phrase.c - names of persons, plain dates and symbols over tokens.
 *
 * Every look-ahead has a bound, so that a pass which asks at each token stays
 * linear.
 */
#include "reading/facts/text/phrase.h"

#include "base/utf8.h"
#include "reading/lex/word.h"

enum { BLANK_RUN_MAX = 12, CODE_PARTS_MAX = 6 };

uint32_t capitals(const scan *s, uint32_t i)
{
	const token *t = scan_tok(s, i);
	const unsigned char *p = (const unsigned char *)s->tk.text.p + t->at, *end = p + t->len;
	uint32_t n = 0;

	while (p < end) {
		unsigned len;

		n += (word_letter_class(utf8_next(p, &len)) & 512) != 0;
		p += len;
	}
	return n;
}

bool is_named(slice words)
{
	const unsigned char *p = (const unsigned char *)words.p, *end = p + words.n;
	bool first = true, upper = true, space = false;

	while (p < end) {
		unsigned n;
		uint16_t c = word_letter_class(utf8_next(p, &n));

		if (first && !(c & 512))
			return false;
		first = false;
		space |= *p == ' ';
		upper &= !(c & 63) || (c & 512);
		p += n;
	}
	return !first && (space || upper);
}

bool person_name(const scan *s, uint32_t i, uint32_t end, uint32_t *ret_from, uint32_t *ret_end)
{
	static const slice surnames[] = {
		S("nguyễn"), S("trần"),  S("lê"),     S("phạm"),  S("hoàng"),  S("huỳnh"),
		S("phan"),   S("vũ"),    S("võ"),     S("đặng"),  S("bùi"),    S("đỗ"),
		S("hồ"),     S("ngô"),   S("dương"),  S("lý"),    S("đinh"),   S("đoàn"),
		S("lương"),  S("trịnh"), S("mai"),    S("tô"),    S("hà"),     S("cao"),
		S("lâm"),    S("tạ"),    S("thái"),   S("chu"),   S("nông"),   S("vi"),
		S("hứa"),    S("lò"),    S("giàng"),  S("sùng"),  S("tống"),   S("trương"),
		S("tăng"),   S("quách"), S("phùng"),  S("kiều"),  S("triệu"),  S("bế"),
		S("đàm"),    S("lã"),    S("lục"),    S("lưu"),   S("nghiêm"), S("thân"),
		S("vương"),  S("từ"),    S("đào"),    S("doãn"),  S("khuất"),  S("hầu"),
		S("mông"),   S("tráng"), S("thào"),   S("quàng"), S("cầm"),    S("châu"),
		S("thạch"),  S("danh"),  S("lại"),    S("la"),    S("mã"),     S("ma"),
		S("tòng"),   S("mạc"),   S("sầm"),    S("lường"), S("điêu"),   S("khổng"),
		S("diệp"),   S("bạch"),  S("khương"), S("tôn"),   S("uông"),   S("thiều"),
		S("nhữ"),    S("phí"),   S("ngụy"),   S("ngọ"),
	};
	SAYINGS(surnames);

	for (uint32_t j = i; j < end; j++) {
		uint32_t k = j + 1;

		if (!(scan_tok(s, j)->flags & TF_CAP) || says_any(s, j, &said_surnames, NULL) == 0)
			continue;
		while (k < end && k - j < 5 && scan_tok(s, k)->kind == TOK_WORD &&
		       (scan_tok(s, k)->flags & TF_CAP) &&
		       !((scan_tok(s, k)->flags & TF_UPPER) && scan_tok(s, k)->len > 3))
			k++;
		if (k - j < 2 || (k < end && scan_tok(s, k)->kind != TOK_PUNCT))
			continue;
		*ret_from = j;
		*ret_end = k;
		return true;
	}
	return false;
}

/* Dots that stand for a figure to be written by hand. */
static uint32_t skip_blank(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t from = i;

	while (i < end && i - from < BLANK_RUN_MAX &&
	       (scan_mark(s, i, '.') || scan_mark(s, i, MARK_ELLIPSIS) || scan_mark(s, i, '_')))
		i++;
	/* One full stop ends a sentence, or parts 08.4.2026. */
	return i == from + 1 && scan_mark(s, from, '.') ? from : i;
}

/* Does something that is no part of a date touch the figure before token i: "3Ø", "2)", but "05tháng"? */
static bool is_speck(const scan *s, uint32_t i)
{
	const token *t = scan_tok(s, i);

	if (t->flags & TF_SPACE)
		return false;
	return t->kind == TOK_PUNCT ? t->word >= 128 || strchr(",-/.(", (char)t->word) == NULL
	                            : t->kind == TOK_WORD && t->word != W_THANG;
}

/* "ngày AS tháng 11", "ngày C4 tháng 3", "ngày) § tháng", "ngày/WÍ tháng": a day written by hand, as a
 * scan has it. The token of the month, i when there is none of the kind. */
static uint32_t skip_scrawl(const scan *s, uint32_t i, uint32_t end)
{
	enum { TOKENS = 4 };
	uint32_t k = i;

	for (; k < end && k - i < TOKENS; k++) {
		const token *t = scan_tok(s, k);

		if (t->kind == TOK_NUM ? (k > i ? (t->flags & TF_SPACE) != 0 : !is_speck(s, k + 1))
		    : t->kind == TOK_WORD ? !(t->flags & TF_UPPER) || t->len > 3
		                          : t->kind != TOK_PUNCT || scan_mark(s, k, ','))
			break;
	}
	return k > i && scan_is(s, k, W_THANG) ? k : i;
}

/* One part of a date: a figure, or a blank (0). */
static uint32_t date_part(const scan *s, uint32_t i, uint32_t end, int32_t max, int32_t *ret)
{
	const token *t = scan_tok(s, i);

	*ret = 0;
	if (max == 31 && scan_is(s, skip_scrawl(s, i, end), W_THANG))
		return skip_scrawl(s, i, end);
	if (i < end && t->kind == TOK_NUM) {
		if (t->num > (uint32_t)max)
			return i;
		*ret = (int32_t)t->num;
		return skip_blank(s, i + 1, end);
	}
	return skip_blank(s, i, end);
}

/* "15 tháng 7 năm 2021", any figure of which may be blank. */
static bool ymd_words(const scan *s, uint32_t i, uint32_t end, ymd *ret)
{
	uint32_t j = date_part(s, i, end, 31, &ret->d);

	if (j >= end || !scan_is(s, j, W_THANG))
		return false;
	j = date_part(s, j + 1, end, 12, &ret->m);
	if (j < end && scan_mark(s, j, ','))
		j++;
	if (j >= end || !scan_is(s, j, W_NAM))
		return false;
	j = date_part(s, j + 1, end, 9999, &ret->y);
	if (ret->y != 0 && ret->y < 1900) /* "năm 20…": the rest is blank */
		ret->y = 0;
	ret->ntok = j;
	return true;
}

static bool ymd_figures(const scan *s, uint32_t i, uint32_t end, ymd *ret)
{
	uint32_t j = date_part(s, i, end, 31, &ret->d);
	uint16_t sep = j < end && scan_tok(s, j)->kind == TOK_PUNCT ? scan_tok(s, j)->word : 0;

	if (sep != '/' && sep != '-' && sep != '.')
		return false;
	if (j + 1 < end && scan_tok(s, j + 1)->kind == TOK_NUM) {
		ret->m = (int32_t)scan_tok(s, j + 1)->num;
		j += 2;
	} else {
		ret->m = 0;
		j = skip_blank(s, j + 1, end);
	}
	if (ret->m > 12 || !scan_mark(s, j, sep) || j + 1 >= end ||
	    scan_tok(s, j + 1)->kind != TOK_NUM || scan_tok(s, j + 1)->len != 4)
		return false;
	if (ret->d != 0 && ret->m == 0)
		return false;
	ret->y = (int32_t)scan_tok(s, j + 1)->num;
	ret->ntok = j + 2;
	return ret->y >= 1900;
}

bool ymd_at(const scan *s, uint32_t i, uint32_t end, ymd *ret)
{
	uint32_t j = i;
	ymd d = {0};

	if (end > i + 24)
		end = i + 24;
	while (j < end && j < i + 2 && (scan_is(s, j, W_NGAY) || scan_is(s, j, W_NGAY_0)))
		j++;
	if (!ymd_words(s, j, end, &d)) {
		d = (ymd){0};
		if (!ymd_figures(s, j, end, &d))
			return false;
	}
	d.ntok -= i;
	*ret = d;
	return true;
}

slice ymd_text(const scan *s, const ymd *d)
{
	if (d->y == 0)
		return (slice){0};
	if (d->m == 0)
		return arena_printf(s->a, "%04d", d->y);
	if (d->d == 0)
		return arena_printf(s->a, "%04d-%02d", d->y, d->m);
	if (!civil_exists(d->y, d->m, d->d))
		return (slice){0};
	return arena_printf(s->a, "%04d-%02d-%02d", d->y, d->m, d->d);
}

slice squeezed(const scan *s, uint32_t i, uint32_t j)
{
	char *p;
	size_t n = 0;

	if (i >= j)
		return (slice){0};
	p = arena_room(s->a, (size_t)(token_end(scan_tok(s, j - 1)) - scan_tok(s, i)->at) + 1);
	for (; i < j; i++) {
		const token *t = scan_tok(s, i);

		if (t->kind == TOK_END)
			continue;
		/* A dash of any length is the hyphen of the symbol. */
		if (t->kind == TOK_PUNCT && t->word == '-')
			p[n++] = '-';
		else
			memcpy(p + n, s->tk.text.p + t->at, t->len), n += t->len;
	}
	return (slice){p, n};
}

slice joined(const scan *s, uint32_t i, uint32_t j)
{
	slice raw = scan_words(s, i, j);
	char *p;

	if (raw.n == 0 || memchr(raw.p, '\n', raw.n) == NULL)
		return raw;
	p = arena_room(s->a, raw.n);
	slice_copy(p, raw);
	for (size_t k = 0; k < raw.n; k++)
		if (p[k] == '\n')
			p[k] = ' ';
	return (slice){p, raw.n};
}

/* Is token i a part of a symbol: QĐ, TTg, C06? `apart`: white space stands around
 * the mark before it, so it must look like nothing else. */
static bool is_code(const scan *s, uint32_t i, bool apart)
{
	const token *t = scan_tok(s, i);

	if (t->kind != TOK_WORD || !(t->flags & TF_CAP) || t->len > 40)
		return false;
	if (!apart)
		return true;
	return capitals(s, i) >= 2 || ((t->flags & TF_UPPER) && t->len <= 2);
}

/* The figure glued to a code: C06, QH15, PC07 belong; NĐ-CP2 is a footnote mark.
 * Returns the bytes of it that belong. */
static uint32_t code_figure(const scan *s, uint32_t code, uint32_t num)
{
	const token *c = scan_tok(s, code), *n = scan_tok(s, num);
	bool congress = says(s, code, S("qh")) != 0;

	if (n->kind != TOK_NUM || (n->flags & TF_SPACE))
		return 0;
	if (congress)
		return n->len < 2 ? n->len : 2;
	/* KBKV7-KSC: no footnote stands within a symbol. */
	if (scan_mark(s, num + 1, '-') && !(scan_tok(s, num + 1)->flags & TF_SPACE) &&
	    capitals(s, num + 2) >= 2 && !(scan_tok(s, num + 2)->flags & TF_SPACE))
		return n->len;
	/* "UBND-VX1 ngày": a room's; the Government has none */
	if (scan_is(s, num + 1, W_NGAY) && says(s, code, S("cp")) == 0 &&
	    says(s, code, S("ttg")) == 0)
		return n->len;
	return c->len == 1 || n->len >= 2 ? n->len : 0;
}

typedef struct tail {
	uint32_t end; /* token after the symbol */
	uint32_t drop; /* bytes of the last token that do not belong */
} tail;

/* Code and figure glued to it, at i. */
static bool take_code(const scan *s, uint32_t i, uint32_t end, bool apart, tail *t)
{
	uint32_t part;

	if (i >= end || !is_code(s, i, apart))
		return false;
	*t = (tail){i + 1, 0};
	part = i + 1 < end ? code_figure(s, i, i + 1) : 0;
	if (part != 0)
		*t = (tail){i + 2, scan_tok(s, i + 1)->len - part};
	return true;
}

/* The mark at i and what it joins: "-UBND", "/TW", "- VX", "&ĐT", "-⏎UBND". */
static bool take_join(const scan *s, uint32_t i, uint32_t end, tail *t)
{
	uint32_t j = i + 1;
	bool before, after;

	if (i + 1 >= end ||
	    !(scan_mark(s, i, '-') || scan_mark(s, i, '/') || scan_mark(s, i, '&') ||
	      (scan_mark(s, i, '+') && !(scan_tok(s, j)->flags & TF_SPACE)) ||
	      (scan_mark(s, i, '.') && !(scan_tok(s, j)->flags & TF_SPACE))))
		return false;
	if (scan_mark(s, i, '.') && capitals(s, j) < 2)
		return false;
	before = scan_tok(s, i)->flags & TF_SPACE;
	if (scan_tok(s, j)->kind == TOK_END && !scan_mark(s, i, '.') && j + 1 < end)
		j++;
	after = j > i + 1 || (scan_tok(s, j)->flags & TF_SPACE);
	if (before && after)
		return false;
	return take_code(s, j, end, before || after, t);
}

static tail take_joins(const scan *s, tail t, uint32_t end)
{
	for (int k = 0; k < CODE_PARTS_MAX && t.drop == 0; k++)
		if (!take_join(s, t.end, end, &t))
			break;
	return t;
}

/* After the ordinal: "/QĐ-UBND", "/2025/NĐ-CP", "-KL/TW". ret_code: first token of
 * the symbol proper. */
static bool take_symbol(const scan *s, uint32_t i, uint32_t end, uint32_t *ret_code, tail *t)
{
	bool party = scan_mark(s, i, '-');
	uint32_t j = i + 1;
	bool apart = (scan_tok(s, i)->flags & TF_SPACE) && (scan_tok(s, j)->flags & TF_SPACE);

	if (i >= end || !(party || scan_mark(s, i, '/')))
		return false;
	if (!party && scan_tok(s, j)->kind == TOK_NUM && scan_tok(s, j)->len == 4 &&
	    scan_mark(s, j + 1, '/'))
		j += 2;
	if (scan_tok(s, j)->kind == TOK_END && j + 1 < end)
		j++, apart = true;
	if (!take_code(s, j, end, apart, t))
		return false;
	*ret_code = j;
	*t = take_joins(s, *t, end);
	if (party) /* 226-KL/TW: without the body it is a range or a name */
		for (j++; j < t->end; j++)
			if (scan_mark(s, j, '/'))
				return true;
	return !party;
}

/* 66.7/2025/NQ-CP: tokens of the part behind the point of an ordinal; 0: none */
static uint32_t point_at(const scan *s, uint32_t i, uint32_t end)
{
	return i + 2 < end && !(scan_tok(s, i)->flags & TF_SPACE) &&
	                       scan_tok(s, i + 1)->kind == TOK_NUM &&
	                       scan_tok(s, i + 1)->len <= 3 &&
	                       !(scan_tok(s, i + 1)->flags & TF_SPACE) && scan_mark(s, i + 2, '/')
	               ? 2
	               : 0;
}

bool symbol_goes_on(const scan *s, uint32_t i)
{
	const token *t = scan_tok(s, i), *next = scan_tok(s, i + 1);

	switch (t->word) {
	case '/':
		if (next->kind == TOK_NUM)
			return next->len == 4 && scan_mark(s, i + 2, '/');
		__attribute__((fallthrough));
	case '-':
		return next->kind == TOK_END || (next->kind == TOK_WORD && (next->flags & TF_CAP));
	case '.':
		return next->word == '.' || next->word == MARK_ELLIPSIS || next->word == '_' ||
		       point_at(s, i, s->tk.n) != 0;
	case MARK_ELLIPSIS:
	case '_':
		return true;
	default:
		return t->kind == TOK_WORD && t->len <= 2 && !(t->flags & TF_SPACE);
	}
}

bool symbol_at(const scan *s, uint32_t i, uint32_t end, bool may_lack, symbol *ret)
{
	uint32_t j = i, after = i, code;
	bool ordinal = i < end && scan_tok(s, i)->kind == TOK_NUM;
	symbol y = {0};
	tail t;

	if (ordinal) {
		j++;
		if (!symbol_goes_on(s, j))
			return false; /* most numbers */
		if (scan_mark(s, j, '.'))
			j += point_at(s, j, end);
		if (j < end && scan_tok(s, j)->kind == TOK_WORD && scan_tok(s, j)->len <= 2 &&
		    !(scan_tok(s, j)->flags & TF_SPACE)) /* 12a/QĐ-UBND */
			j++;
		after = j;
		j = skip_blank(s, j, end);
	} else {
		if (!may_lack)
			return false;
		j = skip_blank(s, i, end);
	}
	if (!take_symbol(s, j, end, &code, &t))
		return false;
	if (ordinal)
		y.ordinal = squeezed(s, i, after);
	y.symbol = squeezed(s, code, t.end);
	y.value = ordinal ? squeezed(s, i, t.end) : (slice){0};
	y.symbol.n -= t.drop;
	if (ordinal)
		y.value.n -= t.drop;
	y.ntok = t.end - i;
	*ret = y;
	return true;
}

bool rule_at(const scan *s, uint32_t i)
{
	static const slice leads[] = {S("tại"),          S("theo"),   S("theo quy định tại"),
	                              S("quy định tại"), S("căn cứ"), S("căn cứ vào")};
	static const slice parts[] = {S("điểm"), S("khoản"), S("điều")};
	static const slice sums[] = {S("triệu"), S("tỷ"), S("nghìn"), S("đồng"), S("ngàn")};
	SAYINGS(sums);
	SAYINGS(leads);
	SAYINGS(parts);

	i += says_any(s, i, &said_leads, NULL);
	/* "Khoản 312 triệu đồng" is no clause */
	return says_any(s, i, &said_parts, NULL) == 1 &&
	       (scan_tok(s, i + 1)->kind == TOK_NUM || scan_tok(s, i + 1)->len == 1) &&
	       says_any(s, i + 2, &said_sums, NULL) == 0;
}

bool word_binds(uint16_t word)
{
	switch (word) {
	case W_CUA:
	case W_VE:
	case W_TAI:
	case W_TRONG:
	case W_TU:
	case W_VOI_1:
	case W_CHO:
	case W_DO:
	case W_MA_5:
	case W_VA:
	case W_O:
	case W_LA:
	case W_CO_1:
	case W_NHU:
	case W_DE:
		return true;
	default:
		return false;
	}
}
