/*
 * told_quoted.c - orders that are only told of: given before, by others, or in a document
 * that the sentence names.
 *
 * Questions about one place, each a bounded way back; told.c asks them of every "giao".
 */
#include "base/fold.h"

#include "reading/facts/text/phrase.h"
#include "reading/facts/text/within.h"
#include "reading/facts/told/told.h"

/* How far one place looks around itself: bounded, so that the whole stays linear. */
enum { CLAUSE_MAX = 120 };

bool paragraph_looks_back(const scan *s, uint32_t i)
{
	static const slice pasts[] = {S("từ đầu năm"),
	                              S("từ đầu tháng"),
	                              S("từ đầu quý"),
	                              S("thời gian qua"),
	                              S("trong thời gian qua"),
	                              S("thời gian vừa qua"),
	                              S("tháng qua"),
	                              S("trong tháng qua"),
	                              S("tuần qua"),
	                              S("quý qua"),
	                              S("năm qua"),
	                              S("những năm qua"),
	                              S("những tháng qua"),
	                              S("tính đến ngày"),
	                              S("tính đến nay"),
	                              S("qua báo cáo của"),
	                              S("qua theo dõi"),
	                              S("nhìn chung"),
	                              S("6 tháng đầu năm"),
	                              S("9 tháng đầu năm"),
	                              S("trong 6 tháng đầu năm"),
	                              S("trong 9 tháng đầu năm"),
	                              S("trong những năm qua")};
	static const slice wholes[] = {S("toàn tỉnh"), S("toàn thành phố"), S("toàn huyện"),
	                               S("toàn xã"),   S("toàn ngành"),     S("cả tỉnh"),
	                               S("cả nước")};
	SAYINGS(pasts);
	SAYINGS(wholes);
	enum { FAR = 12 };
	int32_t at = block_of_tok(s, i);
	uint32_t first;

	if (at < 0)
		return false;
	first = s->r->blocks.p[at].tok;
	/* "Đến ngày 30/9/2025, toàn tỉnh giải ngân được" */
	if (says(s, first, S("đến ngày")) != 0 || says(s, first, S("đến nay")) != 0)
		return says_any_in(s, first + 2, first + FAR, &said_wholes) < first + FAR;
	return says_any(s, first, &said_pasts, NULL) != 0;
}

bool registered_before(const scan *s, uint32_t i)
{
	uint32_t k = ordered_find(ORDERED(&s->body, tok), i);

	return k > 0 && s->body.p[k - 1].tok + s->body.p[k - 1].ntok == i;
}

bool quoted_within(const scan *s, uint32_t i, uint32_t from)
{
	uint32_t at = scan_tok(s, from)->at, k = citations_from(s, at);

	return !order_begins(s, from, i) || scan_next(s, from, i, W_DA_3) < i ||
	       (k < s->r->citations.n && s->r->citations.p[k].at.at < scan_tok(s, i)->at);
}

/* Words that turn "giao", "yêu cầu" into a noun or a report of the past. */
static bool spoils_assign(const scan *s, uint32_t i, uint32_t from)
{
	const token *t = scan_tok(s, i - 1);

	/* "ban hành Chỉ thị số 11, theo đó, giao" */
	if (i > from + 2 && scan_mark(s, i - 1, ',') && scan_is(s, i - 2, W_DOS_1) &&
	    (scan_is(s, i - 3, W_THEO) || scan_is(s, i - 3, W_TRONG)))
		return quoted_within(s, i, from);
	if (i <= from || t->kind != TOK_WORD)
		return false;
	return t->word == W_DUOC || t->word == W_DA_3 || t->word == W_THEO || t->word == W_CAC ||
	       t->word == W_CUA || t->word == W_XET || t->word == W_SE_3 || t->word == W_VE ||
	       t->word == W_KHI || t->word == W_DO || t->word == W_KHONG || t->word == W_DE ||
	       t->word == W_VIEC || (t->word == W_DOS_1 && quoted_within(s, i, from));
}

/* "Trên cơ sở văn bản Bộ đã ban hành, Sở A soạn tài liệu, đề nghị": does a clause with a subject of its own
 * begin behind a comma of [from, i), so that what went before is past and the order at i is not? */
