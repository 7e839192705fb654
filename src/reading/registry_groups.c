/*
 * registry_groups.c - what a group stands for.
 *
 * Groups are rules, not lists, because units merge and departments are renamed:
 * "the communes" of June 2025 are not those of July. The rules are read once;
 * members are counted out when somebody asks, for the day that they ask about.
 */
#include "reading/registry_priv.h"

enum { RULES_MAX = 1024 }; /* of one group: keeps the expansion linear in the bodies */

static bool cut_head(slice *s, slice head)
{
	if (!slice_starts(*s, head))
		return false;
	s->p += head.n;
	s->n -= head.n;
	*s = slice_trim(*s);
	return true;
}

static rc read_rule(registry_loader *l, const registry_row *row, slice word, member_rule *ret)
{
	slice whole = word;

	ret->less = cut_head(&word, S("-"));
	if (cut_head(&word, S("class:"))) {
		ret->by = MEMBER_CLASS;
	} else if (cut_head(&word, S("district:"))) {
		ret->by = MEMBER_DISTRICT;
	} else if (cut_head(&word, S("units:"))) {
		ret->by = slice_eq(word, S("border")) ? MEMBER_BORDER : MEMBER_UNITS;
	} else {
		ret->by = MEMBER_CODE;
		ret->agency = BODY_NOBODY;
		for (uint32_t i = l->now + 1; i-- > 0 && ret->agency == BODY_NOBODY;)
			ret->agency = registry_code(l->reg, i, word);
		if (ret->agency == BODY_NOBODY || l->reg->bodies.p[ret->agency].cls == BODY_GROUP)
			return registry_bad(l, "groups", row->line, "no agency has this code",
			                    whole);
	}
	if (word.n == 0)
		return registry_bad(l, "groups", row->line, "empty rule", whole);
	ret->word = word;
	return RC_OK;
}

rc registry_rules(registry_loader *l, const registry_row *row)
{
	body *b = &l->reg->bodies.p[row->body];
	slice rest = row->members, word;

	b->rule = l->reg->rules.n;
	if (rest.n == 0)
		return RC_OK;
	while (slice_next(&rest, '|', &word)) {
		member_rule rule = {0};
		rc done = read_rule(l, row, slice_trim(word), &rule);

		if (done != RC_OK)
			return done;
		if (++b->nrules > RULES_MAX)
			return registry_bad(l, "groups", row->line, "too many rules", S(""));
		*VEC_PUSH(l->a, &l->reg->rules) = rule;
	}
	return RC_OK;
}

/* Does the rule name body b, one of the group's own registry? */
static bool rule_takes(const member_rule *rule, const body *b, bool of_own_registry)
{
	if (!of_own_registry)
		return false;
	switch (rule->by) {
	case MEMBER_CLASS:
		return b->cls == BODY_AGENCY && slice_eq(b->kind, rule->word);
	case MEMBER_UNITS:
		return b->cls == BODY_UNIT &&
		       (slice_eq(rule->word, S("*")) || slice_eq(b->kind, rule->word));
	case MEMBER_BORDER:
		return b->cls == BODY_UNIT && b->border;
	case MEMBER_DISTRICT:
		return b->cls == BODY_UNIT && slice_eq(b->district, rule->word);
	default:
		return false;
	}
}

static bool exists_on(const body *b, int32_t day)
{
	return b->from <= day && day <= b->to;
}

enum { MARK_IN = 1, MARK_OUT = 2 };

static void mark_members(const registry *r, const body *group, uint8_t *marks)
{
	for (uint32_t k = group->rule; k < group->rule + group->nrules; k++) {
		const member_rule *rule = &r->rules.p[k];
		uint8_t mark = rule->less ? MARK_OUT : MARK_IN;

		if (rule->by == MEMBER_CODE)
			marks[rule->agency] |= mark;
		for (uint32_t i = 0; i < r->bodies.n && rule->by != MEMBER_CODE; i++) {
			const body *b = &r->bodies.p[i];

			if (rule_takes(rule, b, b->registry == group->registry))
				marks[b->owner] |= mark;
		}
	}
}

void registry_members(const registry *r, uint32_t of, int32_t day, arena *a, body_indexes *ret)
{
	const body *b;
	uint8_t *marks;

	if (of >= r->bodies.n)
		return;
	b = &r->bodies.p[of];
	if (b->cls != BODY_GROUP) {
		*VEC_PUSH(a, ret) = b->owner;
		return;
	}
	if (b->nrules == 0 || !exists_on(b, day))
		return;
	marks = arena_alloc(a, r->bodies.n);
	mark_members(r, b, marks);
	for (uint32_t i = 0; i < r->bodies.n; i++)
		if (marks[i] == MARK_IN && exists_on(&r->bodies.p[i], day))
			*VEC_PUSH(a, ret) = i;
}
