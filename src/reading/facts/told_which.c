/*
 * told_which.c - by what those who are told are told apart from others: "các xã chưa gửi báo cáo", "các
 * hộ sống ven suối", "trường nào có xe đưa đón".
 *
 * Each looks a bounded way ahead for the order behind such a clause, and gives the place itself when
 * none follows: then the words tell of somebody, and order nothing.
 */
#include "reading/facts/orders_priv.h"
#include "reading/facts/phrase.h"

/* "... được cho thuê đất kê khai", "... có nhu cầu thuê quầy nộp hồ sơ": may the verb at j be
 * the order behind the clause that begins at i? Inside it a verb follows another, a mark, or a
 * noun that asks for one ("giấy phép khai thác"). */
static bool verb_behind_noun(const scan *s, uint32_t i, uint32_t j)
{
	static const slice asking[] = {
		S("việc"),        S("giấy phép"), S("dự án"),     S("kế hoạch"), S("chương trình"),
		S("hoạt động"),   S("công tác"),  S("nhiệm vụ"),  S("vốn"),      S("nhu cầu"),
		S("quyền"),       S("điều kiện"), S("chức năng"), S("lĩnh vực"), S("năng lực"),
		S("trách nhiệm"), S("nội dung"),  S("để"),        S("kết quả"),  S("được"),
		S("phải"),        S("tỷ lệ"),     S("tiến độ")};
	SAYINGS(asking);
	enum cue c = cue_at(s, j, NULL);
	uint32_t n = 0;

	if ((c != CUE_VERB && c != CUE_EXHORT && c != CUE_REPORT) || j < i + 3 ||
	    (scan_tok(s, j - 1)->kind != TOK_WORD && !scan_mark(s, j - 1, '%')) ||
	    cue_at(s, j - 1, NULL) != CUE_NONE)
		return false;
	for (uint32_t k = j - 1; k > i && k + 4 > j; k--)
		if (cue_at(s, k - 1, &n) != CUE_NONE && cue_at(s, k - 1, NULL) != CUE_GENERIC &&
		    k - 1 + n >= j)
			return false;
	return said_before(s, j, &said_asking) == 0;
}

/* "được phân công chuẩn bị": past the verb of what was given; i + 1 when none was. */
static uint32_t past_given(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t n, verb;

	if (!scan_is(s, i, W_DUOC) || cue_at(s, i + 1, &n) != CUE_ASSIGN ||
	    !order_begins(s, i + 1 + n, end))
		return i + 1;
	(void)cue_at(s, i + 1 + n, &verb);
	return i + 1 + n + verb;
}

/* "gửi báo cáo", "nộp báo cáo": is the word at i that before what it makes or hands over? */
static bool sends_at(const scan *s, uint32_t i)
{
	uint32_t n;

	if (scan_is(s, i, W_GUI))
		return true;
	return scan_is(s, i + 1, W_BAO_1) &&
	       (doing_at(s, i) || (cue_at(s, i, &n) == CUE_VERB && n == 1));
}

/* A generic actor's relative clause: "các tổ chức, cá nhân được cấp giấy phép ... có
 * trách nhiệm", "các xã có tỷ lệ giải ngân cao chuẩn bị": to the order. Returns i when
 * there is none near. */
