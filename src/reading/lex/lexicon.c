/*
 * lexicon.c - a hash of words, and for each layer a trie with a hash of its steps.
 *
 * A phrase is a path of symbols: word ids, marks, small numbers. Steps live in one
 * open-addressing table, each with the node it leads to (lexicon_step.h), so a
 * step is one probe and a trie of some thousand phrases stays in the cache. Each node
 * knows its children by a hash of six bits: nearly every step that leads nowhere is not
 * made. Where a phrase may begin at all is asked first, of two bits a pair of words.
 */
#include "reading/lex/lexicon.h"

#include <assert.h>

#include "reading/lex/lexicon_priv.h"
#include "reading/lex/lexicon_step.h"
#include "reading/lex/token_step.h"

enum {
	SYM_NUM = 0x8000, /* a figure; before it come the marks and the words */
	NUM_MAX = 0x8000,
	WORDS_MAX = SYM_NUM - 1,
	PHRASE_MAX = 255,    /* tokens; a token's cue_len is a byte */
	CLS_BITS = 8,
	CLS_MAX = (1 << CLS_BITS) - 1,
	VALUE_MAX = (1 << (32 - CLS_BITS)) - 1,
	NEAR_TOKENS = 256, /* looked at together */
	SOON = 4,
	BEGINS = 1 << LAYER_COUNT, /* of lexicon.alone: phrases of more words begin so */
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

/* The phrase of `ntok` tokens from i that ends with this step. */
static inline hit hit_of(const step *at, uint32_t i, uint32_t ntok)
{
	return (hit){i, (uint16_t)ntok, at->end & CLS_MAX, at->end >> CLS_BITS};
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

static void steps_double(trie *t, arena *a)
{
	const trie old = *t;
	uint32_t n = old.mask + 1;

	t->steps = arena_array(a, step, n * 2);
	t->paths = arena_array(a, uint64_t, n * 2);
	t->mask = n * 2 - 1;
	for (uint32_t i = 0; i < n; i++)
		if (old.steps[i].edge != 0) {
			step *at = step_find(t, old.paths[i], old.steps[i].edge >> 24);

			*at = old.steps[i];
			t->paths[at - t->steps] = old.paths[i];
		}
}

static uint16_t intern(lexicon *l, word_key key)
{
	word_slot *w = word_find(l, key);

	if (w->key != 0)
		return w->id;
	if (l->starts.n > WORDS_MAX)
		return 0;
	if (l->starts.n * 2 > l->word_mask) {
		words_double(l);
		w = word_find(l, key);
	}
	*w = (word_slot){key, (uint16_t)l->starts.n, {0}};
	(void)VEC_PUSH(l->a, &l->starts);
	(void)VEC_PUSH(l->a, &l->alone);
	return w->id;
}

/* The token of a phrase at byte `at`; a word that is new gets an id. Names are made of
 * few words: nearly all are known by their bytes. Returns the byte after it. */
static size_t phrase_next(lexicon *l, slice phrase, size_t at, token *t)
{
	size_t end = known_word_at(l->learnt, phrase, at, t);
	word_key key;

	if (end != 0)
		return end;
	end = token_next(phrase, at, t, &key);
	if (t->kind == TOK_WORD && key != 0 && (t->word = intern(l, key)) != 0)
		known_word_keep(l->learnt, phrase, t);
	return end;
}

/* Slips of the keyboard or of a scan in the words of limits, none of them Vietnamese: looked up
 * as the words they were meant to be; in the text they stay as written. */
static void slips_add(lexicon *l)
{
	static const struct {
		slice slip;
		uint16_t id;
	} table[] = {
		{S("truớc"), W_TRUOC}, {S("trươc"), W_TRUOC}, {S("trưóc"), W_TRUOC},
		{S("trứơc"), W_TRUOC}, {S("nhât"), W_NHAT_1}, {S("ngàv"), W_NGAY},
	};

	for (size_t i = 0; i < ARRAY_LEN(table); i++) {
		word_key key = word_key_of(table[i].slip);
		word_slot *w = word_find(l, key);

		if (w->key == 0)
			*w = (word_slot){key, table[i].id, {0}};
	}
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
	static const uint32_t sizes[LAYER_COUNT] = {[LAYER_CUE] = 8192, [LAYER_BODY] = 16384};
	lexicon *l = arena_new(a, lexicon);

	l->a = a;
	l->learnt = known_words_new(a);
	l->pairs = arena_array(a, pair_set, 1 << PAIR_BITS);
	l->word_mask = 4095;
	l->words = arena_array(a, word_slot, l->word_mask + 1);
	for (int k = 0; k < LAYER_COUNT; k++) {
		l->tries[k].mask = sizes[k] - 1;
		l->tries[k].nodes = WORDS_MAX + 1; /* below, the first words of phrases */
		l->tries[k].steps = arena_array(a, step, sizes[k]);
		l->tries[k].paths = arena_array(a, uint64_t, sizes[k]);
	}
	while (l->starts.n <= W_MARKS) {
		(void)VEC_PUSH(a, &l->starts);
		(void)VEC_PUSH(a, &l->alone);
	}
	for (size_t i = 0; i < ARRAY_LEN(own); i++) {
		token t;

		(void)phrase_next(l, (slice){own[i].p, own[i].n}, 0, &t);
		/* A word that stands twice in words.def would shift every id after it. */
		assert(t.word == W_MARKS + i + 1);
	}
	slips_add(l);
	return l;
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
	return t->kind == TOK_NUM && t->num < NUM_MAX ? SYM_NUM | t->num : t->word;
}

/* The step of this key, made when missing; NULL when there is no room. */
static step *step_add(lexicon *l, enum layer layer, uint64_t path, uint64_t key)
{
	trie *t = &l->tries[layer];
	step *at;

	if (t->count * 2 > t->mask)
		steps_double(t, l->a);
	at = step_find(t, path, key);
	if (at->edge == 0) {
		if (t->nodes == NODES_MAX)
			return NULL;
		at->edge = key << 24 | t->nodes++;
		t->paths[at - t->steps] = path;
		t->count++;
	}
	return at;
}

/* A phrase of the layer begins with these two. */
static void pair_add(lexicon *l, uint32_t word, uint32_t next, enum layer layer)
{
	uint32_t pair = pair_of(word, next < SYM_NUM ? next : MARK_FIGURE);

	l->pairs[pair >> (32 - PAIR_BITS)].of[layer] |= pair_bits(pair);
	l->alone.p[word] |= BEGINS;
}

/* What ends with the only word of a phrase; the first that does, stays. */
static void end_start(lexicon *l, enum layer layer, uint32_t word, uint16_t cls, uint32_t value)
{
	start *st = &l->starts.p[word];

	if (st->cls[layer] != 0)
		return;
	st->cls[layer] = cls;
	st->value[layer] = value;
	l->alone.p[word] |= (uint8_t)(1u << layer);
}

bool lexicon_add(lexicon *l, enum layer layer, slice phrase, uint16_t cls, uint32_t value)
{
	uint32_t node = 0, ntok = 0, word = 0;
	uint64_t last = 0, path = 0; /* the key of the step made before, and its path */
	size_t at = 0;
	step *end = NULL;

	if (cls == 0 || cls > CLS_MAX || value > VALUE_MAX)
		return false;
	for (;;) {
		token t;
		uint32_t symbol;

		at = phrase_next(l, phrase, at, &t);
		if (t.kind == TOK_END)
			break;
		symbol = symbol_of(&t);
		if (symbol == 0 || (ntok == 0 && t.kind != TOK_WORD) || ++ntok > PHRASE_MAX)
			return false;
		if (ntok == 1) {
			word = node = symbol;
			path = path_of(word);
			continue;
		}
		if (ntok == 2)
			pair_add(l, word, symbol, layer);
		else
			step_find(&l->tries[layer], path, last)->kids |= kid_bit(symbol);
		last = (uint64_t)node << 16 | symbol;
		path = path_on(path, symbol);
		end = step_add(l, layer, path, last);
		if (end == NULL)
			return false;
		node = step_node(end);
	}
	if (ntok == 1)
		end_start(l, layer, word, cls, value);
	if (end != NULL && end->end == 0)
		end->end = value << CLS_BITS | cls;
	return ntok != 0;
}

/* The same of token i of a text, t->n included. */
static inline uint32_t symbol_in(const tokens *t, uint32_t i)
{
	return t->words[i] == MARK_FIGURE ? symbol_of(&t->p[i]) : t->words[i];
}

/* May a phrase of a layer begin with tokens i and i + 1? Of each layer, 0 or 1. */
typedef struct pair_may {
	uint32_t of[LAYER_COUNT];
} pair_may;

static inline pair_may pair_in(const lexicon *l, const tokens *t, uint32_t i)
{
	uint32_t pair = pair_of(t->words[i], t->words[i + 1]), bits = pair_bits(pair);
	pair_set set = l->pairs[pair >> (32 - PAIR_BITS)];

	return (pair_may){{(bits & ~set.of[0]) == 0, (bits & ~set.of[1]) == 0}};
}

/* The longest phrase behind a step, made with the `ntok` tokens before i, its path; NULL when none
 * ends on the way. Whether one ends at a step is as good as random: noted without a jump. */
static const step *walk(const trie *in, const tokens *t, const step *at, uint64_t path,
                        uint32_t ntok, uint32_t i, uint32_t *ret_ntok)
{
	const step *end = NULL;
	uint32_t n = 0;

	for (; at != NULL; i++, ntok++) {
		uint32_t symbol = symbol_in(t, i);

		end = at->end != 0 ? at : end;
		n = at->end != 0 ? ntok : n;
		if (!(at->kids & kid_bit(symbol)))
			break;
		path = path_on(path, symbol);
		at = step_from(in, path, step_node(at), symbol); /* of no symbol, 0: none */
	}
	*ret_ntok = n;
	return end;
}

/* The longest phrase of a layer at token i, a word; `pair`: may it go on with the next?
 * cls 0: none. */
ALWAYS_INLINE hit longest(const lexicon *l, enum layer layer, const tokens *t, uint32_t i,
                          bool pair)
{
	const start *st = &l->starts.p[t->words[i]];

	if (pair) {
		const trie *in = &l->tries[layer];
		uint32_t next = symbol_in(t, i + 1), ntok = 2;
		uint64_t path = path_on(path_of(t->words[i]), next);
		const step *second = step_from(in, path, t->words[i], next);

		if (second != NULL && second->kids & kid_bit(symbol_in(t, i + 2)))
			second = walk(in, t, second, path, 2, i + 2, &ntok);
		if (second != NULL && second->end != 0)
			return hit_of(second, i, ntok);
	}
	return (hit){i, 1, st->cls[layer], st->value[layer]};
}

/* Tokens at which phrases may begin: twice the token, and one when it may go on with the next. */
typedef struct candidates {
	uint32_t at[NEAR_TOKENS], n;
} candidates;

/* Those of tokens [i, end), for each layer; without a jump, for they are as good as random. */
static void near_phrases(const lexicon *l, const tokens *t, uint32_t i, uint32_t end,
                         candidates ret[LAYER_COUNT])
{
	uint32_t cues = 0, bodies = 0, n = 0, some[NEAR_TOKENS];

	for (; i < end; i++) {
		some[n] = i;
		n += l->alone.p[t->words[i]] != 0;
	}
	for (uint32_t k = 0; k < n; k++) {
		unsigned alone = l->alone.p[t->words[i = some[k]]];
		pair_may pair = pair_in(l, t, i);

		ret[LAYER_CUE].at[cues] = i << 1 | pair.of[LAYER_CUE];
		ret[LAYER_BODY].at[bodies] = i << 1 | pair.of[LAYER_BODY];
		cues += (alone >> LAYER_CUE & 1) | pair.of[LAYER_CUE];
		bodies += (alone >> LAYER_BODY & 1) | pair.of[LAYER_BODY];
	}
	ret[LAYER_CUE].n = cues;
	ret[LAYER_BODY].n = bodies;
}

/* The second step of candidate k, if there is such, is looked at soon. */
static inline void step_soon(const trie *in, const tokens *t, const candidates *near, uint32_t k)
{
	uint32_t i = near->at[k < near->n ? k : 0] >> 1;
	uint64_t path = path_on(path_of(t->words[i]), t->words[i + 1]);

	__builtin_prefetch(&in->steps[(uint32_t)(path >> 32) & in->mask]);
}

/* Hits while they are found: those that begin where the one before ends, or later. */
typedef struct finding {
	hits list; /* with room for one more */
	uint32_t free_from;
} finding;

/* Note a hit, unless there is none. Mostly without a jump. */
static inline void take_hit(finding *f, const hit *h, arena *a)
{
	bool free = h->cls != 0 && h->tok >= f->free_from;

	f->list.p[f->list.n] = *h;
	f->list.n += free;
	f->free_from = free ? h->tok + h->ntok : f->free_from;
	if (f->list.n == f->list.cap)
		f->list.p = arena_grow(a, f->list.p, f->list.n, f->list.n + (size_t)1, sizeof(hit),
		                       &f->list.cap);
}

/* Every name counts here, whatever it overlaps: its first token tells which it is. */
static inline void take_name(hits *names, tokens *t, const hit *h, arena *a)
{
	token *first = &t->p[h->tok];

	if (h->cls == 0)
		return;
	first->flags |= TF_BODY;
	if (!(first->flags & TF_ROMAN))
		first->num = names->n;
	*(hit *)VEC_PUSH(a, names) = *h;
}

/* A plain word of doing is noted where no other phrase goes on over it: "dựng" of "xây dựng" is none. */
static void note_doing(tokens *t, const hit *h, const finding *cues, uint32_t *done_from)
{
	if (h->tok < cues->free_from || h->tok < *done_from)
		return;
	t->p[h->tok].flags |= h->cls == CUE_DOING ? TF_DOING : 0;
	*done_from = h->tok + h->ntok;
}

static finding finding_new(uint32_t cap, arena *a)
{
	return (finding){.list = {arena_room(a, sizeof(hit) * cap), 0, cap}};
}

void lexicon_match(const lexicon *l, tokens *t, arena *a, hits ret[LAYER_COUNT])
{
	candidates near[LAYER_COUNT];
	finding cue = finding_new(t->n / 4 + 1, a); /* of four tokens one begins a cue */
	finding body = finding_new(t->n / 16 + 1, a);
	hits names = finding_new(t->n / 8 + 1, a).list;
	uint32_t shown_from = 0, done_from = 0;

	t->cues = arena_alloc(a, (size_t)t->n + TOKENS_BEHIND);
	for (uint32_t from = 0, to; from < t->n; from = to) {
		to = t->n - from < NEAR_TOKENS ? t->n : from + NEAR_TOKENS;
		near_phrases(l, t, from, to, near);
		for (uint32_t k = 0; k < near[LAYER_CUE].n; k++) {
			uint32_t at = near[LAYER_CUE].at[k], i = at >> 1;
			hit h;

			step_soon(&l->tries[LAYER_CUE], t, &near[LAYER_CUE], k + SOON);
			if (i < shown_from)
				continue;
			h = longest(l, LAYER_CUE, t, i, at & 1);
			if (h.cls == CUE_DOING || h.cls == CUE_TERM) {
				note_doing(t, &h, &cue, &done_from);
				continue;
			}
			/* "công trình": the verb inside a noun is none. */
			shown_from = h.cls == CUE_NOUN ? i + h.ntok : shown_from;
			t->p[i].cue = t->cues[i] = (uint8_t)h.cls;
			t->p[i].cue_len = h.cls != 0 ? (uint8_t)h.ntok : 0;
			take_hit(&cue, &h, a);
		}
		for (uint32_t k = 0; k < near[LAYER_BODY].n; k++) {
			uint32_t at = near[LAYER_BODY].at[k];
			hit h;

			step_soon(&l->tries[LAYER_BODY], t, &near[LAYER_BODY], k + SOON);
			h = longest(l, LAYER_BODY, t, at >> 1, at & 1);

			take_name(&names, t, &h, a);
			take_hit(&body, &h, a);
		}
	}
	ret[LAYER_CUE] = cue.list;
	ret[LAYER_BODY] = body.list;
	t->bodies = names.p;
}

bool lexicon_longest(const lexicon *l, const tokens *t, uint32_t i, enum layer layer, hit *ret)
{
	if (i >= t->n || t->p[i].kind != TOK_WORD)
		return false;
	*ret = longest(l, layer, t, i, pair_in(l, t, i).of[layer]);
	return ret->cls != 0;
}

bool lexicon_longest_after(const lexicon *l, uint16_t before, const tokens *t, uint32_t i,
                           enum layer layer, hit *ret)
{
	const trie *in = &l->tries[layer];
	const step *end;
	uint32_t ntok, symbol;
	uint64_t path;

	if (i >= t->n || (symbol = symbol_in(t, i)) == 0)
		return false;
	path = path_on(path_of(before), symbol);
	end = walk(in, t, step_from(in, path, before, symbol), path, 1, i + 1, &ntok);
	if (end == NULL)
		return false;
	*ret = hit_of(end, i, ntok);
	return true;
}
