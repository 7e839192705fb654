/*
 * header_page.c - number, date and issuer of a paper that a page of the web tells of in running text.
 *
 * The page has no letterhead. It is headed by "Công văn số 12/UBND-VX ngày 05/4/2026 của UBND xã về
 * …", puts the number behind the subject in brackets, or begins "Ngày 05/4/2026, UBND xã ban hành Công
 * văn số 12/UBND-VX …. Công văn nêu rõ: …". Only the first line is asked, and only where it cannot be
 * one that cites: a paper that says on what it is based begins with other words. Fields of a page ("Ngày
 * ban hành:") are read as they stand. Must never be asked
 * where a letterhead gave a number or a date.
 */
#include "reading/facts/frame/header.h"

#include "reading/facts/citations/citations.h"

enum { HEADING_TOKENS_MAX = 90 };

/* The number at token i, "số" before it or not; the token after it, i when there is none. */
static uint32_t take_number(scan *s, uint32_t i, uint32_t end)
{
	uint32_t j = i + says(s, i, S("số"));
	symbol y;

	j += scan_mark(s, j, ':');
	if (!symbol_at(s, j, end, false, &y))
		return i;
	header_take_number(s, &y, i, j + y.ntok);
	return j + y.ntok;
}

/* ", ngày 05/4/2026": the token after it, i when no whole date stands there. */
static uint32_t take_day(scan *s, uint32_t i, uint32_t end)
{
	uint32_t j = i + scan_mark(s, i, ',');
	ymd d;

	if (!scan_is(s, j, W_NGAY) || !ymd_at(s, j, end, &d) || d.d == 0 || d.y == 0)
		return i;
	header_take_day(s, j, &d);
	return j + d.ntok;
}

/* "Công văn số 12/UBND-VX ngày … của UBND xã về …": a line that is no sentence. */
static bool heading(scan *s, const block *b)
{
	uint32_t i = b->tok, end = i + b->ntok, n, j, tail;
	doc_kind kind = kind_at(s, i, &n);
	slice who;

	if (kind == KIND_NONE || kind == KIND_KHAC || !(scan_tok(s, i)->flags & TF_CAP) ||
	    scan_mark(s, end - 1, '.') || scan_mark(s, end - 1, ':') ||
	    (j = take_number(s, i + n, end)) == i + n)
		return false;
	s->r->kind.value = kind;
	s->r->kind.at = tokens_span(&s->tk, i, i + n);
	j = take_day(s, j, end);
	who = citation_issuer(s, j, &tail);
	if (who.n != 0 && issuer_opens(s, tail > j ? j + 1 : j)) {
		s->r->issuer.text = who;
		s->r->issuer.at = tokens_span(&s->tk, j + 1, tail);
		issuer_resolve(s, who, &s->r->issuer);
		j = tail;
	}
	j += says(s, j, S("về việc")) + says(s, j, S("v/v"));
	header_title(s, j, end);
	return true;
}

/* "Về việc báo cáo … (12/UBND-VX, ngày 05/4/2026)." */
static bool behind_subject(scan *s, const block *b)
{
	uint32_t end = b->tok + b->ntok, open = end, j;

	if (!says(s, b->tok, S("về việc")) && !says(s, b->tok, S("v/v")))
		return false;
	while (end > b->tok && scan_mark(s, end - 1, '.'))
		end--;
	if (end == b->tok || !scan_mark(s, end - 1, ')'))
		return false;
	while (open > b->tok && !scan_mark(s, open - 1, '('))
		open--;
	if (open == b->tok || (j = take_number(s, open, end)) == open)
		return false;
	(void)take_day(s, j, end);
	return true;
}

/* "Ngày 05/4/2026, UBND xã ban hành Công văn số 12/UBND-VX về …" with "Công văn nêu rõ" below it, or "với
 * nội dung:" at its end. */
