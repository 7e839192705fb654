/*
 * tables_words.h - does a duty have the words that a person seeks?
 */
#ifndef DONDOC_REGISTER_TABLES_WORDS_H
#define DONDOC_REGISTER_TABLES_WORDS_H

#include "register/look/tables.h"

/* What is sought, folded once; and what was found out about the last duties, each of which is
 * read once for all of its bodies. On one arena. */
typedef struct sought sought;
sought *sought_new(reg *r, const duty_ask *ask, arena *a);

/* What is known of a duty. words: a bit for each word of the text that it has. */
typedef struct known_duty {
	int64_t id;
	uint32_t words;
	bool fits;    /* number, leader, monitor and field are those sought */
	bool watched; /* somebody is named as its specialist */
	bool mine;    /* and it is who asks, or who asks has accepted it */
	slice number; /* of its document */
} known_duty;
MUST_CHECK rc sought_duty(sought *x, int64_t assignment, const known_duty **ret, err *e);

/* sought_all() - the bits of all words of the text. sought_words() - those that `s`, which is
 * folded, has. sought_mine() - does a name fit that of who asks? */
uint32_t sought_all(const sought *x);
uint32_t sought_words(const sought *x, slice folded);
bool sought_mine(sought *x, slice name);

#endif
