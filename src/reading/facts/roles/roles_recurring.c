/*
 * roles_recurring.c - is something that comes again ("hằng tháng", "vào ngày 20 hằng tháng")
 * a time to keep, or only an attribute ("kế hoạch hằng năm", "chế độ báo cáo hằng tuần")?
 *
 * Questions about one date and its sentence; no state.
 */
#include "reading/facts/roles/roles_priv.h"

#include "reading/facts/text/phrase.h"
#include "reading/facts/told/told.h"

enum { NEAR = 4, CLAUSE = 14, JOINED_MAX = 160 };

/* Behind the adverbials that commas set off: "Hằng năm, trước mùa mưa bão, tổ chức", "Hằng năm, căn cứ nhiệm vụ được
 * giao, các sở lập dự toán". The comma before what is said; i when there is none. */
static uint32_t past_adverbials(const setting *at, uint32_t i)
{
	enum { ADVERBIAL_MAX = 24 };
	const scan *s = at->s;
	uint32_t far = i + ADVERBIAL_MAX < at->to ? i + ADVERBIAL_MAX : at->to, comma;

	if (!scan_mark(s, i, ',') || !(scan_is(s, i + 1, W_TRUOC) || scan_is(s, i + 1, W_SAU) ||
	                               (scan_is(s, i + 1, W_CAN) && scan_is(s, i + 2, W_CU)) ||
	                               (scan_is(s, i + 1, W_TREN) && scan_is(s, i + 2, W_CO))))
		return i;
	comma = scan_next(s, i + 1, far, ',');
	return comma < far ? comma : i;
}

/* A verb of an order right behind "định kỳ hằng quý": it tells when to act. */
static bool verb_follows(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = past_adverbials(at, at->end);
	actors who = {0};

	if (i > at->end && limit_paper_announces(at)) {
		uint32_t after = actors_at(s, i + 1, at->to, false, &who);

		if (after > i + 1 && (cue_orders(cue_at(s, after, NULL)) || name_joiner(s, after)))
			return true;
	}
	for (int n = 0; n < 2 * 6 && i < at->to; n++) {
		if (cue_between(s, i, i + 1, CUE_VERB) || cue_between(s, i, i + 1, CUE_REPORT) ||
		    cue_between(s, i, i + 1, CUE_LEAD) || cue_between(s, i, i + 1, CUE_ADVERB) ||
		    doing_at(s, i) || says(s, i, S("thông báo")) != 0 ||
		    says(s, i, S("đánh giá")) != 0 || order_begins(s, i, at->to))
			return true;
		/* "hằng quý, hằng năm hoặc đột xuất báo cáo" */
		if (scan_mark(s, i, ',') || scan_is(s, i, W_HOAC) || scan_is(s, i, W_VA) ||
		    scan_is(s, i, W_DOT_4) || scan_is(s, i, W_XUAT_1) || scan_is(s, i, W_HANG) ||
		    scan_is(s, i, W_HANG_5) || scan_is(s, i, W_QUY) || scan_is(s, i, W_NAM) ||
		    scan_is(s, i, W_THANG) || /* "hằng quý, 6 tháng, năm" */
		    (scan_tok(s, i)->kind == TOK_NUM && scan_is(s, i + 1, W_THANG)))
			i++;
		else
			return false;
	}
	return false;
}

static bool mark_between(const scan *s, uint32_t i, uint32_t j, uint16_t mark)
{
	for (; i < j; i++)
		if (scan_mark(s, i, mark))
			return true;
	return false;
}

static bool has_year(const datex *d)
{
	return (d->kind == DATE_DAY || d->kind == DATE_INSTANT) && !(d->flags & DF_NO_YEAR);
}

/* Does the sentence, or with `joined` also what a semicolon joins to it, hold a limit with a
 * bound word? Then "định kỳ hai năm một lần" before it only says how often. */
static bool sentence_has_bound(const setting *at, bool joined)
{
	const datexes *all = &at->s->r->dates;
	uint32_t stop = at->b != NULL ? at->b->tok + at->b->ntok : at->to, far = at->to;

	while (joined && far < stop && far < at->to + JOINED_MAX && !scan_mark(at->s, far, '.'))
		far++;
	/* "báo cáo định kỳ hằng quý và tổng kết năm trước ngày 10/12/2026": a day of one year is
	 * another duty's */
	for (uint32_t k = at->date + 1; k < all->n && all->p[k].tok < far; k++)
		if ((all->p[k].bound == BOUND_BEFORE || all->p[k].bound == BOUND_BY) &&
		    !((scan_is(at->s, at->end, W_VA) || scan_mark(at->s, at->end, ',')) &&
		      has_year(&all->p[k])))
			return true;
	for (uint32_t k = at->date; k > 0 && all->p[k - 1].tok >= at->from &&
	                            !mark_between(at->s, all->p[k - 1].tok, at->tok, ';');
	     k--)
		if (all->p[k - 1].bound == BOUND_BEFORE || all->p[k - 1].bound == BOUND_BY)
			return true;
	return false;
}

