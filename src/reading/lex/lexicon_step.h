/*
 * lexicon_step.h - where the steps of a trie lie. Part of lexicon.c, which builds them and walks
 * over them; nobody else may.
 */
#ifndef DONDOC_READING_LEXICON_STEP_H
#define DONDOC_READING_LEXICON_STEP_H

#include "reading/lex/lexicon_priv.h"

enum { NODES_MAX = 1 << 24 }; /* an edge has 24 bits for each end */

/* Where a step lies is told by the symbols from the phrase's first on, not by the node it leaves: so
 * the places of all steps of a walk are known at once, and none waits for the step before it. */
static inline uint64_t path_on(uint64_t path, uint32_t symbol)
{
	return (path ^ symbol) * 0x9e3779b97f4a7c15u;
}

static inline uint64_t path_of(uint32_t word)
{
	return path_on(0, word);
}

/* The step from a node by a symbol (key: node << 16 | symbol) at the end of `path`, or the free
 * place where it belongs. */
static inline step *step_find(const trie *t, uint64_t path, uint64_t key)
{
	uint32_t i = (uint32_t)(path >> 32) & t->mask;

	while (t->steps[i].edge != 0 && t->steps[i].edge >> 24 != key)
		i = (i + 1) & t->mask;
	return &t->steps[i];
}

/* The step from node `from` by a symbol; NULL when there is none. */
static inline const step *step_from(const trie *t, uint64_t path, uint32_t from, uint32_t symbol)
{
	const step *at = step_find(t, path, (uint64_t)from << 16 | symbol);

	return at->edge != 0 ? at : NULL;
}

static inline uint32_t step_node(const step *at)
{
	return (uint32_t)(at->edge & (NODES_MAX - 1));
}

static inline uint32_t kid_bit(uint32_t symbol)
{
	return 1u << (symbol * 0x9e3779b9u >> 27);
}

#endif
