/*
 * search_terms.h - what a document is found by, and what a question asks for.
 *
 *   so            a word of it          @so      a word of its title or number
 *   _7k2v         two neighbours        @_7k2v   two neighbours there
 *   #17           the body in row 17 may see it
 *
 * Words are folded; figures stand without leading noughts. Neighbours are told by 20 bits,
 * so in a document with ten thousand of them one phrase in a hundred may be thought to be:
 * who shows a hit looks (search_show.c). Terms are separated by one space; each stands once.
 *
 * Marks are some bits for each three and each four words that follow one another (a filter as Bloom
 * has it): of the documents that hold all pairs of a longer phrase somewhere, they tell nearly all
 * that do not hold the phrase, before a text is read. As terms they would double the index.
 */
#ifndef DONDOC_REGISTER_SEARCH_TERMS_H
#define DONDOC_REGISTER_SEARCH_TERMS_H

#include "base/fold.h"
#include "base/strbuf.h"

/* A tsvector holds at most a megabyte, and bodies need room in it. What goes beyond this is
 * left out, neighbours first: of a document of more than some sixty thousand words not all
 * phrases are found. */
enum { TERMS_MAX = 800000, TERM_WORD_MAX = 60 };

typedef struct found_by {
	slice terms;
	slice marks; /* 64 bytes to 128 KiB: sixteen bits a word */
} found_by;

/* terms_of() - what a document is found by, on `a`. Linear; needs no register.
 * terms_bodies() - the terms of the bodies that may see it: `agencies` are rows, each once. */
found_by terms_of(arena *a, slice title_folded, slice text_folded);
slice terms_bodies(arena *a, const int64_t *agencies, uint32_t nagencies);

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

/* terms_query() - the terms that a document must hold, each in "", one space between; with
 * `in_title` those of titles. `agencies`: rows that must be among its bodies. On `a`.
 * Empty: nothing is asked. */
slice terms_query(arena *a, const question *q, bool in_title, const int64_t *agencies,
                  uint32_t nagencies);

/* terms_runs() - what marks tell of a question: each three and four of its phrases, on `a`; none
 * where no phrase has more than two words. terms_may_hold() - may a document with these marks hold
 * them all? Yes, also where there are no marks. */
typedef VEC(uint64_t) asked_runs;
asked_runs terms_runs(arena *a, const question *q);
bool terms_may_hold(slice marks, const asked_runs *runs);

/* terms_word() - a folded word as a term: no leading noughts, not too long. */
slice terms_word(slice folded);

#endif
