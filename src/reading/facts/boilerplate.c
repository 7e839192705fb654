/*
 * boilerplate.c - closing formulas: they sound like orders and order nothing.
 *
 * "... nghiêm túc triển khai thực hiện các nội dung trên", "... tham dự đầy đủ,
 * đúng thành phần": a sentence whose words all come from a small stock. One
 * word of substance in six, and a person should see it.
 */
#include "reading/facts/orders_priv.h"
#include "reading/facts/phrase.h"

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
	                              S("chất lượng"), S("pháp luật"), S("thực hiện tốt")};
	SAYINGS(pairs);

	return says_any(s, i, &said_pairs, NULL);
}

bool is_boilerplate(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t words = 0, other = 0, n;
	bool itself, last = false,
		     before = false; /* were the two words before none of the stock? */

	if (end - i > 60)
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
