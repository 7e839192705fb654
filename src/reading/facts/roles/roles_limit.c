/*
 * roles_limit.c - is this date a limit that somebody must keep?
 *
 * The measure users feel: a missed deadline is the worst, an invented one the
 * second. The bound word is the first sign; against it speak the past, a quoted
 * order, a horizon ("đến năm 2030"), validity, a figure's closing day, and words
 * that recur only as an attribute ("kế hoạch hằng năm").
 */
#include "reading/facts/roles/roles_priv.h"

#include "reading/facts/text/phrase.h"
#include "reading/facts/told/told.h"

enum { NEAR = 4, CLAUSE = 14, JOINED_MAX = 160 };

static bool is_calendar(const datex *d)
{
	return d->kind == DATE_DAY || d->kind == DATE_INSTANT || d->kind == DATE_WEEK ||
	       d->kind == DATE_MONTH || d->kind == DATE_QUARTER || d->kind == DATE_HALF;
}

bool limit_closes_figures(const setting *at, const datex *d)
{
	uint32_t i = tokens_back(at->tok, NEAR, at->from);

	return (d->bound == BOUND_UNTIL || d->bound == BOUND_FROM) &&
	       (word_between(at->s, i, at->tok, W_TINH) ||
	        word_between(at->s, i, at->tok, W_LUY_3) ||
	        word_between(at->s, i, at->tok, W_LIEU_4));
}

/* "Đến ngày 30/6/2026, các xã phải hoàn thành …", "Đến ngày 30/6 phải giải ngân 45%" */
static bool demands_behind(const setting *at)
{
	uint32_t to = at->end + CLAUSE < at->to ? at->end + CLAUSE : at->to;

	return (pair_between(at->s, at->end, to, W_HOAN, W_THANH) ||
	        word_between(at->s, at->end, to, W_PHAI_2) ||
	        word_between(at->s, at->end, to, W_XONG)) &&
	       !word_between(at->s, at->end, at->to, W_DA_3) &&
	       !word_between(at->s, at->end, to, W_DUOC);
}

bool limit_does(const scan *s, uint32_t i, uint32_t j)
{
	while (i < j && scan_tok(s, i)->cue != CUE_VERB && scan_tok(s, i)->cue != CUE_REPORT &&
	       !doing_at(s, i))
		i++;
	return i < j;
}

bool limit_acts_at(const scan *s, uint32_t i)
{
	return scan_tok(s, i)->kind == TOK_WORD && scan_tok(s, i)->cue != CUE_NARRATE &&
	       !word_binds(scan_word(s, i)) && !scan_is(s, i, W_CO_1) && !scan_is(s, i, W_DA_3) &&
	       !scan_is(s, i, W_SE_3) && !scan_is(s, i, W_DUOC) && !scan_is(s, i, W_BI_4) &&
	       !scan_is(s, i, W_LA) && !scan_is(s, i, W_THEO);
}

/* "Trong tuần này, giao Sở A" in a paper that tells? */
static bool tells_behind(const setting *at)
{

	return limit_paper_orders(at) && limit_tells(at) && !limit_told(at);
}

/* "Trong ngày 20/5, Sở Xây dựng dỡ bỏ 03 lều quán": somebody right behind the comma, and what is to be
 * done on that one day, whatever it is called. */
bool limit_does_behind(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = at->end + 1, after;
	actors who = {0};

	if (!scan_mark(s, at->end, ',') || !limit_paper_orders(at))
		return false;
	after = actors_at(s, i, at->to, false, &who);
	return after > i && limit_acts_at(s, after) && !limit_told(at);
}

