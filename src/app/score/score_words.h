/*
 * score_words.h - text as words that compare equal when a reader would say so.
 *
 * Why here: labels are typed by people, and differ from the document in case,
 * in composed or decomposed letters, in where a tone mark stands (oà/òa, uỷ/ủy)
 * and in punctuation. Only scoring may be so lenient; a reading never is.
 */
#ifndef DONDOC_APP_SCORE_WORDS_H
#define DONDOC_APP_SCORE_WORDS_H

#include "base/arena.h"

typedef struct sword {
	slice folded;
	uint64_t hash; /* of folded: two words are equal when hash and bytes are */
	span at;       /* where it stands in the text it came from */
} sword;
typedef VEC(sword) swords;
typedef VEC(span) spans;

/* score_words() - append the words of text (valid UTF-8) to ret: runs of letters
 * and digits, in lower case, with the tone mark behind the letters. Linear. */
void score_words(arena *a, slice text, swords *ret);

bool sword_eq(const sword *x, const sword *y);

/* score_in_order() - how many words of x stand in y in the same order (longest
 * common subsequence). O(x.n * y.n) time, O(y.n) memory of a. */
uint32_t score_in_order(arena *a, const sword *x, uint32_t nx, const sword *y, uint32_t ny);

/* score_enough() - at least tenths/10 of the words of x stand in y in order. An
 * x without words stands nowhere. */
bool score_enough(arena *a, const swords *x, const swords *y, unsigned tenths);

/* score_same_words() - the same words in the same order. */
bool score_same_words(arena *a, slice x, slice y);

/* score_find() - append every place where the words of x stand one after the
 * other in y. Linear in y times the words of x. */
void score_find(arena *a, const swords *x, const swords *y, spans *ret);

/* score_find_near() - like score_find(); where x does not stand word for word,
 * the one best place of at least 0.8 of its words within half as many more. */
void score_find_near(arena *a, const swords *x, const swords *y, spans *ret);

static inline bool span_overlaps(span x, span y)
{
	return x.at < span_end(y) && y.at < span_end(x);
}

#endif
