/*
 * fold.h - text as it is searched: small letters, no marks, đ = d, one space between words.
 */
#ifndef DONDOC_BASE_FOLD_H
#define DONDOC_BASE_FOLD_H

#include "base/arena.h"

/* fold_text() - "Sở Văn hóa,  Thể thao" → "so van hoa the thao", on `a`. What is neither a
 * letter nor a figure separates words. `s` is valid UTF-8. Idempotent; linear. */
slice fold_text(arena *a, slice s);

/* fold_number() - a document's number as a key: "310 /UBND-KTCN" → "310/ubnd-ktcn", without
 * spaces, NĐ as nd, leading noughts gone. Empty for an empty number. */
slice fold_number(arena *a, slice s);

/* Where a folded word stands, in the folded text and in what was folded. */
typedef struct fold_word {
	uint32_t at, len; /* folded */
	span from;
} fold_word;
typedef VEC(fold_word) fold_words;

/* fold_text_words() - fold_text(), with its words and where each came from. `s` is at most
 * 4 GiB. */
slice fold_text_words(arena *a, slice s, fold_words *ret);

#endif
