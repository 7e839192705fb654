/*
 * header.c - the top of a letter: kind, number, place and date, issuer, title,
 * marks of urgency and secrecy, addressees.
 *
 * Conversion shuffles the two columns of the header, so nothing is read by its
 * place among the lines, only by its look. Never invents: what is not seen stays
 * "not-seen"; a number or a date of another document is never taken for our own.
 */
#include "reading/facts/frame/header.h"

#include "reading/facts/actors/participants.h"

enum {
	TOP_BLOCKS_MAX = 80,
	LOOSE_BLOCKS = 14,
	LOOSE_TOKENS = 24,
	MARK_TOKENS_MAX = 6,
	SUBJECT_TOKENS = 4
};

uint32_t header_end(const scan *s)
{
	const blocks *bs = &s->r->blocks;
	uint32_t k = 0;

	while (k < bs->n && bs->p[k].zone != ZONE_BODY && bs->p[k].zone != ZONE_FOOTNOTE)
		k++;
	/* The recipients of a page of the web may stand among them, never at their end. */
	while (k > 0 && bs->p[k - 1].zone != ZONE_HEADER && bs->p[k - 1].zone != ZONE_KIND &&
	       bs->p[k - 1].zone != ZONE_TITLE && bs->p[k - 1].zone != ZONE_ADDRESSEE)
		k--;
	return k < TOP_BLOCKS_MAX ? k : TOP_BLOCKS_MAX;
}

static bool is_stop(const scan *s, uint32_t i)
{
	return scan_mark(s, i, ';') || scan_mark(s, i, '.') || scan_mark(s, i, ',');
}

bool part_next(const scan *s, uint32_t *i, uint32_t end, uint32_t *ret_from, uint32_t *ret_end)
{
	uint32_t j = *i, dash;

	while (j < end && (scan_tok(s, j)->kind == TOK_END ||
	                   (scan_tok(s, j)->kind == TOK_PUNCT && !scan_mark(s, j, '(') &&
	                    !scan_mark(s, j, '"'))))
		j++;
	if (j >= end)
		return false;
	*ret_from = j;
	dash = j + 1;
	/* "…; - …": only a dash after the stop opens a new item. */
	while ((dash = scan_next_either(s, dash, end, '-', '+')) + 1 < end &&
	       !(is_stop(s, dash - 1) && (scan_tok(s, dash + 1)->flags & TF_SPACE)))
		dash++;
	*i = j = dash + 1 < end ? dash - 1 : end;
	while (j > *ret_from && (is_stop(s, j - 1) || scan_mark(s, j - 1, '/') ||
	                         scan_tok(s, j - 1)->kind == TOK_END))
		j--;
	*ret_end = j;
	return j > *ret_from;
}

uint32_t subject_at(const scan *s, uint32_t i, uint32_t end)
{
	static const slice heads[] = {S("v/v"), S("v.v"), S("về việc"), S("trích yếu:"), S("về:"),
	                              S("viv"), S("v/w"), S("vwv"),     S("v/")};
	SAYINGS(heads);
	uint32_t n;

	while (i < end && scan_tok(s, i)->kind != TOK_WORD)
		i++;
	n = i < end ? says_any(s, i, &said_heads, NULL) : 0;
	if (n == 0)
		return end;
	while (i + n < end && (scan_mark(s, i + n, ':') || scan_mark(s, i + n, '.')))
		n++;
	/* "Trích yếu: V/v …" */
	return i + n + says(s, i + n, S("v/v"));
}

void header_title(scan *s, uint32_t i, uint32_t end)
{
	while (end > i && (scan_mark(s, end - 1, '.') || scan_tok(s, end - 1)->kind == TOK_END))
		end--;
	if (s->r->title.at.len != 0 || i >= end)
		return;
	s->r->title.at = tokens_span(&s->tk, i, end);
	s->r->title.text = joined(s, i, end);
}

