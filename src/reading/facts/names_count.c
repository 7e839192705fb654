/*
 * names_count.c - how many are named ("các", "65", "một số", "Mười một trưởng thôn"), and whether
 * anybody may be at all.
 */
#include "reading/facts/actors_priv.h"

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

uint32_t name_skip_quantifier(const scan *s, uint32_t i, uint32_t end)
{
	for (; i < end; i++) {
		const token *t = scan_tok(s, i);

		if (t->kind == TOK_NUM && t->num < 1000 && i + 1 < end &&
		    scan_tok(s, i + 1)->kind == TOK_WORD)
			continue;
		if (t->kind == TOK_NUM && scan_mark(s, i + 1, '%') && i + 2 < end) {
			i++; /* "100% các xã" */
			continue;
		}
		if (t->kind != TOK_WORD)
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
	switch (t->word) { /* what name_skip_quantifier() may step over */
	case W_CAC:
	case W_NHUNG_3:
	case W_TUNG_5:
	case W_MOI_3:
	case W_MOT_4:
	case W_QUY:
	case W_HAI:
	case W_BA:
	case W_BON:
	case W_NAM:
	case W_SAU_1:
	case W_BAY_2:
	case W_TAM_1:
	case W_CHIN:
	case W_MUOI_5:
	case W_TOAN:
	case W_TAT:
	case W_CA_2:
		return false;
	case W_LANH: /* "lãnh đạo Sở" */
		return t->cue != CUE_VERB && !(t->flags & TF_BODY);
	default: /* or a person, at the head of an item */
		return !(t->flags & TF_BODY) &&
		       (t->flags & (TF_ITEM | TF_CAP)) != (TF_ITEM | TF_CAP);
	}
}
