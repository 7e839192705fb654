/*
 * roles.c - the table of roles.
 */
#include "model/roles.h"

enum { OWN, ALL };

#define R(name) (unsigned)RIGHT_##name
static const office_role roles[] = {
#define ROLE(name, word, wording, sees, rights) {S(word), S(wording), sees == ALL, rights},
#include "model/roles.def"
#undef ROLE
};

static const slice does[] = {
#define RIGHT(name, what) S(what),
#include "model/roles.def"
#undef RIGHT
};

static const slice words[] = {
#define RIGHT(name, what) S(#name),
#include "model/roles.def"
#undef RIGHT
};

const office_role *role_at(unsigned i)
{
	return i < ARRAY_LEN(roles) ? &roles[i] : NULL;
}

const office_role *role_of(slice word)
{
	for (size_t i = 0; i < ARRAY_LEN(roles); i++)
		if (slice_eq(roles[i].word, word))
			return &roles[i];
	return NULL;
}

slice right_wording(unsigned i)
{
	return i < ARRAY_LEN(does) ? does[i] : (slice){0};
}

slice right_word(unsigned i)
{
	return i < ARRAY_LEN(words) ? words[i] : (slice){0};
}
