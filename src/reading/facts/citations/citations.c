/*
 * citations.c - other documents that the text refers to.
 *
 * Two ways in. A symbol ("339/QĐ-UBND", "57-NQ/TW") is a citation wherever it
 * stands, with the kind before it. Without a symbol see citation_names.c. Must never take the
 * document's own number for one; what is not written (a date, an issuer) stays absent. Linear: bounded
 * look-around at each number and each kind.
 */
#include "reading/facts/citations/citations.h"

#include "reading/facts/text/phrase.h"

enum {
	BACK_TOKENS = 4,      /* between a kind and its number */
	LAW_TOKENS_MAX = 26,  /* a law's name */
	ISSUER_TOKENS_MAX = 16,
	SENTENCE_BACK = 36,   /* from "ban hành" back to its date */
};

/* Kinds as they are written in a citation; the longest that fits wins. */
static const slice kinds[] = {
	S("nghị quyết"),
	S("nghị quyết liên tịch"),
	S("nghị định"),
	S("thông tư"),
	S("thông tư liên tịch"),
	S("quyết định"),
	S("chỉ thị"),
	S("công điện"),
	S("điện"),
	S("công văn"),
	S("kế hoạch"),
	S("kết luận"),
	S("thông báo"),
	S("thông báo kết luận"),
	S("tờ trình"),
	S("báo cáo"),
	S("chương trình"),
	S("chương trình hành động"),
	S("hướng dẫn"),
	S("quy định"),
	S("quy chế"),
	S("luật"),
	S("bộ luật"),
	S("pháp lệnh"),
	S("hiến pháp"),
	S("lệnh"),
	S("văn bản"),
	S("văn bản đề nghị"),
	S("giấy mời"),
	S("biên bản"),
	S("đề án"),
	S("phương án"),
	S("dự án"),
	S("quy hoạch"),
	S("chiến lược"),
	S("thông tri"),
	S("thông cáo"),
	S("giấy phép"),
	S("hợp đồng"),
	S("phiếu chuyển"),
	S("giấy giới thiệu"),
	S("quy chuẩn"),
	S("công hàm"),
	S("sắc lệnh"),
	S("văn bản hợp nhất"),
	S("cv"),
	S("tb"),
	S("qđ"),
	S("nđ"),
	S("nq"),
	S("kh"),
	S("bc"),
	S("tt"),
	S("ct"),
	S("kl"),
	S("ttr"),
};
SAYINGS(kinds);

/* Kinds that another one may tell more of. */
static const slice letters[] = {S("công văn"), S("văn bản"), S("công điện")};
SAYINGS(letters);

/* Words at which the name of an issuer ends. */
static const slice issuer_stops[] = {
	S("về"),           S("v/v"),       S("phê"),       S("quy định"),   S("qui định"),
	S("ban hành"),     S("hướng dẫn"), S("sửa đổi"),   S("thực hiện"),  S("triển khai"),
	S("đến"),          S("là"),        S("thành lập"), S("điều chỉnh"), S("công bố"),
	S("chương trình"), S("kế hoạch"),  S("giao"),      S("đã"),         S("tại"),
	S("nêu"),          S("trên"),      S("được"),      S("có"),         S("do"),
	S("để"),           S("trong"),     S("đối với"),   S("gửi"),        S("tổ chức"),
	S("cho"),          S("theo"),      S("bổ sung"),   S("đề nghị"),    S("chỉ đạo"),
	S("thông báo"),    S("kết luận"),  S("trình"),     S("ủy quyền"),   S("bảo đảm"),
	S("đảm bảo"),      S("báo cáo"),   S("xin"),       S("tăng cường"), S("yêu cầu"),
	S("chi tiết"),     S("đẩy mạnh"),  S("khóa"),      S("với"),        S("mời"),
	S("ngày"),         S("và sổ tay"), S("và các"),
};
SAYINGS(issuer_stops);

