/*
 * roles_thing.c - days that belong to a thing that is spoken of, not to what somebody must
 * do: "các dự án được phê duyệt trước ngày", "Theo hợp đồng, công trình hoàn thành trước
 * ngày", "Nếu đến ngày ... chưa giải ngân thì", "nhiệm kỳ đến hết ngày".
 *
 * Questions about one date and its sentence; no state. A word that gives an order right
 * before the date always wins: a limit that is missed is worse than one too many.
 */
#include "reading/facts/roles/roles_priv.h"

#include "reading/facts/text/phrase.h"
#include "reading/facts/told/told.h"

enum { NEAR = 4, CLAUSE = 14 };

/* Where the clause of the date begins: behind the last mark before it. */
static uint32_t clause_of(const setting *at)
{
	uint32_t i = at->tok;

	while (i > at->from &&
	       (scan_tok(at->s, i - 1)->kind != TOK_PUNCT || scan_mark(at->s, i - 1, '%')))
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
		    scan_tok(at->s, i)->cue == CUE_DUTY || scan_tok(at->s, i)->cue == CUE_EXHORT ||
		    scan_tok(at->s, i)->cue == CUE_ADVERB)
			return true;
	return false;
}

/* "hồ sơ nộp trước ngày 01/7 được giải quyết", "nhiệm vụ có thời hạn trước ngày 30/5 gồm": what is
 * said of the thing stands behind its date. */
static bool of_subject(const setting *at, uint32_t clause)
{
	const scan *s = at->s;
	uint32_t i = at->end;

	/* "trong 45 ngày kể từ ngày | được phân bổ" */
	if (at->tok < clause + 2 || scan_is(s, i - 1, W_NGAY) || scan_is(s, i - 1, W_KHI))
		return false;
	return scan_is(s, i, W_DUOC) || scan_is(s, i, W_THI_5) || scan_is(s, i, W_BI_4) ||
	       scan_is(s, i, W_GOM_5) || scan_is(s, i, W_CHUA) || scan_is(s, i, W_DA_3) ||
	       scan_is(s, i, W_MA_5) || scan_is(s, i, W_CON_5) || says(s, i, S("vẫn")) != 0;
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
	/* "Chủ đầu tư cam kết hoàn thành trước ngày", "Các xã đăng ký hoàn thành" */
	if (v > clause + 1 &&
	    (says(s, v - 2, S("cam kết")) != 0 || says(s, v - 2, S("đăng ký")) != 0))
		return !orders(at, v - 2);
	before = v - 1;
	/* "Khối lượng còn lại không thể hoàn thành trong tháng 6" */
	if (before > clause + 1 && scan_is(s, before - 1, W_KHONG) &&
	    says(s, before - 1, S("không thể")) != 0)
		return !orders(at, before - 1);
	if (!scan_is(s, before, W_DUOC) && !scan_is(s, before, W_DA_3) &&
	    !scan_is(s, before, W_BI_4) && !scan_is(s, before, W_CHUA) &&
	    !(scan_is(s, before, W_KHONG) && before > clause))
		return false;
	/* "khởi công các khu chưa khởi công trước ngày 02/9": which ones, and the day is the order's */
	if (scan_is(s, before, W_CHUA) && orders(at, before))
		return false;
	/* "lập danh sách người chưa được cấp thẻ trước ngày 15/11": what will be so nobody lists */
	if (scan_is(s, before - 1, W_CHUA) && orders(at, before - 1))
		return false;
	return !scan_is(s, before - 1, W_PHAI_2) &&
	       (!orders(at, v) || says_any(s, v, &said_settled, NULL) != 0 ||
	        (scan_is(s, before, W_KHONG) && scan_is(s, at->tok - 1, W_HET)));
}

/* "công chức nghỉ hưu trước ngày", "các khoản nợ phát sinh trước ngày": what comes about by itself */
static bool comes_about(const setting *at)
{
	static const slice events[] = {S("nghỉ hưu"),    S("nghỉ việc"),    S("thôi việc"),
	                               S("phát sinh"),   S("đến hạn"),      S("hết hạn"),
	                               S("nhập ngũ"),    S("tốt nghiệp"),   S("xảy ra"),
	                               S("xuất hiện"),   S("đổ bộ"),        S("đến tuổi nghỉ hưu"),
	                               S("có hiệu lực"), S("hết hiệu lực"), S("ngày sinh"),
	                               S("tháng sinh"),  S("được sinh")};
	SAYINGS(events);
	const scan *s = at->s;

	/* "công bố danh mục hết hiệu lực chậm nhất ngày 30/6": these words are never of a thing */
	return !scan_is(s, at->tok, W_CHAM) && !scan_is(s, at->tok, W_MUON) &&
	       said_before(s, at->tok, &said_events) != 0;
}

