/*
 * boilerplate.c - closing formulas: they sound like orders and order nothing.
 *
 * "... nghiêm túc triển khai thực hiện các nội dung trên", "... tham dự đầy đủ,
 * đúng thành phần": a sentence whose words all come from a small stock. One
 * word of substance in six, and a person should see it.
 */
#include "reading/facts/duties/duty_priv.h"

#include "reading/facts/duties/walk_priv.h"
#include "reading/facts/text/phrase.h"

static const bool stock[W_COUNT] = {
	[W_NGHIEM] = true,  [W_TUC_1] = true,      [W_TRIEN_2] = true,   [W_KHAI] = true,
	[W_THUC] = true,    [W_HIEN] = true,       [W_KHAN_2] = true,    [W_TRUONG] = true,
	[W_TO_2] = true,    [W_CHUC_1] = true,     [W_THEO] = true,      [W_NOI_4] = true,
	[W_DUNG] = true,    [W_TREN] = true,       [W_NEU] = true,       [W_CAC] = true,
	[W_NHIEM_4] = true, [W_VU_4] = true,       [W_DUNG_1] = true,    [W_DAY_5] = true,
	[W_DU_2] = true,    [W_TINH_THAN] = true,  [W_THAN_5] = true,    [W_NAY_5] = true,
	[W_KIP_4] = true,   [W_THOI] = true,       [W_BIET_1] = true,    [W_VA] = true,
	[W_DE] = true,      [W_VAN] = true,        [W_BAN_2] = true,     [W_CONG_6] = true,
	[W_THONG] = true,   [W_BAO_1] = true,      [W_TRONG_4] = true,   [W_TAM] = true,
	[W_CO_1] = true,    [W_LIEN] = true,       [W_QUAN] = true,      [W_THAM] = true,
	[W_DU] = true,      [W_HOP_4] = true,      [W_HOI_4] = true,     [W_NGHI] = true,
	[W_THANH] = true,   [W_THANH_PHAN] = true, [W_SAP_1] = true,     [W_XEP_1] = true,
	[W_GIAN] = true,    [W_VIEC] = true,       [W_DEN] = true,       [W_TOWI_1] = true,
	[W_CU_3] = true,    [W_CAN_1] = true,      [W_CAN] = true,       [W_BO_4] = true,
	[W_CHI_2] = true,   [W_DAO_4] = true,      [W_Y_1] = true,       [W_KIEN_1] = true,
	[W_CUA] = true,     [W_TRONG] = true,      [W_QUA_1] = true,     [W_TRINH_5] = true,
	[W_KHO_1] = true,   [W_KHAN] = true,       [W_VUONG_1] = true,   [W_MAC_1] = true,
	[W_PHOI_1] = true,  [W_TAP] = true,        [W_TRUNG] = true,     [W_VE] = true,
	[W_TAI] = true,     [W_SAU] = true,        [W_KET] = true,       [W_LUAN_4] = true,
	[W_QUY] = true,     [W_DINH_4] = true,     [W_DAI] = true,       [W_BIEU_2] = true,
	[W_LUU] = true,     [W_CHU_2] = true,      [W_DONG_4] = true,    [W_TAO_4] = true,
	[W_DIEU_5] = true,  [W_KIEN_4] = true,     [W_CO] = true,        [W_DON] = true,
	[W_VI_4] = true,    [W_NHAN] = true,       [W_DUOC] = true,      [W_CAP] = true,
	[W_NGANH] = true,   [W_BO_1] = true,       [W_TRI_1] = true,     [W_GIA] = true,
	[W_BUOI_2] = true,  [W_LAM] = true,        [W_SOM_1] = true,     [W_XEM] = true,
	[W_XET] = true,     [W_GIAI_2] = true,     [W_QUYET_1] = true,   [W_GIUP_1] = true,
	[W_PHAN_2] = true,  [W_ANH_1] = true,      [W_THI_0] = true,     [W_HANH] = true,
	[W_HOP_6] = true,   [W_NEEU_1] = true,     [W_HUONG] = true,     [W_DAN_3] = true,
	[W_DDE_5] = true,   [W_YEU] = true,        [W_DUONG_CAU] = true, [W_CHAP_1] = true,
};

/* Past "Bộ Tổng Tham mưu (qua Cục Cứu hộ - Cứu nạn)" behind "báo cáo về": to whom, not what. i when no name
 * stands there. */
static uint32_t past_receiver(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t from = i;
	hit h;

	if (!scan_is(s, i - 1, W_VE))
		return i;
	if (body_at(s, i, &h))
		i = h.tok + h.ntok;
	while (i < end && scan_tok(s, i)->kind == TOK_WORD && (scan_tok(s, i)->flags & TF_CAP))
		i++;
	if (i > from && scan_mark(s, i, '('))
		i = scan_next(s, i, end, ')') + 1;
	return i < end ? i : end;
}