/* "Trưởng phòng hằng tuần dành một buổi tiếp dân", "..., hằng tuần phát ít nhất một buổi": right behind who
 * is told, or what is ordered, in a paper that orders */
static bool told_so_often(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = at->tok - 1, after;
	actors who = {0};

	if (at->tok == at->from || scan_is(s, at->end - 1, W_NAM) || !limit_paper_orders(at) ||
	    !limit_acts_at(s, at->end))
		return false;
	if (scan_mark(s, i, ','))
		return limit_does(s, at->from, i) && !limit_told(at);
	after = actors_at(s, at->from, at->tok, false, &who);
	if (after == at->from || after + NEAR < at->tok || limit_does(s, after, at->tok))
		return false;
	for (i = after; i < at->tok; i++)
		if (scan_tok(s, i)->kind != TOK_WORD)
			return false;
	return !limit_told(at);
}

/* "Hằng quý, Sở Nội vụ đánh giá": opens its sentence, and a known body acts. */
static bool body_acts(const setting *at)
{
	const scan *s = at->s;
	hit h;

	if (at->tok == at->from && limit_tells(at) && !limit_told(at))
		return true;
	if (at->tok == at->from && !scan_is(s, at->end - 1, W_NAM) && limit_does_behind(at))
		return true;
	return at->tok == at->from && scan_mark(s, at->end, ',') && body_at(s, at->end + 1, &h) &&
	       h.cls != BODY_ELIDED && cue_between(s, h.tok + h.ntok, h.tok + h.ntok + 1, CUE_VERB);
}

/* "Giao Thanh tra tỉnh hằng quý tổng hợp", "Sở Y tế hằng tuần báo cáo": right behind who is
 * told. */
static bool behind_the_told(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = at->tok, from = tokens_back(at->tok, CLAUSE, at->from);
	hit h;

	while (i > from && !cue_between(s, i - 1, i, CUE_ASSIGN)) {
		i--;
		if (cue_between(s, i, i + 1, CUE_VERB) || cue_between(s, i, i + 1, CUE_REPORT))
			return false;
	}
	return i > from || (body_at(s, at->from, &h) && h.tok + h.ntok == at->tok);
}

/* "mỗi tuần", "02 tuần một lần" */
static bool says_how_often(const setting *at)
{
	return scan_is(at->s, at->tok, W_MOI_3) || scan_is(at->s, at->end - 1, W_LAN_5);
}

/* "mỗi năm giảm 1,5% hộ nghèo", "mỗi năm giảm 1.000 hộ": how much, not when. */
static bool is_rate(const setting *at)
{
	static const slice grows[] = {S("giảm"), S("tăng"), S("đạt"), S("thu hút")};
	SAYINGS(grows);

	return scan_is(at->s, at->tok, W_MOI_3) &&
	       (says_any(at->s, at->end, &said_grows, NULL) != 0 ||
	        scan_next(at->s, at->end, at->end + CLAUSE, '%') < at->end + CLAUSE);
}

/* "Yêu cầu UBND các xã báo cáo kết quả hằng tuần", "Sở A gửi báo cáo hằng tuần về": right behind
 * who is told, "báo cáo" is what to do, not what something is called. */
static bool told_to_report(const setting *at)
{
	const scan *s = at->s;
	uint32_t k = at->tok, i = at->tok, from = tokens_back(at->tok, CLAUSE, at->from);
	actors who = {0};

	while (k > from && scan_tok(s, k - 1)->cue != CUE_REPORT)
		k--;
	/* "- Báo cáo tiến độ hằng quý." in a list of orders */
	if (k == at->from + 1 && k + NEAR >= at->tok && at->b != NULL && at->b->marker.len != 0 &&
	    at->b->tok == at->from && limit_paper_orders(at))
		return limit_ends_clause(at);
	if (k-- == from || k + NEAR + 1 < at->tok)
		return false;
	while (k > from && scan_tok(s, k - 1)->cue == CUE_REPORT) /* "gửi báo cáo" */
		k--;
	while (i > at->from && scan_tok(s, i - 1)->cue != CUE_ASSIGN)
		i--;
	i = i > at->from ? i - 1 + scan_tok(s, i - 1)->cue_len : at->from;
	return i < k && actors_at(s, i, k, false, &who) == k;
}

