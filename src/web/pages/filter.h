/*
 * filter.h - what the table of duties is asked for: read from an address, written into one.
 */
#ifndef DONDOC_WEB_PAGES_FILTER_H
#define DONDOC_WEB_PAGES_FILTER_H

#include "register/look/tables.h"
#include "web/pages/show.h"

/* The code of no agency: duties whose words name nobody. */
#define FILTER_NOBODY S("chua-ro")

/* The tab of standing duties. */
#define FILTER_STANDING S("thuong-xuyen")

/* filter_read() - every field of the query; unknown words are left out. */
duty_filter filter_read(visit *p);

/* filter_ask() - as the register is asked; a viewer of one body asks for his own. MSG_DAY_BAD,
 * MSG_DATE_IMPOSSIBLE. *ret_agency: the name of the agency that it is of, if any. */
MUST_CHECK rc filter_ask(visit *p, duty_filter *f, duty_ask *ret, slice *ret_agency, err *e);

/* filter_address() - `path` with all fields of f but `loc`, which is `loc`; ends in '?' or
 * '&', so that more may follow. On p->a. */
slice filter_address(visit *p, const char *path, const duty_filter *f, slice loc);

/* filter_is_set() - beyond the state. filter_has_more() - of the lesser ones. */
bool filter_is_set(const duty_filter *f);
bool filter_has_more(const duty_filter *f);

/* filter_by_duty() - each duty once, not its parts: standing ones and those that are asked for so.
 * filter_disposal() - which then. */
bool filter_by_duty(const duty_filter *f);
slice filter_disposal(const duty_filter *f);

#endif
