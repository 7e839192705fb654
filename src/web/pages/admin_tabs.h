/*
 * admin_tabs.h - the parts of the administration, as tabs of each of its pages.
 */
#ifndef DONDOC_WEB_PAGES_ADMIN_TABS_H
#define DONDOC_WEB_PAGES_ADMIN_TABS_H

#include "web/pages/show.h"

/* admin_tabs() - `here`: the address of the page itself. */
void admin_tabs(visit *p, slice here, options *to);

#endif