bool citation_stops(const scan *s, uint32_t i)
{
	return scan_tok(s, i)->kind == TOK_END || scan_mark(s, i, ';') || scan_mark(s, i, ':') ||
	       (scan_mark(s, i, '.') && (scan_tok(s, i + 1)->flags & TF_SPACE)) || i >= s->tk.n;
}

/* The kind that ends before token i, at most `far` words between; its first token. */
static uint32_t kind_before(const scan *s, uint32_t i, uint32_t far, slice *ret_kind)
{
	for (uint32_t gap = 0; gap <= far && gap < i; gap++) {
		uint32_t at = i - gap, n;

		if (gap != 0 && scan_tok(s, at)->kind != TOK_WORD)
			break;
		n = said_before(s, at, &said_kinds);
		/* "tt", "ct" and the like are kinds only in capitals. */
		if (n != 0 && (n > 1 || scan_tok(s, at - 1)->len > 3 ||
		               (scan_tok(s, at - 1)->flags & TF_UPPER))) {
			/* "công văn hướng dẫn số": of two the first is the kind of paper */
			n += n > 1 && at > n ? said_before(s, at - n, &said_letters) : 0;
			*ret_kind = joined(s, at - n, at);
			return at - n;
		}
	}
	return i;
}

/* "Luật Quản lý vũ khí … số 42/2024/QH15": the law's first word, bounded look back. */
static uint32_t law_before(const scan *s, uint32_t i, slice *ret_kind)
{
	for (uint32_t j = i; j > 0 && i - j < LAW_TOKENS_MAX && !citation_stops(s, j - 1); j--) {
		if (scan_tok(s, j - 1)->kind == TOK_NUM)
			break;
		if ((scan_tok(s, j - 1)->flags & TF_CAP) && says(s, j - 1, S("luật"))) {
			*ret_kind = scan_words(s, j - 1, j);
			return j - 1;
		}
	}
	return i;
}

/* The tokens of the unit that stands at j, before its name: "thành phố". No table of sayings: little asks. */
static uint32_t unit_at(const scan *s, uint32_t j)
{
	static const slice units[] = {S("tỉnh"),   S("thành phố"), S("huyện"),  S("quận"),
	                              S("thị xã"), S("thị trấn"),  S("phường"), S("xã")};
	uint32_t n = 0;

	for (size_t k = 0; k < ARRAY_LEN(units) && n == 0; k++)
		n = says(s, j, units[k]);
	return n;
}

/* Past the known body that ends before token j: does its place follow ("tỉnh Lạng Sơn", "Quận 1"), or another
 * body? "Quốc hội thì Công ty …" and "Chính phủ và Điều 5" go on with something else. */
static bool issuer_goes_on(const scan *s, uint32_t j)
{
	const token *t = scan_tok(s, j), *next = scan_tok(s, j + 1);
	uint32_t n;
	hit h;

	if (t->kind == TOK_NUM)
		return unit_at(s, j - 1) == 1;
	if (t->kind != TOK_WORD)
		return (next->flags & TF_CAP) != 0;
	if (t->flags & TF_CAP)
		return true;
	if (scan_is(s, j, W_VA))
		return body_at(s, j + 1, &h);
	n = unit_at(s, j);
	next = scan_tok(s, j + n);
	return n == 0 ? unit_at(s, j - 1) == 2
	              : next->kind == TOK_NUM || (next->flags & TF_CAP) != 0;
}

