/*
 * roles_period.c - is a stretch of days ("từ ngày 10/5 đến hết ngày 14/5", "trong quý II và quý III") one
 * in which somebody must act, or that of an event, of a thing, of an account?
 *
 * Questions about one date and its sentence; no state. limit_period() settles the bound that the context
 * gives.
 */
#include "reading/facts/roles/roles_priv.h"

#include "reading/facts/text/phrase.h"
#include "reading/facts/told/told.h"

enum {
	NEAR = 4,
	CLAUSE = 14,
	LABEL = 12,
	DAY = 24 * 60,
	DAYS = sizeof "2026-05-10/2026-05-14" - 1
};

/* Events whose day or stretch is theirs, not that of an order's verb. */
static const slice events[] = {S("hội nghị"),  S("hội thi"),  S("hội chợ"),   S("lễ hội"),
                               S("festival"),  S("đại hội"),  S("kỳ họp"),    S("phiên họp"),
                               S("triển lãm"), S("hội thảo"), S("thời gian"), S("giai đoạn"),
                               S("diễn ra"),   S("kỳ thi"),   S("lễ"),        S("cuộc họp"),
                               S("phục vụ"),   S("bầu cử"),   S("kỷ niệm"),   S("tham dự"),
                               S("dự họp"),    S("chuẩn bị"), S("điều kiện"), S("nghỉ hè"),
                               S("nghỉ Tết"),  S("nghỉ lễ"),  S("nghỉ từ"),   S("làm bù")};
SAYINGS(events);

uint32_t limit_event(const scan *s, uint32_t i, uint32_t j)
{
	return says_any_in(s, i, j, &said_events);
}

/* "nhiệm vụ trong tháng 9", "tình hình trong quý I": the month of a noun. */
bool limit_tells_period(const setting *at, const datex *d)
{
	const scan *s = at->s;
	uint32_t i = at->tok;

	if (d->bound != BOUND_WITHIN || i < at->from + 2 || scan_is(s, i, W_XONG))
		return false;
	return (scan_is(s, i - 2, W_NHIEM_4) && scan_is(s, i - 1, W_VU_4)) ||
	       (scan_is(s, i - 1, W_HINH_5)) ||
	       (scan_is(s, i - 1, W_HAN_4) && scan_is(s, i - 2, W_DEN)) ||
	       (scan_is(s, i - 2, W_HOAT_4) && scan_is(s, i - 1, W_DONG_4)) ||
	       (scan_is(s, i - 2, W_DIEN_3) && scan_is(s, i - 1, W_RA));
}

/* What is handed in, or taken in. */
static const slice handed[] = {S("nộp"),        S("gửi"), S("đăng ký"), S("đăng kí"),
                               S("nhận hồ sơ"), S("rút"), S("đóng")};
SAYINGS(handed);

/* What holds or goes on in a time, and is not done. */
static const slice holds[] = {
	S("áp dụng"),   S("cách ly"),   S("sử dụng"),  S("thực tập"),      S("đào tạo"),
	S("thuê"),      S("giảm"),      S("hỗ trợ"),   S("thí điểm"),      S("trực"),
	S("khai thác"), S("hoạt động"), S("phục vụ"),  S("cấm"),           S("hạn chế"),
	S("phát sóng"), S("trưng bày"), S("niêm yết"), S("công khai"),     S("hưởng"),
	S("miễn"),      S("lưu"),       S("vận hành"), S("tạm"),           S("ngừng"),
	S("biểu diễn"), S("mở cửa"),    S("đóng cửa"), S("thực hiện cấm"), S("thực hiện thí điểm")};
SAYINGS(holds);

/* The parts of what is done, each with its own time. */
static const slice parts[] = {S("đợt"), S("vòng"), S("lần"), S("bước")};
SAYINGS(parts);

/* "Giao Sở A ... mở đợt kiểm tra từ ngày 10/5 đến ngày 14/5": an order's own verb stands
 * before the stretch, and no event that only takes place in it. */
