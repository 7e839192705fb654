/*
 * builtin.h - the tables that the program carries with it, for the library and
 * for the commands alike. Constant; nothing is copied.
 */
#ifndef DONDOC_LIB_BUILTIN_H
#define DONDOC_LIB_BUILTIN_H

#include "reading/reader.h"

/* The registries of a reader that names none, in order of preference. */
#define BUILTIN_REGISTRIES "langson,tinh,vietnam"

/* builtin_registry() - the tables of the built-in registry `name`.
 * MSG_REGISTRY_MISSING. */
MUST_CHECK rc builtin_registry(slice name, registry_tables *ret, err *e);

/* builtin_reader() - the reader of these registries ("a,b"; n 0: those of a reader that
 * names none) and of the grammar, when it was made together with the program
 * (src/freeze_main.c). Without data_hash. False, with *ret untouched, when it was not. */
MUST_CHECK bool builtin_reader(slice names, arena *a, reader *ret);

/* builtin_cues() - the reader's own grammar table. */
slice builtin_cues(void);

/* builtin_calendar() - the table of days off; empty when there is none. */
slice builtin_calendar(void);

/* builtin_hash() - what these tables are, in 64 hexadecimal digits. */
slice builtin_hash(void);

#endif