/* "bảo đảm tiến độ, chất lượng theo kế hoạch": words of the stock that are so only together. */
static uint32_t stock_words(const scan *s, uint32_t i)
{
	static const slice pairs[] = {S("kế hoạch"),   S("hiệu quả"),  S("phân công"),
	                              S("được giao"),  S("hưởng ứng"), S("trang trọng"),
	                              S("bảo đảm"),    S("đảm bảo"),   S("tiến độ"),
	                              S("chất lượng"), S("pháp luật"), S("thực hiện tốt"),
	                              S("thu xếp"),    S("đúng giờ")};
	SAYINGS(pairs);

	return says_any(s, i, &said_pairs, NULL);
}

bool is_boilerplate(const scan *s, uint32_t i, uint32_t end)
{
	/* Of the stock, but what a letter is sent for. */
	static const slice asked[] = {S("tham gia ý kiến"), S("góp ý"), S("cho ý kiến")};
	SAYINGS(asked);
	uint32_t words = 0, other = 0, n;
	bool itself, last = false,
		     before = false; /* were the two words before none of the stock? */

	if (end - i > 60 || says_any_in(s, i, end, &said_asked) < end)
		return false;
	for (uint32_t from = i; i < end; i++) {
		const token *t;

		i = i > from ? past_receiver(s, i, end) : i;
		if (i >= end)
			break;
		t = scan_tok(s, i);
		if (t->kind == TOK_NUM)
			other++;
		if (t->kind != TOK_WORD)
			continue;
		if ((n = stock_words(s, i)) != 0) {
			words += n;
			i += n - 1;
			before = last = false;
			continue;
		}
		words++;
		/* "Kế hoạch này", "kế hoạch trên": the document itself */
		itself = t->word == W_NAY_5 || t->word == W_TREN;
		if (itself)
			other -= (uint32_t)last + before;
		before = last && !itself;
		last = t->word >= W_COUNT || !stock[t->word];
		other += last;
		/* Too many, whatever follows: only the last two may yet be the document's own name, and the last
		 * words of the stock may end two behind `end`. */
		if (other > 2 && (other - 2) * 6 > words + end - i + 2)
			return false;
	}
	return other * 6 <= words;
}

/* "Chỉ thị này có hiệu lực ...", "Quyết định này thay thế ...": the document speaks of
 * itself. */
bool speaks_of_itself(const scan *s, uint32_t i)
{
	if (cue_at(s, i, NULL) == CUE_KIND || says(s, i, S("quyết định")) != 0)
		for (uint32_t j = i + 1; j < i + 4; j++)
			if (scan_is(s, j, W_CO_1) && scan_is(s, j + 1, W_HIEU_4))
				return true;
	for (uint32_t j = i + 1; j < i + 4; j++)
		if (scan_is(s, j, W_NAY_5))
			return scan_is(s, j + 2, W_HIEU_4) || scan_is(s, j + 3, W_HIEU_4) ||
			       scan_is(s, j + 1, W_THAY);
	return false;
}

/* "Văn phòng ... thông báo ý kiến kết luận của ... để các đơn vị biết, thực hiện", "Cục Thuế trả lời để Công ty
 * được biết": whoever writes speaks of himself. */
static bool only_informs(const scan *s, const duty *d, uint32_t end)
{
	static const slice tells[] = {S("thông báo"), S("trả lời"), S("hướng dẫn"),
	                              S("có ý kiến"), S("gửi"),     S("cung cấp thông tin")};
	SAYINGS(tells);
	enum { LAST = 8 };
	uint32_t i = d->act + says(s, d->act, S("xin")), to;

	if (d->rule == rule_assign || says_any(s, i, &said_tells, NULL) == 0)
		return false;
	while (end > i && scan_tok(s, end - 1)->kind == TOK_PUNCT)
		end--;
	to = scan_next_either(s, i, end, W_DE, W_CHO);
	if (to < end && (says(s, end - 2, S("thực hiện")) == 2 ||
	                 (d->own_actor && scan_next(s, to, end, W_BIET_1) < end)))
		return d->own_actor;
	if (!scan_is(s, i, W_THONG))
		return false;
	for (uint32_t j = end > i + LAST ? end - LAST : i; j < end; j++)
		if (scan_is(s, j, W_BIET_1))
			return true;
	return false;
}

