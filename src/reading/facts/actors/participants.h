/*
 * participants.h - the people of a meeting: one line of a list, one person, the chair.
 */
#ifndef DONDOC_READING_PARTICIPANTS_H
#define DONDOC_READING_PARTICIPANTS_H

#include "reading/facts/text/phrase.h"

/* meeting_person() - the tokens as one actor: "đồng chí Nguyễn Văn A, Phó Chủ tịch UBND
 * tỉnh". The text is whole; name, post and agency as far as they are plain. */
actor meeting_person(const scan *s, uint32_t i, uint32_t end);

/* people_line() - like actors_line(), but a line about a person ("Đồng chí Nguyễn Văn A, Phó
 * Bí thư …, Chủ tịch …") is one actor, however many posts it names; further actors
 * that are neither known nor named are dropped. */
void people_line(const scan *s, uint32_t i, uint32_t end, actors *out);

/* actor_worth() - is a further actor of a line one of its own, known or named? */
bool actor_worth(const actor *x);

/* meeting_item() - one line of those invited: appends to m->participants, or sets the
 * chair when it says so. site: heading above, absent when none. */
void meeting_item(scan *s, meeting *m, uint32_t i, uint32_t end, slice site, presence how);

/* meeting_chair_in() - "do đồng chí X chủ trì" in a sentence [i, end). meeting_chairs_next(): the next
 * token from i on at which it may find anybody; the text's end when there is none. */
void meeting_chair_in(scan *s, meeting *m, uint32_t i, uint32_t end);
uint32_t meeting_chairs_next(const scan *s, uint32_t i);

#endif