/* "Trong tháng 6/2026, các sở hoàn thành …": opens its sentence, and an order follows. */
static bool opens_order(const setting *at, const datex *d)
{
	const scan *s = at->s;

	if (d->bound != BOUND_WITHIN || d->inclusive != -1 || at->tok > at->from + 2)
		return false;
	if (tells_behind(at) || (d->kind == DATE_DAY && limit_does_behind(at)))
		return true;
	return (d->kind == DATE_MONTH || d->kind == DATE_QUARTER) &&
	       !word_between(s, at->end, at->to, W_DA_3) &&
	       !word_between(s, at->end, at->to, W_DUOC) &&
	       (pair_between(s, at->end, at->to, W_HOAN, W_THANH) ||
	        word_between(s, at->end, at->to, W_XONG) ||
	        cue_between(s, at->end, at->to, CUE_REPORT));
}

/* An order's own verb before the date, in its clause. */
static bool orders_before(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = at->tok;

	if (!limit_paper_orders(at))
		return false;
	while (i > at->from && scan_tok(s, i - 1)->kind != TOK_PUNCT)
		i--;
	return (cue_between(s, i, at->tok, CUE_VERB) || cue_between(s, i, at->tok, CUE_EXHORT) ||
	        cue_between(s, i, at->tok, CUE_REPORT)) &&
	       !word_between(s, at->from, at->tok, W_DA_3) && !limit_told(at);
}

/* "Giao Sở A, trong tuần này, rà soát", "... lắp biển báo (trong tuần này)": does the sentence
 * order before its week? */
static bool orders_week(const setting *at)
{
	const scan *s = at->s;

	return limit_paper_orders(at) &&
	       (cue_between(s, at->from, at->tok, CUE_VERB) ||
	        cue_between(s, at->from, at->tok, CUE_EXHORT) ||
	        cue_between(s, at->from, at->tok, CUE_ASSIGN)) &&
	       !word_between(s, at->from, at->tok, W_DA_3) && !limit_told(at);
}

/* "hoàn thành toàn tuyến vào tháng 6 theo đúng kế hoạch." */
static bool as_planned(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = at->end + 1;

	if (!scan_is(s, at->end, W_THEO))
		return false;
	i += scan_is(s, i, W_DUNG_1);
	return (says(s, i, S("kế hoạch")) != 0 || says(s, i, S("tiến độ")) != 0 ||
	        says(s, i, S("yêu cầu")) != 0) &&
	       scan_tok(s, i + 2)->kind != TOK_WORD;
}

/* "tổng kết phong trào ngày 30/9/2026.", "khởi công công trình vào ngày 19/8.": the day on
 * which to do what an order's verb says, right before it. */
static bool acts_on(const setting *at, datex *d)
{
	const scan *s = at->s;
	uint32_t i = at->tok, n = 0, far = NEAR + 2;
	uint32_t clause = i;
	bool edge = i > at->from && d->kind != DATE_DAY &&
	            (scan_is(s, i - 1, W_DAU_5) || scan_is(s, i - 1, W_CUOI) ||
	             scan_is(s, i - 1, W_GIUA_4));
	bool on = (i > at->from + edge &&
	           (scan_is(s, i - 1 - edge, W_VAO) || scan_is(s, i - 1 - edge, W_DUNG_1))) ||
	          edge; /* "hoàn thành cầu đúng ngày 30/6" */

	/* "sơ kết vào tháng 9/2026", "trình UBND tỉnh đầu quý III" */
	if ((d->kind != DATE_DAY && !(on && (d->kind == DATE_MONTH || d->kind == DATE_QUARTER))) ||
	    !orders_before(at) ||
	    !(limit_ends_clause(at) || (on && (scan_mark(s, at->end, ',') || as_planned(at)))) ||
	    !(on || scan_is(s, i, W_NGAY)))
		return false;
	i -= on + (edge && scan_is(s, i - 2, W_VAO));
	/* "bàn giao hồ sơ quy hoạch chi tiết cho UBND xã A ngày 12/6": whoever receives may stand
	 * between */
	if (on || registered_before(s, i) ||
	    word_between(s, tokens_back(i, 2 * NEAR, at->from), i, W_CHO))
		far = CLAUSE;
	while (i > at->from && scan_tok(s, i - 1)->cue != CUE_VERB &&
	       !(edge && scan_tok(s, i - 1)->cue == CUE_REPORT)) {
		if (scan_tok(s, i - 1)->kind != TOK_WORD || ++n > far)
			return false;
		i--;
	}
	while (clause > at->from && scan_tok(s, clause - 1)->kind != TOK_PUNCT)
		clause--;
	/* "thay cho ngày nghỉ vào thứ Bảy": no day on which to do anything */
	if (i == at->from || limit_event(s, clause, at->tok) < at->tok || limit_expected(at) ||
	    says(s, at->tok - on - 2, S("ngày nghỉ")) != 0)
		return false;
	d->bound = d->kind == DATE_DAY ? BOUND_BY : BOUND_WITHIN;
	d->inclusive = 1;
	if (d->kind == DATE_DAY)
		d->first = CMIN_NONE;
	return true;
}

