/*
 * routes.c - finding the route of a request. The table is short: it is walked.
 */
#include "web/routes.h"

#include "model/roles.h"
#include "web/pages/pages.h"

static const route routes[] = {
#define ROUTE(method, path, right, answer) {HTTP_##method, S(path), RIGHT_##right, answer},
#include "web/routes.def"
#undef ROUTE
};

static bool fits(slice pattern, slice path, slice args[2])
{
	slice want, have;
	unsigned n = 0;

	while (slice_next(&pattern, '/', &want)) {
		if (!slice_next(&path, '/', &have))
			return false;
		if (slice_eq(want, S("*")) && have.n > 0 && n < 2)
			args[n++] = have;
		else if (!slice_eq(want, have))
			return false;
	}
	return path.p == NULL;
}

const route *route_find(enum http_method method, slice path, slice ret_args[2], bool *ret_known)
{
	*ret_known = false;
	for (size_t i = 0; i < ARRAY_LEN(routes); i++) {
		if (!fits(routes[i].path, path, ret_args))
			continue;
		*ret_known = true;
		if (routes[i].method == method ||
		    (method == HTTP_HEAD && routes[i].method == HTTP_GET))
			return &routes[i];
	}
	return NULL;
}
