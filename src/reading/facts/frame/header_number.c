/*
 * header_number.c - the document's own number, and the place and day of issue.
 *
 * Blank is a fact here: an unsigned draft has "Số: /GM-UBND" and "ngày tháng 4".
 * A number or a date that is cited (in V/v, in the body) is never taken: both
 * must open a line of the header.
 */
#include "reading/facts/frame/header.h"

enum { PLACE_TOKENS_MAX = 9 };

/* Dots and strokes that stand for the figure, or nothing at all. */
static bool only_blank(const scan *s, uint32_t i, uint32_t end)
{
	for (; i < end; i++)
		if (scan_tok(s, i)->kind != TOK_PUNCT && scan_tok(s, i)->kind != TOK_END)
			return false;
	return true;
}

/* "118/GM - UBND", "7/ KH LĐ - THCS", "QLDN1": in the line of its number a symbol may be set with blanks
 * anywhere, and ends in a figure of its room. The token after it, i when anything else stands before
 * `end`. */
static uint32_t loose_symbol(const scan *s, uint32_t i, uint32_t end)
{
	enum { TOKENS_MAX = 24 };
	uint32_t k = i;

	for (; k < end && k - i < TOKENS_MAX; k++) {
		const token *t = scan_tok(s, k);
		bool glued = !(t->flags & TF_SPACE);

		if (t->kind == TOK_PUNCT ? t->word >= 128 || strchr("-/&+.", (char)t->word) == NULL
		    : t->kind == TOK_NUM ? !glued
		                         : t->kind != TOK_WORD || !(glued || (t->flags & TF_UPPER)))
			return i;
	}
	return k == end && k > i && scan_tok(s, k - 1)->kind != TOK_PUNCT ? k : i;
}

uint32_t header_town(const scan *s, uint32_t i, uint32_t day)
{
	enum { PLACE_WORDS = 6 };
	uint32_t town = day - 1;

	for (; town > i && day - town <= PLACE_WORDS; town--) {
		const token *t = scan_tok(s, town - 1);
		bool tp = says(s, town - 1, S("tp")) || /* "TP. Hồ Chí Minh", "Bà Rịa - Vũng Tàu" */
		          (scan_mark(s, town - 1, '.') && says(s, town - 2, S("tp")));

		if (t->kind == TOK_WORD ? !tp && (!(t->flags & TF_CAP) || (t->flags & TF_UPPER))
		                        : !tp && !(scan_mark(s, town - 1, '-') &&
		                                   (scan_tok(s, town)->flags & TF_SPACE)))
			break;
	}
	while (town < day && scan_tok(s, town)->kind == TOK_PUNCT)
		town++;
	return town;
}

/* Where the place of the date begins that ends [i, end): "Hà Nội, ngày 5 tháng 4 năm 2026". The end when
 * none does. */
static uint32_t date_behind(const scan *s, uint32_t i, uint32_t end)
{
	enum { LINE_TOKENS = 60 };
	uint32_t day = end - i > LINE_TOKENS ? end : i;
	ymd d;

	while (day < end &&
	       !(scan_is(s, day, W_NGAY) && ymd_at(s, day, end, &d) && day + d.ntok + 1 >= end))
		day++;
	return day == end || day == i || !scan_mark(s, day - 1, ',') ? end : header_town(s, i, day);
}

/* "5Ï/TCT": of a figure that a scan could not read nothing is known. */
static bool readable(slice ordinal)
{
	for (size_t i = 0; i < ordinal.n; i++) {
		slice rest = {ordinal.p + i, ordinal.n - i};

		if (slice_starts(rest, S("Đ")) || slice_starts(rest, S("đ")))
			i++;
		else if ((unsigned char)ordinal.p[i] >= 0x80)
			return false;
	}
	return true;
}

/* Is the whole line a number, without its word ("3472/BVHTTDL-DSVH"), as pages of the web have it: at the
 * head of the text, or under a line in capitals? */
static bool stands_alone(const scan *s, uint32_t i, uint32_t end)
{
	const blocks *bs = &s->r->blocks;
	uint32_t k = 0;
	symbol y;

	if (scan_tok(s, i)->kind != TOK_NUM || !symbol_at(s, i, end, false, &y) ||
	    i + y.ntok != end)
		return false;
	while (k < bs->n && bs->p[k].tok < i)
		k++;
	return k == 0 || (k < bs->n && bs->p[k].tok == i && bs->p[k].zone == ZONE_HEADER &&
	                  block_text_upper(s, &bs->p[k - 1]));
}

/* The tokens of the word that says that a number follows, and of the marks behind it. Of a scan any
 * short word with a colon does: "sé:", "$6:". */
