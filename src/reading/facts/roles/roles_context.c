/*
 * roles_context.c - limits without a bound word of their own, and what the words around a
 * date say of it: who receives, a plan of the writer, how long something holds.
 *
 * Questions about one date and its sentence; no state. limit_by_context() settles the bound
 * that the context gives.
 */
#include "reading/facts/roles/roles_priv.h"

#include "reading/facts/text/phrase.h"
#include "reading/facts/told/told.h"

enum { NEAR = 4, CLAUSE = 14, SENTENCE = 40, BODY_WORDS = 12 };

uint32_t tokens_back(uint32_t tok, uint32_t n, uint32_t from)
{
	return tok > from + n ? tok - n : from;
}

/* "có hiệu lực đến hết ngày", "áp dụng từ": how long something holds. */
bool limit_of_validity(const setting *at)
{
	uint32_t i = tokens_back(at->tok, 2 * NEAR, at->from), valid;
	bound b = at->s->r->dates.p[at->date].bound;

	/* "hồ sơ còn hiệu lực của 03 xã trong quý II", "... áp dụng thống nhất chậm nhất ngày" speak of
	 * what is to be done by then; so does all that a comma sets off */
	if (b == BOUND_BY && at->s->r->dates.p[at->date].inclusive == 1)
		return false;
	for (uint32_t j = at->tok; j > i; j--)
		if (scan_mark(at->s, j - 1, ',') && b != BOUND_UNTIL && b != BOUND_FROM)
			i = j;
	valid = says_any_in(at->s, i, at->tok, SAID("còn hiệu lực"));
	if (valid + 3 < at->tok)
		i = valid + 3;
	/* "xếp lại ca trực, áp dụng lịch mới trước ngày 21/9": what to do, not how long it holds */
	if (b == BOUND_BEFORE && i < at->tok && says(at->s, i, S("áp dụng")) != 0 && i > at->from &&
	    scan_mark(at->s, i - 1, ','))
		return false;
	/* "cấp giấy phép trước ngày 15/6" is a limit, "gia hạn giấy phép đến hết ngày" none */
	return pair_between(at->s, i, at->tok, W_HIEU_4, W_LUWC_4) ||
	       pair_between(at->s, i, at->tok, W_AP_1, W_DUNG_4) ||
	       (b != BOUND_BEFORE && b != BOUND_BY && b != BOUND_WITHIN &&
	        pair_between(at->s, i, at->tok, W_GIAY_1, W_PHEP_1));
}

/* "Phiên họp dự kiến được tổ chức trong tháng 10", "Từ nay đến hết tháng 8, dự báo có": in the
 * clause of the date, and nothing is to be handed over by it; or behind its comma. */
static bool planned(const setting *at)
{
	static const slice tells[] = {S("thông báo"), S("lập"), S("gửi"), S("xây dựng")};
	SAYINGS(tells);
	const scan *s = at->s;
	uint32_t i = at->tok;

	if (scan_mark(s, at->end, ',') &&
	    (says(s, at->end + 1, S("dự báo")) != 0 || says(s, at->end + 1, S("dự kiến")) != 0))
		return true;
	while (i > at->from && scan_tok(s, i - 1)->kind != TOK_PUNCT &&
	       scan_tok(s, i - 1)->cue != CUE_REPORT && scan_tok(s, i - 1)->cue != CUE_ASSIGN) {
		i--;
		/* "nộp danh sách dự kiến về Phòng A trước ngày", "thông báo dự kiến dự toán": of what
		 * kind it is, and what to tell */
		if (scan_is(s, i, W_DU) && scan_is(s, i + 1, W_KIEN_1))
			return !scan_is(s, i + 2, W_VE) && said_before(s, i, &said_tells) == 0;
	}
	return false;
}