/* "của Ban Thường vụ Tỉnh ủy về …": the words between. */
slice citation_issuer(const scan *s, uint32_t i, uint32_t *ret_end)
{
	uint32_t j, known;
	hit h;

	*ret_end = i;
	while (scan_mark(s, i, ','))
		i++;
	if (!scan_is(s, i, W_CUA))
		return (slice){0};
	j = ++i;
	/* "Sở Văn hóa, Thể thao và Du lịch": the registry knows which commas belong. */
	if (body_at(s, i, &h))
		j = i + h.ntok;
	known = j;
	for (; j < s->tk.n && j - i < ISSUER_TOKENS_MAX; j++) {
		/* Past a known body only its place or another name goes on: "tỉnh Lạng Sơn". */
		if (known > i && !issuer_goes_on(s, j))
			break;
		if (known > i && body_at(s, j, &h)) {
			j += h.ntok - 1;
			continue;
		}
		if (says(s, j, S("v/v")) || says(s, j, S("về việc")) || says(s, j, S("phê duyệt")))
			break;
		if (scan_tok(s, j)->kind == TOK_PUNCT
		            ? !(scan_mark(s, j, '-') || scan_mark(s, j, '/') ||
		                scan_mark(s, j, '&'))
		            : scan_tok(s, j)->kind != TOK_WORD &&
		                      (known == i || scan_tok(s, j)->kind != TOK_NUM))
			break;
		if (!(scan_tok(s, j)->flags & TF_CAP) &&
		    says_any(s, j, &said_issuer_stops, NULL) != 0)
			break;
		/* "của Sở A và Quyết định số 5": another paper, no other body */
		if (scan_is(s, j, W_VA) && (!(scan_tok(s, j + 1)->flags & TF_CAP) ||
		                            says_any(s, j + 1, &said_kinds, NULL) != 0))
			break;
		/* "của UBND tỉnh Chương trình …": another document begins. */
		if (j > i && (scan_tok(s, j)->flags & TF_CAP) && !scan_is(s, j - 1, W_CAC) &&
		    said_before(s, j + 2, &said_kinds) == 2)
			break;
	}
	if (j == i || !(scan_tok(s, i)->flags & TF_CAP))
		return (slice){0};
	*ret_end = j;
	return joined(s, i, j);
}

/* The date after the number: "ngày 28/02/2026", ", ngày 28/11/2025", "ngày của" blank.
 * Returns the token after it. */
static uint32_t take_date(const scan *s, uint32_t i, citation *c)
{
	uint32_t j = i;
	ymd d;

	if (scan_mark(s, j, ',') || scan_mark(s, j, '('))
		j++;
	if (!scan_is(s, j, W_NGAY) && !scan_is(s, j, W_NGAY_0))
		return i;
	if (ymd_at(s, j, s->tk.n, &d)) {
		c->date = ymd_text(s, &d);
		c->date_blank = d.d == 0;
		if (d.d == 0)
			c->date = (slice){0};
		return j + d.ntok;
	}
	if (scan_is(s, j + 1, W_CUA) || scan_mark(s, j + 1, MARK_ELLIPSIS) ||
	    scan_mark(s, j + 1, '.') || scan_mark(s, j + 1, '/')) {
		c->date_blank = true;
		return j + 1;
	}
	return i;
}

/* "Ngày 09 tháng 6 năm 2025, Chính phủ ban hành Nghị định …": date and issuer before. */
static void take_before(const scan *s, uint32_t i, citation *c)
{
	uint32_t act, j;

	if (i < 3 || !says(s, i - 2, S("ban hành")))
		return;
	act = i - 2;
	for (j = act; j > 0 && act - j < SENTENCE_BACK && !citation_stops(s, j - 1); j--) {
		ymd d;
		uint32_t from, to = act;

		if (!scan_is(s, j - 1, W_NGAY) || !ymd_at(s, j - 1, act, &d) || d.d == 0)
			continue;
		from = j - 1 + d.ntok;
		while (from < act && scan_mark(s, from, ','))
			from++;
		if (to > from && (says(s, to - 1, S("đã")) || says(s, to - 1, S("có"))))
			to--;
		c->date = ymd_text(s, &d);
		if (c->issuer.n == 0 && to > from && to - from <= ISSUER_TOKENS_MAX)
			c->issuer = joined(s, from, to);
		return;
	}
}

/* "theo chỉ đạo của UBND tỉnh tại Công văn số …", "Bộ Y tế đã ban hành Thông tư số …":
 * the known body that the words before the kind name. */
