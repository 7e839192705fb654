/*
 * lexicon_frozen.c - a lexicon as arrays, and back, in place. It must never change what
 * lexicon.c built.
 */
#include "base/frozen.h"
#include "reading/lex/lexicon_priv.h"

/* What is no array. */
typedef struct shape {
	uint32_t nodes[LAYER_COUNT], count[LAYER_COUNT];
} shape;

void lexicon_freeze(const lexicon *l, strbuf *to)
{
	shape is = {0};

	for (int k = 0; k < LAYER_COUNT; k++) {
		is.nodes[k] = l->tries[k].nodes;
		is.count[k] = l->tries[k].count;
	}
	FROZEN_PUT(to, &is, 1);
	FROZEN_PUT(to, l->words, l->word_mask + 1);
	FROZEN_PUT(to, l->starts.p, l->starts.n);
	FROZEN_PUT(to, l->alone.p, l->alone.n);
	FROZEN_PUT(to, l->learnt, 1 << LEARNT_BITS);
	FROZEN_PUT(to, l->pairs, 1 << PAIR_BITS);
	for (int k = 0; k < LAYER_COUNT; k++)
		FROZEN_PUT(to, l->tries[k].steps, l->tries[k].mask + 1);
}

/* The next array, and how many it has. Nobody writes to it: a lexicon grows only while it
 * is built. */
static void *take(slice *from, size_t size, uint32_t *ret_n)
{
	return (void *)(uintptr_t)frozen_take(from, size, ret_n);
}

const lexicon *lexicon_thaw(slice *from, arena *a)
{
	lexicon *l = arena_new(a, lexicon);
	uint32_t n = 0, words = 0, learnt = 0, pairs = 0;
	const shape *is = frozen_take(from, sizeof *is, &n);

	l->words = take(from, sizeof *l->words, &words);
	l->starts.p = take(from, sizeof *l->starts.p, &l->starts.n);
	l->alone.p = take(from, sizeof *l->alone.p, &l->alone.n);
	l->learnt = take(from, sizeof *l->learnt, &learnt);
	l->pairs = take(from, sizeof *l->pairs, &pairs);
	if (is == NULL || words == 0 || learnt != 1 << LEARNT_BITS || pairs != 1 << PAIR_BITS)
		return NULL;
	l->word_mask = words - 1;
	for (int k = 0; k < LAYER_COUNT; k++) {
		trie *t = &l->tries[k];

		t->steps = take(from, sizeof *t->steps, &n);
		if (t->steps == NULL || n == 0)
			return NULL;
		*t = (trie){t->steps, NULL, n - 1, is->count[k], is->nodes[k]};
	}
	return l;
}
