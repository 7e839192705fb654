/*
 * actors.h - who is named: bodies, groups, posts, persons, and lists of them.
 *
 * The longest match over the registry wins ("Văn hóa, Thể thao và Du lịch" is one
 * body, commas or not). After a head that gives the kind ("các sở, ngành:",
 * "Lãnh đạo các cơ quan:", "UBND các phường:") names may leave the kind out. A
 * body that no registry knows keeps its words.
 */
#ifndef DONDOC_READING_ACTORS_H
#define DONDOC_READING_ACTORS_H

#include "reading/facts/text/scan.h"

/* actors_at() - read the list of actors that begins at token i and ends before
 * `end`, appending to out. Returns the token after the list (its last separator
 * not taken), or i when nobody is named there. `open_end` false: the list must
 * not swallow words of unknown meaning: an unknown body needs a head word ("Công
 * ty", "Phòng"). true: the whole of [i, end) is known to be a list of actors (a
 * line of recipients, an addressee), so unknown words are kept as unknown
 * bodies. Linear in end - i. */
uint32_t actors_at(const scan *s, uint32_t i, uint32_t end, bool open_end, actors *out);

/* actors_person() - "anh Lò Văn Páo - Trưởng phòng Kinh tế" at i, as people are spoken of in a
 * village. Returns the token after; i when nobody is called so there. */
uint32_t actors_person(const scan *s, uint32_t i, uint32_t end, actors *out);

/* actors_line() - [i, end) is one line about one actor or one list of actors
 * (a participant, a recipient): posts, names, notes in brackets and rank words
 * are taken apart; if several bodies share the line, each becomes an actor, the
 * first's `at` covering the whole line when `whole` is set. Always appends at
 * least one actor. */
void actors_line(const scan *s, uint32_t i, uint32_t end, bool whole, actors *out);

#endif