/* "Thông báo", "Kế hoạch" right before token k, or in the words from i on? */
static bool paper_before(const scan *s, uint32_t k, uint32_t i)
{
	for (; i < k; i++)
		if (cue_at(s, i, NULL) == CUE_KIND || cue_at(s, i, NULL) == CUE_DELIVERABLE ||
		    says(s, i, S("thông báo")) != 0 || says(s, i, S("văn bản")) != 0)
			return true;
	return false;
}

/* "... tới toàn thể viên chức, sinh viên để tổ chức thực hiện", behind "thông báo": whom it is told, and that they do it? */
static bool passed_on_to(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t verb = cue_next(s, i, end, CUE_VERB);

	return verb < end && scan_next_either(s, i, verb, W_DEN, W_TOWI_1) < verb &&
	       is_boilerplate(s, verb, end);
}

/* "Thủ trưởng các đơn vị phổ biến nội dung thông báo này đến toàn thể viên chức": this very paper is
 * made known, and nothing else. */
static bool passes_paper_on(const scan *s, uint32_t i, uint32_t end)
{
	enum { WORDS = 8 };
	static const slice tells[] = {S("phổ biến"), S("quán triệt"), S("thông báo"),
	                              S("thông tin")};
	SAYINGS(tells);
	uint32_t n = says_any(s, i, &said_tells, NULL), k;

	if (n == 0)
		return false;
	if (passed_on_to(s, i + n, end))
		return true;
	k = scan_next(s, i + n, i + n + WORDS < end ? i + n + WORDS : end, W_NAY_5);
	return k < i + n + WORDS && k < end && cue_next(s, k, end, CUE_VERB) >= end &&
	       paper_before(s, k, i + n);
}

/* "báo cáo về Bộ qua số điện thoại 024..., thư điện tử ...": only how to reach whoever writes. */
static bool says_where(const scan *s, uint32_t i, uint32_t end)
{
	static const slice lines[] = {S("số điện thoại"), S("thư điện tử"), S("đường dây nóng"),
	                              S("hộp thư")};
	SAYINGS(lines);

	return order_reports(s, i) && says_any_in(s, i, end, &said_lines) < end;
}

/* "Trong quá trình thực hiện, trường hợp có vướng mắc, đề nghị Quý cơ quan trao đổi với Bộ": to whom
 * to turn. */
static bool where_in_doubt(const scan *s, const duty *d)
{
	enum { BACK = 40 };
	static const slice doubts[] = {S("vướng mắc"), S("phát sinh")};
	static const slice turns[] = {S("trao đổi"), S("liên hệ"), S("phản ánh"),
	                              S("thông tin về")};
	SAYINGS(doubts);
	SAYINGS(turns);
	int32_t at = block_of_tok(s, d->act);
	uint32_t i = d->act, n = 0, from;

	if (at < 0)
		return false;
	from = s->r->blocks.p[at].tok;
	from = from + BACK < i ? i - BACK : from;
	while ((cue_at(s, i, &n) == CUE_ADVERB || cue_at(s, i, NULL) == CUE_VAGUE) && i < d->to)
		i += n;
	return (says_any(s, i, &said_turns, NULL) != 0 ||
	        (order_reports(s, i) && s->r->blocks.p[at].marker.len == 0)) &&
	       says_any_in(s, from, i, &said_doubts) < i;
}

/* "Trên đây là Kế hoạch ..., đề nghị các đơn vị triển khai": a paragraph that closes the paper gives nothing new. */
static bool closes(const scan *s, const block *b)
{
	return scan_is(s, b->tok, W_TREN) && says(s, b->tok, S("trên đây là")) != 0;
}

bool is_formula(const scan *s, const block *b, const duty *d)
{
	static const slice contacts[] = {S("đề nghị liên hệ"), S("xin liên hệ"),
	                                 S("vui lòng liên hệ")};
	SAYINGS(contacts);
	uint32_t first;

	if ((b->marker.len != 0 && b->marker_class != MARKER_BULLET) ||
	    limit_within(s, tokens_span(&s->tk, d->from, d->to)) >= 0)
		return false;
	first = sentence_end(s, d->act, d->to);
	/* "- Đối với vướng mắc về nghiệp vụ, đề nghị phản ánh về Vụ": nor by a bullet */
	if (b->marker_class == MARKER_BULLET &&
	    (where_in_doubt(s, d) || says_any_in(s, d->act, first, &said_contacts) < first))
		return true;
	if (b->marker.len != 0)
		return false;
	return closes(s, b) || is_boilerplate(s, d->act, first) || where_in_doubt(s, d) ||
	       only_informs(s, d, first) || says_where(s, d->act, first) ||
	       passes_paper_on(s, d->act, first);
}