/* "Giao Sở A lập hồ sơ (tháng 6/2026), trình thẩm định (quý III/2026)": the month alone in a bracket
 * behind what an order's verb says. */
static bool in_order_bracket(const setting *at, datex *d)
{
	const scan *s = at->s;
	uint32_t i = at->tok;
	actors who = {0};

	if (i < at->from + 2 || !scan_mark(s, i - 1, '(') || !scan_mark(s, at->end, ')') ||
	    (d->kind != DATE_MONTH && d->kind != DATE_QUARTER))
		return false;
	if (!cue_between(s, at->from, i, CUE_ASSIGN) &&
	    actors_at(s, at->from, i, false, &who) == at->from)
		return false;
	for (i--; i > at->from && scan_tok(s, i - 1)->kind != TOK_PUNCT;)
		i--;
	if (!(cue_between(s, i, at->tok, CUE_VERB) || cue_between(s, i, at->tok, CUE_REPORT)) ||
	    limit_event(s, i, at->tok) < at->tok || limit_told(at) || limit_expected(at))
		return false;
	d->bound = BOUND_WITHIN;
	d->inclusive = 1;
	return true;
}

/* "báo cáo 6 tháng", "báo cáo năm" among tokens [i, j), without the year of one */
static bool names_period(const scan *s, uint32_t i, uint32_t j)
{
	for (; i < j; i++)
		if ((scan_is(s, i, W_NAM) && scan_tok(s, i + 1)->kind != TOK_NUM) ||
		    (scan_is(s, i, W_THANG) && scan_tok(s, i - 1)->kind == TOK_NUM &&
		     scan_tok(s, i - 1)->num == 6))
			return true;
	return false;
}

/* "định kỳ báo cáo: ... báo cáo 6 tháng: trước ngày 10/6; báo cáo năm: trước ngày 10/12":
 * days without a year, which a standing order to report names by its periods. */
static bool comes_yearly(const setting *at, const datex *d)
{
	const scan *s = at->s;
	uint32_t head = at->b != NULL ? at->b->tok : at->from;
	const datex *before = &s->r->dates.p[at->date > 0 ? at->date - 1 : 0];

	/* "Kế hoạch ... năm 2026" orders for its year alone. */
	if (d->kind != DATE_DAY || !(d->flags & DF_NO_YEAR) || d->value.n != 10 ||
	    slice_has(s->r->title.text, S("năm 20")))
		return false;
	if (!names_period(s, tokens_back(at->tok, NEAR + 1, head), at->tok) &&
	    !names_period(s, head, head + NEAR < at->tok ? head + NEAR : at->tok))
		return false;
	/* "báo cáo quý gửi trước ngày 20 tháng cuối quý; báo cáo năm gửi trước ngày 10/12" */
	if (at->date > 0 && before->tok > head &&
	    (slice_starts(before->value, S("R:quarterly")) ||
	     slice_starts(before->value, S("R:monthly"))))
		return true;
	return pair_between(s, tokens_back(at->tok, JOINED_MAX, 0), at->tok, W_DINH_4, W_KY_5);
}