static bool acts_during(const setting *at)
{
	static const slice shown[] = {S("niêm yết"), S("công khai"), S("trưng bày")};
	SAYINGS(shown);
	const scan *s = at->s;
	uint32_t i = at->tok, from = tokens_back(at->tok, CLAUSE, at->from);

	/* a notice only tells when a list is on view */
	if (!limit_paper_announces(at) ||
	    (!limit_paper_orders(at) && says_any_in(s, from, at->tok, &said_shown) < at->tok))
		return false;
	/* "triển khai (từ 16/6 đến 30/6)" */
	if (i > from && scan_mark(s, i - 1, '(') && scan_is(s, i, W_TU))
		/* of all that stands before the bracket */
		for (i--; i > from && !scan_mark(s, i - 1, ';') && !scan_mark(s, i - 1, ':');)
			i--;
	/* "mở chiến dịch "Giữ xanh" từ ngày": quotes part no clause */
	while (i > from && (scan_tok(s, i - 1)->kind != TOK_PUNCT || scan_mark(s, i - 1, '"')))
		i--;
	/* "kiểm tra xe trong 30 ngày, từ ngày 01/6": the mark sets off how many days they are */
	if (i == at->tok && at->date > 0 && s->r->dates.p[at->date - 1].tok >= at->from &&
	    s->r->dates.p[at->date - 1].kind == DATE_RELATIVE)
		for (i -= i > from; i > from && scan_tok(s, i - 1)->kind != TOK_PUNCT;)
			i--;
	if (says_any(s, i, &said_parts, NULL) != 0) /* "phun thuốc hai đợt: ..., đợt 2 từ ngày" */
		i = at->from;
	return (cue_between(s, i, at->tok, CUE_VERB) || cue_between(s, i, at->tok, CUE_ASSIGN) ||
	        says_any_in(s, i, at->tok, SAID("tiến hành")) < at->tok) &&
	       !limit_told(at) && !limit_expected(at) &&
	       !word_between(s, at->from, at->tok, W_DA_3) && limit_event(s, i, at->tok) >= at->tok;
}

/* "Học sinh nghỉ hè từ ngày ... đến hết ngày": an event's stretch, right before it */
static bool of_event(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = tokens_back(at->tok, CLAUSE, at->from);

	return limit_event(s, tokens_back(at->tok, NEAR, i), at->tok + 1) <= at->tok &&
	       !cue_between(s, i, at->tok, CUE_ASSIGN);
}

/* Does the paragraph of the date order what stands before its sentence? */
static bool orders_in_block(const setting *at)
{
	uint32_t from = tokens_back(at->from, 4 * CLAUSE, at->b->tok);

	return limit_paper_orders(at) && !word_between(at->s, from, at->from, W_DA_3) &&
	       (cue_between(at->s, from, at->from, CUE_VERB) ||
	        cue_between(at->s, from, at->from, CUE_ASSIGN));
}

bool limit_time_to_act(const scan *s, uint32_t i, uint32_t j)
{
	static const slice tells[] = {S("dự kiến"), S("số liệu")};
	SAYINGS(tells);

	while (i + 1 < j && !(scan_is(s, i, W_THOI) && scan_is(s, i + 1, W_GIAN)))
		i++;
	return i + 2 < j && !limit_time_of_event(s, i) &&
	       says_any(s, i + 2, &said_holds, NULL) == 0 &&
	       (limit_does(s, i + 2, j) || says_any_in(s, i + 2, j, SAID("tiến hành")) < j) &&
	       limit_event(s, i + 2, j) >= j && says_any_in(s, i + 2, j, &said_tells) >= j;
}

/* Where "thời gian" or "thời gian treo cờ" begins that ends right before the date; at->tok when none does. */
static uint32_t time_before(const setting *at)
{
	const scan *s = at->s;
	uint32_t from = tokens_back(at->tok, LABEL, at->from), i = at->tok;

	while (i > from && scan_tok(s, i - 1)->kind == TOK_WORD) {
		i--;
		if (scan_is(s, i, W_THOI) && scan_is(s, i + 1, W_GIAN))
			return i + 2 == at->tok || limit_time_to_act(s, i, at->tok) ? i : at->tok;
	}
	return at->tok;
}