static uint32_t number_head(const scan *s, uint32_t i, uint32_t end)
{
	static const slice heads[] = {S("số hiệu"),    S("số văn bản"), S("số"),
	                              S("số ký hiệu"), S("số/ký hiệu"), S("số, ký hiệu"),
	                              S("số kí hiệu")};
	SAYINGS(heads);
	enum { SHORT = 3 }; /* bytes */
	uint32_t j = i + says_any(s, i, &said_heads, NULL), k = j;

	while (s->scanned && j == i && k < i + 2 && k < end && scan_tok(s, k)->len <= SHORT &&
	       !(k > i && (scan_tok(s, k)->flags & TF_SPACE)))
		if (scan_mark(s, ++k, ':'))
			j = k;
	while (j > i && j < end &&
	       (scan_mark(s, j, ':') || (scan_mark(s, j, '.') && !scan_mark(s, j + 1, '.'))))
		j++;
	return j - i;
}

/* "A308/UBND-VX", "3 70/TCHQ", "1 0 9 4 3/BYT-MT": tokens before the last figure of the number, a letter or
 * figures that a scan or a program that stamps them set apart */
static uint32_t figure_before(const scan *s, uint32_t j)
{
	enum { APART_MAX = 6 };
	const token *t = scan_tok(s, j), *n = scan_tok(s, j + 1);
	uint32_t k = 0;

	if (t->kind == TOK_WORD && t->len == 1 && (t->flags & TF_UPPER) && n->kind == TOK_NUM &&
	    !(n->flags & TF_SPACE))
		return 1;
	while (k < APART_MAX && scan_tok(s, j + k)->kind == TOK_NUM &&
	       scan_tok(s, j + k + 1)->kind == TOK_NUM)
		k++;
	return k < APART_MAX ? k : 0;
}

/* "#720 /TCT-DNN", "AO5f/CT-TTHT": where the symbol begins behind a figure that a scan could not read; i when none
 * does. */
static uint32_t torn_figure(const scan *s, uint32_t i, uint32_t end)
{
	enum { TOKENS_MAX = 6 };
	uint32_t j = scan_next(s, i, end - i > TOKENS_MAX ? i + TOKENS_MAX : end, '/');

	return s->scanned && j > i && scan_mark(s, j, '/') &&
	                       scan_tok(s, j + 1)->kind == TOK_WORD && capitals(s, j + 1) >= 2
	               ? j
	               : i;
}

/* The number at token j, whose line says nothing else before token `stop`. */
static bool own_symbol(const scan *s, uint32_t j, uint32_t stop, symbol *ret)
{
	uint32_t before = figure_before(s, j), from = j, end;
	symbol y;

	while (stop > j && scan_tok(s, stop - 1)->kind == TOK_PUNCT)
		stop--;
	if (!symbol_at(s, j + before, stop, true, &y)) {
		before = 0;
		j = torn_figure(s, j, stop);
		if (!scan_mark(s, j, '/') || !symbol_at(s, j, stop, true, &y))
			return false;
	}
	if (before != 0) {
		y.ntok += before;
		y.value = squeezed(s, j, j + y.ntok);
		y.ordinal = arena_printf(s->a, "%.*s%.*s", (int)squeezed(s, j, j + before).n,
		                         squeezed(s, j, j + before).p, (int)y.ordinal.n,
		                         y.ordinal.p);
	}
	end = loose_symbol(s, j + y.ntok, stop);
	if (end > j + y.ntok) {
		slice more = squeezed(s, j + y.ntok, end);

		y.symbol = arena_printf(s->a, "%.*s%.*s", (int)y.symbol.n, y.symbol.p, (int)more.n,
		                        more.p);
		if (y.ordinal.n != 0)
			y.value = squeezed(s, j, end);
		y.ntok = end - j;
	}
	if (!readable(y.ordinal))
		y.value = y.ordinal = (slice){0};
	y.ntok += j - from;
	*ret = y;
	return true;
}

/* "hồi 19 giờ 30 phút", "lúc 21h30", "21 giờ": the hour at which a telegram goes out. The token
 * behind it, i when none stands there. */
static uint32_t past_hour(const scan *s, uint32_t i)
{
	uint32_t j = i + (scan_is(s, i, W_HOI_5) || scan_is(s, i, W_LUC_1) || scan_is(s, i, W_VAO));

	if (scan_tok(s, j)->kind != TOK_NUM ||
	    !(scan_is(s, j + 1, W_GIO) || scan_is(s, j + 1, W_H) || scan_mark(s, j + 1, ':')))
		return i;
	j += 2;
	j += scan_tok(s, j)->kind == TOK_NUM;
	return j + scan_is(s, j, W_PHUT);
}

