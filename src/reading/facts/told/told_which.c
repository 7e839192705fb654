/*
 * told_which.c - by what those who are told are told apart from others, and what stands between them and
 * their order: "các xã chưa gửi báo cáo", "trường nào có xe đưa đón", "khi tiến hành thanh tra".
 *
 * One walk looks a bounded way ahead for the order behind such words. Where none comes they tell of somebody,
 * and order nothing.
 */
#include "reading/facts/text/phrase.h"

#include "reading/facts/told/told_clause.h"

enum { CLAUSE = 48 };

/* What opens such a clause, with a verb of its own. */
static const slice opens[] = {S("có"),   S("được"), S("bị"),   S("không"), S("nào"), S("tham gia"),
                              S("chưa"), S("còn"),  S("đang"), S("đã"),    S("là")};
SAYINGS(opens);

static const uint8_t ends_of[ARRAY_LEN(opens)] = {
	BY_STRONG | BY_VERB | BY_COMMA | LISTED, /* có */
	BY_STRONG | BY_VERB | LISTED,            /* được */
	BY_STRONG | BY_VERB | BY_COMMA | LISTED, /* bị */
	BY_STRONG | BY_VERB | BY_COMMA | LISTED, /* không */
	BY_STRONG | BY_VERB | BY_COMMA | LISTED, /* nào */
	BY_STRONG,          /* tham gia */
	BY_STRONG | BY_REPORT | BY_COMMA,        /* chưa */
	BY_STRONG | BY_VERB,                     /* còn */
	BY_STRONG | BY_VERB,                     /* đang */
	BY_STRONG | BY_REPORT,                   /* đã */
	BY_STRONG | BY_VERB,                     /* là */
};

/* By what many of a kind work, rather than what they are told to do. */
static const slice trades[] = {S("kinh doanh"), S("sản xuất"),          S("chế biến"),
                               S("nuôi trồng"), S("khai thác"),         S("chăn nuôi"),
                               S("thi công"),   S("vận tải"),           S("trồng"),
                               S("nuôi"),       S("quản lý trực tiếp"), S("trực tiếp quản lý")};
SAYINGS(trades);

/* Words before a verb that change nothing of who does it. */
static const slice preverbs[] = {S("cùng"), S("chỉ"), S("tự"),    S("đều"), S("cũng"),
                                 S("vẫn"),  S("nên"), S("không"), S("nay")};
SAYINGS(preverbs);

/* What people are there for: one of them is told apart by it. */
static const slice serving[] = {S("trực"),      S("phụ trách"),      S("chuyên trách"),
                                S("tiếp nhận"), S("được phân công"), S("được giao")};
SAYINGS(serving);

uint32_t which_serves(const scan *s, uint32_t j)
{
	return says_any(s, j, &said_serving, NULL);
}

uint32_t which_preverb(const scan *s, uint32_t j)
{
	return says_any(s, j, &said_preverbs, NULL);
}

bool which_opens(const scan *s, uint32_t j)
{
	return says_any(s, j, &said_opens, NULL) != 0;
}

uint32_t which_trade(const scan *s, uint32_t j)
{
	return says_any(s, j, &said_trades, NULL);
}

/* Does an order begin at the lower-case word at j, whatever stands before it? */
static bool strong_at(const scan *s, uint32_t j, uint32_t end)
{
	uint32_t n;

	switch (cue_at(s, j, &n)) {
	case CUE_ADVERB: /* but for "đặc biệt khó khăn" */
		return order_begins(s, j + n, end);
	case CUE_VAGUE:
	case CUE_DUTY:
	case CUE_LEAD:
	case CUE_COORD:
	case CUE_PROHIBIT:
		return true;
	default:
		return (scan_is(s, j, W_RA_5) && scan_is(s, j + 1, W_SOAT_1)) ||
		       (scan_is(s, j, W_CHUAN_2) && scan_is(s, j + 1, W_BI_4));
	}
}

/* "các tổ chức dịch vụ", "người hướng dẫn": the word before j makes a noun of the verb there. */
bool noun_behind(const scan *s, uint32_t j)
{
	return scan_is(s, j - 1, W_CAC) || scan_is(s, j - 1, W_CUA) || scan_is(s, j - 1, W_NGUOI) ||
	       scan_is(s, j - 1, W_NHUNG_3);
}

