/*
 * sayings.c - does a phrase stand here, or one of a table of phrases?
 *
 * Every table is cut into tokens once, when the reader is made; after that a token that
 * begins none of its phrases costs one look-up, however long the table.
 */
#include <assert.h>

#include "reading/facts/text/phrase.h"

#define PLACE_BYTES 1u /* a word may differ by where its tone is written: lũy, luỹ */

enum {
	BEFORE_TOKENS_MAX = 4,
	REST_MAX = 15, /* words of a phrase after its first that are compared as words */
	NEAR = 8,
	CHAINS = ARRAY_LEN(((said_table *)0)->heads),
};

static_assert(NEAR < (int)TOKENS_BEHIND, "behind the last token stand zeros");

static bool is_letter(unsigned char c)
{
	return c >= 0x80 || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* Bytes of the piece at p of a phrase: a run of letters, or one mark. Phrases are our
 * own: letters, spaces and ASCII marks. */
static size_t piece_len(const char *p, const char *end)
{
	const char *q = p;

	while (q < end && is_letter((unsigned char)*q))
		q++;
	return q > p ? (size_t)(q - p) : 1;
}

static bool is_piece(const scan *s, uint32_t i, slice piece)
{
	const token *t = scan_tok(s, i);
	unsigned char c = (unsigned char)piece.p[0];

	if (!is_letter(c))
		return t->kind == TOK_NUM ? t->len == 1 && s->tk.text.p[t->at] == piece.p[0]
		                          : t->kind == TOK_PUNCT && t->word == c;
	if (t->kind != TOK_WORD || !phrase_begins((unsigned char)s->tk.text.p[t->at], c) ||
	    t->len > piece.n + PLACE_BYTES || piece.n > (size_t)t->len + PLACE_BYTES ||
	    /* and a tone moves no consonant at its end */
	    !phrase_begins((unsigned char)s->tk.text.p[token_end(t) - 1],
	                   (unsigned char)piece.p[piece.n - 1]))
		return false;
	return (t->len == piece.n && memcmp(s->tk.text.p + t->at, piece.p, piece.n) == 0) ||
	       word_key_of(slice_at(s->tk.text, (span){t->at, t->len})) == word_key_of(piece);
}

/* Does the phrase from byte p on stand at token i? Its tokens; 0 when it does not,
 * which is also what an empty one has. */
static uint32_t says_from(const scan *s, uint32_t i, const char *p, const char *end)
{
	uint32_t j = i;

	while (p < end) {
		size_t n;

		if (*p == ' ') {
			p++;
			continue;
		}
		n = piece_len(p, end);
		if (!is_piece(s, j, (slice){p, n}))
			return 0;
		p += n;
		j++;
	}
	return j - i;
}

uint32_t says_whole(const scan *s, uint32_t i, slice phrase)
{
	return says_from(s, i, phrase.p, phrase.p + phrase.n);
}

/* A phrase made ready: its first token to compare, the rest to be read when that fits.
 * Words that the lexicon knows are told by their symbol alone; of others it is a hash,
 * and the key decides. */
typedef struct wanted {
	uint64_t first;
	uint16_t near[NEAR]; /* the first of the words, zeros behind: compared at once */
	uint16_t nwords;
	uint16_t next; /* of the same chain, index + 1; 0 ends it */
	const uint16_t *words; /* of the rest, as a text has them; NULL: its bytes must be read */
	word_key key;
	const char *rest, *end;
} wanted;

enum { UNKNOWN = 2 * CHAINS }; /* beside enum token_kind: a word without an id */

/* The hash of a word's key. */
static inline uint64_t unknown_word(word_key key)
{
	return (uint64_t)UNKNOWN << 32 | (uint32_t)(key * 0x9e3779b97f4a7c15u >> 32);
}

static inline uint64_t first_symbol(const scan *s, uint32_t i)
{
	uint16_t word = scan_word(s, i);
	const token *t;

	if (word != 0 && word != MARK_FIGURE)
		return word;
	t = scan_tok(s, i);
	if (t->word == MARK_FIGURE) /* phrases have figures, not numbers */
		return (uint64_t)TOK_NUM << 32 | (t->len == 1 ? t->num : UINT32_MAX);
	if (t->word != 0)
		return t->word;
	if (!(t->flags & TF_ROMAN))
		return (uint64_t)UNKNOWN << 32 | t->num;
	return unknown_word(word_key_of(slice_at(s->tk.text, (span){t->at, t->len})));
}

/* The token.word of a token with this symbol. */
static uint16_t word_of(uint64_t first)
{
	return first >> 32 == TOK_NUM ? MARK_FIGURE : first >> 32 == UNKNOWN ? 0 : (uint16_t)first;
}

static inline uint32_t chain_of(uint64_t first)
{
	return (uint32_t)(first ^ first >> 32) & (CHAINS - 1);
}

/* The rest of a phrase as words and marks of the lexicon, where it has nothing else. */
static void make_words(const lexicon *lex, arena *a, wanted *w)
{
	uint16_t found[REST_MAX], n = 0;

	for (const char *p = w->rest; p < w->end; n++) {
		size_t len;

		while (p < w->end && *p == ' ')
			p++;
		if (p == w->end)
			break;
		len = piece_len(p, w->end);
		if (n == REST_MAX || (*p >= '0' && *p <= '9'))
			return;
		found[n] = is_letter((unsigned char)*p)
		                   ? lexicon_word(lex, word_key_of((slice){p, len}))
		                   : (unsigned char)*p;
		if (found[n] == 0)
			return;
		p += len;
	}
	if (n == 0)
		return;
	w->words = memcpy(arena_room(a, n * sizeof *found), found, n * sizeof *found);
	w->nwords = n;
	memcpy(w->near, found, (n < NEAR ? n : NEAR) * sizeof *found);
}

static wanted make_wanted(const lexicon *lex, arena *a, slice phrase)
{
	const char *p = phrase.p, *end = p + phrase.n;
	size_t len = piece_len(p, end);
	wanted w = {.rest = p + len, .end = end};

	if (is_letter((unsigned char)*p)) {
		w.key = word_key_of((slice){p, len});
		w.first = lexicon_word(lex, w.key);
		if (w.first == 0)
			w.first = unknown_word(w.key);
	} else if (*p >= '0' && *p <= '9') {
		w.first = (uint64_t)TOK_NUM << 32 | (uint64_t)(*p - '0');
	} else {
		w.first = (unsigned char)*p;
	}
	make_words(lex, a, &w);
	return w;
}

/* Words with which phrases begin, while they are few. */
static void note_first(said_table *y, uint16_t word)
{
	for (uint32_t k = 0; k < y->nfirst && k < ARRAY_LEN(y->first); k++)
		if (y->first[k] == word)
			return;
	for (uint32_t k = y->nfirst; k < ARRAY_LEN(y->first); k++)
		if (k == y->nfirst || y->nfirst == 0)
			y->first[k] = word;
	y->nfirst++;
}

/* With what a phrase goes on behind its first word; any word when it need not, or who knows. */
static void note_second(said_table *y, const wanted *w)
{
	if (w->words == NULL)
		memset(y->second, 0xff, sizeof y->second);
	else
		y->second[w->words[0] / 64 % ARRAY_LEN(y->second)] |= (uint64_t)1
		                                                      << w->words[0] % 64;
}

static void make_table(const lexicon *lex, arena *a, const saying_table *of, said_table *y)
{
	assert(of->n < UINT16_MAX);
	y->p = arena_array(a, wanted, of->n);
	for (size_t k = of->n; k-- > 0;) {
		uint16_t *head, word;

		y->p[k] = make_wanted(lex, a, of->p[k]);
		word = word_of(y->p[k].first);
		note_first(y, word);
		note_second(y, &y->p[k]);
		y->may[word / 64 % ARRAY_LEN(y->may)] |= (uint64_t)1 << word % 64;
		head = &y->heads[chain_of(y->p[k].first)];
		y->p[k].next = *head;
		*head = (uint16_t)(k + 1);
	}
}

const said_table *sayings_new(const lexicon *lex, arena *a)
{
	size_t n = (size_t)(sayings_end - sayings_first);
	said_table *all = arena_array(a, said_table, n);

	for (size_t i = 0; i < n; i++)
		make_table(lex, a, &sayings_first[i], &all[i]);
	return all;
}

/* Do the near ones of a phrase's words stand there? All are compared, for where they differ
 * cannot be foretold. */
static inline bool near_stand(const uint16_t *words, const wanted *w)
{
	typedef uint16_t near_words __attribute__((vector_size(NEAR * sizeof(uint16_t))));
	near_words is, of, differ;
	uint64_t half[2];

	memcpy(&is, words, sizeof is);
	memcpy(&of, w->near, sizeof of);
	differ = (is ^ of) & (near_words)(of != 0);
	memcpy(half, &differ, sizeof half);
	return (half[0] | half[1]) == 0;
}

/* How many tokens the phrase covers at token i, 0 when it does not stand there.
 * `first`: the symbol of that token. */
static inline uint32_t stands(const scan *s, uint32_t i, uint64_t first, const wanted *w)
{
	uint32_t more;

	if (first != w->first)
		return 0;
	if (first >> 32 == UNKNOWN &&
	    word_key_of(slice_at(s->tk.text, (span){s->tk.p[i].at, s->tk.p[i].len})) != w->key)
		return 0;
	if (w->rest == w->end)
		return 1;
	if (w->words != NULL) {
		if (!near_stand(s->tk.words + i + 1, w))
			return 0;
		for (more = NEAR; more < w->nwords; more++)
			if (s->tk.words[i + 1 + more] != w->words[more])
				return 0;
		return 1u + w->nwords;
	}
	more = says_from(s, i + 1, w->rest, w->end);
	return more != 0 ? 1 + more : 0;
}

/* The longest at token i, whose symbol is `first`. */
static uint32_t longest(const scan *s, uint32_t i, uint64_t first, const said_table *y,
                        size_t *ret_which)
{
	uint32_t best = 0;

	for (uint32_t k = y->heads[chain_of(first)]; k != 0; k = y->p[k - 1].next) {
		uint32_t n = stands(s, i, first, &y->p[k - 1]);

		if (n > best) {
			best = n;
			if (ret_which != NULL)
				*ret_which = k - 1;
		}
	}
	return best;
}

uint32_t says_longest(const scan *s, uint32_t i, const said_table *y, size_t *ret_which)
{
	return longest(s, i, first_symbol(s, i), y, ret_which);
}

uint32_t says_more(const scan *s, uint32_t i, const said_table *y, size_t *k)
{
	uint64_t first = first_symbol(s, i);

	for (uint32_t at = y->heads[chain_of(first)]; at != 0; at = y->p[at - 1].next) {
		uint32_t len = at > *k ? stands(s, i, first, &y->p[at - 1]) : 0;

		if (len != 0) {
			*k = at;
			return len;
		}
	}
	return 0;
}

/* The first token of [i, stop) at which one of y may stand; stop or more when none may. */
static uint32_t next_maybe(const scan *s, uint32_t i, uint32_t stop, const said_table *y)
{
	const uint16_t *words = s->tk.words;

	if (y->nfirst <= 2) /* most tables that are looked for so */
		return scan_next_either(s, i, stop, y->first[0], y->first[1]);
	if (y->nfirst <= ARRAY_LEN(y->first) / 2)
		return scan_next_four(s, i, stop, y->first);
	if (y->nfirst <= ARRAY_LEN(y->first))
		return scan_next_of(s, i, stop, y->first);
	while (i < stop && !said_may(y, words[i]))
		i++;
	return i;
}

uint32_t says_maybe_next(const scan *s, uint32_t i, uint32_t end, const said_table *y)
{
	while ((i = next_maybe(s, i, end, y)) < end && !says_maybe(s, y, i))
		i++;
	return i < end ? i : end;
}

uint32_t says_any_in(const scan *s, uint32_t i, uint32_t end, const saying_table *table)
{
	const said_table *y = said_of(s, table);
	uint32_t stop = end < s->tk.n ? end : s->tk.n;

	for (; (i = says_maybe_next(s, i, stop, y)) < stop; i++)
		if (says_longest(s, i, y, NULL) != 0)
			return i;
	return i < end ? end : i;
}

uint32_t said_before(const scan *s, uint32_t i, const saying_table *table)
{
	const said_table *y = said_of(s, table);

	for (uint32_t back = i < BEFORE_TOKENS_MAX ? i : BEFORE_TOKENS_MAX; back > 0; back--) {
		uint64_t first;

		if (!says_maybe(s, y, i - back)) /* nearly all */
			continue;
		first = first_symbol(s, i - back);
		for (uint32_t k = y->heads[chain_of(first)]; k != 0; k = y->p[k - 1].next)
			if (stands(s, i - back, first, &y->p[k - 1]) == back)
				return back;
	}
	return 0;
}
