/*
 * order.c - what a word may begin: an order, a report, a prohibition.
 *
 * Questions about the words at one place; who is told stands in told.c.
 */
#include "reading/facts/text/order.h"

#include "reading/facts/text/phrase.h"
#include "reading/facts/text/within.h"

/* "quý II", "hạng I": is the short word in capitals at i a number, no abbreviation? */
static bool ranks_at(const scan *s, uint32_t i)
{
	static const slice ranked[] = {S("quý"),     S("hạng"), S("loại"), S("cấp"), S("khóa"),
	                               S("khu vực"), S("mục"),  S("phần"), S("kỳ"),  S("phụ lục")};
	SAYINGS(ranked);

	return (scan_tok(s, i)->flags & TF_ROMAN) && said_before(s, i, &said_ranked) != 0;
}

uint32_t sentence_end(const scan *s, uint32_t i, uint32_t end)
{
	static const slice labels[] = {S("đơn vị"), S("thời gian"), S("cơ quan"), S("thời hạn")};
	SAYINGS(labels);

	for (; (i = scan_next_stop(s, i, end)) < end; i++) {
		const token *next, *before;

		if (i + 1 >= end)
			return end;
		next = scan_tok(s, i + 1);
		if (!(next->flags & TF_SPACE))
			continue;
		before = scan_tok(s, i - 1);
		/* "TP. Hồ Chí Minh", "P. Vĩnh Thanh Vân": an abbreviation, no end. */
		if (i > 0 && before->kind == TOK_WORD && (before->flags & TF_UPPER) &&
		    before->len <= 2 && !ranks_at(s, i - 1) &&
		    says_any(s, i + 1, &said_labels, NULL) == 0 && next->kind == TOK_WORD &&
		    (next->flags & TF_CAP))
			continue;
		if (next->kind == TOK_WORD && !(next->flags & TF_CAP))
			continue;
		/* "Ông. Nguyễn Văn A" */
		if (i > 0 && before->cue == CUE_RANK && before->cue_len == 1)
			continue;
		return i + 1;
	}
	return end;
}

bool order_word(const scan *s, uint32_t i, uint32_t end)
{
	const token *t = scan_tok(s, i);

	if (i >= end || t->kind != TOK_WORD || (t->flags & TF_CAP))
		return i < end && says(s, i, S("đầu mối")) == 0 &&
		       (cue_at(s, i, NULL) == CUE_VERB || cue_at(s, i, NULL) == CUE_LEAD);
	switch (cue_at(s, i, NULL)) {
	case CUE_NARRATE:
	case CUE_OPENING:
	case CUE_RELATED:
	case CUE_POST:
	case CUE_CLOSING:
	case CUE_ASSIGN:
	case CUE_RANK:
		return false;
	case CUE_CONDITION:
		return t->word == W_THEO || t->word == W_CAN || scan_is(s, i, W_TREN) ||
		       says(s, i, S("tùy")) != 0;
	default:
		break;
	}
	return !word_binds(t->word) || cue_at(s, i, NULL) == CUE_DUTY ||
	       cue_at(s, i, NULL) == CUE_LEAD || cue_at(s, i, NULL) == CUE_VERB || doing_at(s, i);
}

bool cue_orders(enum cue c)
{
	switch (c) {
	case CUE_VERB:
	case CUE_EXHORT:
	case CUE_REPORT:
	case CUE_ADVERB:
	case CUE_VAGUE:
	case CUE_LEAD:
	case CUE_COORD:
	case CUE_DUTY:
	case CUE_PROHIBIT:
		return true;
	default:
		return false;
	}
}

/* A bare order_begins: verb, adverb or "chủ trì" first. */
bool order_begins(const scan *s, uint32_t i, uint32_t end)
{
	enum cue c;

	if (i >= end)
		return false;
	c = cue_at(s, i, NULL);
	/* "cùng Sở Y tế rà soát"; "Hội đồng nhân dân tỉnh khóa VII": which it is */
	if (!(scan_tok(s, i)->flags & TF_CAP))
		return cue_orders(c) ||
		       (doing_at(s, i) && !(scan_tok(s, i + 1)->flags & TF_ROMAN)) ||
		       name_joiner(s, i);
	if (doing_at(s, i))
		return item_opens(s, i) || scan_mark(s, i - 1, ':');
	/* "Cho học sinh nghỉ học" */
	if (scan_is(s, i, W_CHO))
		return true;
	/* "Cùng Liên đoàn Lao động tỉnh tổ chức" */
	if (scan_is(s, i, W_CUNG_5) && name_joiner(s, i))
		return true;
	/* "Xét đề nghị của Sở A, giao Sở B": the ground of an order */
	if (scan_is(s, i, W_XET) && scan_tok(s, i)->cue_len == 1)
		return false;
	/* "Đầu mối tiếp nhận phản ánh": who it is, no order */
	return cue_orders(c) && says(s, i, S("đầu mối")) == 0;
}

/* Words that begin the order after a relative clause; other verbs may be part of it. */
bool order_plain(const scan *s, uint32_t i)
{
	switch (cue_at(s, i, NULL)) {
	case CUE_DUTY:
	case CUE_LEAD:
	case CUE_ADVERB:
	case CUE_VAGUE:
		return true;
	default:
		return (scan_is(s, i, W_CHUAN_2) && scan_is(s, i + 1, W_BI_4)) ||
		       (scan_is(s, i, W_BAO_1) && scan_is(s, i + 1, W_CAO_1)) ||
		       (scan_is(s, i, W_RA_5) && scan_is(s, i + 1, W_SOAT_1));
	}
}