bool limit_takes_in(const scan *s, uint32_t i)
{
	uint32_t j = i + scan_is(s, i, W_TIEP);

	return scan_is(s, j, W_NHAN) ? !scan_is(s, j + 1, W_DUOC) && !scan_is(s, j + 1, W_XET)
	                             : says(s, i, S("thu")) != 0 && says(s, i, S("thu gom")) == 0;
}

/* "Ban Tổ chức sẽ nhận bài dự thi đến hết tháng 11": what is taken in until then, whoever hands it in must by then */
static bool will_take_in(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = scan_next(s, at->from, at->tok, W_SE_3);

	return limit_takes_in(s, i + 1) && scan_next_mark(s, i, at->tok) >= at->tok &&
	       limit_paper_announces(at);
}

/* "dự kiến … trước ngày": a plan of whoever writes; "dự báo nắng nóng đến hết tháng". */
bool limit_expected(const setting *at)
{
	static const slice unable[] = {S("không có khả năng"), S("khó có khả năng")};
	SAYINGS(unable);
	purpose p = at->s->r->purpose;
	uint32_t far = p == PURPOSE_REPLY || p == PURPOSE_REPORT ? SENTENCE : NEAR;
	uint32_t able = at->tok; /* where the clause of the date begins */

	/* "03 dự án không có khả năng giải ngân hết vốn trước ngày 31/12" */
	if (word_between(at->s, at->from, at->tok, W_NANG)) {
		while (able > at->from && scan_tok(at->s, able - 1)->kind != TOK_PUNCT)
			able--;
		if (says_any_in(at->s, able, at->tok, &said_unable) < at->tok &&
		    !cue_between(at->s, at->from, at->tok, CUE_ASSIGN))
			return true;
	}
	if (planned(at))
		return true;
	/* "Hội nghị sẽ được tổ chức trong tháng 7": told of what comes */
	if (word_between(at->s, at->from, at->tok, W_SE_3) && !will_take_in(at) &&
	    !cue_between(at->s, at->from, at->tok, CUE_ASSIGN))
		return true;
	/* "Sở phấn đấu hoàn thành trong quý III": a report's own aim. */
	if (far == SENTENCE && says_any_in(at->s, tokens_back(at->tok, far, at->from), at->tok,
	                                   SAID("phấn đấu")) < at->tok)
		return true;
	/* "bản tin dự báo thời tiết" is what to give, and no forecast */
	return (pair_between(at->s, tokens_back(at->tok, CLAUSE, at->from), at->tok, W_DU,
	                     W_BAO_1) &&
	        says_any_in(at->s, tokens_back(at->tok, CLAUSE, at->from), at->tok,
	                    SAID("tin dự báo")) >= at->tok) ||
	       pair_between(at->s, tokens_back(at->tok, far, at->from), at->tok, W_DU, W_KIEN_1);
}

/* "thời hạn", "gia hạn", "hạn nộp" among tokens [i, j), but not "hạn chế", "quyền
 * hạn", "hạn sử dụng". */
bool limit_named(const scan *s, uint32_t i, uint32_t j)
{
	for (; i < j; i++) {
		uint16_t next = scan_tok(s, i + 1)->word;

		/* "khoản vay hết hạn ngày 30/6": when something ends, not what to do */
		if (i > 0 && scan_is(s, i, W_HAN_4) && scan_is(s, i - 1, W_HET) &&
		    (next == W_NGAY || next == W_VAO || scan_tok(s, i + 1)->kind == TOK_NUM))
			continue;
		/* "thuốc cận hạn (30/10/2026)": of a thing */
		if (i > 0 && scan_is(s, i, W_HAN_4) &&
		    (says(s, i - 1, S("cận hạn")) != 0 || scan_is(s, i - 1, W_CON_5)))
			continue;
		if (scan_is(s, i, W_DEADLINE))
			return true;
		if (scan_is(s, i, W_HAN_4) && next != W_CHE_1 && next != W_DUNG_5 &&
		    next != W_SU_2 && next != W_MUC_1 &&
		    (i == 0 || (!scan_is(s, i - 1, W_QUYEN_5) && !scan_is(s, i - 1, W_GIOI_1))))
			return true;
	}
	return false;
}

