/*
 * boilerplate.c - closing formulas: they sound like orders and order nothing.
 *
 * "... nghiêm túc triển khai thực hiện các nội dung trên", "... tham dự đầy đủ,
 * đúng thành phần": a sentence whose words all come from a small stock. One
 * word of substance in six, and a person should see it.
 */
#include "reading/facts/orders_priv.h"

static const uint16_t stock[] = {
	W_NGHIEM, W_TUC_1, W_TRIEN_2, W_KHAI, W_THUC, W_HIEN, W_KHAN_2, W_TRUONG, W_TO_2,
	W_CHUC_1, W_THEO, W_NOI_4, W_DUNG, W_TREN, W_NEU, W_CAC, W_NHIEM_4, W_VU_4, W_DUNG_1,
	W_DAY_5, W_DU_2, W_TINH_THAN, W_THAN_5, W_NAY_5, W_KIP_4, W_THOI, W_BIET_1, W_VA, W_DE,
	W_VAN, W_BAN_2, W_CONG_6, W_THONG, W_BAO_1, W_TRONG_4, W_TAM, W_CO_1, W_LIEN, W_QUAN,
	W_THAM, W_DU, W_HOP_4, W_HOI_4, W_NGHI, W_THANH, W_THANH_PHAN, W_SAP_1, W_XEP_1,
	W_GIAN, W_VIEC, W_DEN, W_TOWI_1, W_CU_3, W_CAN_1, W_BO_4, W_CHI_2, W_DAO_4, W_Y_1,
	W_KIEN_1, W_CUA, W_TRONG, W_QUA_1, W_TRINH_5, W_KHO_1, W_KHAN, W_VUONG_1, W_MAC_1,
	W_PHOI_1, W_TAP, W_TRUNG, W_VE, W_TAI, W_SAU, W_KET, W_LUAN_4, W_QUY, W_DINH_4, W_DAI,
	W_BIEU_2, W_LUU, W_CHU_2, W_DONG_4, W_TAO_4, W_DIEU_5, W_KIEN_4, W_CO, W_DON, W_VI_4,
	W_NHAN, W_DUOC, W_CAP, W_NGANH, W_BO_1, W_TRI_1, W_GIA, W_BUOI_2, W_LAM, W_SOM_1,
	W_XEM, W_XET, W_GIAI_2, W_QUYET_1, W_GIUP_1, W_PHAN_2, W_ANH_1,
};

static bool in_stock(uint16_t word)
{
	for (size_t i = 0; i < ARRAY_LEN(stock); i++)
		if (stock[i] == word)
			return true;
	return false;
}

bool is_boilerplate(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t words = 0, other = 0;

	if (end - i > 60)
		return false;
	for (; i < end; i++) {
		const token *t = scan_tok(s, i);

		if (t->kind == TOK_NUM)
			other++;
		if (t->kind != TOK_WORD)
			continue;
		words++;
		other += !in_stock(t->word);
	}
	return other * 6 <= words;
}
