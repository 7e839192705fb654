/*
 * figures.c - figures with a unit that an order or a result is measured by: %,
 * points, money, area, "con số".
 *
 * Written the Vietnamese way: a decimal comma, full stops between thousands. What
 * the figure is of is given only when the words before it are plainly a noun
 * with a verb of growth ("kim ngạch xuất nhập khẩu tăng cao (+63,5%)"). Counts of people, days and
 * copies are no figures here.
 */
#include "reading/facts/facts.h"

#include "reading/facts/text/phrase.h"

enum { DIGITS_MAX = 15, OF_TOKENS_MAX = 16, OF_TOKENS_MIN = 2, LINKS_MAX = 5 };

static const slice units[] = {
	S("%"),
	S("điểm %"),
	S("điểm phần trăm"),
	S("phần trăm"),
	S("con số"),
	S("tỷ đồng"),
	S("tỉ đồng"),
	S("triệu đồng"),
	S("nghìn đồng"),
	S("nghìn tỷ đồng"),
	S("nghìn tỉ đồng"),
	S("đồng"),
	S("tỷ usd"),
	S("triệu usd"),
	S("usd"),
	S("tỷ đô la"),
	S("triệu đô la"),
	S("ha"),
	S("km"),
	S("km2"),
	S("m2"),
	S("m3"),
	S("tấn"),
	S("nghìn tấn"),
	S("triệu tấn"),
	S("kg"),
	S("mw"),
	S("kwh"),
	S("triệu kwh"),
	S("điểm"),
	S("nghìn lượt"),
	S("triệu lượt"),
	S("lượt khách"),
	S("tỷ"),
	S("triệu"),
};
SAYINGS(units);

/* Words between the thing measured and the figure, skipped backwards. */
static const slice links[] = {
	S("tăng"),      S("tăng cao"),
	S("giảm"),      S("đạt"),
	S("đạt trên"),  S("ước"),
	S("ước đạt"),   S("chiếm"),
	S("còn"),       S("trên"),
	S("khoảng"),    S("hơn"),
	S("gần"),       S("là"),
	S("cao"),       S("thấp hơn"),
	S("cao hơn"),   S("dưới"),
	S("tối thiểu"), S("bằng"),
	S("mức"),       S("ước tăng"),
	S("ước giảm"),  S("đã"),
	S("với"),       S("so với cùng kỳ"),
	S("được"),      S("từ"),
};
SAYINGS(links);

/* "1.234,5": the value and the tokens of the number at i. */
static uint32_t number_at(const scan *s, uint32_t i, double *ret)
{
	uint64_t whole = scan_tok(s, i)->num;
	uint32_t digits = scan_tok(s, i)->len, j = i + 1;
	double value, scale = 1;

	for (; scan_mark(s, j, '.') && !(scan_tok(s, j)->flags & TF_SPACE); j += 2) {
		const token *t = scan_tok(s, j + 1);

		if (t->kind != TOK_NUM || t->len != 3 || (t->flags & TF_SPACE))
			break;
		digits += 3;
		if (digits > DIGITS_MAX)
			return 0;
		whole = whole * 1000 + t->num;
	}
	if (digits > DIGITS_MAX)
		return 0;
	value = (double)whole;
	if (scan_mark(s, j, ',') && !(scan_tok(s, j)->flags & TF_SPACE) &&
	    scan_tok(s, j + 1)->kind == TOK_NUM && !(scan_tok(s, j + 1)->flags & TF_SPACE)) {
		const token *t = scan_tok(s, j + 1);

		if (t->len > 6)
			return 0;
		for (uint32_t k = 0; k < t->len; k++)
			scale *= 10;
		value += t->num / scale;
		j += 2;
	}
	*ret = value;
	return j - i;
}

/* The clause before token i, without brackets and growth words; absent when it has
 * no such word or is too long to be a name. */
static slice measured(const scan *s, uint32_t i)
{
	uint32_t end = i, from, n;
	bool linked = false;

	while (end > 0 && i - end < 3 &&
	       (scan_mark(s, end - 1, '(') || scan_mark(s, end - 1, '+') ||
	        scan_mark(s, end - 1, '-')))
		end--;
	for (int k = 0; k < LINKS_MAX; k++) {
		n = said_before(s, end, &said_links);
		if (n == 0)
			break;
		end -= n;
		linked = true;
	}
	if (end > 0 && scan_mark(s, end - 1, ')'))
		for (n = 0; n < OF_TOKENS_MAX && end > 0; n++)
			if (scan_mark(s, --end, '('))
				break;
	for (from = end; from > 0 && end - from <= OF_TOKENS_MAX; from--)
		if (scan_tok(s, from - 1)->kind != TOK_WORD && !scan_mark(s, from - 1, '-'))
			break;
	if (!linked || end - from < OF_TOKENS_MIN || end - from > OF_TOKENS_MAX)
		return (slice){0};
	return scan_words(s, from, end);
}

static uint32_t figure_at(scan *s, uint32_t i)
{
	double value = 0;
	uint32_t n, from = i, len;
	figure *f;

	if (scan_word(s, i + 1) != '.' && scan_word(s, i + 1) != ',' &&
	    !says_maybe(s, said_of(s, &said_units), i + 1))
		return i; /* most numbers */
	n = number_at(s, i, &value);
	if (n == 0)
		return i;
	len = says_any(s, i + n, &said_units, NULL);
	if (len == 0)
		return i;
	/* The sign belongs to the figure when nothing but a bracket or a space is before. */
	if (i > 0 && !(scan_tok(s, i)->flags & TF_SPACE) &&
	    (scan_mark(s, i - 1, '+') ||
	     (scan_mark(s, i - 1, '-') && i > 1 &&
	      (scan_mark(s, i - 2, '(') || (scan_tok(s, i - 1)->flags & TF_SPACE)))))
		from = i - 1;
	f = VEC_PUSH(s->a, &s->r->figures);
	f->at = tokens_span(&s->tk, from, i + n + len);
	f->value = from < i && scan_mark(s, from, '-') ? -value : value;
	f->unit = scan_words(s, i + n, i + n + len);
	f->of = measured(s, from);
	return i + n + len;
}

void figures_find(scan *s)
{
	uint32_t done = 0, n = s->tk.nnums;

	for (uint32_t k = 0; k < n; k++) {
		scan_soon(s, s->tk.nums[k + SOON < n ? k + SOON : k]);
		if (s->tk.nums[k] >= done)
			done = figure_at(s, s->tk.nums[k]);
	}
}