/* "Theo kế hoạch thời gian treo biển từ ...; thời gian treo cờ từ ...": where the sentence begins of which the date's
 * own is a part that names nobody. */
static uint32_t opener(const setting *at)
{
	enum { FAR = 80 };
	const scan *s = at->s;
	uint32_t first = at->from, stop;
	actors who = {0};

	if (at->b == NULL || first <= at->b->tok || !scan_mark(s, first - 1, ';') ||
	    cue_between(s, first, at->tok, CUE_ASSIGN) ||
	    actors_at(s, first, at->tok, false, &who) > first)
		return first;
	stop = tokens_back(first, FAR, at->b->tok);
	while (first > stop && !scan_mark(s, first - 1, '.'))
		first--;
	return first;
}

/* "Theo hợp đồng, nhà thầu hoàn thành trước ngày": whence the day is known, where nobody is told. */
static bool by_source(const setting *at)
{
	static const slice sources[] = {S("theo hợp đồng"), S("theo kế hoạch"), S("theo tiến độ"),
	                                S("theo cam kết"),  S("theo lộ trình"), S("theo dự kiến"),
	                                S("theo lịch"),     S("theo quy định"), S("căn cứ yêu cầu"),
	                                S("căn cứ đề nghị")};
	SAYINGS(sources);
	const scan *s = at->s;
	uint32_t first = opener(at);

	/* at the head of the sentence, or behind a comma */
	for (uint32_t i = at->from; i < at->tok; i = scan_next(s, i, at->tok, ',') + 1) {
		uint32_t n = says_any(s, i, &said_sources, NULL);

		if (n == 0 || scan_is(s, i + n, W_NAY_5) || scan_is(s, i + n, W_SO) ||
		    (scan_tok(s, i + 1)->flags & TF_CAP))
			continue;
		/* "Văn phòng niêm yết danh sách, theo lịch là chậm nhất ngày": when to do it */
		if (i > at->from && scan_is(s, i + n, W_LA) && limit_paper_orders(at))
			return false;
		return !cue_between(s, at->from, i, CUE_ASSIGN) &&
		       !cue_between(s, i + n, at->tok, CUE_ASSIGN) &&
		       !cue_between(s, i + n, at->tok, CUE_DUTY);
	}
	return first < at->from && says_any(s, first, &said_sources, NULL) != 0 &&
	       !cue_between(s, first, at->tok, CUE_ASSIGN) &&
	       !cue_between(s, first, at->tok, CUE_DUTY);
}

/* "Theo đề nghị của Bộ A, báo cáo phải gửi trước ngày": what a ministry asks, where nobody is told. */
static bool by_ministry(const setting *at)
{
	static const slice asks[] = {S("theo đề nghị của"), S("theo yêu cầu của"),
	                             S("theo chỉ đạo của"), S("theo hướng dẫn của")};
	SAYINGS(asks);
	const scan *s = at->s;
	uint32_t n = says_any(s, at->from, &said_asks, NULL), end;
	hit h;

	if (n == 0 || !body_at(s, at->from + n, &h))
		return false;
	end = h.tok + h.ntok;
	return end < at->tok && ministry_before(s, end, true) &&
	       !cue_between(s, end, at->tok, CUE_ASSIGN);
}

/* "danh mục các dự án phải hoàn thành trước ngày", "chậm so với thời hạn trước ngày", "12 dự án có thời
 * hạn hoàn thành trong quý II": which things, and what they are measured by. */
static bool is_measure(const setting *at, uint32_t clause)
{
	static const slice lists[] = {S("danh mục"), S("danh sách")};
	static const slice measures[] = {S("so với"), S("có thời hạn")};
	SAYINGS(lists);
	SAYINGS(measures);
	const scan *s = at->s;
	uint32_t i = scan_next(s, clause, at->tok, W_PHAI_2);

	/* "12 xã chưa gửi danh sách phải gửi trước ngày": of no list */
	if (i < at->tok && says_any_in(s, clause, i, &said_lists) + 2 < i &&
	    !word_between(s, i, at->tok, W_VE) && !word_between(s, i, at->tok, W_CHO))
		return true;
	i = says_any_in(s, clause, at->tok, &said_measures);
	return i < at->tok && !cue_between(s, at->from, i, CUE_ASSIGN);
}

