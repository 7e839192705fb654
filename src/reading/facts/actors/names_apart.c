/*
 * names_apart.c - how far the words of one of many reach, and where what they must do begins.
 *
 * Each looks a bounded way ahead and returns the token of the order, or the place itself when
 * none is near: then the words are none of the name.
 */
#include "reading/facts/actors/names.h"

#include "reading/facts/text/phrase.h"

void name_reaches(const scan *s, actors *list, uint32_t to)
{
	enum { BACK = 60 };
	actor *last = &list->p[list->n - 1];
	uint32_t past, from = to > BACK ? to - BACK : 0;

	to -= scan_mark(s, to - 1, ',') || scan_is(s, to - 1, W_THI_5);
	past = to;
	while (from < to && scan_tok(s, from)->at < last->at.at)
		from++; /* "ngày (1) gửi:", then "a) BÁO 5a)": a bracket before the name is none of it */
	to = name_before_note(s, from, to, last);
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

	return (cue_at(s, j, NULL) == CUE_DUTY ||
	        (scan_is(s, j, W_PHAI_2) && cue_orders(cue_at(s, j + 1, NULL)))) &&
	       says_any(s, i, &said_looks_at, NULL) == 0;
}

uint32_t name_to_must(const scan *s, uint32_t i, uint32_t end)
{
	enum { WORDS = 14 };
	uint32_t far = end < i + WORDS ? end : i + WORDS, j = scan_next(s, i, far, W_PHAI_2);

	/* "doanh nghiệp thuê đất trồng rừng có trách nhiệm" */
	if (j >= far)
		j = cue_next(s, i, far, CUE_DUTY);
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