bool header_mark(const scan *s, const block *b, urgency *ret_u, secrecy *ret_x)
{
	static const struct {
		slice words;
		urgency u;
		secrecy x;
	} marks[] = {
		{S("khẩn"), URGENCY_KHAN, SECRECY_NONE},
		{S("thượng khẩn"), URGENCY_THUONG_KHAN, SECRECY_NONE},
		{S("hỏa tốc"), URGENCY_HOA_TOC, SECRECY_NONE},
		{S("mật"), URGENCY_NONE, SECRECY_MAT},
		{S("tối mật"), URGENCY_NONE, SECRECY_TOI_MAT},
		{S("tuyệt mật"), URGENCY_NONE, SECRECY_TUYET_MAT},
	};
	uint32_t i = b->tok, end = b->tok + b->ntok;
	bool found = false;

	while (i < end && scan_tok(s, i)->kind == TOK_PUNCT)
		i++;
	while (end > i && scan_tok(s, end - 1)->kind == TOK_PUNCT)
		end--;
	if (i == end || end - i > MARK_TOKENS_MAX || !(scan_tok(s, i)->flags & TF_UPPER))
		return false;
	for (size_t k = 0; k < ARRAY_LEN(marks); k++) {
		uint32_t n = says(s, i, marks[k].words);

		/* "HỎA TỐC", "HỎA TỐC HẸN GIỜ" */
		if (n == 0 || !(n == end - i || says(s, i + n, S("hẹn giờ"))))
			continue;
		if (marks[k].u != URGENCY_NONE)
			*ret_u = marks[k].u;
		if (marks[k].x != SECRECY_NONE)
			*ret_x = marks[k].x;
		found = true;
	}
	return found;
}

/* One block of the header: whatever it turns out to be. */
static void header_block(scan *s, const block *b)
{
	uint32_t i = b->tok, end = b->tok + b->ntok, after, subject;

	while (i < end && scan_tok(s, i)->kind == TOK_PUNCT && !scan_mark(s, i, '.'))
		i++; /* the star of Party letters */
	after = header_number(s, i, end);
	if (after == i && header_issued(s, i, end))
		return;
	subject = subject_at(s, after, end);
	/* Below its number a letter may say "Về …" alone. */
	if (subject == end && b->zone == ZONE_HEADER && i + SUBJECT_TOKENS <= end &&
	    s->r->number.state != BLANK_NOT_SEEN)
		subject = says(s, i, S("về")) != 0 ? i : end;
	if (subject < end) {
		if (b->zone == ZONE_HEADER || after > i)
			header_title(s, subject, end);
		return;
	}
	if (after > i && after < end) /* both columns on one line */
		(void)header_issued(s, after, end);
	if (b->zone == ZONE_HEADER)
		(void)header_mark(s, b, &s->r->urgency, &s->r->secrecy);
}

static void find_kind(scan *s, uint32_t top)
{
	const blocks *bs = &s->r->blocks;
	uint32_t from = UINT32_MAX, end = 0;

	for (uint32_t k = 0; k < top; k++) {
		const block *b = &bs->p[k];
		uint32_t n;

		if (b->zone == ZONE_KIND && s->r->kind.value == KIND_NONE) {
			s->r->kind.value = kind_at(s, b->tok, &n);
			s->r->kind.at = b->at;
		} else if (b->zone == ZONE_TITLE && b->ntok != 0) {
			from = from == UINT32_MAX ? b->tok : from;
			end = b->tok + b->ntok;
		}
	}
	if (from < end) {
		s->r->title.at = (span){0};
		header_title(s, from, end);
	}
}

/* A list without a letter around it is called by the line in capitals above its table. */
static void title_of_list(scan *s)
{
	enum { LIST_LINES = 12, TITLE_TOKENS_MIN = 3 };
	const blocks *bs = &s->r->blocks;
	const block *title = NULL;
	uint32_t k = 0;
	hit name;

	if (s->r->title.at.len != 0 || s->r->number.state != BLANK_NOT_SEEN)
		return;
	for (; k < bs->n && k < LIST_LINES && bs->p[k].table < 0; k++)
		if (title == NULL && bs->p[k].ntok >= TITLE_TOKENS_MIN &&
		    block_text_upper(s, &bs->p[k]) &&
		    !says(s, bs->p[k].tok, S("cộng hòa xã hội chủ nghĩa")) &&
		    !body_at(s, bs->p[k].tok, &name))
			title = &bs->p[k];
	if (title != NULL && k < bs->n && bs->p[k].table >= 0)
		header_title(s, title->tok, title->tok + title->ntok);
}

