/*
 * roles_told.c - limits that are only told of: an order given earlier or by others, a
 * letter that came, a rule that is quoted.
 *
 * Such a day binds nobody here, however it is worded; whoever it binds was told by the
 * document that is quoted. Questions about one date and its sentence; no state.
 */
#include "reading/facts/roles/roles_priv.h"

#include "reading/facts/text/phrase.h"
#include "reading/facts/text/within.h"
#include "reading/facts/told/told.h"

enum { NEAR = 4, CLAUSE = 14, QUOTED_MAX = 160 };

/* Is there an order among tokens [i, j) that a comma sets off: a new one? */
static bool new_order(const scan *s, uint32_t i, uint32_t j)
{
	for (; i < j; i++)
		if ((scan_mark(s, i, ',') || scan_mark(s, i, ':')) &&
		    cue_between(s, i + 1, i + 2 < j ? i + 2 : j, CUE_ASSIGN))
			return true;
	return false;
}

/* What "đã" at i tells of: an order given ("đã giao"), a letter that gives one ("đã
 * có Công văn … yêu cầu"), or neither. */
static bool tells_order(const setting *at, uint32_t i)
{
	const scan *s = at->s;
	uint16_t before = i > at->from ? scan_tok(s, i - 1)->word : 0;
	uint16_t next = scan_tok(s, i + 1)->word;

	/* "nhiệm vụ đã giao": an attribute of what is to be done. */
	if (before == W_VU_4 || before == W_VIEC || before == W_DUNG || before == W_TIEU ||
	    cue_between(s, at->from, i, CUE_ASSIGN))
		return false;
	if (next == W_CO_1 || (next == W_BAN && scan_is(s, i + 2, W_HANH)))
		return cue_between(s, i + 3, at->tok, CUE_ASSIGN) && !new_order(s, i + 3, at->tok);
	return (next == W_GIAO || next == W_YEU || next == W_CHI_2 || next == W_DDE_5) &&
	       !cue_between(s, i + 2, at->tok, CUE_ASSIGN);
}

/* Does what stands above block b in a report ask for something or set tasks: its heading, or the chapter? */
static bool under_tasks(const scan *s, const block *b)
{
	enum { ABOVE = 40, HEADING = 40 };
	const block *x = b;

	for (uint32_t n = 0; n < ABOVE && x > s->r->blocks.p; n++) {
		uint32_t end;

		x = x->parent >= 0 ? &s->r->blocks.p[x->parent] : x - 1;
		end = x->tok + (x->ntok < HEADING ? x->ntok : HEADING);
		if (x->ntok == 0 ||
		    (x->marker_class == MARKER_NONE && !scan_mark(s, x->tok + x->ntok - 1, ':')))
			continue;
		if (cue_between(s, x->tok, end, CUE_ASSIGN) ||
		    pair_between(s, x->tok, end, W_NHIEM_4, W_VU_4) ||
		    says_any_in(s, x->tok, end, SAID("kiến nghị")) < end)
			return true;
		if (x->marker_class == MARKER_ROMAN)
			return false;
	}
	return false;
}

/* A report tells how things stand: there a day binds where the sentence begins with an order, somebody is told, heads it
 * or gets something, or what stands above sets tasks. */
static bool only_tells(const setting *at)
{
	const scan *s = at->s;
	actors who = {0};

	if (s->r->purpose != PURPOSE_REPORT || at->labelled || order_begins(s, at->from, at->tok) ||
	    cue_between(s, at->from, at->tok, CUE_ASSIGN) ||
	    (cue_between(s, at->from, at->tok, CUE_REPORT) &&
	     word_between(s, at->from, at->tok, W_VE)))
		return false;
	return !limit_tells(at) && actors_at(s, at->from, at->to, false, &who) == at->from &&
	       at->b != NULL && !under_tasks(s, at->b);
}

