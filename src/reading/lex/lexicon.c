/*
 * lexicon.c - a hash of words and a hash of trie edges.
 *
 * A phrase is a path of symbols: word ids, marks, small numbers. Edges live in
 * one open-addressing table keyed by (node, symbol), so a step is one probe and
 * the whole trie of some thousand phrases stays in the cache. Each node knows its
 * children by a hash of six bits: nearly every step that leads nowhere is not made.
 */
#include "reading/lex/lexicon.h"

#include <assert.h>

#include "reading/lex/token_priv.h"

enum {
	SYM_MARK = 0x8000,
	SYM_NUM = 0xc000,
	WORDS_MAX = 0x7fff,
	NODES_MAX = 1 << 24, /* an edge has 24 bits for each end */
	PHRASE_MAX = 255,    /* tokens; a token's cue_len is a byte */
};

typedef struct word_slot {
	word_key key;
	uint16_t id;
} word_slot;

/* node << 40 | symbol << 24 | the node it leads to; 0 = free (node 0 keeps its edges
 * in first[]). */
typedef uint64_t edge;

typedef struct end_of {
	uint16_t cls; /* 0 = no phrase ends here */
	uint32_t value;
} end_of;

typedef struct node {
	uint64_t kids; /* a bit for each symbol that leads on, by its hash */
	end_of end[LAYER_COUNT];
} node;

struct lexicon {
	arena *a;
	word_slot *words;
	uint32_t word_mask, word_count;
	edge *edges;
	uint32_t edge_mask, edge_count;
	VEC(node) nodes;
	VEC(uint32_t) first; /* by word id: the node after the first word of a phrase; 0 none */
};

static uint32_t mix(uint64_t k)
{
	return (uint32_t)(k * 0x9e3779b97f4a7c15u >> 32);
}

static word_slot *word_find(const lexicon *l, word_key key)
{
	uint32_t i = mix(key) & l->word_mask;

	while (l->words[i].key != 0 && l->words[i].key != key)
		i = (i + 1) & l->word_mask;
	return &l->words[i];
}

/* The edge from a node by a symbol (key: node << 16 | symbol), or the free place
 * where it belongs. */
static inline edge *edge_find(const lexicon *l, uint64_t key)
{
	uint32_t i = mix(key) & l->edge_mask;

	while (l->edges[i] != 0 && l->edges[i] >> 24 != key)
		i = (i + 1) & l->edge_mask;
	return &l->edges[i];
}

static inline uint64_t kid_bit(uint32_t symbol)
{
	return (uint64_t)1 << (symbol * 0x9e3779b9u >> 26);
}

static void words_double(lexicon *l)
{
	word_slot *old = l->words;
	uint32_t n = l->word_mask + 1;

	l->words = arena_array(l->a, word_slot, n * 2);
	l->word_mask = n * 2 - 1;
	for (uint32_t i = 0; i < n; i++)
		if (old[i].key != 0)
			*word_find(l, old[i].key) = old[i];
}

static void edges_double(lexicon *l)
{
	edge *old = l->edges;
	uint32_t n = l->edge_mask + 1;

	l->edges = arena_array(l->a, edge, n * 2);
	l->edge_mask = n * 2 - 1;
	for (uint32_t i = 0; i < n; i++)
		if (old[i] != 0)
			*edge_find(l, old[i] >> 24) = old[i];
}

static uint16_t intern(lexicon *l, word_key key)
{
	word_slot *w = word_find(l, key);

	if (w->key != 0)
		return w->id;
	if (l->word_count >= WORDS_MAX)
		return 0;
	if (l->word_count * 2 > l->word_mask) {
		words_double(l);
		w = word_find(l, key);
	}
	*w = (word_slot){key, (uint16_t)++l->word_count};
	(void)VEC_PUSH(l->a, &l->first);
	return w->id;
}

lexicon *lexicon_new(arena *a)
{
	static const struct {
		const char *p;
		size_t n;
	} own[] = {
#define WORD(id, text) {text, sizeof text - 1},
#include "reading/lex/words.def"
#undef WORD
	};
	lexicon *l = arena_new(a, lexicon);

	l->a = a;
	l->word_mask = 4095;
	l->words = arena_array(a, word_slot, l->word_mask + 1);
	l->edge_mask = 16383;
	l->edges = arena_array(a, edge, l->edge_mask + 1);
	l->first.p = arena_grow(a, NULL, 0, l->word_mask / 2, sizeof(uint32_t), &l->first.cap);
	l->nodes.p = arena_grow(a, NULL, 0, l->edge_mask / 2, sizeof(node), &l->nodes.cap);
	(void)VEC_PUSH(a, &l->first);
	(void)VEC_PUSH(a, &l->nodes);
	for (size_t i = 0; i < ARRAY_LEN(own); i++) {
		word_key key = word_key_of((slice){own[i].p, own[i].n});
		uint16_t id = intern(l, key);

		/* A word that stands twice in words.def would shift every id after it. */
		assert(key != 0 && id == i + 1);
	}
	return l;
}

uint16_t lexicon_word(const lexicon *l, word_key key)
{
	return key == 0 ? 0 : word_find(l, key)->id;
}

