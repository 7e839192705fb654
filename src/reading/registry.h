/*
 * registry.h - the bodies a reading may recognise: agencies, groups, units.
 *
 * A registry is a folder of three tables that people edit
 * (data/registry/README.md): agencies.tsv, groups.tsv, units.tsv. A reading
 * takes one or more, in order of preference: of two bodies with the same name,
 * or the same code, the earlier registry's stands.
 */
#ifndef DONDOC_READING_REGISTRY_H
#define DONDOC_READING_REGISTRY_H

#include "base/arena.h"
#include "reading/lex/lexicon.h"

enum body_class {
	BODY_NONE,
	BODY_AGENCY, /* one body with a code */
	BODY_GROUP,  /* stands for its members as of a date */
	BODY_UNIT, /* a commune, ward or province, named without "UBND": a place, and by its code
	                a body */
	BODY_ELIDED, /* a name without its kind word ("Tài chính", "Đông Kinh"): counts only in a
	                list whose head gives the kind; ask registry_elided() which body it is */
};

#define BODY_NOBODY UINT32_MAX

typedef struct body {
	slice code, name;
	uint8_t cls; /* enum body_class */
	slice kind; /* "sở", "bộ", "phường" …: the class column, lower case. Of a group: the
	                      kinds a list under it may leave out, '|' between: "xã|phường" */
	uint32_t owner; /* BODY_ELIDED, BODY_UNIT: index of the agency; else its own index */
	uint32_t registry; /* which of the registries, 0.. */
	uint32_t parent; /* the body it belongs to, or BODY_NOBODY */
	uint32_t same; /* BODY_ELIDED: the next body with the very same words, or BODY_NOBODY */
	int32_t from, to; /* days on which it exists; INT32_MIN, INT32_MAX: open */
	slice district; /* BODY_UNIT: the former district */
	bool border; /* BODY_UNIT */
	uint32_t rule, nrules; /* BODY_GROUP: its part of registry.rules; none: members unknown */
} body;

enum member_by { MEMBER_CODE, MEMBER_CLASS, MEMBER_UNITS, MEMBER_BORDER, MEMBER_DISTRICT };

/* One piece of a group's `members` column. */
typedef struct member_rule {
	uint8_t by; /* enum member_by */
	bool less; /* takes away: "-STC" */
	slice word; /* class, unit kind ("*": all) or district */
	uint32_t agency; /* MEMBER_CODE */
} member_rule;

typedef struct registry {
	VEC(body) bodies;
	VEC(member_rule) rules;
	uint32_t count; /* of registries */
	uint32_t unmatchable; /* names that no text can match: a word over ten letters */
	uint32_t *slots, slot_mask; /* code → index + 1; only registry.c looks */
} registry;

typedef struct registry_tables {
	slice name; /* "langson" */
	slice agencies, groups, units; /* the TSV bytes; a table may be absent (p NULL) */
} registry_tables;

typedef VEC(uint32_t) body_indexes;

/* registry_load() - read the tables into ret and add every name and alias to
 * `lex`. Everything lives on `a`; the slices keep pointing into the tables.
 * MSG_REGISTRY_BAD with the line in the detail ("langson/groups.tsv:12: …");
 * ret and lex are then good for nothing. Linear. */
MUST_CHECK rc registry_load(const registry_tables *tables, uint32_t n, lexicon *lex, arena *a,
                            registry *ret, err *e);

/* registry_freeze() - the whole as arrays without a pointer (base/frozen.h); `a` for what is
 * needed meanwhile. registry_thaw() - one made of the next of them, which must outlive it.
 * NULL when they are none. Linear in the bodies, some tens of instructions each. */
enum { REGISTRY_FROZEN_MAX = 64 << 20 };
void registry_freeze(const registry *r, arena *a, strbuf *to);
const registry *registry_thaw(slice *from, arena *a);

/* registry_find() - the agency or group with this code, or BODY_NOBODY. O(1). */
uint32_t registry_find(const registry *r, slice code);

/* registry_elided() - which agency the elided name `elided` (the value of a hit
 * of class BODY_ELIDED) means in a list of this kind: "Tài chính" is one body under
 * "sở", another under "bộ". `kinds` may hold several, '|' between (the kind of
 * a group). BODY_NOBODY when the name goes with none of them. Costs the few
 * bodies that share the name. */
uint32_t registry_elided(const registry *r, uint32_t elided, slice kinds);

/* registry_members() - the bodies that `of` stands for on a day, each once, in
 * the order of the tables, appended to ret. An agency, unit or elided name
 * stands for its owner. A group whose members are not known, or that was not yet or no
 * longer there on that day, gives none. Costs bodies × rules of the group. */
void registry_members(const registry *r, uint32_t of, int32_t day, arena *a, body_indexes *ret);

#endif
