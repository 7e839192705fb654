/*
 * header_told.c - who issues a paper without a letterhead: the body that says, in the opening of
 * the text, what it does by the paper.
 *
 * A page of the web, or the text of a letter without its first page, begins "Thực hiện …, Sở A thông
 * báo …". Only before the first numbered part; what a body did before ("đã", "vừa qua") says nothing
 * about who writes. The kind too, where it says so of itself. Must never overrule a letterhead that names
 * the issuer, nor look below an opening, where who is told stands.
 */
#include "reading/facts/frame/header.h"

#include "reading/facts/actors/actors.h"

enum { OPENING_BLOCKS = 5, NAME_TOKENS_MAX = 16, BETWEEN_MAX = 2 };

/* Words with which whoever writes says what the paper does. */
static const slice tells[] = {
	S("thông báo"), S("tổ chức"),    S("đề nghị"),  S("yêu cầu"),    S("có ý kiến"),
	S("xây dựng"),  S("lập"),        S("phối hợp"), S("mời"),        S("triệu tập"),
	S("nhận được"), S("triển khai"), S("sẽ"),       S("xin"),        S("trân trọng"),
	S("kính"),      S("gửi"),        S("đồng ý"),   S("thống nhất"), S("trả lời"),
	S("hướng dẫn"), S("kiến nghị"),
};
SAYINGS(tells);

/* Words that no name of a body holds: what stands before them is no subject of ours. */
static const slice breaks[] = {S("đã"),   S("được"), S("có"),   S("về"),   S("để"),      S("theo"),
                               S("khi"),  S("cần"),  S("phải"), S("các"),  S("những"),   S("tại"),
                               S("từ"),   S("cho"),  S("do"),   S("là"),   S("này"),     S("không"),
                               S("trên"), S("nhằm"), S("còn"),  S("đang"), S("tham mưu")};
SAYINGS(breaks);

/* Words that begin as a body's name does and name none. */
static const slice others[] = {S("hội nghị"), S("hội thảo"), S("hội thi"),   S("trường hợp"),
                               S("bộ phận"),  S("báo cáo"),  S("đoàn viên"), S("đội ngũ"),
                               S("đội viên"), S("hội viên"), S("sở hữu"),    S("đoàn kiểm tra")};
SAYINGS(others);

/* Who heads the body writes for it: "Giám đốc Sở A thông báo". */
static const slice posts[] = {S("lãnh đạo"),   S("bộ trưởng"),    S("chủ tịch"),
                              S("giám đốc"),   S("hiệu trưởng"),  S("viện trưởng"),
                              S("cục trưởng"), S("tổng giám đốc")};
SAYINGS(posts);

/* Where the name of one body ends that begins at i; i when it is not known for one. */
static uint32_t name_end(const scan *s, uint32_t i, uint32_t end)
{
	actors who = {0};
	uint32_t j = actors_at(s, i, end - i > NAME_TOKENS_MAX ? i + NAME_TOKENS_MAX : end, false,
	                       &who);

	if (who.n != 1)
		return i;
	for (uint32_t n = 1; n != 0 && j > i; j -= n) /* "Viện Địa lý xin" */
		if ((n = said_before(s, j, &said_tells)) == 0)
			n = said_before(s, j, &said_breaks);
	return j;
}

/* The subject of the clause that begins at i, and the word that tells; false when it has none. */
static bool teller(const scan *s, uint32_t i, uint32_t end, uint32_t *ret_from, uint32_t *ret_end,
                   uint32_t *ret_tells)
{
	uint32_t post = says_any(s, i, &said_posts, NULL), name;

	i += post != 0 && issuer_opens(s, i + post) ? post : 0;
	if (!(scan_tok(s, i)->flags & TF_CAP) || !issuer_opens(s, i) ||
	    says_any(s, i, &said_others, NULL) != 0)
		return false;
	name = name_end(s, i, end);
	for (uint32_t j = name > i ? name : i + 1; j < end && j - i <= NAME_TOKENS_MAX; j++) {
		const token *t = scan_tok(s, j);

		if (t->kind == TOK_PUNCT ? !(scan_mark(s, j, '-') || scan_mark(s, j, '&'))
		                         : t->kind != TOK_WORD && (t->flags & TF_SPACE))
			return false; /* "COVID-19" is a word */
		if (t->kind != TOK_WORD || (t->flags & TF_CAP)) {
			name = 0; /* the name goes on */
			continue;
		}
		if (says_any(s, j, &said_tells, NULL) != 0) {
			*ret_from = i;
			/* "UBND thành phố | hoãn tổ chức": a word between is no part of it */
			*ret_end = name > i ? name : j;
			*ret_tells = j;
			return j - i > 1 && j - *ret_end <= BETWEEN_MAX;
		}
		if (says_any(s, j, &said_breaks, NULL) != 0)
			return false;
	}
	return false;
}

