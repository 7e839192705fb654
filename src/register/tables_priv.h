/*
 * tables_priv.h - the two ways to a page of duties: by index, and by a look at the rows.
 */
#ifndef DONDOC_REGISTER_TABLES_PRIV_H
#define DONDOC_REGISTER_TABLES_PRIV_H

#include "register/tables.h"

/* tables_walk() - what indexes answer; text, people, field and order are not looked at. */
MUST_CHECK rc tables_walk(reg *r, const duty_ask *ask, arena *a, duty_page *ret, err *e);

/* tables_looked() - the first TABLES_COUNTED rows of that, those that fit, in the order
 * asked for. Costs those rows. */
MUST_CHECK rc tables_looked(reg *r, const duty_ask *ask, arena *a, duty_page *ret, err *e);

#endif
