/*
 * zones_priv.h - marking the parts of a letter; a step of blocks_find().
 */
#ifndef DONDOC_READING_ZONES_PRIV_H
#define DONDOC_READING_ZONES_PRIV_H

#include "reading/facts/blocks.h"

/* zones_mark() - give every block its zone. Needs tok and ntok. Linear. */
void zones_mark(scan *s);

#endif