/* A report or a reply tells what was done and what others had ordered. */
static bool is_reported(const setting *at)
{
	const scan *s = at->s;
	purpose p = s->r->purpose;
	uint32_t order, behind;

	if (p != PURPOSE_REPORT && p != PURPOSE_REPLY)
		return false;
	if (only_tells(at))
		return true;
	for (uint32_t i = at->tok; i > at->from && !cue_between(s, i - 1, i, CUE_ASSIGN); i--)
		if (scan_is(s, i - 1, W_DA_3))
			return true;
	/* "UBND tỉnh giao hoàn thành trước ngày 30/6; đến nay đạt 60%": what others asked of the writer */
	order = cue_next(s, at->from, at->tok, CUE_ASSIGN);
	if (p != PURPOSE_REPORT || order >= at->tok || order == at->from)
		return false;
	behind = order + scan_tok(s, order)->cue_len;
	return (scan_tok(s, behind)->cue == CUE_VERB || scan_tok(s, behind)->cue == CUE_REPORT) &&
	       limit_other_receives(s, order);
}

/* Is somebody told, or said what to do, right behind a comma before the date: "Theo Kế hoạch số 45, |
 * Sở A rà soát trước ngày"? */
static bool acts_behind_comma(const setting *at)
{
	const scan *s = at->s;

	for (uint32_t i = at->from; (i = scan_next(s, i, at->tok, ',')) < at->tok; i++) {
		actors who = {0};
		enum cue cue = (enum cue)scan_tok(s, i + 1)->cue;

		if (cue_orders(cue) || cue == CUE_ASSIGN || cue == CUE_ADVERB ||
		    cue == CUE_EXHORT || actors_at(s, i + 1, at->tok, false, &who) > i + 1)
			return true;
	}
	return false;
}

/* "Để kịp báo cáo Bộ (trước ngày 30/5), đề nghị": is the day in what the sentence aims at, before
 * anybody is told? Not where the aim ends with a comma before it: "Để bảo đảm tiến độ, Sở A hoàn
 * thành trước ngày". */
static bool aims_first(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = at->from;

	if (!(scan_tok(s, i)->flags & TF_CAP) || !(scan_is(s, i, W_DE) || scan_is(s, i, W_NHAM)))
		return false;
	return scan_next(s, i, at->tok, ',') >= at->tok ||
	       cue_between(s, at->end, at->to, CUE_ASSIGN);
}

/* "Do thời hạn tỉnh giao là trước ngày 15/9, Sở A đề nghị gửi trước ngày 13/9": is the day in the ground of what is
 * asked behind its comma? */
static bool in_ground(const setting *at)
{
	const scan *s = at->s;
	uint32_t comma = scan_next(s, at->end, at->to, ',');

	return ((scan_is(s, at->from, W_DO) && (scan_tok(s, at->from)->flags & TF_CAP)) ||
	        says(s, at->from, S("vì")) != 0) &&
	       scan_next(s, at->from, at->tok, ',') >= at->tok && comma < at->to &&
	       cue_between(s, comma, at->to, CUE_ASSIGN);
}

/* "- Theo Kế hoạch số 45, 14 phòng học phải xong trước ngày": an item that tells what is known, and
 * nobody to do it. */
static bool item_tells(const setting *at)
{
	const scan *s = at->s;

	if (!(scan_is(s, at->from, W_THEO) && (scan_tok(s, at->from)->flags & TF_CAP) &&
	      (scan_tok(s, at->from + 1)->flags & TF_CAP)))
		return aims_first(at) && !limit_tells(at);
	/* a law tells whoever it names */
	return scan_next(s, at->from, at->tok, ',') < at->tok &&
	       (limit_central(s, at->from + 1) || !acts_behind_comma(at));
}

/* "UBND tỉnh nhận được Công văn": does the sentence begin with what came in? */
static bool receives(const setting *at)
{
	const scan *s = at->s;
	uint32_t first = at->from, far = first + CLAUSE < at->tok ? first + CLAUSE : at->tok;

	for (uint32_t i = first; (i = scan_next(s, i, far, W_NHAN)) < far; i++)
		if (scan_is(s, i + 1, W_DUOC))
			return says_any_in(s, first, i, SAID("mong")) >= i;
	return false;
}

/* "UBND tỉnh nhận được Công văn ... về việc gia hạn đến ngày ...", "Theo Quy chế ..., các
 * bộ gửi báo cáo trước ngày ...": what moves the letter, before anybody is told. A bracket
 * in it quotes. */
