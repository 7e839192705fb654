/*
 * names.c - how far a name goes: the words of a body that no registry knows, of a
 * person, of a clause that narrows.
 */
#include "reading/facts/actors/names.h"

#include "reading/facts/text/phrase.h"
#include "reading/facts/text/within.h"

enum { NAME_WORDS_MAX = 48 };

/* Capitalised words: a person's or a place's name. Returns the token after. */
uint32_t name_capitals(const scan *s, uint32_t i, uint32_t end, uint32_t max)
{
	uint32_t j = i;

	while (j < end && j - i < max && scan_tok(s, j)->kind == TOK_WORD &&
	       (scan_tok(s, j)->flags & TF_CAP))
		j++;
	return j;
}

bool name_stops(enum cue c)
{
	switch (c) {
	case CUE_LEAD:
	case CUE_COORD:
	case CUE_DUTY:
	case CUE_ADVERB:
	case CUE_VAGUE:
	case CUE_VERB:
	case CUE_EXHORT:
	case CUE_REPORT:
	case CUE_PROHIBIT:
	case CUE_NARRATE:
	case CUE_ASSIGN:
	case CUE_RELATED:
	case CUE_CONDITION:
	case CUE_OPENING:
		return true;
	default:
		return false;
	}
}

/* A verb at j, inside a name that began before it: the token of the "chủ trì", "có trách
 * nhiệm" to which the name goes on ("Cục Quản lý đầu tư xây dựng chủ trì"). j when
 * something else parts the two. */
static uint32_t name_to_lead(const scan *s, uint32_t j, uint32_t end)
{
	for (uint32_t k = j; k < end && k < j + 7; k++) {
		enum cue c = cue_at(s, k, NULL);

		/* "cử đầu mối theo dõi": a person, not who leads. */
		if (c == CUE_DUTY || (c == CUE_LEAD && says(s, k, S("đầu mối")) == 0))
			return k;
		if (scan_tok(s, k)->kind != TOK_WORD || scan_is(s, k, W_CAC) ||
		    scan_is(s, k, W_CUA) || scan_is(s, k, W_CHO) || scan_is(s, k, W_DE) ||
		    scan_is(s, k, W_DO) || (c != CUE_NONE && c != CUE_VERB && c != CUE_DELIVERABLE))
			return j;
	}
	return j;
}

/* Does the mark at j stand inside the name that begins at i: "A - B", or "Công ty Đầu tư,
 * Xây dựng và Kinh doanh", where the "và" that closes the series shows it? */
static bool mark_inside(const scan *s, uint32_t i, uint32_t j, uint32_t end)
{
	const token *t = scan_tok(s, j);
	uint32_t k = j + 1;
	hit h;

	/* "Phòng Quản lý giá - công sản chủ trì" */
	if (t->word == '-' && scan_tok(s, k)->kind == TOK_WORD && !(scan_tok(s, k)->flags & TF_CAP))
		for (uint32_t m = k; m < end && m < k + 4; m++) {
			if (scan_tok(s, m)->kind != TOK_WORD)
				break;
			if (cue_at(s, m, NULL) == CUE_LEAD || cue_at(s, m, NULL) == CUE_DUTY ||
			    cue_at(s, m, NULL) == CUE_VERB)
				return m > k;
			if (cue_at(s, m, NULL) != CUE_NONE)
				break;
		}
	/* "UBND TP. Tam Kỳ" */
	if (t->word == '.' && (scan_tok(s, j - 1)->flags & TF_UPPER) &&
	    scan_tok(s, j - 1)->len <= 2 && (scan_tok(s, k)->flags & TF_CAP))
		return true;
	/* "Ban Chỉ huy Phòng, chống thiên tai" */
	if (t->word == ',' && scan_is(s, j - 1, W_PHONG_5) && scan_is(s, k, W_CHONG_1))
		return true;
	if (t->word != ',' || j + 5 >= end || (scan_tok(s, k)->flags & TF_UPPER) ||
	    !(scan_tok(s, k)->flags & TF_CAP) || cue_at(s, k, NULL) == CUE_HEAD ||
	    cue_at(s, k, NULL) == CUE_POST)
		return (t->word == '-' || t->word == '&' || t->word == '/') && j > i && k < end &&
		       (scan_tok(s, k)->flags & TF_CAP);
	if (body_at(s, k, &h) && h.cls != BODY_ELIDED)
		return false;
	while (k < end && k < j + 4 && scan_tok(s, k)->kind == TOK_WORD && !scan_is(s, k, W_VA))
		k++;
	return scan_is(s, k, W_VA) && (scan_tok(s, k + 1)->flags & TF_CAP) &&
	       (!body_at(s, k + 1, &h) || h.cls == BODY_ELIDED);
}

