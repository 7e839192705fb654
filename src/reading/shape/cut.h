/*
 * cut.h - two lines of a header that are one, whatever else speaks for keeping them apart.
 */
#ifndef DONDOC_READING_SHAPE_CUT_H
#define DONDOC_READING_SHAPE_CUT_H

#include "reading/shape/letters.h"

/* is_cut() - are these lines a formula of the header (name of the State, of a people's committee or
 * council; number; date) cut in two? Looks at one letter of nearly all lines. */
bool is_cut(slice above, slice below);

#endif
