/*
 * admin_tabs.h - the parts of the administration, as tabs of each of its pages.
 */
#ifndef DONDOC_WEB_PAGES_ADMIN_TABS_H
#define DONDOC_WEB_PAGES_ADMIN_TABS_H

#include "web/pages/show.h"

/* admin_tabs() - `here`: the address of the page itself. */
void admin_tabs(visit *p, slice here, options *to);

/* admin_fits() - are the words that somebody looks for in one of these, marks or none? All fit
 * when nothing is looked for. */
bool admin_fits(visit *p, slice asked, slice one, slice two, slice three);

#endif