static slice issuer_before(const scan *s, uint32_t i)
{
	static const slice sayings[] = {
		S("chỉ đạo của"),  S("ý kiến của"),  S("kết luận của"),  S("yêu cầu của"),
		S("quy định của"), S("đề nghị của"), S("hướng dẫn của"),
	};
	SAYINGS(sayings);
	bool at = i > 1 && scan_is(s, i - 1, W_TAI);
	uint32_t end = at ? i - 1 : i - (i > 2 ? 2 : i), best;
	hit h;

	if (!at && (i < 3 || !says(s, i - 2, S("ban hành"))))
		return (slice){0};
	if (!at && (says(s, end - 1, S("đã")) || says(s, end - 1, S("vừa"))))
		end--;
	best = end;
	for (uint32_t j = end; j > 0 && end - j < ISSUER_TOKENS_MAX; j--) {
		if (citation_stops(s, j - 1))
			break;
		if (body_at(s, j - 1, &h) && j - 1 + h.ntok == end &&
		    (at ? said_before(s, j - 1, &said_sayings) != 0
		        : (scan_tok(s, j - 1)->flags & TF_CAP) != 0))
			best = j - 1;
	}
	return best < end ? joined(s, best, end) : (slice){0};
}

void citation_push(scan *s, uint32_t from, uint32_t end, citation c)
{
	c.at = tokens_span(&s->tk, from, end);
	*VEC_PUSH(s->a, &s->r->citations) = c;
}

static bool own_number(const scan *s, uint32_t i)
{
	span at = s->r->number.at;
	uint32_t byte = scan_tok(s, i)->at;

	return at.len != 0 && byte >= at.at && byte < span_end(at);
}

/* Date and issuer after the number, what stands before when they are missing. */
uint32_t citation_finish(scan *s, uint32_t from, uint32_t end, citation c)
{
	uint32_t after = take_date(s, end, &c), tail, j;

	c.issuer = citation_issuer(s, after, &tail);
	/* "Đề án 08-ĐA/TU của Tỉnh ủy ngày 17/12/2025" */
	if (after == end && tail > after && (j = take_date(s, tail, &c)) > tail)
		after = j;
	if (c.date.n == 0 && !c.date_blank)
		take_before(s, from, &c);
	if (c.issuer.n == 0)
		c.issuer = issuer_before(s, from);
	citation_push(s, from, after, c);
	return after;
}

/* "số", or what a scan makes of it before a number: "Chỉ thị sô 20/CT-TTg" */
static bool number_word(const scan *s, uint32_t i)
{
	return scan_is(s, i, W_SO) || scan_is(s, i, W_SO_SANH) || says(s, i, S("sô")) != 0;
}

/* Do a hyphen or a stroke at token j and a figure behind it stand in one word with what is before? */
static bool figure_glued(const scan *s, uint32_t j)
{
	return (scan_mark(s, j, '-') || scan_mark(s, j, '/')) &&
	       !((scan_tok(s, j)->flags | scan_tok(s, j + 1)->flags) & TF_SPACE) &&
	       scan_tok(s, j + 1)->kind == TOK_NUM;
}

/* "02-2014/CV-NVW", "12/072026-ABC/CV": firms number their letters as they please. The first token of the number
 * whose symbol begins at i. */
static uint32_t number_from(const scan *s, uint32_t i)
{
	while (i > 1 && figure_glued(s, i - 1) && scan_tok(s, i - 2)->kind == TOK_NUM)
		i -= 2;
	return i;
}

/* May the number at token i be that of a paper: by what goes on behind it, or a word before it? One of thirty is. */
static bool may_cite(const scan *s, uint32_t i)
{
	return symbol_goes_on(s, i + 1) ||
	       (i > 0 && (number_word(s, i - 1) || scan_mark(s, i - 1, ':')));
}

