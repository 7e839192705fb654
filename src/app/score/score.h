/*
 * score.h - how near a reading comes to what a careful person labelled.
 *
 * Stands on the public contract alone: both sides are JSON (CONTRACTS §2 and
 * §4), so that another program's reading, or an older one's, can be scored.
 */
#ifndef DONDOC_APP_SCORE_H
#define DONDOC_APP_SCORE_H

#include <jansson.h>
#include <stdio.h>

#include "base/arena.h"

typedef enum score_field {
#define SCORE_FIELD(NAME, word, bar, thousandths) SCORE_##NAME,
#include "app/score/score_fields.def"
#undef SCORE_FIELD
	SCORE_COUNT
} score_field;

typedef enum score_bar {
	SCORE_BAR_NONE,
	SCORE_BAR_ALLOW,
	SCORE_BAR_BOTH,
	SCORE_BAR_F1,
	SCORE_BAR_RECALL,
} score_bar;

/* what one field came to, over all documents so far */
typedef struct score_count {
	uint32_t labels, right, missed, wrong; /* wrong: false finds */
} score_count;

typedef enum score_what {
	SCORE_MISSED,    /* labelled, not found; or found otherwise than labelled */
	SCORE_FALSE,     /* found, not labelled */
	SCORE_NOT_READ,  /* no reading of the document */
	SCORE_DISPUTED, /* one of the first two, but the label is shown to be wrong */
} score_what;

/* A label that is shown to be wrong: told, and not counted. */
typedef struct score_dispute {
	slice doc;
	score_field field;
	slice words; /* stands in the label or the find; empty: whatever they are */
	slice why;
} score_dispute;

/* one miss or false find, with its words */
typedef struct score_finding {
	slice doc;
	score_field field;
	score_what what;
	slice label; /* what the label says; absent for a false find */
	slice found; /* what we say, or our nearest candidate */
} score_finding;

typedef struct score_tally {
	arena *a;
	score_count count[SCORE_COUNT];
	VEC(score_finding) findings;
	VEC(score_dispute) disputes; /* given by the caller */
	uint32_t documents, not_read;
} score_tally;

/* score_document() - compare one reading with its labels and add to t. doc NULL:
 * it could not be read, and every label counts as missed. Keeps nothing of gold
 * or doc; findings are copied to t->a. Cost: labels × finds × words. */
void score_document(score_tally *t, slice name, const json_t *gold, const json_t *doc);

/* score_same_bodies() - do a label's words ("các Bộ: Công an, Tài chính") and a
 * list of ACTOR name the same bodies? Posts, courtesy words and "có liên quan"
 * do not tell bodies apart; kinds spread over a list may be left out. */
bool score_same_bodies(arena *a, slice label, const json_t *actors);

/* score_passes() - has the field reached its bar? Always true without a bar. */
bool score_passes(score_field f, const score_count *c);

/* score_field_word(), score_field_of() - "meeting-start"; SCORE_COUNT: no such. */
slice score_field_word(score_field f);
score_field score_field_of(slice word);
score_bar score_field_bar(score_field f, unsigned *ret_thousandths);

/* score_print_text(), score_print_json() - the findings and the table of figures;
 * only `only`, or all when it is SCORE_COUNT. Return whether all bars printed pass. */
bool score_print_text(FILE *to, const score_tally *t, score_field only);
bool score_print_json(FILE *to, const score_tally *t, score_field only);

#endif