/* "Thực hiện Công văn số 15 về việc báo cáo trước ngày 10/6, UBND tỉnh giao", "Do thời hạn là ngày 30/6, đề
 * nghị": on what ground somebody is told behind the date. */
static bool is_ground(const setting *at, uint32_t clause)
{
	static const slice grounds[] = {S("thực hiện"), S("căn cứ"), S("tiếp theo"), S("do"),
	                                S("vì"),        S("để"),     S("nhằm"),      S("phúc đáp")};
	static const slice hence[] = {S("vì vậy"), S("vì thế"), S("do đó"), S("do vậy"), S("nên")};
	SAYINGS(grounds);
	SAYINGS(hence);
	const scan *s = at->s;
	uint32_t n = says_any(s, at->from, &said_grounds, NULL);

	/* "Hạn báo cáo Bộ là ngày 30/5, vì vậy đề nghị gửi trước ngày 25/5" */
	if (scan_mark(s, at->end, ',') && says_any(s, at->end + 1, &said_hence, NULL) != 0)
		return cue_between(s, at->end, at->to, CUE_ASSIGN) &&
		       !cue_between(s, at->from, at->tok, CUE_ASSIGN);
	/* an item may begin with an order: "- Thực hiện kiểm tra trước ngày, giao Sở A tổng hợp" */
	if (at->b != NULL && at->b->marker.len != 0 && at->from == at->b->tok &&
	    says(s, at->from, S("thực hiện")) != 0 && !(scan_tok(s, at->from + n)->flags & TF_CAP))
		return false;
	return n != 0 && (scan_tok(s, at->from)->flags & TF_CAP) && scan_mark(s, at->end, ',') &&
	       clause < at->tok && !scan_mark(s, at->tok - 1, ',') &&
	       cue_between(s, at->end, at->to, CUE_ASSIGN) &&
	       !cue_between(s, at->from, at->tok, CUE_ASSIGN);
}

/* "Không tổ chức hội nghị trong tháng 6", "tuyệt đối không thu tiền trước ngày": when not to act */
static bool is_forbidden(const setting *at, uint32_t clause)
{
	const scan *s = at->s;
	const token *t = scan_tok(s, clause);
	uint32_t last = clause + (t->cue_len > 1 ? t->cue_len - 1 : 0);
	bound b = s->r->dates.p[at->date].bound;

	/* "Nghiêm cấm đốt nương đến hết ngày": how long it is forbidden */
	if (b == BOUND_UNTIL)
		return t->cue == CUE_PROHIBIT && clause == at->from && !scan_is(s, last, W_DE);
	if (b != BOUND_WITHIN && b != BOUND_BEFORE)
		return false;
	/* "yêu cầu các trường không được tổ chức nhập học trước ngày", but "không được để quá" */
	if (pair_between(s, clause, at->tok, W_KHONG, W_DUOC))
		return !word_between(s, clause, at->tok, W_DE);
	if (clause != at->from || !limit_ends_clause(at))
		return false;
	if (t->cue == CUE_PROHIBIT) /* but "không để tồn đọng trước ngày" */
		return !scan_is(s, last, W_DE) && last < at->tok;
	return scan_is(s, clause, W_KHONG) && scan_tok(s, clause + 1)->cue == CUE_VERB;
}

/* "Ghi nhận cam kết của nhà đầu tư hoàn thành trước ngày": what is praised or blamed, where nobody
 * is told behind it */
static bool is_praised(const setting *at)
{
	static const slice praise[] = {S("ghi nhận"),     S("biểu dương"), S("hoan nghênh"),
	                               S("đánh giá cao"), S("phê bình"),   S("cảm ơn")};
	SAYINGS(praise);

	return says_any(at->s, at->from, &said_praise, NULL) != 0 &&
	       !cue_between(at->s, at->from, at->tok, CUE_ASSIGN);
}

/* "Về kiến nghị của X đề nghị hoàn trả trước ngày 30/10: giao Sở A trả lời": what somebody wishes,
 * and behind its colon what is ordered. */
