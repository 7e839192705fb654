/*
 * registry_priv.h - what the three registry_*.c share: the loader.
 */
#ifndef DONDOC_READING_REGISTRY_PRIV_H
#define DONDOC_READING_REGISTRY_PRIV_H

#include "reading/registry.h"

/* A row of a table whose names, parent or members wait until all rows are known. */
typedef struct registry_row {
	uint32_t body; /* the agency or group; of a unit: the BODY_UNIT */
	uint32_t line;
	slice name, aliases, parent, members;
	bool elided; /* its kind word may be left out */
} registry_row;

typedef struct registry_loader {
	registry *reg;
	lexicon *lex;
	arena *a;
	err *e;
	const registry_tables *tables;
	VEC(registry_row) rows;
	uint32_t first_row; /* of the registry being read */
	uint32_t now;       /* the registry being read */
	slice *homes;       /* by registry: its own province, "tỉnh Lạng Sơn"; absent n 0 */
} registry_loader;

/* registry_bad() - the error of one line of one table. */
rc registry_bad(registry_loader *l, const char *table, uint32_t line, const char *what, slice word);

/* registry_code() - the body with this code in registry `which`, or BODY_NOBODY. O(1). */
uint32_t registry_code(const registry *r, uint32_t which, slice code);

/* registry_rules() - the `members` column of a group into its rules; codes are
 * looked up in its own registry, then in the earlier ones. */
MUST_CHECK rc registry_rules(registry_loader *l, const registry_row *row);

/* registry_without_kind() - a name after its first word, when that is the kind:
 * "Sở Tài chính" of class "sở" gives "Tài chính"; else n 0. Words are compared
 * as the lexicon does, so case does not matter. */
slice registry_without_kind(slice name, slice kind);

/* registry_names() - all names of all rows into the lexicon: first the whole
 * ones, so that a name without its kind word never hides a whole one. */
void registry_names(registry_loader *l);

#endif
