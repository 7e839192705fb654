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

#include "reading/lex/token_step.h"

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
 * in starts[]). */
typedef uint64_t edge;

typedef struct end_of {
	uint16_t cls; /* 0 = no phrase ends here */
	uint32_t value;
} end_of;

typedef struct node {
	uint64_t kids; /* a bit for each symbol that leads on, by its hash */
	end_of end[LAYER_COUNT];
} node;

/* What begins with a word: all that most words of a text need to be asked. */
typedef struct start {
	uint64_t kids; /* those of the node */
	uint32_t node; /* after the word; 0: no phrase begins so */
	bool ends;     /* the word alone is a phrase */
} start;

struct lexicon {
	arena *a;
	word_slot *words;
	uint32_t word_mask, word_count;
	edge *edges;
	uint32_t edge_mask, edge_count;
	VEC(node) nodes;
	struct known_word *learnt;
	VEC(start) starts; /* by word id */
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
	(void)VEC_PUSH(l->a, &l->starts);
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
	l->starts.p = arena_grow(a, NULL, 0, l->word_mask / 2, sizeof(start), &l->starts.cap);
	l->nodes.p = arena_grow(a, NULL, 0, l->edge_mask / 2, sizeof(node), &l->nodes.cap);
	(void)VEC_PUSH(a, &l->starts);
	(void)VEC_PUSH(a, &l->nodes);
	for (size_t i = 0; i < ARRAY_LEN(own); i++) {
		word_key key = word_key_of((slice){own[i].p, own[i].n});
		uint16_t id = intern(l, key);

		/* A word that stands twice in words.def would shift every id after it. */
		assert(key != 0 && id == i + 1);
	}
	return l;
}

void lexicon_learn(lexicon *l, slice text)
{
	l->learnt = known_words_new(text, l, l->a);
}

const struct known_word *lexicon_learnt(const lexicon *l)
{
	return l->learnt;
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
		to = l->starts.p[symbol].node;
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
		l->starts.p[symbol].node = to;
	} else {
		*e = key << 24 | to;
		l->edge_count++;
		l->nodes.p[from].kids |= kid_bit(symbol);
	}
	return to;
}

bool lexicon_add(lexicon *l, enum layer layer, slice phrase, uint16_t cls, uint32_t value)
{
	uint32_t at_node = 0, ntok = 0, word = 0;
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
		if (ntok == 1)
			word = symbol;
		else if (ntok == 2)
			l->starts.p[word].kids |= kid_bit(symbol);
	}
	if (at_node == 0)
		return false;
	end = &l->nodes.p[at_node].end[layer];
	if (end->cls == 0)
		*end = (end_of){cls, value};
	l->starts.p[word].ends |= ntok == 1;
	return true;
}

/* The last phrase end of each layer on a walk: its node and how many tokens it took. */
typedef struct reach {
	uint32_t node[LAYER_COUNT], ntok[LAYER_COUNT]; /* ntok 0: none */
} reach;

/* Walk from node n, reached with the `ntok` tokens before i. */
static inline reach walk(const lexicon *l, const tokens *t, uint32_t n, uint32_t ntok, uint32_t i)
{
	reach r = {0};

	for (; n != 0; i++, ntok++) {
		const node *at = &l->nodes.p[n];
		uint32_t symbol;

		for (int k = 0; k < LAYER_COUNT; k++)
			if (at->end[k].cls != 0) {
				r.node[k] = n;
				r.ntok[k] = ntok;
			}
		if (at->kids == 0)
			break;
		symbol = symbol_of(&t->p[i]);
		if (symbol == 0 || !(at->kids & kid_bit(symbol)))
			break;
		n = (uint32_t)(*edge_find(l, (uint64_t)n << 16 | symbol) & (NODES_MAX - 1));
	}
	return r;
}

/* May a phrase begin at token i: does it end with it, or go on with the next? */
static inline const start *start_at(const lexicon *l, const tokens *t, uint32_t i)
{
	const start *st = &l->starts.p[t->p[i].kind == TOK_WORD ? t->p[i].word : 0];

	return st->ends || (st->kids & kid_bit(symbol_of(&t->p[i + 1]))) ? st : NULL;
}

static inline hit hit_of(const lexicon *l, const reach *r, enum layer layer, uint32_t tok)
{
	const end_of *end = &l->nodes.p[r->node[layer]].end[layer];

	return (hit){tok, (uint16_t)r->ntok[layer], end->cls, end->value};
}

void lexicon_match(const lexicon *l, const tokens *t, arena *a, hits ret[LAYER_COUNT])
{
	uint32_t free_from[LAYER_COUNT] = {0};

	for (int k = 0; k < LAYER_COUNT; k++)
		ret[k] = (hits){0};
	for (uint32_t i = 0; i < t->n; i++) {
		const start *st = start_at(l, t, i);
		reach r;

		if (st == NULL)
			continue;
		r = walk(l, t, st->node, 1, i + 1);
		for (int k = 0; k < LAYER_COUNT; k++) {
			hit h;

			if (r.ntok[k] == 0)
				continue;
			h = hit_of(l, &r, (enum layer)k, i);
			if (k == LAYER_CUE) {
				t->p[i].cue = (uint8_t)h.cls;
				t->p[i].cue_len = (uint8_t)h.ntok;
			}
			if (i < free_from[k])
				continue;
			*VEC_PUSH(a, &ret[k]) = h;
			free_from[k] = i + h.ntok;
		}
	}
}

bool lexicon_longest(const lexicon *l, const tokens *t, uint32_t i, enum layer layer, hit *ret)
{
	const start *st = i < t->n ? start_at(l, t, i) : NULL;
	reach r;

	if (st == NULL)
		return false;
	r = walk(l, t, st->node, 1, i + 1);
	if (r.ntok[layer] == 0)
		return false;
	*ret = hit_of(l, &r, layer, i);
	return true;
}

bool lexicon_longest_after(const lexicon *l, uint16_t before, const tokens *t, uint32_t i,
                           enum layer layer, hit *ret)
{
	reach r;

	if (i >= t->n || before == 0)
		return false;
	r = walk(l, t, l->starts.p[before].node, 0, i);
	if (r.ntok[layer] == 0)
		return false;
	*ret = hit_of(l, &r, layer, i);
	return true;
}
