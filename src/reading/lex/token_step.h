/*
 * token_step.h - the tokeniser's step, shared with the lexicon, which must cut
 * its phrases exactly as text is cut.
 */
#ifndef DONDOC_READING_TOKEN_STEP_H
#define DONDOC_READING_TOKEN_STEP_H

#include "reading/lex/lexicon.h"
#include "reading/lex/token.h"
#include "reading/lex/word.h"

/* token_next() - the token at or after byte `at`; `word` is not filled for
 * TOK_WORD, its key is. Returns the byte after it. At the end of the text: a TOK_END
 * of length 0. */
size_t token_next(slice text, size_t at, token *t, word_key *ret_key);

/* known_words_new() - room for what words are, kept by their bytes; of a fixed size, on
 * `a`. A text is cut with those of the lexicon's phrases. */
struct known_word *known_words_new(arena *a);

/* known_word_at() - the word at byte `at`, or after one space, when it is kept: the byte
 * after it; else 0. known_word_keep() - keep token t of `text`, named, if it is short
 * enough. */
size_t known_word_at(const struct known_word *known, slice text, size_t at, token *t);
void known_word_keep(struct known_word *known, slice text, const token *t);

/* glued_part() - where the second of two words begins that a run of letters, no word of the
 * tables, is made of: its byte in the run; 0 when it is one word, or may be parted in two ways.
 * Linear in its letters, of which twenty are looked at. */
size_t glued_part(slice word, const struct lexicon *lex);

/* token_name() - give a word token its id, or what stands for it. */
static inline void token_name(token *t, word_key key, const struct lexicon *lex)
{
	if (t->kind != TOK_WORD)
		return;
	t->word = lexicon_word(lex, key);
	if (t->word == 0 && !(t->flags & TF_ROMAN))
		t->num = (uint32_t)(key * 0x9e3779b97f4a7c15u >> 32);
}

#endif