bool limit_tells(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = at->end + 1, after;
	actors who = {0};

	if (!scan_mark(s, at->end, ','))
		return false;
	if (cue_at(s, i, NULL) == CUE_ASSIGN)
		return true;
	after = actors_at(s, i, at->to, false, &who);
	return after > i && cue_orders(cue_at(s, after, NULL));
}

bool limit_ends_clause(const setting *at)
{
	return at->end >= at->to || scan_mark(at->s, at->end, '.') ||
	       scan_mark(at->s, at->end, ';');
}

/* "báo cáo UBND tỉnh", "báo cáo Thường trực Đảng ủy": is somebody reported to right before
 * token i, rather than something reported? */
bool limit_receiver(const scan *s, uint32_t i)
{
	for (uint32_t j = i, n = 0; j > 0 && n < BODY_WORDS; j--, n++) {
		uint32_t k = j - 1 + scan_tok(s, j - 1)->cue_len;
		enum cue next = (enum cue)scan_tok(s, k)->cue;

		if (scan_tok(s, j - 1)->cue == CUE_REPORT)
			return k < i && (scan_tok(s, k)->flags & TF_CAP) &&
			       ((scan_tok(s, k)->flags & TF_BODY) || next == CUE_HEAD ||
			        next == CUE_POST);
	}
	return false;
}

/* "giao các chủ đầu tư ..., đến ngày 31/12/2026 giải ngân đạt 100%": an order's target. */
static bool attains(const setting *at)
{
	const scan *s = at->s;
	uint32_t to = at->end + NEAR < at->to ? at->end + NEAR : at->to;

	for (uint32_t i = at->end; i < to; i++)
		if (scan_is(s, i, W_DAT_4)) /* "đạt 100%", "đạt tối thiểu 60%" */
			return (scan_tok(s, i + 1)->kind == TOK_NUM ||
			        scan_tok(s, i + 2)->kind == TOK_NUM ||
			        scan_tok(s, i + 3)->kind == TOK_NUM) &&
			       cue_between(s, at->from, at->tok, CUE_ASSIGN);
	return false;
}

/* "phấn đấu đến ngày 31/12/2026 giải ngân 100%": a target day. */
bool limit_aimed(const setting *at, const datex *d)
{
	uint32_t i = at->tok;

	if ((d->kind != DATE_DAY && d->kind != DATE_INSTANT) || i < at->from + 2)
		return false;
	return scan_is(at->s, i - 1, W_DEN) &&
	       (cue_between(at->s, tokens_back(i, NEAR, at->from), i - 1, CUE_EXHORT) ||
	        attains(at)) &&
	       !limit_of_validity(at) && !limit_told(at) && !limit_expected(at);
}

/* "gửi danh sách về Phòng Hành chính" right before the date: is anything sent to somebody there? */
static bool sent_to(const setting *at)
{
	const scan *s = at->s;
	uint32_t from = tokens_back(at->tok, CLAUSE, at->from), i = at->tok;

	while (i > from && scan_tok(s, i - 1)->kind == TOK_WORD && !scan_is(s, i - 1, W_VE))
		i--;
	/* "nộp bài thu hoạch cho giáo viên ngày 10/6." */
	if (i == from || !scan_is(s, i - 1, W_VE))
		return says_any_in(s, i, at->tok, SAID("nộp")) + 1 < at->tok &&
		       limit_ends_clause(at) && !word_between(s, at->from, at->tok, W_DA_3) &&
		       limit_paper_announces(at);
	return i < at->tok &&
	       ((scan_tok(s, i)->flags & TF_BODY) || scan_tok(s, i)->cue == CUE_HEAD ||
	        scan_tok(s, i)->cue == CUE_POST) &&
	       cue_between(s, from, i - 1, CUE_REPORT) &&
	       !word_between(s, at->from, at->tok, W_DA_3) && limit_paper_announces(at);
}