/* The token at which "ngày" of the date line stands; end when there is none. */
static uint32_t date_word(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t j = i, hour;

	for (; j < end && j - i <= PLACE_TOKENS_MAX; j++) {
		const token *t = scan_tok(s, j);

		if (t->kind == TOK_WORD && t->word == W_NGAY)
			return j;
		/* Place names ("Thành phố Hồ Chí Minh"), "TP.", and the comma before "ngày". */
		if (t->kind == TOK_WORD  ? !(t->flags & TF_CAP) && j != i + 1
		    : t->kind == TOK_NUM ? j == i || !scan_mark(s, j + 1, ',') /* Quận 6, */
		                         : !(scan_mark(s, j, ',') || scan_mark(s, j, '.') ||
		                             scan_mark(s, j, '-') || scan_mark(s, j, '\'')))
			return end;
		if (!scan_mark(s, j, ','))
			continue;
		hour = past_hour(s, j + 1);
		if (hour > j + 1) /* "Quảng Ninh, hồi 19 giờ 30, ngày" */
			j = hour - !scan_mark(s, hour, ',');
		else if (scan_tok(s, j + 1)->kind == TOK_NUM)
			return j + 1; /* Hà Nội, 28/4/2026 */
	}
	return end;
}

/* Is [i, end) a day and nothing else than the subject behind it: "ngày 01/02/2026 V/v …"? */
static bool day_behind(const scan *s, uint32_t i, uint32_t end, ymd *ret)
{
	return i < end && scan_is(s, i, W_NGAY) && ymd_at(s, i, end, ret) &&
	       (i + ret->ntok == end || subject_at(s, i + ret->ntok, end) < end);
}

void header_take_number(scan *s, const symbol *y, uint32_t i, uint32_t end)
{
	s->r->number.value = y->value;
	s->r->number.ordinal = y->ordinal;
	s->r->number.symbol = y->symbol;
	s->r->number.state = y->ordinal.n != 0 ? BLANK_KNOWN : BLANK_BLANK;
	s->r->number.at = tokens_span(&s->tk, i, end);
}

void header_take_day(scan *s, uint32_t day, const ymd *d)
{
	s->r->issued.value = ymd_text(s, d);
	s->r->issued.at = tokens_span(&s->tk, day, day + d->ntok);
	if (s->r->issued.value.p == NULL)
		s->r->issued.state = BLANK_BLANK;
	else
		s->r->issued.state = d->d != 0 && d->m != 0 ? BLANK_KNOWN : BLANK_PARTIAL;
}

uint32_t header_number(scan *s, uint32_t i, uint32_t end)
{
	uint32_t len = number_head(s, i, end), j = i + len, day;
	symbol y;
	ymd d;

	if ((len == 0 && !stands_alone(s, i, end)) || s->r->number.state != BLANK_NOT_SEEN)
		return i;
	/* "ĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH / SỐ 1050/QĐ-SCT": a line of the issuer's name */
	if ((scan_tok(s, i)->flags & TF_UPPER) && len == 1)
		return i;
	if (own_symbol(s, j, date_behind(s, j, end), &y)) {
		/* "Số 183/TB ngày …" is cited; with a colon, or its abbreviated subject behind, it is not */
		if (scan_is(s, j + y.ntok, W_NGAY) &&
		    !(day_behind(s, j + y.ntok, end, &d) &&
		      (scan_mark(s, j - 1, ':') || says(s, j + y.ntok + d.ntok, S("v/v")) != 0)))
			return i;
		j += y.ntok;
		header_take_number(s, &y, i, j);
		day = past_hour(s, j);
		if (s->r->issued.state == BLANK_NOT_SEEN && day_behind(s, day, end, &d)) {
			header_take_day(s, day, &d);
			return day + d.ntok;
		}
		return j;
	} else if (j + 1 == end && scan_tok(s, j)->kind == TOK_NUM && says(s, i, S("số")) != 0) {
		s->r->number.value = s->r->number.ordinal = squeezed(s, j, j + 1);
		s->r->number.state = BLANK_KNOWN;
		j++;
	} else if (only_blank(s, i + len, end) && end - i <= 16) {
		s->r->number.state = BLANK_BLANK;
		j = end;
	} else {
		return i;
	}
	s->r->number.at = tokens_span(&s->tk, i, j);
	return j;
}

bool header_issued(scan *s, uint32_t i, uint32_t end)
{
	uint32_t day = date_word(s, i, end), town = day, after;
	ymd d;

	if (s->r->issued.state != BLANK_NOT_SEEN || day >= end || !ymd_at(s, day, end, &d))
		return false;
	/* Figures alone ("ngày 09/7/2014") are a date of anything: a place must be before. */
	if (day == i && d.m != 0 &&
	    says_any_in(s, day, day + d.ntok, SAID("tháng")) == day + d.ntok)
		return false;
	after = day + d.ntok;
	after += scan_mark(s, after, ',') || scan_mark(s, after, '(');
	after = past_hour(s, after);
	/* A sentence ("Ngày 20 tháng 4, Chủ tịch …") goes on; a date line ends here. */
	if (end > after + 2)
		return false;
	/* "Quảng Ninh, hồi 19 giờ 30 ngày 04 tháng 9": the place stands before the comma */
	town = scan_next(s, i, town, ',');
	while (town > i && scan_tok(s, town - 1)->kind == TOK_PUNCT)
		town--;
	header_take_day(s, day, &d);
	if (town > i)
		s->r->issued.place = scan_words(s, i, town);
	s->r->issued.at = tokens_span(&s->tk, i, day + d.ntok);
	return true;
}
