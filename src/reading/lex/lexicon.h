/*
 * lexicon.h - all phrases that the reader knows, in tries over word ids.
 *
 * Two layers, a trie each, are matched in one pass over the text: the grammar's own
 * cues (words.def, cues.tsv) and the bodies of the registries in use. Built once a
 * reader, at start, from the embedded or given tables (under a millisecond);
 * read-only afterwards, so many threads may share it.
 */
#ifndef DONDOC_READING_LEXICON_H
#define DONDOC_READING_LEXICON_H

#include "base/arena.h"
#include "base/strbuf.h"
#include "reading/lex/token.h"
#include "reading/lex/word.h"

/* Single words that grammar compares by id: W_NGAY ... */
enum word_id {
	W_NONE,
	W_MARKS = MARK_COUNT - 1, /* no word: ids begin behind all marks (token.h) */
#define WORD(id, text) W_##id,
#include "reading/lex/words.def"
#undef WORD
	W_COUNT
};

enum layer {
	LAYER_CUE,  /* `value` is an enum cue */
	LAYER_BODY, /* `value` is an index into registry.bodies */
	LAYER_COUNT
};

/* What a cue phrase is for: cues.def names each class. */
enum cue {
	CUE_NONE,
#define CUE(id) CUE_##id,
#include "reading/lex/cues.def"
#undef CUE
	CUE_COUNT
};

typedef struct hit {
	uint32_t tok;
	uint16_t ntok;
	uint16_t cls;   /* enum cue for LAYER_CUE; enum body_class for LAYER_BODY */
	uint32_t value; /* cue: line of the table (distinguishes phrases of one cue) */
} hit;

typedef struct hits {
	hit *p; /* ascending by tok, not overlapping within a layer */
	uint32_t n, cap;
} hits;

typedef struct lexicon lexicon;

/* lexicon_new() - an empty lexicon that holds words.def; lives on `a`. */
lexicon *lexicon_new(arena *a);

/* lexicon_add() - a phrase of a layer. Longer phrases win over shorter; of two
 * equal phrases of one layer the first stays. Words without a key (word.h)
 * make the whole phrase unmatchable, and so does a phrase of more than 255 tokens, a class
 * of 0 or above 255 and a value of more than 24 bits: returns false then. Punctuation in the
 * phrase is matched too ("," in a name), white space is not. */
bool lexicon_add(lexicon *l, enum layer layer, slice phrase, uint16_t cls, uint32_t value);

/* lexicon_done() - no phrase comes any more; the reading is quicker then. */
void lexicon_done(lexicon *l);

/* lexicon_freeze() - the whole as arrays without a pointer (base/frozen.h), the same bytes for
 * the same phrases. lexicon_thaw() - one made of the next of them, which must outlive it, in
 * place: to ask, not to add to. NULL when they are none. */
void lexicon_freeze(const lexicon *l, strbuf *to);
const lexicon *lexicon_thaw(slice *from, arena *a);

/* lexicon_learnt() - the words of all phrases, kept by their bytes. For tokens_of() alone. */
const struct known_word *lexicon_learnt(const lexicon *l);

/* lexicon_word() - the id of a key; 0 when unknown. O(1). */
uint16_t lexicon_word(const lexicon *l, word_key key);

/* lexicon_match() - the longest phrase of each layer at each place, left to
 * right without overlap, into ret[LAYER_CUE] and ret[LAYER_BODY]; and with each
 * token the longest cue that begins there, overlapping or not. Linear. */
void lexicon_match(const lexicon *l, tokens *t, arena *a, hits ret[LAYER_COUNT]);

/* lexicon_longest() - the longest phrase of one layer that starts exactly at
 * token i; false when none does. */
bool lexicon_longest(const lexicon *l, const tokens *t, uint32_t i, enum layer layer, hit *ret);

/* lexicon_longest_after() - the same as if the word `before` stood right before
 * token i; ret covers the tokens from i only. How an elided kind is read:
 * "Tài chính" after "sở". */
bool lexicon_longest_after(const lexicon *l, uint16_t before, const tokens *t, uint32_t i,
                           enum layer layer, hit *ret);

#endif
