/*
 * visitor.c - who asks, how far this way of signing in reaches, and whether a person meant it.
 *
 * Must never take a right from what the request itself says, but for the token or the cookie in it.
 */
#include "web/visitor.h"

#include "base/hash.h"
#include "base/secret.h"
#include "model/roles.h"
#include "register/people/tokens.h"

/* Whoever shows a token is nobody else, whatever cookie comes with it. */
static rc find_bearer(visit *p, err *e)
{
	slice shown = p->q->authorization, scopes = {0};
	rc code;

	p->bearer = true;
	shown = slice_trim((slice){shown.p + 7, shown.n - 7});
	code = tokens_who(p->r, shown, p->a, &p->who, &scopes, &p->signed_in, e);
	p->lent = scope_rights(scopes);
	return code;
}

rc visitor_find(visit *p, err *e)
{
	const office_role *role;
	rc code = RC_OK;

	p->lent = ~0U;
	p->token = http_cookie(p->q->cookie, S(VISITOR_COOKIE), HASH_HEX);
	if (p->api && slice_starts(p->q->authorization, S("Bearer "))) {
		code = find_bearer(p, e);
	} else if (p->token.n > 0) {
		p->csrf = page_csrf(p->a, p->token);
		code = people_of_token(p->r, p->token, p->a, &p->who, &p->signed_in, e);
	}
	if (code == RC_OK)
		code = reg_refresh(p->r, e);
	if (code != RC_OK || !p->signed_in)
		return code;
	role = role_of(p->who.role);
	p->rights = (role != NULL ? role->rights : 0) & p->lent;
	p->r->who = people_viewer(&p->who);
	return RC_OK;
}

/* A token that was made for looking changes nothing, whatever everybody may do besides. */
bool visitor_may(const visit *p)
{
	const unsigned looking = RIGHT_READ | RIGHT_REPORT;

	return page_may(p, p->route->right) &&
	       (p->q->method != HTTP_POST || (p->lent & ~looking) != 0);
}

/* A form of ours, sent from a page of ours. */
bool visitor_meant_it(const visit *p)
{
	const http_request *q = p->q;

	if (q->fetch_site.n > 0 && !slice_eq(q->fetch_site, S("same-origin")) &&
	    !slice_eq(q->fetch_site, S("none")))
		return false;
	if (p->bearer) /* a browser sends no token by itself */
		return true;
	return p->csrf.n > 0 && secret_same(p->api ? q->csrf : http_form(q, S("csrf")), p->csrf);
}

/* The address that asks: of a trusted proxy, what it says last. */
slice visitor_address(const visit *p)
{
	slice rest = p->q->forwarded_for, last = p->q->peer;

	if (p->o->proxy.n == 0 || rest.n == 0 ||
	    (p->q->peer.n > 0 && !slice_eq(p->q->peer, p->o->proxy)))
		return last;
	while (slice_next(&rest, ',', &last))
		;
	return slice_trim(last);
}