/* "Thường trực Đảng ủy các xã, phường": of each of a group, which is no name. */
static bool group_at(const scan *s, uint32_t i)
{
	hit h;

	return body_at(s, i, &h) && h.cls == BODY_GROUP && h.ntok > 2;
}

/* Does another order begin at token i, behind a board's name? */
static bool orders_at(const scan *s, uint32_t i)
{
	enum cue c = cue_at(s, i, NULL);

	return c == CUE_VERB || c == CUE_LEAD || c == CUE_DUTY || c == CUE_ADVERB || c == CUE_VAGUE;
}

/* What a board does, and none is named for. */
static const slice acts[] = {
	S("nghiên cứu"), S("chuẩn bị"),  S("tham gia"), S("tham dự"),    S("dự"),
	S("gửi"),        S("báo cáo"),   S("xem xét"),  S("cho ý kiến"), S("có ý kiến"),
	S("thực hiện"),  S("rà soát"),   S("theo dõi"), S("đôn đốc"),    S("phối hợp"),
	S("tiếp tục"),   S("tham mưu"),  S("trình"),    S("đề xuất"),    S("hoàn thiện"),
	S("hoàn chỉnh"), S("lập"),       S("bố trí"),   S("cử"),         S("kiểm điểm"),
	S("khắc phục"),  S("cung cấp"),  S("cập nhật"), S("tổng hợp"),   S("bàn giao"),
	S("trả lời"),    S("công khai"), S("đăng"),     S("nộp"),        S("giải trình"),
	S("làm rõ"),     S("chấm dứt"),  S("tạm dừng"), S("bổ sung"),    S("hoàn tất"),
	S("thu hồi"),    S("lắp đặt")};
SAYINGS(acts);

/* "Ban Chỉ đạo phát triển khoa học, công nghệ tỉnh", "Tổ công tác giải phóng mặt bằng của
 * tỉnh họp": what a board is for, told at the verb at j, up to whose board it is. Returns the
 * token after that; j when it is no name: then the verb is an order. */
static uint32_t board_name(const scan *s, uint32_t i, uint32_t j, uint32_t end)
{
	enum { WORDS = 28 };
	static const slice boards[] = {S("ban chỉ đạo"), S("ban chỉ huy"), S("tổ công tác"),
	                               S("hội đồng"),    S("bcđ"),         S("bch"),
	                               S("ban vận động")};
	static const slice guards[] = {S("phòng, chống"), S("phòng chống")};
	static const slice aims[] = {
		S("phát triển"), S("xây dựng"),  S("cải cách"), S("thi hành"), S("chuyển đổi"),
		S("tổng kết"),   S("thực hiện"), S("sắp xếp"),  S("đổi mới"),  S("phòng, chống")};
	SAYINGS(boards);
	SAYINGS(aims);
	SAYINGS(guards);
	uint32_t head = says_any(s, i, &said_boards, NULL), guard;
	bool aim;

	if (head == 0 || i + head != j ||
	    (says(s, j, S("thực hiện")) == 0 && says_any(s, j, &said_acts, NULL) != 0))
		return j;
	guard = says_any(s, j, &said_guards, NULL);
	aim = guard != 0 || says_any(s, j, &said_aims, NULL) != 0;
	for (uint32_t k = j; k < end && k < j + WORDS; k++) {
		const token *t = scan_tok(s, k);
		enum cue c = cue_at(s, k, NULL);
		uint32_t past = k;

		/* "Ban chỉ huy phòng chống thiên tai theo dõi": no board is told to do that */
		if (guard != 0 && k > j + guard &&
		    (scan_mark(s, k, ':') || c == CUE_ADVERB || c == CUE_VAGUE || c == CUE_LEAD ||
		     c == CUE_DUTY || says_any(s, k, &said_acts, NULL) != 0))
			return k;
		if (t->kind == TOK_PUNCT && t->word != ',' && t->word != '-')
			break;
		if (t->word == W_TINH_TINH || t->word == W_XA)
			past = k + 1;
		else if (says(s, k, S("quốc gia")) != 0)
			past = k + 2;
		if (past != k && (aim || orders_at(s, past)))
			return past;
	}
	return j;
}

/* "Phòng Quản lý xây dựng", "Chi cục Quản lý đầu tư": the verb at j is what the name's own
 * verb looks after; "Ban Quản lý các dự án đầu tư xây dựng": or the second half of one word. */
