/*
 * score_assignments.c - duties: found when 0.6 of the label's words stand in order
 * in ours, best pairs first (CONTRACTS §4).
 *
 * Two counts are kept: strict, one label to one find; and the agreed one, in which
 * a bullet of several sentences may be read as one duty or as several. Leads,
 * coordinators and dates are compared for those found.
 */
#include "app/score/score_priv.h"

#include <stdlib.h>

typedef struct duty {
	const json_t *json;
	swords words; /* of the action */
	spans where;  /* label: where its words stand; find: its `at` */
	int32_t pair; /* index on the other side, -1: none */
	int32_t host; /* label without a pair: the find whose `at` holds it, -1: none */
} duty;
typedef VEC(duty) duties;

typedef struct pairing {
	uint32_t label, find;
	uint32_t share, early; /* in thousandths of the label's words: anywhere; near the front */
	bool leads;
} pairing;
typedef VEC(pairing) pairings;

/* best first; what else is equal, the earlier */
static int pairing_order(const void *px, const void *py)
{
	const pairing *x = px;
	const pairing *y = py;

	if (x->share != y->share)
		return x->share > y->share ? -1 : 1;
	if (x->early != y->early)
		return x->early > y->early ? -1 : 1;
	if (x->leads != y->leads)
		return x->leads ? -1 : 1;
	if (x->label != y->label)
		return x->label < y->label ? -1 : 1;
	return x->find < y->find ? -1 : x->find > y->find;
}

static slice label_actor(const duty *d)
{
	return json_member(d->json, "actor");
}

static bool same_leads(score_case *c, const duty *label, const duty *find)
{
	return score_same_bodies(c->a, label_actor(label), json_object_get(find->json, "lead"));
}

static void collect(score_case *c, duties *labels, duties *finds)
{
	const json_t *x;
	size_t i;

	json_array_foreach(json_object_get(c->gold, "assignments"), i, x)
	{
		duty *d = VEC_PUSH(c->a, labels);

		*d = (duty){.json = x, .pair = -1, .host = -1};
		score_words(c->a, json_member(x, "action"), &d->words);
		score_find_near(c->a, &d->words, &c->words, &d->where);
	}
	json_array_foreach(json_object_get(c->doc, "assignments"), i, x)
	{
		slice nature = json_member(x, "nature");
		duty *d;

		if (!slice_eq(nature, S("task")) && !slice_eq(nature, S("preparation")))
			continue;
		d = VEC_PUSH(c->a, finds);
		*d = (duty){.json = x, .pair = -1, .host = -1};
		score_words(c->a, json_member(json_object_get(x, "action"), "text"), &d->words);
		*VEC_PUSH(c->a, &d->where) = json_at(x);
	}
}

static uint32_t share_of(score_case *c, const swords *label, const sword *words, uint32_t n)
{
	if (label->n == 0)
		return 0;
	return (uint32_t)((uint64_t)1000 * score_in_order(c->a, label->p, label->n, words, n) /
	                  label->n);
}

static void pair_up(score_case *c, duties *labels, duties *finds)
{
	pairings all = {0};

	for (uint32_t i = 0; i < labels->n; i++) {
		for (uint32_t k = 0; k < finds->n; k++) {
			const swords *x = &labels->p[i].words;
			const swords *y = &finds->p[k].words;
			uint32_t front = y->n < 2 * x->n ? y->n : 2 * x->n;
			uint32_t share = share_of(c, x, y->p, y->n);

			if (!score_enough(c->a, x, y, 6))
				continue;
			*VEC_PUSH(c->a,
			          &all) = (pairing){i, k, share, share_of(c, x, y->p, front),
			                            same_leads(c, &labels->p[i], &finds->p[k])};
		}
	}
	if (all.n != 0)
		qsort(all.p, all.n, sizeof *all.p, pairing_order);
	for (uint32_t j = 0; j < all.n; j++) {
		duty *label = &labels->p[all.p[j].label];
		duty *find = &finds->p[all.p[j].find];

		if (label->pair >= 0 || find->pair >= 0)
			continue;
		label->pair = (int32_t)all.p[j].find;
		find->pair = (int32_t)all.p[j].label;
	}
}

