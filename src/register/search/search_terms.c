/*
 * search_terms.c - each term once: FTS5 and GIN take a set much faster than a text.
 */
#include "register/search/search_terms.h"

enum { TERMS_MOST = 3 << 16 };

slice terms_word(slice w)
{
	size_t i = 0;

	/* Only what begins with a nought can lose one. */
	while (i < w.n && w.p[0] == '0' && w.p[i] >= '0' && w.p[i] <= '9')
		i++;
	while (i == w.n && w.n > 1 && w.p[0] == '0') {
		w.p++;
		i = --w.n;
	}
	if (w.n > TERM_WORD_MAX) {
		w.n = TERM_WORD_MAX;
		while (w.n > 0 && ((unsigned char)w.p[w.n] & 0xc0) == 0x80)
			w.n--; /* not within a letter */
	}
	return w;
}

/* A word by 64 bits: one in some 10^12 documents would lose one. Neighbours by 20 of what
 * their words' bits make: short terms, of which an index of any size holds a million. */
#define KEY_BEGIN 14695981039346656037u
#define KEY_TIMES 1099511628211u
#define SPREAD 0x9e3779b97f4a7c15u
#define IS_GRAM ((uint64_t)1 << 63)
enum { GRAM_BITS = 20, LETTER_BITS = 5, GRAM_LETTERS = GRAM_BITS / LETTER_BITS };
/* Of a hundred runs that are not there three are thought to be. */
enum { MARK_BYTES_LEAST = 64, MARK_BYTES_MOST = 1 << 17, MARK_BYTES = 2, MARKS_EACH = 3 };
enum { RUN_LEAST = 3, RUN_MOST = 4 };

typedef struct keyed {
	slice s;
	uint64_t key;
} keyed;
typedef VEC(keyed) words;

/* The terms written so far, and the keys of them in a table that is at most half full. */
typedef struct term_set {
	arena *a;
	strbuf out;
	uint64_t *keys; /* 0: free */
	uint32_t mask, n;
} term_set;

static uint64_t key_of(slice s)
{
	uint64_t key = KEY_BEGIN;

	for (size_t i = 0; i < s.n; i++)
		key = (key ^ (unsigned char)s.p[i]) * KEY_TIMES;
	return key;
}

/* n words that follow one another. */
static uint64_t run_of(const keyed *w, uint32_t n)
{
	uint64_t key = n;

	for (uint32_t i = 0; i < n; i++) {
		key = (key ^ w[i].key) * SPREAD;
		key ^= key >> 29;
	}
	return key * SPREAD;
}

static uint32_t gram_of(const keyed *two)
{
	return (uint32_t)(run_of(two, 2) >> (64 - GRAM_BITS));
}

/* Which bit of `bytes` the i-th mark of a run is. */
static uint32_t mark_of(uint64_t run, uint32_t i, size_t bytes)
{
	uint32_t at = (uint32_t)(run >> 32) + i * ((uint32_t)run | 1);

	return (uint32_t)(((uint64_t)at * (bytes * 8)) >> 32);
}

static void put_gram(strbuf *b, uint32_t gram)
{
	static const char letters[1 << LETTER_BITS] = "0123456789abcdefghijklmnopqrstuv";
	char text[GRAM_LETTERS + 1] = "_";

	for (int i = GRAM_LETTERS; i > 0; i--, gram >>= LETTER_BITS)
		text[i] = letters[gram & ((1 << LETTER_BITS) - 1)];
	strbuf_put(b, (slice){text, sizeof text});
}

static uint32_t place_of(const term_set *t, uint64_t key)
{
	uint32_t at = (uint32_t)((key * SPREAD) >> 32) & t->mask;

	while (t->keys[at] != 0 && t->keys[at] != key)
		at = (at + 1) & t->mask;
	return at;
}

static void make_room(term_set *t)
{
	const uint64_t *old = t->keys;
	uint32_t n = t->mask + 1;

	if (t->n < n / 2)
		return;
	t->mask = t->mask * 2 + 1;
	t->keys = arena_array(t->a, uint64_t, (size_t)t->mask + 1);
	for (uint32_t i = 0; i < n; i++)
		if (old[i] != 0)
			t->keys[place_of(t, old[i])] = old[i];
}

/* Is this term new, and is there room for so many bytes of it? Then it is written next. */
static bool begin_term(term_set *t, uint64_t key, size_t bytes)
{
	uint32_t at = place_of(t, key);

	if (t->keys[at] != 0 || t->n >= TERMS_MOST || t->out.n + bytes + 1 > TERMS_MAX)
		return false;
	t->keys[at] = key;
	t->n++;
	make_room(t);
	if (t->out.n > 0)
		strbuf_putc(&t->out, ' ');
	return true;
}