static bool causes(const setting *at)
{
	const scan *s = at->s;
	uint32_t first = at->from, depth = 0;
	bool considers = scan_is(s, first, W_XET) && (scan_tok(s, first)->flags & TF_CAP);
	bool cause = considers, received = receives(at);

	if (at->b == NULL)
		return false;
	if (at->b->marker.len != 0 && first == at->b->tok && !receives(at))
		return item_tells(at);
	/* "Để kịp tiến độ, trước ngày 15/6, Sở A hoàn thành" */
	if (scan_is(s, first, W_DE) && limit_tells(at) &&
	    (at->tok == first || scan_mark(s, at->tok - 1, ',')))
		return false;
	/* "Phúc đáp Công văn ..., đề nghị gửi trước ngày ..., Sở A có ý kiến như sau:" */
	if ((s->r->purpose == PURPOSE_REPLY || s->r->purpose == PURPOSE_REPORT ||
	     says(s, first, S("phúc đáp")) != 0) &&
	    scan_mark(s, at->b->tok + at->b->ntok - 1, ':') && at->b->ntok > CLAUSE)
		return true;
	if (scan_is(s, first, W_THEO) && (scan_tok(s, first)->flags & TF_CAP))
		cause = scan_tok(s, first + 1)->flags & TF_CAP;
	/* "Để phấn đấu đến hết ngày ... đạt 45%, yêu cầu": an aim; "Tại khoản 2 Điều 5": a rule */
	cause |= aims_first(at) || ((scan_tok(s, first)->flags & TF_CAP) && rule_at(s, first));
	cause |= received;
	/* "Xét đề nghị của ...": that word asks nobody; nor does what came in, before a comma. */
	for (uint32_t i = considers ? first + 3 : first; cause && i < at->tok; i++) {
		if (scan_mark(s, i, '('))
			depth++;
		else if (scan_mark(s, i, ')') && depth > 0)
			depth--;
		else if (depth == 0 && cue_between(s, i, i + 1, CUE_ASSIGN) &&
		         (!received || scan_tok(s, i - 1)->kind == TOK_PUNCT) &&
		         !scan_is(s, i - 1, W_DUOC) && /* "cơ quan được giao quản lý" */
		         !ministry_before(s, i, false))
			return false;
	}
	return cause;
}

/* limit_causes() - causes(), and behind a word that heads the sentence: "Trả lời: Theo Kế hoạch số 47,
 * 14 phòng học phải xong trước ngày". */
bool limit_causes(const setting *at)
{
	setting own = *at;
	uint32_t far = at->from + NEAR < at->tok ? at->from + NEAR : at->tok;
	uint32_t colon = scan_next(at->s, at->from, far, ':');

	if (colon < far && scan_is(at->s, colon + 1, W_THEO)) {
		own.from = colon + 1;
		return item_tells(&own);
	}
	return causes(at);
}

/* Where the sentence of the date begins, parts set off by a semicolon and all. */
static uint32_t whole_sentence(const setting *at)
{
	uint32_t first = at->b != NULL ? at->b->tok : at->from, i = at->from;

	first = i > first + QUOTED_MAX ? i - QUOTED_MAX : first;
	while (i > first && !scan_mark(at->s, i - 1, '.'))
		i--;
	return i;
}

/* "... trong đó đề nghị giao Sở A lập; giao Sở B báo cáo trước ngày": what is quoted goes
 * on after a semicolon. */
static bool quoted_on(const setting *at)
{
	const scan *s = at->s;
	uint32_t first = at->b != NULL ? at->b->tok : at->from, i = at->from;

	first = i > first + QUOTED_MAX ? i - QUOTED_MAX : first;
	while (i > first && scan_mark(s, i - 1, ';') && cue_between(s, i, i + 1, CUE_ASSIGN))
		for (i--; i > first && !scan_mark(s, i - 1, ';') && !scan_mark(s, i - 1, '.'); i--)
			if (scan_is(s, i - 1, W_DOS_1) && cue_between(s, i, i + 1, CUE_ASSIGN))
				return quoted_within(s, i, whole_sentence(at));
	return false;
}

/* "Công văn số 12/BNV ... (đề nghị báo cáo trước ngày 15/6)", "yêu cầu tại Thông báo số 412 (bàn giao
 * trước ngày 15/8)": what that letter asks. */
