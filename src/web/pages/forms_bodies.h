/*
 * forms_bodies.h - bodies in forms: people read and write names, the register keeps codes.
 *
 * Two bodies may have one name: it is then that of our own, or of the group of all communes; else all of
 * them keep their codes, with the name beside.
 */
#ifndef DONDOC_WEB_PAGES_FORMS_BODIES_H
#define DONDOC_WEB_PAGES_FORMS_BODIES_H

#include "web/pages/show_hand.h"

typedef struct form_body {
	slice code, name;
	bool far;   /* of elsewhere; a group that is not of all communes */
	bool alone; /* the name means it */
} form_body;
typedef struct form_bodies {
	VEC(form_body) by_name;
} form_bodies;

/* forms_bodies_load() - all bodies and groups, on p->a: their number, sorted once. */
MUST_CHECK rc forms_bodies_load(visit *p, form_bodies *ret, err *e);

/* forms_bodies_offer() - what a field may be filled with, appended. */
void forms_bodies_offer(visit *p, const form_bodies *b, options *to);

/* forms_bodies_say() - a code becomes the name; what is not the only one of its name, or too long for
 * a cell, has the name in *ret_told. */
void forms_bodies_say(const form_bodies *b, slice *io_value, slice *ret_told);

/* forms_bodies_code() - a name becomes the code; what is none stays as it was written. */
slice forms_bodies_code(const form_bodies *b, slice value);

#endif
