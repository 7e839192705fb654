/*
 * registry_frozen.c - a registry as arrays, and back. Its words lie in one array, where
 * the bodies name them by place. It must never change what registry.c read.
 */
#include "base/frozen.h"
#include "reading/registry_priv.h"

/* A body or a rule without its words, and where they are: all in one order, with nothing
 * between. */
typedef struct flat_body {
	uint32_t code, name, kind, district; /* bytes of each */
	uint32_t cls, owner, registry, parent, same, border, rule, nrules;
	int32_t from, to;
} flat_body;

typedef struct flat_rule {
	uint32_t by, less, word, agency;
} flat_rule;

typedef struct shape {
	uint32_t count, unmatchable;
} shape;

static uint32_t flat_word(strbuf *words, slice s)
{
	strbuf_put(words, s);
	return (uint32_t)s.n;
}

static void flatten(const body *b, strbuf *words, flat_body *ret)
{
	*ret = (flat_body){
		.code = flat_word(words, b->code),
		.name = flat_word(words, b->name),
		.kind = flat_word(words, b->kind),
		.district = flat_word(words, b->district),
		.cls = b->cls,
		.owner = b->owner,
		.registry = b->registry,
		.parent = b->parent,
		.same = b->same,
		.border = b->border,
		.rule = b->rule,
		.nrules = b->nrules,
		.from = b->from,
		.to = b->to,
	};
}

void registry_freeze(const registry *r, arena *a, strbuf *to)
{
	flat_body *bodies = arena_array(a, flat_body, r->bodies.n);
	flat_rule *rules = arena_array(a, flat_rule, r->rules.n);
	shape is = {r->count, r->unmatchable};
	strbuf words;

	strbuf_init(&words, NULL, REGISTRY_FROZEN_MAX);
	for (uint32_t i = 0; i < r->bodies.n; i++)
		flatten(&r->bodies.p[i], &words, &bodies[i]);
	for (uint32_t i = 0; i < r->rules.n; i++) {
		const member_rule *m = &r->rules.p[i];

		rules[i] = (flat_rule){m->by, m->less, flat_word(&words, m->word), m->agency};
	}
	FROZEN_PUT(to, &is, 1);
	FROZEN_PUT(to, words.p, (uint32_t)words.n);
	FROZEN_PUT(to, bodies, r->bodies.n);
	FROZEN_PUT(to, rules, r->rules.n);
	FROZEN_PUT(to, r->slots, r->slot_mask + 1);
	to->failed = words.failed != RC_OK ? words.failed : to->failed;
	strbuf_done(&words);
}

/* The next n bytes; absent, as it was, when there are none. */
static slice word_of(slice *words, uint32_t n)
{
	slice s = {words->p, n < words->n ? n : words->n};

	*words = (slice){s.p + s.n, words->n - s.n};
	return s.n > 0 ? s : (slice){0};
}

static body body_of(const flat_body *f, slice *words)
{
	return (body){
		.code = word_of(words, f->code),
		.name = word_of(words, f->name),
		.kind = word_of(words, f->kind),
		.district = word_of(words, f->district),
		.cls = (uint8_t)f->cls,
		.owner = f->owner,
		.registry = f->registry,
		.parent = f->parent,
		.same = f->same,
		.border = f->border != 0,
		.rule = f->rule,
		.nrules = f->nrules,
		.from = f->from,
		.to = f->to,
	};
}

const registry *registry_thaw(slice *from, arena *a)
{
	registry *r = arena_new(a, registry);
	uint32_t n, nwords, nbodies, nrules, nslots;
	const shape *is = frozen_take(from, sizeof *is, &n);
	const char *p = frozen_take(from, 1, &nwords);
	const flat_body *bodies = frozen_take(from, sizeof *bodies, &nbodies);
	const flat_rule *rules = frozen_take(from, sizeof *rules, &nrules);
	const uint32_t *slots = frozen_take(from, sizeof *slots, &nslots);
	slice words = {p, p != NULL ? nwords : 0};

	if (is == NULL || bodies == NULL || rules == NULL || slots == NULL || nslots == 0)
		return NULL;
	*r = (registry){.count = is->count,
	                .unmatchable = is->unmatchable,
	                .slots = (uint32_t *)(uintptr_t)slots, /* nobody adds to them */
	                .slot_mask = nslots - 1};
	r->bodies.p = arena_room(a, sizeof(body) * nbodies);
	r->bodies.n = r->bodies.cap = nbodies;
	for (uint32_t i = 0; i < nbodies; i++)
		r->bodies.p[i] = body_of(&bodies[i], &words);
	r->rules.p = arena_room(a, sizeof(member_rule) * nrules);
	r->rules.n = r->rules.cap = nrules;
	for (uint32_t i = 0; i < nrules; i++)
		r->rules.p[i] = (member_rule){(uint8_t)rules[i].by, rules[i].less != 0,
		                              word_of(&words, rules[i].word), rules[i].agency};
	return r;
}
