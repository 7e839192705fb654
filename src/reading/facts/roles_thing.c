/*
 * roles_thing.c - days that belong to a thing that is spoken of, not to what somebody must
 * do: "các dự án được phê duyệt trước ngày", "Theo hợp đồng, công trình hoàn thành trước
 * ngày", "Nếu đến ngày ... chưa giải ngân thì", "nhiệm kỳ đến hết ngày".
 *
 * Questions about one date and its sentence; no state. A word that gives an order right
 * before the date always wins: a limit that is missed is worse than one too many.
 */
#include "reading/facts/phrase.h"
#include "reading/facts/roles_priv.h"

enum { NEAR = 4, CLAUSE = 14 };

/* Where the clause of the date begins: behind the last mark before it. */
static uint32_t clause_of(const setting *at)
{
	uint32_t i = at->tok;

	while (i > at->from && scan_tok(at->s, i - 1)->kind != TOK_PUNCT)
		i--;
	return i;
}

static bool is_verb(const scan *s, uint32_t i)
{
	return scan_tok(s, i)->cue == CUE_VERB || scan_tok(s, i)->cue == CUE_REPORT;
}

/* Does the sentence of the date tell somebody or say what to do before token v? */
static bool orders(const setting *at, uint32_t v)
{
	for (uint32_t i = at->from; i < v; i++)
		if (is_verb(at->s, i) || scan_tok(at->s, i)->cue == CUE_ASSIGN ||
		    scan_tok(at->s, i)->cue == CUE_EXHORT || scan_tok(at->s, i)->cue == CUE_ADVERB)
			return true;
	return false;
}

/* "hồ sơ nộp trước ngày 01/7 được giải quyết", "nhiệm vụ có thời hạn trước ngày 30/5 gồm": what is
 * said of the thing stands behind its date. */
static bool of_subject(const setting *at, uint32_t clause)
{
	const scan *s = at->s;
	uint32_t i = at->end;

	if (at->tok < clause + 2)
		return false;
	return scan_is(s, i, W_DUOC) || scan_is(s, i, W_THI_5) || scan_is(s, i, W_BI_4) ||
	       scan_is(s, i, W_GOM_5) || scan_is(s, i, W_CHUA) || scan_is(s, i, W_DA_3) ||
	       scan_is(s, i, W_MA_5) || says(s, i, S("vẫn")) != 0;
}

/* What is done to a paper or a post once and for all: after "đã", "được" it tells which one. */
static const slice settled[] = {S("phê duyệt"),  S("chấp thuận"), S("ban hành"),  S("cấp"),
                                S("ký"),         S("tuyển dụng"), S("thành lập"), S("tiếp nhận"),
                                S("công nhận"),  S("thụ lý"),     S("thông qua"), S("bổ nhiệm"),
                                S("quyết định"), S("xếp hạng"),   S("khởi công"), S("thu hồi"),
                                S("giao đất"),   S("cho thuê")};
SAYINGS(settled);

/* "các dự án được phê duyệt trước ngày", "còn 12 xã chưa hoàn thành trước ngày": is the verb of
 * the date one that tells? */
static bool verb_tells(const setting *at, uint32_t clause)
{
	const scan *s = at->s;
	uint32_t v = at->tok, before;

	/* "hoàn thành việc chi trả", "gửi báo cáo": the first of these is the verb */
	while (v > clause && (!is_verb(s, v - 1) || (v > clause + 1 && scan_is(s, v - 2, W_VIEC))))
		v--;
	if (v-- < clause + 2)
		return false;
	while (v > clause + 1 && is_verb(s, v - 1))
		v--;
	before = v - 1;
	if (!scan_is(s, before, W_DUOC) && !scan_is(s, before, W_DA_3) &&
	    !scan_is(s, before, W_BI_4) && !scan_is(s, before, W_CHUA) &&
	    !(scan_is(s, before, W_KHONG) && before > clause))
		return false;
	return !scan_is(s, before - 1, W_PHAI_2) &&
	       (!orders(at, v) || says_any(s, v, &said_settled, NULL) != 0 ||
	        (scan_is(s, before, W_KHONG) && scan_is(s, at->tok - 1, W_HET)));
}

/* "công chức nghỉ hưu trước ngày", "các khoản nợ phát sinh trước ngày": what comes about by itself */
static bool comes_about(const setting *at)
{
	static const slice events[] = {
		S("nghỉ hưu"), S("phát sinh"),         S("đến hạn"),     S("hết hạn"),
		S("nhập ngũ"), S("tốt nghiệp"),        S("xảy ra"),      S("xuất hiện"),
		S("đổ bộ"),    S("đến tuổi nghỉ hưu"), S("có hiệu lực"), S("hết hiệu lực")};
	SAYINGS(events);

	return said_before(at->s, at->tok, &said_events) != 0;
}

/* "Theo hợp đồng, nhà thầu hoàn thành trước ngày": whence the day is known, where nobody is told. */
static bool by_source(const setting *at)
{
	static const slice sources[] = {
		S("theo hợp đồng"), S("theo kế hoạch"),  S("theo tiến độ"),
		S("theo cam kết"),  S("theo lộ trình"),  S("theo dự kiến"),
		S("theo quy định"), S("căn cứ yêu cầu"), S("căn cứ đề nghị")};
	SAYINGS(sources);
	const scan *s = at->s;
	size_t which;

	for (uint32_t i = at->from; i < at->tok; i++) {
		uint32_t n;

		if (i != at->from && !scan_mark(s, i - 1, ','))
			continue;
		n = says_any(s, i, &said_sources, &which);
		if (n == 0 || scan_is(s, i + n, W_NAY_5) || scan_is(s, i + n, W_SO) ||
		    (scan_tok(s, i + 1)->flags & TF_CAP))
			continue;
		return !cue_between(s, at->from, i, CUE_ASSIGN) &&
		       !cue_between(s, i + n, at->tok, CUE_ASSIGN) &&
		       !cue_between(s, i + n, at->tok, CUE_DUTY);
	}
	return false;
}

