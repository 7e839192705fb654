/*
 * lead_in.c - what may stand before the order of a sentence whose body is named above it: when,
 * on what ground, on which topic; and what only looks like an order, or not like one.
 *
 * Each function looks at one place, a bounded way ahead, and gives the token of the order, or
 * the place itself when none follows.
 */
#include "reading/facts/duties/walk_priv.h"

#include "reading/facts/text/phrase.h"
#include "reading/facts/text/within.h"

/* Words of "... kể từ ngày nhận được [văn bản này]" behind what a date is read of. */
enum { LETTER = 8 };

/* Behind a topic ("Về giá đất, khẩn trương trình", "Về vốn, phối hợp với Sở A rà soát"): no verb,
 * which might be one more thing of the topic ("Về khai thác, sử dụng nước"). */
static bool order_plainly(const scan *s, uint32_t i)
{
	return order_plain(s, i) || cue_at(s, i, NULL) == CUE_COORD || scan_is(s, i, W_GUI);
}

/* "Sau thời gian nghỉ, tập trung": the order after what says when or on what ground; i
 * when none follows. */
static uint32_t past_adverbial(const scan *s, uint32_t i, uint32_t end)
{
	bool topic = scan_is(s, i, W_VE);
	bool opens = cue_at(s, i, NULL) == CUE_CONDITION || scan_is(s, i, W_SAU) ||
	             scan_is(s, i, W_TRUOC) || scan_is(s, i, W_TRONG) || scan_is(s, i, W_DEN) ||
	             scan_is(s, i, W_TU) || scan_is(s, i, W_KHI) || scan_is(s, i, W_HANG) ||
	             scan_is(s, i, W_HANG_5) || scan_is(s, i, W_QUA) || scan_is(s, i, W_NGAY_0);

	for (uint32_t j = i + 1; opens && j + 1 < end && j < i + 60; j++) {
		/* "Căn cứ kết quả, năm 2019 Bộ sẽ tổng kết, đánh giá": somebody else will */
		if (scan_mark(s, j, ';') || scan_mark(s, j, ':') || scan_is(s, j, W_SE_3))
			break;
		/* "Trường hợp các hộ không nhận thì lập thủ tục" */
		if (scan_is(s, j, W_THI_5) && order_begins(s, j + 1, end))
			return j + 1;
		if (scan_mark(s, j, ',') && order_begins(s, j + 1, end) &&
		    !(scan_tok(s, j + 1)->flags & TF_CAP) && (!topic || order_plainly(s, j + 1)))
			return j + 1;
	}
	return i;
}

/* "Căn cứ chức năng, nhiệm vụ được giao tổ chức triển khai": the order behind a ground that no comma ends:
 * behind "được giao" or a figure (a year, a number), else the first verb; i when none stands there. */
static uint32_t past_ground(const scan *s, uint32_t i, uint32_t end)
{
	enum { LEAST = 3, FAR = 60 };
	static const slice grounds[] = {S("căn cứ"), S("trên cơ sở"), S("theo chức năng")};
	SAYINGS(grounds);
	uint32_t far = end < i + FAR ? end : i + FAR, first = i;

	if (says_any(s, i, &said_grounds, NULL) == 0)
		return i;
	for (uint32_t j = i + LEAST; (j = cue_next(s, j, far, CUE_VERB)) < far; j++) {
		if (scan_tok(s, j - 1)->kind == TOK_NUM || scan_is(s, j - 1, W_GIAO))
			return j;
		first = first == i ? j : first;
	}
	return first;
}

/* "Về giá: Niêm yết giá", "Kho vật tư: Bổ sung nội quy": the order behind the topic of an
 * item; i when none stands there. */
static uint32_t past_topic(const scan *s, uint32_t i, uint32_t end)
{
	enum { TOPIC_WORDS = 16 };
	uint32_t j = i;

	if (!item_opens(s, i) || topic_at(s, i))
		return i;
	while (j < end && j < i + TOPIC_WORDS && scan_tok(s, j)->kind != TOK_PUNCT)
		j++;
	return scan_mark(s, j, ':') && order_begins(s, j + 1, end) ? j + 1 : i;
}

/* "+ Tàu cá mất kết nối": does a bullet of the second rank begin at i? It mostly lists what the
 * one above is about. */
static bool opens_detail(const scan *s, uint32_t i)
{
	const block *b = &s->r->blocks.p[block_of_tok(s, i)];

	return b->marker.len == 1 && s->r->text.p[b->marker.at] == '+';
}

