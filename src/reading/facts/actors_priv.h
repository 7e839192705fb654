/*
 * actors_priv.h - small look-ups shared by the passes that read orders.
 */
#ifndef DONDOC_READING_ACTORS_PRIV_H
#define DONDOC_READING_ACTORS_PRIV_H

#include "reading/facts/actors.h"

/* cue_at() - the longest cue phrase at token i, and its tokens; CUE_NONE when
 * none begins there. O(phrase). */
enum cue cue_at(const scan *s, uint32_t i, uint32_t *ret_ntok);

#endif