static bool asks_object(const scan *s, uint32_t i, uint32_t j)
{
	static const slice looks_after[] = {S("quản lý"), S("xúc tiến"), S("hỗ trợ")};
	static const slice invests[] = {S("dự án đầu tư")};
	SAYINGS(looks_after);
	SAYINGS(invests);

	if (says(s, j, S("xây dựng")) != 0 && j > i + 3 && said_before(s, j, &said_invests) != 0)
		return true;
	return j > i + 2 && (scan_tok(s, j - 2)->flags & TF_CAP) &&
	       said_before(s, j, &said_looks_after) == 2;
}

/* "Ban xây dựng Đảng", "Phòng Quản lý đầu tư": is the verb at j a word of the name whose head
 * are the tokens [i, i + head)? */
static bool verb_inside(const scan *s, uint32_t i, uint32_t head, uint32_t j)
{
	if (says_any(s, j, &said_acts, NULL) != 0)
		return false;
	/* "Phòng Hỗ trợ người lao động", "... người tham gia": people by what they do */
	return asks_object(s, i, j) || scan_is(s, j - 1, W_NGUOI) || name_of_field(s, i, head, j) ||
	       (j == i + head && (scan_tok(s, i)->flags & TF_CAP) && name_head_open(s, i, head) &&
	        !name_head_whole(s, i));
}

/* "Báo và Phát thanh, Truyền hình Gia Lai phát tin": a head that is a whole name of its own,
 * `head` tokens at i, and a place: does what begins at j no longer belong to it? */
static bool ends_with_place(const scan *s, uint32_t i, uint32_t head, uint32_t j)
{
	enum { WHOLE = 6 };

	return head >= WHOLE && j > i + head && !(scan_tok(s, j)->flags & TF_CAP) &&
	       !scan_is(s, j - 1, W_KHU) && (scan_tok(s, j - 1)->flags & TF_CAP) &&
	       scan_tok(s, j)->word != W_VA && scan_tok(s, j)->word != W_TINH_TINH;
}

/* Does the name go on behind the "và" at j? "Công ty Cổ phần vận tải và tư vấn kỹ thuật" does,
 * where a long one may (`wide`); another body does not belong to it. */
static bool and_inside(const scan *s, uint32_t j, uint32_t end, bool wide)
{
	hit h;

	if (!(scan_tok(s, j + 1)->flags & TF_CAP))
		return wide && name_skip_quantifier(s, j + 1, end) == j + 1 &&
		       cue_at(s, j + 1, NULL) == CUE_NONE;
	return cue_at(s, j + 1, NULL) != CUE_HEAD &&
	       !(body_at(s, j + 1, &h) && h.cls != BODY_ELIDED);
}

/* "Ban QLDA giao thông", "Ban QLDA ĐTXD các công trình dân dụng": there are several such boards,
 * so plain words behind the short name at i, which ends before j, tell which. */
static bool tells_board(const scan *s, uint32_t i, uint32_t j)
{
	enum { SHORT = 2 }; /* "Ban QLDA" */
	enum cue c = cue_at(s, j, NULL);
	uint32_t n = name_projects(s, i);

	return n != 0 && (n == SHORT || n == j - i) && !scan_is(s, j - 1, W_TINH_TINH) &&
	       !scan_is(s, j, W_NGAY) && scan_tok(s, j)->kind == TOK_WORD &&
	       !(scan_tok(s, j)->flags & TF_CAP) &&
	       (c == CUE_NONE || c == CUE_NOUN || c == CUE_GENERIC) &&
	       (scan_is(s, j, W_CAC) || name_joins(scan_tok(s, j)->word));
}

/* "Trung tâm Thông tin y tế Quốc gia vận hành": a body that is known by less, which ends before j,
 * and goes on in a few plain words to one more capital and then the order. The token of that; j
 * when it does not. */
static uint32_t plain_to_capital(const scan *s, uint32_t j, uint32_t end)
{
	enum { PLAIN = 3, CAPITALS = 3 };
	uint32_t k = j;

	while (k < end && k < j + PLAIN && name_plain(s, k) && !name_of_units(s, k) &&
	       !scan_is(s, k, W_TINH_TINH) && name_unit(s, k) == k)
		k++;
	if (k == j || !name_which(s, k) || (scan_tok(s, k)->flags & TF_UPPER) ||
	    (scan_tok(s, k)->flags & TF_BODY))
		return j;
	k = says(s, k, S("quốc gia")) != 0 ? k + 2 : name_capitals(s, k, end, CAPITALS);
	return k < end && (scan_mark(s, k, ':') ||
	                   (!(scan_tok(s, k)->flags & TF_CAP) &&
	                    (cue_orders(cue_at(s, k, NULL)) || doing_at(s, k))))
	               ? k
	               : j;
}