/* "tổng hợp báo cáo định kỳ hằng tháng.", "cập nhật số liệu định kỳ hằng tháng cho Văn phòng": a
 * verb right before what is handed over so often, and the clause's end or who receives behind it */
static bool gathers(const setting *at)
{
	static const slice things[] = {S("báo cáo"), S("số liệu"), S("kết quả"),
	                               S("báo cáo kết quả")};
	SAYINGS(things);
	const scan *s = at->s;
	uint32_t n = said_before(s, at->tok, &said_things), i = at->tok - n;

	if (n == 0 || !scan_is(s, at->tok, W_DINH_4) || i < at->from + 2)
		return false;
	return (cue_between(s, i - 2, i, CUE_VERB) || scan_tok(s, i)->cue == CUE_REPORT) &&
	       (limit_ends_clause(at) || scan_is(s, at->end, W_CHO) || scan_is(s, at->end, W_VE));
}

/* "kết quả công tác thanh tra, kiểm tra hằng tháng": of the work that a list behind its noun names. */
static bool of_work(const setting *at)
{
	const scan *s = at->s;
	uint32_t far = tokens_back(at->tok, 2 * NEAR, at->from), i = far;

	i = says_any_in(s, i, at->tok, SAID("công tác"));
	return i < at->tok && !scan_is(s, at->tok, W_DINH_4) &&
	       scan_next(s, i, at->tok, ',') < at->tok && !limit_ends_clause(at);
}

/* "Các trung tâm giám sát dịch và báo cáo hằng ngày.": a second verb, in a paper that orders */
static bool and_reports(const setting *at)
{
	const scan *s = at->s;
	uint32_t n = said_before(s, at->tok, SAID("báo cáo")), i = at->tok - n;

	return n != 0 && i > at->from && scan_is(s, i - 1, W_VA) && limit_ends_clause(at) &&
	       limit_paper_orders(at) && limit_does(s, at->from, i - 1);
}

/* "kế hoạch hằng năm", "chế độ báo cáo hằng tuần": so it is called. */
static bool is_attribute(const setting *at)
{
	static const slice called[] = {
		S("kế hoạch"), S("nhiệm vụ"),  S("kết quả"),    S("chế độ"),    S("chương trình"),
		S("chỉ tiêu"), S("công tác"),  S("công việc"),  S("sinh hoạt"), S("đời sống"),
		S("dự toán"),  S("báo cáo"),   S("số liệu"),    S("mức"),       S("nguồn"),
		S("danh mục"), S("hoạt động"), S("phong trào"), S("thời hạn"),  S("lịch"),
		S("thu nhập"), S("tiêu dùng"), S("lần"),        S("chỉ số"),    S("quy trình"),
		S("họp"),
	};
	SAYINGS(called);

	if (pair_between(at->s, tokens_back(at->tok, NEAR, at->from), at->tok, W_CHE_1, W_DDO_4))
		return true;
	if (of_work(at))
		return true;
	/* "báo cáo tiến độ mỗi tuần một lần": how often to do it */
	if (says_how_often(at) || told_to_report(at) || gathers(at) || and_reports(at))
		return false;
	/* or one word further: "kế hoạch kiểm tra hằng tháng", not "báo cáo UBND tỉnh hằng quý" */
	return said_before(at->s, at->tok, &said_called) != 0 ||
	       (at->tok >= at->from + 2 && !scan_is(at->s, at->tok, W_DINH_4) &&
	        !limit_receiver(at->s, at->tok) &&
	        said_before(at->s, at->tok - 2, &said_called) != 0);
}

/* "công bố giá vật liệu hằng tháng, sát với giá thị trường", "tổ chức giao ban hằng tuần với
 * các chủ đầu tư": how often to do what stands before it. */