/* "trước ngày 10/7" in a letter of 10/7: signed later than drafted. It binds, and its flag
 * says that it is over. */
static bool ends_on_issue(const setting *at, const datex *d)
{
	slice issued = at->s->r->issued.value;

	return d->bound == BOUND_BEFORE && d->kind == DATE_DAY && issued.n == 10 &&
	       slice_eq(d->value, issued);
}

/* "đề nghị sửa "... trong quý II/2026" thành ...": words of another text. */
static bool is_quoted(const setting *at)
{
	const scan *s = at->s;
	uint32_t from = at->b != NULL ? at->b->tok : at->from, marks = 0;

	from = at->tok > from + JOINED_MAX ? at->tok - JOINED_MAX : from;
	while ((from = scan_next(s, from, at->tok, '"')) < at->tok)
		marks++, from++;
	return marks % 2 != 0 && scan_next(s, at->end, at->to + 1, '"') <= at->to;
}

/* "Mưa lớn còn kéo dài đến hết ngày 22/5": what goes on by itself, unless somebody is told or time
 * is given. */
static bool goes_on_until(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = says_any_in(s, tokens_back(at->tok, NEAR, at->from), at->tok, SAID("kéo dài"));

	/* "đối thoại với các chủ doanh nghiệp, đợt một kéo dài đến hết ngày": a part of what is ordered */
	if (i < at->tok && limit_paper_orders(at) && limit_does(s, at->from, i))
		return false;
	return i < at->tok && says(s, i + 2, S("thời")) == 0 &&
	       !cue_between(s, at->from, at->tok, CUE_ASSIGN);
}

/* "Từ nay đến ngày 30/6, Sở A kiểm tra", "nhận bài từ nay đến ngày 28/02": and something is to be done; "Đến ngày
 * 15/6 gửi Sở A": opens its sentence, and what to hand over stands right behind it. */
static bool until_opens(const setting *at, const datex *d)
{
	const scan *s = at->s;
	bool now = at->tok >= at->from + 3 && says(s, at->tok - 3, S("từ nay đến")) != 0;

	if (d->kind != DATE_DAY && d->kind != DATE_INSTANT)
		return false;
	if (now)
		return limit_paper_announces(at) && !limit_told(at) &&
		       (limit_does(s, at->from, at->tok - 3) || limit_does(s, at->end, at->to));
	return at->from + 1 == at->tok && scan_is(s, at->from, W_DEN) && limit_paper_orders(at) &&
	       scan_tok(s, at->end)->cue == CUE_REPORT;
}

/* "Vụ việc đã thụ lý, thời hạn giải quyết đến ngày", "Cước đã trả đến hết ngày": told, where nobody is
 * told to do it. */
static bool paid_until(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = scan_next(s, at->from, at->tok, W_DA_3);

	if (i >= at->tok || cue_between(s, at->from, at->to, CUE_ASSIGN))
		return false;
	/* not of a topic: "Khối lượng đã làm mà chưa nghiệm thu: các Ban nghiệm thu đến hết" */
	return limit_spoken_of(at) || (scan_next(s, i, at->tok, ':') >= at->tok &&
	                               scan_next(s, i, at->tok, ',') >= at->tok &&
	                               !cue_between(s, at->from, i, CUE_VERB) &&
	                               !cue_between(s, at->from, i, CUE_REPORT) &&
	                               !cue_between(s, at->from, at->tok, CUE_EXHORT));
}

