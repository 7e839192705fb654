/*
 * orders_priv.h - the steps of reading orders: sentences, duties, details.
 *
 *   assignments.c  walks the blocks: who governs here, what is a heading, what
 *                  is mute (agenda, narrative), what is final boilerplate
 *   duty.c         one block: its sentences, where a duty begins, whose it is
 *   coordination.c one duty: lead and joining bodies, where its action begins
 *   details.c      one duty: limit, deliverables, receivers, nature, follow-up
 */
#ifndef DONDOC_READING_ORDERS_PRIV_H
#define DONDOC_READING_ORDERS_PRIV_H

#include "reading/facts/actors_priv.h"
#include "reading/facts/blocks.h"

/* What governs a block from above. */
typedef struct govern {
	const actors *lead;      /* who; NULL: nobody */
	lead_source source;
	bool active;  /* orders may stand here without "giao" */
	bool mute;    /* agenda, narrative, place and time: no bare orders */
	bool mute_all; /* who comes, when and where: not even an addressee is ordered here */
	bool prep;    /* preparation of a meeting */
	bool details; /* bullets that only spell out the duty above */
	bool listed;  /* stands in the list of a heading that names the actor */
} govern;

/* A duty while it is being read. Tokens [from, to); the action begins at act. */
typedef struct duty {
	uint32_t from, to, act;
	actors lead, with;
	lead_source source;
	const char *rule;
	bool own_actor; /* its own words name who */
} duty;
typedef VEC(duty) duties;

/* duty_block() - the duties of the tokens [b->tok, end) of one block, appended to
 * out. */
void duty_block(const scan *s, const block *b, uint32_t end, const govern *g, duties *out);

/* coordination_read() - from token i after the actor: skip "chủ trì, phối hợp với
 * X, Y", "có trách nhiệm", "căn cứ ..."; joining bodies into d->with; returns where the
 * action begins (never past end). */
uint32_t coordination_read(const scan *s, uint32_t i, uint32_t end, duty *d);

/* details_fill() - turn a duty into an assignment with all that its words say. */
void details_fill(scan *s, const duty *d, const govern *g, assignment *a);

/* sentence_end() - the token after the sentence that begins at i (after its full
 * stop), at most end. */
uint32_t sentence_end(const scan *s, uint32_t i, uint32_t end);

/* order_word() - may an order's predicate begin with token i? */
bool order_word(const scan *s, uint32_t i, uint32_t end);

/* is_boilerplate() - are [i, end) only "nghiêm túc triển khai thực hiện", attendance
 * formulas, thanks: words that order nothing of their own? */
bool is_boilerplate(const scan *s, uint32_t i, uint32_t end);

#endif