/* "giấy phép khai thác", "nhu cầu thuê": does the noun before the verb at j ask for it? */
static bool noun_asks(const scan *s, uint32_t j)
{
	/* Behind these something may be sent. */
	static const slice sendable[] = {S("tiến độ"), S("đất")};
	static const slice asking[] = {
		S("việc"),        S("giấy phép"), S("dự án"),     S("kế hoạch"), S("chương trình"),
		S("hoạt động"),   S("công tác"),  S("nhiệm vụ"),  S("vốn"),      S("nhu cầu"),
		S("quyền"),       S("điều kiện"), S("chức năng"), S("lĩnh vực"), S("năng lực"),
		S("trách nhiệm"), S("nội dung"),  S("để"),        S("kết quả"),  S("được"),
		S("phải"),        S("tỷ lệ")};
	SAYINGS(sendable);
	SAYINGS(asking);

	return said_before(s, j, &said_asking) != 0 ||
	       (said_before(s, j, &said_sendable) != 0 && cue_at(s, j, NULL) != CUE_REPORT &&
	        says(s, j, S("nộp")) == 0);
}

/* May a verb behind the words of class c, tokens [i, j), begin the order? Behind another verb it is the object of
 * that. */
static bool noun_before(const scan *s, uint32_t i, uint32_t j, enum cue c)
{
	switch (c) {
	case CUE_NONE:
	case CUE_NOUN:
	case CUE_HEAD:
	case CUE_GENERIC:
	case CUE_RELATED:
	case CUE_DELIVERABLE:
		return j > i + 1 && !noun_asks(s, j) && !noun_behind(s, j);
	default:
		return false;
	}
}

/* How far one looks for the order behind such a clause, and what it met so far. */
typedef struct ends {
	uint32_t first, far;
	unsigned by;
	uint32_t verb, comma; /* where an order may begin; 0: none yet */
	enum cue before; /* the words before: behind those of a verb stands its object */
} ends;

/* What those are told who have not done it. */
static const slice now[] = {S("chỉ đạo"), S("gửi"), S("nộp"), S("đôn đốc"), S("bổ sung")};
SAYINGS(now);

/* One phrase of the clause, at k. True where it is over, with w->order where an order begins; *ret_to: where what it
 * says of the subject ends. */
static bool clause_ends(subject *w, ends *e, uint32_t k, uint32_t *ret_to)
{
	const scan *s = w->s;
	const token *t = scan_tok(s, k);
	enum cue c = cue_at(s, k, NULL);

	if (scan_mark(s, k, ':') && e->comma == 0 && order_begins(s, k + 1, w->end))
		return *ret_to = k, w->order = k + 1, true;
	/* "Bộ Y tế, tại Công văn số 4, yêu cầu các địa phương": whom they told */
	if (scan_mark(s, k, ';') || scan_mark(s, k, '.') || scan_mark(s, k, ':') ||
	    (c == CUE_ASSIGN && !(e->by & BY_VERB)) || scan_is(s, k, W_LA))
		return true;
	if (scan_mark(s, k, ',')) {
		e->before = CUE_VERB;
		if (e->comma != 0 || e->verb != 0 || (e->by & (BY_REPORT | BY_COMMA)) == BY_REPORT)
			return true;
		if ((e->by & BY_COMMA) && order_begins(s, k + 1, e->far) &&
		    !(scan_tok(s, k + 1)->flags & TF_CAP))
			e->comma = k;
		else if ((e->by & LISTED) && subject_head(s, k + 1, e->far) != k + 1)
			return *ret_to = k, true;
		return false;
	}
	if (scan_is(s, k, W_THI_5)) {
		w->order = order_begins(s, k + 1, e->far) ? k + 1 : 0;
		return *ret_to = k, true;
	}
	if (t->kind == TOK_WORD && !(t->flags & TF_CAP) && k > e->first && k != e->comma + 1) {
		/* "gửi ngay" */
		uint32_t post = scan_is(s, k, W_NGAY_0) && order_begins(s, k - 1, e->far);

		if ((e->by & BY_STRONG) &&
		    (strong_at(s, k, e->far) ||
		     (c != CUE_ADVERB && e->before != CUE_VERB && order_plain(s, k))))
			return *ret_to = w->order = k - post, true;
		if ((e->by & BY_REPORT) && e->verb == 0 && k > e->first + 1 &&
		    says_any(s, k, &said_now, NULL) != 0)
			e->verb = k;
		if (e->verb == 0 && e->comma == 0 &&
		    (c == CUE_REPORT ? e->by & (BY_VERB | BY_REPORT) : e->by & BY_VERB) &&
		    order_begins(s, k, e->far) && noun_before(s, e->first, k, e->before) &&
		    !(scan_tok(s, k + 1)->flags & TF_ROMAN))
			e->verb = k;
	}
	e->before = doing_at(s, k) ? CUE_VERB : t->flags & TF_CAP ? CUE_NONE : c;
	return false;
}

