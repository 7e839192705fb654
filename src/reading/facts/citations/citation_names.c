/*
 * citation_names.c - documents cited without a symbol.
 *
 * A kind alone says too little, so only forms that name one document are taken:
 * "Nghị quyết 57", a law by its name and date or year, a congress's resolution, a
 * scheme with its period, a handbook of a body.
 */
#include "reading/facts/citations/citations.h"

#include "reading/facts/text/phrase.h"

enum {
	LAW_TOKENS_MAX = 26,  /* a law's name */
	NAME_TOKENS_MAX = 30, /* a scheme's or a congress's */
};

/* A word that no name of a law holds. */
static const slice name_stops[] = {
	S("quy định"),     S("ngày"),          S("năm"),           S("số"),
	S("được"),         S("có hiệu lực"),   S("về việc"),       S("đã"),
	S("theo"),         S("của"),           S("giao"),          S("tại"),
	S("đối với"),      S("thì"),           S("cho"),           S("như"),
	S("là"),           S("nêu"),           S("hiện hành"),     S("này"),
	S("và các"),       S("và luật"),       S("trong"),         S("trước"),
	S("và nghị định"), S("và quyết định"), S("và nghị quyết"), S("và thông tư"),
	S("và kế hoạch"),  S("và chỉ thị"),    S("và công văn"),   S("báo cáo"),
	S("trình"),        S("gửi"),           S("hoàn thành"),    S("chậm nhất"),
	S("xong"),
};
SAYINGS(name_stops);

/* "Luật Tổ chức chính quyền địa phương ngày 16/6/2025", "… năm 2024", "Luật Đất đai". */
static uint32_t by_law(scan *s, uint32_t i, uint32_t n)
{
	citation c = {.kind = joined(s, i, i + n)};
	uint32_t j = i + n;
	bool stopped = false;

	if (!(scan_tok(s, i)->flags & TF_CAP) || !(scan_tok(s, j)->flags & TF_CAP) ||
	    scan_tok(s, j)->kind != TOK_WORD)
		return i;
	for (; j - i < LAW_TOKENS_MAX; j++) {
		const token *t = scan_tok(s, j);

		if (says_any(s, j, &said_name_stops, NULL) != 0 || citation_stops(s, j) ||
		    scan_mark(s, j, '(') || scan_mark(s, j, '.') || scan_mark(s, j, '"') ||
		    t->kind == TOK_NUM ||
		    (scan_mark(s, j, ',') && (scan_tok(s, j + 1)->flags & TF_CAP))) {
			stopped = true;
			break;
		}
	}
	if (!stopped || j < i + n + 2 || scan_is(s, j, W_SO))
		return i;
	while (scan_tok(s, j - 1)->kind == TOK_PUNCT)
		j--;
	if (scan_is(s, j, W_NAM) && scan_tok(s, j + 1)->kind == TOK_NUM &&
	    scan_tok(s, j + 1)->len == 4)
		j += 2;
	return citation_finish(s, i, j, c);
}

/* Names that end with what marks them: a congress's ordinal, a scheme's period. */
static uint32_t by_name(scan *s, uint32_t i, uint32_t n, slice start, slice mark)
{
	citation c = {.kind = joined(s, i, i + n)};
	uint32_t j = i + n, end = i + NAME_TOKENS_MAX;

	if (start.n != 0 && says(s, j, start) == 0)
		return i;
	while (j < end && j < s->tk.n && !citation_stops(s, j) && says(s, j, mark) == 0)
		j++;
	if (j >= end || says(s, j, mark) == 0)
		return i;
	j += says(s, j, mark);
	if (scan_tok(s, j)->kind == TOK_NUM || (scan_tok(s, j)->flags & TF_ROMAN))
		j++;
	if (scan_mark(s, j, ',') && says(s, j + 1, S("nhiệm kỳ")))
		j += 3;
	if (scan_tok(s, j)->kind == TOK_NUM && scan_tok(s, j)->len == 4)
		j++;
	if (scan_mark(s, j, '-') && scan_tok(s, j + 1)->kind == TOK_NUM &&
	    scan_tok(s, j + 1)->len == 4)
		j += 2;
	citation_push(s, i, j, c);
	return j;
}

/* "Sổ tay hướng dẫn của Cục …": no kind of document, but one that people are told to use. */
static uint32_t by_handbook(scan *s, uint32_t i)
{
	citation c = {.kind = scan_words(s, i, i + 2)};
	uint32_t j = i + 2;

	while (j - i < 12 && !citation_stops(s, j) && !scan_mark(s, j, ',') &&
	       !scan_is(s, j, W_CUA))
		j++;
	c.issuer = citation_issuer(s, j, &j);
	if (c.issuer.n == 0)
		return i;
	citation_push(s, i, j, c);
	return j;
}

static const slice heads[] = {S("luật"),       S("bộ luật"), S("pháp lệnh"),
                              S("nghị quyết"), S("sổ tay"),  S("đề án")};
SAYINGS(heads);

const said_table *citation_heads(const scan *s)
{
	return said_of(s, &said_heads);
}

/* A citation that has no symbol, from a kind that begins with a capital at token i. */
uint32_t citation_by_name(scan *s, uint32_t i)
{
	enum { RESOLUTION = 3, HANDBOOK, SCHEME };
	size_t which = 0;
	uint32_t n = says_any(s, i, &said_heads, &which), j = i + n;
	const token *t = scan_tok(s, j);

	if (n == 0)
		return i;
	if (which < RESOLUTION)
		return by_law(s, i, n);
	if (which == RESOLUTION) {
		/* "Nghị quyết 57": known by its figure */
		if (t->kind == TOK_NUM && t->len <= 3 && !scan_mark(s, j + 1, '/') &&
		    !scan_mark(s, j + 1, '-')) {
			citation c = {.kind = joined(s, i, j), .number = squeezed(s, j, j + 1)};

			return citation_finish(s, i, j + 1, c);
		}
		return by_name(s, i, n, S("đại hội"), S("lần thứ"));
	}
	if (which == HANDBOOK)
		return by_handbook(s, i);
	if (which == SCHEME && i > 0 && scan_tok(s, i - 1)->kind == TOK_WORD)
		return by_name(s, i, n, (slice){0}, S("giai đoạn"));
	return i;
}