/* Does the block go on the line above it? Paragraphs of Word and lines of a page alike. */
static bool goes_on(const scan *s, const block *b)
{
	uint32_t before = b->tok;

	while (before > 0 && scan_tok(s, before - 1)->kind == TOK_END)
		before--;
	return b->zone == ZONE_ADDRESSEE && b->marker.len == 0 && b->ntok > 0 && before > 0 &&
	       scan_tok(s, b->tok)->kind == TOK_WORD && !(scan_tok(s, b->tok)->flags & TF_CAP) &&
	       scan_tok(s, before - 1)->kind == TOK_WORD;
}

/* What a letter says of the firm it is sent to. */
static const slice fields[] = {S("mã số thuế:"), S("mst:"), S("địa chỉ:"), S("dia chỉ:"),
                               S("điện thoại:")};
SAYINGS(fields);

uint32_t addressed_at(const scan *s, uint32_t i, uint32_t end)
{
	for (; (i = scan_next(s, i, end, W_KINH)) < end; i++)
		if (scan_is(s, i + 1, W_GUI) && scan_mark(s, i + 2, ':'))
			return i;
	return end;
}

static void find_addressees(scan *s, uint32_t top)
{
	const blocks *bs = &s->r->blocks;

	for (uint32_t k = 0; k < top; k++) {
		const block *b = &bs->p[k];
		uint32_t i = b->tok, end = b->tok + b->ntok, from, to;

		if (b->zone != ZONE_ADDRESSEE)
			continue;
		for (; k + 1 < top && goes_on(s, &bs->p[k + 1]); k++)
			end = bs->p[k + 1].tok + bs->p[k + 1].ntok;
		/* "THỦ TƯỚNG CHÍNH PHỦ điện:" says who wires, not to whom. */
		if (b->ntok > 1 && scan_mark(s, end - 1, ':') && says(s, end - 2, S("điện")))
			continue;
		from = addressed_at(s, i, end);
		i = from < end ? from : i;
		i += says(s, i, S("kính gửi")) + says(s, i, S("gửi:"));
		/* "Mã số thuế: …", "(Địa chỉ: …)" say more of the one above. */
		end = says_any_in(s, i, end, &said_fields);
		while (end > i && scan_mark(s, end - 1, '('))
			end--;
		if (k > 0 && scan_mark(s, i, '('))
			continue;
		while (part_next(s, &i, end, &from, &to))
			people_line(s, from, to, &s->r->addressees);
	}
}

void header_find(scan *s)
{
	blocks *bs = &s->r->blocks;
	uint32_t top = header_end(s);
	uint32_t loose = bs->n < LOOSE_BLOCKS ? bs->n : LOOSE_BLOCKS;

	s->r->number.state = s->r->issued.state = BLANK_NOT_SEEN;
	for (uint32_t k = 0; k < top; k++) {
		block b = bs->p[k];

		if (b.zone == ZONE_ADDRESSEE) { /* "V/v … Kính gửi:" */
			b.ntok = addressed_at(s, b.tok, b.tok + b.ntok) - b.tok;
			b.zone = ZONE_HEADER;
			if (b.ntok == bs->p[k].ntok)
				continue;
		}
		if (b.zone != ZONE_RECIPIENTS)
			header_block(s, &b);
	}
	/* A header cut short by an odd line still has its number and date below it. */
	for (uint32_t k = top; k < loose; k++)
		if (bs->p[k].zone == ZONE_BODY && bs->p[k].marker.len == 0) {
			const block *b = &bs->p[k];

			if (b->table >= 0 || b->ntok > LOOSE_TOKENS)
				continue;
			if (header_number(s, b->tok, b->tok + b->ntok) == b->tok)
				(void)header_issued(s, b->tok, b->tok + b->ntok);
		}
	if (s->scanned || s->r->number.state != BLANK_NOT_SEEN)
		header_torn(s, top);
	if (s->r->issued.state == BLANK_NOT_SEEN)
		header_page(s);
	find_addressees(s, top);
	find_kind(s, top);
	header_kind(s, top);
	title_of_list(s);
	header_issuer(s, top);
	header_told(s, top);
}
