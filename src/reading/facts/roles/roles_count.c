/*
 * roles_count.c - is counted time ("trong 05 ngày làm việc kể từ ngày ký", "sau khi kết thúc đợt
 * kiểm tra 03 ngày") a limit that somebody must keep, or how long something takes?
 *
 * Questions about one date and its sentence; no state.
 */
#include "reading/facts/roles/roles_priv.h"

#include "reading/facts/text/phrase.h"

enum { NEAR = 4, CLAUSE = 14 };

bool limit_spoken_of(const setting *at)
{
	return limit_named(at->s, tokens_back(at->tok, CLAUSE, at->from), at->tok);
}

/* Does any word of the sentence tell somebody, or say what to do? */
static bool orders_something(const setting *at)
{
	static const enum cue cues[] = {CUE_ASSIGN, CUE_VERB, CUE_REPORT,
	                                CUE_LEAD,   CUE_DUTY, CUE_EXHORT};

	for (size_t k = 0; k < ARRAY_LEN(cues); k++)
		if (cue_between(at->s, at->from, at->to, cues[k]))
			return true;
	return limit_spoken_of(at) || pair_between(at->s, at->from, at->to, W_HOAN, W_THANH) ||
	       word_between(at->s, at->from, at->to, W_XONG);
}

static const slice lasting[] = {S("đủ dùng"),  S("liên tục"),    S("liên tiếp"), S("duy trì"),
                                S("niêm yết"), S("công khai"),   S("cách ly"),   S("lưu giữ"),
                                S("lưu trữ"),  S("thường trực"), S("bảo quản")};
SAYINGS(lasting);

/* "trong 07 ngày đầu", "trong 05 ngày liền": how long; "báo cáo trong 05 ngày tiếp theo" is a limit. */
static bool runs_on(const setting *at)
{
	static const slice on[] = {S("đầu"), S("liền"), S("tiếp theo")};
	SAYINGS(on);

	return says_any(at->s, at->end, &said_on, NULL) != 0 &&
	       !cue_between(at->s, at->from, at->tok, CUE_REPORT);
}

/* "05 ngày làm việc" in the column of limits: counted from a day that nobody names. */
static bool from_column(datex *d)
{
	int32_t n = 0;
	size_t i = 1;

	for (; i < d->value.n && d->value.p[i] >= '0' && d->value.p[i] <= '9'; i++)
		n = n * 10 + (d->value.p[i] - '0');
	if (n == 0 || i + 2 < d->value.n || d->value.p[d->value.n - 1] != 'D')
		return false;
	d->kind = DATE_RELATIVE;
	d->relative.count = n;
	d->relative.unit = i + 1 < d->value.n ? UNIT_WORKING_DAY : UNIT_DAY;
	d->relative.from = ANCHOR_NONE;
	d->flags |= DF_NO_ANCHOR;
	return true;
}

/* "trong 30 ngày, từ ngày 01/6 đến ngày 30/6", "trong 2 ngày (30/4 và 01/5)": how many they are, and
 * which */
static bool is_tally(const setting *at)
{
	const scan *s = at->s;
	const datexes *all = &s->r->dates;
	const datex *next = at->date + 1 < all->n ? &all->p[at->date + 1] : NULL;
	bool bracket = scan_mark(s, at->end, '(');

	if (bracket && scan_tok(s, at->end + 1)->kind == TOK_NUM &&
	    (scan_mark(s, at->end + 2, '/') || scan_mark(s, at->end + 2, '-')))
		return true;
	if (next == NULL || next->bound == BOUND_BEFORE || next->bound == BOUND_BY)
		return false;
	return next->tok == at->end + (bracket || scan_mark(s, at->end, ',')) &&
	       (next->kind == DATE_PERIOD || (bracket && next->kind == DATE_DAY));
}

/* A reply tells what a rule has whoever applies do, unless somebody is told in so many words; "Việc đi lại trong vòng
 * 14 ngày phải dùng xe riêng" is how long what is spoken of lasts. */
static bool is_norm(const setting *at, const datex *d)
{
	const scan *s = at->s;

	return (s->r->purpose == PURPOSE_REPLY && !cue_between(s, at->from, at->to, CUE_ASSIGN)) ||
	       (d->relative.from == ANCHOR_NONE && scan_is(s, at->from, W_VIEC) &&
	        scan_is(s, at->end, W_PHAI_2));
}

/* How long a service or a contract's step takes: what the public may expect */
static bool of_service(const setting *at)
{
	static const slice services[] = {S("thời hạn giải quyết"), S("thời gian giải quyết"),
	                                 S("thời hạn bảo hành"),   S("thời gian bảo hành"),
	                                 S("thời hạn thanh toán"), S("thời gian xử lý hồ sơ"),
	                                 S("thời hạn xử lý")};
	static const slice norms[] = {S("theo quy chế"), S("theo quy định"), S("theo quy trình")};
	SAYINGS(services);
	SAYINGS(norms);
	const scan *s = at->s;

	/* "Thời hạn giải quyết hồ sơ là 05 ngày", "giải quyết trong 03 ngày làm việc theo quy chế" */
	return says_any(s, at->from, &said_services, NULL) != 0 ||
	       (at->tok > at->from + NEAR &&
	        says_any(s, at->tok - NEAR, &said_services, NULL) != 0) ||
	       says_any(s, at->end, &said_norms, NULL) != 0;
}