bool order_unknown(const scan *s, uint32_t i, uint32_t end)
{
	static const slice nouns[] = {
		S("việc"),     S("công tác"),  S("các"),      S("những"),    S("số"),
		S("kinh phí"), S("thời"),      S("nội dung"), S("hồ sơ"),    S("danh"),
		S("tổng"),     S("tỷ lệ"),     S("mỗi"),      S("mức"),      S("đối"),
		S("phạm vi"),  S("thành"),     S("đây"),      S("trên"),     S("do"),
		S("tại"),      S("là"),        S("không"),    S("một"),      S("hai"),
		S("ba"),       S("bản"),       S("bộ"),       S("mẫu"),      S("phụ lục"),
		S("văn bản"),  S("kết quả"),   S("tài liệu"), S("người"),    S("nhóm"),
		S("lĩnh vực"), S("hình thức"), S("địa"),      S("mục"),      S("ngày"),
		S("năm"),      S("tháng"),     S("quý"),      S("cán bộ"),   S("công chức"),
		S("dự án"),    S("đường"),     S("hạng mục"), S("gói thầu"), S("chỉ tiêu"),
		S("chỉ số"),   S("sản phẩm"),  S("như"),      S("riêng"),    S("từ"),
		S("đến"),      S("sau"),       S("trước"),    S("trong"),    S("lịch")};
	SAYINGS(nouns);
	const token *t = scan_tok(s, i), *next = scan_tok(s, i + 1);

	return i + 3 < end && item_opens(s, i) && !opens_detail(s, i) && t->kind == TOK_WORD &&
	       (t->flags & TF_CAP) && !(t->flags & TF_UPPER) && t->cue == CUE_NONE &&
	       !(t->flags & TF_BODY) && next->kind == TOK_WORD && !(next->flags & TF_CAP) &&
	       says_any(s, i, &said_nouns, NULL) == 0;
}

/* Does the clause from token i on say how it stands: "còn lúng túng", "chưa thường xuyên"? */
static bool falls_short(const scan *s, uint32_t i, uint32_t end)
{
	enum { WORDS = 12 };

	for (uint32_t j = i; j < end && j < i + WORDS; j++) {
		if (scan_tok(s, j)->kind == TOK_PUNCT && !scan_mark(s, j, ','))
			return false;
		if (scan_is(s, j, W_CON_5) || scan_is(s, j, W_CHUA) || scan_is(s, j, W_DA_3))
			return true;
	}
	return false;
}

bool order_states(const scan *s, uint32_t i, uint32_t end)
{
	enum { SUBJECT_WORDS = 14 };
	static const slice things[] = {S("báo cáo"), S("thống kê"), S("thông báo"), S("dự thảo")};
	static const slice deems[] = {S("xác định"), S("coi"), S("nhận thức"), S("quán triệt")};
	SAYINGS(things);
	SAYINGS(deems);
	uint32_t k;

	/* "Quyết định số 590/QĐ-TTg đặt mục tiêu hoàn thành": what a paper says */
	if (scan_is(s, i + 2, W_SO) && (scan_tok(s, i)->flags & TF_CAP) &&
	    (cue_at(s, i, NULL) == CUE_KIND || says(s, i, S("quyết định")) != 0))
		return true;
	/* "Đẩy mạnh chính sách ưu đãi là nhiệm vụ cấp bách": what it is */
	k = scan_next(s, i, end, W_LA);
	if (k < end && (scan_is(s, k + 1, W_NHIEM_4) || says(s, k + 1, S("trách nhiệm")) != 0) &&
	    says_any(s, i, &said_deems, NULL) == 0)
		return true;
	/* "Dự kiến, Sở A sẽ trình" */
	if (says(s, i, S("dự kiến")) != 0 && scan_mark(s, i + 2, ','))
		return true;
	/* "Dự báo từ ngày 21/8 có mưa to", "Dự báo nắng nóng còn gay gắt" */
	if (says(s, i, S("dự báo")) != 0 &&
	    (scan_is(s, i + 2, W_TU) || scan_is(s, i + 2, W_TRONG) || scan_is(s, i + 2, W_NGAY) ||
	     scan_next(s, i + 3, i + 7, W_CON_5) < i + 7 ||
	     scan_next(s, i + 3, i + 7, W_SE_3) < i + 7))
		return true;
	/* "Hội nghị quý IV dự kiến tổ chức vào tháng 12" */
	k = scan_next_mark(s, i, i + SUBJECT_WORDS);
	if (says_any_in(s, i + 2, k < end ? k : end, SAID("dự kiến")) < (k < end ? k : end))
		return true;
	/* "Thu ngân sách đạt 114 tỷ đồng, bằng 19,4% dự toán" */
	for (uint32_t j = i; (j = scan_next(s, j, end, W_BANG_5)) + 1 < end; j++)
		if (scan_mark(s, j - 1, ',') && scan_tok(s, j + 1)->kind == TOK_NUM)
			return true;
	/* "Công tác phối hợp giữa các ngành còn lúng túng" */
	if (says(s, i, S("công tác")) != 0 && falls_short(s, i + 2, end))
		return true;
	if (says_any(s, i, &said_things, NULL) == 0)
		return false;
	for (uint32_t j = i + 2; j + 1 < end && j < i + SUBJECT_WORDS; j++) {
		if (scan_tok(s, j)->kind == TOK_PUNCT)
			return false;
		/* "Báo cáo bằng văn bản đề nghị gửi về Sở X" */
		if (scan_is(s, j, W_DDE_5) && scan_is(s, j + 1, W_NGHI) && scan_is(s, j + 2, W_GUI))
			return true;
		if (scan_is(s, j, W_DUOC))
			return cue_at(s, j + 1, NULL) == CUE_VERB ||
			       cue_at(s, j + 1, NULL) == CUE_REPORT;
	}
	return false;
}