/* "gửi về Sở Nội vụ vào ngày 15/8": a day named for handing over, not for a meeting. */
static bool delivers_on(const setting *at, const datex *d)
{
	const scan *s = at->s;
	uint32_t i = at->tok, from = tokens_back(at->tok, 2 * CLAUSE, at->from);

	if ((d->kind != DATE_DAY && d->kind != DATE_INSTANT) || i < at->from + 3)
		return false;
	/* "trình Giám đốc Sở ngày 20/8.", "gửi về Phòng Hành chính ngày 20/8 để tổng hợp": whoever receives stands right
	 * before it */
	if (!scan_is(s, i - 1, W_VAO))
		return scan_is(s, i, W_NGAY) &&
		       (limit_ends_clause(at) || scan_is(s, at->end, W_DE)) &&
		       (limit_receiver(s, i) || sent_to(at)) && !limit_told(at) &&
		       !limit_expected(at);
	while (from < i && !cue_between(s, from, from + 1, CUE_REPORT) &&
	       says(s, from, S("nộp")) == 0)
		from++;
	return from < i && !limit_told(at) && !limit_expected(at) &&
	       !word_between(s, from, i, W_HOP_4) && !pair_between(s, from, i, W_HOI_4, W_NGHI) &&
	       !pair_between(s, from, i, W_TO_2, W_CHUC_1) && !limit_of_validity(at);
}

/* "xong trước Tết Thanh minh (ngày 05/4/2026)": the bound stands before what is that day. */
static bool before_event(const setting *at, datex *d)
{
	const scan *s = at->s;
	static const slice moments[] = {
		S("giờ"),          S("phiên"),         S("cuộc"),
		S("buổi"),         S("kỳ họp"),        S("kỳ thi"),
		S("thời điểm"),    S("hội nghị"),      S("lễ"),
		S("mùa"),          S("khi"),           S("đại hội"),
		S("ngày diễn ra"), S("ngày khai mạc"), S("ngày khai giảng")};
	SAYINGS(moments);
	uint32_t i = at->tok, from = tokens_back(at->tok, 3 * NEAR, at->from);

	if ((d->kind != DATE_DAY && d->kind != DATE_INSTANT && d->kind != DATE_MONTH) ||
	    i == at->from || !scan_mark(s, i - 1, '(') || !scan_mark(s, at->end, ')'))
		return false;
	for (i--; i > from; i--) {
		if (scan_tok(s, i - 1)->kind == TOK_PUNCT)
			return false;
		if (!scan_is(s, i - 1, W_TRUOC))
			continue;
		if ((!(scan_tok(s, i + scan_is(s, i, W_NGAY))->flags & TF_CAP) &&
		     says_any(s, i, &said_moments, NULL) == 0) ||
		    limit_told(at) || d->first == CMIN_NONE)
			return false;
		d->bound = BOUND_BEFORE;
		d->inclusive = 0;
		d->last = d->first - 1;
		d->first = CMIN_NONE;
		return true;
	}
	return false;
}

/* "Doanh nghiệp được lùi thời điểm đóng đến ngày": whoever is granted time is told nothing, where "Thời hạn báo cáo
 * được lùi sang ngày" tells until when. */
static bool is_granted(const setting *at, uint32_t i)
{
	const scan *s = at->s;

	if (!scan_is(s, i, W_DUOC) && !(i > at->from && scan_is(s, i - 1, W_DUOC)))
		return false;
	return !limit_named(s, at->from, i) && !pair_between(s, at->from, i, W_THOI, W_GIAN) &&
	       !cue_between(s, at->from, i, CUE_ASSIGN);
}

