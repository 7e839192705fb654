/*
 * scan.h - what every facts pass looks at and adds to.
 *
 * A pass is a function `void X_find(scan *s)`: it reads the tokens, hits and
 * what earlier passes put in s->r, and appends to its own lists of s->r. The
 * order of the passes is the list in reading.c. No pass keeps state of its own.
 */
#ifndef DONDOC_READING_SCAN_H
#define DONDOC_READING_SCAN_H

#include "model/reading.h"
#include "reading/facts/text/rungs.h"
#include "reading/reader.h"

typedef struct scan {
	const reader *rd;
	tokens tk;
	hits cue, body; /* of the whole text, ascending */
	rungs block_rungs, date_rungs, citation_rungs; /* by the passes that find those */
	reading *r;
	arena *a;
	bool scanned; /* read off a picture, by whichever program: letters may have lost their marks */
} scan;

static inline const token *scan_tok(const scan *s, uint32_t i)
{
	return &s->tk.p[i < s->tk.n ? i : s->tk.n];
}

/* scan_word() - token.word of token i, and 0 for the end of the text. Words stand side by side:
 * who needs no more than this leaves the token where it is, which in a large text is far. */
static inline uint16_t scan_word(const scan *s, uint32_t i)
{
	return s->tk.words[i < s->tk.n ? i : s->tk.n];
}

/* scan_punct() - is token i a mark, not a figure nor the end of a paragraph? */
static inline bool scan_punct(const scan *s, uint32_t i)
{
	uint16_t word = scan_word(s, i);

	return word != 0 && word < MARK_FIGURE && word != MARK_END;
}

/* scan_soon() - token i is looked at soon, SOON steps of a walk from here: of a large text
 * it comes from far, which takes as long as to read a sentence. */
enum { SOON = 8 };
static inline void scan_soon(const scan *s, uint32_t i)
{
	__builtin_prefetch(scan_tok(s, i));
}

/* scan_is() - is token i the word w, which is not 0? */
static inline bool scan_is(const scan *s, uint32_t i, uint16_t w)
{
	return scan_tok(s, i)->word == w;
}

/* scan_mark() - is token i the mark c? */
static inline bool scan_mark(const scan *s, uint32_t i, uint16_t c)
{
	return scan_tok(s, i)->word == c;
}

/* scan_next() - the first token of [i, end) that is the word or mark w; end when none is,
 * i when i >= end. Eight tokens a step: where a pass looks for a word, it looks so. */
uint32_t scan_next(const scan *s, uint32_t i, uint32_t end, uint16_t w);

/* scan_next_either() - the same of two. */
uint32_t scan_next_either(const scan *s, uint32_t i, uint32_t end, uint16_t w1, uint16_t w2);

/* scan_next_of() - the same of eight; who has fewer repeats one. scan_next_four(): of the first four. */
enum { SCAN_OF = 8 };
uint32_t scan_next_of(const scan *s, uint32_t i, uint32_t end, const uint16_t words[SCAN_OF]);
uint32_t scan_next_four(const scan *s, uint32_t i, uint32_t end, const uint16_t words[SCAN_OF]);

/* scan_next_mark() - the same of any mark, number or end of a paragraph. */
uint32_t scan_next_mark(const scan *s, uint32_t i, uint32_t end);

/* scan_next_stop() - the same of '.', '?' and '!'. */
uint32_t scan_next_stop(const scan *s, uint32_t i, uint32_t end);

/* scan_next_pair() - the same of the word or mark w1 right before w2, both of them before end. */
uint32_t scan_next_pair(const scan *s, uint32_t i, uint32_t end, uint16_t w1, uint16_t w2);

/* scan_next_end() - the same of '.', ';' and ends of paragraphs. */
uint32_t scan_next_end(const scan *s, uint32_t i, uint32_t end);

/* scan_next_final() - the same of "./.", all of it before end. */
uint32_t scan_next_final(const scan *s, uint32_t i, uint32_t end);

/* scan_telling() - a bit for each of the SCAN_STEP tokens from i on, which is no more than all, that
 * is a figure, ';', '.', or at which a cue begins; the first is the lowest. */
enum { SCAN_STEP = 16 };
unsigned scan_telling(const scan *s, uint32_t i);

/* scan_next_telling() - the first such of [i, end); end when none is. For who wants one after the
 * other (each third token is one): t, zero at first, keeps what was looked at. */
typedef struct telling {
	uint32_t upto;
	unsigned bits; /* of the SCAN_STEP before */
} telling;
typedef unsigned scan_bits(const scan *s, uint32_t i);
static inline uint32_t scan_next_kept(const scan *s, telling *t, uint32_t i, uint32_t end,
                                      scan_bits *bits)
{
	uint32_t stop = end < s->tk.n ? end : s->tk.n;

	for (; i < stop; i = t->upto) {
		uint32_t in = i + SCAN_STEP - t->upto;
		unsigned left;

		if (in >= SCAN_STEP) {
			*t = (telling){i + SCAN_STEP, bits(s, i)};
			in = 0;
		}
		left = t->bits >> in;
		if (left != 0) {
			i += (uint32_t)__builtin_ctz(left);
			return i < stop ? i : end;
		}
	}
	return end;
}

static inline uint32_t scan_next_telling(const scan *s, telling *t, uint32_t i, uint32_t end)
{
	return scan_next_kept(s, t, i, end, scan_telling);
}

/* scan_next_turn() - the same of '(', ')', ';' and ','. */
unsigned scan_turns(const scan *s, uint32_t i);
static inline uint32_t scan_next_turn(const scan *s, telling *t, uint32_t i, uint32_t end)
{
	return scan_next_kept(s, t, i, end, scan_turns);
}

/* scan_last_stop() - the token after the last '.', ';' or end of a paragraph of [i, end); i
 * when none is. */
uint32_t scan_last_stop(const scan *s, uint32_t i, uint32_t end);

/* cue_next() - the same of tokens at which a cue of this class begins. */
uint32_t cue_next(const scan *s, uint32_t i, uint32_t end, enum cue cls);

/* body_at() - the longest name of a body at token i. */
static inline bool body_at(const scan *s, uint32_t i, hit *ret)
{
	const token *t = scan_tok(s, i);

	if (!(t->flags & TF_BODY))
		return false;
	if (t->flags & TF_ROMAN)
		return lexicon_longest(s->rd->lex, &s->tk, i, LAYER_BODY, ret);
	*ret = s->tk.bodies[t->num];
	return true;
}

static inline slice scan_words(const scan *s, uint32_t i, uint32_t j)
{
	return slice_at(s->tk.text, tokens_span(&s->tk, i, j));
}

#endif
