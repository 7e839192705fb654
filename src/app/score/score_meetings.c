/*
 * score_meetings.c - the meetings that a document calls. One already held, called off or put
 * off is no meeting to attend: the labels have none there, and ours are not compared. Only
 * where a label has the very time of one that was put off is that the one it means.
 */
#include "app/score/score_priv.h"

static bool is_called(const json_t *meeting)
{
	slice status = json_member(meeting, "status");

	return slice_eq(status, S("called"));
}

static bool is_put_off(const json_t *meeting)
{
	return slice_eq(json_member(meeting, "status"), S("postponed"));
}

/* The places of a meeting in one line: a label names one place, we may name several. */
static slice places_of(arena *a, const json_t *meeting)
{
	slice all = {"", 0};
	const json_t *place;
	size_t i;

	json_array_foreach(json_object_get(meeting, "places"), i, place)
	{
		slice s = json_member(place, "text");

		all = arena_printf(a, "%.*s%s%.*s", (int)all.n, all.p, i ? "; " : "", (int)s.n,
		                   s.p);
	}
	return all;
}

static slice chair_of(arena *a, const json_t *meeting)
{
	const json_t *chair = json_object_get(meeting, "chair");
	slice words = json_member(chair, "text");
	slice post = json_member(chair, "post");
	slice name = json_member(chair, "name");

	return slice_trim(arena_printf(a, "%.*s %.*s %.*s", (int)name.n, name.p, (int)words.n,
	                               words.p, (int)post.n, post.p));
}

/* The label's words stand in what was found, but for a few: a label is often
 * shorter than the sentence, and a name may stand before or behind the post. */
static bool words_shared(arena *a, slice label, slice found)
{
	swords x = {0};
	swords y = {0};
	uint32_t shared = 0;

	score_words(a, label, &x);
	score_words(a, found, &y);
	for (uint32_t i = 0; i < x.n; i++)
		for (uint32_t k = 0; k < y.n; k++)
			if (sword_eq(&x.p[i], &y.p[k])) {
				shared++;
				break;
			}
	return x.n != 0 && 10 * (uint64_t)shared >= 6 * (uint64_t)x.n;
}

static void score_details(score_case *c, const json_t *label, const json_t *found)
{
	slice weekday = json_member(json_object_get(found, "weekday"), "stated");
	slice place = places_of(c->a, found);
	slice chair = chair_of(c->a, found);
	slice x;

	x = json_member(label, "end");
	score_value(c, SCORE_MEETING_END, x, json_member(found, "end"),
	            slice_eq(x, json_member(found, "end")));
	x = json_member(label, "place");
	score_value(c, SCORE_PLACE, x, place, words_shared(c->a, x, place));
	x = json_member(label, "chair");
	score_value(c, SCORE_CHAIR, x, chair, words_shared(c->a, x, chair));
	x = json_member(label, "weekday_stated");
	score_value(c, SCORE_WEEKDAY, x, weekday, score_same_words(c->a, x, weekday));
}

/* The finds not taken yet: one with the label's start, else the first. */
static const json_t *take(const json_t *meetings, bool *taken, slice start)
{
	const json_t *first = NULL;
	size_t first_i = 0;
	const json_t *m;
	size_t i;

	json_array_foreach(meetings, i, m)
	{
		if (taken[i] || (!is_called(m) && !is_put_off(m)))
			continue;
		if (slice_eq(json_member(m, "start"), start)) {
			taken[i] = true;
			return m;
		}
		if (first == NULL && is_called(m)) {
			first = m;
			first_i = i;
		}
	}
	if (first != NULL)
		taken[first_i] = true;
	return first;
}

static void score_meeting(score_case *c, const json_t *label, const json_t *meetings, bool *taken)
{
	slice start = json_member(label, "start");
	const json_t *found = take(meetings, taken, start);
	slice ours = json_member(found, "start");

	score_value(c, SCORE_MEETING_START, start, ours, slice_eq(start, ours));
	score_details(c, label, found);
}

void score_meetings(score_case *c)
{
	const json_t *labels = json_object_get(c->gold, "meeting");
	const json_t *meetings = json_object_get(c->doc, "meetings");
	bool *taken = arena_array(c->a, bool, json_array_size(meetings) + 1);
	const json_t *m;
	size_t i;

	if (json_is_object(labels))
		score_meeting(c, labels, meetings, taken);
	json_array_foreach(labels, i, m) score_meeting(c, m, meetings, taken);
	json_array_foreach(meetings, i, m) if (!taken[i] && is_called(m)) score_value(
		c, SCORE_MEETING_START, (slice){NULL, 0}, json_member(m, "start"), false);
}
