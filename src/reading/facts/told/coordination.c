/*
 * coordination.c - what stands between who and what: "chủ trì, phối hợp với ...,
 * căn cứ ...", so that the action begins at its verb.
 */
#include "reading/facts/text/phrase.h"

#include "reading/facts/text/within.h"
#include "reading/facts/told/told.h"
#include "reading/facts/told/told_clause.h"

/* Does a verb of an order begin at i? */
static bool verb_at(const scan *s, uint32_t i)
{
	return cue_orders(cue_at(s, i, NULL)) || doing_at(s, i);
}

/* The token after the citation that covers token i; i when none does. */
static uint32_t skip_citation(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t at = scan_tok(s, i)->at, k = citations_from(s, at + 1);
	const citation *c = k > 0 ? &s->r->citations.p[k - 1] : NULL;

	if (c == NULL || span_end(c->at) <= at)
		return i;
	while (i < end && scan_tok(s, i)->at < span_end(c->at))
		i++;
	return i;
}

/* Nouns of a basis that govern the verb behind them. */
static const slice of_work[] = {S("kết quả"), S("khả năng"),  S("quy hoạch"), S("tình hình"),
                                S("nhu cầu"), S("giấy phép"), S("quy định"),  S("quy trình"),
                                S("tiến độ"), S("điều kiện"), S("nguồn vốn"), S("yêu cầu"),
                                S("ý kiến"),  S("công tác"),  S("hoạt động"), S("việc"),
                                S("hồ sơ"),   S("đề nghị"),   S("phương án"), S("thẩm quyền")};
SAYINGS(of_work);

/* May the verb at j begin the order after a basis, or is it a noun of the basis ("các
 * văn bản hướng dẫn của", "nhiệm vụ được phân công")? */
static bool begins_order(const scan *s, uint32_t j)
{
	const token *before = scan_tok(s, j - 1);
	uint32_t n = 1;

	if ((scan_tok(s, j)->flags & TF_CAP) || !verb_at(s, j))
		return false;
	(void)cue_at(s, j, &n);
	if (scan_is(s, j + n, W_CUA) || scan_is(s, j + n, W_VA))
		return false;
	if (before->kind == TOK_PUNCT)
		return before->word == ',';
	return before->word != W_CAC && before->word != W_CUA && before->word != W_DUOC &&
	       before->word != W_VA && before->word != W_VE && before->word != W_TAC_1 &&
	       said_before(s, j, &said_of_work) == 0;
}

/* "kết quả thanh tra, kiểm tra, đề xuất": past the bare verbs that a noun of the basis governs
 * from the verb at j on; j when it governs none. *ret_last: is what follows the last of them
 * ("khai thác, sử dụng khoáng sản") rather than the order? */
static uint32_t skip_series(const scan *s, uint32_t j, uint32_t end, bool *ret_last)
{
	static const slice lasts[] = {S("sử dụng"), S("vận hành"), S("chế biến"), S("bảo vệ")};
	SAYINGS(lasts);
	uint32_t i = j, n;

	if (!verb_at(s, j) || said_before(s, j, &said_of_work) == 0)
		return i;
	while (j < end && cue_at(s, j, &n) == CUE_VERB && scan_mark(s, j + n, ','))
		j += n + 1;
	*ret_last = says_any(s, j, &said_lasts, NULL) != 0;
	return j;
}

/* "căn cứ Luật ..., Luật ...," or "theo chức năng, nhiệm vụ được giao": to the verb
 * after it. i when no verb follows. */
static uint32_t skip_basis(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t first = i + 2; /* behind "căn cứ", "trên cơ sở" stands what the basis is */
	int depth = 0;
	bool last = false;

	if (cue_at(s, i, &first) == CUE_CONDITION)
		first = i + (first > 2 ? first : 2);
	for (uint32_t j = i + 1, n = 1; j < end; j += n) {
		uint32_t past = skip_citation(s, j, end);

		if (past != j) {
			n = past - j;
			continue;
		}
		/* "Chương trình", "Quyết định": the verb inside a longer phrase is none. */
		if (cue_at(s, j, &n) == CUE_NONE || verb_at(s, j))
			n = 1;
		if (scan_mark(s, j, '('))
			depth++;
		else if (scan_mark(s, j, ')'))
			depth--;
		if (scan_mark(s, j, ';') || scan_mark(s, j, ':'))
			return i;
		if (depth == 0 && j > first && begins_order(s, j))
			return j;
		past = depth == 0 && j > first ? skip_series(s, j, end, &last) : j;
		if (past != j && !last && begins_order(s, past))
			return past;
		n = past != j ? past - j + 1 : n; /* the last of them has its object */
	}
	return i;
}

