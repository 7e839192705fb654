/*
 * event_words.c - the tables of events.def.
 */
#include "register/event_words.h"

static const struct {
	slice word, alone, before;
} verbs[] = {
#define EVENT(word, alone, before) {S(word), S(alone), S(before)},
#include "register/events.def"
#undef EVENT
};

static const struct {
	slice word, wording;
} nouns[] = {
#define EVENT_NOUN(word, wording) {S(word), S(wording)},
#include "register/events.def"
#undef EVENT_NOUN
};

static const struct {
	slice verb, noun, wording;
} pairs[] = {
#define EVENT_PAIR(verb, noun, wording) {S(verb), S(noun), S(wording)},
#include "register/events.def"
#undef EVENT_PAIR
};

static size_t verb_at(slice verb)
{
	size_t i = 0;

	while (i < ARRAY_LEN(verbs) && !slice_eq(verbs[i].word, verb))
		i++;
	return i;
}

slice event_wording(slice verb)
{
	size_t i = verb_at(verb);

	return i < ARRAY_LEN(verbs) ? verbs[i].alone : S("Cập nhật");
}

static slice noun_wording(slice noun)
{
	for (size_t i = 0; i < ARRAY_LEN(nouns); i++)
		if (slice_eq(nouns[i].word, noun))
			return nouns[i].wording;
	return S("mục khác");
}

slice event_sentence(arena *a, slice verb, slice noun)
{
	size_t at = verb_at(verb);
	slice first = at < ARRAY_LEN(verbs) ? verbs[at].before : S("cập nhật");
	slice second = noun_wording(noun);

	for (size_t i = 0; i < ARRAY_LEN(pairs); i++)
		if (slice_eq(pairs[i].verb, verb) && slice_eq(pairs[i].noun, noun))
			return pairs[i].wording;
	return arena_printf(a, "%.*s %.*s", (int)first.n, first.p, (int)second.n, second.p);
}