static bool in_topic(const setting *at)
{
	const scan *s = at->s;

	return (scan_is(s, at->from, W_VE) || scan_is(s, at->from, W_DOI_1)) &&
	       scan_mark(s, at->end, ':') && scan_tok(s, at->end + 1)->cue == CUE_ASSIGN;
}

/* "Đối với hồ sơ tiếp nhận trước ngày 01/7 thì", "Nếu đến ngày 30/6 chưa giải ngân, ...": of what, and
 * in which case. What is to be done then stands behind it. */
static bool in_condition(const setting *at)
{
	static const slice topics[] = {S("đối với"), S("riêng"), S("với các"), S("với những")};
	SAYINGS(topics);
	const scan *s = at->s;
	uint32_t i = at->from;

	if (at->end >= at->to || limit_ends_clause(at))
		return false;
	i += scan_is(s, i, W_TRONG);
	if (scan_is(s, i, W_NEEU_1) || says(s, i, S("trường hợp")) != 0)
		i++;
	else if (says_any(s, i, &said_topics, NULL) == 0 || !scan_mark(s, at->end, ','))
		return false;
	for (; i < at->tok; i++)
		if (scan_tok(s, i)->kind == TOK_PUNCT || scan_is(s, i, W_THI_5) ||
		    scan_is(s, i, W_PHAI_2) || scan_tok(s, i)->cue == CUE_ASSIGN ||
		    (scan_tok(s, i)->cue == CUE_REPORT && !scan_is(s, i, W_HOAN)))
			return false;
	return true;
}

/* "chậm là do nhà thầu không huy động đủ máy trước ngày": why it is so */
static bool is_explained(const setting *at)
{
	static const slice whys[] = {S("là do"), S("nguyên nhân do"), S("lý do là"),
	                             S("nguyên nhân là")};
	SAYINGS(whys);

	/* "Mặc dù thời hạn là ngày 28/6, nhiều xã chưa nộp": what was to be, and was not */
	return (says(at->s, at->from, S("mặc dù")) != 0 ||
	        says_any_in(at->s, at->from, at->tok, &said_whys) < at->tok) &&
	       !cue_between(at->s, at->from, at->tok, CUE_ASSIGN);
}

/* "Chỉ hỗ trợ cho hộ có hồ sơ nộp trước ngày 01/7": for whom, and nobody is told */
static bool is_restricted(const setting *at)
{
	const scan *s = at->s;

	return says(s, at->from, S("chỉ")) != 0 && scan_tok(s, at->from + 1)->cue == CUE_VERB &&
	       limit_ends_clause(at) && !cue_between(s, at->from, at->tok, CUE_ASSIGN);
}

bool limit_of_thing(const setting *at)
{
	uint32_t clause;

	if (at->labelled)
		return false;
	clause = clause_of(at);
	return of_subject(at, clause) || verb_tells(at, clause) || comes_about(at) ||
	       by_source(at) || in_topic(at) || in_condition(at) || by_ministry(at) ||
	       limit_takes_course(at, clause) || is_measure(at, clause) || is_ground(at, clause) ||
	       is_praised(at) || is_forbidden(at, clause) || is_restricted(at) || is_explained(at);
}

/* How long something goes on. */
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
                                S("cho phép"),
                                S("Đoàn công tác"),
                                S("kết thúc"),
                                S("thời hạn rút vốn"),
                                S("thời hạn vay"),
                                S("thời hạn hợp đồng"),
                                S("thời hạn thuê"),
                                S("thời hạn sử dụng"),
                                S("thời hạn bảo hành"),
                                S("thời gian bảo hành"),
                                S("làm việc bình thường"),
                                S("hoạt động bình thường"),
                                S("mở cửa"),
                                S("tạm dừng"),
                                S("tạm ngưng"),
                                S("tạm ngừng"),
                                S("hội nghị diễn ra"),
                                S("này thực hiện"),
                                S("được thực hiện từ"),
                                S("được triển khai từ"),
                                S("nghỉ phép"),
                                S("được nghỉ học"),
                                S("Đoàn thanh tra"),
                                S("Đoàn giám sát"),
                                S("Đoàn kiểm toán"),
                                S("được phép"),
                                S("hoạt động đến"),
                                S("còn đến")};