static bool told_of(scan *s, const block *b)
{
	static const slice acts[] = {S("ban hành"), S("có"), S("gửi"), S("ký ban hành"), S("hành")};
	static const slice tells[] = {S("nêu"), S("yêu cầu"), S("đề nghị"), S("chỉ đạo"), S("ghi")};
	SAYINGS(acts);
	SAYINGS(tells);
	uint32_t end = b->tok + b->ntok, i = scan_next(s, b->tok, end, W_SO), n = 0;
	const block *below = b + 1 < s->r->blocks.p + s->r->blocks.n ? b + 1 : b;
	doc_kind kind = KIND_NONE;
	bool says_more;

	if (!scan_is(s, b->tok, W_NGAY) || i == end || i < b->tok + 4)
		return false;
	kind = kind_at(s, i - 2, &n);
	if (n != 2 || said_before(s, i - 2, &said_acts) == 0)
		return false;
	says_more = says(s, end - 3, S("nội dung")) != 0 ||
	            (below != b && says(s, below->tok, slice_c(doc_kind_name(kind))) == n &&
	             says_any(s, below->tok + n, &said_tells, NULL) != 0);
	if (!says_more || take_number(s, i, end) == i)
		return false;
	(void)take_day(s, b->tok, end);
	s->r->kind.value = kind;
	s->r->kind.at = tokens_span(&s->tk, i - n, i);
	return true;
}

/* The fields that the page of a body's own site puts above the text, with a colon. */
static const slice day_fields[] = {S("ngày ban hành:"), S("ngày ký:"), S("ngày văn bản:")};
static const slice who_fields[] = {S("cơ quan ban hành:"), S("đơn vị ban hành:"),
                                   S("nơi ban hành:")};
static const slice kind_fields[] = {S("loại văn bản:"), S("hình thức văn bản:")};
SAYINGS(day_fields);
SAYINGS(who_fields);
SAYINGS(kind_fields);

bool header_field(const scan *s, uint32_t k, const saying_table *names, uint32_t *ret_from,
                  uint32_t *ret_end)
{
	const blocks *bs = &s->r->blocks;
	const block *b = &bs->p[k];
	uint32_t n = says_any(s, b->tok, names, NULL);

	if (n == 0 || (n >= b->ntok && k + 1 >= bs->n))
		return false;
	*ret_from = b->tok + n;
	if (n >= b->ntok)
		*ret_from = (++b)->tok;
	*ret_end = b->tok + b->ntok;
	return *ret_from < *ret_end;
}

static void take_field_day(scan *s, uint32_t i, uint32_t end)
{
	ymd d;

	if (s->r->issued.state == BLANK_NOT_SEEN && ymd_at(s, i, end, &d) && d.d != 0 && d.y != 0)
		header_take_day(s, i, &d);
}

static void fields(scan *s)
{
	enum { FIELD_BLOCKS = 12, NAME_TOKENS_MAX = 24 };
	const blocks *bs = &s->r->blocks;

	for (uint32_t k = 0; k < bs->n && k < FIELD_BLOCKS; k++) {
		uint32_t from, end, len;

		if (header_field(s, k, &said_day_fields, &from, &end)) {
			take_field_day(s, from, end);
		} else if (header_field(s, k, &said_who_fields, &from, &end)) {
			if (s->r->issuer.text.n == 0 && end - from <= NAME_TOKENS_MAX &&
			    issuer_opens(s, from))
				issuer_take(s, from, end);
		} else if (s->r->kind.value == KIND_NONE &&
		           header_field(s, k, &said_kind_fields, &from, &end)) {
			s->r->kind.value = kind_at(s, from, &len);
			s->r->kind.at = tokens_span(&s->tk, from, from + len);
		}
	}
}

void header_page(scan *s)
{
	enum { LINES = 2 };
	const blocks *bs = &s->r->blocks;

	fields(s);
	if (s->r->number.state != BLANK_NOT_SEEN || s->r->issued.state != BLANK_NOT_SEEN)
		return;
	for (uint32_t k = 0; k < bs->n && k < LINES; k++) {
		const block *b = &bs->p[k];

		if (b->ntok < 4 || b->ntok > HEADING_TOKENS_MAX || b->marker.len != 0 ||
		    b->table >= 0)
			continue;
		if ((k == 0 && (heading(s, b) || behind_subject(s, b))) || told_of(s, b))
			return;
	}
}