uint32_t name_longer(const scan *s, uint32_t i, uint32_t j, uint32_t end)
{
	static const slice zones[] = {S("khu công nghiệp"), S("cụm công nghiệp"),
	                              S("khu công nghệ cao")};
	SAYINGS(zones);
	uint32_t head = 0, k = j + 1;
	enum cue c = cue_at(s, k, NULL);
	hit h;

	if (j >= end)
		return j;
	/* "Ban Quản lý Khu kinh tế tỉnh và các khu công nghiệp": one board */
	if (scan_is(s, j, W_VA) && says(s, i, S("ban quản lý")) != 0) {
		k += scan_is(s, k, W_CAC);
		head = says_any(s, k, &said_zones, NULL);
		return head != 0 ? k + head : j;
	}
	if (tells_board(s, i, j))
		return name_unknown(s, i, end);
	k = cue_at(s, i, NULL) == CUE_HEAD ? plain_to_capital(s, j, end) : j;
	if (k != j)
		return k;
	k = j + 1;
	if (cue_at(s, i, &head) != CUE_HEAD ||
	    (!name_head_open(s, i, head) && !scan_is(s, j, W_VA)))
		return j;
	if (scan_mark(s, j, ',') && !mark_inside(s, i, j, end))
		return name_series(s, i, j, end);
	if ((!scan_mark(s, j, ',') && !scan_mark(s, j, '-') && !scan_is(s, j, W_VA)) ||
	    !(scan_tok(s, k)->flags & TF_CAP) || c == CUE_HEAD || c == CUE_POST ||
	    c == CUE_GENERIC || c == CUE_RANK ||
	    (body_at(s, k, &h) && (h.cls != BODY_ELIDED || scan_is(s, j, W_VA))))
		return j;
	k = name_unknown(s, i, end);
	return k > j ? k : j;
}

/* "UBND xã Mường Bú trước 15/6 bàn giao": does an expression of time begin at the word at i? */
static bool time_at(const scan *s, uint32_t i)
{
	uint32_t at = scan_tok(s, i)->at, k;

	switch (scan_tok(s, i)->word) {
	case W_TRUOC:
	case W_CHAM:
	case W_MUON:
	case W_TRONG:
	case W_DEN:
	case W_NGAY:
		k = dates_from(s, at);
		return k < s->r->dates.n && s->r->dates.p[k].at.at <= scan_tok(s, i + 1)->at;
	default:
		return false;
	}
}

/* "Cơ quan Mặt trận xã trong công tác chuẩn bị": in what somebody does it, at i; no name goes on there. */
static bool matter_at(const scan *s, uint32_t i)
{
	static const slice matters[] = {S("trong công tác"), S("trong hoạt động"), S("trong việc")};
	SAYINGS(matters);

	return scan_is(s, i, W_TRONG) && says_any(s, i, &said_matters, NULL) != 0;
}

/* Does the name that began at i, with a head of that many tokens, end before the word at j,
 * whatever that is? */
static bool ends_before(const scan *s, uint32_t i, uint32_t head, uint32_t j, bool company)
{
	const token *t = scan_tok(s, j);

	/* "Ban Chỉ huy PCTT tỉnh xuống ngay": whose it is ends a name */
	if (j > i + head && scan_is(s, j - 1, W_TINH_TINH) && !(t->flags & TF_CAP) &&
	    (scan_tok(s, j - 2)->flags & TF_CAP) && t->word != W_VA)
		return true;
	if (j > i + head + 1 && name_ends_with_place(s, i, j, company))
		return true;
	/* "Công ty Điện lực A không cắt điện", but "Cục Hàng không" */
	if (t->word == W_KHONG && !(t->flags & TF_CAP) && cue_at(s, j, NULL) == CUE_NONE &&
	    says(s, j - 1, S("hàng không")) == 0)
		return true;
	/* "Tổng công ty nhà nước đến nay chưa báo cáo" */
	if (t->word == W_DEN && says(s, j, S("đến nay")) != 0)
		return true;
	return (t->word == W_CAC && j > i + 1 && group_at(s, j)) ||
	       ends_with_place(s, i, head, j) || time_at(s, j) || matter_at(s, j) ||
	       name_joiner(s, j);
}

