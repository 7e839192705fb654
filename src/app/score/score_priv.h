/*
 * score_priv.h - what the comparisons of one document share.
 */
#ifndef DONDOC_APP_SCORE_PRIV_H
#define DONDOC_APP_SCORE_PRIV_H

#include "app/score/score.h"
#include "app/score/score_words.h"

/* One document being scored. `a` lives as long as the comparison. */
typedef struct score_case {
	score_tally *t;
	arena *a;
	slice name;
	const json_t *gold, *doc;
	slice text;   /* doc.text */
	swords words; /* of it */
} score_case;

/* Absent, null or of another type: the empty slice with p NULL. */
static inline slice json_slice(const json_t *s)
{
	if (!json_is_string(s))
		return (slice){NULL, 0};
	return (slice){json_string_value(s), json_string_length(s)};
}

static inline slice json_member(const json_t *o, const char *key)
{
	return json_slice(json_object_get(o, key));
}

/* json_at() - the span under "at"; {0,0} when there is none or it is absurd. */
span json_at(const json_t *o);

/* score_right(), score_miss(), score_false() - count one; the latter two also
 * remember the words. */
void score_right(score_case *c, score_field f);
void score_miss(score_case *c, score_field f, slice label, slice found);
void score_false(score_case *c, score_field f, slice found);

/* score_value() - a field with one value: equal says whether the two agree.
 * An absent label counts against a found value. */
void score_value(score_case *c, score_field f, slice label, slice found, bool equal);

/* score_quote() - at most about `max` bytes of s on one line, for a person. */
slice score_quote(arena *a, slice s, size_t max);

/* score_actor_words() - every word of a list of ACTOR, for a person. */
slice score_actor_words(arena *a, const json_t *actors);

void score_header(score_case *c);
void score_meetings(score_case *c);
void score_deadlines(score_case *c);
void score_assignments(score_case *c);
void score_citations(score_case *c);
void score_recipients(score_case *c);

#endif