/* The order behind the clause that opens at j, its first word `n` tokens, which ends as `by` says: w->order, or none
 * yet where the list goes on behind it. False when neither comes. */
bool which_clause(subject *w, uint32_t j, uint32_t n, unsigned by, uint32_t *ret_to)
{
	const scan *s = w->s;
	ends e = {.first = j + n, .far = w->end < j + CLAUSE ? w->end : j + CLAUSE, .by = by};
	slice note;

	e.before = CUE_VERB;
	*ret_to = 0;
	for (uint32_t k = e.first; k < e.far; k += n) {
		if (name_bracket(s, k, e.far, &note) != k) {
			n = name_bracket(s, k, e.far, &note) - k;
			e.before = CUE_NONE;
			if (order_begins(s, k + n, e.far) && e.verb == 0 && e.comma == 0)
				e.verb = k + n; /* "chưa hoàn thành (theo danh sách) đẩy nhanh" */
			continue;
		}
		if (clause_ends(w, &e, k, ret_to))
			break;
		n = 1;
		if (scan_tok(s, k)->kind == TOK_WORD)
			n = scan_tok(s, k)->cue_len > 0 ? scan_tok(s, k)->cue_len : 1;
	}
	if (*ret_to != 0)
		return w->order != 0 || scan_mark(s, *ret_to, ',');
	if (e.comma == 0 && e.verb == 0)
		return false;
	e.verb -= e.verb != 0 && which_preverb(s, e.verb - 1) != 0;
	w->order = e.comma != 0 ? e.comma + 1 : e.verb;
	*ret_to = e.comma != 0 ? e.comma : e.verb;
	return true;
}

/* May a clause at j tell the last of them apart from others of its kind? None does so of one by its name. */
static bool may_tell_apart(const subject *w, uint32_t j)
{
	enum { BACK = 60 };
	const scan *s = w->s;
	const actor *a = subject_last(w);
	uint32_t k = j;

	if (a->agency.n != 0)
		return false;
	if (a->group.n != 0)
		return true;
	while (k > w->from && k + BACK > j && scan_tok(s, k - 1)->at >= a->at.at)
		k--;
	switch (cue_at(s, k, NULL)) {
	case CUE_GENERIC:
	case CUE_POST:
	case CUE_RANK:
		return true;
	default:
		return !(scan_tok(s, k)->flags & TF_CAP) || scan_is(s, j, W_NAO_5) ||
		       name_skip_quantifier(s, k, j) != k;
	}
}

/* "có nhiệm vụ quá hạn", "có nhiệm vụ lắp đặt biển báo phải hoàn thành" at j: do they only have a task? */
bool which_has_task(const scan *s, uint32_t j, uint32_t end)
{
	uint32_t n;

	return scan_is(s, j, W_CO_1) && cue_at(s, j, &n) == CUE_DUTY && !scan_mark(s, j + n, ':') &&
	       (!order_begins(s, j + n, end) || name_to_must(s, j + n, end) != j + n);
}

/* "Các cơ quan chủ trì gửi hồ sơ": the tokens of the word at j by which those of many are told apart who are in charge,
 * where another order follows at once; 0 when it is none. */
uint32_t which_in_charge(const scan *s, uint32_t j, const actor *of)
{
	uint32_t n = 0;

	if (of->agency.n != 0 || of->group.n != 0 || of->name.n != 0 || scan_is(s, j, W_LA) ||
	    cue_at(s, j, &n) != CUE_LEAD || scan_tok(s, j + n)->kind != TOK_WORD ||
	    (cue_at(s, j + n, NULL) != CUE_VERB && cue_at(s, j + n, NULL) != CUE_REPORT))
		return 0;
	return slice_starts(of->text, S("Các ")) || slice_starts(of->text, S("các ")) ? n : 0;
}

