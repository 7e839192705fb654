/*
 * search_terms.c - each term once: FTS5 and GIN take a set much faster than a text.
 */
#include "register/search_terms.h"

enum { TABLE_MOST = 1 << 18 };

slice terms_word(slice w)
{
	bool figures = true;

	for (size_t i = 0; i < w.n; i++)
		figures &= w.p[i] >= '0' && w.p[i] <= '9';
	while (figures && w.n > 1 && w.p[0] == '0')
		w.p++, w.n--;
	if (w.n > TERM_WORD_MAX) {
		w.n = TERM_WORD_MAX;
		while (w.n > 0 && ((unsigned char)w.p[w.n] & 0xc0) == 0x80)
			w.n--; /* not within a letter */
	}
	return w;
}

/* The terms written so far, and by a hash of each where it stands. */
typedef struct term_set {
	strbuf out;
	uint32_t *at; /* offset + 1 */
	uint32_t *hash;
	uint32_t mask, n;
} term_set;

static uint32_t hash_more(uint32_t h, slice s)
{
	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 16777619u;
	return h;
}

/* The term of up to four parts that begins at `at` is this one. */
static bool is_same(const term_set *t, uint32_t at, const slice parts[4])
{
	slice rest = {t->out.p + at, t->out.n - at};

	for (int i = 0; i < 4; i++) {
		if (!slice_starts(rest, parts[i]))
			return false;
		rest = (slice){rest.p + parts[i].n, rest.n - parts[i].n};
	}
	return rest.n == 0 || rest.p[0] == ' ';
}

static void add(term_set *t, slice sign, slice one, slice between, slice other)
{
	const slice parts[4] = {sign, one, between, other};
	size_t need = 1;
	uint32_t h = 2166136261u, at;

	for (int i = 0; i < 4; i++) {
		h = hash_more(h, parts[i]);
		need += parts[i].n;
	}
	if (t->n > t->mask / 4 * 3 || t->out.n + need > TERMS_MAX)
		return;
	at = h & t->mask;
	while (t->at[at] != 0 && !(t->hash[at] == h && is_same(t, t->at[at] - 1, parts)))
		at = (at + 1) & t->mask;
	if (t->at[at] != 0)
		return;
	if (t->out.n > 0)
		strbuf_putc(&t->out, ' ');
	t->at[at] = (uint32_t)t->out.n + 1;
	t->hash[at] = h;
	t->n++;
	for (int i = 0; i < 4; i++)
		strbuf_put(&t->out, parts[i]);
}

static void add_words(term_set *t, slice sign, slice folded)
{
	slice word;

	while (slice_next(&folded, ' ', &word))
		if (word.n > 0)
			add(t, sign, terms_word(word), (slice){0}, (slice){0});
}

static void add_pairs(term_set *t, slice sign, slice folded)
{
	slice last = {0}, word;

	while (slice_next(&folded, ' ', &word)) {
		word = terms_word(word);
		if (last.n > 0 && word.n > 0)
			add(t, sign, last, S("_"), word);
		last = word;
	}
}

slice terms_of(arena *a, slice title, slice text, const int64_t *agencies, uint32_t nagencies)
{
	size_t words = (title.n + text.n) / 2 + nagencies + 8, room = 0;
	term_set t = {.mask = 255};

	while (t.mask < words && t.mask < TABLE_MOST)
		t.mask = t.mask * 2 + 1;
	t.at = arena_array(a, uint32_t, (size_t)t.mask + 1);
	t.hash = arena_array(a, uint32_t, (size_t)t.mask + 1);
	room = (title.n + text.n) * 8 + (size_t)nagencies * 24 + 64;
	room = room < TERMS_MAX + 64 ? room : TERMS_MAX + 64;
	strbuf_over(&t.out, arena_room(a, room), room);
	for (uint32_t i = 0; i < nagencies; i++)
		add(&t, S("#"), arena_printf(a, "%lld", (long long)agencies[i]), (slice){0},
		    (slice){0});
	add_words(&t, S("@"), title);
	add_pairs(&t, S("@"), title);
	add_words(&t, (slice){0}, title); /* a title that is not in the text is found too */
	add_words(&t, (slice){0}, text);
	add_pairs(&t, (slice){0}, title);
	add_pairs(&t, (slice){0}, text);
	return strbuf_slice(&t.out);
}

/* --- questions --- */

static void add_piece(arena *a, question *q, slice typed)
{
	slice folded = fold_text(a, typed), word;
	piece *p;

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

static void put_term(strbuf *b, slice sign, slice one, slice other)
{
	if (b->n > 0)
		strbuf_putc(b, ' ');
	strbuf_putc(b, '"');
	strbuf_put(b, sign);
	strbuf_put(b, one);
	if (other.n > 0) {
		strbuf_putc(b, '_');
		strbuf_put(b, other);
	}
	strbuf_putc(b, '"');
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
		put_term(&b, S("#"), arena_printf(a, "%lld", (long long)agencies[i]), (slice){0});
	for (uint32_t i = 0; i < q->pieces.n; i++) {
		const piece *p = &q->pieces.p[i];

		if (p->words.n == 1)
			put_term(&b, sign, p->words.p[0], (slice){0});
		for (uint32_t k = 1; k < p->words.n; k++)
			put_term(&b, sign, p->words.p[k - 1], p->words.p[k]);
	}
	all = b.failed == RC_OK ? arena_copy(a, strbuf_slice(&b)) : (slice){0};
	strbuf_done(&b);
	return all;
}
