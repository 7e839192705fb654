/*
 * score_bodies.c - do two ways of writing name the same bodies?
 *
 * By words, and not by the registry of the reader under test: a registry that
 * takes two bodies for one would otherwise mark its own mistake as right. Both
 * sides are levelled alike (score_bodies.def) and compared as sets, so that
 * neither the order nor how a list was cut up matters.
 */
#include "app/score/score_priv.h"

static const struct {
	slice written, means;
} phrases[] = {
#define BODY_PHRASE(written, means) {S(written), S(means)},
#define BODY_KIND(word)
#include "app/score/score_bodies.def"
#undef BODY_PHRASE
#undef BODY_KIND
};

static const slice kinds[] = {
#define BODY_PHRASE(written, means)
#define BODY_KIND(word) S(word),
#include "app/score/score_bodies.def"
#undef BODY_PHRASE
#undef BODY_KIND
};

/* Every place of one phrase in words becomes what it means. Linear. */
static void level_phrase(arena *a, swords *words, slice written, slice means)
{
	swords from = {0};
	swords to = {0};
	swords out = {0};

	score_words(a, written, &from);
	score_words(a, means, &to);
	for (uint32_t i = 0; i < words->n;) {
		uint32_t k = 0;

		while (k < from.n && i + k < words->n && sword_eq(&from.p[k], &words->p[i + k]))
			k++;
		if (k < from.n) {
			*VEC_PUSH(a, &out) = words->p[i++];
			continue;
		}
		for (uint32_t j = 0; j < to.n; j++)
			*VEC_PUSH(a, &out) = to.p[j];
		i += k;
	}
	*words = out;
}

static void level(arena *a, slice text, swords *ret)
{
	swords words = {0};

	score_words(a, text, &words);
	for (size_t i = 0; i < ARRAY_LEN(phrases); i++)
		level_phrase(a, &words, phrases[i].written, phrases[i].means);
	for (uint32_t i = 0; i < words.n; i++)
		*VEC_PUSH(a, ret) = words.p[i];
}

static bool has(const swords *set, const sword *w)
{
	for (uint32_t i = 0; i < set->n; i++)
		if (sword_eq(&set->p[i], w))
			return true;
	return false;
}

/* every word of x is in y, or among `but` */
static bool within(const swords *x, const swords *y, const swords *but)
{
	for (uint32_t i = 0; i < x->n; i++)
		if (!has(y, &x->p[i]) && !(but != NULL && has(but, &x->p[i])))
			return false;
	return true;
}

/* A label without what it puts in brackets: "Sở Xây dựng (cơ quan thường trực)" says of a
 * body what it is besides, and names no other. */
static slice without_brackets(arena *a, slice label)
{
	char *out = arena_alloc(a, label.n + 1);
	size_t n = 0;
	unsigned depth = 0;

	for (size_t i = 0; i < label.n; i++) {
		depth += label.p[i] == '(';
		if (depth == 0)
			out[n++] = label.p[i];
		depth -= label.p[i] == ')' && depth > 0;
	}
	return depth == 0 ? (slice){out, n} : label;
}

bool score_same_bodies(arena *a, slice label, const json_t *actors)
{
	swords gold = {0};
	swords ours = {0};
	swords kind = {0};
	bool elided = false;
	const json_t *actor;
	size_t i;

	for (i = 0; i < ARRAY_LEN(kinds); i++)
		score_words(a, kinds[i], &kind);
	level(a, without_brackets(a, label), &gold);
	json_array_foreach(actors, i, actor)
	{
		uint32_t from = ours.n;
		bool names_kind = false;

		level(a, json_member(actor, "text"), &ours);
		for (uint32_t k = from; k < ours.n; k++)
			names_kind = names_kind || has(&kind, &ours.p[k]);
		elided = elided || (!names_kind && json_member(actor, "agency").n != 0);
	}
	if (gold.n == 0 || ours.n == 0)
		return gold.n == 0 && ours.n == 0;
	return within(&ours, &gold, NULL) && within(&gold, &ours, elided ? &kind : NULL);
}