/* "Về kiến nghị của X đề nghị hoàn trả trước ngày 30/10: giao Sở A trả lời": what somebody wishes,
 * and behind its colon what is ordered. */
static bool in_topic(const setting *at)
{
	const scan *s = at->s;

	return (scan_is(s, at->from, W_VE) || scan_is(s, at->from, W_DOI_1)) &&
	       scan_mark(s, at->end, ':') && scan_tok(s, at->end + 1)->cue == CUE_ASSIGN;
}

/* "Chủ đầu tư cam kết hoàn thành trước ngày" */
static bool is_promised(const setting *at, uint32_t clause)
{
	uint32_t i = says_any_in(at->s, clause, at->tok, SAID("cam kết"));

	return i < at->tok && is_verb(at->s, i + 2) && !orders(at, i);
}

/* "Đối với hồ sơ tiếp nhận trước ngày 01/7 thì", "Nếu đến ngày 30/6 chưa giải ngân, ...": of what, and
 * in which case. What is to be done then stands behind it. */
static bool in_condition(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = at->from;

	if (at->end >= at->to || limit_ends_clause(at))
		return false;
	if (scan_is(s, i, W_NEEU_1) || says(s, i, S("trường hợp")) != 0)
		i++;
	else if (says(s, i, S("đối với")) == 0 || !scan_mark(s, at->end, ','))
		return false;
	for (; i < at->tok; i++)
		if (scan_tok(s, i)->kind == TOK_PUNCT || scan_is(s, i, W_THI_5) ||
		    scan_is(s, i, W_PHAI_2) || scan_tok(s, i)->cue == CUE_ASSIGN ||
		    (scan_tok(s, i)->cue == CUE_REPORT && !scan_is(s, i, W_HOAN)))
			return false;
	return true;
}

bool limit_of_thing(const setting *at)
{
	uint32_t clause;

	if (at->labelled)
		return false;
	clause = clause_of(at);
	return of_subject(at, clause) || verb_tells(at, clause) || comes_about(at) ||
	       by_source(at) || in_topic(at) || is_promised(at, clause) || in_condition(at);
}

bool limit_lasts(const setting *at)
{
	static const slice lasting[] = {S("diễn ra"),
	                                S("lễ hội"),
	                                S("ngày hội"),
	                                S("hội chợ"),
	                                S("triển lãm"),
	                                S("nhiệm kỳ"),
	                                S("kỳ thi"),
	                                S("nghỉ hè"),
	                                S("nghỉ Tết"),
	                                S("nghỉ lễ"),
	                                S("trưng bày"),
	                                S("thuê đất"),
	                                S("có giá trị"),
	                                S("giá trị sử dụng"),
	                                S("cấm đường"),
	                                S("cấm xe"),
	                                S("lưu hành"),
	                                S("kéo dài"),
	                                S("thí điểm"),
	                                S("Đoàn công tác"),
	                                S("kết thúc"),
	                                S("thời hạn rút vốn"),
	                                S("thời hạn vay"),
	                                S("thời hạn hợp đồng"),
	                                S("thời hạn thuê"),
	                                S("thời hạn sử dụng"),
	                                S("làm việc bình thường"),
	                                S("hoạt động bình thường"),
	                                S("mở cửa"),
	                                S("tạm dừng"),
	                                S("hội nghị diễn ra"),
	                                S("này thực hiện"),
	                                S("được thực hiện từ")};
	SAYINGS(lasting);
	const scan *s = at->s;
	uint32_t clause = clause_of(at), i = says_any_in(s, clause, at->tok, &said_lasting);

	return i < at->tok && !cue_between(s, i + 1, at->tok, CUE_REPORT) &&
	       !cue_between(s, at->from, i, CUE_ASSIGN);
}

bool limit_of_figures(const setting *at)
{
	static const slice figures[] = {S("kết quả"),       S("số liệu"),     S("số dư"),
	                                S("ước thực hiện"), S("lũy kế"),      S("dư nợ"),
	                                S("tổng số"),       S("chốt số liệu")};
	SAYINGS(figures);
	const scan *s = at->s;
	uint32_t clause = clause_of(at), last = at->tok;

	if (clause > at->from && scan_mark(s, clause - 1, ':') && clause - at->from < CLAUSE)
		clause = at->from; /* "Mốc thời gian lấy số liệu: từ ..." */
	for (uint32_t i = clause; i < at->tok; i++) {
		if (says_any(s, i, &said_figures, NULL) != 0 &&
		    !(i > clause && (scan_is(s, i - 1, W_GUI) || says(s, i - 1, S("nộp")) != 0)))
			last = i;
		else if (last < i &&
		         (scan_is(s, i, W_GUI) || scan_is(s, i, W_XONG) || scan_is(s, i, W_VE) ||
		          (scan_is(s, i, W_HOAN) && scan_is(s, i + 1, W_THANH))))
			last = at->tok;
	}
	return last < at->tok && says_any_in(s, clause, last, SAID("thời hạn")) >= last;
}
