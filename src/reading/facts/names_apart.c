/*
 * names_apart.c - the plain words that tell one of many apart ("các doanh nghiệp viễn thông",
 * "các đơn vị khai thác cát"), up to the order.
 *
 * Each looks a bounded way ahead and returns the token of the order, or the place itself when
 * none is near: then the words are none of the name.
 */
#include "reading/facts/actors_priv.h"
#include "reading/facts/phrase.h"

void name_reaches(const scan *s, actors *list, uint32_t to)
{
	enum { BACK = 60 };
	actor *last = &list->p[list->n - 1];
	uint32_t past;

	to -= scan_mark(s, to - 1, ',') || scan_is(s, to - 1, W_THI_5);
	past = to;
	to = name_before_note(s, to > BACK ? to - BACK : 0, to, last);
	if (to != past && last->note.n == 0)
		(void)name_bracket(s, to, past, &last->note);
	last->at.len = token_end(scan_tok(s, to - 1)) - last->at.at;
	last->text = slice_at(s->tk.text, last->at);
}

bool name_joins(uint16_t word)
{
	if (word_binds(word))
		return false;
	switch (word) {
	case W_NAY_5:
	case W_KHONG:
	case W_CHUA:
	case W_THI_5:
	case W_DEN:
	case W_THEO:
	case W_CAC:
		return false;
	default:
		return true;
	}
}

bool name_must(const scan *s, uint32_t i, uint32_t j)
{
	/* Of others it may be said what they must: "rà soát hộ phải di dời". */
	static const slice looks_at[] = {
		S("rà soát"),   S("thống kê"), S("lập"),          S("đôn đốc"),  S("yêu cầu"),
		S("kiểm tra"),  S("xác định"), S("tuyên truyền"), S("vận động"), S("hướng dẫn"),
		S("thông báo"), S("theo dõi"), S("tổng hợp")};
	SAYINGS(looks_at);

	return scan_is(s, j, W_PHAI_2) && cue_orders(cue_at(s, j + 1, NULL)) &&
	       says_any(s, i, &said_looks_at, NULL) == 0;
}

uint32_t name_to_must(const scan *s, uint32_t i, uint32_t end)
{
	enum { WORDS = 14 };
	uint32_t far = end < i + WORDS ? end : i + WORDS, j = scan_next(s, i, far, W_PHAI_2);

	if (j >= far || j == i || !name_must(s, i, j))
		return i;
	for (uint32_t k = i; k < j; k++)
		if (scan_tok(s, k)->kind == TOK_PUNCT || scan_is(s, k, W_DE) ||
		    scan_is(s, k, W_CHO) || scan_is(s, k, W_KHI) || scan_is(s, k, W_KHONG) ||
		    cue_at(s, k, NULL) == CUE_ADVERB || cue_at(s, k, NULL) == CUE_ASSIGN ||
		    cue_at(s, k, NULL) == CUE_LEAD)
			return i;
	return j;
}

/* What many are told apart by rather than ordered to do. */
static const slice trades[] = {S("kinh doanh"), S("sản xuất"),          S("chế biến"),
                               S("nuôi trồng"), S("khai thác"),         S("chăn nuôi"),
                               S("thi công"),   S("quản lý trực tiếp"), S("trực tiếp quản lý")};
SAYINGS(trades);

static uint32_t trade_at(const scan *s, uint32_t i)
{
	return says_any(s, i, &said_trades, NULL);
}

/* "tổng dọn vệ sinh": the first word of doing of a verb at j, behind token i. */
static uint32_t first_doing(const scan *s, uint32_t i, uint32_t j)
{
	return j > i && doing_at(s, j - 1) ? j - 1 : j;
}

/* "các doanh nghiệp kinh doanh thuốc, các nhà thuốc rà soát", "Trưởng các khoa đào tạo, Giám đốc các
 * trung tâm nộp": does the list of who is told go on behind the comma at j? past: the token after
 * the last verb. */
static bool list_goes_on(const scan *s, uint32_t j, uint32_t past, uint32_t end)
{
	if (past == 0)
		return scan_is(s, j + 1, W_CAC);
	return past == j && cue_at(s, name_skip_quantifier(s, j + 1, end), NULL) == CUE_POST;
}

