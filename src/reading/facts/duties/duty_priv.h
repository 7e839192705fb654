/*
 * duty_priv.h - one block while its duties are read: duty.c reads its sentences, duty_parts.c
 * what a sentence holds besides its first duty.
 */
#ifndef DONDOC_READING_DUTY_PRIV_H
#define DONDOC_READING_DUTY_PRIV_H

#include "reading/facts/duties/orders_priv.h"
#include "reading/facts/text/within.h"

/* Rules that another step asks for: compared by address. */
extern const char rule_actor_verb[];
extern const char rule_assign[];

/* One block while its duties are read: those from `first` on in out are its own. */
typedef struct block_duties {
	const scan *s;
	const govern *g;
	duties *out;
	uint32_t first;
	uint32_t sentence; /* the first duty of the sentence that gave the last ones */
} block_duties;

static inline bool has_limit(const scan *s, uint32_t i, uint32_t j)
{
	return limit_within(s, tokens_span(&s->tk, i, j)) >= 0;
}

/* last_duty() - the last duty of this block; NULL when there is none. */
static inline duty *last_duty(const block_duties *b)
{
	return b->out->n > b->first ? &b->out->p[b->out->n - 1] : NULL;
}

static inline void open_duty(const block_duties *b, duty d)
{
	*VEC_PUSH(b->s->a, b->out) = d;
}

/* close_duty() - end the last duty of this block before token at. */
static inline void close_duty(const block_duties *b, uint32_t at)
{
	duty *last = last_duty(b);

	if (last != NULL && last->to > at)
		last->to = at;
}

/* same_body() - a duty of the same body as the last: what it says from token i on. */
static inline duty same_body(const duty *last, uint32_t from, uint32_t end, const char *rule)
{
	duty d = *last;

	d.with = (actors){0};
	d.limit = 0;
	d.from = d.act = from;
	d.to = end;
	d.rule = rule;
	return d;
}

/* duty_split_parts() - the parts of the sentence [from, end) that are duties of their own: after
 * ';' or ','. */
void duty_split_parts(const block_duties *b, uint32_t from, uint32_t end);

#endif