/* The order behind a topic or an adverbial, under who is told anyway; i when there is none. */
uint32_t order_behind(const govern *g, const scan *s, uint32_t i, uint32_t end)
{
	uint32_t j;

	/* "- Đối với dự án tồn đọng, có văn bản giải trình", below an opening: an item only */
	if (!g->listed && g->source != LEAD_HEADING && !item_opens(s, i))
		return past_topic(s, i, end);
	j = past_adverbial(s, i, end);
	if (j == i)
		j = past_ground(s, i, end);
	return j != i ? j : past_topic(s, i, end);
}

uint32_t opening_colon(const scan *s, uint32_t i, uint32_t stop)
{
	enum { LEAST = 4, COLONS_MAX = 8 }; /* each looks back to i: a bound keeps that linear */
	uint32_t n, colons = 0;

	for (uint32_t j = i; (j = cue_next(s, j, stop, CUE_OPENING)) < stop; j += n) {
		(void)cue_at(s, j, &n);
		if (scan_mark(s, j + n, ':') && colons++ == COLONS_MAX)
			break;
		if (j + n + LEAST < stop && scan_mark(s, j + n, ':') &&
		    (head_announces(s, i, j + n + 1) ||
		     says_any_in(s, i, j, SAID("thông báo")) < j))
			return j + n;
	}
	return stop;
}

bool order_dated(const scan *s, uint32_t i)
{
	uint32_t k = dates_from(s, scan_tok(s, i)->at);
	const datex *d = &s->r->dates.p[k];

	uint32_t comma;

	if (k >= s->r->dates.n || d->at.at > scan_tok(s, i + 2)->at ||
	    (d->role != ROLE_DEADLINE && d->kind != DATE_RECURRING && d->bound != BOUND_FROM))
		return false;
	comma = d->tok + d->ntok;
	if (d->kind == DATE_RELATIVE)
		comma = scan_next_mark(s, comma, comma + LETTER);
	return scan_mark(s, comma, ',');
}

bool order_beside(const scan *s, uint32_t i)
{
	static const slice besides[] = {S("liên quan đến"), S("ngoài"),    S("bên cạnh"),
	                                S("song song với"), S("cùng với"), S("xuất phát từ"),
	                                S("nhân dịp")};
	SAYINGS(besides);

	return (scan_tok(s, i)->flags & TF_CAP) && says_any(s, i, &said_besides, NULL) != 0;
}

uint32_t order_of_other(const scan *s, uint32_t i, uint32_t end)
{
	if (!scan_is(s, i, W_DOI_1) || !scan_is(s, i + 1, W_VOI_1))
		return i;
	for (uint32_t j = i + 2; j < end; j++)
		if (scan_is(s, j, W_THI_5) && order_begins(s, j + 1, end))
			return j + 1;
	return i;
}

bool order_agrees(const scan *s, uint32_t i)
{
	return (scan_tok(s, i)->flags & TF_CAP) &&
	       (says(s, i, S("thống nhất")) != 0 || says(s, i, S("cho phép")) != 0 ||
	        says(s, i, S("nhắc nhở")) != 0);
}

bool order_names_when(const scan *s, uint32_t i)
{
	return scan_is(s, i, W_THOI) && cue_at(s, i, NULL) == CUE_REPORT;
}

bool order_empty(const scan *s, uint32_t i, uint32_t end)
{
	i += says(s, i, S("tổ chức"));
	i += says(s, i, S("triển khai"));
	i += says(s, i, S("thực hiện"));
	return i >= end || scan_mark(s, i, '.') || scan_mark(s, i, ';');
}