/* From a day to another, with an hour or without? */
static bool of_days(const datex *d)
{
	return d->value.n == DAYS || (d->value.n > DAYS && d->first != CMIN_NONE &&
	                              d->last != CMIN_NONE && d->last - d->first >= DAY);
}

/* Is the stretch named as the time in which to do what the order's verb before it says: "gửi trong tuần từ",
 * "treo cờ; thời gian từ", "Thời gian treo cờ từ"? */
static bool in_named_stretch(const setting *at, const datex *d)
{
	const scan *s = at->s;
	uint32_t i = at->tok, from = tokens_back(at->tok, 2 * CLAUSE, at->from);
	bool week = i > from + 2 && (says(s, i - 2, S("trong tuần")) != 0 ||
	                             says(s, i - 3, S("trong tuần lễ")) != 0 ||
	                             says(s, i - 2, S("trong khoảng")) != 0);

	if (!week) {
		i = of_days(d) && !limit_lasts(at) ? time_before(at) : at->tok;
		if (i == at->tok || !(limit_ends_clause(at) || scan_is(s, at->end, W_DE) ||
		                      scan_mark(s, at->end, '(')))
			return false;
		if (i == at->from &&
		    (i + 2 < at->tok || scan_mark(s, i - 1, ';') || scan_mark(s, i - 1, '.')))
			return limit_paper_announces(at) && !limit_told(at) &&
			       (i + 2 < at->tok || (at->b != NULL && orders_in_block(at)));
		if (i == at->from || scan_tok(s, i - 1)->kind != TOK_PUNCT)
			return false;
	}
	return (week ? limit_paper_orders(at) : limit_paper_announces(at)) &&
	       (cue_between(s, at->from, i, CUE_VERB) || cue_between(s, at->from, i, CUE_REPORT) ||
	        cue_between(s, at->from, i, CUE_LEAD)) &&
	       !limit_told(at) && !limit_expected(at) && !word_between(s, at->from, i, W_DA_3);
}

/* "2. Thời gian: Từ ngày 16/5 đến hết ngày 24/5" right below "1. UBND các phường treo cờ": when to do it. Not
 * beside "Địa điểm", which an event has. */
static bool time_of_duty(const setting *at)
{
	enum { ABOVE_MAX = 160 };
	const scan *s = at->s;
	const blocks *bs = &s->r->blocks;
	const block *over = at->b - 1, *below = at->b + 1;
	uint32_t end;
	actors who = {0};

	if (at->b == bs->p || over->zone != at->b->zone || over->table >= 0 ||
	    !limit_paper_announces(at))
		return false;
	end = over->tok + (over->ntok < ABOVE_MAX ? over->ntok : ABOVE_MAX);
	if ((below < bs->p + bs->n && says(s, below->tok, S("địa điểm")) != 0) ||
	    limit_event(s, over->tok, end) < end || !limit_does(s, over->tok, end))
		return false;
	return cue_between(s, over->tok, end, CUE_ASSIGN) ||
	       actors_at(s, over->tok, end, false, &who) > over->tok;
}

/* "Từ ngày 06/02 đến ngày 26/02, sinh viên tiếp tục đăng ký": does the stretch open its sentence, and what is to be
 * done then stand right behind it? */
static bool acts_behind(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = at->end + 1, far = i + CLAUSE / 2 < at->to ? i + CLAUSE / 2 : at->to;

	if (!limit_paper_announces(at) || limit_told(at))
		return false;
	return limit_tells(at) ||
	       ((cue_between(s, i, far, CUE_VERB) || cue_between(s, i, far, CUE_REPORT)) &&
	        limit_event(s, i, at->to) >= at->to && !word_between(s, i, at->to, W_SE_3) &&
	        !word_between(s, i, at->to, W_DA_3) && !word_between(s, i, at->to, W_DUOC));
}