/* The symbol of a token; 0 when it has none. */
static inline uint32_t symbol_of(const token *t)
{
	switch (t->kind) {
	case TOK_WORD:
		return t->word;
	case TOK_PUNCT:
		return SYM_MARK | t->word;
	case TOK_NUM:
		return t->num < 0x4000 ? SYM_NUM | t->num : 0;
	default:
		return 0;
	}
}

/* The node after `from` by `symbol`, made when missing; 0 when there is no room. */
static uint32_t step_or_add(lexicon *l, uint32_t from, uint32_t symbol)
{
	uint64_t key = (uint64_t)from << 16 | symbol;
	edge *e = NULL;
	uint32_t to;

	if (from == 0) {
		to = l->first.p[symbol];
	} else {
		if (l->edge_count * 2 > l->edge_mask)
			edges_double(l);
		e = edge_find(l, key);
		to = (uint32_t)(*e & (NODES_MAX - 1));
	}
	if (to != 0 || l->nodes.n == NODES_MAX)
		return to;
	to = l->nodes.n;
	(void)VEC_PUSH(l->a, &l->nodes);
	if (from == 0) {
		l->first.p[symbol] = to;
	} else {
		*e = key << 24 | to;
		l->edge_count++;
		l->nodes.p[from].kids |= kid_bit(symbol);
	}
	return to;
}

bool lexicon_add(lexicon *l, enum layer layer, slice phrase, uint16_t cls, uint32_t value)
{
	uint32_t at_node = 0, ntok = 0;
	size_t at = 0;
	end_of *end;

	for (;;) {
		token t;
		word_key key;
		uint32_t symbol;

		at = token_next(phrase, at, &t, &key);
		if (t.kind == TOK_END)
			break;
		if (t.kind == TOK_WORD && key != 0)
			t.word = intern(l, key);
		symbol = symbol_of(&t);
		if (symbol == 0 || (at_node == 0 && symbol >= SYM_MARK) || ++ntok > PHRASE_MAX)
			return false;
		at_node = step_or_add(l, at_node, symbol);
		if (at_node == 0)
			return false;
	}
	if (at_node == 0)
		return false;
	end = &l->nodes.p[at_node].end[layer];
	if (end->cls == 0)
		*end = (end_of){cls, value};
	return true;
}

/* Walk from node n, reached with the token before i; note the last phrase end
 * of each layer. Hits start at token `start`. */
static inline void walk(const lexicon *l, const tokens *t, uint32_t n, uint32_t start, uint32_t i,
                        hit ret[LAYER_COUNT])
{
	for (; n != 0; i++) {
		const node *at = &l->nodes.p[n];
		uint32_t symbol;

		for (int k = 0; k < LAYER_COUNT; k++)
			if (at->end[k].cls != 0)
				ret[k] = (hit){start, (uint16_t)(i - start), at->end[k].cls,
				               at->end[k].value};
		if (at->kids == 0)
			break;
		symbol = symbol_of(&t->p[i]);
		if (symbol == 0 || !(at->kids & kid_bit(symbol)))
			break;
		n = (uint32_t)(*edge_find(l, (uint64_t)n << 16 | symbol) & (NODES_MAX - 1));
	}
}

/* The node after the first word of a phrase at token t; 0 when none begins so. */
static inline uint32_t first_node(const lexicon *l, const token *t)
{
	return t->kind == TOK_WORD && t->word != 0 ? l->first.p[t->word] : 0;
}

void lexicon_match(const lexicon *l, const tokens *t, arena *a, hits ret[LAYER_COUNT])
{
	uint32_t free_from[LAYER_COUNT] = {0};

	for (int k = 0; k < LAYER_COUNT; k++)
		ret[k] = (hits){0};
	for (uint32_t i = 0; i < t->n; i++) {
		uint32_t n = first_node(l, &t->p[i]);
		hit found[LAYER_COUNT] = {0};

		if (n == 0)
			continue;
		walk(l, t, n, i, i + 1, found);
		t->p[i].cue = (uint8_t)found[LAYER_CUE].cls;
		t->p[i].cue_len = (uint8_t)found[LAYER_CUE].ntok;
		for (int k = 0; k < LAYER_COUNT; k++) {
			if (found[k].cls == 0 || i < free_from[k])
				continue;
			*VEC_PUSH(a, &ret[k]) = found[k];
			free_from[k] = i + found[k].ntok;
		}
	}
}

bool lexicon_longest(const lexicon *l, const tokens *t, uint32_t i, enum layer layer, hit *ret)
{
	hit found[LAYER_COUNT] = {0};

	if (i >= t->n)
		return false;
	walk(l, t, first_node(l, &t->p[i]), i, i + 1, found);
	if (found[layer].cls == 0)
		return false;
	*ret = found[layer];
	return true;
}

bool lexicon_longest_after(const lexicon *l, uint16_t before, const tokens *t, uint32_t i,
                           enum layer layer, hit *ret)
{
	hit found[LAYER_COUNT] = {0};

	if (i >= t->n || before == 0)
		return false;
	walk(l, t, l->first.p[before], i, i, found);
	if (found[layer].cls == 0 || found[layer].ntok == 0)
		return false;
	*ret = found[layer];
	return true;
}
