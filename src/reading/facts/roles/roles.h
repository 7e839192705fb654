/*
 * roles.h - what each date is for: the difference between a limit that somebody
 * must keep and a day that is only mentioned.
 */
#ifndef DONDOC_READING_ROLES_H
#define DONDOC_READING_ROLES_H

#include "reading/facts/text/scan.h"

/* roles_find() - give every date of s->r->dates its role. Runs after blocks,
 * header, citations and dates. Linear: a bounded window around each date. */
void roles_find(scan *s);

#endif