/* "Trường nhận hồ sơ đến ngày 15/9", "Sinh viên đăng ký đến ngày 30/8": what is handed in or taken in ends then. */
static bool handed_until(const setting *at, const datex *d)
{
	static const slice handed[] = {S("nộp"),      S("đăng ký"),   S("đăng kí"), S("nhận hồ sơ"),
	                               S("nhận bài"), S("tiếp nhận"), S("góp ý"),   S("ủng hộ")};
	SAYINGS(handed);
	const scan *s = at->s;
	uint32_t i = at->tok;

	if ((d->kind != DATE_DAY && d->kind != DATE_INSTANT) || !limit_paper_announces(at))
		return false;
	while (i > at->from && scan_tok(s, i - 1)->kind == TOK_WORD)
		i--;
	return says_any_in(s, i, at->tok, &said_handed) < at->tok &&
	       (limit_ends_clause(at) || scan_mark(s, at->end, '(') || scan_is(s, at->end, W_DE) ||
	        scan_is(s, at->end, W_TAI) || scan_is(s, at->end, W_TINH)) &&
	       !word_between(s, at->from, at->tok, W_DA_3) && !limit_told(at);
}

/* Does what stands behind the comma of the date only say how things are then? */
static bool states_behind(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = at->end + 1;

	return (scan_tok(s, i)->kind == TOK_NUM || says(s, i, S("tỷ lệ")) != 0 ||
	        says(s, i, S("tổng số")) != 0 || says(s, i, S("toàn tỉnh")) != 0 ||
	        says(s, i, S("cả nước")) != 0) &&
	       !word_between(s, at->end, at->to, W_PHAI_2);
}

/* "đến hết ngày 30/6", "đến hết quý I": a limit, or how far something is to be by then. */
static bool until_is_limit(const setting *at, datex *d)
{
	const scan *s = at->s;

	/* "Thời gian: từ ngày thông báo đến hết ngày": when something takes place */
	if (!at->labelled && at->b != NULL && says(s, at->b->tok, S("thời gian:")) != 0 &&
	    scan_is(s, at->b->tok + 3, W_TU))
		return false;
	/* "Kết thúc đợt 1 (hết tháng 6), các xã báo cáo": what is over by then */
	if (at->tok > at->from && scan_mark(s, at->tok - 1, '(') &&
	    says(s, at->from, S("kết thúc")) != 0)
		return false;
	if (goes_on_until(at) || says(s, at->from, S("mục tiêu")) != 0 || limit_lasts(at) ||
	    limit_of_figures(at))
		return false;

	if (demands_behind(at) || at->labelled)
		return true;
	/* "Đến hết tháng 12/2026, 100% thửa đất được số hóa", "Đến hết quý II, tỷ lệ giải ngân đạt 35%": how it is then */
	if (at->tok == at->from && scan_mark(s, at->end, ',') && states_behind(at))
		return false;
	if (limit_aimed(at, d)) {
		d->inclusive = 1;
		return true;
	}
	if (paid_until(at))
		return false;
	/* "phấn đấu đến hết quý I đạt tối thiểu 15%": how much by then is an aim */
	if (d->kind != DATE_DAY && d->kind != DATE_INSTANT &&
	    cue_between(s, tokens_back(at->tok, NEAR, at->from), at->tok, CUE_EXHORT) &&
	    word_between(s, at->end, at->end + NEAR, W_DAT_4))
		return false;
	return scan_is(s, at->tok, W_DEN) || scan_is(s, at->tok, W_HET) ||
	       scan_is(s, at->tok, W_XONG) || limit_spoken_of(at) || limit_moves(at) ||
	       until_opens(at, d) || handed_until(at, d);
}

/* "ngày 14/02 (tức ngày 29 tháng Chạp)": the same day by another calendar */
static bool is_gloss(const setting *at)
{
	const scan *s = at->s;

	if (!at->bracket)
		return false;
	for (uint32_t i = at->tok, n = 0; i > at->from && n < CLAUSE; i--, n++) {
		if (scan_mark(s, i - 1, ')'))
			return false;
		if (scan_mark(s, i - 1, '('))
			return says(s, i, S("tức")) != 0 || scan_is(s, i, W_NHAM);
	}
	return false;
}