static uint32_t skip_relative(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t behind = i, n = 0;
	/* is its own verb still to come? */
	bool passive = scan_is(s, i, W_DUOC) && past_given(s, i, end) == i + 1;

	if (!scan_is(s, i, W_CO_1) && !scan_is(s, i, W_DUOC) && !scan_is(s, i, W_DANG) &&
	    !scan_is(s, i, W_HOAT_4) && !scan_is(s, i, W_LA) && !scan_is(s, i, W_CHUA) &&
	    !scan_is(s, i, W_NAO_5) && !scan_is(s, i, W_CON_5))
		return i;
	/* "là cơ quan đầu mối", "có ý kiến bằng văn bản": what they are to do */
	if (cue_at(s, i, &n) == CUE_LEAD || cue_at(s, i, NULL) == CUE_VERB ||
	    (cue_at(s, i, NULL) == CUE_DUTY && scan_mark(s, i + n, ':')))
		return i;
	/* "trường nào có xe đưa đón phải ký", "xã nào chưa đạt thì lập" */
	if (scan_is(s, i, W_NAO_5) && name_to_must(s, i, end) != i)
		return name_to_must(s, i, end);
	for (uint32_t j = past_given(s, i, end); j < end && j < i + 40; j++) {
		enum cue c = cue_at(s, j, NULL);

		/* "UBND các xã đang tích cực triển khai" tells nobody apart */
		if (order_plain(s, j) && j == i + 1 &&
		    (scan_is(s, i, W_DANG) || scan_is(s, i, W_CON_5)))
			return i;
		/* "còn cơ sở phải di dời rà soát quỹ đất" */
		if (scan_is(s, i, W_CON_5) && scan_is(s, j, W_PHAI_2))
			continue;
		/* "được giao nhiệm vụ ... gửi báo cáo": with the verb right before it */
		if (order_plain(s, j) && !(passive && j < i + 3))
			return j - 1 > i && sends_at(s, j - 1) ? j - 1 : j;
		if (scan_mark(s, j, ';') || scan_mark(s, j, '.'))
			break;
		if (behind == i && !passive && verb_behind_noun(s, i, j))
			behind = j;
		passive &= c != CUE_VERB && c != CUE_LEAD;
	}
	return behind;
}

/* "đã", "đang", "sẽ": is what follows told of? */
static bool was_or_will(const scan *s, uint32_t i)
{
	switch (scan_tok(s, i)->word) {
	case W_DA_3:
	case W_DANG:
	case W_SE_3:
	case W_CHUA:
	case W_CON_5:
		return true;
	default:
		return false;
	}
}

/* "Các hộ dân sống ven suối, chân đồi chủ động di dời": the order behind where those at i live or
 * work; i when there is none. */
static uint32_t past_dwelling(const scan *s, uint32_t i, bool many, uint32_t end)
{
	enum { WORDS = 16 };
	static const slice apart[] = {S("sống"),       S("sinh sống"),
	                              S("cư trú"),     S("ở"),
	                              S("nằm"),        S("trong"),
	                              S("trong diện"), S("thuộc diện"),
	                              S("đóng"),       S("hành nghề"),
	                              S("dự tại"),     S("tham dự tại"),
	                              S("tại"),        S("trực tiếp sử dụng"),
	                              S("vùng"),       S("ven"),
	                              S("dọc"),        S("giáp"),
	                              S("quanh"),      S("nơi"),
	                              S("bị"),         S("đứng")};
	/* what only many are told apart by */
	static const slice doing[] = {S("trồng"), S("nuôi")};
	SAYINGS(apart);
	SAYINGS(doing);
	uint32_t first = i + says_any(s, i, &said_apart, NULL), j;

	if (first == i && many)
		first += says_any(s, i, &said_doing, NULL);
	j = first;
	if (j == i)
		return i;
	for (; j < end && j < i + WORDS; j++) {
		if (scan_tok(s, j)->kind == TOK_PUNCT && !scan_mark(s, j, ','))
			return i;
		if (was_or_will(s, j))
			return i;
		/* "bị cắt nước": what is done to them orders nothing */
		if (order_begins(s, j, end) && !scan_mark(s, j - 1, ',') &&
		    !(j == first && scan_is(s, i, W_BI_4)))
			return j;
	}
	return i;
}

/* Is the last of `lead`, a group or a body that no registry names, told apart by the clause
 * at token j, with the order behind it? */
bool which_apart(const scan *s, uint32_t j, uint32_t end, const actors *lead)
{
	const actor *last = &lead->p[lead->n - 1];
	uint32_t k;

	if (last->agency.n != 0 || scan_is(s, j, W_CHO))
		return false;
	k = skip_relative(s, j, end);
	if (k == j)
		return false;
	/* "Các sở, ngành có nhiều cố gắng, chủ động": a group's doings may be narrative. */
	return last->group.n == 0 || scan_is(s, j, W_LA) || scan_is(s, j, W_NAO_5) ||
	       (scan_is(s, j, W_DUOC) &&
	        (scan_is(s, j + 1, W_MOI_5) || scan_is(s, j + 1, W_GIAO))) ||
	       (!scan_is(s, j, W_DUOC) && scan_next(s, j, k, ',') == k);
}

