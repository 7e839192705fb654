/*
 * roles_period.c - is a stretch of days ("từ ngày 10/5 đến hết ngày 14/5", "trong quý II và quý III") one
 * in which somebody must act, or that of an event, of a thing, of an account?
 *
 * Questions about one date and its sentence; no state. limit_period() settles the bound that the context
 * gives.
 */
#include "reading/facts/orders_priv.h"
#include "reading/facts/phrase.h"
#include "reading/facts/roles_priv.h"

enum { NEAR = 4, CLAUSE = 14 };

/* Events whose day or stretch is theirs, not that of an order's verb. */
static const slice events[] = {
	S("hội nghị"), S("hội thi"),   S("hội chợ"),  S("lễ hội"),    S("festival"),  S("đại hội"),
	S("kỳ họp"),   S("triển lãm"), S("hội thảo"), S("thời gian"), S("giai đoạn"), S("diễn ra"),
	S("kỳ thi"),   S("lễ"),        S("cuộc họp"), S("phục vụ"),   S("bầu cử"),    S("kỷ niệm"),
	S("tham dự"),  S("dự họp"),    S("chuẩn bị"), S("điều kiện"), S("nghỉ hè"),   S("nghỉ Tết"),
	S("nghỉ lễ"),  S("nghỉ từ")};
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

/* "Giao Sở A ... mở đợt kiểm tra từ ngày 10/5 đến ngày 14/5": an order's own verb stands
 * before the stretch, and no event that only takes place in it. */
static bool acts_during(const setting *at)
{
	static const slice parts[] = {S("đợt"), S("vòng"), S("lần"), S("bước")};
	SAYINGS(parts);
	const scan *s = at->s;
	uint32_t i = at->tok, from = tokens_back(at->tok, CLAUSE, at->from);

	if (!limit_paper_orders(at))
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

/* Is the stretch named as the time in which to do what the order's verb before it says? */
static bool in_named_stretch(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = at->tok, from = tokens_back(at->tok, 2 * CLAUSE, at->from);
	bool week = i > from + 2 && (says(s, i - 2, S("trong tuần")) != 0 ||
	                             says(s, i - 3, S("trong tuần lễ")) != 0 ||
	                             says(s, i - 2, S("trong khoảng")) != 0);
	bool time;

	i -= i > from + 2 && (scan_is(s, i - 1, W_HIEN) || scan_is(s, i - 1, W_HANH)) ? 2 : 0;
	/* "...; thời gian từ ngày": of what stands before the mark */
	time = i > from + 3 && says(s, i - 2, S("thời gian")) != 0 && scan_mark(s, i - 3, ',');
	if (at->b != NULL && i == at->from + 2 && says(s, i - 2, S("thời gian")) != 0 &&
	    (scan_mark(s, i - 3, ';') || scan_mark(s, i - 3, '.')))
		return limit_ends_clause(at) && orders_in_block(at);

	return (week || (time && limit_ends_clause(at))) && limit_paper_orders(at) &&
	       (cue_between(s, at->from, i, CUE_VERB) || cue_between(s, at->from, i, CUE_REPORT) ||
	        cue_between(s, at->from, i, CUE_LEAD)) &&
	       !limit_told(at) && !limit_expected(at) && !word_between(s, at->from, i, W_DA_3);
}

/* "từ ngày 10/5 đến hết ngày 14/5": a stretch in which to do it. */
bool limit_period(const setting *at, datex *d)
{
	enum { DAYS = sizeof "2026-05-10/2026-05-14" - 1 };
	bool done = scan_is(at->s, at->tok, W_XONG) && scan_is(at->s, at->tok + 1, W_TRONG);

	if (limit_moved(at, d))
		return true;
	/* "Thời gian: từ ngày ... đến hết ngày": when something takes place. */
	if (!at->labelled && at->b != NULL && at->b->ntok > 3 &&
	    scan_is(at->s, at->b->tok, W_THOI) && scan_is(at->s, at->b->tok + 1, W_GIAN) &&
	    scan_mark(at->s, at->b->tok + 2, ':'))
		return false;
	/* "gửi Sở Nội vụ trong tuần từ 08/12 đến 12/12", "mở đợt cao điểm ..., thời gian từ ngày" */
	if (in_named_stretch(at)) {
		d->bound = BOUND_WITHIN;
		d->inclusive = 1;
		return true;
	}
	/* "trong quý II và quý III/2026", "trong các ngày 21 và 22/7" */
	if (!at->labelled && (scan_is(at->s, at->tok, W_TRONG) || done) && d->inclusive == 1)
		/* "Chưa điều chỉnh giá trong quý I và quý II": when not to act */
		return !scan_is(at->s, at->from, W_CHUA) && !scan_is(at->s, at->from, W_KHONG) &&
		       !limit_tells_period(at, d) && !limit_of_validity(at) && !limit_told(at) &&
		       !limit_expected(at) && !word_between(at->s, at->from, at->to, W_DA_3) &&
		       !cue_between(at->s, at->end, at->end + 2, CUE_NARRATE) &&
		       (done || cue_between(at->s, at->from, at->tok, CUE_VERB) ||
		        cue_between(at->s, at->from, at->tok, CUE_REPORT));
	/* "Thời gian thực hiện dự án: 2025 - 2027": how long it goes on */
	if (d->value.n == sizeof "2025/2027" - 1 && at->b != NULL && at->b->table < 0)
		return false;
	if (at->labelled && d->last != CMIN_NONE) {
		d->bound = BOUND_WITHIN;
		d->inclusive = 1;
		return true;
	}
	return d->inclusive == 1 && d->value.n == DAYS && !limit_of_validity(at) &&
	       !limit_lasts(at) && !limit_of_figures(at) && !limit_of_thing(at) &&
	       ((word_between(at->s, at->tok, at->end, W_HET) && !of_event(at) &&
	         !limit_expected(at)) ||
	        acts_during(at) ||
	        word_between(at->s, tokens_back(at->tok, NEAR, at->from), at->tok, W_XONG));
}