static void add_word(term_set *t, slice sign, const keyed *w)
{
	uint64_t key = ((w->key ^ (uint64_t)sign.n << 8) & ~IS_GRAM) | 1;

	if (!begin_term(t, key, sign.n + w->s.n))
		return;
	strbuf_put(&t->out, sign);
	strbuf_put(&t->out, w->s);
}

static void add_pair(term_set *t, slice sign, const keyed *w)
{
	uint32_t gram = gram_of(w);

	if (!begin_term(t, IS_GRAM | (uint64_t)gram << 1 | sign.n, sign.n + GRAM_LETTERS + 1))
		return;
	strbuf_put(&t->out, sign);
	put_gram(&t->out, gram);
}

static words words_of(arena *a, slice folded)
{
	words all = {0};
	slice s;

	while (slice_next(&folded, ' ', &s)) {
		s = terms_word(s);
		if (s.n > 0)
			*VEC_PUSH(a, &all) = (keyed){s, key_of(s)};
	}
	return all;
}

static void add_words(term_set *t, slice sign, const words *all)
{
	for (uint32_t i = 0; i < all->n; i++)
		add_word(t, sign, &all->p[i]);
}

static void add_pairs(term_set *t, slice sign, const words *all)
{
	for (uint32_t i = 1; i < all->n; i++)
		add_pair(t, sign, &all->p[i - 1]);
}

slice terms_bodies(arena *a, const int64_t *agencies, uint32_t nagencies)
{
	size_t room = (size_t)nagencies * (STRBUF_INT_MAX + 2) + 1;
	strbuf b;

	strbuf_over(&b, arena_room(a, room), room);
	for (uint32_t i = 0; i < nagencies; i++) {
		if (i > 0)
			strbuf_putc(&b, ' ');
		strbuf_putc(&b, '#');
		strbuf_int(&b, agencies[i]);
	}
	return strbuf_slice(&b);
}

static void mark(unsigned char *bits, size_t bytes, uint64_t run)
{
	for (uint32_t i = 0; i < MARKS_EACH; i++) {
		uint32_t bit = mark_of(run, i, bytes);

		bits[bit / 8] |= (unsigned char)(1 << bit % 8);
	}
}

static slice marks_of(arena *a, const words *in_title, const words *in_text)
{
	const words *both[] = {in_title, in_text};
	uint64_t n = ((uint64_t)in_title->n + in_text->n) * MARK_BYTES;
	size_t bytes = n < MARK_BYTES_LEAST  ? MARK_BYTES_LEAST
	               : n > MARK_BYTES_MOST ? MARK_BYTES_MOST
	                                     : (size_t)n;
	unsigned char *bits = arena_array(a, unsigned char, bytes);

	for (size_t k = 0; k < ARRAY_LEN(both); k++)
		for (uint32_t run = RUN_LEAST; run <= RUN_MOST; run++)
			for (uint32_t i = run; i <= both[k]->n; i++)
				mark(bits, bytes, run_of(&both[k]->p[i - run], run));
	return (slice){(const char *)bits, bytes};
}

found_by terms_of(arena *a, slice title, slice text)
{
	size_t room = (title.n + text.n) * 8 + 64;
	words in_title = words_of(a, title), in_text = words_of(a, text);
	term_set t = {.a = a, .mask = 1023};

	while (t.mask < in_text.n && t.mask < TERMS_MOST)
		t.mask = t.mask * 2 + 1;
	t.keys = arena_array(a, uint64_t, (size_t)t.mask + 1);
	room = room < TERMS_MAX + 64 ? room : TERMS_MAX + 64;
	strbuf_over(&t.out, arena_room(a, room), room);
	add_words(&t, S("@"), &in_title);
	add_pairs(&t, S("@"), &in_title);
	add_words(&t, (slice){0}, &in_title); /* a title that is not in the text is found too */
	add_words(&t, (slice){0}, &in_text);
	add_pairs(&t, (slice){0}, &in_title);
	add_pairs(&t, (slice){0}, &in_text);
	return (found_by){strbuf_slice(&t.out), marks_of(a, &in_title, &in_text)};
}

/* --- questions --- */

static void add_piece(arena *a, question *q, slice typed)
{
	slice folded = fold_text(a, typed), word;
	asked_piece *p;

	if (folded.n == 0)
		return;
	p = VEC_PUSH(a, &q->pieces);
	while (slice_next(&folded, ' ', &word))
		*VEC_PUSH(a, &p->words) = terms_word(word);
}

static bool is_number(slice s)
{
	bool figure = false, sign = false;

	for (size_t i = 0; i < s.n; i++) {
		figure |= s.p[i] >= '0' && s.p[i] <= '9';
		sign |= i > 0 && i + 1 < s.n && (s.p[i] == '/' || s.p[i] == '-');
	}
	return figure && sign;
}