bool limit_moves(const setting *at)
{
	static const slice moves[] = {S("gia hạn"),
	                              S("lùi thời"),
	                              S("lùi tiến độ"),
	                              S("điều chỉnh thời hạn"),
	                              S("điều chỉnh thời gian"),
	                              S("kéo dài thời"),
	                              S("được lùi"),
	                              S("điều chỉnh tiến độ")};
	SAYINGS(moves);

	const scan *s = at->s;
	uint32_t i = says_any_in(s, at->from, at->tok, &said_moves);

	/* "gia hạn 05 tháng đối với số thuế từ tháng 1 đến tháng 5": how much time is given, and of what */
	if (i < at->tok && s->r->dates.p[at->date].kind == DATE_PERIOD &&
	    s->r->dates.p[at->date].value.n < sizeof "2026-05-10/2026-05-14" - 1 &&
	    pair_between(s, i, at->tok, W_DOI_1, W_VOI_1))
		return false;

	/* "Nếu dịch chưa thuyên giảm thì thời gian được lùi đến": only then */
	return i < at->tok && !is_granted(at, i) && !scan_is(s, at->from, W_NEEU_1);
}

/* "gia hạn ... từ ngày 30/5 đến ngày 15/6", "lùi thời hạn ... sang ngày 15/6": until when time is
 * given. */
bool limit_moved(const setting *at, datex *d)
{
	const scan *s = at->s;
	uint32_t i = at->tok;
	slice end = d->value;

	if (i == at->from || (d->kind != DATE_PERIOD && !scan_is(s, i - 1, W_SANG) &&
	                      !(scan_is(s, i - 1, W_VAO) && scan_is(s, i - 2, W_SANG)) &&
	                      !scan_is(s, i - 1, W_THANH)))
		return false;
	if (!limit_moves(at) || limit_told(at) || limit_expected(at) || limit_of_validity(at))
		return false;
	if (d->kind ==
	    DATE_PERIOD) { /* "kéo dài giai đoạn 2017 - 2020 sang năm 2021" is of years */
		if (d->value.n == sizeof "2017/2020" - 1 || !slice_cut(&end, '/', &d->value))
			return false;
		d->value = end;
		d->kind = end.n == sizeof "2026-05" - 1 ? DATE_MONTH : DATE_DAY;
	}
	d->bound = BOUND_UNTIL;
	d->inclusive = 1;
	d->first = CMIN_NONE;
	return true;
}

bool limit_paper_orders(const setting *at)
{
	const scan *s = at->s;
	const block *head;

	if (s->r->purpose == PURPOSE_CONCLUSION || s->r->purpose == PURPOSE_ASSIGNMENT ||
	    s->r->purpose == PURPOSE_URGING)
		return true;
	if (at->b == NULL || at->b->parent < 0)
		return false;
	head = &s->r->blocks.p[at->b->parent];
	return head->ntok != 0 && scan_mark(s, head->tok + head->ntok - 1, ':') &&
	       cue_between(s, head->tok, head->tok + head->ntok, CUE_ASSIGN);
}

bool limit_paper_announces(const setting *at)
{
	switch (at->s->r->purpose) {
	case PURPOSE_NONE:
	case PURPOSE_INFORMATION:
	case PURPOSE_OTHER:
		return true;
	default:
		return limit_paper_orders(at);
	}
}

bool limit_passive(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = at->tok;

	i -= i > at->from + 2 && !scan_is(s, i - 1, W_DUOC);
	return i > at->from + 1 && scan_is(s, i - 1, W_DUOC) && scan_is(s, i - 2, W_PHAI_2);
}

bool limit_is_done(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = scan_next(s, at->from, at->tok, W_DUOC) + 1;

	/* not "làm thẻ cho người không đi được, mỗi tháng 02 buổi", nor "được Ban công bố", nor "được nhờ gửi" */
	return i < at->tok && limit_does(s, i, i + 1) && says(s, i, S("nhờ")) == 0 &&
	       !scan_is(s, at->from, W_VIEC) && !word_between(s, at->from, at->tok, W_PHAI_2) &&
	       !cue_between(s, at->from, at->tok, CUE_ASSIGN) &&
	       !cue_between(s, at->from, at->tok, CUE_DUTY) && !order_begins(s, at->from, at->tok);
}