/* "Trưởng các khoa đào tạo, Giám đốc các trung tâm nộp": is the verb at j of the name, with nothing that it is done to,
 * before one more post? */
bool which_of_trade(const scan *s, uint32_t j, uint32_t end)
{
	uint32_t n = 0;

	return cue_at(s, j, &n) == CUE_VERB && scan_mark(s, j + n, ',') &&
	       cue_at(s, name_skip_quantifier(s, j + n + 1, end), NULL) == CUE_POST;
}

/* What the clause at j ends by, if it opens one; 0: it opens none. *ret_n: its first words. */
static unsigned opens_at(const subject *w, uint32_t j, uint32_t *ret_n)
{
	const scan *s = w->s;
	enum cue c = cue_at(s, j, NULL);
	size_t which = 0;
	uint32_t n;

	*ret_n = which_trade(s, j);
	if (*ret_n != 0 && subject_last(w)->group.n == 0)
		return BY_STRONG | BY_VERB | LISTED;
	*ret_n = says_any(s, j, &said_opens, &which);
	if (*ret_n == 0 || (c == CUE_VERB && !scan_is(s, j, W_THAM)) || c == CUE_LEAD ||
	    c == CUE_PROHIBIT || (c == CUE_DUTY && !which_has_task(s, j, w->end)))
		return 0;
	if ((scan_is(s, j, W_DANG) || scan_is(s, j, W_CON_5) || scan_is(s, j, W_DA_3)) &&
	    order_plain(s, j + 1))
		return 0;
	if (scan_is(s, j, W_DA_3) && !item_opens(s, w->from))
		return 0;
	/* "được phân công chuẩn bị": the verb of what was given */
	if (scan_is(s, j, W_DUOC) && cue_at(s, j + 1, &n) == CUE_ASSIGN &&
	    order_begins(s, j + 1 + n, w->end))
		*ret_n = 1 + n;
	*ret_n += scan_is(s, j, W_CON_5) && scan_next(s, j, j + 4, W_PHAI_2) < j + 4
	                  ? scan_next(s, j, j + 4, W_PHAI_2) - j
	                  : 0;
	return ends_of[which];
}

/* The clause at j, if it opens one that tells the last of them apart: *ret_to as of which_clause(). 0: it opens
 * none; -1: none that an order follows. */
int which_apart(subject *w, uint32_t j, uint32_t *ret_to)
{
	const scan *s = w->s;
	bool apart = may_tell_apart(w, j);
	uint32_t n = 0, given;
	unsigned by;

	/* "Sở Y tế được giao chủ trì" */
	if (scan_is(s, j, W_DUOC) && !apart && cue_at(s, j + 1, &given) == CUE_ASSIGN &&
	    order_begins(s, j + 1 + given, w->end)) {
		*ret_to = j;
		w->order = j + 1 + given;
		return 1;
	}
	/* "UBND xã A chưa nộp báo cáo: hoàn thiện, gửi" */
	if (scan_is(s, j, W_CHUA) && !apart && which_clause(w, j, 1, 0, ret_to))
		return *ret_to = j, 1;
	n = j > w->from && j == w->from + subject_people(s, w->from) ? which_serves(s, j) : 0;
	if (n != 0 && item_opens(s, w->from))
		return which_clause(w, j, n, BY_STRONG | BY_VERB, ret_to) ? 1 : -1;
	if (says(s, j, S("đã nhiều lần")) != 0 || says(s, j, S("được nghỉ")) != 0)
		return -1; /* what they did or get */
	if (which_in_charge(s, j, subject_last(w)) != 0) {
		*ret_to = w->order = j + which_in_charge(s, j, subject_last(w));
		return 1;
	}
	by = apart ? opens_at(w, j, &n) : 0;
	if (by == 0)
		return 0;
	if (which_clause(w, j, n, by, ret_to))
		return 1;
	return cue_at(s, j, NULL) == CUE_VERB || cue_at(s, j, NULL) == CUE_DUTY || doing_at(s, j)
	               ? 0
	               : -1;
}
