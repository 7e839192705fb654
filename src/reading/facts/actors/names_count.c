/*
 * names_count.c - how many are named ("các", "65", "một số", "Mười một trưởng thôn"), and whether
 * anybody may be at all. It says where a name may begin, never whose it is.
 */
#include "reading/facts/actors/names.h"

bool word_counts(uint16_t word)
{
	switch (word) {
	case W_HAI:
	case W_BA:
	case W_BON:
	case W_NAM:
	case W_SAU_1:
	case W_BAY_2:
	case W_TAM_1:
	case W_CHIN:
	case W_MUOI_5:
		return true;
	default:
		return false;
	}
}

/* Nearly no word may, of many that are asked. */
const bool name_quantifies[W_COUNT] = {
	[W_CAC] = true,   [W_NHUNG_3] = true, [W_TUNG_5] = true,    [W_MOI_3] = true,
	[W_MOT_4] = true, [W_QUY] = true,     [W_HAI] = true,       [W_BA] = true,
	[W_BON] = true,   [W_NAM] = true,     [W_SAU_1] = true,     [W_BAY_2] = true,
	[W_TAM_1] = true, [W_CHIN] = true,    [W_MUOI_5] = true,    [W_TOAN] = true,
	[W_TAT] = true,   [W_CA_2] = true,    [MARK_FIGURE] = true,
};

static bool quantifies(uint16_t word)
{
	return word < W_COUNT && name_quantifies[word];
}

uint32_t name_count(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t j = i;
	enum cue c;

	while (j < end && j < i + 2 &&
	       (word_counts(scan_tok(s, j)->word) || (j > i && scan_is(s, j, W_MOT_4))))
		j++;
	c = j > i && j < end ? cue_at(s, j, NULL) : CUE_NONE;
	return c == CUE_GENERIC || c == CUE_HEAD || c == CUE_POST ? j : i;
}

uint32_t name_past_quantifier(const scan *s, uint32_t i, uint32_t end)
{
	enum { WORDS = 12 }; /* nobody counts in more: a text of "các" would cost its square */

	for (uint32_t from = i; i < end && i < from + WORDS; i++) {
		const token *t = scan_tok(s, i);

		if (t->kind == TOK_NUM && t->num < 1000 && i + 1 < end &&
		    scan_tok(s, i + 1)->kind == TOK_WORD)
			continue;
		if (t->kind == TOK_NUM && scan_mark(s, i + 1, '%') && i + 2 < end) {
			i++; /* "100% các xã" */
			continue;
		}
		if (t->kind != TOK_WORD || !quantifies(t->word))
			break;
		/* "Cả 5 xí nghiệp" */
		if (t->word == W_CA_2 && scan_tok(s, i + 1)->kind == TOK_NUM)
			continue;
		if (t->word == W_CAC || t->word == W_NHUNG_3 || t->word == W_TUNG_5 ||
		    t->word == W_MOI_3)
			continue;
		/* "Hai đơn vị cùng rà soát", "Mười một trưởng thôn" */
		if (name_count(s, i, end) != i) {
			i = name_count(s, i, end) - 1;
			continue;
		}
		/* "quý Tổng cục": a courtesy to one */
		if (t->word == W_QUY && (scan_tok(s, i + 1)->flags & TF_CAP) &&
		    cue_at(s, i + 1, NULL) == CUE_HEAD)
			continue;
		if (t->word == W_MOT_4 && scan_is(s, i + 1, W_SO)) {
			i++;
			continue;
		}
		if ((t->word == W_TOAN && scan_is(s, i + 1, W_THE_2)) ||
		    (t->word == W_TAT && scan_is(s, i + 1, W_CA_2))) {
			i++;
			continue;
		}
		break;
	}
	return i;
}

bool name_nobody(const scan *s, uint32_t i)
{
	const token *t = scan_tok(s, i);

	if (t->kind != TOK_WORD)
		return t->kind != TOK_NUM;
	switch (t->cue) {
	case CUE_RANK:
	case CUE_POST:
	case CUE_GENERIC:
	case CUE_HEAD:
		return false;
	case CUE_NOUN:
		if (name_of_room(s, i))
			return false;
		break;
	default:
		break;
	}
	if (quantifies(t->word))
		return false;
	if (t->word == W_LANH) /* "lãnh đạo Sở" */
		return t->cue != CUE_VERB && !(t->flags & TF_BODY);
	/* or a person, at the head of an item */
	return !(t->flags & TF_BODY) && (t->flags & (TF_ITEM | TF_CAP)) != (TF_ITEM | TF_CAP);
}
