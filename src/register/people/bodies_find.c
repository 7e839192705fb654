/*
 * bodies_find.c - the row of a code, the members of a group; from memory where many are
 * asked for in one transaction.
 */
#include "register/people/bodies.h"

#include <assert.h>

typedef struct code_slot {
	slice code;
	int64_t row;
	bool group, all_communes, loaded;
	sql_group_member_all_rows members;
} code_slot;

struct body_cache {
	arena a;
	code_slot *slots; /* by the hash of the code; free: no code */
	uint32_t mask;
	VEC(code_slot *) groups;
};

static uint32_t hash_of(slice code, bool group)
{
	uint32_t h = 2166136261u + group;

	for (size_t i = 0; i < code.n; i++)
		h = (h ^ (unsigned char)code.p[i]) * 16777619u;
	return h;
}

static code_slot *slot_of(const struct body_cache *c, slice code, bool group)
{
	uint32_t at = hash_of(code, group) & c->mask;

	while (c->slots[at].code.n > 0 &&
	       !(c->slots[at].group == group && slice_eq(c->slots[at].code, code)))
		at = (at + 1) & c->mask;
	return &c->slots[at];
}

static void keep(struct body_cache *c, slice code, int64_t row, bool group, bool all)
{
	code_slot *s = slot_of(c, code, group);

	*s = (code_slot){.code = code, .row = row, .group = group, .all_communes = all};
	if (group)
		*VEC_PUSH(&c->a, &c->groups) = s;
}

rc bodies_hold(reg *r, err *e)
{
	sql_agency_all_rows agencies;
	sql_group_all_rows groups;
	struct body_cache *c;
	arena a;
	rc code;

	if (r->bodies != NULL)
		return RC_OK;
	arena_init(&a, NULL, 0);
	c = arena_new(&a, struct body_cache);
	code = sql_agency_all(r->d, &a, &agencies, e);
	if (code == RC_OK)
		code = sql_group_all(r->d, &a, &groups, e);
	if (code != RC_OK) {
		arena_done(&a);
		return code;
	}
	c->mask = 255;
	while (c->mask / 2 < agencies.n + groups.n)
		c->mask = c->mask * 2 + 1;
	c->slots = arena_array(&a, code_slot, (size_t)c->mask + 1);
	c->a = a; /* it stands on its own arena */
	for (uint32_t i = 0; i < agencies.n; i++)
		keep(c, agencies.p[i].code, agencies.p[i].id, false, false);
	for (uint32_t i = 0; i < groups.n; i++)
		keep(c, groups.p[i].code, groups.p[i].id, true, groups.p[i].all_communes);
	r->bodies = c;
	return RC_OK;
}

void bodies_drop(reg *r)
{
	arena a;

	if (r->bodies == NULL)
		return;
	a = r->bodies->a;
	r->bodies = NULL;
	arena_done(&a);
}

rc bodies_agency(reg *r, slice code, int64_t *ret, err *e)
{
	sql_agency_by_code_row row;
	bool found;
	arena a;
	rc done;

	if (r->bodies != NULL) {
		const code_slot *s = slot_of(r->bodies, code, false);

		*ret = s->code.n > 0 ? s->row : DB_NULL;
		return RC_OK;
	}
	arena_init(&a, NULL, 0);
	done = sql_agency_by_code(r->d, (sql_agency_by_code_in){code}, &a, &row, &found, e);
	arena_done(&a);
	if (done == RC_OK)
		*ret = found ? row.id : DB_NULL;
	return done;
}

rc bodies_known(reg *r, slice code, int64_t *ret, err *e)
{
	rc done = bodies_agency(r, code, ret, e);

	return done == RC_OK && *ret == DB_NULL
	               ? err_set(e, RC_INPUT, MSG_AGENCY_UNKNOWN, "no such code")
	               : done;
}

rc bodies_group(reg *r, slice code, int64_t *ret, bool *ret_all_communes, err *e)
{
	sql_group_by_code_row row;
	bool found;
	arena a;
	rc done;

	if (r->bodies != NULL) {
		const code_slot *s = slot_of(r->bodies, code, true);

		*ret = s->code.n > 0 ? s->row : DB_NULL;
		*ret_all_communes = s->all_communes;
		return RC_OK;
	}
	arena_init(&a, NULL, 0);
	done = sql_group_by_code(r->d, (sql_group_by_code_in){code}, &a, &row, &found, e);
	arena_done(&a);
	if (done != RC_OK)
		return done;
	*ret = found ? row.id : DB_NULL;
	*ret_all_communes = found && row.all_communes;
	return RC_OK;
}

/* The members of a day, of a group whose members of all days are at hand. */
static void take_members(const code_slot *s, int32_t day, arena *a, sql_group_members_rows *ret)
{
	*ret = (sql_group_members_rows){0};
	for (uint32_t i = 0; i < s->members.n; i++)
		if (s->members.p[i].from_day <= day && s->members.p[i].to_day >= day)
			*VEC_PUSH(a, ret) = (sql_group_members_row){s->members.p[i].agency};
}

rc bodies_members(reg *r, int64_t group, int32_t day, arena *a, sql_group_members_rows *ret, err *e)
{
	struct body_cache *c = r->bodies;

	for (uint32_t i = 0; c != NULL && i < c->groups.n; i++) {
		code_slot *s = c->groups.p[i];
		rc code = RC_OK;

		if (s->row != group)
			continue;
		if (!s->loaded)
			code = sql_group_member_all(r->d, (sql_group_member_all_in){group}, &c->a,
			                            &s->members, e);
		s->loaded = code == RC_OK;
		if (code == RC_OK)
			take_members(s, day, a, ret);
		return code;
	}
	return sql_group_members(r->d, (sql_group_members_in){group, day}, a, ret, e);
}
