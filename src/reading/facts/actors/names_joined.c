/*
 * names_joined.c - names of bodies that no registry knows and that go on in plain words: "Cục Quản
 * lý nhà và thị trường bất động sản", "Viện Kinh tế xây dựng".
 *
 * Only the order behind such words shows where the name ends; so each looks a bounded way ahead
 * for it, and gives the place itself when there is none.
 */
#include "base/ordered.h"

#include "reading/facts/actors/names.h"
#include "reading/facts/text/phrase.h"

uint32_t name_head(const scan *s, uint32_t i)
{
	uint32_t n;

	if (cue_at(s, i, &n) == CUE_HEAD)
		return n;
	return name_of_room(s, i);
}

bool name_of_room(const scan *s, uint32_t i)
{
	return scan_is(s, i, W_PHONG_5) && cue_at(s, i, NULL) == CUE_NOUN &&
	       (scan_tok(s, i)->flags & scan_tok(s, i + 1)->flags & TF_CAP) &&
	       !(scan_tok(s, i)->flags & TF_UPPER);
}

bool name_head_open(const scan *s, uint32_t i, uint32_t head)
{
	static const slice open[] = {
		S("ban"),           S("phòng"),     S("cục"),      S("vụ"),       S("tổ"),
		S("đội"),           S("hội"),       S("quỹ"),      S("hội đồng"), S("trung tâm"),
		S("chi cục"),       S("trạm"),      S("viện"),     S("học viện"), S("hiệp hội"),
		S("tổng cục"),      S("phân viện"), S("tiểu ban"), S("khoa"),     S("trường"),
		S("trường đại học")};
	SAYINGS(open);

	return head != 0 && says_any(s, i, &said_open, NULL) == head;
}

bool name_head_whole(const scan *s, uint32_t i)
{
	static const slice whole[] = {S("hiệp hội"),       S("viện"), S("học viện"), S("trường"),
	                              S("trường đại học"), S("khoa"), S("phân viện")};
	SAYINGS(whole);

	return says_any(s, i, &said_whole, NULL) != 0;
}

/* Fields after which bodies are named, though the words may be orders too. */
static const slice fields[] = {S("xây dựng"),   S("đầu tư"),    S("khai thác"), S("bảo vệ"),
                               S("phát triển"), S("quản lý"),   S("quy hoạch"), S("thiết kế"),
                               S("kiểm định"),  S("giám định"), S("đào tạo"),   S("bảo trì"),
                               S("sử dụng"),    S("vận hành"),  S("sản xuất"),  S("chế biến")};
SAYINGS(fields);

bool name_field(const scan *s, uint32_t j)
{
	return says_any(s, j, &said_fields, NULL) != 0 || says(s, j, S("mở rộng")) != 0;
}

/* "Tổng công ty Đầu tư phát triển nhà": the second half of what a company is named for. */
static bool company_field(const scan *s, uint32_t i, uint32_t head, uint32_t j)
{
	static const slice companies[] = {S("công ty"), S("tổng công ty"), S("tập đoàn")};
	SAYINGS(companies);

	return j == i + head + 2 && says_any(s, i, &said_companies, NULL) == head &&
	       (scan_tok(s, i)->flags & scan_tok(s, i + head)->flags & TF_CAP) &&
	       says(s, i + head, S("đầu tư")) == 2 && says(s, j, S("phát triển")) != 0;
}

bool name_of_field(const scan *s, uint32_t i, uint32_t head, uint32_t j)
{
	if (company_field(s, i, head, j))
		return true;
	uint32_t n = says_any(s, j, &said_fields, NULL);
	enum cue c = n != 0 ? cue_at(s, j + n, NULL) : CUE_NONE;

	return (c == CUE_VERB || c == CUE_LEAD || c == CUE_DUTY) && j > i + head &&
	       cue_at(s, j, NULL) == CUE_VERB && (scan_tok(s, i)->flags & TF_CAP) &&
	       name_head_open(s, i, head) && !(scan_tok(s, j + n)->flags & TF_CAP) &&
	       says_any(s, j + n, &said_fields, NULL) == 0;
}

/* Whoever stands behind "và" is not what a body is named after. */
static bool somebody_at(const scan *s, uint32_t i)
{
	static const slice people[] = {S("cán bộ"),  S("công chức"), S("nhân dân"),  S("người"),
	                               S("cá nhân"), S("gia đình"),  S("lãnh đạo"),  S("chủ"),
	                               S("đơn vị"),  S("cơ quan"),   S("lực lượng"), S("bộ máy"),
	                               S("bộ phận"), S("đội ngũ")};
	SAYINGS(people);
	hit h;

	return says_any(s, i, &said_people, NULL) != 0 ||
	       (body_at(s, i, &h) && h.cls != BODY_ELIDED);
}

bool name_plain(const scan *s, uint32_t k)
{
	const token *t = scan_tok(s, k);

	switch (cue_at(s, k, NULL)) {
	case CUE_NONE:
	case CUE_NOUN:
	case CUE_DELIVERABLE:
	case CUE_HEAD: /* "phòng, chống" */
		return t->kind == TOK_WORD && !(t->flags & TF_CAP) && name_joins(t->word);
	default:
		return false;
	}
}

