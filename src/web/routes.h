/*
 * routes.h - the table of routes, for serving and for the documents made from it.
 */
#ifndef DONDOC_WEB_ROUTES_H
#define DONDOC_WEB_ROUTES_H

#include "web/http.h"

struct visit;

typedef struct route {
	enum http_method method;
	slice path;     /* a "*" stands for one part */
	unsigned right; /* of model/roles.h; RIGHT_NONE: anybody, signed in or not */
	rc (*answer)(struct visit *p, err *e);
} route;

/* route_find() - which route, and the parts that stand for "*" (at most two). NULL with
 * *ret_known: there is one of this path, but for another method. */
const route *route_find(enum http_method method, slice path, slice ret_args[2], bool *ret_known);

#endif
