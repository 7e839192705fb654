/*
 * lexicon_priv.h - what a lexicon is made of: lexicon.c builds and asks it, frozen.c carries
 * it over from the build.
 *
 * Only arrays, which name each other by numbers: they may lie anywhere.
 */
#ifndef DONDOC_READING_LEXICON_PRIV_H
#define DONDOC_READING_LEXICON_PRIV_H

#include "reading/lex/known_priv.h"
#include "reading/lex/lexicon.h"

enum {
	PAIR_BITS = 11, /* sets of pairs: 16 KB, which stay in the nearest cache */
};

/* Of some pairs of words those with which phrases begin, by layer: each is two bits (or one) of
 * the 32. A pair that begins none is taken for one that does in one of seventy cases. */
typedef struct pair_set {
	uint32_t of[LAYER_COUNT];
} pair_set;

static inline uint32_t pair_of(uint32_t word, uint32_t next)
{
	return word * 0x9e3779b9u ^ next * 0x85ebca6bu;
}

static inline uint32_t pair_bits(uint32_t pair)
{
	return 1u << (pair & 31) | 1u << (pair >> 5 & 31);
}

typedef struct word_slot {
	word_key key;
	uint16_t id;
	uint16_t unused[3]; /* said, so that frozen ones are the same each time */
} word_slot;

/* A step of a trie with the node it leads to, so that a look is one line of the cache, in
 * which four steps stand. */
typedef struct step {
	uint64_t edge; /* node it leaves << 40 | symbol << 24 | the node; 0 = free */
	uint32_t kids; /* a bit for each symbol that leads on, by its hash */
	uint32_t end;  /* of the phrase that ends here: value << CLS_BITS | cls; 0: none does */
} step;

/* What a word is by itself, in each layer. The node behind it has its own number, so that a
 * phrase is looked for without it. */
typedef struct start {
	uint32_t value[LAYER_COUNT];
	uint16_t cls[LAYER_COUNT]; /* of the word alone */
} start;

/* The phrases of one layer. Each has its own, because the cues, which stand at every
 * third word, are few: what they need stays in the nearest cache. */
typedef struct trie {
	step *steps;
	uint64_t *paths; /* of each step, what its place comes from; only while they are made */
	uint32_t mask, count;
	uint32_t nodes; /* the number of the next; those of first words are the words' */
} trie;

struct lexicon {
	arena *a;
	word_slot *words;
	uint32_t word_mask;
	VEC(start) starts; /* by word id, of all words */
	VEC(uint8_t)
	alone; /* likewise: a bit for each layer of which the word is a phrase, and one
	                       where phrases of more words begin */
	struct known_word *learnt;
	trie tries[LAYER_COUNT];
	pair_set *pairs; /* 1 << PAIR_BITS, by a hash of both words: may a phrase begin with these
	                    two? Small, because it is asked at each word of a text */
};

#endif
