/*
 * roles_priv.h - what the two halves of the role pass hand to each other.
 */
#ifndef DONDOC_READING_ROLES_PRIV_H
#define DONDOC_READING_ROLES_PRIV_H

#include "reading/facts/blocks.h"
#include "reading/facts/roles.h"

/* One date and what surrounds it. */
typedef struct setting {
	const scan *s;
	const block *b;       /* its paragraph; NULL outside all */
	uint32_t from, to;    /* tokens of its sentence (bounded) */
	uint32_t tok, end;    /* tokens of the date */
	uint32_t date;        /* its index */
	bool labelled; /* its column, or the words before a colon, say "thời gian hoàn thành" */
} setting;

/* word_between() - does word w stand among tokens [i, j)? Bounded by the sentence. */
bool word_between(const scan *s, uint32_t i, uint32_t j, uint16_t w);

/* pair_between() - do the words w1 w2 stand together among tokens [i, j)? */
bool pair_between(const scan *s, uint32_t i, uint32_t j, uint16_t w1, uint16_t w2);

/* cue_between() - is there a cue of class `cls` that begins among tokens [i, j)? O(log). */
bool cue_between(const scan *s, uint32_t i, uint32_t j, enum cue cls);

/* limit_told() - is the date's limit only told of: "UBND tỉnh đã giao … trước ngày …";
 * "trước ngày …, nhưng đến nay chưa"? */
bool limit_told(const setting *at);

/* limit_causes() - does the date stand in what moves the letter ("nhận được Công văn ...",
 * "Theo Quy chế ..., các bộ ..."), before anybody is told? */
bool limit_causes(const setting *at);

/* limit_is() - must somebody keep d? May settle d's bound and inclusiveness when
 * only the context tells them ("Thời hạn: ngày 25/5"). */
bool limit_is(const setting *at, datex *d);

#endif
