/*
 * score.c - one document against its labels: counting, and the list of comparisons.
 *
 * Must never change a count without remembering the words behind it: a figure
 * that nobody can look into mends nothing.
 */
#include "app/score/score_priv.h"

static const struct {
	slice word;
	score_bar bar;
	unsigned thousandths;
} fields[SCORE_COUNT] = {
#define SCORE_FIELD(NAME, word, bar, thousandths) {S(word), SCORE_BAR_##bar, thousandths},
#include "app/score/score_fields.def"
#undef SCORE_FIELD
};

slice score_field_word(score_field f)
{
	return fields[f].word;
}

score_field score_field_of(slice word)
{
	for (int i = 0; i < SCORE_COUNT; i++)
		if (slice_eq(fields[i].word, word))
			return (score_field)i;
	return SCORE_COUNT;
}

score_bar score_field_bar(score_field f, unsigned *ret_thousandths)
{
	*ret_thousandths = fields[f].thousandths;
	return fields[f].bar;
}

/* part / whole >= thousandths / 1000; nothing at all is nothing wrong */
static bool reaches(uint64_t part, uint64_t whole, unsigned thousandths)
{
	return part * 1000 >= whole * thousandths;
}

bool score_passes(score_field f, const score_count *c)
{
	unsigned bar = fields[f].thousandths;
	uint64_t allowed = ((uint64_t)c->labels * (1000 - bar) + 999) / 1000;

	if (allowed == 0)
		allowed = 1;
	switch (fields[f].bar) {
	case SCORE_BAR_ALLOW:
		return c->missed <= allowed && c->wrong <= allowed;
	case SCORE_BAR_BOTH:
		return reaches(c->right, (uint64_t)c->right + c->missed, bar) &&
		       reaches(c->right, (uint64_t)c->right + c->wrong, bar);
	case SCORE_BAR_F1:
		return reaches(2 * (uint64_t)c->right,
		               2 * (uint64_t)c->right + c->missed + c->wrong, bar);
	case SCORE_BAR_RECALL:
		return reaches(c->right, (uint64_t)c->right + c->missed, bar);
	case SCORE_BAR_NONE:
		break;
	}
	return true;
}

span json_at(const json_t *o)
{
	const json_t *at = json_object_get(o, "at");
	json_int_t start = json_integer_value(json_array_get(at, 0));
	json_int_t len = json_integer_value(json_array_get(at, 1));

	if (start < 0 || len < 0 || start > INT32_MAX || len > INT32_MAX)
		return (span){0, 0};
	return (span){(uint32_t)start, (uint32_t)len};
}

slice score_quote(arena *a, slice s, size_t max)
{
	bool cut = s.n > max;
	char *p;

	if (cut)
		for (s.n = max; s.n > 0 && ((unsigned char)s.p[s.n] & 0xc0) == 0x80;)
			s.n--;
	p = arena_alloc(a, s.n + 4);
	for (size_t i = 0; i < s.n; i++)
		p[i] = (unsigned char)s.p[i] < ' ' ? ' ' : s.p[i];
	if (cut)
		memcpy(p + s.n, "…", 3);
	return (slice){p, s.n + (cut ? 3 : 0)};
}

slice score_actor_words(arena *a, const json_t *actors)
{
	slice all = {"", 0};
	const json_t *actor;
	size_t i;

	json_array_foreach(actors, i, actor)
	{
		slice words = score_quote(a, json_member(actor, "text"), 300);
		slice code = json_member(actor, "agency");

		if (code.n == 0)
			code = json_member(actor, "group");
		all = arena_printf(a, "%.*s%s\"%.*s\" [%.*s]", (int)all.n, all.p, i ? " + " : "",
		                   (int)words.n, words.p, (int)code.n, code.p);
	}
	return all;
}

static void remember(score_case *c, score_field f, score_what what, slice label, slice found)
{
	arena *a = c->t->a;
	score_finding *x = VEC_PUSH(a, &c->t->findings);

	*x = (score_finding){.doc = arena_copy(a, c->name), .field = f, .what = what};
	x->label = score_quote(a, label, 1000);
	x->found = score_quote(a, found, 1000);
}

/* Is this difference one whose label is shown to be wrong? Then it is told with the
 * reason and not counted. */
static bool disputed(score_case *c, score_field f, slice label, slice found)
{
	for (uint32_t i = 0; i < c->t->disputes.n; i++) {
		const score_dispute *d = &c->t->disputes.p[i];

		if (d->field != f || !slice_eq(d->doc, c->name) ||
		    !(slice_has(label, d->words) || slice_has(found, d->words)))
			continue;
		remember(c, f, SCORE_DISPUTED, label.n != 0 ? label : found, d->why);
		return true;
	}
	return false;
}

void score_right(score_case *c, score_field f)
{
	c->t->count[f].labels++;
	c->t->count[f].right++;
}

void score_miss(score_case *c, score_field f, slice label, slice found)
{
	if (disputed(c, f, label, found))
		return;
	c->t->count[f].labels++;
	c->t->count[f].missed++;
	remember(c, f, SCORE_MISSED, label, found);
}

void score_false(score_case *c, score_field f, slice found)
{
	if (disputed(c, f, (slice){NULL, 0}, found))
		return;
	c->t->count[f].wrong++;
	remember(c, f, SCORE_FALSE, (slice){NULL, 0}, found);
}

void score_value(score_case *c, score_field f, slice label, slice found, bool equal)
{
	uint32_t missed = c->t->count[f].missed;

	if (label.n == 0 && found.n == 0)
		return;
	if (label.n == 0) {
		score_false(c, f, found);
	} else if (found.n != 0 && equal) {
		score_right(c, f);
	} else {
		score_miss(c, f, label, found);
		/* a wrong value is missed and false at once */
		c->t->count[f].wrong += found.n != 0 ? c->t->count[f].missed - missed : 0;
	}
}

void score_document(score_tally *t, slice name, const json_t *gold, const json_t *doc)
{
	static void (*const parts[])(score_case *) = {
		score_header,      score_meetings,  score_deadlines,
		score_assignments, score_citations, score_recipients,
	};
	arena scratch;
	score_case c = {.t = t, .a = &scratch, .name = name, .gold = gold, .doc = doc};

	arena_init(&scratch, NULL, 0);
	t->documents++;
	if (doc == NULL) {
		t->not_read++;
		remember(&c, SCORE_COUNT, SCORE_NOT_READ, (slice){NULL, 0}, (slice){NULL, 0});
	}
	c.text = json_member(doc, "text");
	score_words(&scratch, c.text, &c.words);
	for (size_t i = 0; i < ARRAY_LEN(parts); i++)
		parts[i](&c);
	arena_done(&scratch);
}
