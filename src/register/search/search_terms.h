/*
 * search_terms.h - what a document is found by, and what a question asks for.
 *
 * A term is a number of 32 bits: of a word, of two or three words that follow one another, of a
 * body that may see the document; those of its title and number are others again. Which document
 * holds which terms is all that the index knows (search_page.h).
 *
 *   0 .. 2^29 - 1       two and three neighbours: they may lie, once in some questions
 *   2^29 .. TERMS_END   words and bodies: may lie too, once in some thousand questions
 *
 * Who shows a hit looks (search_show.c), so a lie costs time and is never seen. Words are folded;
 * figures stand without leading noughts.
 */
#ifndef DONDOC_REGISTER_SEARCH_TERMS_H
#define DONDOC_REGISTER_SEARCH_TERMS_H

#include "base/fold.h"

/* Terms lie below TERMS_END. Of a document that makes more than TERMS_MOST of them (some seven
 * hundred thousand words) the end is not found: a part of the index has room for no more. */
#define TERMS_END 0xfffff000u
enum { TERMS_MOST = 1 << 21 };

/* Of a document in order, each once. */
typedef struct found_by {
	uint32_t *p;
	uint32_t n;
} found_by;

/* terms_of() - what a document is found by, on `a`. Linear; needs no register.
 * terms_body() - the term of the body in a row. terms_sort() - in order and each once; takes room
 * on `a`. Linear. */
found_by terms_of(arena *a, slice title_folded, slice text_folded);
uint32_t terms_body(int64_t agency);
void terms_sort(found_by *terms, arena *a);

/* A piece of a question: one word, or several that stand together. */
typedef struct asked_piece {
	VEC(slice) words; /* folded, without leading noughts */
} asked_piece;
typedef struct question {
	VEC(asked_piece) pieces;
	slice number; /* as base/fold_number() has it; empty: none was asked for */
} question;

/* terms_ask() - what was typed, on `a`: words; "…" or “…” as phrases; what has a / or - in
 * it and figures too is a number, and its groups stand together. */
question terms_ask(arena *a, slice typed);

/* terms_wanted() - the terms that a document must hold, each once, on `a`: of a long question
 * TERMS_ASKED of them, which is enough to tell. `in_title`: those of titles. */
enum { TERMS_ASKED = 48 };
found_by terms_wanted(arena *a, const question *q, bool in_title);

#endif