static bool clause_between(const scan *s, uint32_t from, uint32_t i)
{
	for (uint32_t j = from; (j = scan_next(s, j, i, ',')) + 1 < i; j++) {
		actors subject = {0};
		uint32_t after = actors_at(s, j + 1, i, false, &subject);

		if (after > j + 1 && (after == i || order_begins(s, after, i)) && subject.n == 1)
			return true;
	}
	return false;
}

/* Does the clause before token i tell of an order already given ("đã có văn bản đề nghị",
 * "đã ban hành ... giao", "đã giao")? */
static bool told_before(const scan *s, uint32_t i, uint32_t from)
{
	uint32_t end = i;

	if (i > from + CLAUSE_MAX)
		from = i - CLAUSE_MAX;
	for (; i > from; i--) {
		uint32_t n = i; /* the word after "đã", or after "đã nhiều lần" */

		/* "trong đó đề nghị giao Sở A lập; giao Sở B thẩm định": both are quoted. */
		if (scan_mark(s, i - 1, ';') && cue_at(s, i, NULL) != CUE_ASSIGN)
			return false;
		if (scan_is(s, i - 1, W_DOS_1) && scan_is(s, i - 2, W_TRONG) &&
		    cue_at(s, i, NULL) == CUE_ASSIGN)
			return quoted_within(s, i, from);

		if (scan_is(s, n + 1, W_LAN_5))
			n += 2;
		if (scan_is(s, i - 1, W_DA_3) &&
		    (scan_is(s, n, W_CO_1) || scan_is(s, n, W_GIAO) || scan_is(s, n, W_CHI_2) ||
		     scan_is(s, n, W_YEU) || scan_is(s, n, W_DDE_5) ||
		     (scan_is(s, n, W_BAN) && scan_is(s, n + 1, W_HANH))))
			return !clause_between(s, n, end);
	}
	return false;
}

/* "UBND tỉnh ban hành Công văn số 12/UBND-TH yêu cầu các sở ...": another document, of
 * which the clause before token i tells. */
bool issued_before(const scan *s, uint32_t i, uint32_t from)
{
	uint32_t first = i > from + CLAUSE_MAX ? i - CLAUSE_MAX : from;
	/* "... có Văn bản số 404 thông báo ý kiến chỉ đạo, giao": the same subject */
	bool goes_on = scan_mark(s, i - 1, ',') && scan_is(s, from, W_NGAY);

	for (uint32_t j = i - goes_on; j > first + 1; j--) {
		uint32_t at = scan_tok(s, j)->at, k;

		if ((scan_mark(s, j - 1, ',') && !goes_on) || scan_mark(s, j - 1, ';'))
			return false;
		/* "ban hành Công văn số 12", "có Văn bản số 998" */
		if ((!scan_is(s, j - 1, W_HANH) || !scan_is(s, j - 2, W_BAN)) &&
		    !scan_is(s, j - 1, W_CO_1))
			continue;
		k = citations_from(s, at);
		return k < s->r->citations.n && s->r->citations.p[k].at.at == at &&
		       s->r->citations.p[k].number.n != 0 &&
		       (!goes_on || says_any_in(s, j, i, SAID("chỉ đạo")) < i ||
		        says_any_in(s, j, i, SAID("kết luận")) < i);
	}
	return false;
}

/* "Văn phòng UBND tỉnh nhận được Văn bản số 09/LDT của Công ty A đề nghị UBND tỉnh cho phép":
 * what came asks, before token i; but for "Khi nhận được ...", "Nhận được Công điện này". */
bool received_before(const scan *s, uint32_t i, uint32_t from)
{
	uint32_t far = from + CLAUSE_MAX < i ? from + CLAUSE_MAX : i, at, k;
	uint32_t j = says_any_in(s, from, far, SAID("nhận được"));

	far = j + CLAUSE_MAX < i ? j + CLAUSE_MAX : i;
	if (j >= far || j == from || scan_is(s, j - 1, W_KHI) ||
	    scan_next(s, j, far, W_NAY_5) < far)
		return false;
	if (registered_before(s, j))
		return true;
	at = scan_tok(s, j + 2)->at;
	k = citations_from(s, at);
	return k < s->r->citations.n && s->r->citations.p[k].at.at == at;
}

