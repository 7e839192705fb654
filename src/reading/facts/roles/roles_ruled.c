/*
 * roles_ruled.c - limits that hold without this paper: a law, a contract, a ministry's decision has
 * them ("nộp hồ sơ chậm nhất ngày 31/5 theo Quyết định số 23/QĐ-TTg").
 *
 * Questions about one date and its sentence; no state. Who is told outright is told, whatever the
 * law has.
 */
#include "reading/facts/roles/roles_priv.h"

#include "reading/facts/text/phrase.h"
#include "reading/facts/text/within.h"

enum { NEAR = 4, CLAUSE = 14 };

/* Does a paper of the Government, its Prime Minister or a ministry have this number:
 * "25/QĐ-BKHĐT"? */
static bool is_central(slice number)
{
	static const slice tails[] = {S("-CP"),   S("-TTg"),  S("TT-B"),  S("QĐ-BT"),
	                              S("QĐ-BN"), S("QĐ-BG"), S("QĐ-BX"), S("QĐ-BY"),
	                              S("QĐ-BK"), S("QĐ-BV"), S("/QH")};

	for (size_t k = 0; k < ARRAY_LEN(tails); k++)
		if (slice_has(number, tails[k]))
			return true;
	return false;
}

bool limit_central(const scan *s, uint32_t i)
{
	uint32_t at = scan_tok(s, i)->at, k = citations_from(s, at);

	return k < s->r->citations.n && s->r->citations.p[k].at.at == at &&
	       is_central(s->r->citations.p[k].number);
}

/* "nộp hồ sơ chậm nhất ngày 31/5 theo Quyết định số 23/2021/QĐ-TTg": whence everybody has it */
static bool by_the_state(const setting *at)
{
	return scan_is(at->s, at->end, W_THEO) && limit_central(at->s, at->end + 1);
}

/* "chậm so với thời hạn trước ngày 20 hằng tháng đã quy định" */
static bool is_settled(const setting *at)
{
	/* "Theo quy định, việc điều chỉnh hằng năm trước ngày 15/11": a rule */
	if (scan_is(at->s, at->from, W_THEO) &&
	    (says(at->s, at->from, S("theo quy định")) != 0 ||
	     says(at->s, at->from, S("theo luật")) != 0) &&
	    !cue_between(at->s, at->from, at->tok, CUE_ASSIGN) &&
	    !cue_between(at->s, at->from, at->tok, CUE_LEAD) &&
	    !cue_between(at->s, at->from, at->tok, CUE_DUTY))
		return true;
	/* "đến hết ngày 31/01 theo quy định của Luật Đầu tư công" */
	static const slice laws[] = {S("theo luật"), S("theo quy định của luật"),
	                             S("theo quy định tại luật"), S("theo quy định của pháp luật"),
	                             S("là quy định")};
	SAYINGS(laws);
	uint32_t near = at->end + NEAR < at->to ? at->end + NEAR : at->to;

	if ((says_any_in(at->s, at->end, near, &said_laws) < near || by_the_state(at)) &&
	    !cue_between(at->s, at->from, at->tok, CUE_ASSIGN))
		return true;
	return scan_is(at->s, at->end, W_DA_3) && says(at->s, at->end + 1, S("quy định")) != 0;
}

/* "(Luật quy định trong 15 ngày phải trả lời)": how a law has it, in the clause of the date. */
static bool rule_says(const setting *at)
{
	static const slice rules[] = {S("luật"),       S("bộ luật"), S("nghị định"), S("thông tư"),
	                              S("quy chế"),    S("điều"),    S("khoản"),     S("pháp lệnh"),
	                              S("nghị quyết"), S("hợp đồng")};
	SAYINGS(rules);
	const scan *s = at->s;

	for (uint32_t i = at->tok; i > at->from + 1 && i + CLAUSE > at->tok; i--) {
		if (scan_tok(s, i - 1)->kind == TOK_PUNCT)
			return false;
		if (says(s, i - 1, S("quy định")) != 2 || scan_is(s, i - 2, W_THEO))
			continue;
		return !cue_between(s, i - 1, at->tok, CUE_ASSIGN) &&
		       says_any_in(s, tokens_back(i - 1, CLAUSE, at->from), i - 1, &said_rules) <
		               i - 1;
	}
	return false;
}

/* "mặt đường, rãnh dọc (hoàn thành trước ngày 30/6 theo hợp đồng)": how far the work is meant to be */
static bool in_agreed_bracket(const setting *at)
{
	static const slice agreed[] = {S("theo hợp đồng"), S("theo tiến độ"), S("theo cam kết"),
	                               S("theo kế hoạch")};
	SAYINGS(agreed);
	const scan *s = at->s;
	uint32_t n = says_any(s, at->end, &said_agreed, NULL);

	if (n == 0 || !scan_mark(s, at->end + n, ')') ||
	    cue_between(s, at->from, at->tok, CUE_ASSIGN))
		return false;
	for (uint32_t i = at->tok; i > at->from && i + CLAUSE > at->tok; i--)
		if (scan_mark(s, i - 1, '('))
			return true;
	return false;
}

/* Where the bracket around the date begins; 0 when none does near. Its members may be set off by semicolons. */
static uint32_t bracket_around(const setting *at, uint32_t from)
{
	for (uint32_t i = at->tok; at->bracket && i > from && i + CLAUSE > at->tok; i--) {
		if (scan_mark(at->s, i - 1, ')'))
			return 0;
		if (scan_mark(at->s, i - 1, '('))
			return i - 1;
	}
	return 0;
}

/* Does money stand among tokens [i, j): "912 tỷ đồng"? */
static bool has_money(const scan *s, uint32_t i, uint32_t j)
{
	for (; (i = scan_next(s, i, j, W_DONG_5)) < j; i++)
		if (says(s, i - 1, S("tỷ")) != 0 || says(s, i - 1, S("triệu")) != 0)
			return true;
	return false;
}

static bool tells_state(const scan *s, uint32_t i)
{
	return scan_is(s, i, W_DA_3) || scan_is(s, i, W_DANG) || scan_is(s, i, W_CHUA) ||
	       scan_is(s, i, W_DAT_4);
}

/* "Dự án cầu A (Ban B, hoàn thành tháng 12/2026, TMĐT 912 tỷ đồng): đã bàn giao": the data of a thing, which stand in a
 * bracket behind its name: what it costs among them, or behind them how it stands. An order's bracket follows what is
 * to be done: "Rà soát quỹ đất (Sở A, hoàn thành trước ngày 30/6)". */
static bool in_data_bracket(const setting *at)
{
	enum { DATA = 24 };
	const scan *s = at->s;
	uint32_t head = at->b != NULL ? at->b->tok : at->from, open = bracket_around(at, head);
	uint32_t close, i = open;

	if (open == 0)
		return false;
	close = scan_next(s, at->end, at->end + DATA, ')');
	if (close == at->end + DATA)
		return false;
	while (i > head && !scan_mark(s, i - 1, '.') && !scan_mark(s, i - 1, ')'))
		i--;
	if ((!limit_is_thing(s, i) && limit_does(s, i, open)) ||
	    cue_between(s, i, open, CUE_ASSIGN) || cue_between(s, i, open, CUE_EXHORT))
		return false;
	return has_money(s, open, close) ||
	       tells_state(s, close + 1 + scan_mark(s, close + 1, ':'));
}

bool limit_ruled(const setting *at)
{
	return is_settled(at) || rule_says(at) || in_agreed_bracket(at) || in_data_bracket(at);
}