/* "Trường A xây dựng kế hoạch …", "Ủy ban thông báo lịch …", "Công đoàn kính mời …": what a body does by a paper
 * that says nothing else of its kind. "… thông báo để các xã biết" ends any letter. */
static void kind_told(scan *s, uint32_t i)
{
	static const slice polite[] = {S("xin"), S("trân trọng"), S("kính")};
	static const struct {
		slice words;
		doc_kind kind;
	} table[] = {
		{S("thông báo để"), KIND_NONE},          {S("thông báo và"), KIND_NONE},
		{S("thông báo"), KIND_THONG_BAO},        {S("mời"), KIND_GIAY_MOI},
		{S("xây dựng kế hoạch"), KIND_KE_HOACH}, {S("lập kế hoạch"), KIND_KE_HOACH},
	};

	if (s->r->kind.value != KIND_NONE)
		return;
	for (size_t k = 0; k < ARRAY_LEN(polite); k++)
		i += says(s, i, polite[k]);
	for (size_t k = 0; k < ARRAY_LEN(table); k++) {
		uint32_t n = says(s, i, table[k].words);

		if (n == 0)
			continue;
		s->r->kind.value = table[k].kind;
		s->r->kind.at = table[k].kind != KIND_NONE ? tokens_span(&s->tk, i, i + n)
		                                           : (span){0};
		return;
	}
}

/* "Đảng ủy, Ban Giám hiệu, Công đoàn trường phối hợp", "hướng dẫn UBND xã A, UBND xã B": is what stands
 * behind the comma at i one more of several bodies? What "của", "tại" or "với" names is none of them. */
static bool goes_on_list(const scan *s, uint32_t i, uint32_t from)
{
	static const slice leads[] = {S("của"), S("tại"), S("với"), S("và"), S("từ"), S("do")};
	SAYINGS(leads);
	uint32_t name = i;

	for (uint32_t j = i; j > from && i - j < NAME_TOKENS_MAX; j--) {
		if (scan_tok(s, j - 1)->kind != TOK_WORD)
			break;
		if ((scan_tok(s, j - 1)->flags & TF_CAP) && issuer_opens(s, j - 1) &&
		    says_any(s, j - 1, &said_others, NULL) == 0)
			name = j - 1;
	}
	return name < i && said_before(s, name, &said_leads) == 0;
}

static void told_in(scan *s, const block *b)
{
	uint32_t i = b->tok, end = b->tok + b->ntok, from, to, tells_at;

	for (bool opens = true; i < end; i++) {
		const token *t = scan_tok(s, i);

		if (opens && t->kind == TOK_WORD && teller(s, i, end, &from, &to, &tells_at)) {
			if (s->r->issuer.text.n == 0)
				issuer_take(s, from, to);
			kind_told(s, tells_at);
			return;
		}
		opens = t->kind == TOK_PUNCT &&
		        ((scan_mark(s, i, ',') && !goes_on_list(s, i, b->tok)) ||
		         scan_mark(s, i, ';') || scan_mark(s, i, '.'));
	}
}

/* A paper in which a body has its say is a công văn, whoever that is. */
static void kind_of_say(scan *s, uint32_t i, uint32_t end)
{
	static const slice says_so[] = {S("có ý kiến như sau"), S("có ý kiến chỉ đạo"),
	                                S("có ý kiến trả lời")};
	SAYINGS(says_so);

	if (s->r->kind.value == KIND_NONE && says_any_in(s, i, end, &said_says_so) < end)
		s->r->kind.value = KIND_CONG_VAN;
}

void header_told(scan *s, uint32_t top)
{
	const blocks *bs = &s->r->blocks;

	for (uint32_t k = top, seen = 0; k < bs->n && seen < OPENING_BLOCKS; k++) {
		const block *b = &bs->p[k];

		if (s->r->issuer.text.n != 0 && s->r->kind.value != KIND_NONE)
			return;
		if (b->ntok == 0)
			continue;
		if (b->table >= 0 || b->zone != ZONE_BODY ||
		    (b->marker.len != 0 && says(s, b->tok, S("căn cứ")) == 0))
			return;
		told_in(s, b);
		kind_of_say(s, b->tok, b->tok + b->ntok);
		/* below an opening stands who is told, not who tells; below one that tells of the paper,
		 * the paper */
		if (scan_mark(s, b->tok + b->ntok - 1, ':') &&
		    !(s->r->number.at.len != 0 && s->r->number.at.at >= b->at.at))
			return;
		seen++;
	}
}
