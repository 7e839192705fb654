/*
 * words.h - how much of one folded text stands in another, word by word.
 *
 * Texts are folded (base/fold.h): small ASCII letters, one space between words. Built once
 * for the longer text, asked for many short ones.
 */
#ifndef DONDOC_REGISTER_WORDS_H
#define DONDOC_REGISTER_WORDS_H

#include "base/arena.h"

typedef struct word_set {
	uint32_t *slots; /* hash of a word, 0: free */
	uint32_t mask, n; /* n: how many different words */
} word_set;

/* words_set() - the different words of a folded text, on `a`. Linear. */
word_set words_set(arena *a, slice folded);

/* words_share() - how many of the different words of `folded` are in the set, in percent;
 * *ret_n: how many different words it has. 0 for a text of none. Linear. */
int words_share(arena *a, slice folded, const word_set *in, uint32_t *ret_n);

#endif