static bool in_quoting_bracket(const setting *at)
{
	const scan *s = at->s;

	if (!at->bracket || s->r->citations.n == 0)
		return false;
	for (uint32_t i = at->tok; i > at->from && i + 2 * CLAUSE > at->tok; i--) {
		uint32_t k;

		if (scan_mark(s, i - 1, ')'))
			return false;
		if (!scan_mark(s, i - 1, '('))
			continue;
		k = citations_from(s, scan_tok(s, i)->at);
		/* "(chỉ tiêu tỉnh giao tại Quyết định số 2190 là 65% trước ngày": cited within it */
		if (k < s->r->citations.n && s->r->citations.p[k].number.n != 0 &&
		    span_end(s->r->citations.p[k].at) <= scan_tok(s, at->tok)->at)
			return scan_next(s, i, at->tok, ',') >= at->tok;
		if (k == 0 || s->r->citations.p[k - 1].at.at < scan_tok(s, at->from)->at)
			return false;
		if (cue_between(s, i, i + 1, CUE_ASSIGN) ||
		    (scan_is(s, at->from, W_CAN) && scan_is(s, at->from + 1, W_CU)))
			return true;
		while (i > at->from && scan_tok(s, i - 1)->at >= s->r->citations.p[k - 1].at.at)
			i--;
		return i > at->from && scan_is(s, i - 1, W_TAI);
	}
	return false;
}

/* "Ngày 02/5, Bộ Tài chính có Công văn số 55/BTC yêu cầu báo cáo trước ngày 31/5": what the
 * letter of another asks. */
static bool letter_tells(const setting *at)
{
	const scan *s = at->s;

	for (uint32_t i = at->from; i + 1 < at->tok; i++) {
		uint32_t begin, k;

		i = scan_next_either(s, i, at->tok, W_CO_1, W_HANH);
		if (i + 1 >= at->tok)
			break;
		begin = scan_tok(s, i + 1)->at;
		if (!scan_is(s, i, W_CO_1) && !(scan_is(s, i, W_HANH) && scan_is(s, i - 1, W_BAN)))
			continue;
		k = citations_from(s, begin);
		if (k == s->r->citations.n || s->r->citations.p[k].at.at != begin ||
		    s->r->citations.p[k].number.n == 0)
			continue;
		return cue_between(s, i + 1, at->tok, CUE_ASSIGN) && !new_order(s, i + 1, at->tok);
	}
	return false;
}

/* "xã A đã hoàn thành kiểm đếm trước ngày 05/8", "đã sơ tán 63 hộ trước 22 giờ": does "đã" at i tell
 * what was done by then? Not where anybody is told before it ("thiết bị đã cấp" says which). */
static bool was_done(const setting *at, uint32_t i)
{
	const scan *s = at->s;

	if (!cue_between(s, i + 1, i + 2, CUE_VERB) && !cue_between(s, i + 1, i + 2, CUE_REPORT) &&
	    !(scan_is(s, i + 1, W_HOAN) && scan_is(s, i + 2, W_THANH)))
		return false;
	for (uint32_t j = i + 1; j < at->tok; j++)
		if ((scan_tok(s, j)->kind == TOK_PUNCT && /* but "hơn 9.600 hộ" */
		     scan_tok(s, j + 1)->kind != TOK_NUM) ||
		    scan_is(s, j, W_PHAI_2))
			return false;
	for (uint32_t j = at->from; j < i; j++) {
		enum cue c = (enum cue)scan_tok(s, j)->cue;

		/* but "Sở Giáo dục và Đào tạo" */
		if (c == CUE_ASSIGN || c == CUE_REPORT ||
		    (c == CUE_VERB && (j == at->from || !(scan_tok(s, j)->flags & TF_CAP))))
			return false;
	}
	return true;
}

/* Does the order at token i of the date's sentence come from a ministry, or from a paper that is cited? */
static bool given_above(const setting *at, uint32_t i)
{
	return ministry_before(at->s, i, true) || order_given_by(at->s, i, at->from);
}

/* "Bộ Tài chính yêu cầu các địa phương báo cáo trước ngày 20" in the paper of a province; not where
 * whoever writes goes on to ask: "..., do đó đề nghị các xã báo cáo trước ngày 15" */
static bool ministry_asks(const setting *at)
{
	enum { THEREFORE = 4 };
	const scan *s = at->s;
	uint32_t i = cue_next(s, at->from, at->tok, CUE_ASSIGN);

	if (i >= at->tok || !given_above(at, i))
		return false;
	while ((i = cue_next(s, i + 1, at->tok, CUE_ASSIGN)) < at->tok)
		if (scan_next(s, tokens_back(i, THEREFORE, at->from), i, ',') < i &&
		    !given_above(at, i))
			return false;
	return true;
}

