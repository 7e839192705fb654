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

#endif
