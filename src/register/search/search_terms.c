/*
 * search_terms.c - terms are made once for each document, by the threads that read: nothing here
 * keeps a string, and each word is walked over once.
 */
#include "register/search/search_terms.h"

#include "base/strbuf.h"

#define SPREAD 0x9e3779b97f4a7c15u
enum { GRAM_BITS = 29, RUN_MOST = 3 };
enum { DIGIT_BITS = 11, DIGITS = 3, DIGIT = 1 << DIGIT_BITS, SEEN = 8192 };
#define WORDS_FIRST (1u << GRAM_BITS)

/* What a term is of. The same words make other terms of each kind. */
enum term_kind { OF_TEXT = 1, OF_TITLE = 2, OF_BODY = 3 };

static uint64_t mix(uint64_t h, uint64_t key)
{
	h = (h ^ key) * SPREAD;
	return h ^ h >> 29;
}

static uint32_t word_term(enum term_kind kind, uint64_t key)
{
	uint64_t h = mix(mix(kind, key), key) >> 32;

	return WORDS_FIRST + (uint32_t)(h * (TERMS_END - WORDS_FIRST) >> 32);
}

/* n words that follow one another. */
static uint32_t run_term(enum term_kind kind, const uint64_t *keys, uint32_t n)
{
	uint64_t h = (uint64_t)kind << 8 | n;

	for (uint32_t i = 0; i < n; i++)
		h = mix(h, keys[i]);
	return (uint32_t)(h * SPREAD >> (64 - GRAM_BITS));
}

uint32_t terms_body(int64_t agency)
{
	return word_term(OF_BODY, (uint64_t)agency);
}

/* One more, unless it was the last of those that share its place: most that come again do so
 * before another takes it. */
static inline void add_term(found_by *to, uint32_t *seen, uint32_t term)
{
	uint32_t *last = &seen[term % SEEN];

	if (*last == term)
		return;
	*last = term;
	to->p[to->n++] = term;
}

/* The terms of a text in which every word makes up to three, as long as there is room. */
static void add_text(found_by *to, uint32_t room, uint32_t *seen, enum term_kind kind, slice folded)
{
	uint64_t last[RUN_MOST] = {0}; /* the words up to this one */
	uint32_t n = 0;
	slice word;

	while (slice_next(&folded, ' ', &word) && to->n + RUN_MOST <= room) {
		if (word.n == 0)
			continue;
		for (uint32_t i = 1; i < RUN_MOST; i++)
			last[i - 1] = last[i];
		last[RUN_MOST - 1] = fold_key(word);
		n++;
		add_term(to, seen, word_term(kind, last[RUN_MOST - 1]));
		for (uint32_t run = 2; run <= RUN_MOST && run <= n; run++)
			add_term(to, seen, run_term(kind, last + RUN_MOST - run, run));
	}
}

static uint32_t words_in(slice folded)
{
	uint32_t n = 1;

	for (size_t i = 0; i < folded.n; i++)
		n += folded.p[i] == ' ';
	return n;
}

static void sort_by(const uint32_t *from, uint32_t *to, uint32_t n, int shift)
{
	uint32_t at[DIGIT] = {0}, sum = 0, here;

	for (uint32_t i = 0; i < n; i++)
		at[from[i] >> shift & (DIGIT - 1)]++;
	for (uint32_t i = 0; i < DIGIT; i++) {
		here = at[i];
		at[i] = sum;
		sum += here;
	}
	for (uint32_t i = 0; i < n; i++)
		to[at[from[i] >> shift & (DIGIT - 1)]++] = from[i];
}

void terms_sort(found_by *terms, arena *a)
{
	uint32_t *from = terms->p, *to = arena_room(a, sizeof *to * ((size_t)terms->n + 1)), *other;
	uint32_t n = 0;

	for (int digit = 0; digit < DIGITS; digit++) {
		sort_by(from, to, terms->n, digit * DIGIT_BITS);
		other = from;
		from = to;
		to = other;
	}
	for (uint32_t i = 0; i < terms->n; i++)
		if (n == 0 || from[i] != from[n - 1])
			from[n++] = from[i];
	*terms = (found_by){from, n};
}

found_by terms_of(arena *a, slice title, slice text)
{
	uint64_t most = ((uint64_t)words_in(title) * 2 + words_in(text)) * RUN_MOST;
	uint32_t room = most < TERMS_MOST ? (uint32_t)most : TERMS_MOST;
	found_by all = {arena_room(a, sizeof *all.p * room), 0};
	uint32_t seen[SEEN];

	memset(seen, 0xff, sizeof seen); /* no term (TERMS_END) */
	add_text(&all, room, seen, OF_TITLE, title);
	add_text(&all, room, seen, OF_TEXT,
	         title); /* a title that is not in the text is found too */
	add_text(&all, room, seen, OF_TEXT, text);
	terms_sort(&all, a);
	return all;
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
		*VEC_PUSH(a, &p->words) = word;
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

static void want(found_by *to, uint32_t term)
{
	for (uint32_t i = 0; i < to->n; i++)
		if (to->p[i] == term)
			return;
	if (to->n < TERMS_ASKED)
		to->p[to->n++] = term;
}

/* Each three of a phrase, or each two where it has no more. */
static void want_piece(arena *a, found_by *to, enum term_kind kind, const asked_piece *p)
{
	uint32_t n = p->words.n, run = n < RUN_MOST ? n : RUN_MOST;
	uint64_t *keys = arena_array(a, uint64_t, n + 1);

	for (uint32_t i = 0; i < n; i++)
		keys[i] = fold_key(p->words.p[i]);
	if (n == 1)
		want(to, word_term(kind, keys[0]));
	for (uint32_t i = run; run > 1 && i <= n; i++)
		want(to, run_term(kind, keys + i - run, run));
}

found_by terms_wanted(arena *a, const question *q, bool in_title)
{
	found_by all = {arena_array(a, uint32_t, TERMS_ASKED), 0};

	for (uint32_t i = 0; i < q->pieces.n; i++)
		want_piece(a, &all, in_title ? OF_TITLE : OF_TEXT, &q->pieces.p[i]);
	return all;
}