/* May "giao", "đề nghị" at i be a verb after what stands before it: a mark, or a name
 * (who orders), rather than a common noun ("nội dung chi tiết đề nghị")? */
static bool after_subject(const scan *s, uint32_t i, uint32_t from)
{
	enum { FAR = 40 };
	const token *t = scan_tok(s, i - 1);

	if (i <= from || t->kind != TOK_WORD || t->word == W_VA || registered_before(s, i) ||
	    cue_at(s, i - 1, NULL) == CUE_ADVERB || cue_at(s, i - 1, NULL) == CUE_VAGUE)
		return true;
	for (uint32_t j = i; j > from && j + 4 > i; j--)
		if (scan_tok(s, j - 1)->kind == TOK_PUNCT || (scan_tok(s, j - 1)->flags & TF_CAP))
			return true;
	return order_noun(s, from, i + FAR < s->tk.n ? i + FAR : s->tk.n);
}

/* Does the sentence that begins at `from` begin with a document? What that assigns
 * ("Luật ... và Nghị định ... giao Bộ X chủ trì") is told, not ordered. */
static bool document_tells(const scan *s, uint32_t i, uint32_t from)
{
	static const slice grounds[] = {S("căn cứ"), S("theo"), S("thực hiện")};
	SAYINGS(grounds);
	uint32_t n = says_any(s, from, &said_grounds, NULL);
	uint32_t at = scan_tok(s, from + n)->at, k = citations_from(s, at);

	if (k == s->r->citations.n || s->r->citations.p[k].at.at != at)
		return false;
	/* "Căn cứ Nghị định số 12/2025/NĐ-CP giao UBND cấp tỉnh": no comma before the order */
	return n == 0 || span_end(s->r->citations.p[k].at) + 1 >= scan_tok(s, i)->at;
}

/* A ministry, the Government or its Prime Minister. */
static bool is_central(const body *b)
{
	return slice_eq(b->kind, S("bộ")) || slice_eq(b->kind, S("cơ quan ngang bộ")) ||
	       slice_eq(b->kind, S("cơ quan tối cao"));
}

bool ministry_before(const scan *s, uint32_t i, bool known)
{
	enum { NAME = 12 };
	const registry *reg = s->rd->reg;

	for (uint32_t j = i; j > 0 && j + NAME > i; j--) {
		hit h;
		const body *b;
		uint32_t self;

		if (!body_at(s, j - 1, &h) || h.tok + h.ntok != i || h.cls != BODY_AGENCY)
			continue;
		b = &reg->bodies.p[reg->bodies.p[h.value].owner];
		if (!is_central(b))
			return false;
		self = registry_find(reg, s->r->issuer.agency);
		return self == BODY_NOBODY ? !known : !is_central(&reg->bodies.p[self]);
	}
	return false;
}

bool order_told_before(const scan *s, uint32_t i, uint32_t from)
{
	return spoils_assign(s, i, from) || told_before(s, i, from);
}

/* "Tại Thông báo số 45/TB-UBND, Chủ tịch UBND tỉnh giao Sở Y tế ... nhưng đến nay chưa": given in
 * another paper, and what became of it. */
static bool given_in(const scan *s, uint32_t i, uint32_t from)
{
	enum { FAR = 60 };
	uint32_t at = scan_tok(s, from + 1)->at, k, j = i;

	if (!scan_is(s, from, W_TAI))
		return false;
	k = citations_from(s, at);
	if (k == s->r->citations.n || s->r->citations.p[k].at.at != at)
		return false;
	if (s->r->kind.value == KIND_BAO_CAO) /* of which it is an account */
		return true;
	for (; j < i + FAR && scan_tok(s, j)->kind != TOK_END && !scan_mark(s, j, '.'); j++)
		if (scan_is(s, j, W_NHUNG) || scan_is(s, j, W_SONG) ||
		    says(s, j, S("đến nay")) != 0)
			return true;
	return false;
}

