/*
 * builtin.h - the tables that the program carries with it, for the library and
 * for the commands alike. Constant; nothing is copied.
 */
#ifndef DONDOC_LIB_BUILTIN_H
#define DONDOC_LIB_BUILTIN_H

#include "reading/registry.h"

/* The registries of a reader that names none, in order of preference. */
#define BUILTIN_REGISTRIES "langson,tinh,vietnam"

/* builtin_registry() - the tables of the built-in registry `name`.
 * MSG_REGISTRY_MISSING. */
MUST_CHECK rc builtin_registry(slice name, registry_tables *ret, err *e);

/* builtin_cues() - the reader's own grammar table. */
slice builtin_cues(void);

/* builtin_calendar() - the table of days off; empty when there is none. */
slice builtin_calendar(void);

/* builtin_hash() - what these tables are, in 64 hexadecimal digits. */
slice builtin_hash(void);

#endif
