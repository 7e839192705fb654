/*
 * inputs.h - the files that the arguments of a command mean.
 */
#ifndef DONDOC_APP_INPUTS_H
#define DONDOC_APP_INPUTS_H

#include "base/arena.h"

typedef struct inputs {
	VEC(const char *) paths; /* NUL-terminated, on the arena or the caller's */
} inputs;

/* inputs_expand() - each argument in its order: a file, "-", or a folder, which
 * stands for the files below it in the order of their names. Hidden names are
 * left out, folders behind links are not entered, nor any deeper than 32. What
 * cannot be looked at stays in the list: reading it says why. */
void inputs_expand(char **args, int n, arena *a, inputs *ret);

#endif
