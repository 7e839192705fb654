/*
 * bodies.c - the bodies of the registries become rows, once for each content of them.
 */
#include "register/people/bodies.h"

#include "base/fold.h"
#include "base/hash.h"
#include "base/strbuf.h"
#include "register/event.h"

typedef struct entering {
	reg *r;
	const registry *from;
	arena *a;
	int64_t *rows; /* by index of the body: its row */
	char hash[HASH_HEX + 1];
} entering;

/* What tells one content from another: codes, names and days, in order. */
static void hash_bodies(entering *x)
{
	strbuf b;
	slice all;

	strbuf_init(&b, NULL, (size_t)64 << 20);
	for (uint32_t i = 0; i < x->from->bodies.n; i++) {
		const body *o = &x->from->bodies.p[i];

		strbuf_put(&b, o->code);
		strbuf_putc(&b, '\t');
		strbuf_put(&b, o->name);
		strbuf_putc(&b, '\t');
		strbuf_int(&b, o->from);
		strbuf_putc(&b, '\t');
		strbuf_int(&b, o->to);
		strbuf_int(&b, o->nrules);
		strbuf_putc(&b, '\n');
	}
	all = strbuf_slice(&b);
	hash_sha256(&all, 1, x->hash);
	strbuf_done(&b);
}

static int64_t day_or_null(int32_t day, int32_t open)
{
	return day == open ? DB_NULL : day;
}

/* The commune that a body stands for stands beside it in the registry, with its district. */
static const body *unit_of(const registry *from, uint32_t at)
{
	if (from->bodies.p[at].cls == BODY_UNIT)
		return &from->bodies.p[at];
	return at + 1 < from->bodies.n && from->bodies.p[at + 1].cls == BODY_UNIT &&
	                       from->bodies.p[at + 1].owner == at
	               ? &from->bodies.p[at + 1]
	               : NULL;
}

static bool is_commune(const body *unit)
{
	return unit != NULL && slice_starts(unit->code, S("XA-"));
}

static rc enter_agency(entering *x, uint32_t at, err *e)
{
	const body *o = &x->from->bodies.p[at], *unit = unit_of(x->from, at);
	int64_t parent = o->parent != BODY_NOBODY ? x->rows[o->parent] : DB_NULL;
	sql_agency_put_row row;
	rc code;

	if (x->rows[o->owner] != DB_NULL && o->cls == BODY_UNIT)
		return RC_OK; /* its agency is there */
	code = sql_agency_put(
		x->r->d,
		(sql_agency_put_in){hash_public_id(x->a), o->code, o->name,
	                            fold_text(x->a, o->name),
	                            is_commune(unit)   ? S("commune")
	                            : o->registry == 0 ? S("agency")
	                                               : S("external"),
	                            o->kind, parent, unit != NULL ? unit->district : (slice){0},
	                            unit != NULL && unit->border, at,
	                            day_or_null(o->from, INT32_MIN), day_or_null(o->to, INT32_MAX)},
		x->a, &row, NULL, e);
	if (code == RC_OK)
		x->rows[at] = row.id;
	return code;
}

/* A group that has every commune of its registry: the one whose duties fan out. */
static bool has_all_communes(const registry *from, const body *group, const body_indexes *members)
{
	uint32_t communes = 0, there = 0;

	for (uint32_t i = 0; i < from->bodies.n; i++) {
		const body *o = &from->bodies.p[i];

		communes += o->cls == BODY_UNIT && o->registry == group->registry && is_commune(o);
	}
	for (uint32_t i = 0; i < members->n; i++)
		there += is_commune(unit_of(from, members->p[i]));
	return communes > 0 && there == communes;
}

static rc enter_members(entering *x, const body *o, int64_t group, const body_indexes *members,
                        err *e)
{
	rc code = RC_OK;

	for (uint32_t i = 0; code == RC_OK && i < members->n; i++) {
		const body *m = &x->from->bodies.p[members->p[i]];
		int32_t from = m->from > o->from ? m->from : o->from;
		int32_t to = m->to < o->to ? m->to : o->to;
		int64_t row = x->rows[m->owner];

		if (row != DB_NULL)
			code = sql_group_member_put(
				x->r->d, (sql_group_member_put_in){group, row, from, to}, NULL, e);
	}
	return code;
}

static rc enter_group(entering *x, uint32_t at, err *e)
{
	const body *o = &x->from->bodies.p[at];
	body_indexes members = {0};
	sql_group_put_row row;
	rc code;

	registry_members(x->from, at, (int32_t)(x->r->minute / CMIN_DAY), x->a, &members);
	code = sql_group_put(x->r->d,
	                     (sql_group_put_in){o->code, o->name, fold_text(x->a, o->name),
	                                        has_all_communes(x->from, o, &members)},
	                     x->a, &row, NULL, e);
	return code == RC_OK ? enter_members(x, o, row.id, &members, e) : code;
}

static rc enter_all(db *d, void *ctx, err *e)
{
	entering *x = ctx;
	const registry *from = x->from;
	rc code = RC_OK;

	for (uint32_t i = 0; i < from->bodies.n; i++)
		x->rows[i] = DB_NULL;
	/* Agencies first, in their order: a parent may stand below, then it is found in the
	 * second walk, as are the units that are bodies by themselves. */
	for (int walk = 0; walk < 2; walk++)
		for (uint32_t i = 0; code == RC_OK && i < from->bodies.n; i++)
			if (from->bodies.p[i].cls == BODY_AGENCY ||
			    (walk == 1 && from->bodies.p[i].cls == BODY_UNIT))
				code = enter_agency(x, i, e);
	for (uint32_t i = 0; code == RC_OK && i < from->bodies.n; i++)
		if (from->bodies.p[i].cls == BODY_GROUP)
			code = enter_group(x, i, e);
	if (code == RC_OK)
		code = sql_setting_put(d, (sql_setting_put_in){S("bodies"), slice_c(x->hash)}, NULL,
		                       e);
	return code == RC_OK ? event_add(x->r, "enter", "bodies", 0, (slice){0}, e) : code;
}

rc bodies_enter(reg *r, const registry *bodies, err *e)
{
	entering x = {.r = r, .from = bodies};
	sql_setting_get_row have = {0};
	bool found = false;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	x.a = &a;
	hash_bodies(&x);
	code = sql_setting_get(r->d, (sql_setting_get_in){S("bodies")}, &a, &have, &found, e);
	if (code == RC_OK && (!found || !slice_eq(have.value, slice_c(x.hash)))) {
		x.rows = arena_array(&a, int64_t, bodies->bodies.n);
		code = db_write(r->d, enter_all, &x, e);
	}
	arena_done(&a);
	return code;
}