uint32_t name_and_plain(const scan *s, uint32_t i, uint32_t head, uint32_t j, uint32_t end)
{
	enum { WORDS = 12 };
	uint32_t k = j + 1, n = 1, first;
	enum cue c = k < end ? cue_at(s, k, &n) : CUE_NONE;

	if (!scan_is(s, j, W_VA) || !(scan_tok(s, i)->flags & TF_CAP) || j == i + head ||
	    !(name_head_open(s, i, head) || says(s, i, S("ban quản lý")) == head) ||
	    (scan_tok(s, k)->flags & TF_CAP) ||
	    (c != CUE_VERB && c != CUE_EXHORT && !name_plain(s, k)) || somebody_at(s, k))
		return j;
	first = k + (c == CUE_VERB || c == CUE_EXHORT ? n : 1);
	for (k = first; k < end && k < j + WORDS; k++) {
		if (scan_tok(s, k)->kind == TOK_PUNCT)
			return k;
		/* "thị trường trong nước" */
		if (says(s, k, S("trong nước")) != 0) {
			k++;
			continue;
		}
		if (scan_is(s, k, W_TINH_TINH) || name_of_units(s, k))
			return k;
		c = cue_at(s, k, NULL);
		if (k > first && (cue_orders(c) || doing_at(s, k)) && !scan_is(s, k - 1, W_NGUOI))
			return name_of_field(s, i, head, k) ? k + 1 : k;
		if (!name_plain(s, k) && c != CUE_VERB)
			return j;
	}
	return k >= end ? end : j;
}

/* "phường An Thạnh", "thị xã", "đặc khu Phú Quý" right before token j. */
static bool unit_before(const scan *s, uint32_t j)
{
	enum { NAME = 4 };
	static const slice units[] = {S("thị xã"),    S("đặc khu"), S("thị trấn"),
	                              S("thành phố"), S("huyện"),   S("quận"),
	                              S("phường"),    S("xã"),      S("tỉnh")};
	static const slice alone[] = {S("thị xã"), S("đặc khu"), S("thị trấn"),
	                              S("huyện"),  S("phường"),  S("xã")};
	SAYINGS(units);
	SAYINGS(alone);
	uint32_t i = j;

	while (i > 0 && j - i < NAME && (scan_tok(s, i - 1)->flags & TF_CAP))
		i--;
	/* "văn hóa xã hội" */
	return i == j ? said_before(s, i, &said_alone) != 0 && !scan_is(s, j, W_HOI_4)
	              : said_before(s, i, &said_units) != 0;
}

/* "Huế", "Lạng Sơn" right before token j. */
static bool province_before(const scan *s, uint32_t j)
{
	enum { NAME = 3 };
	hit h;

	for (uint32_t i = j; i > 0 && j - i < NAME && (scan_tok(s, i - 1)->flags & TF_CAP); i--)
		if (lexicon_longest(s->rd->lex, &s->tk, i - 1, LAYER_BODY, &h) &&
		    i - 1 + h.ntok == j && elided_province(s, &h))
			return true;
	return false;
}

/* "Phòng Đào tạo Sở Nội vụ" right before token j: a known body whose part the one is that began
 * at i. */
static bool body_before(const scan *s, uint32_t i, uint32_t j)
{
	uint32_t k = ordered_find(ORDERED(&s->body, tok), j);
	const hit *h = k > 0 ? &s->body.p[k - 1] : NULL;

	return h != NULL && h->cls == BODY_AGENCY && h->tok > i + 1 && h->tok + h->ntok == j;
}

bool name_ends_with_place(const scan *s, uint32_t i, uint32_t j, bool company)
{
	const token *t = scan_tok(s, j);

	if (t->kind != TOK_WORD || (t->flags & TF_CAP) || !name_joins(t->word) ||
	    (cue_at(s, j, NULL) != CUE_NONE && !cue_orders(cue_at(s, j, NULL))))
		return false;
	return unit_before(s, j) || (company && province_before(s, j)) ||
	       (!name_of_units(s, j) && !scan_is(s, j, W_TINH_TINH) && body_before(s, i, j));
}

/* What a board goes on with. */
static const slice rescue[] = {S(", tìm kiếm cứu nạn"),  S("và tìm kiếm cứu nạn"),
                               S(", tìm kiếm, cứu nạn"), S("và tìm kiếm, cứu nạn"),
                               S("và phòng, chống"),     S("và cứu nạn, cứu hộ")};
SAYINGS(rescue);

/* "Ban quản lý dự án đầu tư xây dựng (QLDA ĐTXD) các công trình": past a bracket at j that only
 * shortens the words before it, where the name goes on; j when it does not. */
static uint32_t short_inside(const scan *s, uint32_t j, uint32_t end)
{
	enum { WORDS = 4 };
	uint32_t k = j + 1;

	if (!scan_mark(s, j, '('))
		return j;
	while (k < end && k <= j + WORDS && scan_tok(s, k)->kind == TOK_WORD &&
	       (scan_tok(s, k)->flags & TF_UPPER))
		k++;
	return k > j + 1 && scan_mark(s, k, ')') &&
	                       (scan_is(s, k + 1, W_CAC) || scan_is(s, k + 1, W_TINH_TINH))
	               ? k + 1
	               : j;
}

uint32_t name_goes_on(const scan *s, uint32_t j, uint32_t end)
{
	uint32_t n = says_any(s, j, &said_rescue, NULL);

	return n != 0 && j + n <= end ? j + n : short_inside(s, j, end);
}
