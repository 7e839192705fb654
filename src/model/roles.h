/*
 * roles.h - the roles of the glossary and what each may do (roles.def).
 */
#ifndef DONDOC_MODEL_ROLES_H
#define DONDOC_MODEL_ROLES_H

#include "base/slice.h"

enum {
#define RIGHT(name, does) RIGHT_AT_##name,
#include "model/roles.def"
#undef RIGHT
	RIGHT_COUNT,
};
enum {
	RIGHT_NONE = 0, /* a page for everybody, signed in or not */
#define RIGHT(name, does) RIGHT_##name = 1 << RIGHT_AT_##name,
#include "model/roles.def"
#undef RIGHT
};

typedef struct office_role {
	slice word, wording;
	bool sees_all;
	unsigned rights;
} office_role;

/* role_of() - by its word; NULL for none. role_at() - by its place; NULL at the end. */
const office_role *role_of(slice word);
const office_role *role_at(unsigned i);

/* right_wording() - what the right number i lets one do, right_word() - its name ("READ");
 * empty at the end. */
slice right_wording(unsigned i);
slice right_word(unsigned i);

#endif