static bool holds(span outer, span inner)
{
	return inner.at >= outer.at && span_end(inner) <= span_end(outer);
}

/* A label without a pair whose words stand inside the `at` of a found one. */
static void find_hosts(duties *labels, const duties *finds)
{
	for (uint32_t i = 0; i < labels->n; i++) {
		duty *label = &labels->p[i];

		for (uint32_t k = 0; k < finds->n && label->pair < 0 && label->host < 0; k++) {
			if (finds->p[k].pair < 0)
				continue;
			for (uint32_t w = 0; w < label->where.n; w++)
				if (holds(finds->p[k].where.p[0], label->where.p[w]))
					label->host = (int32_t)k;
		}
	}
}

/* The line of the text around a span: wrapped lines are rejoined there, so that a
 * line is a paragraph. */
static span paragraph_of(slice text, span at)
{
	size_t start = at.at < text.n ? at.at : text.n;
	size_t end = span_end(at) < text.n ? span_end(at) : text.n;

	while (start > 0 && text.p[start - 1] != '\n')
		start--;
	while (end < text.n && text.p[end] != '\n')
		end++;
	return (span){(uint32_t)start, (uint32_t)(end - start)};
}

/* A find beyond the labels that stands in a labelled paragraph, or over a found one. */
static bool excused(score_case *c, const duties *labels, const duties *finds, uint32_t k)
{
	span at = finds->p[k].where.p[0];

	for (uint32_t i = 0; i < labels->n; i++) {
		const duty *label = &labels->p[i];

		for (uint32_t w = 0; w < label->where.n; w++)
			if (span_overlaps(paragraph_of(c->text, label->where.p[w]), at))
				return true;
	}
	for (uint32_t i = 0; i < finds->n; i++)
		if (finds->p[i].pair >= 0 && span_overlaps(finds->p[i].where.p[0], at))
			return true;
	return false;
}

static slice show_label(arena *a, const duty *d)
{
	slice actor = label_actor(d);
	slice action = score_quote(a, json_member(d->json, "action"), 240);

	return arena_printf(a, "[%.*s] %.*s", (int)actor.n, actor.p, (int)action.n, action.p);
}

static slice show_find(arena *a, const duty *d)
{
	slice actors = score_actor_words(a, json_object_get(d->json, "lead"));
	slice rule = json_member(d->json, "rule");
	slice action = score_quote(a, json_member(json_object_get(d->json, "action"), "text"), 240);

	return arena_printf(a, "{%.*s} (%.*s) %.*s", (int)actors.n, actors.p, (int)rule.n, rule.p,
	                    (int)action.n, action.p);
}

/* Is it the find of another label? Then a miss is one of pairing, or of a duty of
 * ours that should have been two. */
static bool is_taken(const duties *finds, const json_t *json)
{
	for (uint32_t k = 0; k < finds->n; k++)
		if (finds->p[k].json == json)
			return finds->p[k].pair >= 0;
	return false;
}

/* Our nearest duty of any nature: most words in order. */
static slice nearest(score_case *c, const duty *label, const duties *finds)
{
	const json_t *best = NULL;
	uint32_t most = 0;
	slice nature;
	slice shown;
	const json_t *x;
	size_t i;

	json_array_foreach(json_object_get(c->doc, "assignments"), i, x)
	{
		swords words = {0};
		uint32_t share;

		score_words(c->a, json_member(json_object_get(x, "action"), "text"), &words);
		share = share_of(c, &label->words, words.p, words.n);
		if (share > most) {
			most = share;
			best = x;
		}
	}
	if (best == NULL || most < 300)
		return label->where.n ? S("nothing near")
		                      : S("nothing near; words not in the text");
	nature = json_member(best, "nature");
	shown = show_find(c->a, &(duty){.json = best});
	return arena_printf(c->a, "%u.%u%% %.*s%s %.*s", most / 10, most % 10, (int)nature.n,
	                    nature.p, is_taken(finds, best) ? ", another label's:" : "",
	                    (int)shown.n, shown.p);
}