/* Words that look like an order inside the name that began at i: "Công ty Cáp treo Núi Bà kiểm
 * định", where a capital follows the verb at j and then the order; "Phòng Cảnh sát quản lý hành
 * chính:", where the order stands behind the colon. The token after the name; j when the verb
 * orders. */
static bool body_known(const scan *s, uint32_t k)
{
	hit h;

	return body_at(s, k, &h) && h.cls != BODY_ELIDED;
}

static uint32_t past_verb(const scan *s, uint32_t i, uint32_t j, uint32_t end)
{
	enum { WORDS = 12, PLACE = 4 };
	uint32_t n = 1, k;

	(void)cue_at(s, j, &n);
	k = j + n;
	if (((scan_tok(s, j - 1)->flags & TF_CAP) || name_field(s, j)) && name_which(s, k) &&
	    !body_known(s, k)) {
		k = name_capitals(s, k, end, PLACE);
		if (k < end && scan_tok(s, k)->kind == TOK_WORD && cue_orders(cue_at(s, k, NULL)))
			return k;
		/* "Tập đoàn Công nghiệp xây dựng Việt Nam; Tập đoàn B" */
		if (k < end && name_field(s, j) && (scan_mark(s, k, ';') || scan_mark(s, k, ',')) &&
		    cue_at(s, k + 1, NULL) == CUE_HEAD)
			return k;
	}
	if (!(scan_tok(s, i)->flags & TF_ITEM) || !name_field(s, j))
		return j;
	for (k = j + n; k < end && k < j + WORDS; k++)
		if (scan_mark(s, k, ':'))
			return cue_orders(cue_at(s, k + 1, NULL)) || doing_at(s, k + 1) ? k : j;
		else if (scan_tok(s, k)->kind != TOK_WORD && !scan_mark(s, k, ','))
			return j;
	return j;
}

/* The end of the name that began at i, at a verb at j: there, or further on before "chủ trì", where
 * a board's name tells whose it is, or where the verb is the name's. */
static uint32_t at_verb(const scan *s, uint32_t i, uint32_t j, uint32_t end)
{
	uint32_t k = name_to_lead(s, j, end);

	if (k == j)
		k = board_name(s, i, j, end);
	return k == j ? past_verb(s, i, j, end) : k;
}

/* The words of a body that no registry knows, from its head word on: until a
 * mark, or a lower-case word with which an order goes on. */
uint32_t name_unknown(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t j = i, head = 0, n;
	bool company = scan_is(s, i, W_CONG_6) && scan_is(s, i + 1, W_TY);

	head = name_head(s, i);
	/* A word of the head itself may look like a verb: "Thường trực". */
	j = i + head < end ? i + head : end;

	while (j < end && j < i + NAME_WORDS_MAX) {
		const token *t = scan_tok(s, j);
		enum cue c;

		n = name_goes_on(s, j, end);
		if (n != j) {
			j = n;
			continue;
		}
		if (t->kind == TOK_PUNCT) {
			if (!mark_inside(s, i, j, end))
				return name_series(s, i, j, end);
			j++;
			continue;
		}
		if (t->kind == TOK_NUM) {
			j++;
			continue;
		}
		if (ends_before(s, i, head, j, company))
			break;
		c = cue_at(s, j, &n);
		if (doing_at(s, j))
			c = CUE_VERB, n = 1;
		/* "Văn phòng Đăng ký", "Chi nhánh Xây lắp": all of what a capital begins */
		if (t->flags & TF_CAP)
			j += (c == CUE_VERB || c == CUE_NOUN) && n > 1 && !scan_mark(s, j + 1, ',')
			             ? n - 1
			             : 0,
				c = CUE_NONE;
		if (j > i && name_stops(c) && (c != CUE_VERB || !verb_inside(s, i, head, j))) {
			return c == CUE_VERB ? at_verb(s, i, j, end) : j;
		}
		/* "Ban Tổ chức chương trình": a noun whose last word is a verb alone */
		if (c == CUE_GENERIC || c == CUE_NOUN || c == CUE_DELIVERABLE ||
		    (c == CUE_VERB && asks_object(s, i, j))) {
			j += n;
			continue;
		}
		n = name_and_plain(s, i, head, j, end);
		if (n != j) {
			j = n;
			continue;
		}
		/* "Ban Quản lý các khu chế xuất và công nghiệp" is a long name too */
		if (t->word == W_VA &&
		    !and_inside(s, j, end, company || head >= 4 || scan_is(s, i + head, W_CAC)))
			break;
		j++;
	}
	return j;
}