static bool acts_so_often(const setting *at, const datex *d)
{
	static const slice manners[] = {S("sát với"), S("bằng văn bản"), S("kịp thời"),
	                                S("trên"),    S("qua"),          S("thông qua"),
	                                S("đầy đủ"),  S("bảo đảm")};
	static const slice turns[] = {S("lượt"), S("buổi"), S("lần"), S("cuộc"), S("đợt"), S("kỳ")};
	SAYINGS(manners);
	SAYINGS(turns);
	const scan *s = at->s;
	uint32_t j = at->end;
	bool orders = limit_paper_orders(at) || cue_between(s, at->from, at->tok, CUE_ASSIGN);
	bool times = scan_is(s, at->tok, W_MOI_3) && scan_tok(s, j)->kind == TOK_NUM &&
	             says_any(s, j + 1, &said_turns, NULL) != 0;

	if (!orders || slice_starts(d->value, S("R:yearly")) ||
	    (slice_starts(d->value, S("R:P")) && !says_how_often(at)))
		return false;
	if (!limit_does(s, at->from, at->tok) || limit_is_done(at))
		return false;
	/* "Ban Chỉ đạo họp định kỳ 01 tháng/lần": how a body works */
	if (said_before(s, at->tok, SAID("họp")) != 0 &&
	    said_before(s, at->tok - 1, SAID("tổ chức")) == 0)
		return false;
	/* "kiểm tra hiện trường mỗi tuần 02 lượt" */
	if (times)
		j += 2;
	/* "hằng tháng, hằng quý theo yêu cầu thực tiễn": as need be */
	while ((scan_mark(s, j, ',') || scan_is(s, j, W_VA)) &&
	       (scan_is(s, j + 1, W_HANG) || scan_is(s, j + 1, W_HANG_5)))
		j += 3;
	return (scan_tok(s, j)->kind == TOK_PUNCT || scan_tok(s, j)->kind == TOK_END ||
	        scan_is(s, j, W_VOI_1) || scan_is(s, j, W_DOI_1) || scan_is(s, j, W_CHO) ||
	        scan_is(s, j, W_VE) || scan_is(s, j, W_DE) || scan_is(s, j, W_VAO) ||
	        scan_is(s, j, W_BANG_5) || scan_is(s, j, W_TAI) || scan_is(s, j, W_HOAC) ||
	        scan_is(s, j, W_TRONG) || says_any(s, j, &said_manners, NULL) != 0) &&
	       !word_between(s, at->from, at->tok, W_DA_3) &&
	       !word_between(s, at->from, at->tok, W_DANG) && !limit_told(at);
}

/* A day of the month or week is a day to keep: "báo cáo vào ngày 20 hằng tháng". */
static bool day_is_kept(const setting *at)
{
	const scan *s = at->s;
	uint32_t from = tokens_back(at->tok, 2 * NEAR, at->from);
	/* "công khai tỷ lệ trên Cổng thông tin, thứ Hai hằng tuần.", "cập nhật trên hệ thống thứ Sáu
	 * hằng tuần." */
	bool behind = at->tok > at->from && limit_ends_clause(at);
	bool named = behind || word_between(s, from, at->tok, W_VAO);

	if (limit_is_done(at))
		return false;
	return cue_between(s, at->from, at->tok, CUE_REPORT) || verb_follows(at) ||
	       (at->tok <= at->from + scan_is(s, at->from, W_VAO) && scan_mark(s, at->end, ',') &&
	        cue_between(s, at->end, at->to, CUE_REPORT)) ||
	       (named &&
	        (limit_ends_clause(at) || scan_mark(s, at->end, ',') ||
	         scan_is(s, at->end, W_CUA) || scan_is(s, at->end, W_VA) ||
	         scan_is(s, at->end, W_TAI)) &&
	        (cue_between(s, at->from, at->tok, CUE_VERB) ||
	         cue_between(s, at->from, at->tok, CUE_ASSIGN)) &&
	        !limit_told(at)) ||
	       (word_between(s, from, at->tok, W_DINH_4) &&
	        cue_between(s, at->end, at->to, CUE_REPORT));
}

/* "gửi báo cáo về Sở Nội vụ định kỳ hằng quý.", "báo cáo UBND tỉnh hằng quý.", "Giao Văn phòng ...; tổ
 * chức giao ban định kỳ hằng tháng." */
static bool reports_so_often(const setting *at, bool periodic)
{
	const scan *s = at->s;

	return (periodic || limit_receiver(s, at->tok)) && limit_ends_clause(at) &&
	       (cue_between(s, tokens_back(at->tok, CLAUSE, at->from), at->tok, CUE_REPORT) ||
	        (periodic && cue_between(s, at->from, at->tok, CUE_ASSIGN) && !limit_told(at)));
}

/* "Trưởng khoa ký duyệt từng ca; cuối mỗi tháng tổng hợp cho Phòng A": which part of each, at the head
 * of its clause */