bool order_given_by(const scan *s, uint32_t i, uint32_t from)
{
	uint32_t k = citations_from(s, scan_tok(s, i)->at), first;
	const citation *c = k > 0 ? &s->r->citations.p[k - 1] : NULL;
	bool apart = scan_mark(s, i - 1, ','); /* "Bộ Y tế, tại Công văn số 49, yêu cầu" */

	if (c == NULL || c->number.n == 0 || span_end(c->at) + 1 + apart < scan_tok(s, i)->at ||
	    span_end(c->at) > scan_tok(s, i)->at)
		return false;
	for (first = i; first > from + 1 && scan_tok(s, first)->at > c->at.at;)
		first--;
	return first > from + 1 && scan_is(s, first - 1, W_TAI) &&
	       (!apart || scan_mark(s, first - 2, ','));
}

bool order_quoted(const scan *s, uint32_t i, uint32_t from)
{
	if (i == from) /* nothing stands before it: most */
		return document_tells(s, i, from) || ministry_before(s, i, true);
	return order_told_before(s, i, from) || order_given_by(s, i, from) ||
	       !after_subject(s, i, from) || document_tells(s, i, from) ||
	       ministry_before(s, i, true) || given_in(s, i, from) || issued_before(s, i, from) ||
	       received_before(s, i, from);
}

/* Behind "UBND", "Ủy ban nhân dân" with which a name begins; nothing when it does not. */
static slice of_committee(slice name)
{
	static const slice heads[] = {S("UBND "), S("Ủy ban nhân dân "), S("ỦY BAN NHÂN DÂN "),
	                              S("Uỷ ban nhân dân "), S("UỶ BAN NHÂN DÂN ")};

	for (size_t k = 0; k < ARRAY_LEN(heads) && name.n > 0; k++)
		if (name.p[0] == heads[k].p[0] && slice_starts(name, heads[k]))
			return (slice){name.p + heads[k].n, name.n - heads[k].n};
	return (slice){NULL, 0};
}

/* "UBND tỉnh" in a letter of "ỦY BAN NHÂN DÂN TỈNH A": the same words as far as they go. A post
 * would tell somebody else. */
static bool same_committee(const actor *a, const actor *self)
{
	fold_walk of = {of_committee(a->text), 0}, own;
	fold_word word, other;

	if (a->post.n != 0 || of.s.n == 0)
		return false;
	own = (fold_walk){of_committee(self->text), 0};
	if (own.s.n == 0)
		return false;
	while (fold_next(&of, &word))
		if (!fold_next(&own, &other) || word.key != other.key)
			return false;
	return true;
}

/* "Tổng cục Thuế" writes to the "Cục Thuế" of the provinces, and both go by one code: is the letter written to bodies of
 * that code? Then those of it who are told are they. */
static bool written_to(const scan *s, slice agency)
{
	enum { MOST = 8 };
	const actors *to = &s->r->addressees;

	for (uint32_t i = 0; i < to->n && i < MOST; i++)
		if (slice_eq(to->p[i].agency, agency))
			return true;
	return false;
}

bool told_by_itself(const scan *s, const actor *a)
{
	const actor *self = &s->r->issuer;

	/* its members ("Thành viên Ban Chỉ đạo") are others */
	return a->name.n == 0 &&
	       ((a->agency.n != 0 && slice_eq(a->agency, self->agency) &&
	         !written_to(s, a->agency)) ||
	        same_committee(a, self)) &&
	       !slice_has(a->text, S("hành viên"));
}

/* "một số ngành phụ trách tiêu chí chưa sâu sát": told of, from token i on. */
static bool falls_short(const scan *s, uint32_t i, uint32_t end)
{
	enum { WORDS = 12 };

	for (uint32_t k = i; k < end && k < i + WORDS && scan_tok(s, k)->kind == TOK_WORD; k++)
		if (scan_is(s, k, W_CHUA) || scan_is(s, k, W_CON_5) || scan_is(s, k, W_VAN_3))
			return true;
	return false;
}

/* "UBND tỉnh ban hành Công văn số 404/UBND": what was issued, told at token i. */
static bool issues_at(const scan *s, uint32_t i)
{
	uint32_t n = says(s, i, S("ban hành")), at = scan_tok(s, i + n)->at, k;

	if (n == 0)
		return false;
	k = citations_from(s, at);
	return k < s->r->citations.n && s->r->citations.p[k].at.at == at &&
	       s->r->citations.p[k].number.n != 0;
}