/* One word as typed. What has a sign within holds together; else words are words. */
static void add_typed(arena *a, question *q, slice word)
{
	slice folded, one;

	if (is_number(word)) {
		if (q->number.n == 0)
			q->number = fold_number(a, word);
		add_piece(a, q, word);
		return;
	}
	folded = fold_text(a, word);
	while (slice_next(&folded, ' ', &one))
		add_piece(a, q, one);
}

/* Quotes of every sort become ". */
static slice with_plain_quotes(arena *a, slice s)
{
	static const slice quotes[] = {S("“"), S("”"), S("„"), S("«"), S("»")};
	strbuf b;

	strbuf_over(&b, arena_room(a, s.n + 1), s.n + 1);
	while (s.n > 0) {
		size_t n = 0;

		for (size_t i = 0; n == 0 && i < ARRAY_LEN(quotes); i++)
			n = slice_starts(s, quotes[i]) ? quotes[i].n : 0;
		strbuf_putc(&b, n > 0 ? '"' : s.p[0]);
		n = n > 0 ? n : 1;
		s = (slice){s.p + n, s.n - n};
	}
	return strbuf_slice(&b);
}

question terms_ask(arena *a, slice typed)
{
	slice rest = with_plain_quotes(a, typed), part, word;
	question q = {0};
	bool quoted = false;

	/* A whole question without blanks around its signs may still be "310 / UBND". */
	while (slice_next(&rest, '"', &part)) {
		if (quoted && rest.p != NULL) {
			add_piece(a, &q, part);
		} else {
			while (slice_next(&part, ' ', &word))
				if (word.n > 0)
					add_typed(a, &q, word);
		}
		quoted = !quoted;
	}
	return q;
}

/* One term as both databases read it: in "". */
static void open_term(strbuf *b, slice sign)
{
	if (b->n > 0)
		strbuf_putc(b, ' ');
	strbuf_putc(b, '"');
	strbuf_put(b, sign);
}

static void put_word(strbuf *b, slice sign, slice word)
{
	open_term(b, sign);
	strbuf_put(b, word);
	strbuf_putc(b, '"');
}

static words keyed_words(arena *a, const asked_piece *p)
{
	words all = {0};

	for (uint32_t i = 0; i < p->words.n; i++)
		*VEC_PUSH(a, &all) = (keyed){p->words.p[i], key_of(p->words.p[i])};
	return all;
}

static void put_pairs(arena *a, strbuf *b, slice sign, const asked_piece *p)
{
	words w = keyed_words(a, p);

	for (uint32_t i = 1; i < w.n; i++) {
		open_term(b, sign);
		put_gram(b, gram_of(&w.p[i - 1]));
		strbuf_putc(b, '"');
	}
}

asked_runs terms_runs(arena *a, const question *q)
{
	asked_runs all = {0};

	for (uint32_t i = 0; i < q->pieces.n; i++) {
		words w = keyed_words(a, &q->pieces.p[i]);

		for (uint32_t run = RUN_LEAST; run <= RUN_MOST; run++)
			for (uint32_t k = run; k <= w.n; k++)
				*VEC_PUSH(a, &all) = run_of(&w.p[k - run], run);
	}
	return all;
}

bool terms_may_hold(slice marks, const asked_runs *runs)
{
	for (uint32_t i = 0; marks.n > 0 && i < runs->n; i++)
		for (uint32_t m = 0; m < MARKS_EACH; m++) {
			uint32_t bit = mark_of(runs->p[i], m, marks.n);

			if (!((unsigned char)marks.p[bit / 8] >> bit % 8 & 1))
				return false;
		}
	return true;
}

slice terms_query(arena *a, const question *q, bool in_title, const int64_t *agencies,
                  uint32_t nagencies)
{
	slice sign = in_title ? S("@") : (slice){0}, all;
	strbuf b;

	if (q->pieces.n == 0)
		return (slice){0};
	strbuf_init(&b, NULL, (size_t)1 << 16);
	for (uint32_t i = 0; i < nagencies; i++)
		put_word(&b, S("#"), arena_printf(a, "%lld", (long long)agencies[i]));
	for (uint32_t i = 0; i < q->pieces.n; i++) {
		const asked_piece *p = &q->pieces.p[i];

		if (p->words.n == 1)
			put_word(&b, sign, p->words.p[0]);
		else
			put_pairs(a, &b, sign, p);
	}
	all = b.failed == RC_OK ? arena_copy(a, strbuf_slice(&b)) : (slice){0};
	strbuf_done(&b);
	return all;
}