/* "Hai đơn vị cùng rà soát" */
static bool together_at(const scan *s, uint32_t j)
{
	return scan_is(s, j, W_CUNG_5) && cue_orders(cue_at(s, j + 1, NULL));
}

/* One walk over the words behind a generic one: what it met so far. */
typedef struct apart {
	uint32_t from, far; /* the first of them; where the walk ends at the latest */
	uint32_t verb; /* the first verb; `from` while there is none */
	uint32_t past; /* the token after the last verb; 0: none */
	uint32_t doing; /* the first plain word of doing behind plain words; `from`: none */
	bool plain; /* only plain words so far */
} apart;

enum { PLAIN_WORDS = 7, FAR_WORDS = 14 };

/* One step of the walk, at token j. False where the order begins at *ret_order, or where `a` must
 * do. *ret_next: the token to go on with. */
static bool apart_step(const scan *s, apart *a, uint32_t j, uint32_t *ret_next, uint32_t *ret_order)
{
	uint32_t n = 1;
	enum cue c = together_at(s, j) ? CUE_COORD : cue_at(s, j, &n);

	switch (c) {
	case CUE_NONE:
	case CUE_NOUN:
	case CUE_HEAD:
		return name_joins(scan_word(s, j));
	case CUE_VERB:
		if (a->past == 0)
			a->verb = first_doing(s, a->from, j);
		else if (j > a->past && trade_at(s, a->verb) != 0)
			return *ret_order = j, false;
		a->past = j + (trade_at(s, j) > n ? trade_at(s, j) : n);
		*ret_next = a->past;
		break;
	case CUE_GENERIC: /* "quản lý trực tiếp cơ sở đào tạo" */
	case CUE_RELATED:
		if (j == a->from ||
		    (c == CUE_GENERIC && (a->past == 0 || trade_at(s, a->verb) == 0)))
			return false;
		*ret_next = j + n;
		break;
	case CUE_EXHORT:
	case CUE_REPORT:
	case CUE_COORD:
		*ret_order = a->past == 0 ? j : a->verb;
		return false;
	case CUE_ADVERB:
	case CUE_VAGUE:
	case CUE_LEAD:
	case CUE_DUTY:
		if (a->past == 0 || c == CUE_DUTY || name_must(s, a->verb, j) ||
		    (a->past < j && cue_at(s, j + n, NULL) == CUE_VERB))
			*ret_order = j;
		return false;
	default:
		return false;
	}
	a->plain = false;
	a->far = a->from + FAR_WORDS;
	return true;
}

/* "các doanh nghiệp viễn thông rà soát", "các đơn vị khai thác khoáng sản nghiêm túc thực hiện", "các
 * trường dân lập tổng dọn lớp học": up to a verb, and where none is, a plain word of doing. */
uint32_t name_to_order(const scan *s, uint32_t i, uint32_t end)
{
	apart a = {.from = i, .far = i + PLAIN_WORDS, .verb = i, .doing = i, .plain = true};
	uint32_t order = i, next;
	slice note;

	for (uint32_t j = i; j < end && j < a.far; j = next) {
		const token *t = scan_tok(s, j);

		next = j + 1;
		if (a.plain && doing_at(s, j)) {
			a.doing = j;
			a.plain = false;
		}
		if (scan_mark(s, j, ',') && j > i && list_goes_on(s, j, a.past, end))
			return j;
		/* "các chủ công trình hạ tầng (điện, nước) di dời" */
		if (j > i && a.past == 0 && name_bracket(s, j, end, &note) != j) {
			next = name_bracket(s, j, end, &note);
			a.far = next - 1 + PLAIN_WORDS;
			a.plain = false;
			continue;
		}
		if (t->kind != TOK_WORD || (t->flags & TF_CAP) ||
		    !apart_step(s, &a, j, &next, &order))
			break;
	}
	if (order != i)
		return order;
	return a.verb != i ? a.verb : a.doing;
}

/* Plain words until a mark or a word with which an order goes on. */
uint32_t name_clause(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t j = i;

	while (j < end && j < i + 16 && scan_tok(s, j)->kind == TOK_WORD) {
		enum cue c = cue_at(s, j, NULL);

		if (c != CUE_NONE && c != CUE_GENERIC && c != CUE_HEAD)
			break;
		j++;
	}
	return j;
}