/* "Phấn đấu trong quý IV lọt nhóm 10 phường dẫn đầu" under "Mục tiêu": how far to get, nobody's duty */
static bool is_aim(const setting *at)
{
	const scan *s = at->s;
	const block *b = at->b,
		    *head = b != NULL && b->parent >= 0 ? &s->r->blocks.p[b->parent] : NULL;

	return head != NULL && scan_tok(s, at->from)->cue == CUE_EXHORT &&
	       says(s, head->tok, S("mục tiêu")) != 0;
}

/* "17 phản ánh trong tháng, 9 phản ánh về thái độ": does the month or week of the paper itself, without a
 * number, need an order before it? */
static bool is_near(const setting *at, const datex *d)
{
	return d->kind == DATE_WEEK ||
	       (d->kind == DATE_MONTH &&
	        (scan_is(at->s, at->end - 1, W_THANG) || scan_is(at->s, at->end - 1, W_NAY_5)));
}

/* "17 phản ánh trong tháng": how many there were, where no verb governs the number; "các ngày thứ 2, 4, 6 trong
 * tuần": which days of each */
static bool is_counted(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = at->tok, from = tokens_back(at->tok, NEAR, at->from);

	if (i > from && scan_tok(s, i - 1)->kind == TOK_NUM)
		return true;

	while (i > from && scan_tok(s, i - 1)->kind != TOK_NUM)
		i--;
	return i > from && !limit_does(s, at->from, i) && !cue_between(s, at->from, i, CUE_ASSIGN);
}

bool limit_is(const setting *at, datex *d)
{
	bool named = d->bound == BOUND_BEFORE || d->bound == BOUND_BY;

	if (is_quoted(at) || is_gloss(at) || is_aim(at))
		return false;
	if (named && comes_yearly(at, d)) {
		d->kind = DATE_RECURRING;
		d->value = arena_printf(at->s->a, "R:yearly:%.5s", d->value.p + 5);
		d->first = d->last = CMIN_NONE;
		d->flags = 0;
	}
	if ((d->flags & DF_PAST) && !ends_on_issue(at, d))
		return false;
	switch (d->kind) {
	case DATE_RECURRING:
		return limit_recurs(at, d);
	case DATE_DURATION:
	case DATE_RELATIVE:
		return limit_relative(at, d);
	case DATE_PERIOD:
		return limit_period(at, d);
	case DATE_YEAR:
		return limit_year(at, d);
	default:
		if (!is_calendar(d))
			return false;
	}
	if (d->bound == BOUND_NONE || d->bound == BOUND_ON)
		return limit_by_context(at, d) || acts_on(at, d) || in_order_bracket(at, d);
	if (limit_closes_figures(at, d) || limit_of_validity(at) || limit_told(at) ||
	    limit_expected(at) || limit_of_thing(at))
		return false;
	/* "Trong tháng 5/2026 đã có 12 vụ" */
	if (at->tok == at->from && scan_tok(at->s, at->end)->cue == CUE_NARRATE)
		return false;
	/* "Văn bằng phải được cấp trước ngày 30/9": what must be so, and nobody's order */
	if (named && limit_passive(at) && (at->b == NULL || at->from == at->b->tok))
		return false;
	if (named)
		return !(at->tok > at->from && scan_is(at->s, at->tok - 1, W_TU));
	if (d->bound == BOUND_UNTIL)
		return until_is_limit(at, d);
	if (opens_order(at, d)) {
		d->inclusive = 1;
		return true;
	}
	if (is_near(at, d) && d->bound == BOUND_WITHIN)
		return d->inclusive == 1 && !is_counted(at) && !limit_tells_period(at, d) &&
		       (cue_between(at->s, at->from, at->tok, CUE_REPORT) || orders_week(at) ||
		        scan_is(at->s, at->tok, W_XONG));
	return d->bound == BOUND_WITHIN && d->inclusive == 1 && !limit_tells_period(at, d);
}
