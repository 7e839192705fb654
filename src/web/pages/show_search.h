/*
 * show_search.h - what the search shows.
 */
#ifndef DONDOC_WEB_PAGES_SHOW_SEARCH_H
#define DONDOC_WEB_PAGES_SHOW_SEARCH_H

#include "web/pages/show.h"

typedef struct hit_row {
	slice pub, number, title, day, issuer;
	pieces snippet;
} hit_row;
typedef struct search_view {
	frame frame;
	slice words;
	bool asked;
	document_filter filter;
	options issuers;
	VEC(hit_row) rows;
	slice count;
	pager pager;
} search_view;

#endif
