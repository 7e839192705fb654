/*
 * zones_priv.h - marking the parts of a letter; a step of blocks_find().
 */
#ifndef DONDOC_READING_ZONES_PRIV_H
#define DONDOC_READING_ZONES_PRIV_H

#include "reading/facts/frame/blocks.h"

/* zones_mark() - give every block its zone. Needs tok and ntok. Linear. */
void zones_mark(scan *s);

/* zones_bottom() - where the body ends that begins at block `from`: at "Nơi nhận", or at the signature
 * after "./.". zones_mark_bottom() - recipients, signature, annex: the blocks from there on. Linear. */
uint32_t zones_bottom(const scan *s, uint32_t from);
void zones_mark_bottom(scan *s, uint32_t from);

/* zone_starts() - does the block begin with these two words? zone_recipients() - with "Nơi nhận"?
 * zone_authority() - with "TM.", "KT.", "TL.", "T/M", as a signature does? zone_kind() - is it a kind of
 * document in capitals on a line of its own? */
bool zone_starts(const scan *s, const block *b, uint16_t w1, uint16_t w2);
bool zone_recipients(const scan *s, const block *b);
bool zone_authority(const scan *s, const block *b);
bool zone_kind(const scan *s, const block *b);

#endif
