/*
 * decide.h - what a person says of a proposed assignment: follow it, keep it, drop it.
 *
 * Only here obligations come to be: one for each agency that its words charge and for
 * each limit. Where nobody is named ("các xã có tỷ lệ giải ngân cao") there is one without
 * an agency, which the Office sees until it says who. Duties that only "related" bodies
 * have ("các sở, ban, ngành liên quan") are not handed to all of them.
 */
#ifndef DONDOC_REGISTER_DECIDE_H
#define DONDOC_REGISTER_DECIDE_H

#include "register/reg.h"

enum disposal { DISPOSAL_PROPOSED, DISPOSAL_TRACK, DISPOSAL_STANDING, DISPOSAL_KEEP };

/* decide_accept() - take one proposed assignment as it stands. DISPOSAL_PROPOSED: what was
 * proposed for it. What was accepted as standing or kept may be accepted again as
 * something else: then it expands. MSG_NOT_PROPOSED for anything else that was decided.
 * Inside db_write(). */
MUST_CHECK rc decide_accept(reg *r, int64_t assignment, enum disposal as, err *e);

/* decide_drop() - it is no duty: kept with its words as dropped. Inside db_write(). */
MUST_CHECK rc decide_drop(reg *r, int64_t assignment, err *e);

/* decide_document() - accept every proposed assignment of a document. `past_too`: a
 * document whose limits are all past is tracked as well, else only kept. With
 * `sure_only` the doubtful ones stay proposed. *ret_n: how many were decided. */
MUST_CHECK rc decide_document(reg *r, int64_t document, bool past_too, bool sure_only,
                              uint32_t *ret_n, err *e);

/* decide_question() - what the doubt of a proposal asks of the person who decides, for users. Empty:
 * nothing is in doubt. Of several doubts the first in the order of weight. Static words. */
slice decide_question(slice doubt);

#endif
