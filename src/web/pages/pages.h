/*
 * pages.h - every page function: one line for each of routes.def.
 */
#ifndef DONDOC_WEB_PAGES_PAGES_H
#define DONDOC_WEB_PAGES_PAGES_H

#include "web/page.h"

/* A function may stand behind several routes; to declare it again says nothing new. */
#define ROUTE(method, path, right, answer) MUST_CHECK rc answer(visit *p, err *e);
#include "web/routes.def"
#undef ROUTE

#endif