static void score_leads(score_case *c, const duty *label, const duty *find)
{
	slice actor = label_actor(label);
	slice action = score_quote(c->a, json_member(label->json, "action"), 90);
	slice ours;

	if (same_leads(c, label, find)) {
		score_right(c, SCORE_LEADS);
		return;
	}
	ours = score_actor_words(c->a, json_object_get(find->json, "lead"));
	score_miss(
		c, SCORE_LEADS,
		arena_printf(c->a, "[%.*s] %.*s", (int)actor.n, actor.p, (int)action.n, action.p),
		arena_printf(c->a, "{%.*s}", (int)ours.n, ours.p));
}

/* The label's "with" as one line, so that lists can be cut up either way. */
static void score_coordinators(score_case *c, const duty *label, const duty *find)
{
	const json_t *with = json_object_get(find->json, "with");
	slice all = {"", 0};
	const json_t *one;
	size_t i;

	json_array_foreach(json_object_get(label->json, "with"), i, one)
	{
		slice s = json_slice(one);

		all = arena_printf(c->a, "%.*s%s%.*s", (int)all.n, all.p, i ? "; " : "", (int)s.n,
		                   s.p);
	}
	score_value(c, SCORE_COORDINATORS, all, score_actor_words(c->a, with),
	            score_same_bodies(c->a, all, with));
}

static const json_t *date_of(score_case *c, slice id)
{
	const json_t *d;
	size_t i;

	json_array_foreach(json_object_get(c->doc, "dates"), i,
	                   d) if (slice_eq(json_member(d, "id"), id)) return d;
	return NULL;
}

/* Has the duty the date that its label has (and none where it has none)? */
static void score_duty_date(score_case *c, const duty *label, const duty *find)
{
	slice value = json_member(label->json, "deadline");
	slice ours = {NULL, 0};
	bool equal = false;
	const json_t *id;
	size_t i;

	json_array_foreach(json_object_get(find->json, "deadlines"), i, id)
	{
		slice one = json_member(date_of(c, json_slice(id)), "value");

		equal = equal || slice_eq(one, value);
		ours = one.n != 0 ? one : ours;
	}
	score_value(c, SCORE_DUTY_DATES, value, ours, equal);
}

static void score_label(score_case *c, const duty *label, const duties *finds)
{
	slice words = show_label(c->a, label);
	const duty *find;

	if (label->pair >= 0)
		score_right(c, SCORE_ASSIGNMENTS_STRICT);
	else
		score_miss(c, SCORE_ASSIGNMENTS_STRICT, words, S("see assignments"));
	if (label->pair < 0 && label->host < 0) {
		score_miss(c, SCORE_ASSIGNMENTS, words, nearest(c, label, finds));
		return;
	}
	score_right(c, SCORE_ASSIGNMENTS);
	find = &finds->p[label->pair >= 0 ? label->pair : label->host];
	score_leads(c, label, find);
	if (label->pair < 0)
		return;
	score_coordinators(c, label, find);
	score_duty_date(c, label, find);
}

void score_assignments(score_case *c)
{
	duties labels = {0};
	duties finds = {0};

	collect(c, &labels, &finds);
	pair_up(c, &labels, &finds);
	find_hosts(&labels, &finds);
	for (uint32_t i = 0; i < labels.n; i++)
		score_label(c, &labels.p[i], &finds);
	for (uint32_t k = 0; k < finds.n; k++) {
		if (finds.p[k].pair >= 0)
			continue;
		score_false(c, SCORE_ASSIGNMENTS_STRICT, show_find(c->a, &finds.p[k]));
		if (!excused(c, &labels, &finds, k))
			score_false(c, SCORE_ASSIGNMENTS, show_find(c->a, &finds.p[k]));
	}
}
