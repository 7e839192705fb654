/*
 * token.h - the text as words, numbers and marks, each with where it stands.
 *
 * Grammar is written over tokens, not bytes: white space, emphasis and line
 * ends inside a phrase cannot hide it, and a word is compared by one integer.
 */
#ifndef DONDOC_READING_TOKEN_H
#define DONDOC_READING_TOKEN_H

#include "base/arena.h"
#include "base/slice.h"

enum token_kind {
	TOK_WORD,  /* letters; `word` is its id in the lexicon, 0 if it has none: then `num` is a
	              hash of its key (unless TF_ROMAN). With TF_BODY `num` is which of
	              tokens.bodies begins here (unless TF_ROMAN) */
	TOK_NUM, /* decimal digits; `num` is the value (saturates at UINT32_MAX), len the digits */
	TOK_PUNCT, /* one mark; `word` is its code: ASCII, or one of enum mark */
	TOK_END, /* end of a paragraph ('\n'), and of the text */
};

/* Marks outside ASCII that grammar cares about. Dashes of all lengths are '-',
 * all double quotes '"', all single quotes '\''. */
enum mark {
	MARK_ELLIPSIS = 128, /* … */
	MARK_BULLET, /* • ● ◦ ▪ · and private-use bullets */
	MARK_HALF, /* ½ */
	MARK_SUPERSCRIPT, /* ¹ ² ³ … ; num is the figure */
	MARK_OTHER, /* anything else */
	MARK_FIGURE, /* no mark, but any number: see token.word */
	MARK_COUNT,
	MARK_END = '\n', /* the end of a paragraph or of the text */
};

enum token_flag {
	TF_SPACE = 1 << 0, /* white space stands before it */
	TF_CAP = 1 << 1, /* first letter is a capital */
	TF_UPPER = 1 << 2, /* all letters are capitals, and there are two or more, or it is one */
	TF_ROMAN = 1 << 3, /* reads as a Roman numeral (I..XXXIX); num is its value */
	TF_BODY = 1 << 4, /* the name of a body begins here; set by lexicon_match() */
	TF_ITEM = 1 << 5, /* a numbered or bulleted block begins here; set by blocks_find() */
	TF_DOING = 1 << 6, /* a plain word of doing begins here (cues.def), and no cue; set by
	                      lexicon_match() */
};

typedef struct token {
	uint32_t at;
	uint32_t num;
	uint16_t len; /* saturates at 65535 */
	uint16_t word; /* what it is, in one number: the id of a word, which begin behind the
	                  marks, or a mark; 0 for a word without an id */
	uint8_t kind;
	uint8_t flags;
	uint8_t cue, cue_len; /* enum cue and tokens of the longest cue that begins here; filled
	                         by lexicon_match() */
} token;

struct lexicon;

typedef struct tokens {
	token *p; /* p[n] is readable: a TOK_END sentinel */
	uint32_t n;
	uint32_t *nums; /* which of them are TOK_NUM, ascending */
	uint32_t nnums;
	uint16_t *words; /* token.word of each and a few zeros behind: where a pass looks
	                    for the next of some word */
	uint8_t *cues; /* token.cue likewise; by lexicon_match(), NULL before */
	const struct hit *bodies; /* the longest name of a body at each place that begins one; by
	                             lexicon_match() */
	slice text;
} tokens;

enum { TOKENS_BEHIND = 16 }; /* zeros behind words and cues */

/* tokens_of() - cut `text` (valid NFC UTF-8). One pass, linear; about 18 bytes
 * a token. The result lives on `a`. */
tokens tokens_of(slice text, const struct lexicon *lex, arena *a);

/* tokens_cut() - the text ends before token n, which becomes the sentinel. */
void tokens_cut(tokens *t, uint32_t n);

/* token_end() - byte after the token. */
static inline uint32_t token_end(const token *t)
{
	return t->at + t->len;
}

/* tokens_span() - bytes from token i up to, not including, token j. */
static inline span tokens_span(const tokens *t, uint32_t i, uint32_t j)
{
	if (i >= j)
		return (span){i < t->n ? t->p[i].at : (uint32_t)t->text.n, 0};
	return (span){t->p[i].at, token_end(&t->p[j - 1]) - t->p[i].at};
}

#endif