/* "thay thế Công văn số 100/SNV ngày 02/3 về việc báo cáo trước ngày 30/5": what a letter is called */
static bool in_letters_name(const setting *at)
{
	const scan *s = at->s;

	for (uint32_t i = at->tok; i > at->from + 1 && scan_tok(s, i - 1)->kind == TOK_WORD; i--) {
		uint32_t k;

		if (says(s, i - 1, S("về việc")) == 0)
			continue;
		k = citations_from(s, scan_tok(s, i - 1)->at);
		return k != 0 &&
		       span_end(s->r->citations.p[k - 1].at) + 2 >= scan_tok(s, i - 1)->at;
	}
	return false;
}

/* "Kế hoạch số 77/KH-TTCP của Thanh tra Chính phủ đặt hạn trước ngày", "Kiểm toán tại Báo cáo số 09 kiến
 * nghị thu hồi trước ngày": what a paper that is named says, where nobody is told. */
static bool paper_says(const setting *at)
{
	static const slice verbs[] = {S("đặt"),       S("đề ra"),       S("ấn định"),
	                              S("kiến nghị"), S("khuyến nghị"), S("xác định")};
	SAYINGS(verbs);
	const scan *s = at->s;
	uint32_t k = citations_from(s, scan_tok(s, at->from)->at), end, issuer;
	hit h;

	if (k >= s->r->citations.n || s->r->citations.p[k].number.n == 0)
		return false;
	end = span_end(s->r->citations.p[k].at);
	if (end >= scan_tok(s, at->tok)->at || cue_between(s, at->from, at->tok, CUE_ASSIGN))
		return false;
	for (k = at->from; scan_tok(s, k)->at < end;)
		k++;
	issuer = k + scan_is(s, k, W_CUA);
	if (issuer > k && body_at(s, issuer, &h))
		k = h.tok + h.ntok;
	return says_any(s, k, &said_verbs, NULL) != 0;
}

/* "... trong đó giao Sở A", "ban hành Chỉ thị số 11, theo đó, giao": does "đó" at i open an order that is quoted? */
static bool quotes_behind(const setting *at, uint32_t i)
{
	const scan *s = at->s;
	uint16_t before = scan_word(s, i - 1);
	uint32_t order = i + 1 +
	                 (scan_mark(s, i + 1, ',') && (before == W_THEO || before == W_TRONG));

	/* "đã ban hành Kế hoạch số 15, trong đó hoàn thành trước ngày" */
	return (cue_between(s, order, order + 1, CUE_ASSIGN) ||
	        (before == W_TRONG && scan_is(s, order, W_HOAN) &&
	         word_between(s, at->from, i, W_DA_3))) &&
	       before != W_DO && /* do đó */
	       quoted_within(s, order, whole_sentence(at));
}

/* An order that is only told: "UBND tỉnh đã giao … trước ngày …"; "trước ngày …,
 * nhưng đến nay chưa". */
bool limit_told(const setting *at)
{
	const scan *s = at->s;
	uint32_t near = at->to < at->end + NEAR ? at->to : at->end + NEAR;

	for (uint32_t i = at->from;
	     (i = scan_next_either(s, i, at->tok, W_DA_3, W_DOS_1)) < at->tok; i++)
		if (scan_is(s, i, W_DA_3) ? tells_order(at, i) || was_done(at, i)
		                          : quotes_behind(at, i))
			return true;
	if (quoted_on(at))
		return true;
	/* but "chậm nhất ngày 15/4, song phải duyệt xong" */
	if (scan_next_either(s, at->end, near, W_NHUNG, W_SONG) < near &&
	    !word_between(s, at->end, near, W_PHAI_2))
		return true;
	/* "chậm so với thời hạn trước ngày 20 hằng tháng đã quy định" */
	if (limit_ruled(at) || letter_tells(at) || limit_wished(at) || in_quoting_bracket(at) ||
	    in_letters_name(at) || limit_for_writer(at) || paper_says(at))
		return true;
	return ministry_asks(at) || limit_orders_writer(at) || limit_writer_must(at) ||
	       is_reported(at) || in_ground(at) || limit_causes(at);
}