bool heads_order(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = at->end + 1, after;
	bool named;
	actors who = {0};

	if (at->b == NULL || at->tok != at->b->tok || !scan_mark(s, at->end, ':') ||
	    limit_event(s, i, at->to) < at->to)
		return false;
	after = actors_at(s, i, at->to, false, &who);
	/* "Ngày 10/6: Chủ tịch tiếp công dân" is a calendar's */
	named = after > i && (s->r->dates.p[at->date].kind != DATE_DAY ||
	                      says_any(s, after, &said_handed, NULL) != 0);
	return (named ? limit_paper_announces(at) : limit_paper_orders(at)) &&
	       cue_orders(cue_at(s, after, NULL)) && !word_between(s, i, at->to, W_DA_3) &&
	       !word_between(s, i, at->to, W_SE_3);
}

/* "Đăng ký, rút bớt học phần: từ 09/01 đến 22/01", "Từ 07/5 đến 10/5: Nộp luận văn": a line of a schedule that
 * says what to hand in, and when. */
static bool in_schedule(const setting *at)
{
	const scan *s = at->s;

	if (!limit_paper_announces(at) || at->b == NULL)
		return false;
	if (heads_order(at))
		return true;
	/* "Đợt 1: từ 01/6 đến 10/6: nộp hồ sơ" */
	if ((at->tok == at->from || scan_mark(s, at->tok - 1, ':')) && scan_mark(s, at->end, ':'))
		return says_any(s, at->end + 1, &said_handed, NULL) != 0;
	if (at->tok == at->from || !scan_mark(s, at->tok - 1, ':') || at->tok - at->from > LABEL)
		return false;
	/* "2. Nộp học phí:" over "- Đợt 1: từ 23/7 đến 29/7" */
	return says_any(s, at->from, &said_handed, NULL) != 0 ||
	       (at->b->parent >= 0 && s->r->blocks.p[at->b->parent].ntok <= LABEL &&
	        says_any(s, s->r->blocks.p[at->b->parent].tok, &said_handed, NULL) != 0);
}

/* "Thí sinh nộp hồ sơ tại các điểm thu nhận, từ ngày", "Đợt một nhận hồ sơ từ 25/8 đến 15/9, công bố": is anything
 * handed in or taken in during the stretch, in its clause or in the one that a comma parts from it? */
static bool hands_during(const setting *at)
{
	const scan *s = at->s;
	uint32_t end = at->tok - (at->tok > at->from && scan_mark(s, at->tok - 1, ',')), i = end, k;

	if (!limit_paper_announces(at) && s->r->purpose != PURPOSE_INVITATION)
		return false;
	/* "nộp hồ sơ tại Phòng A (trong giờ hành chính, từ ngày ...)": of all that stands before the bracket */
	while (i > at->from && (scan_tok(s, i - 1)->kind != TOK_PUNCT || scan_mark(s, i - 1, '(')))
		i--;
	if (says_any(s, i, &said_parts, NULL) != 0) /* "nhận hồ sơ như sau: Đợt 2 từ ngày" */
		i = at->from;
	k = says_any_in(s, i, end, &said_handed);
	if (k >= end)
		for (k = i; k < end && !limit_takes_in(s, k); k++)
			;
	return k < end && says_any(s, k, &said_holds, NULL) == 0 && limit_event(s, i, end) >= end &&
	       !word_between(s, at->from, at->tok, W_DA_3) &&
	       (limit_ends_clause(at) || scan_mark(s, at->end, ',') || scan_mark(s, at->end, '(') ||
	        scan_mark(s, at->end, ')') || scan_is(s, at->end, W_TAI) ||
	        scan_is(s, at->end, W_DE)) &&
	       !limit_told(at) && !limit_expected(at);
}

bool limit_beside(const setting *at, const datex *d)
{
	enum { LABELS = 8 };
	const scan *s = at->s;
	const datex *before = at->date > 0 ? &s->r->dates.p[at->date - 1] : NULL;
	uint32_t i;

	if (before == NULL || before->role != ROLE_DEADLINE || before->kind != d->kind)
		return false;
	i = before->tok + before->ntok;
	if (i >= at->tok || i + LABELS < at->tok || (at->b != NULL && i < at->b->tok) ||
	    !(scan_mark(s, i, ';') || scan_mark(s, i, ',') || scan_is(s, i, W_VA)))
		return false;
	for (i++; i < at->tok; i++)
		if (scan_tok(s, i)->kind == TOK_PUNCT || limit_does(s, i, i + 1) ||
		    cue_between(s, i, i + 1, CUE_ASSIGN) || cue_between(s, i, i + 1, CUE_NARRATE))
			return false;
	return true;
}

