/*
 * search_show.c - the words asked for, marked in the source's own words.
 *
 * Words are compared by their keys while the text is walked, and the walk ends where the
 * best snippet does: of a document that has the words near its beginning little is read.
 */
#include "register/search/search_priv.h"

enum { MARKS_MOST = 400, BEFORE_WORDS = 8, SHOWN_WORDS = 44, PIECES_MOST = 64 };
/* The words within which the pieces should stand: what is shown after the first. */
enum { NEAR_WORDS = SHOWN_WORDS - BEFORE_WORDS };

typedef struct match {
	uint32_t piece, first, n; /* words of the text */
} match;
typedef VEC(match) matches;

/* The pieces of a question as keys, made once for all that it finds. */
struct search_keys {
	uint32_t n;
	struct {
		uint32_t n;
		uint64_t *keys;
	} p[PIECES_MOST];
};

search_keys *search_keys_of(arena *a, const question *q)
{
	search_keys *k = arena_new(a, search_keys);

	k->n = q->pieces.n < PIECES_MOST ? q->pieces.n : PIECES_MOST;
	for (uint32_t i = 0; i < k->n; i++) {
		const asked_piece *p = &q->pieces.p[i];

		k->p[i].n = p->words.n;
		k->p[i].keys = arena_array(a, uint64_t, p->words.n + 1);
		for (uint32_t w = 0; w < p->words.n; w++)
			k->p[i].keys[w] = fold_key(p->words.p[w]);
	}
	return k;
}

/* A text that is walked: its words so far, and what was found among them. */
typedef struct look {
	arena *a;
	const search_keys *keys;
	fold_walk walk;
	VEC(fold_word) words;
	matches found;
	uint32_t last[PIECES_MOST]; /* one past where each piece stood last; 0: not yet */
} look;

/* Are there so many words? */
static bool has_words(look *l, uint32_t n)
{
	fold_word w;

	while (l->words.n < n) {
		if (!fold_next(&l->walk, &w))
			return false;
		*VEC_PUSH(l->a, &l->words) = w;
	}
	return true;
}

static bool stands_at(look *l, uint32_t at, uint32_t which)
{
	uint32_t n = l->keys->p[which].n;

	for (uint32_t i = 0; i < n; i++)
		if (!has_words(l, at + i + 1) ||
		    l->words.p[at + i].key != l->keys->p[which].keys[i])
			return false;
	return n > 0;
}

/* Do all pieces stand near one another, the last of them just found? */
static bool all_are_near(const look *l)
{
	uint32_t oldest = UINT32_MAX, newest = 0;

	for (uint32_t i = 0; i < l->keys->n; i++) {
		oldest = l->last[i] < oldest ? l->last[i] : oldest;
		newest = l->last[i] > newest ? l->last[i] : newest;
	}
	return oldest > 0 && newest - oldest < NEAR_WORDS;
}

/* The longest piece that stands there; every one that does is noted. */
static match longest_at(look *l, uint32_t at)
{
	match m = {0, at, 0};

	for (uint32_t i = 0; i < l->keys->n; i++) {
		if (!stands_at(l, at, i))
			continue;
		l->last[i] = at + 1;
		if (l->keys->p[i].n > m.n)
			m = (match){i, at, l->keys->p[i].n};
	}
	return m;
}

/* Walk on until all pieces are near, and then to the end of what will be shown; `whole`:
 * to the end. Pieces may overlap, marks do not. */
static void find(look *l, bool whole)
{
	uint32_t end = UINT32_MAX, marked = 0;

	for (uint32_t at = 0; at < end && l->found.n < MARKS_MOST && has_words(l, at + 1); at++) {
		match m = longest_at(l, at);

		if (m.n == 0)
			continue;
		if (!whole && end == UINT32_MAX && all_are_near(l))
			end = at + SHOWN_WORDS;
		if (at < marked)
			continue;
		*VEC_PUSH(l->a, &l->found) = m;
		marked = at + m.n;
	}
}

static span span_of(const look *l, const match *m)
{
	span from = l->words.p[m->first].from, to = l->words.p[m->first + m->n - 1].from;

	return (span){from.at, span_end(to) - from.at};
}

/* Which match to begin at: the one after which most different pieces follow soon. */
static uint32_t best_start(const matches *m)
{
	uint32_t best = 0, most = 0;

	for (uint32_t i = 0; i < m->n; i++) {
		uint64_t seen = 0;
		uint32_t n = 0;

		for (uint32_t k = i; k < m->n && m->p[k].first < m->p[i].first + NEAR_WORDS; k++) {
			n += !(seen >> m->p[k].piece & 1);
			seen |= (uint64_t)1 << m->p[k].piece;
		}
		if (n > most) {
			most = n;
			best = i;
		}
	}
	return best;
}

static void cut_snippet(look *l, search_hit *h)
{
	const matches *m = &l->found;
	slice text = l->walk.s;
	uint32_t start = m->p[best_start(m)].first, end;
	span from, to;
	char *p;

	start = start > BEFORE_WORDS ? start - BEFORE_WORDS : 0;
	h->cut_after = has_words(l, start + SHOWN_WORDS + 1);
	end = h->cut_after ? start + SHOWN_WORDS : l->words.n;
	from = l->words.p[start].from;
	to = l->words.p[end - 1].from;
	h->snippet = arena_copy(l->a, (slice){text.p + from.at, span_end(to) - from.at});
	p = (char *)(uintptr_t)h->snippet.p;
	for (size_t i = 0; i < h->snippet.n; i++)
		if ((unsigned char)p[i] < ' ')
			p[i] = ' ';
	h->cut_before = start > 0;
	for (uint32_t i = 0; i < m->n; i++) {
		span s = span_of(l, &m->p[i]);

		if (m->p[i].first >= start && m->p[i].first + m->p[i].n <= end)
			*VEC_PUSH(l->a, &h->marks) = (span){s.at - from.at, s.len};
	}
}

static bool holds_all(const look *text, const look *title, const look *number)
{
	for (uint32_t i = 0; i < text->keys->n; i++)
		if (text->last[i] == 0 && title->last[i] == 0 && number->last[i] == 0)
			return false;
	return true;
}

bool search_show(arena *a, const search_keys *keys, search_hit *h)
{
	look title = {.a = a, .keys = keys, .walk = {h->doc.title, 0}};
	look number = {.a = a, .keys = keys, .walk = {h->doc.number, 0}};
	look text = {.a = a, .keys = keys, .walk = {h->doc.words, 0}};

	find(&title, true);
	for (uint32_t i = 0; i < title.found.n; i++)
		*VEC_PUSH(a, &h->title_marks) = span_of(&title, &title.found.p[i]);
	find(&number, true);
	find(&text, false);
	if (text.found.n > 0)
		cut_snippet(&text, h);
	return text.found.n == MARKS_MOST || h->doc.words.n >= SEARCH_TEXT_MOST ||
	       holds_all(&text, &title, &number);
}
