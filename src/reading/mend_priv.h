/*
 * mend_priv.h - syllables of a scan and the marks they must carry; between mend.c and mend_marks.c.
 */
#ifndef DONDOC_READING_MEND_PRIV_H
#define DONDOC_READING_MEND_PRIV_H

#include "base/arena.h"
#include "reading/lex/word.h"

enum { PAIRS_MAX = 400, PAIR_HEADS = 512 };

/* A syllable, letter by letter as word.h classes them. */
typedef struct syllable {
	uint16_t letters[WORD_LETTERS_MAX]; /* class, tone and capital */
	uint8_t n;     /* 0: not a syllable */
	uint64_t skeleton; /* of the letters without their marks, a hash */
} syllable;

typedef struct pair {
	uint64_t skeleton;
	syllable words[2];
	bool stays; /* right as it is, and nothing else is meant for it */
	uint16_t next; /* of the same chain, index + 1; 0 ends it */
} pair;

/* The pairs of mend_pairs.def, by what they are without marks. */
typedef struct pairs {
	pair p[PAIRS_MAX];
	size_t n;
	uint16_t heads[PAIR_HEADS]; /* chains by the skeleton; 0: empty */
} pairs;

/* mend_word() - the word of s that begins at byte `at`: letters, figures and signs up to punctuation or a
 * blank; the byte behind it. ret_signs becomes true where one of mend.c's signs may be in it. */
size_t mend_word(slice s, size_t at, syllable *ret, bool *ret_signs);

/* mend_syllable() - the letters of a word; none when it is no syllable. */
syllable mend_syllable(slice s);

/* mend_pairs() - all of ret, whatever was there. */
void mend_pairs(pairs *ret);

/* mend_pair_of() - the pair that two syllables were meant to be; NULL when they are none, or right
 * as they are. Mostly one look-up. */
const pair *mend_pair_of(const pairs *all, const syllable *first, const syllable *second);

/* mend_take() - the marks of `right` on the letters of y, capitals as they were. */
void mend_take(syllable *y, const syllable *right);

/* mend_stop() - "hêt", "quyêt", "tôt": a stop at the end, a circumflex, no tone: it gets its acute.
 * False when y is none of these. */
bool mend_stop(syllable *y);

/* mend_put() - letter c of a syllable as UTF-8 to `to`, which has room for four bytes; its bytes. */
size_t mend_put(uint16_t c, char *to);

#endif
