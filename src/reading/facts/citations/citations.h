/*
 * citations.h - what the two readers of citations share: by symbol, and by name.
 */
#ifndef DONDOC_READING_CITATIONS_H
#define DONDOC_READING_CITATIONS_H

#include "reading/facts/text/phrase.h"

/* citations_find() - the pass: r->citations, in the order of the text. Linear. */
void citations_find(scan *s);

/* citation_stops() - does a sentence, or a part of it, end at token i? */
bool citation_stops(const scan *s, uint32_t i);

/* citation_issuer() - "của Ban Thường vụ Tỉnh ủy về …" at token i: the body's words, and
 * the token after them. Absent, with *ret_end = i, when there is none. Bounded. */
slice citation_issuer(const scan *s, uint32_t i, uint32_t *ret_end);

/* citation_push() - add c, which covers the tokens [from, end). */
void citation_push(scan *s, uint32_t from, uint32_t end, citation c);

/* citation_finish() - read date and issuer after `end`, or what stands before `from`
 * when they are missing, and add c. Returns the token after it. */
uint32_t citation_finish(scan *s, uint32_t from, uint32_t end, citation c);

/* citation_heads() - the words that citation_by_name() begins with. */
const said_table *citation_heads(const scan *s);

/* citation_by_name() - a citation without a symbol that begins with the capital at
 * token i. Returns the token after it, i when there is none. Bounded. */
uint32_t citation_by_name(scan *s, uint32_t i);

#endif
