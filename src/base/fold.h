/*
 * fold.h - text as it is searched: small letters, no marks, đ = d, one space between words.
 */
#ifndef DONDOC_BASE_FOLD_H
#define DONDOC_BASE_FOLD_H

#include "base/arena.h"

/* fold_text() - "Sở Văn hóa,  Thể thao" → "so van hoa the thao", on `a`. What is neither a
 * letter nor a figure separates words. `s` is valid UTF-8. Idempotent; linear. */
slice fold_text(arena *a, slice s);

/* fold_capital() - "rà soát" → "Rà soát", on `a`: as a line of a list begins. */
slice fold_capital(arena *a, slice s);

/* fold_number() - a document's number as a key: "310 /UBND-KTCN" → "310/ubnd-ktcn", without
 * spaces, NĐ as nd, leading noughts gone. Empty for an empty number. */
slice fold_number(arena *a, slice s);

/* A word of a text by the 64 bits of its folded letters, without leading noughts and no
 * more than FOLD_KEY_MOST bytes of them: two words in some 10^19 fall together, so a key
 * says what to show, never what is true. */
enum { FOLD_KEY_MOST = 60 };
typedef struct fold_word {
	uint64_t key;
	span from; /* where it stands in the text */
} fold_word;

/* fold_next() - the next word of `s` from `at` on, which it moves. False at the end. `s` is
 * at most 4 GiB. Needs no memory, so a walk may end as soon as enough was seen.
 * fold_key() - the key of a word that is folded already. */
typedef struct fold_walk {
	slice s;
	size_t at;
} fold_walk;
bool fold_next(fold_walk *w, fold_word *ret);
uint64_t fold_key(slice folded);

#endif