/* A citation by its number at token i. Returns the token after it, i when none. */
static uint32_t by_symbol(scan *s, uint32_t i)
{
	citation c = {0};
	symbol y;
	uint32_t head = i, from, first;
	bool numbered, full = symbol_at(s, i, s->tk.n, false, &y);

	head = first = full ? number_from(s, i) : i;
	while (head > 0 && first - head < 3 &&
	       (number_word(s, head - 1) || (head == first && scan_mark(s, head - 1, ':'))))
		head--;
	numbered = head < first && (scan_is(s, head, W_SO) || (full && number_word(s, head)));
	if (!numbered)
		head = first;
	if (!full && !numbered)
		return i;
	/* "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15" */
	from = numbered && head > 1 && says(s, head - 2, S("pháp luật")) != 0
	               ? law_before(s, head, &c.kind)
	               : head;
	if (from == head)
		from = kind_before(s, head, numbered ? BACK_TOKENS : 0, &c.kind);
	if (from == head && numbered)
		from = law_before(s, head, &c.kind);
	if (!full) {
		/* "Công văn số 1307 ngày …", "Văn bản số 01TV/2026" */
		uint32_t j = i + 1;

		/* "Số 92 ngày 18/6/2014", in a table of documents */
		if (from == head && !(scan_tok(s, head)->flags & TF_CAP))
			return i;
		if (scan_tok(s, j)->kind == TOK_WORD && !(scan_tok(s, j)->flags & TF_SPACE) &&
		    scan_mark(s, j + 1, '/') && scan_tok(s, j + 2)->kind == TOK_NUM)
			j += 3;
		else if (scan_mark(s, j, '-') && !(scan_tok(s, j)->flags & TF_SPACE) &&
		         !(scan_tok(s, j + 1)->flags & TF_SPACE) && capitals(s, j + 1) >= 2 &&
		         from != head)
			j += 2; /* "Quyết định số 167-HĐBT", as papers before 1992 have it */
		else if (!scan_is(s, j, W_NGAY) &&
		         !(scan_mark(s, j, ',') && scan_is(s, j + 1, W_NGAY)))
			return i;
		c.number = squeezed(s, i, j);
		return citation_finish(s, from, j, c);
	}
	/* Without a kind and without "số" only a full symbol counts. */
	if (from == head && !numbered && memchr(y.symbol.p, '-', y.symbol.n) == NULL &&
	    memchr(y.symbol.p, '/', y.symbol.n) == NULL)
		return i;
	i += y.ntok;
	i += figure_glued(s, i) ? 2 : 0; /* "0001/TB-2016" */
	c.number = squeezed(s, first, i);
	return citation_finish(s, from, i, c);
}

/* The next token from i on with which a citation may begin that has no symbol. */
static uint32_t next_head(const scan *s, uint32_t i, const said_table *heads)
{
	do
		i = says_maybe_next(s, i, s->tk.n, heads);
	while (i < s->tk.n && !(s->tk.p[i].flags & TF_CAP) && ++i < s->tk.n);
	return i;
}

void citations_find(scan *s)
{
	const said_table *heads = citation_heads(s);
	uint32_t i = 0, k = 0, head = next_head(s, 0, heads), nums = s->tk.nnums;

	/* One begins at a number or at a head: whichever comes first. */
	for (;;) {
		uint32_t at, number;

		while (k < nums && s->tk.nums[k] < i)
			k++;
		number = k < nums ? s->tk.nums[k] : s->tk.n;
		scan_soon(s, k + SOON < nums ? s->tk.nums[k + SOON] : number);
		if (head < i)
			head = next_head(s, i, heads);
		at = number < head ? number : head;
		if (at >= s->tk.n)
			break;
		i = at == head                              ? citation_by_name(s, at)
		    : !may_cite(s, at) || own_number(s, at) ? at
		                                            : by_symbol(s, at);
		i += i == at;
	}
	s->citation_rungs = rungs_of(ORDERED(&s->r->citations, at.at), s->a);
}