static uint32_t skip_comma(const scan *s, uint32_t i, uint32_t end)
{
	while (i < end && (scan_mark(s, i, ',') || scan_mark(s, i, ':') || scan_mark(s, i, '-') ||
	                   scan_is(s, i, W_VA)))
		i++;
	return i;
}

/* "phối hợp với các đơn vị vận tải", "lực lượng công an địa phương": past the plain words at i by which those who join
 * are told apart. */
static uint32_t past_plain(const scan *s, uint32_t i, uint32_t end, actors *with)
{
	enum { WORDS = 6 };
	uint32_t j = i, n;

	if (with->p[with->n - 1].agency.n != 0)
		return i;
	for (; j < end && j < i + WORDS; j += n) {
		enum cue c = cue_at(s, j, &n);

		n = n == 0 ? 1 : n;
		if ((c != CUE_GENERIC && (!name_plain(s, j) || doing_at(s, j))) ||
		    scan_is(s, j, W_TRONG))
			break;
	}
	if (j == i)
		return i;
	name_reaches(s, with, j);
	return j;
}

/* Who joins: "phối hợp với X, Y" → d->with. Returns the token after, i when no
 * body is named. */
static uint32_t read_coord(const scan *s, uint32_t i, uint32_t n, uint32_t end, duty *d)
{
	uint32_t from = i + n, after = actors_at(s, from, end, false, &d->with), k;

	if (after == from)
		return i;
	/* "phối hợp với các cơ quan chức năng và nhân dân địa phương tuần tra" */
	if (scan_is(s, after, W_VA) && subject_head(s, after + 1, end) != after + 1) {
		k = told_clause(s, from, after, end, &d->with);
		if (k != from && verb_at(s, k))
			return k;
	}
	return past_plain(s, after, end, &d->with);
}

/* "phối hợp UBND huyện X kiểm đếm", "cùng Sở Y rà soát": who joins, without its "với".
 * Returns the token after the bodies, i when none is named or no order follows. */
static uint32_t read_bare_coord(const scan *s, uint32_t i, uint32_t end, duty *d)
{
	uint32_t n = 1, after;
	actors with = {0};

	if (scan_is(s, i, W_PHOI_1) ? cue_at(s, i, &n) != CUE_VERB || n != 2
	                            : !scan_is(s, i, W_CUNG_5))
		return i;
	after = actors_at(s, i + n, end, false, &with);
	if (after == i + n || after >= end)
		return i;
	/* "cùng UBND các phường trung tâm rà soát": told apart by plain words; "phối hợp Sở Y để
	 * rà soát", "trong công tác rà soát" */
	if (!verb_at(s, after) && !scan_is(s, after, W_TRONG) &&
	    !(scan_is(s, after, W_DE) && verb_at(s, after + 1))) {
		after = told_clause(s, i + n, after, end, &with);
		if (after == i + n || !verb_at(s, after))
			return i;
	}
	for (uint32_t k = 0; k < with.n; k++)
		*VEC_PUSH(s->a, &d->with) = with.p[k];
	return after;
}

/* "tiếp tục phối hợp Ban A hoàn thiện": does such a clause begin at i? */
static bool bare_coord_at(const scan *s, uint32_t i, uint32_t end)
{
	duty said = {0};

	return scan_is(s, i, W_PHOI_1) && read_bare_coord(s, i, end, &said) != i;
}

/* "trong tháng 6", "trong thời hạn 10 ngày" at i */
static bool dated_at(const scan *s, uint32_t i)
{
	uint32_t k = dates_from(s, scan_tok(s, i)->at);

	return k < s->r->dates.n && s->r->dates.p[k].tok <= i + 1;
}

/* Behind "chủ trì", which ends before i: past those who join at once ("chủ trì cùng Sở X", "chủ trì,
 * các sở liên quan phối hợp"). */
static uint32_t past_lead(const scan *s, uint32_t i, uint32_t end, duty *d)
{
	if (scan_is(s, i - 1, W_CUNG_5))
		i = actors_at(s, i, end, false, &d->with);
	return told_others_join(s, i, end, d);
}

/* "có trách nhiệm rà soát", "có trách nhiệm: rà soát": the order behind the `n` tokens at j; j where they are
 * themselves the duty ("chịu trách nhiệm toàn diện trước pháp luật"). */