/* Past that clause, which belongs to the name. */
uint32_t which_past_clause(const scan *s, uint32_t j, uint32_t end, actors *lead)
{
	uint32_t k = skip_relative(s, j, end);

	name_reaches(s, lead, k);
	return k;
}

/* "Các cơ quan chưa gửi báo cáo nghiêm túc kiểm điểm", "... đã gửi báo cáo tiếp tục rà soát":
 * told apart by what they did at j, with an order behind it: its token; j when it is none. */
static uint32_t past_done(const scan *s, uint32_t j, bool item, uint32_t end)
{
	enum { WORDS = 10 };
	/* What those are told who have not done it. */
	static const slice now[] = {S("chỉ đạo"), S("gửi"), S("nộp"), S("đôn đốc"), S("bổ sung")};
	static const slice owed[] = {S("nộp"), S("có"), S("đăng ký"), S("cập nhật"), S("ký")};
	SAYINGS(now);
	SAYINGS(owed);
	enum cue c = cue_at(s, j + 1, NULL);
	uint32_t colon, n;
	slice note;

	if ((!scan_is(s, j, W_CHUA) && !scan_is(s, j, W_DA_3)) ||
	    (c != CUE_VERB && c != CUE_REPORT && !says_any(s, j + 1, &said_owed, NULL)))
		return j;
	/* "UBND các xã đã gửi báo cáo: Rà soát" */
	colon = scan_next_mark(s, j + 2, j + WORDS < end ? j + WORDS : end);
	if (colon < end && scan_mark(s, colon, ':'))
		return order_begins(s, colon + 1, end) ? colon + 1 : j;
	for (uint32_t k = j + 2; k < end && k < j + WORDS; k++)
		/* "chưa hoàn thành (theo danh sách kèm theo) đẩy nhanh" */
		if (name_bracket(s, k, end, &note) != k)
			return order_begins(s, name_bracket(s, k, end, &note), end)
			               ? name_bracket(s, k, end, &note)
			               : j;
		else if (scan_tok(s, k)->kind != TOK_WORD)
			return j;
		else if (scan_is(s, k, W_PHAI_2) || (scan_is(s, j, W_CHUA) && k > j + 3 &&
		                                     says_any(s, k, &said_now, NULL) != 0))
			return order_begins(s, k, end) ? k : j;
		else if (item &&
		         (((cue_at(s, k, &n) == CUE_ADVERB || cue_at(s, k, NULL) == CUE_VAGUE) &&
		           order_word(s, k + n, end)) ||
		          cue_at(s, k, NULL) == CUE_EXHORT ||
		          (c == CUE_VERB && cue_at(s, k, NULL) == CUE_REPORT)))
			return order_begins(s, k, end) ? k : j;
	return j;
}

/* Past what the members of a group did (in an item), or where they live; j when it is neither. */
uint32_t which_past(const scan *s, uint32_t j, bool item, uint32_t end, const actor *of)
{
	uint32_t k = past_done(s, j, item, end);
	bool many = of->group.n != 0 || slice_starts(of->text, S("Các ")) ||
	            slice_starts(of->text, S("các "));

	return k != j ? k : past_dwelling(s, j, many, end);
}

/* "các đơn vị có nhiệm vụ quá hạn": have it, and are told apart by that. */
bool which_has_duty(const scan *s, uint32_t j, uint32_t end)
{
	uint32_t n;

	return scan_is(s, j, W_CO_1) && cue_at(s, j, &n) == CUE_DUTY &&
	       (!order_begins(s, j + n, end) || name_to_must(s, j + n, end) != j + n) &&
	       skip_relative(s, j, end) != j;
}