/* "từ ngày 10/5 đến hết ngày 14/5": a stretch in which to do it. */
bool limit_period(const setting *at, datex *d)
{
	enum { LONG = 2 * 366 * DAY };
	bool done = scan_is(at->s, at->tok, W_XONG) && scan_is(at->s, at->tok + 1, W_TRONG);

	if (limit_moved(at, d))
		return true;
	/* "giải phóng miền Nam 30/04/1975 - 30/04/2012": what is remembered */
	if (d->first != CMIN_NONE && d->last != CMIN_NONE && d->last - d->first > LONG &&
	    !at->labelled)
		return false;
	/* "Thời gian: từ ngày ... đến hết ngày": when something takes place. */
	if (!at->labelled && at->b != NULL && at->b->ntok > 3 &&
	    scan_is(at->s, at->b->tok, W_THOI) && scan_is(at->s, at->b->tok + 1, W_GIAN) &&
	    scan_mark(at->s, at->b->tok + 2, ':'))
		return time_of_duty(at);
	if (at->tok == at->from && scan_mark(at->s, at->end, ','))
		return acts_behind(at);
	/* "gửi Sở Nội vụ trong tuần từ 08/12 đến 12/12", "mở đợt cao điểm ..., thời gian từ ngày" */
	if (in_named_stretch(at, d) && !limit_of_thing(at)) {
		d->bound = BOUND_WITHIN;
		d->inclusive = 1;
		return true;
	}
	/* "trong quý II và quý III/2026", "trong các ngày 21 và 22/7" */
	if (!at->labelled && (scan_is(at->s, at->tok, W_TRONG) || done) && d->inclusive == 1)
		/* "Chưa điều chỉnh giá trong quý I và quý II": when not to act; "Kỳ thi được tổ chức trong hai ngày" */
		return !limit_is_done(at) && !scan_is(at->s, at->from, W_CHUA) &&
		       !scan_is(at->s, at->from, W_KHONG) && !limit_tells_period(at, d) &&
		       !limit_of_validity(at) && !limit_told(at) && !limit_expected(at) &&
		       !word_between(at->s, at->from, at->to, W_DA_3) &&
		       !cue_between(at->s, at->end, at->end + 2, CUE_NARRATE) &&
		       (done || cue_between(at->s, at->from, at->tok, CUE_VERB) ||
		        cue_between(at->s, at->from, at->tok, CUE_REPORT));
	/* "Thời gian thực hiện dự án: 2025 - 2027": how long it goes on */
	if (d->value.n == sizeof "2025/2027" - 1 && at->b != NULL && at->b->table < 0)
		return false;
	/* "Thời gian xét nghiệm: từ 8h đến 11h ngày 15/6": hours of one day are no limit, but to hand in */
	if (at->labelled && d->last != CMIN_NONE && d->first != CMIN_NONE &&
	    d->last - d->first < DAY && d->value.n != DAYS &&
	    says_any_in(at->s, at->from, at->tok, &said_handed) >= at->tok)
		return false;
	if (at->labelled && d->last != CMIN_NONE) {
		d->bound = BOUND_WITHIN;
		d->inclusive = 1;
		return true;
	}
	return d->inclusive == 1 && of_days(d) && !limit_is_done(at) && !limit_of_validity(at) &&
	       !limit_lasts(at) && !limit_of_figures(at) && !limit_of_thing(at) &&
	       ((word_between(at->s, at->tok, at->end, W_HET) && !of_event(at) &&
	         !limit_expected(at)) ||
	        acts_during(at) || in_schedule(at) || hands_during(at) || limit_beside(at, d) ||
	        word_between(at->s, tokens_back(at->tok, NEAR, at->from), at->tok, W_XONG));
}