/* "Thời hạn nhận phiếu đăng ký dự tuyển là 30 ngày kể từ ngày thông báo" */
static bool is_time_to_hand_in(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = at->from + 2;

	return i < at->tok && scan_is(s, at->tok - 1, W_LA) && scan_is(s, i - 1, W_HAN_4) &&
	       scan_is(s, i - 2, W_THOI) && s->r->dates.p[at->date].relative.from != ANCHOR_NONE &&
	       (limit_takes_in(s, i) || scan_is(s, i, W_NOP_4) || scan_is(s, i, W_GUI) ||
	        says(s, i, S("đăng ký")) != 0);
}

bool limit_relative(const setting *at, datex *d)
{
	if (d->relative.from == ANCHOR_NONE && is_tally(at))
		return false;
	if (d->kind == DATE_DURATION && !(at->labelled && from_column(d)))
		return false;
	/* "10 ngày kể từ ngày ban hành" in the column of limits */
	if (at->labelled && d->bound == BOUND_NONE) {
		d->bound = BOUND_WITHIN;
		d->inclusive = 1;
	}
	if (d->relative.unit < UNIT_DAY && d->relative.from == ANCHOR_NONE)
		return false;
	/* "trong 01 buổi sáng", "niêm yết trong thời gian 03 ngày": how long; "sau mỗi cuộc họp" */
	if (slice_eq(d->value, S("P0.5D")) || word_between(at->s, at->end, at->end + 2, W_MOI_3) ||
	    (d->relative.from == ANCHOR_NONE && says(at->s, at->tok, S("trong thời gian")) != 0))
		return false;
	if (is_time_to_hand_in(at))
		return !limit_told(at) && limit_paper_announces(at);
	/* "báo cáo sau 03 ngày kể từ ngày kết thúc đợt kiểm tra": when to hand over, not when
	 * something falls due by itself */
	if (d->relative.from == ANCHOR_EVENT && d->bound != BOUND_WITHIN && d->bound != BOUND_BY)
		return d->bound == BOUND_FROM &&
		       cue_between(at->s, tokens_back(at->tok, CLAUSE, at->from), at->tok,
		                   CUE_REPORT) &&
		       !limit_told(at) && !of_service(at);
	if (d->bound != BOUND_WITHIN && d->bound != BOUND_BY && d->relative.from == ANCHOR_NONE)
		return false;
	/* "phải được niêm yết trong thời hạn 30 ngày": how the law wants it done. */
	if (d->relative.from == ANCHOR_NONE &&
	    pair_between(at->s, at->from, at->tok, W_PHAI_2, W_DUOC))
		return false;
	if (of_service(at))
		return false;
	/* "dự trữ lương thực đủ dùng trong 07 ngày": how long it is to last */
	if (d->relative.from == ANCHOR_NONE && (said_before(at->s, at->tok, &said_lasting) != 0 ||
	                                        says_any(at->s, at->end, &said_lasting, NULL) != 0))
		return false;
	if (d->relative.from == ANCHOR_NONE && runs_on(at))
		return false;
	/* "xét nghiệm âm tính trong vòng 72 giờ trước khi xuất cảnh": of what must be so by then */
	if (d->bound == BOUND_WITHIN && pair_between(at->s, at->tok, at->end, W_TRUOC, W_KHI))
		return false;
	/* "trong 30 ngày qua": past */
	if (is_norm(at, d) || scan_is(at->s, at->end, W_QUA))
		return false;
	/* "Trong 03 ngày tới, khu vực có mưa to" */
	if (d->relative.from == ANCHOR_NONE && at->tok == at->from &&
	    scan_mark(at->s, at->end + 1, ',') && scan_is(at->s, at->end, W_TOWI_1) &&
	    !cue_between(at->s, at->end, at->to, CUE_VERB) &&
	    !cue_between(at->s, at->end, at->to, CUE_REPORT))
		return false;
	/* "trong 5 năm", "trong 06 tháng" without a start is a stretch of time. */
	if (d->relative.from == ANCHOR_NONE && d->relative.unit > UNIT_WEEK)
		return limit_spoken_of(at);
	if (d->bound == BOUND_NONE && !cue_between(at->s, at->from, at->to, CUE_REPORT))
		return false;
	/* "Trời mưa liên tục trong 05 ngày": nothing is to be done */
	if (d->relative.from == ANCHOR_NONE && !at->labelled && !orders_something(at))
		return false;
	return !limit_told(at) && !limit_of_validity(at) && !limit_of_thing(at) && !limit_lasts(at);
}
