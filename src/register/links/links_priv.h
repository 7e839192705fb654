/*
 * links_priv.h - between the finders of links.
 */
#ifndef DONDOC_REGISTER_LINKS_PRIV_H
#define DONDOC_REGISTER_LINKS_PRIV_H

#include "base/strbuf.h"
#include "register/links/links.h"
#include "register/words.h"

enum { LINK_WHY_ROOM = 160, LINK_CANDIDATES = 60 };

/* A document whose partners are looked for. */
typedef struct linking {
	reg *r;
	arena *a;
	int64_t document;
	const reading *read;
	slice folded; /* all its words */
	sql_link_document_row own;
} linking;

/* How sure, and why: words, a space between. */
typedef struct weight {
	int points;
	char room[LINK_WHY_ROOM];
	strbuf why;
} weight;

void weight_begin(weight *w, int points);
void weight_add(weight *w, int points, const char *why);

/* link_propose() - keep it when it is worth a look. */
typedef struct link_ends {
	const char *kind, *from_noun;
	int64_t from;
	const char *to_noun;
	int64_t to;
} link_ends;
MUST_CHECK rc link_propose(reg *r, link_ends ends, const weight *w, err *e);

MUST_CHECK rc links_conclusions(linking *x, err *e);
MUST_CHECK rc links_same_meetings(linking *x, err *e);
MUST_CHECK rc links_programmes(linking *x, err *e);
MUST_CHECK rc links_citations(linking *x, err *e);
MUST_CHECK rc links_answers(linking *x, err *e);

#endif
