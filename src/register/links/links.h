/*
 * links.h - what belongs together, found when a document comes in, with confidence.
 *
 * Everything here is proposed; a person confirms or refuses it. Only a conclusion that is
 * sure and without a rival is entered as its meeting's at once, because lists of meetings
 * without a conclusion would else be wrong until somebody looks; refusing takes it back.
 *
 *   conclusion     meeting → document        by day, parties, chair, time; titles differ
 *   same-meeting   meeting → meeting         two papers call one: day, title, chair, hour
 *   programme      meeting → programme       by the month that the invitation names
 *   programme-item meeting → programme_item  by day, body, words
 *   citation       citation → document       by number, date, issuer; short forms weaker
 *   same           citation → citation       "Nghị quyết 57" to one that is in full
 *   reply          document → petition       by owner, petitioner, words
 *   answers        document → obligation     by what it cites, the agency, words
 */
#ifndef DONDOC_REGISTER_LINKS_H
#define DONDOC_REGISTER_LINKS_H

#include "model/reading.h"
#include "register/reg.h"

#define LINK_SAME_MEETING "same-meeting"
enum { LINK_LEAST = 40, LINK_SURE = 80, LINK_RIVAL = 10 };

/* links_of_document() - find the partners of a document that was just entered, those that
 * came before it and wait for it. `folded` is its text as base/fold.h has it. Inside
 * db_write(). Looks at a bounded number of candidates of each kind. */
MUST_CHECK rc links_of_document(reg *r, int64_t document, const reading *read, slice folded,
                                err *e);

/* links_of_petition() - the replies that may be the petition's in this row, which came before it.
 * Inside db_write(). */
MUST_CHECK rc links_of_petition(reg *r, int64_t row, int64_t owner, slice folded, err *e);

/* link_decide() - confirm or refuse; what was decided may be decided otherwise. MSG_NO_SUCH.
 * Inside db_write(). */
MUST_CHECK rc link_decide(reg *r, int64_t link, bool confirm, err *e);

/* links_settle_near() - the conclusion of a meeting, and of those that may lose or win theirs,
 * after its link with this document changed. Its cost does not depend on how many there are. */
MUST_CHECK rc links_settle_near(reg *r, int64_t row, int64_t document, err *e);

/* links_short_key() - "57-NQ/TW" and, for `kind` "Nghị quyết", "57" are both "57nq"; a
 * law's year is left out. Empty when there is no number or no kind in it. On `a`. */
slice links_short_key(arena *a, slice kind, slice number);

/* links_in_full() - does a folded number say more than figures: "57-nq/tw"? */
bool links_in_full(slice number_key);

/* Of one meeting: in which lists a body stands. */
enum meeting_part {
	PART_INVITED = 1,
	PART_PRESENT = 2,
	PART_ASSIGNED = 4,
	PART_RECIPIENT = 8,
};
typedef struct meeting_body {
	int64_t agency;
	uint8_t parts;
} meeting_body;
typedef VEC(meeting_body) meeting_bodies;

/* links_of_meeting() - every body that was invited, came, was given work, or was sent the
 * conclusion, as far as the viewer may see it; groups stand as their members. On `a`, in
 * no order. Without a conclusion only PART_INVITED is known. */
MUST_CHECK rc links_of_meeting(reg *r, int64_t row, arena *a, meeting_bodies *ret, err *e);

#endif