/* "Không quy hoạch", "Nghiêm cấm": a sentence that forbids. */
bool order_prohibits(const scan *s, uint32_t i)
{
	return (scan_tok(s, i)->flags & TF_CAP) &&
	       (cue_at(s, i, NULL) == CUE_PROHIBIT ||
	        (scan_is(s, i, W_KHONG) &&
	         (cue_at(s, i + 1, NULL) == CUE_VERB || doing_at(s, i + 1))));
}

/* "theo dõi, đôn đốc, kiểm tra việc thực hiện": oversight. */
bool order_oversees(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t j = order_skip_connective(s, i, end);

	return (scan_is(s, j, W_THEO) && scan_is(s, j + 1, W_DOI_THEO)) ||
	       (scan_is(s, j, W_DON_DOC) && scan_is(s, j + 1, W_DOC_1));
}

/* A sentence that only says when or to whom the duty before it is due. */
bool order_reports(const scan *s, uint32_t i)
{
	return cue_at(s, i, NULL) == CUE_REPORT;
}

/* The verbs of what is said at the meeting itself: no preparation of its own. */
bool order_speaks(const scan *s, uint32_t i)
{
	uint32_t n;
	enum cue c = cue_at(s, i, &n);

	if (c == CUE_ADVERB || c == CUE_VAGUE)
		c = cue_at(s, i + n, NULL), i += n;
	return c == CUE_VERB && ((scan_is(s, i, W_GIAI_2) && scan_is(s, i + 1, W_DAP_1)) ||
	                         (scan_is(s, i, W_HUONG) && scan_is(s, i + 1, W_DAN_3)) ||
	                         (scan_is(s, i, W_THAM)) || scan_is(s, i, W_PHAT));
}

/* Does a single letter, a small Roman figure or a small number stand at i? */
static bool counts_parts(const scan *s, uint32_t i)
{
	const token *t = scan_tok(s, i);
	slice word = {s->tk.text.p + t->at, t->len};

	if (t->kind == TOK_NUM)
		return t->num > 0 && t->num < 40 && t->len <= 2;
	if (t->kind != TOK_WORD || t->flags & TF_CAP)
		return false;
	for (size_t k = 0; k < word.n; k++)
		if (memchr("ivx", word.p[k], 3) == NULL)
			return word.n == 1 || slice_eq(word, S("đ"));
	return word.n <= 4;
}

uint32_t order_skip_mark(const scan *s, uint32_t i)
{
	uint32_t k = i + scan_mark(s, i, '(');

	return scan_mark(s, k + 1, ')') && !(scan_tok(s, k + 1)->flags & TF_SPACE) &&
	                       counts_parts(s, k)
	               ? k + 2
	               : i;
}

/* Past "Đồng thời,", "Ngoài ra," and brackets that open a sentence. */
uint32_t order_skip_connective(const scan *s, uint32_t i, uint32_t end)
{
	static const slice links[] = {S("bên cạnh đó"),      S("ngoài ra"),  S("cùng với đó"),
	                              S("song song với đó"), S("trước hết"), S("trước mắt"),
	                              S("về lâu dài"),       S("theo đó"),   S("do đó"),
	                              S("vì vậy"),           S("mặt khác"),  S("cụ thể"),
	                              S("trong đó")};
	SAYINGS(links);
	uint32_t n;

	for (;;) {
		if (order_skip_mark(s, i) != i)
			i = order_skip_mark(s, i);
		else if (scan_mark(s, i, '(') || scan_mark(s, i, '-') || scan_mark(s, i, '"'))
			i++;
		else if (cue_at(s, i, NULL) == CUE_ADVERB && scan_mark(s, i + 2, ','))
			i += 3;
		else if (scan_is(s, i, W_RIENG))
			i++;
		/* "Đồng thời Công ty Môi trường vớt rác" */
		else if (scan_is(s, i, W_DONG_5) && scan_is(s, i + 1, W_THOI) &&
		         (scan_tok(s, i + 2)->flags & TF_CAP))
			i += 2;
		/* "Cũng Phòng Kinh tế lập hồ sơ": the same once more */
		else if ((scan_tok(s, i + 1)->flags & TF_CAP) && says(s, i, S("cũng")) != 0)
			i++;
		else if (scan_mark(s, i + 2, ':') && says(s, i, S("lưu ý")) != 0)
			i += 3;
		else if ((n = says_any(s, i, &said_links, NULL)) != 0 && scan_mark(s, i + n, ','))
			i += n + 1;
		else
			return i;
		if (i >= end)
			return end;
	}
}

bool order_carries_out(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t verb = i, at, k;
	const citation *c;

	while (verb < end && verb < i + 8 && !scan_is(s, verb, W_THUC) &&
	       !scan_is(s, verb, W_TRIEN_2))
		verb++;
	at = scan_tok(s, verb)->at;
	for (k = citations_from(s, at); k < s->r->citations.n; k++)
		if (s->r->citations.p[k].number.n != 0)
			break;
	if (verb == i + 8 || verb >= end || k == s->r->citations.n)
		return false;
	c = &s->r->citations.p[k];
	return c->at.at < at + 90 && c->at.at < token_end(scan_tok(s, end - 1)) &&
	       memchr(s->tk.text.p + at, ',', c->at.at - at) == NULL;
}

bool name_joiner(const scan *s, uint32_t j)
{
	hit h;

	return scan_is(s, j, W_CUNG_5) &&
	       (scan_is(s, j + 1, W_CAC) || (scan_tok(s, j + 1)->flags & TF_CAP) ||
	        cue_at(s, j + 1, NULL) == CUE_HEAD || body_at(s, j + 1, &h));
}
