/*
 * names_doing.c - the everyday verbs with which an order goes on behind the name of a body that no
 * registry knows: "Phòng Vật tư mua ...", "Khoa Nhi đổi ...", "Tổ Điện kéo ...".
 *
 * They are no cues of the text: elsewhere "đo", "đổi", "gọi" order nothing, and most are syllables
 * of longer words. So they are asked for only where a name may end, in lower case, before what is
 * done, and not where the word before makes one word of the two ("Trạm Thu mua").
 */
#include "reading/facts/actors_priv.h"
#include "reading/facts/phrase.h"

static const slice doings[] = {
	S("mua"),    S("mượn"),    S("thuê"),    S("vay"),      S("trả"),       S("đổi"),
	S("đặt"),    S("nhận"),    S("ký nhận"), S("soạn"),     S("chép"),      S("in"),
	S("dán"),    S("treo"),    S("căng"),    S("đóng"),     S("kéo"),       S("dựng"),
	S("đào"),    S("đắp"),     S("lấp"),     S("rải"),      S("lát"),       S("sơn"),
	S("quét"),   S("rửa"),     S("giặt"),    S("lau"),      S("dọn"),       S("hốt"),
	S("xúc"),    S("chở"),     S("bốc"),     S("dời"),      S("chặt"),      S("cưa"),
	S("tỉa"),    S("tưới"),    S("bón"),     S("gieo"),     S("cấy"),       S("gặt"),
	S("thả"),    S("bắt"),     S("nhốt"),    S("tiêm"),     S("tháo"),      S("sửa"),
	S("vá"),     S("hàn"),     S("khoan"),   S("hút"),      S("xả"),        S("vớt"),
	S("chắn"),   S("che"),     S("bọc"),     S("phát"),     S("chia"),      S("tặng"),
	S("đón"),    S("gọi"),     S("hỏi"),     S("nhắc"),     S("báo"),       S("dạy"),
	S("chấm"),   S("xếp"),     S("sắp"),     S("lọc"),      S("tách"),      S("ghép"),
	S("gộp"),    S("nối"),     S("ngắt"),    S("cắt"),      S("bật"),       S("tắt"),
	S("canh"),   S("gác"),     S("đuổi"),    S("khám xét"), S("ghi"),       S("quay"),
	S("chụp"),   S("tải"),     S("đăng"),    S("khóa"),     S("trích"),     S("rút"),
	S("duyệt"),  S("hủy"),     S("đốt"),     S("chôn"),     S("lùi"),       S("xin"),
	S("gặp"),    S("thăm"),    S("viếng"),   S("bắt đầu"),  S("khởi hành"), S("đo"),
	S("đếm"),    S("kê"),      S("kê lại"),  S("vẽ"),       S("gắn"),       S("buộc"),
	S("xây"),    S("cấm"),     S("bỏ"),      S("giữ"),      S("đọc"),       S("dịch"),
	S("chuyển"), S("soi"),     S("bơm"),     S("trám"),     S("kẻ"),        S("đưa"),
	S("lấy"),    S("gom"),     S("trông"),   S("tuyển"),    S("đẩy"),       S("nấu"),
	S("có mặt"), S("tập hợp"), S("dò"),      S("tìm"),      S("thu"),
};
/* Two syllables of which the second is one of them, and one word. */
static const slice compounds[] = {
	S("thu mua"),    S("bản vẽ"),    S("trao đổi"),  S("chuyển đổi"), S("giao nhận"),
	S("chứng nhận"), S("thu nhận"),  S("chi trả"),   S("truyền tải"), S("vận tải"),
	S("phiên dịch"), S("giao dịch"), S("kiểm dịch"), S("du lịch"),    S("thông báo"),
	S("nhà in"),     S("tôn tạo"),   S("phân phát"), S("xuất phát"),  S("kế toán"),
	S("nguồn thu"),  S("tiếp thu"),  S("mẫu in"),    S("ấn phát"),    S("biên dịch"),
	S("phòng dịch"), S("thú y"),     S("mua bán"),   S("rao bán"),    S("dự báo"),
	S("phụ đạo"),    S("biên soạn"), S("quảng bá"),  S("thị xã"),     S("điện báo"),
};
SAYINGS(doings);
SAYINGS(compounds);

uint32_t name_doing(const scan *s, uint32_t i, uint32_t j, uint32_t end)
{
	const token *t = scan_tok(s, j);
	uint32_t n = t->flags & TF_CAP ? 0 : says_any(s, j, &said_doings, NULL);

	if (n == 0 || j < i + 2 || j + n + 1 >= end || t->cue_len > n ||
	    scan_tok(s, j - 1)->cue_len > 1) /* half of one word: "xây dựng" */
		return 0;
	return said_before(s, j + 1, &said_compounds) == 0 &&
	                       (scan_tok(s, j + n)->kind == TOK_WORD ||
	                        scan_tok(s, j + n)->kind == TOK_NUM)
	               ? n
	               : 0;
}