/* "Thay cho thời hạn ngày 20/5, đề nghị gửi trước ngày 30/5": a limit that no longer holds */
static bool gone_by(const setting *at)
{
	static const slice gone[] = {S("thay cho thời hạn"), S("thay thế thời hạn"),
	                             S("thay vì thời hạn"), S("thay vì")};
	SAYINGS(gone);

	return says_any_in(at->s, tokens_back(at->tok, 2 * NEAR, at->from), at->tok, &said_gone) <
	       at->tok;
}

/* "Lộ trình: Quý II/2026 hoàn thành dự thảo, Quý III/2026 trình HĐND": in a paper that orders, a month or a quarter at the
 * head of its clause, and what to do right behind it */
static bool heads_clause(const setting *at, const datex *d)
{
	const scan *s = at->s;
	uint32_t i = at->tok, next = at->end + scan_mark(s, at->end, ':');

	if ((d->kind != DATE_MONTH && d->kind != DATE_QUARTER) || d->bound != BOUND_NONE ||
	    (scan_tok(s, next)->cue != CUE_VERB && scan_tok(s, next)->cue != CUE_REPORT))
		return false;
	return (i == at->from || scan_mark(s, i - 1, ':') || scan_mark(s, i - 1, ',')) &&
	       limit_paper_orders(at) && !word_between(s, at->from, at->to, W_DA_3) &&
	       !word_between(s, at->from, at->to, W_SE_3) && !limit_told(at) &&
	       limit_event(s, at->end, at->to) >= at->to;
}

/* No bound word of its own, but the clause or the column gives one. */
bool limit_by_context(const setting *at, datex *d)
{
	const scan *s = at->s;
	uint32_t i = at->tok;
	bool head = false;

	if (at->labelled || heads_order(at) || heads_clause(at, d)) {
		head = true;
	} else if (gone_by(at)) {
		return false;
	} else if (d->kind == DATE_DAY || d->kind == DATE_INSTANT || d->kind == DATE_MONTH) {
		while (i > at->from && (scan_is(s, i - 1, W_LA) || scan_is(s, i - 1, W_VAO) ||
		                        scan_mark(s, i - 1, ':')))
			i--;
		/* "hạn chót 15/9", "thời hạn 15/9" */
		if (i == at->tok && i > at->from + 1 &&
		    (scan_is(s, i - 1, W_HAN_4) || scan_is(s, i - 2, W_HAN_4)))
			head = limit_named(s, i - 2, i) && !limit_of_validity(at) &&
			       !limit_told(at);
		else if (i < at->tok)
			head = (limit_named(s, tokens_back(i, 2 * NEAR, at->from), i) ||
			        limit_named(s, at->from, at->from + 2) ||
			        (scan_is(s, at->tok - 1, W_LA) && limit_beside(at, d))) &&
			       !limit_of_validity(at) && !limit_told(at) && !limit_of_thing(at);
		else /* "Hạn nộp hồ sơ ngày 15/9." */
			head = limit_named(s, at->from, at->from + 2) && limit_ends_clause(at) &&
			       limit_does(s, at->from, at->tok) &&
			       scan_next_mark(s, at->from, at->tok) >= at->tok &&
			       !limit_of_validity(at) && !limit_told(at);
	}
	if (before_event(at, d) || limit_moved(at, d))
		return true;
	head = head || limit_aimed(at, d) || delivers_on(at, d);
	if (!head)
		return false;
	d->bound = d->kind == DATE_DAY || d->kind == DATE_INSTANT ? BOUND_BY : BOUND_WITHIN;
	d->inclusive = 1;
	if (d->bound == BOUND_BY)
		d->first = CMIN_NONE;
	return true;
}
