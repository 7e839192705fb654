/*
 * actors_priv.h - small look-ups shared by the passes that read orders.
 */
#ifndef DONDOC_READING_ACTORS_PRIV_H
#define DONDOC_READING_ACTORS_PRIV_H

#include "reading/facts/actors.h"

/* cue_at() - the longest cue phrase at token i, and its tokens; CUE_NONE and 0 when
 * none begins there. O(1): lexicon_match() noted it. */
static inline enum cue cue_at(const scan *s, uint32_t i, uint32_t *ret_ntok)
{
	const token *t = scan_tok(s, i);

	if (ret_ntok != NULL)
		*ret_ntok = t->cue_len;
	return (enum cue)t->cue;
}

/* name_skip_quantifier() - past "các", "một số", "toàn thể", "65". */
uint32_t name_skip_quantifier(const scan *s, uint32_t i, uint32_t end);

/* name_capitals() - past at most `max` capitalised words: a person's or place's name. */
uint32_t name_capitals(const scan *s, uint32_t i, uint32_t end, uint32_t max);

/* name_stops() - does a word of this class end a body's name? */
bool name_stops(enum cue c);

/* name_unknown() - past the words of a body that no registry knows, from its head word
 * on: until a mark, or a lower-case word with which an order goes on. */
uint32_t name_unknown(const scan *s, uint32_t i, uint32_t end);

/* name_clause() - past plain words until a mark or a word with which an order goes on. */
uint32_t name_clause(const scan *s, uint32_t i, uint32_t end);

#endif
