/*
 * wording.c - one table for all that is shown to people; what programs read keeps our words.
 */
#include "app/out/wording.h"

#include "model/reading.h"
#include "register/duty/obligation.h"

static const struct {
	slice word, vi;
} words[] = {
#define WORD(word, vi) {S(word), S(vi)},
#include "app/out/wording.def"
#undef WORD
};

slice wording(slice word)
{
	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (slice_eq(words[i].word, word))
			return words[i].vi;
	for (int k = 1; k < KIND_COUNT; k++)
		if (slice_eq(slice_c(doc_kind_code((doc_kind)k)), word))
			return slice_c(doc_kind_name((doc_kind)k));
	return work_wording(word);
}
