/*
 * within.h - which dates and citations stand inside a stretch of text.
 */
#ifndef DONDOC_READING_WITHIN_H
#define DONDOC_READING_WITHIN_H

#include "reading/facts/text/scan.h"

/* dates_from(), citations_from() - index of the first that begins at or after
 * byte `at`; the list's length when none does. */
static inline uint32_t dates_from(const scan *s, uint32_t at)
{
	return rungs_find(&s->date_rungs, ORDERED(&s->r->dates, at.at), at);
}

static inline uint32_t citations_from(const scan *s, uint32_t at)
{
	return rungs_find(&s->citation_rungs, ORDERED(&s->r->citations, at.at), at);
}

/* limit_before() - does a deadline end right before token i? */
bool limit_before(const scan *s, uint32_t i);

/* limit_within() - index of the first deadline that begins inside `at`, or -1. */
int32_t limit_within(const scan *s, span at);

/* order_only_until() - ", hoàn thành trước ngày 15/6" and nothing else up to a bracket's or
 * sentence's end: the token after the date; i when anything else stands there. */
uint32_t order_only_until(const scan *s, uint32_t i, uint32_t end);

#endif