SAYINGS(lasting);
/* "Thời gian điều tra: từ ngày ... đến hết ngày" */
static const slice times[] = {
	S("thời gian học"),     S("thời gian điều tra"), S("thời gian tổ chức"),
	S("thời gian thi"),     S("thời gian tập huấn"), S("thời gian bồi dưỡng"),
	S("thời gian nghỉ"),    S("thời gian làm việc"), S("thời gian khảo sát"),
	S("thời gian diễn ra"), S("thời gian thu phí"),  S("thời gian thực hiện dự án"),
	S("thời gian thi công")};
SAYINGS(times);

bool limit_time_of_event(const scan *s, uint32_t i)
{
	return says_any(s, i, &said_times, NULL) != 0;
}

/* "thông báo lịch nghỉ Tết từ ngày 08/02 đến hết ngày 14/02", "được nghỉ lễ 05 ngày, từ ngày": when
 * people rest, which nobody is told; but "Trước khi nghỉ lễ, các phòng vệ sinh từ ngày". */
static bool is_holiday(const setting *at)
{
	static const slice rests[] = {S("được nghỉ"), S("nghỉ Tết"), S("nghỉ lễ"),
	                              S("nghỉ hè"),   S("nghỉ bù"),  S("lịch nghỉ")};
	SAYINGS(rests);
	const scan *s = at->s;
	uint32_t i = says_any_in(s, at->from, at->tok, &said_rests);

	/* "Nghỉ 07 ngày, từ" */
	if (says(s, at->from, S("nghỉ")) != 0 && scan_tok(s, at->from + 1)->kind == TOK_NUM)
		return true;
	if (i >= at->tok)
		return false;
	for (; i < at->tok; i++) {
		enum cue c = (enum cue)scan_tok(s, i)->cue;

		/* but "ngày Giải phóng miền Nam" */
		if (c == CUE_ASSIGN || c == CUE_REPORT ||
		    (c == CUE_VERB && !(scan_tok(s, i)->flags & TF_CAP))) {
			i = says_any_in(s, i, at->tok, &said_rests);
			if (i >= at->tok)
				return false;
		}
	}
	return true;
}

/* Is somebody told in [i, end), and not to do something else with what stands at end ("Giao Sở A hướng dẫn việc tạm dừng
 * đóng đến hết tháng 6")? */
static bool told_directly(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t told = end;

	while ((i = cue_next(s, i, end, CUE_ASSIGN)) < end)
		told = i++;
	return told < end && !cue_between(s, told + 1, end, CUE_VERB) &&
	       !cue_between(s, told + 1, end, CUE_REPORT);
}

bool limit_lasts(const setting *at)
{
	const scan *s = at->s;
	uint32_t clause = clause_of(at), i;

	if (is_holiday(at))
		return true;
	/* "diễn ra trong 02 ngày, từ ngày ... đến hết ngày": said before the comma */
	if (clause == at->tok && clause > at->from + 1 && scan_mark(s, clause - 1, ','))
		while (clause > at->from + 1 && !scan_mark(s, clause - 2, ','))
			clause--;
	i = says_any_in(s, clause, at->tok, &said_lasting);
	/* "Cho phép Công ty A gia hạn đến hết ngày": what is granted is the time */
	if (i < at->tok && says(s, i, S("cho phép")) != 0 && limit_moves(at))
		return false;
	if ((at->b != NULL && limit_time_of_event(s, at->b->tok)) ||
	    limit_time_of_event(s, at->from))
		return true;
	/* "Đối thoại với các chủ doanh nghiệp, đợt một kéo dài đến hết ngày": a part of what is ordered */
	if (i < at->tok && says(s, i, S("kéo dài")) != 0 && limit_paper_orders(at) &&
	    limit_does(s, at->from, i))
		return false;
	if (i >= at->tok || cue_between(s, i + 1, at->tok, CUE_REPORT))
		return false;
	return s->r->dates.p[at->date].bound == BOUND_UNTIL
	               ? !told_directly(s, at->from, i)
	               : !cue_between(s, at->from, i, CUE_ASSIGN);
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
	/* "Dự toán giao đến hết ngày 31/12 là 45 tỷ đồng" */
	if (scan_is(s, at->end, W_LA) && scan_tok(s, at->end + 1)->kind == TOK_NUM)
		return true;
	/* "Ước đến hết ngày 31/12, giải ngân đạt 95%" */
	if (said_before(s, at->tok, SAID("ước")) != 0)
		return true;
	return last < at->tok && says_any_in(s, clause, last, SAID("thời hạn")) >= last;
}