static bool at_edge(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = at->tok;

	return i > at->from && (scan_is(s, i - 1, W_CUOI) || scan_is(s, i - 1, W_DAU_5)) &&
	       (i - 1 == at->from || scan_tok(s, i - 2)->kind == TOK_PUNCT);
}

/* "báo mực nước cho xã sáng thứ Hai hằng tuần.", "nghe các ngành báo cáo tiến độ thứ Hai hằng tuần.": a day
 * of the week that ends its clause in a paper that orders */
static bool weekday_ends(const setting *at, const datex *d)
{
	const scan *s = at->s;

	return slice_starts(d->value, S("R:weekly:")) && limit_paper_orders(at) &&
	       at->tok > at->from + 2 && (limit_ends_clause(at) || scan_mark(s, at->end, ',')) &&
	       !pair_between(s, tokens_back(at->tok, NEAR, at->from), at->tok, W_CHE_1, W_DDO_4) &&
	       !word_between(s, at->from, at->tok, W_DA_3) &&
	       !word_between(s, at->from, at->tok, W_HOP_4) && !limit_told(at);
}

/* "nộp tại Phòng A, trong giờ hành chính các ngày thứ Hai": when an office is open */
static bool in_hours(const setting *at)
{
	static const slice open[] = {S("giờ hành chính"), S("giờ làm việc")};
	SAYINGS(open);
	uint32_t i = tokens_back(at->tok, NEAR + 1, at->from);

	return says_any_in(at->s, i, at->tok, &said_open) < at->tok;
}

/* "R:weekly:thu", "R:monthly:20": is the day named on which it comes? */
static bool day_of_each(const datex *d)
{
	return d->value.n > 2 && memchr(d->value.p + 2, ':', d->value.n - 2) != NULL;
}

/* Something that comes again and is more than an attribute. */
bool limit_recurs(const setting *at, const datex *d)
{
	static const slice thens[] = {S("tiếp đó"), S("sau đó"), S("từ đó"), S("và")};
	SAYINGS(thens);
	const scan *s = at->s;
	bool periodic = scan_is(s, d->tok, W_DINH_4), opens;

	/* "Thời gian tiếp nhận: Từ thứ 2 đến thứ 6 và sáng thứ 7 hằng tuần": when an office is open */
	if (d->bound == BOUND_UNTIL && slice_starts(d->value, S("R:weekly")))
		return false;
	if (d->bound == BOUND_BEFORE || d->bound == BOUND_BY ||
	    (d->bound == BOUND_UNTIL && d->inclusive == 1))
		return !limit_of_validity(at) && !limit_closes_figures(at, d) && !limit_told(at) &&
		       !limit_of_thing(at);
	if (at->labelled)
		return true;
	if (in_hours(at))
		return false;
	/* "họp vào ngày làm việc đầu tiên sau ngày 05 của tháng" */
	if (d->bound == BOUND_FROM)
		return false;
	opens = at->tok == at->from || at_edge(at) || said_before(s, at->tok, &said_thens) != 0 ||
	        scan_mark(s, at->tok - 1, ',') || scan_mark(s, at->tok - 1, ';') ||
	        scan_mark(s, at->tok - 1, ':') || scan_mark(s, at->tok - 1, '-') ||
	        behind_the_told(at);
	if (weekday_ends(at, d))
		return true;
	/* but "báo cáo hằng tuần (vào chiều thứ Năm)" names its day */
	if (is_attribute(at) && !(scan_mark(s, at->end - 1, ')') && day_of_each(d)))
		return false;
	/* or its month, its quarter: "vào quý IV hằng năm" */
	if (d->value.n > 2 &&
	    (day_of_each(d) || (at->end > at->tok + 2 && scan_is(s, at->tok - 1, W_VAO))))
		return day_is_kept(at);
	if (told_so_often(at))
		return true;
	if (sentence_has_bound(at, true))
		return !sentence_has_bound(at, false) &&
		       (acts_so_often(at, d) || reports_so_often(at, periodic));
	/* "báo cáo UBND tỉnh 6 tháng một lần." */
	if (slice_starts(d->value, S("R:P")))
		return ((periodic || opens) && (verb_follows(at) || body_acts(at))) ||
		       (limit_ends_clause(at) && limit_receiver(s, at->tok) && !limit_told(at)) ||
		       acts_so_often(at, d);
	if (is_rate(at))
		return false;
	if ((periodic || opens) && (verb_follows(at) || body_acts(at)))
		return true;
	return reports_so_often(at, periodic) || acts_so_often(at, d);
}
