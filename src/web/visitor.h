/*
 * visitor.h - who asks.
 */
#ifndef DONDOC_WEB_VISITOR_H
#define DONDOC_WEB_VISITOR_H

#include "web/page.h"

#define VISITOR_COOKIE "dondoc" /* holds the session */

/* visitor_find() - p->who, its rights and what this way of signing in lends of them, by the token of an
 * API call or else by the cookie; signed_in stays false for nobody. The register is as new as its
 * file. Some statements. */
MUST_CHECK rc visitor_find(visit *p, err *e);

/* visitor_may() - may they ask for p->route? A token made for looking changes nothing. */
bool visitor_may(const visit *p);

/* visitor_meant_it() - was this sent from a page of ours, or by a program with a token, and not by
 * another site through the browser of somebody who is signed in? */
bool visitor_meant_it(const visit *p);

/* visitor_address() - the address that asks: of a trusted proxy, what it says last. */
slice visitor_address(const visit *p);

#endif