bool told_short(const scan *s, uint32_t i, uint32_t after, uint32_t end)
{
	/* "Chủ tịch UBND các xã có nhiều cố gắng trong công tác lãnh đạo, chỉ đạo": praised */
	static const slice praised[] = {S("có nhiều cố gắng"), S("có nhiều nỗ lực"),
	                                S("có cố gắng")};
	SAYINGS(praised);

	if (scan_is(s, after, W_CO_1) && says_any(s, after, &said_praised, NULL) != 0)
		return true;
	return (says(s, i, S("một số")) != 0 && falls_short(s, after, end)) || issues_at(s, after);
}

bool told_of(const scan *s, uint32_t i, uint32_t j, uint32_t end)
{
	enum { LISTED = 8 };
	static const slice speaks[] = {
		S("nêu khó khăn"),  S("nêu ý kiến"),      S("nêu thực trạng"), S("cho rằng"),
		S("cho biết"),      S("khẳng định"),      S("nhấn mạnh"),      S("bày tỏ"),
		S("đồng tình"),     S("cơ bản nhất trí"), S("nhất trí"),       S("thừa nhận"),
		S("phát biểu"),     S("đọc thư"),         S("đọc diễn văn"),   S("đọc báo cáo"),
		S("đọc quyết định")};
	SAYINGS(speaks);
	uint32_t n = 0;

	/* "Đoàn kiểm tra dự kiến quay lại vào tháng 11"; "X dự kiến nội dung, báo cáo" is an order */
	if ((!item_opens(s, i) || cue_at(s, j + 2, NULL) == CUE_VERB) && scan_is(s, j, W_DU) &&
	    scan_is(s, j + 1, W_KIEN_1) && cue_next(s, j + 2, end, CUE_REPORT) >= end)
		return true;
	/* "Sở Xây dựng nêu khó khăn về đơn giá": what was said */
	if (says_any(s, j, &said_speaks, NULL) != 0)
		return true;
	/* "Bệnh viện hiện thiếu 12 máy thở": how it stands */
	if (scan_is(s, j, W_HIEN))
		return true;
	/* "giải ngân dưới 30%", "triển khai chậm": how it went */
	if (cue_at(s, j, &n) == CUE_VERB &&
	    ((scan_is(s, j + n, W_CHAM) && !scan_is(s, j + n + 1, W_NHAT_1)) ||
	     (says(s, j + n, S("dưới")) != 0 && scan_tok(s, j + n + 1)->kind == TOK_NUM)))
		return true;
	for (uint32_t k = j; k < end && k < j + 4 && scan_tok(s, k)->kind == TOK_WORD; k++)
		if (scan_is(s, k, W_DA_3) || scan_is(s, k, W_SE_3) || scan_is(s, k, W_CHUA))
			return true;
	/* "Lực lượng quân đội, công an, dân quân đã có mặt": a list goes on before it */
	for (uint32_t k = j; k < end && k < j + LISTED; k++)
		if (scan_is(s, k, W_DA_3))
			return true;
		else if (cue_orders(cue_at(s, k, NULL)) ||
		         (scan_tok(s, k)->kind != TOK_WORD && !scan_mark(s, k, ',')))
			return false;
	return false;
}

bool order_noun(const scan *s, uint32_t i, uint32_t end)
{
	enum { WORDS = 14 };
	actors lead = {0};
	uint32_t n = 0, j = i, k;

	if (cue_at(s, i, NULL) != CUE_REPORT || !(scan_tok(s, i)->flags & TF_CAP))
		return false;
	while (j < end && j < i + WORDS && scan_tok(s, j)->kind != TOK_PUNCT &&
	       cue_at(s, j, &n) != CUE_ASSIGN)
		j++;
	if (j >= end || cue_at(s, j, &n) != CUE_ASSIGN)
		return false;
	k = actors_at(s, j + n, end, false, &lead);
	return k > j + n && cue_at(s, k, NULL) == CUE_REPORT;
}