static uint32_t past_duty(const scan *s, uint32_t j, uint32_t n)
{
	uint32_t k = j + n + scan_mark(s, j + n, ':');

	return verb_at(s, k) ? k : j;
}

uint32_t coordination_read(const scan *s, uint32_t i, uint32_t end, duty *d)
{
	uint32_t start = i;

	for (;;) {
		uint32_t j = skip_comma(s, i, end), n = 0, k;
		enum cue c = j < end ? cue_at(s, j, &n) : CUE_NONE;

		switch (c) {
		case CUE_LEAD:
			i = past_lead(s, j + n, end, d);
			continue;
		case CUE_COORD:
			k = read_coord(s, j, n, end, d);
			if (k == j)
				return j;
			i = k;
			continue;
		case CUE_DUTY:
			k = past_duty(s, j, n);
			if (k == j)
				return j;
			i = k;
			continue;
		case CUE_CONDITION:
			/* "phối hợp với X để triển khai" */
			if (scan_is(s, j, W_DE) && j > start && verb_at(s, j + 1))
				return j + 1;
			k = skip_basis(s, j, end);
			if (k == j)
				return i == start ? j : i;
			i = k;
			continue;
		case CUE_ADVERB:
		case CUE_VAGUE:
			/* "chủ động, phối hợp với": only when a coordination follows at once. */
			k = skip_comma(s, j + n, end);
			if (k < end &&
			    (cue_at(s, k, NULL) == CUE_COORD || cue_at(s, k, NULL) == CUE_LEAD ||
			     bare_coord_at(s, k, end))) {
				i = k;
				continue;
			}
			return j;
		default:
			k = j < end ? read_bare_coord(s, j, end, d) : j;
			if (k != j) {
				i = k;
				continue;
			}
			/* "giao thêm cho Sở Y tế nhiệm vụ kiểm tra" */
			if (j == start && says(s, j, S("nhiệm vụ")) != 0 && verb_at(s, j + 2))
				return j + 2;
			/* "trong việc kiểm tra": the action of "phối hợp với X trong việc". */
			if (scan_is(s, j, W_TRONG) && scan_is(s, j + 1, W_VIEC) && j > start)
				return j + 2;
			/* "phối hợp với X trong công tác quản lý": that is the duty itself */
			if (scan_is(s, j, W_TRONG) && j > start && !dated_at(s, j))
				return skip_comma(s, start, end);
			return j < end ? j : i;
		}
	}
}

/* Who joins behind a word of joining that ends before i: a known body, one by its head word, or a
 * group. False when nobody is named. */
static bool joins_behind(const scan *s, uint32_t i, uint32_t end, actors *with)
{
	uint32_t j = name_skip_quantifier(s, i, end), size = with->n;
	enum cue c = j < end ? cue_at(s, j, NULL) : CUE_NONE;
	hit h;

	if (!(body_at(s, j, &h) && h.cls != BODY_ELIDED) &&
	    !(c == CUE_HEAD && (j > i || scan_tok(s, j)->flags & TF_CAP)) &&
	    !(c == CUE_GENERIC && j > i))
		return false;
	return actors_at(s, i, end, false, with) > i && with->n > size;
}

void coordination_within(const scan *s, uint32_t i, uint32_t end, actors *with)
{
	static const slice joins[] = {S("có sự phối hợp của"), S("với sự phối hợp của"),
	                              S("có sự tham gia của"), S("với sự tham gia của"), S("cùng")};
	SAYINGS(joins);

	/* what stands behind the first part is a further doing, with others */
	uint32_t cue = 0, coop = 0; /* the next of each, kept until it is passed; + 1 */

	end = scan_next_either(s, i, end, ';', '.');
	for (; with->n == 0; i++) {
		uint32_t n = 0;
		enum cue c;

		cue = cue > i ? cue : cue_next(s, i, end, CUE_COORD) + 1;
		coop = coop > i ? coop : scan_next(s, i, end, W_PHOI_1) + 1;
		i = says_any_in(s, i, (cue < coop ? cue : coop) - 1, &said_joins);
		if (i >= end)
			return;
		c = cue_at(s, i, &n);
		if (c == CUE_COORD || (scan_is(s, i, W_PHOI_1) && c == CUE_VERB && n == 2) ||
		    (n = says_any(s, i, &said_joins, NULL)) != 0)
			(void)joins_behind(s, i + n, end, with);
	}
}
